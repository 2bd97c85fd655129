"""Selections that a page, a word processor or a log has altered; the tracebacks were provoked with CPython 3.12."""

from __future__ import annotations

import html
import re
import time
from collections.abc import Callable

import pytest
from tracemend.reading.report import ErrorReport, Hints, Span
from tracemend.reading.scanner import read_text

TRACEBACK = """\
Traceback (most recent call last):
  File "/home/dev/project/app.py", line 6, in <module>
    load({"port": 1})
  File "/home/dev/project/app.py", line 2, in load
    return cfg["host"]
           ~~~^^^^^^^^
KeyError: 'host'
"""
LINE = "ModuleNotFoundError: No module named 'requests'"


def chosen(text: str) -> list[ErrorReport]:
    return [one for block in read_text(text, Hints(selected=True)) for one in block]


def curly(text: str) -> str:
    return re.sub(r"'([^'\n]*)'", r"‘\1’", re.sub(r'"([^"\n]*)"', r"“\1”", text))


@pytest.mark.parametrize(
    "altered",
    [
        html.escape,
        lambda text: text.replace("<", "&lt;").replace(">", "&gt;"),
        curly,
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: "".join(f"> {line}\n" for line in text.splitlines()),
        lambda text: "".join(f"    {line}\n" for line in text.splitlines()),
        lambda text: f"I get this:\n```\n{text}```\n",
        lambda text: text.replace("\n", "\u200b\n"),
        lambda text: f"**{text.strip()}**",
    ],
    ids=["HTML", "HTML but for quotes", "curly", "no-break", "quoted", "indented", "fenced", "zero width", "bold"],
)
def test_a_traceback(altered: Callable[[str], str]) -> None:
    (report,) = chosen(altered(TRACEBACK))
    assert (report.exception, report.message) == ("KeyError", "'host'")
    assert report.user_frame is not None
    assert (report.user_frame.path, report.user_frame.line) == ("/home/dev/project/app.py", 2)


@pytest.mark.parametrize(
    "altered",
    [
        "ModuleNotFoundError: No module named &#39;requests&#39;",
        "ModuleNotFoundError: No module named &#x27;requests&#x27;",
        "ModuleNotFoundError: No module named ‘requests’",
        "**ModuleNotFoundError: No module named 'requests'**",
        "- `ModuleNotFoundError: No module named 'requests'`",
        "    ModuleNotFoundError: No module named 'requests'",
        "When I run it I get the error ModuleNotFoundError: No module named 'requests'",
    ],
)
def test_a_line(altered: str) -> None:
    (report,) = chosen(altered)
    assert (report.exception, report.message) == ("ModuleNotFoundError", "No module named 'requests'")


@pytest.mark.parametrize(
    "head",
    [
        "2024-05-01 10:00:00,123 ",
        "2024-05-01 10:00:00,123 INFO worker: ",
        "web  | ",
        "0|app  | ",
        "[gw0] ",
        '##[group]Step #2 - "test": ',
        "@shop/web:build: ",
        "May 1 10:00:00 AM  ",
        "app[web.1]: ",
        "[ERROR]\t2024-05-01T10:00:00.123Z\t8f3c2b1a-1111-2222-3333-444455556666\t",
        "     1\t",
    ],
)
def test_a_line_behind_a_log_s_head(head: str) -> None:
    (report,) = chosen(f"starting\n{head}{LINE}\n")
    assert (report.exception, report.message, report.span) == (
        "ModuleNotFoundError",
        "No module named 'requests'",
        Span(2, 2),
    )


@pytest.mark.parametrize("text", [f"`{LINE}`.", f"{LINE}`", f"pip said\n{LINE}`"])
def test_marks_of_code_that_end_a_sentence_or_stand_at_one_end(text: str) -> None:
    (report,) = chosen(text)
    assert (report.exception, report.message) == ("ModuleNotFoundError", "No module named 'requests'")


@pytest.mark.parametrize(
    "text",
    [
        "Please note: the office is closed - come back later",
        "total: 3 items | price: 4",
        "10:00:00 INFO shop: stored 3 items: done",
    ],
)
def test_other_text_with_colons(text: str) -> None:
    assert chosen(text) == []


def test_what_the_tool_printed_itself_comes_first() -> None:
    """GNU's programs print single curly quotes, and a message may hold an entity."""
    (report,) = chosen("cp: cannot stat ‘nosuch’: No such file or directory")
    assert report.message == "cp: cannot stat ‘nosuch’: No such file or directory"


def test_in_a_stream_nothing_is_mended() -> None:
    assert read_text(html.escape(LINE))[0][0].message == "No module named &#x27;requests&#x27;"


@pytest.mark.parametrize("line", [": " * 5_000, "&lt;" * 3_000, "“" * 10_000, "**a" * 3_000, "Error: " * 2_000])
def test_hostile_lines_take_linear_time(line: str) -> None:
    started = time.process_time()
    chosen((line + "\n") * (500_000 // len(line)))
    assert time.process_time() - started < 10


CHAIN = """\
Traceback (most recent call last):
  File "/home/dev/project/app.py", line 3, in load
    return int(cfg["port"])
               ~~~^^^^^^^^
KeyError: 'port'

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/home/dev/project/app.py", line 8, in <module>
    load({})
    ~~~~^^^^
  File "/home/dev/project/app.py", line 5, in load
    raise ValueError("no port: give one") from error
ValueError: no port: give one
"""


@pytest.mark.parametrize("head", ["", "[0x894B:1:0x0020] ", "2026-11-26 10:00:00 ERROR job: "])
def test_a_traceback_in_one_line(head: str) -> None:
    """As Home Assistant's page of errors copies it (thread home-assistant/core#141437); provoked with CPython 3.13."""
    folded = head + " ".join(line.strip() for line in CHAIN.splitlines() if line.strip())
    first, last = chosen(f"Source: runner.py:154\n\n{folded}\n")
    assert (first.exception, first.message, first.span) == ("KeyError", "'port'", Span(3, 3))
    assert (last.exception, last.message, last.span) == ("ValueError", "no port: give one", Span(3, 3))
    assert [(one.path, one.line) for one in last.frames] == [
        ("/home/dev/project/app.py", 8),
        ("/home/dev/project/app.py", 5),
    ]
    (short,) = chosen(head + " ".join(line.strip() for line in TRACEBACK.splitlines()))
    assert (short.exception, short.message, len(short.frames)) == ("KeyError", "'host'", 2)
