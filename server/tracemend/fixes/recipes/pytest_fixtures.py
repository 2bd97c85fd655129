"""`add-fixture`, `parametrize-name`: the names that a test asks pytest for.

- `add-fixture`: the function that a test asks for as a fixture is there, and lacks `@pytest.fixture`: in the test's
  file or class, or in a conftest.py of its folder or one above. Not for a function that is called somewhere, is a test
  itself, has decorators, or has parameters that are no fixtures.
- `parametrize-name`: `parametrize` names what the test has no parameter for. The name becomes that of the one parameter
  that is given by nothing else; where the test's body uses the name, the parameter becomes it, or is added.

Sources: https://docs.pytest.org/en/stable/how-to/fixtures.html,
https://docs.pytest.org/en/stable/how-to/parametrize.html
"""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator

from tracemend import lazy
from tracemend.fixes.recipe import FileEdits, Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import dotted, text_of
from tracemend.fixes.toolkit.imports import Imports
from tracemend.fixes.toolkit.workspace import root_of, text_at
from tracemend.source.module import Module, whole
from tracemend.source.scopes import Function, own_nodes, parameter_names

_NOT_FOUND = lazy.regex(r"fixture '(\w+)' not found")
_AVAILABLE = lazy.regex(r"available fixtures: ([^\n]*)")
_NO_ARGUMENT = lazy.regex(r"In [^\n]*?::(\w+): function uses no argument '(\w+)'")
_BUILT_IN = frozenset(
    (
        "request", "tmp_path", "tmp_path_factory", "tmpdir", "tmpdir_factory", "monkeypatch", "capsys", "capfd",
        "capsysbinary", "capfdbinary", "caplog", "recwarn", "cache", "pytestconfig", "testdir", "pytester",
        "doctest_namespace", "mocker", "benchmark", "client", "db",
    )
)  # fmt: skip


def add_fixture(request: Request) -> Mend | None:
    """The recipe for a fixture that is not found."""
    asked, file, source = _NOT_FOUND.search(request.report.message), request.place.file, request.place.source
    module = whole(source) if source is not None else None
    if asked is None or module is None or file is None:
        return None
    name = asked[1]
    for path, other in [(None, module), *_conftests(file, request)]:
        functions = [one for one in other.nodes if isinstance(one, Function) and one.name == name]
        if len(functions) > 1:
            return None
        if functions:
            fitting = _may_be_fixture(request, other, functions[0])
            return _decorated(path, other, functions[0]) if fitting else None
    return None


def _conftests(file: str, request: Request) -> Iterator[tuple[str, Module]]:
    """The conftest.py files that hold for a test's file, the nearest first."""
    root = root_of(file, request.context)
    folder = os.path.dirname(file)
    while root is not None and folder.startswith(root.rstrip("/\\")):
        path = os.path.join(folder, "conftest.py")
        source = text_at(path, request.context) if path != file else None
        module = whole(source) if source is not None else None
        if module is not None:
            yield path, module
        folder = os.path.dirname(folder)


def _may_be_fixture(request: Request, module: Module, function: Function) -> bool:
    """Whether nothing but a decorator keeps the function from being a fixture."""
    outer = module.parents.get(id(function))
    if function.decorator_list or function.name.startswith("test") or not isinstance(outer, ast.Module | ast.ClassDef):
        return False
    if isinstance(outer, ast.ClassDef) and not outer.name.startswith("Test"):
        return False
    calls = [node.func for node in module.nodes if isinstance(node, ast.Call)]
    if any((dotted(one) or "").rpartition(".")[2] == function.name for one in calls):
        return False
    said = _AVAILABLE.search("\n".join([request.report.message, *request.report.notes]))
    known = {one.strip() for one in said[1].split(",")} if said is not None else _BUILT_IN
    functions = {one.name for one in module.nodes if isinstance(one, Function)}
    asked = parameter_names(function)[1 if isinstance(outer, ast.ClassDef) else 0 :]
    gives = any(isinstance(one, ast.Return | ast.Yield) and one.value is not None for one in own_nodes(function))
    return gives and set(asked) <= known | functions


def _decorated(path: str | None, module: Module, function: Function) -> Mend:
    """The function with the decorator, as the file writes it."""
    source = module.source
    imports = Imports(source)
    named = imports.find_name("pytest", "fixture")
    at = source.offset(function.lineno, 0)
    line = f"{source.indent_of(function.lineno)}@{named or imports.module('pytest') + '.fixture'}{source.newline}"
    edits = (*imports.edits(), TextEdit(at, at, line))
    if path is None:
        return Mend(edits)
    note = f"It changes {os.path.basename(path)}, where the function is."
    return Mend((), note=note, others=(FileEdits(path, source.text, edits),))


def parametrize_name(request: Request) -> Mend | None:
    """The recipe for a name that the test has no parameter for."""
    said, source = _NO_ARGUMENT.search(request.report.message), request.place.source
    module = whole(source) if source is not None else None
    if said is None or module is None:
        return None
    test, name = said[1], said[2]
    functions = [one for one in module.nodes if isinstance(one, Function) and one.name == test]
    if len(functions) != 1:
        return None
    function = functions[0]
    given = [(node, names) for node in function.decorator_list if (names := _names_given(node)) is not None]
    holding = [(node, names) for node, names in given if name in names]
    if len(holding) != 1:
        return None
    every = {one for _, names in given for one in names}
    fixtures = _BUILT_IN | {one.name for one in module.nodes if isinstance(one, Function) and one.decorator_list}
    parameters = parameter_names(function)
    free = [one for one in parameters if one not in every and one not in fixtures and one not in ("self", "cls")]
    uses = {
        word: [one for one in own_nodes(function) if isinstance(one, ast.Name) and one.id == word]
        for word in (name, *free)
    }
    if len(free) == 1 and not uses[name] and uses[free[0]]:
        return _renamed(module, holding[0][0], name, free[0])
    if uses[name] and all(not uses[one] for one in free) and len(free) < 2 and name not in parameters:
        return _parameter(module, function, name, free)
    return None


def _names_given(node: ast.expr) -> list[str] | None:
    """The names that a decorator parametrizes; None for another one, or names that cannot be seen."""
    if not isinstance(node, ast.Call) or (dotted(node.func) or "").rpartition(".")[2] != "parametrize":
        return None
    names = node.args[0] if node.args else next((one.value for one in node.keywords if one.arg == "argnames"), None)
    text = text_of(names)
    if text is not None:
        return [one.strip() for one in text.split(",") if one.strip()]
    if isinstance(names, ast.List | ast.Tuple):
        words = [text_of(one) for one in names.elts]
        return [word for word in words if word is not None] if None not in words else None
    return None


def _renamed(module: Module, node: ast.expr, name: str, new: str) -> Mend | None:
    """The name as the decorator writes it, renamed."""
    call = node if isinstance(node, ast.Call) else None
    names = call.args[0] if call is not None and call.args else None
    if names is None:
        return None
    start, end = module.span(names)
    hits = list(re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", module.source.text[start:end]))
    if len(hits) != 1:
        return None
    return Mend((TextEdit(start + hits[0].start(), start + hits[0].end(), new),))


def _parameter(module: Module, function: Function, name: str, free: list[str]) -> Mend | None:
    """The test with the parameter that its body uses: instead of one that it does not use, or added as the last."""
    args = [*function.args.posonlyargs, *function.args.args]
    if free:
        arg = next((one for one in args if one.arg == free[0]), None)
        start = module.span(arg)[0] if arg is not None else 0
        return Mend((TextEdit(start, start + len(free[0]), name),)) if arg is not None else None
    if function.args.defaults or function.args.vararg or function.args.kwonlyargs or not args:
        return None
    end = module.span(args[-1])[1]
    return Mend((TextEdit(end, end, f", {name}"),))


RECIPES = (
    Recipe("add-fixture", "Makes a fixture of the function that a test asks for.", add_fixture, needs_statement=False),
    Recipe(
        "parametrize-name", "Gives parametrize and the test the same name.", parametrize_name, needs_statement=False
    ),
)
