"""What an edit changes, as it is shown where a program is not at hand, and the table that holds it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tracemend.knowledge.packs import builtin_pack, read_pack
from tracemend.knowledge.tables import proven_changes, read_table
from tracemend.proving.outcome import Outcome
from tracemend.proving.proof import Proof
from tracemend.proving.shown import MOST_LINES, changes, diff_of, hold_table

LOOP = "def total(rows):\n    for row in rows:\n        print(row['price'])  # one line each\n    return 0\n"


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        (LOOP, LOOP.replace("row['price']", "row.get('price')"), "- print(row['price'])\n+ print(row.get('price'))"),
        (
            LOOP,
            LOOP.replace("    for", "    if rows is None:\n        return 0\n    for"),
            "+ if rows is None:\n+     return 0\n  for row in rows:",
        ),
        (
            "print(sqrt(2))\n",
            "import math\n\nprint(math.sqrt(2))\n",
            "- print(sqrt(2))\n+ import math\n+ print(math.sqrt(2))",
        ),
        ("a = 1\nb = a\n", "import json\n\na = 1\nb = a\n", "+ import json"),
        ("a = 1\n# why\nb = a\n", "a = 1\nc = 2\n# why\nb = a\n", "  a = 1\n+ c = 2"),
        ("a = f(1)  # noqa\n", "a = f(1)  # noqa: E1\n", "- a = f(1)  # noqa\n+ a = f(1)  # noqa: E1"),
        ("a\nb\nc\n", "b\na\nc\n", "+ b\n  a\n...\n- b\n  c"),
        ("a = 1 + \\ \n2\n", "a = 1 + \\\n2\n", ""),
        ("", "\n".join(f"a{number} = 1" for number in range(MOST_LINES + 1)), ""),
        ("a = 1\n", f"a = '{'x' * 100}'\n", ""),
    ],
)
def test_the_lines_that_changed(before: str, after: str, shown: str) -> None:
    assert diff_of(before, after) == shown


def outcome(name: str, state: str = "passed", change: str = "- a\n+ b", fix: str = "mend") -> Outcome:
    return Outcome(Proof("shop.price", fix, Path(name), None, ("KeyError",), 1), state, change=change)


def test_of_several_proofs_the_plainest_that_can_be_shown() -> None:
    plain, other = outcome("price.mend.py"), outcome("price.mend.another.py", change="- c\n+ d")
    assert changes([other, plain], {}) == {"shop.price.mend": "- a\n+ b"}
    assert changes([other, outcome("price.mend.py", change="")], {}) == {"shop.price.mend": "- c\n+ d"}
    not_run = outcome("price.mend.py", "not run", "")
    assert changes([other, not_run], {}) == {"shop.price.mend": "- c\n+ d"}
    assert changes([other, not_run], {"shop.price.mend": "- e\n+ f"}) == {"shop.price.mend": "- e\n+ f"}


def test_the_table_is_written_and_held_against_the_edits(tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    table = tmp_path / "tables" / "proven-change.yaml"
    mine, other = outcome("price.mend.py"), outcome("price.ask.py", fix="ask", change="+ a")
    (missing,) = hold_table(tmp_path, [mine], write=False, whole=True)
    assert "shop.price.mend" in missing
    assert hold_table(tmp_path, [mine, other], write=True, whole=True) == []
    assert read_table(table) == ({"shop.price.ask": "+ a", "shop.price.mend": "- a\n+ b"}, [])
    assert hold_table(tmp_path, [mine, other], write=False, whole=True) == []
    (stale,) = hold_table(tmp_path, [outcome("price.mend.py", change="- a\n+ c")], write=False, whole=False)
    assert "shop.price.mend" in stale
    assert len(hold_table(tmp_path, [mine], write=False, whole=True)) == 1, "a row without a proof"
    assert hold_table(tmp_path, [mine], write=False, whole=False) == []
    assert hold_table(tmp_path, [mine], write=True, whole=True) == []
    assert read_table(table)[0] == {"shop.price.mend": "- a\n+ b"}


def test_every_row_is_an_edit_of_an_entry() -> None:
    edits = {f"{entry.id}.{fix.id}" for entry in read_pack(builtin_pack()).entries for fix in entry.fixes if fix.edit}
    assert proven_changes().keys() <= edits
