"""Tracebacks: what is read of them beyond the exception and the line that the corpus measures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tracemend.reading.report import ErrorReport, Hints, Link, Span
from tracemend.reading.scanner import read_text
from tracemend.reading.tracebacks.traceback import DIALECT

from .asking import only

CORPUS = Path(__file__).parents[2] / "corpus" / "python.jsonl"
TEXTS = {row["id"]: row["text"] for row in map(json.loads, CORPUS.read_text("utf-8").splitlines())}


def read(text: str, **hints: object) -> list[ErrorReport]:
    return [report for block in read_text(text, Hints(**hints)) for report in block]  # type: ignore[arg-type]  # few


def case(name: str, version: str = "311") -> list[ErrorReport]:
    return read(TEXTS[f"python/{name}@py{version}"])


def shape(reports: list[ErrorReport]) -> list[tuple[str | None, Link | None]]:
    return [(report.exception, report.chain) for report in reports]


def test_frames_with_source_and_carets() -> None:
    (report,) = case("library-dotted")
    assert [(frame.line, frame.name) for frame in report.frames[:2]] == [(6, "<module>"), (4, "read")]
    frame = report.frames[1]
    assert (frame.path, frame.source, frame.carets) == ("/home/dev/shop/app.py", "return json.loads(text)", (7, 23))
    assert frame.source is not None
    assert frame.carets is not None
    assert frame.source[slice(*frame.carets)] == "json.loads(text)"
    assert report.python == "3.11"
    assert report.user_frame == frame


def test_carets_of_an_operator_are_the_whole_expression() -> None:
    (report,) = case("operator-carets", "313")
    assert report.user_frame is not None
    assert report.user_frame.source is not None
    assert report.user_frame.carets is not None
    assert report.user_frame.source[slice(*report.user_frame.carets)] == 'prices["tea"] * 2'


def test_wide_characters_leave_the_carets_open() -> None:
    for version in ("311", "312", "313"):
        (report,) = case("wide", version)
        assert report.user_frame is not None
        assert report.user_frame.carets is None


def test_a_chain_in_the_order_of_the_text() -> None:
    reports = case("three-links")
    assert shape(reports) == [
        ("json.decoder.JSONDecodeError", Link(1, "cause")),
        ("KeyError", Link(2, "context")),
        ("FileNotFoundError", None),
    ]
    assert [report.span.start for report in reports] == sorted(report.span.start for report in reports)
    assert reports[2].paths() == ("",) or reports[2].errno == 2


def test_a_cause_that_was_never_raised() -> None:
    reports = case("cause-never-raised")
    assert shape(reports) == [("LookupError", Link(1, "cause")), ("SystemError", None)]
    assert reports[0].span == Span(1, 1)


@pytest.mark.parametrize("version", ["311", "312", "313"])
def test_a_group_stands_after_its_members(version: str) -> None:
    reports = case("group-nested", version)
    assert shape(reports) == [
        ("OSError", Link(5, "cause")),
        ("ValueError", Link(3, "member")),
        ("TypeError", Link(3, "member")),
        ("ExceptionGroup", Link(5, "member")),
        ("ValueError", Link(5, "member")),
        ("ExceptionGroup", None),
    ]
    assert reports[5].message == "outer (2 sub-exceptions)"


@pytest.mark.parametrize("version", ["311", "312", "313"])
def test_a_members_message_of_several_lines(version: str) -> None:
    """3.11 and 3.12 print its further lines without the group's margin."""
    reports = case("group", version)
    assert shape(reports) == [
        ("ValueError", Link(2, "member")),
        ("KeyError", Link(2, "member")),
        ("ExceptionGroup", None),
    ]
    assert reports[0].message == "bad\n\nvery bad"


def test_members_that_are_not_printed() -> None:
    reports = case("group-wide", "313")
    assert len(reports) == 16
    assert {report.chain for report in reports[:-1]} == {Link(15, "member")}


def test_the_only_member_says_where_a_task_group_failed() -> None:
    reports = case("task-group")
    assert [report.user_frame and report.user_frame.line for report in reports] == [3, 3]


def test_what_another_process_raised() -> None:
    reports = case("pool")
    assert shape(reports) == [("ZeroDivisionError", Link(1, "cause")), ("ZeroDivisionError", None)]
    assert [report.user_frame and report.user_frame.line for report in reports] == [3, 6]


def test_syntax_errors_have_their_own_place() -> None:
    (report,) = case("syntax", "310")
    assert report.frames[-1].name is None
    assert (report.user_frame, report.frames[-1].line) == (report.frames[-1], 2)
    assert report.frames[-1].source == "def f(:"
    assert report.frames[-1].carets == (6, 7)
    (report,) = case("syntax-imported")
    assert [(frame.path, frame.line) for frame in report.frames] == [
        ("/home/dev/shop/app.py", 1),
        ("/home/dev/shop/shop.py", 3),
    ]


def test_announcements_belong_to_the_report() -> None:
    for name in ("thread", "ignored-del", "ignored-exit", "task-never-retrieved"):
        (report,) = case(name)
        assert TEXTS[f"python/{name}@py311"].splitlines()[report.span.start - 1].startswith(("Exception ", "Task "))


def test_what_a_program_prints_later_is_not_the_message() -> None:
    (report,) = case("ignored-del")
    assert report.message == "'Connection' object has no attribute 'socket'"
    (report,) = case("logged")
    assert report.message == "'host'"


def test_frames_of_a_logging_call_stand_under_the_traceback() -> None:
    (report,) = case("logging-format")
    assert report.frames[0].path == "/home/dev/shop/app.py"
    assert report.user_frame == report.frames[0]


def test_an_ignored_exception_without_frames() -> None:
    text = (
        "Exception ignored in: <_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>\n"
        "BrokenPipeError: [Errno 32] Broken pipe\n$ \n"
    )
    (report,) = read(text)
    assert (report.exception, report.errno, report.frames, report.span) == ("BrokenPipeError", 32, (), Span(1, 2))


def test_ignored_as_3_14_says_it() -> None:
    (report,) = read(TEXTS["python/ignored-deallocator@py314"])
    assert (report.exception, report.message, report.span) == ("RuntimeError", "cannot close", Span(1, 5))


def test_without_its_header() -> None:
    text = TEXTS["python/library-dotted@py312"]
    for start in range(1, 4, 2):
        tail = "\n".join(text.splitlines()[start:])
        (report,) = read(tail)
        assert report.exception == "json.decoder.JSONDecodeError"


def test_a_shortened_list_of_frames() -> None:
    text = (
        "Traceback (most recent call last):\n  ......\n"
        '  File "/home/dev/shop/app.py", line 2, in <module>\n    import distutils\n'
        "ModuleNotFoundError: No module named 'distutils'\n"
    )
    (report,) = read(text)
    assert report.user_frame is not None
    assert report.user_frame.line == 2


@pytest.mark.parametrize(
    "prompt", ["$ ls", "(venv) dev@host:~/shop$ ", ">>> ", r"PS C:\shop> dir", r"C:\shop>dir", "[dev@host shop]$ ls"]
)
def test_a_prompt_ends_the_message(prompt: str) -> None:
    (report,) = read(TEXTS["python/plain@py311"] + prompt + "\nmore\n")
    assert report.message.count("\n") == 0


def test_noise_around_does_not_matter() -> None:
    alone = case("cause")
    text = (
        "step 1 ok\r\n[####] 100%\r\n"
        + TEXTS["python/cause@py311"].replace("\n", "\r\n")
        + "2024-05-01 12:00:00 INFO on\r\n"
    )
    assert [(report.exception, report.message) for report in read(text)] == [(r.exception, r.message) for r in alone]


def test_coloured_as_3_13_prints_it() -> None:
    text = (
        "Traceback (most recent call last):\n"
        '  File \x1b[35m"/home/dev/shop/app.py"\x1b[0m, line \x1b[35m2\x1b[0m, in \x1b[35m<module>\x1b[0m\n'
        "    total = 1 + \x1b[31mint\x1b[0m\x1b[1;31m(x)\x1b[0m\n"
        "                \x1b[31m~~~\x1b[0m\x1b[1;31m^^^\x1b[0m\n"
        "\x1b[1;35mValueError\x1b[0m: \x1b[35minvalid literal for int() with base 10: 'twelve'\x1b[0m\n"
    )
    (report,) = read(text)
    assert (report.exception, report.message) == ("ValueError", "invalid literal for int() with base 10: 'twelve'")
    assert report.frames[0].carets == (12, 18)


def test_quoted_text_is_read_only_when_selected() -> None:
    quoted = "".join(f"> {line}\n" for line in TEXTS["python/cause@py311"].splitlines())
    assert read(quoted) == []
    assert shape(read(quoted, selected=True)) == [("ValueError", Link(1, "cause")), ("RuntimeError", None)]


def test_examples_in_documentation_are_silent() -> None:
    text = (
        "   >>> 1 / 0\n"
        "   Traceback (most recent call last):\n"
        '     File "<stdin>", line 1, in <module>\n'
        "   ZeroDivisionError: division by zero\n"
    )
    assert read(text) == []
    assert len(read(text, selected=True)) == 1
    assert len(read(text.replace("   >>>", ">>>").replace("\n   ", "\n"))) == 1
    assert read(TEXTS["python/plain@py311"], command="git log -3") == []


@pytest.mark.parametrize(
    "text",
    [
        'Stack (most recent call last):\n  File "app.py", line 2, in f\n    log()\nINFO: it goes on\n',
        'Current thread 0x00007f3 (most recent call first):\n  File "app.py", line 2 in f\n',
        '  File "app.py", line 2, in f\n    g()\n',
        "Traceback (most recent call last):\n",
        '  File "app.py", line 2, in f\n    g()\nfinished: all well\n',
        "Exception in the clouds\nnothing\n",
        "Caught KeyError: 'a' and went on\n",
    ],
)
def test_not_an_error(text: str) -> None:
    assert read(text) == []


def test_two_tracebacks_are_two_blocks() -> None:
    text = TEXTS["python/plain@py313"] + TEXTS["python/no-message@py313"]
    assert [len(block) for block in read_text(text)] == [1, 1]


@pytest.mark.parametrize(
    "below",
    [
        "nox > Command python3 -c 1/0 failed with exit code 1",
        "py: exit 1 (0.02 seconds) /home/dev/x> python -c 1/0 pid=20349",
        "make: *** [Makefile:2: a] Error 1",
        "npm error code 1",
        "error Command failed with exit code 1.",
        "ninja: build stopped: subcommand failed.",
        " [autodoc.import_object]",  # Sphinx 9
        "division by zero",  # gunicorn says it once more
    ],
)
def test_where_a_message_ends(below: str) -> None:
    """As nox 2026.10, tox 4.67, make 4.3, npm 10.8, Yarn 1.22, ninja 1.11 and Sphinx 9.1 go on below what they ran."""
    text = 'Traceback (most recent call last):\n  File "a.py", line 1, in <module>\n'
    text += f"ZeroDivisionError: division by zero\n{below}\n"
    report = next(report for block in read_text(text) for report in block)
    assert report.message == "division by zero"


def test_a_box_below_is_not_the_messages() -> None:
    """A panel of rich 14, printed after `traceback.print_exc()`."""
    (report,) = read(
        'Traceback (most recent call last):\n  File "/home/dev/shop/app.py", line 6, in <module>\n'
        "    open(\"settings.toml\")\nFileNotFoundError: [Errno 2] No such file or directory: 'settings.toml'\n"
        "╭───────────────────────── Result ─────────────────────────╮\n"
        "│ Nothing was read.                                        │\n"
        "╰──────────────────────────────────────────────────────────╯\n"
    )
    assert report.message == "[Errno 2] No such file or directory: 'settings.toml'"


NLTK = """\
Traceback (most recent call last):
  File "/home/dev/project/lemma.py", line 3, in <module>
    print(WordNetLemmatizer().lemmatize("trains"))
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
LookupError:\x20
**********************************************************************
  Resource 'wordnet' not found.
  Please use the NLTK Downloader to obtain the resource:

  >>> import nltk
  >>> nltk.download('wordnet')

  Searched in:
    - '/home/dev/nltk_data'
**********************************************************************

done
"""


def test_a_message_between_two_rules() -> None:
    found = only(DIALECT, NLTK)
    assert found.exception == "LookupError"
    assert found.message.split("\n")[0] == "Resource 'wordnet' not found."
    assert found.message.endswith("Searched in:\n  - '/home/dev/nltk_data'")
    assert found.span.end == 15


def test_a_rule_that_nothing_closes_is_no_message() -> None:
    found = only(DIALECT, NLTK.rpartition("*" * 70)[0])
    assert found.message == ""
