"""The call that opened the file which a statement reads or writes, found through names, loops and readers."""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, spreads, text_of
from tracemend.fixes.toolkit.edits import add_keyword
from tracemend.source.module import Module
from tracemend.source.statement import Statement, own_parts

_DEPTH = 5
_NOT_FILES = ("os", "webbrowser", "zipfile", "tarfile", "wave", "Image", "shelve", "dbm", "mmap", "urllib", "codecs")


def is_open(call: ast.AST) -> bool:
    """Whether a call opens a file by `open`, `io.open`, `gzip.open` or a path's method, and its mode can be seen."""
    if not isinstance(call, ast.Call) or called(call) != "open" or spreads(call):
        return False
    root = (dotted(call.func.value) or "").partition(".")[0] if isinstance(call.func, ast.Attribute) else ""
    return root not in _NOT_FILES and mode_of(call) is not None


def mode_position(call: ast.Call) -> int:
    """Which argument the mode is: the first of a path's method, the second of a function."""
    if not isinstance(call.func, ast.Attribute):
        return 1
    return 1 if dotted(call.func.value) in ("io", "gzip", "bz2", "lzma") else 0


def mode_node(call: ast.Call) -> ast.expr | None:
    """The argument that is the mode, None where there is none."""
    position = mode_position(call)
    if len(call.args) > position:
        return call.args[position]
    keyword = keyword_of(call, "mode")
    return keyword.value if keyword is not None else None


def mode_of(call: ast.Call) -> str | None:
    """The mode; `r` where none is given, None where it is no literal."""
    node = mode_node(call)
    return "r" if node is None else text_of(node)


def opened(file: Module, statement: Statement) -> list[ast.Call]:
    """Every call in the file that may have opened what the statement uses."""
    found: dict[int, ast.Call] = {}
    seen: set[int] = set()
    for part in own_parts(statement.node):
        if isinstance(part, ast.Name | ast.Call):
            same = file.same(statement, part)
            if same is not None:
                _follow(file, same, _DEPTH, found, seen)
    return list(found.values())


def _follow(file: Module, node: ast.AST, depth: int, found: dict[int, ast.Call], seen: set[int]) -> None:
    if depth < 0 or id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, ast.Call) and is_open(node):
        found[id(node)] = node
        return
    if isinstance(node, ast.Name):
        for value in givers(file, node):
            _follow(file, value, depth - 1, found, seen)
        return
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr | ast.keyword):
            _follow(file, child, depth, found, seen)


def givers(file: Module, name: ast.Name) -> list[ast.expr]:
    """What gives a name its value where it stands: the `with` or `for` around it, else the one place that binds it."""
    for outer in file.around(name):
        if isinstance(outer, ast.With):
            for item in outer.items:
                if isinstance(item.optional_vars, ast.Name) and item.optional_vars.id == name.id:
                    return [item.context_expr]
        if isinstance(outer, ast.For) and any(
            isinstance(part, ast.Name) and part.id == name.id for part in ast.walk(outer.target)
        ):
            return [outer.iter]
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            break
    scope = file.scope_of(name.id, name)
    bound = file.bindings(name.id, scope) if scope is not None else []
    if len(bound) != 1:
        return []
    if bound[0].value is not None:
        return [bound[0].value]
    node = bound[0].node
    if isinstance(node, ast.With):
        return [item.context_expr for item in node.items
                if isinstance(item.optional_vars, ast.Name) and item.optional_vars.id == name.id]  # fmt: skip
    if isinstance(node, ast.Assign):
        return [node.value]
    return [node.iter] if isinstance(node, ast.For) else []


def mode_edit(file: Module, call: ast.Call, wanted: str) -> TextEdit:
    """The mode as `wanted`, in the quotes that it has."""
    node = mode_node(call)
    if node is not None:
        start, end = file.span(node)
        quote = file.source.text[end - 1]
        return TextEdit(start, end, f"{quote}{wanted}{quote}")
    first = file.span(call.args[0]) if call.args else None
    quote = file.source.text[first[1] - 1] if first is not None and text_of(call.args[0]) is not None else '"'
    if mode_position(call) == 0 and not call.args:
        at = file.span(call)[1] - 1
        return TextEdit(at, at, f'"{wanted}"' if not call.keywords else f', mode="{wanted}"')
    if first is not None and len(call.args) == 1:
        return TextEdit(first[1], first[1], f", {quote}{wanted}{quote}")
    return add_keyword(file.statement(call), call, f'mode="{wanted}"')


def handle_of(file: Module, call: ast.Call) -> str | None:
    """The name that the opened file gets."""
    outer = file.parents.get(id(call))
    if isinstance(outer, ast.withitem) and isinstance(outer.optional_vars, ast.Name):
        return outer.optional_vars.id
    if isinstance(outer, ast.Assign) and isinstance(outer.targets[0], ast.Name):
        return outer.targets[0].id
    return None
