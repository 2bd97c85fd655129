"""The whole file of a failing statement: its scopes, and what they bind.

For what looks further than the statement and its block. Only files that parse and are not very large.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from tracemend.source.statement import Statement, parse
from tracemend.source.text import SourceText

_MAX_TEXT = 400_000
Function = ast.FunctionDef | ast.AsyncFunctionDef
Scope = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda


@dataclass(frozen=True, slots=True)
class Module:
    """A parsed file. `of` answers spans and texts of its nodes, as a `Statement` does; lines are the file's own."""

    tree: ast.Module
    of: Statement
    source: SourceText

    def scopes_at(self, line: int) -> list[Scope]:
        """The functions and classes around a line, outermost first; on a header or decorator, those around it."""
        found: list[Scope] = []
        at: ast.AST = self.tree
        while True:
            inner = next((node for node in _statements_in(at) if _begin(node) <= line <= (node.end_lineno or 0)), None)
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
    """The file as a whole; None where it does not parse."""
    tree = parse(source.text) if len(source.text) <= _MAX_TEXT else None
    if tree is None or not tree.body:
        return None
    return Module(tree, Statement(tree.body[0], (), None, source, 1), source)


def _begin(node: ast.stmt) -> int:
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(one.lineno for one in decorators)])


def _statements_in(node: ast.AST) -> Iterator[ast.stmt]:
    """The statements directly in a node: its bodies and those of its handlers and cases."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.stmt):
            yield child
        elif isinstance(child, ast.ExceptHandler | ast.match_case):
            yield from child.body


def own_nodes(scope: ast.AST) -> Iterator[ast.AST]:
    """The nodes that run in a scope itself: not those in the functions and classes inside it (their decorators,
    defaults and bases count; comprehensions too, though their loop's names are their own)."""
    waiting: list[ast.AST] = list(getattr(scope, "body", ())) if not isinstance(scope, ast.Lambda) else [scope.body]
    while waiting:
        node = waiting.pop(0)
        yield node
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            waiting += node.decorator_list
            if isinstance(node, ast.ClassDef):
                waiting += [*node.bases, *node.keywords]
            else:
                waiting += [*node.args.defaults, *(one for one in node.args.kw_defaults if one is not None)]
        elif not isinstance(node, ast.Lambda):
            waiting += ast.iter_child_nodes(node)


def bound_in(scope: ast.AST, name: str) -> list[ast.AST]:
    """The nodes that bind a name in a scope itself: what makes it local there. Parameters are not among them."""
    return [node for node in own_nodes(scope) if name in names_bound(node)]


def names_bound(node: ast.AST) -> tuple[str, ...]:
    """The names that one node binds."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store | ast.Del):
        return (node.id,)
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return (node.name,)
    if isinstance(node, ast.Import | ast.ImportFrom):
        return tuple(alias.asname or alias.name.partition(".")[0] for alias in node.names)
    if isinstance(node, ast.ExceptHandler) and node.name:
        return (node.name,)
    if isinstance(node, ast.MatchAs | ast.MatchStar) and node.name:
        return (node.name,)
    return ()


def parameter_names(function: Function | ast.Lambda) -> list[str]:
    """The names of all parameters, in their order."""
    arguments = function.args
    plain = [*arguments.posonlyargs, *arguments.args]
    rest = [arguments.vararg, *arguments.kwonlyargs, arguments.kwarg]
    return [one.arg for one in (*plain, *rest) if one is not None]


def decorated_with(function: Function, *names: str) -> bool:
    """Whether a decorator's last name is one of these."""
    for one in function.decorator_list:
        node = one.func if isinstance(one, ast.Call) else one
        if getattr(node, "attr", getattr(node, "id", None)) in names:
            return True
    return False


def methods(owner: ast.ClassDef) -> list[Function]:
    """The functions of a class's own body."""
    return [node for node in _statements_in(owner) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def members(owner: ast.ClassDef) -> set[str]:
    """The names that a class gives its objects: methods, class attributes, and what methods assign to `self`."""
    found = {name for node in own_nodes(owner) for name in names_bound(node)}
    for method in methods(owner):
        first = next(iter(parameter_names(method)), None)
        for part in ast.walk(method):
            if isinstance(part, ast.Attribute) and isinstance(part.ctx, ast.Store) and _is_name(part.value, first):
                found.add(part.attr)
    return found


def _is_name(node: ast.AST, name: str | None) -> bool:
    return isinstance(node, ast.Name) and node.id == name
