"""Warnings as `warnings.showwarning` prints them.

    /home/me/app.py:9: RuntimeWarning: coroutine 'fetch' was never awaited
      fetch()
    RuntimeWarning: Enable tracemalloc to get the object allocation traceback

The format is that of `Lib/warnings.py`, `_formatwarnmsg_impl`: the place, the category and the message; the source
line, indented by two; the place of the allocation where tracemalloc runs. A warning is read when it can concern the
user: it names a file of the user's, or it tells of the run or its data (`RuntimeWarning`, `UserWarning`) wherever it
was raised, or it is about a coroutine that was never awaited, which often names no file at all. Warnings about code
that is not the user's (deprecations in installed packages, unclosed files of `python -c`) stay silent unless selected.
Of the option for them the same module says `Invalid -W option ignored: ` and the reason (`_processoptions`).
"""

from __future__ import annotations

from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.report import MORE, Block, ErrorReport, Frame, Hints, NeedMore, Span
from tracemend.reading.surroundings import is_exception_name, showing_program
from tracemend.reading.tracebacks.frames import user_frame

_MESSAGE_LINES = 24
"""Messages of more lines than this are cut: no real one is longer, and the search has to end."""

_ALLOCATION_LINES = 120

_OPEN = lazy.regex(
    r"(?:WARNING:py\.warnings:)?(?P<indent> {0,2})(?P<path>(?:[A-Za-z]:(?=[\\/]))?[^:\s][^:]{0,2000}|):"
    r"(?P<line>\d{1,9}): (?P<category>[A-Za-z_][\w.]{0,150}): (?P<message>.*)"
)
_OPTION = "Invalid -W option ignored: "
_TRAILER = lazy.regex(r"[A-Za-z_][\w.]{0,150}: Enable tracemalloc to get the object allocation traceback")
_ALLOCATED = "Object allocated at (most recent call last):"
_ALLOCATION_FRAME = lazy.regex(r'  File "(?P<path>[^"]{1,2000})", lineno (?P<line>\d{1,9})$')
_BREAKS = ("Traceback (most recent call last)", "+ Exception Group", _ALLOCATED)
"""What stands below a warning as an error of its own, indented as the warning is where somebody quoted both."""
_ABOUT_CODE = lazy.regex(r"(?:\w{0,60}Deprecation|Bytes|Encoding|Future|Import|Resource|Syntax)Warning")
_PRINTED_AS_ERROR = frozenset({"ChainedAssignmentError"})
"""Warning categories whose name ends in Error (pandas)."""


class _Warning:
    """Reads one warning with its source line and trailer."""

    name = "warning"

    opens = staticmethod(openings.warning)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        found = _OPEN.match(lines[at])
        if not found:
            return _of_option(lines[at], at)
        category = found["category"]
        usual = category.endswith("Warning") or category in _PRINTED_AS_ERROR
        if not usual and (
            is_exception_name(category) or not category.rpartition(".")[2][:1].isupper() or category.isupper()
        ):
            return None
        if not hints.selected and showing_program(hints.command):
            return None
        has_source = found["path"].endswith((".py", ".pyw")) or "ipykernel" in found["path"]
        indent = found["indent"] + "  "
        source_at = _source_line(lines, at, final, indent) if has_source else None
        if isinstance(source_at, NeedMore):
            return MORE
        if not usual and source_at is None:
            return None
        message = [found["message"]]
        source = None
        end = at + 1
        if source_at is not None:
            message += [line[len(found["indent"]) :] for line in lines[at + 1 : source_at]]
            source = lines[source_at].strip()
            end = source_at + 1
        if end >= len(lines) and not final:
            return MORE
        frames: tuple[Frame, ...] = ()
        if end < len(lines) and _TRAILER.match(lines[end]):
            end += 1
        elif end < len(lines) and lines[end] == _ALLOCATED:
            frames, end = _allocation(lines, end + 1)
            if end >= len(lines) and not final:
                return MORE
        place = Frame(found["path"], int(found["line"]), source=source)
        return _block(category, "\n".join(message).rstrip(), place, frames, Span(at + 1, end), hints)


def _of_option(line: str, at: int) -> Block | None:
    """What is wrong with a value of `-W` or `PYTHONWARNINGS`."""
    if not line.startswith(_OPTION):
        return None
    return Block((ErrorReport("python", "warning", None, line, Span(at + 1, at + 1)),), at + 1)


def _source_line(lines: Sequence[str], at: int, final: bool, indent: str) -> int | NeedMore | None:
    """Index of the source line that ends a warning, the first one indented just so; None where none follows."""
    last = min(len(lines), at + 1 + _MESSAGE_LINES)
    for index in range(at + 1, last):
        line = lines[index]
        if line.lstrip().startswith(_BREAKS) or _TRAILER.match(line) or _OPEN.match(line):
            return None
        if line.startswith(indent) and line[len(indent) : len(indent) + 1].strip():
            return index
    return MORE if last == len(lines) and last < at + 1 + _MESSAGE_LINES and not final else None


def _allocation(lines: Sequence[str], at: int) -> tuple[tuple[Frame, ...], int]:
    """The frames that tracemalloc saw, outermost first, and the index of the line after them."""
    frames: list[Frame] = []
    last = min(len(lines), at + _ALLOCATION_LINES)
    while at < last:
        found = _ALLOCATION_FRAME.match(lines[at])
        if not found:
            break
        at += 1
        source = None
        if at < last and lines[at].startswith("    "):
            source = lines[at].strip()
            at += 1
        frames.append(Frame(found["path"], int(found["line"]), source=source))
    return tuple(frames), at


def _block(
    category: str, message: str, place: Frame, allocated: tuple[Frame, ...], span: Span, hints: Hints
) -> Block | None:
    pseudo = not place.path or place.path == "sys" or place.path.startswith("<")
    shown = (None if pseudo and not place.path.startswith("<") else user_frame((place,))) or user_frame(allocated)
    about_code = bool(_ABOUT_CODE.fullmatch(category.rpartition(".")[2]))
    needed = hints.selected or message.endswith(("was never awaited", "this may result in unpredictable behaviour"))
    if shown is None and not needed and (pseudo or about_code):
        return None
    report = ErrorReport(
        tool="python",
        severity="warning",
        exception=category,
        message=message,
        span=span,
        frames=(*allocated, place),
        user_frame=shown,
    )
    return Block((report,), span.end)


DIALECT = _Warning()
