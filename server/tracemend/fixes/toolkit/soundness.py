"""The last look at a mend of a file that parses: it still does, and no comment is lost.

Only the file's outermost statements that are touched are read again, so that a long file costs little.
"""

from __future__ import annotations

import io
import tokenize
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from tracemend import lazy
from tracemend.fixes.recipe import TextEdit, apply_edits
from tracemend.source.module import begin_of, whole
from tracemend.source.statement import parse
from tracemend.source.text import SourceText

_DECLARES = lazy.regex(r"coding[:=]")
"""As in the comments of PEP 263."""


def is_sound(source: SourceText, edits: Sequence[TextEdit]) -> bool:
    """Whether what is edited still parses and keeps its comments; true where the file did not parse before."""
    module = whole(source)
    if module is None:
        return True
    begins = [0]
    for above, one in pairwise(module.tree.body):
        if begin_of(one) > (above.end_lineno or 0):  # else it stands behind a semicolon
            begins.append(source.offset(begin_of(one), 0))
    lost: Counter[str] = Counter()
    for first, last, inside in _touched(begins, edits):
        # Lines may also be put under the head of the statement above.
        for begin in (first, max(first - 1, 0)):
            start, end = begins[begin], begins[last + 1] if last + 1 < len(begins) else len(source.text)
            before = source.text[start:end]
            after = apply_edits(before, tuple(TextEdit(one.start - start, one.end - start, one.text) for one in inside))
            if parse(after) is not None:
                break
        else:
            return False
        lost.update(_comments(before))
        lost.subtract(_comments(after))
    return not +lost


def _touched(begins: Sequence[int], edits: Sequence[TextEdit]) -> list[tuple[int, int, list[TextEdit]]]:
    """The runs of outermost statements that edits touch, by the numbers of the first and the last, and their edits.

    What stands side by side is one run: lines may be put under a new head."""
    runs: list[tuple[int, int, list[TextEdit]]] = []
    for edit in sorted(edits):
        first = bisect_right(begins, edit.start) - 1
        last = bisect_right(begins, max(edit.end - 1, edit.start)) - 1
        if runs and first <= runs[-1][1] + 1:
            begin, until, inside = runs[-1]
            runs[-1] = (begin, max(until, last), [*inside, edit])
        else:
            runs.append((first, last, [edit]))
    return runs


def _comments(text: str) -> Counter[str]:
    """The comments of a text that parses, but for one that declares the encoding: it means something to Python."""
    if "#" not in text:
        return Counter()
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    try:
        found = [token.string for token in tokens if token.type == tokenize.COMMENT]
    except (tokenize.TokenError, SyntaxError):
        return Counter()
    return Counter(one.rstrip() for one in found if not _DECLARES.search(one))
