"""The errors inside the output of a build that an installer prints as part of its own message."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from tracemend.reading.builds import compiler
from tracemend.reading.builds.packaging import read_setuptools
from tracemend.reading.report import Block, ErrorReport, Hints, Link, NeedMore, Span
from tracemend.reading.tracebacks import traceback

_BLOCKS = 6
"""What is told of a build with more errors than this: the first ones, which led to the others."""

_ENDINGS = ("command '", "Command '")
"""How setuptools says that a program has failed: nothing new where the program's own error was read."""

_CLOSINGS = frozenset(("", "---"))
"""What uv puts under an output."""

_HINTS = Hints()
_Read = Callable[[Sequence[str], int], Block | NeedMore | None]


def _traceback(lines: Sequence[str], at: int) -> Block | NeedMore | None:
    if "most recent call last" not in lines[at]:
        return None
    return traceback.DIALECT.read(lines, at, True, _HINTS)


def _compiler(lines: Sequence[str], at: int) -> Block | NeedMore | None:
    return compiler.DIALECT.read(lines, at, True, _HINTS) if compiler.DIALECT.opens(lines[at], _HINTS) else None


def _setuptools(lines: Sequence[str], at: int) -> Block | NeedMore | None:
    return read_setuptools(lines, at, True) if lines[at].startswith("error") else None


_READERS: tuple[_Read, ...] = (_traceback, _compiler, _setuptools)


def errors_inside(lines: Sequence[str], start: int, end: int, margin: int) -> tuple[ErrorReport, ...]:
    """The reports in `lines[start:end]`, whose lines have a margin of so many blanks.

    Their spans count in `lines`. The last report of each block is linked as the cause of the report that is to stand
    after all of them.
    """
    text = [line[margin:] if not line[:margin].strip() else line.lstrip() for line in lines[start:end]]
    stops = [index for index, line in enumerate(text) if line.strip() == "[end of output]"]
    if stops:
        del text[stops[-1] :]
    while text and text[-1].strip() in _CLOSINGS:
        text.pop()
    blocks: list[tuple[ErrorReport, ...]] = []
    at = 0
    while at < len(text) and len(blocks) < _BLOCKS:
        for reader in _READERS:
            block = reader(text, at)
            if isinstance(block, Block):
                if block.reports and not (blocks and block.reports[0].message.startswith(_ENDINGS)):
                    blocks.append(block.reports)
                at = max(block.end, at + 1)
                break
        else:
            at += 1
    total = sum(map(len, blocks))
    found: list[ErrorReport] = []
    for reports in blocks:
        first = len(found)
        for report in reports:
            chain = Link(report.chain.of + first, report.chain.how) if report.chain else None
            if chain is None and report is reports[-1]:
                chain = Link(total, "cause")
            found.append(replace(report, span=Span(report.span.start + start, report.span.end + start), chain=chain))
    return tuple(found)
