"""Signatures that never win, and entries that only the order of their ids tells apart."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tracemend.knowledge.model import Clause, DiagnosticKey, Signature
from tracemend.knowledge.packs import Pack
from tracemend.proving.check import Checked, check_pack
from tracemend.proving.rivals import reports

TODAY = date(2026, 11, 26)
LOCKED = {"exception": "RuntimeError", "message": "the deploy is locked by (?P<who>\\w+)"}


def entry(id: str, *match: dict[str, Any], outputs: tuple[str, ...], **more: Any) -> dict[str, Any]:
    return {
        "id": id,
        "title": "A title",
        "summary": "A summary.",
        "documented": "new",
        "reviewed": "2026-11-26",
        "match": list(match),
        "meaning": "It means that.",
        "causes": [{"id": "one", "text": "A cause.", "fixes": ["tell"]}],
        "fixes": [{"id": "tell", "title": "Tell", "steps": ["Do it."]}],
        "examples": [{"output": output} for output in outputs],
        **more,
    }


Check = Callable[..., Checked]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Checks entries as a pack that stands for the built-in one."""

    def run(*entries: dict[str, Any]) -> Checked:
        for data in entries:
            file = tmp_path.joinpath(*data["id"].split(".")).with_suffix(".yaml")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("".join(f"{key}: {json.dumps(value)}\n" for key, value in data.items()), "utf-8")
        return check_pack(Pack("base", tmp_path, builtin=True), TODAY)

    return run


def told(checked: Checked) -> list[tuple[str, int | None, str | None, str]]:
    """File, line and key of each fault, and the first words of what it says."""
    assert all(fault.advice for fault in checked.faults)
    return [(Path(f.file).stem, f.line, f.key, " ".join(f.message.split()[:6])) for f in checked.faults]


OPEN = entry(
    "team.open",
    {"exception": "RuntimeError", "message": "the deploy is locked by .+"},
    outputs=("RuntimeError: the deploy is locked by two of them",),
)
ADA = entry(
    "team.z-ada",
    {"exception": "RuntimeError", "message": "the deploy is locked by (?P<who>ada|bob)"},
    outputs=("RuntimeError: the deploy is locked by ada",),
)


def test_a_narrower_signature_wins_whatever_the_ids_are(check: Check) -> None:
    assert told(check(OPEN, ADA)) == []


def test_a_signature_that_another_entry_has_as_well(check: Check) -> None:
    double = entry(
        "team.second",
        {"exception": "RuntimeError", "message": "a worker is stopped already"},
        {"exception": "RuntimeError", "message": "the deploy is locked by (?P<name>\\w+)"},
        outputs=("RuntimeError: a worker is stopped already",),
    )
    locked = entry("team.locked", LOCKED, outputs=("RuntimeError: the deploy is locked by ada",))
    checked = check(locked, double)
    assert told(checked) == [("second", 6, "match[1]", "team.locked (match[0]) always comes first, as")]
    assert "RuntimeError: the deploy is locked by" in checked.faults[0].message


def test_a_signature_with_fewer_types_than_the_one_that_comes_first(check: Check) -> None:
    wide = {**LOCKED, "exception": ["RuntimeError", "ValueError"]}
    first = entry("team.first", wide, outputs=("ValueError: the deploy is locked by ada",))
    second = entry("team.second", LOCKED, outputs=())
    faults = told(check(first, second))
    assert ("second", 6, "match", "the entry explains nothing: team.first always") in faults


def test_a_general_entry_behind_one_that_is_not(check: Check) -> None:
    first = entry("team.first", {"exception": "RuntimeError"}, outputs=("RuntimeError: x",))
    second = entry("team.second", {"exception": "RuntimeError"}, outputs=(), general=True)
    assert ("second", 6, "match", "the entry explains nothing: team.first always") in told(check(first, second))


def test_an_item_that_another_of_the_entry_makes_needless(check: Check) -> None:
    same = entry(
        "team.same",
        {"tool": "npm", "message": "could not resolve"},
        {"tool": "npm", "message": "(?:ERESOLVE )?could not resolve"},
        {"tool": "npm", "message": "ERESOLVE could not resolve"},
        outputs=("npm error could not resolve",),
    )
    assert told(check(same)) == [("same", 6, "match[1]", "match[0] always comes first, as for")]


def test_a_wider_item_behind_a_narrow_one_of_the_entry_is_needed(check: Check) -> None:
    both = entry(
        "team.both",
        {"exception": "OSError", "message": "(?P<program>[\\w.+-]+): (?P<path>[^:']+): disk is full"},
        {"exception": "OSError", "message": ".{0,200}: disk is full"},
        outputs=("OSError: cp: a.txt: disk is full",),
    )
    assert told(check(both)) == []


def test_an_example_that_it_wins_keeps_a_signature(check: Check) -> None:
    second = entry(
        "team.second",
        {"exception": "RuntimeError", "message": "the deploy is .+"},
        outputs=("RuntimeError: the deploy is off",),
    )
    locked = entry("team.locked", LOCKED, outputs=("RuntimeError: the deploy is locked by ada",))
    assert told(check(locked, second)) == []


FIRST = entry(
    "team.first",
    {"exception": "RuntimeError", "message": "'(?P<what>\\w+)' cannot be locked by '(?P<who>ada)'"},
    outputs=("RuntimeError: 'db' cannot be locked by 'ada'",),
)
SECOND = entry(
    "team.second",
    {"exception": "RuntimeError", "message": "'(?P<what>\\w\\w)' cannot be locked by '(?P<who>ada|bob)'"},
    outputs=("RuntimeError: 'db' cannot be locked by 'bob'",),
)


def test_only_the_ids_decide(check: Check) -> None:
    checked = check(FIRST, SECOND)
    assert told(checked) == [("first", 6, "match[0]", "it and team.second (match[0]) match «RuntimeError:")]
    assert "`entry: team.first`" in checked.faults[0].advice


@pytest.mark.parametrize("naming", ["team.first", "team.second"])
def test_one_says_where_the_other_begins(check: Check, naming: str) -> None:
    output, other = {
        "team.first": ("RuntimeError: 'db' cannot be locked by 'bob'", "team.second"),
        "team.second": ("RuntimeError: 'db' cannot be locked by 'ada'", "team.first"),
    }[naming]
    said = [{"output": output, "entry": other}]
    entries = [{**one, "not_examples": said} if one["id"] == naming else one for one in (FIRST, SECOND)]
    assert told(check(*entries)) == []


SUGGESTION = "\\. Did you mean: '\\w+'\\?"


def forms(message: str) -> list[dict[str, Any]]:
    return [{"exception": "AttributeError", "message": message + form} for form in ("", SUGGESTION)]


MISSING = entry(
    "team.missing",
    *forms("'(?P<type>\\w+)' has no '(?P<name>\\w+)'"),
    outputs=("AttributeError: 'Row' has no 'sise'. Did you mean: 'size'?", "AttributeError: 'Row' has no 'a'"),
)
REMOVED = "'(?P<type>Series|Frame)' has no '(?P<name>append)'"


def test_a_form_that_a_wider_entry_wins(check: Check) -> None:
    removed = entry(
        "team.removed",
        {"exception": "AttributeError", "message": f"{REMOVED}(?:{SUGGESTION})?"},
        outputs=("AttributeError: 'Frame' has no 'append'",),
    )
    checked = check(MISSING, removed)
    assert told(checked) == [("removed", 6, "match[0]", "team.missing (match[1]) comes first for «AttributeError:")]
    assert "Did you mean" in checked.faults[0].message

    said = [{"output": "AttributeError: 'Frame' has no 'append'. Did you mean: 'apply'?", "entry": "team.missing"}]
    assert told(check(MISSING, {**removed, "not_examples": said})) == []

    assert told(check(MISSING, {**removed, "match": forms(REMOVED)})) == []


def test_a_number_that_two_entries_name(check: Check) -> None:
    many = entry(
        "team.many", {"exception": "OSError", "errno": [*range(200, 212)]}, outputs=("OSError: [Errno 200] x",)
    )
    few = entry("team.some", {"exception": "OSError", "errno": [301, 211]}, outputs=("OSError: [Errno 301] y",))
    (fault,) = check(many, few).faults
    assert "match «OSError: [Errno 211] »" in fault.message


def test_what_no_text_can_match(check: Check) -> None:
    never = entry(
        "team.never",
        LOCKED,
        {"exception": "RuntimeError", "message": "locked by (?!x)x"},
        outputs=("RuntimeError: the deploy is locked by ada",),
    )
    assert told(check(never)) == [("never", 6, "match[1]", "no text could be made up")]


def test_signatures_are_counted(check: Check) -> None:
    two = entry(
        "team.two",
        LOCKED,
        {"exception": "RuntimeError", "message": "a worker is stopped already"},
        outputs=("RuntimeError: the deploy is locked by ada",),
    )
    checked = check(two, {"id": "team.off", "disabled": True})
    assert (checked.faults, checked.signatures, checked.exemplified) == ((), 2, 1)


def test_warnings_are_told_apart(check: Check) -> None:
    old = entry("team.old", LOCKED, outputs=("RuntimeError: the deploy is locked by ada",), reviewed="2020-01-01")
    checked = check(old)
    assert checked.faults == ()
    (warning,) = checked.warnings
    assert (warning.key, warning.line) == ("reviewed", 5)


@pytest.mark.parametrize(
    ("signature", "expected"),
    [
        (Signature(exception=("*.TclError", "__main__.*")), {("lib.TclError", ""), ("__main__.Own", "")}),
        (Signature(errno=(13,), winerror=(5,), tool=("python",)), {(None, "[Errno 13] "), (None, "[WinError 5] ")}),
        (Signature(diagnostic=DiagnosticKey("mypy", ("arg-type", "misc"))), {("arg-type", ""), ("misc", "")}),
        (Signature(exception=("OSError",), literal=("DLL load failed",)), {("OSError", "\nDLL load failed")}),
        (Signature(exception=("UserWarning",), message="a b", severity="warning"), {("UserWarning", "a b")}),
        (Signature(exception=("OSError",), message="a(?!b)b"), set()),
    ],
)
def test_reports_made_up(signature: Signature, expected: set[tuple[str | None, str]]) -> None:
    made = [report for report, _, _ in reports(signature)]
    assert {(report.exception or report.code, report.message) for report in made} == expected


def test_reports_made_up_hold_every_condition() -> None:
    clause = Clause("calls")
    signature = Signature(exception=("KeyError",), raised_in=("os",), exit=(139,), code=(clause,), tool=("pytest",))
    ((report, hints, code),) = reports(signature)
    assert (report.tool, hints.exit_code) == ("pytest", 139)
    assert (code(clause, {}), code(Clause("other"), {})) == (True, False)
