"""What keeps a text from being JSON, and the few characters that make it JSON.

Only slips of the pen: a comma too many or too few, `=` for a colon, single quotes, a key without quotes, Python's words
for true, false and null, the backslashes of a Windows path. Nothing that is written is left out: comments and values
stay, so a text with a comment is not mended.

Sources: https://www.rfc-editor.org/rfc/rfc8259, CPython's Lib/json/decoder.py and Modules/_json.c (where an error lies)
"""

from __future__ import annotations

import json
from typing import Literal, NamedTuple

from tracemend import lazy

Kind = Literal[
    "comma-too-many", "comma-missing", "colon-missing", "single-quotes", "key-without-quotes", "python-word",
    "backslash", "comment", "empty",
]  # fmt: skip

_STEPS = 300
_LARGEST = 300_000
_WORDS = {"True": "true", "False": "false", "None": "null"}
_WORD = lazy.regex(r"(?:True|False|None)\b")
_QUOTED = lazy.regex(r"'([^'\"\\\n]*)'")
_KEY = lazy.regex(r"([A-Za-z_$][\w$]*)(?=\s*:)")
_STRING = lazy.regex(r'"(?:[^"\\\n]|\\.)*"')
_SINGLE_BACKSLASH = lazy.regex(r"\\(?:\\|(.))")
_DRIVE = lazy.regex(r'"[A-Za-z]:\\')


class Change(NamedTuple):
    """Replace `[start, end)` of the text (characters) by `text`."""

    start: int
    end: int
    text: str


class Slip(NamedTuple):
    """The first slip, the character (0-based) at which the reader stops, and all changes that make the text JSON; none
    where it is not seen how."""

    kind: Kind
    at: int
    changes: tuple[Change, ...]


def slip_in(text: str) -> Slip | None:
    """What is wrong with a text that should be JSON; None where nothing is, or where it is none of the slips."""
    if len(text) > _LARGEST:
        return None
    first: tuple[Kind, int] | None = None
    changes: list[Change] = []
    moved = 0
    current = text
    for _ in range(_STEPS):
        try:
            json.loads(current)
        except json.JSONDecodeError as error:
            found, at = _step(current, error), error.pos
        except RecursionError:
            return None
        else:
            return Slip(*first, tuple(changes)) if first is not None else None
        if found is None:
            break
        kind, change = found
        first = first or (kind, at)
        if change is None or change.start - moved < (changes[-1].end if changes else 0):
            break
        changes.append(Change(change.start - moved, change.end - moved, change.text))
        current = current[: change.start] + change.text + current[change.end :]
        moved += len(change.text) - (change.end - change.start)
    return Slip(*first, ()) if first is not None else None


def _step(text: str, error: json.JSONDecodeError) -> tuple[Kind, Change | None] | None:
    """The slip at which the reader stops, and the change that lets it go on."""
    at, said = error.pos, error.msg
    sign = text[at : at + 1]
    end = len(text[:at].rstrip())
    before = text[end - 1 : end]
    if not text.strip():
        return "empty", None
    if text.startswith(("//", "/*", "#"), at):
        return "comment", None
    if said.startswith("Illegal trailing comma"):  # since 3.13 the place of the comma
        return "comma-too-many", Change(at, at + 1, "")
    if said.startswith("Invalid \\escape"):
        return _backslashes(text, at)
    if sign in ("}", "]") and before == ",":
        return "comma-too-many", Change(end - 1, end, "")
    quoted = _QUOTED.match(text, at)
    if sign == "'" and said.startswith("Expecting") and "delimiter" not in said:
        return "single-quotes", Change(at, quoted.end(), f'"{quoted[1]}"') if quoted else None
    if said.startswith("Expecting property name") and (key := _KEY.match(text, at)):
        return "key-without-quotes", Change(at, key.end(), f'"{key[1]}"')
    if said.startswith("Expecting value") and (word := _WORD.match(text, at)):
        return "python-word", Change(at, word.end(), _WORDS[word[0]])
    if said.startswith("Expecting ',' delimiter") and (sign in '"{[-' or sign.isdigit()) and before in '"]}':
        return "comma-missing", Change(end, end, ",")
    if said.startswith("Expecting ',' delimiter") and "\n" in text[end:at] and sign == '"':
        return "comma-missing", Change(end, end, ",")  # behind a number or a word, at the end of a line
    if said.startswith("Expecting ':' delimiter") and sign in ("=", '"', "{", "["):
        return "colon-missing", Change(at, at + 1, ":") if sign == "=" else Change(end, end, ":")
    return None


def _backslashes(text: str, at: int) -> tuple[Kind, Change | None] | None:
    """All single backslashes of the string are doubled, where it is a path with a drive, or none of the others is an
    escape that may be meant."""
    string = next((one for one in _STRING.finditer(text) if one.start() < at < one.end()), None)
    if string is None:
        return None
    written = string[0]
    others = [found[1] for found in _SINGLE_BACKSLASH.finditer(written) if found[1] is not None]
    if not _DRIVE.match(written) and any(one in 'bfnrtu"/' for one in others):
        return "backslash", None
    doubled = _SINGLE_BACKSLASH.sub(lambda found: "\\\\" + (found[1] or ""), written)
    return "backslash", Change(string.start(), string.end(), doubled)
