"""`keyword-name`: a keyword that is used as a name gets an underscore behind it, at every use in the file.

Only where the file itself gives the name: it assigns it, or it is that of a function, class, parameter or loop, or of
an attribute set on `self`. The same word as a keyword stays, so do texts; fields of f-strings change. As the name of an
argument it changes where the function called is the file's own. Not sure for a value, function or class that nothing
uses. Does not apply to names that others gave (`obj.import`, `dict(class=1)`), to None, True and False, and where the
new name is taken.
Source: "Naming Styles" in PEP 8 (a single trailing underscore).
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.broken import Broken, Change, Trials, mended
from tracemend.fixes.toolkit.renaming import AUGMENTED, called, defined, defines, ends_operand, is_free, lines_of
from tracemend.fixes.toolkit.tokens import Token
from tracemend.source.blocks import openers

_KEYWORDS = frozenset(keyword.kwlist) - {"None", "True", "False", "not", "await"}
_NAMES_AFTER = frozenset(["def", "class", "for", "as", "import", "global", "nonlocal"])
"""Keywords behind which a name stands."""
_BEFORE_BRACKET = frozenset(
    ["in", "if", "elif", "while", "return", "assert", "del", "raise", "lambda", "yield", "with", "except", "for"]
)
"""Keywords that a bracket may follow at the beginning of a statement."""
_HEADS = frozenset(["if", "elif", "else", "for", "while", "try", "except", "finally", "with", "lambda"])
"""Keywords that a colon may follow, or would where what is missing stood before it."""


def _is_name(line: list[Token], at: int, before: Token | None) -> bool:
    """Whether the keyword at an index stands where only a name can. `before` is the token before it, as a plain name
    where it is a keyword used as one."""
    word, after = line[at].text, line[at + 1] if at + 1 < len(line) else None
    sign = after.text if after is not None else ""
    if defines(line, at):
        return True
    if before is None:
        if sign == "=" or sign in AUGMENTED or (sign == "." and word != "from") or sign == ",":
            return True
        if sign == ":":
            return word not in _HEADS
        return sign in ("(", "[") and word not in _BEFORE_BRACKET
    if before.kind == "name" and keyword.iskeyword(before.text):
        if before.text in ("async", "yield") or (before.text == "not" and word == "in"):
            return False
        if before.text in _NAMES_AFTER:
            return True
    if ends_operand(before) or before.text == ".":
        return False
    if word == "lambda" and (sign in ("*", "**", ":") or (after is not None and after.kind == "name")):
        return _is_name_before_colon(line, at)
    return after is None or after.kind == "op" or keyword.iskeyword(sign)


def _is_name_before_colon(line: list[Token], at: int) -> bool:
    """Whether no colon follows in the same bracket: a `lambda` has one."""
    for token in line[at + 1 :]:
        if token.depth < line[at].depth:
            return True
        if token.text == ":" and token.depth == line[at].depth:
            return False
    return True


def _binds(line: list[Token], at: int) -> bool:
    """Whether a keyword that stands for a name is given its value there."""
    before, after = (line[at - 1].text if at else ""), (line[at + 1].text if at + 1 < len(line) else "")
    if defines(line, at) or before in ("def", "class", "as"):
        return True
    if line[0].text == "for" or before == "for" or (at == 0 and after == ":"):
        return True
    targets = [index for index, token in enumerate(line) if token.text == "=" and token.depth == 0]
    return bool(targets) and at < targets[-1] and line[at].depth == 0 and after in ("=", ",")


def _in_class(broken: Broken, token: Token) -> bool:
    """Whether the statement that a token begins stands directly in a class."""
    around = openers(broken.source, broken.source.position(token.start)[0])
    return len(around) > 1 and re.match(r"[ \t]*class\b", broken.source.line(around[1])) is not None


class _Uses:
    """The uses of one keyword as a name in a file: `edits`, whether it is bound there, whether it is the name of a
    function, class (`made`) or parameter, and whether a use was met that may not be changed."""

    def __init__(self, broken: Broken, word: str) -> None:
        self.broken, self.word = broken, word
        self.edits: list[TextEdit] = []
        self.bound = self.own = self.lost = self.named = self.made = False
        attributes: list[Token] = []
        for line in lines_of(broken):
            before: Token | None = None
            for at, token in enumerate(line):
                used = token.text == word and token.kind == "name"
                if used and before is not None and before.text == ".":
                    attributes.append(token)
                    self.own = self.own or self._sets(line, at)
                elif used and _is_name(line, at, before):
                    self._take(line, at)
                    before = Token("number", word, token.start, token.end, token.depth, token.up)
                    continue
                before = token
        if self.own:
            self._put(attributes)
            self.bound = True

    def _sets(self, line: list[Token], at: int) -> bool:
        """Whether an attribute of `self` is assigned there."""
        after = line[at + 1].text if at + 1 < len(line) else ""
        return at == 2 and line[0].text == "self" and after in ("=", ":")

    def _take(self, line: list[Token], at: int) -> None:
        after = line[at + 1].text if at + 1 < len(line) else ""
        function = called(line, at)
        if after == "=" and function is not None and line[at].depth and not defines(line, at):
            self.lost = self.lost or not defined(self.broken, function)
        self.bound = self.bound or _binds(line, at)
        member = _binds(line, at) and (at == 0 or line[at - 1].text == "def")
        self.named = self.named or (at > 0 and line[at - 1].text in ("def", "class", "as")) or defines(line, at)
        self.made = self.made or (at > 0 and line[at - 1].text in ("def", "class"))
        self.own = self.own or (member and _in_class(self.broken, line[0]))
        self._put([line[at]])

    def _put(self, tokens: list[Token]) -> None:
        self.edits += [TextEdit(one.end, one.end, "_") for one in tokens]


def _changes(broken: Broken, trials: Trials) -> Iterator[Change]:
    if not broken.tokens:
        return
    at = min(broken.at, len(broken.tokens) - 1)
    first, last = broken.first(at), broken.last(at)
    near = range(max(first - 1, 0), min(last, at + 40) + 1)
    words = {broken.word(index) for index in near} & _KEYWORDS
    for word in sorted(words, key=lambda one: min(abs(at - index) for index in near if broken.word(index) == one)):
        uses = _Uses(broken, word)
        if uses.edits and uses.bound and not uses.lost and is_free(broken, f"{word}_"):
            yield Change(tuple(uses.edits), len(uses.edits) > 1 or (uses.named and not uses.made))


def apply(request: Request) -> Mend | None:
    """The recipe."""
    return mended(request, _changes)


RECIPES = (Recipe("keyword-name", "Puts an underscore behind a keyword used as a name.", apply, needs_statement=False),)
