"""Facts about TypedDicts of the file: a key that is spelt nearly as the one that a checker does not know."""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.evidence.fact import UNKNOWN, Fact, Finding, Inquiry
from tracemend.evidence.limits import short
from tracemend.evidence.similar import closest, slip_of
from tracemend.source.module import Module, whole

_WRONG = lazy.regex(
    r'TypedDict "(?P<type1>[\w.]{1,80})" has no key "(?P<key1>[^"\n]{1,80})"'
    r'|Extra key "(?P<key2>[^"\n]{1,80})" for TypedDict "(?P<type2>[\w.]{1,80})"'
    r'|"(?P<key3>[^"\n]{1,80})" is (?:not a defined key in|an undefined item in(?: type)?) "(?P<type3>[\w.]{1,80})"'
)


def similar_typed_key(inquiry: Inquiry) -> Finding:
    found = _WRONG.search(inquiry.report.message[:2_000])
    source = inquiry.place.source if inquiry.place else None
    module = whole(source) if source is not None else None
    if found is None or module is None:
        return UNKNOWN
    name = found["type1"] or found["type2"] or found["type3"]
    key = found["key1"] or found["key2"] or found["key3"]
    keys = _keys(module, name.rpartition(".")[2], 0)
    near = slip_of(key, keys) or closest(key, keys)
    if near is None:
        return Finding(False, f"No key of {short(name)} is spelt like {short(key)}.") if keys else UNKNOWN
    return Finding(True, f"{short(name)} has the key {short(near)}, not {short(key)}.", {"similar": near, "key": key})


def _keys(module: Module, name: str, depth: int) -> list[str]:
    """The keys that a TypedDict of the file declares, its bases' too."""
    node = module.class_named(name) if depth < 5 else None
    if node is None:
        return []
    found = [one.target.id for one in node.body if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)]
    for base in node.bases:
        found += _keys(module, base.id, depth + 1) if isinstance(base, ast.Name) else []
    return found


FACTS = (
    Fact(
        "similar-typed-key",
        "Has the TypedDict a key of a similar spelling?",
        similar_typed_key,
        gives=("similar", "key"),
        source_only=True,
    ),
)
