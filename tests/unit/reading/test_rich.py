"""rich's tracebacks: what rich 15.0.0 printed on Python 3.11.7, into a pipe, at the widths that the programs set."""

from __future__ import annotations

import pytest
from tracemend.reading.report import ErrorReport, Hints, Link, Span
from tracemend.reading.scanner import read_text
from tracemend.reading.tracebacks.rich import DIALECT

from .asking import only, read

# ruff: noqa: W291  # a console pads its lines

CHAIN = """\
╭─────────── Traceback (most recent call last) ────────────╮
│ /home/dev/shop/shop.py:8 in order                        │
│                                                          │
│    7 │   try:                                            │
│ ❱  8 │   │   return price(name)                          │
│    9 │   except KeyError as error:                       │
│                                                          │
│ /home/dev/shop/shop.py:3 in price                        │
│                                                          │
│    2 │   prices = {"tea": 3}                             │
│ ❱  3 │   return prices[name]                             │
│    4                                                     │
╰──────────────────────────────────────────────────────────╯
KeyError: 'soap'

The above exception was the direct cause of the following exception:

╭─────────── Traceback (most recent call last) ────────────╮
│ /home/dev/shop/app.py:8 in <module>                      │
│                                                          │
│   7                                                      │
│ ❱ 8 order("soap")                                        │
│   9                                                      │
│                                                          │
│ /home/dev/shop/shop.py:10 in order                       │
│                                                          │
│    9 │   except KeyError as error:                       │
│ ❱ 10 │   │   raise RuntimeError(f"cannot price {name}\\na │
│   11                                                     │
╰──────────────────────────────────────────────────────────╯
RuntimeError: cannot price soap
ask the shop
"""

NARROW = """\
╭─── Traceback (most recent call last) ────╮
│ /home/dev/shop/deep.py:7 in <module>     │
│                                          │
│ ❱ 7 module.read("prices_of_the_last_year │
│                                          │
│ /home/dev/shop/a_package_with_a_long_nam │
│ e/and_a_module_of_it.py:2 in read        │
│                                          │
│ ❱ 2 │   return open("/srv/" + name)      │
╰──────────────────────────────────────────╯
FileNotFoundError: [Errno 2] No such file or
directory: 
'/srv/prices_of_the_last_year_but_one_and_ot
hers.json'
"""

GROUP = """\
╭─────────── Traceback (most recent call last) ────────────╮
│ /home/dev/shop/group.py:3 in <module>                    │
│                                                          │
│ ❱ 3 raise ExceptionGroup("two", [ValueError("a"), KeyErr │
╰──────────────────────────────────────────────────────────╯
ExceptionGroup: two (2 sub-exceptions)

╭──────────────────── Sub-exception #1 ────────────────────╮
│ ValueError: a                                            │
╰──────────────────────────────────────────────────────────╯

╭──────────────────── Sub-exception #2 ────────────────────╮
│ KeyError: 'b'                                            │
╰──────────────────────────────────────────────────────────╯
"""

SYNTAX = """\
╭─────────── Traceback (most recent call last) ────────────╮
│ /home/dev/shop/note.py:3 in <module>                     │
│                                                          │
│ ❱ 3 import broken                                        │
╰──────────────────────────────────────────────────────────╯
╭──────────────────────────────────────────────────────────╮
│  /home/dev/shop/broken.py:2                              │
│ def f(:                                                  │
│       ▲                                                  │
╰──────────────────────────────────────────────────────────╯
SyntaxError: invalid syntax
"""

HANDLER = """\
[11/25/26 21:45:54] INFO     starting                                         handler.py:6
                    ERROR    no prices                                       handler.py:10
                             ╭───── Traceback (most recent call last) ─────╮              
                             │ /home/dev/shop/handler.py:8 in <module>     │              
                             │                                             │              
                             │ ❱  8 │   open("/srv/prices/of/the/last/year │              
                             ╰─────────────────────────────────────────────╯              
                             FileNotFoundError: [Errno 2] No such file or                 
                             directory:                                                   
                             '/srv/prices/of/the/last/year/but/one/and/of/ot              
                             hers.json'                                                   
[11/25/26 21:45:55] INFO     going on                                        handler.py:11
"""
"""The console of the handler is 90 wide."""

LOCALS = """\
╭─────────── Traceback (most recent call last) ────────────╮
│ /home/dev/shop/shop.py:8 in order                        │
│                                                          │
│    7 │   try:                                            │
│ ❱  8 │   │   return price(name)                          │
│    9 │   except KeyError as error:                       │
│                                                          │
│ ╭─── locals ────╮                                        │
│ │ name = 'soap' │                                        │
│ ╰───────────────╯                                        │
│                                                          │
│ /home/dev/shop/shop.py:3 in price                        │
│                                                          │
│    2 │   prices = {"tea": 3}                             │
│ ❱  3 │   return prices[name]                             │
│    4                                                     │
│                                                          │
│ ╭────── locals ───────╮                                  │
│ │   name = 'soap'     │                                  │
│ │ prices = {'tea': 3} │                                  │
│ ╰─────────────────────╯                                  │
╰──────────────────────────────────────────────────────────╯
KeyError: 'soap'
"""

ASCII = """\
+----------- Traceback (most recent call last) ------------+
| /home/dev/shop/shop.py:8 in order                        |
|                                                          |
|    7     try:                                            |
| \\u2771  8         return price(name)                          |
|    9     except KeyError as error:                       |
|                                                          |
| /home/dev/shop/shop.py:3 in price                        |
|                                                          |
|    2     prices = {"tea": 3}                             |
| \\u2771  3     return prices[name]                             |
|    4                                                     |
+----------------------------------------------------------+
KeyError: 'soap'
"""
"""With PYTHONIOENCODING=ascii; in the test `?` takes the place of the pointer, as `errors="replace"` writes it."""


def places(report: ErrorReport) -> list[tuple[str, int | None, str | None, str | None]]:
    return [(frame.path, frame.line, frame.name, frame.source) for frame in report.frames]


def test_a_chain_of_boxes() -> None:
    first, last = read(DIALECT, CHAIN)
    assert (first.tool, first.exception, first.message, first.chain) == (
        "python",
        "KeyError",
        "'soap'",
        Link(1, "cause"),
    )
    assert places(first) == [
        ("/home/dev/shop/shop.py", 8, "order", "return price(name)"),
        ("/home/dev/shop/shop.py", 3, "price", "return prices[name]"),
    ]
    assert (last.exception, last.message, last.chain) == ("RuntimeError", "cannot price soap\nask the shop", None)
    # The source line that the box cuts off is not taken for a whole one.
    assert places(last) == [
        ("/home/dev/shop/app.py", 8, "<module>", 'order("soap")'),
        ("/home/dev/shop/shop.py", 10, "order", None),
    ]
    assert (first.user_frame, last.user_frame) == (first.frames[1], last.frames[1])
    assert (first.span, last.span) == (Span(1, 14), Span(18, 32))


def test_through_the_cheap_pass() -> None:
    (block,) = read_text("starting\n" + CHAIN + "\nend\n")
    assert [report.exception for report in block] == ["KeyError", "RuntimeError"]
    assert block[0].span == Span(2, 15)


def test_what_is_wrapped_is_joined() -> None:
    report = only(DIALECT, NARROW)
    assert report.message == (
        "[Errno 2] No such file or directory: '/srv/prices_of_the_last_year_but_one_and_others.json'"
    )
    assert places(report) == [
        ("/home/dev/shop/deep.py", 7, "<module>", None),
        ("/home/dev/shop/a_package_with_a_long_name/and_a_module_of_it.py", 2, "read", 'return open("/srv/" + name)'),
    ]
    assert report.errno == 2


def test_a_handlers_column() -> None:
    report = only(DIALECT, HANDLER)
    assert report.message == (
        "[Errno 2] No such file or directory: '/srv/prices/of/the/last/year/but/one/and/of/others.json'"
    )
    assert (report.user_frame, report.frames[0].line) == (report.frames[0], 8)
    assert report.span == Span(3, 11)


def test_members_of_a_group_come_first() -> None:
    reports = read(DIALECT, GROUP)
    assert [(report.exception, report.message, report.chain) for report in reports] == [
        ("ValueError", "a", Link(2, "member")),
        ("KeyError", "'b'", Link(2, "member")),
        ("ExceptionGroup", "two (2 sub-exceptions)", None),
    ]
    assert [report.span for report in reports] == [Span(9, 9), Span(13, 13), Span(1, 14)]


def test_a_syntax_error_has_its_own_box() -> None:
    report = only(DIALECT, SYNTAX)
    assert (report.exception, report.message) == ("SyntaxError", "invalid syntax")
    frame = report.user_frame
    assert frame is not None
    assert (frame.path, frame.line, frame.name, frame.source, frame.carets) == (
        "/home/dev/shop/broken.py",
        2,
        None,
        "def f(:",
        (6, 7),
    )


@pytest.mark.parametrize(
    "text",
    [
        LOCALS,
        ASCII,
        ASCII.replace("\\u2771", "?"),
        LOCALS.encode("ascii", "replace").decode(),
        LOCALS.replace("❱", ">"),
        "In [6]: " + LOCALS,
    ],
    ids=["variables", "ascii", "pointer", "question marks", "legacy Windows", "behind a prompt"],
)
def test_other_boxes(text: str) -> None:
    report = only(DIALECT, text)
    assert (report.exception, report.message) == ("KeyError", "'soap'")
    assert [(line, source) for _, line, _, source in places(report)] == [
        (8, "return price(name)"),
        (3, "return prices[name]"),
    ]


def test_notes_are_no_message() -> None:
    report = only(DIALECT, NARROW.rstrip() + "\n[NOTE] seen in March\n[NOTE] and in May\n")
    assert report.message.endswith("others.json'")
    assert report.notes == ("seen in March", "and in May")


@pytest.mark.parametrize(
    "text",
    [
        "----- Traceback (most recent call last) -----\nis what Python prints\n",
        "╭──── Traceback (most recent call last) ────╮\n",
        "╭──── Traceback (most recent call last) ────╮\n│ /home/dev/app.py:3 in f                   │\n",
        "| Traceback (most recent call last) | header of a traceback |\n| --- | --- |\n",
        "a box says Traceback (most recent call last) in its title\n",
    ],
)
def test_no_report(text: str) -> None:
    assert read(DIALECT, text) == []


def test_shown_by_git() -> None:
    assert read_text(CHAIN, Hints(command="git show HEAD")) == []
    assert len(read(DIALECT, CHAIN, command="git show HEAD", selected=True)) == 2


def test_a_title_that_is_too_long_for_its_box() -> None:
    """RichHandler(rich_tracebacks=True) at 80 columns."""
    text = (
        "                             ╭─ Traceback (most recent call las─╮               \n"
        "                             │ /home/dev/shop/boom.py:2 in load │               \n"
        "                             │                                  │               \n"
        "                             │   1 def load(cfg):               │               \n"
        '                             │ ❱ 2 │   return cfg["host"]       │               \n'
        "                             ╰──────────────────────────────────╯               \n"
        "                             KeyError: 'host'                                   \n"
    )
    (report,) = [one for block in read_text(text) for one in block]
    assert (report.exception, report.message, report.frames[-1].line) == ("KeyError", "'host'", 2)
