"""Objects that hand out texts or fields by name: parsers of settings and of the command line, classes of fields."""

from __future__ import annotations

import ast

from tracemend.source.module import Module
from tracemend.source.scopes import own_nodes


def call_name(call: ast.Call) -> str:
    """The last name of what is called; empty where it has none."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def is_imported(file: Module, name: str, module: str) -> bool:
    """Whether the file takes the name from that module."""
    return any(
        isinstance(part, ast.ImportFrom) and part.module == module and any(one.name == name for one in part.names)
        for part in file.tree.body
    )


def asks_settings(file: Module, owner: ast.expr, call: ast.Call) -> bool:
    """Whether `config.get("section", "option")` or `config["section"].get("option")` asks a ConfigParser."""
    wanted = 2
    if isinstance(owner, ast.Subscript):
        owner, wanted = owner.value, 1
    if len(call.args) != wanted or any(isinstance(one, ast.Starred) for one in call.args):
        return False
    if isinstance(owner, ast.Attribute):
        made = [
            part.value
            for part in file.nodes
            if isinstance(part, ast.Assign)
            and any(isinstance(one, ast.Attribute) and one.attr == owner.attr for one in part.targets)
        ]
        return bool(made) and all(is_parser(one) for one in made)
    if not isinstance(owner, ast.Name):
        return False
    known = file.only_value(owner.id, owner)
    if known is not None:
        return is_parser(known[1]) or (
            isinstance(known[1], ast.Call)
            and isinstance(known[1].func, ast.Name)
            and _gives_parser(file, known[1].func.id)
        )
    scope = file.scope_of(owner.id, owner)
    bound = file.bindings(owner.id, scope) if scope is not None else []
    return len(bound) == 1 and isinstance(bound[0].node, ast.arg) and _is_note(bound[0].node.annotation)


def _is_note(node: ast.expr | None) -> bool:
    name = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
    return name in ("ConfigParser", "RawConfigParser")


def is_parser(node: ast.expr) -> bool:
    """Whether an expression makes a ConfigParser."""
    return isinstance(node, ast.Call) and call_name(node) in ("ConfigParser", "RawConfigParser")


def _gives_parser(file: Module, name: str) -> bool:
    function = file.function(name)
    if function is None:
        return False
    returned = [part.value for part in own_nodes(function) if isinstance(part, ast.Return)]
    known = [file.only_value(one.id, one) if isinstance(one, ast.Name) else None for one in returned]
    return bool(known) and all(one is not None and is_parser(one[1]) for one in known)


def option_name(call: ast.Call) -> str | None:
    """The attribute that an option added by `add_argument` has."""
    for keyword in call.keywords:
        if keyword.arg == "dest" and isinstance(keyword.value, ast.Constant):
            return str(keyword.value.value)
    names = [one.value for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    long = [name for name in names if name.startswith("--")] or names
    return long[0].lstrip("-").replace("-", "_") if long else None


def class_fields(file: Module, name: str) -> tuple[str, ...] | None:
    """The names that a call of the file's class takes in their order: of a dataclass, a named tuple, or of an
    `__init__` that keeps each argument under its own name."""
    bound = file.bindings(name, file.tree)
    if len(bound) != 1:
        return None
    node, value = bound[0].node, bound[0].value
    if isinstance(value, ast.Call) and call_name(value) == "namedtuple" and len(value.args) == 2:
        second = value.args[1]
        if isinstance(second, ast.Constant) and isinstance(second.value, str):
            return tuple(second.value.replace(",", " ").split())
        if isinstance(second, ast.List | ast.Tuple):
            return tuple(str(one.value) for one in second.elts if isinstance(one, ast.Constant))
        return None
    if not isinstance(node, ast.ClassDef):
        return None
    init = next((one for one in node.body if isinstance(one, ast.FunctionDef) and one.name == "__init__"), None)
    if init is not None:
        return tuple(one.arg for one in init.args.args[1:]) if _keeps(init) else None
    if any(isinstance(one, ast.FunctionDef) and one.name in ("__post_init__", "__new__") for one in node.body):
        return None
    makers = [*node.decorator_list, *node.bases]
    names = [getattr(one, "attr", getattr(one, "id", "")) for one in (getattr(m, "func", m) for m in makers)]
    if not any(one in ("dataclass", "define", "frozen", "NamedTuple") for one in names):
        return None
    return tuple(
        one.target.id for one in node.body if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)
    )


def _keeps(init: ast.FunctionDef) -> bool:
    """Whether every `self.x = ...` of a parameter's name assigns the parameter as it is."""
    own = {one.arg for one in init.args.args[1:]}
    kept = {
        part.targets[0].attr: part.value
        for part in ast.walk(init)
        if isinstance(part, ast.Assign) and isinstance(part.targets[0], ast.Attribute)
    }
    return bool(own) and all(isinstance(kept.get(one), ast.Name) and kept[one].id == one for one in own)  # type: ignore[attr-defined]
