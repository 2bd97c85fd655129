"""What a test client sends to a route that reads JSON."""

from __future__ import annotations

import pytest

from .conftest import MARK, Makes

_MODEL = "class Part(BaseModel):\n\tname: str\n"
_ROUTE = "@app.post('/parts')\ndef add(part: Part):\n\treturn part\n"
_CALL = "answer = client.post('/api/parts', data=fields)  # é\n"
_USE = "«answer.json()['id']»\n"


def _plain(text: str) -> str:
    return text.replace(MARK, "").replace("»", "")


@pytest.mark.parametrize(
    "program",
    [
        _MODEL + _ROUTE + _CALL + _USE,
        _MODEL + "class New(Part):\n\tpass\n" + _ROUTE.replace(": Part", ": Annotated[New, Body()]") + _CALL + _USE,
        _MODEL + _ROUTE + "body = client.post('/parts', data={'name': 'a'}).json()\n«print(body['id'])\n",
        _MODEL + _ROUTE.replace("'/parts'", "'/parts/{n}'") + _CALL.replace("'/api/parts'", "f'/parts/{n}'") + _USE,
        _MODEL
        + _ROUTE
        + "class T:\n\tdef t(self):\n\t\tr = self.client.post('/parts', data=d)\n\t\t«print(r.json()['id'])\n",
    ],
)
def test_a_route_that_reads_json(makes: Makes, program: str) -> None:
    for end in ("\n", "\r\n"):
        before = program.replace("\n", end)
        makes("send-json", "'id'", before, _plain(before).replace("data=", "json="), True, "KeyError")


def test_the_status_of_an_answer(makes: Makes) -> None:
    before = (
        _MODEL + _ROUTE + "def test(client):\n\tr = client.post('/parts', data=d)\n\t«assert r.status_code == 200\n"
    )
    after = _plain(before).replace("data=", "json=")
    makes("send-json", "assert 422 == 200", before, after, True, "AssertionError")
    makes("send-json", "assert 404 == 200", before, None, exception="AssertionError")


@pytest.mark.parametrize(
    "program",
    [
        _MODEL + _ROUTE.replace("part: Part", "part: Annotated[Part, Form()]") + _CALL + _USE,
        _MODEL + _ROUTE.replace("part: Part", "part: Part = Depends()") + _CALL + _USE,
        _MODEL + _ROUTE.replace("part: Part", "name: str = Form(...)") + _CALL + _USE,
        _MODEL.replace("BaseModel", "Base") + _ROUTE + _CALL + _USE,
        _MODEL + _ROUTE.replace("'/parts'", "'/orders'") + _CALL + _USE,
        _MODEL + _ROUTE.replace(".post", ".get") + _CALL + _USE,
        _MODEL + _ROUTE + _CALL.replace("data=fields", "data=json.dumps(fields)") + _USE,
        _MODEL + _ROUTE + _CALL.replace("data=fields", "data='{}'") + _USE,
        _MODEL + _ROUTE + _CALL.replace("data=fields", "json=fields") + _USE,
        _MODEL + _ROUTE + _CALL.replace("data=fields", "data=fields, files=files") + _USE,
        _MODEL + _ROUTE + "answer = {}\n" + _USE,
        _CALL + _USE,
    ],
)
def test_other_routes(makes: Makes, program: str) -> None:
    makes("send-json", "'id'", program, None, exception="KeyError")
