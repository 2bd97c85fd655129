"""Recipes for names without a value in their scope, and for variables that hide functions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .conftest import Apply, Parsed, Program

_UNBOUND = "UnboundLocalError"


@pytest.mark.parametrize(
    ("source", "line", "after", "sure"),
    [
        ("n = 0\ndef f():\n    «n += 1\n", "    n += 1", "    global n\n    n += 1", True),
        ("n = 0\ndef f():\n\t'Doc.'\n\t«n = n + 1\n", "\tn = n + 1", "\tglobal n\n\tn = n + 1", True),
        ("n = 0\ndef f(): «n += 1»\n", "n += 1", "global n; n += 1", True),
        ("n = 0\r\ndef f():\r\n    # é\r\n    «n += 1\r\n", "    n += 1", "    global n\r\n    n += 1", True),
        ("n = 0\ndef f():\n    «print(n)\n    n = 5\nprint(n)\n", "    print(n)", "    global n\n    print(n)", True),
        ("n = 0\ndef f():\n    «print(n)\n    n = 5\n", "    print(n)", "    global n\n    print(n)", False),
        (
            "def g():\n    n = 0\n    def f():\n        «n += 1\n",
            "        n +",
            "        nonlocal n\n        n +",
            True,
        ),
        ("def g(n):\n    def f():\n        «n += 1\n", "        n +", "        nonlocal n\n        n +", True),
        ("n = 0\ndef g(n):\n    def f():\n        «n += 1\n", "        n +", "        nonlocal n\n        n +", False),
        ("def f():\n    «n += 1\n", "", None, None),
        ("import n\ndef f():\n    «n = n.x\n", "", None, None),
        ("def n(): ...\ndef f():\n    «n += 1\n", "", None, None),
        ("n = 0\ndef f(n):\n    «n += 1\n", "", None, None),
        ("n = 0\n«n += 1\n", "", None, None),
        ("n = 0\ndef f():\n    global n\n    «n += 1\n", "", None, None),
        ("n = 0\ndef f():\n    «print(n)\n    import n\n", "", None, None),
    ],
)
def test_global_and_nonlocal(parsed: Parsed, source: str, line: str, after: str | None, sure: bool | None) -> None:
    found = parsed("say-global", source, _UNBOUND, name="n")
    plain = source.replace("«", "").replace("»", "")
    assert found == (None if after is None else (plain.replace(line, after, 1), sure))
    if found is not None and found[0].count("n += 1") == 1:
        assert parsed("say-global", found[0].replace("n += 1", "«n += 1"), _UNBOUND, name="n") is None


@pytest.mark.parametrize(
    ("loop", "first", "sure"),
    [
        ("for w in x:\n    «count += 1\n", "count = 0\n", True),
        ("for w in x:\n    if w:\n        «count += len(w)\n", "count = 0\n", True),
        ("while x:\n    «count *= 2\n", "count = 1\n", True),
        ("for w in x:\n    «count += w + ', '\n", 'count = ""\n', True),
        ("for w in x:\n    «count += [w]\n", "count = []\n", True),
        ("for a in x:\n    for b in a:\n        «count += 1\nprint(count)\n", "count = 0\n", True),
        ("for a in x:\n    for b in a:\n        «count += 1\n    print(count)\n", "count = 0\n", False),
        ("for w in x:\n    «count |= w\n", None, None),
        ("for w in x:\n    «count = 1\n", None, None),
        ("«count += 1\n", None, None),
        ("for w in x:\n    pass\n«count += 1\n", None, None),
    ],
)
def test_a_first_value_before_the_loop(parsed: Parsed, loop: str, first: str | None, sure: bool | None) -> None:
    found = parsed("start-value", "# é\n" + loop, _UNBOUND, name="count")
    plain = "# é\n" + loop.replace("«", "")
    assert found == (None if first is None else (plain.replace("# é\n", "# é\n" + first, 1), sure))


def test_a_first_value_is_sure_only_where_something_shows_it(parsed: Parsed) -> None:
    found = parsed("start-value", "for w in x:\n    «stuff += w\n", _UNBOUND, name="stuff")
    assert found == ("stuff = 0\nfor w in x:\n    stuff += w\n", False)


@pytest.mark.parametrize(
    ("source", "after"),
    [
        ("x: 3  # é\n«print(x)\n", "x = 3  # é\nprint(x)\n"),
        (
            "def f():\n    x : [1,\n        2]\n    «print(x)\n",
            "def f():\n    x = [1,\n        2]\n    print(x)\n",
        ),
        ("x: (1 + 2)\n«print(x)\n", "x = (1 + 2)\nprint(x)\n"),
        ("x: int\n«print(x)\n", None),
        ("x: list[int]\n«print(x)\n", None),
        ("x: int | None\n«print(x)\n", None),
        ("x: 3\nif y:\n    x = 2\n«print(x)\n", None),
        ("class A:\n    x: 3\n«print(x)\n", None),
    ],
)
def test_equals_for_a_colon(parsed: Parsed, source: str, after: str | None) -> None:
    found = parsed("assign", source, _UNBOUND, name="x")
    assert (found[0] if found is not None else None) == after


@pytest.mark.parametrize(
    ("source", "after"),
    [
        (
            "def f(x):\n    max = «max(x)»\n    return max  # max\n",
            "def f(x):\n    max_ = max(x)\n    return max_  # max\n",
        ),
        (
            "def f(x):\n    max = «max(x)»\n    min = min(x)\n    return max - min\n",
            "def f(x):\n    max_ = max(x)\n    min_ = min(x)\n    return max_ - min_\n",
        ),
        ("list = [1]\nx = «list(list)»\n", "list_ = [1]\nx = list(list_)\n"),
        ("str = ''\ny = map(str, [])\nx = «str(1)»\n", "str_ = ''\ny = map(str, [])\nx = str(1)\n"),
        (
            "def f(str: str, n: int) -> str:\n    return «str(n)» + str\n",
            "def f(str_: str, n: int) -> str:\n    return str(n) + str_\n",
        ),
        ("def f(): ...\nf = «f()»\nf()\n", "def f(): ...\nf_ = f()\nf()\n"),
        ("max_ = 1\ndef f(x):\n    max = «max(x)»\n", "max_ = 1\ndef f(x):\n    own_max = max(x)\n"),
        ("import json\ndef f(s):\n    json = «json.loads(s)»\n    return json\n", None),
        ("x = 3\ny = «x(2)»\n", None),
        ("list = [1]\n__all__ = ['list']\nx = «list()»\n", None),
        ("def f():\n    global list\n    list = [1]\n    «list()»\n", None),
        ("def f(list):\n    return «list(list)»\nf(list=[1])\n", None),
    ],
)
def test_a_variable_that_hides_a_function(mend: Apply, source: str, after: str | None) -> None:
    made = mend("rename-hiding", source, exception="TypeError", message="'list' object is not callable")
    assert (made.text if made is not None else None) == after
    if made is not None and "= max(x)" in made.text:
        assert mend("rename-hiding", made.text.replace("max(x)", "«max(x)»"), exception="TypeError") is None


def test_a_variable_that_hides_a_module(parsed: Parsed) -> None:
    source = "import json\ndef f(s):\n    «json = json.loads(s)\n    return json['a']\n"
    after = "import json\ndef f(s):\n    json_ = json.loads(s)\n    return json_['a']\n"
    assert parsed("rename-hiding", source, _UNBOUND, name="json") == (after, True)


@pytest.mark.parametrize(
    ("source", "name", "after"),
    [
        (
            "# top\n«print(f())  # é\n\n\ndef f():\n    return 1\n",
            "f",
            "# top\ndef f():\n    return 1\n\n\nprint(f())  # é\n",
        ),
        ("«print(n)\nx()\nn = 3  # é\nx()\n", "n", "n = 3  # é\nprint(n)\nx()\nx()\n"),
        (
            "«x()\nprint(f())\n\n\ndef x(): ...\n\n\n# it\ndef f(): ...\n",
            "x",
            "def x(): ...\n\n\nx()\nprint(f())\n\n\n# it\ndef f(): ...\n",
        ),
        ("def g():\n    «print(n)\n    n = 3\n", "n", "def g():\n    n = 3\n    print(n)\n"),
        # the value needs more, does more, or is bound twice
        ("«print(n)\nn = m\n", "n", None),
        ("«print(n)\nn = m()\n", "n", None),
        ("«print(n)\nn = 3\nn = 4\n", "n", None),
        ("n = 1\ndef g():\n    «print(n)\n    n = 3\n", "n", None),
        ("«a = f()\nprint(a)\n@a\ndef f(): ...\n", "f", None),
        ("«x = f(); y = 1\ndef f(): ...\n", "f", None),
    ],
)
def test_a_definition_before_its_use(parsed: Parsed, source: str, name: str, after: str | None) -> None:
    found = parsed("define-first", source, _UNBOUND, name=name)
    assert (found[0] if found is not None else None) == after


def test_the_call_of_the_function_is_what_came_too_early(program: Callable[..., Program]) -> None:
    one = program("def main():\n    print(N)\n\nmain()\nN = 3\n")
    one.mend("define-first", {"name": "N"})
    assert one.path.read_text() == "def main():\n    print(N)\n\nN = 3\nmain()\n"
    assert one.run().stdout == "3\n"
