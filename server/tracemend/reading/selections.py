"""What a person has selected, as the program printed it: what pages, word processors and logs have made of it undone.

Every line stays one line, so that places in the selection hold; a whole traceback in a line is told with its place.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Sequence

from tracemend import lazy
from tracemend.reading.surroundings import is_exception_name

_ENTITY = lazy.regex(r"&(?:lt|gt|amp|quot|apos|nbsp|#\d{1,6}|#[xX][\da-fA-F]{1,5});")
_QUOTES = str.maketrans({
    **dict.fromkeys("‘’‚‛′", "'"), **dict.fromkeys("“”„‟″", '"'), "\u00a0": " ", "\u202f": " ", "…": "...",
    **dict.fromkeys("\u200b\u200c\u2060\ufeff"),
})  # fmt: skip
_WRITTEN = lazy.regex("[“”„‟\u200b\u200c\u2060]|(?:Error|Exception|Warning): [^\n‘’]{0,400}[‘’]")
"""Quotes that no Python program prints; GNU's print single ones, but in no exception."""
_MARKED = lazy.regex(
    r"\s{0,8}(?:[-*•>]|\d{1,3}[.)])?\s{0,4}(?P<mark>\*\*|`{1,2})(?=[^\s*`])(?P<text>.{1,4000}?)(?P=mark)[.,;]?\s*$"
)
_MOST_LINES = 60
_HEAD = 240
_MOST_CUTS = 8
_CUT = lazy.regex(
    r"(?:[:|\])}>\"]| -|\t)\s{1,8}(?=\S)|(?:ERROR|CRITICAL|FATAL|WARNING)\s{1,8}(?=\S)|\](?=[A-Z])|\t(?=\S)"
    r"|[ \"](?=[A-Za-z_][\w.]{0,80}(?:Error|Exception): )"
)
_HEADER = "Traceback (most recent call last): "
_CHAINED = lazy.regex(
    r" (?=(?:The above exception was the direct cause of |During handling of the above exception, another exception "
    r"occurred: )|Traceback \(most recent call last\): )"
)
_FOLDED_FRAME = lazy.regex(r' (?P<place>File "[^"]{1,400}", line \d{1,7}(?:, in [^\s,]{1,200}(?= |$))?)')
_NAME = lazy.regex(r"(?<= )[A-Za-z_][\w.]{2,200}(?=: |$)")
_CARETS = lazy.regex(r" [~^]{1,400}$")
_LONGEST_FOLDED = 20_000


def mended(text: str) -> Iterator[str]:
    """The forms that the text may have had, the likeliest first; the text itself among them."""
    bare = _bare(text) if "**" in text or "`" in text else text
    unescaped = "\n".join(html.unescape(line) for line in bare.split("\n")) if _ENTITY.search(bare) else bare
    straight = unescaped.translate(_QUOTES)
    forms = [straight] if _WRITTEN.search(unescaped) else []
    yield from dict.fromkeys((*forms, unescaped, bare, text, straight))


def _bare(text: str) -> str:
    """A text without Markdown's signs around it all, or around lines."""
    inner = text.strip()
    for mark in ("**", "`"):
        if inner.startswith(mark) and inner.endswith(mark) and mark not in inner[len(mark) : -len(mark)]:
            return text.replace(mark, "")
    return "\n".join(map(_unmarked, text.split("\n")))


def _unmarked(line: str) -> str:
    """A line without Markdown's signs around it."""
    found = _MARKED.match(line)
    if found:
        return found["text"]
    end = line.rstrip()
    return end[:-1] if end.endswith("`") and end.count("`") == 1 else line  # the last line of a marked text


def behind_heads(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The rests of lines behind what may be a log's head, each line's longest one first, and the lines' indices."""
    for at, line in enumerate(lines[:_MOST_LINES]):
        start = 0
        for _ in range(_MOST_CUTS):
            cut = _CUT.search(line, start, _HEAD)
            if not cut:
                break
            start = cut.end()
            yield at, line[start:]


def unfolded(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Tracebacks that stand in one line, as logs and chats that take line feeds out leave them: each on lines of its
    own again, and the index of its line."""
    for at, line in enumerate(lines[:_MOST_LINES]):
        start = line.find(_HEADER + 'File "') if len(line) <= _LONGEST_FOLDED else -1
        if start >= 0:
            parts = _CHAINED.sub("\n", line[start:].rstrip()).split("\n")
            yield at, "".join(map(_frames_apart, parts))


def _frames_apart(part: str) -> str:
    """One traceback of a chain, or the sentence between two, with its line feeds."""
    if not part.startswith(_HEADER):
        return f"\n{part}\n\n"
    header, *rest = _FOLDED_FRAME.split(part)
    lines = [header]
    for place, code in zip(rest[::2], rest[1::2], strict=True):
        last = next(filter(_ends_traceback(code), _NAME.finditer(code)), None)
        lines.append(f"  {place}")
        source = _CARETS.sub("", (code[: last.start()] if last else code).strip())
        lines += [f"    {source}"] if source else []
        lines += [code[last.start() :]] if last else []
    return "\n".join([*lines, ""])


def _ends_traceback(code: str) -> Callable[[re.Match[str]], bool]:
    """Whether a name in what stands behind a frame is that of the exception: not one that the source line names."""

    def ends(name: re.Match[str]) -> bool:
        before = code[: name.start()].rstrip()
        return is_exception_name(name[0]) and not before.endswith(("except", "raise", "from", ","))

    return ends
