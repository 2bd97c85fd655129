"""Folders that outputs name: GNU Make 4.3, ninja 1.11.1, tox 4.67, nox 2026.10, pytest 9.2; mypy 2.4.1 ran in them."""

from __future__ import annotations

import pytest
from tracemend.reading.folders import Folders
from tracemend.reading.marks import marked
from tracemend.reading.scanner import Scanner, read_text

ERROR = 'shop/jobs.py:16: error: Incompatible return value type (got "int", expected "str")  [return-value]\n'

MAKE = f"""\
make -C sub check
make[1]: Entering directory '/home/dev/proj/sub'
python3 -m compileall -q shop;  mypy shop/jobs.py
{ERROR}Found 1 error in 1 file (checked 1 source file)
make[1]: Leaving directory '/home/dev/proj/sub'
"""

PYTEST = """\
============================= test session starts ==============================
platform linux -- Python 3.11.7, pytest-9.2.0, pluggy-1.7.0
rootdir: /home/dev/proj/sub
configfile: pytest.ini
collected 1 item

test_jobs.py F                                                           [100%]

=================================== FAILURES ===================================
__________________________________ test_load ___________________________________
test_jobs.py:5: in test_load
    assert load("none.json") == {}
           ^^^^^^^^^^^^^^^^^
../shop/jobs.py:7: in load
    with open(path, encoding="utf-8") as file:
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
E   FileNotFoundError: [Errno 2] No such file or directory: 'none.json'
=========================== short test summary info ============================
FAILED test_jobs.py::test_load - FileNotFoundError: [Errno 2] No such file or...
============================== 1 failed in 0.04s ===============================
"""


@pytest.mark.parametrize(
    ("line", "folder"),
    [
        ("make[1]: Entering directory '/home/dev/proj/sub'", "/home/dev/proj/sub"),
        ("gmake[2]: Entering directory `/home/dev/proj/sub'", "/home/dev/proj/sub"),
        ("ninja: Entering directory `build'", "build"),
        ("py: commands[0] /home/dev/proj/tests> python -m pytest", "/home/dev/proj/tests"),
        ("nox > cd sub", "sub"),
        ("rootdir: /home/dev/proj", "/home/dev/proj"),
        ("rootdir: /home/dev/my proj, configfile: pytest.ini", "/home/dev/my proj"),
        ("rootdir: /home/dev/proj, inifile: setup.cfg", "/home/dev/proj"),
        ("2024-05-01T10:00:00.1234567Z make[1]: Entering directory '/x'", "/x"),
        ("py: commands[0]> python -m pytest", None),
        ("  rootdir: /home/dev/proj", None),
        ("echo make: Entering directory '/x'", None),
        ("INFO: rootdir: /home/dev/proj", None),
    ],
)
def test_lines(line: str, folder: str | None) -> None:
    folders = Folders()
    folders.see(line)
    assert folders.now == folder
    assert folder is None or marked(line), "else the reader never sees it"


def test_one_inside_the_other() -> None:
    folders = Folders()
    seen = []
    for line in (
        "make[1]: Entering directory '/a'",
        "make[2]: Entering directory '/a/b'",
        "make[2]: Leaving directory '/a/b'",
        "make[1]: Leaving directory '/elsewhere'",
        "make[1]: Leaving directory '/a'",
        "make[1]: Leaving directory '/a'",
    ):
        folders.see(line)
        seen.append(folders.now)
    assert seen == ["/a", "/a/b", "/a", "/a", None, None]


def test_a_hostile_output_is_bounded() -> None:
    folders = Folders()
    for number in range(100_000):
        folders.see(f"make[1]: Entering directory '/{number}'")
    assert folders.now == "/99999"


def test_reports_carry_the_folder() -> None:
    inside, outside = [report.folder for block in read_text(MAKE + ERROR) for report in block]
    assert (inside, outside) == ("/home/dev/proj/sub", None)
    assert {report.folder for block in read_text(PYTEST) for report in block} == {"/home/dev/proj/sub"}
    assert [report.folder for block in read_text(ERROR) for report in block] == [None]


@pytest.mark.parametrize("text", [MAKE + ERROR, PYTEST])
def test_however_it_is_cut(text: str) -> None:
    whole = read_text(text)
    for at in range(0, len(text), 7):
        scanner = Scanner()
        assert scanner.feed(text[:at]) + scanner.feed(text[at:]) + scanner.close() == whole
