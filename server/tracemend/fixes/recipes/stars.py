"""`star`: a star where none can be, or in the wrong place.

- one item in parentheses `(*a)` gets its comma, so does one alone on the left, `*first = a`;
- `**d` alone becomes `{**d}`, in a field of an f-string `{d}`; `*a` alone `[*a]`, which is not sure (a tuple is as
  likely) but where the uses of the name show a list; the star of `for x in *a` goes;
- in a comprehension (`[*row for row in rows]`) a second `for` does what the star should;
- behind its name (`{d**}`) or as another language has it (`{...d}`, `f(...a)`) it goes before the name: two in a
  dictionary, one in a list, a call, parameters;
- apart from its name by a comma (`f(**, options)`): the comma goes, where the file binds the name to a dictionary, or
  for one star to a list or tuple; `{**a, b}` gets the stars of a `b` that is a dictionary.

`spread-comma`: `{**a **b}` and `[*a *b]` get the comma without which the second star multiplies.

Does not apply to several stars in one assignment or definition: what is meant cannot be told.
Sources: "Expression lists" and "Calls" in Python's reference; PEP 448; PEP 798 for the meaning in a comprehension.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit, apply_edits
from tracemend.fixes.toolkit.brackets import ANY, opener_meant
from tracemend.fixes.toolkit.broken import Broken, Change, Trials, mended
from tracemend.fixes.toolkit.names import free_name
from tracemend.fixes.toolkit.renaming import lines_of
from tracemend.fixes.toolkit.tokens import Token
from tracemend.source.statement import own_parts

_STARS = ("*", "**")
_CLOSES = (")", "]", "}")


def _changes(broken: Broken, trials: Trials) -> Iterator[Change]:
    if not broken.tokens:
        return
    at = min(broken.at, len(broken.tokens) - 1)
    begin, end = broken.tokens[broken.first(at)].start, broken.tokens[broken.last(at)].end
    for line in lines_of(broken):
        if begin <= line[0].start and line[-1].end <= end:
            if line[0].text == "{" and line[0].end == line[0].start + 1 and _is_field(broken, line):
                yield from _in_field(line)
            else:
                yield from _misplaced(broken, line)
                yield from _alone(broken, line)


def _is_field(broken: Broken, line: list[Token]) -> bool:
    """Whether a line of tokens is a field of an f-string."""
    token = broken.token(broken.index(line[0].start))
    return token is not None and token.is_text


def _in_field(line: list[Token]) -> Iterator[Change]:
    if len(line) > 2 and line[1].text in _STARS:
        yield Change((TextEdit(line[1].start, line[2].start, ""),), line[1].text == "**")


def _operand_expected(line: list[Token], at: int) -> bool:
    """Whether the star at an index begins an operand."""
    before = line[at - 1].text if at else ""
    return not at or before in ("(", "[", "{", ",", "=", "in", "return", "yield", ":")


def _end(line: list[Token], at: int) -> int:
    """The index of the last token of the item that begins at an index: before a comma, `for`, `=`, `:` or the end of
    what it stands in."""
    depth = line[at].depth
    for index in range(at + 1, len(line)):
        token = line[index]
        if token.depth < depth or (token.depth == depth and token.text in (",", "for", "async", "=", ":")):
            return index - 1
    return len(line) - 1


def _alone(broken: Broken, line: list[Token]) -> Iterator[Change]:
    """A star that begins an operand which is no item of anything."""
    for at, token in enumerate(line):
        if token.text not in _STARS or not _operand_expected(line, at) or at + 1 >= len(line):
            continue
        before = line[at - 1].text if at else ""
        end = _end(line, at)
        after = line[end + 1].text if end + 1 < len(line) else ""
        start, stop = token.start, line[end].end
        if after in ("for", "async") and token.depth:
            yield from _in_comprehension(broken, line, at, end)
        elif before == "(" and after == ")" and not _is_called(line, at - 1):
            opened, closed = line[at - 1], line[end + 1]
            if token.text == "*":
                yield Change((TextEdit(stop, stop, ","),))
            else:
                yield Change((TextEdit(opened.start, opened.end, "{"), TextEdit(closed.start, closed.end, "}")))
        elif before == "in" and after == ":" and token.text == "*" and line[0].text in ("for", "async"):
            yield Change((TextEdit(start, line[at + 1].start, ""),))
        elif not at and after == "=" and token.text == "*" and end == 1:
            yield Change((TextEdit(stop, stop, ","),))
        elif before in ("=", "return") and not after and token.depth == 0:
            opener, closer = ("[", "]") if token.text == "*" else ("{", "}")
            edits = (TextEdit(start, start, opener), TextEdit(stop, stop, closer))
            yield Change(edits, opener == "{" or opener_meant(apply_edits(broken.text, edits), start) in ("[", ANY))


def _is_called(line: list[Token], opener: int) -> bool:
    before = line[opener - 1] if opener else None
    if before is None or line[opener].text != "(":
        return False
    return before.text in _CLOSES or (
        before.kind == "name" and before.text not in ("in", "return", "yield", "and", "or")
    )


def _in_comprehension(broken: Broken, line: list[Token], at: int, end: int) -> Iterator[Change]:
    """`*row for row in rows` as `item for row in rows for item in row`."""
    depth = line[at].depth
    close = next((index for index in range(end, len(line)) if line[index].depth < depth), None)
    if close is None or any(token.text == "," and token.depth == depth for token in line[end:close]):
        return
    text = broken.text[line[at + 1].start : line[end].end]
    if line[at].text == "*":
        item = free_name(broken.source, "item", "element", "one")
        target, values = item, text
    else:
        key, value = free_name(broken.source, "key", "name"), free_name(broken.source, "value", "entry")
        item, target = f"{key}: {value}", f"{key}, {value}"
        values = f"{text}.items()" if re.fullmatch(r"[\w.]+", text) else f"({text}).items()"
    stop = line[close - 1].end
    yield Change((TextEdit(line[at].start, line[end].end, item), TextEdit(stop, stop, f" for {target} in {values}")))


def _misplaced(broken: Broken, line: list[Token]) -> Iterator[Change]:
    """A star behind its name, apart from it, of another language, or missing beside others."""
    edits: list[TextEdit] = []
    for at, token in enumerate(line[:-1]):
        before, after = line[at - 1] if at else token, line[at + 1]
        if (
            token.text == "..."
            and after.kind == "name"
            and token.end == after.start
            and before.text in ("(", "[", "{", ",")
        ):
            sign = _sign(broken, line, at)
            if sign is None:
                return
            edits.append(TextEdit(token.start, token.end, sign))
        elif token.text in _STARS and before.kind == "name" and after.text in (",", *_CLOSES) and at > 1:
            if line[at - 2].text in ("(", "[", "{", ","):
                edits += [TextEdit(before.start, before.start, token.text), TextEdit(token.start, token.end, "")]
        elif token.text in _STARS and before.text in ("(", ",") and after.text == "," and at + 2 < len(line):
            if _is_bound_to(broken, line[at + 2].text, token.text):
                edits.append(TextEdit(token.end, line[at + 2].start, ""))
        elif token.kind == "name" and before.text == "," and after.text in (",", "}") and _opener(line, at) == "{":
            spread = any(one.text == "**" and one.depth == token.depth for one in line)
            if spread and _is_bound_to(broken, token.text, "**"):
                edits.append(TextEdit(token.start, token.start, "**"))
    if edits:
        yield Change(tuple(edits))


def _opener(line: list[Token], at: int) -> str:
    depth = line[at].depth
    return next((token.text for token in reversed(line[:at]) if token.depth < depth), "")


def _sign(broken: Broken, line: list[Token], at: int) -> str | None:
    """The stars that three dots stand for: two in a dictionary, one in a list, a call, parameters."""
    opener = _opener(line, at)
    if opener != "{":
        return "*"
    depth = line[at].depth
    pairs = any(token.text in (":", "**") and token.depth == depth for token in line)
    return "**" if pairs or _is_bound_to(broken, line[at + 1].text, "**") else None


def _is_bound_to(broken: Broken, name: str, star: str) -> bool:
    """Whether the file binds a name to what such a star takes: a dictionary, or a list or tuple."""
    values = (
        r"\{(?!\s*\*(?!\*))(?=[^,\n]*:|\s*\}|\s*\*\*|\s*$)|dict\(" if star == "**" else r"[\[(]|list\(|tuple\(|range\("
    )
    return re.search(rf"^[ \t]*{re.escape(name)}[ \t]*=[ \t]*(?:{values})", broken.text, re.MULTILINE) is not None


def apply(request: Request) -> Mend | None:
    """The recipe."""
    return mended(request, _changes)


def apply_comma(request: Request) -> Mend | None:
    """The recipe `spread-comma`."""
    statement = request.place.statement
    if statement is None:
        return None
    edits: list[TextEdit] = []
    for part in own_parts(statement.node):
        wanted: type[ast.operator] = ast.Pow
        spread: list[ast.expr] = []
        if isinstance(part, ast.Dict):
            spread = [value for key, value in zip(part.keys, part.values, strict=True) if key is None]
        elif isinstance(part, ast.keyword) and part.arg is None:
            spread = [part.value]
        elif isinstance(part, ast.Starred):
            wanted, spread = ast.Mult, [part.value]
        for value in spread:
            while isinstance(value, ast.BinOp) and isinstance(value.op, wanted):
                # Powers are grouped from the right, products from the left.
                at = statement.span(value.left)[1]
                edits.append(TextEdit(at, at, ","))
                value = value.right if wanted is ast.Pow else value.left
    return Mend(tuple(edits)) if edits else None


RECIPES = (
    Recipe("star", "Puts a star where it can be.", apply, needs_statement=False),
    Recipe("spread-comma", "Puts the comma before a star that is to unpack.", apply_comma),
)
