"""`response-model`, `asgi-transport`, and a TestClient's answers, which nothing awaits."""

from __future__ import annotations

from .conftest import Keeps, Makes

FIELD = "Invalid args for response field! Hint: check that %s is a valid Pydantic field type. If you"
VIEW = "@app.get(%s)\ndef a(%s) -> %s:\n    return b\n"


def test_no_model_is_made_of_a_response(makes: Makes) -> None:
    message = FIELD % "dict | starlette.responses.JSONResponse"
    before, after = (
        VIEW % ('«"/"»', "", "dict | JSONResponse"),
        VIEW % ('"/", response_model=None', "", "dict | JSONResponse"),
    )
    makes("response-model", message, before, after, True)
    makes("response-model", message, VIEW % ('«"/"»', "", "dict"), None)
    makes("response-model", message, VIEW % ('«"/"», response_model=X', "", "JSONResponse"), None)
    store = FIELD % "<class '__main__.Store'>"
    makes(
        "response-model", store, VIEW % ('«"/"»', "", "Store"), VIEW % ('"/", response_model=None', "", "Store"), False
    )
    makes("response-model", store, VIEW % ('«"/"»', "s: Store", "Store"), None)
    makes("response-model", store, VIEW % ('«"/"»', "s: Store", "dict"), None)


def test_the_application_is_given_by_a_transport(makes: Makes) -> None:
    message = "AsyncClient.__init__() got an unexpected keyword argument 'app'"
    code = "import httpx\nc = «httpx.AsyncClient(app=make(), base_url=u)»  # é\n"
    after = "import httpx\nc = httpx.AsyncClient(transport=httpx.ASGITransport(app=make()), base_url=u)  # é\n"
    makes("asgi-transport", message, code, after, True)
    named = "from httpx import AsyncClient\nc = «AsyncClient(app=a)»\n"
    made = "from httpx import ASGITransport, AsyncClient\nc = AsyncClient(transport=ASGITransport(app=a))\n"
    makes("asgi-transport", message, named, made, True)
    makes("asgi-transport", message, code.replace("app=make()", "app=make(), transport=t"), None)
    makes("asgi-transport", message, "c = «AsyncClient(app=a)»\n", None)
    plain = "import httpx\nc = «httpx.Client(app=a)»\n"
    wsgi = "import httpx\nc = httpx.Client(transport=httpx.WSGITransport(app=a))\n"
    makes("asgi-transport", message.replace("AsyncClient", "Client"), plain, wsgi, True)


def test_a_test_client_answers_at_once(makes: Makes) -> None:
    message = "object Response can't be used in 'await' expression"
    code = "async def f():\n    c = %s(app)\n    a = «await c.get(u)»\n"
    makes(
        "drop-await", message, code % "TestClient", "async def f():\n    c = TestClient(app)\n    a = c.get(u)\n", True
    )
    makes("drop-await", message, code % "Other", None)


def test_what_stands_around_stays(keeps: Keeps) -> None:
    message = "Client.__init__() got an unexpected keyword argument 'app'"
    code = "import httpx\nif 1:\n\tx = «httpx.Client(app=a)»; y = 2  # 日本\n"
    after = code.replace("app=a", "transport=httpx.WSGITransport(app=a)").replace("«", "").replace("»", "")
    keeps("asgi-transport", "TypeError", message, code, after)


def test_routes_that_fooled_it(makes: Makes) -> None:
    store = FIELD % "<class '__main__.Store'>"
    makes("response-model", store, VIEW % ('«"/"»', 's: "Store"', "Store"), None)
    makes("response-model", store, VIEW % ('«"/"», **options', "", "Store"), None)  # it may be there
