"""`array-anew`, `array-copy`, `array-function`, `array-whole`, `array-choice`, `array-append`,
`array-objects`: arrays of NumPy used as arrays.

- `array-anew`: `a = a + 0.5` for `a += 0.5`, where the result is of a wider type than the array has. Not sure for a
  parameter, whose array the caller keeps.
- `array-copy`: `.copy()` where an array that cannot be written to was made.
- `array-function`: NumPy's function for `math`'s of the same name, `.astype(int)` for `int(...)`.
- `array-whole`: `.astype(int)` for an array of floats that is an index.
- `array-choice`: `np.where(c, a, b)` for `a if c else b` that is assigned.
- `array-append`: `a = np.append(a, 4)` for `a.append(4)`.
- `array-objects`: `allow_pickle=True` for `np.load`; sure where the file itself saves an array by the same name.

Sources: https://numpy.org/doc/stable/user/basics.ufuncs.html#type-casting-rules,
https://numpy.org/doc/stable/reference/generated/numpy.where.html
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, function_around, is_pure, keyword_of, made_by, spreads
from tracemend.fixes.toolkit.edits import add_keyword
from tracemend.fixes.toolkit.failing import the_failing
from tracemend.fixes.toolkit.imports import Imports, imports_for
from tracemend.source.module import Module, whole
from tracemend.source.scopes import parameter_names

_SIGNS: dict[type[ast.operator], str] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Pow: "**", ast.Mod: "%",
}  # fmt: skip
_OF_MATH = frozenset(
    (
        *("sqrt", "exp", "log", "log2", "log10", "log1p", "expm1", "sin", "cos", "tan", "sinh", "cosh", "tanh"),
        *("floor", "ceil", "trunc", "fabs", "degrees", "radians", "hypot", "isnan", "isinf", "isfinite"),
    )
)
_ALSO = {"pow": "power", "asin": "arcsin", "acos": "arccos", "atan": "arctan", "atan2": "arctan2"}
_ONE_NUMBER = lazy.regex(
    r"only (?:0-dimensional|length-1|size-1) arrays can be converted|cannot convert the series to <class"
    r"|(?:int|float)\(\) argument must be a string, a bytes-like object or a (?:real )?number, not 'Series'"
)
_TIGHT = (ast.Name, ast.Attribute, ast.Subscript, ast.Call, ast.Constant)


def anew(request: Request) -> Mend | None:
    """`a = a + 0.5`."""
    statement = request.place.statement
    node = statement.node if statement is not None else None
    if statement is None or not isinstance(node, ast.AugAssign) or not is_pure(node.target):
        return None
    sign = _SIGNS.get(type(node.op))
    if sign is None or not re.match(r"Cannot cast ufunc '\w+' output from dtype", request.report.first_line):
        return None
    target = statement.text(node.target)
    (_, end), (begin, stop) = statement.span(node.target), statement.span(node.value)
    between = statement.source.text[end:begin]
    found = re.fullmatch(rf"([ \t]*){re.escape(sign)}=([ \t]*)", between)
    if found is None:
        return None
    edits = [TextEdit(end, begin, f" = {target} {sign} ")]
    if not isinstance(node.value, _TIGHT):
        edits += [TextEdit(begin, begin, "("), TextEdit(stop, stop, ")")]
    function = function_around(statement)
    given = isinstance(node.target, ast.Name) and function is not None and node.target.id in parameter_names(function)
    return Mend(tuple(edits), sure=isinstance(node.target, ast.Name | ast.Attribute) and not given)


def copy(request: Request) -> Mend | None:
    """`.copy()` where the array was made."""
    statement = request.place.statement
    file = whole(statement.source) if statement is not None else None
    node = statement.node if statement is not None else None
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AugAssign) else []
    if statement is None or file is None or "read-only" not in request.report.first_line or len(targets) != 1:
        return None
    root: ast.expr = targets[0]
    while isinstance(root, ast.Subscript):
        root = root.value
    same = file.same(statement, root)
    if not isinstance(same, ast.Name):
        return None
    only = file.only_value(same.id, same)
    if only is None or not isinstance(only[1], ast.Call | ast.Attribute | ast.Subscript) or made_by(only[1], "copy"):
        return None
    at = file.span(only[1])[1]
    return Mend((TextEdit(at, at, ".copy()"),))


def function(request: Request) -> Mend | None:
    """`np.sqrt(a)` for `math.sqrt(a)`, `a.astype(int)` for `int(a)`."""
    if not _ONE_NUMBER.match(request.report.first_line):
        return None
    found = the_failing(request, ast.Call, lambda call: bool(call.args) and not call.keywords and _is_scalar(call))
    if found is None:
        return None
    file, call = found
    name = called(call)
    if isinstance(call.func, ast.Name):
        (start, end), (begin, stop) = file.span(call), file.span(call.args[0])
        bare = isinstance(call.args[0], ast.Name | ast.Attribute | ast.Subscript | ast.Call)
        if file.source.text[start:begin] != f"{name}(" or file.source.text[stop:end] != ")" or not bare:
            return None
        return Mend((TextEdit(start, begin, ""), TextEdit(stop, end, f".astype({name})")))
    imports = _imports(file, call)
    written = f"{_numpy(imports)}.{_ALSO.get(name, name)}"
    return Mend((TextEdit(*file.span(call.func), written), *imports.edits()))


def _is_scalar(call: ast.Call) -> bool:
    if isinstance(call.func, ast.Name):
        return call.func.id in ("int", "float") and len(call.args) == 1
    name = dotted(call.func) or ""
    return name.startswith("math.") and (name[5:] in _OF_MATH or name[5:] in _ALSO)


def _imports(file: Module, node: ast.expr) -> Imports:
    statement = file.statement(node)
    return imports_for(file.source, statement.line_of(statement.node), function_around(statement) is not None)


def _numpy(imports: Imports) -> str:
    return imports.find_module("numpy") or imports.module("numpy", "np")


def whole_index(request: Request) -> Mend | None:
    """`a[i.astype(int)]`."""
    if not request.report.first_line.startswith("arrays used as indices must be of integer (or boolean) type"):
        return None
    found = the_failing(
        request, ast.Subscript, lambda node: isinstance(node.slice, ast.Name | ast.Attribute | ast.Call)
    )
    if found is None or made_by(found[1].slice, "astype"):
        return None
    at = found[0].span(found[1].slice)[1]
    return Mend((TextEdit(at, at, ".astype(int)"),))


def choice(request: Request) -> Mend | None:
    """`np.where(c, a, b)`."""
    statement = request.place.statement
    if statement is None or "is ambiguous" not in request.report.first_line:
        return None
    node = statement.node
    found = the_failing(request, ast.IfExp, lambda part: not isinstance(part.orelse, ast.IfExp))
    if found is None or not isinstance(node, ast.Assign) or not isinstance(node.value, ast.IfExp):
        return None
    file, part = found
    pieces = (part.test, part.body, part.orelse)
    if file.text(part) != statement.text(node.value) or any(isinstance(one, ast.BoolOp) for one in pieces):
        return None
    imports = _imports(file, part)
    start, end = file.span(part)
    if "#" in file.source.text[start:end] or any(isinstance(one, ast.IfExp | ast.Lambda) for one in pieces):
        return None
    written = ", ".join(file.text(one) for one in pieces)
    return Mend((TextEdit(start, end, f"{_numpy(imports)}.where({written})"), *imports.edits()))


def append(request: Request) -> Mend | None:
    """`a = np.append(a, 4)` for the statement `a.append(4)`."""
    statement = request.place.statement
    node = statement.node if statement is not None else None
    call = node.value if isinstance(node, ast.Expr) else None
    if statement is None or not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
        return None
    target = call.func.value
    if call.func.attr != "append" or len(call.args) != 1 or call.keywords or not is_pure(target):
        return None
    imports = imports_for(statement.source, statement.line_of(call), function_around(statement) is not None)
    (start, end), (begin, _), name = statement.span(target), statement.span(call.args[0]), statement.text(target)
    if statement.source.text[end:begin] != ".append(":
        return None
    edits = (TextEdit(start, start, f"{name} = {_numpy(imports)}.append("), TextEdit(end, begin, ", "))
    return Mend((*edits, *imports.edits()))


def objects(request: Request) -> Mend | None:
    """`np.load(path, allow_pickle=True)`."""
    if "allow_pickle=False" not in request.report.first_line:
        return None
    found = the_failing(
        request, ast.Call, lambda call: called(call) == "load" and bool(call.args) and not spreads(call)
    )
    if found is None or keyword_of(found[1], "allow_pickle"):
        return None
    file, call = found
    own = file.text(call.args[0])
    saved = any(
        isinstance(one, ast.Call) and called(one) in ("save", "savez") and one.args and file.text(one.args[0]) == own
        for one in file.nodes
    )
    edit = add_keyword(file.statement(call), call, "allow_pickle=True")
    return Mend((edit,), sure=saved, note="Such a file can run code when it is read: only for files of your own.")


RECIPES = (
    Recipe(
        "array-anew",
        "Makes a new array where the result does not fit into the old one.",
        anew,
        unsure="Something else may hold the array, which would keep its old values.",
    ),
    Recipe("array-copy", "Copies an array that cannot be written to.", copy),
    Recipe("array-function", "Calls NumPy's function for a whole array.", function),
    Recipe("array-whole", "Makes whole numbers of an array of indices.", whole_index),
    Recipe("array-choice", "Chooses element by element with numpy.where.", choice),
    Recipe("array-append", "Writes numpy.append for a list's append.", append),
    Recipe("array-objects", "Reads an array of Python objects.", objects),
)
