"""Whether a regular expression could hang: an estimate from its tree, by how repeats and choices compete.

The measure errs on the strict side: `(?:\\w+\\.)+` is fast, but telling it from what is not takes more than an author
would follow. Quadratic patterns are taken, since one sees at most 2,000 characters; worse ones are not.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from tracemend.knowledge.regex_tree import (
    BadPattern,
    Branch,
    Chars,
    Group,
    Look,
    Node,
    Reference,
    Repeat,
    edge,
    parse,
    walk,
)

MANY = 16
"""A repeat of more counts as one without an end."""
MAX_COUNT = 1_000
MAX_DEGREE = 2
MAX_PATHS = 64
MAX_REPEATS = 40
MAX_CHOICES = (1_024, 64, 6)
"""How many ways through alternatives and optional parts are taken, by the degree of the repeats."""


def unsafe(pattern: str, *, whole: bool = True) -> str | None:
    """Why a pattern is refused, as a sentence; None where it is not. `whole`: it is held against a whole text, not
    searched for in it."""
    try:
        tree = parse(pattern)
    except BadPattern as error:
        return f"{error}."
    reason = next(filter(None, map(_odd, walk(tree.nodes))), None)
    if reason is not None:
        return reason
    paths = _paths(tree.nodes)
    if sum(isinstance(node, Repeat) for node in walk(tree.nodes)) > MAX_REPEATS:
        return f"it has more than {MAX_REPEATS} repeats."
    if len(paths) > MAX_PATHS:
        return f"its alternatives with repeats in them make more than {MAX_PATHS} ways through it."
    if any(map(_adjoining, paths)):
        return "two repeats without an end stand side by side and can match the same characters."
    degree = max(_degree(path) + _fails_at_line_end(path) for path in paths) + (
        0 if whole or pattern.startswith("^") else 1
    )
    if degree > MAX_DEGREE:
        return f"more than {MAX_DEGREE} repeats without an end can match each other's characters."
    if _choices(tree.nodes, frozenset()) > MAX_CHOICES[degree]:
        return "its alternatives and optional parts can match the same characters in too many ways."
    return None


def quick(pattern: str) -> bool:
    """Whether a program's own pattern may be tried on lines of a few hundred characters: two repeats may stand side by
    side in it (`\\S+[^"]*`), but none in another, and no more than two compete."""
    try:
        tree = parse(pattern)
    except BadPattern:
        return False
    if any(map(_odd, walk(tree.nodes))) or sum(isinstance(node, Repeat) for node in walk(tree.nodes)) > MAX_REPEATS:
        return False
    paths = _paths(tree.nodes)
    if len(paths) > MAX_PATHS or max(map(_degree, paths)) > MAX_DEGREE:
        return False
    return _choices(tree.nodes, frozenset()) <= MAX_CHOICES[MAX_DEGREE]


def _odd(node: Node) -> str | None:
    if isinstance(node, Reference):
        return "it refers back to a group."
    if isinstance(node, Look) and any(isinstance(inner, Repeat) for inner in walk(node.body)):
        return "a repeat stands inside a lookahead or lookbehind."
    if not isinstance(node, Repeat):
        return None
    if MAX_COUNT < node.high < _NO_END:
        return f"a repeat counts to more than {MAX_COUNT}."
    if node.high > 1:
        for inner in walk(node.body):
            if isinstance(inner, Repeat) and inner.low != inner.high:
                return "a repeat stands inside a repeat."
            if isinstance(inner, Branch) and _alike(inner):
                return "alternatives inside a repeat can begin alike."
        if edge(node.body)[1]:
            return "what is repeated can be empty."
    return None


_NO_END = 4_294_967_295
"""What the parser counts as endless (`MAXREPEAT`) on systems of 32 and 64 bits is at least this."""


def _alike(branch: Branch) -> bool:
    """Whether two options can match the same beginning of a text."""
    return any(_overlap(one, other) for one, other in combinations(branch.options, 2))


def _overlap(one: tuple[Node, ...], other: tuple[Node, ...]) -> bool:
    for left, right in zip(one, other, strict=False):
        if not (isinstance(left, Chars) and isinstance(right, Chars)):
            break
        if not left.chars & right.chars:
            return False
    (first, empty), (second, other_empty) = edge(one), edge(other)
    return empty or other_empty or bool(first & second)


@dataclass(frozen=True, slots=True)
class _Many:
    """A repeat without an end: what its characters can be."""

    chars: frozenset[str]
    needed: bool


@dataclass(frozen=True, slots=True)
class _Fixed:
    """What must stand between repeats: for each alternative the sets of its characters."""

    options: tuple[tuple[frozenset[str], ...], ...]


_Path = tuple["_Many | _Fixed", ...]


def _has_many(nodes: tuple[Node, ...]) -> bool:
    return any(isinstance(node, Repeat) and node.high > MANY for node in walk(nodes))


def _paths(nodes: tuple[Node, ...]) -> list[_Path]:
    """The ways through a sequence, as far as repeats without an end differ in them; more than MAX_PATHS are cut off."""
    found: list[_Path] = [()]
    for node in nodes:
        ways = _ways(node)
        found = [(*before, *way) for before in found for way in ways][: MAX_PATHS + 1]
    return found


def _ways(node: Node) -> list[_Path]:
    if isinstance(node, Chars):
        return [(_Fixed(((node.chars,),)),)]
    if isinstance(node, Group):
        return _paths(node.body)
    if isinstance(node, Branch):
        if any(map(_has_many, node.options)):
            return [way for option in node.options for way in _paths(option)]
        return [(_Fixed(tuple(tuple(_needed(option)) for option in node.options)),)]
    if isinstance(node, Repeat):
        if node.high > MANY:
            chars = frozenset().union(*(inner.chars for inner in walk(node.body) if isinstance(inner, Chars)))
            return [(_Many(chars, node.low > 0),)]
        within = _paths(node.body)
        if node.low > 0:
            return within
        return [(), *within] if _has_many(node.body) else [()]
    return [()]


def _needed(nodes: tuple[Node, ...]) -> list[frozenset[str]]:
    """The sets of the characters that a sequence is certain to have."""
    found: list[frozenset[str]] = []
    for node in nodes:
        if isinstance(node, Chars):
            found.append(node.chars)
        elif isinstance(node, Group) or (isinstance(node, Repeat) and node.low > 0):
            found += _needed(node.body)
    return found


def _between(piece: _Many | _Fixed, left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether both repeats can match what stands between them, so that it does not tell them apart."""
    if isinstance(piece, _Many):
        return not piece.needed or bool(piece.chars & left and piece.chars & right)
    return any(all(chars & left and chars & right for chars in option) for option in piece.options)


def _adjoining(path: _Path) -> bool:
    many = [at for at, piece in enumerate(path) if isinstance(piece, _Many)]
    return any(
        _competes(path, at, to) and all(isinstance(piece, _Many) or () in piece.options for piece in path[at + 1 : to])
        for at, to in combinations(many, 2)
    )


def _competes(path: _Path, at: int, to: int) -> bool:
    left, right = path[at], path[to]
    if not (isinstance(left, _Many) and isinstance(right, _Many) and left.chars & right.chars):
        return False
    return all(_between(piece, left.chars, right.chars) for piece in path[at + 1 : to])


def _degree(path: _Path) -> int:
    """The most repeats in a row that compete; the time grows with the text's length to this power.

    A last `.*` or `.+` never fails on one line, so nothing before it is tried again because of it.
    """
    many = [at for at, piece in enumerate(path) if isinstance(piece, _Many)]
    if _takes_rest_of_line(path):
        many.pop()
    best: dict[int, int] = {}
    for to in many:
        best[to] = 1 + max((best[at] for at in best if _competes(path, at, to)), default=0)
    return max(best.values(), default=0)


def _takes_rest_of_line(path: _Path) -> bool:
    """Whether a way ends with `.*` or `.+`."""
    last = path[-1] if path else None
    return isinstance(last, _Many) and all(chr(code) in last.chars for code in range(128) if code != 10)


def _fails_at_line_end(path: _Path) -> bool:
    """Whether a last `.*` or `.+` counts as well: in a text of several lines it fails at the first one's end, for every
    place that two repeats before it try. Only where they and what parts them can be one and the same character
    (`a+aa+a.+`) are these places as many as the text's length squared; ` of ` between them makes them few."""
    if not _takes_rest_of_line(path) or (isinstance(last := path[-1], _Many) and "\n" in last.chars):
        return False
    many = [at for at, piece in enumerate(path[:-1]) if isinstance(piece, _Many)]
    return any(_share_character(path[at : to + 1]) for at, to in combinations(many, 2))


def _share_character(path: _Path) -> bool:
    """Whether there is a character that every piece between two repeats can be, they too."""
    left, right = path[0], path[-1]
    if not (isinstance(left, _Many) and isinstance(right, _Many)):
        return False
    return any(all(_can_be(piece, one) for piece in path[1:-1]) for one in left.chars & right.chars)


def _can_be(piece: _Many | _Fixed, character: str) -> bool:
    if isinstance(piece, _Many):
        return not piece.needed or character in piece.chars
    return any(all(character in chars for chars in option) for option in piece.options)


def _choices(nodes: tuple[Node, ...], after: frozenset[str]) -> int:
    """In how many ways alternatives and optional parts can match one text."""
    count = 1
    for at, node in enumerate(nodes):
        following, empty = edge(nodes[at + 1 :])
        if empty:
            following |= after
        if isinstance(node, Branch):
            if _alike(node):
                count *= len(node.options)
            for option in node.options:
                count *= _choices(option, following)
        elif isinstance(node, Group):
            count *= _choices(node.body, following)
        elif isinstance(node, Repeat):
            if node.high <= MANY and node.low != node.high and edge(node.body)[0] & following:
                count *= node.high - node.low + 1
            count *= _choices(node.body, following)
        if count > max(MAX_CHOICES):
            break
    return count
