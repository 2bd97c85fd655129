"""Causes ranked by evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from tracemend.diagnosis.model import CauseFound, Confidence, FixReady, Verdict
from tracemend.diagnosis.scene import Scene, when_holds
from tracemend.evidence.fact import Finding, Value
from tracemend.knowledge.model import Cause, Clause
from tracemend.matching.match import Match

Ask = Callable[[Clause], Finding]

_ORDER: Mapping[Verdict, int] = {"confirmed": 0, "possible": 1, "ruled-out": 2}


class Ranked(NamedTuple):
    """Causes in the order to show them, and the values that facts which hold gave."""

    causes: tuple[CauseFound, ...]
    values: Mapping[str, Value] = {}


def judge(clauses: Sequence[Clause], ask: Ask) -> tuple[Verdict, str | None, dict[str, Value]]:
    """All clauses hold: confirmed. One is false: ruled out. Unknown or nothing asked: possible. A pattern that rules
    out and was not printed is no clause at all.

    With the verdict come the sentences of what was seen (of a ruled-out cause, only what rules it out) and the
    values of the clauses that hold.
    """
    seen: list[str] = []
    values: dict[str, Value] = {}
    unknown = held = False
    for clause in clauses:
        finding = ask(clause)
        holds = finding.holds
        if holds is not None and clause.negated:
            holds = not holds
        if holds is False:
            return "ruled-out", finding.seen, {}
        if holds is None:
            unknown = unknown or not (clause.negated and finding.unseen)
            continue
        held = True
        values.update({key: value for key, value in finding.values.items() if key not in values})
        if finding.seen:
            seen.append(finding.seen)
    sentence = " ".join(dict.fromkeys(seen)) or None
    return ("confirmed" if held and not unknown else "possible"), sentence, values


def rank(causes: Sequence[Cause], scene: Scene, ask: Ask) -> Ranked:
    """The causes that the scene does not exclude: confirmed first, then possible, ruled out last; else as written."""
    found: list[CauseFound] = []
    values: dict[str, Value] = {}
    by_cause: list[tuple[Verdict, dict[str, Value]]] = []
    for cause in causes:
        if not when_holds(cause.when, scene):
            continue
        verdict, seen, given = judge(cause.evidence, ask)
        found.append(CauseFound(cause.id, cause.text, verdict, seen, cause.fixes))
        by_cause.append((verdict, given))
    for verdict in ("confirmed", "possible"):
        for of_cause, given in by_cause:
            if of_cause == verdict:
                values.update({key: value for key, value in given.items() if key not in values})
    return Ranked(tuple(sorted(found, key=lambda cause: _ORDER[cause.verdict])), values)


def mended_first(causes: Sequence[CauseFound], fixes: Iterable[FixReady]) -> tuple[CauseFound, ...]:
    """The causes with the one that the preferred fix mends before the other possible ones: the code shows that it fits,
    or its recipe would not be sure."""
    preferred = next((fix.id for fix in fixes if fix.preferred), None)
    of_it = [cause for cause in causes if preferred in cause.fixes and cause.verdict != "ruled-out"]
    if not of_it or of_it[0].verdict == "confirmed":
        return tuple(causes)
    return tuple(sorted(causes, key=lambda cause: (_ORDER[cause.verdict], cause is not of_it[0])))


def confidence(match: Match, causes: Sequence[CauseFound]) -> Confidence:
    """high: exact, and a cause confirmed or only one left; low: by type alone and nothing confirmed; else medium."""
    confirmed = any(cause.verdict == "confirmed" for cause in causes)
    left = sum(cause.verdict != "ruled-out" for cause in causes)
    if match.specificity == "exact" and (confirmed or left == 1):
        return "high"
    if match.specificity == "type" and not confirmed:
        return "low"
    return "medium"
