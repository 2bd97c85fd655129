"""Records of real loggers, in records.json: structlog 26.1.0, python-json-logger 4.2.0, loguru 0.7.3.

Only paths were replaced. The other texts are made around the traceback that stands in one of them.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tracemend.reading.report import ErrorReport, Hints, Link, Span
from tracemend.reading.scanner import read_text

TEXTS: dict[str, str] = json.loads((Path(__file__).parent / "records.json").read_text("utf-8"))
TRACEBACK: str = json.loads(TEXTS["PYTHON_JSON_LOGGER"])["exc_info"]


def read(text: str, hints: Hints | None = None) -> list[ErrorReport]:
    return [report for block in read_text(text, hints) for report in block]


@pytest.mark.parametrize("name", ["STRUCTLOG", "STRUCTLOG_OBJECTS"])
def test_structlog(name: str) -> None:
    """As a text and as objects: the same chain, each on the record's line."""
    first, last = read(f"starting\n{TEXTS[name]}\ngoing on\n")
    assert (first.exception, first.message, first.chain) == ("KeyError", "'host'", Link(1, "cause"))
    assert (last.exception, last.message, last.chain) == ("RuntimeError", "no settings", None)
    assert [frame.line for frame in first.frames] == [13, 9]
    assert (first.user_frame and first.user_frame.name, last.user_frame and last.user_frame.line) == ("load", 15)
    assert first.span == last.span == Span(2, 2)


@pytest.mark.parametrize(("name", "line"), [("PYTHON_JSON_LOGGER", 8), ("LOGURU", 5)])
def test_a_traceback_in_a_field(name: str, line: int) -> None:
    (report,) = read(TEXTS[name] + "\n")
    assert (report.exception, report.message) == ("KeyError", "'host'")
    assert report.user_frame is not None
    assert report.user_frame.line == line


def test_a_record_behind_a_prefix() -> None:
    (report,) = read(f"web-1  | {TEXTS['PYTHON_JSON_LOGGER']}\n")
    assert (report.exception, report.prefix, report.span) == ("KeyError", "container", Span(1, 1))


def test_text_before_the_object() -> None:
    record = json.dumps({"changed": False, "module_stderr": TRACEBACK.replace("\n", "\r\n"), "rc": 1})
    (report,) = read(f"fatal: [web1]: FAILED! => {record}\n")
    assert report.exception == "KeyError"


def test_the_repr_of_a_text() -> None:
    (report,) = read(f"2026-11-24 10:12:13,123 ERROR shop: worker said {TRACEBACK!r}\n")
    assert report.exception == "KeyError"


def test_the_same_in_two_fields_is_told_once() -> None:
    record = json.dumps({"exc_info": TRACEBACK, "stack": TRACEBACK})
    assert len(read(record + "\n")) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"    EXPECTED = {TRACEBACK!r}",
        f"tests/corpus/a.jsonl:7:{json.dumps({'text': TRACEBACK})}",
        json.dumps({"event": "the word Traceback (most recent call last) in a text\nof two lines"}),
        '{"message": "Traceback (most recent call last):\\n  File',
    ],
)
def test_sources_listings_and_what_is_cut_are_silent(text: str) -> None:
    assert read(text + "\n") == []
