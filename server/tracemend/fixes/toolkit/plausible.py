"""How far a statement that was just made to compile reads as somebody meant it: for choosing between several places
where one sign may be put.

What counts against one: a call that its function (of this file, built in, or of Python's library) does not take; one
with another number of arguments than the same call elsewhere in the file; a value that nothing uses; a comparison
inside of an index or of `len(...)`; a number that is called or indexed; two values without brackets where the rest of
the file would write them in some. The weights only order places of one statement; they mean nothing by themselves.
"""

from __future__ import annotations

import ast
import builtins
import inspect
import re
import string
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from tracemend.fixes.toolkit.brackets import parsed
from tracemend.fixes.toolkit.tokens import code_only, tokens_from

NEVER = 10
"""The weight of what fails when it runs, or computes what nothing uses."""
_RARE = 3
_ODD = 1
_NUMBER_ONLY = frozenset(["len", "ord", "abs", "float", "int", "round", "hash", "id", "sum", "chr", "range"])
"""Built-in functions whose argument is no comparison."""
_TAKES_CONDITION = frozenset(["bool", "print", "all", "any", "assertTrue", "assertFalse", "filter", "where", "int"])
_ARRAYS = frozenset(["numpy", "pandas", "torch", "jax", "polars", "xarray", "tensorflow"])
_MAKES_TEXT = frozenset(["str", "repr", "input", "chr", "hex", "oct", "bin", "format"])
_METHODS = {
    ".append": (1, 1),
    ".extend": (1, 1),
    ".add": (1, 1),
    ".join": (1, 1),
    ".insert": (2, 2),
    ".items": (0, 0),
    ".keys": (0, 0),
    ".values": (0, 0),
    ".lower": (0, 0),
    ".upper": (0, 0),
    ".strip": (0, 1),
    ".startswith": (1, 3),
    ".endswith": (1, 3),
    ".setdefault": (1, 2),
    ".get": (1, 2),
    ".pop": (0, 2),
    ".readlines": (0, 1),
    ".readline": (0, 1),
    ".isdigit": (0, 0),
}
"""How many arguments methods of the built-in types take, whose names others seldom have with more."""
_OF_RESULT = {
    "type": frozenset(["__name__", "__qualname__", "__module__", "__mro__"]),
    "open": frozenset(["read", "readlines", "readline", "write", "close"]),
    "super": frozenset(["__init__"]),
}
"""Attributes that the result of a built-in function has, and its argument hardly ever."""


@dataclass
class _Shape:
    """What the calls of one name in a file look like: the numbers of positional arguments, and keywords."""

    counts: set[int] = field(default_factory=set)
    keywords: set[str] = field(default_factory=set)


class Weigher:
    """Weighs the statement at an offset of texts that differ in it alone; the offset is where the statement's first
    line begins."""

    def __init__(self, start: int) -> None:
        self._start = start
        self._context: _Context | None = None

    def meaning(self, text: str) -> str | None:
        """The statement's syntax tree, written out, to compare two texts."""
        tree = parsed(_alone(text[self._start : _end_of_statement(text, self._start)]))
        return None if tree is None else ast.dump(tree)

    def weight(self, text: str) -> int | None:
        """The higher, the less likely; NEVER or more: not what anybody means. None where the statement does not
        parse."""
        end = _end_of_statement(text, self._start)
        statement = text[self._start : end]
        tree = parsed(_alone(statement))
        if tree is None:
            return None
        if self._context is None:
            self._context = _Context(parsed(text[: self._start] + _in_stead(statement) + text[end:]))
        return sum(_weights(tree, self._context))


class _Context:
    """What the rest of the file says: its functions, the shapes of its calls, what is read of its names."""

    def __init__(self, tree: ast.Module | None) -> None:
        nodes = list(ast.walk(tree)) if tree is not None else []
        self.shapes: dict[str, _Shape] = {}
        for call in nodes:
            if isinstance(call, ast.Call):
                shape = self.shapes.setdefault(_called(call.func), _Shape())
                if not any(isinstance(one, ast.Starred) for one in call.args):
                    shape.counts.add(len(call.args))
                shape.keywords |= {one.arg for one in call.keywords if one.arg}
        self.indexed = {_called(node.value) for node in nodes if isinstance(node, ast.Subscript)}
        self.functions = dict(_functions(tree)) if tree is not None else {}
        self.modules = _imports(nodes)
        self.arrays = bool(self.modules & _ARRAYS)
        self.reads = _attributes(nodes)


def _end_of_statement(text: str, start: int) -> int:
    """The offset of the line end behind the statement that begins there."""
    for token in tokens_from(text, start):
        if token.kind == "newline" and token.depth == 0:
            return token.start
    return len(text)


_HEAD = re.compile(r"(elif|except|case|else|finally)\b")


def _alone(statement: str) -> str:
    """A statement without the block that it stands in and the one that it begins."""
    text = statement.lstrip(" \t\f")
    indent = statement[: len(statement) - len(text)]
    text = text.replace("\n" + indent, "\n") if indent else text
    if code_only(text).split("#")[0].rstrip().endswith(":"):
        text = f"{text}\n    pass"
    head = _HEAD.match(text)
    if head is None:
        return text
    if head[1] == "elif":
        return text[2:]
    before = {"except": "try:\n    pass\n", "case": "match 0:\n "}.get(head[1], "")
    return before + (text.replace("\n", "\n ") if head[1] == "case" else text)


def _in_stead(statement: str) -> str:
    """What may stand in a statement's place so that the rest of the file parses."""
    text = statement.lstrip(" \t\f")
    indent = statement[: len(statement) - len(text)]
    if not code_only(text).split("#")[0].rstrip().endswith(":"):
        return f"{indent}pass"
    word = re.match(r"\w*", text)
    heads = {"def": "def _():", "async": "def _():", "class": "class _:", "elif": "elif 0:", "except": "except:"}
    return indent + heads.get(word[0] if word else "", "case _:" if text.startswith("case") else "if 0:")


def _weights(tree: ast.Module, context: _Context) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield _of_call(node, context)
            yield from _of_arguments(node)
        elif isinstance(node, ast.Subscript):
            called = _called(node.value)
            known = called in context.functions or (called in context.shapes and called not in context.indexed)
            yield (2 if known and called else 0) + _of_index(node, context.arrays)
        elif isinstance(node, ast.Attribute):
            yield _of_attribute(node, context.reads)
        elif isinstance(node, ast.BinOp):
            yield _of_operation(node)
        elif isinstance(node, ast.List):
            lone = node.elts[0] if len(node.elts) == 1 else None
            held = [part for part in getattr(lone, "args", ()) if isinstance(part, ast.GeneratorExp)]
            yield 2 if held and isinstance(lone, ast.Call) else 0
        elif isinstance(node, ast.stmt):
            yield _of_statement(node)


_FIELD = re.compile(r"%(?!%)(?P<name>\(\w+\))?[-+ #0]*(?P<star>\*)?[\d.]*[a-zA-Z]")


def _of_operation(node: ast.BinOp) -> int:
    """`%` with another number of values than its text has fields."""
    if not isinstance(node.op, ast.Mod) or not isinstance(node.left, ast.Constant):
        return 0
    if not isinstance(node.left.value, str):
        return 0
    fields = list(_FIELD.finditer(node.left.value.replace("%%", "")))
    if any(one["name"] or one["star"] for one in fields):
        return 0
    if isinstance(node.right, ast.Tuple):
        return 0 if len(node.right.elts) == len(fields) else NEVER
    return NEVER if len(fields) > 1 and isinstance(node.right, ast.Constant | ast.Name | ast.JoinedStr) else 0


def _of_call(call: ast.Call, context: _Context) -> int:
    if isinstance(call.func, ast.Constant | ast.Tuple | ast.List | ast.Dict | ast.BinOp | ast.Compare):
        return NEVER
    name = _called(call.func)
    takes = context.functions.get(name) or _known(name)
    spread = any(isinstance(one, ast.Starred) for one in call.args) or any(one.arg is None for one in call.keywords)
    weight = _RARE if isinstance(call.func, ast.Call) else 0
    weight += _RARE * sum(isinstance(one, ast.Name) and one.id in context.modules for one in call.args)
    if spread:
        return weight
    root = call.func
    while isinstance(root, ast.Attribute):
        root = root.value
    library = isinstance(root, ast.Name) and root.id in context.modules
    if isinstance(call.func, ast.Attribute) and context.functions.get(name) is None and not library:
        least, most = _METHODS.get(f".{call.func.attr}", (0, 99))
        named = bool(call.keywords) and most < 99 and call.func.attr not in ("get", "pop")
        if not least <= len(call.args) <= most or (named and most < 99) or (most == 2 and call.keywords):
            weight += _RARE
    if takes is not None and not takes(call):
        return weight + NEVER
    shape = context.shapes.get(name)
    if shape is None or not shape.counts:
        return weight
    if len(call.args) in shape.counts:
        return weight - _ODD
    if isinstance(call.func, ast.Attribute) and f".{call.func.attr}" in _METHODS:
        return weight
    return weight + (_ODD if takes is not None else 2)


def _called(func: ast.expr) -> str:
    """The name of what is called, `self.x.append` as `append` of something: the same method of other objects counts."""
    if isinstance(func, ast.Name):
        return func.id
    if isinstance(func, ast.Attribute):
        return f"{func.value.id}.{func.attr}" if isinstance(func.value, ast.Name) else f".{func.attr}"
    return ""


def _imports(nodes: Iterable[ast.AST]) -> set[str]:
    found = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {one.asname or one.name.partition(".")[0] for one in node.names}
            found |= {one.name.partition(".")[0] for one in node.names} & _ARRAYS
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module.partition(".")[0]} & _ARRAYS
    return found


def _attributes(nodes: Iterable[ast.AST]) -> set[tuple[str, str]]:
    """Which attributes are read of which names, and of which functions' results (`type()`)."""
    found = set()
    for node in nodes:
        if isinstance(node, ast.Attribute):
            value = node.value
            if isinstance(value, ast.Name):
                found.add((value.id, node.attr))
            elif isinstance(value, ast.Call):
                found.add((_called(value.func) + "()", node.attr))
    return found


def _functions(tree: ast.Module) -> Iterator[tuple[str, Callable[[ast.Call], bool] | None]]:
    """The file's functions, classes and methods by the names that calls have; None for what is defined twice."""
    seen: dict[str, Callable[[ast.Call], bool] | None] = {}
    outers: list[ast.Module | ast.ClassDef] = [tree]
    outers += [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    for outer in outers:
        for node in outer.body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                if node.decorator_list:
                    names, skip = [node.name, f"self.{node.name}"], None
                elif isinstance(outer, ast.ClassDef):
                    names, skip = [f"self.{node.name}"], 1
                    if node.name == "__init__":
                        names = [outer.name]
                else:
                    names, skip = [node.name], 0
                for name in names:
                    seen[name] = None if name in seen or skip is None else _takes(node.args, skip)
    yield from seen.items()


def _takes(arguments: ast.arguments, skip: int) -> Callable[[ast.Call], bool]:
    positional = [one.arg for one in (*arguments.posonlyargs, *arguments.args)][skip:]
    required = len(positional) - len(arguments.defaults)
    keywords = {*positional, *(one.arg for one in arguments.kwonlyargs)}

    def holds(call: ast.Call) -> bool:
        names = {one.arg for one in call.keywords}
        if len(call.args) > len(positional) and not arguments.vararg:
            return False
        if names - keywords and not arguments.kwarg:
            return False
        return len(set(positional[:required]) - names - set(positional[: len(call.args)])) == 0

    return holds


@lru_cache(maxsize=512)
def _known(name: str) -> Callable[[ast.Call], bool] | None:
    """Whether a built-in function, or one of a module of Python's library that is loaded anyway, takes a call."""
    if name.startswith("."):
        return None
    first, dot, last = name.partition(".")
    if dot and (first not in sys.stdlib_module_names or first not in sys.modules):
        return None
    if name in ("print", "max", "min", "type", "dict", "range", "zip", "map", "getattr", "iter", "next", "vars", "dir"):
        return _of_number(*_COUNTS[name]) if name in _COUNTS else None
    function = getattr(sys.modules[first], last, None) if dot else getattr(builtins, name, None)
    if not dot and name in _COUNTS:
        return _of_number(*_COUNTS[name])
    if not callable(function):
        return None
    try:
        signature = inspect.signature(function)
    except (ValueError, TypeError):
        return None

    def holds(call: ast.Call) -> bool:
        try:
            signature.bind(*call.args, **{one.arg: one for one in call.keywords if one.arg})
        except TypeError:
            return False
        return True

    return holds


_COUNTS = {
    "int": (0, 2),
    "str": (0, 3),
    "float": (0, 1),
    "bool": (0, 1),
    "list": (0, 1),
    "tuple": (0, 1),
    "set": (0, 1),
    "frozenset": (0, 1),
    "type": (1, 3),
    "range": (1, 3),
    "getattr": (2, 3),
    "next": (1, 2),
    "iter": (1, 2),
    "vars": (0, 1),
    "dir": (0, 1),
    "super": (0, 2),
    "slice": (1, 3),
    "map": (2, 99),
    "input": (0, 1),
    "max": (1, 99),
    "min": (1, 99),
}
"""How many arguments built-in functions take that do not show it."""


def _of_number(least: int, most: int) -> Callable[[ast.Call], bool]:
    return lambda call: least <= len(call.args) + (least if call.keywords else 0) and len(call.args) <= most


def _of_arguments(call: ast.Call) -> Iterator[int]:
    """Arguments that are rather what is done with the call's result."""
    name = _called(call.func)
    last = name.rpartition(".")[2]
    if last == "format" and isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Constant):
        fields = _auto_fields(call.func.value.value)
        if fields and not any(isinstance(one, ast.Starred) for one in call.args):
            yield 0 if fields == len(call.args) else NEVER if fields > len(call.args) else _RARE
    for at, one in enumerate(call.args):
        if isinstance(one, ast.Compare | ast.BoolOp):
            compared = isinstance(one, ast.Compare)
            if name in _NUMBER_ONLY and compared and name not in ("int", "sum"):
                yield NEVER
            elif last not in _TAKES_CONDITION and compared:
                yield 2
            else:
                yield 0
        if isinstance(one, ast.BinOp) and at == 0 and len(call.args) == 1:
            texts = [part for part in (one.left, one.right) if _is_text(part)]
            if name == "len" and not texts and not _holds_list(one):
                yield 2
            if (
                name in ("str", "repr")
                and isinstance(one.op, ast.Add)
                and _is_text(one.right)
                and not _is_text(one.left)
            ):
                yield _RARE
            if name in ("int", "float") and _called(getattr(one.left, "func", one)) == "input":
                yield NEVER
        if isinstance(one, ast.GeneratorExp) and name in ("int", "float", "str", "len", "print"):
            yield NEVER
        if isinstance(one, ast.Attribute) and one.attr in _OF_RESULT.get(name, ()):
            yield _RARE


def _auto_fields(text: object) -> int:
    """How many values by position `text.format()` takes; 0 where it names or numbers them."""
    try:
        names = [name for _, name, _, _ in string.Formatter().parse(str(text)) if name is not None]
    except ValueError:
        return 0
    return len(names) if all(name[:1] in ("", ".", "[") for name in names) else 0


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _holds_list(node: ast.BinOp) -> bool:
    """Whether two names or displays are joined, which has a length."""
    return isinstance(node.op, ast.Add) and not any(isinstance(part, ast.Constant) for part in (node.left, node.right))


def _of_index(node: ast.Subscript, arrays: bool) -> int:
    if isinstance(node.value, ast.Constant) and not isinstance(node.value.value, str | bytes):
        return NEVER
    inner = node.slice
    if isinstance(inner, ast.Constant | ast.Name | ast.Attribute | ast.UnaryOp):
        return 0
    if isinstance(inner, ast.Tuple):
        if any(isinstance(one, ast.Slice) for one in inner.elts):
            return 0 if arrays else NEVER
        return 0 if arrays else _ODD
    if isinstance(inner, ast.Compare | ast.BoolOp | ast.IfExp):
        return 0 if arrays else _RARE
    if isinstance(inner, ast.BinOp) and isinstance(inner.op, ast.BitAnd | ast.BitOr | ast.Div | ast.LShift):
        return 0 if arrays else 2
    return 0


def _of_attribute(node: ast.Attribute, reads: set[tuple[str, str]]) -> int:
    value = node.value
    if isinstance(value, ast.Constant) and not isinstance(value.value, str | bytes):
        return NEVER
    if isinstance(value, ast.Tuple | ast.BinOp | ast.Compare):
        return NEVER if isinstance(value, ast.Tuple) and node.attr not in ("index", "count") else 0
    for display, kind in ((ast.List, list), (ast.Dict, dict), (ast.Set, set)):
        if isinstance(value, display):
            return 0 if hasattr(kind, node.attr) else NEVER
    if isinstance(value, ast.Constant):
        return 0 if node.attr in ("join", "format", "encode", "split", "decode") else _ODD
    if isinstance(value, ast.Name):
        return -_ODD if (value.id, node.attr) in reads else 0
    if isinstance(value, ast.Call):
        name = _called(value.func)
        if name in ("print", "setattr", "delattr"):
            return NEVER
        if name in _MAKES_TEXT and not hasattr(str, node.attr):
            return NEVER
        if name in ("len", "int", "ord", "float", "abs", "bool", "round") and node.attr.islower():
            return NEVER
        if (name + "()", node.attr) in reads:
            return -_ODD
        last = value.args[-1] if value.args else None
        named = isinstance(last, ast.Name) and last.id[:1].isupper() and not last.id.isupper()
        return _ODD if named else 0
    return 0


def _of_statement(node: ast.stmt) -> int:
    """What a statement does with its value."""
    if isinstance(node, ast.Expr):
        return 0 if isinstance(node.value, ast.Call | ast.Await | ast.Yield | ast.YieldFrom | ast.Constant) else NEVER
    if isinstance(node, ast.If | ast.While | ast.Assert):
        return NEVER if isinstance(node.test, ast.Tuple) else 0
    if isinstance(node, ast.Raise):
        return NEVER if isinstance(node.exc, ast.Tuple | ast.BinOp | ast.Compare) else 0
    if isinstance(node, ast.AugAssign | ast.AnnAssign):
        return NEVER if isinstance(node.value, ast.Tuple) and node.value.col_offset else 0
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple):
        plain = not isinstance(node.targets[0], ast.Tuple | ast.List)
        first = node.value.elts[0] if node.value.elts else None
        bare = first is not None and first.col_offset == node.value.col_offset and first.lineno == node.value.lineno
        return (4 if plain and bare else 0) + _conditions(node.value)
    if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
        first = node.value.elts[0] if node.value.elts else None
        bare = first is not None and first.col_offset == node.value.col_offset
        return (_ODD if bare else 0) + _conditions(node.value)
    return 0


def _conditions(values: ast.Tuple) -> int:
    return 2 if any(isinstance(one, ast.Compare | ast.BoolOp) for one in values.elts) else 0
