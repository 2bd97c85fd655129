"""Text from outside made harmless: nothing that a program printed may format, link or hide anything."""

from __future__ import annotations

import re

from tracemend import lazy

_INLINE = lazy.regex(r"[\\`*\[\]<~&$|@]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|(?<=\w):(?=//)|(?<=www)\.", re.IGNORECASE)
"""What formats inside a line; `://`, `www.` and `@` since many renderers make links of bare addresses. An underscore
between letters does not: names keep their looks where Markdown is shown as it is."""
_BLOCK = lazy.regex(r"[-+#>=]|\d{1,9}(?=[.)])|")
"""What makes a heading, a list or a quote at the beginning of a line; a number's mark follows it."""
_CONTROL = lazy.regex(r"[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def visible(text: str) -> str:
    """`text` with control characters, bidirectional overrides and lone surrogates replaced: it shows what it is."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text).encode("utf-8", "replace").decode("utf-8")


def one_line(text: str, limit: int = 300) -> str:
    """`text` on one line, at most `limit` characters."""
    line = " ".join(visible(text).split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def markdown(text: str) -> str:
    """`text` as Markdown that reads as the text itself, on one line."""
    shown = _INLINE.sub(r"\\\g<0>", " ".join(visible(text).split()))
    begins = _BLOCK.match(shown)
    if not begins or not begins[0]:
        return shown
    at = begins.end() if begins[0].isdecimal() else 0
    return f"{shown[:at]}\\{shown[at:]}"


def code_span(text: str) -> str:
    """`text` as inline code, whatever backticks it has."""
    line = " ".join(visible(text).split())
    if not line:
        return ""
    longest = max((len(run) for run in re.findall(r"`+", line)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def code_block(text: str, language: str = "text") -> str:
    """`text` as a fenced block that it cannot end itself."""
    shown = "\n".join(visible(line) for line in text.split("\n"))
    longest = max((len(run) for run in re.findall(r"`+", shown)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{shown}\n{fence}"


def link_target(uri: str) -> str:
    """A URI for the round brackets of a Markdown link."""
    return uri.replace("(", "%28").replace(")", "%29").replace(" ", "%20").replace("<", "%3C").replace(">", "%3E")
