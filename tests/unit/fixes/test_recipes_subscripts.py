"""Square brackets where parentheses or a dot are meant, signs left out before parentheses, characters of texts."""

from __future__ import annotations

import pytest

from .conftest import Keeps

_FUNCTION = "'function' object is not subscriptable"
_BUILTIN = "'builtin_function_or_method' object is not subscriptable"
_F = "def f(a, b=1):\n\treturn a\n\n"


@pytest.mark.parametrize(
    ("message", "before", "after"),
    [
        (_FUNCTION, _F + "«f[1]»  # é\n", _F + "f(1)  # é\n"),
        (_FUNCTION, _F + "«f[1, 2]»\n", _F + "f(1, 2)\n"),
        (_FUNCTION, _F + "«f [\n\t1\n]»\n", _F + "f (\n\t1\n)\n"),
        (_BUILTIN, "«len[x]»\n", "len(x)\n"),
        (_BUILTIN, "«d.get['a']»\n", "d.get('a')\n"),
        ("type 'int' is not subscriptable", "«int['3']»\n", "int('3')\n"),
        (
            "'type' object is not subscriptable",
            "class A:\n\tdef __init__(self, x):\n\t\tpass\n\n«A[1]»\n",
            "class A:\n\tdef __init__(self, x):\n\t\tpass\n\nA(1)\n",
        ),
        (_FUNCTION, _F + "«f[1, 2, 3]»\n", None),
        ("'type' object is not subscriptable", "a = «list[1, 2]»\n", None),
        ("'type' object is not subscriptable", "a: «dict[str, int]» = {}\n", None),
        (_FUNCTION, _F + "«f[1:2]»\n", None),
        (_FUNCTION, "def f(a, *, b):\n\tpass\n\n«f[1]»\n", None),
        (_FUNCTION, "f = g\n«f[1]»\n", None),
        (_FUNCTION, _F + "«f[1]» = 2\n", None),
        ("'int' object is not subscriptable", _F + "«f[1]»\n", None),
    ],
)
def test_brackets_that_call(keeps: Keeps, message: str, before: str, after: str | None) -> None:
    keeps("call-brackets", "TypeError", message, before, after)


_CLASS = "class U:\n\tdef __init__(self):\n\t\tself.n = 1\n\n"


@pytest.mark.parametrize(
    ("message", "before", "after"),
    [
        ("'U' object is not subscriptable", _CLASS + "«u['n']».x  # é\n", _CLASS + "u.n.x  # é\n"),
        ("'U' object does not support item assignment", _CLASS + "«u['n']» = 2\n", _CLASS + "u.n = 2\n"),
        ("'U' object is not subscriptable", _CLASS + "«u['m']»\n", None),
        ("'U' object is not subscriptable", _CLASS + "«u[n]»\n", None),
        ("'V' object is not subscriptable", _CLASS + "«u['n']»\n", None),
        (
            "'SimpleNamespace' object is not subscriptable",
            "u = SimpleNamespace(n=1)\n«u['n']»\n",
            "u = SimpleNamespace(n=1)\nu.n\n",
        ),
        (
            "'Namespace' object is not subscriptable",
            "p.add_argument('-n', '--no-go')\n«u['no_go']»\n",
            "p.add_argument('-n', '--no-go')\nu.no_go\n",
        ),
        ("'Namespace' object is not subscriptable", "p.add_argument('n')\n«u['m']»\n", None),
        (
            "tuple indices must be integers or slices, not str",
            "class P(NamedTuple):\n\tx: int\n\np = P(1)\n«p['x']»\n",
            "class P(NamedTuple):\n\tx: int\n\np = P(1)\np.x\n",
        ),
        ("tuple indices must be integers or slices, not str", "p = (1, 2)\n«p['x']»\n", None),
    ],
)
def test_brackets_for_an_attribute(keeps: Keeps, message: str, before: str, after: str | None) -> None:
    keeps("dot-attribute", "TypeError", message, before, after)


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        ("str", "«'%s %d' (a, 1)»\n", "'%s %d' % (a, 1)\n"),
        ("str", "«'{}: {x:>3}'(a)»\n", "'{}: {x:>3}'.format(a)\n"),
        ("str", "«'abc'(a)»\n", None),
        ("int", "n = 2\n«n(a + 1)»\n", "n = 2\nn * (a + 1)\n"),
        ("float", "n = float(input())\n«n(a)»\n", "n = float(input())\nn * (a)\n"),
        ("int", "«(a + b) (a - b)»  # é\n", "(a + b) * (a - b)  # é\n"),
        ("int", "n = 2\n«n(3)»\n", None),
        ("int", "n = get()\n«n(a)»\n", None),
        ("int", "n = 2\n«n(a, b)»\n", None),
        ("int", "sum = 2\n«sum(a)»\n", None),
    ],
)
def test_a_sign_left_out(keeps: Keeps, kind: str, before: str, after: str | None) -> None:
    keeps("drop-call", "TypeError", f"'{kind}' object is not callable", before, after)


def test_the_first_of_a_view(keeps: Keeps) -> None:
    keeps("add-call", "TypeError", _BUILTIN, "«d.items[0]»\n", "list(d.items())[0]\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("w = 'a'\n«w[0]» = 'b'  # é\n", "w = 'a'\nw = 'b' + w[1:]  # é\n"),
        ("w = 'a'\n«w[-1]» = 'b'\n", "w = 'a'\nw = w[:-1] + 'b'\n"),
        ("w = 'a'\n«w[-2]» = 'b'\n", "w = 'a'\nw = w[:-2] + 'b' + w[-1:]\n"),
        ("w = 'a'\n«w[3]» = c or d\n", "w = 'a'\nw = w[:3] + (c or d) + w[4:]\n"),
        ("def f(w, i):\n\t«w[i]» = x()\n\treturn w\n", "def f(w, i):\n\tw = w[:i] + x() + w[i + 1:]\n\treturn w\n"),
        (
            "def f(w, i):\n\t«w[i - 1]» = x\n\treturn w\n",
            "def f(w, i):\n\tw = w[:i - 1] + x + w[i - 1 + 1:]\n\treturn w\n",
        ),
        ("«self.w[1:3]» = x\n", "self.w = self.w[:1] + x + self.w[3:]\n"),
        ("w = 'a'\ndel «w[0]»\n", "w = 'a'\nw = w[1:]\n"),
        ("w = 'a'\ndef f():\n\t«w[0]» = 'b'\n", None),
        ("w = 'a'\n«w[i * 2]» = 'b'\n", None),
        ("w = 'a'\n«w[::2]» = 'b'\n", None),
        ("w = 'a'\n«w[0]» = (\n\t'b'\n)\n", None),
        ("w = v = 'a'\n«w[0]» = v[0] = 'b'\n", None),
        ("w = 'a'\n«w[0]» += 'b'\n", None),
    ],
)
def test_characters_of_a_text(keeps: Keeps, before: str, after: str | None) -> None:
    keeps("text-item", "TypeError", "'str' object does not support item assignment", before, after)
    keeps("text-item", "TypeError", "'U' object does not support item assignment", before, None)
