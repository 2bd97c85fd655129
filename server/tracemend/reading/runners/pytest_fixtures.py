"""What pytest says of a fixture that it does not find, or that is used wrongly (`_pytest/fixtures.py`)."""

from __future__ import annotations

from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading.report import Block, Frame, Span
from tracemend.reading.runners.pytest_failures import SAID, report

FIXTURE_PLACE = lazy.regex(r"file (?P<path>\S.{0,1000}), line (?P<line>\d{1,9})$")

_UNMARKED = lazy.regex(r"\s{4,12}(?P<text>fixture '\w{1,200}' not found)$")
_UNMARKED_NOTE = lazy.regex(
    r"\s{4,12}(?P<text>(?:available fixtures: |use '(?:py\.test|pytest) --fixtures ).{0,9000})$"
)
"""The same without the `E` and the `>` in front, which are lost when the text is copied as a quotation."""

_DEPTH = 20


def read_fixture(lines: Sequence[str], at: int, start: int, end: int) -> Block | None:
    """`file F, line N`, the function, and `E` with what is wrong with a fixture; several places lead to the last.

    The block's report begins at `at`, its text at `start`, its section ends before `end`.
    """
    frames: list[Frame] = []
    message: list[str] = []
    notes: list[str] = []
    last = start
    for index in range(start, end):
        line = lines[index]
        place = FIXTURE_PLACE.match(line)
        said = SAID.match(line) or _UNMARKED.match(line)
        unmarked = _UNMARKED_NOTE.match(line) if message else None
        if place:
            frames.append(Frame(place["path"], int(place["line"])))
            if len(frames) > _DEPTH:
                return None
        elif line.startswith(">"):
            notes.append(line[1:].strip())
            last = index
        elif unmarked:
            notes.append(unmarked["text"].strip())
            last = index
        elif said:
            message.append(said["text"] or "")
            last = index
        elif frames and frames[-1].source is None and line.lstrip().startswith(("def ", "async def ")):
            frames[-1] = frames[-1]._replace(source=line.strip())
        elif message and line.strip():
            if line.rpartition(":")[2].isdigit():  # the place of the last one again
                last = index
            break
    if not frames or not message:
        return None
    found = report(None, "\n".join(message), tuple(frames), Span(at + 1, last + 1), tuple(notes))
    return Block((found,), last + 1)
