"""Where the code shows that a value is a text that holds a number: typed in, split off a line, written in quotes."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

from tracemend import lazy
from tracemend.fixes.toolkit.code import called, dotted, text_of
from tracemend.source.given import given
from tracemend.source.given_kinds import Given
from tracemend.source.module import Module
from tracemend.source.reach import reach

_NUMBER = lazy.regex(r"\s*[-+]?(?:\d+\.?\d*|\.\d+)\s*")
_GIVERS = (
    "input",
    "getenv",
    "group",
    "readline",
    "strip",
    "rstrip",
    "lstrip",
    "removesuffix",
    "removeprefix",
    "replace",
)
_LISTS = ("split", "rsplit", "splitlines", "findall", "groups", "readlines", "partition", "rpartition")
_MEASURES = lazy.regex(
    r"price|cost|amount|weight|height|temp|rate|salary|balance|radius|length|width|distance|mass|speed|percent|euro|dollar"
    r"|[€$£]",
    re.IGNORECASE,
)
"""Words of quantities that are seldom whole."""


@dataclass(frozen=True, slots=True)
class NumberText:
    """A text that holds a number. `source` is where it is made; `typed`: a call that asks a person or the system,
    which may be converted there; `literal`: what stands in quotes."""

    source: ast.expr
    typed: bool
    literal: str | None = None
    origin: Given | None = None
    """Where it comes from outside of the program, if it is a field of a row, an option or a setting."""

    @property
    def decimal(self) -> bool:
        """Whether the number has, or is likely to have, a fraction."""
        if self.literal is not None:
            return "." in self.literal
        prompt = [text_of(arg) or "" for arg in getattr(self.source, "args", ())]
        return any(_MEASURES.search(text) for text in prompt)


def number_text(file: Module, node: ast.expr) -> NumberText | None:
    """The text that an expression is, where the code shows it and it may be a number."""
    found = _near(file, node)
    if found is not None or isinstance(node, ast.Constant | ast.JoinedStr | ast.BinOp):
        return found
    outside = given(file, node)
    if outside is None or outside.kind == "typed":
        return None
    return NumberText(outside.node, False, origin=outside)


def _near(file: Module, node: ast.expr) -> NumberText | None:
    """The text as assignments and calls show it."""
    sources = reach(file, node)
    if sources is None:
        return _taken(file, node)
    if len(sources) > 1:
        literals = [text_of(one) for one in sources]
        numbers = [one for one in literals if one is not None and _NUMBER.fullmatch(one)]
        if len(numbers) != len(literals):
            return None
        return NumberText(node, False, next((one for one in numbers if "." in one), numbers[0]))
    source = sources[0]
    literal = text_of(source)
    if literal is not None:
        return NumberText(source, False, literal) if _NUMBER.fullmatch(literal) else None
    if isinstance(source, ast.Call) and called(source) in _GIVERS:
        if called(source) in ("input", "getenv") or _asks(source):
            return NumberText(source, True)
        return NumberText(source, False)
    if isinstance(source, ast.Subscript):
        if dotted(source.value) in ("os.environ", "environ"):
            return NumberText(source, True)
        return NumberText(source, dotted(source.value) == "sys.argv") if _is_list(file, source.value) else None
    return None


def _asks(call: ast.Call) -> bool:
    """`input().strip()` and the like."""
    inner = call.func.value if isinstance(call.func, ast.Attribute) else None
    return isinstance(inner, ast.Call) and called(inner) == "input"


def _is_list(file: Module, node: ast.expr) -> bool:
    if dotted(node) == "sys.argv":
        return True
    sources = reach(file, node) or []
    return bool(sources) and all(isinstance(one, ast.Call) and called(one) in _LISTS for one in sources)


def _taken(file: Module, node: ast.expr) -> NumberText | None:
    """A name that is unpacked from, or loops over, the parts of a text."""
    if not isinstance(node, ast.Name):
        return None
    scope = file.scope_of(node.id, node)
    bound = file.bindings(node.id, scope) if scope is not None else []
    if len(bound) != 1:
        return None
    binder = bound[0].node
    if isinstance(binder, ast.Assign) and isinstance(binder.targets[0], ast.Tuple):
        return NumberText(node, False) if _is_list(file, binder.value) else None
    if isinstance(binder, ast.For) and isinstance(binder.target, ast.Name):
        iterated = binder.iter.value if isinstance(binder.iter, ast.Subscript) else binder.iter
        return NumberText(node, False) if _is_list(file, iterated) else None
    return None


def used_as_text(file: Module, node: ast.Name) -> bool:
    """Whether the name is also used as a text: joined, compared with one, given a method or a length, asked whether it
    is empty or among others, returned to who may want a text."""
    scope = file.scope_of(node.id, node)
    return any(_wants_text(file, use) for use in (file.uses(node.id, scope) if scope is not None else ()))


def _wants_text(file: Module, use: ast.Name) -> bool:
    outer = file.parents.get(id(use))
    if isinstance(outer, ast.Attribute | ast.Subscript | ast.Return) or (
        isinstance(outer, ast.For) and outer.iter is use
    ):
        return True
    if isinstance(outer, ast.BoolOp) or (isinstance(outer, ast.UnaryOp) and isinstance(outer.op, ast.Not)):
        return True
    if isinstance(outer, ast.If | ast.While | ast.IfExp) and outer.test is use:
        return True
    if isinstance(outer, ast.Call) and use in outer.args and called(outer) not in ("print", "str", "int", "float"):
        return True
    if isinstance(outer, ast.Compare):
        sides = [outer.left, *outer.comparators]
        among = any(isinstance(one, ast.In | ast.NotIn) for one in outer.ops)
        return (among and not _of_numbers(file, outer.comparators[-1])) or any(
            isinstance(side, ast.JoinedStr) or _joined(side) or _is_text(file, side)
            for side in sides
            if side is not use
        )
    if isinstance(outer, ast.BinOp) and isinstance(outer.op, ast.Add):
        sides = [outer.left, outer.right]
        return any(isinstance(side, ast.JoinedStr) or text_of(side) is not None or _joined(side) for side in sides)
    return False


def _is_text(file: Module, node: ast.expr) -> bool:
    """Whether the code shows that what a name is compared with is a text."""
    return text_of(node) is not None or (isinstance(node, ast.Name) and _near(file, node) is not None)


def _of_numbers(file: Module, node: ast.expr) -> bool:
    """Whether what something is looked for in is a range, or a display of numbers."""
    sources = reach(file, node) or []
    return bool(sources) and all(
        (isinstance(one, ast.Call) and called(one) == "range")
        or (
            isinstance(one, ast.List | ast.Tuple | ast.Set)
            and all(isinstance(item, ast.Constant) and type(item.value) in (int, float) for item in one.elts)
        )
        for one in sources
    )


def _joined(node: ast.expr) -> bool:
    return isinstance(node, ast.BinOp) and (text_of(node.left) is not None or _joined(node.left))


def measured_word(word: str) -> bool:
    """Whether a word speaks of a quantity that is seldom whole."""
    return bool(_MEASURES.search(word))


def measured(name: ast.expr) -> bool:
    """Whether a name says that its value is seldom whole."""
    return isinstance(name, ast.Name | ast.Attribute) and bool(_MEASURES.search(dotted(name) or ""))
