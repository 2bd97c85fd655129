"""The end of a traceback on Django's error page, as `Switch to copy-and-paste view` and the page as text have it.

    Traceback (most recent call last):
      File "/home/dev/shop/views.py", line 4, in item
        return cfg["host"]
               ^^^^^^^^^^^

    Exception Type: KeyError at /items/
    Exception Value: 'host'

Source: django/views/templates/technical_500.html and .txt. Of a chain each traceback but the last ends without its
type, in a sentence that holds its message: `The above exception (...) was the direct cause of the following
exception:`. On the page itself type and value stand in a table, whose cells are copied with a tab, or on lines of
their own.
"""

from __future__ import annotations

from tracemend import lazy
from tracemend.reading.cursor import Cursor
from tracemend.reading.report import Frame
from tracemend.reading.tracebacks.stack import read_frames

_TYPE = lazy.regex(r"\s{0,20}Exception Type:\s{0,20}(?P<type>[^\W\d][\w.]{0,150})(?: at (?P<where>/\S{0,400}))?\s*$")
_TYPE_ALONE = lazy.regex(r"\s{0,20}Exception Type:\s*$")
_NAME = lazy.regex(r"\s{0,20}(?P<type>[^\W\d][\w.]{0,150})\s*$")
_VALUE = lazy.regex(r"\s{0,20}Exception Value:\s{0,20}(?P<value>.{0,8000})$")
_LINK = lazy.regex(
    r"(?:The above exception|During handling of the above exception) \(.{0,2000}\)"
    r"(?: was the direct cause of the following exception|, another exception occurred):$"
)
_PLACE = lazy.regex(
    r"\s{0,20}Exception Location:\s{0,20}(?P<path>\S.{0,400}?), line (?P<line>\d{1,7}), in (?P<name>\S{1,200})\s*$"
)
_MOST_LINKS = 20
_MOST_BLANK = 4
_MESSAGE_LINES = 40

Named = tuple[str, str]


def read_page(cursor: Cursor, frames: list[Frame]) -> tuple[Named | None, list[Frame]]:
    """Type and message below the frames that were just read, and the frames of the last exception; the cursor stands
    where it stood if there are none."""
    start, first = cursor.at, frames
    for _ in range(_MOST_LINKS):
        _skip_blank(cursor)
        if not _LINK.match(cursor.peek() or ""):
            break
        cursor.skip()
        frames = read_frames(cursor, True) or frames
    read = read_fields(cursor)
    if read is None:
        cursor.at = start
        return None, first
    return read, frames


def read_fields(cursor: Cursor) -> Named | None:
    """Type and value from the cursor's line on; it then stands on the first line after them."""
    line = cursor.peek()
    if line is None:
        return None
    found = _TYPE.match(line)
    count = 1
    if found is None and _TYPE_ALONE.match(line):
        count = 2
        found = _NAME.match(cursor.peek(1) or "")
    if found is None:
        return None
    while count < _MOST_BLANK and not (cursor.peek(count) or "").strip() and cursor.peek(count) is not None:
        count += 1
    value = _VALUE.match(cursor.peek(count) or "")
    if value is None:
        return None
    cursor.skip(count + 1)
    message = [value["value"].strip()]
    if not message[0]:
        _skip_blank(cursor)
    while len(message) < _MESSAGE_LINES:
        text = cursor.peek()
        if text is None or not text.strip() or _FIELD.match(text):
            break
        message.append(text.strip())
        cursor.skip()
    return found["type"], "\n".join(message).strip()


def read_place(cursor: Cursor) -> Frame | None:
    """The place that the page names below type and value."""
    found = _PLACE.match(cursor.peek() or "")
    if not found:
        return None
    cursor.skip()
    return Frame(found["path"], int(found["line"]), found["name"])


def _skip_blank(cursor: Cursor) -> None:
    for _ in range(_MOST_BLANK):
        text = cursor.peek()
        if text is None or text.strip():
            return
        cursor.skip()


_FIELD = lazy.regex(r"\s{0,20}(?:Exception Location|Raised during|Request information|Python \w{1,20}|Server time):")
