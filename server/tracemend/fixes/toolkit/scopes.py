"""A name in the whole file: the scope it belongs to, every place that binds it, the one value it has.

The statement is found again in a parse of the whole file, so that all questions of `toolkit.code` can be asked of
any node of it. Files that do not parse, or are large, are not looked at.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from tracemend.source.statement import Statement, parse
from tracemend.source.text import SourceText

_MAX_TEXT = 200_000
"""Characters of a file that is parsed whole."""
Scope = ast.Module | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


@dataclass(frozen=True, slots=True)
class Binding:
    """One place that binds a name. `node` is the statement, argument, comprehension or handler that does; `value` is
    what a plain assignment `name = value` gives it, None for every other kind."""

    node: ast.AST
    value: ast.expr | None = None


@dataclass(slots=True)
class File:
    """A file parsed whole. Nodes' lines are the file's own."""

    source: SourceText
    tree: ast.Module
    parents: dict[int, ast.AST] = field(default_factory=dict)

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
        return Statement(self.tree.body[0], (), None, self.source, 1).span(node)

    def text(self, node: ast.AST) -> str:
        """The file's text of a node."""
        start, end = self.span(node)
        return self.source.text[start:end]

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
            if isinstance(outer, _COMPREHENSIONS) and any(_binds(part.target, name) for part in outer.generators):
                return None
            if isinstance(outer, ast.ClassDef) and not first:
                continue
            if isinstance(outer, Scope):
                kinds = {type(part) for part in _own(outer) if _declares(part, name)}
                if ast.Global in kinds:
                    return self.tree
                if ast.Nonlocal not in kinds and self._in(outer, name):
                    return outer
                first = False
        return None

    def bindings(self, name: str, scope: Scope) -> list[Binding]:
        """Every place that binds `name` in the scope, in the order of the text, `global` and `nonlocal` ones too."""
        found = self._in(scope, name)
        for part in ast.walk(scope):
            if part is scope or not isinstance(part, Scope) or isinstance(part, ast.Module):
                continue
            if any(_declares(inner, name) for inner in _own(part)):
                found += self._in(part, name)
        return found

    def _in(self, scope: Scope, name: str) -> list[Binding]:
        found: list[Binding] = []
        if isinstance(scope, _FUNCTIONS):
            every = scope.args
            args = [*every.posonlyargs, *every.args, *every.kwonlyargs, every.vararg, every.kwarg]
            found += [Binding(arg) for arg in args if arg is not None and arg.arg == name]
        for part in _own(scope):
            binding = _binding(part, name, self.parents)
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
        found = [
            part
            for part in ast.walk(scope)
            if isinstance(part, ast.Name)
            and part.id == name
            and isinstance(part.ctx, ast.Load)
            and self.scope_of(name, part) is scope
        ]
        return sorted(found, key=lambda node: (node.lineno, node.col_offset))

    def function(self, name: str) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
        """The module's only function of that name, which nothing else binds."""
        found = self.bindings(name, self.tree)
        node = found[0].node if len(found) == 1 else None
        return node if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) else None


def whole(statement: Statement) -> File | None:
    """The statement's file parsed whole; None where it is large or does not parse."""
    return _parsed(statement.source)


@lru_cache(maxsize=2)
def _parsed(source: SourceText) -> File | None:
    """Kept, for every recipe that an error's causes name asks for the same file."""
    tree = parse(source.text) if len(source.text) <= _MAX_TEXT else None
    if tree is None or not tree.body:
        return None
    parents = {id(child): part for part in ast.walk(tree) for child in ast.iter_child_nodes(part)}
    return File(source, tree, parents)


def _own(scope: Scope) -> Iterator[ast.AST]:
    """The nodes of a scope without those of the functions and classes in it, whose own nodes are given."""
    body: list[ast.AST] = [scope.body] if isinstance(scope, ast.Lambda) else list(scope.body)
    while body:
        part = body.pop()
        yield part
        if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef):
            body += [*part.decorator_list, *part.args.defaults, *[one for one in part.args.kw_defaults if one]]
        elif isinstance(part, ast.ClassDef):
            body += [*part.decorator_list, *part.bases, *part.keywords]
        elif not isinstance(part, ast.Lambda):
            body.extend(ast.iter_child_nodes(part))


def _declares(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Global | ast.Nonlocal) and name in node.names


def _binds(target: ast.AST, name: str) -> bool:
    return any(isinstance(part, ast.Name) and part.id == name for part in ast.walk(target))


def _binding(node: ast.AST, name: str, parents: dict[int, ast.AST]) -> Binding | None:
    """What `node` itself binds the name by."""
    if isinstance(node, ast.Name) and node.id == name and not isinstance(node.ctx, ast.Load):
        outer = parents.get(id(node))
        if isinstance(outer, ast.Assign) and all(isinstance(target, ast.Name) for target in outer.targets):
            return Binding(outer, outer.value)
        if isinstance(outer, ast.AnnAssign):
            return Binding(outer, outer.value) if outer.value is not None else None
        spread = _spread(node, outer, parents)
        if spread is not None:
            return spread
        at: ast.AST | None = outer
        while at is not None and not isinstance(at, ast.stmt):
            if isinstance(at, ast.comprehension):
                return None  # a variable of the comprehension's own
            at = parents.get(id(at))
        return Binding(at or node)
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and node.name == name:
        return Binding(node)
    if isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar) and node.name == name:
        return Binding(node)
    if isinstance(node, ast.alias) and (node.asname or node.name.partition(".")[0]) == name:
        return Binding(node)
    return None


def _spread(node: ast.Name, outer: ast.AST | None, parents: dict[int, ast.AST]) -> Binding | None:
    """The part of `a, b = 1, 2` that one of the names gets."""
    assign = parents.get(id(outer)) if isinstance(outer, ast.Tuple | ast.List) else None
    if not isinstance(assign, ast.Assign) or len(assign.targets) != 1 or not isinstance(outer, ast.Tuple | ast.List):
        return None
    value = assign.value
    if not isinstance(value, ast.Tuple | ast.List) or len(value.elts) != len(outer.elts):
        return None
    if any(isinstance(one, ast.Starred) for one in (*value.elts, *outer.elts)):
        return None
    return Binding(assign, value.elts[outer.elts.index(node)])
