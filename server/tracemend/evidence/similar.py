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


def _plain(word: str) -> str:
    return word.lower().replace("_", "").replace("-", "")
