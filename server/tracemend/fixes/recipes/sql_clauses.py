"""`bound-name`, `in-list`, `clause-parts`, `loader-attribute`: what the statements of SQLAlchemy are given.

- `bound-name`: the key of the values that is like the `:name` of the SQL which has no value.
- `in-list`: `in_(3)` becomes `in_([3])`, `in_(x for x in xs)` `in_([x for x in xs])`.
- `clause-parts`: `where(a == 1 and b == 2)` becomes `where(a == 1, b == 2)`, `a or b` `or_(a, b)`; in parentheses of
  its own `and_(a, b)`.
- `loader-attribute`: `joinedload("orders")` becomes `joinedload(User.orders)`.

Each applies where the file shows the statement and the value.

Sources: https://docs.sqlalchemy.org/en/20/core/sqlelement.html, https://docs.sqlalchemy.org/en/20/errors.html,
https://docs.sqlalchemy.org/en/20/changelog/migration_20.html
"""

from __future__ import annotations

import ast
import re
from itertools import pairwise

from tracemend import lazy
from tracemend.evidence.similar import closest
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, text_of
from tracemend.fixes.toolkit.edits import in_parentheses
from tracemend.fixes.toolkit.failing import told
from tracemend.fixes.toolkit.imports import Imports
from tracemend.fixes.toolkit.mapped_classes import mapped_classes, members_of
from tracemend.source.module import Module
from tracemend.source.reach import reach

_NO_VALUE = lazy.regex(r"A value is required for bind parameter '(?P<name>\w+)'")
_ONE_FOR_LIST = lazy.regex(r"IN expression list, SELECT construct, or bound parameter object expected, got")
_TRUTH = lazy.regex(r"Boolean value of this clause is not defined")
_LOADER = lazy.regex(r"Strings are not accepted for attribute names in loader options")
_OF_COLUMNS = ("load_only", "defer", "undefer")
_CONDITIONS = frozenset(("where", "filter", "having"))
_LOADERS = frozenset(("joinedload", "selectinload", "subqueryload", "lazyload", "contains_eager", "load_only", "defer",
                      "undefer", "noload", "raiseload", "immediateload"))  # fmt: skip


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
    return Mend((TextEdit(start + 1, end - 1, asked["name"]),), sure=near and _used_once(at.file, call.args[1]))


def _used_once(file: Module, node: ast.expr) -> bool:
    """Whether a value is used here alone, as far as its name shows."""
    scope = file.scope_of(node.id, node) if isinstance(node, ast.Name) else None
    return not isinstance(node, ast.Name) or (scope is not None and len(file.uses(node.id, scope)) == 1)


def _sql(file: Module, node: ast.expr) -> str | None:
    made = reach(file, node)
    one = made[0] if made is not None and len(made) == 1 else None
    if isinstance(one, ast.Call) and called(one) == "text" and one.args:
        return _sql(file, one.args[0])
    return text_of(one)


def in_list(request: Request) -> Mend | None:
    """`in_([3])`."""
    at = told(request, _ONE_FOR_LIST)
    found = [one for one in at.every(ast.Call) if called(one) in ("in_", "not_in", "notin_")] if at is not None else []
    if at is None or len(found) != 1 or found[0].keywords or not found[0].args:
        return None
    given, file = found[0].args, at.file
    if any(isinstance(one, ast.Starred | ast.List | ast.Tuple | ast.Dict | ast.ListComp) for one in given):
        return None
    start, end = file.span(given[0])[0], file.span(given[-1])[1]
    text = file.source.text
    if isinstance(given[0], ast.GeneratorExp):
        if text[end - 1 : end + 1] == "))" or len(given) != 1:
            return None
        return Mend((TextEdit(start, start + 1, "(["), TextEdit(end - 1, end, "])")))
    if len(given) > 1 and any(in_parentheses(file, found[0], one) for one in given):
        return None
    made = reach(file, given[0]) or []
    plain = bool(made) and all(isinstance(one, ast.Constant) and "," not in str(one.value) for one in made)
    return Mend((TextEdit(start, start, "["), TextEdit(end, end, "]")), sure=plain or len(given) > 1)


def clause_parts(request: Request) -> Mend | None:
    """`where(a == 1, b == 2)`."""
    at = told(request, _TRUTH)
    if at is None:
        return None
    found = [
        (call, arg)
        for call in at.every(ast.Call)
        if called(call) in _CONDITIONS and isinstance(call.func, ast.Attribute) and not call.keywords
        for arg in call.args
        if isinstance(arg, ast.BoolOp)
    ]
    if len(found) != 1 or any(
        isinstance(one, ast.BoolOp | ast.Not) or (isinstance(one, ast.Compare) and len(one.ops) > 1)
        for part in found[0][1].values
        for one in ast.walk(part)
    ):
        return None
    (call, joined), file = found[0], at.file
    text = file.source.text
    edits = []
    for (_, end), (start, _) in pairwise([file.span(one) for one in joined.values]):
        word = re.search(r"\s*(?:\\\r?\n\s*)?\b(?:and|or)\b", text[end:start])
        if word is None or "#" in text[end:start]:
            return None
        edits.append(TextEdit(end + word.start(), end + word.end(), ","))
    imports = Imports(file.source)
    if isinstance(joined.op, ast.Or) or in_parentheses(file, call, joined):
        name = imports.name("sqlalchemy", "or_" if isinstance(joined.op, ast.Or) else "and_")
        start, end = file.span(joined)
        edits += [TextEdit(start, start, f"{name}("), TextEdit(end, end, ")")]
    return Mend((*edits, *imports.edits()))


def loader_attribute(request: Request) -> Mend | None:
    """`joinedload(User.orders)`."""
    at = told(request, _LOADER)
    if at is None:
        return None
    loaders = [one for one in at.every(ast.Call) if called(one) in _LOADERS and one.args]
    asked = [one for one in at.every(ast.Call) if called(one) in ("select", "query") and one.args]
    model = asked[0].args[0] if len(asked) == 1 else None
    texts = [arg for one in loaders for arg in one.args if text_of(arg) is not None]
    models = mapped_classes(at.file)
    if not isinstance(model, ast.Name) or not texts or any(isinstance(one.func, ast.Attribute) for one in loaders):
        return None
    if any(len(one.args) > 1 and called(one) not in _OF_COLUMNS for one in loaders):
        return None  # these were the steps of one path
    known = model.id in models
    if known and any(text_of(one) not in members_of(models[model.id]) for one in texts):
        return None
    if any(not (text_of(one) or "").isidentifier() for one in texts):
        return None
    alone = len(asked[0].args) == 1 and not any(
        "join" in called(one) for one in at.every(ast.Call) if one not in loaders
    )
    edits = tuple(TextEdit(*at.file.span(one), f"{model.id}.{text_of(one)}") for one in texts)
    return Mend(edits, sure=known or alone)


RECIPES = (
    Recipe("bound-name", "Names a value as the SQL does.", bound_name,
           unsure="The value may have another meaning than the name that has none."),
    Recipe("in-list", "Puts what in_() is given into a list.", in_list,
           unsure="What the name stands for may be a list of another kind already."),
    Recipe("clause-parts", "Joins conditions as SQL does.", clause_parts),
    Recipe("loader-attribute", "Names what is loaded by the class's attribute.", loader_attribute,
           unsure="It may be an attribute of the other class that is read."),
)  # fmt: skip
