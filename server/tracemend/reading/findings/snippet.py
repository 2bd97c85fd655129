"""Findings with the source printed under them: ruff's `full`, ty's and pyrefly's.

    F821 Undefined name `foo`                error[unresolved-reference]: Name `foo` used when not defined
      --> a.py:26:11                           --> a.py:26:11
       |                                        |
    26 |     print(foo)                      26 |     print(foo)
       |           ^^^                          |           ^^^
    help: ...                                info: ...

With `--preview` ruff prints the rule's name for its code (`undefined-name: Undefined name ...`). ruff before 0.13
prints the place in front (`a.py:26:11: F821 ...`), the rule behind the carets and `= help:`. pyrefly
begins with `ERROR ... [rule]` and prints the rest of its message, indented by two, below the source.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tracemend import lazy
from tracemend.reading.findings.finding import MORE_LINES, PATH, Answer, block
from tracemend.reading.findings.ruff_names import code_of_rule
from tracemend.reading.report import MORE, Block, Frame, Severity, Span

_FULL = lazy.regex(
    r"(?:(?P<severity>error|warning)\[(?P<rule>[\w:-]{1,60})\]:"
    r"|(?P<code>[A-Z]{1,7}\d{3,4}|invalid-syntax|unformatted|io):?) (?P<message>\S.*)"
)
_NAMED = lazy.regex(r"(?P<code>[a-z][a-z0-9-]{2,80}): (?P<message>\S.*)")
_PYREFLY = lazy.regex(r"(?P<severity>ERROR| WARN) (?P<message>\S.{0,20000}) \[(?P<rule>[a-z][a-z-]{1,60})\]$")
_ARROW = lazy.regex(r" {0,9}--> " + PATH + r":(?P<line>\d{1,9}):(?P<column>\d{1,9})$")
_GUTTER = lazy.regex(
    r" {0,9}\d{0,9} {0,9}\|| {0,9}(?::::|-->) |(?:help|info|note): | {1,9}-(?: |$)| {0,9}\d{1,9} {1,9}\+(?: |$)"
    r"| {1,9}= |\.\.\.$|-{40,400}$"
)
_SOURCE = lazy.regex(r" {0,9}(?P<line>\d{1,9}) \| ?(?P<text>.*)")
_CARETS = lazy.regex(r" {0,9}\| ?(?P<text>.*)")
_NOTE = lazy.regex(r" {0,9}(?:= )?(?:help|info|note): (?P<text>.*)")
_RUFF_CODE = lazy.regex(r"[A-Z]{1,7}\d{3,4}")
_FIXABLE = lazy.regex(r"\[\*\] ")
_LIMIT = 200

_RUFF_ERRORS = frozenset({"F821", "E902", "E999", "invalid-syntax", "io"})
"""What ruff's language server shows as an error; all else is a warning there."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """What stands under a finding: the index after it, the source of its line, where the carets end, and the notes."""

    end: int
    source: str | None
    end_column: int | None
    notes: tuple[str, ...]


def read(lines: Sequence[str], at: int, final: bool) -> Answer:
    """The finding whose first line is `lines[at]`: a rule and a message, the place on the next line, a snippet."""
    found = _FULL.match(lines[at]) or named(_NAMED.match(lines[at]))
    pyrefly = None if found else _PYREFLY.match(lines[at])
    if not found and not pyrefly:
        return None
    if at + 1 >= len(lines):
        return None if final else MORE
    arrow = _ARROW.match(lines[at + 1])
    if not arrow:
        return None
    below = snippet(lines, at + 2, int(arrow["line"]), int(arrow["column"]))
    end, rest = below.end, []
    while pyrefly and end < min(len(lines), at + _LIMIT) and lines[end].startswith("  ") and lines[end].strip():
        rest.append(lines[end].rstrip())
        end += 1
    if end == len(lines) and not final and end < at + _LIMIT:
        return MORE
    frame = _frame(arrow["path"], int(arrow["line"]), int(arrow["column"]), below)
    span = Span(at + 1, end)
    if pyrefly:
        level: Severity = "error" if pyrefly["severity"] == "ERROR" else "warning"
        message = "\n".join([pyrefly["message"], *rest])
        return block("pyrefly", level, message, pyrefly["rule"], frame, span, below.notes)
    if not found:
        return None
    rule = found.groupdict().get("rule")
    if rule and not _RUFF_CODE.fullmatch(rule):
        severity: Severity = "error" if found["severity"] == "error" else "warning"
        return block("ty", severity, found["message"], rule.removeprefix("lint:"), frame, span, below.notes)
    return ruff(rule or found["code"], found["message"], frame, span, below.notes)


def read_below(
    lines: Sequence[str], at: int, final: bool, code: str, message: str, path: str, line: int, column: int | None
) -> Answer:
    """ruff's finding on the one line `lines[at]`, with the snippet that ruff before 0.13 prints under it."""
    end, below = at + 1, None
    if end >= len(lines) and not final:
        return MORE
    if end < len(lines) and _GUTTER.fullmatch(lines[end].rstrip()):
        below = snippet(lines, end, line, column)
        end = below.end
        if end == len(lines) and not final and end < at + _LIMIT:
            return MORE
    frame = _frame(path, line, column, below) if below else Frame(path, line, column=column)
    return ruff(code, message, frame, Span(at + 1, end), below.notes if below else ())


def named(found: re.Match[str] | None) -> re.Match[str] | None:
    """The match, where its `code` is the name of one of ruff's rules."""
    return found if found and code_of_rule(found["code"]) else None


def ruff(code: str, message: str, frame: Frame, span: Span, notes: tuple[str, ...] = ()) -> Block:
    """A finding of ruff under its rule's code, without its mark of what it can fix."""
    code = code_of_rule(code) or code
    return block("ruff", ruff_severity(code), _FIXABLE.sub("", message, count=1), code, frame, span, notes)


def ruff_severity(code: str | None) -> Severity:
    """How ruff's language server shows a rule's findings."""
    return "error" if code in _RUFF_ERRORS else "warning"


def snippet(lines: Sequence[str], at: int, number: int, column: int | None) -> Snippet:
    """The lines of a snippet and its help that begin at `lines[at]`; `number` and `column` are the finding's."""
    end = at
    limit = min(len(lines), at + _LIMIT)
    source: str | None = None
    end_column: int | None = None
    notes: list[str] = []
    while end < limit and _GUTTER.match(lines[end]):
        found = _SOURCE.match(lines[end])
        note = _NOTE.match(lines[end])
        if note and len(notes) < MORE_LINES:
            notes.append(note["text"].strip())
        elif found and source is None and int(found["line"]) == number and not notes:
            text = found["text"]
            source = text.removeprefix("/ ").removeprefix("| ").strip() or None  # ruff's mark of many lines
            end_column = _carets_end(lines[end + 1], column) if end + 1 < limit else None
        end += 1
    return Snippet(end, source, end_column, tuple(notes))


def _carets_end(line: str, column: int | None) -> int | None:
    """The column after the carets of a line under the source, where they begin in that column (tabs are widened)."""
    found = _CARETS.match(line)
    if not found or column is None:
        return None
    marks = found["text"]
    if column > len(marks) or marks[: column - 1].strip() or marks[column - 1] != "^":
        return None
    return column + len(marks[column - 1 :]) - len(marks[column - 1 :].lstrip("^"))


def _frame(path: str, line: int, column: int | None, below: Snippet) -> Frame:
    known = below.end_column
    return Frame(path, line, source=below.source, column=column, end_line=line if known else None, end_column=known)
