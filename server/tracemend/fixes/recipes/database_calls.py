"""`sql-select`, `sql-dictionary`, `sql-connection`, `sql-keep`, `on-delete`, `safe-load`: calls that have
another form in SQLAlchemy 2, Django 2 and PyYAML 6.

- `sql-select`: `select(a, b)` for `select([a, b])`.
- `sql-dictionary`: `execute(sql, {"n": 3})` for `execute(sql, n=3)`.
- `sql-connection`: `with engine.begin() as connection:` around a statement that executes by the engine, and `text()`
  around SQL that is a plain text; what it changes is committed at the end, as it was in version 1. Not where the result
  is used after the statement.
- `sql-keep`: `expire_on_commit=False` for the one session whose objects are used after it is closed.
- `on-delete`: `on_delete=models.CASCADE`, which is what Django 1 did.
- `safe-load`: `yaml.safe_load(...)` for `yaml.load(...)` without a loader.

Sources: https://docs.sqlalchemy.org/en/20/changelog/migration_20.html,
https://docs.sqlalchemy.org/en/20/errors.html#error-bhk3, https://docs.djangoproject.com/en/stable/releases/2.0/,
https://pyyaml.org/wiki/PyYAMLDocumentation
"""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, text_of
from tracemend.fixes.toolkit.edits import (
    add_after,
    add_keyword,
    extent,
    indent_lines,
    indent_step,
    insert_before,
    owns_its_lines,
)
from tracemend.fixes.toolkit.failing import all_failing, the_failing
from tracemend.fixes.toolkit.imports import Imports
from tracemend.fixes.toolkit.names import free_name
from tracemend.source.module import whole

_FETCHES = ("fetchall", "all", "fetchone", "first", "scalar", "scalar_one", "scalars", "one", "one_or_none")
_RELATIONS = ("ForeignKey", "OneToOneField")


def select(request: Request) -> Mend | None:
    """`select(a, b)`."""
    found = the_failing(request, ast.Call, lambda call: called(call) == "select" and len(call.args) == 1)
    if found is None or not isinstance(found[1].args[0], ast.List) or not found[1].args[0].elts:
        return None
    file, items = found[0], found[1].args[0].elts
    (start, end), first, last = file.span(found[1].args[0]), file.span(items[0])[0], file.span(items[-1])[1]
    text = file.source.text
    if text[start:first].strip() != "[" or text[last:end].strip() not in ("]", ",]"):
        return None
    return Mend((TextEdit(start, start + 1, ""), TextEdit(end - 1, end, "")))


def parameters(request: Request) -> Mend | None:
    """`execute(sql, {"n": 3})`."""
    if "execute() got an unexpected keyword argument" not in request.report.first_line:
        return None
    found = the_failing(request, ast.Call, lambda call: called(call) == "execute" and len(call.args) == 1)
    if found is None or any(one.arg is None for one in found[1].keywords) or not found[1].keywords:
        return None
    file, given = found[0], found[1].keywords
    edits = []
    for one in given:
        start, value = file.span(one)[0], file.span(one.value)[0]
        if file.source.text[start:value].replace(" ", "") != f"{one.arg}=":
            return None
        edits.append(TextEdit(start, value, f'"{one.arg}": '))
    begin, stop = file.span(given[0])[0], file.span(given[-1])[1]
    return Mend((TextEdit(begin, begin, "{"), *edits, TextEdit(stop, stop, "}")))


def connection(request: Request) -> Mend | None:
    """`with engine.begin() as connection:` around the statement."""
    found = the_failing(
        request, ast.Call, lambda call: called(call) == "execute" and isinstance(call.func, ast.Attribute)
    )
    statement = request.place.statement
    if found is None or statement is None or not isinstance(found[1].func, ast.Attribute):
        return None
    file, call = found
    node = file.statement(call)
    engine = dotted(found[1].func.value)
    if engine is None or not owns_its_lines(node) or not isinstance(node.node, ast.Expr | ast.Assign | ast.For):
        return None
    if any(
        isinstance(one, ast.With)
        and any(item.optional_vars is not None and dotted(item.optional_vars) == engine for item in one.items)
        for one in file.around(node.node)
    ):
        return None  # it is a connection already
    outer = file.parents.get(id(call))
    fetched = isinstance(outer, ast.Attribute) and outer.attr in _FETCHES
    if not (fetched or isinstance(node.node, ast.For) or (isinstance(node.node, ast.Expr) and node.node.value is call)):
        return None
    name = free_name(file.source, "connection", "engine_connection")
    first, last = extent(node)
    edits = indent_lines(file.source, first, last, indent_step(file.source))
    edits.append(TextEdit(*file.span(found[1].func.value), name))
    if call.args and (text_of(call.args[0]) is not None or isinstance(call.args[0], ast.JoinedStr)):
        imports = Imports(file.source)
        start, end = file.span(call.args[0])
        edits += [TextEdit(start, start, f"{imports.name('sqlalchemy', 'text')}("), TextEdit(end, end, ")")]
        edits += imports.edits()
    return Mend((insert_before(node, [f"with {engine}.begin() as {name}:"]), *edits))


def keep(request: Request) -> Mend | None:
    """`Session(engine, expire_on_commit=False)`."""
    statement = request.place.statement
    file = whole(statement.source) if statement is not None else None
    if file is None or not (request.report.exception or "").endswith("DetachedInstanceError"):
        return None
    if "attribute refresh operation cannot proceed" not in request.report.first_line:
        return None
    names = ("Session", "sessionmaker", "async_sessionmaker", "AsyncSession")
    made = [one for one in file.nodes if isinstance(one, ast.Call) and called(one) in names]
    makers = [one for one in made if called(one).endswith("sessionmaker")] or made
    if (
        len(makers) != 1
        or keyword_of(makers[0], "expire_on_commit")
        or any(key.arg is None for key in makers[0].keywords)
    ):
        return None
    return Mend((add_keyword(file.statement(makers[0]), makers[0], "expire_on_commit=False"),))


def on_delete(request: Request) -> Mend | None:
    """`ForeignKey(User, on_delete=models.CASCADE)` for every relation of the file that lacks it."""
    if "missing 1 required positional argument: 'on_delete'" not in request.report.first_line:
        return None
    found = all_failing(request, ast.Call, lambda call: called(call) in _RELATIONS)
    if found is None:
        return None
    file = found[0]
    edits = []
    for call in file.nodes:
        if not isinstance(call, ast.Call) or called(call) not in _RELATIONS or keyword_of(call, "on_delete"):
            continue
        owner = dotted(call.func.value) if isinstance(call.func, ast.Attribute) else None
        to = call.args[0] if len(call.args) == 1 else keyword_of(call, "to") if not call.args else None
        if owner is None or to is None or any(key.arg is None for key in call.keywords):
            return None
        edits.append(add_after(file.statement(call), call, to, f"on_delete={owner}.CASCADE"))
    return Mend(tuple(edits), note="CASCADE deletes what refers to a row with it, as Django 1 did.") if edits else None


def safe_load(request: Request) -> Mend | None:
    """`yaml.safe_load(file)`."""
    found = the_failing(request, ast.Call, lambda call: dotted(call.func) == "yaml.load" and len(call.args) == 1)
    if found is None or found[1].keywords or "'Loader'" not in request.report.first_line:
        return None
    end = found[0].span(found[1].func)[1]
    return Mend((TextEdit(end - len("load"), end, "safe_load"),))


RECIPES = (
    Recipe("sql-select", "Gives columns to select one by one.", select),
    Recipe("sql-dictionary", "Gives an SQL's values as a dictionary.", parameters),
    Recipe("sql-connection", "Executes by a connection of the engine.", connection),
    Recipe("sql-keep", "Keeps objects' values after a commit.", keep),
    Recipe("on-delete", "Says what is deleted with a row.", on_delete),
    Recipe("safe-load", "Loads YAML with the safe loader.", safe_load),
)
