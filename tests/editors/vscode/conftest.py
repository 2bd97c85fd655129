"""Starts the real VS Code for tests: one browser for all, a fresh editor for each set-up."""

from __future__ import annotations

import os
import shutil
import tempfile
import venv
from collections.abc import Generator, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from code_server import CodeServer, launcher
from needs import require
from vsix import packed
from workbench import OpenEditor, Workbench

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
SCREENSHOTS = HERE / "screenshots"
NAME = "VS Code"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
FLAGS += ["--disable-background-networking", "--disable-component-update"]
EXTENSIONS = ("pyright-extension", "probe-extension")

_open: list[Workbench] = []


@pytest.fixture(scope="session")
def vsix() -> Path:
    """The extension's file: TRACEMEND_VSIX, else the newest in dist/."""
    named = os.environ.get("TRACEMEND_VSIX")
    files = [Path(named)] if named else list((ROOT / "dist").glob("tracemend-*.vsix"))
    files = [file for file in files if file.is_file()]
    require(NAME, bool(files), "no tracemend-*.vsix in dist; run make vsix")
    return max(files, key=lambda file: file.stat().st_mtime)


@pytest.fixture(scope="session")
def executable() -> Path:
    """code-server."""
    found = launcher()
    require(NAME, found is not None, "no code-server; run tests/editors/install_code_server.sh")
    assert found is not None
    return found


@pytest.fixture(scope="session")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for PATH whose `python3` and `python` are a CPython with no packages installed."""
    folder = tmp_path_factory.mktemp("python")
    venv.create(folder, symlinks=True)
    return folder / "bin"


@pytest.fixture(scope="session")
def extensions(executable: Path, vsix: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with our extension and those of the tests installed, from their files."""
    folder = tmp_path_factory.mktemp("extensions")
    installer = CodeServer(executable, tmp_path_factory.mktemp("installer"), folder, {"PATH": os.defpath})
    installer.install([vsix, *(packed(HERE / name, installer.run) for name in EXTENSIONS)])
    return folder


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium. It is closed before tests that have an event loop of their own."""
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    require(NAME, path is not None, "no Chromium; run make editor-deps")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        require(NAME, False, "no playwright; install the extra `editors`")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def open_editor(
    executable: Path,
    extensions: Path,
    python: Path,
    browser: Browser,
) -> Iterator[OpenEditor]:
    """Opens a fresh VS Code on a folder with `files`; all of a module's are ended when it is over."""
    servers: list[CodeServer] = []
    scratch: list[tempfile.TemporaryDirectory[str]] = []

    def start(
        files: Mapping[str, str],
        settings: Mapping[str, object] | None = None,
        *,
        trust: bool = False,
        path: str | None = None,
    ) -> Workbench:
        scratch.append(tempfile.TemporaryDirectory(prefix="tracemend-", ignore_cleanup_errors=True))
        run = Path(scratch[-1].name)
        environment = {"PATH": path if path is not None else f"{python}:/usr/local/bin:/usr/bin:/bin"}
        server = CodeServer(executable, run / "editor", extensions, environment, settings, trust)
        servers.append(server)
        folder = run / "project"
        folder.mkdir()
        for name, text in files.items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        server.start()
        context = browser.new_context(
            viewport={"width": 1280, "height": 800}, permissions=["clipboard-read", "clipboard-write"]
        )
        workbench = Workbench(context.new_page(), server, folder, SCREENSHOTS)
        _open.append(workbench)
        workbench.open()
        return workbench

    try:
        yield start
    finally:
        for workbench in _open:
            workbench.page.context.close()
        _open.clear()
        for server in servers:
            server.stop()
        for folder in scratch:
            folder.cleanup()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test that failed shows what was on the screen and what our log says."""
    report = yield
    if report.failed and report.when in ("setup", "call"):
        for number, workbench in enumerate(_open):
            try:
                picture = SCREENSHOTS / f"failed-{item.name}-{report.when}-{number}.png"
                SCREENSHOTS.mkdir(exist_ok=True)
                workbench.page.screenshot(path=picture)
                report.sections.append(("screen", str(picture)))
                report.sections.append(("terminal", workbench.terminal.text()))
                report.sections.append(("Tracemend's log", workbench.server.logs("Tracemend")[-4000:]))
            except Exception as error:
                report.sections.append(("screen", f"no picture: {error}"))
    return report
