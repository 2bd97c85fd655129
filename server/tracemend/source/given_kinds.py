"""What a value that comes from outside can be: a text, rows of texts, something that is made of them."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import Literal

Kind = Literal["field", "option", "setting", "typed"]


@dataclass(frozen=True, slots=True)
class Given:
    """A text from outside. `node` is the expression that takes it (`row["price"]`, `config.get(...)`), `key` the
    column, option or setting; `maker` the call that reads the rows, or that adds the option; `stored` the expression
    that a field of a class, or a key of a display, is filled with, where it went through one."""

    kind: Kind
    node: ast.expr
    key: str | int
    maker: ast.Call | None = None
    stored: ast.expr | None = None


@dataclass(frozen=True, slots=True)
class Items:
    """Something whose items are of one kind."""

    item: Value


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a CSV file: its fields are texts. `named`: by the heading, else by position."""

    maker: ast.Call | None
    named: bool


@dataclass(frozen=True, slots=True)
class Made:
    """What a call of a class of the file makes, or a dictionary that is written out."""

    calls: tuple[ast.Call | ast.Dict, ...]
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Options:
    """What `parse_args` gives."""


Value = Given | Items | Row | Made | Options | None


def joined(values: list[Value]) -> Made:
    """Several that are made of one class as one, with the calls of all."""
    made = [one for one in values if isinstance(one, Made)]
    calls = {id(call): call for one in made for call in one.calls}
    return Made(tuple(calls.values()), made[0].fields)


def alike(one: Value, other: Value) -> bool:
    """Whether two values are of one kind: texts from the same column, rows that are read alike."""
    if isinstance(one, Given) and isinstance(other, Given):
        return (one.kind, one.key) == (other.kind, other.key)
    if isinstance(one, Items) and isinstance(other, Items):
        return alike(one.item, other.item)
    if isinstance(one, Made) and isinstance(other, Made):
        return one.fields == other.fields
    if isinstance(one, Row) and isinstance(other, Row):
        return one.named == other.named
    return type(one) is type(other)


def noted(note: ast.expr | None) -> Value:
    """What an annotation says of a parameter that other files hand over: rows of texts, or one (`dict[str, str]`)."""
    if not isinstance(note, ast.Subscript):
        return None
    name = note.value.attr if isinstance(note.value, ast.Attribute) else getattr(note.value, "id", "")
    parts = note.slice.elts if isinstance(note.slice, ast.Tuple) else [note.slice]
    if name in ("dict", "Dict", "Mapping") and len(parts) == 2:
        texts = all(isinstance(one, ast.Name) and one.id == "str" for one in parts)
        return Row(None, True) if texts else None
    if name in ("Iterable", "Iterator", "list", "List", "Sequence", "Collection", "Generator"):
        item = noted(parts[0])
        return Items(item) if item is not None else None
    return None
