"""Commands to CI services, of ruff 0.17, pylint 4.1.4, pyrefly 1.4.1; GitHub's documentation for those of no tool."""

from __future__ import annotations

import pytest
from tracemend.reading.findings.checkers import DIALECT
from tracemend.reading.report import ErrorReport
from tracemend.reading.scanner import read_text

from .asking import only, read


def place(report: ErrorReport) -> tuple[str, int | None, int | None]:
    assert report.user_frame is not None
    return report.user_frame.path, report.user_frame.line, report.user_frame.column


def test_ruff() -> None:
    line = (
        "::error title=ruff (F401),file=/home/dev/shop/a.py,line=2,col=8,endLine=2,endColumn=10::"
        "shop/a.py:2:8: F401 `os` imported but unused%0A  help: Remove unused import: `os`"
    )
    report = only(DIALECT, line)
    assert (report.tool, report.code, report.severity) == ("ruff", "F401", "warning")
    assert (report.message, report.notes) == ("`os` imported but unused", ("Remove unused import: `os`",))
    assert place(report) == ("/home/dev/shop/a.py", 2, 8)
    assert report.user_frame is not None
    assert (report.user_frame.end_line, report.user_frame.end_column) == (2, 10)


def test_pylint_says_conventions_as_notices() -> None:
    text = (
        "::notice file=shop/a.py,line=12,endline=12,col=4,title=C0116::Missing function or method docstring\n"
        "::warning file=shop/a.py,line=20,endline=20,col=4,title=W0106::"
        'Expression "A().missing" is assigned to nothing\n'
        "::error file=shop/syn.py,line=1,endline=,col=9,title=E0001::Parsing failed: 'expected ':' (syn, line 1)'\n"
    )
    reports = [one for block in read_text(text) for one in block]
    assert [(one.tool, one.code, one.severity) for one in reports] == [
        ("pylint", "C0116", "warning"),
        ("pylint", "W0106", "warning"),
        ("pylint", "E0001", "error"),
    ]
    assert [place(one)[2] for one in reports] == [5, 5, 10]
    assert reports[2].message == "Parsing failed: 'expected ':' (syn, line 1)'"


def test_azure() -> None:
    text = (
        "##vso[task.logissue type=error;sourcepath=/home/dev/shop/a.py;linenumber=19;columnnumber=28;code=F821;]"
        "Undefined name `undefined_zz`\n"
    )
    (report,) = [one for block in read_text(text) for one in block]
    assert (report.tool, report.code, report.message) == ("ruff", "F821", "Undefined name `undefined_zz`")
    assert place(report) == ("/home/dev/shop/a.py", 19, 28)


def test_of_no_known_tool() -> None:
    report = only(DIALECT, "::error file=app.py,line=10,col=15::Something went wrong%0Aat 100%25")
    assert (report.tool, report.severity, report.code) == ("github", "error", None)
    assert report.message == "Something went wrong\nat 100%"
    assert place(report) == ("app.py", 10, 15)


@pytest.mark.parametrize(
    "line",
    [
        "::notice file=app.py,line=1::This file is old",
        "::group::Run ruff check a.py",
        "::error::Process failed in a.py",
        "::error file=app.js,line=1::Missing semicolon near a.py",
        "::add-matcher::.github/a.py",
        "##vso[task.setvariable variable=x]a.py",
        "##vso[task.logissue type=error]a.py is broken",
        "##[error]Process completed with exit code 1.",
        "##[error]Bash exited with code '1' in a.py.",
        "Error: a.py is missing",
        "Error: Process completed with exit code 1.",
    ],
)
def test_silence(line: str) -> None:
    assert read(DIALECT, line) == []


def test_hostile_lines_take_no_time() -> None:
    for line in (
        "::error " + "file=a.py," * 50_000,
        "::error file=a.py," + ":" * 100_000,
        "##vso[task.logissue " + "a=b.py;" * 50_000,
        "##[error]" * 50_000 + "a.py",
    ):
        read(DIALECT, line)
