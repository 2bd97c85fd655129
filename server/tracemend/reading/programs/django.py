"""What Django says without a traceback: failed checks, its error pages as text, migrations that need an answer.

    SystemCheckError: System check identified some issues:

    ERRORS:
    shop.Item.owner: (fields.E300) Field defines a relation with model 'Owner', which is either not installed, ...
            HINT: ...

Sources: django/core/management/base.py (`check`: each finding is a report with its id as code, warnings too),
views/templates/technical_500.txt (a page copied from the browser or printed by a client: `Type at /path`, the value,
`Exception Location:`), views/csrf.py, db/migrations/questioner.py, core/management/__init__.py (fetch_command).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.cursor import Cursor, OutOfLines
from tracemend.reading.programs.complaint import complaint, is_shown
from tracemend.reading.report import MORE, Block, ErrorReport, Frame, Hints, NeedMore, Severity
from tracemend.reading.surroundings import is_exception_name
from tracemend.reading.tracebacks.error_page import read_fields, read_place

_CHECKS = lazy.regex(
    r"(?:\S{0,100}\.)?SystemCheckError: (?:SystemCheckError: )?System check identified (?:some )?issues?:"
    r"|System check identified some issues:$"
)
_LEVEL = lazy.regex(r"(?P<level>CRITICALS|ERRORS|WARNINGS|INFOS|DEBUGS):$")
_FINDING = lazy.regex(r"(?P<what>\S.{0,200}?): \((?P<code>[\w.]{1,60}\.[A-Z]\d{3})\) (?P<text>\S.*)")
_HINT = lazy.regex(r"\s{1,16}HINT: (?P<text>.*)")
_SUMMARY = lazy.regex(r"System check identified (?:\d+|no) issues?")
_PAGE = lazy.regex(r"(?P<type>[A-Z]\w{2,80}) at (?P<where>/\S{0,400})$")
_ABOUT = lazy.regex(
    r"(?:Request Method|Request URL|Django Version|Python (?:Version|Executable)|Exception (?:Type|Value)):"
)
_LOCATION = lazy.regex(
    r"Exception Location:\s{0,8}(?P<path>\S.{0,400}?), line (?P<line>\d{1,7}), in (?P<name>\S{1,200})$"
)
_CSRF = "CSRF verification failed. Request aborted."
_FORBIDDEN = lazy.regex(r"Forbidden \((?:403|(?P<reason>(?:CSRF|Origin|Referer) .{1,400})\): \S)")
_NOT_MIGRATED = lazy.regex(r"Field '[^']{1,200}' on model '[^']{1,200}' not migrated: \S")
_QUESTION = lazy.regex(
    r"It is impossible to (?:add|change) a (?:non-)?nullable field '\w{1,100}' \w\w \w{1,100} (?:to non-nullable )?"
    r"without "
    r"|You are trying to (?:add a|change the) (?:non-)?nullable field '\w{1,100}' \w\w \w{1,100} (?:to non-nullable )?"
    r"without "
    r"|Field '\w{1,100}' on model '\w{1,100}' given a default of NOT PROVIDED and must be corrected\."
)
"""makemigrations asks, or says without a terminal what it would have asked; Django 3.2 has other words than 4.0."""
_NO_COMMAND = lazy.regex(r"Unknown command: '[^']{1,100}'(?:\. Did you mean \S{1,60}\?)?$")
_USAGE = lazy.regex(r"Type '\S{1,200} help' for usage\.$")
_MOST = 300
_PAGE_LINES = 40
_HEAD_LINES = 6


class _Django:
    """Reads Django's findings and pages."""

    name = "django"

    opens = staticmethod(openings.django)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        line = lines[at]
        if is_shown(line, hints):
            return None
        if _CHECKS.match(line):
            return _checks(lines, at, final)
        if line.startswith(("ERRORS:", "CRITICALS:")):  # the line above was not copied
            return _headless(lines, at, final)
        if hints.selected and _FINDING.match(line):
            return _checks(lines, at - 1, final)
        if hints.exit_code != 0 and _NOT_MIGRATED.match(line):
            return complaint("django", line, at, at + 1)
        if _QUESTION.match(line):
            return complaint("django", line, at, at + 1)
        if _NO_COMMAND.match(line):
            if at + 1 >= len(lines):
                return None if final else MORE
            return complaint("django", line, at, at + 2) if _USAGE.match(lines[at + 1]) else None
        found = _FORBIDDEN.match(line)
        if found:
            return _forbidden(lines, at, final, found["reason"])
        if "Exception Type:" in line:
            return _fields(lines, at, final)
        page = _PAGE.match(line)
        return _page(lines, at, final, page) if page else None


def _headless(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    """A heading of findings, with one of them directly below it."""
    if at + 1 >= len(lines):
        return None if final else MORE
    return _checks(lines, at - 1, final) if _LEVEL.match(lines[at]) and _FINDING.match(lines[at + 1]) else None


def _checks(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    """Each finding of the checks: `model.field: (id) text`, its hint below it."""
    reports: list[ErrorReport] = []
    severity: Severity = "error"
    index = at + 1
    while index < min(len(lines), at + _MOST):
        line = lines[index]
        level = _LEVEL.match(line)
        found = _FINDING.match(line)
        if level:
            severity = "error" if level["level"] in ("CRITICALS", "ERRORS") else "warning"
        elif found:
            text, code = f"{found['what']}: {found['text']}", found["code"]
            one = complaint("django", text, index, index + 1, code=code).reports[0]
            reports.append(replace(one, severity=severity))
        elif hint := _HINT.match(line):
            if reports:
                last = reports[-1]
                reports[-1] = replace(last, notes=(*last.notes, hint["text"]), span=last.span._replace(end=index + 1))
        elif _SUMMARY.match(line):
            index += 1
            break
        elif line.strip():
            if not reports or line[:1] not in "\t ":
                break
            last = reports[-1]
            reports[-1] = replace(
                last, message=f"{last.message}\n{line.strip()}", span=last.span._replace(end=index + 1)
            )
        index += 1
    else:
        if index >= len(lines) and not final:
            return MORE
    return Block(tuple(reports), index) if reports else None


def _forbidden(lines: Sequence[str], at: int, final: bool, reason: str | None) -> Block | NeedMore | None:
    """The page about a missing or wrong CSRF token, or the line in the server's log."""
    if reason:
        return complaint("django", reason, at, at + 1)
    if at + 1 >= len(lines):
        return None if final else MORE
    if lines[at + 1].strip() != _CSRF:
        return None
    for index in range(at + 2, min(len(lines), at + 10)):
        if lines[index].strip() == "Reason given for failure:":
            for below in range(index + 1, min(len(lines), index + 4)):
                if lines[below].strip():
                    return complaint("django", [_CSRF, lines[below].strip()], at, below + 1)
    if len(lines) < at + 14 and not final:
        return MORE
    return complaint("django", _CSRF, at, at + 2)


def _page(lines: Sequence[str], at: int, final: bool, page: re.Match[str]) -> Block | NeedMore | None:
    """An error page: the type, the value, and among the particulars where it was raised."""
    message: list[str] = []
    about = None
    frame: tuple[Frame, ...] = ()
    for index in range(at + 1, min(len(lines), at + _PAGE_LINES)):
        line = lines[index].strip()
        if _ABOUT.match(line):
            about = index
        elif about is None:
            message.append(line)
        place = _LOCATION.match(line)
        if place:
            frame = (Frame(place["path"], int(place["line"]), place["name"]),)
            about = index
            break
    else:
        if len(lines) < at + _PAGE_LINES and not final:
            return MORE
    if about is None:
        # Only its head was copied: the type, and the value up to the first blank line.
        head = message[: message.index("")] if "" in message else message
        if not head or len(head) > _HEAD_LINES or not is_exception_name(page["type"]):
            return None
        message, about = head, at + len(head)
    return complaint("python", message, at, about + 1, exception=page["type"], frames=frame)


def _fields(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    """Type and value alone, below frames that could not be read or were not copied."""
    cursor = Cursor(lines, at, final)
    try:
        read = read_fields(cursor)
        place = read_place(cursor) if read else None
    except OutOfLines:
        return MORE
    if read is None:
        return None
    return complaint("python", read[1], at, cursor.at, exception=read[0], frames=(place,) if place else ())


DIALECT = _Django()
