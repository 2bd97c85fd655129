"""Entries as plain data and back, without checks: what a compiled pack holds.

Plain data are texts, numbers, truth values, None, lists and dictionaries. It names the model's own attributes and
leaves out what has its default, so two files that say the same have the same data.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tracemend.knowledge.model import (
    Cause,
    Clause,
    Command,
    DiagnosticExample,
    DiagnosticKey,
    Edit,
    Entry,
    Example,
    Expect,
    Fix,
    NotExample,
    Question,
    SettingChange,
    Signature,
    Source,
    When,
    is_model,
)

Make = Callable[[Any], Any]


def entry_to_data(entry: Entry) -> dict[str, Any]:
    """An entry as plain data, what has its default left out."""
    return _object(entry)


def _object(value: Any) -> dict[str, Any]:
    defaults = value._field_defaults
    return {
        name: _value(inner)
        for name, inner in value._asdict().items()
        if name not in defaults or inner != defaults[name]
    }


def _value(value: Any) -> Any:
    if is_model(type(value)):
        return _object(value)
    if isinstance(value, (tuple, list)):
        return [_value(inner) for inner in value]
    if isinstance(value, Mapping):
        return {str(key): _value(inner) for key, inner in value.items()}
    return value


def entry_from_data(data: Mapping[str, Any]) -> Entry:
    """The entry that `entry_to_data` made `data` of. What was not made by it may raise, or make an odd entry."""
    made: Entry = _maker(Entry)(data)
    return made


def _maker(cls: type) -> Make:
    makers = _MAKERS[cls]

    def make(data: Mapping[str, Any]) -> Any:
        return cls(**{key: makers[key](value) if key in makers else value for key, value in data.items()})

    return make


def _tuple_of(cls: type) -> Make:
    make = _maker(cls)
    return lambda items: tuple(map(make, items))


def _lines(items: list[list[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(map(tuple, items))


def _versions(items: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(versions) for name, versions in items.items()}


_MAKERS: dict[type, dict[str, Make]] = {
    cls: {} for cls in (Clause, Edit, SettingChange, Question, Source, DiagnosticExample, Expect)
}
_MAKERS[When] = dict.fromkeys(("os", "shell", "tool", "place"), tuple)
_MAKERS[DiagnosticKey] = {"code": tuple}
_MAKERS[Command] = {"posix": _lines, "windows": _lines}
_MAKERS[Signature] = {
    **dict.fromkeys(("exception", "errno", "winerror", "literal", "tool", "raised_in", "exit"), tuple),
    "diagnostic": _maker(DiagnosticKey),
    "code": _tuple_of(Clause),
}
_MAKERS[Cause] = {"when": _maker(When), "evidence": _tuple_of(Clause), "fixes": tuple}
_MAKERS[Fix] = {
    "edit": _maker(Edit),
    "command": _maker(Command),
    "setting": _maker(SettingChange),
    "steps": tuple,
    "when": _maker(When),
    "evidence": _tuple_of(Clause),
}
_MAKERS[Example] = {"diagnostic": _maker(DiagnosticExample), "expect": _maker(Expect)}
_MAKERS[NotExample] = {"diagnostic": _maker(DiagnosticExample)}
_MAKERS[Entry] = {
    **dict.fromkeys(("also_known_as", "searches", "related"), tuple),
    "match": _tuple_of(Signature),
    "causes": _tuple_of(Cause),
    "fixes": _tuple_of(Fix),
    "questions": _tuple_of(Question),
    "sources": _tuple_of(Source),
    "examples": _tuple_of(Example),
    "not_examples": _tuple_of(NotExample),
    "seen_with": _versions,
}
