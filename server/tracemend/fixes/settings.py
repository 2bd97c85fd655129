"""Edits of a TOML configuration file that leave everything else in it as it is."""

from __future__ import annotations

import importlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from typing import Any

from tracemend import lazy
from tracemend.context import Context
from tracemend.evidence.fact import Value
from tracemend.fixes.recipe import Mend, TextEdit, apply_edits
from tracemend.knowledge.model import SettingChange
from tracemend.source.text import SourceText

_HEADER = lazy.regex(r"[ \t]*\[(?P<array>\[?)[ \t]*(?P<name>[^\]\r\n#]+?)[ \t]*\]\]?[ \t]*(?:#.*)?\Z")
_MAX_LINE = 400
_BARE = lazy.regex(r"[A-Za-z0-9_-]+")
_LONG = lazy.regex(r"\"\"\"|'''")


def apply(setting: SettingChange, values: Mapping[str, Value], context: Context) -> Mend | None:
    """The edit that gives a key its value in the nearest such file, from the output's folder up to the workspace's.

    The table is made where it is missing. A list gains what it lacks. None where there is no such file, where the
    value is there already, where another value stands in a form that this does not read, or where the result would
    not be the one that was meant (checked with `tomllib` on Python 3.11 and later).
    """
    if not setting.file.endswith(".toml") or os.path.basename(setting.file) != setting.file:
        return None
    value = _filled(setting.value, values)
    if value is None:
        return None
    for folder in _folders(context):
        path = os.path.join(folder, setting.file)
        text = context.documents.read(path)
        if text is None:
            continue
        edit = edit_of(SourceText(text), setting, value)
        if edit is None or not _as_meant(text, apply_edits(text, (edit,)), setting, value):
            return None
        return Mend((edit,), file=path)
    return None


def _filled(value: Any, values: Mapping[str, Value]) -> Any:
    from tracemend.knowledge.template import fill_word

    if isinstance(value, str) and "{" in value:
        words = fill_word(value, values)
        return " ".join(words) if words else None
    if isinstance(value, list | tuple):
        filled = [_filled(item, values) for item in value]
        return None if None in filled else filled
    return value if isinstance(value, str | bool | int | float) else None


def _folders(context: Context) -> Iterator[str]:
    """The output's folder and those above it within the workspace, then the workspace's."""
    folder = context.folder
    for _ in range(20):
        if folder is None or not any(
            folder == root or folder.startswith(root.rstrip("/\\") + os.sep) for root in context.roots
        ):
            break
        yield folder
        folder = os.path.dirname(folder)
    yield from context.roots


def _written(value: Any) -> str:
    """A value as TOML writes it. JSON's strings are TOML's but for DEL."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, list):
        return "[" + ", ".join(_written(item) for item in value) + "]"
    return repr(value)


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _written(name)


def _table_lines(source: SourceText, table: str | None) -> tuple[int, int] | None:
    """The first and last line (1-based) of a table's body; the last is before the next header. None: no such table."""
    start = 1 if table is None else None
    quoted = None
    for number in range(1, source.line_count + 1):
        line = source.line(number)
        if quoted is None and len(line) <= _MAX_LINE and (header := _HEADER.match(line)):
            if start is not None:
                return start, number - 1
            name = re.sub(r"[ \t\"']", "", header["name"])
            if not header["array"] and name == (table or "").replace('"', ""):
                start = number + 1
        for marks in _LONG.findall(line):
            quoted = marks if quoted is None else None if quoted == marks else quoted
    return None if start is None else (start, source.line_count)


def edit_of(source: SourceText, setting: SettingChange, value: Any) -> TextEdit | None:
    """The edit of a file's text; None where the value stands there in a form that this does not read."""
    newline = source.newline
    assignment = f"{_key(setting.key)} = {_written(value)}"
    body = _table_lines(source, setting.table)
    if body is None:
        at = len(source.text)
        lead = newline if source.text and not source.text.endswith(("\n", "\r")) else ""
        blank = newline if source.text.strip() else ""
        return TextEdit(at, at, f"{lead}{blank}[{setting.table}]{newline}{assignment}{newline}")
    first, last = body
    key = re.compile(
        rf"[ \t]*(?:{re.escape(setting.key)}|\"{re.escape(setting.key)}\"|'{re.escape(setting.key)}')[ \t]*="
    )
    for number in range(first, last + 1):
        found = key.match(source.line(number))
        if found:
            return _changed(source, source.offset(number, found.end()), value)
    while last >= first and (not source.line(last).strip() or source.line(last).lstrip().startswith("#")):
        last -= 1
    at = source.offset(last + 1, 0)
    lead = newline if last >= 1 and last >= source.line_count and not source.text.endswith(("\n", "\r")) else ""
    return TextEdit(at, at, f"{lead}{assignment}{newline}")


_SCALAR = lazy.regex(r"""[ \t]*("(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'|[\w.+:-]+)(?=[ \t]*(?:#|\r|\n|\Z))""")
_LIST = lazy.regex(r"""[ \t]*\[((?:[^\]"'#]|"(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*')*)\]""")


def _changed(source: SourceText, at: int, value: Any) -> TextEdit | None:
    """The edit of a value that is there: a scalar is replaced, a list gains what it lacks."""
    if isinstance(value, list):
        found = _LIST.match(source.text, at)
        if not found:
            return None
        missing = [item for item in map(_written, value) if item not in found[1]]
        if not missing:
            return None
        inner = found[1].rstrip()
        end = found.start(1) + len(inner)
        if not inner.strip():
            return TextEdit(found.start(1), found.end(1), ", ".join(missing))
        comma = "" if inner.endswith(",") else ","
        last = inner.splitlines()[-1]
        indent = last[: len(last) - len(last.lstrip())]
        separator = source.newline + indent if "\n" in inner and indent else " "
        return TextEdit(end, end, comma + separator + f",{separator}".join(missing) + ("," if not comma else ""))
    found = _SCALAR.match(source.text, at)
    if not found or found[1] == _written(value):
        return None
    return TextEdit(found.start(1), found.end(1), _written(value))


def _as_meant(before: str, after: str, setting: SettingChange, value: Any) -> bool:
    """Whether the file says what it said, and the setting."""
    try:
        tomllib = importlib.import_module("tomllib")
    except ModuleNotFoundError:
        return True
    try:
        old, new = tomllib.loads(before), tomllib.loads(after)
    except ValueError:
        return False
    table: Any = old
    for part in (setting.table or "").split("."):
        part = part.strip("\"' ")
        if part:
            table = table.setdefault(part, {}) if isinstance(table, dict) else None
    if not isinstance(table, dict):
        return False
    known = table.get(setting.key)
    if isinstance(value, list) and isinstance(known, list):
        value = known + [item for item in value if item not in known]
    table[setting.key] = value
    return bool(old == new)
