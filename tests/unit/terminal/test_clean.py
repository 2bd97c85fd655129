"""Raw terminal text to clean lines; pyte, a terminal emulator, is the judge of what is shown."""

from __future__ import annotations

import time

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tracemend.terminal.clean import MAX_LINE, LineCleaner, clean_text


@pytest.mark.parametrize(
    ("raw", "lines"),
    [
        ("a\nb\n", ["a", "b"]),
        ("a\nb", ["a", "b"]),
        ("a\r\nb\r\r\n", ["a", "b"]),
        ("\n\n", ["", ""]),
        ("", []),
        ("abc\rX\n", ["Xbc"]),
        ("10%\r20%\r\x1b[Kdone\n", ["done"]),
        ("ab\x08c\n", ["ac"]),
        ("a\tb\n", ["a\tb"]),
        ("\x1b[1;31mred\x1b[0m\x1b[K\n", ["red"]),
        ("\x1b[38:2::1:2:3mrgb\x1b[m\n", ["rgb"]),
        ("a\x1b[3Cb\n", ["a   b"]),
        ("\x1b]0;title\x07text\n", ["text"]),
        ("\x1b]633;E;echo a\\x3bb;nonce\x07\x1b]633;C\x07out\x1b]633;D;0\x07\n", ["out"]),
        ("\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\\n", ["link"]),
        ("\x1bPq#0;2;0\nab\n\x1b\\after\n", ["", "", "after"]),
        ("\x1b_payload\x1b\\x\x1b^secret\x1b\\y\n", ["xy"]),
        ("\x1b(Bplain\x1b7\x1b8\x1b=\n", ["plain"]),
        ("\x00\x07\x0e\x0fbell\x7f\n", ["bell"]),
        ("\x1b]0;never ended\nnext\n", ["", "next"]),
        ("\x1b]9;4;1;50\x07\x1b]1337;File=inline=1:QUJD\x07ok\x1b]9;4;0\x1b\\\n", ["ok"]),
        ("\x1b[?2004h$ \x1b[?2004l\r\x1b[200~pasted\x1b[201~\n", ["pasted"]),
        ("\x9b31mred\x9b0m\x9b?25h\n", ["red"]),
        ("â\x80\x9dquotedâ\x80\x9c Ã\x9bber\n", ["â\x80\x9dquotedâ\x80\x9c Ã\x9bber"]),  # UTF-8 read as Latin-1
        ("50%\r100%", ["100%"]),
        ("cut\x1b[3", ["cut"]),
        ("\ud83d\ude00\n", ["\U0001f600"]),
        ("\ud83dx\n", ["\ufffdx"]),
        ("café \x85 \u2028 ﬁ\n", ["café \x85 \u2028 ﬁ"]),
    ],
)
def test_what_is_shown(raw: str, lines: list[str]) -> None:
    assert clean_text(raw) == lines


_PIECES = st.sampled_from(
    [
        "\n", "\r\n", "\r", "\x08", "\x1b[K", "\x1b[1K", "\x1b[2K", "\x1b[31m", "\x1b[0m", "\x1b[5G", "\x1b[2C",
        "\x1b[3D",
        "\x1b]0;title\x07", "\x1b]8;;http://x\x1b\\", "\x1b]633;A\x07", "\x1bPdata\ndata\x1b\\", "\x1b(B", "\x1b",
        "\x1b[",
        "\x1b]open", "\t", "\x00", "\ud83d\ude00", "\ud83d", "\ude00", "x" * 70_000, "abc", "é漢",
    ]
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(_PIECES, max_size=12).map("".join), st.lists(st.integers(0, 300), max_size=12))
def test_cut_anywhere(raw: str, cuts: list[int]) -> None:
    whole = clean_text(raw)
    cleaner, lines, at = LineCleaner(), [], 0
    for cut in cuts:
        lines += cleaner.feed(raw[at : at + cut])
        at += cut
    lines += cleaner.feed(raw[at:])
    assert lines + cleaner.close() == whole
    assert len(whole) in (raw.count("\n"), raw.count("\n") + 1)


_MOVES = st.one_of(
    st.text(alphabet="abcXYZ 019-", min_size=1, max_size=8),
    st.sampled_from(["\r", "\x08", "\x1b[K", "\x1b[0K", "\x1b[1K", "\x1b[2K", "\x1b[31m", "\x1b[m", "\x1b]0;t\x07"]),
    st.integers(0, 12).flatmap(lambda n: st.sampled_from([f"\x1b[{n}{final}" for final in "CDGPX@"])),
)


@settings(max_examples=300)
@given(st.lists(_MOVES, max_size=14).map("".join))
def test_as_a_terminal_shows_it(raw: str) -> None:
    screen = pyte.Screen(400, 2)
    pyte.Stream(screen).feed(raw)
    assert "".join(clean_text(raw)).rstrip() == screen.display[0].rstrip()


def test_one_character_at_a_time_is_the_same() -> None:
    raw = "\x1b[32mok\x1b[0m\x1b]8;;u\x1b\\link\x1b]8;;\x1b\\\r\nabc\rX\n\ud83d\ude00 end"
    cleaner = LineCleaner()
    lines = [line for char in raw for line in cleaner.feed(char)]
    assert lines + cleaner.close() == clean_text(raw) == ["oklink", "Xbc", "\U0001f600 end"]


def test_a_line_without_end_is_cut() -> None:
    cleaner = LineCleaner()
    for _ in range(100):
        assert cleaner.feed("y" * 50_000) == []
    assert cleaner._size < 2 * MAX_LINE
    assert cleaner.feed("\nnext\n") == ["y" * MAX_LINE, "next"]


def test_a_progress_bar_of_megabytes_shows_its_last_state() -> None:
    bar = "".join(f"\r{n:6}/200000 [{'#' * 20}]" for n in range(0, 200_001, 10))
    assert clean_text(bar + "\n") == [f"200000/200000 [{'#' * 20}]"]


def test_an_endless_control_string_gives_up() -> None:
    lines = clean_text("\x1bP" + "data\n" * 40_000 + "Traceback\n")
    assert len(lines) == 40_001
    assert lines[-1] == "Traceback"


@pytest.mark.parametrize(
    "unit", ["\x1b[", "\x1b]", "\x1b[1;", "\x1bP", "\x1b", "\r", "\x08", "\x1b[999999C", "\x1b[9@a"]
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    started = time.perf_counter()
    clean_text(unit * 60_000 + "\n")
    assert time.perf_counter() - started < 3


def test_close_begins_anew() -> None:
    cleaner = LineCleaner()
    cleaner.feed("\x1b]0;half")
    cleaner.close()
    assert cleaner.feed("new\n") == ["new"]
    assert cleaner.close() == []
