"""Tracemend in a real Emacs with Eglot: Flymake, ElDoc, every action, text from elsewhere."""

from __future__ import annotations

import re
from typing import Any

import plain
from plain import AT_ONCE, User, shown

_HARMLESS = re.compile(r"FileNotFoundError|ModuleNotFoundError|KeyError|PermissionError|\[(?:Errno|WinError)")


def no_trouble(seen: dict[str, Any]) -> None:
    """Nothing failed: not the user's script, no message of an error, no refused request, nothing on the server's
    standard error."""
    assert "trouble" not in seen, seen["trouble"]
    for message in seen["messages"]:
        assert not re.search(r"(?i)\berror\b|warning|changed on disk", _HARMLESS.sub("", message.split("\n")[0])), (
            message
        )
    assert seen["stderr"].strip() in ("", "Process EGLOT (work/(python-mode)) stderr finished")
    assert not re.search(r'"error":\s*\{|:error\s+\(:code', seen["events"])
    assert seen["attached"] is True


def card(effect: dict[str, Any], seen: dict[str, Any]) -> str:
    """What an action has shown: a buffer with a Markdown file from Emacs 30 on, a message before."""
    if int(seen["version"].split(".")[0]) < 30:
        assert effect["opened"] is None
        return "\n".join(effect["said"])
    assert effect["opened"]["name"].endswith(".md")
    return str(effect["opened"]["text"])


def test_a_program_fails_is_explained_and_mended(user: User) -> None:
    seen = user("edit")
    no_trouble(seen)
    print(f"Emacs {seen['version']}: the diagnostic was there {seen['first']['delay']:.2f} s after the end of the run")
    (diagnostic,) = seen["first"]["diagnostics"]
    assert seen["first"]["status"] == 1
    assert seen["first"]["delay"] < AT_ONCE
    assert seen["first"]["line"] == 10
    assert "FileNotFoundError: reports/november/sales.csv" in diagnostic
    assert "reports/november does not exist" in seen["hover"]
    assert seen["menu"] == ["Make the folder first", "Explain", "Dismiss"]
    edit, explain, dismiss = seen["effects"]
    assert edit["changed"]
    assert '    os.makedirs(os.path.dirname(target) or ".", exist_ok=True)' in edit["lines"]
    assert not explain["changed"]
    assert "What to do" in card(explain, seen)
    assert "Make the folder first" in card(explain, seen)
    assert dismiss["gone"]
    assert seen["again"] == {"status": 0, "left": 0}, shown(seen)


def test_a_command_is_shown_to_be_copied(user: User) -> None:
    seen = user("command")
    no_trouble(seen)
    assert seen["menu"] == ["Install tidy_invoices: show the command", "Explain", "Dismiss"]
    command, explain, dismiss = seen["effects"]
    assert "pip install tidy_invoices" in card(command, seen)
    assert "ModuleNotFoundError: no module named" in card(explain, seen)
    assert not command["changed"]
    assert dismiss["gone"]


def test_a_selected_traceback_of_elsewhere_is_explained(user: User) -> None:
    seen = user("text")
    no_trouble(seen)
    assert seen["menu"] == ["Explain selection"]
    (effect,) = seen["effects"]
    assert "is not in the dictionary" in card(effect, seen)
    assert "nothing was looked up here" in card(effect, seen)
    assert "\n".join(effect["lines"]) == plain.FOREIGN


def test_text_of_a_buffer_without_a_file_goes_through_the_command(user: User) -> None:
    seen = user("pipe")
    no_trouble(seen)
    assert "'aple' is not in the dictionary" in seen["piped"]
    assert "What to do" in seen["piped"] or "Possible:" in seen["piped"]


def test_a_buffer_that_is_read_anew_keeps_its_diagnostics(user: User) -> None:
    seen = user("reload")
    no_trouble(seen)
    assert (seen["before"], seen["after"]) == (10, 11)
