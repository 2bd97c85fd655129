"""How far a statement that was just made to compile reads as somebody meant it: for choosing between several places
where one sign may be put.

What counts against one: a call that its function (of this file, built in, or of Python's library) does not take; one
with another number of arguments than the same call elsewhere in the file; a value that nothing uses; a comparison
inside of an index or of `len(...)`; a number that is called or indexed; two values without brackets where the rest of
the file would write them in some. The weights only order places of one statement; they mean nothing by themselves.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tracemend import lazy
from tracemend.fixes.toolkit.brackets import parsed
from tracemend.fixes.toolkit.callables import known_callable, own_callables, written_call
from tracemend.fixes.toolkit.oddities import (
    NEVER,
    ODD,
    RARE,
    of_arguments,
    of_attribute,
    of_index,
    of_operation,
    of_statement,
)
from tracemend.fixes.toolkit.tokens import code_only, tokens_from

_ARRAYS = frozenset(["numpy", "pandas", "torch", "jax", "polars", "xarray", "tensorflow"])
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
                shape = self.shapes.setdefault(written_call(call.func), _Shape())
                if not any(isinstance(one, ast.Starred) for one in call.args):
                    shape.counts.add(len(call.args))
                shape.keywords |= {one.arg for one in call.keywords if one.arg}
        self.indexed = {written_call(node.value) for node in nodes if isinstance(node, ast.Subscript)}
        self.functions = dict(own_callables(tree)) if tree is not None else {}
        self.modules = _imports(nodes)
        self.arrays = bool(self.modules & _ARRAYS)
        self.reads = _attributes(nodes)


def _end_of_statement(text: str, start: int) -> int:
    """The offset of the line end behind the statement that begins there."""
    for token in tokens_from(text, start):
        if token.kind == "newline" and token.depth == 0:
            return token.start
    return len(text)


_HEAD = lazy.regex(r"(elif|except|case|else|finally)\b")


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
            yield from of_arguments(node)
        elif isinstance(node, ast.Subscript):
            called = written_call(node.value)
            known = called in context.functions or (called in context.shapes and called not in context.indexed)
            yield (2 if known and called else 0) + of_index(node, context.arrays)
        elif isinstance(node, ast.Attribute):
            yield of_attribute(node, context.reads)
        elif isinstance(node, ast.BinOp):
            yield of_operation(node)
        elif isinstance(node, ast.List):
            lone = node.elts[0] if len(node.elts) == 1 else None
            held = [part for part in getattr(lone, "args", ()) if isinstance(part, ast.GeneratorExp)]
            yield 2 if held and isinstance(lone, ast.Call) else 0
        elif isinstance(node, ast.stmt):
            yield of_statement(node)


def _of_call(call: ast.Call, context: _Context) -> int:
    if isinstance(call.func, ast.Constant | ast.Tuple | ast.List | ast.Dict | ast.BinOp | ast.Compare):
        return NEVER
    name = written_call(call.func)
    takes = context.functions.get(name) or known_callable(name)
    spread = any(isinstance(one, ast.Starred) for one in call.args) or any(one.arg is None for one in call.keywords)
    weight = RARE if isinstance(call.func, ast.Call) else 0
    weight += RARE * sum(isinstance(one, ast.Name) and one.id in context.modules for one in call.args)
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
            weight += RARE
    if takes is not None and not takes(call):
        return weight + NEVER
    shape = context.shapes.get(name)
    if shape is None or not shape.counts:
        return weight
    if len(call.args) in shape.counts:
        return weight - ODD
    if isinstance(call.func, ast.Attribute) and f".{call.func.attr}" in _METHODS:
        return weight
    return weight + (ODD if takes is not None else 2)


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
                found.add((written_call(value.func) + "()", node.attr))
    return found
