"""Parameters of a function renamed, with their uses in it."""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import TextEdit
from tracemend.fixes.toolkit.code import called
from tracemend.source.module import Module
from tracemend.source.scopes import Function, parameter_names


def renamed_parameter(module: Module, function: Function, own: str, new: str) -> tuple[TextEdit, ...] | None:
    """The edits that call a parameter `new`; None where that name is used in the function, a use cannot be told, or a
    call of the file hands it over by its old name."""
    every = function.args
    arguments = [one for one in (*every.posonlyargs, *every.args, *every.kwonlyargs) if one.arg == own]
    if len(arguments) != 1 or new in parameter_names(function):
        return None
    edits = [TextEdit(start := module.span(arguments[0])[0], start + len(own), new)]
    for node in ast.walk(function):
        if isinstance(node, ast.Name) and node.id == new:
            return None
        if isinstance(node, ast.Name) and node.id == own:
            begin, end = module.span(node)
            if module.scope_of(own, node) is not function or module.source.text[begin:end] != own:
                return None
            edits.append(TextEdit(begin, end, new))
    for node in module.nodes:
        if isinstance(node, ast.Call) and called(node) == function.name and any(k.arg == own for k in node.keywords):
            return None
    return tuple(edits)
