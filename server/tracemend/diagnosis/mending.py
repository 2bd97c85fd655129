"""Fixes made ready for one report: only what applies here, the preferred one first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from tracemend.context import Context
from tracemend.diagnosis.causes import Ask, judge
from tracemend.diagnosis.model import CauseFound, FixExample, FixReady
from tracemend.diagnosis.scene import Scene, when_holds
from tracemend.evidence import registry as facts
from tracemend.evidence.fact import Value
from tracemend.fixes import commands, registry, settings
from tracemend.fixes.recipe import FileOperation, Mend, Request
from tracemend.knowledge.model import Entry, Fix
from tracemend.knowledge.template import fields, fill, fill_word
from tracemend.reading.report import ErrorReport
from tracemend.source.place import Place

_KINDS = {"edit": 0, "command": 1, "setting": 2, "steps": 3}


class Scope(NamedTuple):
    """What fixes are made ready with. `allowed` says whether commands of the entry's pack may be run."""

    report: ErrorReport
    place: Place | None
    context: Context
    scene: Scene
    values: Mapping[str, Value]
    allowed: bool


def mend_of(fix: Fix, scope: Scope) -> Mend | None:
    """The edits of an edit or setting fix for the documents as they are now; None where it does not apply."""
    if fix.setting is not None:
        return settings.apply(fix.setting, scope.values, scope.context)
    place = scope.place
    if fix.edit is None or place is None or place.source is None or place.line is None:
        return None
    arguments = {}
    for name, value in fix.edit.arguments.items():
        filled = _filled(value, scope.values)
        if filled is None:
            return None
        arguments[name] = filled
    request = Request(arguments, scope.values, scope.report, place, scope.context)
    return registry.apply(fix.edit, request)


def _filled(value: Any, values: Mapping[str, Value]) -> Any:
    """A recipe's argument with its templates filled; None where one names a value that is not there."""
    if not isinstance(value, str) or "{" not in value:
        return value
    words = fill_word(value, values)
    return " ".join(words) if words else None


_SMALL = 60_000
"""Characters of a file whose edits are made ready at once. Those of a larger one take longer than whoever handles what
a terminal prints may wait: they are made ready with the evidence, in a thread."""


def ready(
    entry: Entry, causes: Iterable[CauseFound], scope: Scope, ask: Ask, *, at_once: bool = False
) -> tuple[FixReady, ...]:
    """The fixes of the causes that are not ruled out: the preferred one, other edits, commands, settings, steps.
    `at_once` leaves the edits of a large file out."""
    source = scope.place.source if scope.place is not None else None
    put_off = at_once and source is not None and len(source.text) > _SMALL
    found: list[FixReady] = []
    for fix in _wanted(entry, causes):
        if put_off and fix.kind == "edit":
            continue
        made = _make(fix, scope, ask)
        if made is None:
            continue
        if made.preferred and any(other.preferred for other in found):
            made = made._replace(preferred=False)
        found.append(made)
    return tuple(sorted(found, key=lambda fix: (not fix.preferred, _KINDS[fix.kind])))


def _wanted(entry: Entry, causes: Iterable[CauseFound]) -> list[Fix]:
    """The fixes of the causes that are not ruled out, each once."""
    by_id = {fix.id: fix for fix in entry.fixes}
    wanted: dict[str, Fix] = {}
    for cause in causes:
        if cause.verdict != "ruled-out":
            wanted.update({id: by_id[id] for id in cause.fixes if id in by_id and id not in wanted})
    return list(wanted.values())


MAX_EXAMPLES = 3


def examples(entry: Entry, causes: Iterable[CauseFound], scope: Scope, ask: Ask) -> tuple[FixExample, ...]:
    """What the edits do, each shown on its proof, where the program is not here: a message that somebody pasted, a log.
    None where it is here, since an edit that is not offered then does not apply."""
    if scope.place is not None and scope.place.source is not None:
        return ()
    from tracemend.knowledge.tables import proven_changes

    found: list[FixExample] = []
    for fix in _wanted(entry, causes):
        if fix.kind != "edit" or not when_holds(fix.when, scope.scene):
            continue
        diff = proven_changes().get(f"{entry.id}.{fix.id}")
        if diff is not None and judge(fix.evidence, ask)[0] != "ruled-out":
            unknown: dict[str, Value] = dict.fromkeys(fields(fix.title), "\N{HORIZONTAL ELLIPSIS}")
            found.append(FixExample(fix.id, fill(fix.title, {**unknown, **scope.values}), diff))
    return tuple(found[:MAX_EXAMPLES])


def _given(fix: Fix) -> frozenset[str]:
    """The values that the facts of a fix's own evidence give: steps that tell them say nothing without."""
    known = [facts.fact(clause.fact) for clause in fix.evidence]
    return frozenset(name for fact in known if fact is not None for name in fact.gives)


def _make(fix: Fix, scope: Scope, ask: Ask) -> FixReady | None:
    if not when_holds(fix.when, scope.scene):
        return None
    verdict, seen, given = judge(fix.evidence, ask)
    if verdict == "ruled-out":
        return None
    if given:
        scope = scope._replace(values={**scope.values, **given})
    text: str | None = None
    note = seen  # what a fix rests on is told with it: that nobody reviewed a distribution's name, for example
    sure = False
    operations: frozenset[FileOperation] = frozenset()
    if fix.kind in ("edit", "setting"):
        mend = mend_of(fix, scope)
        if mend is None:
            return None
        operations = mend.operations
        sure, note = mend.sure and fix.kind == "edit", mend.note or seen
    elif fix.command is not None:
        text = commands.build(fix.command, scope.values, scope.context)
        if text is None:
            return None
    else:
        missing = [name for step in fix.steps for name in fields(step) if name not in scope.values]
        if missing and not _given(fix).isdisjoint(missing):
            return None
        text = "\n".join(fill(step, scope.values) for step in fix.steps)
    return FixReady(
        id=fix.id,
        title=fill(fix.title, scope.values),
        kind=fix.kind,
        preferred=sure and fix.preferred,
        text=text,
        caution=fill(fix.caution, scope.values) if fix.caution else None,
        note=note,
        runnable=fix.command is not None and scope.allowed,
        fix=fix,
        operations=operations,
    )
