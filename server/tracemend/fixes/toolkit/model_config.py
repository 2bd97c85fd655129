"""The fields of a pydantic model, and its settings: put into the configuration that it has, or at its class's top."""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, text_of
from tracemend.fixes.toolkit.edits import add_keyword, insert_after, owns_its_lines
from tracemend.fixes.toolkit.imports import Imports
from tracemend.source.module import Module

RENAMED_SETTINGS = {
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
"""Settings of pydantic 1 and what version 2 calls them."""
MAKERS = ("ConfigDict", "SettingsConfigDict", "dict")
"""What makes a configuration of keywords."""


def fields_of(model: ast.ClassDef) -> dict[str, ast.AnnAssign]:
    """The annotated names of a class."""
    return {
        one.target.id: one for one in model.body if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)
    }


def with_setting(file: Module, model: ast.ClassDef, name: str) -> tuple[TextEdit, ...] | None:
    """The edits that switch a setting on; None where it is named already, or the configuration is of another form."""
    own = next((one for one in model.body if isinstance(one, ast.ClassDef) and one.name == "Config"), None)
    made = config_of(model)
    if own is not None:
        last = file.statement(own.body[-1])
        if name in file.text(own) or own.body[0].lineno == own.lineno or not owns_its_lines(last):
            return None
        return (insert_after(last, [f"{name} = True"]),)
    if isinstance(made, ast.Call) and called(made) in MAKERS:
        return (add_keyword(file.statement(made), made, f"{name}=True"),) if keyword_of(made, name) is None else None
    if isinstance(made, ast.Dict):
        if not made.values or made.keys[-1] is None or any(text_of(key) == name for key in made.keys):
            return None
        end, stop = file.span(made.values[-1])[1], file.span(made)[1]
        if ")" in file.source.text[end:stop]:
            return None  # the last value has parentheses of its own
        return (TextEdit(end, end, f', "{name}": True'),)
    return _at_top(file, model, name) if made is None else None


def config_of(model: ast.ClassDef) -> ast.expr | None:
    """What a model's `model_config` is assigned."""
    for one in model.body:
        targets = one.targets if isinstance(one, ast.Assign) else [one.target] if isinstance(one, ast.AnnAssign) else []
        if any(dotted(target) == "model_config" for target in targets):
            return getattr(one, "value", None)
    return None


def _at_top(file: Module, model: ast.ClassDef, name: str) -> tuple[TextEdit, ...] | None:
    """`model_config = ConfigDict(...)` as the first line of the class, behind its docstring."""
    first = model.body[0]
    if first.lineno == model.lineno:
        return None
    imports = Imports(file.source)
    line = f"model_config = {imports.name('pydantic', 'ConfigDict')}({name}=True)"
    if isinstance(first, ast.Expr) and text_of(first.value) is not None:
        statement = file.statement(first)
        edit = insert_after(statement, [line]) if owns_its_lines(statement) else None
        if edit is None:
            return None
        newline = file.source.newline
        follows = file.source.line(file.source.position(edit.start)[0] + 1).strip() if len(model.body) > 1 else ""
        edit = TextEdit(edit.start, edit.end, newline + edit.text + (newline if follows else ""))
        return (*imports.edits(), edit)
    begin = min([first.lineno, *(one.lineno for one in getattr(first, "decorator_list", ()))])
    while begin - 1 > model.lineno and file.source.line(begin - 1).strip().startswith("#"):
        begin -= 1  # what is said of the first field stays beside it
    at, newline = file.source.offset(begin, 0), file.source.newline
    return (*imports.edits(), TextEdit(at, at, f"{file.source.indent_of(begin)}{line}{newline}{newline}"))
