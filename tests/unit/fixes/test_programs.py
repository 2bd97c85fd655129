"""Programs that fail, are mended by a recipe where their own output points, and are well."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import Mends, Program

Write = Callable[..., Program]

_ASCII = {"PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONIOENCODING": "utf-8"}

_CASES: list[tuple[str, str, str, dict[str, str], dict[str, Any], dict[str, str]]] = [
    (
        "retry",
        """
        import threading
        from pathlib import Path

        late = Path("late.txt")
        late.unlink(missing_ok=True)
        threading.Timer(0.2, late.write_text, ["here"]).start()
        text = late.read_text()  # another process brings it
        print(text)
        """,
        "here",
        {},
        {"exceptions": ["FileNotFoundError"], "attempts": 6, "backoff": 0.02},
        {},
    ),
    (
        "retry",
        """
        import os
        import threading

        def main():
            if os.path.exists("late.txt"):
                os.remove("late.txt")
            threading.Timer(0.2, open, ["late.txt", "x"]).start()
            with open("late.txt") as f, open(os.devnull) as g:
                print(f.read(), g.read(), "read")

        main()
        """,
        "read",
        {},
        {"exceptions": ["FileNotFoundError"], "attempts": 8, "backoff": 0.02},
        {},
    ),
    (
        "encoding",
        """
        from pathlib import Path

        Path("a.txt").write_bytes("é".encode())
        with open("a.txt") as f:
            text = f.read()
        print(text)
        """,
        "é",
        {},
        {},
        _ASCII,
    ),
    (
        "encoding",
        """
        from pathlib import Path

        Path("a.txt").write_text("é")
        print("written")
        """,
        "written",
        {},
        {},
        _ASCII,
    ),
    (
        "make-parent-folder",
        """
        def save(path):
            with open(path, "w") as f:
                f.write("x")

        save("out/deep/a.txt")
        print("saved")
        """,
        "saved",
        {},
        {},
        {},
    ),
    (
        "user-data-folder",
        """
        with open("/proc/settings.ini", "w") as f:  # the user's choice
            f.write("x")
        print("saved")
        """,
        "saved",
        {},
        {},
        {},
    ),
    (
        "add-import",
        """
        '''Doc.'''

        print(json.dumps([1]))
        """,
        "[1]",
        {},
        {"import": "import json"},
        {},
    ),
    ("spelling", "values = [1]\nprint(valeus[0])\n", "1", {"name": "valeus"}, {"to": "values"}, {}),
    ("spelling", 'c = {"host": 1}\nprint(c["hots"])\n', "1", {"key": "'hots'"}, {"to": "host"}, {}),
    ("spelling", "import jsn\nprint(jsn.dumps(1))\n", "1", {"name": "jsn"}, {"to": "json"}, {}),
    ("key-default", 'import os\nprint("[" + os.environ["NONE_SUCH"] + "]")\n', "[]", {}, {}, {}),
    (
        "key-default",
        "counts = {}\nfor word in 'a b a'.split():\n    counts[word] += 1\nprint(counts)\n",
        "{'a': 2, 'b': 1}",
        {},
        {},
        {},
    ),
    (
        "none-guard",
        """
        import re

        for line in ("a1", "-", "b2"):
            m = re.search(r"[0-9]", line)
            print(m.group(0))
        """,
        "1\n2",
        {"attribute": "group"},
        {"leave": "continue"},
        {},
    ),
    (
        "main-guard",
        """
        import multiprocessing

        multiprocessing.set_start_method("spawn", force=True)

        def work(number):
            print("work", number)

        # start one
        process = multiprocessing.Process(target=work, args=(3,))
        process.start()
        process.join()
        """,
        "work 3",
        {},
        {},
        {},
    ),
    (
        "await",
        """
        import asyncio

        async def fetch():
            print("fetched")

        async def main():
            fetch()
            print("done")

        asyncio.run(main())
        """,
        "fetched\ndone",
        {"coroutine": "fetch"},
        {},
        {},
    ),
    ("close-bracket", 'values = [1, 2]\nprint("sum", sum(values)\n', "sum 3", {}, {}, {}),
    ("close-bracket", "values = [\n    1,\n    2,\nprint(values)\n", "[1, 2]", {}, {}, {}),
    ("indent", "def f(a):\nb = a + 1\nreturn b\n\nprint(f(1))\n", "2", {}, {}, {}),
    ("indent", "x = 1\n  y = 2\nprint(y)\n", "2", {}, {}, {}),
    ("indent", "def f():\n    if 1:\n        x = 2\n   return x\n\nprint(f())\n", "2", {}, {}, {}),
    ("convert", 'n = 5\nprint("a" + str(1) + n)\n', "a15", {}, {"to": "str"}, {}),
    (
        "reuse-address",
        """
        import socket

        first = socket.create_server(("127.0.0.1", 0))
        port = first.getsockname()[1]
        client = socket.create_connection(("127.0.0.1", port))
        first.accept()[0].close()  # the server's side closes first: it waits
        first.close()
        client.close()
        second = socket.socket()
        second.bind(("127.0.0.1", port))
        print("bound")
        """,
        "bound",
        {},
        {},
        {},
    ),
]


@pytest.mark.parametrize(
    ("recipe", "source", "prints", "values", "arguments", "environment"),
    _CASES,
    ids=[f"{number}-{case[0]}" for number, case in enumerate(_CASES)],
)
def test_a_program_is_well_after_its_mend(
    program: Write,
    recipe: str,
    source: str,
    prints: str,
    values: dict[str, Any],
    arguments: dict[str, Any],
    environment: dict[str, str],
) -> None:
    if recipe in ("user-data-folder", "reuse-address") and sys.platform != "linux":
        pytest.skip("the failure of this program is Linux's")
    app = program(source, **environment)
    before = app.path.read_text(encoding="utf-8").splitlines()
    app.mend(recipe, values, **arguments)
    after = app.path.read_text(encoding="utf-8")
    done = app.run()
    assert (done.returncode, done.stderr) == (0, ""), after
    assert done.stdout.strip() == prints
    kept = [line.strip() for line in after.splitlines()]
    assert [line for line in before if line.lstrip().startswith("#") and line.strip() not in kept] == []


# --- the helper that atomic-write puts into a file


@pytest.fixture
def replace_file(mends: Mends) -> Any:
    """The helper, taken out of a mended text."""
    mended = mends("atomic-write", 'with «open("a", "w") as f:\n    pass\n', "PermissionError")
    namespace: dict[str, Any] = {}
    exec(mended.text[: mended.text.index("\nwith replace_file")], namespace)
    return namespace["replace_file"]


def test_the_file_is_replaced_whole_and_keeps_its_mode(tmp_path: Path, replace_file: Any) -> None:
    file = tmp_path / "a.txt"
    file.write_text("old")
    file.chmod(0o640)
    with replace_file(file, "w", encoding="utf-8", newline="\n") as f:
        f.write("new é\n")
        assert file.read_text() == "old"
    assert file.read_bytes() == "new é\n".encode()
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert os.listdir(tmp_path) == ["a.txt"]


def test_an_error_in_the_block_leaves_the_old_file(tmp_path: Path, replace_file: Any) -> None:
    file = tmp_path / "a.bin"
    file.write_bytes(b"old")

    def fail() -> None:
        with replace_file(str(file), "wb") as f:
            f.write(b"half")
            raise KeyError("x")

    with pytest.raises(KeyError):
        fail()
    assert file.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.bin"]


@pytest.mark.skipif(os.name != "posix", reason="symbolic links need a privilege on Windows")
def test_a_link_is_followed_and_a_new_file_has_the_usual_mode(tmp_path: Path, replace_file: Any) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "real" / "a.txt")
    usual = tmp_path / "usual"
    usual.write_text("")
    with replace_file(link) as f:
        f.write("x")
    assert link.is_symlink()
    assert (tmp_path / "real" / "a.txt").read_text() == "x"
    assert link.stat().st_mode == usual.stat().st_mode


@pytest.mark.skipif(os.name != "posix", reason="a pipe in a folder is POSIX's")
def test_a_pipe_is_written_and_not_replaced(tmp_path: Path, replace_file: Any) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    with replace_file(pipe) as f:
        f.write("through")
    reader.join(10)
    assert read == ["through"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only the superuser may give a file away")
def test_the_owner_is_kept(tmp_path: Path, replace_file: Any) -> None:
    file = tmp_path / "a.txt"
    file.write_text("old")
    os.chown(file, 65534, 65534)
    file.chmod(0o600)
    with replace_file(file) as f:
        f.write("new")
    assert (file.stat().st_uid, file.stat().st_gid, stat.S_IMODE(file.stat().st_mode)) == (65534, 65534, 0o600)


def test_the_replace_is_tried_again_for_a_bounded_time(
    tmp_path: Path, replace_file: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("old")
    real, tries, slept = os.replace, [], []

    def held(source: str, target: str) -> None:  # as Windows answers while another handle is open
        tries.append(source)
        if len(tries) < 3:
            raise PermissionError(13, "Access is denied", target)
        real(source, target)

    monkeypatch.setattr(os, "replace", held)
    monkeypatch.setattr(time, "sleep", slept.append)
    with replace_file(file) as f:
        f.write("new")
    assert file.read_text() == "new"
    assert slept == [0.05, 0.1]

    def refused(source: str, target: str) -> None:
        raise PermissionError(13, "Access is denied", target)

    monkeypatch.setattr(os, "replace", refused)
    slept.clear()

    def fail() -> None:
        with replace_file(file) as f:
            f.write("never")

    with pytest.raises(PermissionError):
        fail()
    assert sum(slept) < 2
    assert file.read_text() == "new"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_checker_accepts_what_the_guard_leaves(mends: Mends, tmp_path: Path) -> None:
    source = (
        "import re\n\n\ndef version(text: str) -> str:\n    m = re.match(r'v(\\d+)', text)\n    return m.«group(1)\n"
    )
    mended = mends("none-guard", source, None, values={"attribute": "group"})
    file = tmp_path / "a.py"

    def check(text: str) -> str:
        file.write_text(text)
        command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--cache-dir", os.devnull, file.name]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False).stdout

    assert "union-attr" in check(source.replace("«", ""))
    assert "Success" in check(mended.text)
