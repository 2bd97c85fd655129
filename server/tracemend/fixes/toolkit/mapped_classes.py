"""The classes of a file that SQLAlchemy maps to tables, and their attributes."""

from __future__ import annotations

import ast

from tracemend.fixes.toolkit.code import called
from tracemend.source.module import Module


def mapped_classes(file: Module) -> dict[str, ast.ClassDef]:
    """The classes of the file that are mapped: they name a table, or have columns."""
    return {
        one.name: one
        for one in file.nodes
        if isinstance(one, ast.ClassDef)
        and any(name == "__tablename__" or "olumn" in made for name, made in members_of(one).items())
    }


def assigned_to(node: ast.stmt) -> ast.expr | None:
    """What an assignment of a class gives its value to, the first of several; None for another statement."""
    if isinstance(node, ast.Assign):
        return node.targets[0]
    return node.target if isinstance(node, ast.AnnAssign) else None


def members_of(model: ast.ClassDef) -> dict[str, str]:
    """The attributes of a model, each with the name of what makes it."""
    found: dict[str, str] = {}
    for node in model.body:
        target = assigned_to(node)
        if isinstance(target, ast.Name) and isinstance(node, ast.Assign | ast.AnnAssign):
            value = node.value
            mapped = "Mapped" if isinstance(node, ast.AnnAssign) and "Mapped" in ast.unparse(node.annotation) else ""
            found[target.id] = called(value) if isinstance(value, ast.Call) else "mapped_column" if mapped else ""
    return found
