"""`parameters`: parentheses for a function's parameters, and the order that they and a call's arguments need.

`def f:` gets `()`, in a class `(self)` where the body uses it; `def f a, b:` gets parentheses around what is there.
`**options` goes to the end, `*values` before it, `/` before the first star. In a call what comes by position goes
before `**options`, and before `name=value` where that cannot change what the others mean: print, or a function of
the file whose parameter of that name comes later. Sure but where a method's `self` is a guess or the function
called is not known. Does not apply to a second `/` or star, nor to a parameter without default after one with:
several edits are as likely.
Source: https://docs.python.org/3/reference/compound_stmts.html#function-definitions
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.broken import Broken, Change, Trials, inserted, mended

_KEYWORD_ONLY = {"print": ("sep", "end", "file", "flush"), "sorted": ("key", "reverse"), "max": ("key", "default")}
_KEYWORD_ONLY["min"] = _KEYWORD_ONLY["max"]


@dataclass(frozen=True, slots=True)
class _Item:
    """One parameter or argument: its text's offsets, its kind (`plain`, `default`, `star`, `double`, `slash`), its
    name."""

    start: int
    end: int
    kind: str
    name: str


def _changes(broken: Broken, trials: Trials) -> Iterator[Change]:
    if not broken.tokens:
        return
    at = min(broken.at, len(broken.tokens) - 1)
    name = broken.first(at)
    name += broken.word(name) == "async"
    if broken.word(name) == "def" and broken.word(name + 1) and not broken.is_op(name + 2, "("):
        yield from _without_parentheses(broken, name + 1, at)
        return
    opener = broken.tokens[at].up
    if broken.is_op(at, "("):
        opener = at
    elif broken.is_op(at, ")"):
        opener = broken.partner(at)
    while opener is not None and broken.tokens[opener].text != "(":
        opener = broken.tokens[opener].up
    if opener is not None:
        yield from _ordered(broken, opener, broken.word(opener - 2) == "def")


def _without_parentheses(broken: Broken, name: int, at: int) -> Iterator[Change]:
    token = broken.tokens[name]
    if at != name + 1:
        return
    end = next((index for index in range(at, broken.last(at) + 1) if broken.is_op(index, ":")), None)
    if broken.is_op(at, ":", "->") or broken.tokens[at].kind == "newline":
        colon = "" if broken.is_op(at, ":", "->") else ":"
        if not _is_method(broken, name):
            yield inserted(token.end, "()" + colon)
        else:
            called = re.search(rf"(?:\)|\b[a-z_]\w*)\.{re.escape(token.text)}\(", broken.text) is not None
            yield inserted(token.end, "(self)" + colon, called or _uses_self(broken, name))
            yield inserted(token.end, "()" + colon, False)
        return
    if end is None or not broken.word(at):
        return
    last = broken.tokens[end - 1]
    if any(
        one.kind != "name" and one.text not in (",", "=", "*", "**") and one.kind != "number"
        for one in broken.tokens[at:end]
    ):
        return
    edits = (TextEdit(token.end, broken.tokens[at].start, "("), TextEdit(last.end, last.end, ")"))
    yield Change(edits)


def _is_method(broken: Broken, name: int) -> bool:
    """Whether the function stands directly in a class."""
    source = broken.source
    line, _ = source.position(broken.tokens[name].start)
    column = len(source.indent_of(line))
    if source.line(line - 1).strip() in ("@staticmethod", "@classmethod"):
        return False
    for number in range(line - 1, max(0, line - 2000), -1):
        text = source.line(number)
        if text.strip() and not text.lstrip().startswith("#") and len(source.indent_of(number)) < column:
            return re.match(r"\s*class\b", text) is not None
    return False


def _uses_self(broken: Broken, name: int) -> bool:
    """Whether the body has `self.` in it."""
    source = broken.source
    line, _ = source.position(broken.tokens[name].start)
    column = len(source.indent_of(line))
    for number in range(line + 1, min(source.line_count, line + 2000) + 1):
        text = source.line(number)
        if text.strip() and len(source.indent_of(number)) <= column:
            return False
        if re.search(r"(?<![\w.])self\b", text):
            return True
    return False


def _items(broken: Broken, opener: int) -> list[_Item]:
    """What stands between a bracket and its partner, parted by commas."""
    tokens, found = broken.tokens, []
    inner, begin = tokens[opener].depth + 1, opener + 1
    for at in range(opener + 1, len(tokens)):
        token = tokens[at]
        if token.kind == "comment":
            return []  # a comment belongs to one of them, and to which cannot be told
        closes = token.depth < inner
        if closes or (token.text == "," and token.depth == inner):
            first, last = broken.after(begin - 1), broken.before(at)
            if first <= last and first < at:
                found.append(_item(broken, first, last))
            begin = at + 1
            if closes:
                return found
    return []


def _item(broken: Broken, first: int, last: int) -> _Item:
    tokens = broken.tokens
    start, end, inner = tokens[first].start, tokens[last].end, tokens[first].depth
    word = tokens[first].text
    if word == "/" and first == last:
        return _Item(start, end, "slash", "")
    if word in ("*", "**"):
        return _Item(start, end, "star" if word == "*" else "double", broken.word(first + 1))
    signs = [tokens[at].text for at in range(first, last + 1) if tokens[at].depth == inner]
    return _Item(start, end, "default" if "=" in signs else "plain", broken.word(first))


def _ordered(broken: Broken, opener: int, definition: bool) -> Iterator[Change]:
    items = _items(broken, opener)
    kinds = [item.kind for item in items]
    if not items or kinds.count("slash") > 1 or (kinds.count("double") > 1 and definition):
        return
    wanted = _parameters(items) if definition else _arguments(items)
    if wanted is None or wanted == items:
        return
    sure = definition or _keeps_meaning(broken, opener, items)
    text = broken.text
    edits = [
        TextEdit(item.start, item.end, text[new.start : new.end])
        for item, new in zip(items, wanted, strict=True)
        if item != new
    ]
    yield Change(tuple(edits), sure)


def _parameters(items: list[_Item]) -> list[_Item] | None:
    """The parameters in an order that may be: what must be by position, the rest, the star, by name, the double one."""
    if [item.kind for item in items].count("star") > 1:
        return None
    double = [item for item in items if item.kind == "double"]
    rest = [item for item in items if item.kind != "double"]
    slash = next((item for item in rest if item.kind == "slash"), None)
    star = next((at for at, item in enumerate(rest) if item.kind == "star"), None)
    if slash is not None:
        place = rest.index(slash)
        if place == 0:
            return None
        if star is not None and star < place:
            rest.remove(slash)
            if star == 0:
                return None
            rest.insert(star, slash)
    seen = False
    for item in rest:
        if item.kind == "star":
            seen = False
            break
        if item.kind == "plain" and seen:
            return None  # a default is missing, or one too many
        seen = seen or item.kind == "default"
    return [*rest, *double]


def _arguments(items: list[_Item]) -> list[_Item]:
    """The arguments with those by position first, each group in its order."""
    late = ("default", "double")
    by_name = [item for item in items if item.kind in late]
    if not any(item.kind == "double" for item in items):
        return [*(item for item in items if item.kind not in late), *by_name]
    doubles = [item for item in by_name if item.kind == "double"]
    named = [item for item in by_name if item.kind == "default"]
    positional = [item for item in items if item.kind not in late]
    return [*positional, *named, *doubles] if positional != items[: len(positional)] else items


def _keeps_meaning(broken: Broken, opener: int, items: list[_Item]) -> bool:
    """Whether no argument by name takes the place of one by position once these come first."""
    names = [item.name for item in items if item.kind == "default"]
    positional = [item for item in items if item.kind in ("plain", "star")]
    if not names:
        return True
    name = broken.word(opener - 1)
    if not broken.is_op(opener - 2, ".") and set(names) <= set(_KEYWORD_ONLY.get(name, ())):
        return True
    if any(item.kind == "star" for item in positional):
        return False
    definition = re.compile(rf"^([ \t]*)def[ \t]+{re.escape(name)}[ \t]*\(([^()]*)\)", re.MULTILINE)
    found = list(definition.finditer(broken.text)) if name else []
    return bool(found) and all(_takes_later(one, names, len(positional)) for one in found)


def _takes_later(definition: re.Match[str], names: list[str], count: int) -> bool:
    """Whether a function (its indentation and its parameters) has these names behind so many of its parameters."""
    taken = [part.partition("=")[0].partition(":")[0].strip() for part in definition[2].split(",")]
    taken = taken[1:] if definition[1] and taken and taken[0] in ("self", "cls") else taken
    return all(one in taken and taken.index(one) >= count for one in names)


def apply(request: Request) -> Mend | None:
    """The recipe."""
    return mended(request, _changes)


RECIPES = (
    Recipe(
        "parameters",
        "Puts parameters in parentheses and in the order they need.",
        apply,
        needs_statement=False,
        unsure="What the parameters are, or which an argument is meant for, cannot be seen.",
    ),
)
