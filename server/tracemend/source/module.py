"""A file parsed whole: the statement or scope that a node stands in, the scope that a name belongs to, every place that
binds it, the one value it has.

For what looks further than a failing statement and its block. Files that do not parse, or are very large, are not
looked at.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from tracemend.source.scopes import (
    COMPREHENSIONS,
    Binding,
    Definition,
    Function,
    Names,
    Scope,
    binds,
    names_of,
    statements_in,
)
from tracemend.source.statement import Statement, parse_kept
from tracemend.source.text import SourceText

_MAX_TEXT = 400_000
"""Characters of a file that is parsed whole."""


@dataclass(frozen=True)
class Module:
    """A parsed file. Nodes' lines are the file's own; offsets count characters."""

    tree: ast.Module
    source: SourceText

    @cached_property
    def _walked(self) -> tuple[tuple[ast.AST, ...], dict[int, ast.AST]]:
        nodes: list[ast.AST] = [self.tree]
        parents: dict[int, ast.AST] = {}
        for node in nodes:  # grows while it is walked
            for name in node._fields:
                value = getattr(node, name, None)
                for child in value if isinstance(value, list) else (value,):
                    if isinstance(child, ast.AST):
                        parents[id(child)] = node
                        nodes.append(child)
        return tuple(nodes), parents

    @property
    def nodes(self) -> tuple[ast.AST, ...]:
        """All nodes in the order of `ast.walk`, which is walked once: a large file has a hundred thousand."""
        return self._walked[0]

    @property
    def parents(self) -> dict[int, ast.AST]:
        """The node around each, by the `id` of the inner one."""
        return self._walked[1]

    @cached_property
    def _on_line(self) -> dict[tuple[type[ast.AST], int], list[ast.AST]]:
        """Nodes by their type and first line."""
        found: dict[tuple[type[ast.AST], int], list[ast.AST]] = {}
        for node in self.nodes:
            line = getattr(node, "lineno", None)
            if line is not None:
                found.setdefault((type(node), line), []).append(node)
        return found

    @cached_property
    def _reads(self) -> dict[str, list[ast.Name]]:
        found: dict[str, list[ast.Name]] = {}
        for node in self.nodes:
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                found.setdefault(node.id, []).append(node)
        return found

    @cached_property
    def _scopes(self) -> dict[int, Names]:
        """What scopes bind and declare, by their `id`, of those that were asked for."""
        return {}

    @cached_property
    def _declaring(self) -> dict[str, list[Scope]]:
        """The functions and classes that declare a name as `global` or `nonlocal`, in the order of `nodes`."""
        found: dict[str, list[Scope]] = {}
        owners: dict[int, tuple[Scope, list[str]]] = {}
        for node in self.nodes:
            if isinstance(node, ast.Global | ast.Nonlocal):
                owner = next((outer for outer in self.around(node) if isinstance(outer, Scope)), None)
                if owner is not None:
                    owners.setdefault(id(owner), (owner, []))[1].extend(node.names)
        if owners:
            for node in self.nodes:
                for name in dict.fromkeys(owners[id(node)][1]) if id(node) in owners else ():
                    found.setdefault(name, []).append(owners[id(node)][0])
        return found

    def _names(self, scope: Scope) -> Names:
        known = self._scopes.get(id(scope))
        if known is None:
            known = self._scopes[id(scope)] = names_of(scope, self.parents)
        return known

    @cached_property
    def _first(self) -> Statement:
        return Statement(self.tree.body[0], (), None, self.source, 1)

    def around(self, node: ast.AST) -> Iterator[ast.AST]:
        """The nodes around `node`, innermost first, the module last."""
        at = self.parents.get(id(node))
        while at is not None:
            yield at
            at = self.parents.get(id(at))

    def statement(self, node: ast.AST) -> Statement:
        """The statement that `node` is or stands in."""
        chain = [node, *self.around(node)]
        found = next(part for part in chain if isinstance(part, ast.stmt))
        outer = tuple(reversed([part for part in self.around(found) if not isinstance(part, ast.Module)]))
        return Statement(found, outer, None, self.source, 1)

    def span(self, node: ast.AST) -> tuple[int, int]:
        """Start and end offset of a node, in characters."""
        return self._first.span(node)

    def text(self, node: ast.AST) -> str:
        """The file's text of a node."""
        return self._first.text(node)

    def same(self, statement: Statement, node: ast.AST) -> ast.AST | None:
        """The node of this parse that stands where `node` of a statement's own parse does."""
        span, kind = statement.span(node), type(node)
        line = statement.line_of(node)
        return next((part for part in self._on_line.get((kind, line), ()) if self.span(part) == span), None)

    def scope_of(self, name: str, at: ast.AST) -> Scope | None:
        """The scope whose variable `name` is where it stands at `at`; None where nothing in the file binds it."""
        first = True
        for outer in self.around(at):
            if isinstance(outer, COMPREHENSIONS) and any(binds(part.target, name) for part in outer.generators):
                return None
            if isinstance(outer, ast.ClassDef) and not first:
                continue
            if isinstance(outer, Scope):
                names = self._names(outer)
                kinds = names.declared.get(name, ())
                if ast.Global in kinds:
                    return self.tree
                if ast.Nonlocal not in kinds and name in names.bound:
                    return outer
                first = False
        return None

    def bindings(self, name: str, scope: Scope) -> list[Binding]:
        """Every place that binds `name` in the scope, in the order of the text, `global` and `nonlocal` ones too."""
        found = [*self._names(scope).bound.get(name, ())]
        for part in self._declaring.get(name, ()):
            if (
                part is not scope
                and not isinstance(part, ast.Module)
                and any(one is scope for one in self.around(part))
            ):
                found += self._names(part).bound.get(name, ())
        return found

    def only_value(self, name: str, at: ast.AST) -> tuple[ast.stmt, ast.expr] | None:
        """The assignment that alone binds the name as it stands at `at`, and what it assigns."""
        scope = self.scope_of(name, at)
        found = self.bindings(name, scope) if scope is not None else []
        if len(found) != 1 or found[0].value is None or not isinstance(found[0].node, ast.stmt):
            return None
        return found[0].node, found[0].value

    def uses(self, name: str, scope: Scope) -> list[ast.Name]:
        """Where the scope's variable is read, in the order of the text, in nested functions too."""
        found = [part for part in self._reads.get(name, ()) if self.scope_of(name, part) is scope]
        return sorted(found, key=lambda node: (node.lineno, node.col_offset))

    def function(self, name: str) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
        """The module's only function of that name, which nothing else binds."""
        found = self.bindings(name, self.tree)
        node = found[0].node if len(found) == 1 else None
        return node if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) else None

    def scopes_at(self, line: int) -> list[Definition]:
        """The functions and classes around a line, outermost first; on a header or decorator, those around it."""
        found: list[Definition] = []
        at: ast.AST = self.tree
        while True:
            inner = next((node for node in statements_in(at) if begin_of(node) <= line <= (node.end_lineno or 0)), None)
            if inner is None:
                return found
            if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                if line < inner.body[0].lineno:
                    return found
                found.append(inner)
            at = inner

    def method_at(self, line: int) -> tuple[ast.ClassDef, Function] | None:
        """The class and its method that a line stands in, functions inside the method counted to it."""
        for outer, inner in pairwise(self.scopes_at(line)):
            if isinstance(outer, ast.ClassDef) and isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef):
                return outer, inner
        return None

    @cached_property
    def _classes(self) -> dict[str, list[ast.ClassDef]]:
        found: dict[str, list[ast.ClassDef]] = {}
        for node in self.nodes:
            if isinstance(node, ast.ClassDef):
                found.setdefault(node.name, []).append(node)
        return found

    def class_named(self, name: str) -> ast.ClassDef | None:
        """The only class of that name in the file, wherever it stands."""
        found = self._classes.get(name, ())
        return found[0] if len(found) == 1 else None


@lru_cache(maxsize=2)
def whole(source: SourceText) -> Module | None:
    """The file as a whole; None where it is large, empty or does not parse. Kept, for every recipe that an error's
    causes name asks for the same file."""
    tree = parse_kept(source.text) if len(source.text) <= _MAX_TEXT else None
    return Module(tree, source) if tree is not None and tree.body else None


def begin_of(node: ast.stmt) -> int:
    """The line (1-based) that a statement begins on, its decorators with it."""
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(one.lineno for one in decorators)])
