"""Which entries are about something like it: BM25 over the words of titles, summaries, searches and messages.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, with the usual k1 and b.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Protocol

from tracemend import lazy
from tracemend.knowledge.model import Entry
from tracemend.knowledge.words import ALPHABETS, HANGUL, SYLLABLES

K1, B = 1.2, 0.75
MAX_WORDS = 200
"""So many words of a report are looked up."""
MIN_COVERAGE = 0.3
"""An entry that shares less of a report's weight of words than this is not like it: nothing is better than a guess."""
UNKNOWN = 0.5
"""What a word that no entry has weighs against one that is as rare: most are names of the reader's own."""
COMMON = 0.2
"""A word in more than this part of the entries tells nothing by itself."""
MAX_ENTRIES = 1_000
LETTERS = 4
"""So many adjacent characters of an alphabet without blanks between words are looked up together. With two, 68% of
GLib's messages in Thai were like one of 300 of apt's, with four 46% (in English 40%); what is alike was found as well.
"""
_WORD = lazy.regex(r"[^\W_]+")
_HUMP = lazy.regex(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_GROUP = lazy.regex(r"\(\?P<\w+>|\\[a-zA-Z]|\{\w+(?:\.{3})?\}")
_STOP_WORDS = """
a an and are as at be but by can could did do does for from had has have how i if in into is it its line my no not of
on or than that the there this to was what when where which while why will with without you your
error exception errno warning failed python file most recent call last
any got given expected must need needs object one only two use used using value values
"""
_STOP = frozenset(_STOP_WORDS.split())
_CHINESE_OR_JAPANESE = ("错误", "錯誤", "失败", "失敗", "警告", "异常", "異常", "例外", "文件", "檔案", "エラ", "ラー")
_STOP_PAIRS = frozenset((*_CHINESE_OR_JAPANESE, "오류", "실패", "경고", "예외", "파일"))
"""error, failed, warning, exception, file"""


class Words(Protocol):
    """The words of a pack's entries."""

    @property
    def lengths(self) -> Sequence[int]:
        """How many words each entry has."""
        ...

    def posting(self, word: str) -> Sequence[int]:
        """Entry number, count, entry number, count... of the entries that have the word."""
        ...

    def uses(self, number: int) -> bool:
        """Whether an entry is in use."""
        ...


def words(text: str) -> list[str]:
    """The telling words of a text in lower case; names such as `FileNotFoundError` whole and in their parts.

    Where nothing shows where a word ends, pairs of adjacent characters stand for words, hiragana's left out. In Korean
    too, since particles and endings change. Asked for real messages among 1,700 others, as another program words them,
    three answers held the right one for 73% instead of 42% in Chinese, 78% instead of 34% in Japanese, 64% instead of
    58% in Korean.
    """
    if text.isascii():
        return _spaced(text)
    found = []
    for run in _runs().finditer(text):
        kind, word = run.lastgroup, run[0]
        if kind is None:
            found += _spaced(word)
            continue
        size = min(LETTERS if kind == "letters" else 2, len(word))
        pairs = (word[at : at + size] for at in range(len(word) - size + 1))
        found += [pair for pair in pairs if pair not in _STOP_PAIRS and not _inflects(pair)]
    return found


@lru_cache(maxsize=1)
def _runs() -> re.Pattern[str]:
    pairs = SYLLABLES + HANGUL
    return re.compile(rf"(?P<letters>[{ALPHABETS}]+)|(?P<pairs>[{SYLLABLES}]+|[{HANGUL}]+)|[^\W_{ALPHABETS}{pairs}]+")


def _inflects(pair: str) -> bool:
    """Whether it is hiragana alone: particles and endings, as in `ません`."""
    return all("\u3041" <= char <= "\u309f" for char in pair)


def _spaced(text: str) -> list[str]:
    """The telling words of a text that has blanks between them."""
    found = []
    for word in _WORD.findall(text):
        parts = _HUMP.split(word)
        if len(parts) > 1:
            found.append(word.lower())
        found += [part.lower() for part in parts]
    return [word for word in found if word not in _STOP and len(word) > 1]


def postings(entries: Sequence[Entry]) -> tuple[dict[str, tuple[int, ...]], tuple[int, ...]]:
    """The words of entries as plain data, to be kept: each word's posting, and the entries' lengths."""
    found: dict[str, list[int]] = {}
    lengths = []
    for number, entry in enumerate(entries):
        counts = Counter(words(_GROUP.sub(" ", "\n".join(_texts(entry)))))
        lengths.append(sum(counts.values()))
        for word, count in counts.items():
            found.setdefault(word, []).extend((number, count))
    return {word: tuple(numbers) for word, numbers in found.items()}, tuple(lengths)


def _texts(entry: Entry) -> Iterable[str]:
    yield from (entry.title, entry.summary, *entry.also_known_as, *entry.searches)
    for signature in entry.match:
        yield from (*signature.exception, *signature.literal, signature.message or "")
        if signature.diagnostic is not None:
            yield from signature.diagnostic.code


def nearest(packs: Sequence[Words], text: str, count: int) -> list[tuple[int, int]]:
    """The entries in use most like a text, best first, as (pack, entry number).

    Empty where no entry shares enough of the words. A word of more than MAX_ENTRIES entries is passed over, so that
    the cost does not grow with the packs.
    """
    asked = list(dict.fromkeys(words(text)))[:MAX_WORDS]
    total = sum(len(pack.lengths) for pack in packs)
    if not total or not asked:
        return []
    average = sum(sum(pack.lengths) for pack in packs) / total or 1.0
    scores: defaultdict[tuple[int, int], float] = defaultdict(float)
    shared: defaultdict[tuple[int, int], float] = defaultdict(float)
    telling: set[tuple[int, int]] = set()
    weight = 0.0
    for word in asked:
        found = [(number, pack.posting(word)) for number, pack in enumerate(packs)]
        if sum(len(posting) for _, posting in found) > 2 * MAX_ENTRIES:
            continue
        hits = [
            (number, posting[at], posting[at + 1])
            for number, posting in found
            for at in range(0, len(posting), 2)
            if packs[number].uses(posting[at])
        ]
        idf = math.log(1 + (total - len(hits) + 0.5) / (len(hits) + 0.5))
        weight += idf if hits else UNKNOWN * idf
        for number, entry, times in hits:
            norm = K1 * (1 - B + B * packs[number].lengths[entry] / average)
            scores[number, entry] += idf * times * (K1 + 1) / (times + norm)
            shared[number, entry] += idf
            if len(hits) <= max(2, COMMON * total):
                telling.add((number, entry))
    like = [key for key in telling if shared[key] >= MIN_COVERAGE * weight]
    return sorted(like, key=lambda key: (-scores[key], key))[:count]
