"""Recipes for what linters refuse: comparisons, unused names, bare except, shared defaults."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .findings import fixed

SQL = "import sqlalchemy\n"


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        ("if x == «None: pass\n", "if x is None: pass\n", True),
        ("while (x != «None) and y: pass\n", "while (x is not None) and y: pass\n", True),
        ("assert not x==«None, 'é'\n", "assert not x is None, 'é'\n", True),
        ("y = 1 if x ==«None else 2\n", "y = 1 if x is None else 2\n", True),
        ("if None ==« get(x): pass\n", "if get(x) is None: pass\n", True),
        ("y = [a for a in b if a != «None]\n", "y = [a for a in b if a is not None]\n", True),
        ("z = x == «None\n", "z = x is None\n", False),
        ("f(x == «None)\n", "f(x is None)\n", False),
        ("if a == None or b == «None: pass\n", "if a == None or b is None: pass\n", True),
        ("if x ==  \\\n  None: pass\n", "if x is  \\\n  None: pass\n", True),
    ],
)
def test_none_is_compared_by_is(before: str, after: str, sure: bool) -> None:
    assert fixed("none-comparison", before) == (after, sure)


@pytest.mark.parametrize(
    "text",
    [
        f"{SQL}q = s.filter(User.name == «None)\n",
        "import numpy as np\nmask = a[a == «None]\n",
        "if x is «None: pass\n",
        "if x == 1: pass\n",
        "if a == b == «None: pass\n",
        "if a == None or b == None: pass\n",
    ],
)
def test_none_comparisons_that_are_left(text: str) -> None:
    assert fixed("none-comparison", text) is None


BOOL = "def f(a: bool, n: int):\n    "


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (BOOL + "if a == «True: pass\n", BOOL + "if a: pass\n"),
        (BOOL + "if a == «False and n: pass\n", BOOL + "if not a and n: pass\n"),
        (BOOL + "if a != «True: pass\n", BOOL + "if not a: pass\n"),
        (BOOL + "return a != «False\n", BOOL + "return a\n"),
        ("if isinstance(x, int) == «True: pass\n", "if isinstance(x, int): pass\n"),
        ("on = False\non = x > 3\nif on == «True: pass\n", "on = False\non = x > 3\nif on: pass\n"),
        ("def g() -> bool: ...\nif g() == «False: pass\n", "def g() -> bool: ...\nif not g(): pass\n"),
    ],
)
def test_a_bool_is_asked_itself(before: str, after: str) -> None:
    assert fixed("true-comparison", before) == (after, True)


@pytest.mark.parametrize(
    "text",
    [
        BOOL + "if n == «True: pass\n",
        "if x == «True: pass\n",
        "x = 1\nx = True\nif x == «True: pass\n",
        BOOL + "return True == «a\n",
        BOOL + "return (a) == «True\n",
    ],
)
def test_what_may_be_no_bool_is_left(text: str) -> None:
    assert fixed("true-comparison", text) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("if not «a in b: pass\n", "if a not in b: pass\n"),
        ("y = x and not a.b  in« (1, 2)  # no\n", "y = x and a.b  not in (1, 2)  # no\n"),
        ("if not« a is b: pass\n", "if a is not b: pass\n"),
        ("if not (a) in« [b]: pass\n", "if (a) not in [b]: pass\n"),
        ("if not 'in' in« b: pass\n", "if 'in' not in b: pass\n"),
    ],
)
def test_the_negation_goes_into_the_sign(before: str, after: str) -> None:
    assert fixed("not-membership", before) == (after, True)


@pytest.mark.parametrize("text", ["if not «(a in b): pass\n", "if not «a: pass\n", "if not «a == b: pass\n"])
def test_other_negations_are_left(text: str) -> None:
    assert fixed("not-membership", text) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("if x is «'a': pass\n", "if x == 'a': pass\n"),
        ("if x is  not «-1: pass\n", "if x != -1: pass\n"),
        ("y = 3 is «x\n", "y = 3 == x\n"),
        ("y = x is («1, 'a')\n", "y = x == (1, 'a')\n"),
        ("y = x.is_it is «'is'\n", "y = x.is_it == 'is'\n"),
    ],
)
def test_literals_are_compared_by_value(before: str, after: str) -> None:
    assert fixed("literal-identity", before) == (after, True)


@pytest.mark.parametrize("text", ["if x is «None: pass\n", "if x is «True: pass\n", "if x is «y: pass\n", "x == «1\n"])
def test_identities_that_are_meant_are_left(text: str) -> None:
    assert fixed("literal-identity", text) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("«assert (a > 1, 'no')\n", "assert a > 1, 'no'\n"),
        ("assert«(a, f'{b}')  # so\n", "assert a, f'{b}'  # so\n"),
    ],
)
def test_an_assertion_loses_its_parentheses(before: str, after: str) -> None:
    assert fixed("assert-tuple", before) == (after, True)


@pytest.mark.parametrize(
    "text",
    [
        "«assert (a, b)\n",
        "«assert (a, 'b', c)\n",
        "«assert (a, 'b'), c\n",
        "«assert (\n a,\n 'b')\n",
        "«assert a, 'b'\n",
    ],
)
def test_other_assertions_are_left(text: str) -> None:
    assert fixed("assert-tuple", text) is None


TRY = "try:\n    x()\n"


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        (TRY + "«except:\n    pass\n", TRY + "except Exception:\n    pass\n", True),
        (TRY + "«except :  # é\r\n    y = 1\r\n", TRY + "except Exception :  # é\r\n    y = 1\r\n", True),
        (TRY + "«except:\n    undo()\n    raise\n", TRY + "except BaseException:\n    undo()\n    raise\n", True),
        (
            "try:\n    sys.exit(1)\n«except:\n    pass\n",
            "try:\n    sys.exit(1)\nexcept Exception:\n    pass\n",
            False,
        ),
    ],
)
def test_an_except_says_what_it_catches(before: str, after: str, sure: bool) -> None:
    assert fixed("bare-except", before) == (after, sure)
    assert fixed("bare-except", TRY + "«except ValueError:\n    pass\n") is None


@pytest.mark.parametrize(
    ("before", "name", "after"),
    [
        ("«import os\nx = 1\n", "os", "x = 1\n"),
        ("«import os, sys\nsys.exit\n", "os", "import sys\nsys.exit\n"),
        ("«import os, sys\nos.sep\n", "sys", "import os\nos.sep\n"),
        ("«from a import b\n", "a.b", ""),
        ("«from . import b, c\nc\n", ".b", "from . import c\nc\n"),
        ("«from a import b as c, d\nd\n", "a.b as c", "from a import d\nd\n"),
        ("«import numpy as np\n", "numpy as np", ""),
        ("«import numpy as np\n", "numpy imported as np", ""),
        ("from a import (\n    b,\n    «c,\n    d,\n)\nb, d\n", "a.c", "from a import (\n    b,\n    d,\n)\nb, d\n"),
        ("from a import (\n    b,\n    «c,\n)\nb\n", "c", "from a import (\n    b,\n)\nb\n"),
        ("def f():\n    «import os\r\n    return 1\r\n", "os", "def f():\n    return 1\r\n"),
        ("«import os.path\n", "os.path", ""),
        ("«import time\nprint('the time')\n", "time", "print('the time')\n"),
    ],
)
def test_an_unused_import_goes(before: str, name: str, after: str) -> None:
    assert fixed("drop-import", before, name=name) == (after, True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("«import os\nprint(os)\n", "os"),
        ("«import os\n__all__ = ['os']\n", "os"),
        ("«from a import B\nx: 'list[B]' = []\n", "a.B"),
        ("«from a import B\ndef f(x: 'B') -> list['int | B']: ...\n", "a.B"),
        ("«from a import B\nx = cast('list[B]', y)\n", "a.B"),
        ("«import os  # for its effect\n", "os"),
        ("«import os; x = 1\n", "os"),
        ("def f():\n    «import os\n", "os"),
        ("try:\n    «import os\nexcept ImportError:\n    pass\n", "os"),
        ("from a import (\n    b,  # first\n    «c,\n)\nb\n", "c"),
        ("«from a import *\n", "a.*"),
        ("«import os\n", "sys"),
    ],
)
def test_imports_that_stay(text: str, name: str) -> None:
    assert fixed("drop-import", text, name=name) is None
    assert fixed("drop-import", "«import os\n", name="os", file="__init__.py") is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("except «ValueError as e:\n    pass\n", "except ValueError:\n    pass\n"),
        ("except («A, B) as e :  # é\n    y = 1\n", "except (A, B) :  # é\n    y = 1\n"),
    ],
)
def test_a_handlers_name_goes(before: str, after: str) -> None:
    assert fixed("drop-handler-name", TRY + before, name="e") == (TRY + after, True)
    assert fixed("drop-handler-name", TRY + "except «A as e:\n    print(e)\n", name="e") is None
    assert fixed("drop-handler-name", TRY + "except «A as e:\n    pass\n", name="f") is None
    assert fixed("drop-handler-name", "«e = 1\n", name="e") is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x = «f'a'\n", "x = 'a'\n"),
        ("x = «F\"{{a}}\" 'b'\n", "x = \"{a}\" 'b'\n"),
        ("x = (f'a'\n     «f'b')\n", "x = ('a'\n     'b')\n"),
        ("x = «rf'\\{{'\n", "x = r'\\{'\n"),
        ('x = «f"""é\n{{}}"""\n', 'x = """é\n{}"""\n'),
        ("print(f'{x}', «f'b')\n", "print(f'{x}', 'b')\n"),
    ],
)
def test_an_f_goes(before: str, after: str) -> None:
    assert fixed("drop-f-prefix", before) == (after, True)
    assert fixed("drop-f-prefix", "x = «f'{a}'\n") is None
    assert fixed("drop-f-prefix", "x = «'a'\n") is None
    assert fixed("drop-f-prefix", "x = «f'{a:>10}'\n") is None


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        (
            "def f(a, b=«[]):\n    b.append(a)\n",
            "def f(a, b=None):\n    if b is None:\n        b = []\n    b.append(a)\n",
            True,
        ),
        (
            "class A:\n\tdef f(self, *, b: dict[str, int]=«{}) -> None:\n\t\t'''Doc.'''\n\t\t# é\n\t\tb['a'] = 1\n",
            "class A:\n\tdef f(self, *, b: dict[str, int] | None=None) -> None:\n\t\t'''Doc.'''\n"
            "\t\tif b is None:\n\t\t\tb = {}\n\t\t# é\n\t\tb['a'] = 1\n",
            True,
        ),
        (
            "def f(a, b=«[1, 2]):\r\n    return b\r\n",
            "def f(a, b=None):\r\n    if b is None:\r\n        b = [1, 2]\r\n    return b\r\n",
            True,
        ),
        (
            "def f(n, cache=«{}):\n    return cache\n",
            "def f(n, cache=None):\n    if cache is None:\n        cache = {}\n    return cache\n",
            False,
        ),
        (
            "def f(n, seen=«set()):\n    f(n - 1)\n",
            "def f(n, seen=None):\n    if seen is None:\n        seen = set()\n    f(n - 1)\n",
            False,
        ),
        (
            "def f(n, seen=«set()):\n    f(n - 1, seen)\n",
            "def f(n, seen=None):\n    if seen is None:\n        seen = set()\n    f(n - 1, seen)\n",
            True,
        ),
    ],
)
def test_a_default_is_made_anew(before: str, after: str, sure: bool) -> None:
    assert fixed("mutable-default", before) == (after, sure)
    assert fixed("mutable-default", before.replace("«", "").replace("def", "«def", 1)) == (after, sure)


@pytest.mark.parametrize(
    "text",
    [
        "def f(b=«[]): return b\n",
        "def f(b=«[]):\n    '''Doc.'''\n",
        "def f(b=«[]):\n    ...\n",
        "def f(b=«[\n    1]):\n    return b\n",
        "def f(b=«()):\n    return b\n",
        "f = lambda b=«[]: b\n",
        "«def f(a=[], b=[]):\n    return b\n",
    ],
)
def test_defaults_that_are_left(text: str) -> None:
    assert fixed("mutable-default", text) is None


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(
        [
            ("none-comparison", "if x == «None:"),
            ("literal-identity", "if x is «'é':"),
            ("not-membership", "if not «x in y:"),
            ("drop-f-prefix", "if «f'a':"),
        ]
    ),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["    ", "\t", "  "]),
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="«"), max_size=20),
)
def test_the_rest_of_the_file_is_the_same(case: tuple[str, str], end: str, step: str, comment: str) -> None:
    recipe, line = case
    above, below = f"# {comment}{end}y = 'ü'{end}", f"  # {comment}{end}{step}pass{end}# end{end}"
    made = fixed(recipe, above + line + below)
    assert made is not None
    assert made[0].startswith(above)
    assert made[0].endswith(below)
    assert fixed(recipe, made[0].replace("if ", "if «", 1)) is None
