"""Questions to text that does not compile: where its code, strings and comments are, and whether a mend helps."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from tracemend.fixes.recipe import Mend, TextEdit, apply_edits
from tracemend.source.text import SourceText

MAX_TEXT = 1_000_000
"""A longer text is not compiled to see whether a mend helps."""

_TOKEN = re.compile(
    r"""(?P<comment>\#[^\r\n]*)
    |(?P<prefix>(?<!\w)[A-Za-z]{0,3})(?:(?P<long>\"""|''')|(?P<short>"(?:[^"\\\r\n]|\\(?:\r\n|.))*"?|'(?:[^'\\\r\n]|\\(?:\r\n|.))*'?))""",
    re.DOTALL | re.VERBOSE,
)
_LONG_ENDS = {'"""': re.compile(r'(?:[^\\"]+|\\.|"(?!""))*(?:""")?', re.DOTALL)}
_LONG_ENDS["'''"] = re.compile(r"(?:[^\\']+|\\.|'(?!''))*(?:''')?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text that is not code: offsets in characters, the end exclusive.

    Of a string `prefix` are the letters before the quote, `quote` the quotes that opened it, `closed` whether the
    same closed it (a short one on its own line).
    """

    kind: Literal["comment", "string"]
    start: int
    end: int
    prefix: str = ""
    quote: str = ""
    closed: bool = True

    @property
    def body(self) -> tuple[int, int]:
        """Offsets of what stands between the quotes."""
        begin = self.start + len(self.prefix) + len(self.quote)
        return begin, self.end - len(self.quote) if self.closed else self.end


def piece_after(text: str, at: int) -> Piece | None:
    """The first comment or string that begins at or after `at`, which is in code."""
    token = _TOKEN.search(text, at)
    if token is None:
        return None
    start, end = token.span()
    if token["comment"] is not None:
        return Piece("comment", start, end)
    prefix = token["prefix"]
    if token["long"]:
        quote = token["long"]
        found = _LONG_ENDS[quote].match(text, end)
        end = found.end() if found else len(text)
        opened = start + len(prefix) + 3
        return Piece("string", start, end, prefix, quote, end - opened >= 3 and text.endswith(quote, opened, end))
    whole = token["short"]
    closed = len(whole) > 1 and _is_closed(whole)
    return Piece("string", start, end, prefix, whole[0], closed)


def _is_closed(whole: str) -> bool:
    """Whether a short string ends with its quote: one after a backslash ends nothing."""
    if whole[-1] != whole[0]:
        return False
    inner = whole[1:-1]
    return (len(inner) - len(inner.rstrip("\\"))) % 2 == 0


def pieces(text: str) -> Iterator[Piece]:
    """The comments and strings of a text in their order; f-strings count as one string with all that is in them."""
    at = 0
    while (piece := piece_after(text, at)) is not None:
        yield piece
        at = max(piece.end, at + 1)


def code_only(text: str) -> str:
    """The text with its strings' insides and its comments blanked, of the same length and with the same lines."""
    parts, at = [], 0
    for piece in pieces(text):
        start, end = (piece.start, piece.end) if piece.kind == "comment" else piece.body
        parts += [text[at:start], re.sub(r"[^\r\n]", " ", text[start:end])]
        at = end
    return "".join([*parts, text[at:]])


def syntax_error(text: str) -> SyntaxError | None:
    """The error that this interpreter's compiler finds in a text; None where it compiles."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(text, "<mended>", "exec", dont_inherit=True)
    except SyntaxError as error:
        return error
    except (ValueError, RecursionError, MemoryError) as error:
        return SyntaxError(str(error))
    return None


def compiles(text: str) -> bool:
    """Whether this interpreter compiles a text."""
    return syntax_error(text) is None


def proven(source: SourceText, edits: Iterable[TextEdit], sure: bool = True, note: str | None = None) -> Mend | None:
    """The edits as a mend if they help: as sure as the caller is where the file compiles with them; not sure where
    another error, further down, is then the first; None where neither is so."""
    made = tuple(edits)
    if not made or len(source.text) > MAX_TEXT:
        return None
    after = syntax_error(apply_edits(source.text, made))
    if after is None:
        return Mend(made, sure=sure, note=note)
    before = syntax_error(source.text)
    if before is None or not before.lineno or not after.lineno:
        return None
    added = sum(edit.text.count("\n") - source.text.count("\n", edit.start, edit.end) for edit in made)
    last = max(source.position(edit.start)[0] for edit in made if source.position(edit.start)[0] <= before.lineno + 1)
    further = after.lineno > max(before.lineno, last) + max(added, 0)
    return Mend(made, sure=False, note=note) if further else None
