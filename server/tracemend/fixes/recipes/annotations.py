"""Annotations that do not say what the code shows: `optional-annotation`, `optional-return`, `read-only-parameter`,
`annotate-variable`.

- `optional-annotation` adds `| None` to the type of a parameter or variable whose default or value is None.
- `optional-return` adds it to the type a function returns. Sure where a `return None` stands in it as one of several
  returns; where the end is reached, or a value may be None, another return may have been forgotten.
- `read-only-parameter` writes Sequence for list and Mapping for dict in a parameter that the function only reads.
- `annotate-variable` gives an empty list, dictionary or set its type: the one that the function returns it as, or what
  the code puts into it where all of that has one type.

In a file that imports Optional and never writes `| None`, Optional is written. Sources: PEP 484 and PEP 604;
https://mypy.readthedocs.io/en/stable/common_issues.html#variance ; ruff, RUF013.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.annotating import defaults, with_none
from tracemend.fixes.toolkit.code import called, dotted, is_none
from tracemend.fixes.toolkit.findings import Spot, spot
from tracemend.fixes.toolkit.imports import Imports
from tracemend.source.module import Module
from tracemend.source.scopes import Function, methods, own_nodes

_READERS = (
    "len", "sum", "min", "max", "sorted", "any", "all", "enumerate", "zip", "list", "tuple", "set", "frozenset",
    "reversed", "print", "iter", "map", "filter", "dict", "str", "repr", "bool", "join", "mean", "median", "fmean",
)  # fmt: skip
_READING = ("index", "count", "get", "keys", "values", "items")
_ADDING = {"append": "list", "add": "set", "insert": "list"}
_EMPTY = {ast.List: "list", ast.Dict: "dict", ast.Set: "set"}


def optional_annotation(request: Request) -> Mend | None:
    """`x: int | None = None` for `x: int = None`."""
    at = spot(request)
    if at is None:
        return None
    found: list[tuple[ast.AST, ast.AST, ast.expr]] = []
    wanted = request.values.get("parameter")
    for function in at.around(ast.FunctionDef) + at.around(ast.AsyncFunctionDef):
        for arg, value in defaults(function):
            lines = {arg.lineno, value.lineno, function.lineno if wanted else arg.lineno}
            if arg.annotation is None or not is_none(value) or at.line not in lines or wanted not in (None, arg.arg):
                continue
            found.append((arg, value, arg.annotation))
    for node in at.on_line(ast.AnnAssign):
        if is_none(node.value) and node.value is not None:
            found.append((node, node.value, node.annotation))
    if len(found) > 1 and wanted is None:
        named = [one for one in found if any(at.meant([part, part]) is part for part in one[:2])]
        found = named
    if len(found) != 1:
        return None
    edits = with_none(at.module, found[0][2])
    return Mend(edits) if edits is not None else None


def optional_return(request: Request) -> Mend | None:
    """`-> str | None` for `-> str` where None is returned."""
    at = spot(request)
    function = at.function() if at is not None else None
    if at is None or function is None or function.returns is None:
        return None
    nodes = list(own_nodes(function))
    if any(isinstance(node, ast.Yield | ast.YieldFrom) for node in nodes):
        return None
    returns = [node for node in nodes if isinstance(node, ast.Return)]
    values = [node for node in returns if node.value is not None and not is_none(node.value)]
    here = [node for node in returns if node.lineno == at.line and node not in values]
    if not values:
        return None  # nothing is returned at all: then the type is rather None
    edits = with_none(at.module, function.returns)
    owner = at.module.parents.get(id(function))
    inherits = isinstance(owner, ast.ClassDef) and bool(owner.bases)
    return Mend(edits, sure=bool(here) and not inherits) if edits is not None else None


def read_only_parameter(request: Request) -> Mend | None:
    """`Sequence[float]` for `list[float]` in a parameter that is only read."""
    at, name, which = spot(request), request.values.get("function"), request.values.get("argument")
    if at is None or not isinstance(name, str) or not isinstance(which, str):
        return None
    function = at.module.function(name)
    if function is None:
        return None
    args = [*function.args.posonlyargs, *function.args.args]
    every = [*args, *function.args.kwonlyargs]
    if which.isdigit():
        arg = args[int(which) - 1] if 0 < int(which) <= len(args) else None
    else:
        arg = next((one for one in every if one.arg == which), None)
    if arg is None or not isinstance(arg.annotation, ast.Subscript):
        return None
    head = arg.annotation.value
    wider = {"list": "Sequence", "List": "Sequence", "dict": "Mapping", "Dict": "Mapping"}.get(dotted(head) or "")
    if wider is None or not _only_read(at.module, function, arg.arg):
        return None
    imports = Imports(at.module.source)
    new = imports.find_name("typing", wider) or imports.name("collections.abc", wider)
    return Mend((TextEdit(*at.module.span(head), new), *imports.edits()))


def _only_read(module: Module, function: Function, name: str) -> bool:
    """Whether every use of a parameter in its function only reads what it holds."""
    if any(isinstance(node, ast.Name) and node.id == name for node in _stored(function)):
        return False
    return all(_reads(module, use) for use in module.uses(name, function))


def _stored(function: Function) -> Iterator[ast.AST]:
    return (node for node in ast.walk(function) if isinstance(getattr(node, "ctx", None), ast.Store | ast.Del))


def _reads(module: Module, use: ast.Name) -> bool:
    outer = module.parents.get(id(use))
    if isinstance(outer, ast.For | ast.comprehension):
        return outer.iter is use
    if isinstance(outer, ast.Subscript):
        return outer.value is use and isinstance(outer.ctx, ast.Load) and not isinstance(outer.slice, ast.Slice)
    if isinstance(outer, ast.Compare):
        return use in outer.comparators and all(isinstance(op, ast.In | ast.NotIn) for op in outer.ops)
    if isinstance(outer, ast.Attribute):
        call = module.parents.get(id(outer))
        return outer.attr in _READING and isinstance(call, ast.Call) and call.func is outer
    if isinstance(outer, ast.Call):
        return use in outer.args and called(outer) in _READERS
    if isinstance(outer, ast.UnaryOp):
        return isinstance(outer.op, ast.Not)
    return isinstance(outer, ast.If | ast.While | ast.IfExp) and outer.test is use


def annotate_variable(request: Request) -> Mend | None:
    """`found: list[str] = []` for `found = []`."""
    at, name = spot(request), request.values.get("name")
    if at is None or not isinstance(name, str):
        return None
    module = at.module
    for node in at.on_line(ast.Assign):
        target = node.targets[0]
        if len(node.targets) != 1 or (dotted(target) or "").rpartition(".")[2] != name:
            continue
        kind = _kind(node.value)
        written = _type_of(at, node, target, kind) if kind is not None else None
        if written is None:
            return None
        end = module.span(target)[1]
        return Mend((TextEdit(end, end, f": {written}"),))
    return None


def _kind(value: ast.expr) -> str | None:
    """The built-in type of an empty container."""
    if isinstance(value, ast.List | ast.Dict):
        return _EMPTY[type(value)] if not (value.elts if isinstance(value, ast.List) else value.keys) else None
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and not value.args and not value.keywords:
        return value.func.id if value.func.id in ("list", "dict", "set") else None
    return None


def _type_of(at: Spot, node: ast.Assign, target: ast.expr, kind: str) -> str | None:
    module = at.module
    function = next((outer for outer in module.around(node) if isinstance(outer, Function)), None)
    if isinstance(target, ast.Name) and function is not None and function.returns is not None:
        returned = [one.value for one in own_nodes(function) if isinstance(one, ast.Return)]
        text = module.text(function.returns)
        if returned and all(isinstance(one, ast.Name) and one.id == target.id for one in returned):
            return text if re.match(rf"(?:typing\.)?{kind}\[", text, re.IGNORECASE) and "\n" not in text else None
    return _filled_with(module, node, target, kind)


def _filled_with(module: Module, node: ast.Assign, target: ast.expr, kind: str) -> str | None:
    """The type by what is put in, where every such place shows the same one."""
    owner = next((outer for outer in module.around(node) if isinstance(outer, ast.ClassDef)), None)
    attribute = isinstance(target, ast.Attribute)
    places: list[ast.AST] = list(methods(owner)) if attribute and owner is not None else [module.tree]
    wanted = dotted(target)
    types: set[str | None] = set()
    for part in (part for place in places for part in ast.walk(place)):
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute) and dotted(part.func.value) == wanted:
            if part.func.attr in _ADDING and _ADDING[part.func.attr] == kind and part.args:
                types.add(_shown_type(module, part.args[-1]))
            elif part.func.attr in ("extend", "update", "setdefault"):
                return None
        elif isinstance(part, ast.Subscript) and isinstance(part.ctx, ast.Store) and dotted(part.value) == wanted:
            assign = module.parents.get(id(part))
            if kind != "dict" or not isinstance(assign, ast.Assign):
                return None
            key, value = _shown_type(module, part.slice), _shown_type(module, assign.value)
            types.add(f"{key}, {value}" if key and value else None)
    only = types.pop() if len(types) == 1 else None
    return f"{kind}[{only}]" if only is not None else None


def _shown_type(module: Module, node: ast.expr) -> str | None:
    """The type of an expression as the file shows it."""
    if isinstance(node, ast.JoinedStr):
        return "str"
    if isinstance(node, ast.Constant):
        return type(node.value).__name__ if isinstance(node.value, str | int | float | bytes) else None
    if isinstance(node, ast.Name):
        scope = module.scope_of(node.id, node)
        bound = module.bindings(node.id, scope) if scope is not None else []
        argument = bound[0].node if len(bound) == 1 else None
        if isinstance(argument, ast.arg) and argument.annotation is not None:
            spread = isinstance(scope, Function) and argument in (scope.args.vararg, scope.args.kwarg)
            text = module.text(argument.annotation)
            return None if spread or "\n" in text else text
        return None
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        if node.func.id in ("str", "int", "float", "len", "repr"):
            return {"len": "int", "repr": "str"}.get(node.func.id, node.func.id)
        known = module.class_named(node.func.id)
        return known.name if known is not None and known in module.tree.body else None
    return None


RECIPES = (
    Recipe("optional-annotation", "Adds None to the type of what is None by default.", optional_annotation),
    Recipe(
        "optional-return",
        "Adds None to the type that a function returns.",
        optional_return,
        unsure="A return may be missing, or the base class may want this type.",
    ),
    Recipe("read-only-parameter", "Widens the type of a parameter that is only read.", read_only_parameter),
    Recipe("annotate-variable", "Gives an empty container its type.", annotate_variable),
)
