"""The number that a text from outside holds: whole or not, as its data shows it, and where it is to be converted.

The data are the files that the code, or the command, names and that lie beside the program or where it ran; they are
read as far as a source file may be.
"""

from __future__ import annotations

import ast
import configparser
import csv
import io
import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from tracemend import lazy
from tracemend.fixes.recipe import Request, TextEdit
from tracemend.fixes.toolkit.code import called, keyword_of, text_of
from tracemend.fixes.toolkit.displays import wrap
from tracemend.fixes.toolkit.edits import add_keyword
from tracemend.fixes.toolkit.texts import measured_word
from tracemend.source.given_kinds import Given
from tracemend.source.module import Module

_WHOLE = lazy.regex(r"\s*[-+]?\d{1,15}\s*")
_NUMBER = lazy.regex(r"\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*")
_DATA = lazy.regex(r"[^\0\n]{1,200}\.(?:csv|tsv|txt|ini|cfg|conf|dat|log|json)")
_MOST_FILES = 8
_MOST_ROWS = 2_000


@dataclass(frozen=True, slots=True)
class Number:
    """What to convert to. `shown`: the data, or another place of the code, say so and all of it can be converted."""

    to: str
    shown: bool
    fits: bool = True
    """False where the data have a value that is no number: converting alone does not mend it."""


def number_of(file: Module, origin: Given, request: Request, float_beside: bool) -> Number:
    """Whether a text from outside is a whole number."""
    values = values_of(file, origin, request)
    if values:
        if not all(_NUMBER.fullmatch(one) for one in values):
            return Number(_elsewhere(file, origin) or "float", False, fits=False)
        whole = all(_WHOLE.fullmatch(one) for one in values) and _elsewhere(file, origin) != "float"
        return Number("int" if whole else "float", True)
    known = _elsewhere(file, origin)
    if known is not None:
        return Number(known, True)
    is_float = float_beside or measured_word(str(origin.key))
    return Number("float" if is_float else "int", False)


def _elsewhere(file: Module, origin: Given) -> str | None:
    """What the code converts the same column to in other places; None where it does not, or to both."""
    found = set()
    for part in file.nodes:
        if not isinstance(part, ast.Call) or called(part) not in ("int", "float", "Decimal") or len(part.args) != 1:
            continue
        for inner in ast.walk(part.args[0]):
            key = inner.slice if isinstance(inner, ast.Subscript) else None
            if isinstance(key, ast.Constant) and key.value == origin.key and origin.kind == "field":
                found.add(called(part))
    return found.pop() if len(found) == 1 else None


def values_of(file: Module, origin: Given, request: Request) -> list[str]:
    """The values of the column or setting in the data that the program reads; none where they cannot be seen."""
    if origin.kind == "field":
        delimiter = keyword_of(origin.maker, "delimiter") if origin.maker is not None else None
        mark = text_of(delimiter.value) if delimiter is not None else None
        found = [_column(text, origin.key, mark) for text in data_texts(file, request)]
        columns = [one for one in found if one]
        return columns[0] if len(columns) == 1 else []
    if origin.kind == "setting":
        settings = [one for text in data_texts(file, request) if (one := _setting(text, str(origin.key))) is not None]
        return settings if len(set(settings)) == 1 else []
    default = keyword_of(origin.maker, "default") if origin.maker is not None else None
    literal = text_of(default.value) if default is not None else None
    return [literal] if literal is not None else []


def data_texts(file: Module, request: Request) -> Iterator[str]:
    """The texts of the data files that code and command name."""
    named = [text for part in file.nodes if (text := text_of(part)) is not None and _DATA.fullmatch(text)]
    named += [word for word in (request.context.command or "").split() if _DATA.fullmatch(word)]
    folders = [os.path.dirname(request.place.file)] if request.place.file else []
    folders += [request.context.folder] if request.context.folder else []
    folders += list(request.context.roots)
    seen: set[str] = set()
    for name in dict.fromkeys(named[:_MOST_FILES]):
        for folder in folders:
            path = os.path.normpath(os.path.join(folder, name))
            if not any(_inside(path, one) for one in folders) or path in seen:
                continue
            text = request.context.documents.read(path)
            if text is not None:
                seen.add(path)
                yield text
                break


def _inside(path: str, folder: str) -> bool:
    return path.startswith(folder.rstrip("/\\") + os.sep)


def _column(text: str, key: str | int, delimiter: str | None) -> list[str]:
    """The fields of one column that are not empty rows."""
    marks = [delimiter] if delimiter else [",", ";", "\t"]
    for mark in marks:
        try:
            rows = [row for row in islice(csv.reader(io.StringIO(text), delimiter=mark), _MOST_ROWS) if row]
        except (csv.Error, TypeError, ValueError):
            return []
        head = rows[0] if rows else []
        at = head.index(key) if isinstance(key, str) and key in head else key if isinstance(key, int) else None
        if at is None or not -len(head) <= at < len(head) or len(head) < 2:
            continue
        return [row[at] for row in rows[1:] if len(row) == len(head) and any(row)]
    return []


def _setting(text: str, option: str) -> str | None:
    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read_string(text)
    except (configparser.Error, ValueError):
        return None
    found = {parser[section][option] for section in parser.sections() if option in parser[section]}
    return found.pop() if len(found) == 1 else None


def converted(file: Module, side: ast.expr, origin: Given, to: str) -> list[TextEdit]:
    """The edits that convert a text from outside: at the option, the setting or the field where it is taken."""
    if origin.kind == "option" and origin.maker is not None:
        return [add_keyword(file.statement(origin.maker), origin.maker, f"type={to}")]
    node = origin.node
    method = node.func if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else None
    if origin.kind == "setting" and method is not None and method.attr == "get" and isinstance(node, ast.Call):
        if keyword_of(node, "fallback") is not None:
            return wrap(file, node, to)  # the value to fall back on may be a text as well
        end = file.span(method)[1]
        return [TextEdit(end, end, to)]
    if origin.stored is not None:
        return wrap(file, origin.stored, to)
    return wrap(file, side, to)
