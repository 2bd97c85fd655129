"""What a person does in the integrated terminal: open one, type, read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from processes import until

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

PROMPT = "$"


class Terminal:
    """The active terminal."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._active = page.locator(".terminal-wrapper.active")

    def new(self) -> None:
        """Open a terminal and wait until its shell tells the editor of its commands."""
        before = self.count()
        for _ in range(3):  # a window that is being loaded may let a key pass
            self._page.keyboard.press("Control+Shift+Backquote")
            try:
                until("a terminal", lambda: self.count() > before, 5)
                break
            except TimeoutError:
                continue
        # The mark beside the prompt comes from shell integration.
        self._active.locator(".terminal-command-decoration").first.wait_for(timeout=20_000)
        until("a prompt", lambda: self.last_line() == PROMPT)

    def focus(self) -> None:
        """Bring it to the front and click into it."""
        if not self._screen().filter(visible=True).count():
            self._page.keyboard.press("Control+Backquote")
        self._screen().click()

    def type(self, text: str) -> None:
        """Type without Enter, and wait until the text stands there."""
        self.focus()
        self._page.keyboard.type(text, delay=2)
        until(
            f"{text!r} in the terminal", lambda: text.replace(" ", "") in self.text().replace(" ", "").replace("\n", "")
        )

    def enter(self, command: str) -> None:
        """Type a command and press Enter."""
        self.type(command)
        # A window that is busy takes the whole output of a quick command at once, and then the editor hands extensions
        # nothing of it: this is so with VS Code 1.100.
        self._page.evaluate("() => new Promise((done) => requestIdleCallback(done, {timeout: 5000}))")
        self._page.keyboard.press("Enter")

    def run(self, command: str, seconds: float = 30.0) -> str:
        """Run a command and wait for the next prompt; the text on the screen since the command."""
        before = self._marks()
        self.enter(command)
        until(f"{command!r} is over", lambda: self._marks() > before and self.last_line() == PROMPT, seconds)
        return self.text().rpartition(command)[2]

    def ready(self) -> None:
        """An empty prompt, whatever was typed or runs."""
        self.focus()
        if self.last_line() != PROMPT:
            self.interrupt()

    def clear(self) -> None:
        """Run `clear`: an empty screen with a prompt."""
        self.enter("clear")
        until("an empty screen", lambda: self.text() == PROMPT)

    def select_all(self) -> None:
        """Select all text with the mouse, from the first row to the last."""
        rows = self._active.locator(".xterm-rows > div")
        first, last = rows.first.bounding_box(), rows.last.bounding_box()
        assert first is not None
        assert last is not None
        mouse = self._page.mouse
        mouse.move(first["x"] + 1, first["y"] + 4)
        mouse.down()
        mouse.move(last["x"] + last["width"] - 2, last["y"] + 4, steps=5)
        mouse.up()

    def interrupt(self) -> None:
        """Ctrl+C, until there is a prompt again."""
        self.focus()
        self._page.keyboard.press("Control+KeyC")
        until("a prompt", lambda: self.last_line() == PROMPT)

    def close(self) -> None:
        """Leave the shell; its terminal goes."""
        before = self.count()
        self.enter("exit")
        until("the terminal is gone", lambda: self.count() < before)

    def count(self) -> int:
        """How many terminals there are."""
        return self._page.locator(".terminal-wrapper").count()

    def text(self) -> str:
        """The text on the screen, a line for each row of it."""
        rows = self._active.locator(".xterm-rows > div").all_inner_texts()
        return "\n".join(row.replace("\u00a0", " ").rstrip() for row in rows).rstrip()

    def last_line(self) -> str:
        """The last row with text: the prompt with what is typed after it."""
        return self.text().rpartition("\n")[2].strip()

    def typed(self) -> str:
        """What stands at the last prompt, without blanks: where a row is wrapped they cannot be told."""
        return "".join(self.text().split()).rpartition(PROMPT)[2]

    def _screen(self) -> Locator:
        return self._active.locator(".xterm-screen")

    def _marks(self) -> int:
        return self._active.locator(".terminal-command-decoration").count()
