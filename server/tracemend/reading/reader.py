"""Lines, as they come, to error reports: asks every dialect at every line, in order of priority."""

from __future__ import annotations

import logging
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from tracemend import lazy
from tracemend.reading.dialects import DIALECTS
from tracemend.reading.folders import Folders
from tracemend.reading.lanes import read_lane
from tracemend.reading.marks import marked
from tracemend.reading.prefix import Prefix, certain_prefixes, headed, loose_prefix
from tracemend.reading.report import MORE, Block, Dialect, ErrorReport, Hints, NeedMore, Span
from tracemend.reading.tracebacks import traceback

MAX_BLOCK_LINES = 20_000
MAX_BLOCK_CHARACTERS = 2 * 1024 * 1024
MAX_COMMAND = 4_000
"""Characters of a command line that count: dialects look at it for every line, and a shell's holds whole programs."""
MAX_FENCED_LINES = 500
"""A Markdown fence that is not closed after so many lines was none."""
_BATCH = 2_000

_FENCE = lazy.regex(r"\s*(?:> ?)?```[\w+-]*\s*$")
_log = logging.getLogger(__name__)

Reports = tuple[ErrorReport, ...]


class _Read(NamedTuple):
    """A block that was read: its reports, the held index after it, and the held lines of it that stand among others."""

    reports: Reports
    end: int
    between: frozenset[int]


class Reader:
    """Reads a stream of clean lines; one tuple of reports a block, their spans counted from the stream's first line.

    The reports do not depend on how the lines are handed over. Held are the lines of the block that is not over yet
    (a longer one than MAX_BLOCK_LINES or MAX_BLOCK_CHARACTERS is read as if it ended there) and the one before it.
    Text between Markdown fences is not read unless `hints.selected`. A dialect that fails is passed over for that line.
    """

    def __init__(self, hints: Hints | None = None, dialects: Sequence[Dialect] | None = None) -> None:
        self._hints = hints or Hints()
        if len(self._hints.command or "") > MAX_COMMAND:
            self._hints = self._hints._replace(command=(self._hints.command or "")[:MAX_COMMAND])
        self._dialects = DIALECTS if dialects is None else tuple(dialects)
        self._lines: list[str] = []
        self._marked: list[bool | None] = []  # whether a report may begin on the held line; None: not looked at yet
        self._ends: list[int] = []  # characters of the stream up to and with each held line
        self._before = 0  # lines of the stream before the held ones
        self._at = 0
        self._asking = 0  # the stage that waits for more lines at `_at`
        self._enough = 0  # how many lines must be held before it is asked again
        self._fence: int | None = None  # the stream's line after which an open fence hides nothing any more
        self._broken: set[str] = set()  # dialects whose failure was logged
        self._taken: set[int] = set()  # indices of held lines after `_at` that were read with a block
        self._folders = Folders()
        self._seen = 0  # the stream's line up to which folders were looked for

    @property
    def waits(self) -> bool:
        """Whether a block began that is not over as far as can be seen."""
        return self._at < len(self._lines)

    @property
    def count(self) -> int:
        """How many lines have been taken."""
        return self._before + len(self._lines)

    def skip(self, count: int, last: str) -> None:
        """Pass over `count` lines on which nothing begins; `last` is the last of them. Only while nothing waits."""
        self._before += len(self._lines) + count - 1
        self._lines, self._marked, self._ends, self._at = [last], [False], [len(last) + 1], 1
        self._taken.clear()

    def feed(self, lines: Iterable[str], marks: Iterable[bool] | None = None) -> list[Reports]:
        """Take further lines, without their ends; the reports of the blocks that are over now.

        `marks`: whether a report may begin on each line, where that is known already.
        """
        found: list[Reports] = []
        source = iter(lines)
        known = None if marks is None else iter(marks)
        while batch := list(islice(source, _BATCH)):
            total = self._ends[-1] if self._ends else 0
            for line in batch:
                total += len(line) + 1
                self._ends.append(total)
            self._lines += batch
            self._marked += [None] * len(batch) if known is None else islice(known, len(batch))
            if len(self._lines) >= self._enough:
                found += self._read(final=False, paused=False)
        return found

    def flush(self) -> list[Reports]:
        """The reports of what is complete as far as can be seen, because the output pauses here.

        What is not complete even so (frames without an exception) still waits for its rest.
        """
        return self._read(final=False, paused=True)

    def close(self) -> list[Reports]:
        """The reports of the rest: nothing more comes."""
        return self._read(final=True, paused=False)

    def _read(self, final: bool, paused: bool) -> list[Reports]:
        """Go through the held lines as far as they can be judged."""
        found: list[Reports] = []
        lines, marks, everywhere = self._lines, self._marked, self._hints.selected
        count = len(lines)
        at, asking = self._at, self._asking
        waits = False
        while at < count and not waits:
            mark = marks[at]
            if mark is None and not everywhere:
                mark = marks[at] = marked(lines[at])
            if not (mark or everywhere) or at in self._taken:
                at += 1
                continue
            if not everywhere and (self._fence is not None or "```" in lines[at]) and self._hides(at):
                at += 1
                continue
            if self._before + at >= self._seen:
                self._seen = self._before + at + 1
                self._folders.see(lines[at])
            answer, stage = self._judge(at, asking, final)
            if isinstance(answer, NeedMore):
                answer = self._complete(at, stage) if paused else None
                if answer is None:
                    asking, waits = stage, True
                    continue
            if answer is None:
                end = at + 1
            else:
                end = at + 1 if answer.between else answer.end
                self._taken |= answer.between
                if answer.reports:
                    found.append(answer.reports)
            at, asking = end, 0
        self._at, self._asking = at, asking
        held = self._forget()
        # Asked again at every line, a long block that comes line by line would be read as often as it has lines.
        self._enough = self._at + min(2 * held, MAX_BLOCK_LINES + 1) if waits else 0
        return found

    def _judge(self, at: int, first: int, final: bool) -> tuple[_Read | NeedMore | None, int]:
        """What begins at held line `at`, and which stage says so; asks the stages from `first` on.

        The stages: certain prefixes, and what may be one before a traceback's header; then one dialect after the
        other, then what may be a prefix.
        """
        line, hints = self._lines[at], self._hints
        if first == 0 and (prefixes := certain_prefixes(line)):
            for prefix in prefixes:
                for dialect in self._dialects:
                    if self._opens(dialect, prefix.rest):
                        answer = self._ask(dialect, at, final, prefix)
                        if answer is not None:
                            return answer, 0
            return None, 0
        if (
            first == 0
            and "(most recent call last):" in line
            and headed(line)
            and (loose := loose_prefix(line, hints.selected))
        ):
            answer = self._ask(traceback.DIALECT, at, final, loose)
            if isinstance(answer, NeedMore) or (answer is not None and answer.reports):
                return answer, 0
        for stage in range(max(first, 1), len(self._dialects) + 1):
            dialect = self._dialects[stage - 1]
            if self._opens(dialect, line):
                answer = self._ask(dialect, at, final)
                if answer is not None:
                    return answer, stage
        stage = len(self._dialects) + 1
        if traceback.DIALECT.opens(line, hints) and (loose := loose_prefix(line, hints.selected or headed(line))):
            return self._ask(traceback.DIALECT, at, final, loose), stage
        return None, stage

    def _opens(self, dialect: Dialect, line: str) -> bool:
        try:
            return dialect.opens(line, self._hints)
        except Exception as error:
            self._failed(dialect, error)
            return False

    def _complete(self, at: int, first: int) -> _Read | None:
        """What the stages from `first` on make of the held lines as if they were all; None where no report."""
        while first <= len(self._dialects) + 1:
            answer, stage = self._judge(at, first, True)
            if isinstance(answer, _Read) and answer.reports:
                return answer
            first = stage + 1
        return None

    def _ask(self, dialect: Dialect, at: int, final: bool, prefix: Prefix | None = None) -> _Read | NeedMore | None:
        """A dialect's answer at held line `at`, of the lines behind `prefix` where there is one."""
        lines = self._lines
        begin = self._ends[at] - len(lines[at]) - 1
        first = 0
        if len(lines) - at > MAX_BLOCK_LINES or self._ends[-1] - begin > MAX_BLOCK_CHARACTERS:
            stop = min(at + MAX_BLOCK_LINES, bisect_right(self._ends, begin + MAX_BLOCK_CHARACTERS))
            first = max(0, at - 1)
            lines, final = lines[first : max(stop, at + 1)], True
        try:
            if prefix is not None:
                answer: Block | NeedMore | None
                answer, numbers = read_lane(dialect, prefix, lines, at - first, final, self._hints)
            else:
                answer, numbers = dialect.read(lines, at - first, final, self._hints), None
        except Exception as error:
            self._failed(dialect, error)
            return None
        if not isinstance(answer, Block):
            return MORE if isinstance(answer, NeedMore) and not final else None
        if answer.end <= (0 if numbers else at - first):
            return None
        shift = self._before + first
        reports = answer.reports
        if shift or self._folders.now is not None:
            reports = tuple(
                replace(r, span=Span(r.span.start + shift, r.span.end + shift), folder=r.folder or self._folders.now)
                for r in reports
            )
        between = frozenset(number + first for number in numbers) if numbers else frozenset()
        return _Read(reports, answer.end + first, between - {at})

    def _failed(self, dialect: Dialect, error: Exception) -> None:
        """Log that a dialect failed, once for each, without a word of the text that it read."""
        if dialect.name not in self._broken:
            self._broken.add(dialect.name)
            _log.warning("the dialect %s failed with %s; such lines are not read", dialect.name, type(error).__name__)

    def _hides(self, at: int) -> bool:
        """Whether a fence hides the held line, or it is one."""
        fence = bool(_FENCE.match(self._lines[at]))
        number = self._before + at
        if self._fence is not None and number <= self._fence:
            if fence:
                self._fence = None
            return True
        self._fence = number + MAX_FENCED_LINES if fence else None
        return fence

    def _forget(self) -> int:
        """Let go of the lines that were read, but the last one; how many are left that were not."""
        drop = self._at - 1
        if drop > 0:
            del self._lines[:drop]
            del self._marked[:drop]
            del self._ends[:drop]
            self._before += drop
            self._at = 1
            self._taken = {at - drop for at in self._taken if at > drop}
        return len(self._lines) - self._at
