"""Texts with `{names}` in them: titles, causes, steps and the words of commands.

A name is letters, digits, `_`, `-` and `.`; `{{` and `}}` are braces; any other brace stands for itself. `{name|words}`
says the words where the name is missing; `{name|}` says that the text reads well without.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tracemend import lazy

Value = str | tuple[str, ...]

_FIELD = lazy.regex(r"\{\{|\}\}|\{([A-Za-z_][\w.-]{0,60}?)(\.\.\.)?(?:\|([^{}|]{0,80}))?\}")
_MISSING = "\x00"
_KEPT = lazy.regex("\x01([0-9]{1,4})\x02")
_PARENTHESES = lazy.regex(r" {0,2}\([^()\x00]{0,200}\x00[^()]{0,200}\)")
_PAIRS = ("''", '""', "``", "()", "[]", "<>", "\u00ab\u00bb", "\u201c\u201d", "\u2018\u2019")
_SEPARATORS = ":;,=\u2013\u2014-"


def fields(text: str) -> list[str]:
    """The names in a text, each once, in their order."""
    return list(dict.fromkeys(found[1] for found in _FIELD.finditer(text) if found[1]))


def fill(text: str, values: Mapping[str, Value]) -> str:
    """The text with the values put in, several joined by ", ". What is missing (or empty) and has no words of its own
    is taken out with the quotes, brackets and the separator around it, so that the rest reads well."""
    if "{" not in text and "}" not in text:
        return text
    kept: list[str] = []

    def put(found: re.Match[str]) -> str:
        if not found[1]:
            shown = found[0][0]
        else:
            value = values.get(found[1], "")
            shown = (value if isinstance(value, str) else ", ".join(value)) or found[3] or ""
            if not shown:
                return _MISSING
        kept.append(shown)
        return f"\x01{len(kept) - 1}\x02"

    marked = _FIELD.sub(put, text.replace(_MISSING, "").replace("\x01", "").replace("\x02", ""))
    if _MISSING in marked:
        marked = _without_missing(marked)
    return _KEPT.sub(lambda found: kept[int(found[1])], marked)


def _without_missing(text: str) -> str:
    for pair in _PAIRS:
        text = text.replace(f"{pair[0]}{_MISSING}{pair[1]}", _MISSING)
    text = _PARENTHESES.sub("", text)
    while _MISSING in text:
        before, _, after = text.partition(_MISSING)
        if not after.strip(" \x00"):
            text = before.rstrip(" ").rstrip(_SEPARATORS).rstrip(" ") + after.strip(" ")
        elif not before.strip():
            text = after.lstrip(" ").lstrip(_SEPARATORS).lstrip(" ")
        elif before.endswith((", ", ",")) and after.lstrip().startswith(","):
            text = before.rstrip(" ,") + after.lstrip(" ")
        elif after[0] in " .,;:)" and before.endswith(" "):
            text = before.rstrip(" ") + after
        else:
            text = before + after
    return text


def fill_word(word: str, values: Mapping[str, Value]) -> list[str] | None:
    """The words that one word of a command (or one argument of a recipe) becomes; None where a value is missing.

    `"{packages...}"` alone spreads a list, and a captured text as a shell would split it. Elsewhere a list of one is
    that one; of a longer list no single word can be made.
    """
    import shlex

    found = _FIELD.fullmatch(word)
    if found and found[2]:
        value = values.get(found[1], "")
        if isinstance(value, str):
            if not value.isprintable():  # a line feed would split too, and must withdraw the command instead
                return None
            try:
                value = tuple(shlex.split(value))
            except ValueError:
                return None
        return list(value) or None
    parts = list(_parts(word, values))
    return None if None in parts else ["".join(part for part in parts if part is not None)]


def _parts(word: str, values: Mapping[str, Value]) -> Iterator[str | None]:
    at = 0
    for found in _FIELD.finditer(word):
        yield word[at : found.start()]
        at = found.end()
        if not found[1]:
            yield found[0][0]
            continue
        value = values.get(found[1], "")
        if isinstance(value, tuple):
            value = value[0] if len(value) == 1 else ""
        yield value or None
    yield word[at:]
