from __future__ import annotations

from collections import defaultdict
from pathlib import Path


def read_words(path: str | Path) -> list[str]:
    words = Path(path).read_text(encoding="utf-8").split()
    return sorted({word.lower() for word in words if len(word) > 2})


def anagrams(words: list[str]) -> list[list[str]]:
    """Groups of words made of the same letters, the largest group first."""
    clubs = defaultdict(list)
    for word in words:
        letters = sorted(word)
        clubs[letters].append(word)
    groups = [members for members in clubs.values() if len(members) > 1]
    return sorted(groups, key=len, reverse=True)


def palindromes(words: list[str]) -> list[str]:
    return [word for word in words if word == word[::-1]]


def histogram(words: list[str]) -> str:
    """How many words there are of each length."""
    counts: dict[int, int] = {}
    for word in words:
        counts[len(word)] = counts.get(len(word), 0) + 1
    return "\n".join(f"{n:>3} {'*' * counts[n]}" for n in sorted(counts))


def longest(groups: list[list[str]]) -> str:
    return max((word for group in groups for word in group), key=len)


def main() -> None:
    words = read_words("words.txt")
    groups = anagrams(words)
    print(f"{len(words)} words, {len(groups)} anagram clubs")
    for group in groups:
        print(" - " + ", ".join(group))
    print(histogram(words))
    print("palindromes:", ", ".join(palindromes(words)) or "none")
    print("longest member:", longest(groups))


if __name__ == "__main__":
    main()
