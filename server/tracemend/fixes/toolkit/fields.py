"""The fields of f-strings, of `.format(...)` and of `%` that have the format of a number, and what is put into them."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tracemend import lazy
from tracemend.fixes.toolkit.code import text_of
from tracemend.source.module import Module
from tracemend.source.statement import Statement, own_parts

_FIELD = lazy.regex(r"\{\{|\}\}|\{(?P<name>[^{}!:]*)(?:![rsa])?(?::(?P<spec>[^{}]*))?\}")
_PERCENT = lazy.regex(r"%%|%[-+ 0#]*(?P<width>\*|\d*)(?:\.(?:\*|\d+))?(?P<code>[a-zA-Z])")
_CODES = "bcdeEfFgGnoxX%"
_NUMERIC = "dixXoeEfFgG"


def number_fields(file: Module, statement: Statement) -> Iterator[tuple[ast.expr, str]]:
    """Each value that the statement puts into a field for numbers, as a node of the file, and the letter of the format.

    Fields that are named by more than a name or a number (`{0.x}`), and templates that do not stand in the statement,
    are left out.
    """
    seen: set[int] = set()
    for part in own_parts(statement.node):
        if not isinstance(part, ast.JoinedStr | ast.Call | ast.BinOp):
            continue
        same = file.same(statement, part)
        if same is None or id(same) in seen:
            continue
        seen.add(id(same))
        if isinstance(same, ast.JoinedStr):
            yield from _of_f_string(same)
        elif isinstance(same, ast.Call):
            yield from _of_format(same)
        elif isinstance(same, ast.BinOp):
            yield from _of_percent(same)


def _of_f_string(node: ast.JoinedStr) -> Iterator[tuple[ast.expr, str]]:
    for one in node.values:
        spec = one.format_spec if isinstance(one, ast.FormattedValue) and one.conversion == -1 else None
        last = spec.values[-1] if isinstance(spec, ast.JoinedStr) and spec.values else None
        code = (text_of(last) or "")[-1:]
        if code and code in _CODES and isinstance(one, ast.FormattedValue):
            yield one.value, code


def _of_format(call: ast.Call) -> Iterator[tuple[ast.expr, str]]:
    template = text_of(call.func.value) if isinstance(call.func, ast.Attribute) and call.func.attr == "format" else None
    if isinstance(call.func, ast.Name) and call.func.id == "format" and len(call.args) == 2:
        code = (text_of(call.args[1]) or "")[-1:]
        if code and code in _CODES:
            yield call.args[0], code
    if template is None or any(isinstance(arg, ast.Starred) for arg in call.args):
        return
    named = {key.arg: key.value for key in call.keywords}
    count = 0
    for found in _FIELD.finditer(template):
        name = found["name"]
        if name is None:
            continue
        if not name:
            name, count = str(count), count + 1
        value = named.get(name)
        if name.isdecimal() and int(name) < len(call.args):
            value = call.args[int(name)]
        code = (found["spec"] or "")[-1:]
        if value is not None and code and code in _CODES:
            yield value, code


def _of_percent(node: ast.BinOp) -> Iterator[tuple[ast.expr, str]]:
    template = text_of(node.left) if isinstance(node.op, ast.Mod) else None
    if template is None or "%(" in template or isinstance(node.right, ast.Dict):
        return
    codes = [found["code"] for found in _PERCENT.finditer(template) if found["code"]]
    values = node.right.elts if isinstance(node.right, ast.Tuple) else [node.right]
    if len(codes) != len(values) or "*" in template:
        return
    yield from ((value, code) for value, code in zip(values, codes, strict=True) if code in _NUMERIC)
