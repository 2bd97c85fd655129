"""The place a report speaks of: the file of the workspace, the line as it stands now, the statement around it."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from tracemend.context import Context
from tracemend.reading.report import ErrorReport, Frame
from tracemend.source.text import SourceText


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of a source file, parsed from the indentation block around it.

    The nodes' own positions are relative to the block; ask `span` for offsets in the file. `node` is the innermost
    statement whose own lines (a compound statement's header only) contain the line. `parents` are the nodes around
    it that the block shows, outermost first. `expression` is what the caret columns name, else None.
    """

    node: ast.stmt
    parents: tuple[ast.AST, ...]
    expression: ast.expr | None
    source: SourceText
    first_line: int
    """The block's first line in the file, 1-based."""
    dedent: int
    """How many characters of indentation were taken off each line of the block."""

    def span(self, node: ast.AST) -> tuple[int, int]:
        """Start and end offset of a node in the file, in characters, the end exclusive (AST columns are UTF-8 bytes)."""
        raise NotImplementedError

    def text(self, node: ast.AST) -> str:
        """The file's text of a node."""
        start, end = self.span(node)
        return self.source.text[start:end]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a report happened. `path` as printed; `file` absolute where it is here; lines 1-based as of now."""

    path: str
    file: str | None
    line: int | None
    column: int | None
    """1-based, in characters; None where nothing names one."""
    end_column: int | None
    """1-based, exclusive, on the same line; None where nothing names one."""
    source: SourceText | None
    statement: Statement | None
    frame: Frame | None


def locate(report: ErrorReport, context: Context) -> Place | None:
    """The place of a report's user frame; None where it names no place at all.

    The file is looked for only if the output may be of this machine (`context.origin` is not "elsewhere").
    """
    raise NotImplementedError
