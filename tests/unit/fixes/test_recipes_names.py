"""Recipes that put the right name in a wrong one's place."""

from __future__ import annotations

import pytest
from tracemend.fixes.recipes.sql_name import tables_of

from .conftest import Apply, Mends, TextAfter

_MADE = 'db.execute("CREATE TABLE people (id INTEGER, name TEXT, price DECIMAL(10, 2), PRIMARY KEY (id))")\n'


def test_tables_and_columns_are_read() -> None:
    text = 'create temp table if not exists `a b` (x);\ncreate table "t" (\n x int check (x > 1),\n [y] text);'
    assert tables_of(text + "alter table t add column z int") == {"t": ["x", "y", "z"]}
    assert tables_of(_MADE) == {"people": ["id", "name", "price"]}
    assert tables_of("create table") == {}


@pytest.mark.parametrize(
    ("source", "kind", "name", "after", "sure"),
    [
        ('«db.execute("select nmae from people")\n', "column", "nmae", 'db.execute("select name from people")\n', True),
        (
            "«db.execute('select p.nmae from people p')\n",
            "column",
            "p.nmae",
            "db.execute('select p.name from people p')\n",
            True,
        ),
        (
            "«db.execute(\"select nmae from people where nmae = 'nmae'\")\n",
            "column",
            "nmae",
            "db.execute(\"select name from people where name = 'nmae'\")\n",
            True,
        ),
        (
            'q = """select prcie  -- é\r\n\tfrom people"""  # c\r\n«db.execute(q)\r\n',
            "column",
            "prcie",
            'q = """select price  -- é\r\n\tfrom people"""  # c\r\ndb.execute(q)\r\n',
            True,
        ),
        (
            '«db.execute(f"select nmae from people where id = {n}")\n',
            "column",
            "nmae",
            'db.execute(f"select name from people where id = {n}")\n',
            True,
        ),
        ('«db.execute("select 1 from poeple")\n', "table", "poeple", 'db.execute("select 1 from people")\n', True),
        ('«db.execute("select name from person")\n', "table", "person", None, None),
        ('«db.execute("select nmae from other")\n', "column", "nmae", None, None),
        ('«db.execute("select weight from people")\n', "column", "weight", None, None),
        ('«db.execute("select :nmae from people")\n', "column", "nmae", None, None),
        ('«db.execute(load("nmae"))\n', "column", "nmae", None, None),
        ('«db.execute("select name from people")\n', "column", "name", None, None),
        # the table itself may have the slip
        (
            'a = "nmae"\n«db.execute("select nmae from people")\n',
            "column",
            "nmae",
            'a = "nmae"\ndb.execute("select name from people")\n',
            False,
        ),
    ],
)
def test_a_name_in_sql(mend: Apply, source: str, kind: str, name: str, after: str | None, sure: bool | None) -> None:
    mended = mend("sql-name", _MADE + source, exception="sqlite3.OperationalError", kind=kind, name=name)
    found = (mended.text, mended.mend.sure) if mended is not None else (None, None)
    assert found == (_MADE + after if after is not None else None, sure)
    if mended is not None:
        again = mended.text.replace("db.execute(q", "«db.execute(q").replace('\ndb.execute("sel', '\n«db.execute("sel')
        if "«" in again:
            assert mend("sql-name", again, kind=kind, name=name) is None


def test_an_entry_may_say_that_all_names_are_known(mends: Mends) -> None:
    mended = mends("spelling", "print(df.«prices»)\n", to="price", from_="prices", known="all")
    assert mended.mend.sure


def test_a_keyword_of_a_decorator(mend: Apply, text_after: TextAfter) -> None:
    source = "@cache(maxsiz=1)\ndef f(a):\n    maxsiz = a\n"
    assert text_after("spelling", "«" + source, to="maxsize", from_="maxsiz") == source.replace("maxsiz=", "maxsize=")
    assert mend("spelling", "«@cache(b=1)\ndef f(b, a): ...\n", to="a", from_="b") is None
