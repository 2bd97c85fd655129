"""The fact that looks at a file's bytes for their encoding."""

from __future__ import annotations

from pathlib import Path

import pytest
from tracemend.evidence.encoding import encoding_of

from .conftest import look

_FAILED = "'utf-8' codec can't decode byte 0xe9 in position 3: invalid continuation byte"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("café".encode("latin-1"), "latin-1"),
        ("“café” – 3 €".encode("cp1252"), "cp1252"),
        ("café".encode(), "utf-8"),
        ("café".encode("utf-8-sig"), "utf-8-sig"),
        ("café".encode("utf-16"), "utf-16"),
        (b"\xff\xfea", None),
        (b"\x89PNG\r\n\x1a\n\x00\x00", None),
        (b"\x81\x8d\xff\xf7\xd7\xa4", None),
    ],
)
def test_the_encoding_of_bytes(data: bytes, encoding: str | None) -> None:
    assert encoding_of(data) == encoding


@pytest.mark.parametrize(
    "source",
    [
        'text = open("menu.txt", encoding="utf-8").read()\n',
        'from pathlib import Path\ntext = Path("menu.txt").read_text("utf-8")\n',
        'NAME = "menu.txt"\ntext = open(NAME).read()\n',
        'f = open("menu.txt")\ntext = f.read()\n',
        'with open("menu.txt") as f:\n    text = f.read()\n',
        'import pandas as pd\ntext = pd.read_csv("menu.txt")\n',
    ],
)
def test_the_file_that_a_statement_reads(tmp_path: Path, source: str) -> None:
    (tmp_path / "menu.txt").write_bytes(b"caf\xe9\n")
    program = tmp_path / "app.py"
    program.write_text(source, "utf-8")
    line = len(source.splitlines())
    found = look("text-encoding", folder=tmp_path, source=program, line=line, message=_FAILED)
    assert found.holds is True
    assert found.values == {"encoding": "cp1252", "certain": "yes"}
    assert found.seen == "menu.txt is cp1252, as its bytes look."


def test_what_is_not_known(tmp_path: Path) -> None:
    (tmp_path / "menu.txt").write_bytes("é".encode())
    program = tmp_path / "app.py"
    program.write_text('text = open("menu.txt").read()\n', "utf-8")
    assert look("text-encoding", folder=tmp_path, source=program, message=_FAILED).holds is False
    assert look("text-encoding", folder=tmp_path, source=program, message="").holds is None
    (tmp_path / "menu.txt").unlink()
    assert look("text-encoding", folder=tmp_path, source=program, message=_FAILED).holds is None
    program.write_text("text = open(name).read()\n", "utf-8")
    assert look("text-encoding", folder=tmp_path, source=program, message=_FAILED).holds is None


def test_a_path_that_is_put_together(tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "a.csv").write_bytes(b"\xef\xbb\xbfname,n\nA,1\n")
    program = tmp_path / "app.py"
    program.write_text(
        "import os, csv\nfrom pathlib import Path\n"
        "def rows(path):\n    with open(path) as f:\n        return list(csv.DictReader(f))\n"
        "for row in rows(os.path.join(os.path.dirname(__file__), 'd', 'a.csv')):\n    print(row['name'])\n"
    )
    found = look("begins-with-mark", "'name'", folder=tmp_path, source=program, line=7)
    assert found.holds is True
    assert look("begins-with-mark", "'n'", folder=tmp_path, source=program, line=7).holds is False
    for path in (
        "Path(__file__).parent / 'd' / 'a.csv'",
        "Path('d').joinpath('a.csv').resolve()",
        "str(Path('d/a.csv'))",
    ):
        program.write_text(f"from pathlib import Path\nP = {path}\nprint(open(P).read()['name'])\n")
        assert look("begins-with-mark", "'name'", folder=tmp_path, source=program, line=3).holds is True
    program.write_text("print(open('d/b.csv').read()['name'])\n")
    assert look("begins-with-mark", "'name'", folder=tmp_path, source=program, line=1).holds is None


def test_a_program_that_changes_its_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    program = tmp_path / "app.py"
    program.write_text("import os\nos.chdir('/')\nopen('a.txt')\n")
    found = look(
        "path-relative-elsewhere", "a.txt", folder=tmp_path, source=program, line=3, captures={"path": "a.txt"}
    )
    assert found.values == {"beside": str(tmp_path / "a.txt")}


def test_names_that_lack_an_ending_or_have_other_capitals(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    for name in ("notes.txt", "data/x.csv"):
        (tmp_path / name).write_text("x")
    for asked, similar in (("notes", "notes.txt"), ("Data/X.csv", "data/x.csv")):
        found = look("path-like-name", asked, folder=tmp_path, captures={"path": asked})
        assert found.values == {"similar": similar}
    assert look("path-like-name", "data/*.csv", folder=tmp_path, captures={"path": "data/*.csv"}).holds is None
    (tmp_path / "notes.md").write_text("x")
    assert look("path-like-name", "notes", folder=tmp_path, captures={"path": "notes"}).holds is False


def test_settings_that_lie_beside_the_program(tmp_path: Path) -> None:
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "a.ini").write_text("[db]\n")
    program = tmp_path / "app" / "app.py"
    program.write_text("import configparser\nc.read('a.ini')\nc.get('db', 'host')\n")
    found = look("settings-elsewhere", "db", folder=tmp_path, source=program, line=3)
    assert found.values == {"beside": str(tmp_path / "app" / "a.ini"), "path": "a.ini"}


_CLASS = (
    "from pathlib import Path\nclass A:\n    def __init__(self, path):\n        self.path = path\n"
    "    def load(self):\n        with open(self.path, encoding='utf-8') as f:\n            return f.read()\n"
    "for path in sorted(Path('in').glob('*.txt')):\n    A(path).load()\n"
)
_POOL = (
    "def load(path):\n    with open(path, encoding='utf-8') as f:\n        return f.read()\n"
    "from glob import glob\nfrom multiprocessing import Pool\nPool().map(load, glob('in/*.txt'))\n"
)


@pytest.mark.parametrize(("source", "line"), [(_CLASS, 7), (_POOL, 3)])
@pytest.mark.parametrize(
    ("texts", "encoding"),
    [
        ((b"caf\xe9 \x93x\x94", b"plain"), "cp1252"),
        ((b"caf\xe9 \x93x\x94", b"\xe9t\xe9"), "cp1252"),
        ((b"caf\xe9", "é".encode()), None),
        ((b"plain", b"text"), None),
    ],
)
def test_every_file_that_a_function_may_open(
    tmp_path: Path, source: str, line: int, texts: tuple[bytes, ...], encoding: str | None
) -> None:
    (tmp_path / "in").mkdir()
    for number, data in enumerate(texts):
        (tmp_path / "in" / f"{number}.txt").write_bytes(data)
    (tmp_path / "other.txt").write_text("à", "utf-8")
    program = tmp_path / "app.py"
    program.write_text(f"{source}open('other.txt')\n")
    message = "'utf-8' codec can't decode byte 0xe9 in position 3: invalid continuation byte"
    finding = look("text-encoding", folder=tmp_path, source=program, message=message, line=line)
    assert (finding.values.get("encoding") if finding.holds else None) == encoding
