"""Names that a mend may use without hiding one of the file's own."""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Iterator
from itertools import islice

from tracemend import lazy
from tracemend.evidence.similar import slip_of
from tracemend.source.text import SourceText

_AROUND = lazy.regex(r"[\w.]")
_BINDINGS = (
    r"^[ \t]*{0}[ \t]*(?:=(?!=)|:(?!=))|\b(?:def|class|for|as)[ \t]+{0}\b"
    r"|^[ \t]*(?:async[ \t]+)?def[ \t]+\w+\((?:[^)\n]*,)?[ \t]*\*{{0,2}}{0}[ \t]*(?:[:=,)\r\n]|$)"
)
_MAX_PLACES = 5000


def is_name(text: str) -> bool:
    """Whether `text` can stand as a variable's name."""
    return text.isidentifier() and not keyword.iskeyword(text)


def is_dotted_name(text: str) -> bool:
    """Whether `text` is one name, or several joined by dots."""
    return all(is_name(part) for part in text.split("."))


def _places(source: SourceText, name: str) -> Iterator[int]:
    """The offsets where `name` stands as a name of its own, no attribute; in strings and comments too."""
    text, at = source.text, source.text.find(name)
    while at >= 0:
        end = at + len(name)
        if not _AROUND.match(text[at - 1 : at]) and not (text[end : end + 1].isalnum() or text[end : end + 1] == "_"):
            yield at
        at = text.find(name, end)


def is_used(source: SourceText, name: str) -> bool:
    """Whether the file has a name of that spelling; one in a string counts, which does no harm."""
    return next(_places(source, name), None) is not None


def free_name(source: SourceText, *wanted: str) -> str:
    """The first of `wanted` that the file does not use, else the first with a number."""
    for name in wanted:
        if not is_used(source, name) and not hasattr(builtins, name):
            return name
    number = 2
    while is_used(source, f"{wanted[0]}_{number}"):
        number += 1
    return f"{wanted[0]}_{number}"


def is_bound(source: SourceText, name: str) -> bool:
    """Whether a line of the file shows that it binds `name`: assignment, def, class, for, as, parameter."""
    pattern = re.compile(_BINDINGS.format(re.escape(name)))
    seen: set[int] = set()
    for at in islice(_places(source, name), _MAX_PLACES):
        line, _ = source.position(at)
        if line not in seen and pattern.search(source.line(line)):
            return True
        seen.add(line)
    return False


def nearly_init(name: str) -> bool:
    """Whether a method's name is a slip for `__init__`: `_init_`, `__int__`, `__inti__`."""
    plain = name.strip("_").lower()
    if plain in ("init", "int", "inti", "initi", "innit", "intit"):
        return name != plain or plain == "init"
    return name.startswith("_") and slip_of(plain, ["init"]) is not None
