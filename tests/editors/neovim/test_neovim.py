"""Tracemend in a real Neovim without a plugin: diagnostics, hover, every action, text from elsewhere."""

from __future__ import annotations

import re
from typing import Any

import plain
import pytest
from plain import AT_ONCE, User, shown

WARNING = 3
"""vim.log.levels.WARN."""
_EXPLAINED = re.compile(r"(?:FileNotFound|ModuleNotFound|Key|Permission|NotADirectory)Error|\[(?:Errno|WinError)")
"""Errors that a card speaks of."""


def no_trouble(seen: dict[str, Any]) -> None:
    """Nothing failed: not the user's script, no message of an error, nothing in the client's log (the server's
    standard error is in it)."""
    assert "trouble" not in seen, seen["trouble"]
    assert [one for one in seen["notified"] if one["level"] >= WARNING] == []
    assert "Error" not in _EXPLAINED.sub("", seen["messages"])
    assert [line for line in seen["log"].splitlines() if not line.startswith("[START]")] == []
    assert seen["attached"] is True


def card(effect: dict[str, Any], version: str) -> str:
    """What an action has shown: a Markdown file, in 0.7 a message."""
    if version == "0.7":
        return str(effect["said"])
    assert effect["opened"]["filetype"] == "markdown"
    return "\n".join(effect["opened"]["lines"])


def test_a_program_fails_is_explained_and_mended(user: User, version: str) -> None:
    seen = user("edit")
    no_trouble(seen)
    (diagnostic,) = seen["first"]["diagnostics"]
    print(f"Neovim {version}: the diagnostic was there {seen['first']['delay']:.2f} s after the end of the run")
    assert seen["first"]["status"] == 1
    assert seen["first"]["delay"] < AT_ONCE
    assert (diagnostic["code"], diagnostic["lnum"]) == ("python.os.file-not-found", 9)
    assert "reports/november/sales.csv" in seen["hover"][0]
    assert any("does not exist" in line for line in seen["hover"])
    assert seen["menu"] == ["Make the folder first", "Explain", "Dismiss"]
    edit, explain, dismiss = seen["effects"]
    assert edit["changed"]
    assert '    os.makedirs(os.path.dirname(target) or ".", exist_ok=True)' in edit["lines"]
    assert not explain["changed"]
    assert "FileNotFoundError" in card(explain, version)
    assert "What to do" in card(explain, version)
    assert dismiss["gone"]
    assert seen["again"] == {"status": 0, "left": 0}, shown(seen)


def test_a_command_is_shown_to_be_copied(user: User, version: str) -> None:
    seen = user("command")
    no_trouble(seen)
    assert seen["menu"] == ["Install tidy_invoices: show the command", "Explain", "Dismiss"]
    command, explain, dismiss = seen["effects"]
    assert "pip install tidy_invoices" in card(command, version)
    assert "ModuleNotFoundError: no module named" in card(explain, version)
    assert not command["changed"]
    assert dismiss["gone"]


@pytest.mark.parametrize("scenario", ["scratch", "text"])
def test_a_selected_traceback_of_elsewhere_is_explained(user: User, version: str, scenario: str) -> None:
    seen = user(scenario)
    no_trouble(seen)
    assert seen["selection"]["menu"] == ["Explain selection"]
    (effect,) = seen["selection"]["effects"]
    assert "is not in the dictionary" in card(effect, version)
    assert "nothing was looked up here" in card(effect, version)
    assert "\n".join(effect["lines"]) == plain.FOREIGN.rstrip()


def test_text_that_was_printed_is_explained_on_hover(user: User) -> None:
    seen = user("hover_text")
    no_trouble(seen)
    assert "is not in the dictionary" in seen["hover"][0]


def test_a_log_has_diagnostics_of_its_own(user: User) -> None:
    seen = user("log")
    no_trouble(seen)
    (diagnostic,) = seen["diagnostics"]
    assert (diagnostic["lnum"], diagnostic["severity"]) == (4, 3)


def test_a_buffer_that_is_read_anew_keeps_its_diagnostics(user: User) -> None:
    seen = user("reload")
    no_trouble(seen)
    assert seen["before"] == 1
    assert (seen["after"], seen["moved"]) == (1, 1)


def test_findings_of_other_tools_are_passed_on(user: User, version: str) -> None:
    if version != "0.11":
        pytest.skip("the snippet is for 0.11")
    seen = user("diagnostics")
    no_trouble(seen)
    assert any("None" in line for line in seen["hover"])
    assert seen["menu"] == ["Leave early when it is None", "Explain"]
    assert seen["effect"]["changed"]
    assert "    if match is None:" in seen["effect"]["lines"]
    assert seen["after"] == {"menu": [], "hover": False}
