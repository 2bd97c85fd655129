"""Paths of other machines and files of the workspace.

Texts with `/app` and `/builds` are what Python 3.11.7, mypy 2.4.1, flake8 7.5.0 and `faulthandler` printed in such
folders; those of Windows are the same with the paths of a GitHub runner (`D:\\a\\NAME\\NAME`), not provoked there.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from tracemend.context import Context, Origin
from tracemend.reading.report import ErrorReport, Frame, Span
from tracemend.reading.scanner import read_text
from tracemend.source.listing import WorkspaceFiles
from tracemend.source.place import Place, locate

JOBS = '''\
"""Nightly jobs."""
import faulthandler
import json


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def crash():
    faulthandler._sigabrt()


def total(rows: list[int]) -> str:
    return sum(rows)
'''

TRACEBACK = """\
Traceback (most recent call last):
  File "/app/main.py", line 3, in <module>
    print(load("rows.json"))
          ^^^^^^^^^^^^^^^^^
  File "/app/shop/jobs.py", line 7, in load
    with open(path, encoding="utf-8") as file:
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
FileNotFoundError: [Errno 2] No such file or directory: 'rows.json'
"""

MYPY = """\
shop/jobs.py:16: error: Incompatible return value type (got "int", expected "str")  [return-value]
Found 1 error in 1 file (checked 1 source file)
"""

FLAKE8 = "/builds/group/shop-ci/shop/jobs.py:7:21: E501 line too long (46 > 20 characters)\n"


def write(root: Path, *paths: str, text: str = JOBS) -> None:
    for path in paths:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def context(root: Path, origin: Origin = "elsewhere") -> Context:
    return Context(origin, folder=str(root), roots=(str(root),), system="linux", listing=WorkspaceFiles())


def place(text: str, root: Path, origin: Origin = "elsewhere") -> Place:
    report = [report for block in read_text(text) for report in block][-1]
    found = locate(report, context(root, origin))
    assert found is not None
    return found


def of_frame(frame: Frame, root: Path, origin: Origin = "elsewhere") -> str | None:
    """The file that a report on this frame has, below the root."""
    found = locate(
        ErrorReport("python", "error", "ValueError", "x", Span(1, 3), (frame,), frame), context(root, origin)
    )
    assert found is not None
    return None if found.file is None else Path(found.file).relative_to(root).as_posix()


@pytest.mark.parametrize("origin", ["here", "elsewhere", "unknown"])
@pytest.mark.parametrize(
    "path",
    [
        "/app/shop/jobs.py",
        "/home/runner/work/shop/shop/src/shop/jobs.py",
        "D:\\a\\shop\\shop\\src\\shop\\jobs.py",
        "d:/a/shop/shop/SRC/SHOP/Jobs.py",
        "/builds/group/proj/src/shop/jobs.py",
        "/Users/anna/proj/src/shop/jobs.py",
        "~/proj/src/shop/jobs.py",
        "\\\\server\\share\\shop\\jobs.py",
        "...\\shop\\jobs.py",
        ".../shop/jobs.py",
        "../shop/jobs.py",
        "shop\\jobs.py",
        "app.zip/shop/jobs.py",
        "file:///app/shop/jobs.py",
        '"/app/shop/jobs.py"',
        "/elsewhere/jobs.py",
        "jobs.py",
    ],
)
def test_a_traceback_of_another_machine(path: str, origin: Origin, tmp_path: Path) -> None:
    write(tmp_path, "src/shop/jobs.py")
    frame = Frame(path, 7, "load", 'with open(path, encoding="utf-8") as file:')
    assert of_frame(frame, tmp_path, origin) == "src/shop/jobs.py"


def test_read_and_located(tmp_path: Path) -> None:
    write(tmp_path, "src/shop/jobs.py", "src/shop/other.py", "src/shop/__init__.py")
    found = place(TRACEBACK, tmp_path)
    assert (found.file, found.line, found.column) == (str(tmp_path / "src/shop/jobs.py"), 7, 10)
    assert found.statement is not None
    windows = TRACEBACK.replace("/app/shop/jobs.py", "D:\\a\\shop\\shop\\shop\\jobs.py")
    assert place(windows, tmp_path).file == str(tmp_path / "src/shop/jobs.py")


def test_the_longest_end_wins(tmp_path: Path) -> None:
    write(tmp_path, "old/shop/jobs.py", "src/shop/jobs.py", "jobs.py")
    frame = Frame("/app/src/shop/jobs.py", 7, "load", 'with open(path, encoding="utf-8") as file:')
    assert of_frame(frame, tmp_path) == "src/shop/jobs.py"


def test_of_several_the_one_that_has_the_line(tmp_path: Path) -> None:
    write(tmp_path, "one/shop/jobs.py", "two/shop/jobs.py")
    assert place(TRACEBACK, tmp_path).file is None, "both have it"
    write(tmp_path, "one/shop/jobs.py", text="x = 1\n" * 9)
    assert place(TRACEBACK, tmp_path).file == str(tmp_path / "two/shop/jobs.py")


def test_another_text_is_another_file(tmp_path: Path) -> None:
    write(tmp_path, "src/shop/jobs.py", text="x = 1\n" * 20)
    for origin in ("here", "elsewhere"):
        found = place(TRACEBACK, tmp_path, origin)
        assert (found.path, found.file, found.line, found.source) == ("/app/shop/jobs.py", None, 7, None)


def test_edited_since(tmp_path: Path) -> None:
    """A container run from this terminal: the file may have moved on. Of an unknown machine nothing is guessed."""
    write(tmp_path, "src/shop/jobs.py", text="# new\n" + JOBS)
    assert place(TRACEBACK, tmp_path, "here").line == 8
    assert place(TRACEBACK, tmp_path, "elsewhere").file is None
    bare = TRACEBACK.replace("/app/shop/jobs.py", "/app/jobs.py")
    assert place(bare, tmp_path, "here").file is None, "the name alone is not enough for it"


def test_what_exists_as_printed_is_taken(tmp_path: Path) -> None:
    write(tmp_path, "work/shop/jobs.py", "outside/shop/jobs.py")
    frame = Frame(str(tmp_path / "outside/shop/jobs.py"), 7, "load", 'with open(path, encoding="utf-8") as file:')
    report = ErrorReport("python", "error", "ValueError", "x", Span(1, 3), (frame,), frame)
    found = locate(report, context(tmp_path / "work", "here"))
    assert found is not None
    assert found.file == str(tmp_path / "outside/shop/jobs.py")


def test_packages_are_no_files_of_the_workspace(tmp_path: Path) -> None:
    write(tmp_path, "src/shop/jobs.py", "src/requests/api.py", "json/decoder.py")
    source = 'with open(path, encoding="utf-8") as file:'
    for path in (
        "/app/.venv/lib/python3.12/site-packages/requests/api.py",
        "...\\site-packages\\shop\\jobs.py",
        "/usr/lib/python3.11/json/decoder.py",
        "<frozen shop.jobs>",
    ):
        assert of_frame(Frame(path, 7, "load", source), tmp_path) is None, path


def test_checkers_print_no_source(tmp_path: Path) -> None:
    write(tmp_path, "shop/jobs.py")
    for text in (MYPY, FLAKE8):
        for origin in ("here", "elsewhere"):
            assert place(text, tmp_path, origin).file == str(tmp_path / "shop/jobs.py")
    assert place(MYPY.replace(":16:", ":160:"), tmp_path).file is None


def test_a_checker_in_a_folder_of_the_workspace(tmp_path: Path) -> None:
    write(tmp_path, "services/shop/jobs.py")
    assert place(MYPY, tmp_path, "here").file == str(tmp_path / "services/shop/jobs.py"), (
        "relative, and fits as a whole"
    )
    assert place(FLAKE8, tmp_path).file is None, "half a path of another machine"
    write(tmp_path, "backup/shop/jobs.py")
    assert place(MYPY, tmp_path, "here").file is None, "two files"


def test_a_name_alone_needs_the_line(tmp_path: Path) -> None:
    write(tmp_path, "src/jobs.py")
    for path in ("jobs.py", "/builds/group/jobs.py"):
        assert of_frame(Frame(path, 16), tmp_path) is None
        assert of_frame(Frame(path, 16, "total", "return sum(rows)"), tmp_path) == "src/jobs.py"


def test_the_workspaces_own_name_counts(tmp_path: Path) -> None:
    root = tmp_path / "proj"
    write(root, "jobs.py")
    for path, file in (("/builds/group/proj/jobs.py", "jobs.py"), ("/builds/group/other/jobs.py", None)):
        assert of_frame(Frame(path, 16), root) == file


def test_the_function_has_to_be_the_one(tmp_path: Path) -> None:
    """`faulthandler` of Python 3.11 prints `File "/app/shop/jobs.py", line 12 in crash` and no source."""
    write(tmp_path, "shop/jobs.py")
    assert of_frame(Frame("/app/shop/jobs.py", 12, "crash"), tmp_path) == "shop/jobs.py"
    assert of_frame(Frame("/app/shop/jobs.py", 12, "load"), tmp_path) is None


def test_case_counts_where_it_was_printed_by_a_system_that_heeds_it(tmp_path: Path) -> None:
    write(tmp_path, "src/shop/Jobs.py")
    assert place(TRACEBACK, tmp_path).file is None
    assert place(TRACEBACK.replace("/app/shop/jobs.py", "C:\\app\\SHOP\\jobs.py"), tmp_path).file is not None


def test_the_folder_that_the_output_names(tmp_path: Path) -> None:
    """`make[1]: Entering directory '/app/services/one'`, then paths from there."""
    write(tmp_path, "services/one/jobs.py", "services/two/jobs.py")
    frame = Frame("jobs.py", 16)
    report = ErrorReport("mypy", "error", None, "x", Span(1, 1), (frame,), frame, folder="/app/services/one")
    found = locate(report, context(tmp_path))
    assert found is not None
    assert found.file == str(tmp_path / "services/one/jobs.py")


def test_without_a_listing_nothing_is_looked_for(tmp_path: Path) -> None:
    write(tmp_path, "src/shop/jobs.py")
    frame = Frame("/app/shop/jobs.py", 16, "total", "return sum(rows)")
    report = ErrorReport("python", "error", "ValueError", "x", Span(1, 3), (frame,), frame)
    found = locate(report, Context("elsewhere", roots=(str(tmp_path),)))
    assert found is not None
    assert found.file is None


def test_a_thousand_reports_in_a_large_workspace(tmp_path: Path) -> None:
    """Milliseconds a report; the listing itself is made once."""
    for number in range(200):
        write(tmp_path, f"pkg{number}/__init__.py", *(f"pkg{number}/mod{file}.py" for file in range(9)))
    known = context(tmp_path)

    def seconds(path: str) -> float:
        begun = time.perf_counter()
        for number in range(1000):
            frame = Frame(path.format(number % 200), 7, "load", 'with open(path, encoding="utf-8") as file:')
            report = ErrorReport("python", "error", "ValueError", "x", Span(1, 3), (frame,), frame)
            locate(report, known)
        return time.perf_counter() - begun

    assert seconds("/app/pkg{}/mod3.py") < 3
    assert seconds("/app/pkg{}/nothing.py") < 1
    assert seconds("/app/other{}/__init__.py") < 3
