"""Routes, their parameters and the middleware for sessions."""

from __future__ import annotations

import pytest

from .conftest import Keeps, Makes

PATH_DEFAULT = "Path parameters cannot have a default value"
ANNOTATED = "`Query` default value cannot be set in `Annotated` for 'n'. Set the default value with `=` instead."
NO_PATH = "Cannot use `Query` for path param 'n'"
BEGINS = "A path prefix must start with '/'"
ENDS = "A path prefix must not end with '/', as the routes will start with '/'"
ROUTED = "Routed paths must start with '/'"
EMPTY = "Prefix and path cannot be both empty (path operation: a)"
SESSION = "SessionMiddleware must be installed to access request.session"
VIEW = "@app.get(«'/a/{n}'»)\ndef a(%s):\n    return n\n"


def view(parameters: str) -> str:
    return (VIEW % parameters).replace("«", "").replace("»", "")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("n: int = Path(default=3)", "n: int = Path()"),
        ("n: int = Path(3)", "n: int = Path()"),
        ("n: int = Path(None, ge=1)", "n: int = Path(ge=1)"),
        ("n: int = Path(ge=1, default=3)", "n: int = Path(ge=1)"),
        ("n: Annotated[int, Path(default=3)]", "n: Annotated[int, Path()]"),
        ("m: int = Path(default=3)", None),
        ("n: int = Path()", None),
        ("n: int = Path(**o)", None),
        ("n: int = Path(\n    3,  # three\n    ge=1)", None),
        ("n: int = Path(3,)", "n: int = Path()"),
        ("n: int = Path((3))", "n: int = Path()"),
        ("n=pathlib.Path('x')", None),
    ],
)
def test_a_variable_of_the_path_has_no_default(makes: Makes, before: str, after: str | None) -> None:
    makes("path-default", PATH_DEFAULT, VIEW % before, view(after) if after else None, True, "AssertionError")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("n: Annotated[int, Query(3)]", "n: Annotated[int, Query()] = 3"),
        ("b: str, n: Annotated[int, Query(default=3, le=9)]", "b: str, n: Annotated[int, Query(le=9)] = 3"),
        ("n: Annotated[int, Query(le=9, default=A)], c: int = 1", "n: Annotated[int, Query(le=9)] = A, c: int = 1"),
        ("*, n: Annotated[int, Query(3)], c: int", "*, n: Annotated[int, Query()] = 3, c: int"),
        ("n: Annotated[int, Query((3))]", "n: Annotated[int, Query()] = 3"),
        ("n: (Annotated[int, Query(3)])", None),
        ("n: Annotated[int, Query(...)]", None),
        ("n: Annotated[int, Query(3)], c: int", None),
        ("n: Annotated[int, Query(3)] = 4", None),
        ("m: Annotated[int, Query(3)]", None),
        ("n: Annotated[int, Header(3)]", None),
    ],
)
def test_a_default_stands_behind_the_annotation(makes: Makes, before: str, after: str | None) -> None:
    makes("annotated-default", ANNOTATED, VIEW % before, view(after) if after else None, True, "AssertionError")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("n: int = Query()", "n: int = Path()"),
        ("n: int = Query(..., ge=1)", "n: int = Path(ge=1)"),
        ("n: Annotated[int, Query(ge=1)]", "n: Annotated[int, Path(ge=1)]"),
        ("n: int = Header()", None),
        ("m: int = Query()", None),
    ],
)
def test_a_variable_of_the_path_is_declared_by_path(makes: Makes, before: str, after: str | None) -> None:
    head = "from fastapi import FastAPI, Query\n\n"
    made = head.replace("Query", "Path, Query") + view(after) if after else None
    makes("path-function", NO_PATH, head + VIEW % before, made, True, "AssertionError")


def test_a_module_of_its_own_name_is_used(makes: Makes) -> None:
    head = "import fastapi\n\n"
    makes("path-function", NO_PATH, head + VIEW % "n: int = fastapi.Query()", head + view("n: int = fastapi.Path()"))


@pytest.mark.parametrize(
    ("message", "before", "after"),
    [
        (BEGINS, "r = «APIRouter(prefix='a')»\n", "r = APIRouter(prefix='/a')\n"),
        (BEGINS, "«app.include_router(r, prefix='a')»\n", "app.include_router(r, prefix='/a')\n"),
        (BEGINS, "r = «APIRouter(prefix=A)»\n", None),
        (BEGINS, "r = «APIRouter(prefix='/a')»\n", None),
        (ENDS, "r = «APIRouter(prefix='/a/')»  # é\n", "r = APIRouter(prefix='/a')  # é\n"),
        (ENDS, "r = «APIRouter(prefix='/')»\n", None),
        (ROUTED, "r = [«Route('a', f)»]\n", "r = [Route('/a', f)]\n"),
        (ROUTED, "r = [«Mount(app=f, path='a')»]\n", "r = [Mount(app=f, path='/a')]\n"),
        (ROUTED, "r = [«Route(a, f)»]\n", None),
        (
            EMPTY,
            "@r.get('')\ndef a(): ...\n«app.include_router(r)»\n",
            "@r.get('/')\ndef a(): ...\napp.include_router(r)\n",
        ),
        (EMPTY, "@r.get('')\ndef b(): ...\n«app.include_router(r)»\n", None),
    ],
)
def test_slashes(makes: Makes, message: str, before: str, after: str | None) -> None:
    makes("route-slash", message, before, after, True, "AssertionError")


def test_sessions_are_kept(makes: Makes) -> None:
    before = "from fastapi import FastAPI\n\napp = FastAPI()  # é\n\n\ndef a(request):\n    return «request.session»\n"
    after = (
        "import secrets\n\nfrom fastapi import FastAPI\nfrom starlette.middleware.sessions import SessionMiddleware\n\n"
        "app = FastAPI()  # é\napp.add_middleware(SessionMiddleware, secret_key=secrets.token_hex())\n\n\n"
        "def a(request):\n    return request.session\n"
    )
    makes("session-middleware", SESSION, before, after, False, "AssertionError")
    makes(
        "session-middleware", SESSION, before.replace("app =", "app = other ="), after.replace("app =", "app = other =")
    )
    makes("session-middleware", SESSION, before.replace("FastAPI()", "make()"), None)
    makes("session-middleware", SESSION, before + "# SessionMiddleware\n", None)


def test_what_stands_around_stays(keeps: Keeps) -> None:
    code = "if 1:\n\tr = «APIRouter(prefix='a')»; y = 2  # 日本\n"
    after = "if 1:\n\tr = APIRouter(prefix='/a'); y = 2  # 日本\n"
    keeps("route-slash", "AssertionError", BEGINS, code, after)


def test_slashes_that_fooled_it(makes: Makes) -> None:
    makes("route-slash", ENDS, "«r = APIRouter(prefix='/a\\x2f')»\n", None)
    makes("route-slash", ENDS, "«r = APIRouter(prefix='/a//')»\n", "r = APIRouter(prefix='/a')\n", True)
    header = NO_PATH.replace("Query", "Header")
    makes("path-function", header, VIEW % "n: int = Header(convert_underscores=False)", None)
