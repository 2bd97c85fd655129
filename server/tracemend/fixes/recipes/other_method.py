"""`other-method`: write Python's own form for a method that another language, or Python 2, has.

`names.push(x)` becomes `names.append(x)`, `text.length` `len(text)`, `prices.has_key(k)` `k in prices`. The table
`other-method` says what is written for which type's method; a built-in function asked as an attribute (`text.len`)
needs no row, nor does one asked for the object it should be given (`len.text`). Does not apply where the call's
arguments do not fit the form, or the result of a statement (`[]=`, `del`) is used. Further uses of the same object in
the same function, which would fail next, are written so too.

Source: https://docs.python.org/3/library/stdtypes.html
"""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import expressions, nearest_to_carets, parents_in, spreads
from tracemend.fixes.toolkit.names import is_bound
from tracemend.knowledge import tables
from tracemend.source.module import whole
from tracemend.source.scopes import bound_in, own_nodes, parameter_names
from tracemend.source.statement import Statement, statement_at

_FUNCTIONS = frozenset(
    (
        *("len", "sum", "sorted", "reversed", "enumerate", "abs", "round", "int", "float", "str", "list", "set"),
        *("tuple", "min", "max", "any", "all", "next", "iter", "type", "repr", "bool", "ord", "chr"),
    )
)
"""Built-in functions that are asked of their argument as if they were its methods."""
_CALLABLES = frozenset(("builtin_function_or_method", "type", "function"))
_LOOSE = (ast.BoolOp, ast.Lambda, ast.IfExp, ast.NamedExpr, ast.Compare, ast.Yield, ast.YieldFrom, ast.Starred)


def apply(request: Request) -> Mend | None:
    """The recipe."""
    statement = request.place.statement
    kind, name = request.values.get("type"), request.values.get("attribute")
    if statement is None or not isinstance(kind, str) or not isinstance(name, str):
        return None
    nodes = nearest_to_carets(statement, _uses(statement, name))
    texts = {statement.text(node.value) for node in nodes}
    if len(texts) != 1:
        return None
    form = tables.other_method(kind, name)
    if form is None and kind in _CALLABLES:
        return _turned_round(statement, nodes[0]) if len(nodes) == 1 else None
    if form is None and name in _FUNCTIONS:
        form = f"{name}()"
    if form is None:
        return None
    edits: list[TextEdit] = []
    for around in (statement, *_others(statement, texts)):
        for node in _uses(around, name):
            if around.text(node.value) in texts:
                made = _mended(around, node, form)
                if not made and around is statement:
                    return None
                edits += made
    return Mend(tuple(edits)) if edits else None


def _uses(statement: Statement, name: str) -> list[ast.Attribute]:
    return [
        part
        for part in expressions(statement)
        if isinstance(part, ast.Attribute) and part.attr == name and isinstance(part.ctx, ast.Load)
    ]


def _others(statement: Statement, receivers: set[str]) -> list[Statement]:
    """Further statements of the same scope, if they have the same object: a name that the scope binds once. They would
    fail next."""
    module, name = whole(statement.source), next(iter(receivers))
    if module is None or not name.isidentifier():
        return []
    line = statement.line_of(statement.node)
    scopes = module.scopes_at(line)
    scope = scopes[-1] if scopes else module.tree
    if isinstance(scope, ast.ClassDef | ast.Lambda):
        return []
    parameter = isinstance(scope, ast.FunctionDef | ast.AsyncFunctionDef) and name in parameter_names(scope)
    if len(bound_in(scope, name)) + parameter != 1:
        return []
    lines = {node.lineno for node in own_nodes(scope) if isinstance(node, ast.Name) and node.id == name}
    found = {one.span(one.node): one for number in lines if (one := statement_at(statement.source, number)) is not None}
    found.pop(statement.span(statement.node), None)
    return [found[span] for span in sorted(found)]


def _mended(statement: Statement, node: ast.Attribute, form: str) -> tuple[TextEdit, ...]:
    parents = parents_in(statement.node)
    parent = parents.get(id(node))
    call = parent if isinstance(parent, ast.Call) and parent.func is node else None
    if call is not None and (spreads(call) or call.keywords) and not form.startswith("."):
        return ()
    return _edits(statement, _Use(node, call, parents), form)


def _turned_round(statement: Statement, node: ast.Attribute) -> Mend | None:
    """`len(text)` for `len.text`, where the file has a variable of that name."""
    if not isinstance(node.value, ast.Name) or node.value.id not in _FUNCTIONS:
        return None
    parent = parents_in(statement.node).get(id(node))
    if isinstance(parent, ast.Attribute | ast.Call) and parent is not None and getattr(parent, "func", node) is node:
        return None
    if not is_bound(statement.source, node.attr):
        return None
    _, middle = statement.span(node.value)
    end = statement.span(node)[1]
    if statement.source.text[middle:end] != f".{node.attr}":
        return None
    return Mend((TextEdit(middle, end, f"({node.attr})"),))


class _Use:
    """How the method is used: the attribute, its call, and what is around."""

    def __init__(self, node: ast.Attribute, call: ast.Call | None, parents: dict[int, ast.AST]) -> None:
        self.node = node
        self.whole: ast.expr = call or node
        self.arguments = call.args if call is not None else None
        self.parent = parents.get(id(self.whole))
        self.above = parents.get(id(self.parent)) if self.parent is not None else None

    def given(self, count: int) -> bool:
        """Whether it is called with so many arguments."""
        return self.arguments is not None and len(self.arguments) == count


def _edits(statement: Statement, use: _Use, form: str) -> tuple[TextEdit, ...]:
    start, end = statement.span(use.whole)
    _, middle = statement.span(use.node.value)
    if form.startswith("."):
        return (TextEdit(statement.span(use.node)[1] - len(use.node.attr), statement.span(use.node)[1], form[1:]),)
    arguments = [statement.text(one) for one in use.arguments or ()]
    if form.endswith("()"):
        return _function(statement, use, form[:-2], arguments)
    if form == "drop":
        # What is text already needs no decoding: `text.decode("utf-8")` is `text`.
        return (TextEdit(middle, end, ""),) if use.arguments is not None and len(arguments) <= 2 else ()
    if form in ("[]", "[:]"):
        wanted = (1,) if form == "[]" else (1, 2)
        if use.arguments is None or len(arguments) not in wanted:
            return ()
        item = arguments[0] if form == "[]" else f"{arguments[0]}:{''.join(arguments[1:])}"
        return (TextEdit(middle, end, f"[{item}]"),)
    if form in ("[]=", "del"):
        return _statement(statement, use, form, arguments)
    if form == "not":
        return _operator(statement, use, "not", arguments) if use.arguments is None or use.given(0) else ()
    if form == "sep.join":
        if not use.given(1) or not use.arguments or not isinstance(use.arguments[0], ast.Constant):
            return ()
        return (TextEdit(start, end, f"{arguments[0]}.join({statement.text(use.node.value)})"),)
    return _operator(statement, use, form, arguments) if use.given(1) else ()


def _function(statement: Statement, use: _Use, name: str, arguments: list[str]) -> tuple[TextEdit, ...]:
    """`len(x)` for `x.length`, `round(x, 2)` for `x.round(2)`."""
    start, end = statement.span(use.whole)
    first, middle = statement.span(use.node.value)
    if arguments and name in ("len", "next", "str"):
        return ()
    rest = "".join(f", {one}" for one in arguments)
    if statement.source.text[start:first].strip("(") or "#" in statement.source.text[middle:end]:
        return ()
    text = statement.source.text[start:middle]
    if text.startswith("("):
        return (TextEdit(start, end, f"{name}({statement.text(use.node.value)}{rest})"),)
    return (TextEdit(start, start, f"{name}("), TextEdit(middle, end, f"{rest})"))


def _statement(statement: Statement, use: _Use, form: str, arguments: list[str]) -> tuple[TextEdit, ...]:
    """`d[k] = v` for `d.put(k, v)`, `del d[k]` for `d.remove(k)`: only where the call is the statement."""
    if not isinstance(statement.node, ast.Expr) or statement.node.value is not use.whole:
        return ()
    start, end = statement.span(use.whole)
    _, middle = statement.span(use.node.value)
    if form == "[]=" and use.given(2):
        return (TextEdit(middle, end, f"[{arguments[0]}] = {arguments[1]}"),)
    if form == "del" and use.given(1):
        return (TextEdit(start, start, "del "), TextEdit(middle, end, f"[{arguments[0]}]"))
    return ()


def _operator(statement: Statement, use: _Use, sign: str, arguments: list[str]) -> tuple[TextEdit, ...]:
    """`k in d` for `d.has_key(k)`, `k not in d` where it stands behind `not`, `not x` for `x.is_empty()`."""
    start, end = statement.span(use.whole)
    receiver = statement.text(use.node.value)
    operands = [
        f"({text})" if isinstance(one, _LOOSE) else text
        for text, one in zip(arguments, use.arguments or (), strict=True)
    ]
    negated = isinstance(use.parent, ast.UnaryOp) and isinstance(use.parent.op, ast.Not)
    if sign == "not":
        if negated:
            return ()
        text = f"not {receiver}"
    elif sign == "in":
        if negated and use.parent is not None and isinstance(use.parent, ast.UnaryOp):
            if statement.source.text[statement.span(use.parent)[0] + 3 : start].strip():
                return ()
            start, use_parent = statement.span(use.parent)[0], use.above
            text, around = f"{operands[0]} not in {receiver}", use_parent
            return (TextEdit(start, end, text if _free(statement, use.parent, around) else f"({text})"),)
        text = f"{operands[0]} in {receiver}"
    else:
        text = f"{receiver} {sign} {operands[0]}"
    return (TextEdit(start, end, text if _free(statement, use.whole, use.parent) else f"({text})"),)


def _free(statement: Statement, node: ast.AST, parent: ast.AST | None) -> bool:
    """Whether a comparison can stand there without parentheses."""
    if parent is None or parent is statement.node or isinstance(parent, ast.BoolOp | ast.keyword | ast.comprehension):
        return not isinstance(parent, ast.comprehension) or node is not parent.iter
    if isinstance(parent, ast.Call):
        return node is not parent.func
    if isinstance(parent, ast.IfExp):
        return node is parent.test
    return isinstance(parent, ast.List | ast.Tuple | ast.Set)


RECIPES = (Recipe("other-method", "Writes Python's own form for a method that another language has.", apply),)
