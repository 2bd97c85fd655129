"""`async-client`: `httpx.AsyncClient` for an `httpx.Client` all of whose requests are awaited.

`with` becomes `async with` where the client is made in a block's head. Does not apply where a request of the client is
not awaited (then the plain client may be meant), where the file makes several clients under the name, or closes it.

Source: https://www.python-httpx.org/async/
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, innermost_function
from tracemend.fixes.toolkit.failing import Failing, told
from tracemend.source.module import Module

_PLAIN = lazy.regex(
    r"'Client' object does not support the asynchronous context manager protocol|^__aenter__$"
    r"|object Response can't be used in 'await' expression|'Response' object can't be awaited"
)
_VERBS = frozenset(("get", "post", "put", "patch", "delete", "head", "options", "request", "send"))
Block = ast.With | ast.AsyncWith


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at = told(request, _PLAIN)
    names = _names(at) if at is not None else set()
    if at is None or len(names) != 1:
        return None
    file, name = at.file, next(iter(names))
    made = _made(file, name)
    uses = [one for one in file.nodes if isinstance(one, ast.Call) and _is_of(one, name)]
    asked = [one for one in uses if called(one) in _VERBS]
    if made is None or not asked or len(asked) != len(uses):
        return None
    if not all(isinstance(file.parents.get(id(one)), ast.Await) for one in asked):
        return None
    statement, call = made
    edits = _renamed(file, call)
    if isinstance(statement, ast.With) and edits:
        if len(statement.items) != 1 or not isinstance(
            innermost_function(_outer(file, statement)), ast.AsyncFunctionDef
        ):
            return None
        start, _ = file.span(statement)
        edits.append(TextEdit(start, start, "async "))
    return Mend(tuple(edits)) if edits else None


def _outer(file: Module, node: ast.AST) -> list[ast.AST]:
    return list(reversed(list(file.around(node))))


def _names(at: Failing) -> set[str]:
    """The client that the statement's block opens, or whose answer it awaits."""
    if isinstance(at.node, ast.AsyncWith):
        opened = [dotted(one.optional_vars) for one in at.node.items if one.optional_vars is not None]
        return {name for name in opened if name is not None}
    calls = [one.value for one in at.parts(ast.Await) if isinstance(one.value, ast.Call)]
    owners = [dotted(one.func.value) for one in calls if isinstance(one.func, ast.Attribute)]
    return {name for name in owners if name is not None}


def _is_of(call: ast.Call, name: str) -> bool:
    return isinstance(call.func, ast.Attribute) and dotted(call.func.value) == name


def _made(file: Module, name: str) -> tuple[ast.stmt, ast.Call] | None:
    """The one statement that makes a client under the name, and its call of `Client`."""
    found: list[tuple[ast.stmt, ast.expr]] = []
    for node in file.nodes:
        if isinstance(node, Block):
            found += [
                (node, one.context_expr)
                for one in node.items
                if one.optional_vars is not None and dotted(one.optional_vars) == name
            ]
        elif isinstance(node, ast.Assign) and any(dotted(target) == name for target in node.targets):
            found.append((node, node.value))
    if len(found) != 1 or not isinstance(found[0][1], ast.Call):
        return None
    return (found[0][0], found[0][1]) if called(found[0][1]) == "Client" else None


def _renamed(file: Module, call: ast.Call) -> list[TextEdit]:
    """The edits that make an asynchronous client of a call of `httpx.Client`; none where it is another library's."""
    start, end = file.span(call.func)
    if dotted(call.func) == "httpx.Client":
        return [TextEdit(end - len("Client"), end, "AsyncClient")]
    aliases = [
        (node, alias)
        for node in file.nodes
        if isinstance(node, ast.ImportFrom) and node.module == "httpx"
        for alias in node.names
        if alias.name == "Client" and alias.asname is None
    ]
    if not isinstance(call.func, ast.Name) or len(aliases) != 1 or len(file.uses("Client", file.tree)) != 1:
        return []
    return [TextEdit(*file.span(aliases[0][1]), "AsyncClient"), TextEdit(start, end, "AsyncClient")]


RECIPES = (Recipe("async-client", "Makes the client whose requests are awaited an asynchronous one.", apply),)
