"""Facts about a missing name: is it written otherwise, moved, gone, of a later Python, or a member of the own class?"""

from __future__ import annotations

import builtins

from tracemend.evidence.fact import UNKNOWN, UNSEEN, Fact, Finding, Inquiry
from tracemend.evidence.limits import short
from tracemend.knowledge import tables
from tracemend.matching import versions
from tracemend.source.module import whole
from tracemend.source.scopes import members

_WORDS = {"in": "the operator in", "[]": "square brackets", "[]=": "square brackets", "[:]": "a slice", "not": "not"}


def _absent(inquiry: Inquiry, seen: str) -> Finding:
    """A table does not have it: of a program that is not here that rules nothing out, nor keeps another cause from
    being confirmed."""
    source_here = inquiry.place is not None and inquiry.place.source is not None
    return Finding(False, seen) if source_here or inquiry.context.origin == "here" else UNSEEN


def of_another_language(inquiry: Inquiry) -> Finding:
    kind, name = inquiry.captures.get("type"), inquiry.captures.get("attribute") or inquiry.value
    if not kind or not name:
        return UNKNOWN
    form = tables.other_method(kind, name)
    if form is None:
        return _absent(inquiry, f"{short(name)} is no well-known method of another language for {short(kind)}.")
    written = "nothing" if form == "drop" else _WORDS.get(form, form)
    return Finding(True, f"For {short(name)} of another language or an earlier version Python has {written}.")


def member_of_class(inquiry: Inquiry) -> Finding:
    place, name = inquiry.place, inquiry.value
    module = whole(place.source) if place is not None and place.source is not None else None
    owned = module.method_at(place.line) if module is not None and place is not None and place.line else None
    if inquiry.place is None and name and f"'self.{name}'" in inquiry.report.message:
        return Finding(True, f"Python's message names self.{short(name)}.")
    frame = inquiry.report.user_frame
    if frame is not None and frame.name == "<module>":
        return Finding(False)  # no method is running
    if owned is None or not name:
        return UNKNOWN
    owner = short(owned[0].name)
    if name not in members(owned[0]):
        return Finding(False, f"The class {owner} defines no {short(name)}.")
    return Finding(True, f"{short(name)} is defined by the class {owner}; in its methods it is self.{short(name)}.")


def moved_name(inquiry: Inquiry) -> Finding:
    """Of a name that is missing in a module, else of a module, else of a built-in name."""
    module = inquiry.arguments.get("module") or inquiry.captures.get("module")
    name = inquiry.captures.get("attribute") or inquiry.captures.get("name")
    full = ".".join(part for part in (module or "builtins", name) if isinstance(part, str) and part)
    row = tables.moved_names().get(full)
    if not name and not inquiry.captures.get("module"):
        return UNKNOWN
    if row is None:
        return _absent(inquiry, f"No table of moved names has {short(full)}.")
    old, new = full.removeprefix("builtins."), row[0].removeprefix("builtins.")
    return Finding(True, f"{short(old)} is gone from {row[1]}; {short(new)} is what there is now.", {"new": new})


def removed_name(inquiry: Inquiry) -> Finding:
    """Of a name that is missing in a module or in a class's object, else of a module that was not found."""
    captures = inquiry.captures
    module, kind = inquiry.arguments.get("module") or captures.get("module"), captures.get("type")
    name = captures.get("attribute") or captures.get("name")
    if kind and name:
        full = tables.removed_member(kind, name) or f"{kind}.{name}"
    else:
        full = ".".join(part for part in (module, name) if isinstance(part, str) and part)
    if not full:
        return UNKNOWN
    row = tables.removed_names().get(full)
    if row is None:
        return _absent(inquiry, f"No table of removed names has {short(full)}.")
    return Finding(True, f"{short(full.removeprefix('any.'))} is gone from {row[1]}.", {"instead": row[0]})


def newer_member(inquiry: Inquiry) -> Finding:
    """Of a module, or of a name that is missing in a module or in a class's object: has a later Python added it?

    A class of the program may be called as one of Python's; then only a printed version tells that it is too old.
    """
    captures = inquiry.captures
    kind, name = captures.get("type"), captures.get("attribute")
    full = ".".join(part for part in (kind or captures.get("module"), name) if part)
    if not full:
        return UNKNOWN
    since = tables.added_member(kind, name) if kind and name else tables.added_names().get(full)
    if since is None:
        return _absent(inquiry, f"No table of added names has {short(full)}.")
    version = inquiry.report.python
    if version and not versions.holds(f"<{since}", version):
        return Finding(False, f"{short(full)} came with Python {since}, and Python {version} ran.")
    if kind and not version and not (hasattr(builtins, kind) or "." in kind or kind.endswith("Path")):
        return UNKNOWN
    return Finding(True, f"{short(full)} came with Python {since}.", {"since": since})


FACTS = (
    Fact(
        "method-of-another-language",
        "Is the missing method one of another language, or of Python 2, for which Python has another form?",
        of_another_language,
        ("attribute",),
        source_only=True,
        report_only=True,
    ),
    Fact(
        "moved-name",
        "Is the name one that Python or a library has removed or moved, with a known new name?",
        moved_name,
        ("attribute", "name", "module"),
        {"module": "the module that had it, where the message does not name it"},
        gives=("new",),
        source_only=True,
        report_only=True,
    ),
    Fact(
        "removed-name",
        "Is it a module, name or method that Python or a library has removed, where something else is written instead?",
        removed_name,
        ("attribute", "name", "module"),
        {"module": "the module that had it, where the message does not name it"},
        gives=("instead",),
        source_only=True,
        report_only=True,
    ),
    Fact(
        "newer-member",
        "Is it a module of Python, or a name of a module or class of it, that came with a later version?",
        newer_member,
        ("attribute", "module"),
        gives=("since",),
        source_only=True,
        report_only=True,
    ),
    Fact(
        "member-of-class",
        "Is the name a method or attribute of the class that the statement stands in?",
        member_of_class,
        ("name",),
        report_enough=True,
        source_only=True,
    ),
)
