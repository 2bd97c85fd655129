"""Fields of dataclasses: `default-factory`, `field-order`.

- `default-factory` writes `field(default_factory=list)` for `[]`, for every such default of the class.
- `field-order` puts fields without a default before those with one. Only where the default is in the same class, and no
  call of the file gives values by position that would change places.

Source: https://docs.python.org/3/library/dataclasses.html#mutable-default-values
"""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.failing import is_alone
from tracemend.fixes.toolkit.imports import Imports
from tracemend.source.module import Module, whole

_EMPTY = {ast.List: "list", ast.Dict: "dict"}
_COPIED = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)


def _class_at(request: Request) -> tuple[Module, ast.ClassDef] | None:
    """The class whose decorator or header the line is, as the versions of Python name the one or the other; one of
    whose fields it is, as checkers do."""
    source, line = request.place.source, request.place.line
    module = whole(source) if source is not None else None
    if module is None or line is None:
        return None
    for node in module.nodes:
        decorators = node.decorator_list if isinstance(node, ast.ClassDef) else []
        begin = min((one.lineno for one in decorators), default=line + 1)
        if isinstance(node, ast.ClassDef) and begin <= line < node.body[0].lineno:
            return module, node
        fields = _fields(node) if isinstance(node, ast.ClassDef) and request.report.tool != "python" else []
        if isinstance(node, ast.ClassDef) and any(field.lineno == line for field in fields):
            return module, node
    return None


def _fields(node: ast.ClassDef) -> list[ast.AnnAssign]:
    fields = [one for one in node.body if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)]
    return [one for one in fields if "ClassVar" not in ast.dump(one.annotation)]


def _name(field: ast.AnnAssign) -> str:
    return field.target.id if isinstance(field.target, ast.Name) else ""


def default_factory(request: Request) -> Mend | None:
    """The recipe."""
    found, named = _class_at(request), request.values.get("field")
    if found is None:
        return None
    module, node = found
    imports = Imports(module.source)
    edits: list[TextEdit] = []
    written = ""
    for field in _fields(node):
        value = field.value
        keyword = None
        if isinstance(value, ast.Call) and getattr(value.func, "id", getattr(value.func, "attr", "")) == "field":
            keyword = next((one for one in value.keywords if one.arg == "default"), None)
            value = keyword.value if keyword is not None else None
        factory = _factory(module, value, _name(field) == named)
        if value is None or factory is None:
            continue
        if keyword is not None:
            start, end = module.span(keyword)
            edits.append(TextEdit(start, end, f"default_factory={factory}"))
        else:
            start, end = module.span(value)
            written = written or imports.name("dataclasses", "field")
            edits.append(TextEdit(start, end, f"{written}(default_factory={factory})"))
    return Mend((*edits, *imports.edits())) if edits else None


def _factory(module: Module, value: ast.expr | None, named: bool) -> str | None:
    """What makes the value anew; None for what needs no making (of calls, only the field that the message names)."""
    if isinstance(value, ast.List | ast.Dict) and not (value.elts if isinstance(value, ast.List) else value.keys):
        return _EMPTY[type(value)]
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
        if value.func.id not in ("list", "dict", "set", "bytearray") and not named:
            return None
        if not value.args and not value.keywords:
            return value.func.id
        return f"lambda: {module.text(value)}"
    if isinstance(value, _COPIED):
        return f"lambda: {module.text(value)}"
    return None


def field_order(request: Request) -> Mend | None:
    """The recipe."""
    found = _class_at(request)
    if found is None:
        return None
    module, node = found
    fields = _fields(node)
    first = next((index for index, field in enumerate(fields) if field.value is not None), None)
    late = [field for field in fields[first:] if field.value is None] if first is not None else []
    if first is None or not late or any(not is_alone(module, field) for field in fields):
        return None
    for call in module.nodes:
        if not isinstance(call, ast.Call) or getattr(call.func, "id", getattr(call.func, "attr", "")) != node.name:
            continue
        if len(call.args) > first or any(isinstance(one, ast.Starred) for one in call.args):
            return None
    source = module.source
    put = source.offset(fields[first].lineno, 0)
    text, cuts = "", []
    for field in late:
        last = field.end_lineno or field.lineno
        start, end = source.offset(field.lineno, 0), source.offset(last + 1, 0)
        line = source.text[start:end]
        text += line if line.endswith(("\n", "\r")) else line + source.newline
        cuts.append(TextEdit(start, end, ""))
    return Mend((TextEdit(put, put, text), *cuts))


RECIPES = (
    Recipe("default-factory", "Writes field(default_factory=...) for a default that can be changed.", default_factory),
    Recipe("field-order", "Puts fields without a default before those with one.", field_order, needs_statement=False),
)
