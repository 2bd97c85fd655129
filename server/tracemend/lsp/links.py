"""Commands of the client's own: as links in hovers, where the client follows them, and as code actions."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from tracemend.lsp.options import APPLY_FIX, RUN_IN_TERMINAL, SHOW_CARD, Options

if TYPE_CHECKING:
    from tracemend.diagnosis import Diagnosis, FixReady
    from tracemend.fixes.recipe import FileOperation

TerminalOf = Callable[[str], "str | None"]
"""The terminal that the program of a diagnosis (by id) ran in; None where it was no terminal of the client's."""


class CommandLinks:
    """Links to the client's own commands (`Links` of render/markdown.py)."""

    def __init__(
        self, commands: frozenset[str], terminal_of: TerminalOf, operations: frozenset[FileOperation] = frozenset()
    ) -> None:
        self._commands, self._terminal_of, self._operations = commands, terminal_of, operations

    def fix(self, diagnosis: Diagnosis, fix: FixReady) -> str | None:
        """A link that puts a command into the terminal, or makes an edit."""
        if fix.kind == "command" and fix.runnable and fix.text and RUN_IN_TERMINAL in self._commands:
            return _link(RUN_IN_TERMINAL, terminal_argument(diagnosis, fix, self._terminal_of))
        if fix.kind in ("edit", "setting") and fix.operations <= self._operations and APPLY_FIX in self._commands:
            return _link(APPLY_FIX, {"id": diagnosis.id, "fix": fix.id})
        return None

    def card(self, diagnosis: Diagnosis) -> str | None:
        """A link that opens the card."""
        return _link(SHOW_CARD, {"id": diagnosis.id}) if SHOW_CARD in self._commands else None


def terminal_argument(diagnosis: Diagnosis, fix: FixReady, terminal_of: TerminalOf) -> dict[str, Any]:
    """What `tracemend.client.runInTerminal` takes; `terminal` is the one that the program failed in, if known."""
    terminal = terminal_of(diagnosis.id)
    found = {"text": fix.text, "id": diagnosis.id, "fix": fix.id}
    return found if terminal is None else {**found, "terminal": terminal}


def links(
    options: Options, terminal_of: TerminalOf, operations: frozenset[FileOperation] = frozenset()
) -> CommandLinks | None:
    """The links for this client, which can do these things with files; None where hovers may hold none."""
    return CommandLinks(options.commands, terminal_of, operations) if options.command_links else None


def _link(command: str, argument: dict[str, Any]) -> str:
    return f"command:{command}?{quote(json.dumps([argument]), safe='')}"
