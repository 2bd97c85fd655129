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
    Binding,
    Definition,
    Function,
    Scope,
    binding_of,
    binds,
    declares,
    own_nodes,
    statements_in,
)
from tracemend.source.statement import Statement, parse
from tracemend.source.text import SourceText

_MAX_TEXT = 400_000
"""Characters of a file that is parsed whole."""
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


@dataclass(frozen=True)
class Module:
    """A parsed file. Nodes' lines are the file's own; offsets count characters."""

    tree: ast.Module
    source: SourceText

    @cached_property
    def parents(self) -> dict[int, ast.AST]:
        """The node around each, by the `id` of the inner one."""
        return {id(child): part for part in self.nodes for child in ast.iter_child_nodes(part)}

    @cached_property
    def nodes(self) -> list[ast.AST]:
        """Every node of the file, walked once."""
        return list(ast.walk(self.tree))

    @cached_property
    def _names(self) -> dict[str, list[ast.Name]]:
        """Where each name is read: looked up often, and a large file is not to be walked every time."""
        found: dict[str, list[ast.Name]] = {}
        for part in self.nodes:
            if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load):
                found.setdefault(part.id, []).append(part)
        return found

    @cached_property
    def _declared(self) -> frozenset[str]:
        """The names in `global` and `nonlocal` statements."""
        parts = [part for part in self.nodes if isinstance(part, ast.Global | ast.Nonlocal)]
        return frozenset(name for part in parts for name in part.names)

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
        for part in ast.walk(self.tree):
            if type(part) is kind and getattr(part, "lineno", 0) == line and self.span(part) == span:
                return part
        return None

    def scope_of(self, name: str, at: ast.AST) -> Scope | None:
        """The scope whose variable `name` is where it stands at `at`; None where nothing in the file binds it."""
        first = True
        for outer in self.around(at):
            if isinstance(outer, _COMPREHENSIONS) and any(binds(part.target, name) for part in outer.generators):
                return None
            if isinstance(outer, ast.ClassDef) and not first:
                continue
            if isinstance(outer, Scope):
                kinds = {type(part) for part in own_nodes(outer) if declares(part, name)}
                if ast.Global in kinds:
                    return self.tree
                if ast.Nonlocal not in kinds and self._in(outer, name):
                    return outer
                first = False
        return None

    def bindings(self, name: str, scope: Scope) -> list[Binding]:
        """Every place that binds `name` in the scope, in the order of the text, `global` and `nonlocal` ones too."""
        found = self._in(scope, name)
        for part in ast.walk(scope) if name in self._declared else ():
            if part is scope or not isinstance(part, Scope) or isinstance(part, ast.Module):
                continue
            if any(declares(inner, name) for inner in own_nodes(part)):
                found += self._in(part, name)
        return found

    def _in(self, scope: Scope, name: str) -> list[Binding]:
        found: list[Binding] = []
        if isinstance(scope, _FUNCTIONS):
            every = scope.args
            args = [*every.posonlyargs, *every.args, *every.kwonlyargs, every.vararg, every.kwarg]
            found += [Binding(arg) for arg in args if arg is not None and arg.arg == name]
        for part in own_nodes(scope):
            binding = binding_of(part, name, self.parents)
            if binding is not None:
                found.append(binding)
        return sorted(found, key=lambda one: (getattr(one.node, "lineno", 0), getattr(one.node, "col_offset", 0)))

    def only_value(self, name: str, at: ast.AST) -> tuple[ast.stmt, ast.expr] | None:
        """The assignment that alone binds the name as it stands at `at`, and what it assigns."""
        scope = self.scope_of(name, at)
        found = self.bindings(name, scope) if scope is not None else []
        if len(found) != 1 or found[0].value is None or not isinstance(found[0].node, ast.stmt):
            return None
        return found[0].node, found[0].value

    def uses(self, name: str, scope: Scope) -> list[ast.Name]:
        """Where the scope's variable is read, in the order of the text, in nested functions too."""
        found = [part for part in self._names.get(name, ()) if self.scope_of(name, part) is scope]
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
            inner = next((node for node in statements_in(at) if _begin(node) <= line <= (node.end_lineno or 0)), None)
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

    def class_named(self, name: str) -> ast.ClassDef | None:
        """The only class of that name in the file, wherever it stands."""
        found = [node for node in ast.walk(self.tree) if isinstance(node, ast.ClassDef) and node.name == name]
        return found[0] if len(found) == 1 else None


@lru_cache(maxsize=2)
def whole(source: SourceText) -> Module | None:
    """The file as a whole; None where it is large, empty or does not parse. Kept, for every recipe that an error's
    causes name asks for the same file."""
    tree = parse(source.text) if len(source.text) <= _MAX_TEXT else None
    return Module(tree, source) if tree is not None and tree.body else None


def _begin(node: ast.stmt) -> int:
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(one.lineno for one in decorators)])
