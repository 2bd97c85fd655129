"""Issues as bandit prints them for people.

    >> Issue: [B602:subprocess_popen_with_shell_equals_true] subprocess call with shell=True identified, security issue.
       Severity: High   Confidence: High
       CWE: CWE-78 (https://cwe.mitre.org/data/definitions/78.html)
       More Info: https://bandit.readthedocs.io/...
       Location: ./a.py:3:4
    2   import subprocess
    3   subprocess.call(line, shell=True)

Columns count from 0 and are corrected; before 1.7.1 there are none. Only a high severity is an error.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading.findings.finding import Answer, block
from tracemend.reading.report import MORE, Frame, Severity, Span

_ISSUE = lazy.regex(r">> Issue: \[(?P<code>B\d{3}):(?P<name>\w{1,100})\] (?P<message>.+)")
_LEVEL = lazy.regex(r" {3}Severity: (?P<level>\w{1,12}) {1,5}Confidence: \w{1,12}")
_ABOUT = lazy.regex(r" {3}(?:Severity|CWE|More Info|Confidence): ")
_LOCATION = lazy.regex(r" {3}Location: (?P<path>.{1,1000}?):(?P<line>\d{1,9})(?::(?P<column>\d{1,9}))?$")
_CODE = lazy.regex(r"(?P<line>\d{1,9})\t(?P<text>.*)")
_CODE_LINES = 40


def read(lines: Sequence[str], at: int, final: bool) -> Answer:
    """The issue that begins at `lines[at]`, None where none does."""
    found = _ISSUE.match(lines[at])
    if not found:
        return None
    level: Severity = "warning"
    end = at + 1
    while end < min(len(lines), at + 6) and _ABOUT.match(lines[end]):
        graded = _LEVEL.match(lines[end])
        if graded and graded["level"].lower() == "high":
            level = "error"
        end += 1
    if end == len(lines) and not final:
        return MORE
    place = _LOCATION.match(lines[end]) if end < len(lines) else None
    if not place:
        return None
    end += 1
    source: str | None = None
    limit = min(len(lines), end + _CODE_LINES)
    start = end
    while end < limit and (code := _CODE.match(lines[end])):
        if int(code["line"]) == int(place["line"]):
            source = code["text"].strip() or None
        end += 1
    if end == len(lines) and not final and end < start + _CODE_LINES:
        return MORE
    frame = Frame(
        place["path"],
        int(place["line"]),
        source=source,
        column=int(place["column"]) + 1 if place["column"] else None,
    )
    return block("bandit", level, found["message"], found["code"], frame, Span(at + 1, end))
