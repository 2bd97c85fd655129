"""What an expression's value is where the program reads it from data: a JSON, TOML, YAML or CSV file of this machine
that its code names, the same in a literal, or a display.

Followed through names, parameters, loops, comprehensions, functions that return it, `sorted` and the like, keys and
indices. Where any step is not seen the answer is None: nothing is guessed.
"""

from __future__ import annotations

import ast
import csv
import importlib
import io
import json
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from tracemend.context import Context
from tracemend.evidence.limits import in_time
from tracemend.evidence.paths_in_code import opened_paths
from tracemend.evidence.syntax import dotted
from tracemend.source.module import Module
from tracemend.source.reach import attribute_values, given
from tracemend.source.scopes import Binding, binds, own_nodes

_DEPTH = 14
_MOST = 500
"""Values that one expression may have; rows of a file that are looked at."""
_BYTES = 300_000
_SAME = ("sorted", "list", "tuple", "reversed", "iter", "set", "filter", "deepcopy", "copy")
_ORDERED = ("sorted", "min", "max", "sort", "filter", "map", "groupby")
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.DictComp)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)

Values = list[Any]


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of a display that is no literal."""

    node: ast.expr


@dataclass(frozen=True, slots=True)
class Data:
    """Answers for the expressions of one file. `own` is its path, `context` says where the program ran."""

    file: Module
    own: str | None
    context: Context

    def values(self, node: ast.expr, depth: int = _DEPTH) -> Values | None:
        """All values that the expression may have; None where one of them is not seen."""
        in_time()
        if depth <= 0:
            return None
        found = self._values(node, depth - 1)
        if found is None or len(found) > _MOST:
            return None
        read: Values = []
        for one in found:
            more = self.values(one.node, depth - 1) if isinstance(one, Unread) else [one]
            if more is None:
                return None
            read += more
        return read[:_MOST]

    def items(self, node: ast.expr, depth: int = _DEPTH) -> Values | None:
        """What a loop over the expression gives."""
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "enumerate" and node.args:
            inner = self.items(node.args[0], depth - 1)
            return None if inner is None else [(0, one) for one in inner]
        outer = self.values(node, depth - 1)
        return None if outer is None else self._each(_items(outer), depth)

    def _each(self, found: Iterable[Any] | None, depth: int) -> Values | None:
        read: Values = []
        for one in found if found is not None else ():
            more = self.values(one.node, depth - 1) if isinstance(one, Unread) else [one]
            if more is None or len(read) > _MOST:
                return None
            read += more
        return read or None

    def _values(self, node: ast.expr, depth: int) -> Values | None:
        if isinstance(node, ast.Name):
            return self._of_name(node, depth)
        if isinstance(node, ast.Call):
            return self._of_call(node, depth)
        if isinstance(node, ast.Subscript):
            return self._of_subscript(node, depth)
        if isinstance(node, ast.Await | ast.NamedExpr):
            return self.values(node.value, depth)
        if isinstance(node, ast.BoolOp | ast.IfExp):
            parts = node.values if isinstance(node, ast.BoolOp) else [node.body, node.orelse]
            return self._union(parts, depth)
        if isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp):
            inner = self.values(node.elt, depth)
            return None if inner is None else [inner]
        if isinstance(node, ast.Attribute):
            only = attribute_values(self.file, node)
            return self.values(only[0], depth) if only else None
        return _display(node)

    def _union(self, nodes: Iterable[ast.expr | None], depth: int) -> Values | None:
        found: Values = []
        for node in nodes:
            more = self.values(node, depth) if node is not None else None
            if more is None:
                return None
            found += more
        return found or None

    def _of_name(self, node: ast.Name, depth: int) -> Values | None:
        for outer in self.file.around(node):
            if isinstance(outer, _COMPREHENSIONS):
                for part in outer.generators:
                    inside = any(one is node for one in ast.walk(part.iter))
                    if binds(part.target, node.id) and not inside:
                        return self._target(part.target, part.iter, node.id, depth)
            if isinstance(outer, ast.Lambda) and any(one.arg == node.id for one in outer.args.args):
                over = call_over(self.file, outer)
                return self.items(over, depth) if over is not None and len(outer.args.args) == 1 else None
            if isinstance(outer, _FUNCTIONS):
                break
        scope = self.file.scope_of(node.id, node)
        bound = self.file.bindings(node.id, scope) if scope is not None else []
        return self._of_binding(node, bound[0], depth) if len(bound) == 1 else None

    def _of_binding(self, node: ast.Name, bound: Binding, depth: int) -> Values | None:
        if bound.value is not None:
            return self.values(bound.value, depth)
        if isinstance(bound.node, ast.arg):
            mapped = self._mapped(bound.node)
            return self.items(mapped, depth) if mapped is not None else self._union(given(self.file, node) or (), depth)
        if isinstance(bound.node, ast.For | ast.AsyncFor):
            return self._target(bound.node.target, bound.node.iter, node.id, depth)
        return None

    def _mapped(self, argument: ast.arg) -> ast.expr | None:
        """`seeds` of `map(function, seeds)` or `sorted(seeds, key=function)`, whose one parameter this is."""
        arguments = self.file.parents.get(id(argument))
        function = self.file.parents.get(id(arguments)) if arguments is not None else None
        if not isinstance(function, ast.FunctionDef) or len(function.args.args) != 1:
            return None
        uses = self.file.uses(function.name, self.file.tree)
        return call_over(self.file, uses[0]) if len(uses) == 1 else None

    def _target(self, target: ast.expr, over: ast.expr, name: str, depth: int) -> Values | None:
        found = self.items(over, depth)
        return None if found is None else self._part(target, found, name, depth)

    def _part(self, target: ast.expr, found: Values, name: str, depth: int) -> Values | None:
        """The part of values that a name of an unpacking gets."""
        if isinstance(target, ast.Name):
            return found if target.id == name else None
        if not isinstance(target, ast.Tuple | ast.List) or any(isinstance(one, ast.Starred) for one in target.elts):
            return None
        at = next((index for index, one in enumerate(target.elts) if binds(one, name)), None)
        if at is None or any(not isinstance(one, list | tuple) or len(one) != len(target.elts) for one in found):
            return None
        parts = self._each([one[at] for one in found], depth)
        return None if parts is None else self._part(target.elts[at], parts, name, depth)

    def _of_subscript(self, node: ast.Subscript, depth: int) -> Values | None:
        outer = self.values(node.value, depth)
        if outer is None or isinstance(node.slice, ast.Slice):
            return outer
        key = node.slice.value if isinstance(node.slice, ast.Constant) else None
        return self._each(_below(outer, key), depth)

    def _of_call(self, node: ast.Call, depth: int) -> Values | None:
        name = (dotted(node.func) or "").rpartition(".")[2]
        owner = node.func.value if isinstance(node.func, ast.Attribute) else None
        first = node.args[0] if node.args else None
        if isinstance(node.func, ast.Name) and (function := self.file.function(node.func.id)) is not None:
            return self._of_function(function, depth)
        if owner is not None and name in ("items", "values", "get", "copy", "pop") and not node.keywords:
            outer = self.values(owner, depth)
            if outer is None or any(not isinstance(one, dict) for one in outer):
                return None
            if name == "copy":
                return outer
            if name == "items":
                return [[(key, value) for one in outer for key, value in one.items()]]
            if name == "values":
                return [[value for one in outer for value in one.values()]]
            key = first.value if isinstance(first, ast.Constant) else None
            return self._each(_below(outer, key), depth)
        if name in ("DictReader", "load", "loads", "safe_load"):
            return self._of_reading(name, dotted(node.func) or "", node)
        if first is None:
            return None
        if name in _SAME:
            return self.values(node.args[-1] if name == "filter" else first, depth)
        if name in ("min", "max", "next", "choice") and len(node.args) == 1:
            return self.items(first, depth)
        return None

    def _of_function(self, function: ast.FunctionDef | ast.AsyncFunctionDef, depth: int) -> Values | None:
        own = list(own_nodes(function))
        if function.decorator_list or any(isinstance(one, ast.YieldFrom) for one in own):
            return None
        yielded = [one.value for one in own if isinstance(one, ast.Yield)]
        if yielded:
            inner = self._union(yielded, depth)
            return None if inner is None else [inner]
        return self._union([one.value for one in own if isinstance(one, ast.Return)], depth)

    def _of_reading(self, name: str, full: str, call: ast.Call) -> Values | None:
        first = call.args[0] if call.args else None
        text = self._text(first) if first is not None else None
        if text is None:
            return None
        if name == "DictReader":
            return _rows(text, call)
        return _read(_parsers(full.partition(".")[0], name), text)

    def path_of(self, node: ast.expr) -> str | None:
        """The one file of this machine, as an absolute path, that an expression is or reads the text of."""
        made = self._origin(node)
        return self._path(made) if isinstance(made, ast.Call) else None

    def _text(self, node: ast.expr) -> str | None:
        """The text that stands in a constant, or in the file of this machine that the expression is or reads."""
        made = self._origin(node)
        path = self._path(made) if isinstance(made, ast.Call) else None
        if path is not None:
            return _content(path)
        return made.value if isinstance(made, ast.Constant) and isinstance(made.value, str) else None

    def _origin(self, node: ast.expr, depth: int = 4) -> ast.Constant | ast.Call | None:
        """The constant, or the call that opens or reads a file, which the text of an expression comes from."""
        if depth <= 0 or isinstance(node, ast.Constant):
            return node if isinstance(node, ast.Constant) else None
        if isinstance(node, ast.Name):
            scope = self.file.scope_of(node.id, node)
            bound = self.file.bindings(node.id, scope) if scope is not None else []
            if len(bound) != 1:
                return None
            value = bound[0].value
            if isinstance(bound[0].node, ast.With | ast.AsyncWith):
                items = bound[0].node.items
                value = next(
                    (
                        one.context_expr
                        for one in items
                        if one.optional_vars is not None and binds(one.optional_vars, node.id)
                    ),
                    None,
                )
            if isinstance(bound[0].node, ast.arg):
                handed = given(self.file, node) or []
                value = handed[0] if len(handed) == 1 else None
            return self._origin(value, depth - 1) if value is not None else None
        if not isinstance(node, ast.Call):
            return None
        name = (dotted(node.func) or "").rpartition(".")[2] or getattr(node.func, "attr", "")
        owner = node.func.value if isinstance(node.func, ast.Attribute) else None
        if name in ("splitlines", "strip", "read", "encode", "split") and owner is not None:
            return self._origin(owner, depth - 1)
        if name in ("StringIO", "dedent") and node.args:
            return self._origin(node.args[0], depth - 1)
        return node if name in ("open", "read_text", "read_bytes") else None

    def _path(self, call: ast.Call) -> str | None:
        folder = self.context.folder
        if folder is None or self.context.origin != "here":
            return None
        paths = opened_paths(self.file.statement(call), call, self.own, folder)
        return os.path.join(folder, paths[0]) if len(paths) == 1 else None


def _content(path: str) -> str | None:
    try:
        with open(path, "rb") as file:
            content = file.read(_BYTES + 1)
        return content.decode("utf-8-sig") if len(content) <= _BYTES else None
    except (OSError, ValueError):
        return None


def call_over(file: Module, function: ast.expr) -> ast.expr | None:
    """What a call goes over that is given a function: `seeds` of `sorted(seeds, key=function)`."""
    outer = file.parents.get(id(function))
    call = file.parents.get(id(outer)) if isinstance(outer, ast.keyword) and outer.arg == "key" else outer
    if not isinstance(call, ast.Call) or call.func is function:
        return None
    name = (dotted(call.func) or "").rpartition(".")[2]
    if name not in _ORDERED:
        return None
    if name == "sort" and isinstance(call.func, ast.Attribute):
        return call.func.value
    rest = [one for one in call.args if one is not function]
    return rest[0] if len(rest) == 1 and not isinstance(rest[0], ast.Starred) else None


def _display(node: ast.expr) -> Values | None:
    """A literal; a display whose parts that are none are read when they are asked for."""
    try:
        return [ast.literal_eval(node)]
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        pass
    if isinstance(node, ast.Dict) and all(isinstance(key, ast.Constant) for key in node.keys):
        keys = [key.value for key in node.keys if isinstance(key, ast.Constant)]
        return [dict(zip(keys, map(Unread, node.values), strict=True))]
    if isinstance(node, ast.List | ast.Tuple | ast.Set) and not any(isinstance(one, ast.Starred) for one in node.elts):
        return [[Unread(one) for one in node.elts]]
    return None


def _items(outer: Values) -> Values | None:
    found: Values = []
    for one in outer:
        if not isinstance(one, list | tuple | dict | set):
            return None
        found += list(one)[:_MOST]
    return found


def _below(outer: Values, key: object) -> Values | None:
    """What `outer[key]` may be; every part where the key is not known (None)."""
    found: Values = []
    for one in outer:
        if isinstance(one, dict):
            found += list(one.values())[:_MOST] if key is None else [one[key]] if key in one else []
        elif isinstance(one, list | tuple) and (key is None or isinstance(key, int)):
            found += list(one)[:_MOST] if key is None else one[key : key + 1 or None] if isinstance(key, int) else []
        else:
            return None
    return found or None


def _parsers(module: str, name: str) -> Callable[[str], Any] | None:
    """What reads the text as the call does."""
    if module in ("tomllib", "tomli"):
        try:
            loads: Callable[[str], Any] = importlib.import_module("tomllib").loads
        except ImportError:
            return None
        return loads
    if module == "yaml" or name == "safe_load":
        yaml = importlib.import_module("yaml")
        return lambda text: yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return json.loads if module in ("json", "load", "loads") else None


def _read(parser: Callable[[str], Any] | None, text: str) -> Values | None:
    if parser is None:
        return None
    try:
        return [parser(text)]
    except Exception:  # YAML's errors have no base in common with the others'
        return None


def _rows(text: str, call: ast.Call) -> Values | None:
    """The rows of a CSV text as dictionaries; None where the call names the fields itself."""
    named = {one.arg: one.value for one in call.keywords}
    given_sign = named.pop("delimiter", None)
    strips = named.pop("skipinitialspace", None)
    if named or len(call.args) != 1:
        return None
    sign = given_sign.value if isinstance(given_sign, ast.Constant) else None if given_sign is not None else ","
    if not isinstance(sign, str) or len(sign) != 1:
        return None
    strip = isinstance(strips, ast.Constant) and strips.value is True
    try:
        reader = csv.DictReader(io.StringIO(text.strip("\n")), delimiter=sign, skipinitialspace=strip)
        return [[row for _, row in zip(range(_MOST), reader, strict=False)]]
    except csv.Error:
        return None
