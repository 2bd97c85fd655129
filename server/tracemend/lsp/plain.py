"""Hovers and cards for clients that show no Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracemend import lazy

if TYPE_CHECKING:
    from tracemend.diagnosis import Diagnosis

_MARKS = lazy.regex(r"(?P<fence>`{1,20}) ?(?P<code>[^\n]{1,2000}?) ?(?P=fence)(?!`)|\\(?P<char>[!-/:-@\[-`{-~])|\*\*?")


_LINK = lazy.regex(r"(?<!\\)\[((?:[^\]\\\n]|\\.){1,500})\]\([^)\n]{1,2000}\)")
_HEADING = lazy.regex(r"#{1,6} ")
_FENCE = lazy.regex(r"`{3,}")


def hover_text(diagnosis: Diagnosis) -> str:
    """The hover's text, the Markdown taken off."""
    from tracemend.render.markdown import hover

    return plain_text(hover(diagnosis))


def plain_text(markdown: str) -> str:
    """Markdown as we write it, as plain text: marks taken off, of links the text, code blocks indented."""
    lines: list[str] = []
    fence = ""
    for line in markdown.split("\n"):
        begin = _FENCE.match(line)
        if fence:
            if line.rstrip() == fence:
                fence = ""
            else:
                lines.append(f"    {line}")
        elif begin:
            fence = begin[0]
        else:
            text = _LINK.sub(r"\1", _HEADING.sub("", line, count=1))
            lines.append(_MARKS.sub(lambda found: found["code"] or found["char"] or "", text).rstrip())
    return "\n".join(lines)
