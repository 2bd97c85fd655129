"""Where a checker's finding stands in a file parsed whole: nodes by the line and column that it names."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from tracemend.fixes.recipe import Request
from tracemend.source.module import Module, whole
from tracemend.source.scopes import Function

Node = TypeVar("Node", bound=ast.AST)


@dataclass(frozen=True, slots=True)
class Spot:
    """A finding's file, its line (1-based), and the offset it names in characters, where it names a column."""

    module: Module
    line: int
    offset: int | None

    def on_line(self, kind: type[Node]) -> list[Node]:
        """The nodes of a kind that begin on the line, in the order of the text."""
        found = [node for node in self.module.nodes if isinstance(node, kind)]
        here = [node for node in found if getattr(node, "lineno", 0) == self.line]
        return sorted(here, key=lambda node: getattr(node, "col_offset", 0))

    def around(self, kind: type[Node]) -> list[Node]:
        """The nodes of a kind that hold the line, outermost first."""
        found = [node for node in self.module.nodes if isinstance(node, kind)]
        return [
            node for node in found if getattr(node, "lineno", 0) <= self.line <= (getattr(node, "end_lineno", 0) or 0)
        ]

    def meant(self, nodes: Iterable[Node]) -> Node | None:
        """The one of `nodes` that the column stands in, or the only one; None where that cannot be told."""
        every = list(nodes)
        if len(every) == 1:
            return every[0]
        if self.offset is None:
            return None
        spans = [(node, *self.module.span(node)) for node in every]
        inside = [(end - start, node) for node, start, end in spans if start <= self.offset < end]
        return min(inside, key=lambda one: one[0])[1] if inside else None

    def function(self) -> Function | None:
        """The function that the line is in, or whose header it is on."""
        found = self.around(ast.FunctionDef) + self.around(ast.AsyncFunctionDef)
        return max(found, key=lambda node: node.lineno, default=None)


def spot(request: Request) -> Spot | None:
    """The finding's place; None where the file cannot be parsed whole."""
    source, line, column = request.place.source, request.place.line, request.place.column
    module = whole(source) if source is not None else None
    if module is None or line is None:
        return None
    return Spot(module, line, module.source.offset(line, column - 1) if column is not None else None)
