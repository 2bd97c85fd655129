"""Facts about the program's text as it stands: characters that nobody sees, names that it would need."""

from __future__ import annotations

import re

from tracemend import lazy
from tracemend.evidence.code import listed
from tracemend.evidence.fact import UNKNOWN, Fact, Finding, Inquiry
from tracemend.evidence.limits import short

_UNSEEN = lazy.regex("[\x00-\x08\x0e-\x1f\x7f-\xa0\xad\u061c\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]")
"""Control and format characters and the blanks that are no plain one: Unicode's categories Cc, Cf and Zs, in the
planes that texts are copied from."""


def hidden_character(inquiry: Inquiry) -> Finding:
    source = inquiry.place.source if inquiry.place is not None else None
    if source is None:
        return UNKNOWN
    if source.text.isascii():
        return Finding(False, "The file holds nothing but ASCII.")
    message = inquiry.report.message
    for found in dict.fromkeys(_UNSEEN.findall(source.text)):
        if found in message or repr(found)[1:-1] in message:
            return Finding(True, f"The text that the message shows holds U+{ord(found):04X}, which nobody sees.")
    return UNKNOWN  # What was asked may hold it, and what is there not.


def names_one_of(inquiry: Inquiry) -> Finding:
    """Rules out what needs one of these names; that the file has one says little."""
    source = inquiry.place.source if inquiry.place is not None else None
    names = listed(inquiry.arguments.get("names"))
    if source is None or not names:
        return UNKNOWN
    if re.search(rf"\b(?:{'|'.join(map(re.escape, names))})\b", source.text):
        return UNKNOWN
    return Finding(False, f"The file names none of {short(', '.join(names))}.")


FACTS = (
    Fact(
        "names-one-of",
        "Does the file name any of these (where it does, that says little)?",
        names_one_of,
        arguments={"names": "the names"},
        source_only=True,
    ),
    Fact(
        "hidden-character",
        "Does the text that the message shows hold a character of the file that nobody sees?",
        hidden_character,
        source_only=True,
    ),
)
