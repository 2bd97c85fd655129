"""Members that call themselves, and bases whose __init__ is not called."""

from __future__ import annotations

import pytest
from tracemend.context import Context

from .conftest import Apply, Keeps, Mends

_DEEP = "maximum recursion depth exceeded"
_GET = "    @property\n    def x(self):\n        return {}  # é\n"
_SET = "    @x.setter\n    def x(self, value):\n        {} = value\n"


def _class(*parts: str) -> str:
    return "class A:\n" + "".join(parts)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            _class(_GET.format("self._x"), _SET.format("«self.x»")),
            _class(_GET.format("self._x"), _SET.format("self._x")),
        ),
        (
            _class(_GET.format("self.__v"), _SET.format("«self.x»")),
            _class(_GET.format("self.__v"), _SET.format("self.__v")),
        ),
        (
            _class(_GET.format("«self.x»"), _SET.format("self._hidden")),
            _class(_GET.format("self._hidden"), _SET.format("self._hidden")),
        ),
        (
            _class(_GET.format("«self.x»"), _SET.format("self.x")),
            _class(_GET.format("self._x"), _SET.format("self._x")),
        ),
        (
            _class("    def __init__(self):\n        self.x = 1\n", _GET.format("«self.x»")),
            _class("    def __init__(self):\n        self._x = 1\n", _GET.format("self._x")),
        ),
        (_class(_GET.format("self._k - 273"), _SET.format("«self.x»")), None),
        (_class(_GET.format("«self.x»")), None),
        (_class("    def _x(self): pass\n", _GET.format("self.x"), _SET.format("«self.x»")), None),
        (_class("    def x(self):\n        return «self.x»\n"), None),
        (_class(_GET.format("self._x"), "    def y(self):\n        return «self.y»()\n"), None),
    ],
)
def test_properties(keeps: Keeps, before: str, after: str | None) -> None:
    keeps("stored-attribute", "RecursionError", _DEEP, before, after)


_METHOD = "class A({}):\n\tdef {}:\n\t\t{}  # é\n"


@pytest.mark.parametrize(
    ("base", "head", "body", "after"),
    [
        ("B", "__setattr__(self, name, value)", "setattr(self, name, value)", "super().__setattr__(name, value)"),
        ("B", "__getattribute__(self, n)", "return getattr(self, n)", "return super().__getattribute__(n)"),
        ("dict", "__setitem__(self, k, v)", "self[k.lower()] = v", "super().__setitem__(k.lower(), v)"),
        ("UserDict", "__getitem__(self, k)", "return self[k] + 1", "return super().__getitem__(k) + 1"),
        ("list", "__len__(self)", "return len(self) - 1", "return super().__len__() - 1"),
        ("B", "__getitem__(self, k)", "return self[k] + 1", None),
        ("dict", "__setitem__(self, k, v)", "self.d[k] = v", None),
        ("dict", "get(self, k)", "return self.get(k)", None),
    ],
)
def test_methods_of_the_base(keeps: Keeps, base: str, head: str, body: str, after: str | None) -> None:
    before = _METHOD.format(base, head, f"«{body}»")
    keeps("base-method", "RecursionError", _DEEP, before, after and _METHOD.format(base, head, after))


_THREAD = "class W({}):\n    def __init__(self, a):\n        {}self.a = a  # é\n\n«W(1).start()»\n"
_CALL = "super().__init__()\n        "


@pytest.mark.parametrize("base", ["threading.Thread", "Thread"])
def test_threads(keeps: Keeps, base: str) -> None:
    message = "thread.__init__() not called"
    after = _THREAD.format(base, _CALL).translate({171: None, 187: None})
    keeps("super-init", "RuntimeError", message, _THREAD.format(base, ""), after)
    keeps("super-init", "RuntimeError", message, _THREAD.format(base, _CALL), None)
    two = _THREAD.format(base, "") + _THREAD.format(base, "").translate({171: None, 187: None}).replace("W", "V")
    keeps("super-init", "RuntimeError", message, two, None)


def test_bases_of_libraries(mend: Apply, mends: Mends) -> None:
    source = "class P({}):\n\tdef __init__(self):\n\t\tself.a = 1\n«P().feed»(1)\n"
    values = {"type": "P", "attribute": "rawdata"}
    context = Context(origin="here")
    for base in ("HTMLParser", "html.parser.HTMLParser"):
        made = mends("super-init", source.format(base), "AttributeError", "x", values, context)
        assert "\t\tsuper().__init__()\n\t\tself.a = 1\n" in made.text
    assert mend("super-init", source.format("Other"), "AttributeError", "x", values, context) is None
    wrong = {"type": "P", "attribute": "feet"}
    assert mend("super-init", source.format("HTMLParser"), "AttributeError", "x", wrong, context) is None
