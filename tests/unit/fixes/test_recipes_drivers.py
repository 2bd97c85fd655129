"""SQL and its values as drivers other than sqlite3 take them."""

from __future__ import annotations

import pytest

from .conftest import Keeps

NONE = "the query has 0 placeholders but 2 parameters were passed"
UNUSED = "Not all parameters were used in the SQL statement"
CONVERTED = "not all arguments converted during string formatting"
SEQUENCE = "query parameters should be a sequence or a mapping, got str"
SIGN = "only '%s', '%b', '%t' are allowed as placeholders, got '%a'"
UNREAD = "Unread result found"
NOTHING = "no results to fetch"
DICT = "cannot adapt type 'dict' using placeholder '%s' (format: AUTO)"
NEAR = 'syntax error at or near ")"'
INT = "can't adapt type 'numpy.int64'"


@pytest.mark.parametrize(
    ("recipe", "message", "before", "after"),
    [
        ("driver-placeholders", NONE, "c.execute('a = ? or b = ?', (x, 1))", "c.execute('a = %s or b = %s', (x, 1))"),
        (
            "driver-placeholders",
            UNUSED,
            "q = \"é = ? and b = '?'\"\n«c.execute(q, [x])",
            "q = \"é = %s and b = '?'\"\nc.execute(q, [x])",
        ),
        ("driver-placeholders", UNUSED, "c.execute('a = ?', x)", "c.execute('a = %s', x)"),
        ("driver-placeholders", CONVERTED, "c.execute('a = %s', (x))", "c.execute('a = %s', (x,))"),
        ("driver-placeholders", NEAR, "c.execute('values (?)', (x,))", "c.execute('values (%s)', (x,))"),
        ("driver-placeholders", SEQUENCE, "c.execute('a = %s', x)", "c.execute('a = %s', (x,))"),
        (
            "double-percent",
            SIGN,
            "c.execute('a like \"%a%\" and b = %s', x)",
            "c.execute('a like \"%%a%%\" and b = %s', x)",
        ),
        ("buffered-cursor", UNREAD, "c = d.cursor()\n«c.execute(q)", "c = d.cursor(buffered=True)\nc.execute(q)"),
        (
            "buffered-cursor",
            UNREAD,
            "c = d.cursor(dictionary=True)\n«c.execute(q)",
            "c = d.cursor(dictionary=True, buffered=True)\nc.execute(q)",
        ),
        (
            "returning-row",
            NOTHING,
            "c.execute('insert into a values (%s);', x)\n«new_id = c.fetchone()[0]",
            "c.execute('insert into a values (%s) returning id;', x)\nnew_id = c.fetchone()[0]",
        ),
        (
            "returning-row",
            NOTHING,
            "c.execute('INSERT INTO a VALUES (1)')\n«x = c.fetchone()['nr']",
            "c.execute('INSERT INTO a VALUES (1) returning nr')\nx = c.fetchone()['nr']",
        ),
        (
            "driver-value",
            DICT,
            "import psycopg\nfrom psycopg.types.json import Jsonb\nd = {}\n«c.execute('%s, %s', (1, d))",
            "import psycopg\nfrom psycopg.types.json import Jsonb\nd = {}\nc.execute('%s, %s', (1, Jsonb(d)))",
        ),
        ("driver-value", INT, "c.execute('%s, %s', ('a', n))", "c.execute('%s, %s', ('a', int(n)))"),
    ],
)
def test_it_is_handed_over_as_the_driver_takes_it(
    keeps: Keeps, recipe: str, message: str, before: str, after: str
) -> None:
    keeps(recipe, "ProgrammingError", message, before, after)


def test_a_column_that_is_not_named_is_not_sure(keeps: Keeps) -> None:
    before = "c.execute('insert into a values (1){}')\n{}x = c.fetchone()[0]"
    after = before.format(" returning id", "")
    keeps("returning-row", "ProgrammingError", NOTHING, before.format("", "«"), after, sure=False)


@pytest.mark.parametrize(
    ("recipe", "message", "before"),
    [
        ("driver-placeholders", NEAR, "c.execute('values (?)', x)"),  # how many values these are is not seen
        ("driver-placeholders", NEAR, "c.execute('values (%s', (x))"),
        ("driver-placeholders", NONE, "c.execute('a = ?', (x, 1))"),
        ("driver-placeholders", UNUSED, "c.execute('a = %s', (x, 1))"),
        ("driver-placeholders", UNUSED, "c.execute('a = ? or b = %s', (x, 1))"),
        ("driver-placeholders", UNUSED, "c.execute(sql, x)"),
        ("driver-placeholders", CONVERTED, "c.execute('a = %s', x)"),
        ("double-percent", SIGN, "c.execute('a like \"%a\"')"),
        ("driver-placeholders", CONVERTED, "x = (1, 2)\n«c.execute('a = %s', (x))"),
        ("driver-placeholders", NONE.replace("0", "1"), "c.execute('a = %s', (x))"),
        ("double-percent", SIGN, "c.execute(sql, x)"),
        ("buffered-cursor", UNREAD, "c = d.cursor(buffered=False)\n«c.execute(q)"),
        ("buffered-cursor", UNREAD, "def f(c):\n    «c.execute(q)"),
        ("returning-row", NOTHING, "c.execute('update a set b = 1')\n«x_id = c.fetchone()[0]"),
        ("returning-row", NOTHING, "c.execute('insert into a values (1)')\n«x = c.fetchall()"),
        ("returning-row", NOTHING, "c.execute('insert into a values (1) returning id')\n«x_id = c.fetchone()[0]"),
        ("driver-value", DICT, "c.execute('%s', (d,))"),
        ("driver-value", DICT, "import psycopg\n«c.execute('%s, %s', ({}, {}))"),
        ("driver-value", INT, "c.execute('%s, %s', (m, n))"),
        ("driver-value", "can't adapt type 'User'", "c.execute('%s', (u,))"),
    ],
)
def test_what_is_not_seen_stays(keeps: Keeps, recipe: str, message: str, before: str) -> None:
    keeps(recipe, "ProgrammingError", message, before, None)
