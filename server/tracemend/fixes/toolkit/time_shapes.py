"""Formats of `strptime` that a text's own shape allows: groups of digits, names of months, signs between them.

`shapes("14/11/2023 09:00")` are `%d/%m/%Y %H:%M` and `%m/%d/%Y %H:%M`: which of them reads the text is not asked here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from tracemend import lazy

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_CLOCK = lazy.regex(
    r"(?P<hour>\d{1,2})(?P<mark>[:h])(?P<minute>\d{2})(?P<second>:\d{2})?(?P<part>\.\d{1,6})?"
    r"(?P<half>[ ]?[AaPp][Mm]\b)?(?P<zone>[ ]?(?:Z|[+-]\d\d:?\d\d))?(?!\d)"
)
_TOKEN = lazy.regex(r"\d+|[A-Za-z]+|[^\dA-Za-z]+")
_ORDERS = (("%Y", "%m", "%d"), ("%d", "%m", "%Y"), ("%m", "%d", "%Y"), ("%y", "%m", "%d"), ("%d", "%m", "%y"),
           ("%m", "%d", "%y"), ("%Y", "%m"), ("%m", "%Y"))  # fmt: skip
_NAMED = (("%d", "%Y"), ("%d", "%y"), ("%Y", "%d"), ("%d",), ("%Y",))
"""Orders of the numbers of a date, without and with the name of its month."""


def shapes(value: str) -> list[str]:
    """Every format that fits the shape of a date, a time, or both; none where the text is something else."""
    clocks = list(_CLOCK.finditer(value))
    if len(clocks) > 1:
        return []
    if not clocks:
        return list(_dates(value))
    found, clock = clocks[0], _clock(clocks[0])
    before, after = value[: found.start()], value[found.end() :]
    if not before and not after:
        return [clock]
    if before and after:
        return []
    if before:
        joint = re.search(r"(?:(?<=\d)T|[^\dA-Za-z]+)\Z", before)
        return [one + joint[0] + clock for one in _dates(before[: joint.start()])] if joint else []
    joint = re.match(r"[^\dA-Za-z]+", after)
    return [clock + joint[0] + one for one in _dates(after[joint.end() :])] if joint else []


def _clock(found: re.Match[str]) -> str:
    """The format of a time of day."""
    form = ("%I" if found["half"] else "%H") + found["mark"] + "%M"
    form += (":%S" if found["second"] else "") + (".%f" if found["part"] else "")
    for name, directive in (("half", "%p"), ("zone", "%z")):
        text = found[name] or ""
        form += (" " if text.startswith(" ") else "") + (directive if text else "")
    return form


def _dates(text: str) -> Iterator[str]:
    """The formats of a date."""
    tokens = _TOKEN.findall(text)
    if not tokens or "%" in text or len(tokens) > 9:
        return
    if re.fullmatch(r"\d{8}", text):
        yield "%Y%m%d"
        return
    words = [_word(token) for token in tokens if token.isalpha()]
    numbers = [token for token in tokens if token.isdigit()]
    if any(not one for one in words) or any(len(one) not in (1, 2, 4) for one in numbers):
        return
    named = sum("%b" in one or "%B" in one for one in words)
    for order in _NAMED if named == 1 else _ORDERS if not named else ():
        if (
            len(order) != len(numbers)
            or any(
                (len(number) == 4) != (directive == "%Y") or (directive == "%y" and len(number) != 2)
                for number, directive in zip(numbers, order, strict=True)
            )
            or (order[0] == "%y" and any(len(one) != 2 for one in numbers))
        ):
            continue
        for chosen in product(*words):
            numeric, named_ones = iter(order), iter(chosen)
            yield "".join(
                next(numeric) if token.isdigit() else next(named_ones) if token.isalpha() else token for token in tokens
            )


def _word(word: str) -> tuple[str, ...]:
    """The directives that read a word."""
    low = word.lower()
    for names, short, whole in ((MONTHS, "%b", "%B"), (DAYS, "%a", "%A")):
        if low in names:
            return (short, whole) if len(low) == 3 else (whole,)
        if len(low) == 3 and any(name.startswith(low) for name in names):
            return (short,)
    return ()


def as_pattern(form: str) -> str:
    """A regular expression of the texts that a format can read, as far as digits and letters go."""
    widths = {"%Y": r"\d{4}", "%f": r"\d{1,6}", "%j": r"\d{1,3}", "%z": r"(?:Z|[+-]\d\d:?\d\d)", "%p": "[AaPp][Mm]"}
    found = []
    for part in re.findall(r"%.|[^%]+", form, re.DOTALL):
        if not part.startswith("%"):
            found.append(re.sub(r"(?:\\\s|\s)+", r"\\s+", re.escape(part)))
        else:
            found.append(widths.get(part, r"[A-Za-z]{3,9}" if part in ("%b", "%B", "%a", "%A") else r"\d{1,2}"))
    return "".join(found)
