"""Findings as they are copied out of an editor; the sentences are pyright's 1.1.414, mypy's 2.4 and ruff's 0.17.

The form `messageSource(code)` is what VS Code's hover gives when it is copied, as in microsoft/pylance-release issues.
"""

from __future__ import annotations

import pytest
from tracemend.reading.findings.pasted import DIALECT
from tracemend.reading.report import Hints
from tracemend.reading.scanner import read_text

from .asking import only, read

RETURN = """\
Type "int" is not assignable to return type "str"
  "int" is not assignable to "str"
"""


@pytest.mark.parametrize(
    ("text", "tool", "code"),
    [
        (RETURN, "pyright", "reportReturnType"),
        ('Import "requests" could not be resolved', "pyright", "reportMissingImports"),
        ('Import "yaml" could not be resolved from sourcePylance(reportMissingModuleSource)', "pyright",
         "reportMissingModuleSource"),
        ('"group" is not a known attribute of "None"', "pyright", "reportOptionalMemberAccess"),
        ("`os` imported but unusedRuff(F401)", "ruff", "F401"),
        ('Import "yaml" could not be resolvedPylancereportMissingImports', "pyright", "reportMissingImports"),
        ('"get" is not a known attribute of "None" Pylance[reportOptionalMemberAccess](https://github.com/microsoft)',
         "pyright", "reportOptionalMemberAccess"),
        ("Type arguments are not needed here  (reportGeneralTypeIssues)", "pyright", "reportGeneralTypeIssues"),
        ('Import "requests" could not be resolved Pylance(reportMissingImports) [Ln 1, Col 8]', "pyright",
         "reportMissingImports"),
        ("Unable to import 'requests' Pylint(E0401:import-error) [1, 1]", "pylint", "E0401"),
        ("F821 Undefined name `price`", "ruff", "F821"),
        ("F401 'os' imported but unused", "flake8", "F401"),
        ("Unable to import 'requests'Pylint(E0401:import-error)", "pylint", "E0401"),
        ('Incompatible return value type (got "int", expected "str")  [return-value]', "mypy", "return-value"),
        ('error: Argument 1 to "cost" has incompatible type "str"; expected "int"  [arg-type]', "mypy", "arg-type"),
        ('Incompatible types in assignment (expression has type "str", variable has type "int")', "mypy", "assignment"),
    ],
)  # fmt: skip
def test_a_finding_is_read_without_its_file(text: str, tool: str, code: str) -> None:
    report = only(DIALECT, text.rstrip("\n"), selected=True)
    assert (report.tool, report.code, report.frames) == (tool, code, ())


def test_further_lines_belong_to_it_and_the_rule_does_not() -> None:
    text = (
        'Argument of type "None" cannot be assigned to parameter "x" of type "int" in function "f"\n'
        '\u00a0\u00a0"None" is not assignable to "int" Pylance(reportArgumentType)\n'
        "and this is what I tried:\n"
    )
    [report] = [one for block in read_text(text, Hints(selected=True)) for one in block]
    assert report.code == "reportArgumentType"
    assert report.message.splitlines()[1] == '  "None" is not assignable to "int"'


def test_in_a_stream_such_a_sentence_is_prose() -> None:
    assert read(DIALECT, RETURN.rstrip("\n")) == []
    assert read_text(RETURN) == []


def test_what_is_no_sentence_of_a_checkers_is_none() -> None:
    for text in (
        'Type "help" for more information (see mypy(1))',
        'The checker says "x" is not defined somewhere',
        "Expected 3 apples",
        'Method "get" is fine',
        "Is this Pylance (the extension)",
    ):
        assert read(DIALECT, text, selected=True) == [], text


def test_the_panel_s_lines() -> None:
    text = (
        'app.py  src 2\n  Import "requests" could not be resolved Pylance(reportMissingImports) [Ln 1, Col 8]\n'
        '  "price" is not defined Pylance(reportUndefinedVariable) [Ln 4, Col 1]\n'
    )
    found = [one for block in read_text(text, Hints(selected=True)) for one in block]
    assert [(one.code, one.message) for one in found] == [
        ("reportMissingImports", 'Import "requests" could not be resolved'),
        ("reportUndefinedVariable", '"price" is not defined'),
    ]
