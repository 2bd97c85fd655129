"""`join-folder`: put the folder before a name that a listing gave.

`os.listdir(folder)` and `os.walk(folder)` give names without their folder, `p.name` leaves it out. Every place of the
loop (or comprehension) that uses such a name as a path gets `os.path.join(folder, name)`, `folder / name` where the
folder is a `Path`, `Path(folder, name)` where a path is made of it; `p.name` becomes `p`, `entry.name` `entry.path`. A
second name that is made of the first (`os.rename(name, name.lower())`) stays in the folder as well. The name is
followed through `sorted`, `enumerate` and filters, a variable, a list that a loop fills, a function that returns the
names of the folder it is given, and out of a function that one place calls with it.

Does not apply where the folder's expression cannot be seen or written twice there, or the names come from elsewhere.
Sources: https://docs.python.org/3/library/os.html#os.listdir, #os.walk
"""

from __future__ import annotations

import ast
from dataclasses import dataclass

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, function_around, is_pure, nearest_to_carets, text_of
from tracemend.fixes.toolkit.imports import Imports, imports_for
from tracemend.fixes.toolkit.paths import is_path_object
from tracemend.source.module import Module, whole
from tracemend.source.scopes import own_nodes
from tracemend.source.statement import own_parts

_PASS = ("sorted", "list", "reversed", "set", "tuple", "tqdm", "iter")
_FIRST = (
    "open", "getsize", "getmtime", "getctime", "getatime", "stat", "lstat", "isfile", "isdir", "exists", "islink",
    "remove",
    "unlink", "rmtree", "copy", "copy2", "copyfile", "move", "rename", "replace", "chmod", "utime", "listdir", "rmdir",
    "read_csv", "read_excel", "read_json", "ZipFile", "imread", "load_workbook", "loadtxt", "genfromtxt", "scandir",
)  # fmt: skip
_BOTH = ("rename", "replace", "move")
_LISTS_PATHS = ("iterdir", "glob", "rglob")
_DEPTH = 6


@dataclass(frozen=True)
class _Listing:
    """Where a name comes from: the loop or comprehension that gives it, and the folder's expression; None as folder for
    an object that knows its own path (`attribute`: what to ask it for)."""

    loop: ast.AST
    folder: ast.expr | None
    attribute: str = ""


def apply(request: Request) -> Mend | None:
    """The recipe."""
    statement, path = request.place.statement, request.values.get("path")
    file = whole(statement.source) if statement is not None else None
    if statement is None or file is None or not isinstance(path, str) or "/" in path or "\\" in path:
        return None
    calls = [part for part in own_parts(statement.node) if isinstance(part, ast.Call) and _is_use(part)]
    for call in nearest_to_carets(statement, calls):
        same = file.same(statement, call)
        first = _first(same) if isinstance(same, ast.Call) else None
        found = _from(file, first) if first is not None else None
        if found is not None:
            return _joined(file, *found)
    return None


def _is_use(call: ast.Call) -> bool:
    """Whether the first argument of a call is a path: of a function of `os`, `shutil`, `open`, `Path`, a reader."""
    name = called(call)
    if name in ("replace", "copy", "remove", "load", "move", "rename"):
        return dotted(call.func) in (f"os.{name}", f"shutil.{name}")
    return bool(call.args) and name in (*_FIRST, "Path", "PurePath") and not (name == "open" and _is_method(call))


def _is_method(call: ast.Call) -> bool:
    """Whether `open` is a path's own method, whose first argument is the mode."""
    return isinstance(call.func, ast.Attribute) and dotted(call.func) not in ("io.open", "gzip.open", "Image.open")


def _first(call: ast.Call) -> ast.expr | None:
    return call.args[0] if call.args else None


def _from(file: Module, node: ast.expr) -> tuple[ast.expr, _Listing] | None:
    """The name that is used as a path, and its listing; the argument of the one call where it is a parameter."""
    for _ in range(2):
        listing = _listing(file, node)
        if listing is not None:
            return node, listing
        scope = file.scope_of(node.id, node) if isinstance(node, ast.Name) else None
        given = _given(file, node, scope) if isinstance(node, ast.Name) and scope is not None else None
        if given is None:
            return None
        node = given
    return None


def _given(file: Module, node: ast.Name, scope: ast.AST) -> ast.expr | None:
    """What the only call of a function hands over for its parameter."""
    if not isinstance(scope, ast.FunctionDef | ast.AsyncFunctionDef) or file.function(scope.name) is not scope:
        return None
    names = [arg.arg for arg in (*scope.args.posonlyargs, *scope.args.args)]
    uses = file.uses(scope.name, file.tree)
    call = file.parents.get(id(uses[0])) if len(uses) == 1 else None
    if not isinstance(call, ast.Call) or call.func is not uses[0] or node.id not in names:
        return None
    index = names.index(node.id)
    return call.args[index] if index < len(call.args) else None


def _listing(file: Module, node: ast.expr) -> _Listing | None:
    if isinstance(node, ast.Attribute) and node.attr == "name" and isinstance(node.value, ast.Name):
        found = _source(file, node.value, _DEPTH)
        kind = called(found[1]) if found is not None and isinstance(found[1], ast.Call) else ""
        if found is not None and kind in (*_LISTS_PATHS, "scandir"):
            return _Listing(found[0], None, "path" if kind == "scandir" else "")
        return None
    if not isinstance(node, ast.Name):
        return None
    found = _source(file, node, _DEPTH)
    if found is None:
        return None
    loop, listed = found
    folder: ast.expr | None = None
    if isinstance(listed, ast.Call) and called(listed) == "listdir" and len(listed.args) == 1:
        folder = listed.args[0]
    elif isinstance(listed, ast.Name):
        folder = _walked(file, listed)
    elif (returned := _by_function(file, listed)) is not None:
        folder = returned[1]
    if folder is None or not is_pure(folder) or text_of(folder) in (".", "./"):
        return None
    for part in ast.walk(folder):
        if isinstance(part, ast.Name) and file.scope_of(part.id, part) is not file.scope_of(part.id, node):
            return None
    return _Listing(loop, folder)


def _source(file: Module, name: ast.Name, depth: int) -> tuple[ast.AST, ast.expr] | None:
    """The loop or comprehension that gives a name its values, and the expression that they come from."""
    for outer in file.around(name):
        if isinstance(outer, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
            for part in outer.generators:
                if name is not part.iter and _gives(part.target, part.iter, name.id):
                    return outer, _values(file, part.iter, depth)
        elif isinstance(outer, ast.For) and outer.iter is not name and _gives(outer.target, outer.iter, name.id):
            return outer, _values(file, outer.iter, depth)
        elif isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            return None
    return None


def _gives(target: ast.expr, iterated: ast.expr, name: str) -> bool:
    if isinstance(iterated, ast.Call) and called(iterated) == "enumerate" and isinstance(target, ast.Tuple):
        target = target.elts[-1]
    return isinstance(target, ast.Name) and target.id == name


def _values(file: Module, node: ast.expr, depth: int) -> ast.expr:
    """What a loop really runs over: without sorting, counting and filtering, through variables."""
    while depth > 0:
        depth -= 1
        collected = _collected(file, node)
        if collected is not None:
            node = collected
            continue
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
            name, arguments = node.func.id, node.args
            if name in (*_PASS, "enumerate") or (name == "filter" and len(arguments) == 2):
                node = arguments[1 if name == "filter" else 0]
                continue
        if isinstance(node, ast.ListComp | ast.GeneratorExp | ast.SetComp) and len(node.generators) == 1:
            only = node.generators[0]
            if isinstance(node.elt, ast.Name) and isinstance(only.target, ast.Name) and node.elt.id == only.target.id:
                node = only.iter
                continue
        if isinstance(node, ast.Name):
            value = file.only_value(node.id, node)
            if value is not None:
                node = value[1]
                continue
        return node
    return node


def _collected(file: Module, node: ast.expr) -> ast.expr | None:
    """What the list is filled with that a name holds: `names = []`, and in a loop `names.append(name)`."""
    if not isinstance(node, ast.Name):
        return None
    value = file.only_value(node.id, node)
    scope = file.scope_of(node.id, node)
    if value is None or scope is None or not isinstance(value[1], ast.List) or value[1].elts:
        return None
    added: list[ast.expr] = []
    for use in file.uses(node.id, scope):
        method = file.parents.get(id(use))
        call = file.parents.get(id(method)) if isinstance(method, ast.Attribute) else None
        if not isinstance(method, ast.Attribute) or not isinstance(call, ast.Call):
            continue
        if method.attr not in ("append", "sort", "reverse"):
            return None
        added += call.args if method.attr == "append" else []
    only = added[0] if len(added) == 1 else None
    loop = next((one for one in file.around(only) if isinstance(one, ast.For)), None) if only is not None else None
    same = isinstance(only, ast.Name) and loop is not None and _gives(loop.target, loop.iter, only.id)
    return loop.iter if same and loop is not None else None


def _by_function(file: Module, call: ast.expr) -> tuple[ast.expr, ast.expr] | None:
    """The `listdir` whose names a function of the file returns, and the argument of the call that is its folder."""
    name = call.func.id if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) else ""
    function = file.function(name) if name else None
    if not isinstance(call, ast.Call) or not isinstance(function, ast.FunctionDef) or call.keywords:
        return None
    ends = [one for one in own_nodes(function) if isinstance(one, ast.Return | ast.Yield | ast.YieldFrom)]
    if len(ends) != 1 or ends[0].value is None:
        return None
    listed = _values(file, ends[0].value, _DEPTH)
    if isinstance(ends[0], ast.Yield) and isinstance(ends[0].value, ast.Name):
        source = _source(file, ends[0].value, _DEPTH)
        listed = source[1] if source is not None else listed
    if not isinstance(listed, ast.Call) or called(listed) != "listdir" or len(listed.args) != 1:
        return None
    folder = listed.args[0]
    names = [arg.arg for arg in (*function.args.posonlyargs, *function.args.args)]
    if isinstance(folder, ast.Name) and folder.id in names:
        index = names.index(folder.id)
        return (listed, call.args[index]) if index < len(call.args) else None
    outside = all(file.scope_of(one.id, one) is file.tree for one in ast.walk(folder)
                  if isinstance(one, ast.Name) and one.id != "os")  # fmt: skip
    return (listed, folder) if outside else None


def _walked(file: Module, name: ast.Name) -> ast.expr | None:
    """The folder's name of `for folder, folders, files in os.walk(...)` where `name` is one of the other two."""
    for outer in file.around(name):
        if isinstance(outer, ast.For) and isinstance(outer.target, ast.Tuple) and len(outer.target.elts) == 3:
            names = [one.id if isinstance(one, ast.Name) else "" for one in outer.target.elts]
            walks = isinstance(outer.iter, ast.Call) and dotted(outer.iter.func) in ("os.walk", "walk")
            if walks and name.id in names[1:] and names[0]:
                return outer.target.elts[0]
    return None


def _joined(file: Module, used: ast.expr, listing: _Listing) -> Mend | None:
    where = file.statement(used)
    imports = imports_for(file.source, where.line_of(where.node), function_around(where) is not None)
    edits: list[TextEdit] = []
    text = ast.unparse(used)
    for call in [part for part in ast.walk(listing.loop) if isinstance(part, ast.Call)]:
        direct = _is_use(call)
        handed = used in call.args
        if not direct and not handed:
            continue
        for index, argument in enumerate(call.args):
            if handed and not direct and argument is not used:
                continue
            same = ast.unparse(argument) == text
            derived = index == 1 and called(call) in _BOTH and _is_made_of(argument, text)
            if (same and (index == 0 or argument is used or called(call) in _BOTH)) or derived:
                edits.append(_edit(file, call, argument, listing, imports))
    return Mend((*imports.edits(), *edits)) if edits else None


def _is_made_of(node: ast.expr, text: str) -> bool:
    """Whether a second path is the first name changed, with no folder of its own."""
    parts = [part for part in ast.walk(node) if isinstance(part, ast.expr)]
    literal = "".join(text_of(part) or "" for part in parts)
    return (
        any(ast.unparse(part) == text for part in parts)
        and "/" not in literal
        and "\\" not in literal
        and not any(isinstance(part, ast.Call) and called(part) in ("join", "Path") for part in parts)
        and not any(isinstance(part, ast.BinOp) and isinstance(part.op, ast.Div) for part in parts)
    )


def _edit(file: Module, call: ast.Call, node: ast.expr, listing: _Listing, imports: Imports) -> TextEdit:
    start, end = file.span(node)
    written = file.source.text[start:end]
    if listing.folder is None:
        owner = written.removesuffix(".name")
        return TextEdit(start, end, f"{owner}.{listing.attribute}" if listing.attribute else owner)
    folder = file.text(listing.folder)
    if called(call) in ("Path", "PurePath"):
        return TextEdit(start, start, f"{folder}, ")
    if is_path_object(file.statement(listing.folder), listing.folder) is True:
        return TextEdit(start, end, f"{folder} / {written}")
    join = imports.find_name("os.path", "join") or f"{imports.module('os')}.path.join"
    return TextEdit(start, end, f"{join}({folder}, {written})")


RECIPES = (Recipe("join-folder", "Puts the folder before a name that a listing gave.", apply),)
