"""Recipes for JSON, processes, asyncio, loops and what the standard library has to be told."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from .conftest import Apply, Makes

_SET = "Object of type set is not JSON serializable"
_RUNS = "asyncio.run() cannot be called from a running event loop"
_AWAIT = "object int can't be used in 'await' expression"
_WITH = "'Lock' object does not support the context manager protocol"
_CHANGED = "dictionary changed size during iteration"
_UNPACK = "too many values to unpack (expected 2)"
_NAIVE = "can't compare offset-naive and offset-aware datetimes"
_THREAD = (
    "SQLite objects created in a thread can only be used in that same thread. The object was created in thread id 1"
)
_PERCENT = "'%' must be followed by '%' or '(', found: '%'"
_DIGITS = "Exceeds the limit (4300 digits) for integer string conversion"


@pytest.mark.parametrize(
    ("recipe", "message", "before", "after", "sure"),
    [
        ("json-value", _SET, "x = «json.dumps({'é': {1}})»\n", "x = json.dumps({'é': [1]})\n", True),
        ("json-value", _SET, "s = {1}\nx = «json.dumps(s)»\n", "s = {1}\nx = json.dumps(list(s))\n", True),
        ("json-value", _SET, "x = «json.dumps(d)»\n", "x = json.dumps(d, default=list)\n", True),
        ("json-value", _SET, "x = «json.dumps(d, default=str)»\n", None, None),
        ("json-value", _SET.replace("set", "datetime"), "«json.dump(d, f)»\n", "json.dump(d, f, default=str)\n", True),
        ("json-value", _SET.replace("set", "Decimal"), "«json.dump(d, f)»\n", "json.dump(d, f, default=str)\n", False),
        ("json-value", _SET.replace("set", "int64"), "«json.dump(d, f)»\n",
         "json.dump(d, f, default=lambda number: number.item())\n", True),
        ("json-value", _SET.replace("set", "bytes"), "«json.dump(d, f)»\n", None, None),
        ("json-value", _SET.replace("set", "Order"), "«json.dump(d, f)»\n", None, None),
        ("async-block", _WITH, "async def f():\n    l = asyncio.Lock()\n    with «l»:\n        pass\n",
         "async def f():\n    l = asyncio.Lock()\n    async with l:\n        pass\n", True),
        ("async-block", _WITH, "async def f(l):\n    with «l»:\n        pass\n",
         "async def f(l):\n    async with l:\n        pass\n", False),
        ("async-block", _WITH, "import asyncio\ndef f():  # é\n    with «asyncio.Lock()»:\n        pass\n\nf()\n",
         "import asyncio\nasync def f():  # é\n"
         "    async with asyncio.Lock():\n        pass\n\nasyncio.run(f())\n", True),
        ("async-block", _WITH, "import asyncio\ndef f():\n    with «asyncio.Lock()»:\n        pass\n\ng(f)\n",
         None, None),
        ("async-block", _WITH, "def f(l):\n    with «l»:\n        pass\n", None, None),
        ("async-block", "'async_generator' object is not iterable", "async def f():\n\tfor x in «g()»:\n\t\tpass\n",
         "async def f():\n\tasync for x in g():\n\t\tpass\n", True),
        ("async-block", "'async_generator' object is not iterable", "async def f():\n    return [x for x in «g()»]\n",
         "async def f():\n    return [x async for x in g()]\n", True),
        ("await-run", _RUNS, "async def f():\n    x = «asyncio.run(g(1))»  # é\n",
         "async def f():\n    x = await g(1)  # é\n", True),
        ("await-run", _RUNS, "async def f():\n    x = «asyncio.run(g())».y\n",
         "async def f():\n    x = (await g()).y\n", True),
        ("await-run", "This event loop is already running", "async def f():\n    «loop.run_until_complete(g())»\n",
         "async def f():\n    await g()\n", True),
        ("await-run", _RUNS, "def f():\n    «asyncio.run(g())»\n", None, None),
        ("drop-await", _AWAIT, "def g():\n    return 1\n\nasync def f():\n    print(«await g()»)\n",
         "def g():\n    return 1\n\nasync def f():\n    print(g())\n", True),
        ("drop-await", _AWAIT, "import time\nasync def f():\n    «await time.sleep(1)»\n",
         "import asyncio\nimport time\nasync def f():\n    await asyncio.sleep(1)\n", True),
        ("drop-await", _AWAIT, "async def f():\n    print(«await g()»)\n", None, None),
        ("drop-await", _AWAIT, "@x\ndef g():\n    return 1\n\nasync def f():\n    «await g()»\n", None, None),
        ("call-coroutine", "a coroutine was expected, got <function f at 0x1>",
         "async def f():\n    pass\n\n«asyncio.run(f)»\n", "async def f():\n    pass\n\nasyncio.run(f())\n", True),
        ("call-coroutine", "a coroutine was expected, got <function f at 0x1>",
         "async def f(a):\n    pass\n\n«asyncio.run(f)»\n", None, None),
        ("iterate-copy", _CHANGED, "for k in «d»:\n    d.pop(k)\n", "for k in list(d):\n    d.pop(k)\n", True),
        ("iterate-copy", _CHANGED, "for k, v in «self.d.items()»:\n    del self.d[k]\n",
         "for k, v in list(self.d.items()):\n    del self.d[k]\n", True),
        ("iterate-copy", _CHANGED, "for k in «d»:\n    f(k)\n", "for k in list(d):\n    f(k)\n", False),
        ("iterate-copy", _CHANGED, "x = «[k for k in d]»\n", None, None),
        ("loop-items", _UNPACK, "d = {'abc': 1}\nfor k, v in «d»:\n    pass\n",
         "d = {'abc': 1}\nfor k, v in d.items():\n    pass\n", True),
        ("loop-items", _UNPACK, "for k, v in «d»:\n    pass\n", None, None),
        ("split-once", _UNPACK, "a, b = «s.split('=')»\n", "a, b = s.split('=', 1)\n", True),
        ("split-once", _UNPACK, "a, b = «s.split(',')»\n", "a, b = s.split(',', 1)\n", False),
        ("split-once", _UNPACK, "a, b = «s.split()»\n", None, None),
        ("aware-now", _NAIVE, "from datetime import datetime\nx = «datetime.now() > t»\n",
         "from datetime import datetime, timezone\nx = datetime.now(timezone.utc) > t\n", True),
        ("aware-now", _NAIVE, "import datetime\nn = datetime.datetime.utcnow()\nx = «n > t»\n",
         "import datetime\nn = datetime.datetime.now(datetime.timezone.utc)\nx = n > t\n", True),
        ("aware-now", _NAIVE, "x = «a > t»\n", None, None),
        ("aware-now", "datetime.datetime.utcnow() is deprecated and scheduled for removal",
         "import datetime\n«n = datetime.datetime.utcnow()»\n",
         "import datetime\nn = datetime.datetime.now(datetime.timezone.utc)\n", False),
        ("no-interpolation", _PERCENT, "c = ConfigParser()\n«c.get('a', 'b')»\n",
         "c = ConfigParser(interpolation=None)\nc.get('a', 'b')\n", True),
        ("no-interpolation", _PERCENT, "c = ConfigParser()\nc.read_string('%(a)s')\n«c.get('a', 'b')»\n", None, None),
        ("glob-pattern", "nothing to repeat at position 0", "«re.match('*.py', s)»\n",
         "re.match(r'.*\\.py', s)\n", True),
        ("glob-pattern", "nothing to repeat at position 0", "«re.match('*a|b', s)»\n", None, None),
        ("digit-limit", _DIGITS, "import sys\nif 1:\n\tx = «str(n)»\n",
         "import sys\nif 1:\n\tsys.set_int_max_str_digits(0)\n\tx = str(n)\n", True),
        ("digit-limit", _DIGITS, "a = 1; x = «str(n)»\n", None, None),
        ("other-threads", _THREAD, "c = sqlite3.connect(p)\nThread(target=f)\n«c.execute(s)»\n",
         "c = sqlite3.connect(p, check_same_thread=False)\nThread(target=f)\nc.execute(s)\n", True),
        ("other-threads", _THREAD, "c = sqlite3.connect(p)\nThreadPoolExecutor()\n«c.execute(s)»\n",
         "c = sqlite3.connect(p, check_same_thread=False)\nThreadPoolExecutor()\nc.execute(s)\n", False),
        ("other-threads", _THREAD, "c = sqlite3.connect(p)\nd = sqlite3.connect(q)\n«c.execute(s)»\n", None, None),
    ],
)  # fmt: skip
def test_the_library_is_used_as_it_is_meant(
    makes: Makes, recipe: str, message: str, before: str, after: str | None, sure: bool | None
) -> None:
    makes(recipe, message, before, after, sure)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x = «json.loads(\"{'é': 1}\")»\n", "x = json.loads('{\"é\": 1}')\n"),
        ("T = '''{'a': 1}'''\nx = «json.loads(T)»\n", "T = '''{\"a\": 1}'''\nx = json.loads(T)\n"),
        ("x = «json.loads('[1, 2,]')»\n", "x = json.loads('[1, 2]')\n"),
        ("x = «json.loads('[\"a\\nb\"]')»\n", "x = json.loads(r'[\"a\\nb\"]')\n"),
        ("x = «json.loads('{a: 1}')»\n", None),
        ("x = «json.loads(t)»\n", None),
    ],
)
def test_a_literal_becomes_json(mend: Apply, before: str, after: str | None) -> None:
    mended = mend("json-literal", before, exception="json.decoder.JSONDecodeError", message="Expecting value")
    assert (mended and mended.text) == after


@pytest.mark.parametrize(
    ("recipe", "path", "before", "after"),
    [
        ("argument-list", "ls -l a", '«run("ls -l a")»  # é\n', 'run(["ls", "-l", "a"])  # é\n'),
        ("argument-list", "echo a b", "c = 'echo \"a b\" c'\n«run(c)»\n", "c = ['echo', 'a b', 'c']\nrun(c)\n"),
        ("argument-list", "ls x", "«run(f'ls {d}')»\n", "run(['ls', f'{d}'])\n"),
        ("argument-list", "ls -l", "«run(['ls -l'])»\n", "run(['ls', '-l'])\n"),
        ("argument-list", "ls | wc", "«run('ls | wc')»\n", "run('ls | wc', shell=True)\n"),
        ("argument-list", "ls x | wc", "«run(f'ls {d} | wc')»\n", None),
        ("argument-list", "ls", "«run('ls')»\n", None),
        ("argument-list", "a b", "«run('a b', shell=True)»\n", None),
        ("argument-list", "a b", "«open('a b')»\n", None),
        ("own-python", "python", "«run(['python', 'x.py'])»\n", "import sys\n\nrun([sys.executable, 'x.py'])\n"),
        ("own-python", "git", "«run(['git'])»\n", None),
    ],
)
def test_a_process_gets_its_words(mend: Apply, recipe: str, path: str, before: str, after: str | None) -> None:
    values: Mapping[str, str] = {"path": path}
    mended = mend(recipe, before, exception="FileNotFoundError", message="[Errno 2]", values=values)
    assert (mended and mended.text) == after


@pytest.mark.parametrize(
    ("recipe", "message", "code", "after"),
    [
        ("json-value", _SET, "x = «json.dumps({1})»", "x = json.dumps([1])"),
        ("split-once", _UNPACK, "a, b = «'ß=1'.split('=')»", "a, b = 'ß=1'.split('=', 1)"),
        ("glob-pattern", "nothing to repeat at position 0", "«re.match('*.ä', s)»", "re.match(r'.*\\.ä', s)"),
    ],
)
def test_all_other_text_stays(keeps_around: Makes, recipe: str, message: str, code: str, after: str) -> None:
    keeps_around(recipe, message, code, after)


_LINES = "Extra data: line 2 column 1 (char 10)"


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        ("x = «json.load(f)»  # é\nfor y in x:\n    pass\n",
         "x = [json.loads(line) for line in f if line.strip()]  # é\nfor y in x:\n    pass\n", True),
        ("x = «json.loads(t)»\n", "x = [json.loads(line) for line in t.splitlines() if line.strip()]\n", False),
        ("x = «json.load(open('a.jsonl'))»\n",
         "x = [json.loads(line) for line in open('a.jsonl') if line.strip()]\n", True),
        ("x = «json.load(f)»\nprint(x['a'])\n",
         "x = [json.loads(line) for line in f if line.strip()]\nprint(x['a'])\n", False),
        ("x = «load(f)»\n", None, None),
        ("x = «json.load(f, cls=D)»\n", None, None),
    ],
)  # fmt: skip
def test_lines_of_json(mend: Apply, before: str, after: str | None, sure: bool | None) -> None:
    mended = mend("json-lines", before, exception="json.decoder.JSONDecodeError", message=_LINES)
    assert (mended and mended.text) == after
    assert (mended and mended.mend.sure) == sure
    other = _LINES.replace("line 2 column 1", "line 1 column 4")
    assert mend("json-lines", before, exception="json.decoder.JSONDecodeError", message=other) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("try:\n    c.execute(s)\nexcept E:\n    print()  # é\n«c.execute(t)»\n",
         "try:\n    c.execute(s)\nexcept E:\n    c.rollback()\n    print()  # é\nc.execute(t)\n"),
        ("c = n.cursor()\ntry:\n\tc.execute(s)\nexcept E:\n\tpass  # é\n«c.execute(t)»\n",
         "c = n.cursor()\ntry:\n\tc.execute(s)\nexcept E:\n\tn.rollback()  # é\nc.execute(t)\n"),
        ("def f(self):\r\n    try:\r\n        self.s.flush()\r\n    except E:\r\n        x()\r\n"
         "    «self.s.commit()»\r\n",
         "def f(self):\r\n    try:\r\n        self.s.flush()\r\n    except E:\r\n        self.s.rollback()\r\n"
         "        x()\r\n    self.s.commit()\r\n"),
        ("try:\n    c.execute(s)\nexcept E:\n    raise\n«c.execute(t)»\n", None),
        ("try:\n    c.execute(s)\nexcept E:\n    c.rollback()\n«c.execute(t)»\n", None),
        ("try:\n    c.execute(s)\nexcept E: pass\n«c.execute(t)»\n", None),
        ("try:\n    d.execute(s)\nexcept E:\n    pass\n«c.execute(t)»\n", None),
        ("try:\n    c.execute(s)\nexcept E:\n    pass\nexcept F:\n    pass\n«c.execute(t)»\n", None),
    ],
)  # fmt: skip
def test_a_failed_transaction_is_rolled_back(mend: Apply, before: str, after: str | None) -> None:
    mended = mend("rollback", before, exception="psycopg.errors.InFailedSqlTransaction", message="current transaction")
    assert (mended and mended.text) == after
