"""The VSIX that is tested: `TRACEMEND_VSIX`, else the newest in `dist/`."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import interpreters
import pytest
import unpacked

ROOT = Path(__file__).resolve().parent.parent.parent


def _vsix() -> Path | None:
    named = os.environ.get("TRACEMEND_VSIX")
    if named:
        return Path(named).resolve()
    made = sorted(ROOT.glob("dist/tracemend-*.vsix"), key=lambda file: file.stat().st_mtime)
    return made[-1] if made else None


@pytest.fixture(scope="session")
def vsix() -> Path:
    """The file."""
    file = _vsix()
    if file is None or not file.is_file():
        pytest.fail(f"there is no {file or 'dist/tracemend-*.vsix'}: run make vsix", pytrace=False)
    return file


@pytest.fixture(scope="session")
def extension(vsix: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the extension, unpacked as an editor does it."""
    folder = tmp_path_factory.mktemp("vsix")
    with zipfile.ZipFile(vsix) as archive:
        archive.extractall(folder)
    return folder / "extension"


@pytest.fixture(scope="session")
def start(extension: Path) -> Path:
    """The script that the client starts."""
    return extension / "bundled" / "start.py"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that takes `python` or `old_python` runs once with each of them."""
    for name, pythons in (("python", interpreters.supported()), ("old_python", interpreters.too_old())):
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, pythons, ids=str)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was tested with what."""
    say = terminalreporter.write_line
    file = _vsix()
    if file is not None and file.is_file():
        with zipfile.ZipFile(file) as archive:
            whole = sum(entry.file_size for entry in archive.infolist())
        say(f"{file.name}: {file.stat().st_size / 1e6:.2f} MB, unpacked {whole / 1e6:.2f} MB")
    tried = interpreters.supported()
    say(f"Pythons found: {', '.join(map(str, interpreters.found()))}; started with: {', '.join(map(str, tried))}")
    if not any(python.version[:2] == interpreters.OLDEST for python in tried):
        say("No CPython 3.10 was found: the oldest one that is supported was not tried.")
    cut_off = " ".join(unpacked.without_network())
    say(
        f"Network taken away by `{cut_off}`." if cut_off else "This machine does not permit `unshare -n`: with network."
    )
