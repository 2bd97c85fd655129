"""The calls of a file that make `datetime` objects: of which kind, and what the file does with times."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from tracemend import lazy
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, text_of
from tracemend.source.module import Module
from tracemend.source.reach import reach

_METHODS = ("strptime", "fromisoformat", "fromtimestamp", "utcfromtimestamp", "combine", "now", "utcnow", "today")
_PARTS = ("date", "time", "strftime", "isoformat", "timestamp", "year", "month", "day", "hour", "weekday", "ctime")
_HOURS = lazy.regex(r"%-?[HIMScXfp]")
_DAY = lazy.regex(r"\d{4}-\d\d-\d\d")
_TIME_USES = (
    "hour", "minute", "second", "microsecond", "time", "timestamp", "date", "astimezone", "tzinfo", "total_seconds",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Maker:
    """A call that makes a time. `how`: the method, empty for `datetime(...)` itself."""

    call: ast.Call
    how: str


def makers(file: Module) -> list[Maker]:
    """The calls that make times which are kept as such: not `datetime.now().date()`."""
    return [one for call in file.nodes if isinstance(call, ast.Call) and (one := maker(file, call)) is not None]


def maker(file: Module, call: ast.Call) -> Maker | None:
    """What a call makes a time by; None for other calls."""
    name = dotted(call.func) or ""
    owner, _, last = name.rpartition(".")
    outer = file.parents.get(id(call))
    if isinstance(outer, ast.Attribute) and outer.attr in _PARTS:
        return None
    if last in _METHODS and owner.rpartition(".")[2] == "datetime":
        return Maker(call, last)
    return Maker(call, "") if last == "datetime" and owner in ("", "datetime", "dt") and call.args else None


def is_whole_day(file: Module, one: Maker) -> bool:
    """Whether no hours are read: by the format, by the texts that the file shows, or none is given."""
    if one.how == "strptime" and len(one.call.args) == 2:
        formats = [text_of(part) for part in reach(file, one.call.args[1]) or ()]
        return bool(formats) and all(text is not None and not _HOURS.search(text) for text in formats)
    if one.how == "fromisoformat" and one.call.args:
        texts = [text_of(part) for part in reach(file, one.call.args[0]) or ()]
        return bool(texts) and all(text is not None and _DAY.fullmatch(text) for text in texts)
    return False


def uses_hours(file: Module) -> bool:
    """Whether the file asks any time for its hours, its date or its zone, prints hours, or adds some."""
    for node in file.nodes:
        if isinstance(node, ast.Attribute) and node.attr in _TIME_USES and isinstance(node.ctx, ast.Load):
            outer = file.parents.get(id(node))
            is_method = isinstance(outer, ast.Call) and outer.func is node and not outer.args
            if is_method or node.attr not in ("date", "time"):
                return True
        if isinstance(node, ast.Call) and called(node) == "timedelta":
            hours = any(one.arg in ("hours", "minutes", "seconds", "milliseconds") for one in node.keywords)
            if hours or len(node.args) > 1:
                return True
        if isinstance(node, ast.Call) and called(node) == "isinstance" and "datetime" in file.text(node.args[-1]):
            return True
        text = text_of(node)
        if text is not None and _HOURS.search(text):
            return True
    return False


def is_naive(file: Module, one: Maker) -> bool:
    """Whether the time has no zone, as the call shows; not where it gets one in the same expression."""
    for outer in file.around(one.call):
        if isinstance(outer, ast.stmt):
            break
        if isinstance(outer, ast.Call) and (
            called(outer) in ("astimezone", "localize") or keyword_of(outer, "tzinfo") is not None
        ):
            return False
    if any(keyword_of(one.call, name) for name in ("tzinfo", "tz")) or any(
        key.arg is None for key in one.call.keywords
    ):
        return False
    if one.how == "strptime":
        text = text_of(one.call.args[1]) if len(one.call.args) == 2 else None
        return text is not None and "%z" not in text
    limits = {"": 7, "now": 0, "utcnow": 0, "fromtimestamp": 1, "utcfromtimestamp": 1}
    return one.how in limits and len(one.call.args) <= limits[one.how]


def zones(file: Module) -> Iterator[ast.expr]:
    """The zones that the file gives to times."""
    for node in file.nodes:
        if not isinstance(node, ast.Call):
            continue
        for name in ("tzinfo", "tz"):
            keyword = keyword_of(node, name)
            if keyword is not None and not (isinstance(keyword.value, ast.Constant) and keyword.value.value is None):
                yield keyword.value
        if called(node) in ("astimezone", "now") and len(node.args) == 1:
            yield node.args[0]
        if called(node) == "fromtimestamp" and len(node.args) == 2:
            yield node.args[1]
