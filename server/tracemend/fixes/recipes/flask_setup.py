"""`blueprint-name`, `request-context`, `bind-extension`, `changeable-values`, `answer-text`: how an application of
Flask is put together, and what its views read and answer.

- `blueprint-name`: `"shop.items"` becomes `"shop_items"`, in `url_for` as well. A blueprint that has another one's name
  gets its own variable's, where no `url_for` may mean either.
- `request-context`: `with app.app_context():` becomes `with app.test_request_context():` where an address is made in
  it. Not sure where a whole address is asked for: that would be `http://localhost/`.
- `bind-extension`: `db.init_app(app)` after the application is made; the address of the database before the extension
  reads it; `SQLAlchemy()` for `SQLAlchemy(app)` where `init_app` follows.
- `changeable-values`: `request.form.copy()` where what it gives is changed.
- `answer-text`: `return str(count)` in the one view that answers a number, as the code shows; in a file that answers
  JSON elsewhere `jsonify(count)`.

None applies where the application, the blueprint or the view is in another file.

Sources: https://flask.palletsprojects.com/en/stable/blueprints/, https://flask.palletsprojects.com/en/stable/reqcontext/,
https://flask-sqlalchemy.readthedocs.io/en/stable/quickstart/, src/flask/sansio/blueprints.py of Flask
"""

from __future__ import annotations

import ast
import re

from tracemend.evidence.similar import closest
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, text_of
from tracemend.fixes.toolkit.edits import extent, insert_after, owns_its_lines
from tracemend.fixes.toolkit.failing import failing, told
from tracemend.fixes.toolkit.imports import Imports
from tracemend.source.module import Module
from tracemend.source.reach import reach

Function = ast.FunctionDef | ast.AsyncFunctionDef
_DOT = re.compile(r"'name' may not contain a dot")
_TAKEN = re.compile(r"The name '([^']+)' is already registered for a different blueprint")
_OUTSIDE = re.compile(r"Unable to build URLs outside an active request")
_UNBOUND = re.compile(r"The current Flask app is not registered with this 'SQLAlchemy' instance")
_NO_ADDRESS = re.compile(r"Either 'SQLALCHEMY_DATABASE_URI' or 'SQLALCHEMY_BINDS' must be set")
_BOUND_TWICE = re.compile(r"A 'SQLAlchemy' instance has already been registered on this Flask app")
_IMMUTABLE = re.compile(r"'Immutable\w+' objects are immutable")
_NUMBER = re.compile(r"did not return a valid response\. The return type must be .* but it was an? (int|float)\.")
_ADDRESS = "SQLALCHEMY_DATABASE_URI"
_VALUES = frozenset(("form", "args", "values", "files", "cookies"))
_ROUTES = frozenset(("route", "get", "post", "put", "delete", "patch"))
_NUMBERS = {"int": ("len", "int", "sum", "count", "index", "randint", "ord"), "float": ("float", "random", "uniform")}


def blueprint_name(request: Request) -> Mend | None:
    """A name without dots, or one of its own."""
    at = failing(request)
    taken = _TAKEN.search(request.report.first_line)
    if at is None or not (taken or _DOT.search(request.report.first_line)):
        return None
    return _other_name(at.file, taken[1], at.every(ast.Call)) if taken else _plain_name(at.file, at.every(ast.Call))


def _named(call: ast.Call) -> ast.expr | None:
    """The name that a blueprint is made with."""
    keyword = keyword_of(call, "name")
    return call.args[0] if call.args else keyword.value if keyword is not None else None


def _inside(file: Module, node: ast.expr) -> tuple[int, int] | None:
    """Where a text's characters stand between its quotes; None where it has escapes, pieces or a prefix."""
    start, end = file.span(node)
    text = text_of(node)
    written = file.source.text[start:end]
    return (start + 1, end - 1) if text and written[1:-1] == text and written[0] in "'\"" else None


def _plain_name(file: Module, calls: list[ast.Call]) -> Mend | None:
    found = [one for one in calls if called(one) == "Blueprint"]
    name = _named(found[0]) if len(found) == 1 else None
    old, where = text_of(name), _inside(file, name) if name is not None else None
    if old is None or where is None or "." not in old.strip("."):
        return None
    new = old.strip(".").replace(".", "_")
    edits = [TextEdit(*where, new)]
    for call in file.nodes:
        target = call.args[0] if isinstance(call, ast.Call) and called(call) == "url_for" and call.args else None
        endpoint, inside = text_of(target), _inside(file, target) if target is not None else None
        if endpoint is not None and endpoint.startswith(f"{old}."):
            if inside is None:
                return None
            edits.append(TextEdit(inside[0], inside[0] + len(old), new))
    return Mend(tuple(edits))


def _other_name(file: Module, taken: str, calls: list[ast.Call]) -> Mend | None:
    found = [one for one in calls if called(one) == "register_blueprint" and one.args]
    given = found[0].args[0] if len(found) == 1 else None
    bound = file.only_value(given.id, given) if isinstance(given, ast.Name) else None
    if not isinstance(given, ast.Name) or bound is None or not isinstance(bound[1], ast.Call):
        return None
    name = _named(bound[1])
    where = _inside(file, name) if name is not None else None
    new = re.sub(r"_?(?:bp|blueprint)\Z|\A(?:bp|blueprint)_", "", given.id)
    texts = [text_of(one) or "" for one in file.nodes if isinstance(one, ast.Constant)]
    if where is None or text_of(name) != taken or not new or new == taken or new in texts:
        return None
    meant = any(one.startswith(f"{taken}.") for one in texts)
    return Mend((TextEdit(*where, new),), sure=not meant)


def request_context(request: Request) -> Mend | None:
    """`with app.test_request_context():`."""
    at = told(request, _OUTSIDE)
    if at is None:
        return None
    own, here = request.report.user_frame, request.place.line or 0
    moved = here - (own.line or here) if own is not None else 0  # since the program ran
    lines = [moved + (one.line or 0) for one in request.report.frames if own is not None and one.path == own.path]
    calls = [
        item.context_expr
        for outer in at.file.nodes
        if isinstance(outer, ast.With)
        and any(outer.lineno <= one <= (outer.end_lineno or 0) for one in lines or [here])
        for item in outer.items
        if isinstance(item.context_expr, ast.Call) and called(item.context_expr) == "app_context"
    ]
    if len(calls) != 1 or not isinstance(calls[0].func, ast.Attribute) or calls[0].args or calls[0].keywords:
        return None
    end = at.file.span(calls[0].func)[1]
    whole = any(called(one) == "url_for" and keyword_of(one, "_external") for one in at.every(ast.Call))
    return Mend((TextEdit(end - len("app_context"), end, "test_request_context"),), sure=not whole)


def bind_extension(request: Request) -> Mend | None:
    """The extension bound to the application, once, and with its configuration."""
    at = failing(request)
    message = request.report.first_line
    if at is None:
        return None
    if _UNBOUND.search(message):
        return _init_after(at.file)
    if _NO_ADDRESS.search(message):
        return _misspelt_address(at.file) or _address_first(at.file, at.node)
    return _made_unbound(at.file, at.every(ast.Call)) if _BOUND_TWICE.search(message) else None


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


def _init_after(file: Module) -> Mend | None:
    """`db.init_app(app)` after the last line that makes the application, the extension or configures it."""
    extensions, apps = _made(file, "SQLAlchemy"), _made(file, "Flask")
    if len(extensions) != 1 or len(apps) != 1 or any(called(one[2]) == "init_app" for one in _made(file, "init_app")):
        return None
    extension, app = extensions[0], apps[0]
    if extension[2].args or extension[0] not in file.tree.body:
        return None
    if any(isinstance(one, ast.Call) and called(one) == "init_app" for one in file.nodes):
        return None
    block = file.tree.body if app[0] in file.tree.body else getattr(file.parents.get(id(app[0])), "body", [])
    if app[0] not in block:
        return None
    before = [app[0], *(one for one in block if _configures(one, app[1].id))]
    if extension[0] in block:
        before.append(extension[0])
    last = max(before, key=lambda one: one.lineno)
    statement = file.statement(last)
    if not owns_its_lines(statement) or not any(_configures(one, app[1].id) for one in block):
        return None
    return Mend((insert_after(statement, [f"{extension[1].id}.init_app({app[1].id})"]),))


def _configures(node: ast.stmt, app: str) -> bool:
    """Whether a statement sets something in the application's configuration."""
    if isinstance(node, ast.Assign):
        target = node.targets[0]
        return isinstance(target, ast.Subscript) and dotted(target.value) == f"{app}.config"
    call = node.value if isinstance(node, ast.Expr) else None
    return isinstance(call, ast.Call) and (dotted(call.func) or "").startswith(f"{app}.config.")


def _misspelt_address(file: Module) -> Mend | None:
    """A key of the configuration that is the address's, misspelt."""
    keys = [
        one.slice
        for one in file.nodes
        if isinstance(one, ast.Subscript)
        and isinstance(one.ctx, ast.Store)
        and (dotted(one.value) or "").endswith(".config")
    ]
    near = [one for one in keys if _is_near(text_of(one))]
    where = _inside(file, near[0]) if len(near) == 1 else None
    return Mend((TextEdit(*where, _ADDRESS),)) if where is not None else None


def _is_near(key: str | None) -> bool:
    if key is None or key == _ADDRESS:
        return False
    return key in ("DATABASE_URI", "DATABASE_URL", "SQLALCHEMY_DATABASE_URL", "SQLALCHEMY_URI") or (
        closest(key, [_ADDRESS]) == _ADDRESS and key.startswith("SQL") and "TRACK" not in key
    )


def _address_first(file: Module, node: ast.stmt) -> Mend | None:
    """The line that sets the address moved before the one that binds the extension, in the same block."""
    outer = file.parents.get(id(node))
    block = getattr(outer, "body", [])
    later = [
        one
        for one in (block[block.index(node) + 1 :] if node in block else [])
        if isinstance(one, ast.Assign) and any(text_of(part) == _ADDRESS for part in ast.walk(one.targets[0]))
    ]
    if len(later) != 1:
        return None
    moved, here = file.statement(later[0]), file.statement(node)
    if not owns_its_lines(moved) or not owns_its_lines(here) or _needs(file, node, later[0]):
        return None
    source = file.source
    first, last = extent(moved)
    start, stop = source.offset(first, 0), source.offset(last + 1, 0)
    text = source.text[start:stop]
    if not text.endswith("\n"):
        return None
    at = source.offset(extent(here)[0], 0)
    return Mend((TextEdit(at, at, text), TextEdit(start, stop, "")))


def _needs(file: Module, node: ast.stmt, moved: ast.Assign) -> bool:
    """Whether what is moved reads a name that is bound in between."""
    used = {one.id for one in ast.walk(moved) if isinstance(one, ast.Name)}
    return any(
        isinstance(one, ast.Name) and not isinstance(one.ctx, ast.Load) and one.id in used
        for one in file.nodes
        if node.lineno <= getattr(one, "lineno", 0) < moved.lineno
    )


def _made_unbound(file: Module, calls: list[ast.Call]) -> Mend | None:
    """`SQLAlchemy()` where `init_app` binds it."""
    found = [one for one in calls if called(one) == "init_app" and isinstance(one.func, ast.Attribute)]
    owner = found[0].func.value if len(found) == 1 and isinstance(found[0].func, ast.Attribute) else None
    bound = file.only_value(owner.id, owner) if isinstance(owner, ast.Name) else None
    call = bound[1] if bound is not None else None
    if not isinstance(call, ast.Call) or called(call) != "SQLAlchemy" or len(call.args) != 1 or len(found[0].args) != 1:
        return None
    if ast.dump(call.args[0]) != ast.dump(found[0].args[0]):
        return None
    start, end = file.span(call.args[0])
    if call.keywords:
        end = file.span(call.keywords[0])[0]
    return None if "#" in file.source.text[start:end] else Mend((TextEdit(start, end, ""),))


def changeable_values(request: Request) -> Mend | None:
    """`data = request.form.copy()`."""
    at = told(request, _IMMUTABLE)
    if at is None:
        return None
    names = [
        one
        for one in at.every(ast.Name)
        if any(isinstance(one_, ast.Attribute) and one_.attr in _VALUES for one_ in reach(at.file, one) or ())
    ]
    found = {id(part): part for one in names for part in reach(at.file, one) or () if isinstance(part, ast.Attribute)}
    values = list(found.values())
    if len(values) != 1 or values[0].attr not in _VALUES or not dotted(values[0].value):
        return None
    if (dotted(values[0].value) or "").rpartition(".")[2] != "request":
        return None
    end = at.file.span(values[0])[1]
    return Mend((TextEdit(end, end, ".copy()"),))


def answer_text(request: Request) -> Mend | None:
    """`return str(count)`."""
    at = told(request, _NUMBER)
    kind = _NUMBER.search(request.report.first_line)
    if at is None or kind is None:
        return None
    answers = [value for view in at.file.nodes if isinstance(view, Function) for value in _answers(at.file, view)]
    numbers = [one for one in answers if _is_number(at.file, one, kind[1])]
    if len(numbers) != 1:
        return None
    imports, node = Imports(at.file.source), numbers[0]
    json = imports.find_name("flask", "jsonify") is not None or any(isinstance(one, ast.Dict) for one in answers)
    written = imports.name("flask", "jsonify") if json else "str"
    start, end = at.file.span(node)
    if at.file.source.text[start - 1 : start] == "(":
        return None
    return Mend((TextEdit(start, start, f"{written}("), TextEdit(end, end, ")"), *imports.edits()))


def _answers(file: Module, view: Function) -> list[ast.expr]:
    """What the returns of a view give."""
    if not any(isinstance(one, ast.Call) and called(one) in _ROUTES for one in view.decorator_list):
        return []
    found = [
        one.value
        for one in ast.walk(view)
        if isinstance(one, ast.Return)
        and one.value is not None
        and next(outer for outer in file.around(one) if isinstance(outer, Function | ast.Lambda)) is view
    ]
    return [one.elts[0] if isinstance(one, ast.Tuple) and one.elts else one for one in found]


def _is_converted(file: Module, name: ast.Name, kind: str) -> bool:
    """Whether the rule of the view around makes a number of that kind of its parameter: `<int:a>`."""
    view = next((outer for outer in file.around(name) if isinstance(outer, Function)), None)
    rules = [
        text_of(one.args[0]) or ""
        for one in (view.decorator_list if view else ())
        if isinstance(one, ast.Call) and one.args
    ]
    return file.scope_of(name.id, name) is view and any(f"<{kind}:{name.id}>" in rule for rule in rules)


def _is_number(file: Module, node: ast.expr, kind: str) -> bool:
    """Whether the code shows that an expression is a number of that kind."""
    for one in reach(file, node) or [node]:
        if isinstance(one, ast.Name) and _is_converted(file, one, kind):
            continue
        if isinstance(one, ast.BinOp):
            sides = [_is_number(file, side, kind) for side in (one.left, one.right)]
            if not (all(sides) or isinstance(one.op, ast.Div)) or (isinstance(one.op, ast.Div) and kind == "int"):
                return False
        elif isinstance(one, ast.Call):
            if called(one) not in _NUMBERS[kind]:
                return False
        elif not isinstance(one, ast.Constant) or type(one.value).__name__ != kind:
            return False
    return True


RECIPES = (
    Recipe(
        "blueprint-name",
        "Gives a blueprint a name that it can have.",
        blueprint_name,
        unsure="Addresses are made by the name, and either blueprint may be meant.",
    ),
    Recipe(
        "request-context",
        "Makes addresses in the context of a request.",
        request_context,
        unsure="The whole address would begin with localhost; SERVER_NAME says where the site is.",
    ),
    Recipe("bind-extension", "Binds the extension to the application, once and configured.", bind_extension),
    Recipe("changeable-values", "Works on a copy of the request's values.", changeable_values),
    Recipe("answer-text", "Answers a number as text.", answer_text),
)
