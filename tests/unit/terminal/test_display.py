"""Displays that are drawn again over line feeds: an error printed meanwhile is there once, whole, in its raw lines.

What rich 15.0, tqdm 4.70 and Python 3.11 printed in a terminal of 64 columns (recorded with `pty`), for programs that
update three times and raise, print a traceback (`traceback.print_exc`, `tqdm.write`, `Console.print_exception`), or run
a child that fails.
"""

from __future__ import annotations

import tracemalloc

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tracemend.reading.scanner import Scanner, read_text
from tracemend.terminal.clean import NOTHING, LineCleaner, clean_text
from tracemend.terminal.display import _shows
from tracemend.terminal.screen import ROW, Screen

PROGRESS = (
    "\x1b[?25l\r\x1b[2KFetch 0%\r\x1b[2KFetch  0%\r\nUnpack 0%\r\x1b[2K\x1b[1A\x1b[2KFetch  0%\r\n"
    "Unpack 0%\r\nBuild  0%\r\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2KFetch  25%\r\n"
    "Unpack 0% \r\nBuild  0% \r\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2KFetch  25%\r\n"
    "Unpack 25%\r\nBuild  0% \r\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2KFetch  25%\r\n"
    "Unpack 25%\r\nBuild  25%\r\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2KFetch  50%\r\n"
    "Unpack 25%\r\nBuild  25%\r\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2KFetch  50%\r\n"
    "Unpack 50%\r\nBuild  25%\r\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2KFetch  50%\r\n"
    "Unpack 50%\r\nBuild  50%\r\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2Ka note\r\n"
    "\r\nFetch  50%\r\nUnpack 50%\r\nBuild  50%\r\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2Kof two lines\r\n"
    "Fetch  50%\r\nUnpack 50%\r\nBuild  50%\r\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2KFetch  75%\r\n"
    "Unpack 50%\r\nBuild  50%\r\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2KFetch  75%\r\n"
    "Unpack 75%\r\nBuild  50%\r\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2KFetch  75%\r\n"
    "Unpack 75%\r\nBuild  75%\r\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2KFetch  75%\r\n"
    "Unpack 75%\r\nBuild  75%\r\n\x1b[?25hTraceback (most recent call last):\r\n"
    '  File "/home/dev/bars.py", line 13, in <module>\r\n    {}["absent"]\r\n'
    "    ~~^^^^^^^^^^\r\nKeyError: 'absent'\r\n"
)

LIVE = (
    "\x1b[?25l┏━━━━━━┳━━━━━━━━┓\r\n┃\x1b[1m \x1b[0m\x1b[1mtask\x1b[0m\x1b[1m \x1b[0m┃\x1b[1m \x1b[0m\x1b[1mstate "
    "\x1b[0m\x1b[1m \x1b[0m┃\r\n┡━━━━━━╇━━━━━━━━┩\r\n│ load │ step 0 │\r\n"
    "└──────┴────────┘\r\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2K┏━━━━━━┳━━━━━━━━┓\r\n"
    "┃\x1b[1m \x1b[0m\x1b[1mtask\x1b[0m\x1b[1m \x1b[0m┃\x1b[1m \x1b[0m\x1b[1mstate \x1b[0m\x1b[1m \x1b[0m┃\r\n"
    "┡━━━━━━╇━━━━━━━━┩\r\n│ load │ step 0 │\r\n└──────┴────────┘\r\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2K\x1b[1A"
    "\x1b[2K\x1b[1A\x1b[2K┏━━━━━━┳━━━━━━━━┓\r\n┃\x1b[1m \x1b[0m\x1b[1mtask\x1b[0m\x1b[1m \x1b[0m┃\x1b[1m \x1b[0m"
    "\x1b[1mstate \x1b[0m\x1b[1m \x1b[0m┃\r\n┡━━━━━━╇━━━━━━━━┩\r\n"
    "│ load │ step 1 │\r\n└──────┴────────┘\r\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2K"
    "\x1b[31m╭─\x1b[0m\x1b[31m────────────\x1b[0m\x1b[31m \x1b[0m\x1b[1;31mTraceback \x1b[0m\x1b[1;2;31m"
    "(most recent call last)\x1b[0m\x1b[31m \x1b[0m\x1b[31m─────────────\x1b[0m\x1b[31m─╮\x1b[0m\r\n"
    "\x1b[31m│\x1b[0m \x1b[2m/home/dev/\x1b[0m\x1b[1mlive.py\x1b[0m:15 in <module>                             "
    "\x1b[31m│\x1b[0m\r\n\x1b[31m│\x1b[0m                                                              \x1b[31m│"
    "\x1b[0m\r\n\x1b[31m│\x1b[0m   \x1b[2m14 \x1b[0m\x1b[2m│   │   │   \x1b[0m\x1b[94mif\x1b[0m step == \x1b[94m1"
    "\x1b[0m:                               \x1b[31m│\x1b[0m\r\n"
    '\x1b[31m│\x1b[0m \x1b[31m❱ \x1b[0m15 \x1b[2m│   │   │   │   \x1b[0m\x1b[96mint\x1b[0m(\x1b[33m"\x1b[0m'
    '\x1b[33mx1\x1b[0m\x1b[33m"\x1b[0m)                               \x1b[31m│\x1b[0m\r\n'
    "\x1b[31m│\x1b[0m   \x1b[2m16 \x1b[0m\x1b[2m│   │   \x1b[0m\x1b[94mexcept\x1b[0m \x1b[96mValueError\x1b[0m"
    ":                              \x1b[31m│\x1b[0m\r\n\x1b[31m"
    "╰──────────────────────────────────────────────────────────────╯\x1b[0m\r\n"
    "\x1b[1;91mValueError: \x1b[0minvalid literal for \x1b[1;35mint\x1b[0m\x1b[1m(\x1b[0m\x1b[1m)\x1b[0m"
    " with base \x1b[1;36m10\x1b[0m: \x1b[32m'x1'\x1b[0m\r\n┏━━━━━━┳━━━━━━━━┓\r\n"
    "┃\x1b[1m \x1b[0m\x1b[1mtask\x1b[0m\x1b[1m \x1b[0m┃\x1b[1m \x1b[0m\x1b[1mstate \x1b[0m\x1b[1m \x1b[0m┃\r\n"
    "┡━━━━━━╇━━━━━━━━┩\r\n│ load │ step 1 │\r\n└──────┴────────┘\r\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2K\x1b[1A"
    "\x1b[2K\x1b[1A\x1b[2K┏━━━━━━┳━━━━━━━━┓\r\n┃\x1b[1m \x1b[0m\x1b[1mtask\x1b[0m\x1b[1m \x1b[0m┃\x1b[1m \x1b[0m"
    "\x1b[1mstate \x1b[0m\x1b[1m \x1b[0m┃\r\n┡━━━━━━╇━━━━━━━━┩\r\n"
    "│ load │ step 2 │\r\n└──────┴────────┘\r\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2K"
    "Traceback (most recent call last):\r\n┏━━━━━━┳━━━━━━━━┓\r\n"
    "┃\x1b[1m \x1b[0m\x1b[1mtask\x1b[0m\x1b[1m \x1b[0m┃\x1b[1m \x1b[0m\x1b[1mstate \x1b[0m\x1b[1m \x1b[0m┃\r\n"
    "┡━━━━━━╇━━━━━━━━┩\r\n│ load │ step 2 │\r\n└──────┴────────┘\r\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2K\x1b[1A"
    '\x1b[2K\x1b[1A\x1b[2K  File "/home/dev/live.py", line 20, in <module>\r\n'
    '    open("/absent")\r\n┏━━━━━━┳━━━━━━━━┓\r\n┃\x1b[1m \x1b[0m\x1b[1mtask\x1b[0m\x1b[1m \x1b[0m┃\x1b[1m '
    "\x1b[0m\x1b[1mstate \x1b[0m\x1b[1m \x1b[0m┃\r\n┡━━━━━━╇━━━━━━━━┩\r\n"
    "│ load │ step 2 │\r\n└──────┴────────┘\r\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2K"
    "FileNotFoundError: [Errno 2] No such file or directory: \r\n"
    "'/absent'\r\n┏━━━━━━┳━━━━━━━━┓\r\n┃\x1b[1m \x1b[0m\x1b[1mtask\x1b[0m\x1b[1m \x1b[0m┃\x1b[1m \x1b[0m\x1b[1m"
    "state \x1b[0m\x1b[1m \x1b[0m┃\r\n┡━━━━━━╇━━━━━━━━┩\r\n│ load │ step 2 │\r\n"
    "└──────┴────────┘\r\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2K┏━━━━━━┳━━━━━━━━┓\r\n"
    "┃\x1b[1m \x1b[0m\x1b[1mtask\x1b[0m\x1b[1m \x1b[0m┃\x1b[1m \x1b[0m\x1b[1mstate \x1b[0m\x1b[1m \x1b[0m┃\r\n"
    "┡━━━━━━╇━━━━━━━━┩\r\n│ load │ step 2 │\r\n└──────┴────────┘\r\n"
    "\x1b[?25h"
)

NESTED = (
    "\rread:   0%|                              | 0/3 [00:00<?, ?it/s]\r\n"
    "\rsort:   0%|                              | 0/3 [00:00<?, ?it/s]\x1b[A\r\n"
    "\r\n\rsave:   0%|                              | 0/3 [00:00<?, ?it/s]\x1b[A\x1b[A\r"
    "read:  33%|██████▋             | 1/3 [00:00<00:00, 5825.42it/s]\r\n"
    "\rsort:  33%|██████▋             | 1/3 [00:00<00:00, 6432.98it/s]\x1b[A\r\n"
    "\r\n\rsave:  33%|██████▋             | 1/3 [00:00<00:00, 7332.70it/s]\x1b[A\x1b[A\r"
    "                                                               \r\r\n"
    "\r\n\r                                                               \r\x1b[A\x1b[A\r\n"
    "\r                                                               \r\x1b[ATraceback (most recent call last):"
    '\r\n  File "/home/dev/nested.py", line 10, in <module>\r\n    {}["absent"]\r\n'
    "    ~~^^^^^^^^^^\r\nKeyError: 'absent'\r\n\rread:  33%|██████▋             | 1/3 [00:00<00:00, 5825.42it/s]"
    "\r\n\r\n\rsave:  33%|██████▋             | 1/3 [00:00<00:00, 7332.70it/s]\x1b[A\x1b[A\r\n"
    "\rsort:  33%|██████▋             | 1/3 [00:00<00:00, 6432.98it/s]\x1b[A\r"
    "read:  67%|█████████████▎      | 2/3 [00:00<00:00, 1800.59it/s]\r\n"
    "\rsort:  67%|█████████████▎      | 2/3 [00:00<00:00, 1866.38it/s]\x1b[A\r\n"
    "\r\n\rsave:  67%|█████████████▎      | 2/3 [00:00<00:00, 1904.77it/s]\x1b[A\x1b[A"
    'Traceback (most recent call last):\r\n  File "/home/dev/nested.py", line 15, in <module>\r\n'
    "    int(\"x1\")\r\nValueError: invalid literal for int() with base 10: 'x1'\r\n"
    "\rread: 100%|████████████████████| 3/3 [00:00<00:00, 2270.27it/s]\r\n"
    "\rsort: 100%|████████████████████| 3/3 [00:00<00:00, 2315.32it/s]\x1b[A\r\n"
    "\r\n\rsave: 100%|████████████████████| 3/3 [00:00<00:00, 2347.81it/s]\x1b[A\x1b[A\r"
    "read: 100%|████████████████████| 3/3 [00:00<00:00, 2016.49it/s]\r\n"
    "\rsort: 100%|████████████████████| 3/3 [00:00<00:00, 2059.73it/s]\r\n"
    "\rsave: 100%|████████████████████| 3/3 [00:00<00:00, 2113.00it/s]\r\n"
)

CHILD = (
    "\x1b[?25l┏━━━━━━┳━━━━━━━━┓\r\n┃\x1b[1m \x1b[0m\x1b[1mtask\x1b[0m\x1b[1m \x1b[0m┃\x1b[1m \x1b[0m\x1b[1mstate "
    "\x1b[0m\x1b[1m \x1b[0m┃\r\n┡━━━━━━╇━━━━━━━━┩\r\n│ load │ step 0 │\r\n"
    "└──────┴────────┘\r\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2K┏━━━━━━┳━━━━━━━━┓\r\n"
    "┃\x1b[1m \x1b[0m\x1b[1mtask\x1b[0m\x1b[1m \x1b[0m┃\x1b[1m \x1b[0m\x1b[1mstate \x1b[0m\x1b[1m \x1b[0m┃\r\n"
    "┡━━━━━━╇━━━━━━━━┩\r\n│ load │ step 0 │\r\n└──────┴────────┘\r\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2K\x1b[1A"
    "\x1b[2K\x1b[1A\x1b[2K┏━━━━━━┳━━━━━━━━┓\r\n┃\x1b[1m \x1b[0m\x1b[1mtask\x1b[0m\x1b[1m \x1b[0m┃\x1b[1m \x1b[0m"
    "\x1b[1mstate \x1b[0m\x1b[1m \x1b[0m┃\r\n┡━━━━━━╇━━━━━━━━┩\r\n"
    "│ load │ step 1 │\r\n└──────┴────────┘Traceback (most recent call last):\r\n"
    "  File \"<string>\", line 1, in <module>\r\nKeyError: 'absent'\r\n"
    "\r\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2K┏━━━━━━┳━━━━━━━━┓\r\n"
    "┃\x1b[1m \x1b[0m\x1b[1mtask\x1b[0m\x1b[1m \x1b[0m┃\x1b[1m \x1b[0m\x1b[1mstate \x1b[0m\x1b[1m \x1b[0m┃\r\n"
    "┡━━━━━━╇━━━━━━━━┩\r\n│ load │ step 2 │\r\n└──────┴────────┘\r\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2K\x1b[1A"
    "\x1b[2K\x1b[1A\x1b[2K┏━━━━━━┳━━━━━━━━┓\r\n┃\x1b[1m \x1b[0m\x1b[1mtask\x1b[0m\x1b[1m \x1b[0m┃\x1b[1m \x1b[0m"
    "\x1b[1mstate \x1b[0m\x1b[1m \x1b[0m┃\r\n┡━━━━━━╇━━━━━━━━┩\r\n"
    "│ load │ step 2 │\r\n└──────┴────────┘\r\n\x1b[?25h"
)


def told(raw: str) -> list[tuple[int, str]]:
    """The rows with anything in them, with the numbers of their raw lines."""
    lines = clean_text(raw)
    assert len(lines) == raw.count("\n") + (not raw.endswith("\n"))
    return [
        (number, row.rstrip())
        for number, line in enumerate(lines, 1)
        if line != NOTHING
        for row in line.split(ROW)
        if row.strip()
    ]


def errors(raw: str) -> list[tuple[str | None, str, int, int, int]]:
    return [
        (report.exception, report.message, report.span.start, report.span.end, len(report.frames))
        for block in read_text(raw)
        for report in block
    ]


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (PROGRESS, [("KeyError", "'absent'", 32, 36, 1)]),
        (
            LIVE,
            [
                ("ValueError", "invalid literal for int() with base 10: 'x1'", 13, 20, 1),
                ("FileNotFoundError", "[Errno 2] No such file or directory:\n'/absent'", 29, 41, 1),
            ],
        ),
        (
            NESTED,
            [
                ("KeyError", "'absent'", 10, 14, 1),
                ("ValueError", "invalid literal for int() with base 10: 'x1'", 21, 24, 1),
            ],
        ),
        (CHILD, [("KeyError", "'absent'", 13, 15, 1)]),
    ],
    ids=["progress", "live", "nested", "child"],
)
def test_each_error_once_and_whole(raw: str, found: list[object]) -> None:
    assert errors(raw) == found
    for size in (1, 7, 100):
        scanner = Scanner()
        pieces = [block for at in range(0, len(raw), size) for block in scanner.feed(raw[at : at + size])]
        assert pieces + scanner.close() == read_text(raw)


def test_a_display_is_there_as_it_was_drawn_first() -> None:
    assert told(PROGRESS) == [
        (1, "Fetch  0%"),
        (2, "Unpack 0%"),
        (4, "Build  0%"),
        (16, "a note"),
        (20, "of two lines"),
        (32, "Traceback (most recent call last):"),
        (33, '  File "/home/dev/bars.py", line 13, in <module>'),
        (34, '    {}["absent"]'),
        (35, "    ~~^^^^^^^^^^"),
        (36, "KeyError: 'absent'"),
    ]
    assert (17, "") in list(enumerate(clean_text(PROGRESS), 1)), "an empty line of the text stays"


def test_what_a_traceback_is_mixed_with_on_the_screen() -> None:
    """On the screen the child's lines are overwritten by the display; in the stream they are not."""
    assert told(CHILD)[5:] == [
        (13, "Traceback (most recent call last):"),
        (14, '  File "<string>", line 1, in <module>'),
        (15, "KeyError: 'absent'"),
    ]


def test_a_drawing_with_something_new_is_given_whole() -> None:
    """A panel that shows an error: what changed in it stands among what did not."""
    frame = 'Last failure:\r\n  File "a.py", line 1, in f\r\n{}\r\nretries: {}\r\n'
    raw = "\x1b[?25l" + frame.format("ValueError: a", 1)
    for error, retries in (("ValueError: a", 2), ("ValueError: a", 3), ("TypeError: b", 4)):
        raw += "\x1b[4A\x1b[J" + frame.format(error, retries)
    rows = [row for _, row in told(raw)]
    assert (
        rows == frame.format("ValueError: a", 1).split("\r\n")[:-1] + frame.format("TypeError: b", 4).split("\r\n")[:-1]
    )


def test_text_after_a_display_is_given() -> None:
    raw = "\x1b[?25l" + "\x1b[2A\x1b[J".join(f"load {n}%\r\nsave {n}%\r\n" for n in range(5)) + "\x1b[?25h"
    assert [row for _, row in told(raw + "done\r\n\r\nand more\r\n")] == ["load 0%", "save 0%", "done", "and more"]


def test_numbers_stay_right_behind_many_drawings() -> None:
    drawing = "load {0}%\r\nsave {0}%\r\n"
    raw = "\x1b[?25l" + "\x1b[2A\x1b[J".join(drawing.format(n % 100) for n in range(15_000)) + "\x1b[?25h"
    raw += "done\r\n" * 25_000 + 'Traceback (most recent call last):\r\n  File "a.py", line 1, in f\r\nKeyError: 1\r\n'
    assert errors(raw) == [("KeyError", "1", 55_001, 55_003, 1)]
    scanner = Scanner()
    found = [
        block for at in range(0, len(raw), 9_973) for block in scanner.feed(raw[at : at + 9_973])
    ] + scanner.close()
    assert found == read_text(raw)


def test_memory_does_not_grow_with_a_display() -> None:
    """Rows that are always new, drawn ever higher, and more and more of them."""
    cleaner = LineCleaner()
    cleaner.feed("\x1b[?25l")
    held = []
    tracemalloc.start()
    try:
        for piece in range(8):
            for row in range(1_000):
                word = "".join(chr(97 + int(digit)) for digit in str(piece * 1_000 + row))
                cleaner.feed(f"{word}\x1b[{row % 5}A{word}\n{word}\n")
            held.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()
    assert held[-1] < held[1] + 50_000


# microsoft/terminal src/renderer/vt/state.cpp `UpdateViewport`: CSI 8 ; rows ; columns t, and if it has become smaller
# `InvalidateAll`: all of the screen is painted again. Made after that source, not recorded.
RESIZED = (
    "\x1b[?25l\x1b[HPS C:\\> py a.py\x1b[K\r\nTraceback (most recent call last):\x1b[K\r\n"
    '  File "C:\\a.py", line 1, in <module>\x1b[K\r\n    {}[1]\x1b[K\r\nKeyError: 1\x1b[K\x1b[?25h\r\n'
    "PS C:\\> "
    "\x1b[8;20;80t\x1b[?25l\x1b[HPS C:\\> py a.py\x1b[K\r\nTraceback (most recent call last):\x1b[K\r\n"
    '  File "C:\\a.py", line 1, in <module>\x1b[K\r\n    {}[1]\x1b[K\r\nKeyError: 1\x1b[K\r\n'
    "PS C:\\> \x1b[K\x1b[?25hpy b.py\r\nTraceback (most recent call last):\r\n"
    '  File "C:\\b.py", line 2, in <module>\r\n    {}[2]\r\nKeyError: 2\r\n'
)


def test_what_conpty_prints_again_after_a_resize_is_there_once() -> None:
    assert errors(RESIZED) == [("KeyError", "1", 2, 5, 1), ("KeyError", "2", 12, 15, 1)]


_WORDS = st.text(alphabet="abcdefgh", min_size=2, max_size=6)
_ACTIONS = st.lists(st.one_of(st.just(0), st.integers(1, 4)), min_size=1, max_size=8)


def drawn(names: list[str], step: int, ends: str) -> str:
    """One drawing: a bar of numbers for each name."""
    return (
        "\r\n".join(f"{name} \x1b[32m{'━' * (step % 9)}\x1b[0m {step * 7 % 100}% 0:00:{step % 60:02}" for name in names)
        + ends
    )


@pytest.mark.parametrize("last", ["", "\r\n"], ids=["as rich", "as BuildKit"])
@settings(max_examples=60, deadline=None)
@given(st.lists(_WORDS, min_size=2, max_size=4, unique=True), _ACTIONS, st.lists(st.integers(1, 60), max_size=12))
def test_text_printed_over_a_display(last: str, names: list[str], actions: list[int], cuts: list[int]) -> None:
    """What a terminal (pyte) shows of the text at the end is what the lines say, in that order; bars are there once."""
    names = [f"{name}-task" for name in names]
    height = len(names) if last else len(names) - 1
    over = "\r\x1b[2K" + "\x1b[1A\x1b[2K" * height
    raw, text = "\x1b[?25l" + drawn(names, 0, last), list[str]()
    for step, action in enumerate(actions, 1):
        for _ in range(action):  # line by line, as rich prints what is written to stderr
            text.append(f"  File {len(text)}: of{'x' * len(text)}")
            raw += over + text[-1] + "\r\n" + drawn(names, step, last)
        raw += over + drawn(names, step, last)
    raw += "\x1b[?25h\r\n"
    screen = pyte.Screen(100, 200)
    pyte.Stream(screen).feed(raw)
    shown = [row.strip() for row in screen.display if row.strip()]
    assert shown[: -len(names)] == [line.strip() for line in text]
    rows = [row.strip() for _, row in told(raw)]
    assert [row for row in rows if "-task" not in row] == shown[: -len(names)]
    assert len(rows) == len(text) + len(names)
    cleaner, lines, at = LineCleaner(), list[str](), 0
    for cut in cuts:
        lines += cleaner.feed(raw[at : at + cut])
        at += cut
    assert lines + cleaner.feed(raw[at:]) + cleaner.close() == clean_text(raw)


_MOVES = st.sampled_from(
    [
        "\r\n",
        "\r\n",
        "\r",
        "\x1b[A",
        "\x1b[2A",
        "\x1b[3F",
        "\x1b[B",
        "\x1b[E",
        "\x1b[K",
        "\x1b[2K",
        "\x1b[J",
        "\x1bM",
        "\x1b[5G",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(_MOVES, st.just("word")), min_size=1, max_size=30), st.booleans())
def test_what_a_terminal_shows_at_the_end_is_in_the_lines(moves: list[str], hides: bool) -> None:
    """No word that was printed once only is left out, whatever was drawn over what."""
    raw = "\x1b[?25l" * hides
    for number, move in enumerate(moves):
        raw += f"<{chr(97 + number % 26) * (3 + number // 26)}>" if move == "word" else move
    screen = pyte.Screen(200, 80)
    pyte.Stream(screen).feed("\r\n" * 30 + raw)
    shown = {word for row in screen.display for word in row.split() if word[0] == "<" and word[-1] == ">"}
    text = "\n".join(row for _, row in told(raw))
    assert not [word for word in shown if word.count("<") == word.count(">") == 1 and word not in text]


_DRAWN = st.sampled_from(
    [
        "\r\n",
        "\r\n",
        "\r",
        "\x1b[A",
        "\x1b[2A",
        "\x1b[B",
        "\x1b[2K",
        "\x1b[J",
        "load 1%",
        "load 2%",
        "save 7%",
        "+--+",
        "│ │",
        "│ │ │",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(_DRAWN, max_size=30).map("".join))
def test_what_is_left_out_has_been_given(raw: str) -> None:
    given = "\n".join(_shows(row) for _, row in told(raw + "\n"))
    for line in raw.split("\n"):
        screen = Screen()
        screen.write(line)
        assert all(_shows(row) in given for _, row in screen.painted())
