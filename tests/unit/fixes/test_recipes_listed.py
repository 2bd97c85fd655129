"""Recipes for paths: names of listings, files beside the program, modes for reading and writing, late readers."""

from __future__ import annotations

import pytest

from .conftest import Apply, Mends, Parsed, TextAfter, unmarked

# --- join-folder


@pytest.mark.parametrize(
    ("source", "old", "new"),
    [
        ("import os\nfor n in os.listdir('d'):\n    «open(n)»  # é\n", "open(n)", "open(os.path.join('d', n))"),
        (
            "from os import listdir\nfor n in sorted(listdir(d)):\n    «open(n)»\n".replace("(d)", "('d')"),
            "from os import listdir\nfor n in sorted(listdir('d')):\n    open(n)",
            "import os\nfrom os import listdir\nfor n in sorted(listdir('d')):\n    open(os.path.join('d', n))",
        ),
        (
            "import os\nfor i, n in enumerate(os.listdir('d')):\n    x = «os.stat(n)».st_size\n",
            "os.stat(n)",
            "os.stat(os.path.join('d', n))",
        ),
        (
            "import os\ndef f(d):\n    ns = [n for n in os.listdir(d) if n]\n    return [«open(n)» for n in ns]\n",
            "open(n)",
            "open(os.path.join(d, n))",
        ),
        (
            "import os\nfor r, ds, fs in os.walk('d'):\n    for n in fs:\n        «os.remove(n)»\n",
            "os.remove(n)",
            "os.remove(os.path.join(r, n))",
        ),
        (
            "import os\nfrom pathlib import Path\nd = Path('d')\nfor n in os.listdir(d):\n    «open(n)»\n",
            "open(n)",
            "open(d / n)",
        ),
        (
            "import os\nfrom pathlib import Path\nfor n in os.listdir('d'):\n    «Path(n)».stat()\n",
            "Path(n)",
            "Path('d', n)",
        ),
        (
            "import os\nfor n in os.listdir('d'):\n    «os.rename(n, n.upper())»\n",
            "rename(n, n.upper())",
            "rename(os.path.join('d', n), os.path.join('d', n.upper()))",
        ),
        (
            "import os\nfor n in os.listdir('d'):\n    «os.rename(n, 'e/' + n)»\n",
            "rename(n,",
            "rename(os.path.join('d', n),",
        ),
        ("for p in Path('d').iterdir():\n    «open(p.name)»\n", "p.name", "p"),
        ("for e in os.scandir('d'):\n    «open(e.name)»\n", "e.name", "e.path"),
        (
            "import os\nfor n in os.listdir('d'):\n    if os.path.isfile(n):\n        pass\n    «open(n)»\n",
            "isfile(n):\n        pass\n    open(n)",
            "isfile(os.path.join('d', n)):\n        pass\n    open(os.path.join('d', n))",
        ),
        (
            "import os\ndef show(p):\n    «open(p)»\n\nfor n in os.listdir('d'):\n    show(n)\n",
            "show(n)",
            "show(os.path.join('d', n))",
        ),
    ],
)
def test_a_listed_name_gets_its_folder(parsed: Parsed, source: str, old: str, new: str) -> None:
    assert unmarked(source).count(old) == 1
    after = unmarked(source).replace(old, new)
    assert parsed("join-folder", source, "FileNotFoundError", path="a") == (after, True)


@pytest.mark.parametrize(
    "source",
    [
        "import os\nfor n in os.listdir():\n    «open(n)»\n",
        "import os\nfor n in os.listdir('.'):\n    «open(n)»\n",
        "import os\nfor n in os.listdir(make()):\n    «open(n)»\n",
        "for n in names:\n    «open(n)»\n",
        "«open('a')»\n",
        "import os\nfor n in os.listdir('d'):\n    n = 'b' + n\n    «open('x' + n)»\n",
        "import os\nfor n in os.listdir('d'):\n    «open(os.path.join('d', n))»\n",
    ],
)
def test_no_listing(parsed: Parsed, source: str) -> None:
    assert parsed("join-folder", source, "FileNotFoundError", path="a") is None
    assert parsed("join-folder", source, "FileNotFoundError", path="d/a") is None


# --- beside-program


@pytest.mark.parametrize(
    ("source", "after"),
    [
        (
            "«open('d/a.csv')»\n",
            "from pathlib import Path\n\nopen(Path(__file__).parent / 'd/a.csv')\n",
        ),
        (
            "import os\n«open('d/a.csv')»\n",
            "import os\nopen(os.path.join(os.path.dirname(__file__), 'd/a.csv'))\n",
        ),
        (
            "from pathlib import Path\nD = Path('d')\n«(D / 'a.csv').read_text()»\n",
            "from pathlib import Path\nD = Path(__file__).parent / 'd'\n(D / 'a.csv').read_text()\n",
        ),
        (
            "from pathlib import Path\n«Path('d/a.csv').read_text()»\n",
            "from pathlib import Path\n(Path(__file__).parent / 'd/a.csv').read_text()\n",
        ),
        (
            "import os\ndef f(p='d/a.csv'):\n    «open(p)»\n\nf()\n",
            "import os\ndef f(p=os.path.join(os.path.dirname(__file__), 'd/a.csv')):\n    open(p)\n\nf()\n",
        ),
        ("«open('b/' + x)»\n", None),
        ("p = input()\n«open(p)»\n", None),
    ],
)
def test_a_path_from_the_program_s_folder(parsed: Parsed, source: str, after: str | None) -> None:
    values = {"path": "d/a.csv", "beside": "/project/d/a.csv"}
    found = parsed("beside-program", source, "FileNotFoundError", **values)
    assert found == (None if after is None else (after, True))
    values["beside"] = "/elsewhere/d/a.csv"
    assert parsed("beside-program", source, "FileNotFoundError", **values) is None


# --- read-or-write


_OPEN = "with open('a', {}) as f:\n{}"


@pytest.mark.parametrize(
    ("mode", "body", "message", "after", "sure"),
    [
        ("'w'", "    x = «f.read()»", "not readable", ("'r'", "    x = f.read()"), True),
        ('"wb"', "    x = «f.read()»", "read", ('"rb"', "    x = f.read()"), True),
        ("'r'", "    «f.write(x)»", "not writable", ("'w'", "    f.write(x)"), False),
        ("'rb'", "    «pickle.dump(x, f)»", "write", ("'wb'", "    pickle.dump(x, f)"), False),
        (
            "'w'",
            "    f.write(x)\n    print(«f.read()»)",
            "not readable",
            ("'w+'", "    f.write(x)\n    f.seek(0)\n    print(f.read())"),
            True,
        ),
        (
            "'a'",
            "    x = «f.readlines()»\n    f.write(y)",
            "not readable",
            ("'a+'", "    f.seek(0)\n    x = f.readlines()\n    f.write(y)"),
            True,
        ),
        (
            "'r'",
            "    x = json.load(f)\n    «json.dump(y, f)»",
            "not writable",
            ("'r+'", "    x = json.load(f)\n    f.seek(0)\n    f.truncate()\n    json.dump(y, f)"),
            True,
        ),
        (
            "'r'",
            "    x = f.read()\n    «f.write(y)»",
            "not writable",
            ("'r+'", "    x = f.read()\n    f.seek(0)\n    f.truncate()\n    f.write(y)"),
            False,
        ),
        ("'r'", "    «f.write(x)»\n    show(f)", "not writable", None, None),
        ("'r+'", "    «f.write(x)»", "not writable", None, None),
        ("mode", "    «f.write(x)»", "not writable", None, None),
        ("'r'", "    «f.write(x)»", "seek", None, None),
    ],
)
def test_the_mode_that_is_used(
    parsed: Parsed, mode: str, body: str, message: str, after: tuple[str, str] | None, sure: bool | None
) -> None:
    source = "# é\n" + _OPEN.format(mode, body) + "  # last"
    found = parsed("read-or-write", source, "io.UnsupportedOperation", message)
    assert found == (None if after is None else ("# é\n" + _OPEN.format(*after) + "  # last", sure))


def test_a_log_is_written_at_its_end(parsed: Parsed) -> None:
    found = parsed("read-or-write", "f = open('app.log')\n«f.write(x)»\n", "x.UnsupportedOperation", "not writable")
    assert found == ("f = open('app.log', 'a')\nf.write(x)\n", True)


# --- terminal-size, before-closing, text-wrapper


@pytest.mark.parametrize(
    ("source", "after"),
    [
        (
            "import os\nw = «os.get_terminal_size()».columns\n",
            "import os\nimport shutil\nw = shutil.get_terminal_size().columns\n",
        ),
        (
            "from os import get_terminal_size\nw = «get_terminal_size()»\n",
            "from shutil import get_terminal_size\nw = get_terminal_size()\n",
        ),
        ("import os\nw = «os.get_terminal_size(2)»\n", None),
        ("import os\nw = «os.getpgid()»\n", None),
    ],
)
def test_the_size_without_a_terminal(parsed: Parsed, source: str, after: str | None) -> None:
    found = parsed("terminal-size", source, "OSError", "Inappropriate ioctl for device")
    assert found == (None if after is None else (after, True))


@pytest.mark.parametrize(
    ("source", "after"),
    [
        ("import os\n«os.rename(a, b)»  # é\n", "import os\nimport shutil\nshutil.move(a, b)  # é\n"),
        (
            "import os\nfrom shutil import move\n«os.replace(a, b)»\n",
            "import os\nfrom shutil import move\nmove(a, b)\n",
        ),
        ("import shutil\n«a.rename(d / a.name)»\n", "import shutil\nshutil.move(a, d / a.name)\n"),
        ("import os\nb = «a.rename(b)»\n", None),
        ("import os\n«os.link(a, b)»\n", None),
        ("import os\n«os.rename(a, b, src_dir_fd=3)»\n", None),
        ("import os\n«os.rename(*ab)»\n", None),
    ],
)
def test_a_move_to_another_file_system(parsed: Parsed, source: str, after: str | None) -> None:
    found = parsed("move-across", source, "OSError", "[Errno 18] Invalid cross-device link: 'a' -> 'b'")
    assert found == (None if after is None else (after, True))
    assert parsed("move-across", source, "OSError", "[Errno 2] No such file or directory: 'a' -> 'b'") is None


@pytest.mark.parametrize(
    ("value", "after"),
    [
        ("(x for x in f)", "[x for x in f]"),
        ("csv.reader(f)", "list(csv.reader(f))"),
        ("map(str.strip, f)", "list(map(str.strip, f))"),
        ("f.read()", None),
        ("(x for x in y)", None),
    ],
)
def test_what_is_read_too_late(parsed: Parsed, value: str, after: str | None) -> None:
    source = f"def rows():\r\n\twith open('a') as f:\r\n\t\treturn {value}  # é\r\n\r\nprint(list(«rows()»))\r\n"
    found = parsed("before-closing", source, "ValueError", "I/O operation on closed file.")
    assert found == (None if after is None else (unmarked(source).replace(value, after), True))


@pytest.mark.parametrize(
    ("given", "done"),
    [
        ("z = zipfile.ZipFile('a')\nf = z.open('b')", True),
        ("f = io.BytesIO(b'')", True),
        ("f = urlopen(u)", True),
        ("f = open('a', 'rb')", False),
        ("f = make()", False),
    ],
)
def test_bytes_for_csv(parsed: Parsed, given: str, done: bool) -> None:
    source = f"import io\n\n{given}\nfor row in «csv.reader(f, delimiter=';')»:  # é\n    pass\n"
    message = "iterator should return strings, not bytes (the file should be opened in text mode)"
    found = parsed("text-wrapper", source, "_csv.Error", message)
    after = unmarked(source).replace("reader(f,", 'reader(io.TextIOWrapper(f, encoding="utf-8", newline=""),')
    assert found == ((after, True) if done else None)
    if done:
        again = after.replace("csv.reader", "«csv.reader", 1)
        assert parsed("text-wrapper", again, "_csv.Error", message) is None


@pytest.mark.parametrize(
    ("recipe", "source", "exception", "message"),
    [
        ("join-folder", "import os\r\nfor n in os.listdir('d'):\r\n\t«open(n)»  # é\r\n", "FileNotFoundError", ""),
        ("read-or-write", "with open('a') as f:\r\n\t«f.write(x)»  # é\r\n", "io.UnsupportedOperation", "not writable"),
        ("terminal-size", "import os\r\n«os.get_terminal_size()»  # é\r\n", "OSError", ""),
    ],
)
def test_text_around_is_kept(mends: Mends, recipe: str, source: str, exception: str, message: str) -> None:
    after = "\r\n\r\nif x:\r\n\t'ü'  # last"
    made = mends(recipe, "# é 'x'\r\n" + source + after, exception=exception, message=message, values={"path": "a"})
    assert made.text.startswith("# é 'x'\r\n")
    assert made.text.endswith("  # é\r\n" + after)
    assert made.text.count("\r\n") == made.text.count("\n")


# --- new-database, settings that lie elsewhere


_NO_DATABASE = "db file doesn't exist; use 'c' or 'n' flag to create a new db"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("dbm.open('s')", "dbm.open('s', \"c\")"),
        ("dbm.open('s', mode=0o600)", "dbm.open('s', mode=0o600, flag=\"c\")"),
        ("dbm.open('s', 'w')", "dbm.open('s', 'c')"),
        ("shelve.open('s', flag='r')", "shelve.open('s', flag='c')"),
        ("shelve.open('s', flag)", None),
        ("gdbm.open('s', 'w')", None),
    ],
)
def test_a_database_that_is_made(parsed: Parsed, before: str, after: str | None) -> None:
    source = f"with «{before}» as store:  # é\r\n\tstore['a'] = '1'\r\n"
    found = parsed("new-database", source, "dbm.error", _NO_DATABASE)
    assert found == (None if after is None else (unmarked(source).replace(before, after), True))


def test_a_database_that_is_only_read(parsed: Parsed) -> None:
    source = "store = «shelve.open('s', 'r')»\nprint(store['a'])\n"
    assert parsed("new-database", source, "dbm.error", _NO_DATABASE) is None


def test_settings_beside_the_program(mend: Apply, text_after: TextAfter) -> None:
    source = "import os\nc.read('a.ini')  # é\n«c.get('db', 'host')»\n"
    values = {"path": "a.ini", "beside": "/project/a.ini"}
    assert text_after("beside-program", source, exception="NoSectionError", values=values, anywhere=True) == unmarked(
        source
    ).replace("'a.ini'", "os.path.join(os.path.dirname(__file__), 'a.ini')")
    assert mend("beside-program", source, exception="NoSectionError", values=values) is None


# --- seek-as-bytes, text-stream


@pytest.mark.parametrize(
    ("opened", "read", "after"),
    [
        ("open('a')", "f.read()", ("open('a', 'rb')", "f.read().decode()")),
        ("open('a', 'r')", "f.readline()", ("open('a', 'rb')", "f.readline().decode()")),
        ("open('a', encoding='cp1252')", "f.read()", ("open('a', 'rb')", "f.read().decode('cp1252')")),
        ("open('a', 'r', encoding='utf-8')", "f.read()", ("open('a', 'rb')", "f.read().decode('utf-8')")),
        ("open('a')", "list(f)", None),
        ("open('a', 'r+')", "f.read()", None),
        ("open('a', newline='')", "1", None),
    ],
)
def test_positions_from_the_end(parsed: Parsed, opened: str, read: str, after: tuple[str, str] | None) -> None:
    source = "with {} as f:  # é\r\n\t«f.seek(-2, 2)»\r\n\tx = {}\r\n"
    message = "can't do nonzero end-relative seeks"
    found = parsed("seek-as-bytes", source.format(opened, read), "io.UnsupportedOperation", message)
    assert found == (None if after is None else (unmarked(source).format(*after), True))


@pytest.mark.parametrize(
    ("made", "use", "after"),
    [
        ("io.BytesIO()", "s.write('é')", "io.StringIO()"),
        ("tempfile.TemporaryFile()", "s.write('é')", 'tempfile.TemporaryFile("w+")'),
        ("NamedTemporaryFile(delete=False)", "s.write(x)", 'NamedTemporaryFile(delete=False, mode="w+")'),
        ("io.BytesIO(b'a')", "s.write('é')", None),
        ("io.BytesIO()", "s.write(b'a')\nsend(s)\ns.write('é')", None),
        ("tempfile.TemporaryFile('wb')", "s.write('é')", None),
        ("open('a', 'wb')", "s.write('é')", None),
    ],
)
def test_a_stream_of_text(parsed: Parsed, made: str, use: str, after: str | None) -> None:
    head, _, last = use.rpartition("\n")
    source = f"s = {made}  # é\n{head}\n«{last}»\n"
    found = parsed("text-stream", source, "TypeError", "a bytes-like object is required, not 'str'")
    assert found == (None if after is None else (unmarked(source).replace(made, after), True))


@pytest.mark.parametrize(
    ("source", "after", "sure"),
    [
        ('with open("a", "rb") as é:\n    «é.seek(-4)  # x\n', "é.seek(-4, os.SEEK_END)  # x", True),
        ('f = open("a", "rb")\nf.read(2)\n«f.seek(-1)\n', "f.seek(-1, os.SEEK_END)", False),
        ('f = open("a")\n«f.seek(-1)\n', None, True),
        ('f = open("a", "rb")\n«f.seek(-1, 1)\n', None, True),
        ('f = open("a", "rb")\n«f.seek(n)\n', None, True),
    ],
)
def test_a_negative_position_counts_from_the_end(mend: Apply, source: str, after: str | None, sure: bool) -> None:
    mended = mend("seek-end", source, exception="OSError", message="[Errno 22] Invalid argument")
    assert (mended is None) == (after is None)
    if mended is not None and after is not None:
        assert mended.text.startswith("import os\n")
        assert after in mended.text
        assert mended.mend.sure == sure
