"""What a misspelt word may have been."""

from __future__ import annotations

from collections.abc import Iterable

from tracemend.evidence.limits import watched

_CUTOFF = 0.74


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like `word`, which is not `word` itself; None where none is like it.

    Another case, or other joining characters, come first. Very short words have no near ones: almost every
    other short word is as near.
    """
    from difflib import SequenceMatcher

    if not 2 <= len(word) <= 100:
        return None
    plain = _plain(word)
    matcher = SequenceMatcher(b=word, autojunk=False)
    best: tuple[float, str] | None = None
    slack = 1 if len(word) < 5 else max(2, len(word) // 4)
    for candidate in watched(candidates):
        if candidate == word or not candidate:
            continue
        if _plain(candidate) == plain:
            score = 1.0
        else:
            if abs(len(candidate) - len(word)) > slack or len(candidate) < 3:
                continue
            matcher.set_seq1(candidate)
            if matcher.real_quick_ratio() < _CUTOFF or matcher.quick_ratio() < _CUTOFF:
                continue
            score = matcher.ratio()
            if score < _CUTOFF:
                continue
        if best is None or (-score, candidate) < (-best[0], best[1]):
            best = (score, candidate)
    return best[1] if best else None


def slip_of(word: str, few: Iterable[str]) -> str | None:
    """The one of a few names from which `word` differs by one slip of the fingers: a letter more, less or other, or
    two changed round. None where two are as near. For names of two letters and more, among few only."""
    near = [
        one for one in dict.fromkeys(few) if len(word) > 1 and len(one) > 2 and one != word and _one_slip(word, one)
    ]
    return near[0] if len(near) == 1 else None


def is_other_form(word: str, other: str) -> bool:
    """Whether two texts are the same words otherwise written: in another case, joined or parted by other characters."""
    return word != other and bool(_bare(word)) and _bare(word) == _bare(other)


def _bare(word: str) -> str:
    return "".join(one for one in word.lower() if one.isalnum())


def is_as_near(word: str, one: str, other: str) -> bool:
    """Whether `word` may stand for `other` no less than for `one`: it is the beginning of both (`weight_` of
    `weight_net` and `weight_gross`), or `other` is as like it by letters, or by slips of the fingers where both are
    one slip away. Another case or another joining character alone is nearest of all."""
    from difflib import SequenceMatcher

    if other in (word, one) or _plain(one) == _plain(word):
        return False
    if len(word) > 2 and one.startswith(word) and other.startswith(word):
        return True
    if _one_slip(word, one):
        return len(other) > 2 and _one_slip(word, other)
    return SequenceMatcher(None, other, word, False).ratio() >= SequenceMatcher(None, one, word, False).ratio()


def _one_slip(word: str, other: str) -> bool:
    start = 0
    while start < min(len(word), len(other)) and word[start] == other[start]:
        start += 1
    left, right = word[start:], other[start:]
    if left[1:] == right[1:] or left[1:] == right or left == right[1:]:
        return True
    return len(left) > 1 and left[:2] == right[1::-1] and left[2:] == right[2:]


def _plain(word: str) -> str:
    return word.lower().replace("_", "").replace("-", "")
