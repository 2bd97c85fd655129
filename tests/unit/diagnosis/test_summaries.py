"""Which reports become diagnoses where one only says again what another has said."""

from __future__ import annotations

from dataclasses import replace

from tracemend.context import Context
from tracemend.diagnosis import Diagnoser
from tracemend.diagnosis.summaries import Summaries
from tracemend.knowledge.packs import builtin_pack
from tracemend.matching.library import Library
from tracemend.reading.report import ErrorReport, Link, Span

ERROR = ErrorReport("python", "error", "KeyError", "'a'", Span(1, 3))
WARNING = replace(ERROR, severity="warning", exception="DeprecationWarning")
SUMMARY = ErrorReport("make", "error", None, "[Makefile:2: test] Error 1", Span(4, 4), summary=True)
KILLED = replace(SUMMARY, code="SIGKILL", message="[Makefile:2: test] Error 137")


def left(*reports: ErrorReport) -> list[ErrorReport]:
    """What is left of reports of a block each."""
    return [report for block in Summaries().left_out((report,) for report in reports) for report in block]


def test_a_summary_below_an_error_is_left_out() -> None:
    assert left(ERROR, SUMMARY) == [ERROR]
    assert left(SUMMARY) == [SUMMARY]
    assert left(SUMMARY, SUMMARY) == [SUMMARY]
    assert left(SUMMARY, ERROR) == [SUMMARY, ERROR]
    assert left(WARNING, SUMMARY) == [WARNING, SUMMARY]


def test_what_says_something_new() -> None:
    assert left(ERROR, KILLED) == [ERROR, KILLED]
    assert left(replace(ERROR, code="SIGKILL"), KILLED) == [replace(ERROR, code="SIGKILL")]
    assert left(KILLED, KILLED) == [KILLED]


def test_summaries_of_one_block_stand_beside_each_other() -> None:
    summaries = Summaries()
    assert summaries.left_out([(SUMMARY, SUMMARY)]) == [(SUMMARY, SUMMARY)]
    assert summaries.left_out([(SUMMARY, ERROR)]) == [(ERROR,)]


def test_a_block_whose_reports_are_linked_stays_whole() -> None:
    linked = (replace(ERROR, chain=Link(1, "cause")), SUMMARY)
    assert Summaries().left_out([(ERROR,), linked]) == [(ERROR,), linked]


MADE = "make: *** [Makefile:2: a] Error 1\n"
TEXT = f"Traceback (most recent call last):\n  File \"a.py\", line 1, in <module>\nKeyError: 'a'\n{MADE}"


def test_a_text_and_a_stream_leave_out_the_same() -> None:
    context = Context(command="make", exit_code=2)
    mender = Diagnoser(Library.open([builtin_pack()]))
    assert [one.report.tool for one in mender.diagnose(TEXT, context, look=False)] == ["python"]
    assert [one.report.tool for one in mender.diagnose(MADE, context, look=False)] == ["make"]
    stream = mender.stream(replace(context, exit_code=None))
    found = [one for line in TEXT.splitlines(keepends=True) for one in stream.feed(line)]
    assert [one.report.tool for one in (*found, *stream.end(2))] == ["python"]


def test_what_is_far_above_may_be_of_another_run() -> None:
    summaries = Summaries()
    error = ErrorReport("python", "error", "ValueError", "no", Span(3, 3))
    below = ErrorReport("make", "error", None, "[Makefile:2: test] Error 1", Span(900, 900), summary=True)
    again = replace(below, span=Span(9_000, 9_000))
    assert summaries.left_out([(error,), (below,), (again,)]) == [(error,), (again,)]
