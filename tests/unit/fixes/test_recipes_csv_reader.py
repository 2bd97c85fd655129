"""A DictReader that is told how its file is written."""

from __future__ import annotations

import pytest

from .conftest import Keeps, Makes

_READ = 'T = """{}"""\nfor row in csv.DictReader(T.splitlines(){}):\n    print(«row["kg"]»)  # é\n'


@pytest.mark.parametrize(
    ("text", "given", "made"),
    [
        ("name;kg\na;1", "", ', delimiter=";"'),
        ("name|kg\na|1", ", restval=1", ', delimiter="|"'),
        ("name, kg\na, 1", "", ", skipinitialspace=True"),
        ("name, kg\na, 1, 2", "", None),
        ("name;kg\na;1", ', delimiter=","', None),
        ("name,kg\na,1", "", None),
        ("name;weight\na;1", "", None),
        ("kg\n1", "", None),
    ],
)
def test_reader_form(keeps: Keeps, text: str, given: str, made: str | None) -> None:
    before = _READ.format(text, given)
    after = before.replace("«", "").replace("»", "").replace(f"splitlines(){given}", f"splitlines(){given}{made}")
    keeps("reader-form", "KeyError", "'kg'", before, after if made is not None else None)


def test_several_readers(keeps: Keeps) -> None:
    before = "b = csv.reader(x)\n" + _READ.format("name;kg\na;1", "")
    keeps("reader-form", "KeyError", "'kg'", before, None)


def test_around(keeps_around: Makes) -> None:
    code = 'v = csv.DictReader(["a;kg", "b;1"]); u = «next(v)["kg"]»'
    after = 'v = csv.DictReader(["a;kg", "b;1"], delimiter=";"); u = next(v)["kg"]'
    keeps_around("reader-form", "'kg'", code, after, "KeyError")
