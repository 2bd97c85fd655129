"""Findings as pyright and basedpyright print them for people.

    /p/shop/opt.py
      /p/shop/opt.py:6:14 - error: "group" is not a known attribute of "None" (reportOptionalMemberAccess)
      /p/shop/opt.py:9:9 - error: Cannot access attribute "x" for class "A"
        Attribute "x" is unknown (reportAttributeAccessIssue)

The message keeps the indentation of its further lines, as editors show them. Columns count UTF-16 units. `information`
is no report.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading.findings.finding import MORE_LINES, Answer, block
from tracemend.reading.report import MORE, Frame, Severity, Span

_FINDING = lazy.regex(
    r"(?P<margin>\s{0,8})(?P<path>(?:[A-Za-z]:(?=[\\/]))?(?![-+>|]\s)[^\s:][^:]{0,1000})"
    r":(?P<line>\d{1,9}):(?P<column>\d{1,9}) - "
    r"(?P<severity>error|warning): (?P<message>.*)"
)
_RULE = lazy.regex(r" ?\((?P<code>report[A-Za-z]{1,60})\)$")


def read(lines: Sequence[str], at: int, final: bool) -> Answer:
    """The finding on `lines[at]`, None where there is none."""
    found = _FINDING.match(lines[at])
    if not found:
        return None
    margin = len(found["margin"])
    message = [found["message"]]
    end = at + 1
    limit = min(len(lines), at + MORE_LINES)
    while not _RULE.search(message[-1]) and end < limit:
        line = lines[end].replace("\u00a0", " ")  # explanations are indented with no-break spaces
        if not line.startswith(" " * (margin + 2)) or _FINDING.match(line):
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
    return block("pyright", severity, "\n".join(message), rule["code"] if rule else None, frame, Span(at + 1, end))
