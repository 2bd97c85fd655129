"""What is handed out of a block that closes its file or database."""

from __future__ import annotations

import pytest

from .conftest import Keeps

_FILE = "I/O operation on closed file."
_DATABASE = "Cannot operate on a closed database."


@pytest.mark.parametrize(
    ("body", "after"),
    [
        ("        rows = csv.DictReader(f)  # é\n    return rows\n",
         "        rows = list(csv.DictReader(f))  # é\n    return rows\n"),
        ("        rows = (x for x in f)\n    return rows\n", "        rows = [x for x in f]\n    return rows\n"),
        ("        rows = csv.reader(f)\n        next(rows)\n    return rows\n",
         "        rows = csv.reader(f)\n        next(rows)\n        rows = list(rows)\n    return rows\n"),
        ("        rows = csv.reader(f)\n        next(rows)\n        return rows\n",
         "        rows = csv.reader(f)\n        next(rows)\n        return list(rows)\n"),
        ("        rows = csv.reader(f)\n        good = filter(None, rows)\n    return good\n",
         "        rows = csv.reader(f)\n        good = list(filter(None, rows))\n    return good\n"),
        ("        return f\n", "        return list(f)\n"),
        ("        return parsed(f)\n", "        return list(parsed(f))\n"),
    ],
)  # fmt: skip
def test_what_reads_later_becomes_a_list(keeps: Keeps, body: str, after: str) -> None:
    head = "import csv\ndef parsed(f):\n    for x in f:\n        yield x\ndef load(p):\n    with open(p) as f:\n"
    tail = "for row in {}load('a'):\n    print(row)\n"
    keeps("before-closing", "ValueError", _FILE, head + body + tail.format("«"), head + after + tail.format(""))


@pytest.mark.parametrize(
    "code",
    [
        "def load(p):\n    with open(p) as f:\n        return f\n«load('a').read()\n",
        "def load(p):\n    with open(p) as f:\n        rows = f.readlines()\n    return rows\n"
        "for x in «load('a'):\n    x\n",
        "def tail(f):\n    while True:\n        yield f.readline()\ndef load(p):\n    with open(p) as f:\n"
        "        return tail(f)\nfor x in «load('a'):\n    x\n",
        "f = open('a')\nf.close()\nfor x in «f:\n    x\n",
        "class T:\n    def __init__(self, p):\n        with open(p) as f:\n            self.rows = csv.DictReader(f)\n"
        "    def n(self):\n        self.rows.fieldnames\n        return [x for x in «self.rows]\n",
    ],
)
def test_other_values_are_left(keeps: Keeps, code: str) -> None:
    """A file that is read otherwise, a list, what never ends, what was closed by hand or is asked for columns."""
    keeps("before-closing", "ValueError", _FILE, code, None)


def test_a_reader_that_is_asked_for_its_columns_is_not_surely_a_list(keeps: Keeps) -> None:
    code = (
        "def load(p):\n    with open(p) as f:\n        return {}\nr = load('a')\nr.fieldnames\n{}for x in r:\n    x\n"
    )
    after = code.format("list(csv.DictReader(f))", "")
    keeps("before-closing", "ValueError", _FILE, code.format("csv.DictReader(f)", "«"), after, sure=False)


@pytest.mark.parametrize(
    "code",
    [
        "def rows():\n    with closing(connect('é')) as db:\n        return db.execute('select 1'){}\n",
        "def rows():\n    db = connect('é')\n    found = db.execute('select 1'){}  # é\n    db.close()\n"
        "    return found\n",
        "def rows():\n    db = connect('é')\n    try:\n        return db.execute('select 1'){}\n    finally:\n"
        "        db.close()\n",
    ],
)
def test_rows_are_fetched_before_the_database_is_closed(keeps: Keeps, code: str) -> None:
    tail = "for x in {}rows():\n    x\n"
    after = code.format(".fetchall()") + tail.format("")
    keeps("fetch-before-closing", "sqlite3.ProgrammingError", _DATABASE, code.format("") + tail.format("«"), after)


@pytest.mark.parametrize(
    "code",
    [
        "def rows(db):\n    return db.execute('select 1')\n",
        "def rows():\n    with closing(connect('é')) as db:\n        return db.execute('select 1').fetchall()\n",
        "def rows():\n    with closing(connect('é')) as db:\n        c = db.execute('select 1')\n        c.fetchone()\n"
        "        return c\n",
    ],
)
def test_other_queries_are_left(keeps: Keeps, code: str) -> None:
    keeps("fetch-before-closing", "sqlite3.ProgrammingError", _DATABASE, code + "for x in «rows():\n    x\n", None)


def test_a_loop_is_moved_into_the_block(keeps: Keeps) -> None:
    """The failing line stands in a loop after it."""
    code = "with open('a', 'w') as f:\n    w = csv.writer(f)\nfor x in y:\n    «w.writerow(x)\nprint(1)\n"
    after = "with open('a', 'w') as f:\n    w = csv.writer(f)\n    for x in y:\n        w.writerow(x)\nprint(1)\n"
    keeps("into-block", "ValueError", _FILE, code, after)
    keeps("into-block", "ValueError", _FILE, "with open('a') as f:\n    pass\ndef g():\n    «f.read()\n", None)
