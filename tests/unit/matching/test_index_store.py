import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tracemend.matching import store
from tracemend.matching.store import Stored, Unreadable

HEAD = {
    "ids": ("a.one", "b.two"),
    "pair": {"two words": (0, 1)},
    "nothing": None,
    "text": "Zeichen, знаки, 文字, \ud800",
}
RECORDS = [(0, 1, True, "same text", ("same text",), None, -1, 2**40), (1, 0, False, "", (), "x" * 300, 0, 0)]
WORDS = {"same": (0, 1), **{f"word{number}": (number,) for number in range(200)}}
BODIES = [{"id": "a.one", "nested": [{"key": [1, 2.5, None, True]}]}, {"id": "b.two", "text": "é" * 1000}]


def written() -> bytes:
    return store.write("the stamp", HEAD, RECORDS, WORDS, BODIES)


def test_what_was_written_is_read() -> None:
    stored = Stored.of_bytes(written())
    assert stored.stamp == "the stamp"
    assert {key: stored.head[key] for key in HEAD} == HEAD
    assert [stored.record(number) for number in range(2)] == RECORDS
    assert {word: stored.word(word) for word in WORDS} == WORDS
    assert stored.word("none") is None
    assert [stored.body(number) for number in range(2)] == BODIES


def test_a_pack_without_entries() -> None:
    assert Stored.of_bytes(store.write("", {}, [], {}, [])).stamp == ""


@pytest.mark.parametrize("length", [0, 4, 8, 15, 16, 40, 200])
def test_a_torn_file_is_refused(length: int) -> None:
    with pytest.raises(Unreadable):
        Stored.of_bytes(written()[:length])


def test_no_flipped_byte_is_unmarshalled() -> None:
    data = written()
    body = data.index("é".encode() * 10)
    for at in range(len(data)):
        broken = bytearray(data)
        broken[at] ^= 0x55
        try:
            stored = Stored.of_bytes(bytes(broken))
        except Unreadable:
            continue
        try:
            words = [stored.word(word) for word in WORDS]
            read = (words, *([part(number) for number in range(2)] for part in (stored.record, stored.body)))
        except Unreadable:
            continue
        pytest.fail(f"byte {at} of {len(data)} (bodies at about {body}) was changed unseen: {read!r:.200}")


def test_a_foreign_file_is_refused() -> None:
    for data in (b"SQLite format 3\0" * 100, b"TMINDEX0" + written()[8:], os.urandom(4096)):
        with pytest.raises(Unreadable):
            Stored.of_bytes(data)


def test_a_table_that_claims_to_be_huge_is_not_read() -> None:
    class Counting(io.BytesIO):
        asked = 0

        def read(self, size: int | None = -1, /) -> bytes:
            Counting.asked = max(Counting.asked, size or 0)
            return super().read(size)

    with pytest.raises(Unreadable):
        Stored(Counting(store.MAGIC + b"\xff" * 100))
    assert Counting.asked < 1 << 20


def _other_pythons() -> list[str]:
    found = []
    roots = [Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"]
    for root in roots:
        found += sorted(map(str, root.glob("3.1*/bin/python")))
    return found


@pytest.mark.parametrize("python", _other_pythons() or [sys.executable])
def test_other_pythons_read_it_and_this_one_reads_theirs(python: str, tmp_path: Path) -> None:
    """`marshal` 4 is the same in all; interned and shared texts are what differs between writers."""
    server = Path(store.__file__).parents[2]
    mine, theirs = tmp_path / "mine", tmp_path / "theirs"
    mine.write_bytes(written())
    program = (
        "import sys, importlib.util, ast\n"
        "spec = importlib.util.spec_from_file_location('store', sys.argv[1])\n"
        "store = importlib.util.module_from_spec(spec); spec.loader.exec_module(store)\n"
        "read = store.Stored(open(sys.argv[2], 'rb'))\n"
        "records = [read.record(n) for n in range(2)]; bodies = [read.body(n) for n in range(2)]\n"
        "words = {word: read.word(word) for word in ast.literal_eval(sys.argv[4])}\n"
        "print(ascii((read.head['ids'], read.head['text'], records, words, bodies)))\n"
        "open(sys.argv[3], 'wb').write(store.write(read.stamp, read.head, records, words, bodies))\n"
    )
    file = server / "tracemend" / "matching" / "store.py"
    done = subprocess.run(
        [python, "-I", "-c", program, str(file), str(mine), str(theirs), ascii(list(WORDS))],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ascii((HEAD["ids"], HEAD["text"], RECORDS, WORDS, BODIES))
    back = Stored.of_bytes(theirs.read_bytes())
    assert [back.record(number) for number in range(2)] == RECORDS
    assert [back.body(number) for number in range(2)] == BODIES
