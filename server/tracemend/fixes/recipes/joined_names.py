"""`joined-name`: words that stand for one name, and names that begin with a digit.

`total price = 3` and `first-name = "Ann"` become one word, with an underscore, at every use in the file (capitals
after `class`: `MyClass`). `2nd = x` becomes `second`, `3d_points` `points_3d`, `7days` `seven_days`. Where names are
given only: at a statement's beginning, after def, class, for and as, as a parameter. Sure where none of the words is a
name by itself and, for words with blanks, where they stand together again. Does not apply after the name of a type or
another language's `var`, to a slip of a keyword, to imports, and where the new name is taken.
Source: "Names (identifiers and keywords)" in Python's lexical analysis.
"""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.broken import Broken, Change, Trials, mended
from tracemend.fixes.toolkit.renaming import AUGMENTED, called, defines, is_free, lines_of
from tracemend.fixes.toolkit.slips import is_slip
from tracemend.fixes.toolkit.tokens import Token

_DECLARES = frozenset(
    ["var", "let", "const", "auto", "double", "char", "string", "String", "long", "final", "static", "public",
     "private", "function", "func", "fn", "void", "unsigned", "boolean", "global", "local", "my", "our", "dim", "set"]
)  # fmt: skip
_SHORT_WORDS = frozenset(["my", "set", "local"])
_ORDINALS = {
    "1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth", "6th": "sixth", "7th": "seventh",
    "8th": "eighth", "9th": "ninth", "10th": "tenth",
}  # fmt: skip
_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_DIGITS_FIRST = lazy.regex(r"(?P<head>\d+[A-Za-z]*)(?:_(?P<rest>[A-Za-z]\w*))?\Z")
_MOST = 4


@dataclass(frozen=True, slots=True)
class _Name:
    """What was written for one name: its words and what parts them, and whether it is a class's or an attribute."""

    words: tuple[str, ...]
    hyphen: bool
    attribute: bool
    of_class: bool

    @property
    def joined(self) -> str:
        if self.of_class and all(word[:1].isupper() for word in self.words):
            return "".join(self.words)
        return "_".join(self.words)


def _run(broken: Broken, line: list[Token], at: int, hyphen: bool) -> int:
    """The index of the last of the words that begin at an index, parted by blanks or by hyphens alone."""
    last, step = at, 2 if hyphen else 1
    while last + step < len(line) and (last - at) // step < _MOST:
        word = line[last + step]
        between = broken.text[line[last].end : word.start]
        fits = between == "-" if hyphen else between and not between.strip(" \t")
        if not fits or not _is_word(word):
            break
        last += step
    return last


def _is_word(token: Token) -> bool:
    return token.kind == "name" and not keyword.iskeyword(token.text)


def _given(broken: Broken, line: list[Token]) -> Iterator[_Name]:
    """The names of several words that a line gives."""
    for at, token in enumerate(line):
        before = line[at - 1].text if at else ""
        if not _is_word(token) or (at and _is_word(line[at - 1]) and before != "."):
            continue
        for hyphen in (False, True):
            last = _run(broken, line, at, hyphen)
            words = tuple(one.text for one in line[at : last + 1 : 2 if hyphen else 1])
            if last > at and _is_given(line, at, last) and _may_be_name(words, hyphen):
                yield _Name(words, hyphen, before == ".", before == "class")


def _is_given(line: list[Token], at: int, last: int) -> bool:
    before = line[at - 1].text if at else ""
    after = line[last + 1].text if last + 1 < len(line) else ""
    if at == 0 or (at == 2 and before == "." and line[0].text == "self"):
        return after in ("=", ":", ",") or after in AUGMENTED
    if before in ("def", "class"):
        return after in ("(", ":")
    if before == "for" and {"items", "enumerate", "zip"} & {token.text for token in line[last:]}:
        return False  # two names, and a comma is missing
    if before in ("for", "as"):
        return after in ("in", ":", ",", "")
    if line[0].text == "def" and line[at].depth == 1:
        return before in ("(", ",", "*", "**") and after in (",", ")", "=", ":")
    return False


def _may_be_name(words: tuple[str, ...], hyphen: bool) -> bool:
    """Whether the first word declares nothing, calls nothing and is no slip of a keyword."""
    first = words[0]
    if hyphen:
        return True
    if (first in _DECLARES and first not in _SHORT_WORDS) or hasattr(builtins, first):
        return False
    known = [*keyword.kwlist, "print", "match", "case", "type"]
    return not any(first.lower() == one.lower() or (len(first) > 2 and is_slip(first, one)) for one in known)


def _joined(broken: Broken, lines: Sequence[list[Token]], name: _Name) -> Change | None:
    """The name written as one word, wherever its words stand together."""
    edits: list[TextEdit] = []
    alone = foreign = False
    uses = 0
    step = 2 if name.hyphen else 1
    length = (len(name.words) - 1) * step + 1
    for line in lines:
        at = 0
        while at < len(line):
            part = line[at : at + length]
            together = (
                tuple(one.text for one in part[::step]) == name.words
                and _run(broken, line, at, name.hyphen) >= at + length - 1
            )
            attribute = at > 0 and line[at - 1].text == "."
            if together and attribute == name.attribute:
                foreign = foreign or _names_argument(line, at, at + length - 1)
                uses += 1
                edits.append(TextEdit(part[0].start, part[-1].end, name.joined))
                at += length
                continue
            alone = alone or (line[at].kind == "name" and line[at].text in name.words and attribute == name.attribute)
            at += 1
    if not is_free(broken, name.joined) or foreign or (alone and not name.hyphen):
        return None
    return Change(tuple(edits), not alone and (name.hyphen or uses > 1))


def _names_argument(line: list[Token], at: int, last: int) -> bool:
    """Whether it names the argument of a call."""
    after = line[last + 1].text if last + 1 < len(line) else ""
    return after == "=" and line[at].depth > 0 and line[0].text != "def" and called(line, at) is not None


def _several_words(broken: Broken, first: int, last: int) -> Iterator[Change]:
    lines = lines_of(broken)
    begin, end = broken.tokens[first].start, broken.tokens[last].end
    for line in lines:
        if line[0].start >= begin and line[-1].end <= end:
            for name in sorted(_given(broken, line), key=lambda one: -len(one.words)):
                change = _joined(broken, lines, name)
                if change is not None:
                    yield change


def _with_letter(written: str) -> str | None:
    """What a name that begins with a digit may be called; None where no other name is evident."""
    found = _DIGITS_FIRST.match(written)
    if found is None or not any(letter.isalpha() for letter in written):
        return None
    head, rest = found["head"], found["rest"]
    if head.lower() in _ORDINALS:
        return "_".join([_ORDINALS[head.lower()], *([rest] if rest else [])])
    digits, letters = re.findall(r"\A(\d+)(\w*)", head)[0]
    if rest and len(letters) < 2:
        return f"{rest}_{head}"
    if len(written) - len(digits) < 3 or int(digits) >= len(_NUMBERS) or (len(digits) > 1 and digits[0] == "0"):
        return None
    return "_".join([_NUMBERS[int(digits)], letters, *([rest] if rest else [])])


def _digit_first(broken: Broken, first: int, last: int) -> Iterator[Change]:
    lines = lines_of(broken)
    begin, end = broken.tokens[first].start, broken.tokens[last].end
    for line in lines:
        if line[0].start < begin or line[-1].end > end:
            continue
        for at, token in enumerate(line):
            if token.kind != "number" or "." in token.text or not (_is_given(line, at, at) or defines(line, at)):
                continue
            name = _with_letter(token.text)
            if name is not None and is_free(broken, name):
                same = [one for other in lines for one in other if one.kind == "number" and one.text == token.text]
                yield Change(tuple(TextEdit(one.start, one.end, name) for one in same))


def _changes(broken: Broken, trials: Trials) -> Iterator[Change]:
    if not broken.tokens:
        return
    at = min(broken.at, len(broken.tokens) - 1)
    first, last = broken.first(at), broken.last(at)
    yield from _digit_first(broken, first, last)
    yield from _several_words(broken, first, last)


def apply(request: Request) -> Mend | None:
    """The recipe."""
    return mended(request, _changes)


RECIPES = (
    Recipe(
        "joined-name", "Writes as one name what has blanks, hyphens or a digit first.", apply, needs_statement=False
    ),
)
