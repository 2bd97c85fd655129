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


@pytest.mark.parametrize(
    "record",
    [
        {
            "asctime": "2026-11-26 17:03:54,410",
            "levelname": "ERROR",
            "message": "KeyError: 'host'",
        },  # python-json-logger
        {"event": "job failed", "level": "error", "error": "KeyError: 'host'"},  # structlog
        {"severity": "ERROR", "exception": "KeyError: 'host'", "message": "job failed"},
        {"level": 40, "msg": "KeyError: 'host'"},
        {"log.level": "error", "error": {"type": "KeyError", "message": "'host'"}},
        {"error.type": "KeyError", "error.message": "'host'", "status": "error"},
        {"exception.type": "KeyError", "exception.message": "'host'"},
    ],
)
def test_an_exception_without_a_traceback(record: dict[str, object]) -> None:
    (report,) = read(json.dumps(record) + "\n")
    assert (report.exception, report.message) == ("KeyError", "'host'")


def test_ecs_logging() -> None:
    """ecs-logging 2.2, provoked: the frames without their header."""
    record = {
        "@timestamp": "2026-11-26T17:15:21.355Z",
        "log.level": "error",
        "message": "job failed",
        "error": {
            "message": "'host'",
            "stack_trace": '  File "/home/dev/shop/jobs.py", line 3, in <module>\n    try: main()\n         ^^^^^^\n'
            '  File "/home/dev/shop/boom.py", line 2, in load\n    return cfg["host"]\n           ~~~^^^^^^^^\n',
            "type": "KeyError",
        },
    }
    (report,) = read(json.dumps(record) + "\n")
    assert (report.exception, report.message) == ("KeyError", "'host'")
    assert [(one.path, one.line) for one in report.frames] == [
        ("/home/dev/shop/jobs.py", 3),
        ("/home/dev/shop/boom.py", 2),
    ]


@pytest.mark.parametrize(
    "record",
    [
        {"level": "info", "message": "KeyError: 'host' was handled"},
        {"level": "warning", "message": "ConnectionError: refused, trying again"},
        {
            "level": 50,
            "err": {"type": "TypeError", "message": "x is not a function", "stack": "TypeError\n    at f (a.js:1)"},
        },
        {"level": 50, "err": {"type": "SyntaxError", "message": "bad", "stack": "SyntaxError: bad\n    at f (a.js:1)"}},
        {"level": "error", "message": "no error of Python's"},
        {"level": "error", "error": {"type": "java.lang.RuntimeException", "message": "x"}},
    ],
)
def test_records_that_tell_of_no_error_of_python(record: dict[str, object]) -> None:
    assert [one for one in read(json.dumps(record) + "\n") if one.tool == "python"] == []
