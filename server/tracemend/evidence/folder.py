"""Facts about the folder that the file of an error is, or would be, in."""

from __future__ import annotations

import os

from tracemend import lazy
from tracemend.evidence.fact import UNKNOWN, Fact, Finding, Inquiry
from tracemend.evidence.limits import short
from tracemend.evidence.path import may, mode_text, owner_finding, status, target

_OF = ("path", "path2")
_LAST = lazy.regex(r"[\\/]+[^\\/]*[\\/]*$" if os.name == "nt" else r"/+[^/]*/*$")


def parent_as_printed(value: str) -> str:
    """The folder of a printed path, as it would be printed; "." where it names none."""
    if not (_LAST.search(value[-4096:])):
        return "."
    parent = os.path.dirname(value.rstrip("\\/" if os.name == "nt" else "/"))
    return parent or (os.sep if os.path.isabs(value) else ".")


def _parent(inquiry: Inquiry) -> tuple[str, str] | None:
    """The absolute path of the folder, and the folder as printed."""
    path = target(inquiry)
    if path is None or not inquiry.value:
        return None
    return os.path.dirname(path), parent_as_printed(inquiry.value)


def parent_missing(inquiry: Inquiry) -> Finding:
    parent = _parent(inquiry)
    if parent is None:
        return UNKNOWN
    there = status(parent[0]) is not None
    seen = f"The folder {short(parent[0])} {'exists' if there else 'does not exist'}."
    return Finding(not there, seen, {"parent": parent[1]})


def _access(inquiry: Inquiry, wanted: bool) -> Finding:
    parent = _parent(inquiry)
    found = status(parent[0]) if parent else None
    if parent is None or found is None:
        return UNKNOWN
    # To make or remove a file one must be able to write the folder and to search it.
    allowed = may(parent[0], os.W_OK | os.X_OK)
    seen = f"You may {'' if allowed else 'not '}make files in {short(parent[0])} (mode {mode_text(found)})."
    return Finding(allowed is wanted, seen, {"parent": parent[1]})


def parent_writable(inquiry: Inquiry) -> Finding:
    return _access(inquiry, True)


def parent_not_writable(inquiry: Inquiry) -> Finding:
    return _access(inquiry, False)


def parent_owned_by_other(inquiry: Inquiry) -> Finding:
    parent = _parent(inquiry)
    found = status(parent[0]) if parent and hasattr(os, "geteuid") else None
    if parent is None or found is None:
        return UNKNOWN
    mine, seen = owner_finding(parent[0], found)
    return Finding(not mine, seen, {"parent": parent[1]})


FACTS = (
    Fact("parent-missing", "Is its folder not there?", parent_missing, _OF, gives=("parent",)),
    Fact("parent-writable", "May this user make files in its folder?", parent_writable, _OF, gives=("parent",)),
    Fact(
        "parent-not-writable",
        "Is its folder there, and may this user make no files in it?",
        parent_not_writable,
        _OF,
        gives=("parent",),
    ),
    Fact(
        "parent-owned-by-other",
        "Does its folder belong to another user?",
        parent_owned_by_other,
        _OF,
        gives=("parent",),
        unproven=("windows",),
    ),
)
