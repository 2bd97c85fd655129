"""A line that an edit makes too long is laid out as ruff would, and nothing else is touched."""

from __future__ import annotations

import subprocess
import sys

import pytest
from tracemend.fixes.recipe import Mend, TextEdit, apply_edits
from tracemend.fixes.toolkit.wrapping import wrapped
from tracemend.source.text import SourceText

PARSER = "def options():\n    parser = make()\n"
PARSER += '    parser.add_argument("-w", "--words", default=4, help="how many words (default: 4)")\n'
CALLS = (
    (PARSER, '4)"'),
    ("total = compute(first_measurement_of_all, second_measurement_of_all, the_third_of_them)\n", "third_of_them"),
    (
        "class A:\n    def save(self):\n"
        '        return await_all(self.rows, name="the name of the table in it", end=1)\n',
        "end=1",
    ),
    (
        "result = compute(first_measurement_of_all_that_day, second_measurement_of_all_day)  # noted\n",
        "second_measurement_of_all_day",
    ),
)


def mended(text: str, behind: str, added: str) -> str:
    source = SourceText(text)
    at = text.index(behind) + len(behind)
    mend = Mend((TextEdit(at, at, added),))
    return apply_edits(text, wrapped(mend, source, 88).edits)


def formatted(text: str) -> str:
    command = [sys.executable, "-m", "ruff", "format", "--isolated", "-"]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize(("text", "behind"), CALLS[:3])
@pytest.mark.parametrize("added", [", type=int", ', type=int, metavar="N", required=True, choices=range(1, 1000)'])
def test_as_ruff_lays_it_out(text: str, behind: str, added: str) -> None:
    assert formatted(text) == text
    found = mended(text, behind, added)
    assert formatted(found) == found


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        CALLS[3],  # the comment would be in the way
        ("x" * 100 + " = 1\n" + CALLS[1][0], CALLS[1][1]),  # this file has long lines
        (
            "def f():\n    return g(1)[0] + compute(first_measurement_of_all, second_of_all, the_third_one)\n",
            "third_one",
        ),
        (
            "value = (\n    compute(first_measurement_of_all, second_measurement_of_all, the_third_one)\n)\n",
            "third_one",
        ),
        (
            "if compute(first_measurement_of_all, second_measurement_of_all, the_third_of_all_one):\n    pass\n",
            "all_one",
        ),
    ],
)
def test_what_is_left_as_it_is(text: str, behind: str) -> None:
    at = text.index(behind) + len(behind)
    assert mended(text, behind, ", type=int") == f"{text[:at]}, type=int{text[at:]}"


def test_tabs_and_crlf() -> None:
    text = PARSER.replace("    ", "\t").replace("\n", "\r\n")
    found = mended(text, '4)"', ", type=int")
    last = '"-w", "--words", default=4, help="how many words (default: 4)", type=int'
    assert found.endswith(f"\tparser.add_argument(\r\n\t\t{last}\r\n\t)\r\n")


def test_tabs_of_the_file_where_the_line_has_none() -> None:
    text = "def compute(*given):\n\treturn given\n\n\n" + CALLS[1][0]
    found = mended(text, CALLS[1][1], ", type=int")
    assert "\n\tfirst_measurement_of_all" in found
