"""Names that have no value in their scope: `say-global`, `start-value`, `assign`.

- `say-global` puts `global` or `nonlocal` at the top of a function that counts a name of the module, or of the function
  around it, up. Sure where the function only counts (`n += 1`, `n = n + 1`), or where others read what it assigns; not
  where both the module and a function around have the name, nor where it returns what a loop of its adds up.
- `start-value` gives what is counted in a loop its first value before the loop. Sure where what is added shows it.
- `assign` writes `=` for the colon of `x: 3`, which declares a type and gives no value.

`say-global` does not apply to names of functions, classes and modules: there the variable hides them (`rename-hiding`).
Sources: https://docs.python.org/3/faq/programming.html (UnboundLocalError),
https://docs.python.org/3/reference/simple_stmts.html#annotated-assignment-statements
"""

from __future__ import annotations

import ast
import builtins
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.source.module import Module, whole
from tracemend.source.scopes import Definition, Function, bound_in, members, own_nodes, parameter_names

_NUMBERS = lazy.regex(
    r"(?:^|_)(?:total|sum|count|counter|num|score|points|n|product|result|i|index|hits|age|cost)s?(?:_|$)"
)


def _asked(request: Request) -> tuple[Module, str, int] | None:
    name, source, line = request.values.get("name"), request.place.source, request.place.line
    module = whole(source) if source is not None else None
    if module is None or line is None or not isinstance(name, str) or not name.isidentifier():
        return None
    return module, name, line


def say_global(request: Request) -> Mend | None:
    """`global total` at the top of the function."""
    asked = _asked(request)
    if asked is None:
        return None
    module, name, line = asked
    scopes = module.scopes_at(line)
    function = scopes[-1] if scopes else None
    if not isinstance(function, Function) or name in parameter_names(function):
        return None
    local = bound_in(function, name)
    if not local or any(not isinstance(node, ast.Name) for node in local):
        return None
    word = _outer(module, scopes, name)
    if word is None or _declared(function, name):
        return None
    edit = _first_line(module, function, f"{word} {name}")
    if edit is None:
        return None
    counts = all(counts_up(function, node) for node in local) and not _sums_up(function, name, local)
    two = word == "nonlocal" and bool(bound_in(module.tree, name))  # either variable may be meant
    return Mend((edit,), sure=(counts or _read_elsewhere(module, function, name)) and not two)


def _outer(module: Module, scopes: list[Definition], name: str) -> str | None:
    """Whether the name is the module's (`global`) or that of a function around (`nonlocal`); None where it is neither,
    or is bound by more than assignments there."""
    for scope in reversed(scopes[:-1]):
        if isinstance(scope, Function):
            found = bound_in(scope, name)
            if name in parameter_names(scope) or (found and all(isinstance(one, ast.Name) for one in found)):
                return "nonlocal"
            if found:
                return None
    found = bound_in(module.tree, name)
    return "global" if found and all(isinstance(one, ast.Name) for one in found) else None


def _declared(function: Function, name: str) -> bool:
    return any(isinstance(node, ast.Global | ast.Nonlocal) and name in node.names for node in own_nodes(function))


def _read_elsewhere(module: Module, function: Function, name: str) -> bool:
    """Whether the module or another function reads the name after the function may have changed it."""
    own = {id(node) for node in ast.walk(function)}
    for node in module.nodes:
        if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load) and id(node) not in own:
            return node.lineno > function.lineno
    return False


def _sums_up(function: Function, name: str, local: list[ast.AST]) -> bool:
    """Whether a function adds in a loop and returns the sum: a variable of its own may be meant."""
    loops = [part for part in own_nodes(function) if isinstance(part, ast.For | ast.AsyncFor)]
    inside = any(part is node for loop in loops for part in ast.walk(loop) for node in local)
    ends = [one.value for one in own_nodes(function) if isinstance(one, ast.Return) and one.value is not None]
    return inside and any(isinstance(one, ast.Name) and one.id == name for one in ends)


def counts_up(scope: ast.AST, node: ast.AST) -> bool:
    """Whether a binding is `name += ...` or `name = ... name ...`."""
    for part in own_nodes(scope):
        if isinstance(part, ast.AugAssign) and part.target is node:
            return True
        if isinstance(part, ast.Assign) and len(part.targets) == 1 and part.targets[0] is node:
            return any(isinstance(one, ast.Name) and one.id == getattr(node, "id", "") for one in ast.walk(part.value))
    return False


def _first_line(module: Module, function: Function, text: str) -> TextEdit | None:
    """The edit that makes a statement the first of a function, under its docstring."""
    source, body = module.source, list(function.body)
    if len(body) > 1 and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
        body = body[1:] if isinstance(body[0].value.value, str) else body
    start, _ = module.span(body[0])
    decorators = getattr(body[0], "decorator_list", [])
    if decorators:
        start = min(start, module.span(decorators[0])[0] - 1)
    line, column = source.position(start)
    before = source.line(line)[:column]
    if before.strip():
        return TextEdit(start, start, f"{text}; ") if not decorators else None
    at = source.offset(line, 0)
    return TextEdit(at, at, f"{before}{text}{source.newline}")


def start_value(request: Request) -> Mend | None:
    """`total = 0` before the loop that adds to it."""
    asked = _asked(request)
    if asked is None:
        return None
    module, name, line = asked
    scopes = module.scopes_at(line)
    scope: ast.AST = scopes[-1] if scopes else module.tree
    if isinstance(scope, ast.ClassDef | ast.Lambda) or hasattr(builtins, name):
        return None
    if isinstance(scope, Function) and (name in parameter_names(scope) or _declared(scope, name)):
        return None
    bound = bound_in(scope, name)
    if not bound or any(not counts_up(scope, node) for node in bound):
        return None
    if any(bound_in(outer, name) for outer in (module.tree, *scopes[:-1]) if outer is not scope):
        return None
    owned = module.method_at(line)
    if owned is not None and name in members(owned[0]):
        return None
    loops = _loops_to(scope, line)
    changes = [node for node in own_nodes(scope) if isinstance(node, ast.AugAssign) and node.target in bound]
    if not loops or not changes or not loops[0].lineno <= changes[0].lineno <= (loops[0].end_lineno or 0):
        return None
    value, sure = _first_value(changes, name)
    outer = loops[0]
    start, _ = module.span(outer)
    row, column = module.source.position(start)
    indent = module.source.line(row)[:column]
    if value is None or indent.strip():
        return None
    after = any(
        isinstance(node, ast.Name) and node.id == name and node.lineno > (outer.end_lineno or 0)
        for node in own_nodes(scope)
    )
    at = module.source.offset(row, 0)
    text = f"{indent}{name} = {value}{module.source.newline}"
    return Mend((TextEdit(at, at, text),), sure=sure and (after or len(loops) == 1))


def _loops_to(scope: ast.AST, line: int) -> list[ast.For | ast.AsyncFor | ast.While]:
    """The loops of a scope around a line, outermost first."""
    return [
        node
        for node in own_nodes(scope)
        if isinstance(node, ast.For | ast.AsyncFor | ast.While)
        and node.body[0].lineno <= line <= (node.end_lineno or 0)
    ]


def _first_value(changes: list[ast.AugAssign], name: str) -> tuple[str | None, bool]:
    """What counting begins with, and whether what is added shows it."""
    kinds = {type(change.op) for change in changes}
    value = changes[0].value
    if kinds <= {ast.Mult}:
        return "1", isinstance(value, ast.Constant) or bool(_NUMBERS.search(name))
    if not kinds <= {ast.Add, ast.Sub}:
        return None, False
    if isinstance(value, ast.List | ast.ListComp):
        return "[]", True
    if isinstance(value, ast.JoinedStr) or (isinstance(value, ast.Constant) and isinstance(value.value, str)):
        return '""', True
    if isinstance(value, ast.Constant):
        return ("0", True) if isinstance(value.value, int | float) else (None, False)
    if isinstance(value, ast.BinOp) and any(
        isinstance(side, ast.Constant) and isinstance(side.value, str) for side in ast.walk(value)
    ):
        return '""', True
    called = value.func.id if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) else None
    if called in ("str", "chr", "repr"):
        return '""', True
    shown = called in ("int", "float", "len", "abs", "round") or (
        isinstance(value, ast.BinOp) and isinstance(value.op, ast.Mult | ast.Div | ast.Sub | ast.Pow)
    )
    return "0", shown or bool(_NUMBERS.search(name))


def assign(request: Request) -> Mend | None:
    """`x = 3` for `x: 3`."""
    asked = _asked(request)
    if asked is None:
        return None
    module, name, line = asked
    scopes = module.scopes_at(line)
    for scope in (*reversed(scopes), module.tree):
        found = [
            node
            for node in own_nodes(scope)
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id == name
        ]
        if len(bound_in(scope, name)) == 1 and len(found) == 1 and _is_value(found[0]):
            _, begin = module.span(found[0].target)
            end, _ = module.span(found[0].annotation)
            between = module.source.text[begin:end]
            if re.fullmatch(r"[ \t]*:[ \t]*\(?", between):
                bracket = "(" if between.endswith("(") else ""
                return Mend((TextEdit(begin, end, f" = {bracket}"),))
    return None


def _is_value(node: ast.AnnAssign) -> bool:
    """Whether what stands behind the colon is no type: a number, a text, a display, what is calculated or called."""
    if node.value is not None:
        return False
    kind = node.annotation
    if isinstance(kind, ast.Constant):
        return kind.value is not None and kind.value is not ...
    values = (ast.List, ast.Dict, ast.Set, ast.Tuple, ast.Call, ast.JoinedStr, ast.ListComp, ast.UnaryOp, ast.Compare)
    return isinstance(kind, values) or (isinstance(kind, ast.BinOp) and not isinstance(kind.op, ast.BitOr))


RECIPES = (
    Recipe(
        "say-global",
        "Says global or nonlocal in a function that changes a name of outside.",
        say_global,
        unsure="The code does not show that the module's variable is meant.",
    ),
    Recipe(
        "start-value",
        "Gives what a loop counts its first value before the loop.",
        start_value,
        unsure="Another first value may be meant.",
    ),
    Recipe("assign", "Writes = for the colon of an annotation that was meant as a value.", assign),
)
