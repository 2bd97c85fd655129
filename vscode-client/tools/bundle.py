"""Makes `bundled/libs/`: Tracemend's wheel and the pinned packages it needs, for every system and CPython from 3.10 on.

In: the path of the wheel, `requirements.txt`, `requirements-build.txt`. Out: the folder, the same files from the same
input whatever Python runs this; or status 1 and a sentence that names the file which must not be there.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator
from pathlib import Path

CLIENT = Path(__file__).resolve().parent.parent
LIBRARIES = CLIENT / "bundled" / "libs"

NATIVE_SUFFIXES = {".so", ".pyd", ".dylib", ".dll", ".exe", ".a", ".o"}
# How ELF, PE and Mach-O files begin (thin in both orders, universal).
NATIVE_STARTS = (
    b"\x7fELF",
    b"MZ",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
)
# What pip writes about this installation: of no use elsewhere, and it names folders of this machine.
OF_THIS_MACHINE = {"RECORD", "INSTALLER", "REQUESTED", "direct_url.json"}
# Scripts start the Python of this machine; nobody runs the packages' tests.
NOT_NEEDED = {"bin", "Scripts", "__pycache__", "tests", "test"}


class BundleError(Exception):
    """Something is missing, or is there that must not be; says which file."""


def main() -> int:
    """Make the folder; the answer is the exit status."""
    parser = argparse.ArgumentParser(description="Make the libraries that the VSIX bundles.")
    parser.add_argument("wheel", type=Path, help="Tracemend's wheel, as `make wheel` builds it")
    parser.add_argument("--out", type=Path, default=LIBRARIES, help="the folder to make anew (default: bundled/libs)")
    options = parser.parse_args()
    try:
        bundle(options.wheel, options.out)
    except BundleError as error:
        print(f"bundle: {error}", file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        print(f"bundle: pip ended with status {error.returncode}", file=sys.stderr)
        return 1
    files = [file for file in options.out.rglob("*") if file.is_file()]
    size = sum(file.stat().st_size for file in files)
    print(f"{options.out}: {len(files)} files, {size / 1e6:.1f} MB")
    return 0


def bundle(wheel: Path, out: Path) -> None:
    """Make `out` anew. What was there stays until all has been made and checked."""
    if not wheel.is_file():
        raise BundleError(f"there is no wheel {wheel}; `make wheel` builds it")
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".libs-", dir=out.parent) as folder:
        scratch = Path(folder)
        made = scratch / "libs"
        _install(wheel.resolve(), made, scratch / "venv")
        tidy(made)
        check(made, scratch)
        if out.exists():
            out.rename(scratch / "before")
        made.rename(out)


def _install(wheel: Path, made: Path, environment: Path) -> None:
    """Install everything into `made` with the pip of an environment that holds only what builds PyYAML."""
    venv.create(environment, with_pip=True)
    python = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-deps"]
    pip += ["--require-hashes", "--no-cache-dir"]
    own = environment / "wheel.txt"
    own.write_text(f"{wheel.as_uri()} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n", "utf-8")
    kinds = ["--only-binary=:all:", "--no-binary=PyYAML", "--no-build-isolation", "--no-compile"]
    subprocess.run([*pip, "-r", str(CLIENT / "requirements-build.txt")], check=True)
    subprocess.run(
        [*pip, *kinds, "--target", str(made), "-r", str(CLIENT / "requirements.txt"), "-r", str(own)],
        check=True,
        env={**os.environ, "PYYAML_FORCE_LIBYAML": "0", "PYYAML_FORCE_CYTHON": "0"},
    )


def tidy(made: Path) -> None:
    """Take away what is of this machine or of no use, and give files the same modes everywhere."""
    for path in sorted(made.rglob("*"), reverse=True):
        if path.is_dir():
            if path.name in NOT_NEEDED:
                shutil.rmtree(path)
            else:
                path.chmod(0o755)
        elif path.name in OF_THIS_MACHINE and path.parent.suffix == ".dist-info":
            path.unlink()
        else:
            path.chmod(0o644)


def check(made: Path, scratch: Path) -> None:
    """Raise BundleError for a native file, a path of this machine, or a package without its licence."""
    if not (made / "tracemend" / "data").is_dir():
        raise BundleError(f"{made / 'tracemend/data'} is missing: the wheel holds no knowledge")
    # A short path such as /usr or /app names no machine: printed errors in the knowledge hold such ones too.
    here = [str(path).encode() for path in (scratch, CLIENT.parent, Path(sys.prefix)) if len(path.parts) > 2]
    for file in sorted(made.rglob("*")):
        if not file.is_file():
            continue
        name = file.relative_to(made)
        content = file.read_bytes()
        if file.suffix.lower() in NATIVE_SUFFIXES or content.startswith(NATIVE_STARTS):
            raise BundleError(f"{name} is native; what is bundled must run on every system")
        for path in here:
            if path in content:
                raise BundleError(f"{name} names {path.decode()}, a folder of this machine")
    for package in sorted(made.glob("*.dist-info")):
        if not any(_licences(package)):
            raise BundleError(f"{package.name} holds no licence; without it the package must not be passed on")


def _licences(package: Path) -> Iterator[Path]:
    for file in package.rglob("*"):
        if file.is_file() and file.name.upper().startswith(("LICENSE", "LICENCE", "COPYING", "NOTICE")):
            yield file


if __name__ == "__main__":
    sys.exit(main())
