"""Examples of documentation that do not hold, as doctest prints them, and pytest with --doctest-modules.

    File "/home/me/cart.py", line 14, in cart.half
    Failed example:
        half(3)
    Expected:
        2
    Got:
        1.5

Source: `Lib/doctest.py` of CPython 3.10 to 3.13 (DocTestRunner, OutputChecker.output_difference) and
`_pytest/doctest.py`. A mismatch has no type: its message is what was expected and what came. Where the example raised
an exception that was not expected, that is the report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.report import MORE, Block, ErrorReport, Frame, Hints, NeedMore, Span
from tracemend.reading.tracebacks import traceback
from tracemend.reading.tracebacks.frames import user_frame

_LINES = 2000

_PLACE = lazy.regex(r'File "(?P<path>[^"]{1,2000})", line (?P<line>\d{1,9}|\?), in (?P<name>.{1,400})$')
_DIFFERS = lazy.regex(r"(?:Expected|Got):$|Expected nothing$|Got nothing$|Differences \(.{1,100}\):$")
_RAISED = "Exception raised:"
_TRACEBACK = "Traceback (most recent call last):"

# What pytest prints: the documentation with its lines' numbers, what differs or was raised, the place.
_NUMBERED = lazy.regex(r"(?P<line>\d{3,9}) (?P<text>.{0,4000})$")
_PROMPT = lazy.regex(r"\s{0,400}>>> (?P<source>.{1,4000})$")
_END = lazy.regex(
    r"(?P<path>(?:[A-Za-z]:(?=[\\/]))?[^\s:][^:]{0,1000}):(?P<line>\d{1,9}): (?:DocTestFailure|UnexpectedException)$"
)


class _Doctest:
    """Reads one example that failed."""

    name = "doctest"

    opens = staticmethod(openings.doctest)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        place = _PLACE.match(lines[at])
        if not place:
            return None
        if at + 1 >= len(lines):
            return None if final else MORE
        if lines[at + 1] != "Failed example:":
            return None
        end = at + 2
        limit = min(len(lines), at + _LINES)
        while end < limit and (not lines[end].strip() or lines[end].startswith("    ") or _says(lines[end])):
            end += 1
        if end == len(lines) and not final:
            return MORE
        while not lines[end - 1].strip():
            end -= 1
        says = next((index for index in range(at + 2, end) if _says(lines[index])), None)
        if says is None:
            return None
        line = None if place["line"] == "?" else int(place["line"])
        frame = Frame(place["path"], line, place["name"], source=lines[at + 2].strip())
        if lines[says] == _RAISED:
            raised = [text[4:] for text in lines[says + 1 : end]]
            return Block(_raised(raised, 0, frame, Span(at + 1, end)), end)
        return Block((_differs("\n".join(lines[says:end]), frame, Span(at + 1, end)),), end)


def _says(line: str) -> bool:
    """Whether the line is one of the headings below an example."""
    return line == _RAISED or bool(_DIFFERS.match(line))


def read_section(lines: Sequence[str], at: int, start: int, end: int) -> Block | None:
    """The examples of a section of pytest's; its header stands at `at`, its text is `lines[start:end]`."""
    reports: list[ErrorReport] = []
    first = at
    source: str | None = None
    heading: int | None = None
    for index in range(start, end):
        line = lines[index]
        place = _END.match(line)
        numbered = _NUMBERED.match(line) if heading is None else None
        if place and heading is not None:
            frame = Frame(place["path"], int(place["line"]), source=source)
            span = Span(first + 1, index + 1)
            if lines[heading].startswith("UNEXPECTED EXCEPTION: "):
                reports += _raised(lines[heading + 1 : index], heading + 1, frame, span)
            else:
                said = "\n".join(lines[heading:index]).rstrip()
                reports.append(_differs(said, frame, span))
            first, source, heading = index + 1, None, None
        elif numbered:
            prompt = _PROMPT.match(numbered["text"])
            source = prompt["source"].strip() if prompt else source
        elif heading is None and (_says(line) or line.startswith("UNEXPECTED EXCEPTION: ")):
            heading = index
    return Block(tuple(reports), end) if reports else None


def _differs(message: str, frame: Frame, span: Span) -> ErrorReport:
    return ErrorReport(
        tool="doctest",
        severity="error",
        exception=None,
        message=message,
        span=span,
        frames=(frame,),
        user_frame=user_frame((frame,)),
        code="different-output",
    )


def _raised(lines: Sequence[str], before: int, frame: Frame, span: Span) -> tuple[ErrorReport, ...]:
    """The exceptions of a traceback, the last one with the span and the place of its example.

    `before`: lines of the text before these. Frames of doctest itself and of the example are no file of the user's.
    """
    start = next((index for index, line in enumerate(lines) if line == _TRACEBACK), None)
    block = None if start is None else traceback.DIALECT.read(lines, start, True, Hints(selected=True))
    if not isinstance(block, Block) or not block.reports:
        return ()
    found = [
        replace(one, tool="doctest", span=Span(one.span.start + before, one.span.end + before), frames=one.frames)
        for one in block.reports
    ]
    last = found[-1]
    found[-1] = replace(
        last, span=span, frames=(frame, *last.frames), user_frame=last.user_frame or user_frame((frame,))
    )
    return tuple(found)


DIALECT = _Doctest()
