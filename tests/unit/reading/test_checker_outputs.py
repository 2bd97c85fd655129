"""Every format of a tool says the same of the same two files.

`checker_outputs/TOOL-VERSION.FORMAT.txt` is what the tool printed in /home/dev/shop for these (paths of the environment
are replaced):

    app.py                                                     syn.py
    import os, re, subprocess                                  def f(x)
    from nosuch_zz import thing                                    return x


    def size(a: int, b: list = []) -> str:
        m = re.match("x", "y")
        subprocess.call("ls -l %s" % a, shell=True)
        print("größe", undefined_zz)
        return m.group(1)
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest
from tracemend.reading.report import ErrorReport, Hints
from tracemend.reading.scanner import Scanner, read_text

OUTPUTS = Path(__file__).parent / "checker_outputs"
ALL = sorted(path.name.removesuffix(".txt") for path in OUTPUTS.glob("*.txt"))


def reports(name: str, hints: Hints | None = None) -> list[ErrorReport]:
    text = (OUTPUTS / f"{name}.txt").read_text(encoding="utf-8")
    return [report for block in read_text(text, hints) for report in block]


def said(name: str, columns: bool = True, messages: bool = True) -> set[tuple[object, ...]]:
    """What a file's findings say, without what its format leaves out."""
    found: set[tuple[object, ...]] = set()
    for report in reports(name):
        frame = report.user_frame
        assert frame is not None
        place = (PurePosixPath(frame.path).name, frame.line, frame.column if columns else None)
        message = report.message if messages else None
        found.add((report.tool, report.severity, report.code, message, *place))
    return found


@pytest.mark.parametrize(
    ("first", "others"),
    [
        ("pyright-1.1.414.text", "pyright-1.1.414.json"),
        ("mypy-2.4.1.columns", "mypy-2.4.1.pretty mypy-2.4.1.json"),
        (
            "ruff-0.17.6.concise",
            "ruff-0.17.6.full ruff-0.17.6.grouped ruff-0.17.6.json ruff-0.17.6.json-lines ruff-0.17.6.github"
            " ruff-0.17.6.gitlab ruff-0.17.6.azure ruff-0.17.6.sarif ruff-0.17.6.rdjson",
        ),
        (
            "ruff-0.9.10.concise",
            "ruff-0.9.10.full ruff-0.9.10.grouped ruff-0.9.10.json-lines ruff-0.9.10.github ruff-0.9.10.sarif",
        ),
        ("ruff-0.0.292.text", "ruff-0.0.292.grouped ruff-0.0.292.json-lines ruff-0.0.292.github"),
        ("pylint-4.1.4.text", "pylint-4.1.4.json pylint-4.1.4.json2 pylint-4.1.4.github"),
        ("flake8-7.5.0.text", "flake8-7.5.0.source"),
        ("pyflakes-4.1.0.text", ""),
        ("ty-0.0.107.concise", "ty-0.0.107.full ty-0.0.107.gitlab ty-0.0.107.github"),
        ("ty-0.0.1a8.concise", "ty-0.0.1a8.full"),
        ("pyrefly-1.4.1.full-text", "pyrefly-1.4.1.json pyrefly-1.4.1.github"),
        ("bandit-1.9.4.txt", "bandit-1.9.4.json bandit-1.9.4.sarif"),
    ],
)
def test_all_formats_say_the_same(first: str, others: str) -> None:
    expected = said(first)
    assert expected
    for name in others.split():
        assert said(name) == expected, name


@pytest.mark.parametrize(
    ("first", "other"),
    [
        ("mypy-2.4.1.columns", "mypy-2.4.1.text"),
        ("ruff-0.17.6.concise", "ruff-0.17.6.pylint"),
        ("ruff-0.9.10.concise", "ruff-0.9.10.gitlab"),
        ("ruff-0.0.292.text", "ruff-0.0.292.pylint"),
        ("ruff-0.0.292.text", "ruff-0.0.292.gitlab"),
        ("pylint-4.1.4.text", "pylint-4.1.4.parseable"),
        ("pylint-4.1.4.text", "pylint-4.1.4.msvs"),
        ("flake8-7.5.0.text", "flake8-7.5.0.pylint"),
        ("flake8-7.5.0.json", "flake8-7.5.0.gitlab"),
        ("bandit-1.9.4.txt", "bandit-1.9.4.custom"),
    ],
)
def test_formats_without_columns_say_the_same(first: str, other: str) -> None:
    expected = said(first, columns=False)
    assert expected
    assert said(other, columns=False) == expected


def test_what_each_tool_says() -> None:
    assert said("mypy-2.4.1.json") == {
        (
            "mypy",
            "error",
            "import-not-found",
            'Cannot find implementation or library stub for module named "nosuch_zz"',
            "app.py",
            2,
            1,
        ),
        (
            "mypy",
            "error",
            "name-defined",
            'Name "undefined_zz" is not defined',
            "app.py",
            8,
            18,
        ),  # as mypy 2 counts behind `ö` and `ß`
        (
            "mypy",
            "error",
            "union-attr",
            'Item "None" of "Match[str] | None" has no attribute "group"',
            "app.py",
            9,
            12,
        ),
    }
    assert said("pyflakes-2.2.0.text") == {
        ("flake8", "error", "F401", "'os' imported but unused", "app.py", 1, 1),
        ("flake8", "error", "F401", "'nosuch_zz.thing' imported but unused", "app.py", 2, 1),
        ("flake8", "error", "F821", "undefined name 'undefined_zz'", "app.py", 8, 22),
    }
    assert said("pyflakes-4.1.0.text") == said("pyflakes-2.2.0.text")
    undefined = ("ruff", "error", "F821", "Undefined name `undefined_zz`", "app.py", 8, 20)
    syntax = ("ruff", "error", "invalid-syntax", "Expected `:`, found newline", "syn.py", 1, 9)
    assert {undefined, syntax} < said("ruff-0.17.6.json")
    assert ("ruff", "warning", "F401", "`os` imported but unused", "app.py", 1, 8) in said("ruff-0.17.6.json")
    assert ("pylint", "error", "E0602", "Undefined variable 'undefined_zz'", "app.py", 8, 22) in said(
        "pylint-4.1.4.json"
    )
    assert ("vulture", "warning", None, "unused import 'os'", "app.py", 1, None) in said("vulture-2.16.text")
    assert (
        "ty",
        "error",
        "unresolved-reference",
        "Name `undefined_zz` used when not defined",
        "app.py",
        8,
        20,
    ) in said("ty-0.0.107.full")


def test_where_the_end_is_known() -> None:
    for name in ("ruff-0.17.6.full", "ruff-0.17.6.json", "ruff-0.17.6.sarif", "ruff-0.9.10.full", "ty-0.0.107.full"):
        frame = next(r.user_frame for r in reports(name) if "undefined_zz" in r.message)
        assert frame is not None
        assert (frame.column, frame.end_line, frame.end_column) == (20, 8, 32), name
    for name in ("mypy-2.4.1.columns", "mypy-2.4.1.json"):
        frame = next(r.user_frame for r in reports(name) if r.code == "union-attr")
        assert frame is not None
        assert (frame.column, frame.end_line, frame.end_column) == (12, 9, 19), name


def test_the_source_where_it_is_printed() -> None:
    for name in ("ruff-0.17.6.full", "ruff-0.9.10.full", "ty-0.0.107.full", "pyrefly-1.4.1.full-text"):
        frame = next(r.user_frame for r in reports(name) if "undefined_zz" in r.message)
        assert frame is not None
        assert frame.source == 'print("größe", undefined_zz)', name
    for name in ("mypy-2.4.1.pretty", "mypy-1.8.0.pretty", "mypy-0.790.pretty"):
        frame = next(r.user_frame for r in reports(name) if "has no attribute" in r.message)
        assert frame is not None
        assert frame.source == "return m.group(1)", name
    (issue,) = [r for r in reports("bandit-1.9.4.txt") if r.code == "B602"]
    assert issue.user_frame is not None
    assert issue.user_frame.source == 'subprocess.call("ls -l %s" % a, shell=True)'
    assert issue.severity == "error"


def test_notes_are_not_part_of_the_message() -> None:
    for name in ("mypy-2.4.1.text", "mypy-2.4.1.json"):
        missing = next(r for r in reports(name) if r.code == "import-not-found")
        assert missing.notes == ("See https://mypy.readthedocs.io/en/stable/running_mypy.html#missing-imports",)
    for name in ("ruff-0.17.6.full", "ruff-0.17.6.json", "ruff-0.17.6.github", "ruff-0.9.10.full"):
        unused = next(r for r in reports(name) if r.message == "`os` imported but unused")
        assert unused.notes == ("Remove unused import: `os`",), name


@pytest.mark.parametrize("name", ALL)
def test_spans_are_in_order_and_cuts_change_nothing(name: str) -> None:
    text = (OUTPUTS / f"{name}.txt").read_text(encoding="utf-8")
    whole = read_text(text)
    spans = [(one.span.start, one.span.end) for block in whole for one in block]
    assert spans == sorted(spans)
    assert all(start <= end <= text.count("\n") + 1 for start, end in spans)
    scanner = Scanner()
    pieces = [block for line in text.splitlines(keepends=True) for block in scanner.feed(line)]
    assert pieces + scanner.close() == whole


@pytest.mark.parametrize("name", ALL)
def test_a_command_that_shows_a_file_has_no_findings(name: str) -> None:
    assert reports(name, Hints(command="cat report.txt", exit_code=0)) == []
