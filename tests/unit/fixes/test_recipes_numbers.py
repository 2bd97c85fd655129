"""Recipes that make the number that is needed of a float, a text, or a way of writing it."""

from __future__ import annotations

import pytest

from .conftest import Apply, Makes

_SUM = 'can only concatenate str (not "int") to str'
_INDEX = "list indices must be integers or slices, not float"
_SLICE = "slice indices must be integers or None or have an __index__ method"
_RANGE = "'float' object cannot be interpreted as an integer"
_TIMES = "can't multiply sequence by non-int of type 'float'"
_POWER = "unsupported operand type(s) for ^: 'float' and 'int'"


@pytest.mark.parametrize(
    ("recipe", "message", "before", "after", "sure"),
    [
        ("whole-number", _INDEX, "x = «a[len(a) / 2]»  # é\n", "x = a[len(a) // 2]  # é\n", True),
        ("whole-number", _INDEX, "m = n / 2\nx = «a[m - 1]»\n", "m = n / 2\nx = a[int(m - 1)]\n", False),
        ("whole-number", _INDEX, "m = n / 2\nx = «a[m]»\n", "m = n // 2\nx = a[m]\n", True),
        ("whole-number", _INDEX, "m = n / 2\nprint(m)\nx = «a[m]»\n", "m = n / 2\nprint(m)\nx = a[int(m)]\n", True),
        ("whole-number", _INDEX, "x = «a[2.0]»\n", "x = a[2]\n", True),
        ("whole-number", _INDEX, "x = «a[2.5]»\n", None, None),
        ("whole-number", _INDEX, "x = «a[i]»\n", "x = a[int(i)]\n", False),
        ("whole-number", _INDEX, "x = «a[n / 2 * 3]»\n", "x = a[int(n / 2 * 3)]\n", True),
        ("whole-number", _SLICE, "x = «a[:n * 0.8]»\n", "x = a[:int(n * 0.8)]\n", True),
        ("whole-number", _SLICE, "x = «a[1.0:2.0]»\n", "x = a[1:2]\n", True),
        (
            "whole-number",
            _RANGE,
            "for i in «range(0, n / 2)»:\n    pass\n",
            "for i in range(0, n // 2):\n    pass\n",
            True,
        ),
        (
            "whole-number",
            _RANGE,
            "for i in «range(math.sqrt(n))»:\n    pass\n",
            "for i in range(int(math.sqrt(n))):\n    pass\n",
            True,
        ),
        ("whole-number", _TIMES, "x = «'-' * (n / 2)»\n", "x = '-' * (n // 2)\n", True),
        ("whole-number", _TIMES, "x = «p * 1.5»\n", None, None),
        ("power", _POWER, "a = «3.14 * r ^ 2»  # π\n", "a = 3.14 * r**2  # π\n", True),
        ("power", _POWER, "d = «(x ^ 2 + y ^ 2)» ^ 0.5\n", "d = (x**2 + y**2) ** 0.5\n", True),
        ("power", "unsupported operand type(s) for ^=: 'float' and 'int'", "«x ^= 2»\n", "x **= 2\n", True),
        ("power", "unsupported operand type(s) for ^: 'int' and 'str'", "«x ^ 2»\n", None, None),
    ],
)
def test_a_whole_number_or_a_power(
    makes: Makes, recipe: str, message: str, before: str, after: str | None, sure: bool | None
) -> None:
    makes(recipe, message, before, after, sure)


_JOIN = 'can only concatenate str (not "int") to str'
_COMPARE = "'>' not supported between instances of 'str' and 'int'"


@pytest.mark.parametrize(
    ("message", "before", "after", "sure"),
    [
        (_JOIN, "a = input()  # ä\nprint(«a + 1»)\n", "a = int(input())  # ä\nprint(a + 1)\n", True),
        (
            _JOIN,
            'a = input()\nprint("x " + a)\nprint(«a + 1»)\n',
            'a = input()\nprint("x " + a)\nprint(int(a) + 1)\n',
            True,
        ),
        (_JOIN, 'a = input()\nprint(«"x " + a + 1»)\n', 'a = input()\nprint("x " + str(int(a) + 1))\n', True),
        (_JOIN, 'a = input("price ")\nb = «a + 1»\n', 'a = float(input("price "))\nb = a + 1\n', True),
        (_JOIN, 'a = "3"\nprint("é " + («a + 1»))\n', 'a = "3"\nprint("é " + str(int(a) + 1))\n', True),
        (_JOIN, 'x = «"3" + 4»\n', 'x = int("3") + 4\n', False),
        (_JOIN, "a = name()\nb = «a + 1»\n", None, None),
        (_JOIN, 'a = "ann"\nb = «a + 1»\n', None, None),
        (_COMPARE, 'a = "5"\nif «a > 3»:\n\tpass\n', 'a = "5"\nif int(a) > 3:\n\tpass\n', True),
        (_COMPARE, "n, a = s.split()\nif «a > 3»:\n\tpass\n", "n, a = s.split()\nif int(a) > 3:\n\tpass\n", True),
        (
            "unsupported operand type(s) for +=: 'int' and 'str'",
            "for p in s.split():\n    «t += p»\n",
            "for p in s.split():\n    t += int(p)\n",
            True,
        ),
        (
            "unsupported operand type(s) for /: 'str' and 'str'",
            "a = input()\nb = input()\nc = «a / b»\n",
            "a = float(input())\nb = float(input())\nc = a / b\n",
            False,
        ),
        (
            "unsupported operand type(s) for +: 'int' and 'str'",
            's = "1 2".split()\nt = «sum(s)»\n',
            's = "1 2".split()\nt = sum(map(int, s))\n',
            True,
        ),
        (_TIMES, "p = input()\nq = «p * 1.5»\n", "p = float(input())\nq = p * 1.5\n", True),
        (_TIMES.replace("float", "str"), "n = input()\nq = «'-' * n»\n", "n = int(input())\nq = '-' * n\n", True),
        ("'str' object cannot be interpreted as an integer", "for i in «range(input())»:\n    pass\n",
         "for i in range(int(input())):\n    pass\n", True),
        ("'str' object cannot be interpreted as an integer", "for i in «range('3')»:\n    pass\n",
         "for i in range(3):\n    pass\n", True),
        ("must be real number, not str", "x = input()\ny = «math.sqrt(x)»\n",
         "x = float(input())\ny = math.sqrt(x)\n", True),
    ],
)  # fmt: skip
def test_a_text_becomes_a_number_where_it_is_read(
    mend: Apply, message: str, before: str, after: str | None, sure: bool | None
) -> None:
    mended = mend("number-from-text", before, exception="TypeError", message=message)
    assert (mended and mended.text) == after
    assert (mended and mended.mend.sure) == sure


def _int(value: str) -> str:
    return f"invalid literal for int() with base 10: {value!r}"


def _float(value: str) -> str:
    return f"could not convert string to float: {value!r}"


@pytest.mark.parametrize(
    ("message", "before", "after", "sure"),
    [
        (_int("1e6"), "x = «int(s)»  # é\n", "x = int(float(s))  # é\n", True),
        (_int("3.0"), "x = «int('3.0')»\n", "x = int(float('3.0'))\n", True),
        (_int("12.5"), "x = «int(s)»\n", None, None),
        (_int("ann"), "x = «int(s)»\n", None, None),
        (_int("1,000"), "x = «int(s)»\n", "x = int(s.replace(\",\", \"\"))\n", True),
        (_int("1,000"), "x = «int('1,000')»\n", "x = int('1_000')\n", True),
        (_int("0x1f"), "x = «int(s)»\n", "x = int(s, 0)\n", True),
        (_float("3,14"), "x = «float('3,14')»\n", "x = float('3.14')\n", True),
        (_float("3,14"), "x = «float(row[1])»\n", "x = float(row[1].replace(\",\", \".\"))\n", True),
        (_float("3,140"), "x = «float(s)»\n", "x = float(s.replace(\",\", \".\"))\n", False),
        ("[<class 'decimal.ConversionSyntax'>]", "x = «Decimal('3,14')»\n", "x = Decimal('3.14')\n", True),
        ("[<class 'decimal.ConversionSyntax'>]", "x = «Decimal(s)»\n", None, None),
    ],
)  # fmt: skip
def test_a_number_is_read_as_it_is_written(
    mend: Apply, message: str, before: str, after: str | None, sure: bool | None
) -> None:
    mended = mend("read-number", before, exception="ValueError", message=message)
    assert (mended and mended.text) == after
    assert (mended and mended.mend.sure) == sure


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        ("x = «'%d é' % 'a'»\n", "x = '%s é' % 'a'\n", True),
        ("n = 'a'\nx = «'%d%% %d' % (n, 3)»\n", "n = 'a'\nx = '%s%% %d' % (n, 3)\n", True),
        ("n = input()\nx = «'%d' % n»\n", "n = input()\nx = '%d' % int(n)\n", True),
        ("x = «'%d' % n»\n", "x = '%s' % n\n", False),
        ("x = «'%05d' % 'a'»\n", None, None),
        ("x = «'%d %d' % (a, b)»\n", None, None),
        ("x = «'%(a)d' % {'a': 'b'}»\n", None, None),
    ],
)
def test_a_text_gets_a_place_for_text(makes: Makes, before: str, after: str | None, sure: bool | None) -> None:
    makes("percent-text", "%d format: a real number is required, not str", before, after, sure)


@pytest.mark.parametrize(
    ("recipe", "message", "code", "after"),
    [
        ("whole-number", _INDEX, "x = «[1][0 / 2]»", "x = [1][0 // 2]"),
        ("power", _POWER, "x = «2.5 ^ 2»", "x = 2.5**2"),
        ("number-from-text", _COMPARE, "x = «'5' > 3»", "x = int('5') > 3"),
        ("read-number", _int("1e3"), "x = «int('1e3')»", "x = int(float('1e3'))"),
        ("percent-text", "%d format: a number is required, not str", "x = «'%d' % 'ß'»", "x = '%s' % 'ß'"),
    ],
)
def test_all_other_text_stays(keeps_around: Makes, recipe: str, message: str, code: str, after: str) -> None:
    keeps_around(recipe, message, code, after)


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("n = input()\nif not n:\n    pass\n«x = n + 1»\n", "n = input()\nif not n:\n    pass\nx = int(n) + 1\n", _SUM),
        ("n = input()\nif n in names:\n    pass\n«x = n + 1»\n",
         "n = input()\nif n in names:\n    pass\nx = int(n) + 1\n", _SUM),
        ("n = input()\nif n in (1, 2):\n    pass\n«x = n + 1»\n",
         "n = int(input())\nif n in (1, 2):\n    pass\nx = n + 1\n", _SUM),
        ("n = input()\nm = input()\nif n == m:\n    pass\n«x = n + 1»\n",
         "n = input()\nm = input()\nif n == m:\n    pass\nx = int(n) + 1\n", _SUM),
        ("n = input()\nm = randint(1, 9)\nif n == m:\n    pass\n«x = n + 1»\n",
         "n = int(input())\nm = randint(1, 9)\nif n == m:\n    pass\nx = n + 1\n", _SUM),
        ("def f():\n    n = input()\n    «x = n + 1»\n    return n\n",
         "def f():\n    n = input()\n    x = int(n) + 1\n    return n\n", _SUM),
        ("n = input()\n«x = range(len(n), n)»\n", "n = input()\nx = range(len(n), int(n))\n",
         "'str' object cannot be interpreted as an integer"),
    ],
)  # fmt: skip
def test_a_name_that_is_a_text_elsewhere_stays_one(makes: Makes, before: str, after: str, message: str) -> None:
    makes("number-from-text", message, before, after, True)
