"""VS Code's window as a person uses it: the keyboard and the mouse, and what the screen shows."""

from __future__ import annotations

import itertools
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from code_server import CodeServer
from editor import Editor, plain
from processes import until
from terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Frame, Locator, Page

THEMES = {"light": "Default Light Modern", "dark": "Default Dark Modern"}


class Workbench:
    """A window on a folder. `screenshots` is where pictures go."""

    def __init__(self, page: Page, server: CodeServer, folder: Path, screenshots: Path) -> None:
        self.page, self.server, self.folder = page, server, folder
        self.editor = Editor(page)
        self.terminal = Terminal(page)
        self.screenshots = screenshots
        page.set_default_timeout(15_000)

    def open(self) -> None:
        """Load the window, until the files of the folder are listed and the editor knows its extensions."""
        self.page.goto(f"{self.server.url}/?folder={self.folder}")
        self.page.locator(".explorer-folders-view .monaco-list-row").first.wait_for(timeout=60_000)
        self.page.wait_for_function("performance.getEntriesByName('code/didLoadExtensions').length > 0")

    def write(self, name: str, text: str) -> Path:
        """A file of the folder, made on the disk."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        return file

    def open_file(self, name: str) -> Editor:
        """Ctrl+P, the name, Enter."""
        self.page.keyboard.press("Control+KeyP")
        self._quick_input(name).locator(".monaco-list-row.focused", has_text=Path(name).name).wait_for()
        self.page.keyboard.press("Enter")
        until(f"{name} is open", lambda: self.editor.title == Path(name).name)
        self.editor.shown()
        return self.editor

    def command(self, title: str) -> None:
        """A command of the palette: F1, its title, Enter."""
        self.page.keyboard.press("F1")
        widget = self._quick_input(f">{title}")
        until(f"{title!r} in the palette", lambda: title in self._labels(widget))
        for _ in range(self._labels(widget).index(title)):
            self.page.keyboard.press("ArrowDown")
        self.page.keyboard.press("Enter")
        widget.wait_for(state="hidden")

    def offers(self, title: str) -> bool:
        """Whether the palette has a command."""
        self.page.keyboard.press("F1")
        widget = self._quick_input(f">{title}")
        widget.locator(".monaco-list-row").first.wait_for()
        labels = self._labels(widget)
        self.page.keyboard.press("Escape")
        widget.wait_for(state="hidden")
        return title in labels

    def new_text(self, text: str) -> Editor:
        """A new untitled file with a text that is pasted."""
        self.command("File: New Untitled Text File")
        until("an untitled file", lambda: self.editor.title.startswith("Untitled"))
        self.editor.shown()
        self.put_on_clipboard(text)
        self.page.keyboard.press("Control+KeyV")
        first = next(line.strip() for line in text.splitlines() if line.strip())
        until("the pasted text", lambda: self.page.locator(".dirty").count() and first[:20])
        return self.editor

    def close_editors(self) -> None:
        """Close all editors; changes that were not saved are given up."""
        self.command("View: Close All Editors")
        until("closed or asked", lambda: self.dialog().count() or not self.page.locator(".tab").count())
        while self.dialog().count():
            self.dialog().locator(".monaco-button", has_text="Don't Save").click()
            until("closed", lambda: not self.dialog().count() or self.page.locator(".tab").count() == 0)
        until("no tab", lambda: not self.page.locator(".tab").count())

    def dialog(self) -> Locator:
        """A modal dialogue."""
        return self.page.locator(".monaco-dialog-box").filter(visible=True)

    def put_on_clipboard(self, text: str) -> None:
        """As if it had been copied elsewhere."""
        self.page.evaluate("(text) => navigator.clipboard.writeText(text)", text)

    def clipboard(self) -> str:
        """What is on the clipboard."""
        return str(self.page.evaluate("() => navigator.clipboard.readText()"))

    def problems_of(self, name: str) -> list[str]:
        """The rows of the Problems view below a file's."""
        rows = self.problems()
        start = next((number for number, row in enumerate(rows, 1) if row.startswith(f"1 {name}")), len(rows))
        return list(itertools.takewhile(lambda row: not row.startswith("1 "), rows[start:]))

    def problems(self) -> list[str]:
        """The rows of the Problems view, from the top, each with its level before it: `1 report.py`, `2 message`."""
        view = self.page.locator(".markers-panel")
        if not view.filter(visible=True).count():
            self.command("Problems: Focus on Problems View")
            view.wait_for()
        found = []
        for row in view.locator(".monaco-list-row").all():
            level = row.get_attribute("aria-level") or "0"
            text = re.sub(r"\s+", " ", plain(row.inner_text()))
            found.append((int(row.get_attribute("data-index") or 0), f"{level} {text}"))
        return [text for _, text in sorted(found)]

    def choose_problem(self, part: str) -> None:
        """Click on a row of the Problems view."""
        self.page.locator(".markers-panel .monaco-list-row", has_text=part).click()

    def notifications(self) -> list[str]:
        """The texts of the notifications that are shown."""
        rows = self.page.locator(".notifications-toasts .notification-list-item").filter(visible=True)
        return [plain(text) for text in rows.all_inner_texts()]

    def running_extensions(self) -> list[str]:
        """The rows of "Show Running Extensions", each with its activation and how long that took."""
        self.command("Developer: Show Running Extensions")
        rows = self.page.locator(".runtime-extensions-editor .monaco-list-row")
        rows.first.wait_for()
        return [plain(text) for text in rows.all_inner_texts()]

    def notification_button(self, label: str) -> Locator:
        """A button of a notification."""
        return self.page.locator(".notifications-toasts .monaco-button", has_text=label).first

    def language_status(self) -> Locator:
        """The details of the language's status: the mouse rests on its braces in the status bar."""
        self.page.locator("[id='status.languageStatus']").hover()
        details = self.page.locator(".hover-language-status")
        details.first.wait_for()
        return details.filter(has_text="Tracemend").first

    def output(self) -> str:
        """The text on the screen of the Output view."""
        lines = self.page.locator(".output-view .view-lines .view-line").all_inner_texts()
        return plain("\n".join(lines))

    def edit_settings(self, settings: dict[str, object]) -> None:
        """Open the user's settings.json in the editor, and put these in place of those that begin like them."""
        self.command("Preferences: Open User Settings (JSON)")
        until("settings.json", lambda: self.editor.title == "settings.json")
        self.editor.shown()
        text = json.dumps({**json.loads(self.server.settings.read_text()), **settings}, indent=2)
        self.put_on_clipboard(text)
        self.page.keyboard.press("Control+KeyA")
        self.page.keyboard.press("Control+KeyV")
        self.editor.save()
        until("they are saved", lambda: self.server.settings.read_text() == text)

    def clear_notifications(self) -> None:
        """Take all away. In a terminal the palette's key makes the editor tell once of keys that shells do not get."""
        self.command("Notifications: Clear All Notifications")
        until("no notification", lambda: not self.notifications())

    def preview(self, part: str, seconds: float = 20.0) -> Frame:
        """The frame of a Markdown preview that holds `part`."""
        return until(f"a preview with {part!r}", lambda: self._previews(part), seconds)[0]

    def tabs(self) -> list[str]:
        """The names of all open tabs."""
        return [plain(text) for text in self.page.locator(".editor-group-container .tab .label-name").all_inner_texts()]

    def groups(self) -> int:
        """How many editor groups there are side by side."""
        return self.page.locator(".editor-group-container").count()

    def theme(self, name: str) -> None:
        """`light` or `dark`."""
        self.server.set({"workbench.colorTheme": THEMES[name]})
        self.page.locator(f".monaco-workbench.{'vs-dark' if name == 'dark' else 'vs'}").first.wait_for()

    def pictures(self, scene: str) -> None:
        """Screenshots of what is shown, in both themes."""
        self.screenshots.mkdir(exist_ok=True)
        for name in ("dark", "light"):
            self.theme(name)
            self.page.wait_for_timeout(400)  # hovers and themes fade
            self.page.screenshot(path=self.screenshots / f"{scene}-{name}.png")

    def _previews(self, part: str) -> list[Frame]:
        """The innermost frames of webviews that show a text."""
        self.page.evaluate("0")  # the list of frames is brought up to date by a call only
        found = []
        for frame in self.page.frames:
            if "fake.html" not in frame.url:
                continue
            try:
                if part in frame.locator("body").inner_text(timeout=500):
                    found.append(frame)
            except Exception:  # the frame is replaced while it is read
                continue
        return found

    def _labels(self, widget: Locator) -> list[str]:
        """The titles in the palette, from the top, without their keys."""
        return [plain(text) for text in widget.locator(".monaco-list-row .label-name").all_inner_texts()]

    def _quick_input(self, text: str) -> Locator:
        widget = self.page.locator(".quick-input-widget")
        box = widget.locator("input.input")
        box.wait_for()
        box.fill(text)
        return widget


class OpenEditor(Protocol):
    """Opens a fresh VS Code on a new folder with these files, by name; see the fixture of conftest.py."""

    def __call__(
        self,
        files: Mapping[str, str],
        settings: Mapping[str, object] | None = None,
        *,
        trust: bool = False,
        path: str | None = None,
    ) -> Workbench: ...
