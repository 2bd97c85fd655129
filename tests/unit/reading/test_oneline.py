from __future__ import annotations

import pytest
from tracemend.reading.oneline import DIALECT
from tracemend.reading.surroundings import is_exception_name, showing_program

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
