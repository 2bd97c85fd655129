"""Methods and the object they belong to: `add-self`, `self-parameter`, `use-instance`.

- `add-self` puts `self.` before a name that a method uses and its class defines; where the object was handed over by
  hand (`add(self, 1)`), it is taken out of the arguments.
- `self-parameter` gives a method the first parameter `self`.
- `use-instance` calls a method on the object that the code has made of the class, or makes one where the class needs no
  arguments.

`self-parameter` also changes another file of the workspace, which defines the class and is imported; the others do not
apply where the class is not in the file. None applies where the class has decorators or static methods
that make another reading likely.
Sources: https://docs.python.org/3/tutorial/classes.html, CPython's `missing_arguments` and `too_many_positional` in
Python/ceval.c for the messages.
"""

from __future__ import annotations

import ast
import re
import sys

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import Function, dotted, expressions, nearest_to_carets
from tracemend.fixes.toolkit.workspace import in_file, with_class
from tracemend.knowledge import tables
from tracemend.source.module import Module, whole
from tracemend.source.scopes import bound_in, decorated_with, members, methods, own_nodes, parameter_names
from tracemend.source.statement import Statement

_TAKES = lazy.regex(r"(?P<function>[\w.<>]+)\(\) takes (?:from \d+ to )?(?P<takes>\d+) positional arguments? but")
_MISSING_SELF = lazy.regex(r"(?P<function>[\w.<>]+)\(\) missing \d+ required positional arguments?: '(?P<first>\w+)'")
_STATIC = ("staticmethod", "classmethod")


def _module(request: Request) -> tuple[Module, Statement, int] | None:
    statement, source = request.place.statement, request.place.source
    found = whole(source) if source is not None else None
    if statement is None or found is None or request.place.line is None:
        return None
    return found, statement, request.place.line


def add_self(request: Request) -> Mend | None:
    """`self.name` for `name`."""
    found, name = _module(request), request.values.get("name")
    if found is None or not isinstance(name, str) or not name.isidentifier():
        return None
    module, _, line = found
    owned = module.method_at(line)
    if owned is None or name not in members(owned[0]):
        return None
    owner, method = owned
    first = next(iter(parameter_names(method)), None)
    if decorated_with(method, "staticmethod"):
        first = owner.name
    if first is None or first == name or (first not in ("self", "cls", owner.name)):
        return None
    scopes = module.scopes_at(line)
    inner = scopes[scopes.index(method) :]
    local = [node for scope in inner for node in bound_in(scope, name)]
    if any(name in parameter_names(scope) for scope in inner if not isinstance(scope, ast.ClassDef)):
        return None
    if local and (len(inner) > 1 or any(not _counts_up(node, method) for node in local)):
        return None  # the object's is meant only where the function gives the name no value of its own
    nodes = [part for part in ast.walk(method) if isinstance(part, ast.Name) and part.id == name]
    if not local:
        if any(isinstance(part.ctx, ast.Store) or _own_elsewhere(method, part, name) for part in nodes):
            return None
        taken = any(isinstance(part, ast.Attribute) and part.value in nodes for part in ast.walk(method))
        module_name = name in sys.stdlib_module_names or name in tables.imports_of_names()
        if taken and module_name and name not in {one.name for one in methods(owner)}:
            return None  # `time.sleep()` in a class with a `self.time`: the module is missing
    edits: list[TextEdit] = []
    for node in nodes:
        start, end = module.span(node)
        if module.source.text[start:end] != name:
            return None
        edits.append(TextEdit(start, start, f"{first}."))
        edits += _without_object(module, method, node, first)
    return Mend(tuple(edits)) if edits else None


def _counts_up(node: ast.AST, method: Function) -> bool:
    """Whether a name is bound by `name += ...` or by `name = ... name ...` alone."""
    for part in ast.walk(method):
        if isinstance(part, ast.AugAssign) and part.target is node:
            return True
        if isinstance(part, ast.Assign) and len(part.targets) == 1 and part.targets[0] is node:
            name = getattr(node, "id", None)
            return any(isinstance(one, ast.Name) and one.id == name for one in ast.walk(part.value))
    return False


def _own_elsewhere(method: Function, node: ast.Name, name: str) -> bool:
    """Whether a use stands in an inner function that has a parameter of that name."""
    inner = [part for part in ast.walk(method) if isinstance(part, Function | ast.Lambda) and part is not method]
    return any(name in parameter_names(one) and node in ast.walk(one) for one in inner)


def _without_object(module: Module, method: Function, node: ast.AST, first: str) -> list[TextEdit]:
    """The edit that takes `self` out of the arguments of the call that the name is the function of."""
    for part in ast.walk(method):
        if isinstance(part, ast.Call) and part.func is node and part.args:
            given = part.args[0]
            if isinstance(given, ast.Name) and given.id == first:
                start, end = module.span(given)
                rest = re.compile(r"[ \t]*,[ \t]*").match(module.source.text, end)
                return [TextEdit(start, rest.end() if rest else end, "")]
    return []


def self_parameter(request: Request) -> Mend | None:
    """`def area(self)` for `def area()`."""
    found = _module(request)
    match = _TAKES.match(request.report.first_line)
    if found is None or match is None:
        return None
    parts = [part for part in match["function"].split(".") if part != "<locals>"]
    module, file = with_class(request, found[0], parts[-2]) if len(parts) > 1 else (found[0], None)
    function = _method(module, parts)
    if file is not None and _called_on_class(found[0], parts):
        return None
    if function is None or decorated_with(function, *_STATIC):
        return None
    names = parameter_names(function)
    if names[:1] in (["self"], ["cls"], ["mcs"]) or "self" in names or _called_on_class(module, parts):
        return None
    call = _call_of(found[1], parts[-1])
    if call is None or any(isinstance(one, ast.Starred) for one in call.args):
        return None
    # The call gives what the definition takes; the object is what there is too much.
    optional = len(function.args.defaults)
    positional = len(function.args.posonlyargs) + len(function.args.args)
    named = len([one for one in call.keywords if one.arg in names[:positional]])
    if not positional - optional <= len(call.args) + named <= positional:
        return None
    at = _after_bracket(module, function)
    if at is None:
        return None
    return in_file(file, module, TextEdit(at, at, "self, " if _has_parameters(function) else "self"))


def _method(module: Module, parts: list[str]) -> Function | None:
    """The method that the message names: `A.f`, or `f` alone where only one class has it."""
    owners = [node for node in module.nodes if isinstance(node, ast.ClassDef)]
    if len(parts) > 1:
        owners = [owner for owner in owners if owner.name == parts[-2]]
    found = [method for owner in owners for method in methods(owner) if method.name == parts[-1]]
    return found[0] if len(found) == 1 else None


def _called_on_class(module: Module, parts: list[str]) -> bool:
    """Whether the file calls it on the class itself: then it was meant to be static."""
    name = ".".join(parts[-2:])
    return len(parts) > 1 and any(isinstance(node, ast.Attribute) and dotted(node) == name for node in module.nodes)


def _call_of(statement: Statement, name: str) -> ast.Call | None:
    """The call of a method in the statement; for `__init__` that of the class."""
    found = [part for part in expressions(statement) if isinstance(part, ast.Call)]
    if name != "__init__":
        found = [part for part in found if isinstance(part.func, ast.Attribute) and part.func.attr == name]
    nearest = nearest_to_carets(statement, found)
    return nearest[0] if len(nearest) == 1 else None


def _has_parameters(function: Function) -> bool:
    return bool(parameter_names(function)) or bool(
        function.args.vararg or function.args.kwarg or function.args.kwonlyargs
    )


def _after_bracket(module: Module, function: Function) -> int | None:
    """Where a function's first parameter goes; None where a comment makes it uncertain."""
    start, _ = module.span(function)
    head = re.compile(rf"(?:async[ \t]+)?def[ \t]+{re.escape(function.name)}[ \t]*\(").match(module.source.text, start)
    return head.end() if head is not None else None


def use_instance(request: Request) -> Mend | None:
    """`rex.speak()` for `Dog.speak()`."""
    found = _module(request)
    match = _MISSING_SELF.match(request.report.first_line)
    if found is None or match is None:
        return None
    module, statement, line = found
    parts = [part for part in match["function"].split(".") if part != "<locals>"]
    method = _method(module, parts)
    call = _call_of(statement, parts[-1])
    if method is None or call is None or not isinstance(call.func, ast.Attribute) or decorated_with(method, *_STATIC):
        return None
    if parameter_names(method)[:1] != [match["first"]] or call.args:
        return None
    owner = next(node for node in module.nodes if isinstance(node, ast.ClassDef) and method in node.body)
    receiver = call.func.value
    start, end = statement.span(receiver)
    if not isinstance(receiver, ast.Name):
        return None
    if receiver.id != owner.name:
        return _made(module, receiver.id, owner, line)
    scopes = module.scopes_at(line)
    names = _instances(module, scopes[-1] if scopes else module.tree, owner.name, line)
    if not names and scopes:
        names = _instances(module, module.tree, owner.name, None)
    if len(names) == 1:
        return Mend((TextEdit(start, end, names[0]),))
    if names or not _needs_nothing(owner):
        return None
    sure = _uses(method, match["first"]) and not (isinstance(statement.node, ast.Expr) and _changes_itself(method))
    return Mend((TextEdit(end, end, "()"),), sure=sure)


def _changes_itself(method: Function) -> bool:
    """Whether a method changes its object, and answers nothing: an object that is thrown away is of no use then."""
    own = list(own_nodes(method))
    stores = any(isinstance(one, ast.Attribute) and isinstance(one.ctx, ast.Store) for one in own)
    shows = any(isinstance(one, ast.Call) for one in own)
    return stores and not shows


def _instances(module: Module, scope: ast.AST, owner: str, before: int | None) -> list[str]:
    """The names that a scope gives objects of a class, above a line."""
    found = [
        node.targets[0].id
        for node in own_nodes(scope)
        if isinstance(node, ast.Assign)
        and (before is None or node.lineno < before)
        and len(node.targets) == 1
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Call)
        and isinstance(node.value.func, ast.Name)
        and node.value.func.id == owner
    ]
    return list(dict.fromkeys(found))


def _made(module: Module, name: str, owner: ast.ClassDef, line: int) -> Mend | None:
    """`rex = Dog()` for `rex = Dog`, where the class needs no arguments."""
    found = [
        node
        for node in module.nodes
        if isinstance(node, ast.Assign) and any(isinstance(one, ast.Name) and one.id == name for one in node.targets)
    ]
    if len(found) != 1 or not isinstance(found[0].value, ast.Name) or found[0].value.id != owner.name:
        return None
    if not _needs_nothing(owner) or found[0].lineno >= line:
        return None
    end = module.span(found[0].value)[1]
    return Mend((TextEdit(end, end, "()"),))


def _needs_nothing(owner: ast.ClassDef) -> bool:
    """Whether an object can be made without arguments, as far as the class itself shows."""
    maker = next((one for one in methods(owner) if one.name in ("__init__", "__new__")), None)
    if maker is None:
        return not owner.bases and not owner.decorator_list
    arguments = maker.args
    needed = len(arguments.posonlyargs) + len(arguments.args) - len(arguments.defaults)
    return needed <= 1 and all(one is not None for one in arguments.kw_defaults)


def _uses(method: Function, name: str) -> bool:
    return any(isinstance(part, ast.Name) and part.id == name for part in ast.walk(method))


RECIPES = (
    Recipe("add-self", "Puts `self.` before a name that the class defines.", add_self),
    Recipe("self-parameter", "Gives a method the parameter self.", self_parameter),
    Recipe(
        "use-instance",
        "Calls the method on an object of the class.",
        use_instance,
        unsure="The method may be meant to be static, or for an object that is kept.",
    ),
)
