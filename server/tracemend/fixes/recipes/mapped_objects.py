"""`add-all`, `mapped-object`, `bound-name`, `plain-date`, `in-list`, `clause-parts`, `loader-attribute`: what a session
and the statements of SQLAlchemy are given.

- `add-all`: `session.add([a, b])` becomes `session.add_all([a, b])`.
- `mapped-object`: `orders=order` becomes `orders=[order]` where the relationship holds a list; `user=3` becomes
  `user_id=3` where the class has that column; a dictionary for `add` becomes an object of the one model with its keys.
- `bound-name`: the key of the values that is like the `:name` of the SQL which has no value.
- `plain-date`: the ISO text of a date that is handed over for a column of that name is read.
- `in-list`: `in_(3)` becomes `in_([3])`.
- `clause-parts`: `where(a == 1 and b == 2)` becomes `where(a == 1, b == 2)`, `a or b` `or_(a, b)`.
- `loader-attribute`: `joinedload("orders")` becomes `joinedload(User.orders)`.

Each applies where the file shows the class, the statement or the value.

Sources: https://docs.sqlalchemy.org/en/20/orm/session_api.html, https://docs.sqlalchemy.org/en/20/errors.html,
https://docs.sqlalchemy.org/en/20/changelog/migration_20.html
"""

from __future__ import annotations

import ast
import re
from datetime import date, datetime
from itertools import pairwise

from tracemend.evidence.similar import closest
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, keyword_of, text_of
from tracemend.fixes.toolkit.failing import Failing, told
from tracemend.fixes.toolkit.imports import Imports
from tracemend.source.module import Module
from tracemend.source.reach import elements, reach

_LIST = re.compile(r"Class 'builtins\.list' is not mapped")
_DICT = re.compile(r"Class 'builtins\.dict' is not mapped")
_NOT_LIST = re.compile(r"Incompatible collection type: (?P<type>\w+) is not list-like")
_NUMBER = re.compile(r"'(?:int|str)' object has no attribute '_sa_instance_state'")
_NO_VALUE = re.compile(r"A value is required for bind parameter '(?P<name>\w+)'")
_DATE = re.compile(r"SQLite (?P<kind>Date|DateTime) type only accepts Python")
_ONE_FOR_LIST = re.compile(r"IN expression list, SELECT construct, or bound parameter object expected, got")
_TRUTH = re.compile(r"Boolean value of this clause is not defined")
_LOADER = re.compile(r"Strings are not accepted for attribute names in loader options")
_LOADERS = frozenset(("joinedload", "selectinload", "subqueryload", "lazyload", "contains_eager", "load_only", "defer",
                      "undefer", "noload", "raiseload", "immediateload"))  # fmt: skip
_CONDITIONS = frozenset(("where", "filter", "having"))


def add_all(request: Request) -> Mend | None:
    """`session.add_all([...])`."""
    at = told(request, _LIST)
    found = [one for one in at.parts(ast.Call) if called(one) == "add"] if at is not None else []
    if at is None or len(found) != 1 or not isinstance(found[0].func, ast.Attribute) or len(found[0].args) != 1:
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
    at = told(request, _NUMBER)
    if at is not None:
        return _column(at)
    at = told(request, _DICT)
    return _object(at) if at is not None else None


def _models(file: Module) -> dict[str, ast.ClassDef]:
    """The classes of the file that are mapped: they name a table, or have columns."""
    return {
        one.name: one
        for one in file.nodes
        if isinstance(one, ast.ClassDef)
        and any(name == "__tablename__" or "olumn" in made for name, made in _members(one).items())
    }


def _members(model: ast.ClassDef) -> dict[str, str]:
    """The attributes of a model, each with the name of what makes it."""
    found: dict[str, str] = {}
    for node in model.body:
        target = (
            node.targets[0]
            if isinstance(node, ast.Assign)
            else node.target
            if isinstance(node, ast.AnnAssign)
            else None
        )
        if isinstance(target, ast.Name) and isinstance(node, ast.Assign | ast.AnnAssign):
            value = node.value
            mapped = "Mapped" if isinstance(node, ast.AnnAssign) and "Mapped" in ast.unparse(node.annotation) else ""
            found[target.id] = called(value) if isinstance(value, ast.Call) else "mapped_column" if mapped else ""
    return found


def _made_of_models(at: Failing) -> list[tuple[ast.ClassDef, ast.Call]]:
    models = _models(at.file)
    return [(models[called(one)], one) for one in at.every(ast.Call) if called(one) in models]


def _listed(at: Failing, kind: str) -> Mend | None:
    """`orders=[order]`: the one keyword for a relationship whose value is an object of that class."""
    found = [
        key.value
        for model, call in _made_of_models(at)
        for key in call.keywords
        if key.arg is not None and _members(model).get(key.arg) == "relationship" and _makes(at.file, key.value, kind)
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


def _column(at: Failing) -> Mend | None:
    """`user_id=3` for `user=3`."""
    found = [
        (key, f"{key.arg}_id")
        for model, call in _made_of_models(at)
        for key in call.keywords
        if key.arg is not None
        and _members(model).get(key.arg) == "relationship"
        and f"{key.arg}_id" in _members(model)
        and not _is_object(at.file, key.value)
        and keyword_of(call, f"{key.arg}_id") is None
    ]
    if len(found) != 1:
        return None
    start = at.file.span(found[0][0])[0]
    return Mend((TextEdit(start, start + len(found[0][0].arg or ""), found[0][1]),))


def _is_object(file: Module, node: ast.expr) -> bool:
    models = _models(file)
    return any(isinstance(one, ast.Call) and called(one) in models for one in reach(file, node) or ())


def _object(at: Failing) -> Mend | None:
    """`User(**data)` for `data`, where one model alone has all its keys."""
    found = [one for one in at.parts(ast.Call) if called(one) in ("add", "merge") and len(one.args) == 1]
    made = reach(at.file, found[0].args[0]) if len(found) == 1 else None
    rows = [one for one in made or () if isinstance(one, ast.Dict)]
    keys = {text_of(key) for row in rows for key in row.keys}
    if not keys or len(rows) != len(made or ()):
        return None
    fitting = [name for name, model in _models(at.file).items() if keys <= set(_members(model))]
    if len(fitting) != 1:
        return None
    start, end = at.file.span(found[0].args[0])
    return Mend((TextEdit(start, start, f"{fitting[0]}(**"), TextEdit(end, end, ")")))


def bound_name(request: Request) -> Mend | None:
    """The key as the SQL has it."""
    at, asked = told(request, _NO_VALUE), _NO_VALUE.search(request.report.first_line)
    call = (
        next((one for one in at.parts(ast.Call) if called(one) in ("execute", "scalar", "scalars")), None)
        if at
        else None
    )
    if at is None or asked is None or call is None or len(call.args) != 2:
        return None
    made, sql = reach(at.file, call.args[1]), _sql(at.file, call.args[0])
    values = made[0] if made is not None and len(made) == 1 else None
    if sql is None or not isinstance(values, ast.Dict):
        return None
    wanted = set(re.findall(r"(?<![:\w]):(\w+)", sql))
    keys = [key for key in values.keys if (text_of(key) or "") not in wanted]
    names = [text_of(key) for key in keys if text_of(key)]
    missing = wanted - {text_of(key) for key in values.keys}
    if missing != {asked["name"]} or len(keys) != 1 or len(names) != 1 or keys[0] is None:
        return None
    start, end = at.file.span(keys[0])
    if at.file.source.text[start + 1 : end - 1] != names[0]:
        return None
    near = closest(str(names[0]), [asked["name"]]) is not None
    return Mend((TextEdit(start + 1, end - 1, asked["name"]),), sure=near)


def _sql(file: Module, node: ast.expr) -> str | None:
    made = reach(file, node)
    one = made[0] if made is not None and len(made) == 1 else None
    if isinstance(one, ast.Call) and called(one) == "text" and one.args:
        return _sql(file, one.args[0])
    return text_of(one)


def plain_date(request: Request) -> Mend | None:
    """`date.fromisoformat("2024-01-01")`."""
    at, asked = told(request, _DATE), _DATE.search(request.report.first_line)
    if at is None or asked is None:
        return None
    models = _models(at.file)
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
        target = (
            node.targets[0]
            if isinstance(node, ast.Assign)
            else node.target
            if isinstance(node, ast.AnnAssign)
            else None
        )
        if isinstance(target, ast.Name):
            names = {one.id if isinstance(one, ast.Name) else one.attr for one in ast.walk(node)
                     if isinstance(one, ast.Name | ast.Attribute)}  # fmt: skip
            if kind in names or kind.lower() in names:
                found.add(target.id)
    return found


def _is_iso(node: ast.expr, kind: str) -> bool:
    text = text_of(node)
    try:
        return text is not None and bool((date if kind == "Date" else datetime).fromisoformat(text))
    except ValueError:
        return False


def in_list(request: Request) -> Mend | None:
    """`in_([3])`."""
    at = told(request, _ONE_FOR_LIST)
    found = [one for one in at.every(ast.Call) if called(one) in ("in_", "not_in", "notin_")] if at is not None else []
    if at is None or len(found) != 1 or found[0].keywords or not found[0].args:
        return None
    if any(isinstance(one, ast.Starred | ast.List | ast.Tuple) for one in found[0].args):
        return None
    made = reach(at.file, found[0].args[0]) or []
    sure = len(found[0].args) > 1 or (bool(made) and all(isinstance(one, ast.Constant) for one in made))
    start, end = at.file.span(found[0].args[0])[0], at.file.span(found[0].args[-1])[1]
    return Mend((TextEdit(start, start, "["), TextEdit(end, end, "]")), sure=sure)


def clause_parts(request: Request) -> Mend | None:
    """`where(a == 1, b == 2)`."""
    at = told(request, _TRUTH)
    if at is None:
        return None
    found = [
        (call, arg)
        for call in at.every(ast.Call)
        if called(call) in _CONDITIONS and not call.keywords
        for arg in call.args
        if isinstance(arg, ast.BoolOp)
    ]
    if len(found) != 1 or any(
        isinstance(one, ast.BoolOp | ast.Not) for part in found[0][1].values for one in ast.walk(part)
    ):
        return None
    joined, file = found[0][1], at.file
    spans = [file.span(one) for one in joined.values]
    text = file.source.text
    edits = []
    for (_, end), (start, _) in pairwise(spans):
        word = re.search(r"\s*(?:\\\r?\n\s*)?\b(?:and|or)\b", text[end:start])
        if word is None or "#" in text[end:start]:
            return None
        edits.append(TextEdit(end + word.start(), end + word.end(), ","))
    if any(text[start:end].count("(") != text[start:end].count(")") for start, end in spans) or _opened(text, spans):
        return None
    imports = Imports(file.source)
    if isinstance(joined.op, ast.Or):
        name = imports.name("sqlalchemy", "or_")
        edits += [TextEdit(spans[0][0], spans[0][0], f"{name}("), TextEdit(spans[-1][1], spans[-1][1], ")")]
    return Mend((*edits, *imports.edits()))


def _opened(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether a part stands in parentheses of its own, which are not counted to it."""
    return any(set("()") & set(text[end:start]) for (_, end), (start, _) in pairwise(spans))


def loader_attribute(request: Request) -> Mend | None:
    """`joinedload(User.orders)`."""
    at = told(request, _LOADER)
    if at is None:
        return None
    loaders = [one for one in at.every(ast.Call) if called(one) in _LOADERS and one.args]
    asked = [one for one in at.every(ast.Call) if called(one) in ("select", "query") and one.args]
    model = asked[0].args[0] if len(asked) == 1 else None
    texts = [arg for one in loaders for arg in one.args if text_of(arg) is not None]
    models = _models(at.file)
    if not isinstance(model, ast.Name) or not texts or any(isinstance(one.func, ast.Attribute) for one in loaders):
        return None
    if model.id in models and any(text_of(one) not in _members(models[model.id]) for one in texts):
        return None
    if any(not (text_of(one) or "").isidentifier() for one in texts):
        return None
    return Mend(tuple(TextEdit(*at.file.span(one), f"{model.id}.{text_of(one)}") for one in texts))


RECIPES = (
    Recipe("add-all", "Adds all objects of a list to the session.", add_all),
    Recipe("mapped-object", "Gives a relationship, or the session, what it holds.", mapped_object),
    Recipe("bound-name", "Names a value as the SQL does.", bound_name,
           unsure="The value may have another meaning than the name that has none."),
    Recipe("plain-date", "Reads the text of a date that a column is given.", plain_date),
    Recipe("in-list", "Puts what in_() is given into a list.", in_list,
           unsure="What the name stands for may be a list of another kind already."),
    Recipe("clause-parts", "Joins conditions as SQL does.", clause_parts),
    Recipe("loader-attribute", "Names what is loaded by the class's attribute.", loader_attribute),
)  # fmt: skip
