"""The tools that make the VSIX and install it: what they take away, and what they refuse in a sentence."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
import zipfile
from importlib import metadata
from pathlib import Path
from types import ModuleType

import pytest
from interpreters import Python

ROOT = Path(__file__).resolve().parent.parent.parent
CLIENT = ROOT / "vscode-client"


def tool(name: str) -> ModuleType:
    """A module of vscode-client/tools, which is no package."""
    spec = importlib.util.spec_from_file_location(f"tools_{name}", CLIENT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


bundle = tool("bundle")


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A folder as pip leaves it, with nothing in it that must not be there."""
    folder = tmp_path / "libs"
    write(folder / "tracemend" / "data" / "entry.yaml", "id: entry")
    write(folder / "pure" / "__init__.py", "ANSWER = 1")
    write(folder / "pure-1.0.dist-info" / "METADATA", "Name: pure")
    write(folder / "pure-1.0.dist-info" / "licenses" / "LICENSE", "MIT")
    return folder


def write(path: Path, text: str | bytes) -> None:
    """Write a file and its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


def test_what_is_pure_passes(made: Path, tmp_path: Path) -> None:
    bundle.check(made, tmp_path)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("pure/_speedups.cpython-313-x86_64-linux-gnu.so", b""),
        ("pure/_speedups.pyd", b""),
        ("pure/libother.dylib", b""),
        ("pure/t64.exe", b""),
        ("pure/no_suffix", b"\x7fELF\x02\x01\x01"),
        ("pure/mach", b"\xcf\xfa\xed\xfe\x07\x00"),
        ("pure/windows", b"MZ\x90\x00"),
    ],
)
def test_a_native_file_is_named(made: Path, tmp_path: Path, name: str, content: bytes) -> None:
    write(made / name, content)
    with pytest.raises(bundle.BundleError, match=re.escape(f"{Path(name)} is native")):
        bundle.check(made, tmp_path)


def test_a_file_with_a_path_of_this_machine_is_named(made: Path, tmp_path: Path) -> None:
    write(made / "pure" / "config.txt", f"prefix = {tmp_path}/venv")
    with pytest.raises(bundle.BundleError, match=re.escape(f"{Path('pure/config.txt')} names {tmp_path}")):
        bundle.check(made, tmp_path)


def test_a_package_without_licence_is_named(made: Path, tmp_path: Path) -> None:
    write(made / "other-2.0.dist-info" / "METADATA", "Name: other")
    with pytest.raises(bundle.BundleError, match=re.escape("other-2.0.dist-info holds no licence")):
        bundle.check(made, tmp_path)


def test_a_wheel_without_knowledge_is_refused(made: Path, tmp_path: Path) -> None:
    (made / "tracemend" / "data" / "entry.yaml").unlink()
    (made / "tracemend" / "data").rmdir()
    with pytest.raises(bundle.BundleError, match="the wheel holds no knowledge"):
        bundle.check(made, tmp_path)


def test_what_is_of_this_machine_is_taken_away(made: Path) -> None:
    before = set(made.rglob("*"))
    for name in ("RECORD", "INSTALLER", "REQUESTED", "direct_url.json"):
        write(made / "pure-1.0.dist-info" / name, "")
    for name in ("bin/tracemend", "pure/__pycache__/__init__.cpython-313.pyc", "pure/tests/test_pure.py"):
        write(made / name, "")
    bundle.tidy(made)
    assert set(made.rglob("*")) == before


def test_a_missing_wheel_is_named(tmp_path: Path) -> None:
    out = tmp_path / "libs"
    write(out / "kept", "")
    command = [sys.executable, str(CLIENT / "tools" / "bundle.py"), str(tmp_path / "none.whl"), "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr == f"bundle: there is no wheel {tmp_path / 'none.whl'}; `make wheel` builds it\n"
    assert (out / "kept").exists()


@pytest.mark.slow
def test_every_python_makes_what_the_vsix_holds(python: Python, extension: Path, tmp_path: Path) -> None:
    wheels = sorted(ROOT.glob("dist/tracemend-*.whl"), key=lambda file: file.stat().st_mtime)
    assert wheels, "run make vsix"
    command = [str(python.path), str(CLIENT / "tools" / "bundle.py"), str(wheels[-1]), "--out", str(tmp_path / "libs")]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    made, held = tree(tmp_path / "libs"), tree(extension / "bundled" / "libs")
    differing = [name for name in sorted({*made, *held}) if made.get(name) != held.get(name)]
    assert differing == [], "the VSIX holds another server than the wheel: run make vsix"


def tree(folder: Path) -> dict[str, bytes]:
    """{name: content} of all files but byte code."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-build.txt"])
def test_requirements_are_pinned_hashed_and_name_no_index(name: str) -> None:
    text = (CLIENT / name).read_text(encoding="utf-8")
    lines = [line for line in text.replace("\\\n", "").splitlines() if not line.startswith("#")]
    assert lines
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.]+ +--hash=sha256:[0-9a-f]{64}", line)] == []


def test_requirements_have_each_dependency_of_the_project() -> None:
    locked = set(re.findall(r"^([\w.-]+)==", (CLIENT / "requirements.txt").read_text("utf-8"), re.MULTILINE))
    required = [one for one in metadata.requires("tracemend") or [] if "extra ==" not in one]
    named = {re.split(r"[^\w.-]", one)[0] for one in required}
    assert "pygls" in named
    assert {name.lower() for name in named} <= {name.lower() for name in locked}


EDITOR = """\
#!{python}
import sys
if "--install-extension" in sys.argv:
    open({log!r}, "w").write(" ".join(sys.argv[1:]))
    sys.exit({status})
print({listed!r})
"""


@pytest.fixture
def small_vsix(tmp_path: Path) -> Path:
    """As much of a VSIX as the installer looks at."""
    file = tmp_path / "tracemend-1.2.3.vsix"
    with zipfile.ZipFile(file, "w") as archive:
        manifest = {"publisher": "Some", "name": "tracemend", "version": "1.2.3"}
        archive.writestr("extension/package.json", json.dumps(manifest))
    return file


def install(
    vsix: Path, folder: Path, status: int = 0, listed: str = "some.tracemend@1.2.3", name: str = "codium"
) -> subprocess.CompletedProcess[str]:
    """Run the installer where this editor is the only one on PATH."""
    folder.mkdir(exist_ok=True)
    editor = folder / name
    editor.write_text(EDITOR.format(python=sys.executable, log=str(folder / "log"), status=status, listed=listed))
    editor.chmod(0o755)
    return subprocess.run(
        [sys.executable, CLIENT / "tools" / "install.py", vsix],
        capture_output=True,
        text=True,
        env={**os.environ, "PATH": str(folder)},
    )


posix = pytest.mark.skipif(os.name == "nt", reason="the editors here are scripts with a first line for POSIX")


@posix
def test_it_is_installed_into_the_editor_on_path(small_vsix: Path, tmp_path: Path) -> None:
    done = install(small_vsix, tmp_path / "bin")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "bin" / "log").read_text() == f"--install-extension {small_vsix} --force"
    assert f"Some.tracemend@1.2.3 is installed in {tmp_path / 'bin' / 'codium'}." in done.stdout
    assert "Next:" in done.stdout


@posix
@pytest.mark.parametrize(
    ("status", "listed", "sentence"),
    [
        (3, "some.tracemend@1.2.3", "ended with status 3; what it printed above says why"),
        (0, "some.tracemend@1.2.2", "does not list Some.tracemend@1.2.3 after installing it"),
    ],
)
def test_a_failure_of_the_editor_is_no_success(
    small_vsix: Path, tmp_path: Path, status: int, listed: str, sentence: str
) -> None:
    done = install(small_vsix, tmp_path / "bin", status, listed)
    assert done.returncode == 1
    assert done.stderr == f"install: {tmp_path / 'bin' / 'codium'} {sentence}\n"


@posix
def test_without_an_editor_all_are_named(small_vsix: Path, tmp_path: Path) -> None:
    done = install(small_vsix, tmp_path / "bin", name="other-editor")
    assert done.returncode == 1
    for name in ("code ", "code-insiders", "codium", "cursor", "code-server", "--editor PATH"):
        assert name in done.stderr
