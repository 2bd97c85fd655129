"""Recipes for names that nothing defines: half renamed, without `as` or `self`, in annotations, of other languages."""

from __future__ import annotations

import pytest

from .conftest import Apply, Mends, Parsed, unmarked

# --- half-renamed


@pytest.mark.parametrize(
    ("source", "name", "changes", "sure"),
    [
        ("def area(width, height):\n    return width * «h»  # é\n", "h", [("* h", "* height")], True),
        ("def hi(person):\n    print('hi', «name»)\n", "name", [(", name", ", person")], True),
        (
            "def mean(values):\n    for v in «data»:\n        pass\n    return len(data)\n",
            "data",
            [("in data", "in values"), ("len(data)", "len(values)")],
            True,
        ),
        ("for word in words:\n    print(«w».upper())\n".replace("words", "'a'"), "w", [("(w.", "(word.")], True),
        ("x = [«r»[0] for row in ['a']]\n", "r", [("[r[", "[row[")], True),
        ("f = lambda pair: «p»[1]\n", "p", [(": p[", ": pair[")], True),
        ("try:\n    pass\nexcept OSError as err:\n    print(«e»)\n", "e", [("(e)", "(err)")], True),
        (
            "def full(first, last):\n    return «first_name» + last_name\n",
            "first_name",
            [("return first_name", "return first"), ("+ last_name", "+ last")],
            True,
        ),
        (
            "def f(text):\n    hits = []\n    for a in text:\n        «hits_list».append(a)\n    return hits\n",
            "hits_list",
            [("hits_list.", "hits.")],
            True,
        ),
        (
            "class A:\n    def __init__(self):\n        self._s = []\n    def add(self, x):\n        «s».append(x)\n",
            "s",
            [("        s.", "        self._s.")],
            True,
        ),
        (
            "class A(B):\n    def on(self, event):\n        print(«message»)\n",
            "message",
            [("(message)", "(event)")],
            False,
        ),
        ("@app.route('/')\ndef on(event):\n    print(«message»)\n", "message", [("(message)", "(event)")], False),
        ("def f(callback):\n    return «work»()\n", "work", [("work()", "callback()")], False),
        ("def on_click(event):\n    print(«text»)\n", "text", [("(text)", "(event)")], False),
        ("def f(job):\n    «logger».info(1)\n", "logger", [("logger.", "job.")], False),
        ("def f(tax):\n    return «apply_tax»(1)\n", "apply_tax", [("apply_tax(", "tax(")], False),
        ("def f(fn):\n    return «func»(1)\n", "func", [("func(", "fn(")], True),
        ("def f(size):\n    return «LIMIT» + 1\n", "LIMIT", [("LIMIT +", "size +")], False),
        (
            "def f(size, user):\n    print(size)\n    return «user_size»\n",
            "user_size",
            [("return user_size", "return user")],
            True,
        ),
    ],
)
def test_a_renamed_variable(parsed: Parsed, source: str, name: str, changes: list[tuple[str, str]], sure: bool) -> None:
    after = unmarked(source)
    for old, new in changes:
        assert after.count(old) == 1
        after = after.replace(old, new)
    assert parsed("half-renamed", source, name=name) == (after, sure)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("def f(a, b):\n    return «c»\n", "c"),
        ("def f(a):\n    return a + «c»\n", "c"),
        ("def f(a):\n    return «b» + c\n", "b"),
        ("print(«hello»)\n", "hello"),
        ("def g():\n    total = 1\n\ndef f(a):\n    return «total»\n", "total"),
        ("from x import *\ndef f(height):\n    return «h»\n", "h"),
        ("def f(*args):\n    print(args)\n    return «argument»\n", "argument"),
        ("def f(_unused):\n    return «value»\n", "value"),
        ("class A:\n    def f(self):\n        return «value»\n", "value"),
        ("def f(first_name, last_name):\n    return «name»\n", "name"),
        ("if True:\n    import os\nprint(«data»)\n", "data"),
    ],
)
def test_no_variable_that_was_meant(parsed: Parsed, source: str, name: str) -> None:
    assert parsed("half-renamed", source, name=name) is None


def test_a_count_goes_on_under_its_first_name(parsed: Parsed) -> None:
    source = "def f(x):\n    n_items = 0\n    for i in x:\n        «n += 1\n    return n_items\n"
    found = parsed("half-renamed", source, "UnboundLocalError", name="n")
    assert found == (unmarked(source).replace("        n +=", "        n_items +="), True)
    changed = source.replace("«n += 1", "«n += 1\n        n_items += 1")
    assert parsed("half-renamed", changed, "UnboundLocalError", name="n") is None
    assert parsed("half-renamed", "n = 1\n" + source, "UnboundLocalError", name="n") is None


# --- as-name


@pytest.mark.parametrize(
    ("source", "name", "after"),
    [
        ("try:\n    pass\nexcept OSError:\n    print(«e»)\n", "e", ("OSError:", "OSError as e:")),
        ("try:\n    pass\nexcept (A, B) :  # é\n    print(«err»)\n", "err", ("(A, B) :", "(A, B) as err :")),
        ("try:\n    pass\nexcept (OSError):\n    print(«exc»)\n", "exc", ("(OSError):", "(OSError) as exc:")),
        ("try:\n    pass\nexcept:\n    print(«e»)\n", "e", ("except:", "except Exception as e:")),
        ("with open('a'):\n    print(«f».read())\n", "f", ("open('a'):", "open('a') as f:")),
        ("with p.open():\n    for x in «lines»:\n        pass\n", "lines", ("open():", "open() as lines:")),
    ],
)
def test_a_name_with_as(parsed: Parsed, source: str, name: str, after: tuple[str, str]) -> None:
    found = parsed("as-name", source, name=name)
    assert found == (unmarked(source).replace(*after), name != "lines")


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("try:\n    pass\nexcept OSError as x:\n    print(«e»)\n", "e"),
        ("try:\n    pass\nexcept OSError:\n    print(«path»)\n", "path"),
        ("try:\n    pass\nexcept OSError:\n    pass\nprint(«e»)\n", "e"),
        ("try:\n    pass\nexcept OSError:\n    def f():\n        print(«e»)\n", "e"),
        ("with lock:\n    «f».read()\n", "f"),
        ("with a(), open('x'):\n    «f».read()\n", "f"),
        ("f = 1\ndel f\nwith open('x'):\n    «f».read()\n", "f"),
    ],
)
def test_no_name_with_as(parsed: Parsed, source: str, name: str) -> None:
    assert parsed("as-name", source, name=name) is None


# --- missing-self


@pytest.mark.parametrize(
    ("method", "after", "sure"),
    [
        ("def set(this, n):\n        «self.n = n", "def set(self, n):\n        self.n = n", True),
        ("def set(n):\n        «self.n = n", "def set(self, n):\n        self.n = n", True),
        ("async  def set (*n):\n        «self.n = n", "async  def set (self, *n):\n        self.n = n", True),
        ("def set():\n        «self.n = 1", "def set(self):\n        self.n = 1", True),
        ("def set(o):\n        o.a = 1\n        «self.n = 1", "def set(o):\n        o.a = 1\n        o.n = 1", True),
        ("@staticmethod\n    def set(n):\n        «self.n = n", None, None),
        ("def set(self, n):\n        «self.n = n", None, None),
        ("def set(n):\n        «self.n = n\n\n\nA.set(3)", None, None),
    ],
)
def test_self_as_parameter(parsed: Parsed, method: str, after: str | None, sure: bool | None) -> None:
    found = parsed("missing-self", f"class A:\n    '''é'''\n\n    {method}\n", name="self")
    assert found == (None if after is None else (f"class A:\n    '''é'''\n\n    {after}\n", sure))


# --- forward-name


def test_an_annotation_of_a_class_that_is_not_there_yet(parsed: Parsed) -> None:
    source = "class A:\n    def f(self, other: «A | None» = None): ...  # é\n"
    found = parsed("forward-name", source, name="A")
    assert found == (unmarked(source).replace("A | None", '"A | None"'), True)
    source = 'class A:\n    def f(self) -> «Later["x"]»: ...\n\nclass Later: ...\n'
    found = parsed("forward-name", source, name="Later")
    assert found == (unmarked(source).replace('Later["x"]:', "'Later[\"x\"]':"), True)


def test_many_annotations_get_the_future_import(parsed: Parsed) -> None:
    source = '"""Doc."""\nimport os\n\nclass A:\n    a: «A»\n    b: A\n    c: list[A]\n'
    found = parsed("forward-name", source, name="A")
    assert found is not None
    assert found[0] == unmarked(source).replace("import os", "from __future__ import annotations\n\nimport os")


@pytest.mark.parametrize(
    "source",
    [
        "class A(«A»): ...\n",
        "def f(x: «A»): ...\n",
        "def f(x=«A»): ...\n\nclass A: ...\n",
        "x = «A»()\n\nclass A: ...\n",
        "class B:\n    def f(self):\n        x: int = «A»\n\nclass A: ...\n",
    ],
)
def test_no_forward_name(parsed: Parsed, source: str) -> None:
    assert parsed("forward-name", source, name="A") is None


# --- constant-name


def test_constants_of_other_languages(parsed: Parsed) -> None:
    source = "x = {'a': «true», 'b': null, 'c': False}  # é true\nprint(false)\n"
    found = parsed("constant-name", source, name="true")
    after = "x = {'a': True, 'b': None, 'c': False}  # é true\nprint(False)\n"
    assert found == (after, True)
    assert parsed("constant-name", "if x:\n    true = 1\nprint(«true»)\n", name="true") is None
    assert parsed("constant-name", "print(«true»())\n", name="true") is None


@pytest.mark.parametrize(
    ("recipe", "source", "name"),
    [
        ("half-renamed", "def area(width, height):\r\n\treturn width * «h»\r\n", "h"),
        ("as-name", "try:\r\n\tpass\r\nexcept OSError:\r\n\tprint(«e»)\r\n", "e"),
        ("missing-self", "class A:\r\n\tdef f(this):\r\n\t\treturn «self».a\r\n", "self"),
        ("forward-name", "class A:\r\n\tdef f(self) -> «A»: ...\r\n", "A"),
        ("constant-name", "if «true»:\r\n\tpass\r\n", "true"),
    ],
)
def test_text_around_is_kept(mend: Apply, mends: Mends, recipe: str, source: str, name: str) -> None:
    before, after = "# é 'x'\r\n\r\nTABS = '\t'  # kept\r\n", "\r\n\r\nif TABS:\r\n\t'ü'  # last"
    made = mends(recipe, before + source + after, exception="NameError", values={"name": name})
    assert made.text.startswith(before)
    assert made.text.endswith(after)
    assert made.text.count("\r\n") == made.text.count("\n")
    lines = made.text.splitlines(True)
    at = next(number for number, line in enumerate((before + source).splitlines()) if "«" in line)
    lines[at] = "«" + lines[at]
    assert mend(recipe, "".join(lines), exception="NameError", values={"name": name}) is None
