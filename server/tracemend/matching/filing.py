"""Which records a key finds, as three rows of numbers, and the entries' names, as one text: a pack has thousands of
both, and a dictionary of them takes ten times the memory.

Keys are filed by their CRC-32. Two of one checksum find the records of both, which costs a look at a record more:
whether one holds is asked of it anyway.
"""

from __future__ import annotations

import sys
from array import array
from binascii import crc32
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import overload

Rows = tuple[bytes, bytes, bytes]
"""The checksums, ascending; where each one's numbers begin (and where the last end); the numbers. Each is a row of
unsigned 32-bit integers, little-endian."""


def rows(filed: Mapping[str, Sequence[int]]) -> Rows:
    """The records' numbers of each key, to be kept in a file."""
    by_sum: dict[int, dict[int, None]] = {}
    for key, numbers in filed.items():
        by_sum.setdefault(_sum(key), {}).update(dict.fromkeys(numbers))
    sums = sorted(by_sum)
    starts, found = [0], list[int]()
    for one in sums:
        found += sorted(by_sum[one])
        starts.append(len(found))
    return _bytes(sums), _bytes(starts), _bytes(found)


class Filing:
    """Records' numbers by key."""

    def __init__(self, rows: Rows) -> None:
        self._sums, self._starts, self._numbers = map(_row, rows)

    def get(self, key: str) -> Sequence[int]:
        """The numbers of the records that may hold for a key, ascending; none for a key that nothing is filed under."""
        wanted = _sum(key)
        at = bisect_left(self._sums, wanted)
        if at == len(self._sums) or self._sums[at] != wanted:
            return ()
        return self._numbers[self._starts[at] : self._starts[at + 1]]


Text = tuple[bytes, bytes]
"""Names, ascending, in UTF-8 one behind the other; where each begins (and where the last ends)."""


def text(names: Sequence[str]) -> Text:
    """Names, ascending, to be kept in a file."""
    encoded = [name.encode("utf-8", "surrogatepass") for name in names]
    starts = [0]
    for one in encoded:
        starts.append(starts[-1] + len(one))
    return b"".join(encoded), _bytes(starts)


class Names(Sequence[str]):
    """Names by their number, and the other way round."""

    def __init__(self, text: Text) -> None:
        self._text, self._starts = text[0], _row(text[1])

    def __len__(self) -> int:
        return len(self._starts) - 1

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if not 0 <= at < len(self):
            raise IndexError(at)
        return self._text[self._starts[at] : self._starts[at + 1]].decode("utf-8", "surrogatepass")

    def number(self, name: str) -> int | None:
        """The number of a name; None where there is none like it."""
        at = bisect_left(self, name)
        return at if at < len(self) and self[at] == name else None


def _sum(key: str) -> int:
    return crc32(key.encode("utf-8", "surrogatepass"))


def _row(data: bytes) -> array[int]:
    row = array("I", data)
    if sys.byteorder == "big":
        row.byteswap()
    return row


def _bytes(numbers: Sequence[int]) -> bytes:
    row = array("I", numbers)
    if sys.byteorder == "big":
        row.byteswap()
    return row.tobytes()
