"""`model-default`, `model-annotation`, `model-keyword`, `model-config`, `model-validator`: models of Pydantic 1 as
version 2 takes them.

- `model-default`: `= None` for a field that is annotated as optional; version 1 added it by itself.
- `model-annotation`: `limit: int = 10` for `limit = 10`, the type by the literal; not for a list or a name.
- `model-keyword`: `pattern` for `regex`, `min_length` for `min_items`... in every call of `Field` and the like.
- `model-config`: `from_attributes` for `orm_mode`, and the other settings that were renamed.
- `model-validator`: `@root_validator(skip_on_failure=True)`, which runs it as version 1 mostly did.

Source: https://docs.pydantic.dev/latest/migration/
"""

from __future__ import annotations

import ast
import re

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, is_none
from tracemend.source.module import Module, whole

_MODEL = re.compile(r"\d+ validation errors? for (\w+)")
_FIELD = re.compile(r"(?m)^([A-Za-z_]\w*)\n {2}Field required")
_BARE = re.compile(r"A non-annotated attribute was detected: `(\w+) = ")
_KEYWORDS = {"regex": "pattern", "min_items": "min_length", "max_items": "max_length"}
_TAKE = frozenset(("Field", "constr", "conlist", "conset", "confrozenset", "Query", "Path", "Body", "Form", "Header"))
_SETTINGS = {
    "orm_mode": "from_attributes",
    "allow_population_by_field_name": "populate_by_name",
    "anystr_lower": "str_to_lower",
    "anystr_upper": "str_to_upper",
    "anystr_strip_whitespace": "str_strip_whitespace",
    "max_anystr_length": "str_max_length",
    "min_anystr_length": "str_min_length",
    "schema_extra": "json_schema_extra",
    "validate_all": "validate_default",
}


def _file(request: Request) -> Module | None:
    statement = request.place.statement
    return whole(statement.source) if statement is not None else None


def default(request: Request) -> Mend | None:
    """`age: Optional[int] = None`."""
    file, asked = _file(request), _MODEL.match(request.report.first_line)
    model = file.class_named(asked[1]) if file is not None and asked is not None else None
    fields = _FIELD.findall(request.report.message)
    if file is None or model is None or not fields:
        return None
    own = {
        one.target.id: one for one in model.body if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)
    }
    edits = []
    for name in fields:
        field = own.get(name)
        if field is None or field.value is not None or not _is_optional(file, field.annotation):
            return None
    for field in own.values():  # the others that may be missing as well
        if field.value is None and _is_optional(file, field.annotation):
            at = file.span(field.annotation)[1]
            edits.append(TextEdit(at, at, " = None"))
    return Mend(tuple(edits))


def _is_optional(file: Module, node: ast.expr) -> bool:
    if isinstance(node, ast.Subscript):
        name = (dotted(node.value) or "").rpartition(".")[2]
        items = node.slice.elts if isinstance(node.slice, ast.Tuple) else []
        return name == "Optional" or (name == "Union" and any(is_none(one) for one in items))
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        return is_none(node.right) or is_none(node.left) or _is_optional(file, node.left)
    return False


def annotation(request: Request) -> Mend | None:
    """`limit: int = 10`."""
    file, asked = _file(request), _BARE.match(request.report.first_line)
    if file is None or asked is None:
        return None
    found = [
        one
        for model in file.nodes
        if isinstance(model, ast.ClassDef)
        for one in model.body
        if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name) and one.targets[0].id == asked[1]
    ]
    if len(found) != 1 or not isinstance(found[0].value, ast.Constant):
        return None
    kind = type(found[0].value.value)
    if kind not in (int, float, str, bool, bytes):
        return None
    at = file.span(found[0].targets[0])[1]
    return Mend((TextEdit(at, at, f": {kind.__name__}"),))


def keyword(request: Request) -> Mend | None:
    """`Field(pattern=...)` for `Field(regex=...)`, everywhere in the file."""
    file = _file(request)
    message = request.report.first_line
    if file is None or not any(name in message for name in _KEYWORDS):
        return None
    edits: list[TextEdit] = []
    for call in file.nodes:
        if isinstance(call, ast.Call) and called(call) in _TAKE:
            for one in call.keywords:
                if one.arg in _KEYWORDS:
                    start = file.span(one)[0]
                    edits.append(TextEdit(start, start + len(one.arg), _KEYWORDS[one.arg]))
    return Mend(tuple(edits)) if edits else None


def config(request: Request) -> Mend | None:
    """`from_attributes = True` for `orm_mode = True` in `class Config`."""
    file = _file(request)
    edits: list[TextEdit] = []
    for outer in file.nodes if file is not None else ():
        if not isinstance(outer, ast.ClassDef) or outer.name != "Config" or file is None:
            continue
        for one in outer.body:
            if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name):
                new = _SETTINGS.get(one.targets[0].id)
                edits += [TextEdit(*file.span(one.targets[0]), new)] if new is not None else []
    return Mend(tuple(edits)) if edits else None


def validator(request: Request) -> Mend | None:
    """`@root_validator(skip_on_failure=True)`."""
    file = _file(request)
    if file is None or "skip_on_failure=True" not in request.report.message:
        return None
    edits: list[TextEdit] = []
    for function in file.nodes:
        for one in function.decorator_list if isinstance(function, ast.FunctionDef) else ():
            bare = one.func if isinstance(one, ast.Call) and not one.args and not one.keywords else one
            if (dotted(bare) or "").rpartition(".")[2] == "root_validator":
                at, end = file.span(bare)[1], file.span(one)[1]
                edits.append(TextEdit(at, end, "(skip_on_failure=True)"))
    return Mend(tuple(edits)) if edits else None


RECIPES = (
    Recipe("model-default", "Gives an optional field the default None.", default),
    Recipe("model-annotation", "Annotates a field by its default.", annotation),
    Recipe("model-keyword", "Writes the new names of a field's limits.", keyword),
    Recipe("model-config", "Writes the new names of a model's settings.", config),
    Recipe("model-validator", "Runs a root validator after the fields are valid.", validator),
)
