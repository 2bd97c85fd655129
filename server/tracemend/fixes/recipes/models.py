"""Models of Pydantic 1 as version 2 takes them: `model-default`, `model-by-name`, `model-class-method`,
`model-annotation`, `model-keyword`, `model-config`, `model-validator`.

- `model-default`: `= None` for a field that is annotated as optional; version 1 added it by itself.
  Also in a model within the model, one that it is made from, one of another module, and beside `Field(...)`.
- `model-by-name`: `ConfigDict(populate_by_name=True)` where a model whose fields have aliases is made by their names.
- `model-class-method`: `@classmethod` for a `@field_validator` that takes `self` and does not use it.
- `model-annotation`: `limit: int = 10` for `limit = 10`, the type by the literal; not for a list or a name.
- `model-keyword`: `pattern` for `regex`, `min_length` for `min_items`... in every call of `Field` and the like.
- `model-config`: `from_attributes` for `orm_mode`, and the other settings that were renamed.
- `model-validator`: `@root_validator(skip_on_failure=True)`, which runs it as version 1 mostly did.

Source: https://docs.pydantic.dev/latest/migration/
"""

from __future__ import annotations

import ast
import os
import re
from dataclasses import dataclass

from tracemend import lazy
from tracemend.fixes.recipe import FileEdits, Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, is_none, keyword_of, text_of
from tracemend.fixes.toolkit.failing import whole_file
from tracemend.fixes.toolkit.model_config import MAKERS, RENAMED_SETTINGS, config_of, fields_of, with_setting
from tracemend.fixes.toolkit.workspace import imported
from tracemend.source.module import Module
from tracemend.source.statement import own_parts

_MODEL = lazy.regex(r"\d+ validation errors? for (\w+)")
_FIELD = lazy.regex(r"(?m)^([A-Za-z_]\w*(?:\.\w+)*)\n {2}Field required")
_DEPTH = 4
"""How many classes a field may be inherited through."""
_BARE = lazy.regex(r"A non-annotated attribute was detected: `(\w+) = ")
_KEYWORDS = {"regex": "pattern", "min_items": "min_length", "max_items": "max_length"}
_TAKE = frozenset(("Field", "constr", "conlist", "conset", "confrozenset", "Query", "Path", "Body", "Form", "Header"))


def default(request: Request) -> Mend | None:
    """`age: Optional[int] = None`, in the model that a missing field's path leads to, here or in another module."""
    file, asked = whole_file(request), _MODEL.match(request.report.first_line)
    paths = [one.split(".") for one in _FIELD.findall(request.report.message)]
    if file is None or asked is None or not paths:
        return None
    modules: list[tuple[str | None, Module]] = [(None, file)]
    if request.place.file is not None:
        modules += imported(file, request.place.file, request.context)
    found: dict[tuple[str | None, str], Model] = {}
    for path in paths:
        model = _model(modules, asked[1])
        for step, part in enumerate(path):
            model = _with_field(modules, model, part) if not part.isdigit() else model
            field = model.fields.get(part) if model is not None else None
            if model is None or (field is None and not part.isdigit()):
                return None
            if step + 1 == len(path):
                if field is None or not _may_be_left_out(model.file, field):
                    return None
                found[model.path, model.node.name] = model
            elif field is not None:
                model = _inner(modules, field)
    edits: dict[str | None, list[TextEdit]] = {}
    for model in found.values():
        for field in model.fields.values():  # the others that may be missing as well
            if _may_be_left_out(model.file, field):
                edits.setdefault(model.path, []).append(_with_none(model.file, field))
    texts = {model.path: model.file.source.text for model in found.values()}
    others = tuple(FileEdits(path, texts[path], tuple(made)) for path, made in edits.items() if path is not None)
    note = f"It changes {os.path.basename(others[0].file)}, where the model is." if others else None
    return Mend(tuple(edits.get(None, ())), note=note, others=others) if edits else None


@dataclass(frozen=True, slots=True)
class Model:
    """A model's class, its file (None: the failing one), its annotated fields by name."""

    path: str | None
    file: Module
    node: ast.ClassDef

    @property
    def fields(self) -> dict[str, ast.AnnAssign]:
        """The annotated fields by name; those of a dataclass are none, whose order tells which may have a default."""
        return fields_of(self.node) if not self.node.decorator_list else {}


def _model(modules: list[tuple[str | None, Module]], name: str) -> Model | None:
    found = [Model(path, file, node) for path, file in modules if (node := file.class_named(name)) is not None]
    return found[0] if len(found) == 1 else None


def _with_field(modules: list[tuple[str | None, Module]], model: Model | None, name: str) -> Model | None:
    """The model, or the one of those it is made from, that has a field itself."""
    for _ in range(_DEPTH):
        if model is None or name in model.fields:
            return model
        bases = [_model(modules, (dotted(one) or "").rpartition(".")[2]) for one in model.node.bases]
        known = [one for one in bases if one is not None]
        model = known[0] if len(known) == 1 else None
    return None


def _inner(modules: list[tuple[str | None, Module]], field: ast.AnnAssign) -> Model | None:
    """The one model that a field's annotation names."""
    words = {part.id for part in ast.walk(field.annotation) if isinstance(part, ast.Name)}
    text = text_of(field.annotation)
    words |= set(re.findall(r"\w+", text or ""))
    found = [one for word in sorted(words) if (one := _model(modules, word)) is not None]
    return found[0] if len(found) == 1 else None


def _may_be_left_out(file: Module, field: ast.AnnAssign) -> bool:
    """Whether a field is annotated as optional and has no default, nor says that it has to be given (`...`)."""
    annotation = field.annotation
    text = text_of(annotation)
    if text is not None:
        try:
            annotation = ast.parse(text, mode="eval").body
        except SyntaxError:
            return False
    if not _is_optional(file, annotation) or _in_parentheses(file, field):
        return False
    value = field.value
    if value is None:
        return True
    return (
        isinstance(value, ast.Call)
        and called(value) == "Field"
        and not value.args
        and all(one.arg not in (None, "default", "default_factory") for one in value.keywords)
    )


def _with_none(file: Module, field: ast.AnnAssign) -> TextEdit:
    if isinstance(field.value, ast.Call):
        first = field.value.keywords[0] if field.value.keywords else None
        at = file.span(first)[0] if first is not None else file.span(field.value)[1] - 1
        return TextEdit(at, at, "default=None, " if first is not None else "default=None")
    at = file.span(field.annotation)[1]
    return TextEdit(at, at, " = None")


def _in_parentheses(file: Module, field: ast.AnnAssign) -> bool:
    """Whether an annotation stands in parentheses, behind which a default would go."""
    return "(" in file.source.text[file.span(field.target)[1] : file.span(field.annotation)[0]]


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
    file, asked = whole_file(request), _BARE.match(request.report.first_line)
    if file is None or asked is None:
        return None
    found = [
        one
        for model in file.nodes
        if isinstance(model, ast.ClassDef)
        for one in model.body
        if isinstance(one, ast.Assign) and len(one.targets) == 1 and dotted(one.targets[0]) == asked[1]
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
    file = whole_file(request)
    message = request.report.first_line
    if file is None or not any(name in message for name in _KEYWORDS):
        return None
    edits: list[TextEdit] = []
    for call in file.nodes:
        if isinstance(call, ast.Call) and called(call) in _TAKE:
            for one in call.keywords:
                if one.arg in _KEYWORDS and keyword_of(call, _KEYWORDS[one.arg]) is not None:
                    return None  # which of the two is meant is not seen
                if one.arg in _KEYWORDS:
                    start = file.span(one)[0]
                    edits.append(TextEdit(start, start + len(one.arg), _KEYWORDS[one.arg]))
    return Mend(tuple(edits)) if edits else None


def config(request: Request) -> Mend | None:
    """`from_attributes = True` for `orm_mode = True` in a model's `class Config`, or its `ConfigDict(...)`."""
    file = whole_file(request)
    edits: list[TextEdit] = []
    for model in file.nodes if file is not None else ():
        if not isinstance(model, ast.ClassDef) or file is None:
            continue
        made = config_of(model)
        for key in made.keywords if isinstance(made, ast.Call) and called(made) in MAKERS else ():
            if key.arg in RENAMED_SETTINGS:
                start = file.span(key)[0]
                edits.append(TextEdit(start, start + len(key.arg), RENAMED_SETTINGS[key.arg]))
        own = [one for one in model.body if isinstance(one, ast.ClassDef) and one.name == "Config"]
        for one in own[0].body if own else ():
            if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name):
                new = RENAMED_SETTINGS.get(one.targets[0].id)
                edits += [TextEdit(*file.span(one.targets[0]), new)] if new is not None else []
    return Mend(tuple(edits)) if edits else None


def validator(request: Request) -> Mend | None:
    """`@root_validator(skip_on_failure=True)`."""
    file = whole_file(request)
    if file is None or "skip_on_failure=True" not in request.report.message:
        return None
    edits: list[TextEdit] = []
    for function in file.nodes:
        for one in function.decorator_list if isinstance(function, ast.FunctionDef) else ():
            bare = one.func if isinstance(one, ast.Call) and not one.args and not one.keywords else one
            if (dotted(bare) or "").rpartition(".")[2] == "root_validator" and "#" not in file.text(one):
                at, end = file.span(bare)[1], file.span(one)[1]
                edits.append(TextEdit(at, end, "(skip_on_failure=True)"))
    return Mend(tuple(edits)) if edits else None


def by_name(request: Request) -> Mend | None:
    """`model_config = ConfigDict(populate_by_name=True)` for a model that is made by its fields' names."""
    file, asked = whole_file(request), _MODEL.match(request.report.first_line)
    model = _model([(None, file)], asked[1]) if file is not None and asked is not None else None
    missing = _FIELD.findall(request.report.message)
    statement = request.place.statement
    if file is None or model is None or statement is None or not missing:
        return None
    names = {alias: name for name, field in model.fields.items() if (alias := _alias(field)) is not None}
    calls = [
        one
        for part in own_parts(statement.node)
        if isinstance(part, ast.Call) and isinstance(one := file.same(statement, part), ast.Call)
        and called(one) == model.node.name
    ]  # fmt: skip
    given = {key.arg for call in calls for key in call.keywords}
    if any(alias not in names or names[alias] not in given for alias in missing):
        return None
    if config_of(model.node) is not None or any(
        isinstance(one, ast.ClassDef) and one.name == "Config" for one in model.node.body
    ):
        return None
    if isinstance(model.node.body[0], ast.Expr):
        return None  # a docstring: where the setting goes is the writer's choice
    edits = with_setting(file, model.node, "populate_by_name")
    return Mend(edits) if edits is not None else None


def _alias(field: ast.AnnAssign) -> str | None:
    if not isinstance(field.value, ast.Call) or called(field.value) != "Field":
        return None
    keyword = keyword_of(field.value, "alias")
    return text_of(keyword.value) if keyword is not None else None


def class_method(request: Request) -> Mend | None:
    """`@classmethod` and `cls` for a validator that is written as a method of an instance, and does not use it."""
    statement = request.place.statement
    file, line = whole_file(request), request.place.line
    if file is None or statement is None or line is None or "instance methods" not in request.report.message:
        return None
    functions = [
        one
        for one in file.nodes
        if isinstance(one, ast.FunctionDef)
        and isinstance(file.parents.get(id(one)), ast.ClassDef)
        and min([one.lineno, *(mark.lineno for mark in one.decorator_list)]) <= line <= (one.end_lineno or 0)
    ]
    first = functions[0].args.args[0] if len(functions) == 1 and functions[0].args.args else None
    if first is None or first.arg != "self" or len(functions[0].args.args) < 2:
        return None
    function = functions[0]
    uses = [one for one in ast.walk(function) if isinstance(one, ast.Name) and one.id == "self"]
    if uses or any(isinstance(one, ast.arg) and one.arg == "cls" for one in ast.walk(function)):
        return None
    at, newline = file.source.offset(function.lineno, 0), file.source.newline
    start, _ = file.span(first)
    decorator = f"{file.source.indent_of(function.lineno)}@classmethod{newline}"
    return Mend((TextEdit(at, at, decorator), TextEdit(start, start + len("self"), "cls")))


RECIPES = (
    Recipe("model-default", "Gives an optional field the default None.", default),
    Recipe("model-by-name", "Lets a model be made by its fields' names as well as their aliases.", by_name),
    Recipe("model-class-method", "Makes a class method of a field's validator.", class_method),
    Recipe("model-annotation", "Annotates a field by its default.", annotation),
    Recipe("model-keyword", "Writes the new names of a field's limits.", keyword),
    Recipe("model-config", "Writes the new names of a model's settings.", config),
    Recipe("model-validator", "Runs a root validator after the fields are valid.", validator),
)
