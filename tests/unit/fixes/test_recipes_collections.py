"""What collections are given, and values that take no format."""

from __future__ import annotations

import pytest

from .conftest import Keeps, Makes

_DEFAULT = "first argument must be callable or None"
_SLICE = "sequence index must be integer, not 'slice'"
_SUM = "unsupported operand type(s) for +: 'int' and '{}'"
_FORMAT = "unsupported format string passed to {}.__format__"


@pytest.mark.parametrize(
    ("given", "maker"),
    [
        ("0", "int"),
        ("0.0", "float"),
        ("''", "str"),
        ("False", "bool"),
        ("[]", "list"),
        ("{}", "dict"),
        ("()", "tuple"),
        ("list()", "list"),
        ("set()", "set"),
        ("5", "lambda: 5"),
        ("'-'", "lambda: '-'"),
        ("[0]", None),
        ("list(x)", None),
        ("make()", None),
        ("start", None),
        ("None", None),
    ],
)
def test_default_maker(keeps: Keeps, given: str, maker: str | None) -> None:
    before = f"x = «defaultdict({given}, a=1)»  # é\n"
    after = f"x = defaultdict({maker}, a=1)  # é\n" if maker is not None else None
    keeps("default-maker", "TypeError", _DEFAULT, before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x = «d[1:]»\n", "x = list(d)[1:]\n"),
        ("x = «self.last[-3:]»\n", "x = list(self.last)[-3:]\n"),
        ("d = deque()\nx = «d[1:] + a[1:]»\n", "d = deque()\nx = list(d)[1:] + a[1:]\n"),
        ("x = «d[1:] + a[1:]»\n", None),
        ("«del d[1:]»\n", None),
        ("«d[1:] = []»\n", None),
        ("x = «list(d)[1:]»\n", None),
    ],
)
def test_deque_part(keeps: Keeps, before: str, after: str | None) -> None:
    keeps("deque-part", "TypeError", _SLICE, before, after)


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        ("list", "x = «sum(rows)»  # é\n", "x = sum(rows, [])  # é\n"),
        ("tuple", "x = «sum([a for a in b])»\n", "x = sum([a for a in b], ())\n"),
        ("list", "x = «sum(a for a in b)»\n", None),
        ("list", "x = «sum(rows, 1)»\n", None),
        ("list", "x = «sum(rows) + a»\n", None),
        ("list", "from numpy import sum\nx = «sum(rows)»\n", None),
        ("str", 'p = ["a", "b"]\nx = «sum(p)»\n', 'p = ["a", "b"]\nx = "".join(p)\n'),
        ("str", 'p = ["1", "2"]\nx = «sum(p)»\n', None),
        ("str", "x = «sum(p)»\n", None),
        ("float", "x = «sum(p)»\n", None),
    ],
)
def test_sum_start(keeps: Keeps, kind: str, before: str, after: str | None) -> None:
    keeps("sum-start", "TypeError", _SUM.format(kind), before, after)


@pytest.mark.parametrize(
    ("kind", "before", "after", "sure"),
    [
        ("list", 'print(«f"{a:>9}"»)  # é\n', 'print(f"{a!s:>9}")  # é\n', True),
        ("datetime.timedelta", 'print(«f"{a.b:{width}}"»)\n', 'print(f"{a.b!s:{width}}")\n', True),
        ("NoneType", 'print(«f"{a:*^9}"»)\n', 'print(f"{a!s:*^9}")\n', False),
        ("PosixPath", 'print(«"{p:<9}|".format(p=p)»)\n', 'print("{p!s:<9}|".format(p=p))\n', True),
        ("list", 'b = [1]\nprint(«f"{a:>9}{b:<9}"»)\n', 'b = [1]\nprint(f"{a:>9}{b!s:<9}")\n', True),
        ("list", 'print(«f"{a:>9}{b:<9}"»)\n', None, True),
        ("NoneType", 'print(«f"{a:.2f}"»)\n', None, True),
        ("bytes", 'print(«f"{a:>9}"»)\n', None, True),
        ("list", 'print(«f"{a!s:>9}"»)\n', None, True),
        ("list", 'print(«f"{a}"»)\n', None, True),
    ],
)
def test_format_as_text(keeps: Keeps, kind: str, before: str, after: str | None, sure: bool) -> None:
    keeps("format-as-text", "TypeError", _FORMAT.format(kind), before, after, sure)


def test_around(keeps_around: Makes) -> None:
    keeps_around("default-maker", _DEFAULT, "u = «defaultdict([])»", "u = defaultdict(list)")
    keeps_around("deque-part", _SLICE, "u = «d[1:]»", "u = list(d)[1:]")
    keeps_around("sum-start", _SUM.format("list"), "u = «sum(d)»", "u = sum(d, [])")
    keeps_around("format-as-text", _FORMAT.format("list"), 'u = «f"{d:>9}"»', 'u = f"{d!s:>9}"')
