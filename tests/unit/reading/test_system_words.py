"""Errors of the system that were raised with its words alone: glibc's, FreeBSD's and macOS', musl's."""

from __future__ import annotations

import pytest
from tracemend.reading.report import ErrorReport, Span
from tracemend.reading.scanner import read_text


def _number(message: str, exception: str | None = "OSError") -> tuple[int | None, tuple[str, ...]]:
    report = ErrorReport("python", "error", exception, message, Span(1, 1))
    return report.errno, report.paths()


@pytest.mark.parametrize(
    ("message", "number", "paths"),
    [
        ("No space left on device", 28, ()),
        ("No space left on device: 'a.csv'", 28, ("a.csv",)),
        ("Too many references: cannot splice", 109, ()),
        ("Operation timed out", 110, ()),
        ("Socket is not connected", 107, ()),
        ("Filename too long", 36, ()),
        ("Function not supported\nand a note", 38, ()),
        ("[Errno 5] No space left on device", 5, ()),
        ("[WinError 3] No such file or directory", None, ()),
        ("no space left", None, ()),
        ("", None, ()),
    ],
)
def test_the_number_of_the_words(message: str, number: int | None, paths: tuple[str, ...]) -> None:
    assert _number(message) == (number, paths)


def test_words_of_other_errors_are_their_own() -> None:
    assert _number("Invalid argument", "ValueError")[0] is None
    assert _number("Connection refused", "redis.exceptions.ConnectionError")[0] is None
    assert _number("Connection refused", "ConnectionRefusedError")[0] == 111
    assert _number("Broken pipe", "socket.error")[0] == 32
    assert _number("Permission denied", None)[0] is None


def test_the_number_of_an_error_of_openssl_is_none() -> None:
    said = "error:140770FC:SSL routines:SSL23_GET_SERVER_HELLO:unknown protocol"
    for text in (f"[Errno 1] _ssl.c:504: {said}\n", f"SSLError: [Errno 1] {said}\n"):
        ((report,),) = read_text(text)
        assert report.errno is None
        assert report.plain_message.endswith(said)
