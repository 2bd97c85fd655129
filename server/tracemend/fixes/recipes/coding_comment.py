"""`coding-comment`: the comment that declares a file's encoding names the one that the file has, UTF-8.

For a name that Python does not know, for one that does not go with a mark of UTF-8, and for ASCII in a file with other
letters: wherever the file's bytes are UTF-8. The rest of the comment stays. Does not apply where they are not: which
encoding they have the bytes do not say, and an editor that opened the file as UTF-8 would write other ones.
Source: PEP 263; "Encoding declarations" in Python's lexical analysis.
"""

from __future__ import annotations

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit

_COMMENT = lazy.regex(r"^[ \t\f]*#.*?coding[:=][ \t]*(?P<name>[-\w.]+)")
_NO_COMMENT = lazy.regex(r"^[ \t\f]*(?:#|\Z)")
_UTF_8 = ("utf-8", "utf8", "utf_8", "u8")


def apply(request: Request) -> Mend | None:
    """The recipe."""
    source = request.place.source
    if source is None or "\ufffd" in source.text:
        return None
    for line in (1, 2):
        text = source.line(line)
        found = _COMMENT.match(text)
        if found is not None:
            if found["name"].lower() in _UTF_8:
                return None
            start, end = source.offset(line, found.start("name")), source.offset(line, found.end("name"))
            return Mend((TextEdit(start, end, "utf-8"),))
        if not _NO_COMMENT.match(text):
            return None
    return None


RECIPES = (Recipe("coding-comment", "Declares the encoding that the file has.", apply, needs_statement=False),)
