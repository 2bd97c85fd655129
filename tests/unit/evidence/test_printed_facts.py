"""Facts about what was printed, which need neither file nor machine."""

from __future__ import annotations

import pytest
from tracemend.evidence.fact import UNKNOWN, UNSEEN
from tracemend.evidence.registry import facts
from tracemend.reading.report import Frame

from .conftest import look


@pytest.mark.parametrize(
    ("line", "pattern", "holds"),
    [
        ("if x === 3:", "===", True),
        ("if x == 3:", "===", None),  # the same mistake may be written otherwise
        ("elif x:", "^elif", True),
        (None, "^elif", None),
    ],
)
def test_the_printed_line(line: str | None, pattern: str, holds: bool | None) -> None:
    found = look("printed-line", frames=(Frame("/nowhere/app.py", 3, source=line),), pattern=pattern)
    assert found.holds is holds
    assert found.seen == (f"The reported line is {line}" if holds else None)


def test_the_line_of_the_file_where_none_is_printed(tmp_path) -> None:
    file = tmp_path / "app.py"
    file.write_text("a = 1\n    class = 3\n", encoding="utf-8")
    assert look("printed-line", source=file, line=2, pattern="^class =").holds


def test_the_printed_message() -> None:
    assert look("printed-message", message="[Errno 2] gone", pattern=r"\[Errno 2\]").holds is True
    assert look("printed-message", message="[Errno 2] gone", pattern="here") == UNSEEN
    assert look("printed-message", message="gone") == UNKNOWN
    assert look("message-says", message="[Errno 2] gone", pattern=r"\[Errno 2\]").holds is True
    assert look("message-says", message="[Errno 2] gone", pattern="here").holds is False
    assert look("message-says", message="gone") == UNKNOWN
    assert look("printed-line", pattern="here") == UNKNOWN  # no line is shown at all


@pytest.mark.parametrize(
    ("name", "line", "holds"),
    [
        ("np", None, True),
        ("queue", "print(queue.Queue())", True),
        ("queue", "print(queue)", None),  # a variable has that name as well
        ("randint", "print(randint(1, 6))", True),
        ("randint", "print(randint)", None),
        ("tqdm", "for row in tqdm(rows):", None),  # no table has it
    ],
)
def test_a_name_by_the_line_that_was_printed(name: str, line: str | None, holds: bool | None) -> None:
    assert look("name-is-module", name, frames=(Frame("/nowhere/app.py", 3, source=line),)).holds is holds


def test_these_answer_by_the_report_and_the_tables() -> None:
    enough = {name for name, fact in facts().items() if fact.report_enough}
    assert enough == {
        "assigned-from",
        "calls",
        "json-file-mistake",
        "line-has",
        "member-of-class",
        "module-shadowed-by-local-file",
        "name-is-module",
        "similar-attribute",
        "similar-name",
        "subscript-of",
    }


@pytest.mark.parametrize(
    ("name", "similar", "holds"),
    [("widht", "width", True), ("df", "id", None), ("count", "self.count", None), ("grand_total", None, None)],
)
def test_the_name_that_python_proposes(name: str, similar: str | None, holds: bool | None) -> None:
    captures = {"name": name} | ({"similar": similar} if similar else {})
    found = look("similar-name", name, captures=captures)
    assert (found.holds, found.values.get("similar")) == (holds, similar if holds else None)


def test_the_attribute_that_python_proposes() -> None:
    assert look("similar-attribute", "captialize", captures={"type": "str"}).values == {"similar": "capitalize"}
    known = {"type": "Account", "similar": "balance"}
    assert look("similar-attribute", "ballance", captures=known).values == {"similar": "balance"}
    message = "name 'count' is not defined. Did you mean: 'self.count'?"
    assert look("member-of-class", "count", message=message).holds
    assert look("member-of-class", "count", message="name 'count' is not defined").holds is None


def test_they_and_what_tables_answer_need_no_more_than_the_report() -> None:
    tables = {
        *("command-is-module", "method-of-another-language", "moved-name", "newer-member", "removed-name"),
        "number-meaning",
    }
    printed = {"printed-line", "printed-message", "message-says"}
    assert {name for name, fact in facts().items() if fact.report_only} == tables | printed


@pytest.mark.parametrize(
    ("fact", "arguments", "line", "holds"),
    [
        ("calls", {"names": ["*.json"]}, "for row in answer.json():", True),
        ("calls", {"names": ["*.json"]}, "rows = load(answer)", None),  # the statement may go on
        ("calls", {"names": ["*.json"]}, "rows = load(", None),
        ("line-has", {"syntax": "raise"}, "raise KeyError(name)", True),
        ("subscript-of", {"names": ["os.environ"]}, 'token = os.environ["TOKEN"]', True),
        ("assigned-from", {"calls": ["re.search"]}, "return re.search(rule, text).group(1)", True),
        ("assigned-from", {"calls": ["re.search"]}, "return found.group(1)", None),
    ],
)
def test_the_printed_line_as_a_statement(fact: str, arguments: dict, line: str, holds: bool | None) -> None:
    frames = (Frame("/nowhere/app.py", 31, source=line),)
    found = look(fact, frames=frames, captures={"attribute": "group"}, **arguments)
    assert found.holds is holds
    assert not found.seen or "ine 31" in found.seen
