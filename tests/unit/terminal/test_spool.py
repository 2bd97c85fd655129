"""The spool: what is written is what is read, bounded in size, number and age."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tracemend.terminal import spool
from tracemend.terminal.spool import Record, Tail

RECORD = Record(
    folder=os.path.abspath("work"),
    command="python app.py",
    shell="bash",
    exit=1,
    done=True,
    time=1_700_000_000.0,
    text="ValueError: \x1b[31mnö\x1b[0m \U0001f40d\r\n",
    run="1",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "spool"


def only(folder: Path) -> Record | None:
    """The only record of a spool."""
    (name,) = spool.entries(folder)
    return spool.read(folder, name)


@pytest.mark.parametrize(
    "record",
    [
        RECORD,
        RECORD._replace(command=None, shell=None, exit=None, done=False, skipped=7, paused=False),
        RECORD._replace(folder=os.path.abspath("a\udcff b"), command="python \udce9.py", text="\udcff"),
        RECORD._replace(text="\x1b" * spool.MAX_TEXT),
    ],
)
def test_what_is_written_is_read(folder: Path, record: Record) -> None:
    assert spool.write(record, folder)
    assert only(folder) == record


def test_the_same_folder_and_command_line_have_one_record(folder: Path) -> None:
    for record in (RECORD, RECORD._replace(exit=0), RECORD._replace(command=None), RECORD._replace(command="")):
        spool.write(record, folder)
    assert len(spool.entries(folder)) == 2
    spool.write(RECORD._replace(folder=os.path.abspath("other")), folder)
    assert len(spool.entries(folder)) == 3


def test_another_stamp_for_another_record_of_the_same_size(folder: Path) -> None:
    spool.write(RECORD, folder)
    before = spool.entries(folder)
    spool.write(RECORD._replace(run="2"), folder)
    assert spool.entries(folder) != before


def test_only_so_many_are_kept_and_none_that_is_old(folder: Path) -> None:
    for number in range(spool.MAX_RECORDS + 5):
        spool.write(RECORD._replace(command=str(number)), folder)
        os.utime(folder / spool.name_of(RECORD.folder, str(number)), (time.time() - 1000 + number,) * 2)
    spool.write(RECORD, folder)
    names = spool.entries(folder)
    assert len(names) == spool.MAX_RECORDS
    assert spool.name_of(RECORD.folder, "0") not in names
    for name in list(names)[:10]:
        os.utime(folder / name, (time.time() - spool.MAX_AGE - 60,) * 2)
    (folder / f"{'a' * 32}.left.tmp").write_text("", encoding="utf-8")
    os.utime(folder / f"{'a' * 32}.left.tmp", (0, 0))
    (folder / "a file of the user's").write_text("", encoding="utf-8")
    os.utime(folder / "a file of the user's", (0, 0))
    spool.write(RECORD, folder)
    assert len(spool.entries(folder)) in (spool.MAX_RECORDS - 10, spool.MAX_RECORDS - 9)
    assert (folder / "a file of the user's").exists()
    assert not list(folder.glob("*.tmp"))


def test_a_reader_sees_a_whole_record_at_any_time(folder: Path) -> None:
    import threading

    texts = ["a" * 300_000 + "\n", "b" * 300_000 + "\n"]
    spool.write(RECORD._replace(text=texts[0]), folder)
    over = threading.Event()

    def write() -> None:
        for number in range(60):
            spool.write(RECORD._replace(text=texts[number % 2]), folder)
        over.set()

    writer = threading.Thread(target=write)
    writer.start()
    seen = []
    while not over.is_set():
        record = only(folder)
        if record is not None:
            seen.append(record.text)
    writer.join()
    assert seen
    assert set(seen) <= set(texts)


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX")
@pytest.mark.parametrize("mode", [0o777, 0o770, 0o702])
def test_a_folder_that_others_may_write_to_is_left_alone(folder: Path, mode: int) -> None:
    spool.write(RECORD, folder)
    folder.chmod(mode)
    assert not spool.write(RECORD._replace(command="x"), folder)
    assert spool.entries(folder) == {}


def test_what_is_no_folder_is_no_spool(tmp_path: Path) -> None:
    assert spool.entries(tmp_path / "none") == {}
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert not spool.write(RECORD, tmp_path / "file")
    assert not spool.write(RECORD, tmp_path / "file" / "below")
    assert spool.entries(tmp_path / "file") == {}


@given(st.lists(st.text(alphabet="ab\n", max_size=12), max_size=40), st.integers(1, 30))
def test_a_tail_is_the_texts_end_from_a_lines_begin(pieces: list[str], most: int) -> None:
    tail, whole = Tail(most), "".join(pieces)
    for piece in pieces:
        tail.add(piece)
    kept = tail.text()
    assert len(kept) <= most
    assert whole[tail.skipped :] == kept
    if 0 < tail.skipped < len(whole) and "\n" in whole[-most:-1]:
        assert whole[tail.skipped - 1] == "\n"


def test_a_tail_holds_no_more_than_it_must() -> None:
    tail = Tail(1000)
    for _ in range(10_000):
        tail.add("line\n")
    held: Callable[[], int] = lambda: sum(map(len, tail._pieces))  # noqa: E731
    assert held() <= 2000
