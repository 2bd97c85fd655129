"""Recipes for what other processes are handed."""

from __future__ import annotations

import ast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .conftest import Apply, Makes

_LAMBDA = "Can't pickle <function <lambda> at 0x7f1880c2e710>: attribute lookup <lambda> on __main__ failed"
_LOCAL = "Can't pickle local object 'main.<locals>.work'"
_OPEN = "cannot pickle '_io.TextIOWrapper' object"
_GENERATOR = "cannot pickle 'generator' object"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("def main():\n\tdef work(x):\n\t\treturn x  # é\n\n\treturn «pool.map(work, y)»\n",
         "def work(x):\n\treturn x  # é\n\n\ndef main():\n\treturn pool.map(work, y)\n"),
        ("from functools import partial\n\n\n# é\n@wrap\ndef main(a, b):\n    c = 1\n    # adds\n    def work(x):\n"
         "        return x + a + b\n    work(1)\n    return «pool.map(work, y)»\n",
         "from functools import partial\n\n\ndef work(a, b, x):\n    return x + a + b\n\n\n# é\n@wrap\n"
         "def main(a, b):\n    c = 1\n    work(a, b, 1)\n    return pool.map(partial(work, a, b), y)\n"),
        ("class A:\n    def main(self):\n        class work:\n            '''a\nb'''\n        «pickle.dumps(work())»\n",
         "class work:\n    '''a\nb'''\n\n\nclass A:\n    def main(self):\n        pickle.dumps(work())\n"),
    ],
)  # fmt: skip
def test_a_local_function_goes_to_the_module(makes: Makes, before: str, after: str) -> None:
    for message in (_LOCAL, _LOCAL.replace("pickle", "get"),
                    "Can't pickle local object <function main.<locals>.work at 0x7f>"):  # fmt: skip
        if "# adds" in before:
            after = after.replace("def work(a", "# adds\ndef work(a") if "# adds" not in after else after
        makes("module-function", message, before, after, True)


@pytest.mark.parametrize(
    "source",
    [
        "work = 1\ndef main():\n    def work(x):\n        return x\n    «pool.map(work, y)»\n",  # the name is taken
        "def main():\n    @cache\n    def work(x):\n        return x\n    «pool.map(work, y)»\n",
        "def main():\n    def other():\n        pass\n    def work(x):\n        other()\n    «pool.map(work, y)»\n",
        "def main():\n    found = []\n    def work(x):\n        found.append(x)\n    «pool.map(work, y)»\n",
        "def main():\n    found = {}\n    def work(x):\n        found[x] = 1\n    «pool.map(work, y)»\n",
        "def main():\n    n = 0\n    def work(x):\n        nonlocal n\n        n += x\n    «pool.map(work, y)»\n",
        "def main():\n    f = open('a')\n    def work(x):\n        return f, x\n    «pool.map(work, y)»\n",
        "def main():\n    async def work(x):\n        return x\n    «pool.map(work, y)»\n",
        "def main(a):\n    class work:\n        b = a\n    «pool.map(work, y)»\n",
        "def main(a):\n    def work(x):\n        return work(a)\n    «pool.map(work, y)»\n",
        "def one():\n    def work(x):\n        return x\ndef main():\n    def work(x):\n        return x\n"
        "    «pool.map(work, y)»\n",
    ],
)
def test_what_cannot_leave_its_function_stays(makes: Makes, source: str) -> None:
    makes("module-function", _LOCAL, source, None)


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        ("«pool.map(lambda x: x * 2, y)»  # é\n", "def work(x):\n    return x * 2\n\n\npool.map(work, y)  # é\n", True),
        ("square = lambda x, y=1: x\n«pool.map(square, y)»\n",
         "def square(x, y=1):\n    return x\npool.map(square, y)\n", True),
        ("import functools\ndef f(a):\n    «pool.map(lambda x: (x, a), sorted(y, key=lambda z: z))»\n",
         "import functools\ndef work(a, x):\n    return (x, a)\n\n\ndef f(a):\n"
         "    pool.map(functools.partial(work, a), sorted(y, key=lambda z: z))\n", True),
        ("d = defaultdict(lambda: [])\n«pickle.dumps(d)»\n", "d = defaultdict(list)\npickle.dumps(d)\n", True),
        ("d = defaultdict(lambda: 0.0)\n«pickle.dumps(d)»\n", "d = defaultdict(float)\npickle.dumps(d)\n", True),
        ("d = defaultdict(lambda: 5)\n«pickle.dumps(d)»\n",
         "def work():\n    return 5\n\n\nd = defaultdict(work)\npickle.dumps(d)\n", True),
        ("p = Process(target=lambda: print(1))\n«p.start()»\n",
         "def work():\n    return print(1)\n\n\np = Process(target=work)\np.start()\n", True),
        ("import functools\nclass A:\n    def __init__(self):\n        self.db = connect()\n    def f(self):\n"
         "        «pool.map(lambda x: self.a + x, y)»\n",
         "import functools\ndef work(self, x):\n    return self.a + x\n\n\nclass A:\n    def __init__(self):\n"
         "        self.db = connect()\n    def f(self):\n        pool.map(functools.partial(work, self), y)\n", False),
    ],
)  # fmt: skip
def test_a_lambda_becomes_a_function(makes: Makes, before: str, after: str, sure: bool) -> None:
    makes("module-function", _LAMBDA, before, after, sure)


@pytest.mark.parametrize(
    "source",
    [
        "«pool.map(lambda x: x, [lambda z: z])»\n",  # which of the two cannot be told
        "«pool.map(lambda x: (  # é\n    x), y)»\n",
        "«pool.map(work, y)»\n",
        "f = lambda x: x\nf = lambda x: 2\n«pool.map(f, y)»\n",
        "def main():\n    found = []\n    «pool.map(lambda x: found.append(x), y)»\n",
        "a = lambda: 1\n«copy.deepcopy(a)»\npool.map(lambda x: x, y)\n",
    ],
)
def test_a_lambda_that_cannot_be_told_stays(makes: Makes, source: str) -> None:
    makes("module-function", _LAMBDA, source, None)


_COUNT = "def count(f, n):\n\t'''Counts.'''\n\tx = '''a\n b'''\n\treturn f.read(n)  # é\n\n"
_COUNTED = (
    "def count(path, n):\n\t'''Counts.'''\n\twith open(path{}) as f:\n"
    "\t\tx = '''a\n b'''\n\t\treturn f.read(n)  # é\n\n"
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("«Process(target=count, args=(open('a', 'w'), 1)).start()»\n",
         _COUNTED.format(", 'w'") + "Process(target=count, args=('a', 1)).start()\n"),
        ("f = open(name, encoding='utf-8')\n«pool.submit(count, f, 1)»\n",
         _COUNTED.format(", encoding='utf-8'") + "f = name\npool.submit(count, f, 1)\n"),
        ("«pool.apply(count, (open('a'), 1))»\n", _COUNTED.format("") + "pool.apply(count, ('a', 1))\n"),
        ("«pool.map(count, [open('a'), open('b')])»\n", _COUNTED.format("") + "pool.map(count, ['a', 'b'])\n"),
    ],
)  # fmt: skip
def test_the_process_opens_the_file(makes: Makes, before: str, after: str) -> None:
    makes("open-in-worker", _OPEN, _COUNT + before, after, True)
    makes("open-in-worker", "cannot pickle 'TextIOWrapper' instances", _COUNT + before, after, True)


@pytest.mark.parametrize(
    "source",
    [
        _COUNT + "f = open('a')\n«pool.submit(count, f, 1)»\nf.close()\n",
        _COUNT + "f = open('a', 'w')\n«x = [pool.submit(count, f, n) for n in y]»\n",  # each would write it anew
        _COUNT + "«pool.submit(count, open('a', mode), 1)»\n",
        _COUNT + "count(x, 1)\n«pool.submit(count, open('a'), 1)»\n",
        _COUNT + "«pool.map(count, [open('a'), open('b', 'a')])»\n",
        _COUNT + "«copy.deepcopy(open('a'))»\n",
        "«pool.submit(count, open('a'), 1)»\n",
        "def count(f): return f\n«pool.submit(count, open('a'))»\n",
    ],
)
def test_a_file_that_others_use_stays_open(makes: Makes, source: str) -> None:
    makes("open-in-worker", _OPEN, source, None)


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("«pickle.dumps((x for x in y))»\n", "pickle.dumps([x for x in y])\n", _GENERATOR),
        ("r = (x for x in y)\n«pool.submit(f, r)»\n", "r = [x for x in y]\npool.submit(f, r)\n", _GENERATOR),
        ("«pool.submit(f, d.values())»\n", "pool.submit(f, list(d.values()))\n",
         "cannot pickle 'dict_values' object"),
        ("«pool.map(f, (x for x in y))»\n", None, _GENERATOR),
        ("«pool.submit(f, list(x for x in y))»\n", None, _GENERATOR),
        ("from itertools import count\n«pool.submit(f, (x for x in count()))»\n", None, _GENERATOR),
        ("«f((x for x in y))»\n", None, _GENERATOR),
    ],
)  # fmt: skip
def test_a_list_is_handed_over(makes: Makes, before: str, after: str | None, message: str) -> None:
    makes("to-list", message, before, after, None)


_TEXT = st.text(st.characters(exclude_characters="«»\r\n\f\v\0\x1c\x1d\x1e\x85\u2028\u2029", exclude_categories=["Cs"]))
_CASES = [
    ("module-function", _LAMBDA, "def f(a):\n\t«pool.map(lambda x: x + a, y)»"),
    ("module-function", _LOCAL, "def f(a):\n\tdef work(x):\n\t\treturn a\n\t«pool.map(work, y)»"),
    ("open-in-worker", _OPEN, "def f(a):\n\treturn a.read()\n«pool.submit(f, open('a'))»"),
    ("to-list", _GENERATOR, "r = (x for x in y)\n«pool.submit(f, r)»"),
]


@given(st.sampled_from(_CASES), _TEXT, st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_text_around_the_edits_stays(mend: Apply, case: tuple[str, str, str], comment: str, end: str) -> None:
    recipe, message, code = case
    source = f"# {comment}\nimport os\n\n\n# {comment}\n{code}  # {comment}\n\tx = 1\n# {comment}\n"
    source = source.replace("\tx = 1\n", "").replace("\n", end)
    made = mend(recipe, source, "TypeError", message)
    assert made is not None
    assert made.text.count(f"# {comment}") == source.count(f"# {comment}")
    assert end == "\n" or "\n" not in made.text.replace("\r\n", "")
    ast.parse(made.text)
