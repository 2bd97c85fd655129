"""Recipes for sqlite3: values and placeholders, scripts, a connection in several threads."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tracemend.fixes.recipe import apply_edits

from .conftest import Apply, Mends, Outcome, TextAfter

_COUNT = "Incorrect number of bindings supplied. The current statement uses {}, and there are {} supplied."
_COLUMNS = "table t has {} columns but {} values were supplied"
_NAMELESS = "Binding 1 has no name, but you supplied a dictionary (which has only names)."
_UNFIT = "parameters are of unsupported type"
_TYPE = "Error binding parameter {}: type '{}' is not supported"
_THREAD = "SQLite objects created in a thread can only be used in that same thread. The object was created in 1."


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("«db.execute('x ?', (name))»  # é\n", "db.execute('x ?', (name,))  # é\n", _COUNT.format(1, 5)),
        ("«db.execute('x ?', (\n    n\n))»\n", "db.execute('x ?', (\n    n,\n))\n", _UNFIT),
        ("n = 5\n«db.execute('x ?', n)»\n", "n = 5\ndb.execute('x ?', (n,))\n", _UNFIT),
        ("n = 'ab'\n«c.execute('x ?', n)»\n", "n = 'ab'\nc.execute('x ?', (n,))\n", _COUNT.format(1, 2)),
        ("n = input()\n«c.execute(Q, n)»\nQ = 'x ?'\n",
         "n = input()\nc.execute(Q, (n,))\nQ = 'x ?'\n", _COUNT.format(1, 2)),
        ("n = ['a']\n«c.executemany('x ?', n)»\n", "n = ['a']\nc.executemany('x ?', [(value,) for value in n])\n",
         _UNFIT),
        ("names = ['a']\n«c.executemany('?', names)»\n",
         "names = ['a']\nc.executemany('?', [(name,) for name in names])\n",
         _COUNT.format(1, 3)),
        ("r = (1, 2)\n«c.execute('?, ?', (r,))»\n", "r = (1, 2)\nc.execute('?, ?', r)\n", _COUNT.format(2, 1)),
        ("«c.execute('?, ?', a, b)»\n", "c.execute('?, ?', (a, b))\n", "execute expected at most 2 arguments, got 3"),
        ("«c.execute('insert into t values (?,?)', (1, 2, 3))»\n",
         "c.execute('insert into t values (?,?,?)', (1, 2, 3))\n",
         _COLUMNS.format(3, 2)),
        ("«c.execute('insert into t (a, b) values (?, ?, ?)', (1, 2))»\n",
         "c.execute('insert into t (a, b) values (?, ?)', (1, 2))\n", "3 values for 2 columns"),
        ("«c.executemany('insert into t values (?)', [(1, 2)])»\n",
         "c.executemany('insert into t values (?, ?)', [(1, 2)])\n",
         _COLUMNS.format(2, 1)),
        ("«c.execute(\"a = '?'\", (1,))»\n", 'c.execute("a = ?", (1,))\n', _COUNT.format(0, 1)),
        ("«c.execute('a = %s', (1,))»\r\n", "c.execute('a = ?', (1,))\r\n", 'near "%": syntax error'),
        ("«c.execute('a in (?)', (ids,))»\n",
         "c.execute(f'a in ({\", \".join(\"?\" * len(ids))})', ids)\n", _TYPE.format(1, "list")),
        ("i = [1]\n«c.execute(\"a IN (?)\", i)»\n",
         "i = [1]\nc.execute(f\"a IN ({', '.join('?' * len(i))})\", i)\n", _COUNT.format(1, 2)),
        ("«c.execute('?, ?', (a, p))»\n", "c.execute('?, ?', (a, str(p)))\n", _TYPE.format(2, "PosixPath")),
        ("d = {'b': 1, 'a': 2}\n«c.execute('insert into t (a, b) values (?, ?)', d)»\n",
         "d = {'b': 1, 'a': 2}\nc.execute('insert into t (a, b) values (:a, :b)', d)\n",
         _NAMELESS),
    ],
)  # fmt: skip
def test_values_are_made_to_fit(outcome: Outcome, before: str, after: str, message: str) -> None:
    assert outcome("sql-parameters", before, message=message) == (after, True)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("«c.execute('x ?', ids)»\n", _COUNT.format(1, 3)),  # may be a list for IN
        ("«c.execute('?, ?', (a))»\n", _COUNT.format(2, 3)),
        ("«c.execute(sql, (a))»\n", _COUNT.format(1, 3)),
        ("«c.execute('x ' + y + ' ?', (a))»\n", _COUNT.format(1, 3)),
        ("«c.execute('x' ' ?', (a))»\n", _COUNT.format(1, 3)),
        ("«c.execute('x ?', *a)»\n", _COUNT.format(1, 3)),
        ("«c.execute('?, ?', (a,))»\n", _COUNT.format(2, 1)),  # which value is missing cannot be told
        ("«c.execute('insert into t values (?, ?)', row)»\n", _COLUMNS.format(3, 2)),
        ("«c.execute('insert into t values (?, ?)', (1, 2))»\n", _COLUMNS.format(3, 2)),
        ("«c.execute('a like %s%%', (1,))»\n", 'near "%": syntax error'),
        ("«c.execute('select 5 % %', (1,))»\n", 'near "%": syntax error'),
        ("«c.execute('x ?', (tags,))»\n", _TYPE.format(1, "list")),
        ("«c.execute(f'a in (?) {b}', (ids,))»\n", _TYPE.format(1, "list")),
        ("«c.execute('?', (d,))»\n", _TYPE.format(1, "dict")),
        ("«c.execute('insert into t (a, b) values (?, ?)', d)»\n", _NAMELESS),
        ("«c.execute('x ?', (name))»\n", "database is locked"),
    ],
)  # fmt: skip
def test_nothing_is_made_to_fit_by_guessing(mend: Apply, source: str, message: str) -> None:
    assert mend("sql-parameters", source, message=message) is None


_ONE = "You can only execute one statement at a time."


def test_a_script_is_executed_as_one(text_after: TextAfter) -> None:
    assert (
        text_after("sql-script", '«db.execute("""\na;\nb;""")»  # é\r\n', message=_ONE)
        == 'db.executescript("""\na;\nb;""")  # é\r\n'
    )


@pytest.mark.parametrize(
    "source",
    [
        "«db.execute('a; b ?', (c,))»\n",
        "«rows = db.execute('a; b')»\n",
        "«db.execute('a; b').fetchall()»\n",
        "«execute(a)»\n",
    ],
)
def test_values_and_rows_need_one_statement(mend: Apply, source: str) -> None:
    assert mend("sql-script", source, message=_ONE) is None


_STORE = """import sqlite3
from threading import Thread


class Store:
    def __init__(self, path):
        self.db = sqlite3.connect(path)  # one

    def add(self, x):
        # é
        «self.db.execute(q, (x,))»
        self.db.commit()

    def name(self):
        return "x"


for t in [Thread(target=store.add) for _ in range(3)]:
    t.start()
"""


def test_several_threads_get_a_lock(mend: Apply, mends: Mends) -> None:
    mended = mends("other-threads", _STORE, message=_THREAD)
    assert mended.mend.sure
    assert "from threading import Lock, Thread\n" in mended.text
    assert (
        "        self.db = sqlite3.connect(path, check_same_thread=False)  # one\n        self.lock = Lock()\n"
    ) in mended.text
    assert (
        "        # é\n        with self.lock:\n            self.db.execute(q, (x,))\n            self.db.commit()\n\n"
    ) in mended.text
    assert mend("other-threads", mended.text.replace("self.db.execute", "«self.db.execute"), message=_THREAD) is None


@pytest.mark.parametrize(
    "source",
    [
        # a use that calls another use would wait for its own lock
        "c = sqlite3.connect(p)\ndef f():\n    «c.execute(s)»\n    g()\n    c.commit()\n"
        "def g():\n    c.execute(s)\nThreadPoolExecutor()\n",
        "c = sqlite3.connect(p)\ndef f():\n    for x in «c.execute(s)»:\n        yield x\nThreadPoolExecutor()\n",
        "c = sqlite3.connect(p)\nf = lambda: «c.execute(s)»\nThreadPoolExecutor()\n",
        "def f():\n    c = sqlite3.connect(p)\n    def g():\n        «c.execute(s)»\n    ThreadPoolExecutor()\n",
    ],
)
def test_no_lock_where_it_cannot_be_held_everywhere(mends: Mends, source: str) -> None:
    mended = mends("other-threads", source, message=_THREAD)
    assert not mended.mend.sure
    assert "Lock" not in mended.text


def test_threads_that_are_joined_in_turn_need_no_lock(mends: Mends) -> None:
    source = (
        "c = sqlite3.connect(p)\nfor n in r:\n    t = Thread(target=f)\n    t.start()\n    t.join()\n«c.execute(s)»\n"
    )
    mended = mends("other-threads", source, message=_THREAD)
    assert mended.mend.sure
    assert mended.text.startswith("c = sqlite3.connect(p, check_same_thread=False)\n")


_SPACE = st.text("#é \tx", max_size=20).map(lambda text: "# " + text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(above=_SPACE, below=_SPACE, ending=st.sampled_from(["\n", "\r\n"]))
def test_text_around_stays(mends: Mends, above: str, below: str, ending: str) -> None:
    source = ending.join([above, "«db.execute('x ?', (name))» " + below, below, ""])
    mended = mends("sql-parameters", source, message=_COUNT.format(1, 5))
    assert mended.text == source.replace("«", "").replace("»", "").replace("(name)", "(name,)")
    assert apply_edits(source.replace("«", "").replace("»", ""), mended.mend.edits) == mended.text


@pytest.mark.parametrize(
    ("recipe", "before", "after", "message", "sure"),
    [
        ("sql-parameters", "«c.execute(\"a = '%s'\", (1,))»\n",
         'c.execute("a = ?", (1,))\n', 'near "%": syntax error', True),
        ("sql-parameters", "q = 'a = %s'\nlog(q % 3)\n«c.execute(q, (1,))»\n", None, 'near "%": syntax error', True),
        ("sql-script", "«c.execute('a; b')»\nc.fetchall()\n", None, _ONE, True),
        ("sql-script", "«c.execute('a; b')»\ndb.rollback()\n", "c.executescript('a; b')\ndb.rollback()\n", _ONE, False),
    ],
)  # fmt: skip
def test_statements_that_fooled_it(
    outcome: Outcome, recipe: str, before: str, after: str | None, message: str, sure: bool
) -> None:
    assert outcome(recipe, before, message=message) == (None if after is None else (after, sure))
