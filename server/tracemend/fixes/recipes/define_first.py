"""`define-first`: put a definition before the statement that needs it, or the statement behind the definitions.

For a function, a class or a plain value that stands further down in the same block. The statement is moved where only
definitions follow it: what these need in turn is there then too. Where the name is used in a
function, the statement that called the function counts, as the outer frames name it. Does not apply where what the
definition itself needs is not there yet or may have another value there, where it does more than define (a call, a
changed name), or where the statement decides how imports below it go (`sys.path`).

Source: https://docs.python.org/3/reference/executionmodel.html#naming-and-binding
"""

from __future__ import annotations

import ast
import builtins

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import dotted
from tracemend.source.lines import find_line
from tracemend.source.module import Module, begin_of, whole
from tracemend.source.scopes import Function, bound_in, names_bound, own_nodes, parameter_names

_REST = lazy.regex(r"[ \t]*(?:#.*)?")
_COMMENT = lazy.regex(r"[ \t]*#")
_IMPORTS_BY = ("sys.path", "os.environ", "sys.modules", "warnings.filterwarnings", "matplotlib.use")
"""What decides how the imports below a statement go."""
_VALUES = (ast.Constant, ast.List, ast.Tuple, ast.Set, ast.Dict, ast.Name, ast.BinOp, ast.UnaryOp, ast.JoinedStr)


def apply(request: Request) -> Mend | None:
    """The recipe."""
    source, line, name = request.place.source, request.place.line, request.values.get("name")
    module = whole(source) if source is not None else None
    if module is None or line is None or not isinstance(name, str):
        return None
    path = request.place.frame.path if request.place.frame is not None else None
    lines = [find_line(frame, module.source) for frame in request.report.frames if frame.path == path]
    own = [number for number in lines if number is not None]
    scopes: list[ast.AST] = [*reversed(module.scopes_at(line)), module.tree]
    for index, scope in enumerate(scopes):
        if isinstance(scope, ast.ClassDef | ast.Lambda):
            continue
        found = bound_in(scope, name)
        if not found and not (isinstance(scope, Function) and name in parameter_names(scope)):
            continue
        body: list[ast.stmt] = getattr(scope, "body", [])
        definition = next((one for one in body if _defines(one, name)), None)
        if len(found) != 1 or definition is None or any(bound_in(outer, name) for outer in scopes[index + 1 :]):
            return None  # with a value outside, that one may have been meant
        first = _user(body, [line, *reversed(own)], definition)
        if first is None:
            return None
        last = _definitions_after(body, first)
        if last is not None and body.index(last) >= body.index(definition):
            return _moved_down(module, first, last)
        return (
            _moved_up(module, definition, first) if _can_stand(module, scope, body, definition, first, name) else None
        )
    return None


def _definitions_after(body: list[ast.stmt], first: ast.stmt) -> ast.stmt | None:
    """The last of the functions, classes, imports and plain values that follow a statement one after the other, if
    functions or classes are among them and none uses what the statement binds."""
    binds = _bound_by([first])
    had_value = _bound_by(body[: body.index(first)])
    imports_by = any(isinstance(one, ast.Attribute) and dotted(one) in _IMPORTS_BY for one in ast.walk(first))
    last, block = None, False
    for node in body[body.index(first) + 1 :]:
        target = node.targets[0] if isinstance(node, ast.Assign) else None
        plain = isinstance(target, ast.Name) and _defines(node, target.id)
        if not plain and not isinstance(node, Function | ast.ClassDef | ast.Import | ast.ImportFrom):
            break
        if _bound_by([node]) & had_value or (imports_by and isinstance(node, ast.Import | ast.ImportFrom)):
            return None  # the statement would see the new value; the import needs what the statement does
        if any(isinstance(one, ast.Name) and one.id in binds for one in ast.walk(node)):
            return None
        last, block = node, block or isinstance(node, Function | ast.ClassDef)
    return last if block else None


def _defines(node: ast.stmt, name: str) -> bool:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return node.name == name
    if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
        return node.targets[0].id == name and all(isinstance(one, _PLAIN) for one in ast.walk(node.value))
    return False


_PLAIN = (*_VALUES, ast.operator, ast.unaryop, ast.expr_context, ast.FormattedValue)


def _user(body: list[ast.stmt], lines: list[int], definition: ast.stmt) -> ast.stmt | None:
    """The first statement of a block that ran into the name: above the definition, and no definition itself."""
    for number in lines:
        for node in body:
            if begin_of(node) <= number <= (node.end_lineno or 0) and not isinstance(node, Function):
                return node if begin_of(node) < begin_of(definition) else None
    return None


def _can_stand(
    module: Module, scope: ast.AST, body: list[ast.stmt], definition: ast.stmt, first: ast.stmt, name: str
) -> bool:
    """Whether all names that the definition uses have their value before the first user."""
    needed = {one.id for one in ast.walk(definition) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load)}
    before = body[: body.index(first)]
    there = _bound_by(before) | {name}
    between = body[body.index(first) : body.index(definition)]
    if isinstance(definition, ast.Assign) and needed & _named_in(between, first):
        return False  # further up it may be another value
    own = {name for part in ast.walk(definition) for name in names_bound(part)}
    for part in ast.walk(definition):
        if isinstance(part, Function | ast.Lambda):
            own.update(parameter_names(part))
    outer = (
        {name for part in own_nodes(module.tree) for name in names_bound(part)} if scope is not module.tree else set()
    )
    if isinstance(scope, Function):
        outer |= set(parameter_names(scope))
    return all(one in there or one in own or one in outer or hasattr(builtins, one) for one in needed)


def _bound_by(nodes: list[ast.stmt]) -> set[str]:
    """The names that statements bind, in their blocks too."""
    return {name for one in nodes for part in _with_inner(one) for name in names_bound(part)}


def _named_in(nodes: list[ast.stmt], first: ast.stmt) -> set[str]:
    """The names that statements may change: of the first the ones that it binds, else all that stand in them."""
    return _bound_by([first]) | {
        part.id for one in nodes if one is not first for part in ast.walk(one) if isinstance(part, ast.Name)
    }


def _with_inner(node: ast.stmt) -> list[ast.AST]:
    return [node, *(own_nodes(node) if not isinstance(node, Function | ast.ClassDef) else ()), *ast.walk(node)][:4000]


def _lines(module: Module, node: ast.stmt) -> tuple[int, int] | None:
    """First and last line of a statement with the comments right above it; None where it shares a line."""
    source = module.source
    begin, last = begin_of(node), node.end_lineno or node.lineno
    start, end = module.span(node)
    row, column = source.position(start)
    if source.line(row)[:column].strip() or not _REST.fullmatch(source.line(last)[source.position(end)[1] :]):
        return None
    while begin > 2 and _COMMENT.match(source.line(begin - 1)):
        begin -= 1
    return begin, last


def _text(module: Module, begin: int, last: int) -> str:
    text = "".join(module.source.lines[begin - 1 : last])
    return text if text.endswith(("\n", "\r")) else text + module.source.newline


def _blank_after(module: Module, last: int) -> int:
    """The last of the blank lines that follow a line."""
    while last < module.source.line_count and not module.source.line(last + 1).strip():
        last += 1
    return last


def _moved_down(module: Module, first: ast.stmt, last: ast.stmt) -> Mend | None:
    """The statement's lines taken out and put behind the definitions."""
    source, own, after = module.source, _lines(module, first), _lines(module, last)
    if own is None or after is None or own[1] >= after[0]:
        return None
    cut = TextEdit(source.offset(own[0], 0), source.offset(_blank_after(module, own[1]) + 1, 0), "")
    indented = bool(source.indent_of(own[1]))
    gap = source.newline * (2 if isinstance(last, Function | ast.ClassDef) and not indented else 0)
    text = gap + _text(module, *own)
    if after[1] < source.line_count:
        put = source.offset(after[1] + 1, 0)
    else:
        put = len(source.text)
        if not source.text.endswith(("\n", "\r")):
            text = source.newline + text.removesuffix(source.newline)
    return Mend((cut, TextEdit(put, put, text)))


def _moved_up(module: Module, definition: ast.stmt, first: ast.stmt) -> Mend | None:
    """The definition's lines taken out and put before the statement."""
    source, own, top = module.source, _lines(module, definition), _lines(module, first)
    if own is None or top is None or top[0] >= own[0]:
        return None
    block = isinstance(definition, Function | ast.ClassDef)
    stop = _blank_after(module, own[1]) if block else own[1]
    begin = own[0]
    while block and stop == source.line_count and not source.line(begin - 1).strip():
        begin -= 1
    cut = TextEdit(source.offset(begin, 0), source.offset(stop + 1, 0), "")
    indented = bool(source.indent_of(own[1]))
    gap = source.newline * (0 if not block else 1 if indented else 2)
    lead = gap if top[0] > 1 and source.line(top[0] - 1).strip() else ""
    put = source.offset(top[0], 0)
    return Mend((TextEdit(put, put, lead + _text(module, *own) + gap), cut))


RECIPES = (Recipe("define-first", "Puts a definition before the statement that needs it.", apply),)
