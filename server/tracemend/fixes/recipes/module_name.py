"""A module and its class or function of the same name confused: `module-member`, `module-meant`, `import-from`.

- `module-member`: the module is called, inherited from, or asked for what its class has (`import datetime`, then
  `datetime.now()`). The uses that mean the member get its name; where all of several do, the import is changed.
- `module-meant`: the member was imported, and what is asked for is in the module (`from time import time`, then
  `time.sleep()`). The import becomes one of the module where all uses mean it; else what is meant is imported as well.
- `import-from`: `import math.sqrt` becomes `import math` where the file writes `math.sqrt`, else `from math import
  sqrt`.

Which member is meant says the table `module-member`; what a module has is looked up in those of Python's own that are
loaded anyway or in that table. None applies to modules of the project.
Source: https://docs.python.org/3/py-modindex.html
"""

from __future__ import annotations

import ast
import importlib
import sys
from functools import lru_cache

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import expressions, nearest_to_carets
from tracemend.fixes.toolkit.imports import Imports
from tracemend.knowledge import tables
from tracemend.source.module import Module, whole
from tracemend.source.scopes import names_bound
from tracemend.source.statement import Statement


@lru_cache(maxsize=64)
def _has(module: str, member: str | None = None) -> frozenset[str]:
    """What a module of Python itself, or a class or function in it, has as attributes; empty where that is not known.

    Only modules that are loaded anyway, and those of the table, which do nothing when they are imported."""
    if module not in sys.stdlib_module_names:
        return frozenset()
    if module not in sys.modules and module not in tables.module_members():
        return frozenset()
    found: object = importlib.import_module(module)
    return frozenset(dir(found if member is None else getattr(found, member, None)))


def _imported(module: Module, name: str) -> ast.Import | ast.ImportFrom | None:
    """The only statement of the file that binds a name, if it is an import."""
    bound = [node for node in module.nodes if name in names_bound(node)]
    parameters = any(isinstance(node, ast.arg) and node.arg == name for node in module.nodes)
    only = bound[0] if len(bound) == 1 and not parameters else None
    return only if isinstance(only, ast.Import | ast.ImportFrom) else None


class _Uses:
    """Every use of a name in the file: with the attribute that is taken of it, None where the name itself is used."""

    def __init__(self, module: Module, name: str) -> None:
        parents = {id(child): node for node in module.nodes for child in ast.iter_child_nodes(node)}
        self.found: list[tuple[ast.Name, ast.Attribute | None]] = []
        for node in module.nodes:
            if isinstance(node, ast.Name) and node.id == name:
                above = parents.get(id(node))
                self.found.append((node, above if isinstance(above, ast.Attribute) else None))


def _name_used(statement: Statement) -> str | None:
    """The name that a statement calls, inherits from or takes an attribute of, as the carets say."""
    node = statement.node
    if isinstance(node, ast.ClassDef):
        names = [base.id for base in node.bases if isinstance(base, ast.Name)]
        return names[0] if len(names) == 1 and len(node.bases) == 1 else None
    calls = [part for part in expressions(statement) if isinstance(part, ast.Call) and isinstance(part.func, ast.Name)]
    names = [part.func.id for part in nearest_to_carets(statement, calls) if isinstance(part.func, ast.Name)]
    return names[0] if len(set(names)) == 1 else None


def module_member(request: Request) -> Mend | None:
    """`datetime.datetime` for `datetime`."""
    statement, source = request.place.statement, request.place.source
    module = whole(source) if source is not None else None
    if statement is None or module is None:
        return None
    attribute, named = request.values.get("attribute"), request.values.get("module")
    name = _taken_of(statement, attribute) if isinstance(attribute, str) else _name_used(statement)
    node = _imported(module, name) if name is not None else None
    if name is None or not isinstance(node, ast.Import):
        return None
    alias = next(one for one in node.names if (one.asname or one.name.partition(".")[0]) == name)
    real = alias.name if alias.asname else name
    member = tables.module_members().get(real)
    if member is None or (isinstance(named, str) and named != real):
        return None
    of_member, of_module = _has(real, member), _has(real)
    if isinstance(attribute, str) and (attribute not in of_member or attribute in of_module):
        return None
    uses = _Uses(module, name).found
    meant = [one for one, taken in uses if taken is None or (taken.attr in of_member and taken.attr not in of_module)]
    if not meant:
        return None
    text = module.source.text
    if len(meant) == len(uses) > 1 and len(node.names) == 1 and not alias.asname and member == real:
        start, end = module.span(node)
        if text[start:end] == f"import {real}":
            return Mend((TextEdit(start, end, f"from {real} import {member}"),))
    edits = []
    takes_none = f"{real}.{member}" in _WITHOUT_ARGUMENTS
    given = any(isinstance(call, ast.Call) and call.func in meant and call.args for call in module.nodes)
    for one in meant:
        end = module.span(one)[1]
        if text[end - len(name) : end] != name:
            return None
        edits.append(TextEdit(end, end, f".{member}"))
    return None if takes_none and given else Mend(tuple(edits))


_WITHOUT_ARGUMENTS = ("random.random", "time.time")
"""Functions that are no use to a call with arguments (`random(1, 6)`): another one of the module is meant."""


def _taken_of(statement: Statement, attribute: str) -> str | None:
    """The name that an attribute is taken of."""
    found = [part for part in expressions(statement) if isinstance(part, ast.Attribute) and part.attr == attribute]
    names = {part.value.id for part in nearest_to_carets(statement, found) if isinstance(part.value, ast.Name)}
    return names.pop() if len(names) == 1 else None


def module_meant(request: Request) -> Mend | None:
    """`import time` for `from time import time`, or `timedelta` for `datetime.timedelta`."""
    statement, source = request.place.statement, request.place.source
    attribute = request.values.get("attribute")
    module = whole(source) if source is not None else None
    if statement is None or module is None or not isinstance(attribute, str):
        return None
    name = _taken_of(statement, attribute)
    node = _imported(module, name) if name is not None else None
    if name is None or not isinstance(node, ast.ImportFrom) or node.level or node.module != name:
        return None
    if not any(alias.name == name and alias.asname is None for alias in node.names):
        return None
    of_member, of_module = _has(name, name), _has(name)
    if attribute not in of_module or attribute in of_member:
        return None
    uses = _Uses(module, name).found
    asked = [
        taken for _, taken in uses if taken is not None and taken.attr in of_module and taken.attr not in of_member
    ]
    if len(asked) == len(uses) and len(node.names) == 1:
        start, end = module.span(node)
        return Mend((TextEdit(start, end, f"import {name}"),))
    return _import_as_well(module, name, asked)


def _import_as_well(module: Module, name: str, asked: list[ast.Attribute]) -> Mend | None:
    """Import what is asked for from the module too, and write it without the class's name."""
    imports, edits = Imports(module.source), []
    names = {attribute: imports.name(name, attribute) for attribute in sorted({taken.attr for taken in asked})}
    for taken in asked:
        start, end = module.span(taken)
        written = names[taken.attr]
        if "." in written or module.source.text[start:end] != f"{name}.{taken.attr}":
            return None
        edits.append(TextEdit(start, end, written))
    return Mend((*edits, *imports.edits()))


def import_from(request: Request) -> Mend | None:
    """`from math import sqrt` for `import math.sqrt`."""
    statement, dotted = request.place.statement, request.values.get("module")
    node = statement.node if statement is not None else None
    if statement is None or not isinstance(dotted, str) or not isinstance(node, ast.Import) or len(node.names) != 1:
        return None
    alias, (parent, _, name) = node.names[0], dotted.rpartition(".")
    if alias.name != dotted or not parent or name not in _has(parent):
        return None
    start, end = statement.span(node)
    if alias.asname is not None:
        return Mend((TextEdit(start, end, f"from {parent} import {name} as {alias.asname}"),))
    module = whole(statement.source)
    whole_name = module is not None and any(
        isinstance(one, ast.Name) and one.id == parent.partition(".")[0] for one in module.nodes
    )
    return Mend((TextEdit(start, end, f"import {parent}" if whole_name else f"from {parent} import {name}"),))


RECIPES = (
    Recipe("module-member", "Names the class or function in a module that was used itself.", module_member),
    Recipe("module-meant", "Takes from a module what its member of the same name was asked for.", module_meant),
    Recipe("import-from", "Imports a function or class from its module.", import_from),
)
