"""The titles of code actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracemend.render.escape import one_line

if TYPE_CHECKING:
    from tracemend.diagnosis import Diagnosis, FixReady

EXPLAIN, DISMISS, EXPLAIN_SELECTION = "Explain", "Dismiss", "Explain selection"


def put_into_terminal(fix: FixReady) -> str:
    """For a command that the client can put into its terminal."""
    return f"Put `{one_line(fix.text or '', 100)}` into the terminal"


def copy(fix: FixReady) -> str:
    """For a command that may not be put into the terminal, where the client can copy it."""
    return f"Copy `{one_line(fix.text or '', 100)}`"


def show_command(fix: FixReady) -> str:
    """For a command that is shown, to be copied."""
    return f"{one_line(fix.title, 100)}: show the command"


def about(what: str, diagnosis: Diagnosis) -> str:
    """For one of several errors at the same place."""
    return f"{what}: {one_line(diagnosis.title, 80)}"
