"""Changed copies of what cannot be changed, attributes behind properties, texts of special methods."""

from __future__ import annotations

import pytest

from .conftest import Keeps

_FIELD = "cannot assign to field 'x'"
_SET = "can't set attribute"
_HEAD = "from dataclasses import dataclass\n"
_MORE = "from dataclasses import dataclass, replace\n"
_TUPLE = "P = namedtuple('P', 'x y')\n"
_POST = "class A:\n\tdef __post_init__(self):\n\t\t{}  # é\n"


@pytest.mark.parametrize(
    ("message", "before", "after", "sure"),
    [
        (_FIELD, _HEAD + "p = P(1)\n«p.x» = 2  # é\n", _MORE + "p = P(1)\np = replace(p, x=2)  # é\n", True),
        (
            _FIELD,
            "import dataclasses\np = P(1)\n«p.x» += y\n",
            "import dataclasses\np = P(1)\np = dataclasses.replace(p, x=p.x + y)\n",
            True,
        ),
        (
            _FIELD,
            _HEAD + "p = P(1)\na.append(p)\n«p.x» = 2\n",
            _MORE + "p = P(1)\na.append(p)\np = replace(p, x=2)\n",
            False,
        ),
        (_FIELD, _POST.format("«self.x» = 2 * y"), _POST.format('object.__setattr__(self, "x", 2 * y)'), True),
        (_SET, _TUPLE + "p = P(1, 2)\n«p.x» = 5\n", _TUPLE + "p = P(1, 2)\np = p._replace(x=5)\n", True),
        (
            _SET,
            "class P(NamedTuple):\n\tx: int\n\np = P(1)\n«p.x» -= 1\n",
            "class P(NamedTuple):\n\tx: int\n\np = P(1)\np = p._replace(x=p.x - 1)\n",
            True,
        ),
        (_SET, "p = P(1)\n«p.x» = 2\n", None, True),
        (_FIELD, "def f(p):\n\t«p.x» = 2\n", None, True),
        (_FIELD, "p = P(1)\ndef f():\n\t«p.x» = 2\n", None, True),
        (_FIELD, "for p in a:\n\t«p.x» = 2\n", None, True),
        (_FIELD, "«a.p.x» = 2\n", None, True),
        (_FIELD, "p = P(1)\n«p.x» = (2)\n", None, True),
        (_FIELD, "p = P(1)\n«p.x» += a or b\n", None, True),
        ("something else", "p = P(1)\n«p.x» = 2\n", None, True),
    ],
)
def test_a_changed_copy(keeps: Keeps, message: str, before: str, after: str | None, sure: bool) -> None:
    keeps("changed-copy", "AttributeError", message, before, after, sure)


_NO_SETTER = "property 'r' of 'C' object has no setter"
_CLASS = "class C:\n\tdef f(self, r):\n\t\t{}\n\t@property\n\tdef r(self):\n\t\treturn {}\n"


@pytest.mark.parametrize(
    ("set_", "given", "after"),
    [
        ("«self.r» = r  # é", "self._r", "self._r = r  # é"),
        ("«self.r» += r", "self.x", "self.x += r"),
        ("«self.r» = r", "self.a * 2", None),
        ("«r.r» = r", "self._r", None),
        ("«self.q» = r", "self._r", None),
    ],
)
def test_the_attribute_behind_a_property(keeps: Keeps, set_: str, given: str, after: str | None) -> None:
    mended = None if after is None else _CLASS.format(after, given)
    keeps("own-attribute", "AttributeError", _NO_SETTER, _CLASS.format(set_, given), mended)


_TEXT = "class C:\n\tdef __str__(self):\n\t\treturn {}\n\n«print(C())»\n"


@pytest.mark.parametrize(
    ("kind", "value", "after", "sure"),
    [
        ("int", "self.n  # é", "str(self.n)  # é", True),
        ("int", "self.n + 1", "str(self.n + 1)", True),
        ("tuple", "(self.n, 1)", "str((self.n, 1))", False),
        ("tuple", "self.n, 1", None, True),
        ("NoneType", "self.n", None, True),
        ("int", "f'{self.n}'", None, True),
        ("int", "'a' + self.n", None, True),
    ],
)
def test_a_text_is_given_back(keeps: Keeps, kind: str, value: str, after: str | None, sure: bool) -> None:
    mended = None if after is None else _TEXT.format(after).replace("«", "").replace("»", "")
    keeps("text-result", "TypeError", f"__str__ returned non-string (type {kind})", _TEXT.format(value), mended, sure)


def test_a_text_that_is_printed_is_returned(keeps: Keeps) -> None:
    before = "class C:\n\tdef __str__(self):\n\t\tprint(f'{self.n}')\n\n«print(C())»\n"
    after = "class C:\n\tdef __str__(self):\n\t\treturn f'{self.n}'\n\nprint(C())\n"
    keeps("add-return", "TypeError", "__str__ returned non-string (type NoneType)", before, after)
