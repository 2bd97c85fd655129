"""None of a method that changes its object, and of a function that does not return."""

from __future__ import annotations

import pytest

from .conftest import Keeps

_SUBSCRIPT = "'NoneType' object is not subscriptable"
_ITERATE = "'NoneType' object is not iterable"
_APPEND = "'NoneType' object has no attribute 'append'"
_PLUS = "unsupported operand type(s) for +: 'NoneType' and 'int'"
_CALL = "'NoneType' object is not callable"


@pytest.mark.parametrize(
    ("message", "before", "after", "sure"),
    [
        (_SUBSCRIPT, "b = s.sort()  # é\n«b[0]»\n", "b = sorted(s)  # é\nb[0]\n", True),
        (_SUBSCRIPT, "b = s.sort(\n\tkey=len,  # x\n)\n«b[0]»\n", "b = sorted(s,\n\tkey=len,  # x\n)\nb[0]\n", True),
        (_SUBSCRIPT, "«self.a.sort()[0]»\n", "sorted(self.a)[0]\n", True),
        (_ITERATE, "for x in «s.reverse()»:\n\tpass\n", "for x in reversed(s):\n\tpass\n", True),
        (_SUBSCRIPT, "b = s.reverse()\n«b[0]»\n", "b = s[::-1]\nb[0]\n", True),
        (_SUBSCRIPT, "b = random.shuffle(s)\n«b[0]»\n", "b = random.sample(s, k=len(s))\nb[0]\n", True),
        (_SUBSCRIPT, "s = random.shuffle(s)\n«s[0]»\n", "random.shuffle(s)\ns[0]\n", True),
        (_SUBSCRIPT, "s = [1]\ns = s.sort()\n«s[0]»\n", "s = [1]\ns.sort()\ns[0]\n", True),
        (_APPEND, "a = []\nfor i in x: a = «a.append»(i)\n", "a = []\nfor i in x: a.append(i)\n", True),
        (
            _APPEND,
            "def f(self):\n\tself.a = «self.a.append»(\n\t\t1\n\t)\n",
            "def f(self):\n\tself.a.append(\n\t\t1\n\t)\n",
            True,
        ),
        (_SUBSCRIPT, "a = [1]\nb = a.append(2)  # c\n«b[0]»\n", "a = [1]\na.append(2)  # c\nb = a\nb[0]\n", True),
        (
            _SUBSCRIPT,
            "a = [1]\nb = a.append(2)\n«b[0]»\nprint(a)\n",
            "a = [1]\na.append(2)\nb = a\nb[0]\nprint(a)\n",
            False,
        ),
        (
            _SUBSCRIPT,
            "def f(a):\n\treturn a.append(1)\n\n«f(x)[0]»\n",
            "def f(a):\n\ta.append(1)\n\treturn a\n\nf(x)[0]\n",
            True,
        ),
        (
            _SUBSCRIPT,
            "def f():\n\ta = [1]\n\treturn a.sort()\n\n«f()[0]»\n",
            "def f():\n\ta = [1]\n\treturn sorted(a)\n\nf()[0]\n",
            True,
        ),
        (_APPEND, "«a.add(1).append»(2).append(3)\n", "a.add(1)\na.append(2)\na.append(3)\n", True),
        (_APPEND, "if x:\n\t«a.append(1).append»(2)  # c\n", "if x:\n\ta.append(1)\n\ta.append(2)  # c\n", True),
        # refused: the None is another's, two may be it, it shares a line, a branch that need not have run
        (_SUBSCRIPT, "b = s.get(1)\n«b[0]»\n", None, True),
        (_SUBSCRIPT, "«a.sort()[b.sort()[0]]\n", None, True),
        (_SUBSCRIPT, "if x: b = a.append(2)\n«b[0]»\n", None, True),
        (_SUBSCRIPT, "b = 1\nif x:\n\tb = a.sort()\n«b[0]»\n", None, True),
        ("'int' object is not subscriptable", "b = s.sort()\n«b[0]»\n", None, True),
    ],
)
def test_the_object_is_gone_on_with(keeps: Keeps, message: str, before: str, after: str | None, sure: bool) -> None:
    keeps("in-place", "TypeError", message, before, after, sure)


def _f(body: str) -> str:
    return "def f(x):\n" + "".join(f"\t{line}\n" for line in body.split("\n")) + "\n"


@pytest.mark.parametrize(
    ("message", "body", "use", "after"),
    [
        (_PLUS, "x * 2  # é", "«f(1) + 1»\n", "return x * 2  # é"),
        (_PLUS, "sum(x)", "n = f(1)\n«n + 1»\n", "return sum(x)"),
        (_PLUS, "y = x\ny += 1  # c", "«f(1) + 1»\n", "y = x\ny += 1  # c\nreturn y"),
        (_PLUS, "print(x + 1)", "«f(1) + 1»\n", "return x + 1"),
        (_PLUS, "print(\n\tx + 1\n)", "«f(1) + 1»\n", "return (\n\tx + 1\n)"),
        (
            _SUBSCRIPT,
            "a = []\nfor y in x:\n\ta.append(y)",
            "«f(1)[0]»\n",
            "a = []\nfor y in x:\n\ta.append(y)\nreturn a",
        ),
        (
            _ITERATE,
            "d = {}\nfor y in x:\n\td[y] = 1",
            "for k in «f(1)»:\n\tpass\n",
            "d = {}\nfor y in x:\n\td[y] = 1\nreturn d",
        ),
        (_PLUS, "if x: return 1\nf(x - 1)", "«f(1) + 1»\n", "if x: return 1\nreturn f(x - 1)"),
        (_PLUS, "if x:\n\treturn 1\nelse:\n\tx - 1", "«f(1) + 1»\n", "if x:\n\treturn 1\nelse:\n\treturn x - 1"),
        (
            "'<' not supported between instances of 'NoneType' and 'NoneType'",
            "len(x)",
            "«sorted(a, key=f)»\n",
            "return len(x)",
        ),
        (_CALL, "def g():\n\tx()", "@f\ndef h():\n\tpass\n\n«h()»\n", "def g():\n\tx()\nreturn g"),
        (_ITERATE, "print('a', x)  # é", "for k in «f(1)»:\n\tpass\n", "return ['a', x]  # é"),
        # refused: nothing is worked out, several may be meant, it is called for its printing too, text is not wanted
        (_PLUS, "pass", "«f(1) + 1»\n", None),
        (_PLUS, "log(x)", "«f(1) + 1»\n", None),
        (_PLUS, "a = 1\nb = 2", "«f(1) + 1»\n", None),
        (_PLUS, "print(x)", "f(2)\n«f(1) + 1»\n", None),
        (_PLUS, "print(f'{x}')", "«f(1) + 1»\n", None),
        (_PLUS, "print(x, 1)", "«f(1) + 1»\n", None),
        (_PLUS, "yield x\nx * 2", "«f(1) + 1»\n", None),
        (_PLUS, "global y\ny = x", "«f(1) + 1»\n", None),
        (_PLUS, "if x: return\nx * 2", "«f(1) + 1»\n", None),
        (_PLUS, "if x: return 1\nf(x - 1)\nf(x - 2)", "«f(1) + 1»\n", None),
        ("'int' object is not callable", "x * 2", "«f(1) + 1»\n", None),
    ],
)
def test_a_function_returns_what_it_works_out(
    keeps: Keeps, message: str, body: str, use: str, after: str | None
) -> None:
    plain = use.replace("«", "").replace("»", "")
    keeps("add-return", "TypeError", message, _f(body) + use, None if after is None else _f(after) + plain)


def test_a_text_that_is_printed_is_returned_where_a_text_is_wanted(keeps: Keeps) -> None:
    message = "'NoneType' object has no attribute 'upper'"
    keeps(
        "add-return",
        "AttributeError",
        message,
        _f("print(f'{x}')") + "«f(1).upper»()\n",
        _f("return f'{x}'") + "f(1).upper()\n",
    )
    keeps(
        "add-return",
        "TypeError",
        _PLUS,
        "class A:\n\t@property\n\tdef w(self):\n\t\tself.x * 2\n\n«A().w + 1»\n",
        "class A:\n\t@property\n\tdef w(self):\n\t\treturn self.x * 2\n\nA().w + 1\n",
    )
