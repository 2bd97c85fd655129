"""The call that opened the file which a statement reads or writes, found through names, loops and readers."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass

from tracemend.fixes.recipe import TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, spreads, text_of
from tracemend.fixes.toolkit.edits import add_keyword
from tracemend.source.module import Module
from tracemend.source.reach import attribute_values, given
from tracemend.source.scopes import own_nodes
from tracemend.source.statement import Statement, own_parts

_DEPTH = 5
_DECODE = ("decode", "unpack", "unpack_from", "from_bytes", "sha256", "sha1", "md5", "b64encode", "hexlify", "crc32")
_MOST = 2_000
"""Nodes that are followed at most."""
Wanted = Callable[[ast.Call], bool]
TAKE_BYTES = ("pickle.load", "tomllib.load", "tomli.load", "marshal.load", "plistlib.load", "pickle.Unpickler")
"""What reads a file of bytes."""
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


def opened(file: Module, statement: Statement, wanted: Wanted = is_open) -> list[ast.Call]:
    """Every call in the file that may have opened (or made, as `wanted` says) what the statement uses: through names,
    loops and readers; only where these lead to none, through parameters, attributes and functions' results as well."""
    for wide in (False, True):
        found: dict[int, ast.Call] = {}
        seen: set[int] = set()
        for part in own_parts(statement.node):
            if isinstance(part, ast.Name | ast.Call) or (wide and isinstance(part, ast.Attribute)):
                same = file.same(statement, part)
                if same is not None:
                    _follow(_Search(file, wanted, wide, found, seen), same, _DEPTH + 4 * wide)
        if found:
            return list(found.values())
    return []


def used_as_bytes(file: Module, call: ast.Call) -> bool:
    """Whether what the call opens or makes is decoded, put beside bytes, or given to what takes bytes, somewhere."""
    for part in file.nodes:
        as_bytes = isinstance(part, ast.Constant) and isinstance(part.value, bytes)
        if isinstance(part, ast.Call):
            as_bytes = dotted(part.func) in TAKE_BYTES or called(part) in _DECODE
        if as_bytes and opened(file, file.statement(part), lambda one: one is call):
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Search:
    """What is looked for, what is found, and the nodes that were followed."""

    file: Module
    wanted: Wanted
    wide: bool
    found: dict[int, ast.Call]
    seen: set[int]


def _follow(search: _Search, node: ast.AST, depth: int) -> None:
    if depth < 0 or id(node) in search.seen or len(search.seen) > _MOST:
        return
    search.seen.add(id(node))
    if isinstance(node, ast.Call) and search.wanted(node):
        search.found[id(node)] = node
        return
    values = givers(search.file, node) if isinstance(node, ast.Name) else []
    if search.wide and isinstance(node, ast.expr):
        values = values or _far_givers(search.file, node)
    for value in values:
        _follow(search, value, depth - 1)
    if isinstance(node, ast.Name):
        return
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr | ast.keyword):
            _follow(search, child, depth)


def _far_givers(file: Module, node: ast.expr) -> list[ast.expr]:
    """What the calls of a function hand over for its parameter, what a class assigns to `self.name`, what a function
    or method of the file returns or yields, the source that a comprehension goes through."""
    if isinstance(node, ast.Attribute):
        return list(attribute_values(file, node) or ())
    if isinstance(node, ast.Name):
        for outer in file.around(node):
            for part in getattr(outer, "generators", ()):
                if any(isinstance(one, ast.Name) and one.id == node.id for one in ast.walk(part.target)):
                    return [part.iter]
        return list(given(file, node) or ())
    function = function_called(file, node) if isinstance(node, ast.Call) else None
    own = [
        one.value for one in own_nodes(function) if isinstance(one, ast.Return | ast.Yield | ast.YieldFrom)
    ] if function is not None else []  # fmt: skip
    return [one for one in own if one is not None]


def function_called(file: Module, call: ast.Call) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
    """The function of the file that is called by its name, or the only method of that name."""
    if isinstance(call.func, ast.Name):
        return file.function(call.func.id)
    named = [
        one
        for one in file.nodes
        if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)
        and one.name == called(call)
        and isinstance(file.parents.get(id(one)), ast.ClassDef)
    ]
    return named[0] if len(named) == 1 and isinstance(call.func, ast.Attribute) else None


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
    parts = own_parts(node) if isinstance(node, ast.stmt) else ()
    named = [one.value for one in parts if isinstance(one, ast.NamedExpr) and one.target.id == name.id]
    if named:
        return named
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
