"""Patterns that are compiled when they are first used: all of them are sound, and none is compiled at an import."""

from __future__ import annotations

import ast
import gc
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import tracemend
from tracemend import lazy

PACKAGE = Path(tracemend.__file__).parent


def test_it_is_compiled_once_and_does_what_the_compiled_one_does(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile = re.compile
    monkeypatch.setattr(re, "compile", lambda pattern, flags=0: compiled.append(pattern) or compile(pattern, flags))
    number = lazy.regex(r"(?P<sign>-?)(\d+)", re.ASCII)
    assert compiled == []
    assert number.pattern == r"(?P<sign>-?)(\d+)"
    found = number.fullmatch("-12")
    assert found is not None
    assert found["sign"] == "-"
    assert found[2] == "12"
    assert [one[0] for one in number.finditer("1 and -2 and ٣")] == ["1", "-2"]
    assert number.sub("n", "1 2") == "n n"
    assert (number.groups, dict(number.groupindex)) == (2, {"sign": 1})
    assert compiled == [r"(?P<sign>-?)(\d+)"]


def test_bytes_have_patterns_too() -> None:
    found = lazy.regex(rb"a(.)").match(b"ab")
    assert found is not None
    assert found[1] == b"b"


def test_a_wrong_one_raises_when_it_is_used() -> None:
    wrong = lazy.regex("(")
    with pytest.raises(re.error):
        wrong.match("x")


def test_every_pattern_of_the_server_is_sound() -> None:
    for module in pkgutil.walk_packages([str(PACKAGE)], "tracemend."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    patterns = [one for one in gc.get_objects() if type(one) is lazy._Regex]
    assert len(patterns) > 1_000
    for one in patterns:
        re.compile(one.pattern, one._flags)


def test_no_module_compiles_one_at_its_import() -> None:
    found = [
        f"{path.relative_to(PACKAGE)}:{call.lineno}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for call in _run_at_import(ast.parse(path.read_text(encoding="utf-8")))
        if ast.unparse(call.func) == "re.compile"
    ]
    assert found == []


def _run_at_import(node: ast.AST) -> Iterator[ast.Call]:
    """The calls outside functions."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield child
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield from _run_at_import(child)
