"""`add-return`: let a function give back what it works out, where its caller uses the result and gets None.

- The last statement is an expression, or the function's call of itself at the end of a branch: `return` before it.
- It assigns to a name, or one local alone is filled and never used (a list in a loop, a decorator's inner function):
  `return name` at the end.
- It is a decorator, or the function that a decorator with arguments makes: `return` of its one inner function, or,
  where it has none, of the function that it is given.
- A search calls itself and drops what that finds, before `return None`: `return` before the call.
- It prints the value, and every caller uses the result: `return` in the place of `print`; a list of several values
  where the caller goes through them. Not sure for a function whose name says that it prints.

The function stands in the file, or alone of its name in one of the workspace that the file imports. A statement that
raises because a name is None is asked where that name comes from.

Does not apply where the function returns a value at its end already, yields, or several values may be meant.
Source: https://docs.python.org/3/reference/simple_stmts.html#the-return-statement
"""

from __future__ import annotations

import ast
import os

from tracemend import lazy
from tracemend.fixes.recipe import FileEdits, Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, spreads
from tracemend.fixes.toolkit.failing import Failing, failing, is_alone
from tracemend.fixes.toolkit.makers import functions_behind, valued_returns
from tracemend.fixes.toolkit.nones import nones, origins
from tracemend.source.module import Module
from tracemend.source.scopes import Function, own_nodes, parameter_names

_GIVES = frozenset(
    (
        *("abs", "all", "any", "bool", "bytes", "chr", "dict", "divmod", "enumerate", "filter", "float", "frozenset"),
        *("int", "len", "list", "map", "max", "min", "ord", "pow", "range", "repr", "reversed", "round", "set"),
        *("sorted", "str", "sum", "tuple", "zip", "join", "upper", "lower", "strip", "split", "replace", "format"),
        *("copy", "items", "keys", "values", "count", "index", "title"),
    )
)
"""Functions and methods of built-in types that answer something."""
_TEXT_WANTED = lazy.regex(r"'str'|\(not \"NoneType\"\) to str|no attribute '(?P<name>\w+)'")

_SHOWS = lazy.regex(r"_*(?:print|show|display|dump|log|tell|report|greet|say)(?:_|$)")
"""Functions that are there to print: their callers, too, may be what is wrong."""
_SPECIAL = lazy.regex(r"(__(?:str|repr|format)__) .*\bNoneType")


def apply(request: Request) -> Mend | None:
    """The recipe."""
    statement, message = request.place.statement, request.report.first_line
    if statement is None or not ("None" in message or isinstance(statement.node, ast.Raise)):
        return None  # before the whole file is parsed
    at = failing(request)
    if at is None:
        return None
    found: dict[int, tuple[str | None, Module, Function]] = {}
    special, decorated = _SPECIAL.match(message), "not callable" in message and "NoneType" in message
    asked = _asked(at) if isinstance(at.node, ast.Raise) else []
    for node in () if special else (*nones(at, message), *asked):
        for one in (node, *origins(at.file, node)):
            for place in functions_behind(request, at.file, one, decorated):
                found[id(place[2])] = place
    for part in at.file.nodes if special else ():
        if special and isinstance(part, Function) and part.name == special[1] and not valued_returns(part):
            found[id(part)] = None, at.file, part
    if len(found) != 1:
        return None
    path, file, function = next(iter(found.values()))
    named = _TEXT_WANTED.search(message)
    text = bool(special) or (named is not None and (named["name"] is None or hasattr(str, named["name"])))
    if isinstance(at.node, ast.Raise):
        mend = _branches(file, function)  # the search may fail for good reasons: only a dropped result tells
    elif decorated and (name := _handed_back(function)) is not None:
        mend = _at_end(file, function, name)
    else:
        mend = _mended(file, function, text, "itera" in message)
    return mend if mend is None or path is None else _elsewhere(path, file, mend)


def _elsewhere(path: str, file: Module, mend: Mend) -> Mend:
    """The same edits as those of another file."""
    note = f"It changes {os.path.basename(path)}, where the function is."
    return Mend((), sure=mend.sure, note=note, others=(FileEdits(path, file.source.text, mend.edits),))


def _asked(at: Failing) -> list[ast.expr]:
    """The name that is asked for None, or for being empty, before the statement raises."""
    outer = at.file.parents.get(id(at.node))
    if not isinstance(outer, ast.If) or at.node not in outer.body:
        return []
    test = outer.test
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return [test.operand]
    if not isinstance(test, ast.Compare) or not isinstance(test.ops[0], ast.Is):
        return []
    side = test.comparators[0]
    asked = test.left.value if isinstance(test.left, ast.NamedExpr) else test.left
    return [asked] if isinstance(side, ast.Constant) and side.value is None else []


def _handed_back(function: Function) -> str | None:
    """What a decorator without a return is to give: its one inner function, else the function that it takes."""
    inner = [one.name for one in own_nodes(function) if isinstance(one, Function)]
    if inner:
        return inner[0] if len(inner) == 1 else None
    names = parameter_names(function)
    return names[0] if len(names) == 1 and not valued_returns(function) else None


def _mended(file: Module, function: Function, text_wanted: bool, items_wanted: bool) -> Mend | None:
    own = list(own_nodes(function))
    if function.name == "__init__" or any(isinstance(one, ast.Yield | ast.YieldFrom) for one in own):
        return None
    if any(isinstance(one, ast.Return) and one.value is None for one in own):
        return None
    last = function.body[-1]
    if valued_returns(function):
        return _branches(file, function)
    if isinstance(last, ast.Expr) and isinstance(last.value, ast.Call) and called(last.value) == "print":
        several = items_wanted and len(last.value.args) > 1
        printed = _listed(file, function, last.value) if several else _printed(file, function, last.value, text_wanted)
        if printed is not None:
            return Mend(printed.edits, sure=printed.sure and _SHOWS.match(function.name) is None)
    elif isinstance(last, ast.Expr) and _has_value(file, function, last.value):
        start = file.span(last)[0]
        return Mend((TextEdit(start, start, "return "),))
    unused = _unused(function)
    name = unused[0] if len(unused) == 1 else None
    if isinstance(last, ast.Assign | ast.AnnAssign | ast.AugAssign) and not unused:
        targets = last.targets if isinstance(last, ast.Assign) else [last.target]
        name = targets[0].id if len(targets) == 1 and isinstance(targets[0], ast.Name) else None
        if name is not None and any(isinstance(one, ast.Global | ast.Nonlocal) and name in one.names for one in own):
            return None
    return _at_end(file, function, name) if name is not None else None


def _has_value(file: Module, function: Function, node: ast.expr) -> bool:
    """Whether an expression that stands alone was surely written for its value."""
    if isinstance(node, ast.Constant):
        return not isinstance(node.value, str) and node.value is not ... and node.value is not None
    if isinstance(node, ast.Await | ast.Yield | ast.YieldFrom):
        return False
    if not isinstance(node, ast.Call):
        return True
    if called(node) == function.name:
        return False
    if called(node) in _GIVES:
        return True
    other = file.function(node.func.id) if isinstance(node.func, ast.Name) else None
    if other is not None:
        return bool(valued_returns(other))
    return isinstance(node.func, ast.Name) and file.class_named(node.func.id) is not None


def _branches(file: Module, function: Function) -> Mend | None:
    """`return` before the calls of itself, and the values, that end branches: the other branches return."""
    edits: list[TextEdit] = []
    body, end = function.body, function.body[-1]
    if len(body) > 1 and isinstance(body[-2], ast.If) and not body[-2].orelse and _is_nothing(end):
        body = body[:-1]
    for last in _lasts(body):
        if not isinstance(last, ast.Expr):
            continue
        node = last.value
        itself = isinstance(node, ast.Call) and called(node) == function.name
        if itself or (not isinstance(node, ast.Call) and _has_value(file, function, node)):
            start = file.span(last)[0]
            edits.append(TextEdit(start, start, "return "))
    calls = [
        one
        for one in own_nodes(function)
        if isinstance(one, ast.Expr) and isinstance(one.value, ast.Call) and called(one.value) == function.name
    ]
    return Mend(tuple(edits)) if edits and len(calls) <= len(edits) else None


def _is_nothing(node: ast.stmt) -> bool:
    """Whether it is `return None` or `return False`."""
    return isinstance(node, ast.Return) and isinstance(node.value, ast.Constant) and not node.value.value


def _lasts(body: list[ast.stmt]) -> list[ast.stmt]:
    """The statements that a body may end with."""
    last = body[-1]
    if isinstance(last, ast.If):
        return [*_lasts(last.body), *(_lasts(last.orelse) if last.orelse else [])]
    if isinstance(last, ast.With | ast.AsyncWith):
        return _lasts(last.body)
    if isinstance(last, ast.Try):
        return [*_lasts(last.orelse or last.body), *(one for handler in last.handlers for one in _lasts(handler.body))]
    return [last]


def _printed(file: Module, function: Function, call: ast.Call, text_wanted: bool) -> Mend | None:
    """`return value` for `print(value)`."""
    if len(call.args) != 1 or call.keywords or spreads(call) or not _always_used(file, function):
        return None
    value = call.args[0]
    is_text = isinstance(value, ast.JoinedStr) or (isinstance(value, ast.Constant) and isinstance(value.value, str))
    if is_text and not text_wanted:
        return None
    (start, end), (begin, stop) = file.span(call), file.span(value)
    if "\n" in file.source.text[start:end] or isinstance(value, ast.GeneratorExp):
        return Mend((TextEdit(start, file.span(call.func)[1], "return "),))
    if file.source.text[stop:end].strip() != ")":
        return None
    return Mend((TextEdit(start, begin, "return "), TextEdit(stop, end, "")))


def _listed(file: Module, function: Function, call: ast.Call) -> Mend | None:
    """`return [a, b]` for `print(a, b)`, of which the caller goes through the values."""
    if call.keywords or spreads(call) or not _always_used(file, function):
        return None
    start, end = file.span(call)
    opening = file.source.text.index("(", file.span(call.func)[1])
    return Mend((TextEdit(start, opening + 1, "return ["), TextEdit(end - 1, end, "]")))


def _always_used(file: Module, function: Function) -> bool:
    """Whether every call of a function in the file takes its result."""
    for part in file.nodes:
        if isinstance(part, ast.Expr) and isinstance(part.value, ast.Call) and called(part.value) == function.name:
            return False
    return True


def _unused(function: Function) -> list[str]:
    """The locals that are made and filled, but whose value nothing in the function takes."""
    made: list[str] = []
    for one in own_nodes(function):
        if isinstance(one, ast.Assign | ast.AnnAssign | ast.AugAssign):
            targets = one.targets if isinstance(one, ast.Assign) else [one.target]
            made += [target.id for target in targets if isinstance(target, ast.Name)]
        elif isinstance(one, Function):
            made.append(one.name)
    parents = {id(child): part for part in ast.walk(function) for child in ast.iter_child_nodes(part)}
    taken = {
        part.id
        for part in ast.walk(function)
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load) and not _fills(part, parents)
    }
    declared = {name for one in own_nodes(function) if isinstance(one, ast.Global | ast.Nonlocal) for name in one.names}
    return [name for name in dict.fromkeys(made) if name not in taken | declared]


def _fills(node: ast.Name, parents: dict[int, ast.AST]) -> bool:
    """Whether a use only puts something into the object: `found.append(x)`, `found[key] = x`, `sum = sum + x`."""
    outer = parents.get(id(node))
    if isinstance(outer, ast.BinOp) and isinstance(assign := parents.get(id(outer)), ast.Assign):
        return any(isinstance(target, ast.Name) and target.id == node.id for target in assign.targets)
    if isinstance(outer, ast.Subscript):
        return outer.value is node and isinstance(outer.ctx, ast.Store)
    call = parents.get(id(outer)) if isinstance(outer, ast.Attribute) else None
    return isinstance(call, ast.Call) and call.func is outer and isinstance(parents.get(id(call)), ast.Expr)


def _at_end(file: Module, function: Function, name: str) -> Mend | None:
    """`return name` below the last line of the body."""
    first, last = function.body[0], function.body[-1]
    if not is_alone(file, first) or file.source.position(file.span(first)[0])[0] <= function.lineno:
        return None
    line = file.source.position(file.span(last)[1])[0]
    at = file.source.offset(line, len(file.source.line(line)))
    indent = file.source.indent_of(file.source.position(file.span(first)[0])[0])
    return Mend((TextEdit(at, at, f"{file.source.newline}{indent}return {name}"),))


RECIPES = (
    Recipe(
        "add-return",
        "Lets a function return the value that its callers use.",
        apply,
        unsure="The function's name says that it shows the value; the call may be what is wrong.",
    ),
)
