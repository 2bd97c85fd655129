"""Questions to a statement's code: its calls, what is around it, what a name was assigned from."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from tracemend.source.statement import Statement, own_parts, parse, statement_at
from tracemend.source.text import SourceText

Node = TypeVar("Node", bound=ast.AST)
Function = ast.FunctionDef | ast.AsyncFunctionDef

POSTFIXED = (ast.Name, ast.Attribute, ast.Subscript, ast.Call)
"""What needs no brackets before a dot, a call or an index."""
_SCOPES = (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def parents_in(node: ast.stmt) -> dict[int, ast.AST]:
    """The parent of each node of a statement's own expressions, by the node's id."""
    found: dict[int, ast.AST] = {}
    for part in (node, *own_parts(node)):
        for child in ast.iter_child_nodes(part):
            found[id(child)] = part
    return found


def expressions(statement: Statement) -> Iterator[ast.expr]:
    """The expressions of a statement's own lines whose positions can be trusted, outer before inner.

    Before Python 3.12 the parser gave positions inside f-strings that may be wrong: those that are not where they
    say are left out.
    """
    parents = parents_in(statement.node) if sys.version_info < (3, 12) else {}
    for part in own_parts(statement.node):
        if not isinstance(part, ast.expr):
            continue
        if parents and any(isinstance(outer, ast.JoinedStr) for outer in chain(part, parents)):
            if isinstance(part, ast.Constant | ast.JoinedStr) and not stands(statement, part):
                continue
            if not stands(statement, part):
                continue
        yield part


def stands(statement: Statement, node: ast.expr) -> bool:
    """Whether an expression is where it says: before Python 3.12 one inside an f-string may not be."""
    tree = parse(f"({statement.text(node)}\n)")
    if tree is None or len(tree.body) != 1 or not isinstance(tree.body[0], ast.Expr):
        return False
    return ast.dump(tree.body[0].value) == ast.dump(node)


def chain(node: ast.AST, parents: dict[int, ast.AST]) -> Iterator[ast.AST]:
    """The nodes around a node, innermost first."""
    at = parents.get(id(node))
    while at is not None:
        yield at
        at = parents.get(id(at))


def nearest_to_carets(statement: Statement, nodes: Iterable[Node]) -> list[Node]:
    """Those of `nodes` that the caret columns mean: the very node, else those in it, else those around it, else all."""
    every = list(nodes)
    wanted = statement.expression
    if wanted is None:
        return every
    start, end = statement.span(wanted)
    same = next((node for node in every if node is wanted), None)
    if same is not None:
        return [same]
    spans = [(node, *statement.span(node)) for node in every]
    inside = [node for node, begin, stop in spans if start <= begin and stop <= end]
    return inside or [node for node, begin, stop in spans if begin <= start and end <= stop] or every


def calls(statement: Statement) -> list[ast.Call]:
    """The statement's own calls, the ones at the carets where these name some."""
    return nearest_to_carets(statement, [part for part in expressions(statement) if isinstance(part, ast.Call)])


def dotted(node: ast.AST) -> str | None:
    """`a.b.c` as text; None for anything but names joined by dots."""
    names = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return None
    return ".".join([node.id, *reversed(names)])


def called(call: ast.Call) -> str:
    """The last name of what is called (`open` for `io.open`), empty where it has none."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def made_by(node: ast.AST, *names: str) -> bool:
    """Whether an expression is a call of one of these functions or methods: it is what they make already."""
    return isinstance(node, ast.Call) and called(node) in names


def keyword_of(call: ast.Call, name: str) -> ast.keyword | None:
    """The keyword argument of that name."""
    return next((keyword for keyword in call.keywords if keyword.arg == name), None)


def spreads(call: ast.Call) -> bool:
    """Whether the call has `*args` or `**options`: then what it is given cannot be seen."""
    return any(isinstance(arg, ast.Starred) for arg in call.args) or any(key.arg is None for key in call.keywords)


def text_of(node: ast.AST | None) -> str | None:
    """The text of a string constant."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def is_text(node: ast.AST) -> bool:
    """Whether an expression is a text that is written out, with fields or without."""
    return isinstance(node, ast.JoinedStr) or text_of(node) is not None


def is_none(node: ast.AST | None) -> bool:
    """Whether an expression is the constant None."""
    return isinstance(node, ast.Constant) and node.value is None


def is_pure(node: ast.AST) -> bool:
    """Whether an expression may be written twice: names, attributes, constants, what joins paths."""
    if isinstance(node, ast.Name | ast.Constant):
        return True
    if isinstance(node, ast.Attribute):
        return is_pure(node.value)
    if isinstance(node, ast.BinOp):
        return is_pure(node.left) and is_pure(node.right)
    if isinstance(node, ast.Subscript):
        return is_pure(node.value) and is_pure(node.slice)
    if isinstance(node, ast.JoinedStr):
        return all(isinstance(part, ast.Constant) or is_pure(part) for part in node.values)
    if isinstance(node, ast.FormattedValue):
        return is_pure(node.value)
    if isinstance(node, ast.Call):
        return (
            called(node) in ("Path", "PurePath", "join", "fspath", "str", "with_suffix", "with_name", "expanduser")
            and not node.keywords
            and all(is_pure(arg) for arg in node.args)
            and (isinstance(node.func, ast.Name) or is_pure(node.func))
        )
    return False


def function_around(statement: Statement) -> Function | None:
    """The innermost function that the statement stands in; None at the module's and at a class's own level."""
    return innermost_function(statement.parents)


def innermost_function(parents: Sequence[ast.AST]) -> Function | None:
    """The last function of `parents` unless a class follows it."""
    for node in reversed(parents):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            return node
        if isinstance(node, ast.ClassDef):
            return None
    return None


def loop_around(statement: Statement) -> ast.For | ast.AsyncFor | ast.While | None:
    """The innermost loop of the same function whose body the statement is in."""
    for node in reversed(statement.parents):
        if isinstance(node, ast.For | ast.AsyncFor | ast.While):
            return node
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            return None
    return None


def in_own_scope(node: ast.AST, parents: dict[int, ast.AST]) -> bool:
    """Whether a node stands in a lambda or comprehension: it may run later, often, or see other names."""
    return any(isinstance(outer, _SCOPES) for outer in chain(node, parents))


def assignments(source: SourceText, name: str, first: int = 1, last: int | None = None) -> Iterator[Statement]:
    """The statements that assign to the bare `name`, as far as lines show them, the last first.

    Only lines from `first` to before `last` (1-based) are looked at, and at most 50 statements.
    """
    if not name.isidentifier():
        return
    pattern = re.compile(rf"(?m)^[ \t]*{re.escape(name)}[ \t]*(?:=(?!=)|:(?!=)[^=\n]*=(?!=))")
    end = len(source.text) if last is None else source.offset(last, 0)
    hits = list(pattern.finditer(source.text, source.offset(first, 0), end))
    for hit in reversed(hits[-50:]):
        line, _ = source.position(hit.end() - 1)
        statement = statement_at(source, line)
        if statement is not None and isinstance(statement.node, ast.Assign | ast.AnnAssign):
            yield statement


def assigned_value(statement: Statement) -> ast.expr | None:
    """What an assignment assigns."""
    return statement.node.value if isinstance(statement.node, ast.Assign | ast.AnnAssign) else None


def assignment_before(statement: Statement, name: str) -> Statement | None:
    """The nearest assignment to `name` above the statement, in the same function."""
    function = function_around(statement)
    first = statement.line_of(function) if function is not None else 1
    return next(assignments(statement.source, name, first, statement.line_of(statement.node)), None)


def own_calls(statement: Statement) -> list[ast.Call]:
    """Every call of the statement's own lines."""
    return [part for part in expressions(statement) if isinstance(part, ast.Call)]
