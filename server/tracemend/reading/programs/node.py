"""An uncaught error of Node.js: the place, its source line with carets, the error with its stack.

    /home/me/app.js:2
    null.x
         ^

    TypeError: Cannot read properties of null (reading 'x')
        at f (/home/me/app.js:2:6)

lib/internal/process/execution.js and node_errors.cc print it. What a program logs of an error that it caught has no
place above it; it is read as well where the program did not end well. Frames are given from the outermost to the
innermost, those of Node itself too; the user's is the innermost that is neither Node's nor a package's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.programs.complaint import complaint, is_shown
from tracemend.reading.report import MORE, Block, Frame, Hints, NeedMore

_ERROR = lazy.regex(
    r"(?:Uncaught )?(?P<type>(?:[A-Z]\w{0,60})?(?:Error|Exception))(?: \[(?P<code>[A-Z][A-Z\d_]{1,80})\])?"
    r"(?:: (?P<message>.*))?$"
)
_FRAME = lazy.regex(
    r"\s{2,8}at (?:(?P<name>[^()]{1,300}?) \()?(?:file://)?(?P<path>(?:node:|/|[A-Za-z]:[\\/]|\.{0,2}/"
    r"|[\w.@-]{1,100}\.[cm]?js\b"
    r"|\[eval\])[^()]{0,600}?):(?P<line>\d{1,8})(?::(?P<column>\d{1,8}))?\)?(?: \{)?$"
)
_ANY_FRAME = lazy.regex(r"\s{2,8}at \S|\s{2,8}\.\.\. \d+ lines matching")
_PLACE = lazy.regex(
    r"(?P<path>(?:file://)?(?:/|[A-Za-z]:[\\/]|node:|\[eval\]|[\w.]{1,60}\.js).{0,600}?):(?P<line>\d{1,8})$"
)
_CARETS = lazy.regex(r"\s{0,5000}\^+$")
_CODE = lazy.regex(r"\s{1,8}code: '(?P<code>[A-Z][A-Z\d_]{1,80})'")
_NODES_OWN = lazy.regex(r"node:|internal/|\[eval|(?:module|events|net|fs|timers|util|dns|node|_http_\w+|vm)\.js$")
_FOREIGN = lazy.regex(r"\.(?:java|kt|scala|cs|groovy):\d+\)$")
_EMITTED = lazy.regex(r"Emitted 'error' event on .{1,100} at:$")
_MOST_MESSAGE = 40
_MOST_FRAMES = 200
_MOST_PROPERTIES = 30


class _Node:
    """Reads an error of Node.js with its stack."""

    name = "node"

    opens = staticmethod(openings.node)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        if hints.exit_code == 0 or is_shown(lines[at], hints):
            return None
        place = _PLACE.match(lines[at])
        if place:
            return _placed(lines, at, final, place)
        return _error(lines, at, at, final, None)


def _placed(lines: Sequence[str], at: int, final: bool, place: re.Match[str]) -> Block | NeedMore | None:
    """The place, the source line, carets, an empty line, and the error."""
    if len(lines) < at + 5:
        for index, line in enumerate(lines[at + 2 : at + 4]):
            if index == 0 and not _CARETS.match(line):
                return None
        if not final:
            return MORE
        if len(lines) < at + 4:
            return None
    if not _CARETS.match(lines[at + 2]):
        return None
    source = lines[at + 1]
    begin = len(source) - len(source.lstrip())
    carets = lines[at + 2].rstrip()
    first = carets.index("^") - begin
    frame = Frame(
        place["path"].removeprefix("file://"),
        int(place["line"]),
        source=source.strip(),
        carets=(first, len(carets) - begin) if 0 <= first < len(source.strip()) else None,
    )
    return _error(lines, at, at + 4 if not lines[at + 3].strip() else at + 3, final, frame)


def _error(lines: Sequence[str], begin: int, at: int, final: bool, place: Frame | None) -> Block | NeedMore | None:
    """The error's first line is `lines[at]`; it needs frames below it, or a place above it."""
    if at >= len(lines):
        return None if final else MORE
    found = _ERROR.match(lines[at])
    if not found and place is None:
        return None
    message = [(found["message"] or "") if found else lines[at].removeprefix("Uncaught ")]
    index = at + 1
    paragraph = 0  # lines of the message up to its first empty line
    sure = place is not None or bool(found and found["code"])
    while index < len(lines) and index < at + _MOST_MESSAGE and not _ANY_FRAME.match(lines[index]):
        line = lines[index]
        if not line.strip() and sure:
            paragraph = paragraph or len(message)
        elif (
            not line.strip()
            or line.startswith(("Node.js v", "(Use `node --trace-"))
            or (place is None and (index > at + 9 or _ERROR.match(line)))
        ):
            break
        message.append(line.rstrip())
        index += 1
    if index >= len(lines) and not final:
        return MORE
    if paragraph and not (index < len(lines) and _ANY_FRAME.match(lines[index])):
        del message[paragraph:]  # no stack follows that it could belong to
        index = at + paragraph
    while len(message) > 1 and not message[-1]:
        del message[-1]
    frames: list[Frame] = []
    most = index + _MOST_FRAMES
    while index < min(len(lines), most) and _ANY_FRAME.match(lines[index]):
        shown = _FRAME.match(lines[index])
        if shown:
            column = int(shown["column"]) if shown["column"] else None
            frames.append(Frame(shown["path"], int(shown["line"]), shown["name"], column=column))
        elif _FOREIGN.search(lines[index]):
            return None  # another language's stack
        index += 1
    if index < len(lines) and _EMITTED.match(lines[index]):
        index += 1
        while index < min(len(lines), most + _MOST_FRAMES) and _ANY_FRAME.match(lines[index]):
            index += 1
    if index >= len(lines) and not final:
        return MORE
    if not frames and place is None:
        return None
    code = found["code"] if found else None
    end, printed = _properties(lines, index)
    if end is None:
        if not final:
            return MORE
        end = len(lines)
    code = code or printed
    user = _user_frame(frames, place)
    exception = found["type"] if found else None
    stack = tuple(frames[::-1]) or ((user,) if user else ())
    if user is not None:
        stack = tuple(user if (one.path, one.line) == (user.path, user.line) else one for one in stack)
    return complaint("node", message, begin, end, code=code, exception=exception, frames=stack, user=user, shown=False)


def _properties(lines: Sequence[str], index: int) -> tuple[int | None, str | None]:
    """Where the properties end that stand in braces after the stack (None: not yet), and the code among them."""
    if index < 1 or not lines[index - 1].endswith(" {"):
        return index, None
    code = None
    for at in range(index, min(len(lines), index + _MOST_PROPERTIES)):
        found = _CODE.match(lines[at])
        code = code or (found["code"] if found else None)
        if lines[at] == "}":
            return at + 1, code
    return (index, code) if len(lines) >= index + _MOST_PROPERTIES else (None, code)


def _user_frame(frames: list[Frame], place: Frame | None) -> Frame | None:
    """The innermost frame of the user's code; where the place above is of the same line, with its source."""
    users = [one for one in frames if not _NODES_OWN.match(one.path) and "node_modules" not in one.path]
    if place is not None and not _NODES_OWN.match(place.path):
        if not users or (users[0].path, users[0].line) == (place.path, place.line):
            name, column = (users[0].name, users[0].column) if users else (None, None)
            return Frame(place.path, place.line, name, place.source, place.carets, column)
        if "node_modules" not in place.path and not frames:
            return place
    return users[0] if users else None


DIALECT = _Node()
