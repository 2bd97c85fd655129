"""Cursor moves to other rows, and the alternate screen; pyte, a terminal emulator, is the judge where it can be."""

from __future__ import annotations

import tracemalloc
from itertools import repeat
from typing import Any

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tracemend.terminal.clean import NOTHING, LineCleaner, clean_text
from tracemend.terminal.rows import Row
from tracemend.terminal.screen import MAX_LINE, ROW


def rows(raw: str) -> list[str]:
    """All rows of a text, also those of one raw line; as many raw lines as there are line feeds is checked."""
    lines = clean_text(raw)
    assert len(lines) == raw.count("\n") + (not raw.endswith("\n"))
    return [row.rstrip() for line in lines if line != NOTHING for row in line.split(ROW)]


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("one\x1b[Btwo\n", ["one", "   two"]),
        ("one\x1b[Etwo\x1bEthree\n", ["one", "two", "three"]),
        ("one\x1b[3Etwo\n", ["one", "", "two"]),
        ("a\x1b[2Fb\x1b[2Ec\n", ["b", "", "c"]),
        ("bar 1%\x1b[A\r\x1b[2Kdone\n", ["bar 1%", "done"]),  # what follows goes on below "done": it comes last
        ("bar 1%\r\x1b[2K\x1b[A\x1b[2Kdone\n", ["done"]),
        ("bar 1%\x1b[Adone\n", ["bar 1%", "done"]),  # what stands before it in that row is not known
        ("\x1b[Aone\x1b[3D\x1b[2Ctwo\n", ["ontwo"]),
        ("a\x1b[5;1Hb\x1b[6;1Hc\x1b[8;1Hd\n", ["a", "", "b", "c", "", "d"]),
        ("a\x1b[5;3Hb\x1b[5;1HB\n", ["a", "B b"]),
        ("a\x1b[5;1fb\x1b[6dc\n", ["a", "", "b", " c"]),
        ("\x1b[22;1Ha\n", ["a"]),
        ("a\x1b[?25l\x1b[Hb\n", ["a", "", "b"]),
        ("a\x1b[2J\x1b[Hb\n", ["b"]),
        ("a\x1bcb\n", ["b"]),
        ("a\x1b[Eb\x1b[Ec\x1b[2A\x1b[J\n", ["a"]),
        ("a\x1b[Eb\x1b[1Jc\n", [" c"]),
        ("a\x1b[Eb\x1b[Lc\n", ["a", "b", "c"]),
        ("a\x1b[Eb\x1b[Ec\x1b[A\x1b[M\n", ["a", "c"]),
        ("a\x1b[Eb\x1b[S\x1b[Ec\n", ["a", "b", "", "c"]),
        ("a\x1b[Tb\n", ["a", " b"]),
        ("text\x1b7\x1b[24;0fProgress: [ 10%]\x1b8 goes on\n", ["Progress: [ 10%]", "text goes on"]),
        ("text\x1b[s\x1b[Bbelow\x1b[u!\n", ["    below", "text!"]),
        ("text\x1b8new\n", ["text", "new"]),
        ("text\x1b[>1u\x1b[?1u\x1b[1;5r\x1b[c\n", ["text"]),
        ("a\x1b[99999999Bb\x1b[99999999Ac\n", [" b", "a c"]),
        ("a\x1b[4b|\x1b[b\n", ["aaaaa||"]),
        ("a\tb\r\tc\x1b[Id\x1b[2Ze\x1b[Zf\n", ["a       f       d"]),
        ("漢字\r\x1b[2Cx\n", ["漢x"]),
        ("漢字\r\x1b[Cx\n", [" x字"]),  # half of a wide character is none
        ("漢字\r\x1b[3G\x1b[X\n", ["漢"]),
        ("漢字\x08\x08  \x08\x08\x08\x08ok\n", ["ok"]),  # what a shell prints when two are deleted
        ("a漢\r\x1b[@b\n", ["ba漢"]),
        ("漢字ab\r\x1b[2P\n", ["字ab"]),
        ("漢字\x1b[3D\x1b[1K\n", ["  字"]),
        ("漢\x1b[D\x1b[K\n", [""]),
        ("e\u0301\rx\n", ["x"]),
        ("ae\x1b[m\u0301\x08b\n", ["ab"]),
        ("👍🏽 50%\r\x1b[K👩‍💻 99%\n", ["👩‍💻 99%"]),
    ],
)
def test_what_one_raw_line_paints(raw: str, shown: list[str]) -> None:
    assert rows(raw) == shown


# Not judged, for pyte 0.8.2 is wrong there: insertion and deletion of lines (it leaves a row that no written one
# follows), ESC E (it keeps the column), a saved cursor (it takes it from a stack, terminals keep it).
_STEPS = st.one_of(
    st.text(alphabet="abcXYZ019-", min_size=1, max_size=6),
    st.sampled_from(["\r", "\x08", "\x1b[K", "\x1b[2K", "\x1b[J", "\x1b[1J", "\x1b[2J", "\x1bD", "\x1bM"]),
    st.tuples(st.integers(0, 3), st.sampled_from("ABCDEFPX@Ge")).map(lambda step: f"\x1b[{step[0]}{step[1]}"),
    st.integers(28, 34).map(lambda row: f"\x1b[{row}d"),
    st.tuples(st.integers(28, 34), st.integers(1, 9)).map(lambda place: f"\x1b[{place[0]};{place[1]}H"),
)


@settings(max_examples=150)
@given(st.lists(_STEPS, max_size=9).map("".join))
def test_the_rows_are_those_that_a_terminal_shows(raw: str) -> None:
    """Where the raw line tells the cursor's row first, all moves are exact; only the order may be another."""
    raw = f"\x1b[30;1H{raw}"
    screen = pyte.Screen(80, 64)
    pyte.Stream(screen).feed(raw)
    judged = sorted(line.strip() for line in screen.display if line.strip())
    assert sorted(row.strip() for row in rows(raw + "\n") if row.strip()) == judged


_WIDE = st.one_of(
    st.text(alphabet="漢字仮名👍한", min_size=1, max_size=4),
    st.sampled_from(["ab", "\r", "\x08\x08", "\x1b[K", "\x1b[2K", "\t", "━━"]),
    st.tuples(st.integers(0, 3), st.sampled_from("CDPX@")).map(lambda step: f"\x1b[{max(step[0], 1) * 2}{step[1]}"),
    st.integers(0, 5).map(lambda column: f"\x1b[{column * 2 + 1}G"),
)


@settings(max_examples=200)
@given(st.lists(_WIDE, max_size=10).map("".join))
def test_wide_characters_take_two_columns(raw: str) -> None:
    """Only moves by whole characters: pyte 0.8.2 leaves halves."""
    screen = pyte.Screen(200, 2)
    pyte.Stream(screen).feed(raw)
    assert "".join(clean_text(f"\r{raw}\x1b[A")).replace("\t", " " * 8).rstrip() == screen.display[0].rstrip()


def test_bars_of_many_rows_without_line_feeds_leave_their_last_state() -> None:
    """What `docker pull` prints: moby/moby pkg/jsonmessage/jsonmessage.go, `cursorUp`, `clearLine`, `cursorDown`."""
    raw = "latest: Pulling from library/python\r\n" + "".join(f"{layer}: Pulling fs layer \r\n" for layer in "abc")
    for percent in range(0, 100, 9):
        for up, layer in ((3, "a"), (2, "b"), (1, "c")):
            raw += f"\x1b[{up}A\x1b[2K\r{layer}: Downloading [{percent:3}%]\r\x1b[{up}B"
    raw += "Status: Downloaded newer image for python:latest\r\n"
    assert rows(raw)[4:] == [f"{layer}: Downloading [ 99%]" for layer in "abc"] + [
        "Status: Downloaded newer image for python:latest"
    ]


def test_nested_bars_of_tqdm_and_a_traceback() -> None:
    """tqdm 4.67 in a terminal of 40 columns, the end: on the screen the traceback stands over the inner bar."""
    raw = (
        "\r\n\r                                       \r\x1b[Aa note\r\n"
        "\router:  67%|▋| 2/3 [00:00<00:00,  4.77i\r\n\rinner:   0%|    | 0/20 [00:00<?, ?it/s]\x1b[A"
        "\r\n\r                                       \x1b[A\router:  67%|▋| 2/3 [00:00<00:00,  3.81i\r\n"
        "Traceback (most recent call last):\r\n"
        '  File "/home/dev/tqn.py", line 7, in <module>\r\n'
        '    if i == 2 and j == 9: {}["absent"]\r\n'
        "                          ~~^^^^^^^^^^\r\n"
        "KeyError: 'absent'\r\n"
    )
    assert rows(raw) == [
        "",
        "",
        "a note",
        "outer:  67%|▋| 2/3 [00:00<00:00,  4.77i",
        "inner:   0%|    | 0/20 [00:00<?, ?it/s]",
        "outer:  67%|▋| 2/3 [00:00<00:00,  3.81i",
        "Traceback (most recent call last):",
        '  File "/home/dev/tqn.py", line 7, in <module>',
        '    if i == 2 and j == 9: {}["absent"]',
        "                          ~~^^^^^^^^^^",
        "KeyError: 'absent'",
    ]


def test_a_live_display_of_rich_that_is_drawn_again() -> None:
    """rich 14 `Progress` of two tasks, 40 columns, with a line printed above it: its rows are there once."""
    raw = (
        "Processing  \x1b[38;5;197m━━\x1b[0m\x1b[38;5;237m━━\x1b[0m \x1b[35m 17%\x1b[0m"
        "\r\x1b[2K\x1b[1A\x1b[2Ka note of \x1b[1;36m12\x1b[0m\r\n"
        "\x1b[31mDownloading\x1b[0m \x1b[38;5;197m━━━\x1b[0m\x1b[38;5;237m━\x1b[0m \x1b[35m 33%\x1b[0m\r\n"
        "Processing  \x1b[38;5;197m━━\x1b[0m\x1b[38;5;237m━━\x1b[0m \x1b[35m 17%\x1b[0m"
        "\r\x1b[2K\x1b[1A\x1b[2K\x1b[31mDownloading\x1b[0m \x1b[38;5;70m━━━━\x1b[0m \x1b[35m100%\x1b[0m\r\n"
    )
    assert rows(raw) == ["a note of 12", "Downloading ━━━━  33%", "Processing  ━━━━  17%"]


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        # pip 25, numpy in a terminal of 80 columns (the bar is shortened)
        (
            "Collecting numpy\r\n\x1b[?25l     \x1b[38;5;237m━━━━━━━━\x1b[0m \x1b[32m0.0/15.7 MB\x1b[0m "
            "\x1b[31m?\x1b[0m eta \x1b[36m-:--:--\x1b[0m\r\x1b[2K"
            "     \x1b[38;5;70m━━━━━━━\x1b[0m \x1b[32m15.7/15.7 MB\x1b[0m "
            "\x1b[31m554.7 MB/s\x1b[0m eta \x1b[36m0:00:00\x1b[0m\r\n\x1b[?25hInstalling collected packages: numpy\r\n",
            [
                "Collecting numpy",
                "     ━━━━━━━ 15.7/15.7 MB 554.7 MB/s eta 0:00:00",
                "Installing collected packages: numpy",
            ],
        ),
        # npm 10
        (
            "⠙\x1b[1G\x1b[0K⠹\x1b[1G\x1b[0K⠸\x1b[1G\x1b[0K⠼\x1b[1G\x1b[0K\r\n"
            "added 3 packages in 479ms\r\n⠼\x1b[1G\x1b[0K",
            ["", "added 3 packages in 479ms", ""],
        ),
        # alive-progress 3, 40 columns
        (
            "\x1b[?25l\r|███████████████▎                       \x1b[2K\r\x1b[Jon 21: a note\r\n"
            "\r|████████████████▊                      \r|█████████████████████████████████████▋ \x1b[?25h\x1b[J"
            "\r|███████████████████████████████████████\r\n",
            ["on 21: a note", "|███████████████████████████████████████"],
        ),
        # `clear` of ncurses 6.4
        ("before\r\n\x1b[H\x1b[2J\x1b[3Jafter\r\n", ["before", "after"]),
    ],
)
def test_what_real_tools_print(raw: str, shown: list[str]) -> None:
    assert rows(raw) == shown


def test_conpty_skips_empty_rows_by_a_position() -> None:
    """Windows 24H2 with PowerShell 7.5.2, `ls`, as recorded in microsoft/vscode
    src/vs/workbench/contrib/terminal/test/browser/xterm/recordings/rich/windows11_pwsh7_ls_one_time.ts (shortened).
    """
    raw = (
        "\r\n\x1b[?25l    Directory: C:\\Github\\Tyriar\\xterm.js\x1b[32m\x1b[1m\x1b[5;1HMode                 "
        "LastWriteTime\x1b[m \x1b[32m\x1b[1m\x1b[3m        Length\x1b[23m Name\r\n"
        "d----          29/08/2024  7:52 AM\x1b[16X\x1b[44m\x1b[1m\x1b[16C.devcontainer\x1b[m\r\n"
        "d----          18/02/2025  7:49 AM\x1b[16X\x1b[44m\x1b[1m\x1b[16Cout-esbuild-test\r\x1b[?25h\x1b[m\n"
        "d----          18/02/2025  7:49 AM\x1b[44m\x1b[1m\x1b[16Cout-test\x1b[m\x1b[K\r\n"
        "d----          21/06/2025 10:54 AM\x1b[44m\x1b[1m\x1b[16Ctypings\x1b[m\x1b[K\r"
        "\n-a---           8/12/2021  4:36 AM            248 .editorconfig\r"
        "\n"
    )
    assert rows(raw) == [
        "",
        "    Directory: C:\\Github\\Tyriar\\xterm.js",
        "",
        "Mode                 LastWriteTime         Length Name",
        "d----          29/08/2024  7:52 AM                .devcontainer",
        "d----          18/02/2025  7:49 AM                out-esbuild-test",
        "d----          18/02/2025  7:49 AM                out-test",
        "d----          21/06/2025 10:54 AM                typings",
        "-a---           8/12/2021  4:36 AM            248 .editorconfig",
    ]


def test_conpty_goes_up_to_the_rows_that_its_line_feeds_have_made() -> None:
    """The shape that microsoft/terminal src/renderer/vt/XtermEngine.cpp `ScrollFrame` prints: to the bottom, a line
    feed for each row, then the rows from the first new one on. Not recorded: made after that source.
    """
    raw = "first\x1b[22;1H\n\n\n\x1b[20;1HTraceback\x1b[K\r\n  File\x1b[K\r\nKeyError: 1\x1b[K\x1b[?25h\r\n"
    assert [row for row in rows(raw) if row] == ["first", "Traceback", "  File", "KeyError: 1"]


@pytest.mark.parametrize(
    ("raw", "lines"),
    [
        ("a\x1b[?1049hhidden\n~\n\x1b[Kmore\x1b[?1049lb\n", ["a", "", "b"]),
        ("a\x1b[?47hx\x1b[?47lb\n", ["ab"]),
        ("a\x1b[?1047;1hx\n\x1b[?1;1047lb\n", ["a", "b"]),
        ("a\x1b[?1049h\x1b[22;0;0t\nnever ends\nand goes on", ["a", "", ""]),
        ("\x1b[?1049h~\n\x1bcafter a reset\n", ["", "after a reset"]),
        ("\x1b[?1049h~\n\x1b]633;D;137\x07\x1b]633;A\x07$ \n", ["", "$ "]),
        ("\x1b[?1049h~\n\x1b]133;A\x1b\\$ \n", ["", "$ "]),
        ("\x1b[?1049h\x1b]0;vim\x07\x1b]633;P;x\x07~\nhidden\n", ["", ""]),
        ("a\x1b[?1048h\x1b[?25lb\x1b[?104hc\n", ["abc"]),
        ("a\x1b[?1049lb\n", ["ab"]),
    ],
)
def test_the_alternate_screen_is_no_text(raw: str, lines: list[str]) -> None:
    assert clean_text(raw) == lines
    cleaner = LineCleaner()
    assert [line for char in raw for line in cleaner.feed(char)] + cleaner.close() == lines


def test_less_and_what_is_printed_after_it() -> None:
    """less 590, xterm-256color (shortened)."""
    raw = (
        "\x1b[?1049h\x1b[22;0;0t\x1b[?1h\x1b=\r# Network services, Internet style\r\n#\r\n"
        "echo            7/tcp\r\n:\x1b[K\r\x1b[K\x1b[?1l\x1b>\x1b[?1049l\x1b[23;0;0tafter\r\n"
    )
    assert clean_text(raw) == ["", "", "", "after"]


_PIECES = st.sampled_from(
    [
        "\n", "\r\n", "\r", "\x08", "\x1b[K", "\x1b[2K", "\x1b[31m", "\x1b[m", "\x1b[5G", "\x1b[A", "\x1b[2B",
        "\x1b[3E", "\x1b[H", "\x1b[5;1H", "\x1b[7;3H", "\x1b[J", "\x1b[2J", "\x1b[L", "\x1b[M", "\x1b[S", "\x1b7",
        "\x1b8", "\x1bM", "\x1bc", "\x1b[?1049h", "\x1b[?1049l", "\x1b[?47h", "\x1b]633;A\x07", "\x1b]0;title\x07",
        "\x1b[?25l", "\x1b[8;9;40t", "\x1b[2A\x1b[J", "task 1%\r\n", "task 2%", "\x1b]9;4;1;50\x1b\\", "\x1b[3b", "\t",
        "\x1b]1337;File=inline=1:QUJD\x07", "\x1b[?2004h", "\x9b", "\x9b31m", "1m",
        "\x1b]open", "\x1bPdata\n\x1b\\", "\x1bPopen", "\x1b\\", "\x1b", "\x1b[", "\x0b", "\x0c", "\x00",
        "\ud83d\ude00", "\ud83d", "abc", "de f", "é漢", "x" * 70_000,
    ]
)  # fmt: skip


@settings(max_examples=200)
@given(st.lists(_PIECES, max_size=16).map("".join), st.lists(st.integers(0, 40), max_size=16))
def test_the_cuts_change_nothing(raw: str, cuts: list[int]) -> None:
    whole = clean_text(raw)
    cleaner, lines, at = LineCleaner(), [], 0
    for cut in cuts:
        lines += cleaner.feed(raw[at : at + cut])
        at += cut
    lines += cleaner.feed(raw[at:])
    assert lines + cleaner.close() == whole
    assert len(whole) in (raw.count("\n"), raw.count("\n") + 1)
    if len(raw) < 300:
        cleaner = LineCleaner()
        assert [line for char in raw for line in cleaner.feed(char)] + cleaner.close() == whole


@pytest.mark.parametrize(
    ("first", "piece"),
    [
        ("", "y" * 50_021),  # a line without end
        ("\x1b]0;", "t" * 50_021),  # a title without end
        ("\x1bP", "q" * 50_021),  # a picture without end
        ("\x1b[?1049h", "\x1b[3;1Hab\x1b[K~" * 4_000),  # an editor that is never left
    ],
)
def test_memory_does_not_grow_with_the_stream(first: str, piece: str) -> None:
    cleaner = LineCleaner()
    tracemalloc.start()
    try:
        cleaner.feed(first)
        for one in repeat(piece, 50_000_000 // len(piece)):
            cleaner.feed(one)
        cleaner.close()
        assert tracemalloc.get_traced_memory()[1] < 4_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("piece", ["\x1b[Bx", "\x1b[9;9Hx", "x\x1b[L", "x\x1b[A", "\x1b[?1049h\x1b[?1049l", "x\x1b[2J"])
def test_rows_without_end_are_bounded_and_take_linear_time(piece: str) -> None:
    cleaner = LineCleaner()
    tracemalloc.start()
    try:
        for _ in range(5):
            cleaner.feed(piece * 2_000)
        cleaner.close()
        assert tracemalloc.get_traced_memory()[1] < 30_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "piece", ["\x1b[99999Gx", "\x1b[99999Cx", "\x1b[9;99999Hx\x1b[9;1H", "\x1b[99999`x\x1b7\r\x1b8", "\x1b[99999@x"]
)
def test_a_few_characters_make_no_long_row(piece: str) -> None:
    assert all(len(row) < 5_000 for row in rows(f"a{piece}\n"))
    assert max(map(len, rows(f"a{piece}{piece}\n"))) < 5_000


@pytest.mark.parametrize("erased", ["\x1b[2K", "\x1b[2J", "\x1b[A\x1b[J\x1b[B", "\x1bE\x1b[1J\x1b[A"])
def test_behind_a_long_line_that_was_erased_nothing_is_far_right(erased: str) -> None:
    """Else each such pair of characters would make a row as long as the line."""
    assert max(map(len, rows(f"{'a' * 60_000}{erased}b\n"))) < 5_000


def test_what_was_erased_up_to_the_cursor_is_not_erased_again() -> None:
    class Counted(list[str]):
        written = 0

        def __setitem__(self, key: Any, value: Any) -> None:
            self.written += len(value)
            super().__setitem__(key, value)

    row = Row(MAX_LINE, " ")
    cells = row.cells = Counted("a" * 60_000)
    for column in range(50_000, 50_100):
        row.erase(column, 1)
        row.put(column, "b")
    assert cells.written < 51_000
    assert row.text() == " " * 50_099 + "b" + "a" * 9_900
    row.put(7, "b")
    row.erase(20_000, 1)
    row.delete(3, 2)
    row.insert(10, 1)
    row.erase(20_000, 1)
    assert set(row.text()[:20_001]) == {" "}
