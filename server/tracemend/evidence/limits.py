"""How long a fact may look, and how what it saw is written."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from tracemend import lazy

LIMIT = 0.15
"""Seconds that one fact may take. Facts look at their clock between looks; one look cannot be broken off."""

T = TypeVar("T")

_deadline: ContextVar[float | None] = ContextVar("deadline", default=None)

_CONTROL = lazy.regex(r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


class OutOfTime(Exception):
    """The fact has looked for as long as it may: the answer is unknown."""


@contextmanager
def limited(seconds: float = LIMIT) -> Iterator[None]:
    """Everything looked at in this block shares one deadline."""
    token = _deadline.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _deadline.reset(token)


def in_time() -> None:
    """Raises OutOfTime where the deadline has passed."""
    deadline = _deadline.get()
    if deadline is not None and time.monotonic() > deadline:
        raise OutOfTime


def watched(items: Iterable[T], every: int = 32) -> Iterator[T]:
    """The items, with a look at the clock every few."""
    for count, item in enumerate(items):
        if count % every == 0:
            in_time()
        yield item


def clean(text: str, limit: int = 400) -> str:
    """A sentence fit to be shown: control, bidirectional and zero-width characters replaced, bounded."""
    text = _CONTROL.sub("\ufffd", text)
    return text if len(text) <= limit else text[: limit - 1] + "\u2026"


def short(text: str, limit: int = 80) -> str:
    """A name inside a sentence: as `clean`, and cut in its middle, so that its end stays to be seen."""
    text = clean(text, 10_000)
    if len(text) <= limit:
        return text
    return f"{text[: limit // 2 - 1]}\u2026{text[-(limit // 2) :]}"
