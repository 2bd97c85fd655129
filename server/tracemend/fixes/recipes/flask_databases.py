"""`bind-extension`: Flask-SQLAlchemy bound to the application, once, and after its address is set.

- Not bound: `db.init_app(app)` after the application is made and configured, in front of what failed.
- No address: the key of the configuration that is the address's, misspelt; or the line that sets the address before the
  one that binds the extension. Not sure where that line asks for something and calls stand in between.
- Bound twice: `SQLAlchemy()` for `SQLAlchemy(app)` where `init_app` follows and nothing in between asks the database.

None applies where the application or the extension is in another file.

Sources: https://flask-sqlalchemy.readthedocs.io/en/stable/quickstart/, src/flask_sqlalchemy/extension.py of
Flask-SQLAlchemy
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.evidence.similar import closest
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, text_of
from tracemend.fixes.toolkit.edits import (
    commented_extent,
    extent,
    insert_after,
    inside_quotes,
    owns_its_lines,
    without_argument,
)
from tracemend.fixes.toolkit.failing import Failing, failing
from tracemend.source.module import Module
from tracemend.source.scopes import Function

_UNBOUND = lazy.regex(r"The current Flask app is not registered with this 'SQLAlchemy' instance")
_NO_ADDRESS = lazy.regex(r"Either 'SQLALCHEMY_DATABASE_URI' or 'SQLALCHEMY_BINDS' must be set")
_BOUND_TWICE = lazy.regex(r"A 'SQLAlchemy' instance has already been registered on this Flask app")
_ADDRESS = "SQLALCHEMY_DATABASE_URI"
_ASKING = frozenset(("create_all", "drop_all", "reflect", "session", "engine", "engines", "get_engine"))
"""What of the extension needs an application."""


def bind_extension(request: Request) -> Mend | None:
    """The extension bound to the application, once, and with its configuration."""
    at = failing(request)
    message = request.report.first_line
    if at is None:
        return None
    if _UNBOUND.search(message):
        return _init_after(at)
    if _NO_ADDRESS.search(message):
        return _misspelt_address(at.file) or _address_first(at)
    return _made_unbound(at) if _BOUND_TWICE.search(message) else None


def _made(file: Module, name: str) -> list[tuple[ast.Assign, ast.Name, ast.Call]]:
    """The assignments of calls of `name` to one name each."""
    return [
        (one, one.targets[0], one.value)
        for one in file.nodes
        if isinstance(one, ast.Assign)
        and len(one.targets) == 1
        and isinstance(one.targets[0], ast.Name)
        and isinstance(one.value, ast.Call)
        and called(one.value) == name
    ]


def _init_after(at: Failing) -> Mend | None:
    """`db.init_app(app)` after the last line that makes the application, the extension or configures it."""
    file = at.file
    extensions, apps = _made(file, "SQLAlchemy"), _made(file, "Flask")
    if len(extensions) != 1 or len(apps) != 1:
        return None
    if any(isinstance(one, ast.Call) and called(one) == "init_app" for one in file.nodes):
        return None
    extension, app = extensions[0], apps[0]
    given = extension[2].args or keyword_of(extension[2], "app")
    if given or extension[0] not in file.tree.body:
        return None
    outer = file.parents.get(id(app[0]))
    block: list[ast.stmt] = getattr(outer, "body", [])
    if app[0] not in block or (isinstance(outer, Function) and _run_before(file, outer, extension[0])):
        return None
    configured = [one for one in block if any(_configures(part, app[1].id) for part in ast.walk(one))]
    before = [app[0], *configured, *([extension[0]] if extension[0] in block else [])]
    last = max(before, key=lambda one: one.lineno)
    around = {id(one) for one in (at.node, *file.around(at.node))}
    if any(id(one) in around for one in block[: block.index(last) + 1]):
        return None  # what failed ran before the application was ready
    statement = file.statement(last)
    if not owns_its_lines(statement) or not configured:
        return None
    return Mend((insert_after(statement, [f"{extension[1].id}.init_app({app[1].id})"]),))


def _run_before(file: Module, function: ast.FunctionDef | ast.AsyncFunctionDef, node: ast.stmt) -> bool:
    """Whether the module may run a function of its own before a statement of its own."""
    uses = file.uses(function.name, file.tree)
    return any(use.lineno < node.lineno for use in uses)


def _configures(node: ast.AST, app: str) -> bool:
    """Whether a statement sets something in the application's configuration."""
    if isinstance(node, ast.Assign):
        target = node.targets[0]
        return isinstance(target, ast.Subscript) and dotted(target.value) == f"{app}.config"
    call = node.value if isinstance(node, ast.Expr) else None
    return isinstance(call, ast.Call) and (dotted(call.func) or "").startswith(f"{app}.config.")


def _misspelt_address(file: Module) -> Mend | None:
    """A key of the configuration that is the address's, misspelt, wherever it is set and read."""
    keys = [
        one
        for one in file.nodes
        if isinstance(one, ast.Subscript) and (dotted(one.value) or "").endswith(".config") and text_of(one.slice)
    ]
    stored = [text_of(one.slice) for one in keys if isinstance(one.ctx, ast.Store)]
    near = {one for one in stored if one is not None and _is_near(one)}
    if len(near) != 1 or _ADDRESS in stored:
        return None
    key = near.pop()
    asked = [
        one
        for one in file.nodes
        if isinstance(one, ast.Call) and (dotted(one.func) or "").endswith(".config.get") and one.args
    ]
    written = [one.slice for one in keys] + [one.args[0] for one in asked]
    where = [inside_quotes(file, one) for one in written if text_of(one) == key]
    edits = [TextEdit(*one, _ADDRESS) for one in where if one is not None]
    return Mend(tuple(edits)) if len(edits) == len(where) else None


def _is_near(key: str) -> bool:
    return key in ("DATABASE_URI", "DATABASE_URL", "SQLALCHEMY_DATABASE_URL", "SQLALCHEMY_URI") or (
        closest(key, [_ADDRESS]) == _ADDRESS and key.startswith("SQL") and "TRACK" not in key
    )


def _address_first(at: Failing) -> Mend | None:
    """The line that sets the address moved before the one that binds the extension, in the same block."""
    file, node = at.file, at.node
    block: list[ast.stmt] = getattr(file.parents.get(id(node)), "body", [])
    bound = [one for one in at.every(ast.Call) if called(one) in ("SQLAlchemy", "init_app")]
    app = dotted(bound[0].args[0]) if len(bound) == 1 and bound[0].args else None
    following = block[block.index(node) + 1 :] if node in block else []
    later = [one for one in following if isinstance(one, ast.Assign) and _sets_address(one, app)]
    if len(later) != 1:
        return None
    moved, here = file.statement(later[0]), file.statement(node)
    if not owns_its_lines(moved) or not owns_its_lines(here) or _needs(file, node, later[0]):
        return None
    source = file.source
    first, last = commented_extent(moved)
    start, stop = source.offset(first, 0), source.offset(last + 1, 0)
    text = source.text[start:stop]
    if not text.endswith("\n"):
        return None
    to = source.offset(extent(here)[0], 0)
    between = following[: following.index(later[0])]
    asks = any(isinstance(one, ast.Call | ast.Subscript | ast.Attribute) for one in ast.walk(later[0].value))
    runs = any(isinstance(part, ast.Call) for one in between for part in ast.walk(one))
    return Mend((TextEdit(to, to, text), TextEdit(start, stop, "")), sure=not (asks and runs))


def _sets_address(node: ast.Assign, app: str | None) -> bool:
    """Whether an assignment gives the application's configuration the address, and does nothing else."""
    target = node.targets[0]
    return (
        len(node.targets) == 1
        and isinstance(target, ast.Subscript)
        and text_of(target.slice) == _ADDRESS
        and dotted(target.value) == f"{app}.config"
    )


def _needs(file: Module, node: ast.stmt, moved: ast.Assign) -> bool:
    """Whether what is moved reads a name that is bound in between."""
    used = {one.id for one in ast.walk(moved) if isinstance(one, ast.Name)}
    return any(
        node.lineno <= getattr(binding.node, "lineno", 0) < moved.lineno
        for name in used
        if (owner := file.scope_of(name, moved)) is not None
        for binding in file.bindings(name, owner)
    )


def _made_unbound(at: Failing) -> Mend | None:
    """`SQLAlchemy()` where `init_app` binds it."""
    file = at.file
    found = [one for one in at.every(ast.Call) if called(one) == "init_app" and isinstance(one.func, ast.Attribute)]
    owner = found[0].func.value if len(found) == 1 and isinstance(found[0].func, ast.Attribute) else None
    bound = file.only_value(owner.id, owner) if isinstance(owner, ast.Name) else None
    call = bound[1] if bound is not None else None
    if not isinstance(call, ast.Call) or called(call) != "SQLAlchemy" or len(call.args) != 1 or len(found[0].args) != 1:
        return None
    if ast.dump(call.args[0]) != ast.dump(found[0].args[0]) or not isinstance(owner, ast.Name) or bound is None:
        return None
    scope = file.scope_of(owner.id, owner)
    if scope is None or any(
        isinstance(outer := file.parents.get(id(use)), ast.Attribute)
        and outer.attr in _ASKING
        and use.lineno < found[0].lineno
        and not any(isinstance(one, Function | ast.Lambda) and one is not scope for one in file.around(use))
        for use in file.uses(owner.id, scope)
    ):
        return None
    left_out = without_argument(file, call, call.args[0])
    return Mend((left_out,)) if left_out is not None else None


RECIPES = (
    Recipe(
        "bind-extension",
        "Binds the extension to the application, once and configured.",
        bind_extension,
        unsure="What stands between the two lines may have to run before the address is known.",
    ),
)
