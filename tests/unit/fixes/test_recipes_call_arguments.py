"""Functions of Python that are given another form than they take."""

from __future__ import annotations

import pytest

from .conftest import Keeps

_TEXT = "the JSON object must be str, bytes or bytearray, not "
_FILE = "'str' object has no attribute 'read'"
_ISINSTANCE = "isinstance() arg 2 must be a type, a tuple of types, or a union"
_PATH = "expected str, bytes or os.PathLike object, not list"
_LENGTH = "object of type 'int' has no len()"


@pytest.mark.parametrize(
    ("message", "before", "after"),
    [
        (_TEXT + "TextIOWrapper", "x = json.loads(f, strict=False)  # ä", "x = json.load(f, strict=False)  # ä"),
        (_TEXT + "TextIOWrapper", "x = loads(f)", "x = loads(f.read())"),
        (_TEXT + "BufferedReader", "with open(p, 'rb') as f: x = json.loads(f)",
         "with open(p, 'rb') as f: x = json.load(f)"),
        (_TEXT + "PosixPath", "x = json.loads(p / 'a')", None),
        (_TEXT + "PosixPath", "x = json.loads(p)", 'x = json.loads(p.read_text(encoding="utf-8"))'),
        (_TEXT + "dict", "x = json.loads(r.json())", "x = r.json()"),
        (_TEXT + "dict", "x = json.loads({'a': 1})", None),
        (_TEXT + "NoneType", "x = json.loads(f())", None),
        (_FILE, "x = json.load('{}')", "x = json.loads('{}')"),
        (_FILE, "x = json.load(r.text)", "x = json.loads(r.text)"),
        (_FILE, "x = yaml.load('a')", None),
    ],
)  # fmt: skip
def test_json(keeps: Keeps, message: str, before: str, after: str | None) -> None:
    keeps("json-function", "TypeError", message, f"«{before}\n", f"{after}\n" if after else None)


def test_a_path_may_be_meant(keeps: Keeps) -> None:
    keeps("json-function", "AttributeError", _FILE, "x = json.load('a.json')\n", "x = json.loads('a.json')\n", False)
    keeps("json-function", "AttributeError", _FILE, "x = json.load(path)\n", "x = json.loads(path)\n", False)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("isinstance(x, [int, str])  # ä", "isinstance(x, (int, str))  # ä"),
        ("isinstance(x, [int])", "isinstance(x, (int,))"),
        ("any(isinstance(x, [\n    int,  # one\n    str,\n]) for x in y)",
         "any(isinstance(x, (\n    int,  # one\n    str,\n)) for x in y)"),
        ("isinstance(x, [1, 2])", None),
        ("isinstance(x, [list[int]])", None),
        ("isinstance(x, kinds)", None),
        ("isinstance(x, 'int')", None),
    ],
)  # fmt: skip
def test_types(keeps: Keeps, before: str, after: str | None) -> None:
    keeps("type-tuple", "TypeError", _ISINSTANCE, f"«{before}\n", f"{after}\n" if after else None)


def test_a_name_for_types_is_a_tuple_where_it_is_made(keeps: Keeps) -> None:
    keeps("type-tuple", "TypeError", _ISINSTANCE, "k = [int, str]\n«isinstance(x, k)\n",
          "k = (int, str)\nisinstance(x, k)\n")  # fmt: skip
    keeps("type-tuple", "TypeError", _ISINSTANCE, "k = [int]\nk.append(str)\n«isinstance(x, k)\n", None)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("p = os.path.join(['a', b])  # ä", "p = os.path.join(*['a', b])  # ä"),
        ("p = os.path.join(root, line.split('/'))", "p = os.path.join(root, *line.split('/'))"),
        ("p = os.path.join(parts)", None),
        ("p = os.path.join(['a'], b)", None),
        ("p = ','.join(['a'])", None),
    ],
)
def test_parts_of_a_path(keeps: Keeps, before: str, after: str | None) -> None:
    keeps("spread-parts", "TypeError", _PATH, f"«{before}\n", f"{after}\n" if after else None)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("for i in range(«len(n)»): pass  # ä", "for i in range(n): pass  # ä"),
        ("for i in range(1, «len(n)», 2): pass", "for i in range(1, n, 2): pass"),
        ("for i in range(«len(self.n)»): pass", "for i in range(self.n): pass"),
        ("print(«len(n)»)", None),
        ("for i in range(«len(n)» - 1): pass", None),
        ("for i in range(«len(f(n))»): pass", None),
    ],
)
def test_a_number_is_its_own_count(keeps: Keeps, before: str, after: str | None) -> None:
    keeps("count-itself", "TypeError", _LENGTH, f"{before}\n", f"{after}\n" if after else None)


_STOP = "def stop(a=0):\n    return 1\n\n\ndef make():\n    def inner():\n        pass\n    return inner\n\n\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("signal.signal(n, stop())  # ä", "signal.signal(n, stop)  # ä"),
        ("x = Depends(stop())", "x = Depends(stop)"),
        ("x = list(map(stop(), y))", "x = list(map(stop, y))"),
        ("y.sort(key=stop(), reverse=True)", "y.sort(key=stop, reverse=True)"),
        ("x = Depends(make())", None),
        ("x = Depends(stop(3))", None),
        ("x = Depends(other())", None),
    ],
)
def test_functions_that_are_handed_over(keeps: Keeps, before: str, after: str | None) -> None:
    keeps("target-function", "TypeError", "<A object> is not a callable object", f"{_STOP}«{before}\n",
          f"{_STOP}{after}\n" if after else None)  # fmt: skip


_KEY = "def key(x, y):\n    return [x, y]  # ä\n\n\nd = {}\n"


@pytest.mark.parametrize(
    ("rest", "kept"),
    [
        ("«d[key(1, 2)] = 3\n", True),
        ("«d.setdefault(key(1, 2), []).append(3)\na, b = key(1, 2)\n", True),
        ("k = key(1, 2)\nprint(k[0])\n«d[key(1, 2)] = 3\n", True),
        ("k = key(1, 2)\nk.append(3)\n«d[key(1, 2)] = 3\n", False),
        ("use(key)\n«d[key(1, 2)] = 3\n", False),
        ("print(key(1, 2) + [3])\n«d[key(1, 2)] = 3\n", False),
    ],
)
def test_keys_that_a_function_returns(keeps: Keeps, rest: str, kept: bool) -> None:
    after = (
        _KEY.replace("[x, y]", "(x, y)") + rest if kept else _KEY + rest.replace("«d[key(1, 2)]", "d[tuple(key(1, 2))]")
    )
    keeps("hashable-key", "TypeError", "unhashable type: 'list'", _KEY + rest, after.replace("«", ""))


_SQL = "Incorrect number of bindings supplied. The current statement uses 1, and there are 3 supplied."


@pytest.mark.parametrize(
    ("source", "after"),
    [
        ("def f(db, name):\n    «db.execute('SELECT 1 WHERE name = ?', name)\n", "(name,)"),
        ("class A:\n    def f(self, n):\n        «self.db.execute('SELECT ?', n)\n\n\nA().f('Mia')\n", "(n,)"),
        ("def f(db, n):\n    «db.execute('SELECT ?', n)\n\n\nf(db, n='Mia')\n", "(n,)"),
        ("def f(db, n):\n    «db.execute('SELECT ?', n)\n\n\nf(db, [1, 2, 3])\n", None),
    ],
)
def test_one_text_for_one_placeholder(keeps: Keeps, source: str, after: str | None) -> None:
    value = "name" if "name" in source else "n"
    mended = source.replace(f"', {value})", f"', {after})").replace("«", "") if after else None
    keeps("sql-parameters", "sqlite3.ProgrammingError", _SQL, source, mended)
