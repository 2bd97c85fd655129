"""`add-all`, `mapped-object`, `plain-date`: what a session of SQLAlchemy and the objects of its models are given.

- `add-all`: `session.add([a, b])` becomes `session.add_all([a, b])`.
- `mapped-object`: `orders=order` becomes `orders=[order]` where the relationship holds a list; `user=3` becomes
  `user_id=3` where the class has that column; a dictionary for `add` becomes an object of the one model with its keys.
- `plain-date`: the ISO text of a date that is handed over for a column of that name is read.

Each applies where the file shows the class and the value.

Sources: https://docs.sqlalchemy.org/en/20/orm/session_api.html, https://docs.sqlalchemy.org/en/20/errors.html
"""

from __future__ import annotations

import ast
from datetime import date, datetime

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, keyword_of, text_of
from tracemend.fixes.toolkit.failing import Failing, told
from tracemend.fixes.toolkit.imports import Imports
from tracemend.fixes.toolkit.mapped_classes import assigned_to, mapped_classes, members_of
from tracemend.source.module import Module
from tracemend.source.reach import elements, reach
from tracemend.source.scopes import methods

_LIST = lazy.regex(r"Class 'builtins\.list' is not mapped")
_DICT = lazy.regex(r"Class 'builtins\.dict' is not mapped")
_NOT_LIST = lazy.regex(r"Incompatible collection type: (?P<type>\w+) is not list-like")
_NUMBER = lazy.regex(r"'(?P<type>int|str)' object has no attribute '_sa_instance_state'")
_DATE = lazy.regex(r"SQLite (?P<kind>Date|DateTime) type only accepts Python")
_ISO = lazy.regex(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{3}(?:\d{3})?)?)?(?:[+-]\d\d:\d\d)?)?")
"""What `fromisoformat` reads in every Python; 3.11 reads more."""


def add_all(request: Request) -> Mend | None:
    """`session.add_all([...])`."""
    at = told(request, _LIST)
    found = [one for one in at.parts(ast.Call) if called(one) == "add"] if at is not None else []
    if (
        at is None
        or len(found) != 1
        or not isinstance(found[0].func, ast.Attribute)
        or len(found[0].args) != 1
        or found[0].keywords
    ):
        return None
    made = reach(at.file, found[0].args[0]) or []
    items = [item for one in made for item in elements(one) or () if not isinstance(item, ast.Name | ast.Call)]
    if items:
        return None  # these are no objects of a model: the next error would be theirs
    end = at.file.span(found[0].func)[1]
    return Mend((TextEdit(end, end, "_all"),))


def mapped_object(request: Request) -> Mend | None:
    """A list for a relationship that holds one, the column for a number, an object for a dictionary."""
    at = told(request, _NOT_LIST)
    kind = _NOT_LIST.search(request.report.first_line)
    if at is not None and kind is not None:
        return _listed(at, kind["type"])
    at, kind = told(request, _NUMBER), _NUMBER.search(request.report.first_line)
    if at is not None and kind is not None:
        return _column(at, sure=kind["type"] == "int")
    at = told(request, _DICT)
    return _object(at) if at is not None else None


def _made_of_models(at: Failing) -> list[tuple[ast.ClassDef, ast.Call]]:
    models = mapped_classes(at.file)
    return [(models[called(one)], one) for one in at.every(ast.Call) if called(one) in models]


def _listed(at: Failing, kind: str) -> Mend | None:
    """`orders=[order]`: the one keyword for a relationship whose value is an object of that class."""
    found = [
        key.value
        for model, call in _made_of_models(at)
        for key in call.keywords
        if key.arg is not None and members_of(model).get(key.arg) == "relationship" and _makes(at.file, key.value, kind)
    ]
    if isinstance(at.node, ast.Assign) and isinstance(at.node.targets[0], ast.Attribute):
        found += [at.node.value] if _makes(at.file, at.node.value, kind) else []
    if len(found) != 1:
        return None
    start, end = at.file.span(found[0])
    return Mend((TextEdit(start, start, "["), TextEdit(end, end, "]")))


def _makes(file: Module, node: ast.expr, kind: str) -> bool:
    made = reach(file, node)
    return bool(made) and all(isinstance(one, ast.Call) and called(one) == kind for one in made or ())


def _column(at: Failing, sure: bool) -> Mend | None:
    """`user_id=3` for `user=3`; a text may be the object's name as well as its key."""
    found = [
        (key, f"{key.arg}_id")
        for model, call in _made_of_models(at)
        for key in call.keywords
        if key.arg is not None
        and members_of(model).get(key.arg) == "relationship"
        and f"{key.arg}_id" in members_of(model)
        and not _is_object(at.file, key.value)
        and keyword_of(call, f"{key.arg}_id") is None
    ]
    if len(found) != 1:
        return None
    start = at.file.span(found[0][0])[0]
    return Mend((TextEdit(start, start + len(found[0][0].arg or ""), found[0][1]),), sure=sure)


def _is_object(file: Module, node: ast.expr) -> bool:
    models = mapped_classes(file)
    return any(isinstance(one, ast.Call) and called(one) in models for one in reach(file, node) or ())


def _object(at: Failing) -> Mend | None:
    """`User(**data)` for `data`, where one model alone has all its keys."""
    found = [one for one in at.parts(ast.Call) if called(one) in ("add", "merge") and len(one.args) == 1]
    made = reach(at.file, found[0].args[0]) if len(found) == 1 else None
    rows = [one for one in made or () if isinstance(one, ast.Dict)]
    keys = {text_of(key) for row in rows for key in row.keys}
    if not keys or len(rows) != len(made or ()):
        return None
    fitting = [name for name, model in mapped_classes(at.file).items() if keys <= set(members_of(model))]
    if len(fitting) != 1:
        return None
    model = mapped_classes(at.file)[fitting[0]]
    if at.file.parents.get(id(model)) is not at.file.tree or any(one.name == "__init__" for one in methods(model)):
        return None
    start, end = at.file.span(found[0].args[0])
    return Mend((TextEdit(start, start, f"{fitting[0]}(**"), TextEdit(end, end, ")")))


def plain_date(request: Request) -> Mend | None:
    """`date.fromisoformat("2024-01-01")`."""
    at, asked = told(request, _DATE), _DATE.search(request.report.first_line)
    if at is None or asked is None:
        return None
    models = mapped_classes(at.file)
    found: list[ast.expr] = []
    for call in at.file.nodes:
        if isinstance(call, ast.Call) and called(call) in models:
            columns = _columns_of(models[called(call)], asked["kind"])
            found += [key.value for key in call.keywords if key.arg in columns and _is_iso(key.value, asked["kind"])]
    if not found:
        return None
    imports = Imports(at.file.source)
    name = asked["kind"].lower()
    module = imports.find_module("datetime")
    written = imports.find_name("datetime", name) or (f"{module}.{name}" if module else imports.name("datetime", name))
    edits = [edit for one in found for edit in _around(at.file, one, f"{written}.fromisoformat")]
    return Mend((*edits, *imports.edits()))


def _around(file: Module, node: ast.expr, name: str) -> list[TextEdit]:
    start, end = file.span(node)
    return [TextEdit(start, start, f"{name}("), TextEdit(end, end, ")")]


def _columns_of(model: ast.ClassDef, kind: str) -> set[str]:
    """The columns of a model that are of that type of SQLAlchemy."""
    found: set[str] = set()
    for node in model.body:
        target = assigned_to(node)
        if isinstance(target, ast.Name):
            typed = [node.annotation] if isinstance(node, ast.AnnAssign) else []
            made = getattr(node, "value", None)
            if isinstance(made, ast.Call):
                typed += [*made.args, *(one.value for one in made.keywords if one.arg == "type_")]
            names = {one.id if isinstance(one, ast.Name) else one.attr for part in typed for one in ast.walk(part)
                     if isinstance(one, ast.Name | ast.Attribute)}  # fmt: skip
            if kind in names or kind.lower() in names:
                found.add(target.id)
    return found


def _is_iso(node: ast.expr, kind: str) -> bool:
    text = text_of(node)
    try:
        return (
            text is not None
            and _ISO.fullmatch(text) is not None
            and bool((date if kind == "Date" else datetime).fromisoformat(text))
        )
    except ValueError:
        return False


RECIPES = (
    Recipe("add-all", "Adds all objects of a list to the session.", add_all),
    Recipe("mapped-object", "Gives a relationship, or the session, what it holds.", mapped_object,
           unsure="The text may be the object's name and not its key."),
    Recipe("plain-date", "Reads the text of a date that a column is given.", plain_date),
)  # fmt: skip
