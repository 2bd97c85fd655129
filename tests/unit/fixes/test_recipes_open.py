"""Recipes for the mode, the encoding and the block of an open file, and for paths."""

from __future__ import annotations

import pytest

from .conftest import Apply, TextAfter

_BYTES = "a bytes-like object is required, not 'str'"
_TEXT = "write() argument must be str, not bytes"
_CSV = "iterator should return strings, not bytes (the file should be opened in text mode)"
_TOML = "File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`"
_CLOSED = "I/O operation on closed file."
_DECODE = "'utf-8' codec can't decode byte 0x80 in position 0: invalid start byte"
_BOM = "Unexpected UTF-8 BOM (decode using utf-8-sig): line 1 column 1 (char 0)"


@pytest.mark.parametrize(
    ("recipe", "message", "before", "after"),
    [
        ("open-mode", _BYTES, "with open('a', 'wb') as f:  # é\n    «f.write('x')»\n",
         "with open('a', 'w') as f:  # é\n    f.write('x')\n"),
        ("open-mode", _BYTES, "f = open('a', mode='wb')\nw = csv.writer(f)\n«w.writerow(r)»\n",
         "f = open('a', mode='w', newline=\"\")\nw = csv.writer(f)\nw.writerow(r)\n"),
        ("open-mode", _CSV, "for r in «csv.reader(open('a', 'rb'))»:\n    pass\n",
         "for r in csv.reader(open('a', 'r', newline=\"\")):\n    pass\n"),
        ("open-mode", _BYTES, "with gzip.open('a.gz', 'wb') as f:\n    «f.write('x')»\n",
         "with gzip.open('a.gz', 'wt') as f:\n    f.write('x')\n"),
        ("open-mode", _BYTES, "with open('a.png', 'rb') as f:\n    «f.read().split(',')»\n", None),
        ("open-mode", _BYTES, "with open('a', 'w') as f:\n    «f.write('x')»\n", None),
        ("open-mode", _BYTES, "with open('a', m) as f:\n    «f.write('x')»\n", None),
        ("open-mode", _BYTES, "with open('a', 'rb') as f, open(p, 'wb') as g:\n    «g.write(f.read())»\n", None),
        ("open-mode", _TEXT, 'with open("a", "w") as f:\r\n\t«f.write(b)»\r\n',
         'with open("a", "wb") as f:\r\n\tf.write(b)\r\n'),
        ("open-mode", _TEXT, 'with open("a", "r+", encoding="utf-8", newline="") as f:\n    «f.write(b)»\n',
         'with open("a", "r+b") as f:\n    f.write(b)\n'),
        ("open-mode", _TEXT, "with open('a', 'w') as f:\n    f.write('x')\n    «f.write(b)»\n", None),
        ("open-mode", _BYTES, "with open('a', 'wb') as f:\n    f.write(b'x')\n    «f.write('y')»\n", None),
        ("open-mode", "can't concat str to bytes", "t = open(p).read()\nx = «b'a' + t»\n", None),
        ("open-mode", _TEXT, "def f(g):\n    «g.write(b)»\n", None),
        ("open-mode", _TOML, "with open('a.toml') as f:\n    d = «tomllib.load(f)»\n",
         "with open('a.toml', 'rb') as f:\n    d = tomllib.load(f)\n"),
        ("open-mode", _TOML, "with p.open() as f:\n    d = «tomllib.load(f)»\n",
         'with p.open("rb") as f:\n    d = tomllib.load(f)\n'),
        ("open-mode", _DECODE, "d = «pickle.load(open(p))»\n", 'd = pickle.load(open(p, "rb"))\n'),
        ("open-mode", _DECODE, "P = 'a.png'\nd = «open(P).read()»\n", "P = 'a.png'\nd = open(P, \"rb\").read()\n"),
        ("open-mode", _DECODE, "d = «open('a.txt').read()»\n", None),
        ("into-block", _CLOSED, "with open('a') as f:\n    x = 1\n# é\n«f.read()»  # y\nprint()\n",
         "with open('a') as f:\n    x = 1\n    # é\n    f.read()  # y\nprint()\n"),
        ("into-block", _CLOSED, "with open('a') as f:\n\tr = csv.reader(f)\nfor x in «r»:\n\tprint(x)\nr.close()\n",
         "with open('a') as f:\n\tr = csv.reader(f)\n\tfor x in r:\n\t\tprint(x)\n\tr.close()\n"),
        ("into-block", _CLOSED, "with open('a') as f:\n    t = '''\n'''\n«f.write('''a\nb''')»\n",
         "with open('a') as f:\n    t = '''\n'''\n    f.write('''a\nb''')\n"),
        ("into-block", _CLOSED, "f = open('a')\nf.close()\n«f.read()»\n", None),
        ("into-block", _CLOSED, "with open('a') as f: pass\n«f.read()»\n", None),
        ("into-block", _CLOSED, "with open('a') as f:\n    pass\nx = 1; «f.read()»\n", None),
        ("into-block", _CLOSED, "with open('a') as f:\n    pass\nf = g()\n«f.read()»\n", None),
        ("codec-name", "unknown encoding: utf8-bom", "x = «open(p, encoding='utf8-bom')»\n",
         "x = open(p, encoding='utf-8-sig')\n"),
        ("codec-name", "unknown encoding: latin-l", "E = 'latin-l'\nx = «b.decode(E)»\n",
         "E = 'latin-1'\nx = b.decode(E)\n"),
        ("codec-name", "unknown encoding: klingon", "x = «b.decode('klingon')»\n", None),
        ("codec-name", "unknown encoding: utf8-bom", "x = «b.decode(e)»\n", None),
        ("codec-bom", _BOM, "with open(p) as f:\n    x = «json.load(f)»\n",
         'with open(p, encoding="utf-8-sig") as f:\n    x = json.load(f)\n'),
        ("codec-bom", _BOM, "x = «json.loads(b.decode('utf8'))»\n", "x = json.loads(b.decode('utf-8-sig'))\n"),
        ("codec-bom", _BOM, "x = «json.loads(b.decode())»\n", 'x = json.loads(b.decode("utf-8-sig"))\n'),
        ("codec-bom", _BOM, "x = «json.loads(t)»\n", None),
    ],
)  # fmt: skip
def test_files_as_they_are_used(mend: Apply, recipe: str, message: str, before: str, after: str | None) -> None:
    mended = mend(recipe, before, exception="Error", message=message)
    assert (mended and mended.text) == after
    assert mended is None or mended.mend.sure


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("import os\n«os.mkdir(p)»  # é\n", "import os\nos.makedirs(p, exist_ok=True)  # é\n"),
        ("«os.makedirs(\n    p,\n)»\n", "os.makedirs(\n    p,\n    exist_ok=True,\n)\n"),
        ("«p.mkdir(parents=True)»\n", "p.mkdir(parents=True, exist_ok=True)\n"),
        ("«p.mkdir()»\n", "p.mkdir(exist_ok=True)\n"),
        ("«p.mkdir(exist_ok=False)»\n", None),
        ("«os.mkdir(p, 0o700)»\n", None),
        ("«open(p, 'x')»\n", None),
    ],
)
def test_a_folder_that_is_there_is_taken(mend: Apply, before: str, after: str | None) -> None:
    mended = mend("exist-ok", before, exception="FileExistsError", message="[Errno 17] File exists: 'a'")
    assert (mended and mended.text) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("import os\nx = «open('~/a')»\n", "import os\nx = open(os.path.expanduser('~/a'))\n"),
        ('P = "~/a"  # é\nx = «open(P)»\n', 'import os\n\nP = os.path.expanduser("~/a")  # é\nx = open(P)\n'),
        ("import os\nx = «open(f'~/{n}')»\n", "import os\nx = open(os.path.expanduser(f'~/{n}'))\n"),
        ("P = Path('~/a')\nx = «P.read_text()»\n", "P = Path('~/a').expanduser()\nx = P.read_text()\n"),
        ("x = «(Path('~') / 'a').read_text()»\n", "x = (Path('~').expanduser() / 'a').read_text()\n"),
        ("x = «open(p)»\n", None),
    ],
)
def test_the_tilde_becomes_the_users_folder(mend: Apply, before: str, after: str | None) -> None:
    mended = mend("expand-user", before, exception="FileNotFoundError", values={"path": "~/a"})
    assert (mended and mended.text) == after


def test_an_encoding_that_was_looked_at_replaces_any(mend: Apply, text_after: TextAfter) -> None:
    message = "'utf-8' codec can't decode byte 0xe9 in position 3: invalid continuation byte"
    before = "x = «open(p, encoding='utf-8')».read()\n"
    assert (
        text_after("encoding", before, exception="UnicodeDecodeError", message=message, to="latin-1", checked=True)
        == "x = open(p, encoding='latin-1').read()\n"
    )
    assert mend("encoding", before, exception="UnicodeDecodeError", message=message, to="latin-1") is None
    before = "x = «pd.read_csv(p)»\n"
    assert (
        text_after("encoding", before, exception="UnicodeDecodeError", message=message, to="latin-1", checked=True)
        == 'x = pd.read_csv(p, encoding="latin-1")\n'
    )
