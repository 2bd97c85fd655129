"""A hover for clients that show no Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracemend.diagnosis import Diagnosis

_MARKS = re.compile(r"(?P<fence>`{1,20}) ?(?P<code>[^\n]{1,2000}?) ?(?P=fence)(?!`)|\\(?P<char>[!-/:-@\[-`{-~])|\*\*?")


def hover_text(diagnosis: Diagnosis) -> str:
    """The hover's text, the Markdown taken off."""
    from tracemend.render.markdown import hover

    text = _MARKS.sub(lambda found: found["code"] or found["char"] or "", hover(diagnosis))
    return "\n".join(line.rstrip() for line in text.split("\n"))
