"""What functions of Python are given in another form: endings, letters, texts, keys, types, words, bytes, suffixes."""

from __future__ import annotations

import pytest

from .conftest import Keeps, Makes

ENDS = "endswith first arg must be str or a tuple of str, not list"
EMPTY = "empty separator"
SUMMED = "sum() can't sum strings [use ''.join(seq) instead]"
WRITTEN = "write() argument must be str, not int"
SORTED = "sorted expected 1 argument, got 2"
SORT = "sort() takes no positional arguments"
TYPE = "'int' is not callable"
WORDS = "bufsize must be an integer"
ORD = "ord() expected string of length 1, but int found"
SUFFIX = "Invalid suffix 'txt'"


@pytest.mark.parametrize(
    ("recipe", "message", "before", "after"),
    [
        ("endings-tuple", ENDS, 'a.endswith([".x", ".y"])\n', 'a.endswith((".x", ".y"))\n'),
        ("endings-tuple", ENDS, 'a.endswith([".x"])\n', 'a.endswith((".x",))\n'),
        (
            "endings-tuple",
            ENDS,
            "if a.endswith(ends):  # c\n    pass\n",
            "if a.endswith(tuple(ends)):  # c\n    pass\n",
        ),
        (
            "endings-tuple",
            ENDS.replace("list", "generator"),
            "a.endswith(e for e in b)\n",
            "a.endswith(tuple(e for e in b))\n",
        ),
        (
            "endings-tuple",
            "startswith first arg must be bytes or a tuple of bytes, not set",
            'a.startswith({b"x"})\n',
            'a.startswith(tuple({b"x"}))\n',
        ),
        ("letters", EMPTY, 'chars = word.split("")\n', "chars = list(word)\n"),
        ("letters", EMPTY, "for c in (a + b).split(''):\n    pass\n", "for c in list(a + b):\n    pass\n"),
        ("letters", EMPTY, 'x = str(n).split("")[1:]\n', "x = list(str(n))[1:]\n"),
        ("letters", EMPTY, 'x = "".join(reversed(line.split("")))\n', 'x = "".join(reversed(list(line)))\n'),
        ("joined-texts", SUMMED, 'x = sum(words, "")  # all\n', 'x = "".join(words)  # all\n'),
        ("joined-texts", SUMMED, "x = sum(words, start='')\n", "x = ''.join(words)\n"),
        ("joined-texts", "sum() can't sum bytes [use b''.join(seq) instead]", 'sum(p, b"")\n', 'b"".join(p)\n'),
        ("joined-texts", SUMMED, 'sum((w for w in a), "")\n', '"".join((w for w in a))\n'),
        ("written-text", WRITTEN, "f.write(a + 1)\n", "f.write(str(a + 1))\n"),
        ("written-text", "string argument expected, got 'int'", "f.write(len(a))\n", "f.write(str(len(a)))\n"),
        ("sort-key", SORTED, "sorted(a, len)\n", "sorted(a, key=len)\n"),
        (
            "sort-key",
            SORTED,
            "sorted(a, lambda x: x[1], reverse=True)\n",
            "sorted(a, key=lambda x: x[1], reverse=True)\n",
        ),
        (
            "sort-key",
            SORTED,
            "def f(a):\n    def size(x, y=0):\n        return x\n\n    return «sorted(a, size)»\n",
            "def f(a):\n    def size(x, y=0):\n        return x\n\n    return sorted(a, key=size)\n",
        ),
        ("sort-key", SORTED, "sorted(a, True)\n", "sorted(a, reverse=True)\n"),
        ("sort-key", SORTED, "sorted(a, str.lower)\n", "sorted(a, key=str.lower)\n"),
        ("sort-key", SORT, "a.sort(itemgetter(1))\n", "a.sort(key=itemgetter(1))\n"),
        (
            "sort-key",
            SORT,
            "import functools\n«a.sort(lambda x, y: x - y)\n",
            "import functools\na.sort(key=functools.cmp_to_key(lambda x, y: x - y))\n",
        ),
        (
            "type-itself",
            TYPE,
            'p.add_argument("-n", type="int", default=1)\n',
            'p.add_argument("-n", type=int, default=1)\n',
        ),
        ("command-words", WORDS, 'run("ls", "-l")\n', 'run(["ls", "-l"])\n'),
        ("command-words", WORDS, 'd = "x"\n«run("ls", d, check=True)\n', 'd = "x"\nrun(["ls", d], check=True)\n'),
        ("byte-itself", ORD, "x = ord(data[0]) + 1\n", "x = data[0] + 1\n"),
        ("byte-itself", ORD, "x = [ord(b) for b in data]\n", "x = [b for b in data]\n"),
        ("dotted-suffix", SUFFIX, 'p.with_suffix("txt")\n', 'p.with_suffix(".txt")\n'),
        ("dotted-suffix", SUFFIX, 's = "txt"\n«p.with_suffix(s)\n', 's = "txt"\np.with_suffix(f".{s}")\n'),
    ],
)
def test_it_is_given_as_it_is_taken(keeps: Keeps, recipe: str, message: str, before: str, after: str) -> None:
    keeps(recipe, "TypeError", message, before, after)


@pytest.mark.parametrize(
    ("recipe", "message", "before", "after"),
    [
        ("letters", EMPTY, 'words = a.split("")\n', "words = list(a)\n"),
        ("letters", EMPTY, 'x, y = a.split("")\n', "x, y = list(a)\n"),
        ("letters", EMPTY, 'first = a.split("")[0]\n', "first = list(a)[0]\n"),
        ("letters", EMPTY, 'a = "two words"\n«b = a.split("")\n', 'a = "two words"\nb = list(a)\n'),
        ("letters", EMPTY, 'b = input().split("")\n', "b = list(input())\n"),
        ("byte-itself", ORD, "print(ord(n))\n", "print(n)\n"),
        ("byte-itself", ORD, "for n in range(3):\n    print(«ord(n)»)\n", "for n in range(3):\n    print(n)\n"),
    ],
)
def test_what_may_be_meant_otherwise_is_not_sure(
    keeps: Keeps, recipe: str, message: str, before: str, after: str
) -> None:
    keeps(recipe, "TypeError", message, before, after, sure=False)


@pytest.mark.parametrize(
    ("recipe", "message", "before"),
    [
        ("endings-tuple", ENDS, "a.endswith(tuple(b))\n"),
        ("endings-tuple", ENDS, "a.endswith((b,))\n"),
        ("endings-tuple", ENDS.replace("list", "int"), "a.endswith(b)\n"),
        ("endings-tuple", ENDS, "a.endswith(b) or c.endswith(d)\n"),
        ("letters", EMPTY, "x = a.split(b)\n"),
        ("letters", EMPTY, 'x = a.split("", 1)\n'),
        ("letters", EMPTY, 'x = "".split("")\n'),
        ("joined-texts", SUMMED, 'sum(words, "x")\n'),
        ("joined-texts", SUMMED, "sum(words)\n"),
        ("written-text", WRITTEN.replace("int", "list"), "f.write(a)\n"),
        ("written-text", WRITTEN.replace("int", "NoneType"), "f.write(a)\n"),
        ("written-text", WRITTEN, "f.write(a, b)\n"),
        ("sort-key", SORTED, "sorted(a, b)\n"),
        ("sort-key", SORTED, "sorted(a, 3)\n"),
        ("sort-key", SORT, "a.sort(f, key=len)\n"),
        ("type-itself", TYPE, 'p.add_argument("-n", type=kind)\n'),
        ("type-itself", TYPE.replace("int", "Path"), 'p.add_argument("-n", type="Path")\n'),
        ("type-itself", TYPE, 'int = 3\n«p.add_argument("-n", type="int")\n'),
        ("command-words", WORDS, "run(a, b)\n"),
        ("command-words", WORDS, 'run("ls -l", "x", shell=True)\n'),
        ("command-words", WORDS, 'run(["ls"], "x")\n'),
        ("byte-itself", ORD, "ord(65)\n"),
        ("byte-itself", ORD.replace("int", "str"), "ord(a[0])\n"),
        ("dotted-suffix", "Invalid suffix '_new.txt'", 'p.with_suffix("_new.txt")\n'),
        ("dotted-suffix", SUFFIX, "p.with_suffix(a + b)\n"),
    ],
)
def test_what_is_not_seen_stays(keeps: Keeps, recipe: str, message: str, before: str) -> None:
    keeps(recipe, "TypeError", message, before, None)


@pytest.mark.parametrize(
    ("recipe", "message", "code", "after"),
    [
        ("endings-tuple", ENDS, "«a.endswith(['é'])»", "a.endswith(('é',))"),
        ("letters", EMPTY, "«chars = a.split('')»", "chars = list(a)"),
        ("joined-texts", SUMMED, "«x = sum(a, '')»", "x = ''.join(a)"),
        ("written-text", WRITTEN, "«f.write(n)»", "f.write(str(n))"),
        ("sort-key", SORTED, "«sorted(a, len)»", "sorted(a, key=len)"),
        ("type-itself", TYPE, "«p.add_argument('é', type='int')»", "p.add_argument('é', type=int)"),
        ("command-words", WORDS, "«run('ls', 'é')»", "run(['ls', 'é'])"),
        ("byte-itself", ORD, "«x = ord(d[0])»", "x = d[0]"),
        ("dotted-suffix", SUFFIX, "«p.with_suffix('txt')»", "p.with_suffix('.txt')"),
    ],
)
def test_nothing_else_changes_and_once_is_enough(
    keeps_around: Makes, recipe: str, message: str, code: str, after: str
) -> None:
    keeps_around(recipe, message, code, after)


def test_the_output_of_a_process_is_read(keeps: Keeps) -> None:
    message = "the JSON object must be str, bytes or bytearray, not CompletedProcess"
    head = "done = subprocess.run(a, capture_output=True)\n"
    keeps("json-function", "TypeError", message, f"{head}«json.loads(done)\n", f"{head}json.loads(done.stdout)\n")
    keeps("json-function", "TypeError", message, "done = subprocess.run(a)\n«json.loads(done)\n", None)


@pytest.mark.parametrize(
    ("recipe", "message", "before", "after", "sure"),
    [
        ("sort-key", SORTED, "x = sorted(words, (len))\n", None, True),
        ("sort-key", SORTED, "x = sorted(words, (True))\n", None, True),
        ("sort-key", SORTED, "x = sorted(words, lambda a, *b: a)\n", None, True),
        ("command-words", WORDS, "run(('ls'), '-l')\n", None, True),
        ("command-words", WORDS, "run('ls', ('-l'))\n", None, True),
        ("command-words", WORDS, "run('ls -a', '-l')\n", "run(['ls -a', '-l'])\n", False),
        ("byte-itself", ORD, "xs = [1, 2]\n«x = ord(xs[0])\n", "xs = [1, 2]\nx = xs[0]\n", False),
        ("dotted-suffix", SUFFIX, "e = 'txt'\n«x = f'{p.with_suffix(e)}'\n", None, True),
    ],
)
def test_what_fooled_it(keeps: Keeps, recipe: str, message: str, before: str, after: str | None, sure: bool) -> None:
    keeps(recipe, "TypeError", message, before, after, sure)
