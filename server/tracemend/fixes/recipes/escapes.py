r"""`escapes`: write the backslashes of a text so that they are what they look like.

- `(unicode error) 'unicodeescape'`: a text that is a path of Windows, or a pattern, becomes a raw one
  (`r"C:\Users"`); where it has doubled ones already, a quote behind a backslash or other text around the path, the
  backslashes of the path are doubled. Any other text gets its broken escape doubled, and that is not sure. A `\x` or
  `\u` with some digits behind it was meant as an escape: it is left alone.
- a path whose last backslash takes the closing quote's meaning away: all its backslashes are doubled (a raw text cannot
  end in one).
- `invalid escape sequence`: the text becomes raw where no other escape stands in it, else the invalid ones are doubled;
  its value stays the same, but that of a whole path with its drive, where an `\n` was no line end either.

Source: "String and bytes literals" in Python's lexical analysis; "Why can't raw strings end with a backslash?" in its
FAQ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.compiling import MAX_TEXT, proven, said, syntax_error
from tracemend.fixes.toolkit.tokens import Token, pieces
from tracemend.source.text import SourceText

_PATH = lazy.regex(r"(?:[A-Za-z]:|[.~%\w-]+|)(?:\\[^\\/:*?\"<>|\r\n]*)+")
_DRIVE = lazy.regex(r"(?<![A-Za-z])[A-Za-z]:\\|^\\\\")
_PATTERN = lazy.regex(r"\\[dwsbDWSB.+*?()\[\]{}|]")
_BROKEN = lazy.regex(r"\\(?:U(?![0-9A-Fa-f]{8})|u(?![0-9A-Fa-f]{4})|N(?!\{[^}\n]+\})|x(?![0-9A-Fa-f]{2}))")
_DIGITS = lazy.regex(r"\\[Uux][0-9A-Fa-f]")
_ESCAPE = lazy.regex(r"\\(.|\r\n)?", re.DOTALL)
_VALID = frozenset("\\'\"abfnrtv01234567x\n\r")
_CHECKERS = frozenset(("W605", "W1401", "reportInvalidStringEscapeSequence"))
_ENDS_PATH = lazy.regex(
    r"""(?P<prefix>\b[uU]|(?<!\w))(?P<quote>["'])(?P<path>(?:[A-Za-z]:|\\\\[\w$.-]+|[\w.-]+)?"""
    r"""(?:\\{1,2}[^\\"':*?<>|\r\n]+)*\\)(?P=quote)(?=[ \t]*(?:[,)\]}:;+#]|$))"""
)


def _fails(text: str) -> bool:
    """Whether a string alone has a broken escape."""
    error = syntax_error(text)
    return error is not None and "unicodeescape" in str(error)


def _doubled(text: str, start: int, body: str) -> Iterator[TextEdit]:
    """The edits that double the single backslashes of a part of the text."""
    for found in re.finditer(r"\\+", body):
        if len(found[0]) % 2:
            at = start + found.end()
            yield TextEdit(at, at, "\\")


def _raw(piece: Token, body: str) -> TextEdit | None:
    """The edit that makes a string raw; None where a raw one would not end, or be another, or is one."""
    prefix = piece.prefix
    if "r" in prefix.lower() or body.endswith("\\") or re.search(r"\\[\"'\r\n]|\\\\", body):
        return None
    return TextEdit(piece.start, piece.start + len(prefix), "r" + prefix.replace("u", "").replace("U", ""))


def _broken(source: SourceText, piece: Token) -> tuple[list[TextEdit], bool]:
    """The edits for a string with a broken escape, and whether the text shows that they are meant."""
    start, end = piece.body
    body = source.text[start:end]
    raw = _raw(piece, body)
    path = bool(_PATH.fullmatch(body)) and (bool(_DRIVE.search(body)) or body.count("\\") > 1)
    newline_at_end = re.search(r"\\[nrt]\Z", body) is not None
    if path or (_PATTERN.search(body) and not _DRIVE.search(body)):
        if raw is not None and not newline_at_end:
            return [raw], path or not re.search(r"\\[nrt]", body)
        if not newline_at_end:
            return list(_doubled(source.text, start, body)), path
    edits: list[TextEdit] = []
    sure = True
    for word in re.finditer(r"\S+", body):
        if not _BROKEN.search(word[0]):
            continue
        drive = _DRIVE.search(word[0])
        if drive is None and _DIGITS.search(word[0]):
            return [], False
        sure = sure and drive is not None and not (newline_at_end and word.end() == len(body))
        part = word[0] if drive is not None else ""
        if newline_at_end and word.end() == len(body):
            part = part[:-2]
        if part:
            edits += _doubled(source.text, start + word.start(), part)
        else:
            for found in _BROKEN.finditer(word[0]):
                at = start + word.start() + found.start() + 1
                edits.append(TextEdit(at, at, "\\"))
    return edits, sure


def _invalid(source: SourceText, piece: Token) -> list[TextEdit]:
    """The edits that keep a string's value and take its invalid escapes away."""
    if "r" in piece.prefix.lower():
        return []
    start, end = piece.body
    body = source.text[start:end]
    named = frozenset() if "b" in piece.prefix.lower() else frozenset("NuU")
    every = list(_ESCAPE.finditer(body))
    invalid = [found for found in every if found[1] and found[1][0] not in _VALID | named]
    if not invalid:
        return []
    raw = _raw(piece, body)
    path = _PATH.fullmatch(body) and _DRIVE.search(body) and not re.search(r"\\[nrt]\Z", body)
    if raw is not None and (path or len(invalid) == len(every)):
        return [raw]
    return [TextEdit(start + found.start() + 1, start + found.start() + 1, "\\") for found in invalid]


def apply(request: Request) -> Mend | None:
    """The recipe."""
    source, line = request.place.source, request.place.line
    if source is None or line is None or len(source.text) > MAX_TEXT:
        return None
    message = said(request)
    if "unterminated string" in message or "EOL while scanning" in message:
        return _ended(source, line)
    first, last = source.offset(line, 0), source.offset(line, len(source.line(line)))
    strings = [piece for piece in pieces(source.text) if piece.is_text and "\\" in source.text[slice(*piece.body)]]
    here = [piece for piece in strings if piece.start <= last and piece.end > first]
    of_checker = request.report.code in _CHECKERS
    if of_checker or "invalid escape sequence" in message or "invalid octal escape" in message:
        edits = [edit for piece in here for edit in _invalid(source, piece)]
        return Mend(tuple(edits)) if edits else None
    if "unicodeescape" not in message:
        return None
    every: list[TextEdit] = []
    sure = True
    for piece in strings:
        if _BROKEN.search(source.text, *piece.body) and _fails(source.text[piece.start : piece.end]):
            edits, shown = _broken(source, piece)
            every += edits
            sure = sure and shown and bool(edits)
    at_place = any(piece.start <= edit.start <= piece.end for piece in here for edit in every)
    return proven(source, every, sure) if at_place else None


def _ended(source: SourceText, line: int) -> Mend | None:
    """A path whose last backslash keeps its text open."""
    begin = source.offset(line, 0)
    edits: list[TextEdit] = []
    for found in _ENDS_PATH.finditer(source.line(line)[:2000]):
        path = found["path"]
        if _DRIVE.search(path) or path.count("\\") > 1:
            edits += _doubled(source.text, begin + found.start("path"), path)
    return proven(source, edits) if edits else None


RECIPES = (Recipe("escapes", "Writes backslashes so that they are what they look like.", apply, needs_statement=False),)
