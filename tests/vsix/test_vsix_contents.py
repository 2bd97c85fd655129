"""What lies in the VSIX: all that is needed, nothing native, nothing of the machine that built it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from email.parser import HeaderParser
from importlib import metadata
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
NATIVE_SUFFIXES = {".so", ".pyd", ".dylib", ".dll", ".exe", ".node", ".a", ".o", ".wasm"}
NATIVE_STARTS = (b"\x7fELF", b"MZ", b"\xfe\xed\xfa", b"\xce\xfa\xed\xfe", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe")
# Indexes that packages are downloaded from. The project pages of packages are no such address.
REGISTRIES = ("pypi.org/simple", "files.pythonhosted.org", "registry.npmjs.org", "registry.yarnpkg.com")
LARGEST = 13_000_000
"""Bytes. Six of ten are the knowledge: 2,600 entries as they are written, and compiled."""


@pytest.fixture(scope="module")
def files(vsix: Path) -> dict[str, bytes]:
    """{name in the archive: content}."""
    with zipfile.ZipFile(vsix) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}


@pytest.fixture(scope="module")
def manifest(files: dict[str, bytes]) -> dict[str, Any]:
    """The extension's package.json."""
    return dict(json.loads(files["extension/package.json"]))


def test_nothing_is_native(files: dict[str, bytes]) -> None:
    native = [
        name
        for name, content in files.items()
        if Path(name).suffix.lower() in NATIVE_SUFFIXES or content.startswith(NATIVE_STARTS)
    ]
    assert native == []


def test_it_is_for_every_platform(files: dict[str, bytes]) -> None:
    assert b"TargetPlatform" not in files["extension.vsixmanifest"]


def test_nothing_names_the_building_machine_or_a_registry(files: dict[str, bytes]) -> None:
    addresses = {*_folders(), *REGISTRIES, *_configured_registries()}
    named = [
        f"{name}: {address}" for name, content in files.items() for address in addresses if address.encode() in content
    ]
    assert named == []


def test_the_files_that_the_manifest_names_are_there(files: dict[str, bytes], manifest: dict[str, Any]) -> None:
    main = os.path.normpath(manifest["main"])
    wanted = [main if main.endswith(".js") else f"{main}.js", *([manifest["icon"]] if "icon" in manifest else [])]
    lower = {name.lower() for name in files}
    assert [name for name in wanted if f"extension/{name}".lower() not in lower] == []
    assert any(re.fullmatch(r"extension/licen[cs]e(\.txt|\.md)?", name) for name in lower)
    assert "extension/readme.md" in lower


def test_the_server_is_there_with_all_it_needs(files: dict[str, bytes], manifest: dict[str, Any]) -> None:
    packages = _packages(files)
    pinned = dict(re.findall(r"^([\w.-]+)==(\S+)", _requirements(), re.MULTILINE))
    assert packages == {_normalised(name): version for name, version in pinned.items()} | {
        "tracemend": manifest["version"]
    }
    for name in ("start.py", "libs/tracemend/__main__.py", "libs/yaml/__init__.py"):
        assert f"extension/bundled/{name}" in files
    knowledge = ROOT / "knowledge"
    inside = [path.relative_to(knowledge) for path in knowledge.rglob("*.yaml")]
    # What lies in a folder with a dot in its name belongs to a proof.
    shipped = [path.as_posix() for path in inside if not any("." in part for part in path.parent.parts)]
    assert shipped
    assert [path for path in shipped if f"extension/bundled/libs/tracemend/data/{path}" not in files] == []


def test_the_versions_are_one(manifest: dict[str, Any]) -> None:
    assert manifest["version"] == metadata.version("tracemend")


def test_each_package_keeps_its_licence(files: dict[str, bytes]) -> None:
    folders = {name.rpartition(".dist-info/")[0] for name in files if ".dist-info/" in name}
    licensed = {
        name.rpartition(".dist-info/")[0]
        for name in files
        if re.search(r"\.dist-info/(.*/)?(LICEN[CS]E|COPYING)[^/]*$", name, re.IGNORECASE)
    }
    assert folders == licensed


def test_what_only_developers_need_is_not_there(files: dict[str, bytes]) -> None:
    unwanted = re.compile(
        r"/__pycache__/|\.pyc$|/bundled/libs/bin/|/tests?/|^extension/(src|tools|node_modules)/|\.tsbuildinfo$|\.map$"
        r"|/(RECORD|INSTALLER|REQUESTED|direct_url\.json|package-lock\.json|tsconfig\.json|\.gitignore)$"
        r"|requirements.*\.txt$"
    )
    assert [name for name in files if unwanted.search(name)] == []


def test_it_is_small(vsix: Path) -> None:
    assert vsix.stat().st_size < LARGEST


def _packages(files: dict[str, bytes]) -> dict[str, str]:
    """{normalised name: version} of the bundled packages."""
    found = {}
    for name, content in files.items():
        if name.startswith("extension/bundled/libs/") and name.endswith(".dist-info/METADATA"):
            fields = HeaderParser().parsestr(content.decode())
            found[_normalised(fields["Name"])] = fields["Version"]
    return found


def _normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _requirements() -> str:
    return (ROOT / "vscode-client" / "requirements.txt").read_text(encoding="utf-8")


def _folders() -> Iterator[str]:
    """Folders of this machine that no other one has."""
    for folder in (ROOT, Path.home(), *([Path(sys.prefix)] if sys.prefix != sys.base_prefix else [])):
        # Printed errors that the knowledge speaks of hold short ones: `/root`, `/app`.
        if len(folder.parts) > 2:
            yield str(folder)


def _configured_registries() -> Iterator[str]:
    """Hosts of indexes that this machine uses besides the public ones."""
    for command in (
        [sys.executable, "-m", "pip", "config", "get", "global.index-url"],
        ["npm", "config", "get", "registry"],
    ):
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=60)
        except OSError:
            continue
        host = urlsplit(done.stdout.strip()).netloc.rpartition("@")[2]
        if host and host != "pypi.org":
            yield host
