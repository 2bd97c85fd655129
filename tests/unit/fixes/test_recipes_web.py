"""`json-body`, `timeout-value`, `longer-timeout`, `post-bytes` of a dictionary, `async-client`, `into-block` of
clients, `add-call` where the name got its value."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tracemend.fixes import registry
from tracemend.fixes.recipe import Request
from tracemend.knowledge.model import Edit
from tracemend.source.place import locate

from .conftest import Makes, Program

APP = """from fastapi import FastAPI
from pydantic import BaseModel
class Part(BaseModel):
    name: str
app = FastAPI()
@app.post("/parts")
def add(part: Part):
    return {"id": 1}
@app.post("/parts/{number}/tags")
def tag(number: int, tags: list[str]): ...
@app.post("/login")
def login(name: str = Form()): ...
"""
TEXT = "Timeout value connect was 3, but it must be an int, float or None."
REFUSED = "422 Client Error: Unprocessable Entity for url: http://127.0.0.1/parts"


@pytest.mark.parametrize(
    ("code", "after"),
    [
        (
            'a = client.post("/parts", data={"name": "x"})  # new\n«a.raise_for_status()»\n',
            'a = client.post("/parts", json={"name": "x"})  # new\na.raise_for_status()\n',
        ),
        (
            'new = {"name": "x"}\nb = client.post(f"{base}/parts", data=new).json()\nprint(«b["id"]»)\n',
            'new = {"name": "x"}\nb = client.post(f"{base}/parts", json=new).json()\nprint(b["id"])\n',
        ),
        (
            'def f(n):\n    return client.post(f"/parts/{n}/tags", data=json.dumps(t))\nprint(«f(1).json()["id"]»)\n',
            'def f(n):\n    return client.post(f"/parts/{n}/tags", json=t)\nprint(f(1).json()["id"])\n',
        ),
        (
            'a = client.post("/parts", json=json.dumps(new))\n«a.raise_for_status()»\n',
            'a = client.post("/parts", json=new)\na.raise_for_status()\n',
        ),
        (
            'a = requests.post(BASE + "/parts", {"name": "x"})\n«a.raise_for_status()»\n',
            'a = requests.post(BASE + "/parts", json={"name": "x"})\na.raise_for_status()\n',
        ),
    ],
)
def test_data_is_sent_as_json_where_the_view_takes_it(makes: Makes, code: str, after: str) -> None:
    exception = "KeyError" if '["id"]' in code else "requests.exceptions.HTTPError"
    makes("json-body", REFUSED, APP + code, APP + after, True, exception)


@pytest.mark.parametrize(
    "code",
    [
        'a = client.post("/login", data={"name": "x"})\n«a.raise_for_status()»\n',  # a form
        'a = client.post("/parts", data={"name": "x"}, files=f)\n«a.raise_for_status()»\n',
        'a = client.post("/parts", data=text)\n«a.raise_for_status()»\n',  # not seen what it is
        'a = client.post("/parts", json={"name": "x"})\n«a.raise_for_status()»\n',
        'a = client.post("/parts", data=json.dumps(new, default=str))\n«a.raise_for_status()»\n',
    ],
)
def test_other_data_stays(makes: Makes, code: str) -> None:
    makes("json-body", REFUSED, APP + code, None, exception="requests.exceptions.HTTPError")


def test_without_the_server_it_is_not_sure(makes: Makes) -> None:
    code = 'a = requests.post(url, data={"name": "x"}%s)\n«a.raise_for_status()»\n'
    after = code.replace("data=", "json=").replace("«", "").replace("»", "")
    makes("json-body", REFUSED, code % "", after % "", False, "requests.exceptions.HTTPError")
    header = ', headers={"Content-Type": "application/json"}'
    makes("json-body", REFUSED, code % header, after % header, True, "requests.exceptions.HTTPError")
    makes(
        "json-body",
        "404 Client Error: Not Found for url: x",
        code % "",
        None,
        exception="requests.exceptions.HTTPError",
    )
    makes("json-body", "'id'", code % "", None, exception="KeyError")


def test_views_of_flask_and_of_the_standard_library(makes: Makes) -> None:
    call = 'print(«client.post("/a/3", data={"n": 1}).json["id"]»)\n'
    after = call.replace("data=", "json=").replace("«", "").replace("»", "")
    flask = '@app.route("/a/<int:n>", methods=["GET", "POST"])\ndef a(n):\n    return {"id": request.%s}\n'
    makes("json-body", "'id'", flask % "get_json()" + call, flask % "get_json()" + after, True, "KeyError")
    makes("json-body", "'id'", flask % 'form["n"]' + call, None, exception="KeyError")
    own = "class H:\n    def do_POST(self):\n        new = %s(self.rfile.read(9))\n"
    makes("json-body", "'id'", own % "json.loads" + call, own % "json.loads" + after, True, "KeyError")
    makes("json-body", "'id'", own % "parse_qs" + call, None, exception="KeyError")


def test_the_time_to_wait(makes: Makes) -> None:
    makes("timeout-value", TEXT, '«requests.get(u, timeout="3")»  # é\n', "requests.get(u, timeout=3)  # é\n", True)
    makes("timeout-value", TEXT, 'T = "2.5"\n«get(u, timeout=T)»\n', "T = 2.5\nget(u, timeout=T)\n", True)
    makes(
        "timeout-value",
        TEXT,
        'T = "3"\nprint(T)\n«get(u, timeout=T)»\n',
        'T = "3"\nprint(T)\nget(u, timeout=float(T))\n',
    )
    env = 'T = os.environ["T"]\n«get(u, timeout=T)»\n'
    makes("timeout-value", TEXT, env, 'T = os.environ["T"]\nget(u, timeout=float(T))\n', True)
    makes("timeout-value", TEXT, '«get(u, timeout="soon")»\n', None)
    makes("timeout-value", TEXT, "«get(u, timeout=wait)»\n", None)
    makes("timeout-value", TEXT, "«get(u)»\n", None)
    data = "message_body should be a bytes-like object or an iterable, got <class 'int'>"
    makes("timeout-value", data, "«urlopen(u, 5)»\n", "urlopen(u, timeout=5)\n", True)
    makes("timeout-value", data, "«urlopen(u, size)»\n", None)
    makes("timeout-value", data, "«urlopen(u, 5, timeout=3)»\n", None)
    plain = "timeout parameter cannot be of <class 'int'> type, please use 'timeout=ClientTimeout(...)'"
    made = "import aiohttp\ns = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=5))\n"
    makes("timeout-value", plain, "import aiohttp\n«s = aiohttp.ClientSession(timeout=5)»\n", made, True)
    makes("timeout-value", plain, "«s = ClientSession(timeout=5)»\n", None)


def test_a_longer_wait_is_never_sure(makes: Makes) -> None:
    makes("longer-timeout", "timed out", "«get(u, timeout=0.5)»\n", "get(u, timeout=30)\n", False)
    makes("longer-timeout", "timed out", "T = 2\n«get(u, timeout=T)»\n", "T = 30\nget(u, timeout=T)\n", False)
    makes("longer-timeout", "timed out", "«get(u, timeout=30)»\n", None)
    makes("longer-timeout", "timed out", "«get(u)»\n", None)


def test_a_dictionary_becomes_bytes(makes: Makes) -> None:
    text = "can't concat str to bytes"
    head = "import json\nfrom urllib.parse import urlencode\n"
    makes(
        "post-bytes",
        text,
        f'{head}«urlopen(u, {{"a": 1}})»\n',
        f'{head}urlopen(u, urlencode({{"a": 1}}).encode())\n',
        False,
    )
    asked = f'{head}new = {{}}\nr = Request(u, data=new, headers={{"content-type": "application/json"}})\n'
    after = asked.replace("data=new", "data=json.dumps(new).encode()")
    makes("post-bytes", text, f"{asked}«urlopen(r)»\n", f"{after}urlopen(r)\n", True)
    makes("post-bytes", text, "«urlopen(u, data)»\n", None)


def test_a_client_whose_answers_are_awaited_is_asynchronous(makes: Makes) -> None:
    message = "object Response can't be used in 'await' expression"
    code = "import httpx\nasync def f():\n    with httpx.Client() as c:\n        a = «await c.get(u)»\n"
    after = "import httpx\nasync def f():\n    async with httpx.AsyncClient() as c:\n        a = await c.get(u)\n"
    makes("async-client", message, code, after, True)
    makes("async-client", message, code + "        c.post(u)\n", None)  # one is not awaited
    makes("async-client", message, code.replace("httpx.Client", "other.Client"), None)
    makes("async-client", message, code + "        c.close()\n", None)
    named = code.replace("import httpx", "from httpx import Client").replace("httpx.Client", "Client")
    made = after.replace("import httpx", "from httpx import AsyncClient").replace("httpx.AsyncClient", "AsyncClient")
    makes("async-client", message, named, made, True)


def test_a_plain_client_that_nothing_awaits_is_entered_by_with(makes: Makes) -> None:
    message = "'Client' object does not support the asynchronous context manager protocol"
    code = "async def f():\n    «async with httpx.Client() as c:»\n        c.get(u)\n"
    makes("plain-block", message, code, "async def f():\n    with httpx.Client() as c:\n        c.get(u)\n", True)
    waits = code.replace("c.get", "await c.get")
    makes("plain-block", message, waits, waits.replace("async with", "with").replace("«", "").replace("»", ""), False)


@pytest.mark.parametrize("message", ["Session is closed", "Cannot send a request, as the client has been closed."])
def test_lines_that_use_a_client_go_into_its_block(makes: Makes, message: str) -> None:
    code = "async def f():\n\tasync with S() as s:\n\t\tx = 1\n\t# then\n\tfor p in x:\n\t\t«s.get(p)»\n\tprint(1)\n"
    after = (
        "async def f():\n\tasync with S() as s:\n\t\tx = 1\n\t\t# then\n\t\tfor p in x:\n\t\t\ts.get(p)\n\tprint(1)\n"
    )
    makes("into-block", message, code, after, True, "RuntimeError")
    makes("into-block", message, "s = S()\ns.close()\n«s.get(u)»\n", None, exception="RuntimeError")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("d = a.json\nprint(«d[0]»)\n", "d = a.json()\nprint(d[0])\n"),
        (
            "def f():\n    return a.json\nd = f()\nprint(«d[0]»)\n",
            "def f():\n    return a.json()\nd = f()\nprint(d[0])\n",
        ),
        ("d = a.json\nd()\nprint(«d[0]»)\n", None),  # called by that name
        ("d = a.jsonp\nprint(«d[0]»)\n", None),  # not known
        ("if x:\n    d = a.json\nelse:\n    d = []\nprint(«d[0]»)\n", None),
    ],
)
def test_the_call_is_made_where_the_name_gets_its_value(makes: Makes, before: str, after: str | None) -> None:
    makes("add-call", "'method' object is not subscriptable", before, after, True)


def test_what_is_asked_of_a_function(makes: Makes) -> None:
    message = "'function' object has no attribute 'get'"
    makes("add-call", message, "d = a.json\nprint(«d.get(1)», e.x)\n", "d = a.json()\nprint(d.get(1), e.x)\n", True)
    makes("add-call", message, "print(«a.json.get(1)»)\n", "print(a.json().get(1))\n", True)


@pytest.mark.parametrize(
    ("recipe", "message", "code", "after"),
    [
        ("json-body", REFUSED, 'h.post(u, json=dumps(t)).«x()»', "h.post(u, json=t).x()"),
        ("timeout-value", TEXT, '«get(u, timeout="3")»', "get(u, timeout=3)"),
        ("longer-timeout", "timed out", "«get(u, timeout=3)»", "get(u, timeout=30)"),
    ],
)  # fmt: skip
def test_what_stands_around_stays(keeps_around: Makes, recipe: str, message: str, code: str, after: str) -> None:
    keeps_around(recipe, message, code, after, "requests.exceptions.HTTPError")


def test_a_sum_in_the_arguments_is_not_what_a_library_failed_at(program: Callable[..., Program]) -> None:
    written = program('urlopen(base + "/x", data)\n')
    printed = """Traceback (most recent call last):
  File "app.py", line 1, in <module>
    urlopen(base + "/x", data)
    ^^^^^^^^^^^^^^^^^^^^^^^^^^
@TypeError: can't concat str to bytes
"""
    inner = '  File "/usr/lib/python3.11/http/client.py", line 1085, in _send_output\n    chunk = a + b\n'
    for frames, offered in (("", True), (inner, False)):
        report, context = written.report(printed.replace("@", frames))
        place = locate(report, context)
        assert place is not None
        made = registry.apply(Edit("encode-text", {}), Request({}, {}, report, place, context))
        assert (made is not None) == offered


def test_what_a_session_loaded_is_used_in_its_block(makes: Makes) -> None:
    """Only where the object refers to something that is loaded when it is asked for."""
    message = (
        "Parent instance <User at 0x7f> is not bound to a Session; lazy load operation of attribute 'a' cannot proceed"
    )
    code = "with Session(e) as s:\n    u = s.get(User, 1)\n    n = 2\n%s\nprint(n)\n"
    after = code % "    print(u.a)"
    makes("into-block", message, code % "«print(u.a)»", after, True, "sqlalchemy.orm.exc.DetachedInstanceError")
    makes("into-block", message, code % "«print(other.a)»", None)
    makes("into-block", "I/O operation on closed file.", code % "«print(u.a)»", None)
    makes("into-block", message, "u = load()\n«print(u.a)»\n", None)
