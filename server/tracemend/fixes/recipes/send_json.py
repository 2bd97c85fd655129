"""`send-json`: a test client sends as JSON what the route reads as JSON.

`client.post("/parts", data=fields)` sends a form; a route of FastAPI with a model of pydantic as its parameter reads
JSON and answers 422, whose body has none of the fields. The keyword becomes `json`.

Applies to `post`, `put` and `patch` where one route of the program fits the path, its parameter is a model and none is
a form's or a file's; not to what is JSON text already. Sources: https://fastapi.tiangolo.com/tutorial/testing/,
https://fastapi.tiangolo.com/tutorial/body/
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, keyword_of, text_of
from tracemend.fixes.toolkit.failing import Failing, failing
from tracemend.fixes.toolkit.nones import origins
from tracemend.fixes.toolkit.workspace import imported
from tracemend.source.module import Module

_METHODS = ("post", "put", "patch")
_TEXTS = ("dumps", "model_dump_json", "json", "encode", "FormData", "urlencode")
_FORMS = frozenset(("Form", "File", "UploadFile", "OAuth2PasswordRequestForm"))
_ELSEWHERE = frozenset(("Depends", "Query", "Path", "Header", "Cookie", "Security"))
"""What says that a parameter does not come with the body."""
_BASES = frozenset(("BaseModel", "SQLModel"))


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at = failing(request)
    if at is None or (request.report.exception == "AssertionError" and "422" not in request.report.message):
        return None
    calls = {id(call): call for call in _sent(at)}
    if len(calls) != 1:
        return None
    call = next(iter(calls.values()))
    data = keyword_of(call, "data")
    if data is None or any(one.arg in ("json", "content", "files", None) for one in call.keywords):
        return None
    if text_of(data.value) is not None or (isinstance(data.value, ast.Call) and called(data.value) in _TEXTS):
        return None
    path = _path(call.args[0]) if call.args else None
    file = request.place.file
    modules = [at.file, *(module for _, module in imported(at.file, file, request.context))] if file else [at.file]
    routes = [one for module in modules for one in _routes(module, called(call), path)] if path else []
    if len(routes) != 1 or not _reads_json(routes[0], modules):
        return None
    start = at.file.span(data)[0]
    return Mend((TextEdit(start, start + len("data"), "json"),))


def _sent(at: Failing) -> Iterator[ast.Call]:
    """The calls whose answer the failing statement looks into: `answer.json()["id"]`, `answer.status_code`."""
    asked: list[ast.expr] = []
    for part in at.every(ast.Subscript):
        asked += [part.value] if isinstance(part.slice, ast.Constant) else []
    asked += [part for part in at.every(ast.Attribute) if part.attr == "status_code"]
    for node in asked:
        for one in origins(at.file, node) if isinstance(node, ast.Name | ast.Call) else [node]:
            body = isinstance(one, ast.Call) and called(one) == "json" and not one.args
            inner = one.func if body and isinstance(one, ast.Call) else one
            answer = inner.value if isinstance(inner, ast.Attribute) else None
            for source in origins(at.file, answer) if answer is not None else ():
                if (
                    isinstance(source, ast.Call)
                    and isinstance(source.func, ast.Attribute)
                    and called(source) in _METHODS
                ):
                    yield source


def _path(node: ast.expr) -> list[str] | None:
    """The parts of a path; `{}` for one that is not known."""
    if isinstance(node, ast.JoinedStr):
        text = "".join(text_of(one) or "" if isinstance(one, ast.Constant) else "{}" for one in node.values)
    else:
        text = text_of(node) or ""
    text = text.partition("?")[0].partition("://")[2] or text.partition("?")[0]
    return text.strip("/").split("/") if text.startswith("/") or "/" in text else None


def _routes(module: Module, method: str, path: list[str] | None) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """The functions that answer the method on a path that ends so."""
    for part in module.nodes:
        if not isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        for one in part.decorator_list:
            if (
                isinstance(one, ast.Call)
                and isinstance(one.func, ast.Attribute)
                and one.func.attr == method
                and one.args
            ):
                text = text_of(one.args[0])
                own = text.strip("/").split("/") if text is not None else None
                if own is not None and path is not None and _fits(own, path):
                    yield part


def _fits(own: list[str], path: list[str]) -> bool:
    """Whether a path ends in a route's: what goes before may be a router's prefix."""
    if own == [""]:
        return True
    tail = path[-len(own) :]
    return len(tail) == len(own) and all(
        one == other or one.startswith("{") or other == "{}" for one, other in zip(own, tail, strict=True)
    )


def _reads_json(route: ast.FunctionDef | ast.AsyncFunctionDef, modules: list[Module]) -> bool:
    """Whether a parameter of the route is a model that comes with the body, and none a form's."""
    plain = [*route.args.posonlyargs, *route.args.args]
    values = [None] * (len(plain) - len(route.args.defaults)) + route.args.defaults
    found = False
    for argument, value in zip([*plain, *route.args.kwonlyargs], [*values, *route.args.kw_defaults], strict=True):
        nodes = [one for one in (argument.annotation, value) if one is not None]
        names = {getattr(part, "attr", getattr(part, "id", "")) for node in nodes for part in ast.walk(node)}
        if names & _FORMS:
            return False
        found = found or (not names & _ELSEWHERE and any(_is_model(name, modules) for name in names))
    return found


def _is_model(name: str, modules: list[Module], depth: int = 5) -> bool:
    """Whether a class of the program is a model of pydantic."""
    found = next((one for module in modules if (one := module.class_named(name)) is not None), None)
    bases = [getattr(one, "attr", getattr(one, "id", "")) for one in found.bases] if found is not None else []
    return any(base in _BASES or (depth > 0 and _is_model(base, modules, depth - 1)) for base in bases)


RECIPES = (Recipe("send-json", "Sends as JSON what the route reads as JSON.", apply),)
