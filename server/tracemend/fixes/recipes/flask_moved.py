"""`json-provider`, `context-object`: what Flask replaced by something of another form, in the file that imports it.

- `json-provider`: a class that is made from `flask.json.JSONEncoder` is made from `DefaultJSONProvider`, and
  `app.json_encoder = Encoder` becomes `app.json = Encoder(app)`. Does not apply where the class is used otherwise (as
  `cls=` of `json.dumps`), or does more than `default`. Not sure where the application is in another file.
- `context-object`: `_request_ctx_stack.top` becomes `request_ctx`, `_app_ctx_stack.top` `app_ctx`. Does not apply where
  it is compared with None, which these are never, or something is pushed or popped.

Sources: https://flask.palletsprojects.com/en/stable/changes/, https://flask.palletsprojects.com/en/stable/api/#module-flask.json,
src/flask/globals.py of Flask
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import dotted, is_none
from tracemend.fixes.toolkit.edits import owns_its_lines
from tracemend.fixes.toolkit.failing import failing, told
from tracemend.fixes.toolkit.import_names import imported_elsewhere
from tracemend.fixes.toolkit.names import is_used
from tracemend.source.module import Module
from tracemend.source.scopes import methods

_ENCODER = lazy.regex(r"cannot import name 'JSONEncoder' from 'flask\.json'")
_STACK = lazy.regex(r"cannot import name '(_request_ctx_stack|_app_ctx_stack)' from 'flask'")
_NEW = {"_request_ctx_stack": "request_ctx", "_app_ctx_stack": "app_ctx"}
_PROVIDER = "DefaultJSONProvider"


def _imported(file: Module, node: ast.stmt, gone: dict[str, str], module: str) -> list[TextEdit] | None:
    """The edits that import the new names of what is gone from a `from` import, without aliases."""
    statement = file.statement(node)
    if not isinstance(node, ast.ImportFrom) or not owns_its_lines(statement):
        return None
    taken = [alias for alias in node.names if alias.name in gone]
    if not taken or any(alias.asname for alias in taken) or any(is_used(file.source, gone[one.name]) for one in taken):
        return None
    line = f"from {module} import {', '.join(gone[alias.name] for alias in taken)}"
    return imported_elsewhere(statement, node, {id(alias) for alias in taken}, [line])


def json_provider(request: Request) -> Mend | None:
    """`class Encoder(DefaultJSONProvider)` and `app.json = Encoder(app)`."""
    at = told(request, _ENCODER)
    edits = _imported(at.file, at.node, {"JSONEncoder": _PROVIDER}, "flask.json.provider") if at is not None else None
    if at is None or edits is None:
        return None
    file, classes, set_on = at.file, list[ast.ClassDef](), 0
    for use in file.uses("JSONEncoder", file.tree):
        outer = file.parents.get(id(use))
        if (
            isinstance(outer, ast.ClassDef)
            and use in outer.bases
            and {one.name for one in methods(outer)} == {"default"}
        ):
            classes.append(outer)
            edits.append(TextEdit(*file.span(use), _PROVIDER))
        elif isinstance(outer, ast.Attribute) and (call := _base_call(file, outer)) is not None:
            edits.append(TextEdit(file.span(use)[0], file.span(call.args[1])[0], "super().default("))
        else:
            return None
    for owner in classes:
        for use in file.uses(owner.name, file.tree):
            assign = file.parents.get(id(use))
            target = assign.targets[0] if isinstance(assign, ast.Assign) and assign.value is use else None
            if isinstance(target, ast.Attribute) and target.attr == "json_encoder" and dotted(target.value):
                edits += _set_on(file, target, use)
                set_on += 1
            elif not (isinstance(assign, ast.Call) and dotted(assign.func) == "super"):
                return None
    return Mend(tuple(edits), sure=set_on > 0) if classes else None


def _base_call(file: Module, base: ast.Attribute) -> ast.Call | None:
    """`JSONEncoder.default(self, value)`, which the method that overrides it calls."""
    call = file.parents.get(id(base))
    plain = isinstance(call, ast.Call) and call.func is base and base.attr == "default"
    return call if isinstance(call, ast.Call) and plain and len(call.args) == 2 and not call.keywords else None


def _set_on(file: Module, target: ast.Attribute, name: ast.Name) -> list[TextEdit]:
    end, stop = file.span(target)[1], file.span(name)[1]
    return [TextEdit(end - len("_encoder"), end, ""), TextEdit(stop, stop, f"({file.text(target.value)})")]


def context_object(request: Request) -> Mend | None:
    """`request_ctx` for `_request_ctx_stack.top`."""
    at = failing(request) if _STACK.search(request.report.first_line) else None
    edits = _imported(at.file, at.node, _NEW, "flask.globals") if at is not None else None
    if at is None or edits is None:
        return None
    for old, new in _NEW.items():
        for use in at.file.uses(old, at.file.tree):
            top = at.file.parents.get(id(use))
            if not isinstance(top, ast.Attribute) or top.attr != "top" or _may_be_none(at.file, top):
                return None
            edits.append(TextEdit(*at.file.span(top), new))
    return Mend(tuple(edits)) if len(edits) > 1 else None


def _may_be_none(file: Module, node: ast.expr) -> bool:
    """Whether a value, or the name that it is assigned to, is compared with None."""
    outer = file.parents.get(id(node))
    if isinstance(outer, ast.Assign) and len(outer.targets) == 1 and isinstance(target := outer.targets[0], ast.Name):
        scope = file.scope_of(target.id, target)
        uses = file.uses(target.id, scope) if scope is not None else []
        return any(_may_be_none(file, use) for use in uses)
    return isinstance(outer, ast.Compare) and any(is_none(one) for one in (outer.left, *outer.comparators))


RECIPES = (
    Recipe(
        "json-provider",
        "Makes a JSON encoder of Flask the provider that Flask has instead.",
        json_provider,
        unsure="The application that is to use it is made in another file: `app.json = Encoder(app)`.",
    ),
    Recipe("context-object", "Takes the context itself where the stack of contexts was asked.", context_object),
)
