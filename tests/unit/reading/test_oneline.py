"""Exceptions on one line. Where no tool is named, the lines are made of the forms that the module's docstring names."""

from __future__ import annotations

import pytest
from tracemend.reading.report import Span
from tracemend.reading.scanner import read_text
from tracemend.reading.surroundings import is_exception_name, showing_program
from tracemend.reading.tracebacks.oneline import DIALECT

from .asking import only, read


@pytest.mark.parametrize(
    ("line", "name", "message"),
    [
        ("ValueError: bad thing", "ValueError", "bad thing"),
        (
            "json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)",
            "json.decoder.JSONDecodeError",
            None,
        ),
        ("requests.exceptions.ReadTimeout: too slow", "requests.exceptions.ReadTimeout", "too slow"),
        ("socket.gaierror: [Errno -2] Name or service not known", "socket.gaierror", None),
        ("ERROR:root:KeyError: 'port'", "KeyError", "'port'"),
        ("Error: FileNotFoundError: [Errno 2] No such file or directory: 'a'", "FileNotFoundError", None),
        ("MyAppError: no customer 12", "MyAppError", "no customer 12"),
    ],
)
def test_an_exception_alone_on_a_line(line: str, name: str, message: str | None) -> None:
    report = only(DIALECT, line, exit_code=1)
    assert (report.tool, report.severity, report.exception) == ("python", "error", name)
    assert report.message == (message if message is not None else line.partition(name + ": ")[2])
    assert report.user_frame is None


def test_the_place_in_the_text_of_a_syntax_error() -> None:
    # python -c 'compile("def f(x)\n", "shop.py", "exec")' with sys.exit(f"SyntaxError: {error}")
    report = only(DIALECT, "SyntaxError: expected ':' (shop.py, line 1)")
    assert report.message == "expected ':'"
    assert report.user_frame is not None
    assert (report.user_frame.path, report.user_frame.line) == ("shop.py", 1)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("/home/me/shop/.venv/bin/python: No module named nosuch", "No module named nosuch"),
        ("/usr/bin/python3.12: No module named nosuch", "No module named nosuch"),
        (
            "python: can't open file '/home/me/nope.py': [Errno 2] No such file or directory",
            "can't open file '/home/me/nope.py': [Errno 2] No such file or directory",
        ),
        (r"C:\Program Files\Python312\python.exe: No module named nosuch", "No module named nosuch"),
    ],
)
def test_the_interpreter_cannot_start_a_program(line: str, message: str) -> None:
    report = only(DIALECT, line)
    assert (report.tool, report.exception, report.message) == ("python", None, message)


@pytest.mark.parametrize(
    ("line", "name", "message"),
    [
        # The second is Celery 5.7's, the one about an aborted connection requests 2.34's, both provoked; the first is
        # how uvicorn logs what asyncio says. Windows' sentences are quoted (see `localised_texts`), the rest are
        # built from OSError's own forms (CPython, Objects/exceptions.c) with words that programs put before them.
        (
            "ERROR:    [Errno 98] error while attempting to bind on address ('0.0.0.0', 80): address already in use",
            None,
            None,
        ),
        (
            "[2026-11-25 22:30:16,020: ERROR/MainProcess] consumer: Cannot connect to "
            "amqp://guest:**@127.0.0.1:59999//: [Errno 111] Connection refused.",
            None,
            "[Errno 111] Connection refused",
        ),
        ("Error: [WinError 2] Das System kann die angegebene Datei nicht finden", None, None),
        ("错误： [WinError 32] 另一个程序正在使用此文件，进程无法访问。: 'a.txt'", None, None),
        ("[WinError 5] Access is denied: b'downloads'", None, None),
        ("fetch.py:52 [Errno 110] Connection timed out", None, None),
        ("gaierror [Errno 11001] getaddrinfo failed", "gaierror", None),
        ("it failed: FileNotFoundError: [Errno 2] No such file or directory: 'a'", "FileNotFoundError", None),
        (
            "('Connection aborted.', ConnectionResetError(104, 'Connection reset by peer'))",
            "ConnectionResetError",
            "[Errno 104] Connection reset by peer",
        ),
        (
            "failed with PermissionError(13, 'Access is denied', None, 5, None)",
            "PermissionError",
            "[WinError 5] Access is denied",
        ),
        ("cannot write (OSError('[Errno 28] No space left on device'))", None, "[Errno 28] No space left on device"),
    ],
)
def test_a_number_of_the_system_s_anywhere_in_a_line(line: str, name: str | None, message: str | None) -> None:
    report = only(DIALECT, line)
    assert (report.tool, report.exception) == ("python", name)
    assert report.message == (message or line[line.index("[Errno" if "[Errno" in line else "[WinError") :])
    assert report.errno is not None or report.winerror is not None
    if "consumer: Cannot connect" not in line:  # read as Celery's own
        assert [one.message for block in read_text(line) for one in block] == [report.message]
    assert read(DIALECT, line, exit_code=0) == []
    assert read(DIALECT, line, command="grep -r Errno .") == []


@pytest.mark.parametrize(
    "text",
    [
        "17:20:46 INFO 3 | trying again: [Errno 104] Connection reset by peer",
        "2026-11-25 10:00:00,000 DEBUG app: [Errno 11] Resource temporarily unavailable",
        "    raise OSError('[Errno 2] No such file or directory')",
        '    assert "[Errno 13] Permission denied" in str(error)',
        "# [Errno 98] Address already in use",
        "When you see [Errno 13] you have no rights",
        "`[Errno 98] Address already in use` is printed by the server",
        "open(104, 'Connection reset by peer')",
    ],
)
def test_silence_about_numbers(text: str) -> None:
    assert read(DIALECT, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "PermissionError handled, trying the next folder",
        "KeyError handled, key was 'k'",
        "ValueError",
        "Raises:\n    ValueError: in a docstring",
        "26ff919 Catch KeyError: missing config",
        "INFO: ValueError: seen and mended",
        "Error: Missing argument 'PATH'.",
        "Warning: 3 files skipped",
        "ResourceWarning: Enable tracemalloc to get the object allocation traceback",
        "ValueError: if the number is negative",
        "ValueError: the first kind\nKeyError: the second kind\nTypeError: the third kind",
        "TypeError: Cannot read properties of undefined (reading 'x')\n    at Object.<anonymous> (/srv/app.js:2:5)",
        "ReferenceError: conole is not defined",
        "java.lang.IllegalStateException: not open\n\tat com.example.Main.main(Main.java:3)",
    ],
)
def test_silence(text: str) -> None:
    assert read(DIALECT, text) == []


@pytest.mark.parametrize(
    "command", ["grep -h Error notes.txt", "git log --format=%s", "cat TODO", "python -m pydoc open"]
)
def test_silence_on_commands_that_show_text(command: str) -> None:
    assert read(DIALECT, "ValueError: bad thing", command=command) == []
    assert len(read(DIALECT, "ValueError: bad thing", command=command, selected=True)) == 1


def test_a_program_that_ended_well_only_printed_it() -> None:
    assert read(DIALECT, "ValueError: bad thing", exit_code=0) == []


@pytest.mark.parametrize(
    ("line", "name", "message"),
    [
        ("    KeyError: 'name'", "KeyError", "'name'"),
        ("E       KeyError: 'name'", "KeyError", "'name'"),
        ("> ZeroDivisionError: division by zero", "ZeroDivisionError", "division by zero"),
        ("`KeyError: 3`", "KeyError", "3"),
        ("KeyboardInterrupt", "KeyboardInterrupt", ""),
        ("DeprecationWarning: old", "DeprecationWarning", "old"),
    ],
)
def test_what_is_selected_is_read_more_generously(line: str, name: str, message: str) -> None:
    report = only(DIALECT, line, selected=True)
    assert (report.exception, report.message) == (name, message)


def test_prose_that_is_selected_is_still_no_exception() -> None:
    assert read(DIALECT, "All is well\n\nerrors: none\n    \nfoo: bar\n'", selected=True) == []


def test_names() -> None:
    assert is_exception_name("KeyError")
    assert is_exception_name("sqlite3.Error")
    assert is_exception_name("subprocess.TimeoutExpired")
    assert not is_exception_name("Error")
    assert not is_exception_name("error")
    assert not is_exception_name("DeprecationWarning")
    assert not is_exception_name("java.io.IOException")


def test_commands_that_show_text() -> None:
    assert showing_program("cd src && grep -rn KeyError . | head") == "grep"
    assert showing_program("FOO=1 sudo less log.txt") == "less"
    assert showing_program("python app.py --help") == "python"
    assert showing_program("python app.py | grep Error") is None
    assert showing_program("cat app.py; python app.py") is None
    assert showing_program("git push") is None
    assert showing_program(None) is None


def test_hostile_lines_take_no_time() -> None:
    for line in ("a." * 50_000 + ": x", "A" * 200_000, "Error: " * 30_000, "SyntaxError: " + "(" * 100_000):
        assert read(DIALECT, line, selected=True) in ([], read(DIALECT, line, selected=True))


def test_the_place_of_an_encoding_error() -> None:
    # python menu.py, saved in Windows 1252
    message = "Non-UTF-8 code starting with '\\xe9' in file /srv/a b/menu.py on line 3, but no encoding declared; see x"
    report = only(DIALECT, f"SyntaxError: {message}")
    assert report.message == message
    assert report.user_frame is not None
    assert (report.user_frame.path, report.user_frame.line) == ("/srv/a b/menu.py", 3)


@pytest.mark.parametrize(
    ("command", "path"),
    [
        ("python menu.py --all", "menu.py"),
        ("cd a && python3 'b/menu.py'", "b/menu.py"),
        ("python -m menu", None),
        (None, None),
    ],
)
def test_an_unknown_encoding_is_in_the_program_that_was_started(command: str | None, path: str | None) -> None:
    report = only(DIALECT, "SyntaxError: encoding problem: utf8x", command=command)
    frame = report.user_frame
    assert (frame.path if frame else None) == path
    assert frame is None or frame.line == 1


def test_what_pydantic_says_below() -> None:
    text = "ValidationError: 1 validation error for Settings\nport\n  Field required [type=missing]\n\nnext\n"
    report = read_text(text)[0][0]
    assert report.message.splitlines()[1:] == ["port", "  Field required [type=missing]"]
    assert report.span.end == 3


def test_names_that_do_not_end_in_error() -> None:
    report = read_text('UndefinedTable: relation "x" does not exist\n')[0][0]
    assert (report.exception, report.message) == ("UndefinedTable", 'relation "x" does not exist')


def test_a_message_that_begins_on_the_next_line() -> None:
    text = "RuntimeError:\n        An attempt has been made to start a new process\n\n        This means that\n\ndone"
    report = only(DIALECT, text)
    assert report.exception == "RuntimeError"
    assert report.message == "\n        An attempt has been made to start a new process\n\n        This means that"


@pytest.mark.parametrize("text", ["RuntimeError:\ndone", 'ValueError:\n  File "a.py", line 1', "Build Error:\n    no"])
def test_a_heading_alone(text: str) -> None:
    assert read(DIALECT, text) == []


@pytest.mark.parametrize(
    "head",
    [
        "2026-11-26 17:03:26.390 | ERROR    | __main__:<module>:9 - ",  # loguru
        "2026-11-26 17:03:53 [error    ] ",  # structlog
        "2024-05-01 10:00:00,123 - app - ERROR - ",
        "[2024-05-01 10:00:00,123] ERROR in app: ",  # Flask
        "[2024-05-01, 10:00:00 UTC] {taskinstance.py:2731} ERROR - ",  # Airflow
        "[2024-05-01 10:00:00,123: ERROR/MainProcess] ",  # Celery
        "2024-05-01 10:00:00,123 ERROR app: could not start: ",
        "10:00:00 ERROR ",
        "[10:00:00] ",
        "2024-05-01 10:00:00,123 ",
        "ERROR:    ",  # uvicorn
        "ERROR - ",
        "[ERROR] ",
        "##[error]",  # Azure Pipelines
    ],
)
def test_at_the_end_of_a_record(head: str) -> None:
    report = read_text(f"{head}ModuleNotFoundError: No module named 'requests'\ndone\n")[0][0]
    assert (report.exception, report.message) == ("ModuleNotFoundError", "No module named 'requests'")


def test_a_record_s_right_side_is_no_message() -> None:
    """RichHandler of rich 15."""
    text = "                    ERROR    KeyError: 'host'                     jobs.py:6\n"
    assert read_text(text)[0][0].message == "'host'"


@pytest.mark.parametrize(
    "text",
    [
        "2024-05-01 10:00:00,123 INFO worker: retrying: ConnectionError: refused",
        "2024-05-01 10:00:00,123 WARNING worker: ValueError: bad thing",
        "ERROR notes - FileNotFoundError: seen and mended",
        "the level ERROR: ValueError: is described below",
        "2024-05-01 10:00:00,123 ERROR app: TypeError: x is not a function",
    ],
)
def test_records_that_tell_of_no_error_of_python(text: str) -> None:
    assert [one for block in read_text(text) for one in block if one.exception] == []


def test_a_record_above_its_own_traceback() -> None:
    text = (
        "2024-05-01 10:00:00,123 ERROR app: KeyError: 'host'\n"
        'Traceback (most recent call last):\n  File "a.py", line 2, in load\n    return cfg["host"]\n'
        "KeyError: 'host'\n"
    )
    assert [(one.exception, one.span.start) for block in read_text(text) for one in block] == [("KeyError", 2)]


def test_pretty_errors() -> None:
    """Its last lines, as version 1.2 prints them."""
    text = 'boom.py 2 load\nreturn cfg["host"]\n\nKeyError:\nhost'
    report = only(DIALECT, text, selected=True)
    assert (report.exception, report.message, report.span) == ("KeyError", "host", Span(4, 5))
    assert read(DIALECT, text) == []
