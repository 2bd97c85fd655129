from __future__ import annotations

import pytest
from tracemend.reading.programs.lastwords import last_words
from tracemend.reading.report import Hints


@pytest.mark.parametrize(
    ("lines", "command", "tool", "message"),
    [
        (["flake8 found problems"], "git commit -am x", "git", "flake8 found problems"),
        (["stat nosuch.go: no such file or directory", ""], "go run nosuch.go", "go", None),
        (["Compiling", "", "nosuch: unrecognized service"], "service nosuch start", "service", None),
    ],
)
def test_the_last_paragraph(lines: list[str], command: str, tool: str, message: str | None) -> None:
    report = last_words(lines, 2, Hints(command, 1))
    assert report is not None
    assert report.tool == tool
    assert report.message == (message or next(line for line in reversed(lines) if line))
    assert report.span.end == 2 + max(number for number, line in enumerate(lines, 1) if line)


@pytest.mark.parametrize(
    ("lines", "hints"),
    [
        (["flake8 found problems"], Hints("git commit", 0)),
        (["flake8 found problems"], Hints("git commit", None)),
        (["flake8 found problems"], Hints(None, 1)),
        (["flake8 found problems"], Hints("python server.py", 130)),
        (["a difference"], Hints("diff a b", 1)),
        (["one line found"], Hints("cat x | grep y", 1)),
        (["x"], Hints("tool", 1)),
        (["12 passed in 3 s"], Hints("tool", 1)),
        ([], Hints("tool", 1)),
        (["some words"] * 31, Hints("tool", 1)),
    ],
)
def test_silence(lines: list[str], hints: Hints) -> None:
    assert last_words(lines, 0, hints) is None
