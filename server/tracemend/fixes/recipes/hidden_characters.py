"""`visible-text`: a key, path or number written without the characters in it that nobody sees.

Marks of direction, zero-width and other format or control characters go from a literal, a no-break blank becomes a
blank: where the error tells of that text, or of the same one without them (the key of a dictionary that holds them is
not found). All such literals of the file. Sure where the path exists then, the text is a number then, or it is a key.
Does not apply to what is no number then, where letters written from right to left stand in it, nor to joiners between
letters and signs that they join (emoji): there they belong to the text.
Sources: "General categories" in the Unicode standard's chapter 4; `repr` of str, which shows them as escapes.
"""

from __future__ import annotations

import ast
import os
import warnings

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.compiling import MAX_TEXT
from tracemend.fixes.toolkit.tokens import tokens_from
from tracemend.source.text import SourceText

_QUOTED = lazy.regex(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")
_JOINERS = "\u200c\u200d"
_MOST = 400


def _visible(text: str) -> str:
    """The text as it looks."""
    import unicodedata  # its tables fill a megabyte, and most files hold nothing but ASCII

    if any(unicodedata.bidirectional(one) in ("R", "AL") for one in text):
        return text
    found = []
    for at, one in enumerate(text):
        category = unicodedata.category(one)
        joins = one in _JOINERS and any(near > "~" for near in (text[at - 1 : at], text[at + 1 : at + 2]))
        if category == "Zs":
            found.append(" ")
        elif category not in ("Cf", "Cc") or one in "\t\r\n" or joins:
            found.append(one)
    return "".join(found)


def _told(message: str) -> set[str]:
    """The texts in quotes of a message, as they look."""
    found = set()
    for one in _QUOTED.findall(message[:2000]):
        value = _value(one)
        if value:
            found.add(_visible(value))
    return found


def _value(literal: str) -> str | None:
    """The text that a literal stands for; None where it is none."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            value = ast.literal_eval(literal)
    except (SyntaxError, ValueError):
        return None
    return value if isinstance(value, str) else None


def _edits(source: SourceText, told: set[str]) -> tuple[list[TextEdit], set[str]]:
    """The literals that look like one of these texts and hold more, replaced; and the texts."""
    edits: list[TextEdit] = []
    met: set[str] = set()
    for token in tokens_from(source.text, 0):
        if token.kind != "string" or "f" in token.prefix.lower():
            continue
        start, end = token.body
        written = source.text[start:end]
        visible = _visible(written)
        if visible == written:
            continue
        value = _value(token.text)
        if value is not None and _visible(value) in told:
            edits.append(TextEdit(start, end, visible))
            met.add(_visible(value))
    return edits, met


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def apply(request: Request) -> Mend | None:
    """The recipe."""
    source = request.place.source
    if source is None or len(source.text) > MAX_TEXT or source.text.isascii():
        return None
    told = _told(request.report.message)
    if not told:
        return None
    edits, met = _edits(source, told)
    if not edits or len(edits) > _MOST:
        return None
    exception = (request.report.exception or "").rpartition(".")[2]
    if exception == "KeyError":
        return Mend(tuple(edits))
    if exception == "ValueError":
        return Mend(tuple(edits)) if all(_is_number(text) for text in met) else None
    folder = request.context.folder or ""
    here = request.context.origin == "here"
    return Mend(tuple(edits), sure=here and all(os.path.exists(os.path.join(folder, text)) for text in met))


RECIPES = (
    Recipe(
        "visible-text",
        "Takes characters that nobody sees out of a text.",
        apply,
        unsure="No file of that name is seen here.",
    ),
)
