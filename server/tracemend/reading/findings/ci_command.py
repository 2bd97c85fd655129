"""Findings as commands to a CI service, and as the service's log shows them.

    ::error title=ruff (F401),file=/p/a.py,line=2,col=8,endLine=2,endColumn=10::a.py:2:8: F401 `os` imported but unused
    ::error file=a.py,line=5,endline=5,col=0,title=E0401::Unable to import 'x'               pylint
    ##vso[task.logissue type=error;sourcepath=/p/a.py;linenumber=2;columnnumber=8;code=F401;]`os` imported but unused
    ##[error]a.py:2:8: F401 `os` imported but unused                                         GitHub's and Azure's logs
    Error: a.py:2:8: F401 `os` imported but unused                                           GitHub's page

GitHub's escapes are those of actions/toolkit, packages/core/src/command.ts; Azure's of its "logging commands". A
notice is no report but pylint's, which are conventions and refactorings. What names no Python file is left to others.
"""

from __future__ import annotations

import re
from typing import Final

from tracemend import lazy
from tracemend.reading.findings.concise import flake8_severity, is_ruff, pylint_severity
from tracemend.reading.findings.finding import Answer, block
from tracemend.reading.findings.ruff_names import code_of_rule
from tracemend.reading.findings.snippet import ruff_severity
from tracemend.reading.report import Frame, Hints, Severity, Span

SHOWN: Final = lazy.regex(r"(?:##\[(?:error|warning)\]|(?:Error|Warning): )(?=\s{0,8}\S)")
"""What a service's log puts before a line that was recognised as a finding."""

_GITHUB = lazy.regex(r"\s{0,20}::(?P<level>error|warning|notice) (?P<about>.{1,3000}?)::")
_AZURE = lazy.regex(r"##vso\[task\.logissue (?P<about>[^\]]{1,2000})\](?P<message>.+)")
_TITLE = lazy.regex(
    r"(?:(?P<tool>[Rr]uff|ty|[Pp]yrefly|mypy|[Ff]lake8|[Pp]yright|[Bb]asedpyright|[Bb]andit)"
    r"(?: \(?(?P<code>[\w-]{1,60})\)?)?"
    r"|(?P<pylint>[CEFIRW]\d{4}))$"
)
_AGAIN = lazy.regex(r"[^\s:][^:]{0,1000}:\d{1,9}:(?P<column>\d{1,9}): (?P<code>[\w-]{1,60}):? ")
_FILE = lazy.regex(r".{1,1000}\.(?:py|pyi|pyw|ipynb)$")
_ESCAPES = {"%0A": "\n", "%0D": "", "%3A": ":", "%2C": ",", "%3B": ";", "%5D": "]", "%25": "%", "%AZP25": "%"}
_ESCAPE = lazy.regex("|".join(_ESCAPES), re.IGNORECASE)
_HELP = lazy.regex(r"\s{1,4}(?:help|info): ")


def read(line: str, at: int, hints: Hints) -> Answer:
    """The finding of a command on the line, None where there is none."""
    if line.startswith("##vso["):
        return _azure(line, at, hints)
    found = _GITHUB.match(line)
    if not found:
        return None
    about = _pairs(found["about"], ",")
    title = _TITLE.match(about.get("title", ""))
    path = about.get("file", "")
    if not _FILE.match(path):
        return None
    message = _unescaped(line[found.end() :])
    notes: tuple[str, ...] = ()
    code = (title["code"] or title["pylint"]) if title else None
    tool = ("pylint" if title["pylint"] else title["tool"].lower()) if title else "github"
    if tool == "basedpyright":
        tool = "pyright"
    if found["level"] == "notice" and tool != "pylint":
        return None
    column = _number(about.get("col"))
    if tool in ("ruff", "ty"):
        message, notes = _parts(message)
        again = _AGAIN.match(message)
        if again and code is None and again["code"] == "SyntaxError":
            code = "invalid-syntax"  # ruff 0.5 to 0.12
            message = message[again.end() :]
        elif again and again["code"] == code:
            message = message[again.end() :]
            column = column or int(again["column"])  # left out of the command where the lines differ
    frame = Frame(
        path,
        _number(about.get("line")),
        column=column + 1 if column is not None and tool == "pylint" else column,
        end_line=_number(about.get("endLine")) if "endColumn" in about else None,
        end_column=_number(about.get("endColumn")),
    )
    severity: Severity = "error" if found["level"] == "error" else "warning"
    if tool == "ruff":
        code = code_of_rule(code or "") or code
        severity = ruff_severity(code)
    return block(tool, severity, message, code, frame, Span(at + 1, at + 1), notes)


def _azure(line: str, at: int, hints: Hints) -> Answer:
    found = _AZURE.match(line)
    if not found:
        return None
    about = _pairs(found["about"], ";")
    path, code = about.get("sourcepath", ""), about.get("code", "")
    if not _FILE.match(path) or not re.fullmatch(r"[A-Z]{1,7}\d{3,4}|[a-z][a-z-]{1,60}", code):
        return None
    message, notes = _parts(_unescaped(found["message"]))
    frame = Frame(path, _number(about.get("linenumber")), column=_number(about.get("columnnumber")))
    span = Span(at + 1, at + 1)
    if is_ruff(code, message, hints):
        return block("ruff", ruff_severity(code), message, code, frame, span, notes)
    if re.fullmatch(r"[CEFIRW]\d{4}", code):
        return block("pylint", pylint_severity(code), message, code, frame, span, notes)
    return block("flake8", flake8_severity(code), message, code, frame, span, notes)


def _parts(text: str) -> tuple[str, tuple[str, ...]]:
    """ruff's and ty's message, and what stands under it: help, and remarks on other places."""
    first, *rest = text.split("\n")
    return first, tuple(_HELP.sub("", line, count=1).strip() for line in rest)


def _pairs(about: str, separator: str) -> dict[str, str]:
    """`name=value` pairs; what has no `=` belongs to the value before (ruff escapes nothing in titles)."""
    pairs: dict[str, str] = {}
    for part in about.strip().split(separator):
        name, sign, value = part.strip().partition("=")
        if sign:
            pairs[name] = _unescaped(value)
    return pairs


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: _ESCAPES[found[0].upper()], text) if "%" in text else text


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 10 else None
