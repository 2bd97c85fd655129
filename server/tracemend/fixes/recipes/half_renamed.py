"""`half-renamed`: write the variable that has a missing name's part in the code, where one of the two was renamed.

`for word in words: print(w)`, `def area(width, height): return width * h`, a counter that is begun as `n_items` and
counted as `n`. The variable is the one of that place which the code never uses (a parameter, a loop's or a
comprehension's variable, an `as` name, a value) and whose name shares its words with the missing one or is short for
it; else the only unused one of the innermost scope, if no other name is missing there. Every use of the missing name in
the function is changed, and of others that were renamed with it (`first`, `last`). In a method `buckets` becomes
`self._buckets` where the class has that alone.

Not sure where only the parts fit and the variable may be there for a caller's sake: in a method of a class with bases,
in a decorated function or one named as a handler (`on_click`); nor for what is called, for `logger` and the like; nor,
where only the parts fit, for a missing name that says something of its own (`rate` beside an unused `zone`). Does
not apply where the missing name is bound elsewhere in the file, or two variables fit.

Source: https://docs.python.org/3/reference/executionmodel.html#resolution-of-names
"""

from __future__ import annotations

import ast
import sys

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.names import is_bound
from tracemend.fixes.toolkit.undefined import (
    Variable,
    is_defined,
    is_short_for,
    missing,
    only_begun,
    scope_at,
    shares_words,
    variables,
)
from tracemend.source.module import Module, whole
from tracemend.source.scopes import Function, bound_in, members, parameter_names

_CALLABLE = lazy.regex(r"fn|func|call|handler|hook|key|factory|method|action|^f$|^cb$")
_GLOBAL = lazy.regex(r"(?:_?log(?:ger)?|app|db|session|config|settings|request|client|conn(?:ection)?|cursor|console)")
"""Names that modules have for all their functions."""
_FOR_CALLERS = lazy.regex(r"_*(?:on|handle|do|test|visit|callback)(?:_|[A-Z]|$)")
"""Functions whose parameters are what their callers hand over, used or not."""
_OBJECTS = ("self", "cls", "mcs")
_ANYTHING = lazy.regex(
    r"[a-z_]\w?|item|items|elem|element|el|val|value|values|obj|object|thing|data|arg|args|param|var|text|string|entry|"
    r"input|result|res|ret|out|output|current|cur|temp|tmp|line|row|word|char|num|number|key|nums|numbers|lst|arr|array"
)
"""Names that are given to anything."""


def apply(request: Request) -> Mend | None:
    """The recipe."""
    source, line, name = request.place.source, request.place.line, request.values.get("name")
    file = whole(source) if source is not None else None
    if file is None or line is None or not isinstance(name, str) or name in _OBJECTS:
        return None
    if request.report.exception == "UnboundLocalError":
        return _counter(file, line, name)
    here = next((one for one in file.nodes if _is_read(one, name) and getattr(one, "lineno", 0) == line), None)
    counted = next((one for one in file.nodes if _is_counted(one, name, line)), None)
    if counted is not None:
        return _counter(file, line, name)
    if not isinstance(here, ast.Name) or is_defined(file, here) or _is_known(file, name):
        return None
    if name in sys.stdlib_module_names and isinstance(file.parents.get(id(here)), ast.Attribute):
        return None  # the module is meant, and its import is missing
    scope = scope_at(file, here)
    absent = missing(file, scope)
    member = _member(file, line, name)
    if member is not None:
        return Mend(tuple(TextEdit(*file.span(node), member) for node in absent.get(name, ())))
    chosen, sure = _meant(file, here, absent)
    if chosen is None:
        return None
    pairs = {name: chosen}
    for other, uses in absent.items():
        if other != name and not _is_known(file, other):
            fits = [one for one in _unused(file, uses[0]) if _related(other, one.name)]
            if len(fits) == 1 and fits[0].name not in pairs.values():
                pairs[other] = fits[0].name
    if len(set(pairs.values())) < len(pairs):
        return None
    edits: list[TextEdit] = []
    for old, new in pairs.items():
        for node in absent.get(old, ()):
            start, end = file.span(node)
            if file.source.text[start:end] != old:
                return None
            if any(one.name == new for one in variables(file, node)):
                edits.append(TextEdit(start, end, new))
    return Mend(tuple(edits), sure=sure) if edits else None


def _member(file: Module, line: int, name: str) -> str | None:
    """`self._buckets` for `buckets`, where the class has the one and nothing the other."""
    owned = file.method_at(line)
    if owned is None or parameter_names(owned[1])[:1] not in (["self"], ["cls"]):
        return None
    found = [one for one in sorted(members(owned[0])) if one != name and one.strip("_") == name.strip("_")]
    return f"{parameter_names(owned[1])[0]}.{found[0]}" if len(found) == 1 and not found[0].endswith("__") else None


def _is_read(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load)


def _is_counted(node: ast.AST, name: str, line: int) -> bool:
    return (
        isinstance(node, ast.AugAssign)
        and node.lineno == line
        and isinstance(node.target, ast.Name)
        and node.target.id == name
    )


def _is_known(file: Module, name: str) -> bool:
    """Whether the file gives the name a value somewhere else: then it is spelt as it was meant."""
    return is_bound(file.source, name) or any(
        isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Store) for node in file.nodes
    )


def _related(wrong: str, name: str) -> bool:
    return shares_words(wrong, name) or is_short_for(wrong, name)


def _unused(file: Module, node: ast.Name) -> list[Variable]:
    """The variables of the place that nothing reads, or that are begun and never counted up."""
    seen: dict[str, Variable] = {}
    for one in variables(file, node):
        seen.setdefault(one.name, one)
    return [
        one
        for one in seen.values()
        if not one.name.startswith("_")
        and one.name not in _OBJECTS
        and (one.reads == 0 or (one.own and one.kind == "value" and only_begun(file, node, one.name)))
    ]


def _meant(file: Module, node: ast.Name, absent: dict[str, list[ast.Name]]) -> tuple[str | None, bool]:
    """The variable that was meant, and whether the code shows it."""
    unused = _unused(file, node)
    named = [one for one in unused if _related(node.id, one.name)]
    if len(named) > 1:
        close = [one for one in named if shares_words(node.id, one.name)]
        named = close if len(close) == 1 else [one for one in named if one.own]
    if named:
        called_as = _is_called(file, node) and not _CALLABLE.search(named[0].name)
        return (named[0].name, not called_as) if len(named) == 1 else (None, False)
    own = [one for one in unused if one.own and one.reads == 0]
    if len(own) == 1 and len(absent) == 1:
        return own[0].name, _has_one_purpose(file, node, own[0])
    every = {one.name for one in variables(file, node) if shares_words(node.id, one.name)}
    return (every.pop(), False) if len(every) == 1 else (None, False)


def _is_called(file: Module, node: ast.Name) -> bool:
    outer = file.parents.get(id(node))
    return isinstance(outer, ast.Call) and outer.func is node


def _has_one_purpose(file: Module, node: ast.Name, variable: Variable) -> bool:
    """Whether a variable that is not used can only have been meant to be."""
    if _is_called(file, node) or _GLOBAL.fullmatch(node.id):
        return False
    if variable.kind == "value" and scope_at(file, node) is file.tree:
        return False  # a module's values are there for others
    if node.id[:1].isupper():
        return False  # a class or a constant
    function = next((one for one in file.around(node) if isinstance(one, Function | ast.Lambda)), None)
    if variable.kind in ("handler", "with"):
        return True  # it has one purpose
    names = [one for one in parameter_names(function) if one not in _OBJECTS] if function is not None else []
    only = variable.kind == "parameter" and names == [variable.name]
    named = _ANYTHING.fullmatch(variable.name) and _is_one_of(file, node, variable)
    if not (only or named or _ANYTHING.fullmatch(node.id)):
        return False  # a name that says something (`rate`) may be what is missing, whatever else is not used
    if variable.kind != "parameter" or isinstance(function, ast.Lambda):
        return True
    owner = file.parents.get(id(function)) if function is not None else None
    decorated = isinstance(function, Function) and bool(function.decorator_list)
    if isinstance(function, Function) and _FOR_CALLERS.match(function.name):
        return False
    return not decorated and not (isinstance(owner, ast.ClassDef) and bool(owner.bases))


def _is_one_of(file: Module, node: ast.Name, variable: Variable) -> bool:
    """Whether the missing name is that of one of what the variable's loop goes over: `row` in `for i in rows`."""
    for outer in file.around(node):
        loops = [outer] if isinstance(outer, ast.For | ast.AsyncFor) else getattr(outer, "generators", [])
        for loop in loops:
            if isinstance(loop.target, ast.Name) and loop.target.id == variable.name:
                over = [one for one in ast.walk(loop.iter) if isinstance(one, ast.Name | ast.Attribute)]
                return any(shares_words(node.id, getattr(one, "id", getattr(one, "attr", ""))) for one in over)
    return variable.kind == "parameter"


def _counter(file: Module, line: int, name: str) -> Mend | None:
    """`n_items += 1` for `n += 1`, where `n_items = 0` stands above and nothing changes it."""
    node = next((one for one in file.nodes if _is_counted(one, name, line)), None)
    if not isinstance(node, ast.AugAssign) or not isinstance(node.target, ast.Name):
        return None
    scope = scope_at(file, node)
    bound = bound_in(scope, name)
    changes = [one for one in ast.walk(scope) if isinstance(one, ast.AugAssign) and one.target in bound]
    if len(changes) != len(bound) or (scope is not file.tree and bound_in(file.tree, name)):
        return None
    fits = [
        one.name
        for one in variables(file, node.target)
        if one.own and one.kind == "value" and _related(name, one.name) and only_begun(file, node.target, one.name)
    ]
    if len(fits) != 1:
        return None
    uses = [one for one in ast.walk(scope) if isinstance(one, ast.Name) and one.id == name]
    spans = [file.span(one) for one in uses]
    if any(file.source.text[start:end] != name for start, end in spans):
        return None
    return Mend(tuple(TextEdit(start, end, fits[0]) for start, end in spans))


RECIPES = (
    Recipe(
        "half-renamed",
        "Writes the variable that is there, where it or its use was renamed.",
        apply,
        unsure="The name that is missing may be something of its own: then give it a value.",
    ),
)
