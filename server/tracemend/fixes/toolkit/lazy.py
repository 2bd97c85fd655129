"""What gives its items one by one: generators, `map`, `filter`, `zip`, views of dictionaries."""

from __future__ import annotations

import ast

from tracemend.fixes.toolkit.code import called
from tracemend.source.module import Module

_ENDLESS = ("count", "cycle", "repeat")
_LAZY = ("map", "filter", "zip", "reversed", "enumerate", "keys", "values", "items")


def is_lazy(file: Module, node: ast.expr) -> bool:
    """Whether an expression gives its items one by one, and ends."""
    calls = [part for part in ast.walk(node) if isinstance(part, ast.Call)]
    if any(called(part) in _ENDLESS for part in calls):
        return False
    if isinstance(node, ast.GeneratorExp):
        return True
    if not isinstance(node, ast.Call):
        return False
    if called(node) in _LAZY:
        return isinstance(node.func, ast.Attribute) == (called(node) in ("keys", "values", "items"))
    function = file.function(node.func.id) if isinstance(node.func, ast.Name) else None
    if not isinstance(function, ast.FunctionDef):
        return False
    loops = [part for part in ast.walk(function) if isinstance(part, ast.While) and isinstance(part.test, ast.Constant)]
    yields = any(isinstance(part, ast.Yield | ast.YieldFrom) for part in ast.walk(function))
    endless = any(isinstance(part, ast.Call) and called(part) in _ENDLESS for part in ast.walk(function))
    return yields and not loops and not endless
