"""Bytes where text is wanted, mended where they come from: packed files, processes, the net, archives."""

from __future__ import annotations

from textwrap import dedent

import pytest

from .conftest import Keeps

_METHOD = "a bytes-like object is required, not 'str'"
_STARTS = "startswith first arg must be bytes or a tuple of bytes, not str"
_FIND = "argument should be integer or bytes-like object, not 'str'"
_PATTERN = "cannot use a string pattern on a bytes-like object"

_PACKED = """\
import gzip
def lines(path):
    if path.endswith(".gz"):
        return gzip.open(path{mode})  # packed
    return open(path{plain})
def parsed(rows):
    for row in rows:
        yield «row.split(",")»
with lines("a.gz") as source:
    print(list(parsed(source)))
"""


@pytest.mark.parametrize(
    ("mode", "plain", "after", "plain_after"),
    [
        ("", "", ', "rt"', ""),
        (", 'r'", "", ", 'rt'", ""),
        (', mode="rb"', "", ', mode="rt"', ""),
        (', "rb"', ', encoding="latin-1"', ', "rt", encoding="latin-1"', ', encoding="latin-1"'),
        (', "rb", 9', "", ', "rt", 9', ""),
    ],
)
def test_packed_files_are_opened_as_text(keeps: Keeps, mode: str, plain: str, after: str, plain_after: str) -> None:
    """Through a function's result and another one's parameter."""
    before = _PACKED.format(mode=mode, plain=plain)
    made = _PACKED.format(mode=after, plain=plain_after).replace("«", "").replace("»", "")
    keeps("open-mode", "TypeError", _METHOD, before, made)


@pytest.mark.parametrize(
    "chosen",
    [
        "opener = gzip.open if packed else open\n",
        "if packed:\n    opener = gzip.open\nelse:\n    opener = open\n",
    ],
)
def test_a_name_may_stand_for_the_function_that_opens(keeps: Keeps, chosen: str) -> None:
    """The mode fits each of them."""
    code = "import gzip\npacked = True\n" + chosen + "with opener('é.gz'{}) as f:\n    for line in f:\n        {}\n"
    before = code.format("", "«line.startswith('x')»")
    keeps("open-mode", "TypeError", _STARTS, before, code.format(", 'rt'", "line.startswith('x')"))


@pytest.mark.parametrize(
    "code",
    [
        "import gzip\nwith gzip.open(p) as f:\n    for x in f:\n        print(x.decode())\n        «x.split(',')»\n",
        "import gzip\nwith gzip.open(p) as f:\n    a = f.read(2) == b'PK'\n    «f.read().split(',')»\n",
        "import gzip, pickle\nwith gzip.open(p) as f:\n    «f.read(4).startswith('x')»\n    pickle.load(f)\n",
        "import gzip\nwith opener(p) as f:\n    «f.read().split(',')»\n",
        "import gzip\nopener = gzip.open if a else fetch\nwith opener(p) as f:\n    «f.read().split(',')»\n",
    ],
)
def test_files_whose_bytes_are_used_stay_as_they_are(keeps: Keeps, code: str) -> None:
    """Bytes are decoded, compared or unpickled elsewhere, or it is not known what opens the file."""
    keeps("open-mode", "TypeError", _METHOD if "split" in code else _STARTS, code, None)


@pytest.mark.parametrize(
    ("message", "code"),
    [
        (_PATTERN, "def run(c):\n    return subprocess.run(c{})\nre.search('a', run(x).stdout)\n"),
        (_METHOD, "p = subprocess.Popen(c{})\nfor line in p.stdout:\n    a, b = line.split('=')\n"),
        (_STARTS, "out = subprocess.check_output(c{})\nfor x in out.splitlines():\n    x.startswith('y')\n"),
        (_FIND, "out, _ = subprocess.Popen(c{}).communicate()\nout.find('y')\n"),
        (_METHOD, "out = subprocess.check_output(c{})\n[x.split(':') for x in out.splitlines()]\n"),
    ],
)
def test_processes_print_text(keeps: Keeps, message: str, code: str) -> None:
    """Through functions, loops and comprehensions."""
    lines = code.splitlines(keepends=True)
    before = "import re, subprocess\n" + "".join([*lines[:-1], _marked(lines[-1])])
    keeps("text-mode", "TypeError", message, before.format(""), "import re, subprocess\n" + code.format(", text=True"))


def _marked(line: str) -> str:
    inner = line.lstrip()
    return line[: len(line) - len(inner)] + "«" + inner


@pytest.mark.parametrize("use", ["out.decode()", "out == b'x'", "hashlib.sha256(out)"])
def test_processes_whose_bytes_are_used_print_bytes(keeps: Keeps, use: str) -> None:
    """`text=True` would break the other use."""
    code = f"import subprocess\nout = subprocess.check_output(c)\nprint({use})\n«out.find('y')»\n"
    keeps("text-mode", "TypeError", _FIND, code, None)


@pytest.mark.parametrize(
    ("message", "code"),
    [
        (_METHOD, "data = s.recv(9){}  # é\n«data.split('x')»\n"),
        (_FIND, "page = urlopen(u).read(){}\n«page.find('x')»\n"),
        (_FIND, "with urlopen(u) as answer:\n    page = answer.read(){}\n«page.find('x')»\n"),
        (_PATTERN, "a = zipfile.ZipFile('a')\nt = a.read('t'){}\n«re.search('x', t)»\n"),
        (_STARTS, "def ask(s):\n    return s.recv(9){}\n«ask(s).startswith('x')»\n"),
    ],
)
def test_bytes_are_decoded_where_they_are_read(keeps: Keeps, message: str, code: str) -> None:
    """Of a socket, an answer, an archive."""
    after = code.replace("«", "").replace("»", "").format(".decode()")
    keeps("decode-received", "TypeError", message, code.format(""), after)


def test_pieces_are_not_surely_decoded(keeps: Keeps) -> None:
    """One may end within a character."""
    code = "while True:\n    data = s.recv(9){}\n    «data.split('x')»\n"
    after = code.replace("«", "").replace("»", "").format(".decode()")
    keeps("decode-received", "TypeError", _METHOD, code.format(""), after, sure=False)


@pytest.mark.parametrize(
    "code",
    [
        "data = s.recv(9)\n«data.split('x')»\ndata.split(b'y')\n",
        "data = s.recv(9)\nt = data.decode()\n«data.split('x')»\n",
        "data = s.recv(9)\n«out.write('x', data)»\n",
        "data = f.read()\n«data.split('x')»\n",
        "data = a.recv(9) + b.recv(9)\n«data.split('x')»\n",
    ],
)
def test_other_bytes_are_not_decoded(keeps: Keeps, code: str) -> None:
    """Used as bytes elsewhere, handed over, of a file, of two places."""
    keeps("decode-received", "TypeError", _METHOD, code, None)


def test_lines_of_an_archive_are_read_as_text(keeps: Keeps) -> None:
    """And of an answer of the net."""
    code = dedent("""\
        import io
        import zipfile
        with zipfile.ZipFile("é.zip") as archive:
            with {} as member:
                for line in member:
                    a, b = line.split(",")
        """)
    before = code.format('archive.open("a.csv")').replace("a, b =", "«a, b =")
    after = code.format('io.TextIOWrapper(archive.open("a.csv"), encoding="utf-8")')
    keeps("read-as-text", "TypeError", _METHOD, before, after)
    code = "from io import TextIOWrapper\nfor line in {}:\n    {}\n"
    after = code.format('TextIOWrapper(urlopen(u), encoding="utf-8")', "line.split(',')")
    keeps("read-as-text", "TypeError", _METHOD, code.format("urlopen(u)", "«line.split(',')»"), after)


@pytest.mark.parametrize(
    "code",
    [
        "m = a.open('x')\nfor line in m:\n    «line.split(',')»\n",
        "import zipfile\na = zipfile.ZipFile('z')\nm = a.open('x')\nh = m.read(3)\nfor line in m:\n"
        "    «line.split(',')»\n",
        "import zipfile\na = zipfile.ZipFile('z')\nm = a.open('x')\nfor line in m:\n    line.decode()\n"
        "    «line.split(',')»\n",
    ],
)
def test_other_streams_are_not_read_as_text(keeps: Keeps, code: str) -> None:
    """Not of an archive, read otherwise as well, decoded elsewhere."""
    keeps("read-as-text", "TypeError", _METHOD, code, None)
