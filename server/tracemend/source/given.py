"""What a value is that comes from outside of the program: a field of a CSV row, an option, a setting, what was typed.

All of these are texts until they are converted. They are followed through names, functions of the file that return or
yield rows, lists that are filled, fields of named tuples and dataclasses, and the variables of comprehensions and of
the `key` of a sort. The work is bounded: what is not found after that many looks is not known.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from tracemend import lazy
from tracemend.source.given_kinds import Given, Items, Made, Options, Row, Value, alike, joined, noted
from tracemend.source.handed import FUNCTIONS, argument_of, calls_in, handed_over, index_of, is_own, is_stored
from tracemend.source.module import Module
from tracemend.source.providers import asks_settings, call_name, class_fields, is_imported, is_parser, option_name
from tracemend.source.scopes import COMPREHENSIONS, Binding, binds, own_nodes

_LOOKS = 400
"""How many expressions are looked at for one question."""
_DEPTH = 14
_MAKERS = lazy.regex(r"reader\b|DictReader|parse_args|ConfigParser|\binput\b|\bargv\b|\benviron\b|\[str, ?str\]")
"""A file without any of these has nothing to follow."""
_SAME = ("list", "tuple", "sorted", "reversed", "iter", "filter", "deque")
"""Functions whose result has the items of an argument."""
_KEYED = ("sorted", "sort", "min", "max", "filter", "map", "groupby", "takewhile", "dropwhile")
"""Functions that give every item to a function."""
_CLEANED = ("strip", "rstrip", "lstrip")


@dataclass
class _Look:
    file: Module
    left: int = _LOOKS
    active: set[int] = field(default_factory=set)


def given(file: Module, node: ast.expr) -> Given | None:
    """The text from outside that the value of `node` is, converted by nothing; None where the file does not show it."""
    if not _MAKERS.search(file.source.text):
        return None
    found = _value(_Look(file), node, _DEPTH)
    return found if isinstance(found, Given) else None


def _value(look: _Look, node: ast.expr, depth: int) -> Value:
    look.left -= 1
    if look.left < 0 or depth <= 0 or id(node) in look.active:
        return None
    look.active.add(id(node))
    try:
        if isinstance(node, ast.Name):
            return _of_name(look, node, depth - 1)
        if isinstance(node, ast.Call):
            return _of_call(look, node, depth - 1)
        if isinstance(node, ast.Subscript):
            return _of_item(look, node, depth - 1)
        if isinstance(node, ast.Attribute):
            return _of_attribute(look, node, depth - 1)
        if isinstance(node, ast.ListComp | ast.GeneratorExp | ast.SetComp):
            item = _value(look, node.elt, depth - 1)
            return Items(item) if item is not None else None
        if isinstance(node, ast.List | ast.Tuple) and node.elts:
            item = _same(look, list(node.elts), depth - 1)
            return Items(item) if item is not None else None
        if isinstance(node, ast.Dict) and node.keys and all(isinstance(key, ast.Constant) for key in node.keys):
            return Made((node,))
        if isinstance(node, ast.IfExp):
            return _same(look, [node.body, node.orelse], depth - 1)
        return None
    finally:
        look.active.discard(id(node))


def _same(look: _Look, nodes: list[ast.expr], depth: int) -> Value:
    """The one kind of value that all of them have: two texts from the same column, say, are one."""
    values = [_value(look, node, depth) for node in nodes]
    first = values[0] if values else None
    if first is None or any(value is None for value in values):
        return None
    if all(alike(value, first) for value in values):
        return joined(values) if isinstance(first, Made) else first
    return None


def _of_name(look: _Look, name: ast.Name, depth: int) -> Value:
    file = look.file
    for outer in file.around(name):
        if isinstance(outer, COMPREHENSIONS):
            for part in outer.generators:
                if binds(part.target, name.id) and not _within(file, name, part.iter):
                    return _part(look, part.iter, part.target, name.id, depth)
        elif isinstance(outer, ast.Lambda) and any(arg.arg == name.id for arg in outer.args.args):
            return _of_lambda(look, outer, name.id, depth)
        elif isinstance(outer, FUNCTIONS):
            break
    scope = file.scope_of(name.id, name)
    bound = file.bindings(name.id, scope) if scope is not None else []
    if not bound or scope is None or len(bound) > 6:
        return None
    values = [_of_binding(look, one, name, depth) for one in bound]
    first = values[0]
    if first is None or not all(alike(value, first) for value in values):
        return None
    return joined(values) if isinstance(first, Made) else first


def _within(file: Module, node: ast.AST, outer: ast.AST) -> bool:
    return node is outer or any(one is outer for one in file.around(node))


def _part(look: _Look, over: ast.expr, target: ast.expr, name: str, depth: int) -> Value:
    """What a loop over `over` gives the name in its target."""
    if isinstance(target, ast.Tuple) and isinstance(over, ast.Call) and call_name(over) == "enumerate" and over.args:
        if len(target.elts) != 2 or not binds(target.elts[1], name):
            return None
        over, target = over.args[0], target.elts[1]
    value = _value(look, over, depth)
    item = value.item if isinstance(value, Items) else None
    if isinstance(value, Row) and not value.named:
        return Given("field", over, "*", value.maker)  # every field of a row
    if isinstance(target, ast.Name):
        return item
    if isinstance(target, ast.Tuple) and isinstance(item, Row) and not item.named:
        return _field(item, target, name)
    return None


def _field(row: Row, target: ast.Tuple, name: str) -> Value:
    """The field that a name of `for date, amount in rows` gets."""
    for at, one in enumerate(target.elts):
        if isinstance(one, ast.Starred):
            return None
        if isinstance(one, ast.Name) and one.id == name:
            return Given("field", one, at, row.maker)
    return None


def _of_binding(look: _Look, bound: Binding, name: ast.Name, depth: int) -> Value:
    node = bound.node
    if bound.value is not None:
        if _is_empty(bound.value):
            return _filled(look, name, depth)
        return _value(look, bound.value, depth)
    if isinstance(node, ast.For | ast.AsyncFor):
        return _part(look, node.iter, node.target, name.id, depth)
    if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Tuple):
        value = _value(look, node.value, depth)
        return _field(value, node.targets[0], name.id) if isinstance(value, Row) and not value.named else None
    return _of_parameter(look, node, depth) if isinstance(node, ast.arg) else None


def _is_empty(node: ast.expr) -> bool:
    if isinstance(node, ast.List):
        return not node.elts
    return isinstance(node, ast.Call) and call_name(node) == "list" and not node.args


def _filled(look: _Look, name: ast.Name, depth: int) -> Value:
    """The items that are appended to the list of that name."""
    scope = look.file.scope_of(name.id, name)
    found: list[ast.expr] = []
    for use in look.file.uses(name.id, scope) if scope is not None else ():
        outer = look.file.parents.get(id(use))
        call = look.file.parents.get(id(outer)) if isinstance(outer, ast.Attribute) else None
        if isinstance(outer, ast.Attribute) and isinstance(call, ast.Call) and call.func is outer:
            if outer.attr == "append" and len(call.args) == 1:
                found.append(call.args[0])
            elif outer.attr in ("extend", "insert"):
                return None
    item = _same(look, found, depth) if found else None
    return Items(item) if item is not None else None


def _of_parameter(look: _Look, node: ast.arg, depth: int) -> Value:
    """What the calls of the function hand over; None where one is not seen."""
    found = handed_over(look.file, node)
    if found is None:
        return None
    if found.each_of is not None:
        value = _value(look, found.each_of, depth)
        return value.item if isinstance(value, Items) else None
    return _same(look, found.values, depth) if found.values else noted(node.annotation)


def _of_lambda(look: _Look, node: ast.Lambda, name: str, depth: int) -> Value:
    """The item that `sorted(rows, key=lambda row: ...)` gives its function."""
    outer = look.file.parents.get(id(node))
    call = look.file.parents.get(id(outer)) if isinstance(outer, ast.keyword) else outer
    if not isinstance(call, ast.Call) or call_name(call) not in _KEYED or len(node.args.args) != 1:
        return None
    if call_name(call) == "sort" and isinstance(call.func, ast.Attribute):
        over: ast.expr | None = call.func.value
    else:
        over = next((one for one in call.args if one is not node), None)
    value = _value(look, over, depth) if over is not None else None
    return value.item if isinstance(value, Items) else None


def _of_call(look: _Look, call: ast.Call, depth: int) -> Value:
    name, file = call_name(call), look.file
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    module = owner.id if isinstance(owner, ast.Name) else ""
    if name in ("DictReader", "reader") and (module == "csv" or (owner is None and is_imported(file, name, "csv"))):
        return Items(Row(call, name == "DictReader"))
    if name == "parse_args":
        return Options()
    if name == "input" and owner is None:
        return Given("typed", call, "input")
    if name in _SAME and owner is None and call.args:
        value = _value(look, call.args[1 if name == "filter" and len(call.args) == 2 else 0], depth)
        return value if isinstance(value, Items) else None
    if name in ("next", "min", "max") and owner is None and call.args:
        value = _value(look, call.args[0], depth)
        return value.item if isinstance(value, Items) else None
    if owner is not None and name in _CLEANED:
        value = _value(look, owner, depth)
        return Given(value.kind, call, value.key, value.maker, value.stored) if isinstance(value, Given) else None
    if owner is not None and name == "get" and call.args:
        if asks_settings(file, owner, call):
            return Given("setting", call, str(getattr(call.args[-1], "value", "")))
        return _taken(look, owner, call.args[0], call, depth) if len(call.args) == 1 else None
    if name == "_replace":
        return None
    return _of_own(look, call, depth)


def _of_own(look: _Look, call: ast.Call, depth: int) -> Value:
    """What a function or class of the file gives."""
    file = look.file
    if isinstance(call.func, ast.Name):
        fields = class_fields(file, call.func.id)
        if fields is not None:
            return Made((call,), fields)
        function = file.function(call.func.id)
    elif isinstance(call.func, ast.Attribute):
        named = index_of(file).functions.get(call.func.attr, [])
        function = named[0] if len(named) == 1 and isinstance(file.parents.get(id(named[0])), ast.ClassDef) else None
    else:
        return None
    if function is None:
        return None
    parts = list(own_nodes(function))
    yielded = [part for part in parts if isinstance(part, ast.Yield | ast.YieldFrom)]
    if yielded:
        if any(isinstance(part, ast.YieldFrom) for part in yielded):
            value = _value(look, yielded[0].value, depth) if len(yielded) == 1 and yielded[0].value else None
            return value if isinstance(value, Items) else None
        item = _same(look, [part.value for part in yielded if part.value is not None], depth)
        return Items(item) if item is not None else None
    returned = [part.value for part in parts if isinstance(part, ast.Return) and part.value is not None]
    returned = [one for one in returned if not _is_empty(one)]
    return _same(look, returned, depth) if returned else None


def _of_item(look: _Look, node: ast.Subscript, depth: int) -> Value:
    text = ast.unparse(node.value) if isinstance(node.value, ast.Attribute) else ""
    if text in ("sys.argv", "os.environ") and not isinstance(node.slice, ast.Slice):
        return Given("typed", node, str(getattr(node.slice, "value", "")))
    if isinstance(node.slice, ast.Slice):
        value = _value(look, node.value, depth)
        return value if isinstance(value, Items) else None
    if isinstance(node.value, ast.Subscript) and isinstance(node.value.value, ast.Name):
        known = look.file.only_value(node.value.value.id, node.value.value)
        if known is not None and is_parser(known[1]):
            return Given("setting", node, str(getattr(node.slice, "value", "")))
    return _taken(look, node.value, node.slice, node, depth)


def _taken(look: _Look, owner: ast.expr, key: ast.expr, node: ast.expr, depth: int) -> Value:
    """What is under a key of a row, or at a place of a list."""
    value = _value(look, owner, depth)
    constant = key.value if isinstance(key, ast.Constant) else None
    if isinstance(value, Row):
        if not isinstance(constant, str if value.named else int) or isinstance(constant, bool | bytes):
            return None
        return None if is_stored(look.file, constant) else Given("field", node, constant, value.maker)
    if isinstance(value, Items) and isinstance(node, ast.Subscript) and not isinstance(constant, str):
        return value.item
    if isinstance(value, Made) and isinstance(constant, str) and not is_stored(look.file, constant):
        return _stored(look, value, constant, depth)
    return None


def _stored(look: _Look, made: Made, name: str, depth: int) -> Value:
    """What the field of that name is filled with, wherever one is made."""
    filled: list[ast.expr] = []
    for call in made.calls:
        if isinstance(call, ast.Dict):
            one = next(
                (v for k, v in zip(call.keys, call.values, strict=True) if getattr(k, "value", None) == name), None
            )
        else:
            one = argument_of(call, name, made.fields.index(name) if name in made.fields else None)
        if one is None:
            return None
        filled.append(one)
    value = _same(look, filled, depth)
    if isinstance(value, Given):
        return Given(value.kind, value.node, value.key, value.maker, filled[0] if len(filled) == 1 else None)
    return value


def _of_attribute(look: _Look, node: ast.Attribute, depth: int) -> Value:
    file = look.file
    if isinstance(node.value, ast.Name) and node.value.id == "self":
        owner = next((outer for outer in file.around(node) if isinstance(outer, ast.ClassDef)), None)
        if owner is None:
            return None
        fields = class_fields(file, owner.name)
        if fields is not None and node.attr in fields:
            calls = [
                one for one in calls_in(file) if isinstance(one.func, ast.Name) and one.func.id in (owner.name, "cls")
            ]
            return _stored(look, Made(tuple(calls), fields), node.attr, depth) if calls else None
        values = [
            part.value
            for part in ast.walk(owner)
            if isinstance(part, ast.Assign) and any(is_own(one, node.attr) for one in part.targets)
        ]
        return _same(look, values, depth) if values else None
    if node.attr in index_of(file).attributes:
        return None
    value = _value(look, node.value, depth)
    if isinstance(value, Made) and value.fields:
        return _stored(look, value, node.attr, depth)
    return _option(file, node) if isinstance(value, Options) else None


def _option(file: Module, node: ast.Attribute) -> Given | None:
    """The option that `args.name` reads, where it is one text."""
    added = [one for one in calls_in(file) if call_name(one) == "add_argument" and option_name(one) == node.attr]
    if len(added) != 1 or any(one.arg in ("type", "action", "nargs", None) for one in added[0].keywords):
        return None
    return Given("option", node, node.attr, added[0])
