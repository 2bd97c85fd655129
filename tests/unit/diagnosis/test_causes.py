"""Causes ranked by evidence, and where a program ran."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tracemend.context import Context
from tracemend.diagnosis.causes import confidence, judge, mended_first, rank
from tracemend.diagnosis.model import CauseFound, FixReady, Verdict
from tracemend.diagnosis.scene import scene_of, version_holds, when_holds
from tracemend.evidence.fact import UNKNOWN, UNSEEN, Finding
from tracemend.knowledge.model import Cause, Clause, Fix, When
from tracemend.matching.match import Match
from tracemend.reading.report import ErrorReport, Frame, Span

ANSWERS = {
    "yes": Finding(True, "It is so.", {"name": "yes"}),
    "no": Finding(False, "It is not so.", {"name": "no"}),
    "unknown": UNKNOWN,
    "unseen": UNSEEN,
}
REPORT = ErrorReport("python", "error", "OSError", "[Errno 2] No such file", Span(1, 1))
HERE = Context(origin="here", system="linux", shell="fish")


def ask(clause: Clause) -> Finding:
    return ANSWERS[clause.fact]


def clauses(*names: str) -> tuple[Clause, ...]:
    return tuple(Clause(name.removeprefix("not "), negated=name.startswith("not ")) for name in names)


@pytest.mark.parametrize(
    ("names", "verdict", "seen"),
    [
        ((), "possible", None),
        (("yes",), "confirmed", "It is so."),
        (("not no",), "confirmed", "It is not so."),
        (("yes", "unknown"), "possible", "It is so."),
        (("yes", "no"), "ruled-out", "It is not so."),
        (("unknown", "not yes"), "ruled-out", "It is so."),
        (("not unknown",), "possible", None),
        (("yes", "not unseen"), "confirmed", "It is so."),
        (("yes", "unseen"), "possible", "It is so."),
        (("not unseen",), "possible", None),
        (("unknown", "not unseen"), "possible", None),
    ],
)
def test_verdicts(names: tuple[str, ...], verdict: str, seen: str | None) -> None:
    found = judge(clauses(*names), ask)
    assert found[:2] == (verdict, seen)


def test_a_ruled_out_cause_gives_no_values() -> None:
    assert judge(clauses("yes", "no"), ask)[2] == {}
    assert judge(clauses("yes"), ask)[2] == {"name": "yes"}


def test_what_the_preferred_fix_mends_is_the_first_possible_cause() -> None:
    def found(id: str, verdict: Verdict, *fixes: str) -> CauseFound:
        return CauseFound(id, id, verdict, None, fixes)

    def ready(id: str, *, preferred: bool) -> FixReady:
        return FixReady(id, id, "edit", preferred, None, None, None, False, Fix(id, id))

    causes = [found("seen", "confirmed"), found("usual", "possible", "a"), found("fits", "possible", "b")]
    fixes = [ready("b", preferred=True), ready("a", preferred=False)]
    assert [cause.id for cause in mended_first(causes, fixes)] == ["seen", "fits", "usual"]
    assert mended_first(causes, fixes[1:]) == tuple(causes)
    confirmed = [found("seen", "confirmed", "b"), *causes[1:]]
    assert mended_first(confirmed, fixes) == tuple(confirmed)


def test_what_was_seen_comes_first_and_what_is_ruled_out_last() -> None:
    causes = [
        Cause("usual", "The usual."),
        Cause("no", "Not this.", evidence=clauses("no")),
        Cause("seen", "This.", evidence=clauses("yes")),
        Cause("other", "Another.", evidence=clauses("unknown")),
        Cause("elsewhere", "On Windows.", when=When(os=("windows",))),
    ]
    ranked = rank(causes, scene_of(REPORT, HERE), ask)
    assert [(cause.id, cause.verdict) for cause in ranked.causes] == [
        ("seen", "confirmed"),
        ("usual", "possible"),
        ("other", "possible"),
        ("no", "ruled-out"),
    ]
    assert ranked.values == {"name": "yes"}


def test_confidence() -> None:
    exact = Match("a", None, {}, "exact", False, 0)
    by_type = Match("a", None, {}, "type", False, 0)
    causes = rank([Cause("a", "A."), Cause("b", "B.")], scene_of(REPORT, HERE), ask).causes
    seen = rank([Cause("a", "A.", evidence=clauses("yes"))], scene_of(REPORT, HERE), ask).causes
    assert confidence(exact, causes) == "medium"
    assert confidence(exact, causes[:1]) == "high"
    assert confidence(exact, seen) == "high"
    assert confidence(by_type, causes) == "low"
    assert confidence(by_type, seen) == "medium"


@pytest.mark.parametrize(
    ("condition", "version", "holds"),
    [
        (">=3.10", (3, 9), False),
        (">=3.10", (3, 10), True),
        ("<3.10", (3, 9), True),
        (">=3.10,<3.12", (3, 12), False),
        ("3.11", (3, 11), True),
        ("==3.11", (3, 12), False),
        (">3", (3, 1), True),
    ],
)
def test_versions(condition: str, version: tuple[int, int], holds: bool) -> None:
    assert version_holds(condition, version) is holds


def test_the_output_shows_the_system_before_the_machine_does() -> None:
    windows = replace(REPORT, frames=(Frame("C:\\Users\\a\\app.py", 1),))
    assert scene_of(windows, HERE).system == "windows"
    assert scene_of(replace(REPORT, message="[WinError 32] in use"), HERE).system == "windows"
    assert scene_of(replace(REPORT, frames=(Frame("/Users/a/app.py", 1),)), HERE).system == "macos"
    named = replace(REPORT, message="[Errno 13] Permission denied: 'C:\\\\Users\\\\ada\\\\report.csv'")
    assert scene_of(named, replace(HERE, origin="elsewhere")).system == "windows"
    assert scene_of(REPORT, HERE).system == "linux"
    assert scene_of(REPORT, replace(HERE, origin="elsewhere")).system is None


def test_what_the_scene_does_not_show_stays() -> None:
    elsewhere = scene_of(REPORT, replace(HERE, origin="elsewhere"))
    here = scene_of(replace(REPORT, python="3.9"), HERE)
    assert when_holds(When(os=("windows",), place=("ci",), shell=("bash",)), elsewhere)
    assert not when_holds(When(os=("windows",)), here)
    assert not when_holds(When(python=">=3.10"), here)
    assert not when_holds(When(shell=("bash",)), here)
    assert not when_holds(When(place=("notebook",)), here)
    assert not when_holds(When(tool=("pip",)), elsewhere)
