"""How a field of pydantic is written: `model-literal`, `model-const`, `model-validator-field`, `model-underscore`.

- `model-literal`: `kind: Literal["a"] = "a"` in every model of a union whose discriminator has a text as default.
- `model-const`: the same for `Field("a", const=True)`.
- `model-validator-field`: the field's name in a validator, where it is a slip of one that the model has.
- `model-underscore`: a field's name without its underscore, which stays as the alias. Not sure where the file reads an
  attribute of that name.

Sources: https://docs.pydantic.dev/latest/errors/usage_errors/, https://docs.pydantic.dev/latest/migration/
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tracemend import lazy
from tracemend.evidence.similar import slip_of
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, text_of
from tracemend.fixes.toolkit.edits import add_keyword, inside_quotes, without_argument
from tracemend.fixes.toolkit.failing import failing
from tracemend.fixes.toolkit.imports import Imports
from tracemend.fixes.toolkit.model_config import fields_of
from tracemend.fixes.toolkit.names import is_name
from tracemend.source.module import Module
from tracemend.source.scopes import methods, names_bound
from tracemend.source.statement import own_parts

_NO_LITERAL = lazy.regex(r"Model '(?P<model>\w+)' needs field '(?P<field>\w+)' to be of type `Literal`")
_NO_FIELD = lazy.regex(r"Decorators defined with incorrect fields: [\w.<>]+\.(?P<model>\w+):\w+\.(?P<name>\w+) ")
_UNDERSCORE = lazy.regex(
    r"Fields must not use names with leading underscores; e\.g\., use '\w+' instead of '(?P<name>_\w+)'"
)


def literal(request: Request) -> Mend | None:
    """`kind: Literal["a"] = "a"`."""
    at, found = failing(request), _NO_LITERAL.match(request.report.first_line)
    if at is None or found is None:
        return None
    file, imports = at.file, Imports(at.file.source)
    names = [part for part in ast.walk(at.node) if isinstance(part, ast.Name)]
    bound = [file.only_value(part.id, part) for part in names]  # `Pet = Cat | Dog`
    names += [part for one in bound if one is not None for part in ast.walk(one[1]) if isinstance(part, ast.Name)]
    named = {part.id for part in names} | {found["model"]}
    edits: dict[str, TextEdit] = {}
    for model in file.tree.body:
        field = (
            fields_of(model).get(found["field"]) if isinstance(model, ast.ClassDef) and model.name in named else None
        )
        if field is None or not isinstance(model, ast.ClassDef) or dotted(field.annotation) != "str":
            continue
        if text_of(field.value) is None or field.value is None:
            continue
        edits[model.name] = TextEdit(
            *file.span(field.annotation), f"{imports.name('typing', 'Literal')}[{file.text(field.value)}]"
        )
    return Mend((*imports.edits(), *edits.values())) if found["model"] in edits else None


def const(request: Request) -> Mend | None:
    """`kind: Literal["a"] = "a"` for `kind: str = Field("a", const=True)`."""
    at = failing(request) if "`const` is removed, use `Literal` instead" in request.report.first_line else None
    if at is None:
        return None
    file, imports, edits = at.file, Imports(at.file.source), list[TextEdit]()
    for field in file.nodes:
        call = field.value if isinstance(field, ast.AnnAssign) else None
        mark = keyword_of(call, "const") if isinstance(call, ast.Call) and called(call) == "Field" else None
        if mark is None or not isinstance(field, ast.AnnAssign) or not isinstance(call, ast.Call):
            continue
        key = keyword_of(call, "default")
        value = call.args[0] if call.args else key.value if key is not None else None
        if not isinstance(value, ast.Constant) or value.value is ... or type(value.value) is float:
            return None
        text = file.text(value)
        if not isinstance(mark.value, ast.Constant) or mark.value.value is not True or "\n" in text:
            return None
        if "#" in file.text(call):
            return None
        if len(call.args) + len(call.keywords) == 2:
            edits.append(TextEdit(*file.span(call), text))
        elif (left_out := without_argument(file, call, mark)) is not None:
            edits.append(left_out)
        else:
            return None
        edits.append(TextEdit(*file.span(field.annotation), f"{imports.name('typing', 'Literal')}[{text}]"))
    return Mend((*imports.edits(), *edits)) if edits else None


def validator_field(request: Request) -> Mend | None:
    """`@field_validator("name")` for `@field_validator("nmae")`."""
    at, found = failing(request), _NO_FIELD.match(request.report.first_line)
    model = at.file.class_named(found["model"]) if at is not None and found is not None else None
    if at is None or found is None or model is None:
        return None
    function = [one for one in methods(model) if one.name == found["name"]]
    names = [name for owner in _with_bases(at.file, model, 4) for name in fields_of(owner)]
    edits = []
    for one in function[0].decorator_list if len(function) == 1 else ():
        for text in one.args if isinstance(one, ast.Call) else ():
            name = text_of(text)
            if name is None or name in names or name == "*":
                continue
            to, where = slip_of(name, names), inside_quotes(at.file, text)
            if to is None or where is None:
                return None
            edits.append(TextEdit(*where, to))
    return Mend(tuple(edits)) if edits else None


def _with_bases(file: Module, model: ast.ClassDef, depth: int) -> Iterator[ast.ClassDef]:
    yield model
    for base in model.bases if depth else ():
        known = file.class_named((dotted(base) or "").rpartition(".")[2])
        if known is not None:
            yield from _with_bases(file, known, depth - 1)


def underscore(request: Request) -> Mend | None:
    """`id: int = Field(alias="_id")` for `_id: int = Field()`."""
    at, found = failing(request), _UNDERSCORE.match(request.report.first_line)
    if at is None or found is None or not isinstance(at.node, ast.ClassDef):
        return None
    file, fields, name = at.file, fields_of(at.node), found["name"]
    field, plain = fields.get(name), name.lstrip("_")
    if field is None or not is_name(plain) or not isinstance(field.value, ast.Call):
        return None
    taken = [part for one in at.node.body for part in (one, *own_parts(one))]
    if any(plain in names_bound(one) for one in taken):
        return None
    marks = [mark for one in at.node.body for mark in getattr(one, "decorator_list", ())]
    if any(text_of(part) == name for mark in marks for part in ast.walk(mark)):
        return None  # a validator names the field
    edits = [TextEdit(*file.span(field.target), plain)]
    if called(field.value) != "Field":
        return None
    if keyword_of(field.value, "alias") is None:
        edits.append(add_keyword(file.statement(field), field.value, f'alias="{name}"'))
    read = any(isinstance(one, ast.Attribute) and one.attr == name for one in file.nodes)
    return Mend(tuple(edits), sure=not read)


RECIPES = (
    Recipe("model-literal", "Makes a Literal of a discriminator.", literal),
    Recipe("model-const", "Makes a Literal of a constant field.", const),
    Recipe("model-validator-field", "Names the field of a validator as the model has it.", validator_field),
    Recipe(
        "model-underscore",
        "Takes the underscore off a field's name and keeps it as the alias.",
        underscore,
        unsure="The file reads an attribute of that name, which may be this field's.",
    ),
)
