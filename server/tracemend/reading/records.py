"""Log records that hold an error in one line: in a field of a JSON object, or a traceback as Python's repr of a text.

    {"event": "job failed", "level": "error", "exception": "Traceback (most recent call last):\\n  File ..."}
    {"levelname": "ERROR", "message": "job failed", "exc_info": "Traceback (most recent call last):\\n ..."}
    fatal: [web1]: FAILED! => {"changed": false, "module_stderr": "Traceback (most recent call last):\\r\\n ..."}
    {"level": "error", "event": "no host", "error": "KeyError: 'host'"}
    {"log.level": "error", "error": {"type": "KeyError", "message": "'host'", "stack_trace": "  File ..."}}
    {"exception": [{"exc_type": "KeyError", "exc_value": "'host'", "frames": [{"filename": ..., "lineno": 3}]}]}

as structlog, python-json-logger, Ansible, ecs-logging and, with objects, structlog again (`structlog/tracebacks.py`)
write them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.cursor import Cursor
from tracemend.reading.report import Block, ErrorReport, Frame, Hints, How, Link, NeedMore, Span
from tracemend.reading.surroundings import is_exception_name
from tracemend.reading.tracebacks.frames import chain_user_frame, python_version
from tracemend.reading.tracebacks.oneline import is_javascript
from tracemend.reading.tracebacks.stack import read_frames

_MAX_LINE = 1024 * 1024
_MAX_DEPTH = 12
_MAX_STACKS = 20
_MAX_FRAMES = 500
_LITERAL = lazy.regex(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'")
_QUOTE = lazy.regex("[\"']")
_MAX_OPEN = 20
"""After so many quotes that nothing closes, a line is not looked at further: each was followed to the line's end."""
_LISTED = lazy.regex(
    r"[^\s:{]{1,400}:\d{1,9}:|\s*[A-Za-z_][\w.]{0,100}(?:: ?[\w\[\], .|]{1,100})? = [rbfu]{0,2}[\"'(\[]"
)
"""What `grep -n` shows, and a line of source: a text is given a name."""
_HEADER = "Traceback (most recent call "


class _Records:
    """Reads one record. What it reads are the reports of the text that it holds, all on the record's line."""

    name = "records"

    opens = staticmethod(openings.records)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        line = lines[at]
        if len(line) > _MAX_LINE:
            return None
        if not hints.selected and _LISTED.match(line):
            return None
        begin = line.find("{")
        try:
            record = json.loads(line[begin:]) if begin >= 0 else None
        except (ValueError, RecursionError):
            record = None
        reports: list[ErrorReport] = []
        if record is not None:
            for value in _values(record, 0):
                reports += _of_text(value, hints) if isinstance(value, str) else _of_stacks(value)
            if not reports and isinstance(record, dict) and (one := _named_in(record)) is not None:
                reports.append(one)
        elif _HEADER in line:
            for literal in _literals(line):
                if _HEADER in literal and (text := _unescaped(literal)) is not None:
                    reports += _of_text(text, hints)
        here = Span(at + 1, at + 1)
        return Block(tuple(replace(one, span=here) for one in _once(reports)), at + 1) if reports else None


def _literals(line: str) -> Iterator[str]:
    """The literals of a line. An apostrophe is often none's beginning, which shows at the line's end only."""
    at = opened = 0
    while opened < _MAX_OPEN and (quote := _QUOTE.search(line, at)):
        found = _LITERAL.match(line, quote.start())
        if found:
            yield found[0]
        opened += found is None
        at = found.end() if found else quote.end()


def _named_in(record: dict[str, Any]) -> ErrorReport | None:
    """An exception that a record at an error's level names without a traceback: in a text, or as type and message."""
    level = next((record[key] for key in _LEVELS if key in record), None)
    if isinstance(level, dict):
        level = level.get("level") or level.get("name")
    bad = level >= _ERROR if isinstance(level, int | float) else str(level).lower() in _ERROR_LEVELS
    inner = next((record[key] for key in _ERRORS if isinstance(record.get(key), dict)), None)
    holders = [(record, prefix) for prefix in ("error.", "exception.", "exc_")]
    for holder, prefix in [(inner, ""), *holders] if inner else holders:
        name = _text_of(holder, prefix, ("type", "kind", "class"))
        if is_exception_name(name):
            message = _text_of(holder, prefix, ("message", "msg", "value"))
            stack = _text_of(holder, prefix, ("stack_trace", "stacktrace", "stack"))[:_MAX_LINE]
            if is_javascript(name, message) or (stack and 'File "' not in stack):
                return None
            return _error(name, message, read_frames(Cursor(stack.strip("\n").split("\n"), 0, True), True))
    if not bad:
        return None
    for key in _TEXTS:
        text = record.get(key)
        found = _NAMED.match(text) if isinstance(text, str) else None
        if found and is_exception_name(found["type"]) and not is_javascript(found["type"], found["message"]):
            return _error(found["type"], found["message"].rstrip(), [])
    return None


def _text_of(holder: dict[str, Any], prefix: str, keys: tuple[str, ...]) -> str:
    """The first text under one of the keys; empty where there is none."""
    values = (holder.get(prefix + key) for key in keys)
    return next((value for value in values if isinstance(value, str)), "")


def _error(name: str, message: str, frames: list[Frame]) -> ErrorReport:
    return ErrorReport(
        "python",
        "error",
        name,
        message,
        Span(1, 1),
        tuple(frames),
        chain_user_frame([frames]),
        python=python_version(frames),
    )


_LEVELS = ("level", "levelname", "severity", "log.level", "log_level", "lvl", "loglevel", "levelno")
_ERROR_LEVELS = frozenset(("error", "err", "critical", "fatal", "exception", "alert", "emergency"))
_ERROR = 40
"""Python's number of the level ERROR; pino's and bunyan's of error is 50."""
_ERRORS = ("error", "exception", "exc_info", "err", "exc")
_TEXTS = ("exception", "exc_info", "error", "err", "message", "msg", "event", "text")
_NAMED = lazy.regex(r"(?P<type>[A-Za-z_][\w.]{0,200}): (?P<message>\S.{0,8000})", re.DOTALL)


def _values(value: Any, depth: int) -> Iterator[Any]:
    """The texts with a traceback, and the lists of exceptions, that a JSON value holds."""
    if isinstance(value, str):
        if _HEADER in value:
            yield value
    elif isinstance(value, list):
        if value and all(isinstance(one, dict) and "exc_type" in one and "frames" in one for one in value):
            yield value
        elif depth < _MAX_DEPTH:
            for one in value:
                yield from _values(one, depth + 1)
    elif isinstance(value, dict) and depth < _MAX_DEPTH:
        for one in value.values():
            yield from _values(one, depth + 1)


def _unescaped(literal: str) -> str | None:
    """The text that a literal of JSON or Python means; None where it is none."""
    import ast

    try:
        value = ast.literal_eval(literal)
    except (ValueError, SyntaxError, MemoryError):
        return None
    return value if isinstance(value, str) else None


def _of_text(text: str, hints: Hints) -> list[ErrorReport]:
    """The reports of a text of many lines; links count in the list that is answered."""
    from tracemend.reading.dialects import DIALECTS
    from tracemend.reading.reader import Reader

    reader = Reader(hints, [one for one in DIALECTS if one.name != "records"])
    found: list[ErrorReport] = []
    for block in reader.feed(text.replace("\r\n", "\n").split("\n")) + reader.close():
        found += (_moved(one, len(found)) for one in block)
    return found


def _of_stacks(stacks: list[dict[str, Any]]) -> list[ErrorReport]:
    """Exceptions as objects, the last one first as they were raised from one another."""
    found: list[ErrorReport] = []
    before: list[list[Frame]] = []
    chosen = stacks[:_MAX_STACKS][::-1]
    for index, stack in enumerate(chosen):
        frames = [frame for one in stack["frames"][:_MAX_FRAMES] if (frame := _frame(one)) is not None]
        before.insert(0, frames)
        # Whether one was raised from the next or while it was handled is said by the one that came later.
        how: How = "cause" if index + 1 < len(chosen) and chosen[index].get("is_cause") else "context"
        found.append(
            ErrorReport(
                tool="python",
                severity="error",
                exception=str(stack["exc_type"]),
                message=str(stack.get("exc_value", "")),
                span=Span(1, 1),
                frames=tuple(frames),
                user_frame=chain_user_frame(before),
                chain=Link(index + 1, how) if index + 1 < len(chosen) else None,
            )
        )
    return found


def _frame(value: Any) -> Frame | None:
    if not isinstance(value, dict) or not isinstance(value.get("filename"), str):
        return None
    line, name = value.get("lineno"), value.get("name")
    source = value.get("line")
    return Frame(
        value["filename"],
        line if isinstance(line, int) and line > 0 else None,
        name if isinstance(name, str) else None,
        source.strip() if isinstance(source, str) and source.strip() else None,
    )


def _moved(report: ErrorReport, by: int) -> ErrorReport:
    return replace(report, chain=Link(report.chain.of + by, report.chain.how)) if report.chain and by else report


def _once(reports: list[ErrorReport]) -> list[ErrorReport]:
    """Without a second telling of the same: a record often holds its traceback in two fields."""
    half = len(reports) // 2
    told = [replace(one, span=Span(1, 1), chain=None) for one in reports]
    return reports[:half] if half and len(reports) == 2 * half and told[:half] == told[half:] else reports


DIALECT = _Records()
