"""`response-model`, `asgi-transport`: what FastAPI and httpx take otherwise than it is written.

- `response-model`: `response_model=None` for a path operation whose return annotation is no field of pydantic. Sure
  where a Response is part of the annotation: FastAPI's own message names that way. Does not apply where the class that
  the message names is a parameter's.
- `asgi-transport`: `transport=httpx.ASGITransport(app=app)` for the argument `app` that httpx 0.28 removed
  (`WSGITransport` for a plain client).

Sources: https://fastapi.tiangolo.com/tutorial/response-model/#disable-response-model,
https://www.python-httpx.org/advanced/transports/
"""

from __future__ import annotations

import ast
import builtins
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, keyword_of, spreads, text_of
from tracemend.fixes.toolkit.edits import add_keyword
from tracemend.fixes.toolkit.failing import failing, told
from tracemend.fixes.toolkit.imports import Imports

_FIELD = lazy.regex(r"Invalid args for response field! Hint: check that (?P<type>.+?) is a valid Pydantic field type")
_APP = lazy.regex(r"(?P<client>AsyncClient|Client)\.__init__\(\) got an unexpected keyword argument 'app'")
Function = ast.FunctionDef | ast.AsyncFunctionDef


def response_model(request: Request) -> Mend | None:
    """`@app.get("/", response_model=None)`."""
    at, found = failing(request), _FIELD.search(request.report.message)
    if at is None or found is None or not isinstance(at.node, Function) or at.node.returns is None:
        return None
    names = set(re.findall(r"(\w+)(?!\w*\.)", found["type"])) - {"class", "__main__", "typing", *dir(builtins)}
    own = {one.id for one in ast.walk(at.node.returns) if isinstance(one, ast.Name)}
    own |= {one.attr for one in ast.walk(at.node.returns) if isinstance(one, ast.Attribute)}
    arguments = (*at.node.args.posonlyargs, *at.node.args.args, *at.node.args.kwonlyargs)
    taken = {
        name
        for argument in arguments
        if argument.annotation is not None
        for one in ast.walk(argument.annotation)
        for name in ([one.id] if isinstance(one, ast.Name) else re.findall(r"\w+", text_of(one) or ""))
    }
    common = own & names
    routes = [
        one for one in at.node.decorator_list if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute)
    ]
    if (
        not common
        or common & taken
        or len(routes) != 1
        or spreads(routes[0])
        or keyword_of(routes[0], "response_model")
    ):
        return None
    edit = add_keyword(at.file.statement(routes[0]), routes[0], "response_model=None")
    return Mend((edit,), sure=any(one.endswith("Response") for one in common))


def asgi_transport(request: Request) -> Mend | None:
    """`httpx.AsyncClient(transport=httpx.ASGITransport(app=app))`."""
    at, found = told(request, _APP), _APP.search(request.report.first_line)
    calls = [one for one in at.every(ast.Call) if called(one) == found["client"]] if at is not None and found else []
    given = keyword_of(calls[0], "app") if len(calls) == 1 else None
    if at is None or found is None or given is None or keyword_of(calls[0], "transport"):
        return None
    imports = Imports(at.file.source)
    if imports.find_module("httpx") is None and imports.find_name("httpx", found["client"]) is None:
        return None
    transport = imports.name("httpx", "ASGITransport" if found["client"] == "AsyncClient" else "WSGITransport")
    start, end = at.file.span(given)
    return Mend((*imports.edits(), TextEdit(start, start, f"transport={transport}("), TextEdit(end, end, ")")))


RECIPES = (
    Recipe(
        "response-model",
        "Makes no response model of a return annotation.",
        response_model,
        unsure="The class may have been meant as a model of pydantic.",
    ),
    Recipe("asgi-transport", "Gives httpx the application by a transport.", asgi_transport),
)
