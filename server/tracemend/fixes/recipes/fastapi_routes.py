"""`path-default`, `annotated-default`, `path-function`, `route-slash`, `session-middleware`: routes and their
parameters as FastAPI and Starlette take them.

- `path-default`: the default of a variable of the path, which is always given, is left out of `Path(...)`. Does not
  apply where the route has no such variable: then a query parameter may be meant.
- `annotated-default`: `limit: Annotated[int, Query()] = 3` for the default inside of Annotated; not before a parameter
  without a default, which Python refuses there.
- `path-function`: `Path()` for `Query()` and the like of a variable of the path; a default is left out with it.
- `route-slash`: the slash that a path or a prefix begins with; none at a prefix's end; `"/"` for an empty path under an
  empty prefix.
- `session-middleware`: SessionMiddleware with a random key after the application is made; never sure, for sessions end
  with the process then.

Sources: https://fastapi.tiangolo.com/tutorial/path-params-numeric-validations/,
https://fastapi.tiangolo.com/tutorial/query-params-str-validations/, https://www.starlette.io/middleware/
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, spreads, text_of
from tracemend.fixes.toolkit.edits import insert_after, inside_quotes, owns_its_lines, without_argument
from tracemend.fixes.toolkit.failing import Failing, failing
from tracemend.fixes.toolkit.imports import Imports
from tracemend.source.module import Module

Function = ast.FunctionDef | ast.AsyncFunctionDef
_PATH_DEFAULT = lazy.regex(r"Path parameters cannot have a default value")
_IN_ANNOTATED = lazy.regex(r"`(?P<function>\w+)` default value cannot be set in `Annotated` for '(?P<name>\w+)'\.")
_NO_PATH = lazy.regex(r"Cannot use `(?P<function>\w+)` for path param '(?P<name>\w+)'")
_BEGINS = lazy.regex(r"(?:Routed paths|A path prefix) must start with '/'")
_ENDS = lazy.regex(r"A path prefix must not end with '/'")
_EMPTY = lazy.regex(r"Prefix and path cannot be both empty \(path operation: (?P<name>\w+)\)")
_SESSION = lazy.regex(r"SessionMiddleware must be installed to access request\.session")
_NOT_OF_PATH = ("convert_underscores", "embed", "media_type")
"""What Header() and Body() take, and Path() does not."""
_VARIABLE = lazy.regex(r"\{(\w+)(?::\w+)?\}")
_ROUTES = frozenset(("get", "post", "put", "delete", "patch", "head", "options", "api_route", "websocket", "route",
                     "add_api_route", "Route", "WebSocketRoute", "Mount", "mount"))  # fmt: skip


def path_default(request: Request) -> Mend | None:
    """`Path()` for `Path(default=3)`."""
    at = failing(request) if _PATH_DEFAULT.match(request.report.first_line) else None
    if at is None or not isinstance(at.node, Function):
        return None
    other = Imports(at.file.source).find_name("pathlib", "Path")
    found = [
        (name, call)
        for name, call in _declared(at.node)
        if called(call) == "Path"
        and dotted(call.func) not in (other, "pathlib.Path")
        and (call.args or keyword_of(call, "default"))
        and not spreads(call)
    ]
    variables = _variables(at.node)
    if len(found) != 1 or (variables is not None and found[0][0] not in variables):
        return None
    edit = _without_default(at.file, found[0][1])
    return Mend((edit,)) if edit is not None else None


def _declared(function: Function) -> list[tuple[str, ast.Call]]:
    """The parameters of a function, each with the calls in its annotation and its default."""
    arguments = function.args
    defaults = [*[None] * (len(arguments.args) - len(arguments.defaults)), *arguments.defaults]
    pairs = [
        *zip(arguments.args, defaults, strict=True),
        *zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True),
    ]
    return [
        (argument.arg, one)
        for argument, default in pairs
        for part in (argument.annotation, default)
        for one in (ast.walk(part) if part is not None else ())
        if isinstance(one, ast.Call)
    ]


def _variables(function: Function) -> set[str] | None:
    """The variables of the routes that a function answers; None where a path is not written there."""
    paths = [
        text_of(one.args[0])
        for one in function.decorator_list
        if isinstance(one, ast.Call) and called(one) in _ROUTES and one.args
    ]
    if not paths or None in paths:
        return None
    return {name for path in paths for name in _VARIABLE.findall(path or "")}


def _without_default(file: Module, call: ast.Call) -> TextEdit | None:
    """The first argument of a call, or `default=`, left out with the comma beside it."""
    given = call.args[0] if call.args else keyword_of(call, "default")
    return without_argument(file, call, given) if given is not None and len(call.args) < 2 else None


def annotated_default(request: Request) -> Mend | None:
    """`limit: Annotated[int, Query()] = 3`."""
    at, found = failing(request), _IN_ANNOTATED.match(request.report.first_line)
    if at is None or found is None or not isinstance(at.node, Function):
        return None
    calls = [one for name, one in _declared(at.node) if name == found["name"] and called(one) == found["function"]]
    place = _place(at.node, found["name"])
    if len(calls) != 1 or place is None or place.annotation is None or spreads(calls[0]):
        return None
    key = keyword_of(calls[0], "default")
    value = calls[0].args[0] if calls[0].args else key.value if key is not None else None
    left_out = _without_default(at.file, calls[0])
    if value is None or left_out is None or (isinstance(value, ast.Constant) and value.value is ...):
        return None
    end = at.file.span(place.annotation)[1]
    if "(" in at.file.source.text[at.file.span(place)[0] : at.file.span(place.annotation)[0]]:
        return None  # the annotation has parentheses of its own
    return Mend((left_out, TextEdit(end, end, f" = {at.file.text(value)}")))


def _place(function: Function, name: str) -> ast.arg | None:
    """The parameter, where it can be given a default: it has none, and no later one by position is without."""
    arguments = function.args
    first = len(arguments.args) - len(arguments.defaults)
    for index, argument in enumerate(arguments.args):
        if argument.arg == name:
            return argument if index == first - 1 else None
    for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        if argument.arg == name:
            return argument if default is None else None
    return None


def path_function(request: Request) -> Mend | None:
    """`Path()` for `Query()`."""
    at, found = failing(request), _NO_PATH.match(request.report.first_line)
    if at is None or found is None or not isinstance(at.node, Function):
        return None
    calls = [one for name, one in _declared(at.node) if name == found["name"] and called(one) == found["function"]]
    if len(calls) != 1 or spreads(calls[0]) or any(key.arg in _NOT_OF_PATH for key in calls[0].keywords):
        return None
    file, call = at.file, calls[0]
    edits: list[TextEdit] = []
    if call.args or keyword_of(call, "default"):
        left_out = _without_default(file, call)
        if left_out is None:
            return None
        edits.append(left_out)
    imports = Imports(file.source)
    if isinstance(call.func, ast.Attribute):
        end = file.span(call.func)[1]
        return Mend((*edits, TextEdit(end - len(call.func.attr), end, "Path")))
    written = imports.name("fastapi", "Path")
    return Mend((*imports.edits(), *edits, TextEdit(*file.span(call.func), written)))


def route_slash(request: Request) -> Mend | None:
    """`"/items"` for `"items"`, `"/items"` for `"/items/"`, `"/"` for `""`."""
    at, message = failing(request), request.report.first_line
    if at is None:
        return None
    empty = _EMPTY.match(message)
    if empty is not None:
        return _whole_path(at.file, empty["name"])
    if not _BEGINS.match(message) and not _ENDS.match(message):
        return None
    begins, prefix = _BEGINS.match(message) is not None, message.startswith("A path prefix")
    texts = []
    for call in _calls(at):
        key = keyword_of(call, "prefix") if prefix else keyword_of(call, "path")
        given = key.value if key is not None else call.args[0] if call.args and not prefix else None
        if given is not None and _wrong(text_of(given), begins) and (prefix or called(call) in _ROUTES):
            texts.append(given)
    if len(texts) != 1:
        return None
    where = inside_quotes(at.file, texts[0])
    if where is None:
        return None
    kept = where[0] + len((text_of(texts[0]) or "").rstrip("/"))
    return Mend((TextEdit(where[0], where[0], "/") if begins else TextEdit(kept, where[1], ""),))


def _wrong(text: str | None, begins: bool) -> bool:
    if text is None:
        return False
    return bool(text) and not text.startswith("/") if begins else len(text) > 1 and text.endswith("/")


def _calls(at: Failing) -> list[ast.Call]:
    """The statement's calls; of a function's, those of its decorators."""
    return at.parts(ast.Call) or at.every(ast.Call)


def _whole_path(file: Module, name: str) -> Mend | None:
    """`"/"` in the decorator of that function."""
    texts = [
        one.args[0]
        for function in file.nodes
        if isinstance(function, Function) and function.name == name
        for one in function.decorator_list
        if isinstance(one, ast.Call) and called(one) in _ROUTES and one.args and text_of(one.args[0]) == ""
    ]
    if len(texts) != 1:
        return None
    start, end = file.span(texts[0])
    return Mend((TextEdit(start + 1, start + 1, "/"),)) if end - start == 2 else None


def session_middleware(request: Request) -> Mend | None:
    """`app.add_middleware(SessionMiddleware, secret_key=secrets.token_hex())`."""
    at = failing(request) if _SESSION.match(request.report.first_line) else None
    if at is None or "SessionMiddleware" in at.file.source.text:
        return None
    made = [
        one
        for one in at.file.tree.body
        if isinstance(one, ast.Assign) and isinstance(one.value, ast.Call)
        and called(one.value) in ("FastAPI", "Starlette") and isinstance(one.targets[0], ast.Name)
    ]  # fmt: skip
    statement = at.file.statement(made[0]) if len(made) == 1 else None
    target = made[0].targets[0] if len(made) == 1 else None
    if statement is None or not isinstance(target, ast.Name) or not owns_its_lines(statement):
        return None
    imports = Imports(at.file.source)
    middleware = imports.name("starlette.middleware.sessions", "SessionMiddleware")
    key = f"{imports.module('secrets')}.token_hex()"
    line = f"{target.id}.add_middleware({middleware}, secret_key={key})"
    note = "The key is new at each start, which ends all sessions; give one from the environment to keep them."
    return Mend((*imports.edits(), insert_after(statement, [line])), sure=False, note=note)


RECIPES = (
    Recipe("path-default", "Leaves out the default of a variable of the path.", path_default),
    Recipe("annotated-default", "Writes a parameter's default behind its annotation.", annotated_default),
    Recipe("path-function", "Declares a variable of the path by Path().", path_function),
    Recipe("route-slash", "Writes the slashes of a path or prefix as they are taken.", route_slash),
    Recipe(
        "session-middleware",
        "Installs the middleware for sessions.",
        session_middleware,
        unsure="The key is new at each start; one from the environment may be meant.",
    ),
)
