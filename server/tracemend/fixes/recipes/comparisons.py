"""Comparisons that linters refuse: `none-comparison`, `true-comparison`, `not-membership`, `literal-identity`,
`assert-tuple`.

- `none-comparison` writes `is None` for `== None`. Sure where only a truth value is asked for (`if`, `while`, `assert`,
  `not`, `and`, `or`); elsewhere the sign may be a library's own (a column of numpy, pandas, SQLAlchemy). Does not apply
  in a call's arguments and square brackets of a file that uses such a library.
- `true-comparison` drops `== True` and writes `not` for `== False`, where the value is shown to be a bool.
- `not-membership` writes `a not in b` for `not a in b`, `a is not b` for `not a is b`.
- `literal-identity` writes `==` for `is` beside a literal number, text or tuple.
- `assert-tuple` takes the parentheses off `assert (condition, "text")`. Only where the second of two is a text.

Sources: https://docs.astral.sh/ruff/rules/none-comparison/ (unsafe: overloaded `==`), true-false-comparison,
not-in-test, is-literal, assert-on-tuple; PEP 8, "Programming recommendations".
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, text_of
from tracemend.fixes.toolkit.findings import Spot, spot
from tracemend.source.module import Module

_OWN_SIGNS = (
    "numpy",
    "pandas",
    "polars",
    "sqlalchemy",
    "peewee",
    "pony",
    "sympy",
    "pyspark",
    "dask",
    "flask_sqlalchemy",
)
_SIGN = {ast.Eq: "==", ast.NotEq: "!=", ast.Is: "is", ast.IsNot: r"is\s+not"}
_PLAIN = (ast.Name, ast.Attribute, ast.Call, ast.Subscript, ast.Constant)


def _compared(at: Spot, signs: tuple[type[ast.cmpop], ...], side: type[object] | object) -> Iterator[ast.Compare]:
    """The comparisons of one pair on the line with such a sign, and the constant `side` at one end."""
    for node in at.on_line(ast.Compare):
        if len(node.ops) != 1 or not isinstance(node.ops[0], signs):
            continue
        if any(isinstance(one, ast.Constant) and one.value is side for one in (node.left, *node.comparators)):
            yield node


def _sign_edit(module: Module, node: ast.Compare, text: str) -> TextEdit | None:
    """The edit that puts another sign between the two sides."""
    start, end = module.span(node.left)[1], module.span(node.comparators[0])[0]
    between = module.source.text[start:end]
    found = list(re.finditer(rf"(?<![=!<>]){_SIGN[type(node.ops[0])]}(?!=)", between))
    if len(found) != 1 or "#" in between:
        return None
    before = " " if start + found[0].start() == start and text[0].isalpha() else ""
    after = " " if found[0].end() == len(between) and text[-1].isalpha() else ""
    return TextEdit(start + found[0].start(), start + found[0].end(), f"{before}{text}{after}")


def none_comparison(request: Request) -> Mend | None:
    """`x is None` for `x == None`."""
    at = spot(request)
    node = at.meant(_compared(at, (ast.Eq, ast.NotEq), None)) if at is not None else None
    if at is None or node is None:
        return None
    asked = _asked_for_truth(at.module, node)
    if not asked and _own_signs(at.module):
        return None
    if isinstance(node.left, ast.Constant):
        left, right = at.module.text(node.left), at.module.text(node.comparators[0])
        if not isinstance(node.comparators[0], _PLAIN) or "\n" in right:
            return None
        sign = "is" if isinstance(node.ops[0], ast.Eq) else "is not"
        return Mend((TextEdit(*at.module.span(node), f"{right} {sign} {left}"),), sure=asked)
    edit = _sign_edit(at.module, node, "is" if isinstance(node.ops[0], ast.Eq) else "is not")
    return Mend((edit,), sure=asked) if edit is not None else None


def _asked_for_truth(module: Module, node: ast.expr) -> bool:
    """Whether nothing but the truth of the expression is asked for."""
    inner: ast.AST = node
    for outer in module.around(node):
        if isinstance(outer, ast.BoolOp) or (isinstance(outer, ast.UnaryOp) and isinstance(outer.op, ast.Not)):
            inner = outer
            continue
        if isinstance(outer, ast.comprehension):
            return inner in outer.ifs
        return getattr(outer, "test", None) is inner
    return False


def _own_signs(module: Module) -> bool:
    """Whether the file imports a library whose objects have a `==` of their own."""
    for node in module.nodes:
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        if any(name.partition(".")[0] in _OWN_SIGNS for name in names):
            return True
    return False


def true_comparison(request: Request) -> Mend | None:
    """`flag` for `flag == True`, `not flag` for `flag == False`."""
    at = spot(request)
    if at is None:
        return None
    module = at.module
    both = [*_compared(at, (ast.Eq, ast.NotEq), True), *_compared(at, (ast.Eq, ast.NotEq), False)]
    node = at.meant(both)
    if node is None or not isinstance(node.comparators[0], ast.Constant) or not isinstance(node.left, _PLAIN):
        return None
    if not _is_bool(module, node.left):
        return None
    wanted = (node.comparators[0].value is True) is isinstance(node.ops[0], ast.Eq)
    outer = module.parents.get(id(node))
    if not wanted and isinstance(outer, ast.Compare | ast.Attribute | ast.BinOp):
        return None
    start, end = module.span(node)
    text = module.text(node.left)
    if "\n" in module.source.text[start:end]:
        return None
    left_start, left_end = module.span(node.left)
    edits = [TextEdit(left_end, end, "")]
    if left_start != start or text != module.source.text[left_start:left_end]:
        return None
    if not wanted:
        edits.insert(0, TextEdit(start, start, "not "))
    return Mend(tuple(edits))


def _is_bool(module: Module, node: ast.expr) -> bool:
    """Whether the file shows that an expression is True or False and nothing else."""
    if isinstance(node, ast.Call):
        if called(node) in ("isinstance", "issubclass", "callable", "hasattr", "startswith", "endswith", "isdigit"):
            return True
        function = module.function(node.func.id) if isinstance(node.func, ast.Name) else None
        return isinstance(function, ast.FunctionDef) and _named_bool(function.returns)
    if not isinstance(node, ast.Name):
        return False
    scope = module.scope_of(node.id, node)
    bound = module.bindings(node.id, scope) if scope is not None else []
    return bool(bound) and all(_bool_binding(module, one.node, one.value) for one in bound)


def _bool_binding(module: Module, node: ast.AST, value: ast.expr | None) -> bool:
    if isinstance(node, ast.arg | ast.AnnAssign) and _named_bool(node.annotation):
        return True
    if isinstance(value, ast.Constant):
        return isinstance(value.value, bool)
    return isinstance(value, ast.Compare) or (isinstance(value, ast.Call) and _is_bool(module, value))


def _named_bool(annotation: ast.expr | None) -> bool:
    return isinstance(annotation, ast.Name) and annotation.id == "bool"


def not_membership(request: Request) -> Mend | None:
    """`a not in b` for `not a in b`."""
    at = spot(request)
    if at is None:
        return None
    module = at.module
    found = [
        node
        for node in at.on_line(ast.UnaryOp)
        if isinstance(node.op, ast.Not)
        and isinstance(node.operand, ast.Compare)
        and len(node.operand.ops) == 1
        and isinstance(node.operand.ops[0], ast.In | ast.Is)
    ]
    # Some tools name the comparison's place, which is in the negation's.
    node = at.meant(found)
    if node is None or not isinstance(node.operand, ast.Compare):
        return None
    compare = node.operand
    start, inner = module.span(node)[0], module.span(compare)[0]
    if module.source.text[start:inner].strip() != "not":
        return None  # parentheses stand around the comparison
    left, right = module.span(compare.left)[1], module.span(compare.comparators[0])[0]
    between = module.source.text[left:right]
    word = "in" if isinstance(compare.ops[0], ast.In) else "is"
    sign = re.fullmatch(rf"(\)*\s*)\b{word}\b(\s*\(*)", between)
    if sign is None:
        return None
    begin = left + len(sign[1])
    new = "not in" if word == "in" else "is not"
    return Mend((TextEdit(start, inner, ""), TextEdit(begin, begin + len(word), new)))


def literal_identity(request: Request) -> Mend | None:
    """`==` for `is` beside a literal."""
    at = spot(request)
    if at is None:
        return None
    found = [
        node
        for node in at.on_line(ast.Compare)
        if len(node.ops) == 1
        and isinstance(node.ops[0], ast.Is | ast.IsNot)
        and any(_is_literal(side) for side in (node.left, *node.comparators))
    ]
    node = at.meant(found)
    if node is None:
        return None
    edit = _sign_edit(at.module, node, "==" if isinstance(node.ops[0], ast.Is) else "!=")
    return Mend((edit,)) if edit is not None else None


def _is_literal(node: ast.expr) -> bool:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        node = node.operand
    if isinstance(node, ast.Tuple):
        return all(_is_literal(one) for one in node.elts)
    if not isinstance(node, ast.Constant) or isinstance(node.value, bool):
        return False
    return isinstance(node.value, str | bytes | int | float | complex)


def assert_tuple(request: Request) -> Mend | None:
    """`assert condition, "text"` for `assert (condition, "text")`."""
    at = spot(request)
    node = at.meant(at.on_line(ast.Assert)) if at is not None else None
    if at is None or node is None or node.msg is not None or not isinstance(node.test, ast.Tuple):
        return None
    parts = node.test.elts
    if len(parts) != 2 or not (text_of(parts[1]) is not None or isinstance(parts[1], ast.JoinedStr)):
        return None
    text, (start, end) = at.module.source.text, at.module.span(node.test)
    first, last = at.module.span(parts[0])[0], at.module.span(parts[1])[1]
    if text[start:first] != "(" or text[last:end] != ")" or "\n" in text[start:end]:
        return None  # several lines need the parentheses, or a comma stands at the end
    before = " " if text[start - 1 : start].isalpha() else ""
    return Mend((TextEdit(start, first, before), TextEdit(last, end, "")))


RECIPES = (
    Recipe(
        "none-comparison",
        "Compares with None by `is`.",
        none_comparison,
        unsure="The sign may be a library's own, which compares each element.",
    ),
    Recipe("true-comparison", "Drops a comparison of a bool with True or False.", true_comparison),
    Recipe("not-membership", "Writes `not in` and `is not`.", not_membership),
    Recipe("literal-identity", "Compares with a literal by `==`.", literal_identity),
    Recipe("assert-tuple", "Takes the parentheses off an assertion and its text.", assert_tuple),
)
