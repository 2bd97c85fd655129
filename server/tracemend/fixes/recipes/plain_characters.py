"""`plain-characters`: write Python's own characters for those of typesetting that stand in code.

Quotes that open or close a text, dashes, blanks that do not break, invisible characters, NUL and other control
characters, full-width signs and digits, signs of arithmetic and comparison, raised digits (a raised 2 is `**2`),
fractions (one half is `1/2`, behind a 1 it makes `1.5`). All of them in the file's code and in the fields of f-strings;
strings and comments keep theirs, but a NUL, which no source may hold, goes from these too (`\\0` in a string). Does not
apply where the reported line has none of them, where a quote has no partner on its line, and to letters that merely
look alike. Sure where the file compiles then.

Source: Python's lexical analysis; `verify_identifier` and `tok_nextc` in CPython's tokenizer.
"""

from __future__ import annotations

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.compiling import MAX_TEXT, proven
from tracemend.fixes.toolkit.fstrings import expressions_in
from tracemend.fixes.toolkit.tokens import PIECES, Token, tokens_from
from tracemend.fixes.toolkit.typography import (
    DOUBLE_QUOTES,
    SINGLE_QUOTES,
    SUPERSCRIPTS,
    decimal_part,
    fraction,
    plain,
    word,
)
from tracemend.source.text import SourceText

_MAX_NULS = 200
_MAX_LINE = 2000
"""In a longer line the partners of quotes are not looked for."""
_WIDE_TEXT = lazy.regex("[^\\0\r\n]\\0[^\\0\r\n]\\0[^\\0\r\n]")
"""Every other character a NUL: UTF-16."""
_LINE_END = lazy.regex(r"[\r\n]|\Z")
_KINDS = {'"': DOUBLE_QUOTES, "'": SINGLE_QUOTES}
_RUNS = {quote: lazy.regex(f"[{kind}{quote}]{{3}}") for quote, kind in _KINDS.items()}
_QUOTE = {character: quote for quote, kind in _KINDS.items() for character in kind}
_ENDS_TEXT = lazy.regex(
    r"[ \t]*(?:[)\]},:;.+\-*/%=<>!&|\[#\\]|$|(?:if|else|in|and|or|not|for|is|as)\b|[\uff08-\uff1e])"
)
_RAISED = lazy.regex("[\u2070\u00b9\u00b2\u00b3\u2074-\u2079\u207b]+")
_MIXED_NUMBER = lazy.regex(r"(?<![\w.])[0-9]+[ ]?\Z")
_TIGHT_BEFORE = lazy.regex(r"(?:\*\*|[*/%@~])[ \t]*\Z")
_LOOSE_AFTER = lazy.regex(r"[ \t]*(?:[-+,)\]}:;=<>!#&|^]|\Z|\r|\n|(?:if|else|and|or|in|is|for)\b)")


def _next_piece(text: str, at: int) -> Token | None:
    """The first comment or string from `at` on, which is in code."""
    return next((token for token in tokens_from(text, at) if token.kind in PIECES), None)


class _Scan:
    """One walk over a text: what is to be replaced, or that it cannot be."""

    def __init__(self, source: SourceText, marked: bool) -> None:
        self.marked = marked
        """Whether a mark at the text's beginning is the error: then it is the second one."""
        self.text = source.text
        self.newline = source.newline
        self.edits: list[TextEdit] = []
        self.lost = False
        self.doubtful = False

    def walk(self) -> None:
        """Find all edits."""
        text, at = self.text, 0
        piece = _next_piece(text, 0)
        while at < len(text) and not self.lost:
            if piece is not None and piece.start < at:
                piece = _next_piece(text, at)
            stop = piece.start if piece is not None else len(text)
            while at < stop:
                if text[at] in _QUOTE:
                    at = self._quoted(at)
                    break
                at = self._character(at) if text[at] > "~" or text[at] < " " else at + 1
            else:
                if piece is None:
                    return
                at = self._passed(piece)

    def _put(self, start: int, end: int, text: str) -> int:
        if self.text[start:end] != text:
            self.edits.append(TextEdit(start, end, text))
        return end

    def _line_end(self, at: int) -> int:
        found = _LINE_END.search(self.text, at)
        return found.start() if found else len(self.text)

    def _quoted(self, at: int) -> int:
        """A text that a typographic quote opens; the offset behind it."""
        text, quote = self.text, _QUOTE[self.text[at]]
        kind = _KINDS[quote] + quote
        run = _RUNS[quote]
        opened = run.match(text, at)
        if opened is not None:
            closed = run.search(text, at + 3)
            if closed is None or quote * 3 in text[at + 3 : closed.start()]:
                self.lost = True
                return at + 3
            self._put(at, at + 3, quote * 3)
            return self._put(closed.start(), closed.end(), quote * 3)
        end = self._line_end(at)
        if end - at > _MAX_LINE:
            self.lost = True
            return end
        closers = [place for place in range(at + 1, end) if text[place] in kind and text[place - 1] != "\\"]
        if not closers:
            self.lost = True
            return at + 1
        close = next((place for place in closers if _ENDS_TEXT.match(text[place + 1 : end])), closers[0])
        body = text[at + 1 : close]
        wanted = quote if quote not in body else "'" if quote == '"' else '"'
        if wanted in body or (wanted != quote and text[close] == quote):
            self.lost = True
        self._put(at, at + 1, wanted)
        return self._put(close, close + 1, wanted)

    def _passed(self, piece: Token) -> int:
        """A comment, or a string that Python's own quote opens; the offset behind it."""
        begin, end = (piece.start, piece.end) if piece.kind == "comment" else piece.body
        if piece.kind == "open" and len(piece.quote) == 1 and end - begin < _MAX_LINE:
            closers = [place for place in range(begin, end) if self.text[place] in _KINDS[piece.quote]]
            fitting = [place for place in closers if _ENDS_TEXT.match(self.text[place + 1 : end])]
            if not fitting:
                return piece.end
            return self._put(fitting[0], fitting[0] + 1, piece.quote)
        at = self.text.find("\0", begin, end)
        while at >= 0:
            escaped = "\\x00" if self.text[at + 1 : at + 2].isdigit() else "\\0"
            self._put(at, at + 1, escaped if piece.is_text and "r" not in piece.prefix.lower() else "")
            at = self.text.find("\0", at + 1, end)
        for part in (token for field in expressions_in(self.text, piece) for token in field):
            if len(part.text) == 1 and (part.text > "~" or part.text < " ") and part.text not in _QUOTE:
                self._character(part.start)
        return piece.end

    def _character(self, at: int) -> int:
        """One character of code that may be a foreign one; the offset behind it."""
        text, character = self.text, self.text[at]
        if character == "\ufeff" and at == 0 and not self.marked:
            return 1
        raised = _RAISED.match(text, at)
        if raised is not None:
            before = text[at - 1 : at]
            if not (before.isalnum() or before in ("_", ")", "]")) or "-" in raised[0].translate(SUPERSCRIPTS)[1:]:
                self.lost = True
            return self._put(at, raised.end(), "**" + raised[0].translate(SUPERSCRIPTS))
        if (half := fraction(character)) is not None:
            return self._fraction(at, half)
        if (keyword := word(character)) is not None:
            left = "" if text[at - 1 : at].isspace() else " "
            right = "" if text[at + 1 : at + 2].isspace() else " "
            return self._put(at, at + 1, left + keyword + right)
        instead = plain(character)
        if instead is None:
            return at + 1
        if instead == "\n":
            instead = "" if at + 1 == self._line_end(at) else self.newline
        return self._put(at, at + 1, instead)

    def _fraction(self, at: int, half: str) -> int:
        """A fraction, alone or behind a whole number."""
        begin = max(0, at - 40)
        whole = _MIXED_NUMBER.search(self.text[begin:at])
        if whole is not None:
            part = decimal_part(self.text[at])
            number = whole[0].rstrip()
            start = begin + whole.start()
            if part is not None:
                return self._put(start + len(number), at + 1, part)
            return self._put(start, at + 1, f"({number} + {half})")
        if self.text[at - 1 : at].isalnum():
            self.lost = True
        tight = _TIGHT_BEFORE.search(self.text[begin:at]) or not _LOOSE_AFTER.match(self.text[at + 1 : at + 40])
        return self._put(at, at + 1, f"({half})" if tight else half)


def apply(request: Request) -> Mend | None:
    """The recipe."""
    source, line = request.place.source, request.place.line
    if source is None or line is None or len(source.text) > MAX_TEXT:
        return None
    nuls = source.text.count("\0")
    if nuls > _MAX_NULS or (nuls and _WIDE_TEXT.search(source.text)):
        return None
    scan = _Scan(source, "U+FEFF" in request.report.message)
    scan.walk()
    if scan.lost or not (nuls or any(source.position(edit.start)[0] == line for edit in scan.edits)):
        return None
    return proven(source, scan.edits)


RECIPES = (
    Recipe(
        "plain-characters",
        "Writes Python's own characters for typographic and invisible ones in code.",
        apply,
        needs_statement=False,
    ),
)
