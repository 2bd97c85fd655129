"""Installs the VSIX into an editor of this machine: `make install-vscode`.

In: the VSIX, and an editor: `--editor PATH`, else the first of those below that is on PATH. Out: the extension in that
editor, and what to do next; or status 1 and a sentence.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
# The commands of editors that take a VSIX in the same way.
EDITORS = {
    "code": "VS Code",
    "code-insiders": "VS Code Insiders",
    "codium": "VSCodium",
    "cursor": "Cursor",
    "code-server": "code-server",
}
NEXT = """\
Next: reload a window that is open (Ctrl+Shift+P, "Developer: Reload Window"), open a folder with Python code, and run a
program that fails in the integrated terminal. The line that failed is underlined, and a hover over it explains why."""


class InstallError(Exception):
    """Why nothing was installed."""


def main() -> int:
    """Install it; the answer is the exit status."""
    parser = argparse.ArgumentParser(description="Install the extension into an editor.")
    parser.add_argument("vsix", type=Path, nargs="?", help="the file (default: the newest in dist/)")
    parser.add_argument(
        "--editor", metavar="PATH", help=f"the editor's command (default: {', '.join(EDITORS)} of PATH)"
    )
    options = parser.parse_args()
    try:
        vsix = options.vsix or _newest()
        editor = _editor(options.editor)
        identity = _identity(vsix)
        _install(editor, vsix, identity)
    except InstallError as error:
        print(f"install: {error}", file=sys.stderr)
        return 1
    print(f"{identity} is installed in {editor}.\n{NEXT}")
    return 0


def _newest() -> Path:
    made = sorted(ROOT.glob("dist/tracemend-*.vsix"), key=lambda file: file.stat().st_mtime)
    if not made:
        raise InstallError("there is no dist/tracemend-*.vsix; `make vsix` makes it")
    return made[-1]


def _editor(named: str | None) -> str:
    """The path of the editor's command. Says which others there are."""
    if named:
        path = shutil.which(named)
        if path is None:
            raise InstallError(f"{named} is no program that can be run")
        return path
    found = [path for path in map(shutil.which, EDITORS) if path]
    if not found:
        names = ", ".join(f"{command} ({name})" for command, name in EDITORS.items())
        raise InstallError(
            f"none of these is on PATH: {names}. Name one by --editor PATH, or let the editor put its own there: "
            "its command palette has \"Shell Command: Install 'code' command in PATH\""
        )
    for other in found[1:]:
        print(f"There is {other} too; --editor {other} installs into it.")
    return found[0]


def _identity(vsix: Path) -> str:
    """`publisher.name@version`, as the editor lists the extension."""
    try:
        with zipfile.ZipFile(vsix) as archive:
            manifest = json.loads(archive.read("extension/package.json"))
        return f"{manifest['publisher']}.{manifest['name']}@{manifest['version']}"
    except (OSError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise InstallError(f"{vsix} is no VSIX ({error}); `make vsix` makes it") from error


def _install(editor: str, vsix: Path, identity: str) -> None:
    """Install it and look whether it is there: some editors end with status 0 whatever happened."""
    print(f"{editor} --install-extension {vsix} --force", flush=True)
    done = subprocess.run([editor, "--install-extension", str(vsix), "--force"])
    if done.returncode != 0:
        raise InstallError(f"{editor} ended with status {done.returncode}; what it printed above says why")
    listed = subprocess.run([editor, "--list-extensions", "--show-versions"], capture_output=True, text=True)
    if identity.lower() not in listed.stdout.lower().split():
        raise InstallError(f"{editor} does not list {identity} after installing it")


if __name__ == "__main__":
    sys.exit(main())
