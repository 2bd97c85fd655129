"""What a person does in the text editor: go to a line, look at underlines, hover, choose a fix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from processes import until

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

_SQUIGGLES = """(editor) => {
    const lines = [...editor.querySelectorAll('.margin-view-overlays .line-numbers')].map(
        (one) => ({number: Number(one.textContent), box: one.getBoundingClientRect()}));
    const found = [];
    for (const one of editor.querySelectorAll('.view-overlays .cdr')) {
        const kind = [...one.classList].find((name) => name.startsWith('squiggly-'));
        if (!kind || !['error', 'warning', 'info', 'hint'].includes(kind.slice(9))) continue;
        const {x, y, width, height} = one.getBoundingClientRect();
        const middle = y + height / 2;
        const line = lines.find(({box}) => box.top <= middle && middle < box.bottom);
        if (line) found.push({line: line.number, kind: kind.slice(9), x, y, width, height});
    }
    return found;
}"""


@dataclass(frozen=True)
class Squiggle:
    """An underline: its line, its kind (`error`, `warning`, `info`, `hint`) and where it is on the screen."""

    line: int
    kind: str
    x: float
    y: float
    width: float
    height: float


class Editor:
    """The active editor group's text editor."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._group = page.locator(".editor-group-container.active")
        self._monaco = self._group.locator(".editor-instance .monaco-editor[role=code]").first

    @property
    def title(self) -> str:
        """The name on the active tab."""
        return self._group.locator(".tab.active .label-name").first.inner_text()

    def focus(self) -> None:
        """Click into the text."""
        if not self._group.locator(".monaco-editor.focused").count():
            self._monaco.locator(".editor-scrollable").click(position={"x": 500, "y": 40})

    def goto(self, line: int, column: int = 1) -> None:
        """Put the cursor there, by the keyboard."""
        self.focus()
        self._page.keyboard.press("Control+KeyG")
        box = self._page.locator(".quick-input-widget input.input")
        box.wait_for()
        box.fill(f":{line}:{column}")
        self._page.keyboard.press("Enter")
        until("the cursor is there", lambda: self.cursor == (line, column))

    def shown(self) -> None:
        """Wait until the text is on the screen and has the keyboard."""
        self._monaco.locator(".view-lines .view-line").first.wait_for()
        self._group.locator(".monaco-editor.focused").first.wait_for()

    @property
    def cursor(self) -> tuple[int, int]:
        """Line and column of the cursor, as the status bar tells them."""
        text = self._page.locator("[id='status.editor.selection']").inner_text()
        numbers = [int(word) for word in text.replace(",", " ").split() if word.isdigit()]
        return numbers[0], numbers[1]

    def undo(self) -> None:
        """Ctrl+Z."""
        self._page.keyboard.press("Control+KeyZ")

    def redo(self) -> None:
        """Ctrl+Shift+Z."""
        self._page.keyboard.press("Control+Shift+KeyZ")

    def lines(self) -> list[str]:
        """The text lines on the screen, from the top."""
        lines: list[str] = self._monaco.locator(".view-lines .view-line").evaluate_all(
            "(all) => all.map((one) => [parseFloat(one.style.top), one.textContent])"
            ".sort((a, b) => a[0] - b[0]).map((one) => one[1].replaceAll('\\u00a0', ' '))"
        )
        return lines

    def save(self) -> None:
        """Ctrl+S, until the tab shows no change."""
        self._page.keyboard.press("Control+KeyS")
        self._group.locator(".tab.active.dirty").wait_for(state="detached")

    def squiggles(self) -> list[Squiggle]:
        """The underlines on the screen, by line."""
        if not self._monaco.count():
            return []
        found = self._monaco.evaluate(_SQUIGGLES)
        return sorted((Squiggle(**one) for one in found), key=lambda one: (one.line, one.x))

    def squiggle(self, line: int, seconds: float = 20.0) -> Squiggle:
        """The first underline of a line, as soon as there is one."""
        return until(f"an underline on line {line}", lambda: self._on(line), seconds)[0]

    def first_squiggle(self, seconds: float = 20.0) -> Squiggle:
        """The first underline on the screen, as soon as there is one."""
        return until("an underline", self.squiggles, seconds)[0]

    def no_squiggle(self, line: int | None = None, seconds: float = 20.0) -> None:
        """Wait until a line (or the text on the screen) has no underline."""
        until("no underline", lambda: not (self._on(line) if line else self.squiggles()), seconds)

    def hover(self, at: Squiggle) -> Locator:
        """Rest the mouse on an underline; the box that comes."""
        self._page.mouse.move(at.x + at.width / 2, at.y + 200)
        self._page.mouse.move(at.x + min(at.width / 2, 40), at.y + at.height / 2, steps=3)
        return self._hover_box()

    def hover_by_keyboard(self) -> Locator:
        """Ctrl+K Ctrl+I: the box on what the cursor is on."""
        self._page.keyboard.press("Control+KeyK")
        self._page.keyboard.press("Control+KeyI")
        return self._hover_box()

    def part_of_hover(self, part: str) -> Locator:
        """The part of the shown hover that holds a text: each of its parts comes from another source."""
        rows = self._page.locator(".monaco-editor .monaco-hover:not(.hidden) .hover-row")
        return rows.filter(has_text=part).last

    def hover_text(self, at: Squiggle, part: str, seconds: float = 10.0) -> str:
        """The text of the box on an underline, as soon as it holds `part`."""
        return self.text_of(self.hover(at), part, seconds)

    def text_of(self, box: Locator, part: str, seconds: float = 10.0) -> str:
        """The text of a hover's box, as soon as it holds `part`."""

        def ready() -> str:
            text = plain(box.inner_text()) if box.count() else ""
            return text if part in text else ""

        return until(f"a hover with {part!r}", ready, seconds)

    def leave_hover(self) -> None:
        """Take a hover away: by the mouse, and where the keyboard is in the text, by Escape."""
        self._page.mouse.move(5, 5)
        if self._group.locator(".monaco-editor.focused").count():
            self._page.keyboard.press("Escape")
        self._page.locator(".monaco-editor .monaco-hover:not(.hidden)").wait_for(state="hidden")

    def actions(self) -> list[str]:
        """Ctrl+.: the titles in the menu, from the top (the menu stays).

        VS Code asks by itself a quarter of a second after the cursor moved or the problems changed, and drops what it
        was asked for before: nothing comes then, and a person presses again.
        """

        def pressed() -> list[str]:
            self._page.keyboard.press("Control+Period")
            try:
                return until("a menu", self._titles, seconds=3)
            except TimeoutError:
                return []

        return until("a menu of fixes", pressed)

    def chosen_action(self) -> str:
        """The title in the menu that Enter would take."""
        return plain(self._menu().locator(".monaco-list-row.action.focused").inner_text())

    def choose(self, title: str) -> None:
        """Go down the open menu to a title and press Enter."""
        titles = self._titles()
        for _ in titles:
            if self.chosen_action() == title:
                self._page.keyboard.press("Enter")
                self._menu().wait_for(state="hidden")
                return
            self._page.keyboard.press("ArrowDown")
        raise AssertionError(f"{title!r} is not in the menu: {titles}")

    def close_menu(self) -> None:
        """Escape from the menu."""
        self._page.keyboard.press("Escape")
        self._menu().wait_for(state="hidden")

    def _titles(self) -> list[str]:
        rows = self._menu().locator(".monaco-list-row.action")
        return [plain(text) for text in rows.all_inner_texts()]

    def _menu(self) -> Locator:
        return self._page.locator(".action-widget").filter(visible=True)

    def _hover_box(self) -> Locator:
        box = self._page.locator(".monaco-editor .monaco-hover:not(.hidden)").filter(visible=True)
        box.first.wait_for()
        return box.first

    def _on(self, line: int) -> list[Squiggle]:
        return [one for one in self.squiggles() if one.line == line]


def plain(text: str) -> str:
    """Text of the page with usual blanks and no blank ends."""
    return text.replace("\u00a0", " ").strip()
