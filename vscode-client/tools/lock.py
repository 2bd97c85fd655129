"""Writes `requirements.txt` and `requirements-build.txt` anew: pinned versions with the hashes of one file each.

In: the dependencies in the project's `pyproject.toml`, and what pip finds for them. Out: both files, to be looked
through and committed. Run it with the Python whose pip is to be asked, 3.11 or newer: `python tools/lock.py`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import tomllib

CLIENT = Path(__file__).resolve().parent.parent
PROJECT = CLIENT.parent / "pyproject.toml"

# What is bundled serves each CPython from the oldest on.
OLDEST = "3.10"
# What only the older of them need; pip leaves out what the Python that runs it can do without.
FOR_OLDER = ("exceptiongroup", "typing_extensions")
# The one dependency whose wheels are native; its source distribution is pure Python as well.
FROM_SOURCE = "PyYAML"
# What turns that source distribution into files.
TO_BUILD = ("setuptools",)


def main() -> int:
    """Write both files; the answer is the exit status."""
    dependencies = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]
    found = _resolved([*dependencies, *FOR_OLDER])
    version = found.pop(FROM_SOURCE)[0]
    found |= _report("--no-deps", f"--no-binary={FROM_SOURCE}", f"{FROM_SOURCE}=={version}")
    _write(CLIENT / "requirements.txt", "What the VSIX bundles besides Tracemend", found)
    _write(CLIENT / "requirements-build.txt", f"What builds {FROM_SOURCE}", _resolved(TO_BUILD))
    return 0


def _resolved(requirements: Sequence[str]) -> dict[str, tuple[str, str]]:
    """{name: (version, SHA-256)} of these and of all they require: the newest wheels for the oldest Python."""
    return _report("--only-binary=:all:", "--python-version", OLDEST, *requirements)


def _report(*arguments: str) -> dict[str, tuple[str, str]]:
    """The same of whatever pip would install with these arguments."""
    with tempfile.TemporaryDirectory(prefix="tracemend-lock-") as scratch:
        report = Path(scratch, "report.json")
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed"]
        subprocess.run([*pip, "--target", scratch, "--report", str(report), *arguments], check=True)
        installed: list[dict[str, Any]] = json.loads(report.read_text(encoding="utf-8"))["install"]
    return {
        one["metadata"]["name"]: (one["metadata"]["version"], one["download_info"]["archive_info"]["hashes"]["sha256"])
        for one in installed
    }


def _write(path: Path, what: str, found: dict[str, tuple[str, str]]) -> None:
    lines = [f"# {what}. Made by tools/lock.py; do not edit."]
    for name, (version, sha256) in sorted(found.items(), key=lambda item: item[0].lower()):
        lines.append(f"{name}=={version} \\\n    --hash=sha256:{sha256}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path.name}: {', '.join(f'{name} {version}' for name, (version, _) in found.items())}")


if __name__ == "__main__":
    sys.exit(main())
