"""Recipes that mend names, values and calls."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from tracemend.context import Context

from .conftest import Apply, Mends, Outcome, TextAfter

# --- spelling


@pytest.mark.parametrize(
    ("before", "after", "values", "to"),
    [
        ("c = {'host': 1}\nprint(«c['hots']»)\n", "c = {'host': 1}\nprint(c['host'])\n", {"key": "'hots'"}, "host"),
        ('d[r"a"] = «d["b"]»\n', 'd[r"a"] = d["a"]\n', {"key": "'b'"}, "'a'"),
        ("«d[b'x']»[1]\n", "d[b'x'][2]\n", {"key": "1"}, "2"),
        ("x = «lenth» + lenth  # lenth\n", "x = length + length  # lenth\n", {"name": "lenth"}, "length"),
        ("x.appendd(1); «y.appendd»(2)\n", "x.appendd(1); y.append(2)\n", {"attribute": "appendd"}, "append"),
        ('f(«g(a, endcoding="x")»)\n', 'f(g(a, encoding="x"))\n', {"argument": "endcoding"}, "encoding"),
        ('print(f"{«nmae»}")\n', 'print(f"{name}")\n', {"name": "nmae"}, "name"),
        ('é = "ü"; print(é, «nmae»)\r\n', 'é = "ü"; print(é, name)\r\n', {"name": "nmae"}, "name"),
        (
            "import «jsn\n\ndef f(jsn_):\n    return jsn.loads(x), x.jsn, g(jsn=1), 'jsn'\n",
            "import json\n\ndef f(jsn_):\n    return json.loads(x), x.jsn, g(jsn=1), 'jsn'\n",
            {"module": "jsn"},
            "json",
        ),
        ("«import jsn as j\nj.x\n", "import json as j\nj.x\n", {"module": "jsn"}, "json"),
        ("«from colections import abc\n", "from collections import abc\n", {"module": "colections"}, "collections"),
        ("«from os import (pth,)\npth.join()\n", "from os import (path,)\npath.join()\n", {"name": "pth"}, "path"),
        (
            "def «test_a(tmp_pth, b):\n    print(tmp_pth)\n",
            "def test_a(tmp_path, b):\n    print(tmp_path)\n",
            {"fixture": "tmp_pth"},
            "tmp_path",
        ),
        ("«x = nmae\ndef f(:\n", "x = name\ndef f(:\n", {"name": "nmae"}, "name"),
    ],
)
def test_the_wrong_name_is_replaced(
    text_after: TextAfter, before: str, after: str, values: Mapping[str, str], to: str
) -> None:
    assert text_after("spelling", before, values=values, to=to) == after


def test_the_type_is_not_taken_for_the_name(mend: Apply) -> None:
    assert mend("spelling", "x = «str(y)\n", values={"type": "str", "attribute": "appendd"}, to="append") is None


@pytest.mark.parametrize(
    ("source", "values", "to"),
    [
        ("«x = 1\n", {"name": "nmae"}, "name"),
        ("«x = nmae\n", {"name": "nmae"}, "not a name"),
        ("«x = nmae\n", {"name": "nmae"}, "import"),
        ("«x = nmae\n", {"name": "nmae"}, ""),
        ("«x = d['nmae']\n", {"key": "'nmae'"}, "it's"),
        ("«x = d['nmae']\n", {"key": "'nmae'"}, "a\nb"),
        ("«x = d['nmae']\n", {"key": "'nmae'"}, "a\\"),
        ("«x = d['nmae'] + d[\"nmae\"]\n", {"key": "'nmae'"}, "name"),
        ("def «f(a, name):\n    pass\n", {"fixture": "a"}, "name"),
    ],
)
def test_nothing_is_replaced_that_is_not_there_or_would_not_stand(
    mend: Apply, source: str, values: Mapping[str, str], to: str
) -> None:
    assert mend("spelling", source, values=values, to=to) is None


# --- key-default


@pytest.mark.parametrize(
    ("before", "after", "key", "sure"),
    [
        ("import os\nprint(«os.environ['A']»)\n", "import os\nprint(os.environ.get('A', ''))\n", "'A'", False),
        ('x = «os.environ["A"]»  # c\n', 'x = os.environ.get("A", "")  # c\n', "'A'", False),
        ('x = int(«environ["A"]»)\n', 'x = int(environ.get("A", "0"))\n', "'A'", False),
        ("x = f\"{«d['a']»}\"\n", "x = f\"{d.get('a', '')}\"\n", "'a'", False),
        ("c[w] «+= 1  # one\n", "c[w] = c.get(w, 0) + 1  # one\n", "'a'", True),
        ("c[w] «+= [1]\n", "c[w] = c.get(w, []) + [1]\n", "'a'", True),
        ("for x in «d[k]»:\n    pass\n", "for x in d.get(k, ()):\n    pass\n", "'a'", False),
        ("n = «d[k]» + 1\n", "n = d.get(k, 0) + 1\n", "'a'", False),
        ("n = 'a' + «d[k]».strip()\n", "n = 'a' + d.get(k, \"\").strip()\n", "'a'", False),
        ("d = {'a': 1.5}\nx = «d['b']»\n", "d = {'a': 1.5}\nx = d.get('b', 0.0)\n", "'b'", False),
        ("print(«d[a, b]»)\n", 'print(d.get((a, b), ""))\n', "(1, 2)", False),
        ("print(d['a'], «d['b']»)\n", "print(d['a'], d.get('b', ''))\n", "'b'", False),
    ],
)
def test_a_look_up_gets_a_default_that_fits(outcome: Outcome, before: str, after: str, key: str, sure: bool) -> None:
    assert outcome("key-default", before, exception="KeyError", message=key) == (after, sure)


@pytest.mark.parametrize(
    "source",
    [
        "x = «d['a']»\n",
        "«d['a']» = 1\n",
        "del «d['a']»\n",
        "«d['a']»['b'] = 1\n",
        "«d['a']».b = 1\n",
        "f(«d['a']»)\n",
        "print(«d['b']»)\n",
        "print(«d[1:2]»)\n",
        "d = {'x': 1, 'y': ''}\nx = «d['a']»\n",
        "«x = d.get('a', '')\n",
    ],
)
def test_no_default_where_none_is_honest(mend: Apply, source: str) -> None:
    assert mend("key-default", source, exception="KeyError", message="'a'") is None


def test_the_entry_may_name_the_default(mend: Apply, text_after: TextAfter) -> None:
    assert (
        text_after("key-default", "x = «d['a']»\n", exception="KeyError", message="'a'", default="False")
        == "x = d.get('a', False)\n"
    )
    assert mend("key-default", "x = «d['a']»\n", exception="KeyError", message="'a'", default="1) + (") is None


# --- none-guard

_FINDING = {"exception": None, "values": {"attribute": "group"}}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "def f(t) -> str:\n    m = re.match(p, t)\n    return m.«group(1)\n",
            "def f(t) -> str:\n    m = re.match(p, t)\n    if m is None:\n"
            '        raise ValueError(f"no match in {t!r}")\n    return m.group(1)\n',
        ),
        (
            "def f(t) -> str | None:\r\n\treturn re.match(p, t).«group(1)  # c\r\n",
            "def f(t) -> str | None:\r\n\tmatch = re.match(p, t)\r\n\tif match is None:\r\n"
            "\t\treturn None\r\n\treturn match.group(1)  # c\r\n",
        ),
        (
            'def f() -> "Optional[str]":\n    return x.y.«group\n',
            'def f() -> "Optional[str]":\n    if x.y is None:\n        return None\n    return x.y.group\n',
        ),
        (
            "def f(a):\n    assert a is not None\n    a()\n    return b.«group()\n",
            "def f(a):\n    assert a is not None\n    a()\n    assert b is not None\n    return b.group()\n",
        ),
        (
            "m = x()\nprint(\n    m.«group(1),\n)\n",
            'm = x()\nif m is None:\n    raise SystemExit("m is None")\nprint(\n    m.group(1),\n)\n',
        ),
        (
            "class A:\n    def f(self):\n        with self.m.«group() as g:\n            pass\n",
            "class A:\n    def f(self):\n        if self.m is None:\n"
            '            raise ValueError("self.m is None")\n        with self.m.group() as g:\n            pass\n',
        ),
    ],
)
def test_a_finding_is_guarded_before_the_statement(outcome: Outcome, before: str, after: str) -> None:
    assert outcome("none-guard", before, **_FINDING) == (after, True)


@pytest.mark.parametrize(
    "source",
    [
        "x = [m.«group() for m in ms]\n",
        "x = lambda m: m.«group()\n",
        "x = a and m.«group()\n",
        "while m.«group():\n    pass\n",
        "a = 1; m.«group()\n",
        "if a:\n    pass\nelif m.«group():\n    pass\n",
        "x = a.group() + b.group(«\n)\n",
        "if (m := f()) and 1: pass\nprint((m := g()).«group, m.group)\n",
    ],
)
def test_no_guard_where_it_would_say_something_else(mend: Apply, source: str) -> None:
    assert mend("none-guard", source, **_FINDING) is None


def test_at_run_time_only_what_lets_the_program_go_on_is_sure(mend: Apply, mends: Mends) -> None:
    error = {"exception": "AttributeError", "message": "'NoneType' object has no attribute 'group'"}
    loop = "for t in ts:\n    m = re.match(p, t)\n    print(«m.group»(1))\n"
    mended = mends("none-guard", loop, **error, values={"attribute": "group"})
    assert not mended.mend.sure
    mended = mends("none-guard", loop, **error, values={"attribute": "group"}, leave="continue")
    assert mended.mend.sure
    assert "    if m is None:\n        continue\n    print" in mended.text
    assert mend("none-guard", "«m.group»()\n", **error, leave="continue") is None
    assert mend("none-guard", "«m.group»()\n", **error, leave="return") is None
    row = "row = c.fetchone()\nprint(«row[0]»)\n"
    mended = mends("none-guard", row, "TypeError", "'NoneType' object is not subscriptable")
    assert mended.text.startswith("row = c.fetchone()\nif row is None:\n")


def test_the_message_says_what_is_none(mend: Apply, mends: Mends) -> None:
    unpack = "cannot unpack non-iterable NoneType object"
    mended = mends("none-guard", "a, b = «f()\n", "TypeError", unpack)
    assert mended.text.startswith("value = f()\nif value is None:\n")
    mended = mends("none-guard", "for a in «b.c:\n    pass\n", "TypeError", "'NoneType' object is not iterable")
    assert mended.text.startswith("if b.c is None:\n")
    assert mend("none-guard", "x = list(«b.c)\n", "TypeError", "'NoneType' object is not iterable") is None
    other = "unsupported operand type(s) for +: 'NoneType' and 'int'"
    assert mend("none-guard", "x = «a.b + 1\n", "TypeError", other) is None
    named = "'NoneType' object has no attribute 'c'"
    mended = mends("none-guard", "x = a.b + «b.c\n", "AttributeError", named)
    assert mended.text.startswith("if b is None:\n")


# --- main-guard


def test_the_code_at_the_end_is_guarded(outcome: Outcome) -> None:
    assert outcome(
        "main-guard",
        '"""D."""\r\nimport multiprocessing as mp\r\n\r\ndef work(n):\r\n\treturn n\r\n\r\nLIMIT = 3\r\n\r\n'
        '# start\r\np = mp.Process(target=work)\r\n«p.start()\r\n\r\nt = """a\r\nb"""  # c\r\n',
    ) == (
        (
            '"""D."""\r\nimport multiprocessing as mp\r\n\r\ndef work(n):\r\n\treturn n\r\n\r\nLIMIT = 3\r\n\r\n'
            'if __name__ == "__main__":\r\n\t# start\r\n\tp = mp.Process(target=work)\r\n\tp.start()\r\n\r\n'
            '\tt = """a\r\nb"""  # c\r\n'
        ),
        True,
    )


@pytest.mark.parametrize(
    "source",
    [
        'if __name__ == "__main__":\n    «f()\n',
        "«f()\ndef g(): ...\ng()\n",
        "def g(): ...\n«f(\n",
        "def g(): ...\n«X = 1\n",
    ],
)
def test_no_guard_where_there_is_one_or_no_end(mend: Apply, source: str) -> None:
    assert mend("main-guard", source) is None


def test_a_name_that_functions_need_makes_the_guard_unsure(mends: Mends) -> None:
    mended = mends("main-guard", "def f():\n    return pool\n\n\npool = make()\n«pool.map(f)\n")
    assert not mended.mend.sure


# --- await


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("async def m():\n    «fetch()  # c\n", "async def m():\n    await fetch()  # c\n"),
        ("async def m():\n\tx = «a.fetch(\n\t\t1).text\n", "async def m():\n\tx = (await a.fetch(\n\t\t1)).text\n"),
        ("async def m():\n    f(«fetch())\n", "async def m():\n    f(await fetch())\n"),
        ("async def m():\n    x = fetch()\n    «print(x)\n", "async def m():\n    x = await fetch()\n    print(x)\n"),
    ],
)
def test_the_call_is_awaited(text_after: TextAfter, before: str, after: str) -> None:
    assert text_after("await", before, values={"coroutine": "Client.fetch"}) == after


@pytest.mark.parametrize(
    "source",
    [
        "def m():\n    «fetch()\n",
        "«fetch()\n",
        "async def m():\n    def n():\n        «fetch()\n",
        "async def m():\n    await «fetch()\n",
        "async def m():\n    asyncio.create_task(«fetch())\n",
        "async def m():\n    x = lambda: «fetch()\n",
        "async def m():\n    fetch()\n    fetch()\n    «print()\n",
    ],
)
def test_no_await_where_it_may_not_stand(mend: Apply, source: str) -> None:
    assert mend("await", source, values={"coroutine": "fetch"}) is None


def test_a_checkers_finding_names_no_coroutine(text_after: TextAfter) -> None:
    assert (
        text_after("await", "async def m():\n    «fetch()»\n", exception=None) == "async def m():\n    await fetch()\n"
    )


# --- arrays, convert, reuse-address


@pytest.mark.parametrize(
    ("recipe", "before", "after"),
    [
        ("array-truth", "if «scores > 4»:\n    pass\n", "if (scores > 4).any():\n    pass\n"),
        ("array-truth", "if (a > 4):\n    «pass\n", None),
        ("array-truth", "«if (a > 4):\n    pass\n", "if (a > 4).any():\n    pass\n"),
        ("array-truth", "while «a.x(1)»: pass\n", "while a.x(1).any(): pass\n"),
        ("array-truth", "x = not «a»\n", "x = not a.any()\n"),
        ("array-truth", "if b and «a == 1»: pass\n", "if b and (a == 1).any(): pass\n"),
        ("array-truth", "«if a and b: pass\n", None),
        ("array-bitwise", "y = x[«x > 1» and not x < 3]\n", "y = x[(x > 1) & ~(x < 3)]\n"),
        ("array-bitwise", "m = (a or b)  # c\n«", None),
        ("array-bitwise", "«m = a > 1 or b\n", "m = (a > 1) | b\n"),
        ("array-bitwise", "«if a and b: pass\n", None),
        ("array-bitwise", "«x = bool(a and b)\n", None),
    ],
)
def test_arrays(mend: Apply, recipe: str, before: str, after: str | None) -> None:
    arguments = {"reduce": "any"} if recipe == "array-truth" else {}
    mended = mend(recipe, before, **arguments)
    assert (mended.text if mended else None) == after


_JOIN = 'can only concatenate str (not "int") to str'
_ADD = "unsupported operand type(s) for +: 'int' and 'str'"


@pytest.mark.parametrize(
    ("before", "after", "message", "to"),
    [
        ('print(«"a" + 5»)  # c\n', 'print("a" + str(5))  # c\n', _JOIN, "str"),
        ('print(«"a" + b.c(1)» + "x")\n', 'print("a" + str(b.c(1)) + "x")\n', _JOIN, "str"),
        ('x = «"a" + (b - 1)»\n', 'x = "a" + str(b - 1)\n', _JOIN, "str"),
        ("x = «age + 1»\n", "x = int(age) + 1\n", _JOIN, "int"),
        ('x = «1 + "2"»\n', 'x = 1 + int("2")\n', _ADD, "int"),
        ("«total += text\n", "total += int(text)\n", "unsupported operand type(s) for +=: 'int' and 'str'", "int"),
        ("«text += 5\n", "text += str(5)\n", _JOIN, "str"),
        (
            "if «age >= 18»: pass\n",
            "if int(age) >= 18: pass\n",
            "'>=' not supported between instances of 'str' and 'int'",
            "int",
        ),
        ("«x = a + b\n", "x = a + str(b)\n", _JOIN, "str"),
        ("«x = a + b + c\n", None, _JOIN, "str"),
        ("«x = 5 + 'a'\n", None, _JOIN, "str"),
        ("«total += text\n", None, "unsupported operand type(s) for +=: 'int' and 'str'", "str"),
        ("«x = a - b\n", None, _JOIN, "str"),
        ("«x = a + b\n", None, _ADD, "list"),
        ("«x = a + b\n", None, "something else", "str"),
    ],
)
def test_the_operand_that_does_not_fit_is_converted(
    mend: Apply, before: str, after: str | None, message: str, to: str
) -> None:
    mended = mend("convert", before, exception="TypeError", message=message, to=to)
    assert (mended.text if mended else None) == after


def test_a_returned_value_is_converted_for_a_checker(text_after: TextAfter) -> None:
    message = 'Incompatible return value type (got "int", expected "str")'
    assert (
        text_after("convert", "def f() -> str:\n    «return len(x)  # c\n", None, message, to="str")
        == "def f() -> str:\n    return str(len(x))  # c\n"
    )


def test_the_address_is_taken_again(mend: Apply, mends: Mends) -> None:
    mended = mends("reuse-address", 'import socket\n\ns = socket.socket()\n«s.bind(("", 1))\n', "OSError")
    assert mended.text == (
        "import socket\n\ns = socket.socket()\ns.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)\n"
        's.bind(("", 1))\n'
    )
    assert not mended.mend.sure
    again = mended.text.replace("s.bind", "«s.bind")
    assert mend("reuse-address", again, "OSError") is None
    mended = mends("reuse-address", "with «socketserver.TCPServer(a, b) as s:\n    pass\n", "OSError")
    assert mended.text.startswith("socketserver.TCPServer.allow_reuse_address = True\nwith ")
    windows = Context(origin="here", system="windows")
    assert mend("reuse-address", "«s.bind(a)\n", "OSError", context=windows) is None
