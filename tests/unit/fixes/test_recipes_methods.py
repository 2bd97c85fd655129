"""Recipes that mend how a method is asked for: its form, its object, its definition."""

from __future__ import annotations

import pytest

from .conftest import Apply, TextAfter

_LACKS = "'{}' object has no attribute '{}'"


@pytest.mark.parametrize(
    ("source", "kind", "name", "after"),
    [
        ("«a.push(1)  # é\n", "list", "push", "a.append(1)  # é\n"),
        (
            "a = []\n«a.push(1)\nif a:\n\ta.push(2); b.push(3)\n",
            "list",
            "push",
            "a = []\na.append(1)\nif a:\n\ta.append(2); b.push(3)\n",
        ),
        ("«n = text.length * 2\n", "str", "length", "n = len(text) * 2\n"),
        ("«n = (a + b).size()\n", "list", "size", "n = len(a + b)\n"),
        ("«n = a.b[1].len\n", "str", "len", "n = len(a.b[1])\n"),
        ("text = ''\n«n = len.text\n", "builtin_function_or_method", "text", "text = ''\nn = len(text)\n"),
        ("«if not d.has_key(k):\n    pass\n", "dict", "has_key", "if k not in d:\n    pass\n"),
        ("«x = d.has_key(a or b) == 1\n", "dict", "has_key", "x = ((a or b) in d) == 1\n"),
        ("«x = s.contains(t) and not s.contains(u)\n", "str", "contains", "x = t in s and u not in s\n"),
        ("«for k in d.iteritems():\n    pass\n", "dict", "iteritems", "for k in d.items():\n    pass\n"),
        ("«x = s.decode('utf-8').upper()\n", "str", "decode", "x = s.upper()\n"),
        ("«d.put('a', 1); x()\n", "dict", "put", "d['a'] = 1; x()\n"),
        ("«d.remove('a')\n", "dict", "remove", "del d['a']\n"),
        ("«x = s.substring(1)\n", "str", "substring", "x = s[1:]\n"),
        ("«x = s.substring(1, n + 1)\n", "str", "substring", "x = s[1:n + 1]\n"),
        ("«x = a.join(', ')\n", "list", "join", "x = ', '.join(a)\n"),
        ("«while not a.isEmpty():\n    pass\n", "list", "isEmpty", None),
        ("«while a.isEmpty():\n    pass\n", "list", "isEmpty", "while not a:\n    pass\n"),
        ("«x = 'n' + n.toString()\n", "int", "toString", "x = 'n' + str(n)\n"),
        ("«x = f.round(2)\n", "float", "round", "x = round(f, 2)\n"),
        # what does not fit, or nobody knows
        ("«x = d.put('a', 1)\n", "dict", "put", None),
        ("«d.has_key(*k)\n", "dict", "has_key", None),
        ("«n = text.length(1)\n", "str", "length", None),
        ("«x = a.strip()\n", "list", "strip", None),
        ("«f(a.push(1), b.push(2))\n", "list", "push", None),
        ("«n = len.text\n", "builtin_function_or_method", "text", None),
        ("«a.length = 3\n", "list", "length", None),
        ("«x = a.join(b)\n", "list", "join", None),
    ],
)
def test_another_language_s_method(mend: Apply, source: str, kind: str, name: str, after: str | None) -> None:
    values = {"type": kind, "attribute": name}
    mended = mend("other-method", source, exception="AttributeError", message=_LACKS.format(kind, name), values=values)
    assert (mended.text if mended is not None else None) == after
    if mended is not None and f".{name}" not in mended.text:
        assert mend("other-method", "«" + mended.text, values=values) is None


_CLASS = "class A:\n    size = 1\n    def __init__(self):\n        self.count = 0\n    def help(self, n): ...\n"


@pytest.mark.parametrize(
    ("body", "name", "after"),
    [
        (
            "    def f(self):\n        «print(count, count)\n",
            "count",
            "    def f(self):\n        print(self.count, self.count)\n",
        ),
        ("    def f(self):\n        «help(self, 1)  # é\n", "help", "    def f(self):\n        self.help(1)  # é\n"),
        (
            "    def f(this): ...\n    def g(self):\n        «return [help(i) for i in x]\n",
            "help",
            "    def f(this): ...\n    def g(self):\n        return [self.help(i) for i in x]\n",
        ),
        (
            "    @classmethod\n    def f(cls):\n        «return size\n",
            "size",
            "    @classmethod\n    def f(cls):\n        return cls.size\n",
        ),
        (
            "    @staticmethod\n    def f(n):\n        «return size\n",
            "size",
            "    @staticmethod\n    def f(n):\n        return A.size\n",
        ),
        (
            "    def f(self):\n        «count += 1\n        return count\n",
            "count",
            "    def f(self):\n        self.count += 1\n        return self.count\n",
        ),
        (
            "    def f(self):\n        «count = count + 1\n",
            "count",
            "    def f(self):\n        self.count = self.count + 1\n",
        ),
        ("    def f(self):\n        «print(other)\n", "other", None),
        ("    def f(self):\n        «print(count)\n        count = 1\n", "count", None),
        ("    def f(self):\n        def g(count): ...\n        «return [count for count in x]\n", "count", None),
        ("    def f(this):\n        «print(count)\n", "count", None),
        ("«print(count)\n", "count", None),
    ],
)
def test_the_object_s_own(mend: Apply, body: str, name: str, after: str | None) -> None:
    mended = mend("add-self", _CLASS + body, exception="NameError", values={"name": name})
    assert (mended.text if mended is not None else None) == (_CLASS + after if after is not None else None)


def test_a_module_is_not_the_object_s(mend: Apply) -> None:
    source = "class A:\n    def f(self):\n        self.time = 0\n        «time.sleep(1)\n"
    assert mend("add-self", source, exception="NameError", values={"name": "time"}) is None


_TAKES = "{}() takes {} positional arguments but {} were given"


@pytest.mark.parametrize(
    ("source", "message", "after"),
    [
        (
            "class A:\n    def f():  # é\n        ...\n«A().f()\n",
            _TAKES.format("A.f", 0, 1),
            "class A:\n    def f(self):  # é\n        ...\nA().f()\n",
        ),
        (
            "class A:\n    async def f( x, *, y=1): ...\n«A().f(1, y=2)\n",
            _TAKES.format("A.f", 1, 2),
            "class A:\n    async def f(self,  x, *, y=1): ...\nA().f(1, y=2)\n",
        ),
        (
            "class A:\n    def __init__(n):\n        self.n = n\n«A(1)\n",
            _TAKES.format("A.__init__", 1, 2),
            "class A:\n    def __init__(self, n):\n        self.n = n\nA(1)\n",
        ),
        ("class A:\n    def f(self): ...\n«A().f(1)\n", _TAKES.format("A.f", 1, 2), None),
        ("class A:\n    def f(x): ...\n«A().f(1, 2)\n", _TAKES.format("A.f", 1, 3), None),
        ("class A:\n    def f(x): ...\nA.f(1)\n«A().f(1)\n", _TAKES.format("A.f", 1, 2), None),
        ("class A:\n    @staticmethod\n    def f(): ...\n«A().f(1)\n", _TAKES.format("A.f", 0, 1), None),
        ("def f(): ...\n«f(1)\n", _TAKES.format("f", 0, 1), None),
    ],
)
def test_a_method_gets_self(mend: Apply, source: str, message: str, after: str | None) -> None:
    mended = mend("self-parameter", source, exception="TypeError", message=message)
    assert (mended.text if mended is not None else None) == after


_DOG = "class Dog:\n    def speak(self):\n        return self\n"


@pytest.mark.parametrize(
    ("source", "after", "sure"),
    [
        (_DOG + "rex = Dog()\n«Dog.speak()\n", _DOG + "rex = Dog()\nrex.speak()\n", True),
        (
            _DOG + "def f():\n\trex = Dog()\n\t«Dog.speak()  # é\n",
            _DOG + "def f():\n\trex = Dog()\n\trex.speak()  # é\n",
            True,
        ),
        (_DOG + "«Dog.speak()\n", _DOG + "Dog().speak()\n", True),
        (
            _DOG.replace("return self", "return 1") + "«Dog.speak()\n",
            _DOG.replace("return self", "return 1") + "Dog().speak()\n",
            False,
        ),
        (_DOG + "rex = Dog\n«rex.speak()\n", _DOG + "rex = Dog()\nrex.speak()\n", True),
        (_DOG + "a = Dog()\nb = Dog()\n«Dog.speak()\n", None, None),
        (_DOG + "    def __init__(self, name): ...\n«Dog.speak()\n", None, None),
        (_DOG + "«Dog.speak(x)\n", None, None),
    ],
)
def test_a_method_is_called_on_an_object(mend: Apply, source: str, after: str | None, sure: bool | None) -> None:
    message = "Dog.speak() missing 1 required positional argument: 'self'"
    mended = mend("use-instance", source, exception="TypeError", message=message)
    found = (mended.text, mended.mend.sure) if mended is not None else (None, None)
    assert found == (after, sure)


@pytest.mark.parametrize("name", ["_init_", "__int__", "__inti__", "__init", "_init__", "init"])
def test_init_is_written_as_python_has_it(text_after: TextAfter, name: str) -> None:
    source = "class A:\n    def {}(self, n): ...  # c\n«A(1)\n"
    assert text_after(
        "init-name", source.format(name), exception="TypeError", message="A() takes no arguments"
    ) == source.format("__init__").replace("«", "")


@pytest.mark.parametrize(
    "source",
    [
        "class A:\n    def start(self, n): ...\n«A(1)\n",
        "class A:\n    def __init__(self): ...\n    def init(self): ...\n«A(1)\n",
    ],
)
def test_another_method_is_not_init(mend: Apply, source: str) -> None:
    assert mend("init-name", source, exception="TypeError", message="A() takes no arguments") is None
