"""`none-guard`: leave early where the value is None, before the statement that needs it.

Puts `if x is None:` before the failing statement. What follows it fits the code: `assert` where the
function already uses asserts on None; `return None` where the function's annotation allows it; else `raise
ValueError(...)`, at the module's own level `raise SystemExit(...)`. The argument `leave` asks for one of
them, or for `continue` in a loop. A value that has no name gets one first. Does not apply in lambdas,
comprehensions, conditions with `and`, `or` and `else`, and `while` headers. Of a checker's finding it takes the operand
or the argument that the checker names; an argument that is the function's own parameter is not sure, for the function
that gets it may look at None itself.

For a checker's finding the guard is the mend; for an error at run time only `return`, `continue` let the
program go on.
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.annotating import allows_none
from tracemend.fixes.toolkit.code import (
    Function,
    assigned_value,
    assignment_before,
    called,
    chain,
    dotted,
    expressions,
    function_around,
    in_own_scope,
    is_pure,
    loop_around,
    nearest_to_carets,
    own_calls,
    parents_in,
)
from tracemend.fixes.toolkit.edits import begins_its_line, indent_step, insert_before, line_above, replace
from tracemend.fixes.toolkit.names import free_name
from tracemend.source.scopes import parameter_names
from tracemend.source.statement import Statement

_NAMES = {
    "match": "match",
    "search": "match",
    "fullmatch": "match",
    "fetchone": "row",
    "find": "found",
    "first": "first",
    "get": "value",
}
_MATCHERS = ("match", "search", "fullmatch")
_LEAVES = ("return", "continue", "raise", "assert")
_NO_ATTRIBUTE = lazy.regex(r"'NoneType' object has no attribute '(\w+)'")
_OUTER = (ast.IfExp, ast.BoolOp)
_ARGUMENT = lazy.regex(r'Argument (?:(?P<index>\d{1,3})|"(?P<name>\w+)") to "(?P<function>\w+)"')
_OPERANDS = lazy.regex(r'Unsupported operand types for \S+ \("(?P<left>.+)" and "(?P<right>.+)"\)')


def apply(request: Request) -> Mend | None:
    """The recipe."""
    statement = request.place.statement
    if statement is None or not begins_its_line(statement) or isinstance(statement.node, ast.While):
        return None
    node = _none_here(statement, request)
    if node is None or not _may_stand_before(statement, node):
        return None
    checker = request.report.exception is None
    lines: list[str] = []
    edits: list[TextEdit] = []
    value: ast.expr | None = node
    moved = _handed_on(statement, node) and "rgument" in request.report.message
    name = statement.text(node)
    if dotted(node) is None:
        if "\n" in name:
            return None
        bound = free_name(
            statement.source, _NAMES.get(called(node), "value") if isinstance(node, ast.Call) else "value"
        )
        lines.append(f"{bound} = {name}")
        edits.append(replace(statement, node, bound))
        name, moved = bound, moved or _others_first(statement, node)
    elif isinstance(node, ast.Name):
        above = assignment_before(statement, node.id)
        value = assigned_value(above) if above is not None else None
    if re.match(
        rf"(?:if {re.escape(name)} is None|if not {re.escape(name)}|assert {re.escape(name)}\b)", line_above(statement)
    ):
        return None  # it is asked for already
    leave = _leave(statement, request.arguments.get("leave"), name, value, checker)
    if leave is None:
        return None
    text, goes_on = leave
    if text.startswith("assert "):
        lines.append(text)
    else:
        lines += [f"if {name} is None:", f"{indent_step(statement.source)}{text}"]
    return Mend((insert_before(statement, lines), *edits), sure=(checker or goes_on) and not moved)


def _none_here(statement: Statement, request: Request) -> ast.expr | None:
    """The expression that may be None: what the attribute, the index, the call or the loop is asked of."""
    message = request.report.message
    if request.report.exception is None and message.startswith(("Argument ", "Operator ", "Unsupported ")):
        return _argument(statement, request) if message.startswith("A") else _operand(statement, request)
    attribute = request.values.get("attribute")
    if attribute is None and (named := _NO_ATTRIBUTE.search(message)):
        attribute = named[1]
    if attribute is None and "unpack" in message:
        return statement.node.value if isinstance(statement.node, ast.Assign) else None
    if attribute is None and "itera" in message:
        return statement.node.iter if isinstance(statement.node, ast.For | ast.AsyncFor) else None
    if attribute is None and "subscript" not in message and "indexable" not in message:
        return None
    nodes = nearest_to_carets(
        statement,
        [
            node
            for node in expressions(statement)
            if (isinstance(node, ast.Attribute) and node.attr == attribute)
            or (isinstance(node, ast.Subscript) and attribute is None)
        ],
    )
    bases = {ast.dump(base): base for node in nodes if (base := getattr(node, "value", None)) is not None}
    return next(iter(bases.values())) if len(bases) == 1 else None


def _argument(statement: Statement, request: Request) -> ast.expr | None:
    """The argument that a checker names: by its number or name, or by the column that it begins at. None where its type
    would not fit without None either."""
    given, wanted = (str(request.values.get(name, "")) for name in ("type", "expected"))
    rest = given.removesuffix(" | None")
    if "None" in wanted or ("|" in rest and rest != wanted):
        return None
    found: list[ast.expr] = []
    named = _ARGUMENT.match(request.report.message)
    for call in own_calls(statement):
        if named is None:
            found += [*call.args, *(one.value for one in call.keywords)]
        elif called(call) == named["function"] and named["index"] is not None:
            found += call.args[int(named["index"]) - 1 : int(named["index"])]
        elif called(call) == named["function"]:
            found += [one.value for one in call.keywords if one.arg == named["name"]]
    if named is None:
        found = _beginning_here(statement, request, found)
    return found[0] if len(found) == 1 and not isinstance(found[0], ast.Starred | ast.Constant) else None


def _operand(statement: Statement, request: Request) -> ast.expr | None:
    """The side of an operator that a checker says may be None."""
    pairs: list[tuple[ast.expr, ast.expr]] = []
    for node in expressions(statement):
        if isinstance(node, ast.BinOp):
            pairs.append((node.left, node.right))
        elif isinstance(node, ast.Compare) and len(node.comparators) == 1:
            pairs.append((node.left, node.comparators[0]))
    lefts = [left for left, _ in pairs]
    if request.report.message.startswith("Operator "):
        found = _beginning_here(statement, request, lefts)
        return found[-1] if found else None  # of several that begin here the last is the innermost
    if len(pairs) != 1:
        return None
    sides = _OPERANDS.match(request.report.message)
    notes = " ".join(request.report.notes)
    if "Left operand is of type" in notes or request.report.message.startswith("Unsupported left operand"):
        return pairs[0][0]
    if "Right operand is of type" in notes:
        return pairs[0][1]
    if sides is None or isinstance(statement.node, ast.AugAssign) or "operands are unions" in notes:
        return None
    if any(isinstance(node, ast.Compare) for node in expressions(statement)):
        return None  # mypy names a comparison's sides in either order
    return pairs[0][0] if sides["left"] == "None" else pairs[0][1] if sides["right"] == "None" else None


def _beginning_here(statement: Statement, request: Request, nodes: list[ast.expr]) -> list[ast.expr]:
    line, column = request.place.line, request.place.column
    if line is None or column is None:
        return nodes
    at = statement.source.offset(line, column - 1)
    return [node for node in nodes if statement.span(node)[0] == at]


def _handed_on(statement: Statement, node: ast.expr) -> bool:
    """Whether the value is a parameter of the function: a caller may hand over None, and have it work."""
    function = function_around(statement)
    return function is not None and isinstance(node, ast.Name) and node.id in parameter_names(function)


def _may_stand_before(statement: Statement, node: ast.expr) -> bool:
    """Whether the value can be asked for before the statement: it is not bound in it, nor only sometimes reached."""
    parents = parents_in(statement.node)
    if in_own_scope(node, parents):
        return False
    if isinstance(statement.node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Try | ast.Match):
        return False
    if dotted(node) is None and any(isinstance(outer, _OUTER) for outer in chain(node, parents)):
        return False
    if any(isinstance(outer, _OUTER) for outer in chain(node, parents)):
        return False
    targets = [item.optional_vars for item in getattr(statement.node, "items", ())]
    bound = {part.id for target in targets if target for part in ast.walk(target) if isinstance(part, ast.Name)}
    bound |= {
        part.target.id
        for part in expressions(statement)
        if isinstance(part, ast.NamedExpr) and isinstance(part.target, ast.Name)
    }
    return not any(isinstance(part, ast.Name) and part.id in bound for part in ast.walk(node))


def _others_first(statement: Statement, node: ast.expr) -> bool:
    """Whether the statement calls something that would now be called later than the value."""
    start, _ = statement.span(node)
    return any(
        statement.span(call)[1] <= start
        or (statement.span(call)[0] < start and not is_pure(call.func) and statement.span(call.func)[1] < start)
        for call in own_calls(statement)
    )


def _leave(
    statement: Statement, wanted: object, name: str, value: ast.expr | None, checker: bool
) -> tuple[str, bool] | None:
    """What the guard does, and whether the program goes on after it; None where what is wanted cannot stand here."""
    function = function_around(statement)
    if wanted == "continue":
        return ("continue", True) if loop_around(statement) is not None else None
    if wanted == "return":
        return ("return None" if function and function.returns else "return", True) if function else None
    if wanted not in (None, *_LEAVES):
        return None
    if wanted == "assert" or (wanted is None and checker and _asserts(statement, function)):
        return f"assert {name} is not None", False
    if wanted is None and function is not None and allows_none(function):
        return "return None", True
    message = _message(statement, name, value)
    if function is None and not any(isinstance(node, ast.ClassDef) for node in statement.parents):
        return f"raise SystemExit({message})", False
    return f"raise ValueError({message})", False


def _asserts(statement: Statement, function: Function | None) -> bool:
    """Whether the function already guards against None by assert."""
    if function is None:
        return False
    source = statement.source
    first = statement.line_of(function)
    indent = len(source.indent_of(first))
    number = first + 1
    while number <= min(source.line_count, first + 2000):
        line = source.line(number)
        if line.strip() and len(source.indent_of(number)) <= indent and not line.lstrip().startswith((")", "#", "]")):
            break
        if re.match(r"[ \t]*assert\b[^\n]*\bis not None\b", line):
            return True
        number += 1
    return False


def _message(statement: Statement, name: str, value: ast.expr | None) -> str:
    """What the exception says: the text in which nothing was found, where the code shows it."""
    if isinstance(value, ast.Call) and called(value) in _MATCHERS and isinstance(value.func, ast.Attribute):
        position = 1 if dotted(value.func.value) in ("re", "regex") else 0
        if len(value.args) > position and (subject := dotted(value.args[position])) is not None:
            return f'f"no match in {{{subject}!r}}"'
    return f'"{name} is None"'


RECIPES = (
    Recipe(
        "none-guard",
        "Leaves early where the value is None.",
        apply,
        {"leave": "`return`, `continue`, `raise` or `assert`; what fits the code, if not given"},
        unsure="The program ends there with a clearer message; what it should do without a value only you know.",
    ),
)
