"""`hook-name`: give the method that sets an attribute the name by which Python, unittest or pytest calls it.

An object lacks an attribute which one method of its class sets, and that method's name is a near miss of one that is
called by itself: `setup` for unittest's `setUp`, `setup` or `setUp` for pytest's `setup_method` in a class that is no
`TestCase`, `_init_` for `__init__`. Does not apply where the class has a method of the right name, or the file calls
the method by its own.

Sources: https://docs.python.org/3/library/unittest.html#unittest.TestCase.setUp,
https://docs.pytest.org/en/stable/how-to/xunit_setup.html,
https://docs.python.org/3/reference/datamodel.html#object.__init__
"""

from __future__ import annotations

import ast

from tracemend.evidence.similar import slip_of
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import Function
from tracemend.fixes.toolkit.names import nearly_init
from tracemend.source.module import Module, whole
from tracemend.source.scopes import decorated_with, methods, parameter_names

_UNITTEST = ("setUp", "asyncSetUp")
_OF_CLASS = ("setUpClass",)
_PYTEST = ("setup_method",)
_CASES = ("TestCase", "IsolatedAsyncioTestCase", "SimpleTestCase", "TransactionTestCase", "LiveServerTestCase")


def apply(request: Request) -> Mend | None:
    """The recipe."""
    source, name = request.place.source, request.values.get("attribute")
    file = whole(source) if source is not None else None
    if file is None or request.place.line is None or not isinstance(name, str):
        return None
    owned = file.method_at(request.place.line)
    kind = request.values.get("type")
    owner = file.class_named(kind) if isinstance(kind, str) else None
    if owner is None or (owned is not None and owned[0] is owner and name in {one.name for one in methods(owner)}):
        return None
    setters = [one for one in methods(owner) if _sets(one, name)]
    right = _right(owner, setters[0]) if len(setters) == 1 else None
    if right is None or right == setters[0].name or any(one.name == right for one in methods(owner)):
        return None
    if _is_called(file, setters[0].name):
        return None
    start, _ = file.span(setters[0])
    at = file.source.text.index(setters[0].name, file.source.text.index("def", start) + len("def"))
    return Mend((TextEdit(at, at + len(setters[0].name), right),))


def _sets(method: Function, name: str) -> bool:
    """Whether a method gives its object (or class) the attribute."""
    first = next(iter(parameter_names(method)), None)
    return any(
        isinstance(part, ast.Attribute)
        and part.attr == name
        and isinstance(part.ctx, ast.Store)
        and isinstance(part.value, ast.Name)
        and part.value.id == first
        for part in ast.walk(method)
    )


def _right(owner: ast.ClassDef, method: Function) -> str | None:
    """The name that the method is to have; None where nothing shows it."""
    first, name = next(iter(parameter_names(method)), ""), method.name
    if decorated_with(method, "staticmethod", "property", "fixture"):
        return None
    if any(_last(base) in _CASES for base in owner.bases):
        of_class = decorated_with(method, "classmethod") and first == "cls"
        return _near(name, _OF_CLASS if of_class else _UNITTEST[1:] if _is_async(method) else _UNITTEST)
    if first != "self" or method.decorator_list or _is_async(method):
        return None
    if nearly_init(name) and (name.startswith("_") or name.endswith("_")):
        return "__init__"
    tests = any(one.name.startswith("test") for one in methods(owner))
    if owner.name.startswith("Test") and tests and not owner.bases and not _asserts(owner):
        return "setup_method" if _plain(name) == "setup" else _near(name, _PYTEST)
    return None


def _near(name: str, hooks: tuple[str, ...]) -> str | None:
    same = [one for one in hooks if _plain(one) == _plain(name)]
    return same[0] if same else slip_of(name, hooks)


def _plain(name: str) -> str:
    return name.replace("_", "").lower()


def _last(base: ast.expr) -> str:
    return base.attr if isinstance(base, ast.Attribute) else base.id if isinstance(base, ast.Name) else ""


def _is_async(method: Function) -> bool:
    return isinstance(method, ast.AsyncFunctionDef)


def _asserts(owner: ast.ClassDef) -> bool:
    """Whether a class uses unittest's own methods: then it is to inherit TestCase."""
    return any(isinstance(part, ast.Attribute) and part.attr.startswith("assert") for part in ast.walk(owner))


def _is_called(file: Module, name: str) -> bool:
    return any(isinstance(part, ast.Attribute) and part.attr == name for part in file.nodes)


RECIPES = (
    Recipe("hook-name", "Gives the method that sets the attribute the name by which it is called by itself.", apply),
)
