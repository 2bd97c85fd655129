"""Findings of checkers as JSON: pyright, mypy, ruff, pylint, bandit, pyrefly, ty, flake8; for GitLab, and as SARIF.

Every finding is one object. It is read by itself, without the array or document around it: a cut beginning or end
costs no more than the finding that was cut, and what is held does not grow with the number of findings. An object over
several lines begins with a `{` alone on its line, and ends with the `}` at the same indentation; a line that is a whole
document (mypy's, ruff's json-lines, GitLab's reports) is parsed as one.

What a person copied out of VS Code's Problems panel is read by `problems_panel`.

Which tool it is follows from the names in the object:

    pyright        file, severity, message, range {start {line, character}}: from 0; rule
    mypy           file, line, column: from 0; message, hint, code, severity
    ruff           filename, location {row, column}, code, message; rdjson: location {path, range}, code {value}
    pylint         path, line, column: from 0; symbol, message, message-id (json) or messageId (json2)
    bandit         filename, line_number, col_offset: from 0; test_id, issue_text, issue_severity
    pyrefly        path, line, column, name, description, severity
    flake8-json    filename, line_number, column_number, code, text
    GitLab         check_name, description, location {path, positions | lines}: ruff, ty, basedpyright
    SARIF          ruleId, message {text}, locations: ruff, bandit

Python's dictionaries are unordered to a reader: what tells is the name on the object's first line, then the whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.findings import problems_panel
from tracemend.reading.findings.concise import flake8_severity, is_ruff, pylint_severity
from tracemend.reading.findings.finding import finding
from tracemend.reading.findings.snippet import ruff_severity
from tracemend.reading.report import MORE, Block, ErrorReport, Frame, Hints, NeedMore, Severity, Span
from tracemend.reading.surroundings import showing_program

MAX_JSON = 2 * 1024 * 1024
_OBJECT_LINES = 2_000
"""An object of more lines is no finding: ruff's hold the text of a file that would be formatted, on one line."""

_NAMES: Final = frozenset(
    (
        *("file", "filename", "path", "cell", "code", "type", "check_name", "description", "line", "column"),
        *("level", "ruleId", "message", "severity", "location", "end_location", "symbol", "fingerprint"),
        *("fixes", "col_offset", "absolutePath", "ruleIndex", "generalDiagnostics", "messages", "results", "errors"),
    )
)
"""Names that an object of a finding may begin with."""

_FIRST = lazy.regex(r'[\s\[{]{1,40}"(?P<name>[\w-]{1,30})": ?')
_PLACED: Final = ('"message', '"issue_text"', '"description"', '"text"')

Object = dict[str, Any]


class _CheckerJson:
    """Reads one object over several lines, or a line that holds a whole document."""

    name = "checker_json"

    opens = staticmethod(openings.checker_json)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        if showing_program(hints.command) and not hints.selected:
            return None
        line = lines[at]
        if hints.selected and '"resource"' in line and (marker := problems_panel.read(lines, at, final)) is not None:
            return marker
        if line.strip() == "{":
            return _over_lines(lines, at, final, hints)
        found = _FIRST.match(line)
        # Of other documents the first name is a path (flake8-json), a version (pyright) or `$schema`.
        if not found and not line.startswith('{"'):
            return None
        line = line.rstrip().removesuffix(",")  # an object of an array that has one on each line
        if len(line) > MAX_JSON or not any(name in line for name in _PLACED):
            return None
        reports = tuple(_reports(_parsed(line), Span(at + 1, at + 1), hints))
        return Block(reports, at + 1) if reports else None


def _over_lines(lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
    if at + 1 >= len(lines):
        return None if final else MORE
    first = _FIRST.match(lines[at + 1])
    if not first or first["name"] not in _NAMES:
        return None
    margin = lines[at][: lines[at].index("{")]
    opening, closing = margin + "{", (margin + "}", margin + "},")
    limit = min(len(lines), at + _OBJECT_LINES)
    end = at + 1
    while end < limit and lines[end].rstrip() not in closing:
        if not lines[end].startswith(margin) or lines[end].rstrip() == opening:
            return None  # another object begins: this one's end is cut off
        end += 1
    if end >= limit:
        return MORE if limit == len(lines) < at + _OBJECT_LINES and not final else None
    text = "\n".join(lines[at : end + 1]).rstrip().removesuffix(",")
    if len(text) > MAX_JSON:
        return None
    report = _report(_parsed(text), Span(at + 1, end + 1), hints)
    return Block((report,), end + 1) if report else None


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _reports(document: Any, span: Span, hints: Hints) -> Iterator[ErrorReport]:
    """The findings of a document on one line, all with the span of that line."""
    for one in _objects(document):
        report = _report(one, span, hints)
        if report:
            yield report


def _objects(document: Any, inside: bool = False) -> Iterator[Object]:
    """The objects of a document that may be findings. `inside`: it is a run of SARIF, which holds no other runs."""
    if isinstance(document, dict):
        listed = next((document[name] for name in _LISTS if isinstance(document.get(name), list)), None)
        if listed is not None:
            for one in listed:
                yield from _objects(one, True) if document.get("runs") is listed and not inside else _only(one)
        elif document and all(isinstance(value, list) for value in document.values()):
            for value in document.values():  # flake8-json: findings by file
                for one in value:
                    yield from _only(one)
        else:
            yield document
    elif isinstance(document, list):
        for one in document:
            yield from _only(one)


_LISTS = ("generalDiagnostics", "diagnostics", "messages", "results", "runs", "errors")
"""Where documents keep their findings: pyright, rdjson, pylint's json2, bandit and a run of SARIF, SARIF, pyrefly."""


def _only(value: Any) -> Iterator[Object]:
    if isinstance(value, dict):
        yield value


def _report(one: Any, span: Span, hints: Hints) -> ErrorReport | None:
    """The finding that an object is; None where it is none, or one of information alone."""
    if not isinstance(one, dict):
        return None
    for names, read in _KINDS:
        if all(name in one for name in names):
            try:
                return read(one, span, hints)
            except (KeyError, TypeError, ValueError, IndexError, AttributeError):
                return None
    return None


def _pyright(one: Object, span: Span, hints: Hints) -> ErrorReport | None:
    if one["severity"] not in ("error", "warning"):
        return None
    start, end = one["range"]["start"], one["range"]["end"]
    frame = _frame(one["file"], start["line"] + 1, start["character"] + 1, end["line"] + 1, end["character"] + 1)
    message = _text(one["message"]).replace("\u00a0", " ")
    return finding("pyright", one["severity"], message, _code(one.get("rule")), frame, span)


def _mypy(one: Object, span: Span, hints: Hints) -> ErrorReport | None:
    if one["severity"] not in ("error", "warning"):
        return None
    line, column = one["line"], one["column"]
    end = one.get("end_column")
    frame = _frame(
        one["file"],
        line,
        column + 1 if column >= 0 else None,
        one.get("end_line"),
        end + 1 if end is not None else None,
    )
    notes = tuple(_text(one["hint"]).split("\n")) if one["hint"] else ()
    return finding("mypy", one["severity"], _text(one["message"]), _code(one["code"]), frame, span, notes)


def _ruff(one: Object, span: Span, hints: Hints) -> ErrorReport | None:
    code = _code(one["code"]) or "invalid-syntax"  # null for syntax errors before 0.12
    if not _RUFF_CODE.fullmatch(code):
        return None
    start, end = one["location"] or {}, one.get("end_location") or {}
    path = _text(one["filename"])
    if isinstance(one.get("cell"), int):
        path += f":cell {one['cell']}"
    if start:
        frame = _frame(path, start["row"], start["column"], end.get("row"), end.get("column"))
    elif code == "io":
        frame = Frame(path)  # the file cannot be read
    else:
        return None
    fix = one.get("fix")
    note = fix.get("message") if isinstance(fix, dict) else None
    message = _text(one["message"]).removeprefix("SyntaxError: ") if code == "invalid-syntax" else _text(one["message"])
    return finding("ruff", ruff_severity(code), message, code, frame, span, (_text(note),) if note else ())


def _rdjson(one: Object, span: Span, hints: Hints) -> ErrorReport | None:
    code, area = _code(one["code"]["value"]), one["location"]["range"]
    start, end = area["start"], area.get("end") or {}
    frame = _frame(one["location"]["path"], start["line"], start["column"], end.get("line"), end.get("column"))
    return finding("ruff", ruff_severity(code), _text(one["message"]), code, frame, span)


def _pylint(one: Object, span: Span, hints: Hints) -> ErrorReport | None:
    code = _code(one.get("message-id") or one["messageId"]) or ""
    if not re.fullmatch(r"[CEFIRW]\d{4}", code):
        return None
    end = one.get("endColumn")
    frame = _frame(
        one["path"], one["line"], one["column"] + 1, one.get("endLine"), end + 1 if end is not None else None
    )
    return finding("pylint", pylint_severity(code), _text(one["message"]), code, frame, span)


def _bandit(one: Object, span: Span, hints: Hints) -> ErrorReport | None:
    line, column, end = one["line_number"], one.get("col_offset"), one.get("end_col_offset")
    several = len(one.get("line_range") or ()) > 1
    frame = _frame(
        one["filename"],
        line,
        column + 1 if column is not None else None,
        line if end is not None and not several else None,
        end + 1 if end is not None and not several else None,
    )
    severity: Severity = "error" if one["issue_severity"] == "HIGH" else "warning"
    return finding("bandit", severity, _text(one["issue_text"]), _code(one["test_id"]), frame, span)


def _pyrefly(one: Object, span: Span, hints: Hints) -> ErrorReport | None:
    severity: Severity = "error" if one.get("severity", "error") == "error" else "warning"
    if one.get("severity") == "info" or one["name"] == "reveal-type":
        return None
    frame = _frame(one["path"], one["line"], one["column"], one["stop_line"], one["stop_column"])
    return finding("pyrefly", severity, _text(one["description"]), _code(one["name"]), frame, span)


def _flake8(one: Object, span: Span, hints: Hints) -> ErrorReport | None:
    code = _code(one["code"]) or ""
    frame = _frame(one["filename"], one["line_number"], one["column_number"])
    return finding("flake8", flake8_severity(code), _text(one["text"]), code, frame, span)


def _gitlab(one: Object, span: Span, hints: Hints) -> ErrorReport | None:
    """A finding of a code quality report: ruff's and ty's name their rule, basedpyright's does not."""
    if one["severity"] == "info":
        return None
    severity: Severity = "error" if one["severity"] in ("major", "critical", "blocker") else "warning"
    place = one["location"]
    path = _text(place["path"])
    if not _PYTHON.search(path):
        return None
    begin = (place.get("positions") or {}).get("begin") or {}
    end = (place.get("positions") or {}).get("end") or {}
    old = _OLD_GITLAB.match(_text(one["description"]))
    if old:  # ruff before 0.5
        code, message = old["code"], old["message"]
        return finding("ruff", ruff_severity(code), message, code, _frame(path, place["lines"]["begin"]), span)
    if "check_name" not in one:
        if not begin:
            return None
        frame = _frame(path, begin["line"], begin["column"] + 1, end["line"], end["column"] + 1)  # from 0
        level: Severity = "error" if one["severity"] in ("critical", "blocker") else "warning"
        message = _text(one["description"]).replace("\u00a0", " ")
        return finding("pyright", level, message, None, frame, span)
    code = _code(one["check_name"]) or ""
    message = _text(one["description"])
    flake8 = _FLAKE8_GITLAB.match(message) if code.islower() else None
    if flake8:  # flake8-gl-codeclimate
        code, frame = flake8["code"], _frame(path, place["lines"]["begin"])
        return finding("flake8", flake8_severity(code), flake8["message"], code, frame, span)
    if code == "syntax-error":  # ruff 0.5 to 0.12
        code = "invalid-syntax"
    elif code.islower() and not message.startswith(f"{code}: "):
        return None
    message = message.removeprefix(f"{code}: ")
    frame = _frame(
        path, begin.get("line") or place["lines"]["begin"], begin.get("column"), end.get("line"), end.get("column")
    )
    if re.fullmatch(r"[A-Z]{1,7}\d{3,4}|unformatted|io", code):
        if is_ruff(code, message, hints):
            return finding("ruff", ruff_severity(code), message, code, frame, span)
        return finding("flake8", flake8_severity(code), message, code, frame, span)
    ruff = code == "invalid-syntax" and "ty" not in (hints.command or "").split()
    return finding("ruff" if ruff else "ty", severity, message, code, frame, span)


def _marker(one: Object, span: Span, hints: Hints) -> ErrorReport | None:
    return problems_panel.of_marker(one, span) if hints.selected else None


def _sarif(one: Object, span: Span, hints: Hints) -> ErrorReport | None:
    place = one["locations"][0]["physicalLocation"]
    message = _text(one["message"]["text"])
    if one["ruleId"] is None and message.startswith("SyntaxError: "):  # ruff before 0.12
        one, message = {**one, "ruleId": "invalid-syntax"}, message.removeprefix("SyntaxError: ")
    code, area = _code(one["ruleId"]) or "", place["region"]
    path = unquote(urlsplit(_text(place["artifactLocation"]["uri"])).path)
    if re.match(r"/[A-Za-z]:/", path):
        path = path[1:]
    end = area.get("endColumn")
    bandit = "issue_confidence" in (one.get("properties") or {})
    start = area.get("startColumn")
    frame = _frame(
        path,
        area["startLine"],
        start,
        area.get("endLine", area["startLine"]) if end is not None else None,
        end,
    )
    if bandit:
        level: Severity = "error" if one.get("level") == "error" else "warning"
        return finding("bandit", level, message, code, frame, span)
    if re.fullmatch(r"[A-Z]{1,7}\d{3,4}|invalid-syntax", code) and _PYTHON.search(path):
        return finding("ruff", ruff_severity(code), message, code, frame, span)
    return None


_RUFF_CODE = lazy.regex(r"[A-Z]{1,7}\d{3,4}|invalid-syntax|unformatted|io")
_OLD_GITLAB = lazy.regex(r"\((?P<code>[A-Z]{1,7}\d{3,4})\) (?P<message>.+)")
_FLAKE8_GITLAB = lazy.regex(r"(?P<message>.+) \[(?P<code>[A-Z]{1,7}\d{3,4})\]$")
_PYTHON = lazy.regex(r"\.(?:py|pyi|pyw|ipynb)(?::cell \d+)?$")

_KINDS: Final[tuple[tuple[tuple[str, ...], Callable[[Object, Span, Hints], ErrorReport | None]], ...]] = (
    (("file", "severity", "message", "range"), _pyright),
    (("file", "line", "column", "message", "hint", "code", "severity"), _mypy),
    (("filename", "location", "code", "message"), _ruff),
    (("location", "code", "message"), _rdjson),
    (("path", "line", "column", "symbol", "message"), _pylint),
    (("filename", "line_number", "test_id", "issue_text", "issue_severity"), _bandit),
    (("path", "line", "column", "stop_line", "stop_column", "name", "description"), _pyrefly),
    (("filename", "line_number", "column_number", "code", "text"), _flake8),
    (("description", "fingerprint", "severity", "location"), _gitlab),
    (("ruleId", "message", "locations"), _sarif),
    (("resource", "severity", "message", "startLineNumber"), _marker),
)
"""The names that tell a kind, and what reads it."""


def _frame(path: Any, line: Any, column: Any = None, end_line: Any = None, end_column: Any = None) -> Frame:
    """A place out of values that may be of any type; fails where the path or the line is none."""
    number = _whole(line)
    if number is None:
        raise ValueError(line)
    until, after = _whole(end_line), _whole(end_column)
    known = until is not None and after is not None
    return Frame(
        _text(path),
        number,
        column=_whole(column),
        end_line=until if known else None,
        end_column=after if known else None,
    )


def _whole(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value.strip()


def _code(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


DIALECT = _CheckerJson()
