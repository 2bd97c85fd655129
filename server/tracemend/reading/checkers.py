"""Findings of checkers as they print them for people: pyright, mypy, ruff, flake8, pylint and ty.

    /p/opt.py:6:14 - error: "group" is not a known attribute of "None" (reportOptionalMemberAccess)      pyright
    a.py:3:12: error: Incompatible return value type (got "str", expected "int")  [return-value]          mypy
    a.py:26:11: F821 Undefined name `foo`                                      ruff --output-format concise
    F821 Undefined name `foo`                                                                             ruff
      --> a.py:26:11

Columns are those that the tools print, 1-based: pyright counts UTF-16 units, mypy bytes of UTF-8, ruff characters;
they differ from characters only behind such as are not ASCII. pylint counts from 0 and is corrected. What is only
information (`note:` alone, `information:`) is no report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracemend.reading import openings
from tracemend.reading.report import MORE, Block, ErrorReport, Frame, Hints, NeedMore, Severity, Span

_MORE_LINES = 60
"""Lines that one finding may take: pyright's explanations, a snippet."""

_PATH = r"(?P<path>(?:[A-Za-z]:(?=[\\/]))?[^\s:][^:]{0,1000}?\.(?:py|pyi|pyw|ipynb)(?::cell \d{1,6})?)"
_PYRIGHT = re.compile(
    r"\s{0,8}(?P<path>(?:[A-Za-z]:(?=[\\/]))?[^\s:][^:]{0,1000}):(?P<line>\d{1,9}):(?P<column>\d{1,9}) - "
    r"(?P<severity>error|warning): (?P<message>.*)"
)
_RULE = re.compile(r" ?\((?P<code>report[A-Za-z]{1,60})\)$")
_MYPY = re.compile(
    _PATH + r":(?P<line>\d{1,9}):(?:(?P<column>\d{1,9}):(?:(?P<end_line>\d{1,9}):(?P<end_column>\d{1,9}):)?)?"
    r" (?P<severity>error|warning|note): (?P<message>.*)"
)
_MYPY_CODE = re.compile(r"(?: {1,2}|^)\[(?P<code>[a-z][a-z0-9-]{1,50})\]$")
_CONCISE = re.compile(
    _PATH + r":(?P<line>\d{1,9}):(?P<column>\d{1,9}): "
    r"(?P<code>[A-Z]{1,7}\d{1,4}|invalid-syntax|error\[[\w-]{1,60}\]):? (?P<message>.+)"
)
_FULL = re.compile(
    r"(?:(?P<severity>error|warning)\[(?P<rule>[\w-]{1,60})\]:"
    r"|(?P<code>[A-Z]{1,7}\d{3,4}|invalid-syntax):?) (?P<message>\S.*)"
)
_ARROW = re.compile(r" {0,9}--> " + _PATH + r":(?P<line>\d{1,9}):(?P<column>\d{1,9})$")
_GUTTER = re.compile(r" {0,9}\d{0,9} {0,9}\|| {0,9}:::|help: | {1,9}-(?: |$)| {0,9}\d{1,9} \+(?: |$)| {1,9}= |\.\.\.$")
_SNIPPET_LINE = re.compile(r" {0,9}(?P<line>\d{1,9}) \| ?(?P<text>.*)")
_PYLINT = re.compile(r"(?P<message>.*) \((?P<name>[a-z][a-z-]{2,60})\)$")
_FIXABLE = re.compile(r"\[\*\] ")

_RUFF_ERRORS = frozenset({"F821", "E902", "E999"})
"""What ruff's language server shows as an error (besides syntax errors); all else is a warning there."""


class _Checkers:
    """Reads one finding, with its notes or its snippet."""

    name = "checkers"

    opens = staticmethod(openings.checkers)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        line = lines[at]
        found = _PYRIGHT.match(line)
        if found:
            return _pyright(lines, at, final, found)
        found = _MYPY.match(line)
        if found:
            return None if found["severity"] == "note" else _mypy(lines, at, final, found)
        found = _CONCISE.match(line)
        if found:
            return _concise(lines, at, final, found, hints)
        found = _FULL.match(line)
        return _full(lines, at, final, found) if found else None


def _pyright(lines: Sequence[str], at: int, final: bool, found: re.Match[str]) -> Block | NeedMore | None:
    margin = len(lines[at]) - len(lines[at].lstrip()) + 2
    message = [found["message"]]
    end = at + 1
    limit = min(len(lines), at + _MORE_LINES)
    while not _RULE.search(message[-1]) and end < limit:
        line = lines[end].replace("\u00a0", " ")  # explanations are indented with no-break spaces
        if not line.startswith(" " * margin) or _PYRIGHT.match(line):
            break
        message.append(line[margin:].rstrip())
        end += 1
    else:
        if end == len(lines) and not final and not _RULE.search(message[-1]):
            return MORE
    rule = _RULE.search(message[-1])
    if rule:
        message[-1] = message[-1][: rule.start()]
    severity: Severity = "error" if found["severity"] == "error" else "warning"
    frame = Frame(found["path"], int(found["line"]), column=int(found["column"]))
    return _block("pyright", severity, "\n".join(message), rule["code"] if rule else None, frame, Span(at + 1, end))


def _mypy(lines: Sequence[str], at: int, final: bool, found: re.Match[str]) -> Block | NeedMore | None:
    """An error with the notes for its line; with --pretty also wrapped lines, the source and carets."""
    message = found["message"].rstrip()
    code = _MYPY_CODE.search(message)
    notes: list[str] = []
    source: str | None = None
    end = at + 1
    limit = min(len(lines), at + _MORE_LINES)
    wrapped: list[str] = []
    while code is None and end < limit and len(wrapped) < 8 and _goes_on(lines[end]):
        wrapped.append(lines[end].strip())
        end += 1
        if _MYPY_CODE.search(wrapped[-1]):
            message = " ".join([message, *wrapped])
            code = _MYPY_CODE.search(message)
    if code is None:
        end = end if end == limit == len(lines) and not final else at + 1  # they were another's lines
    if code is not None:
        message = message[: code.start()].rstrip()
    if end < limit and lines[end].startswith("    ") and lines[end].strip():
        source = lines[end].strip()
        end += 1
        if end < limit and lines[end].strip("~^ ") == "" and "^" in lines[end]:
            end += 1
    while end < limit:
        note = _MYPY.match(lines[end])
        if not note or note["severity"] != "note" or (note["path"], note["line"]) != (found["path"], found["line"]):
            break
        notes.append(note["message"])
        end += 1
    if end == len(lines) and not final:
        return MORE
    frame = Frame(
        found["path"],
        int(found["line"]),
        source=source,
        column=int(found["column"]) if found["column"] else None,
        end_line=int(found["end_line"]) if found["end_line"] else None,
        end_column=int(found["end_column"]) + 1 if found["end_column"] else None,  # printed inclusive
    )
    severity: Severity = "error" if found["severity"] == "error" else "warning"
    return _block("mypy", severity, message, code["code"] if code else None, frame, Span(at + 1, end), tuple(notes))


def _goes_on(line: str) -> bool:
    """Whether a line can be the wrapped rest of a message of mypy --pretty."""
    return (
        bool(line.strip()) and line[0] != " " and not _MYPY.match(line) and not line.startswith(("Found ", "Success"))
    )


def _concise(lines: Sequence[str], at: int, final: bool, found: re.Match[str], hints: Hints) -> Block | NeedMore | None:
    message, code, column = found["message"], found["code"], int(found["column"])
    span, frame = Span(at + 1, at + 1), Frame(found["path"], int(found["line"]), column=column)
    if code.startswith("error["):
        return _block("ty", "error", message, code[6:-1], frame, span)
    pylint = _PYLINT.match(message) if re.fullmatch(r"[CEFIRW]\d{4}", code) else None
    if pylint:
        severity: Severity = "error" if code[0] in "EF" else "warning"
        frame = Frame(found["path"], int(found["line"]), column=column + 1)
        return _block("pylint", severity, pylint["message"], code, frame, span)
    if not _is_ruff(code, message, hints):
        return _block("flake8", "warning" if code[0] in "WC" else "error", message, code, frame, span)
    end = at + 1
    if end >= len(lines) and not final:
        return MORE
    if end < len(lines) and _GUTTER.fullmatch(lines[end].rstrip()):  # the snippet of ruff before 0.13
        end = _snippet_end(lines, end)
        if end == len(lines) and not final:
            return MORE
    frame = Frame(frame.path, frame.line, source=_source(lines, at + 1, end, frame.line), column=column)
    return _ruff(code, message, frame, Span(at + 1, end))


def _is_ruff(code: str, message: str, hints: Hints) -> bool:
    """ruff and flake8 print the same form; ruff's sentences begin with a capital or a backtick, flake8's do not."""
    if hints.command:
        if "flake8" in hints.command:
            return False
        if "ruff" in hints.command:
            return True
    if code == "E999":
        return False  # pycodestyle's syntax error, with the capital of its exception
    return code == "invalid-syntax" or message[0] in "`[%." or message[0].isupper()


def _full(lines: Sequence[str], at: int, final: bool, found: re.Match[str]) -> Block | NeedMore | None:
    """A rule and a message, the place on the next line, then a snippet and help."""
    if at + 1 >= len(lines):
        return None if final else MORE
    arrow = _ARROW.match(lines[at + 1])
    if not arrow:
        return None
    end = _snippet_end(lines, at + 2)
    if end == len(lines) and not final:
        return MORE
    line = int(arrow["line"])
    frame = Frame(arrow["path"], line, source=_source(lines, at + 2, end, line), column=int(arrow["column"]))
    rule = found["rule"]
    if rule and not re.fullmatch(r"[A-Z]{1,7}\d{3,4}|invalid-syntax", rule):
        severity: Severity = "error" if found["severity"] == "error" else "warning"
        return _block("ty", severity, found["message"], rule, frame, Span(at + 1, end))
    return _ruff(rule or found["code"], found["message"], frame, Span(at + 1, end))


def _snippet_end(lines: Sequence[str], at: int) -> int:
    """The index after the lines of a snippet and its help."""
    limit = min(len(lines), at + 200)
    while at < limit and (_GUTTER.match(lines[at]) or lines[at].startswith("info: ")):
        at += 1
    return at


def _source(lines: Sequence[str], start: int, end: int, number: int | None) -> str | None:
    """The source line of that number in a snippet, without its indentation and ruff's mark of many lines."""
    for index in range(start, end):
        found = _SNIPPET_LINE.match(lines[index])
        if found and int(found["line"]) == number:
            return found["text"].removeprefix("/ ").removeprefix("| ").strip() or None
    return None


def _ruff(code: str, message: str, frame: Frame, span: Span) -> Block:
    fixable = _FIXABLE.match(message)
    text = message[fixable.end() :] if fixable else message
    severity: Severity = "error" if code in _RUFF_ERRORS or code == "invalid-syntax" else "warning"
    return _block("ruff", severity, text, code, frame, span)


def _block(
    tool: str,
    severity: Severity,
    message: str,
    code: str | None,
    frame: Frame,
    span: Span,
    notes: tuple[str, ...] = (),
) -> Block:
    report = ErrorReport(
        tool=tool,
        severity=severity,
        exception=None,
        message=message,
        span=span,
        frames=(frame,),
        user_frame=frame,
        notes=notes,
        code=code,
    )
    return Block((report,), span.end)


DIALECT = _Checkers()
