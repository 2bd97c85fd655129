"""Conversion between Arabic and Roman numerals (1 to 3999)."""

VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}

PAIRS = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"),
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
]


class RomanError(ValueError):
    """Not a number that can be converted."""


def to_roman(number: int) -> str:
    """
    >>> to_roman(1994)
    'MCMXCIV'
    """
    if not 0 < number < 4000:
        raise RomanError(f"{number} is out of range")
    text = ""
    for value, letters in PAIRS:
        while number >= value:
            text += letters
            number -= value
    return text


def from_roman(text: str) -> int:
    """
    A smaller numeral before a greater one is taken away, all others are added.

    >>> from_roman("XIV")
    14
    """
    text = text.strip().upper()
    unknown = set(text) - set(VALUES)
    if unknown or not text:
        raise RomanError(f"{text!r} is no Roman numeral")

    total = 0
    for i in range(len(text)):
        value = VALUES[text[i]]
        if VALUES[text[i + 1]] > value:
            total -= value
        else:
            total += value

    # IIII or VX add up to something but nobody writes them
    if to_roman(total) != text:
        raise RomanError(f"{text!r} is not well formed")
    return total


def convert(word: str) -> str:
    return to_roman(int(word)) if word.isdigit() else str(from_roman(word))
