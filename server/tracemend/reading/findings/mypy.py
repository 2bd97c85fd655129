"""Findings as mypy and dmypy print them, also with `--pretty`, `--show-column-numbers` and `--show-error-end`.

    a.py:3:12: error: Incompatible return value type (got "str", expected "int")  [return-value]
    a.py:5: error: Library stubs not installed for "yaml"  [import-untyped]
    a.py:5: note: Hint: "python3 -m pip install types-PyYAML"
    b/a.py: error: Duplicate module named "a" (also at "a.py")

Notes for the same line belong to the error above them; a `note:` alone is no report. Behind characters beyond ASCII
mypy's columns are off (0.x and 1.x count bytes of UTF-8, 2.4 prints less than the characters), and left so.
`app.py: error: ...` is how argparse prints errors of usage: without a line, only what mypy's build.py says is read.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading.findings.finding import MORE_LINES, PATH, Answer, block
from tracemend.reading.findings.sentences import mypy_code
from tracemend.reading.report import MORE, Frame, Severity, Span

_FINDING = lazy.regex(
    rf"(?:{PATH}|(?P<text><string>))"
    r":(?:(?P<line>\d{1,9}):(?:(?P<column>\d{1,9}):(?:(?P<end_line>\d{1,9}):(?P<end_column>\d{1,9}):)?)?)?"
    r" (?P<severity>error|warning|note): (?P<message>.*)"
)
_CODE = lazy.regex(r"(?: {1,2}|^)\[(?P<code>[a-z][a-z0-9-]{1,50})\]$")
_WITHOUT_LINE = ("Cannot read file: ", "Cannot decode file: ", "Duplicate module named ", "Source file found twice ")
_WRAPPED_LINES = 8


def read(lines: Sequence[str], at: int, final: bool) -> Answer:
    """The error on `lines[at]` with the notes for its line; with --pretty also wrapped lines, the source and carets."""
    found = _FINDING.match(lines[at])
    if not found or found["severity"] == "note":
        return None
    if found["line"] is None and not found["message"].startswith(_WITHOUT_LINE):
        return None
    message = found["message"].rstrip()
    code = _CODE.search(message)
    notes: list[str] = []
    source: str | None = None
    end = at + 1
    limit = min(len(lines), at + MORE_LINES)
    wrapped: list[str] = []
    while code is None and end < limit and len(wrapped) < _WRAPPED_LINES and _goes_on(lines[end]):
        wrapped.append(lines[end].strip())
        end += 1
        if _CODE.search(wrapped[-1]):
            message = " ".join([message, *wrapped])
            code = _CODE.search(message)
    if code is None:
        if end == limit == len(lines) and not final and len(wrapped) < _WRAPPED_LINES:
            return MORE
        end = at + 1  # they were another's lines
    if code is not None:
        message = message[: code.start()].rstrip()
    if end < limit and lines[end].startswith("    ") and lines[end].strip():
        source = lines[end].strip()
        end += 1
        if end < limit and lines[end].strip("~^ ") == "" and "^" in lines[end]:
            end += 1
    while end < limit:
        note = _FINDING.match(lines[end])
        if not note or note["severity"] != "note" or (note["path"], note["line"]) != (found["path"], found["line"]):
            break
        notes.append(note["message"].strip())
        end += 1
    if end == len(lines) and not final and end < at + MORE_LINES:
        return MORE
    frame = Frame(
        found["path"] or found["text"],
        int(found["line"]) if found["line"] else None,
        source=source,
        column=int(found["column"]) if found["column"] else None,
        end_line=int(found["end_line"]) if found["end_line"] else None,
        end_column=int(found["end_column"]) + 1 if found["end_column"] else None,  # printed inclusive
    )
    severity: Severity = "error" if found["severity"] == "error" else "warning"
    rule = code["code"] if code else mypy_code(message)
    return block("mypy", severity, message, rule, frame, Span(at + 1, end), tuple(notes))


def _goes_on(line: str) -> bool:
    """Whether a line can be the wrapped rest of a message of mypy --pretty."""
    if not line.strip() or _FINDING.match(line) or line.startswith(("Found ", "Success")):
        return False
    return line[0] != " " or bool(_CODE.match(line))  # ` [code]` is what is left where the blank would not fit
