"""Sees that a fix was applied: the document's text is what the fix makes of it."""

from __future__ import annotations

from collections import deque

_REMEMBERED = 100


class Applied:
    """The texts that fixes would make, by their hashes, and the errors that each of them mends."""

    def __init__(self) -> None:
        self._expected: deque[tuple[str, int, int, str]] = deque(maxlen=_REMEMBERED)

    def expect(self, key: str, text: str, id: str) -> None:
        """The fix of an error (its diagnosis' id) was handed out; `text` is the document with it made."""
        self._expected.append((key, len(text), hash(text), id))

    def seen(self, key: str, text: str) -> set[str]:
        """The ids of the errors that the document's text is the mended one of."""
        likely = [one for one in self._expected if one[:2] == (key, len(text))]
        if not likely:
            return set()
        made = hash(text)
        return {id for _, _, expected, id in likely if expected == made}
