"""Texts from outside of a program, members of enumerations, draws, and what loops go over."""

from __future__ import annotations

from pathlib import Path

import pytest
from tracemend.context import Context

from tests.unit.fixes.conftest import Apply, Mends

OPERANDS = "'>' not supported between instances of 'str' and 'int'"
ROWS = """\
import csv


def rows(path):
    with open(path, newline="") as f:
        yield from csv.DictReader(f)


def big(limit):
    # größer\tals
    return [row for row in rows("m.csv") if «row["n"] > limit»]
"""


def here(folder: Path, **files: str) -> Context:
    """A context that ran in the folder, which has these files (`_` for the point in their names)."""
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, "utf-8")
    return Context(origin="here", system="linux", folder=str(folder))


@pytest.mark.parametrize(("data", "made"), [("a,n\nx,4\n", 'int(row["n"]) >'), ("a,n\nx,4.5\n", 'float(row["n"]) >')])
def test_the_data_say_whether_a_field_is_whole(mends: Mends, tmp_path: Path, data: str, made: str) -> None:
    mended = mends("number-from-text", ROWS, "TypeError", OPERANDS, context=here(tmp_path, m_csv=data))
    assert mended.mend.sure
    assert made in mended.text
    assert "# größer\tals" in mended.text


def test_a_field_that_is_no_number_everywhere_is_not_sure(mends: Mends, tmp_path: Path) -> None:
    context = here(tmp_path, m_csv="a,n\nx,4\ny,n/a\n")
    mended = mends("number-from-text", ROWS, "TypeError", OPERANDS, context=context)
    assert not mended.mend.sure


def test_a_key_that_the_program_fills_itself_is_not_followed(mend: Apply) -> None:
    source = ROWS + '\n\ndef more(row):\n    row["n"] = float(row["n"])\n'
    assert mend("number-from-text", source, "TypeError", OPERANDS) is None


def test_a_code_with_letters_is_no_number(mend: Apply, tmp_path: Path) -> None:
    source = 'import csv\nfor row in csv.DictReader(open("m.csv")):\n    print(«"id " + row["n"] + 1»)\n'
    message = 'can only concatenate str (not "int") to str'
    context = here(tmp_path, m_csv="a,n\nx,A4\n")
    assert mend("number-from-text", source, "TypeError", message, context=context) is None


OPTION = """\
import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--out", default="4")
args = parser.parse_args()
"""


def test_an_option_gets_a_type(mends: Mends) -> None:
    mended = mends("number-from-text", OPTION + "print(«args.out > 3»)\n", "TypeError", OPERANDS)
    assert mended.mend.sure
    assert 'parser.add_argument("--out", default="4", type=int)' in mended.text


def test_an_option_that_has_a_type_is_left(mend: Apply) -> None:
    source = OPTION.replace('"4")', '"4", type=str)') + "print(«args.out > 3»)\n"
    assert mend("number-from-text", source, "TypeError", OPERANDS) is None


JOINED = "unsupported operand type(s) for /: 'str' and 'str'"


def test_an_option_becomes_a_path(mends: Mends) -> None:
    mended = mends("option-path", OPTION + 'print(«args.out / "a.txt"»)\r\n', "TypeError", JOINED)
    assert mended.mend.sure
    assert "type=Path)" in mended.text
    assert "from pathlib import Path" in mended.text
    assert mended.text.endswith(")\r\n")


def test_an_option_that_is_a_text_elsewhere_is_not_sure(mends: Mends) -> None:
    source = OPTION + 'print(«args.out / "a.txt"»)\nprint(args.out.upper())\n'
    mended = mends("option-path", source, "TypeError", JOINED)
    assert not mended.mend.sure


def test_two_plain_texts_are_no_option(mend: Apply) -> None:
    assert mend("option-path", 'a = "x"\nprint(«a / "b"»)\n', "TypeError", JOINED) is None


def test_a_setting_is_asked_as_a_number(mend: Apply, mends: Mends, tmp_path: Path) -> None:
    source = """\
import configparser
config = configparser.ConfigParser()
config.read("a.ini")
print(«1 - config.get("a", "wait")»)
"""
    message = "unsupported operand type(s) for -: 'int' and 'str'"
    context = here(tmp_path, a_ini="[a]\nwait = 0.5\n")
    mended = mends("number-from-text", source, "TypeError", message, context=context)
    assert 'config.getfloat("a", "wait")' in mended.text
    source = source.replace('"wait")', '"wait", fallback="2")')
    mended = mend("number-from-text", source, "TypeError", message, context=context)
    assert mended is None or "getfloat" not in mended.text


ENUM = "from enum import Enum\n\n\nclass Level(Enum):\n    LOW = 1\n    HIGH = 2\n\n\n"


def test_a_member_by_its_name(mends: Mends) -> None:
    mended = mends("enum-name", ENUM + 'print(«Level("HIGH")»)  # é\n', "ValueError", "'HIGH' is not a valid Level")
    assert mended.mend.sure
    assert 'print(Level["HIGH"])  # é' in mended.text


def test_a_member_in_other_letters_is_not_sure(mends: Mends) -> None:
    source = ENUM + "def f(text):\n    return «Level(text)»\n"
    mended = mends("enum-name", source, "ValueError", "'high' is not a valid Level")
    assert not mended.mend.sure
    assert "Level[text.upper()]" in mended.text


@pytest.mark.parametrize("value", ["'MIDDLE'", "7"])
def test_what_is_no_member_is_left(mend: Apply, value: str) -> None:
    assert mend("enum-name", ENUM + f"print(«Level({value})»)\n", "ValueError", f"{value} is not a valid Level") is None


def test_an_enumeration_that_looks_for_itself_is_left(mend: Apply) -> None:
    source = ENUM.replace("    LOW", "    @classmethod\n    def _missing_(cls, value):\n        pass\n\n    LOW")
    assert mend("enum-name", source + 'Level(«"HIGH"»)\n', "ValueError", "'HIGH' is not a valid Level") is None


SAMPLED = "Population must be a sequence.  For dicts or sets, use sorted(d)."


def test_a_draw_is_sorted_where_it_is_seeded(mend: Apply) -> None:
    source = "import random\nprint(«random.sample(names, 2)»)\n"
    plain = mend("draw-from", source, "TypeError", SAMPLED)
    seeded = mend("draw-from", "import random\nrandom.seed(4)\n" + source, "TypeError", SAMPLED)
    assert plain is not None
    assert "sample(list(names), 2)" in plain.text
    assert seeded is not None
    assert "sample(sorted(names), 2)" in seeded.text
    assert mend("draw-from", source.replace("names", "list(names)"), "TypeError", SAMPLED) is None


INDICES = "string indices must be integers, not 'str'"
FILMS = 'import json\nfilms = json.load(open("f.json"))\nfor film in films:\n\tprint(«film["title"]»)\t# ü\n'


def test_a_loop_goes_over_the_values(mends: Mends, tmp_path: Path) -> None:
    context = here(tmp_path, f_json='{"a": {"title": "x"}}')
    mended = mends("loop-values", FILMS, "TypeError", INDICES, context=context)
    assert "for film in films.values():" in mended.text
    assert "\t# ü" in mended.text


def test_a_loop_goes_over_the_list_of_a_page(mends: Mends, tmp_path: Path) -> None:
    context = here(tmp_path, f_json='{"page": 1, "rows": [{"title": "x"}]}')
    mended = mends("loop-values", FILMS, "TypeError", INDICES, context=context)
    assert 'for film in films["rows"]:' in mended.text


@pytest.mark.parametrize(
    "data", ['{"a": [{"title": 1}], "b": [{"title": 2}]}', '["a", "b"]', '{"a": {"name": 1}}', "", "{"]
)
def test_a_loop_that_the_data_do_not_explain_is_left(mend: Apply, tmp_path: Path, data: str) -> None:
    assert mend("loop-values", FILMS, "TypeError", INDICES, context=here(tmp_path, f_json=data)) is None


EMPTY = "max() arg is an empty sequence"


def test_what_is_used_up_is_kept(mends: Mends) -> None:
    source = "sizes = (int(x) for x in t)  # all\nlow = min(sizes)\nprint(«max(sizes)»)\n"
    mended = mends("keep-items", source, "ValueError", EMPTY)
    assert "sizes = [int(x) for x in t]  # all" in mended.text


@pytest.mark.parametrize("before", ["", "print(sizes)\n"])
def test_what_nothing_used_up_is_left(mend: Apply, before: str) -> None:
    source = f"sizes = (int(x) for x in t)\n{before}print(«max(sizes)»)\n"
    assert mend("keep-items", source, "ValueError", EMPTY) is None


def test_grouped_amounts(mends: Mends) -> None:
    message = "could not convert string to float: '1.250,50'"
    mended = mends("read-number", "print(«float(text)»)\n", "ValueError", message)
    assert 'float(text.replace(".", "").replace(",", "."))' in mended.text
