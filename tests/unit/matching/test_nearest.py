from __future__ import annotations

from collections.abc import Collection, Sequence

from tracemend.knowledge.model import Entry, Signature
from tracemend.matching.nearest import MAX_ENTRIES, nearest, postings, words

ENTRIES = [
    Entry("refused", title="Connection refused by {host}", summary="Nothing listens on the port.",
          match=(Signature(exception=("ConnectionRefusedError",), errno=(111,)),),
          searches=("python cannot connect to localhost",)),
    Entry("in-use", title="Address already in use", summary="Another program listens on the port.",
          match=(Signature(exception=("OSError",), errno=(98,), message="Address already in use"),)),
    Entry("encoding", title="The file is not UTF-8", summary="Bytes cannot be decoded.",
          match=(Signature(exception=("UnicodeDecodeError",), message=r"'(?P<codec>\S+)' codec can't decode byte.+"),)),
    Entry("module", title="No module named {name}", summary="The import finds no such module.",
          match=(Signature(exception=("ModuleNotFoundError",), message="No module named '(?P<name>.+)'"),)),
    Entry("key", title="KeyError: {key}", summary="The dictionary has no such key.",
          match=(Signature(exception=("KeyError",)),)),
]  # fmt: skip


class Pack:
    """The words of entries, of which those with the numbers `used` are in use."""

    def __init__(self, entries: Sequence[Entry], used: Collection[int]) -> None:
        self._words, self.lengths = postings(entries)
        self._used = used

    def posting(self, word: str) -> Sequence[int]:
        return self._words.get(word, ())

    def uses(self, number: int) -> bool:
        return number in self._used


PACK = Pack(ENTRIES, range(len(ENTRIES)))


def found(text: str, count: int = 3) -> list[str]:
    return [ENTRIES[number].id for _, number in nearest([PACK], text, count)]


def test_the_most_like_comes_first() -> None:
    assert (
        found("psycopg2.OperationalError connection to server at localhost, port 5432 failed: refused")[0] == "refused"
    )
    assert found("bind: address in use")[0] == "in-use"
    assert found("codec cannot decode these bytes")[0] == "encoding"


def test_no_telling_word_no_entry() -> None:
    assert found("") == []
    assert found("the error is not in this file") == []
    assert found("zebra quagga okapi") == []


def test_one_word_of_a_long_message_is_not_likeness() -> None:
    assert found("zebra quagga okapi gnu eland kudu oryx bongo nyala dik sable topi port lechwe puku") == []


def test_entries_that_are_not_in_use_are_left_out() -> None:
    assert nearest([Pack(ENTRIES, ())], "connection refused", 3) == []
    assert nearest([Pack(ENTRIES, {1, 2, 3, 4})], "connection refused", 3) == []


def test_packs_are_weighed_together() -> None:
    more = [Entry("mine", title="Connection refused refused by the proxy")]
    assert nearest([PACK, Pack(more, {0})], "connection refused by proxy", 3)[0] == (1, 0)


def test_no_more_than_asked_for_and_the_same_each_time() -> None:
    text = "address in use, connection refused"
    assert len(found(text)) == 2
    assert found(text, 1) == found(text)[:1] == found(text, 1)


def test_a_hostile_text_takes_no_time() -> None:
    assert found("refused " + "word" * 100_000 + " connection")[0] == "refused"
    assert len(found(" ".join(f"w{number}" for number in range(50_000)))) == 0


def test_words_of_too_many_entries_cost_nothing() -> None:
    many = [Entry(f"e{number}", title=f"Broken pipe {number}") for number in range(MAX_ENTRIES + 1)]
    pack = Pack(many, range(len(many)))
    assert nearest([pack], "broken pipe", 3) == []
    assert nearest([pack], "broken pipe 17", 3)[0] == (0, 17)


def test_words() -> None:
    assert words("FileNotFoundError: no HTTPServer_config, ünïcode 文") == [
        "filenotfounderror", "found", "httpserver", "http", "server", "config", "ünïcode", "文",
    ]  # fmt: skip


def test_scripts_without_blanks_and_korean_have_characters_side_by_side() -> None:
    assert words("错误：拒绝访问NumPy文") == ["拒绝", "绝访", "访问", "numpy", "num", "py", "文"]
    assert words("ファイルがありません") == ["ファ", "ァイ", "イル", "ルが"]
    assert words("ไม่พบ ไฟ") == ["ไม่พ", "ม่พบ", "ไฟ"]
    assert words("HEAD를 저장소") == ["head", "를", "저장", "장소"]
