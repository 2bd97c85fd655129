"""Code that looks like what a recipe mends and is something else: there it does not apply, or is not sure."""

from __future__ import annotations

import pytest

from .conftest import Apply, Mends, TextAfter

_NAME = "name 'f' is not defined"
_CALLED = "'list' object is not callable"
_COLUMN = "no such column: nmae"
_TABLE = 'c.execute("create table t (id int, name text)")\n'
_DECODE = "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"
_BYTES = "a bytes-like object is required, not 'str'"
_SET = 'ResultSet object has no attribute "text"'
_INDEX = "list indices must be integers or slices, not str"
_BOM = "Unexpected UTF-8 BOM (decode using utf-8-sig): line 1 column 1 (char 0)"
_GROUP = "'NoneType' object has no attribute 'group'"


@pytest.mark.parametrize(
    ("recipe", "message", "source", "values"),
    [
        # The definition would take another value with it.
        ("define-first", _NAME, "rate = 1\n«print(f)»\nrate = 2\nf = rate * 10\n", {"name": "f"}),
        ("define-first", _NAME, "items = []\n«print(f)»\nitems.append(1)\nf = items\n", {"name": "f"}),
        # A variable that is bound by `as`.
        (
            "rename-hiding",
            "",
            "def f():\n    try:\n        g()\n    except E as list:\n        «list»(1)\n",
            {"name": "list"},
        ),
        # Values by position, which `text()` does not know.
        ("sql-text", "", 'import sqlalchemy\nc.execute(«"select * from t where a = ?"», (1,))\n', {}),
        ("sql-text", "", 'import sqlalchemy\nq = "select %(a)s"\nc.execute(«q», {"a": 1})\n', {}),
        ("sql-text", "", 'import sqlalchemy\nc.exec_driver_sql(«"select 1"»)\n', {}),
        # An encoding that is none of UTF-8's names.
        ("codec-bom", _BOM, 'import json\n«json.loads(open("a", encoding="nope").read())»\n', {}),
        # What is read is needed as it is.
        ("open-mode", _DECODE, 'import csv\nwith open("a.xlsx") as f:\n    x = list(«csv.reader(f)»)\n', {}),
        ("open-mode", _DECODE, 'with open("a.zip") as f:\n    for row in «f»:\n        row.split(",")\n', {}),
        ("open-mode", _DECODE, 'with open("a.dat") as f:\n    text = «f.read()»\n', {}),
        ("open-mode", _BYTES, 'with open("a", "rb") as f:\n    for x in f:\n        «"x" in x» or x.decode()\n', {}),
        (
            "open-mode",
            'can only concatenate str (not "bytes") to str',
            'with open("a.txt", "rb") as f:\n    data = f.read()\nhashlib.md5(data)\nprint(«"x" + data»)\n',
            {},
        ),
        # Arrows of another language, a notebook's command.
        ("operator-sign", "invalid syntax", "f = x «=»> x + 1\n", {}),
        ("operator-sign", "invalid syntax", "f = (a, b) «=»> a + b\n", {}),
        ("operator-sign", "invalid syntax", "print(list(map(x «=»> x * 2, xs)))\n", {}),
        ("operator-sign", "invalid syntax", "«!»ls\n", {}),
        # Lists that are used as lists elsewhere.
        ("find-one", _SET, 'def f(self, p):\n    self.x = p.select("a")\n    «self.x.text»\n    self.x[i]\n', {}),
        ("find-one", _INDEX, 'import bs4\nrow = p.find_all("a")\nprint(row[i])\n«row["href"]»\n', {}),
        ("find-one", _SET, 'def f(p):\n    x = p.find_all("a")\n    «x.text»\n    return x\n', {}),
    ],
)
def test_it_does_not_apply(mend: Apply, recipe: str, message: str, source: str, values: dict[str, str]) -> None:
    made = mend(recipe, source, "Exception", message, values)
    assert made is None, made.text


@pytest.mark.parametrize(
    ("recipe", "message", "before", "after"),
    [
        ("codec-name", "unknown encoding: ansi", 'open("a", encoding=«"ansi"»)\n', 'open("a", encoding="cp1252")\n'),
        ("codec-name", "unknown encoding: cp125", 'open("a", encoding=«"cp125"»)\n', 'open("a", encoding="cp1252")\n'),
        ("operator-sign", "invalid syntax", "y = a «=»> b\n", "y = a >= b\n"),
        (
            "parameters",
            "positional argument follows keyword argument",
            "class A:\n    def f(self, a, x): pass\nclass B:\n    def f(self, x, a): pass\nb.f(«x=1, 2»)\n",
            "class A:\n    def f(self, a, x): pass\nclass B:\n    def f(self, x, a): pass\nb.f(2, x=1)\n",
        ),
        ("find-one", _INDEX, 'row = p.find_all("a")\n«row["href"]»\n', 'row = p.find("a")\nrow["href"]\n'),
        (
            "skip-unmatched",
            _GROUP,
            'def g(x):\n    for n in x:\n        m = re.match("#", n)\n        if not m:\n            continue\n'
            'def f(x):\n    for n in x:\n        m = re.match("a", n)\n        «y.append(m.group»())\n',
            'def g(x):\n    for n in x:\n        m = re.match("#", n)\n        if not m:\n            continue\n'
            'def f(x):\n    for n in x:\n        m = re.match("a", n)\n'
            "        if m is None:\n            continue\n        y.append(m.group())\n",
        ),
    ],
)
def test_it_is_not_sure(mends: Mends, recipe: str, message: str, before: str, after: str) -> None:
    made = mends(recipe, before, "Exception", message)
    assert made.text == after
    assert not made.mend.sure
    assert made.mend.note


@pytest.mark.parametrize(
    ("recipe", "message", "before", "after", "values"),
    [
        (
            "define-first",
            _NAME,
            "total = 1\n«print(total, f())»\ntotal = 2\ndef f():\n    return 1\n",
            "total = 1\n\ndef f():\n    return 1\n\nprint(total, f())\ntotal = 2\n",
            {"name": "f"},
        ),
        (
            "define-first",
            _NAME,
            "import sys\n«sys.path.insert(0, f())»\nimport own\ndef f():\n    return 1\n",
            "import sys\n\ndef f():\n    return 1\n\nsys.path.insert(0, f())\nimport own\n",
            {"name": "f"},
        ),
        (
            "rename-hiding",
            _CALLED,
            "def f(x):\n    list = [1]\n    a: list[int] = []\n    isinstance(x, (list, tuple)) or type(x) is list\n"
            "    return «list(x)»\n",
            "def f(x):\n    list_ = [1]\n    a: list[int] = []\n    isinstance(x, (list, tuple)) or type(x) is list\n"
            "    return list(x)\n",
            {},
        ),
        (
            "codec-bom",
            _BOM,
            'with Path("a").open("r", -1, "utf-8") as f:\n    «json.load(f)»\n',
            'with Path("a").open("r", -1, "utf-8-sig") as f:\n    json.load(f)\n',
            {},
        ),
        ("operator-sign", "invalid syntax", "done =«!» done\n", "done =not  done\n", {}),
        ("operator-sign", "invalid syntax", "if a =«!» b:\n    pass\n", "if a != b:\n    pass\n", {}),
    ],
)
def test_only_what_is_meant_changes(
    mends: Mends, recipe: str, message: str, before: str, after: str, values: dict[str, str]
) -> None:
    made = mends(recipe, before, "Exception", message, values)
    assert made.text.replace("\n\n\n", "\n\n") == after
    assert made.mend.sure


@pytest.mark.parametrize(
    ("asked", "after"),
    [
        ('f"select nmae from t where id = {nmae}"', 'f"select name from t where id = {nmae}"'),
        ('f"select nmae from t where id = {g(nmae)!r}"', 'f"select name from t where id = {g(nmae)!r}"'),
        ('"select nmae from t where id = %(nmae)s"', '"select name from t where id = %(nmae)s"'),
        ('"select nmae from t where id = :nmae"', '"select name from t where id = :nmae"'),
        ('"select nmae from {nmae}"', '"select name from {nmae}"'),
    ],
)
def test_a_parameter_of_the_sql_keeps_its_name(mend: Apply, asked: str, after: str) -> None:
    source = f"{_TABLE}«c.execute({asked})»  # t\n"
    made = mend("sql-name", source, "sqlite3.OperationalError", _COLUMN, name="nmae", kind="column")
    # The text names the table only in its last word where it is a field: then there is nothing to compare with.
    assert made is not None or "from {" in asked
    assert made is None or made.text == f"{_TABLE}c.execute({after})  # t\n"


_ROWS = "class B:\n    def __init__(self):\n        self.cells = [[0] * 3] * 2\n        self.width = 3\n"
_ROWS += "    def put(self):\n        self.cells[0][1] = 1\n    def all(self):\n        return self.cells\n"
_ROWS += "b = B()\nb.put()\n"


@pytest.mark.parametrize(
    ("asserted", "message", "sure"),
    [
        ("b.cells == [[0, 1, 0], [0, 0, 0]]", "", True),
        ("b.all() == [[0, 1, 0], [0, 0, 0]]", "", True),
        ("b.cells == x", "assert [[0, 1, 0], [0, 1, 0]] == [[0, 1, 0], [0, 0, 0]]", True),
        ("b.cells == x", "assert [[0, 1, 0], [0, 0, 0]] == [[0, 1], [0, 0]]", False),
        ("b.width == 4", "", False),
    ],
)
def test_rows_are_sure_where_they_are_asserted(mends: Mends, asserted: str, message: str, sure: bool) -> None:
    made = mends("own-rows", f"{_ROWS}«assert {asserted}»\n", "AssertionError", message)
    assert made.mend.sure is sure


_DEFAULT = "class B:\n    def __init__(self, things=[]):\n        self.things = things\n        self.name = 1\n"
_DEFAULT += (
    "    def put(self, x):\n        self.things.append(x)\n    def count(self):\n        return len(self.things)\n"
)


@pytest.mark.parametrize(
    ("lines", "message", "sure"),
    [
        ("b = B()\nb.put(1)\nc = B()\n«assert c.things == []»\n", "", True),
        ("b = B()\nb.put(1)\nc = B()\n«assert c.count() == 0»\n", "", True),
        ("b = B()\nb.put(1)\nc = B()\nfound = c.things\n«assert found == []»\n", "", True),
        ("b = B()\nb.put(1)\nc = B()\n«assert c.things == []»\n", "assert [1] == []", True),
        ("b = B()\nb.put(1)\nc = B()\n«assert c.things == [2]»\n", "assert [1] == [2]", False),
        ("b = B()\nb.put(1)\n«assert b.things == [2]»\n", "", False),
        ("b = B()\nb.put(1)\nc = B()\n«assert c.name == 2»\n", "", False),
    ],
)
def test_a_default_is_sure_where_it_is_asserted(mends: Mends, lines: str, message: str, sure: bool) -> None:
    made = mends("own-default", _DEFAULT + lines, "AssertionError", message)
    assert made.mend.sure is sure


@pytest.mark.parametrize(
    ("read", "mended"),
    [
        ("«h.update(f.read())»\n", True),
        ("while c := f.read(9):\n        «h.update(c)»\n", True),
        ("t = f.read()\n    «h.update(t)»\n    print(t.upper())\n", False),
    ],
)
def test_a_file_that_is_hashed(text_after: TextAfter, read: str, mended: bool) -> None:
    source = f"import hashlib\nh = hashlib.md5()\nwith open('a.bin') as f:\n    {read}"
    after = source.replace("«", "").replace("»", "").replace("'a.bin'", "'a.bin', 'rb'")
    made = text_after("open-mode", source, "TypeError", "Strings must be encoded before hashing")
    assert made == (after if mended else None)
