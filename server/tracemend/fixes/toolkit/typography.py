"""Characters of typesetting and the ones of Python that they stand for."""

from __future__ import annotations

import unicodedata

DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02\u301d\u301e"
SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2032\u00b4\uff07\u2039\u203a"
SUPERSCRIPTS = str.maketrans("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207b", "0123456789-")

_SIGNS = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63", "-"),
    **dict.fromkeys("\u00d7\u2217\u22c5\u2219\u2715\u2716", "*"),
    **dict.fromkeys("\u00f7\u2215\u2044", "/"),
    **dict.fromkeys("\u2264\u2a7d", "<="),
    **dict.fromkeys("\u2265\u2a7e", ">="),
    "\u2260": "!=",
    "\u2192": "->",
    "\u2026": "...",
    "\u3001": ",",
    "\u3002": ".",
    "\u3010": "[",
    "\u3011": "]",
}
_WORDS = {"\u2208": "in", "\u2209": "not in"}
_LINE_ENDS = "\u2028\u2029\u0085"


def plain(character: str) -> str | None:
    """What one character outside of strings stands for: a sign, a blank, nothing for an invisible one, a line feed for
    a separator of lines. None for Python's own, for letters, and for what has no single meaning."""
    if character in _SIGNS:
        return _SIGNS[character]
    if character in _LINE_ENDS:
        return "\n"
    if character in "\t\n\r\f" or " " <= character <= "~":
        return None
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    if category in ("Cc", "Cf"):
        return ""
    if "\uff01" <= character <= "\uff5e" and not character.isalpha():
        return unicodedata.normalize("NFKC", character)
    if category == "Nd":
        return str(unicodedata.digit(character))
    return None


def word(character: str) -> str | None:
    """The keyword that a sign of set theory stands for."""
    return _WORDS.get(character)


def fraction(character: str) -> str | None:
    """`1/2` for the character of one half, and so on."""
    if unicodedata.category(character) != "No":
        return None
    numerator, slash, denominator = unicodedata.normalize("NFKC", character).partition("\u2044")
    return f"{numerator}/{denominator}" if slash and denominator and numerator.isdecimal() else None


def decimal_part(character: str) -> str | None:
    """`.5` for the character of one half: only where that is exact."""
    found = fraction(character)
    if found is None:
        return None
    numerator, _, denominator = found.partition("/")
    if int(denominator) not in (2, 4, 5, 8, 10):
        return None
    return format(int(numerator) / int(denominator), "g").removeprefix("0")
