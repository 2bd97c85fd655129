"""The file of a compiled pack: what finding needs is read at once, a record, a word or a body when it is asked for.

    magic | length and checksum of the table | table | head | records | words | bodies | where the values of each stand

All parts are `marshal` version 4, which CPython 3.4 and later read alike, and plain data only. `marshal` trusts what
it reads, so that nothing is unmarshalled before its checksum was compared: a torn or foreign file is refused.
"""

from __future__ import annotations

import gc
import io
import marshal
import struct
import threading
from binascii import crc32
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, BinaryIO

MAGIC = b"TMINDEX7"
"""The last character is the format's number: a change of the format or of a record's fields is a new one."""
MARSHAL = 4
_SIZES = struct.Struct("<II")
_PLACE = struct.Struct("<QII")
_PLACES = " places"
MAX_TABLE = 1 << 16
_BUCKET = 32
"""So many words are read together."""


class Unreadable(Exception):
    """Not a compiled pack of this format, or a damaged one."""


@contextmanager
def collector_off() -> Iterator[None]:
    """The cyclic garbage collector off: it would walk what is being loaded again and again, and find nothing."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def write(
    stamp: str, head: Mapping[str, Any], records: Sequence[Any], words: Mapping[str, Any], bodies: Sequence[Any]
) -> bytes:
    """A compiled pack as the bytes of its file. `stamp` says of what it was made."""
    record_blob, record_places = _placed(records)
    buckets: list[dict[str, Any]] = [{} for _ in range(len(words) // _BUCKET + 1)]
    for word, value in words.items():
        buckets[_bucket(word, len(buckets))][word] = value
    word_blob, word_places = _placed(buckets)
    body_blob, body_places = _placed(bodies)
    parts = {
        "head": marshal.dumps(dict(head), MARSHAL),
        "records": record_blob,
        "words": word_blob,
        "bodies": body_blob,
        "records" + _PLACES: record_places,
        "words" + _PLACES: word_places,
        "bodies" + _PLACES: body_places,
    }
    table: dict[str, Any] = {"stamp": stamp}
    at = 0
    for name, part in parts.items():
        table[name] = (at, len(part), crc32(part))
        at += len(part)
    opening = marshal.dumps(table, MARSHAL)
    return b"".join((MAGIC, _SIZES.pack(len(opening), crc32(opening)), opening, *parts.values()))


def _placed(values: Sequence[Any]) -> tuple[bytes, bytes]:
    """Values one after the other, and where each stands, how long it is, and its checksum."""
    blobs = [marshal.dumps(value, MARSHAL) for value in values]
    places, at = bytearray(), 0
    for blob in blobs:
        places += _PLACE.pack(at, len(blob), crc32(blob))
        at += len(blob)
    return b"".join(blobs), bytes(places)


def _bucket(word: str, count: int) -> int:
    """In which of so many buckets a word is kept."""
    return crc32(word.encode("utf-8", "surrogatepass")) % count


class Stored:
    """A compiled pack that lies in a file, or in memory where no file could be written. Safe to use from threads."""

    def __init__(self, file: BinaryIO) -> None:
        """Take an open file, positioned anywhere. Raises Unreadable (and closes it) where it is not one of ours."""
        self._file = file
        self._lock = threading.Lock()
        try:
            self._open()
        except (OSError, EOFError, ValueError, TypeError, KeyError, struct.error) as error:
            file.close()
            raise Unreadable(str(error)) from error

    @classmethod
    def of_bytes(cls, data: bytes) -> Stored:
        """One that is kept in memory."""
        return cls(io.BytesIO(data))

    def _open(self) -> None:
        opening = self._read(0, len(MAGIC) + _SIZES.size)
        if opening[: len(MAGIC)] != MAGIC:
            raise ValueError("not a compiled pack of this format")
        length, checksum = _SIZES.unpack_from(opening, len(MAGIC))
        if length > MAX_TABLE:
            raise ValueError("damaged table")
        self._start = len(opening) + length
        table = marshal.loads(_checked(self._read(len(opening), length), length, checksum))
        self.stamp: str = table["stamp"]
        self._parts: dict[str, tuple[int, int, int]] = table
        at, length, _ = self._parts["bodies" + _PLACES]
        if self._file.seek(0, io.SEEK_END) != self._start + at + length:
            raise ValueError("the file is cut off")
        head = self._part("head")
        with collector_off():
            self.head: dict[str, Any] = marshal.loads(head)

    def _read(self, at: int, length: int) -> bytes:
        with self._lock:
            self._file.seek(at)
            return self._file.read(length)

    def _part(self, name: str) -> bytes:
        at, length, checksum = self._parts[name]
        return _checked(self._read(self._start + at, length), length, checksum)

    def record(self, number: int) -> tuple[Any, ...]:
        """A record, by its number. Raises Unreadable where the file has been damaged since."""
        found: tuple[Any, ...] = self._value("records", number)
        return found

    def word(self, word: str) -> Any:
        """What is known of a word, None if nothing is. Raises Unreadable where the file has been damaged since."""
        count = self._parts["words" + _PLACES][1] // _PLACE.size
        found: dict[str, Any] = self._value("words", _bucket(word, count))
        return found.get(word)

    def body(self, number: int) -> dict[str, Any]:
        """An entry's plain data, by the entry's number. Raises Unreadable where the file has been damaged since."""
        found: dict[str, Any] = self._value("bodies", number)
        return found

    def _value(self, part: str, number: int) -> Any:
        where, size, _ = self._parts[part + _PLACES]
        if not 0 <= number < size // _PLACE.size:
            raise Unreadable(f"there is no {number} among the {part}")
        try:
            place = self._read(self._start + where + number * _PLACE.size, _PLACE.size)
            at, length, checksum = _PLACE.unpack(place)
            if at + length > self._parts[part][1]:
                raise ValueError("the file is damaged")
            blob = _checked(self._read(self._start + self._parts[part][0] + at, length), length, checksum)
        except (OSError, ValueError, struct.error) as error:
            raise Unreadable(str(error)) from error
        return marshal.loads(blob)

    def __del__(self) -> None:
        # A library lives as long as somebody holds one of its answers; there is no other moment to let go of the file.
        self._file.close()


def _checked(blob: bytes, length: int, checksum: int) -> bytes:
    if len(blob) != length or crc32(blob) != checksum:
        raise ValueError("the file is damaged")
    return blob
