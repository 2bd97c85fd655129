"""What a recipe calls sure keeps what the program is for: it neither silences nor guesses."""

from __future__ import annotations

import pytest
from tracemend.context import Context
from tracemend.evidence import registry
from tracemend.evidence.fact import Inquiry
from tracemend.knowledge.model import Clause
from tracemend.reading.report import ErrorReport, Span
from tracemend.source.place import Place, statement_at
from tracemend.source.text import SourceText

from .conftest import Apply, Mends, Outcome


@pytest.mark.parametrize(
    ("source", "sure"),
    [
        ("counts[«word] += 1\n", True),
        ('if «config["verbose"]»:\n    pass\n', True),
        ('print(«d["port"]»)\n', False),
        ('print(f"<{«u["mail"]»}>")\n'.replace('"mail"', "'mail'"), False),
        ('for item in «data["items"]»:\n    print(item)\n', False),
        ('cost = 10 * «stock["b"]»\n', False),
        ('mail = «user["mail"]».strip()\n', False),
        ("n = len(«groups[k]»)\n", False),
        ('import os\n«os.environ["TOKEN"]»\n', False),
        ('import os\nif «os.environ["DEBUG"]»:\n    pass\n', True),
        ('import os\nif «os.environ["TOKEN"]»:\n    pass\n', False),
        ('if «options["verbose"]»:\n    pass\n', True),
        ('if «options["verify_tls"]»:\n    pass\n', False),
    ],
)
def test_a_default_is_sure_only_where_absence_has_one_meaning(mends: Mends, source: str, sure: bool) -> None:
    mended = mends("key-default", source, exception="KeyError", message=_key(source))
    assert mended.mend.sure == sure


def _key(source: str) -> str:
    quoted = source.partition("«")[2].partition("[")[2].partition("]")[0]
    return repr(quoted.strip("\"'"))


_NO_NUMBER = 'can only concatenate str (not "{}") to str'


@pytest.mark.parametrize(
    ("source", "message", "after", "sure"),
    [
        ('print("age: " + «age)\n', _NO_NUMBER.format("int"), 'print("age: " + str(age))\n', True),
        ('print("sum is " «+ 3)\n', _NO_NUMBER.format("int"), 'print("sum is " + str(3))\n', True),
        ('b = "3" «+ 4\n', _NO_NUMBER.format("int"), 'b = "3" + str(4)\n', False),
        ('print("names: " «+ names)\n', _NO_NUMBER.format("list"), 'print("names: " + str(names))\n', False),
        ('print("Hello " «+ who)\n', _NO_NUMBER.format("NoneType"), None, None),
        ('print("got " «+ fetch())\n', _NO_NUMBER.format("coroutine"), None, None),
        (
            "total = total «+ n\n",
            "unsupported operand type(s) for +: 'int' and 'str'",
            "total = str(total) + n\n",
            False,
        ),
        ("if n «> 5:\n    pass\n", "'>' not supported between instances of 'str' and 'int'", None, None),
        ("x = a «- b\n", "unsupported operand type(s) for -: 'str' and 'int'", None, None),
    ],
)
def test_text_is_made_only_among_words(
    mend: Apply, source: str, message: str, after: str | None, sure: bool | None
) -> None:
    mended = mend("convert", source, exception="TypeError", message=message, to="str")
    found = (mended.text, mended.mend.sure) if mended is not None else (None, None)
    assert found == (after, sure)


def test_an_operand_joined_further_on_that_may_be_no_text_makes_it_unsure(mends: Mends, outcome: Outcome) -> None:
    message = _NO_NUMBER.format("int")
    assert outcome("convert", 'print(«"sum is " + 3» + 4)\n', exception="TypeError", message=message, to="str") == (
        'print("sum is " + str(3) + 4)\n',
        False,
    )
    mended = mends("convert", 'print(«"a " + n» + " b")\n', exception="TypeError", message=message, to="str")
    assert mended.mend.sure


@pytest.mark.parametrize("kind", ["NoneType", "coroutine", "list"])
def test_a_number_is_made_of_text_only(mend: Apply, kind: str) -> None:
    message = f"unsupported operand type(s) for *: 'int' and '{kind}'"
    assert mend("convert", "x = w «* h\n", exception="TypeError", message=message, to="int") is None


@pytest.mark.parametrize(
    ("wrong", "to", "sure"),
    [("item", "items", False), ("data1", "data2", False), ("coutn", "count", True), ("Item", "item", True)],
)
def test_names_that_may_both_be_meant_are_not_sure(mends: Mends, wrong: str, to: str, sure: bool) -> None:
    mended = mends("spelling", f"print(«{wrong}»)\n", to=to, from_=wrong)
    assert mended.mend.sure == sure


_EXPECTED = "expected an indented block after {}"


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        ("for i in r:\n«print(i)\nprint('done')\n", "for i in r:\n    print(i)\nprint('done')\n", True),
        ("for i in r:\n«total += i\nprint(total)\n", "for i in r:\n    total += i\nprint(total)\n", True),
        ("for i in r:\n«total += i\ntotal += 1\n", "for i in r:\n    total += i\ntotal += 1\n", False),
        ("for a, b in r:\n«c = a + b\nd = c * 2\n", "for a, b in r:\n    c = a + b\nd = c * 2\n", False),
        ("for i in r:\n«print('x')\nprint('done')\n", "for i in r:\n    print('x')\nprint('done')\n", False),
        ("with open(p) as f:\n«d = f.read()\nprint(d)\n", "with open(p) as f:\n    d = f.read()\nprint(d)\n", True),
        ("if x:\n«print(1)\nprint(2)\n", "if x:\n    print(1)\nprint(2)\n", False),
        ("def f():\n«x = 1\nreturn x\nprint(f())\n", "def f():\n    x = 1\n    return x\nprint(f())\n", True),
        ("def f(x):\n«print(x)\nf(3)\n", "def f(x):\n    print(x)\nf(3)\n", False),
        (
            "def f(n):\n«if n:\n    return 1\nreturn n * f(n - 1)\n",
            "def f(n):\n    if n:\n        return 1\n    return n * f(n - 1)\n",
            True,
        ),
        (
            "class A:\n«def f(self):\n    return 1\nprint(A().f())\n",
            "class A:\n    def f(self):\n        return 1\nprint(A().f())\n",
            False,
        ),
    ],
)
def test_a_block_is_what_the_code_shows_to_be_one(mends: Mends, before: str, after: str, sure: bool) -> None:
    mended = mends("indent", before, exception="IndentationError", message=_EXPECTED.format("it"))
    assert (mended.text, mended.mend.sure) == (after, sure)


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("d = datetime.date.today()\n", "import datetime"),
        ("d = datetime.timedelta(days=1)\n", "import datetime"),
        ("d = datetime.datetime.now()\n", "import datetime"),
        ("d = datetime.now()\n", "from datetime import datetime"),
        ("d = datetime(2024, 1, 1)\n", "from datetime import datetime"),
        ("t = time()\n", "from time import time"),
        ("t = time.time()\n", "import time"),
        ("pprint.pprint(d)\n", "import pprint"),
        ("pprint(d)\n", "from pprint import pprint"),
        ("x = json(d)\n", None),
        ("x = glob.glob('*')\n", "import glob"),
        ("x = glob('*')\n", "from glob import glob"),
    ],
)
def test_the_import_is_the_one_that_the_use_needs(source: str, wanted: str | None) -> None:
    text = SourceText(source)
    place = Place("a.py", "/a.py", 1, None, None, text, statement_at(text, 1), None)
    report = ErrorReport("python", "error", "NameError", "", Span(1, 1))
    name = next(one for one in ("datetime", "time", "pprint", "json", "glob") if f" {one}" in f" {source}")
    found = registry.ask(Clause("name-is-module"), Inquiry(name, {}, {}, report, place, Context(origin="here")))
    assert found.values.get("import") == wanted
    assert found.holds == (wanted is not None)


_ASYNC = "async def load():\n    return [1]\n\nasync def main(other):\n"


@pytest.mark.parametrize(
    ("body", "after"),
    [
        ("    for n in «load()»:\n        pass\n", "    for n in await load():\n        pass\n"),
        ("    print(«load()[0]»)\n", "    print((await load())[0])\n"),
        ("    print(«load() + 1»)\n", "    print((await load()) + 1)\n"),
        ("    rows = load()\n    print(«rows[0]»)\n", "    rows = await load()\n    print(rows[0])\n"),
        ("    print(«list(other)»)\n", None),
        ("    print(«other + fetch()»)\n", None),
        ("    print(«load() + load()»)\n", None),
        ("    rows = await load()\n    print(«rows[0]»)\n", None),
    ],
)
def test_only_a_call_of_an_async_function_is_awaited(mend: Apply, body: str, after: str | None) -> None:
    message = "'coroutine' object is not subscriptable"
    mended = mend("await", _ASYNC + body, exception="TypeError", message=message)
    assert (mended.text if mended is not None else None) == (after and _ASYNC + after)


def test_mode_r_plus_needs_the_file_itself(mend: Apply) -> None:
    source = 'with «open("a/b", "{}") as f:\n    pass\n'
    assert mend("make-parent-folder", source.format("r+"), exception="FileNotFoundError") is None
    assert mend("make-parent-folder", source.format("w+"), exception="FileNotFoundError") is not None


@pytest.mark.parametrize(("byte", "offered"), [("0xc3", True), ("0xe4", True), ("0x89", False), ("0xff", False)])
def test_utf_8_is_not_offered_where_it_would_fail_at_the_same_byte(mend: Apply, byte: str, offered: bool) -> None:
    message = f"'ascii' codec can't decode byte {byte} in position 0: ordinal not in range(128)"
    source = "with open('a.txt') as f:\n    «text = f.read()\n"
    mended = mend("encoding", source, exception="UnicodeDecodeError", message=message)
    assert (mended is not None) == offered


@pytest.mark.parametrize(
    ("source", "sure"),
    [
        ("«lenth\n", False),
        ("«x.lenth\n", False),
        ("«x.lenth()\n", True),
        ("print(«lenth)\n", True),
        ("x = «lenth(y)\n", True),
    ],
)
def test_a_name_that_does_nothing_shows_not_what_it_is_for(mends: Mends, source: str, sure: bool) -> None:
    mended = mends("spelling", source, exception="NameError", from_="lenth", to="length")
    assert mended.mend.sure == sure


@pytest.mark.parametrize(
    ("source", "sure"), [("«math.root(2)\n", False), ("«math.sqrt(2)\n", True), ("«json.root\n", True)]
)
def test_a_module_that_lacks_what_is_asked_of_it_may_not_be_meant(mends: Mends, source: str, sure: bool) -> None:
    wanted = "import json" if "json" in source else "import math"
    mended = mends("add-import", source, exception="NameError", import_=wanted)
    assert mended.mend.sure == sure
