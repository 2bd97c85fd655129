"""Recipes for how a call is written, for fields of dataclasses, and for base classes that are not initialised."""

from __future__ import annotations

import pytest

from .conftest import Apply, Keeps, Makes, Mends, TextAfter

_TAKES = "{}() takes {} positional arguments but {} were given"


@pytest.mark.parametrize(
    ("head", "call", "message", "after", "sure"),
    [
        ("def f(a, *, b=2): ...\n", "«f(1, 5)  # é\n", _TAKES.format("f", 1, 2), "f(1, b=5)  # é\n", True),
        ("def f(a, *, b, c=1): ...\n", "«f(1, 5)\n", _TAKES.format("f", 1, 2), "f(1, b=5)\n", True),
        ("def f(a, *, b=0, c=1): ...\n", "«f(1, c)\n", _TAKES.format("f", 1, 2), "f(1, c=c)\n", True),
        ("def f(a, *, b=0, c=1): ...\n", "«f(1, 5)\n", _TAKES.format("f", 1, 2), "f(1, b=5)\n", False),
        ("def f(a, *, b=0): ...\n", "«f(\n\t1,\n\t5,\n)\n", _TAKES.format("f", 1, 2), "f(\n\t1,\n\tb=5,\n)\n", True),
        ("class A:\n    def f(self, *, b): ...\n", "«A().f(5)\n", _TAKES.format("A.f", 1, 2), "A().f(b=5)\n", True),
        ("def f(a, *, b=2): ...\n", "«f(1, 5, 6)\n", _TAKES.format("f", 1, 3), None, None),
        ("def f(a): ...\n", "«f(1, 5)\n", _TAKES.format("f", 1, 2), None, None),
        ("def f(a, *, b=2): ...\n", "«f(*x)\n", _TAKES.format("f", 1, 2), None, None),
        ("def f(a, *, b, c): ...\n", "«f(1, 5)\n", _TAKES.format("f", 1, 2), None, None),
    ],
)
def test_an_argument_by_keyword(
    mend: Apply, head: str, call: str, message: str, after: str | None, sure: bool | None
) -> None:
    mended = mend("by-keyword", head + call, exception="TypeError", message=message)
    found = (mended.text, mended.mend.sure) if mended is not None else (None, None)
    assert found == (head + after if after is not None else None, sure)


@pytest.mark.parametrize(
    ("head", "call", "names", "after"),
    [
        ("def f(a, /, b): ...\n", "«f(a=1, b=2)\n", "a", "f(1, b=2)\n"),
        ("def f(a, b, /): ...\n", "«f(3, b = 2)  # é\n", "b", "f(3, 2)  # é\n"),
        ("def f(a, b, /): ...\n", "«f(b=2, a=1)\n", "a, b", None),
        ("def f(a, /, b): ...\n", "«f(b=2, a=1)\n", "a", None),
    ],
)
def test_an_argument_by_position(mend: Apply, head: str, call: str, names: str, after: str | None) -> None:
    message = f"f() got some positional-only arguments passed as keyword arguments: '{names}'"
    mended = mend("by-position", head + call, exception="TypeError", message=message)
    assert (mended.text if mended is not None else None) == (head + after if after is not None else None)


def test_the_object_is_not_its_own_argument(mend: Apply, text_after: TextAfter) -> None:
    head, message = "class A:\n    def f(self, x): ...\n", _TAKES.format("A.f", 2, 3)
    assert text_after("drop-object", head + "«a.f(a, 3)\n", exception="TypeError", message=message) == head + "a.f(3)\n"
    assert mend("drop-object", head + "«a.f(b, 3)\n", exception="TypeError", message=message) is None


@pytest.mark.parametrize(
    ("source", "kind", "after"),
    [
        ("«x = 'a' + name.upper  # é\n", "builtin_function_or_method", "x = 'a' + name.upper()  # é\n"),
        ("«for k in d.items:\n    pass\n", "builtin_function_or_method", "for k in d.items():\n    pass\n"),
        ("def f(): return [1]\n«x = f[0]\n", "function", "def f(): return [1]\nx = f()[0]\n"),
        ("def f(): ...\n«x = f[0]\n", "function", None),
        (
            "class A:\n    def n(self):\n        yield 1\n«x = a.n > 3\n",
            "method",
            "class A:\n    def n(self):\n        yield 1\nx = a.n() > 3\n",
        ),
        ("def f(a): return a\n«x = f[0]\n", "function", None),
        ("«x = y.unknown + 1\n", "method", None),
        ("«x = a.upper + b.upper\n", "builtin_function_or_method", None),
        ("«x = 'a' + name.upper\n", "int", None),
    ],
)
def test_the_parentheses_of_a_call(mend: Apply, source: str, kind: str, after: str | None) -> None:
    mended = mend("add-call", source, exception="TypeError", message=f"'{kind}' object is not what it has to be")
    assert (mended.text if mended is not None else None) == after


_BOX = (
    "class Box:\n    def __init__(self):\n        self.n = 1\n"
    "    @property\n    def size(self): ...\n    def f(self): ...\n"
)


@pytest.mark.parametrize(
    ("call", "kind", "after"),
    [
        ("«b.size()\n", "int", "b.size\n"),
        ("«b.n()\n", "int", "b.n\n"),
        ("x = «prices('a')» + 1\n", "dict", "x = prices['a'] + 1\n"),
        ("x = «2(n + 1)»\n", "int", "x = 2 * (n + 1)\n"),
        ("«b.f()\n", "int", None),
        ("«b.size(1)\n", "int", None),
        ("«b.other()\n", "int", None),
        ("«prices('a', 1)\n", "dict", None),
        ("«name(0)\n", "str", None),
    ],
)
def test_what_is_no_function(mend: Apply, call: str, kind: str, after: str | None) -> None:
    message = f"'{kind}' object is not callable"
    mended = mend("drop-call", _BOX + call, exception="TypeError", message=message, values={"type": kind})
    assert (mended.text if mended is not None else None) == (_BOX + after if after is not None else None)


_HEAD = "from dataclasses import dataclass, field\n@dataclass\n"


@pytest.mark.parametrize(
    ("fields", "after"),
    [
        (
            "    a: list = []  # é\n    b: dict = {}\n",
            "    a: list = field(default_factory=list)  # é\n    b: dict = field(default_factory=dict)\n",
        ),
        ("    a: list = [1,\n        2]\n", "    a: list = field(default_factory=lambda: [1,\n        2])\n"),
        ("    a: set = set()\n", "    a: set = field(default_factory=set)\n"),
        ("    a: list = field(default=[], repr=False)\n", "    a: list = field(default_factory=list, repr=False)\n"),
        ("    a: X = X()\n    b: X = X(1)\n", "    a: X = field(default_factory=X)\n    b: X = X(1)\n"),
        ("    a: int = 0\n", None),
        ("    a: ClassVar[list] = []\n", None),
    ],
)
def test_a_default_that_is_made_anew(mend: Apply, fields: str, after: str | None) -> None:
    source = _HEAD.replace("@", "«@") + "class A:\n" + fields
    mended = mend("default-factory", source, exception="ValueError", values={"field": "a"})
    assert (mended.text if mended is not None else None) == (
        _HEAD + "class A:\n" + after if after is not None else None
    )


def test_field_is_imported_once(mends: Mends) -> None:
    source = "from dataclasses import dataclass\n«@dataclass\nclass A:\n    a: list = []\n    b: list = []\n"
    mended = mends("default-factory", source, exception="ValueError", values={"field": "a"})
    assert mended.text.startswith("from dataclasses import dataclass, field\n@dataclass\n")


@pytest.mark.parametrize(
    ("rest", "after"),
    [
        ("    a: int = 0\n    b: int  # é\n    c: int = 1\n", "    b: int  # é\n    a: int = 0\n    c: int = 1\n"),
        ("    x: int\n    a: int = 0\n    b: int\nA(1, b=2)\n", "    x: int\n    b: int\n    a: int = 0\nA(1, b=2)\n"),
        ("    a: int = 0\n    b: int\nA(1, 2)\n", None),
        ("    a: int = 0\n    b: int\nA(*x)\n", None),
        ("    a: int = 0; b: int\n", None),
        ("    b: int\n", None),
    ],
)
def test_the_order_of_fields(mend: Apply, rest: str, after: str | None) -> None:
    mended = mend("field-order", _HEAD.replace("@", "«@") + "class A:\n" + rest, exception="TypeError")
    assert (mended.text if mended is not None else None) == (
        _HEAD + "class A:\n" + after if after is not None else None
    )


@pytest.mark.parametrize(
    ("base", "own", "after"),
    [
        ("(self)", "(self, name):\n        self.name = name\n", "        super().__init__()\n"),
        ("(self, name, n=1)", "(self, name):\n        self.name = name\n", "        super().__init__(name)\n"),
        ("(self, other)", "(self, name):\n        self.name = name\n", None),
        ("(self)", "(self, name):\n        Base.__init__(self)\n", None),
    ],
)
def test_the_base_class_is_initialised(mend: Apply, base: str, own: str, after: str | None) -> None:
    head = f"class Base:\n    def __init__{base}:\n        self.items = []\nclass A(Base):\n    def __init__"
    first, _, body = own.partition("\n")
    source = f"{head}{own}«A('x').items\n"
    values = {"type": "A", "attribute": "items"}
    mended = mend("super-init", source, exception="AttributeError", values=values)
    wanted = f"{head}{first}\n{after}{body}A('x').items\n" if after is not None else None
    assert (mended.text if mended is not None else None) == wanted
    assert mend("super-init", source, exception="AttributeError", values={"type": "A", "attribute": "other"}) is None


_SIZE = "class B:\n    def size(self):\n        return 1\n\n\n"
_SUM = "unsupported operand type(s) for +: 'int' and 'method'"
_LESS = "'<' not supported between instances of 'method' and 'method'"


@pytest.mark.parametrize(
    ("message", "before", "after"),
    [
        (_SUM, "«sum(b.size for b in x)»\n", "sum(b.size() for b in x)\n"),
        (_LESS, "«sorted(x, key=lambda b: b.size)»  # é\n", "sorted(x, key=lambda b: b.size())  # é\n"),
        (_LESS, "«max([b.size for b in x])»\n", "max([b.size() for b in x])\n"),
        (_SUM, "y = [b.size for b in x]\nprint(«sum(y)»)\n", "y = [b.size() for b in x]\nprint(sum(y))\n"),
        (_SUM, "«sum(b.other for b in x)»\n", None),
        (_SUM, "y = [b.other for b in x]\n«sum(y)»\n", None),
        ("unsupported operand type(s) for +: 'int' and 'str'", "«sum(b.size for b in x)»\n", None),
    ],
)
def test_calls_left_out_further_in(makes: Makes, message: str, before: str, after: str | None) -> None:
    makes("add-call", message, _SIZE + before, after and _SIZE + after, True)


TAKES = "f() takes 1 positional argument but 2 were given"
OWN = "A.f() takes 2 positional arguments but 3 were given"
CLASS = "class A:\n    def f(self, n): ...\n"
NO_KEYS = "'method' object is not subscriptable"
NO_ITEM = "'function' object is not subscriptable"


@pytest.mark.parametrize(
    ("recipe", "message", "before", "after"),
    [
        ("by-keyword", TAKES, "def f(*, b): ...\n«f((5))\n", None),
        ("by-keyword", TAKES, "def f(*, b): ...\n«f(x for x in y)\n", None),
        ("by-keyword", TAKES, "def f(a, *, b): ...\n«f(1, z := 5)\n", None),
        ("drop-object", OWN, CLASS + "«a.f((a), 3)\n", None),
        ("drop-object", OWN, CLASS + "«make().f(make(), 3)\n", None),
        ("drop-object", "A.f() got an unexpected keyword argument 'm'", CLASS + "«a.f(a, m=3)\n", None),
        ("drop-object", "A.f() missing 1 required positional argument: 'n'", CLASS + "«a.f(a)\n", None),
        ("add-call", NO_KEYS, "«x = d.keys['a']\n", None),
        ("add-call", NO_KEYS, "«x = r.json['a']\n", "x = r.json()['a']\n"),
        ("add-call", NO_KEYS, "«d.items[0] = 3\n", None),
        ("add-call", NO_ITEM, "async def rows():\n    return [1]\n\n\n«x = rows[0]\n", None),
        ("add-call", NO_ITEM, "def rows():\n    return [1]\n\n\nrows = make()\n«x = rows[0]\n", None),
        (
            "add-call",
            NO_KEYS,
            "class A:\n    def f(self):\n        self.page = response.json\n        self.page()\n\n    def g(self):\n"
            "        «return self.page['a']\n",
            None,
        ),
    ],
)
def test_calls_that_fooled_it(makes: Makes, recipe: str, message: str, before: str, after: str | None) -> None:
    makes(recipe, message, before, after)


@pytest.mark.parametrize(
    ("kind", "before", "after", "sure"),
    [
        ("dict", "a = {1: 2}\n«x = a(y for y in z)\n", None, True),
        ("dict", "a = {1: 2}\n«x = a(1,)\n", None, True),  # (1,) is another key
        ("dict", "a = {1: 2}\n«x = a(\n    1,  # one\n)\n", None, True),
        ("dict", "a = {1: 2}\n«x = a(\n    1  # one, two\n)\n", "a = {1: 2}\nx = a[\n    1  # one, two\n]\n", True),
        ("list", "list = [1]\n«x = list(y)\n", None, True),  # the function is meant
        ("int", "«x = a / 2(b)\n", "x = a / 2 * (b)\n", False),
        ("int", "«x = a - 2(b)\n", "x = a - 2 * (b)\n", True),
    ],
)
def test_what_is_called_and_fooled_it(keeps: Keeps, kind: str, before: str, after: str | None, sure: bool) -> None:
    keeps("drop-call", "TypeError", f"'{kind}' object is not callable", before, after, sure, type=kind)
