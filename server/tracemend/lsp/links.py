"""Command links for hovers, where the client follows them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote

from tracemend.lsp.options import RUN_IN_TERMINAL, SHOW_CARD, Options

if TYPE_CHECKING:
    from tracemend.diagnosis import Diagnosis, FixReady


class CommandLinks:
    """Links to the client's own commands (`Links` of render/markdown.py)."""

    def __init__(self, commands: frozenset[str]) -> None:
        self._commands = commands

    def fix(self, diagnosis: Diagnosis, fix: FixReady) -> str | None:
        """A link that puts a command fix into the terminal. Edits are made by code actions."""
        if fix.kind == "command" and fix.runnable and fix.text and RUN_IN_TERMINAL in self._commands:
            return _link(RUN_IN_TERMINAL, {"text": fix.text, "id": diagnosis.id, "fix": fix.id})
        return None

    def card(self, diagnosis: Diagnosis) -> str | None:
        """A link that opens the card."""
        return _link(SHOW_CARD, {"id": diagnosis.id}) if SHOW_CARD in self._commands else None


def links(options: Options) -> CommandLinks | None:
    """The links for this client; None where hovers may hold none."""
    return CommandLinks(options.commands) if options.command_links else None


def _link(command: str, argument: dict[str, str]) -> str:
    return f"command:{command}?{quote(json.dumps([argument]), safe='')}"
