"""What checkers and pytest say outside of a finding, and the prefix of Jenkins' Timestamper.

mypy's lines are 2.4's, pytest's usage is 9's; Coverage.py's warning is of versions before 6, as threads quote it.
"""

from __future__ import annotations

import pytest
from tracemend.reading.programs.tools import DIALECT
from tracemend.reading.scanner import read_text

from .asking import only


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("pyproject.toml:1: error: Error importing plugin \"nosuch.mypy\": No module named 'nosuch'  [misc]", "mypy"),
        ("mypy.ini:2: error: Error importing plugin \"nosuch.main\": No module named 'nosuch'  [misc]", "mypy"),
        ("Coverage.py warning: No data was collected. (no-data-collected)", "coverage"),
        ("INTERNAL ERROR: Black produced different code on the second pass of the formatter.", "black"),
        ("fixture 'client' not found", "pytest"),
        ("could not find python interpreter matching any of the specs py39", "tox"),
    ],
)
def test_a_sentence_names_its_program(text: str, tool: str) -> None:
    assert only(DIALECT, text).tool == tool


def test_pytest_run_as_a_module_is_pytest() -> None:
    text = (
        "ERROR: usage: __main__.py [options] [file_or_dir] [file_or_dir] [...]\n"
        "__main__.py: error: unrecognized arguments: --cov=bin\n  inifile: None\n"
    )
    (report,) = read_text(text)[0]
    assert (report.tool, report.message) == ("pytest", "unrecognized arguments: --cov=bin")


def test_jenkins_moments_are_a_prefix() -> None:
    text = "[2022-01-13T22:19:01.904Z] a.py:9:4: E1101: Instance of 'A' has no 'b' member (no-member)\n"
    (report,) = read_text(text)[0]
    assert (report.tool, report.code) == ("pylint", "E1101")
