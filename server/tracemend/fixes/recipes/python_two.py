"""`python-3`: statements of Python 2 in their Python 3 form, all those of the file at once.

`print x`, `print x,`, `print >>f, x`; `exec code in names`; `except A, error:` and `except A, B:`; `raise A, text`;
backticks; `<>`; once another is there also `0777` and `10L`. Does not apply where the file does not compile then.
Not sure where `except A, b` may mean two types, and where what is raised with its value may be two classes.
Source: https://docs.python.org/3/whatsnew/3.0.html
"""

from __future__ import annotations

import builtins
import re
from collections.abc import Iterator

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.broken import Broken, Change, Trials, mended

_FAULTS = lazy.regex(r"Missing parentheses in call|multiple exception types|leading zeros|invalid (?:syntax|decimal)")
_OCTAL = lazy.regex(r"0[0-7]+[lL]?\Z")
_LONG = lazy.regex(r"(?:\d+|0[xX][0-9a-fA-F]+)[lL]\Z")


class _Rewrite:
    """The edits of one file, and whether all of them are sure."""

    def __init__(self, broken: Broken) -> None:
        self.broken = broken
        self.edits: list[TextEdit] = []
        self.sure = True

    def replace(self, start: int, end: int, text: str) -> None:
        self.edits.append(TextEdit(start, end, text))

    def statement(self, first: int) -> None:
        """The statement that begins at that index."""
        word, last = self.broken.word(first), self.broken.last(first)
        if last <= first and word != "print":
            return
        if word == "print":
            self._print(first, last)
        elif word == "exec":
            self._exec(first, last)
        elif word == "except":
            self._except(first, last)
        elif word == "raise":
            self._raise(first, last)

    def _commas(self, first: int, last: int) -> list[int]:
        """The indices of the commas that are in no bracket of the statement."""
        depth = self.broken.tokens[first].depth
        tokens = self.broken.tokens
        return [at for at in range(first, last + 1) if tokens[at].text == "," and tokens[at].depth == depth]

    def _print(self, first: int, last: int) -> None:
        broken, tokens = self.broken, self.broken.tokens
        if last <= first:
            if not broken.is_op(first + 1, "=", ".", ":", ","):
                self.replace(tokens[first].end, tokens[first].end, "()")
            return
        follower = tokens[first + 1]
        if follower.kind == "op" and follower.text not in ("(", "[", "{", "-", "~", ">>", "`", "..."):
            return
        if follower.text == "(" and _closes(broken, first + 1) == last:
            return
        touches = follower.text == "(" and tokens[first].end == follower.start and not self._commas(first, last)
        if touches and not broken.is_op(_closes(broken, first + 1) + 1, "%", ","):
            return  # print(...) of Python 3
        begin, commas, options = follower.start, self._commas(first, last), ""
        if follower.text == ">>":
            if not commas:
                options = f"file={broken.text[tokens[first + 2].start : tokens[last].end]}"
                self.replace(tokens[first].end, tokens[last].end, f"({options})")
                return
            options = f", file={broken.text[tokens[first + 2].start : tokens[commas[0] - 1].end]}"
            begin = tokens[commas[0] + 1].start
            commas = commas[1:]
        end = tokens[last].end
        if commas and commas[-1] == last:
            options = ', end=" "' + options
            end = tokens[last - 1].end
        self.replace(tokens[first].end, begin, "(")
        self.replace(end, tokens[last].end, f"{options})")

    def _exec(self, first: int, last: int) -> None:
        broken, tokens = self.broken, self.broken.tokens
        if broken.is_op(first + 1, "(", "=", ".", ",", ":"):
            return
        depth = tokens[first].depth
        self.replace(tokens[first].end, tokens[first + 1].start, "(")
        for at in range(first + 1, last + 1):
            if broken.word(at) == "in" and tokens[at].depth == depth:
                self.replace(tokens[at - 1].end, tokens[at].end, ",")
                break
        self.replace(tokens[last].end, tokens[last].end, ")")

    def _except(self, first: int, last: int) -> None:
        broken, tokens = self.broken, self.broken.tokens
        commas = self._commas(first, last)
        colon = next((at for at in range(first, last + 1) if broken.is_op(at, ":") and not tokens[at].depth), None)
        if not commas or colon is None or colon < commas[-1]:
            return
        words = [broken.word(at) for at in range(first, colon)]
        final = words[-1]
        end = words.index("as") if "as" in words else colon - first
        name = (
            "as" not in words and len(commas) == 1 and commas[0] == colon - 2 and final and not _is_type(broken, final)
        )
        if name:
            self.replace(tokens[commas[0]].start, tokens[commas[0]].end, " as")
            grouped = tokens[commas[0] - 1].text == ")"
            self.sure = self.sure and (grouped or not (_is_known(broken, final) or final.isupper()))
            return
        self.replace(tokens[first + 1].start, tokens[first + 1].start, "(")
        self.replace(tokens[first + end - 1].end, tokens[first + end - 1].end, ")")

    def _raise(self, first: int, last: int) -> None:
        broken, tokens, text = self.broken, self.broken.tokens, self.broken.text
        commas = self._commas(first, last)
        if not 1 <= len(commas) <= 2 or commas[-1] == last:
            return
        if any(tokens[at].kind != "name" and tokens[at].text != "." for at in range(first + 1, commas[0])):
            return
        end = commas[1] if len(commas) == 2 else last + 1
        value = text[tokens[commas[0] + 1].start : tokens[end - 1].end]
        self.sure = self.sure and not _is_type(broken, value) and not value[:1].isupper()
        if tokens[commas[0] + 1].text == "(" and _closes(broken, commas[0] + 1) == end - 1:
            given = value
        else:
            given = "()" if value == "None" else f"({value})"
        if len(commas) == 2:
            given += f".with_traceback({text[tokens[commas[1] + 1].start : tokens[last].end]})"
        self.replace(tokens[commas[0] - 1].end, tokens[last].end, given)

    def signs(self) -> None:
        """Backticks and `<>`, wherever they stand."""
        opened: int | None = None
        tokens = self.broken.tokens
        for at, token in enumerate(tokens):
            if token.text == "<" and self.broken.is_op(at + 1, ">") and tokens[at + 1].start == token.end:
                self.replace(token.start, tokens[at + 1].end, "!=")
            elif token.kind == "newline":
                opened = None
            elif token.text == "`" and opened is None:
                opened = at
            elif token.text == "`" and opened is not None:
                self.replace(tokens[opened].start, tokens[opened].end, "repr(")
                self.replace(token.start, token.end, ")")
                opened = None

    def numbers(self) -> None:
        """`0777` and `10L`."""
        for token in self.broken.tokens:
            if token.kind == "number" and (_OCTAL.match(token.text) or _LONG.match(token.text)):
                digits = token.text.rstrip("lL")
                octal = _OCTAL.match(digits) is not None and digits.strip("0") != ""
                self.replace(token.start, token.end, f"0o{digits[1:]}" if octal else digits)


def _closes(broken: Broken, opener: int) -> int:
    """The index of the bracket that closes the one at an index; -1 where there is none."""
    tokens = broken.tokens
    for at in range(opener + 1, len(tokens)):
        if tokens[at].depth == tokens[opener].depth and tokens[at].text in (")", "]", "}"):
            return at
    return -1


def _is_type(broken: Broken, word: str) -> bool:
    """Whether a word names a class, by its spelling or as a built-in."""
    known = getattr(builtins, word, None)
    return isinstance(known, type) or (word[:1].isupper() and not word.isupper() and word.isidentifier())


def _is_known(broken: Broken, word: str) -> bool:
    """Whether the file assigns a name at a line's beginning, defines or imports it: it may be a type."""
    name = re.escape(word)
    pattern = rf"^[ \t]*(?:class[ \t]+{name}\b|{name}[ \t]*=(?!=))|\bimport\b[^\n]*\b{name}\b"
    return re.search(pattern, broken.text, re.MULTILINE) is not None


def _changes(broken: Broken, trials: Trials) -> Iterator[Change]:
    if not _FAULTS.match(broken.fault.message):
        return
    rewrite = _Rewrite(broken)
    tokens, begins = broken.tokens, True
    for at, token in enumerate(tokens):
        if token.kind == "newline" or token.text == ";":
            begins = begins or token.depth == 0
        elif token.kind != "comment":
            after_head = broken.is_op(at - 1, ":") and token.depth == 0 and _is_head(broken, at - 1)
            if (begins or after_head) and token.depth == 0:
                rewrite.statement(at)
            begins = False
    rewrite.signs()
    if not rewrite.edits:
        return
    rewrite.numbers()
    yield Change(tuple(rewrite.edits), rewrite.sure)


def _is_head(broken: Broken, colon: int) -> bool:
    """Whether a colon outside of brackets ends a compound statement's head, and not a lambda's or an annotation."""
    words = [broken.word(at) for at in range(broken.first(colon), colon)]
    heads = ("if", "elif", "else", "for", "while", "try", "except", "finally", "with", "def", "class")
    return bool(words) and words[0] in heads and "lambda" not in words


def apply(request: Request) -> Mend | None:
    """The recipe."""
    return mended(request, _changes)


RECIPES = (Recipe("python-3", "Writes Python 2's statements as Python 3 has them.", apply, needs_statement=False),)
