"""Bytes of a file or a pipe, in pieces cut anywhere, to text.

UTF-8, with or without a byte order mark; UTF-16 where it begins with its mark, as Windows PowerShell's `>` and
`Out-File` write it ("Unicode", about_Character_Encoding). Any other encoding is not guessed: what is not UTF-8 becomes
U+FFFD, and the ASCII around it, which is what errors are recognised by, is read.
"""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LONGEST = max(len(mark) for mark, _ in _MARKS)


class TextDecoder:
    """An incremental decoder that finds out the encoding from the first bytes. The text does not depend on the cuts."""

    def __init__(self) -> None:
        self._decoder: codecs.IncrementalDecoder | None = None
        self._first = b""
        self._encoding: str | None = None

    @property
    def encoding(self) -> str | None:
        """What the first bytes say; None as long as there are too few."""
        return self._encoding

    def decode(self, data: bytes, final: bool = False) -> str:
        """The text of one more piece; `final`: nothing more comes. The mark is no part of the text."""
        if self._decoder is None:
            data = self._first = self._first + data
            if len(data) < _LONGEST and not final and any(mark.startswith(data) for mark, _ in _MARKS):
                return ""
            encoding = "utf-8"
            for mark, name in _MARKS:
                if data.startswith(mark):
                    data, encoding = data[len(mark) :], name
                    break
            self._decoder, self._first = codecs.getincrementaldecoder(encoding)("replace"), b""
            self._encoding = encoding
        return self._decoder.decode(data, final)
