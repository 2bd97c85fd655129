"""Texts of GNU make 4.3, Terraform 1.x and typer's panel, provoked."""

from __future__ import annotations

import pytest
from tracemend.reading.builds.make import DIALECT
from tracemend.reading.programs import boxes
from tracemend.reading.report import Hints
from tracemend.reading.scanner import read_text

from .asking import only, read


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        (
            "make: *** No rule to make target 'foo.o', needed by 'all'.  Stop.",
            "No rule to make target 'foo.o', needed by 'all'",
            None,
        ),
        ("make[1]: *** No rule to make target 'nosuch'.", "No rule to make target 'nosuch'.", None),
        ("make: *** No targets specified and no makefile found.  Stop.", None, None),
        ("Makefile:2: *** missing separator.  Stop.", "missing separator", ("Makefile", 2)),
        ("M2:2: *** need a name.  Stop.", "need a name", ("M2", 2)),
    ],
)
def test_why_make_stops(text: str, message: str | None, place: tuple[str, int] | None) -> None:
    report = only(DIALECT, text, command="make", exit_code=2)
    assert report.tool == "make"
    assert message is None or report.message == message
    assert (report.user_frame and (report.user_frame.path, report.user_frame.line)) == place
    assert len(read_text(text, Hints("make", 2))) == 1


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("make: *** [Makefile:4: bad] Error 1", None, ("Makefile", 4)),
        ("make[1]: *** [Makefile:9: y] Error 127", None, ("Makefile", 9)),
        ("make: *** [bad] Error 2", None, None),
        ("make: *** [Makefile:2: a] Fehler 1", None, ("Makefile", 2)),  # de_DE
        ("make: *** [Makefile:2: a] Error 137", "SIGKILL", ("Makefile", 2)),
        ("make: *** [Makefile:2: a] Killed", "SIGKILL", ("Makefile", 2)),
        ("make[1]: *** [sub.mk:2: crash] Segmentation fault (core dumped)", "SIGSEGV", ("sub.mk", 2)),
    ],
)
def test_a_recipe_that_failed(text: str, code: str | None, place: tuple[str, int] | None) -> None:
    report = only(DIALECT, text, command="make", exit_code=2)
    assert (report.tool, report.code, report.summary) == ("make", code, True)
    assert (report.user_frame and (report.user_frame.path, report.user_frame.line)) == place
    assert len(read_text(text, Hints("make", 2))) == len(read_text(text)) == 1
    assert read_text(text, Hints("make -i", 0)) == []


def test_what_make_says_besides() -> None:
    for text in (
        "make: *** Waiting for unfinished jobs....",
        "make: *** [Makefile:2: a] Error 1 (ignored)",
        "make: [Makefile:2: a] Error 1 (ignored)",
        "make: Nothing to be done for 'all'.",
        "make[1]: Entering directory '/home/dev/m'",
    ):
        assert read(DIALECT, text) == []
        assert read_text(text, Hints("make")) == read_text(text) == []


def test_terraform() -> None:
    text = (
        "╷\n│ Error: Invalid single-argument block definition\n│ \n"
        '│   on main.tf line 1, in resource "x" "y":\n│    1: resource "x" "y" { foo = 1\n│ \n'
        "│ An argument definition on the same line as its containing block creates a\n"
        "│ single-line block definition, which must also be closed on the same line.\n╵"
    )
    report = only(boxes.DIALECT, text, command="terraform validate", exit_code=1)
    assert report.tool == "terraform"
    assert report.message.startswith("Invalid single-argument block definition\nAn argument definition")
    assert report.user_frame is not None
    assert (report.user_frame.path, report.user_frame.line) == ("main.tf", 1)
    assert report.user_frame.source == 'resource "x" "y" { foo = 1'
    assert (report.span.start, report.span.end) == (2, 9)
    assert len(read_text(text)) == 1
    assert read(boxes.DIALECT, text.replace("Error: ", "Warning: ")) == []


def test_a_panel() -> None:
    text = (
        "Usage: app.py [OPTIONS] {name}\nTry 'app.py --help' for help.\n"
        "╭─ Error ──────────────────────────────╮\n│ Missing argument 'name'.             │\n"
        "╰──────────────────────────────────────╯\n"
    )
    report = only(boxes.DIALECT, text.rstrip("\n"), command="python app.py", exit_code=2)
    assert (report.tool, report.message) == ("app.py", "Missing argument 'name'.")
    assert len(read_text(text, Hints("python app.py", 2))) == 1
    assert read_text(text.replace("─ Error ─", "─ Options ─"), Hints("python app.py", 0)) == []
