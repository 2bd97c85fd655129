"""Slips of the fingers: one character too many, too few, another one, or two changed round."""

from __future__ import annotations


def is_slip(word: str, of: str) -> bool:
    """Whether `word` is `of` after one slip, in any case of letters. A word is no slip of itself in the same case."""
    if word == of:
        return False
    one, other = word.lower(), of.lower()
    if one == other:
        return True
    if abs(len(one) - len(other)) > 1 or len(other) < 2:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    one, other = one[start:], other[start:]
    if len(one) == len(other):
        return one[1:] == other[1:] or (one[:2] == other[1::-1] and one[2:] == other[2:])
    return one[1:] == other if len(one) > len(other) else one == other[1:]
