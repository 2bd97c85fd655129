"""What is asked of an entry's patterns and literals: whether they are safe, and the words that they are found by.

The words are needed whenever something is matched, the safety only when an entry is loaded from its file; so what
works that out is imported when it is first asked.
"""

from __future__ import annotations

from tracemend.knowledge.words import fixed_characters as fixed_characters
from tracemend.knowledge.words import fixed_runs as fixed_runs
from tracemend.knowledge.words import fixed_words as fixed_words
from tracemend.knowledge.words import forget as forget
from tracemend.knowledge.words import literal_pairs as literal_pairs
from tracemend.knowledge.words import stands_in as stands_in
from tracemend.knowledge.words import text_pairs as text_pairs
from tracemend.knowledge.words import text_words as text_words
from tracemend.knowledge.words import word_pairs as word_pairs


def unsafe(pattern: str, *, whole: bool = True) -> str | None:
    """Why a pattern is refused, as a sentence; None where it is not. `whole`: it is held against a whole text, not
    searched for in it. Nothing can stop a running `re`, so this is asked before a pattern is ever used."""
    from tracemend.knowledge.hanging import unsafe as judge

    return judge(pattern, whole=whole)
