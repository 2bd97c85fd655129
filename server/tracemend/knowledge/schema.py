"""The JSON Schema (draft 2020-12) of an entry, made from the model, so that editors complete and check entries."""

from __future__ import annotations

from collections.abc import Mapping
from types import NoneType
from typing import Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from tracemend.knowledge import model, rules
from tracemend.knowledge.normal import ERRNO, one_or_more

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_WORDS: Schema = {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1}
_LINES: Schema = {"anyOf": [_WORDS, {"type": "array", "items": _WORDS, "minItems": 1}]}
_KEBAB = "^[a-z0-9]+(-[a-z0-9]+)*$"

DESCRIPTIONS: Mapping[str, str] = {
    "Entry.id": "The file's path inside the pack, with dots.",
    "Entry.title": "May name captures in braces; `{path|a file}` says the words where there is none.",
    "Entry.summary": "One line: what a hover says first.",
    "Entry.documented": "well: two or more independent sources; partly: one; new: none yet.",
    "Entry.reviewed": "The date of the last review, in quotes.",
    "Entry.match": "What is recognised. The items are alternatives.",
    "Entry.meaning": "What happened, for someone who is stuck.",
    "Entry.command": "A pattern that captures from the command line, where it is known.",
    "Entry.causes": "The reasons, most usual first; evidence reorders them.",
    "Entry.no_edit": "Why no edit of the program is honest, where there is none among the fixes.",
    "Entry.platforms": "What differs from system to system.",
    "Entry.searches": "What people type when they look for this.",
    "Entry.examples": "Real output, whole, that the entry must match.",
    "Entry.not_examples": "Output that the entry must not match, or that the named entry explains.",
    "Entry.general": "Catches what no specific entry of this exception explains.",
    "Entry.disabled": "Switches off the entry of this id in an earlier pack.",
    "Signature.exception": "A bare name (with its built-in subclasses), a dotted one as printed, or *.Name.",
    "Signature.message": "A pattern for the whole first line of the message, without type and number.",
    "Signature.literal": "Stands somewhere in the message, its further lines and notes.",
    "Signature.raised_in": "The top module of the innermost frame.",
    "Signature.python": 'The versions whose message this is, as ">=3.10".',
    "Signature.code": "A fact about the failing statement.",
    "Fix.preferred": "false keeps the fix from being the preferred one.",
    "Example.observed": "false for output that could not be provoked; it needs seen_at.",
}


def schema() -> Schema:
    """The schema of an entry's file, as plain data for JSON."""
    definitions = {cls.__name__: _object(cls) for cls in _classes()}
    entry = definitions.pop("Entry")
    definitions["Clause"] = _clause()
    entry["if"] = {"properties": {"disabled": {"const": True}}, "required": ["disabled"]}
    entry["then"] = {"properties": {"id": True, "disabled": True}, "additionalProperties": False}
    entry["else"] = {"required": ["id", *rules.REQUIRED]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A Tracemend entry",
        **entry,
        "$defs": definitions,
    }


def _classes() -> list[type[NamedTuple]]:
    found = [value for value in vars(model).values() if model.is_model(value)]
    return [cls for cls in found if cls not in (model.Clause, model.Edit, model.Command)]


def _object(cls: type[NamedTuple]) -> Schema:
    hints = get_type_hints(cls)
    single = one_or_more(cls)
    properties: dict[str, Schema] = {}
    for name in cls._fields:
        special = _SPECIAL.get(f"{cls.__name__}.{name}")
        made = dict(special) if special is not None else _of_type(hints[name])
        if name in single:
            made = {"anyOf": [made["items"], made]}
        if f"{cls.__name__}.{name}" in DESCRIPTIONS:
            made["description"] = DESCRIPTIONS[f"{cls.__name__}.{name}"]
        properties[name] = made
    required = [name for name in cls._fields if name not in cls._field_defaults]
    made = {"type": "object", "properties": properties, "additionalProperties": False}
    made["description"] = " ".join((cls.__doc__ or "").split())
    if required:
        made["required"] = required
    if cls is model.Fix:
        kinds = ("edit", "command", "setting", "steps")
        made["oneOf"] = [{"required": [kind]} for kind in kinds]
    return made


def _of_type(hint: Any) -> Schema:
    origin, arguments = get_origin(hint), get_args(hint)
    if hint in (str, int, bool):
        return {"type": {str: "string", int: "integer", bool: "boolean"}[hint]}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return {"type": "array", "items": _of_type(arguments[0])}
    if model.is_model(hint):
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if NoneType in arguments:
        return _of_type(next(inner for inner in arguments if inner is not NoneType))
    if origin is not None and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _of_type(arguments[1])}
    return {}


def _clause() -> Schema:
    return {
        "description": "A fact: its name, or with what it looks at and its arguments.",
        "anyOf": [
            _TEXT,
            {
                "type": "object",
                "properties": {"fact": _TEXT, "not": _TEXT, "of": _TEXT},
                "oneOf": [{"required": ["fact"]}, {"required": ["not"]}],
            },
        ],
    }


_CLAUSES: Schema = {"anyOf": [{"$ref": "#/$defs/Clause"}, {"type": "array", "items": {"$ref": "#/$defs/Clause"}}]}
_RECIPE: Schema = {"type": "object", "properties": {"recipe": _TEXT}, "required": ["recipe"]}
_USE: Schema = {
    "type": "object",
    "properties": {"use": {"type": "string", "pattern": r"^shared\.[a-z0-9]+(-[a-z0-9]+)*$"}},
    "required": ["use"],
    "additionalProperties": False,
}
_ERRNO: Schema = {"anyOf": [{"type": "integer"}, {"enum": sorted(ERRNO)}]}
_NUMBERS: Schema = {"anyOf": [{"type": "integer"}, {"type": "array", "items": {"type": "integer"}}]}
_SPECIAL: Mapping[str, Schema] = {
    "Entry.causes": {"type": "array", "items": {"anyOf": [{"$ref": "#/$defs/Cause"}, _USE]}},
    "Entry.title": {"type": "string", "maxLength": rules.MAX_TITLE},
    "Entry.summary": {"type": "string", "maxLength": rules.MAX_SUMMARY},
    "Entry.meaning": {"type": "string", "maxLength": rules.MAX_MEANING},
    "Entry.reviewed": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    "Entry.platforms": {
        "type": "object",
        "properties": dict.fromkeys(rules.PLATFORMS, _TEXT),
        "additionalProperties": False,
    },
    "Signature.errno": {"anyOf": [_ERRNO, {"type": "array", "items": _ERRNO}]},
    "Signature.winerror": _NUMBERS,
    "Signature.exit": _NUMBERS,
    "Signature.code": _CLAUSES,
    "Cause.id": {"type": "string", "pattern": _KEBAB},
    "Cause.evidence": _CLAUSES,
    "Fix.id": {"type": "string", "pattern": _KEBAB},
    "Fix.evidence": _CLAUSES,
    "Fix.edit": {"anyOf": [_TEXT, _RECIPE]},
    "Fix.command": {
        "anyOf": [
            _LINES,
            _RECIPE,
            {
                "type": "object",
                "properties": {"posix": _LINES, "windows": _LINES},
                "additionalProperties": False,
                "minProperties": 1,
            },
        ]
    },
    "Source.url": {"type": "string", "pattern": "^https://"},
    "When.os": {"type": "array", "items": {"enum": list(rules.SYSTEMS)}},
    "When.shell": {"type": "array", "items": {"enum": list(rules.SHELLS)}},
    "When.place": {"type": "array", "items": {"enum": list(rules.PLACES)}},
}
