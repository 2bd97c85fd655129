"""`add-comma`: the comma between two items; a comma for a semicolon or a doubled comma inside brackets; in a
dictionary the colon between a key and its value.

Looks for two operands side by side at the parser's place. Sure where nothing but a comma can be meant: the items
stand on lines of their own, others of the same bracket are parted by commas, one is `name=value`, a list or print
has two values, or it is a head of parameters. Not sure where an operator may be missing as well, or the bracket is
an index. Does not apply where a text is broken up by quotes inside it, or a word between may be a misspelt
operator, and not to rows of a matrix.
Source: https://docs.python.org/3/reference/expressions.html#expression-lists
"""

from __future__ import annotations

import itertools
import keyword
import re
from collections.abc import Iterator

from tracemend.evidence.syntax import is_bound
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.broken import Broken, Change, Trials, inserted, mended
from tracemend.fixes.toolkit.slips import is_slip
from tracemend.fixes.toolkit.tokens import Token

_VALUES = frozenset({"None", "True", "False"})
_BEGINS = _VALUES | {"not", "lambda", "await"}
_JOINS = ("and", "or", "not", "is", "in", "if", "else", "for", "async", "as")


def _ends_item(token: Token) -> bool:
    if token.kind == "name":
        return not keyword.iskeyword(token.text) or token.text in _VALUES
    return token.kind in ("number", "string") or token.text in (")", "]", "}")


def _begins_item(token: Token, before: Token) -> bool:
    if token.kind == "name":
        return not keyword.iskeyword(token.text) or token.text in _BEGINS
    if token.kind == "string":
        return before.kind != "string"
    if token.text == "{":
        return True
    return token.kind == "number" or (token.text in ("(", "[") and before.kind in ("number", "string"))


def _changes(broken: Broken, trials: Trials) -> Iterator[Change]:
    token = broken.token(broken.at)
    if token is None:
        return
    if token.text == ";" and token.up is not None:
        yield from _semicolons(broken, token.up)
        return
    if token.text == "," and token.up is not None and broken.is_op(broken.before(broken.at), ","):
        yield Change((TextEdit(token.start, token.end, ""),), broken.tokens[token.up].text == "(")
        return
    if token.text == ":" and token.up is not None and broken.tokens[token.up].text == "{":
        key = broken.before(broken.at)
        value = broken.before(key)
        if key > token.up < value and broken.tokens[key].kind == broken.tokens[value].kind == "string":
            yield inserted(broken.tokens[value].end, ",", not _same_line(broken, value, key))
        yield from _pair(broken)
        return
    yield from _pair(broken)
    head, before = broken.first(broken.at), broken.before(broken.at)
    if token.text in ("*", "**") and token.depth == 1 and "def" in (broken.word(head), broken.word(head + 1)):
        if _ends_item(broken.tokens[before]):
            yield inserted(broken.tokens[before].end, ",")
        return
    yield from _between(broken)


def _pair(broken: Broken) -> Iterator[Change]:
    """The colon between a key and its value: the item of a dictionary around the fault that has none, where one place
    parts it into two operands."""
    at = min(broken.at, len(broken.tokens) - 1)
    for opener in _braces(broken, at):
        inner = broken.tokens[opener].depth + 1
        item: list[int] = []
        others = lacking = 0
        found: list[list[int]] = []
        for index in range(opener + 1, min(len(broken.tokens), opener + 2000)):
            token = broken.tokens[index]
            if token.kind in ("newline", "comment"):
                continue
            ends = token.depth < inner
            if ends or (token.depth == inner and token.text == ","):
                has = any(broken.tokens[one].text == ":" and broken.tokens[one].depth == inner for one in item)
                starred = bool(item) and broken.tokens[item[0]].text == "**"
                others += has
                if item and not has and not starred:
                    found.append(item)
                    lacking += 1
                item = []
                if ends:
                    break
            else:
                item.append(index)
        looped = [one for one in found if any(broken.word(index) == "for" for index in one)]
        if lacking != 1 and not (looped and found[0] is looped[0]):
            continue
        places = list(_parts_of(broken, found[0], inner))
        if len(places) == 1 or (looped and places):
            yield inserted(broken.tokens[places[0]].end, ":", others > 0 or bool(looped))
            return


def _braces(broken: Broken, at: int) -> Iterator[int]:
    """The braces around a token, innermost first."""
    up = broken.tokens[at].up
    while up is not None:
        if broken.tokens[up].text == "{":
            yield up
        up = broken.tokens[up].up


def _parts_of(broken: Broken, item: list[int], inner: int) -> Iterator[int]:
    """The tokens of an item behind which another operand begins."""
    for one, other in itertools.pairwise(item):
        token, follower = broken.tokens[one], broken.tokens[other]
        if follower.depth != inner or token.depth != inner:
            continue
        strings = token.kind == follower.kind == "string"
        if _ends_item(token) and (strings or _begins_item(follower, token)):
            yield one


def _same_line(broken: Broken, one: int, other: int) -> bool:
    return all(token.kind != "newline" for token in broken.tokens[one:other])


def _between(broken: Broken) -> Iterator[Change]:
    """The first place from the fault on where one item follows another in the same bracket."""
    begin = broken.at if "forgot a comma" in broken.fault.message else broken.before(broken.at)
    if begin < 0:
        return
    start = broken.tokens[begin]
    depth = start.depth
    head = broken.word(broken.first(begin))
    for index in range(begin, min(len(broken.tokens), begin + 400)):
        token = broken.tokens[index]
        after = broken.after(index)
        if token.depth < depth or after >= len(broken.tokens):
            return
        follower = broken.tokens[after]
        if token.kind in ("newline", "comment") or token.depth != depth or follower.depth != depth:
            continue
        if not _ends_item(token) or not _begins_item(follower, token):
            continue
        if token.up is None:
            target = head == "for" and "in" not in map(broken.word, range(broken.first(index), index))
            if (target or head in ("global", "nonlocal")) and follower.kind == "name":
                yield inserted(token.end, ",")
            return
        if _is_broken_text(broken, index, after) or _may_be_operator(broken, index, after):
            return
        if _is_key(broken, index, token.up):
            yield inserted(token.end, ":", _has_pairs(broken, token.up))
            return
        yield inserted(token.end, ",", _is_shown(broken, index, after, token.up))
        return


def _is_broken_text(broken: Broken, index: int, after: int) -> bool:
    """Whether a text that touches what follows it was ended by a quote of its own: `"he said "yes" to"`."""
    text, item = broken.tokens[index], broken.tokens[after]
    if text.kind != "string" and item.kind != "string":
        return False
    if text.end != item.start:
        return False
    strings = 0
    for at in (index - 1, index, after, after + 1):
        token = broken.token(at)
        strings += token is not None and token.kind in ("string", "open")
    return strings > 1 or item.kind == "string"


def _may_be_operator(broken: Broken, index: int, after: int) -> bool:
    """Whether one of the two is a word between operands that may be a misspelt `and`, `in`, `if`..., or a prefix apart
    from its text."""
    for at in (index, after):
        word = broken.word(at)
        if not word or keyword.iskeyword(word):
            continue
        if len(word) > 1 and any(is_slip(word, join) for join in _JOINS) and not is_bound(word, broken.source):
            return True
    apart = broken.tokens[after].kind == "string" and _same_line(broken, index, after)
    return (
        apart
        and broken.word(index).lower() in ("f", "r", "b", "u", "rb", "br")
        and not is_bound(broken.word(index), broken.source)
    )


def _is_key(broken: Broken, index: int, opener: int) -> bool:
    """Whether an item of a dictionary has no colon yet, while others have."""
    if broken.tokens[opener].text != "{":
        return False
    inner = broken.tokens[opener].depth + 1
    colons = [token for token in broken.tokens[opener:index] if token.text == ":" and token.depth == inner]
    commas = [at for at in range(opener + 1, index) if broken.is_op(at, ",") and broken.tokens[at].depth == inner]
    begin = commas[-1] if commas else opener
    if any(broken.tokens[at].text == ":" and broken.tokens[at].depth == inner for at in range(begin, index)):
        return False
    below = [token for token in broken.tokens[index : index + 200] if token.text == ":" and token.depth == inner]
    return bool(colons) or (_key_first(broken, index) and (bool(below) or broken.tokens[index].kind == "string"))


def _key_first(broken: Broken, index: int) -> bool:
    """Whether the next sign after the two items ends them, so that they are the key and value of one pair."""
    at = broken.after(broken.after(index))
    return broken.is_op(at, ",", "}")


def _has_pairs(broken: Broken, opener: int) -> bool:
    inner = broken.tokens[opener].depth + 1
    following = broken.tokens[opener + 1 : opener + 400]
    return any(token.text == ":" and token.depth == inner and token.up == opener for token in following)


def _is_shown(broken: Broken, index: int, after: int, opener: int) -> bool:
    """Whether the code shows that it is a comma that is missing."""
    token, follower, bracket = broken.tokens[index], broken.tokens[after], broken.tokens[opener]
    caller = broken.token(opener - 1)
    called = (
        caller is not None
        and (caller.text in (")", "]") or caller.kind in ("name", "string"))
        and not (caller.kind == "name" and keyword.iskeyword(caller.text))
    )
    if (bracket.text == "[" and called) or broken.outdented(opener) == after:
        return False
    inner = bracket.depth + 1
    items = [one for one in broken.tokens[opener + 1 : opener + 400] if one.depth == inner and one.up == opener]
    commas = any(one.text == "," for one in items)
    head = broken.word(broken.first(index))
    if bracket.text == "(" and not called and not commas and head not in ("def", "async", "from"):
        return token.kind == follower.kind == "number"  # an operator may be missing in a mere group
    if head in ("def", "async", "from") or not _same_line(broken, index, after):
        return True
    if _has_doubtful(broken, items) or _are_unknown(broken, token, follower):
        return False
    if commas or broken.is_op(after + 1, "="):
        return True
    if bracket.text == "(" and called and caller is not None and _takes_two(broken, caller.text):
        return True
    if bracket.text in ("[", "{") or token.kind == follower.kind == "number":
        return True
    asserts = caller is not None and caller.text.startswith("assert")  # an operator may be missing as well
    return "string" in (token.kind, follower.kind) and not asserts


def _has_doubtful(broken: Broken, items: list[Token]) -> bool:
    """Whether another comma may be missing among the items: two texts in one line, a sign as in `-1 -2`."""
    text = broken.text
    for one, other in itertools.pairwise(items):
        if one.kind == other.kind == "string" and "\n" not in text[one.end : other.start]:
            return True
        if other.text in ("-", "+") and one.end < other.start and _ends_item(one) and not text[other.end].isspace():
            return True
    return False


def _are_unknown(broken: Broken, one: Token, other: Token) -> bool:
    """Whether both are names that nothing binds: words whose quotes may be missing."""
    return one.kind == other.kind == "name" and not any(is_bound(name.text, broken.source) for name in (one, other))


def _takes_two(broken: Broken, name: str) -> bool:
    """Whether a function takes several arguments: a built-in one, or one that the file defines."""
    if name in ("print", "max", "min", "range", "zip", "isinstance", "pow", "divmod", "map", "filter", "getattr"):
        return True
    word = re.escape(name)
    return re.search(rf"\bdef[ \t]+{word}[ \t]*\([^()\n]*\w[^()\n]*,[^()\n]*\w[^()\n]*\)", broken.text) is not None


def _semicolons(broken: Broken, opener: int) -> Iterator[Change]:
    """Commas for all semicolons of a bracket, unless they part rows of the same length."""
    inner = broken.tokens[opener].depth + 1
    rows, edits, texts = [0], [], False
    for token in broken.tokens[opener + 1 :]:
        if token.depth < inner:
            break
        texts = texts or token.kind == "string"
        if token.depth == inner and token.text == ",":
            rows[-1] += 1
        elif token.depth == inner and token.text == ";":
            rows.append(0)
            edits.append(TextEdit(token.start, token.end, ","))
    if min(rows) == max(rows) > 0 and not texts and broken.tokens[opener].text == "[":
        return
    yield Change(tuple(edits))


def apply(request: Request) -> Mend | None:
    """The recipe."""
    return mended(request, _changes)


RECIPES = (
    Recipe(
        "add-comma",
        "Puts the comma between two items.",
        apply,
        needs_statement=False,
        unsure="Another sign than a comma, or another place, may be meant.",
    ),
)
