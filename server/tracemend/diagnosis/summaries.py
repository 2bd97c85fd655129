"""Which summaries are left out: those that stand below an error of the same output.

`make: *** [Makefile:2: test] Error 1`, `nox > Command pytest failed with exit code 1`, pytest's last page: they name
again what the output has shown, and are all that there is where that was hidden or could not be read. Dialects say of a
report that it is a `summary`; whether it counts is decided here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable

from tracemend.reading.report import ErrorReport

Reports = tuple[ErrorReport, ...]

WITHIN = 2_000
"""Lines: what is farther above may be of another run in the same log or terminal."""


class Summaries:
    """What one output has told so far."""

    def __init__(self) -> None:
        self._told: int | None = None  # the line with which the last error ended
        self._codes: set[str] = set()

    def left_out(self, blocks: Iterable[Reports]) -> list[Reports]:
        """The blocks, in the order of the output, without the summaries that say nothing new.

        Warnings above tell of no failure. A summary with a code that no error above it has (what killed the program)
        says something new. Summaries of one block stand beside each other.
        """
        left = []
        for block in blocks:
            kept = tuple(report for report in block if not self._known(report))
            if len(kept) < len(block) and any(report.chain for report in block):
                kept = block  # links count the block's reports
            for report in kept:
                if report.severity == "error":
                    self._told = report.span.end
                    if report.code:
                        self._codes.add(report.code)
            if kept:
                left.append(kept)
        return left

    def _known(self, report: ErrorReport) -> bool:
        if not report.summary or self._told is None or report.span.start - self._told > WITHIN:
            return False
        return report.code is None or report.code in self._codes
