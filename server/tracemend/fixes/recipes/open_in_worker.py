"""`open-in-worker`: a process is handed a file's name, and opens it itself.

`Process(target=count, args=(open(name),))` and the like hand over `name`; the function's parameter becomes `path`, and
its body stands under `with open(path) as ...:`. For a function of the file that is used in this one place, and an open
file that nothing else uses. A file opened to be written anew is not opened by several.

Source: https://docs.python.org/3/library/multiprocessing.html#programming-guidelines
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.edits import indent_lines, indent_step, merged
from tracemend.fixes.toolkit.failing import is_alone, told
from tracemend.fixes.toolkit.handed import arguments_of, function_of, handing
from tracemend.fixes.toolkit.handles import mode_of
from tracemend.fixes.toolkit.names import free_name
from tracemend.source.module import Module

_OPEN = lazy.regex(r"cannot pickle '_io\.\w+' object|cannot pickle '(?:TextIO|Buffered|File)\w+' (?:instances|object)")


def open_in_worker(request: Request) -> Mend | None:
    """The name in the file's place."""
    asked = told(request, _OPEN)
    call = handing(asked) if asked is not None else None
    given = function_of(call) if call is not None else None
    if asked is None or call is None or not isinstance(given, ast.Name):
        return None
    file = asked.file
    function = file.function(given.id)
    if not isinstance(function, ast.FunctionDef) or file.uses(given.id, file.tree) != [given]:
        return None
    found = [(at, one, opened) for at, one in arguments_of(file, call) if (opened := _opened(file, one)) is not None]
    names = [one.arg for one in (*function.args.posonlyargs, *function.args.args)]
    if len({at for at, _, _ in found}) != 1 or found[0][0] >= len(names) or function.args.defaults:
        return None
    rest = {tuple(file.text(one) for one in (*opened.args[1:], *opened.keywords)) for _, _, opened in found}
    shared = any(isinstance(one, ast.Name) for _, one, _ in found) and _repeated(file, call)
    anew = any("w" in (mode_of(opened) or "r") or "x" in (mode_of(opened) or "r") for _, _, opened in found)
    if len(rest) != 1 or (shared and anew):
        return None
    inside = _opened_inside(file, function, names[found[0][0]], rest.pop())
    if inside is None:
        return None
    edits = [TextEdit(*file.span(opened), file.text(opened.args[0])) for _, _, opened in found]
    return Mend((*edits, *inside))


def _opened(file: Module, node: ast.expr) -> ast.Call | None:
    """The call that opens a file: in the argument's place, or the value of a name that is used there alone."""
    if isinstance(node, ast.Name):
        value, scope = file.only_value(node.id, node), file.scope_of(node.id, node)
        if value is None or scope is None or file.uses(node.id, scope) != [node]:
            return None
        node = value[1]
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id != "open" or not node.args:
        return None
    plain = all(isinstance(one, ast.Constant) for one in (*node.args[1:], *(key.value for key in node.keywords)))
    return node if plain and all(key.arg not in (None, "file") for key in node.keywords) else None


def _repeated(file: Module, call: ast.Call) -> bool:
    """Whether a call is made more than once, as far as the loops around it tell."""
    loops = (ast.For, ast.AsyncFor, ast.While, ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.DictComp)
    return any(isinstance(one, loops) for one in file.around(call))


def _opened_inside(
    file: Module, function: ast.FunctionDef, name: str, rest: tuple[str, ...]
) -> tuple[TextEdit, ...] | None:
    """The parameter made a path, and the body put under a `with`."""
    source = file.source
    body = [*function.body]
    if isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
        body = body[1:]
    parameter = next(one for one in (*function.args.posonlyargs, *function.args.args) if one.arg == name)
    if not body or not is_alone(file, body[0]) or parameter.annotation is not None or body[0].lineno == function.lineno:
        return None
    bound = file.bindings(name, function)
    if len(bound) != 1 or getattr(body[0], "decorator_list", None):
        return None
    path = free_name(source, "path", "filename")
    first, last = body[0].lineno, function.end_lineno or function.lineno
    step, indent = indent_step(source), source.indent_of(first)
    at = source.offset(first, 0)
    start, _ = file.span(parameter)
    more = "".join(f", {one}" for one in rest)
    head = f"{indent}with open({path}{more}) as {name}:{source.newline}"
    edits = merged([TextEdit(at, at, head), *indent_lines(source, first, last, step)])
    return (TextEdit(start, start + len(name), path), *edits)


RECIPES = (Recipe("open-in-worker", "Hands over the file's name, and opens it in the process.", open_in_worker),)
