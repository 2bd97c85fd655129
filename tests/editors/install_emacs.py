"""Puts Emacs 30 beside the system's Emacs, into the folder of the tests' editors; prints the path of what starts it.

For Debian 12, whose backports have it: the packages are unpacked, not installed. Needs apt's mirror the first time.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from install_neovim import editors_folder

SUITE = "bookworm-backports"
PACKAGES = ("emacs-nox", "emacs-common", "emacs-bin-common", "emacs-el")
START = """\
#!/bin/sh
top=$(dirname "$(readlink -f "$0")")/root/usr
EMACSDATA=$(echo "$top"/share/emacs/30.*/etc)
EMACSLOADPATH=$(find "$top"/share/emacs/30.*/lisp -type d | paste -sd:)
EMACSPATH=$(echo "$top"/libexec/emacs/30.*/*)
export EMACSDATA EMACSDOC="$EMACSDATA" EMACSLOADPATH EMACSPATH
exec "$top/bin/emacs-nox" --dump-file="$(echo "$EMACSPATH"/*.pdmp)" "$@"
"""


def version_of(emacs: str | Path) -> int | None:
    """An Emacs' major version, if it runs and has Eglot."""
    words = [str(emacs), "--batch", "-q", "--eval"]
    program = "(progn (package-activate-all) (require 'eglot) (princ emacs-major-version))"
    try:
        done = subprocess.run([*words, program], capture_output=True, text=True, timeout=60)
    except OSError:
        return None
    return int(done.stdout) if done.returncode == 0 and done.stdout.isdecimal() else None


def installed() -> Path | None:
    """What starts it, where it is there and runs."""
    start = editors_folder() / "emacs-30" / "emacs"
    return start if start.exists() and version_of(start) == 30 else None


def _mirror() -> str:
    """The mirror that this system takes its own packages from."""
    words = ["apt-get", "indextargets", "--format", "$(REPO_URI)", "Codename: bookworm"]
    found = subprocess.run(words, capture_output=True, text=True).stdout.split()
    if not found:
        raise RuntimeError("this is no Debian 12 with apt's lists")
    return found[0]


def install() -> Path:
    """Install it if it is not there. Raises OSError, CalledProcessError or RuntimeError where that fails."""
    if (start := installed()) is not None:
        return start
    folder = editors_folder() / "emacs-30"
    for name in ("lists/partial", "debs", "root"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    sources = folder / "sources.list"
    keys = "/usr/share/keyrings/debian-archive-keyring.gpg"
    sources.write_text(f"deb [signed-by={keys}] {_mirror()} {SUITE} main\n", encoding="utf-8")
    apt = ["apt-get", "-qq", "-o", f"Dir::Etc::sourcelist={sources}", "-o", "Dir::Etc::sourceparts=-"]
    apt += ["-o", f"Dir::State::lists={folder / 'lists'}"]
    subprocess.run([*apt, "update"], check=True)
    subprocess.run([*apt, "download", *(f"{one}/{SUITE}" for one in PACKAGES)], check=True, cwd=folder / "debs")
    for package in (folder / "debs").glob("*.deb"):
        subprocess.run(["dpkg", "-x", package, folder / "root"], check=True)
        package.unlink()
    start = folder / "emacs"
    start.write_text(START, encoding="utf-8")
    start.chmod(0o755)
    if installed() is None:
        raise RuntimeError("what was unpacked does not run here")
    return start


if __name__ == "__main__":
    try:
        print(install())
    except (OSError, subprocess.CalledProcessError, RuntimeError) as error:
        sys.exit(f"Emacs 30 cannot be installed: {error}")
