"""Recipes for what type checkers say of annotations, parameters and TypedDicts."""

from __future__ import annotations

from typing import Any

import pytest
from tracemend.context import Context
from tracemend.evidence.fact import Inquiry
from tracemend.evidence.typed import similar_typed_key
from tracemend.reading.report import ErrorReport, Span
from tracemend.source.place import Place
from tracemend.source.text import SourceText

from .findings import fixed

OPTIONAL = "from typing import Optional\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("def f(x: int = «None): ...\n", "def f(x: int | None = None): ...\n"),
        ("async def f(*, x: a.B[int] = «None): ...  # é\n", "async def f(*, x: a.B[int] | None = None): ...  # é\n"),
        ("def f(x: 'B' = «None): ...\n", "def f(x: 'B | None' = None): ...\n"),
        ("def f(x: int | str = «None): ...\n", "def f(x: int | str | None = None): ...\n"),
        (OPTIONAL + "def f(x: «int = None): ...\n", OPTIONAL + "def f(x: Optional[int] = None): ...\n"),
        (
            OPTIONAL + "y: int | None\ndef f(x: «int = None): ...\n",
            OPTIONAL + "y: int | None\ndef f(x: int | None = None): ...\n",
        ),
        (
            "def f(\n    a: int,\n    b: str = «None,\n): ...\n",
            "def f(\n    a: int,\n    b: str | None = None,\n): ...\n",
        ),
        ("class A:\n    x: int = «None\n", "class A:\n    x: int | None = None\n"),
        ("def f(a: int = None, b: str = «None): ...\n", "def f(a: int = None, b: str | None = None): ...\n"),
        ("def f(a: «int = None, b: str = None): ...\n", "def f(a: int | None = None, b: str = None): ...\n"),
    ],
)
def test_none_is_allowed(before: str, after: str) -> None:
    made = fixed("optional-annotation", before)
    # ruff names the annotation, pyright the default.
    assert made == (after, True)


def test_mypy_names_the_parameter() -> None:
    before = "def f(a: int = None, b: str = None): ...\n"
    made = fixed("optional-annotation", before, parameter="b")
    assert made == ("def f(a: int = None, b: str | None = None): ...\n", True)


@pytest.mark.parametrize(
    "text",
    [
        "def f(a: int = None, b: str = None): ...\n",
        "def f(a: «int | None = None): ...\n",
        "def f(a: «Any = None): ...\n",
        "def f(a: «callable = None): ...\n",
        "def f(a=«None): ...\n",
        "def f(a: «int = 3): ...\n",
        "x: «int = 3\n",
        "def f(a: «dict[\n    str, int] = None): ...\n",
    ],
)
def test_annotations_that_are_left(text: str) -> None:
    assert fixed("optional-annotation", text) is None


BRANCH = "    if x:\n        return 'a'\n"


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        (f"def f(x) -> str:\n{BRANCH}    «return None\n", f"def f(x) -> str | None:\n{BRANCH}    return None\n", True),
        (f"def f(x) -> str:\n{BRANCH}    «return  # é\n", f"def f(x) -> str | None:\n{BRANCH}    return  # é\n", True),
        (f"def f(x) -> «str:\n{BRANCH}", f"def f(x) -> str | None:\n{BRANCH}", False),
        ("def f(x) -> str:\n    «return x.get(1)\n", "def f(x) -> str | None:\n    return x.get(1)\n", False),
        (
            "class A(B):\n    def f(x) -> str:\n        if x: return 1\n        «return None\n",
            "class A(B):\n    def f(x) -> str | None:\n        if x: return 1\n        return None\n",
            False,
        ),
    ],
)
def test_none_may_be_returned(before: str, after: str, sure: bool) -> None:
    assert fixed("optional-return", before) == (after, sure)


@pytest.mark.parametrize(
    "text",
    [
        "def f(x) -> «str:\n    print(x)\n",
        f"def f(x):\n{BRANCH}    «return None\n",
        f"def f(x) -> str | None:\n{BRANCH}    «return None\n",
        f"def f(x) -> Iterator[str]:\n{BRANCH}    yield 1\n    «return None\n",
        "«return None\n",
    ],
)
def test_returns_that_are_left(text: str) -> None:
    assert fixed("optional-return", text) is None


def widened(body: str, parameter: str = "a: list[float]", **values: Any) -> str | None:
    text = f"def f({parameter}) -> float:\n    {body}\n\n\n«f(b)\n"
    made = fixed("read-only-parameter", text, function="f", argument=values.pop("argument", "1"))
    assert made is None or made[1]
    return None if made is None else made[0]


@pytest.mark.parametrize(
    "body",
    ["return sum(a)", "return a[0]", "return 1 if 2 in a else 3", "return a.index(2)", "return [x for x in a][0]"],
)
def test_what_is_only_read_is_widened(body: str) -> None:
    head = "from collections.abc import Sequence\n\n\ndef f(a: Sequence[float]) -> float:\n"
    assert widened(body) == f"{head}    {body}\n\n\nf(b)\n"
    assert widened(body, argument="a") == widened(body)


def test_a_mapping_and_its_import() -> None:
    made = widened("return a['x']", "a: dict[str, float]")
    assert made is not None
    assert "def f(a: Mapping[str, float])" in made
    assert "from collections.abc import Mapping" in made
    text = "from typing import Sequence\ndef f(a: list[float]):\n    return a[0]\n«f(b)\n"
    made_two = fixed("read-only-parameter", text, function="f", argument="a")
    assert made_two == (text.replace("«", "").replace("list[", "Sequence["), True)


@pytest.mark.parametrize(
    "body",
    ["a.append(1)", "a[0] = 1", "return a", "g(a)", "a += [1]", "b = a", "return a[1:]", "return a + [1]", "del a[0]"],
)
def test_what_is_changed_or_handed_on_is_not_widened(body: str) -> None:
    assert widened(body) is None


def test_parameters_that_are_not_widened() -> None:
    assert widened("return 1", "a: set[float]") is None
    assert widened("return 1", "a") is None
    assert widened("return 1", argument="3") is None


BOOK = "class Book:\n    def __init__(self):\n        «self.names = []\n\n"


@pytest.mark.parametrize(
    ("rest", "written"),
    [
        ("    def add(self, name: str):\n        self.names.append(name)\n", "list[str]"),
        ("    def add(self, name: 'Book'):\n        self.names.append(Book())\n", "list[Book]"),
        ("    def add(self):\n        self.names.append(f'{self}')\n        self.names.append('b')\n", "list[str]"),
        ("    def add(self):\n        self.names.append(1)\n        self.names.append('b')\n", None),
        ("    def add(self, *names: str):\n        self.names.append(names)\n", None),
        ("    def add(self, name):\n        self.names.append(name)\n", None),
        ("    def add(self, name: str):\n        self.names.append(name)\n        self.names.extend(x)\n", None),
        ("    def add(self):\n        pass\n", None),
    ],
)
def test_a_container_gets_its_type(rest: str, written: str | None) -> None:
    made = fixed("annotate-variable", BOOK + rest, name="names")
    expected = (BOOK + rest).replace("«", "").replace("self.names =", f"self.names: {written} =")
    assert made == ((expected, True) if written else None)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("def f() -> dict[str, int]:\n    «a = {}  # é\n    return a\n", "a: dict[str, int] = {}  # é"),
        ("«counts = dict()\ndef f(key: str):\n    counts[key] = len(key)\n", "counts: dict[str, int] = dict()"),
        ("«seen = set()\ndef f(x: int):\n    seen.add(x)\n", "seen: set[int] = set()"),
    ],
)
def test_other_containers(before: str, after: str) -> None:
    name = after.partition(":")[0]
    made = fixed("annotate-variable", before, name=name)
    assert made is not None
    assert after in made[0]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("def f() -> Iterable[int]:\n    «a = []\n    return a\n", "a"),
        ("def f() -> list[int]:\n    «a = {}\n    return a\n", "a"),
        ("«a = b = []\n", "a"),
        ("«a = [1]\n", "a"),
        ("«a = []\n", "b"),
    ],
)
def test_containers_that_are_left(text: str, name: str) -> None:
    assert fixed("annotate-variable", text, name=name) is None


def method(header: str, body: str, owner: str = "class A:") -> str:
    return f"{owner}\n    {header}\n        {body}\n"


@pytest.mark.parametrize(
    ("header", "body", "after", "new_body"),
    [
        ("def «f() -> int:", "return 1", "def f(self) -> int:", "return 1"),
        ("async def f«(*, a):", "return a", "async def f(self, *, a):", "return a"),
        ("def «f(a, b):", "return self.c(a)", "def f(self, a, b):", "return self.c(a)"),
        ("def «f(this, b):", "return this.c(b)", "def f(self, b):", "return self.c(b)"),
        ("def f(«slef):", "return slef.c  # slef", "def f(self):", "return self.c  # slef"),
        ("@classmethod\n    def f(«self):", "return self()", "@classmethod\n    def f(cls):", "return cls()"),
    ],
)
def test_a_method_gets_its_first_parameter(header: str, body: str, after: str, new_body: str) -> None:
    assert fixed("first-parameter", method(header, body)) == (method(after, new_body), True)


@pytest.mark.parametrize(
    "text",
    [
        method("def f(«a):", "return a"),
        method("@staticmethod\n    def f(«a):", "return a"),
        method("def f(«cls):", "return cls", "class M(type):"),
        method("def f(«this):", "return [this for this in 'ab']"),
        method("def «f(self):", "return 1"),
        "def «f():\n    return 1\n",
    ],
)
def test_methods_that_are_left(text: str) -> None:
    assert fixed("first-parameter", text) is None


@pytest.mark.parametrize(
    ("message", "near"),
    [
        ('TypedDict "River" has no key "lenght"', "length"),
        ('TypedDict "app.River" has no key "nmae"', "name"),
        ('Extra key "lenght" for TypedDict "River"', "length"),
        ('Could not access item in TypedDict\n  "lenght" is not a defined key in "River"', "length"),
        ('Type "x" is not assignable\n  "lenght" is an undefined item in type "River"', "length"),
        ('TypedDict "River" has no key "colour"', None),
        ('TypedDict "Lake" has no key "lenght"', None),
        ("something else", None),
    ],
)
def test_keys_of_a_typed_dict(message: str, near: str | None) -> None:
    source = SourceText("class Water(TypedDict):\n    name: str\n\nclass River(Water):\n    length: int\n")
    place = Place("app.py", "/p/app.py", 1, None, None, source, None, None)
    report = ErrorReport("mypy", "error", None, message, Span(1, 1))
    found = similar_typed_key(Inquiry(None, {}, {}, report, place, Context()))
    assert found.values.get("similar") == near
