"""A mend is not sure where another edit is as likely, or nothing shows what is meant; it is where the code shows it."""

from __future__ import annotations

import pytest

from .conftest import Apply, Mends

_PATH = 'can only concatenate str (not "PosixPath") to str'
_PATH_FIRST = "unsupported operand type(s) for +: 'PosixPath' and 'str'"
_FLOAT = "'float' object cannot be interpreted as an integer"
_PARTS = "too many values to unpack (expected 2)"
_NONE = "'NoneType' object is not subscriptable"
_ZONES = "can't subtract offset-naive and offset-aware datetimes"
_SIZE = "Set changed size during iteration"
_TEXT = "'str' object does not support item assignment"


@pytest.mark.parametrize(
    ("recipe", "exception", "message", "source", "sure"),
    [
        ("convert", "TypeError", _PATH, "print(«'saved to ' + path»)\n", True),
        ("convert", "TypeError", _PATH, "print(«'saved to ' + path» + ': é')\n", True),
        ("convert", "TypeError", _PATH, "open(«'copy of ' + path» + '.txt')\n", False),
        ("convert", "TypeError", _PATH_FIRST, "open(«base + '/a.txt'»)\n", False),
        ("whole-number", "TypeError", _FLOAT, "for i in «range(len(x) / 2)»: pass\n", True),
        ("whole-number", "TypeError", _FLOAT, "for i in «range(len(x) / size)»: pass\n", False),
        ("whole-number", "TypeError", _FLOAT, "W = 600\nC = 20\nfor i in «range(W / C)»: pass\n", True),
        ("whole-number", "TypeError", _FLOAT, "for i in «range(len(x) / 10)»:\n    f(x[i * 10:])\n", False),
        ("whole-number", "TypeError", _FLOAT, "n = a / b\nfor i in «range(n)»: pass\n", False),
        ("split-once", "ValueError", _PARTS, "«key, value = line.split('=')»\n", True),
        ("split-once", "ValueError", _PARTS, "«name, text = line.split(': ')»\n", True),
        ("split-once", "ValueError", _PARTS, "«command, rest = line.split(' ')»\n", True),
        ("split-once", "ValueError", _PARTS, "«first, last = line.split(' ')»\n", False),
        ("split-once", "ValueError", _PARTS, "«what, amount = line.split(';')»\nn = float(amount)\n", False),
        ("split-once", "ValueError", _PARTS, "«key, value = line.split('=')»\nn = int(value)\n", False),
        ("split-once", "ValueError", _PARTS, "«hour, minute = line.split(':')»\n", False),
        ("split-once", "ValueError", _PARTS, "«stem, ext = name.split('.')»\n", False),
        ("in-place", "TypeError", _NONE, "a = [2, 1]\nb = a.sort()\nprint(«b[0]»)\n", True),
        ("in-place", "TypeError", _NONE, "a = [2, 1]\nb = a.sort()\nprint(«b[0]», a)\n", False),
        ("aware-now", "TypeError", _ZONES, "from datetime import datetime\nprint(«datetime.now() - made»)\n", True),
        (
            "aware-now",
            "TypeError",
            _ZONES,
            "from datetime import datetime\nend = datetime.now().replace(hour=18)\nprint(«end - made»)\n",
            False,
        ),
        ("iterate-copy", "RuntimeError", _SIZE, "«for x in seen:\n    seen.discard(x)\n", True),
        (
            "iterate-copy",
            "RuntimeError",
            _SIZE,
            "«for page in todo:\n    for one in links[page]:\n        todo.add(one)\n",
            False,
        ),
        ("text-item", "TypeError", _TEXT, "def f(w):\n    «w[0]» = 'x'\n    return w\n", True),
        ("text-item", "TypeError", _TEXT, "def f(w):\n    «w[0]» = 'x'\n", False),
    ],
)
def test_it_is_sure_only_where_the_code_shows_it(
    mends: Mends, recipe: str, exception: str, message: str, source: str, sure: bool
) -> None:
    arguments = {"to": "str"} if recipe == "convert" else {}
    made = mends(recipe, source, exception, message, **arguments)
    assert made.mend.sure is sure
    assert sure or made.mend.note


@pytest.mark.parametrize(
    ("source", "sure"),
    [
        ("def f(weight, zone):\n    return weight * «rate»\n", False),
        ("def f(days):\n    return max(«records»)\n", True),
        ("rows = []\nfor x in rows:\n    print(«item»)\n", True),
        ("rows = []\nfor i in rows:\n    print(«row»)\n", True),
        ("n, order = 0, []\nfor item in order:\n    n += «price»\n", False),
    ],
)
def test_an_unused_variable_is_not_meant_by_every_missing_name(mend: Apply, source: str, sure: bool) -> None:
    name = source.partition("«")[2].partition("»")[0]
    made = mend("half-renamed", source, "NameError", f"name '{name}' is not defined", {"name": name})
    assert made is None if made is None else made.mend.sure is sure
    assert made is not None or not sure


@pytest.mark.parametrize(
    ("source", "wrong", "to", "sure"),
    [
        ("weight_net = 1\nweight_gross = 2\nprint(«weight_»)\n", "weight_", "weight_net", False),
        ("weight_net = 1\nprint(«weight_»)\n", "weight_", "weight_net", True),
        ("count = 1\ncoin = 2\nprint(«coun»)\n", "coun", "coin", False),
        ("count = 1\nprint(«cuont»)\n", "cuont", "count", True),
    ],
)
def test_a_name_that_is_as_near_leaves_it_open(mends: Mends, source: str, wrong: str, to: str, sure: bool) -> None:
    made = mends("spelling", source, "NameError", f"name '{wrong}' is not defined", {"name": wrong}, to=to)
    assert made.mend.sure is sure


@pytest.mark.parametrize(
    ("source", "sure"),
    [
        ("with open('guests.txt') as f:\n    «f.write(name)»\n", False),
        ("with open('report.txt') as f:\n    «f.write(name)»\n", True),
        ("def read():\n    return json.load(open(P))\nwith open(P) as f:\n    «json.dump(x, f)»\n", True),
        ("def clear():\n    open(P, 'w')\nwith open(P) as f:\n    «f.write(x)»\n", True),
    ],
)
def test_a_file_that_was_there_is_not_emptied(mends: Mends, source: str, sure: bool) -> None:
    made = mends("read-or-write", source, "io.UnsupportedOperation", "not writable")
    assert made.mend.sure is sure
