"""`nearly-equal`: compare numbers with a point as what they are, nearly equal, where they differ in the last places.

`assert a == 0.3` gets `pytest.approx(0.3)` where pytest runs it, `assertEqual` becomes `assertAlmostEqual`. It applies
where the message shows both values, and they are equal but for rounding.

Sources: https://docs.pytest.org/en/stable/reference/reference.html#pytest-approx,
https://docs.python.org/3/library/unittest.html#unittest.TestCase.assertAlmostEqual
"""

from __future__ import annotations

import ast
import math

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called
from tracemend.fixes.toolkit.failing import failing
from tracemend.fixes.toolkit.imports import imports_for

_PYTEST = lazy.regex(r"assert (?P<left>.+) == (?P<right>.+)")
_UNITTEST = lazy.regex(r"(?P<left>.+?) != (?P<right>[^:]+?)(?: : .*)?")
_NUMPY = lazy.regex(r"\bnp\.float64\((.+?)\)")
_PLACES = 5e-8
"""A smaller difference is none to `assertAlmostEqual`."""


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at, message = failing(request), _NUMPY.sub(r"\1", request.report.first_line)
    shown = (_PYTEST.fullmatch(message) or _UNITTEST.fullmatch(message)) if at is not None else None
    if at is None or shown is None:
        return None
    values = [_value(shown[name]) for name in ("left", "right")]
    if not _near(values[0], values[1], math.inf):
        return None
    node = at.node
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and called(node.value) == "assertEqual":
        if not _near(values[0], values[1], _PLACES) or isinstance(values[0], list):
            return None
        end = at.file.span(node.value.func)[1]
        return Mend((TextEdit(end - len("assertEqual"), end, "assertAlmostEqual"),))
    if not isinstance(node, ast.Assert) or request.report.tool != "pytest" or not isinstance(node.test, ast.Compare):
        return None
    if len(node.test.ops) != 1 or not isinstance(node.test.ops[0], ast.Eq):
        return None
    left, right = node.test.left, node.test.comparators[0]
    if any(isinstance(part, ast.Call) and called(part) in ("approx", "isclose") for part in (left, right)):
        return None
    wanted = left if _is_number(left) and not _is_number(right) else right
    imports = imports_for(at.file.source, at.statement.line_of(at.statement.node), True)
    module = imports.find_module("pytest")
    name = f"{module}.approx" if module is not None else imports.name("pytest", "approx")
    start, end = at.file.span(wanted)
    text = at.file.source.text
    if text[:start].rstrip()[-1:] == "(" and text[end:].lstrip()[:1] == ")":
        return None  # in parentheses of its own
    return Mend((*imports.edits(), TextEdit(start, start, f"{name}("), TextEdit(end, end, ")")))


def _value(text: str) -> object:
    try:
        value = ast.literal_eval(text.strip())
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None
    return list(value) if isinstance(value, tuple | list) else value


def _near(one: object, other: object, most: float) -> bool:
    """Whether two numbers, at least one with a point, or lists of them, differ by rounding alone, and do differ."""
    if isinstance(one, list) and isinstance(other, list):
        pairs = list(zip(one, other, strict=False))
        return (
            len(one) == len(other)
            and one != other
            and all(left == right or _near(left, right, most) for left, right in pairs)
        )
    if not isinstance(one, int | float) or not isinstance(other, int | float) or one == other:
        return False
    if isinstance(one, int) and isinstance(other, int):
        return False
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-12) and abs(one - other) < most


def _is_number(node: ast.expr) -> bool:
    inner = node.operand if isinstance(node, ast.UnaryOp) else node
    return isinstance(inner, ast.Constant) and isinstance(inner.value, int | float)


RECIPES = (Recipe("nearly-equal", "Compares numbers with a point as nearly equal.", apply),)
