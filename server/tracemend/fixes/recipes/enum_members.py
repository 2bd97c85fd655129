"""`enum-name`: a member of an enumeration by its name, or by its value.

`Rarity("RARE")` becomes `Rarity["RARE"]` where the text that failed is the name of a member of the file's class and no
member's value; `Slot["hand"]` becomes `Slot("hand")` where it is a value. Where only capital letters differ it is not
sure, and the text is turned into capitals.

Source: https://docs.python.org/3/library/enum.html#enum.EnumType.__getitem__
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.failing import Failing, failing

_INVALID = lazy.regex(r"(?P<value>'[^']*'|\"[^\"]*\"|-?\d+) is not a valid (?:\w+\.)*(?P<name>\w+)$")
_KINDS = ("Enum", "IntEnum", "StrEnum", "Flag", "IntFlag")


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at, message = failing(request), request.report.first_line
    if at is None:
        return None
    invalid = _INVALID.match(message)
    if invalid is not None:
        return _by_name(at, invalid["name"], invalid["value"].strip("'\""))
    if (request.report.exception or "").rpartition(".")[2] == "KeyError":
        return _by_value(at, message.strip().strip("'\""))
    return None


def _members(at: Failing, name: str) -> dict[str, object] | None:
    """The members of the file's enumeration and their values, those that are no literals as None."""
    owner = at.file.class_named(name)
    bases = [getattr(one, "attr", getattr(one, "id", "")) for one in owner.bases] if owner is not None else []
    if owner is None or not set(bases) & set(_KINDS):
        return None
    if any(isinstance(one, ast.FunctionDef) and one.name == "_missing_" for one in owner.body):
        return None
    return {
        one.targets[0].id: getattr(one.value, "value", None)
        for one in owner.body
        if isinstance(one, ast.Assign) and len(one.targets) == 1 and isinstance(one.targets[0], ast.Name)
    }


def _by_name(at: Failing, name: str, value: str) -> Mend | None:
    members = _members(at, name)
    calls = [
        one
        for one in at.parts(ast.Call)
        if getattr(one.func, "id", getattr(one.func, "attr", "")) == name and len(one.args) == 1 and not one.keywords
    ]
    if members is None or len(calls) != 1 or isinstance(calls[0].args[0], ast.Starred):
        return None
    end, stop = at.file.span(calls[0].func)[1], at.file.span(calls[0])[1]
    if at.file.source.text[end : end + 1] != "(":
        return None
    edits = [TextEdit(end, end + 1, "["), TextEdit(stop - 1, stop, "]")]
    if value in members:
        return Mend(tuple(edits))
    argument = calls[0].args[0]
    if value.upper() in members and isinstance(argument, ast.Name | ast.Attribute | ast.Subscript | ast.Call):
        after = at.file.span(argument)[1]
        return Mend((*edits, TextEdit(after, after, ".upper()")), sure=False)
    return None


def _by_value(at: Failing, value: str) -> Mend | None:
    found = []
    for one in at.parts(ast.Subscript):
        members = _members(at, one.value.id) if isinstance(one.value, ast.Name) else None
        if members is not None and value not in members and value in members.values():
            found.append(one)
    if len(found) != 1:
        return None
    begin, (start, stop) = at.file.span(found[0].value)[1], at.file.span(found[0])
    if at.file.source.text[begin : begin + 1] != "[" or start >= begin:
        return None
    return Mend((TextEdit(begin, begin + 1, "("), TextEdit(stop - 1, stop, ")")))


RECIPES = (
    Recipe(
        "enum-name",
        "Takes the member of an enumeration by its name, or by its value.",
        apply,
        unsure="The text is no member's name as it stands: capital letters differ.",
    ),
)
