"""A regular expression as a small tree of its own, the same for every Python version, and what can stand where.

Sets of characters are taken over a sample: ASCII, some of each kind beyond it, and every character that the pattern
names, with its neighbours. Two sets that overlap at all overlap in it, but for ranges that nobody writes.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

MAX_LENGTH = 1_000
_PARSER: Any = import_module("re._parser" if sys.version_info >= (3, 11) else "sre_parse")
_SAMPLE = [*map(chr, range(128)), *"\u00a0\u00e9\u00df\u00d7\u03bb\u0436\u0663\u2019\u2026\u20ac\u3042\u4e2d\uff11"]


class BadPattern(ValueError):
    """Text that is no regular expression, or one that not every Python can compile."""


@dataclass(frozen=True, slots=True)
class Chars:
    """One character of a set; `literal` where it can be only that one."""

    chars: frozenset[str]
    literal: str | None = None


@dataclass(frozen=True, slots=True)
class Repeat:
    """`low` to `high` times; `high` is huge where it has no end."""

    low: int
    high: int
    body: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    options: tuple[tuple[Node, ...], ...]


@dataclass(frozen=True, slots=True)
class Group:
    body: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class At:
    """A place: `boundary`, or an edge of the text."""

    kind: str


@dataclass(frozen=True, slots=True)
class Look:
    body: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A backreference, or a condition on a group."""


Node = Chars | Repeat | Branch | Group | At | Look | Reference


@dataclass(frozen=True, slots=True)
class Tree:
    nodes: tuple[Node, ...]
    any_case: bool


def parse(pattern: str) -> Tree:
    """Raises BadPattern."""
    if len(pattern) > MAX_LENGTH:
        raise BadPattern(f"it is longer than {MAX_LENGTH} characters")
    try:
        raw = _PARSER.parse(pattern)
        builder = _Builder(raw)
        return Tree(builder.sequence(raw), builder.any_case)
    except (re.error, OverflowError) as error:
        raise BadPattern(f"it is no regular expression: {error}") from error
    except RecursionError as error:
        raise BadPattern("it is nested too deep") from error


def surely_named(pattern: str) -> frozenset[str]:
    """The named groups that take part in every match of a pattern that `re` takes."""
    raw = _PARSER.parse(pattern)
    names = {number: name for name, number in raw.state.groupdict.items()}

    def taken(sequence: Any) -> frozenset[str]:
        found: frozenset[str] = frozenset()
        for op, argument in sequence:
            match str(op):
                case "SUBPATTERN":
                    found |= taken(argument[3]) | {names[argument[0]]} if argument[0] in names else taken(argument[3])
                case "BRANCH":
                    found |= frozenset.intersection(*map(taken, argument[1]))
                case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT" if argument[0]:
                    found |= taken(argument[2])
                case "ATOMIC_GROUP":
                    found |= taken(argument)
        return found

    return taken(raw)


class _Builder:
    def __init__(self, raw: Any) -> None:
        named: set[int] = set()
        self.any_case = bool(raw.state.flags & re.IGNORECASE)
        self._dot_all = bool(raw.state.flags & re.DOTALL)
        self._look(raw, named)
        near = {code + step for code in named for step in (-1, 0, 1)}
        self._all = frozenset([*_SAMPLE, *(chr(code) for code in near if 0 <= code <= 0x10FFFF)])

    def _look(self, raw: Any, named: set[int]) -> None:
        """Collect the characters that are named and the flags of groups."""
        if isinstance(raw, (list, _PARSER.SubPattern)):
            for item in raw:
                self._look(item, named)
        elif isinstance(raw, tuple):
            name = str(raw[0])
            if name in ("LITERAL", "NOT_LITERAL"):
                named.add(raw[1])
            elif name == "RANGE":
                named.update(raw[1])
            elif name == "SUBPATTERN":
                self.any_case |= bool(raw[1][1] & re.IGNORECASE)
                self._dot_all |= bool(raw[1][1] & re.DOTALL)
                self._look(raw[1][3], named)
            else:
                for item in raw[1:]:
                    self._look(item, named)

    def sequence(self, raw: Any) -> tuple[Node, ...]:
        return tuple(self._node(str(op), argument) for op, argument in raw)

    def _node(self, op: str, argument: Any) -> Node:
        if op == "LITERAL" and not self.any_case:
            return Chars(frozenset(chr(argument)), chr(argument))
        if op in ("LITERAL", "NOT_LITERAL", "ANY", "IN"):
            return Chars(self._set(op, argument))
        if op in ("MAX_REPEAT", "MIN_REPEAT"):
            low, high, body = argument
            return Repeat(int(low), int(high), self.sequence(body))
        if op == "BRANCH":
            return Branch(tuple(map(self.sequence, argument[1])))
        if op == "SUBPATTERN":
            return Group(self.sequence(argument[3]))
        if op == "AT":
            return At("boundary" if str(argument) == "AT_BOUNDARY" else "edge")
        if op in ("ASSERT", "ASSERT_NOT"):
            return Look(self.sequence(argument[1]))
        if op in ("GROUPREF", "GROUPREF_EXISTS"):
            return Reference()
        if op in ("POSSESSIVE_REPEAT", "ATOMIC_GROUP"):
            raise BadPattern("possessive repeats and atomic groups need Python 3.11")
        if op == "FAILURE":
            return Chars(frozenset())
        raise BadPattern(f"{op} is not taken")

    def _set(self, op: str, argument: Any) -> frozenset[str]:
        if op == "ANY":
            return self._all if self._dot_all else self._all - {"\n"}
        if op in ("LITERAL", "NOT_LITERAL"):
            found = frozenset(chr(argument))
        else:
            found = frozenset().union(*(self._member(str(name), value) for name, value in argument))
        if self.any_case:
            found = frozenset().union(found, *(frozenset((c.lower(), c.upper(), c.swapcase())) for c in found))
        negated = op == "NOT_LITERAL" or (op == "IN" and argument and str(argument[0][0]) == "NEGATE")
        return self._all - found if negated else found

    def _member(self, op: str, value: Any) -> frozenset[str]:
        if op == "LITERAL":
            return frozenset(chr(value))
        if op == "RANGE":
            return frozenset(c for c in self._all if value[0] <= ord(c) <= value[1])
        if op == "CATEGORY":
            name = str(value)
            found = frozenset(c for c in self._all if re.match(_CATEGORIES[name.removeprefix("CATEGORY_")[-1:]], c))
            return self._all - found if "_NOT_" in name else found
        return frozenset()


_CATEGORIES = {"T": r"\d", "E": r"\s", "D": r"\w"}
"""By the last letter of the constants: DIGIT, SPACE, WORD."""


def walk(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """All nodes, those inside others included."""
    for node in nodes:
        yield node
        if isinstance(node, (Repeat, Group, Look)):
            yield from walk(node.body)
        elif isinstance(node, Branch):
            for option in node.options:
                yield from walk(option)


def edge(nodes: tuple[Node, ...], *, last: bool = False) -> tuple[frozenset[str], bool]:
    """The characters that a sequence can begin with (or end with), and whether it can be empty."""
    found: frozenset[str] = frozenset()
    for node in reversed(nodes) if last else nodes:
        chars, empty = _edge(node, last)
        found |= chars
        if not empty:
            return found, False
    return found, True


def _edge(node: Node, last: bool) -> tuple[frozenset[str], bool]:
    if isinstance(node, Chars):
        return node.chars, False
    if isinstance(node, Repeat):
        chars, empty = edge(node.body, last=last)
        return chars, empty or node.low == 0
    if isinstance(node, Branch):
        edges = [edge(option, last=last) for option in node.options]
        return frozenset().union(*(chars for chars, _ in edges)), any(empty for _, empty in edges)
    if isinstance(node, Group):
        return edge(node.body, last=last)
    return frozenset(), True
