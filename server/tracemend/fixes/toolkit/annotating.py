"""Annotations with None added, and the parameters that have defaults."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tracemend import lazy
from tracemend.fixes.recipe import TextEdit
from tracemend.fixes.toolkit.code import dotted, text_of
from tracemend.fixes.toolkit.imports import Imports
from tracemend.source.module import Module
from tracemend.source.scopes import Function

_NO_TYPES = ("any", "callable")
"""Built-in functions that are written for a type: `|` fails on them when the program runs."""
_ALLOWS = lazy.regex(r"\bOptional\[|\bNone\b|\bAny\b|\bobject\b")


def with_none(module: Module, annotation: ast.expr) -> tuple[TextEdit, ...] | None:
    """The edits that add None to an annotation; None where it has it, or is no plain type."""
    text = module.text(annotation)
    if _ALLOWS.search(text) or "\n" in text or (isinstance(annotation, ast.Name) and annotation.id in _NO_TYPES):
        return None
    start, end = module.span(annotation)
    imports = Imports(module.source)
    optional = imports.find_name("typing", "Optional")
    if optional is not None and not re.search(r"\|\s*None\b", module.source.text):
        return TextEdit(start, start, f"{optional}["), TextEdit(end, end, "]")
    if text_of(annotation) is not None:
        quote = text[-1]
        if text.startswith(quote * 3) or text[0] != quote:
            return None
        return (TextEdit(end - 1, end - 1, " | None"),)
    if not isinstance(annotation, ast.Name | ast.Attribute | ast.Subscript | ast.BinOp):
        return None
    return (TextEdit(end, end, " | None"),)


def defaults(function: Function) -> Iterator[tuple[ast.arg, ast.expr]]:
    """The parameters that have a default, each with it."""
    every = function.args
    plain = [*every.posonlyargs, *every.args]
    yield from zip(plain[len(plain) - len(every.defaults) :], every.defaults, strict=True)
    yield from ((arg, value) for arg, value in zip(every.kwonlyargs, every.kw_defaults, strict=True) if value)


def allows_none(function: Function) -> bool:
    """Whether the annotation of what is returned has None among others."""
    node = function.returns
    if node is None:
        return False
    text = text_of(node)
    if text is not None:
        return bool(re.search(r"\bOptional\[|\|\s*None\b|\bNone\s*\|", text))
    return any(_alternatives(node))


def _alternatives(node: ast.expr) -> Iterator[bool]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        for side in (node.left, node.right):
            yield isinstance(side, ast.Constant) and side.value is None
            yield from _alternatives(side)
    elif isinstance(node, ast.Subscript):
        name = (dotted(node.value) or "").rpartition(".")[2]
        if name == "Optional":
            yield True
        elif name == "Union" and isinstance(node.slice, ast.Tuple):
            yield any(isinstance(part, ast.Constant) and part.value is None for part in node.slice.elts)
