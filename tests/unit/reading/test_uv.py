from __future__ import annotations

import pytest
from tracemend.reading.builds.uv import DIALECT
from tracemend.reading.report import ErrorReport, Hints
from tracemend.reading.scanner import read_text

from .asking import only, read


def scan(text: str) -> list[ErrorReport]:
    """The reports of a text as the scanner reads it."""
    return [report for block in read_text(text) for report in block]


NEW_BUILD = """
Resolved 4 packages in 74ms
   Building cbuild @ file:///home/dev/cbuild
error: Failed to add dependencies
  cause: Failed to build `cbuild @ file:///home/dev/cbuild`
  cause: The build backend returned an error
  cause: Call to `setuptools.build_meta:__legacy__.build_wheel` failed (exit status: 1)

         [stdout]
         running bdist_wheel
         running build_ext

         [stderr]
         src/cbuild.c:2:10: fatal error: nosuchheader/zz.h: No such file or directory
             2 | #include <nosuchheader/zz.h>
               |          ^~~~~~~~~~~~~~~~~~~
         compilation terminated.
         error: Command '['gcc', '-c', 'src/cbuild.c']' returned non-zero exit status 1.

hint: `cbuild` was included because `u` (v1) depends on `cbuild`

hint: If you want to add the package regardless of the failed resolution, provide the `--frozen` flag to skip locking and syncing
done
"""  # noqa: E501

BOXED_BUILD = """
Resolved 3 packages in 81ms
   Building cbuild @ file:///home/dev/cbuild
  × Failed to build `cbuild @ file:///home/dev/cbuild`
  ├─▶ The build backend returned an error
  ╰─▶ Call to `setuptools.build_meta:__legacy__.build_wheel` failed (exit
      status: 1)

      [stdout]
      running bdist_wheel

      [stderr]
      src/cbuild.c:2:10: fatal error: nosuchheader/zz.h: No such file or
      directory
          2 | #include <nosuchheader/zz.h>
            |          ^~~~~~~~~~~~~~~~~~~
      compilation terminated.
      error: Command '['gcc',
      '-c', 'src/cbuild.c']' returned non-zero
      exit status 1.

      hint: This error likely indicates that you need to install
      a library that provides "nosuchheader/zz.h" for `cbuild @
      file:///home/dev/cbuild`
  help: If you want to add the package regardless of the failed resolution,
        provide the `--frozen` flag to skip locking and syncing.
$ ls
"""

OLD_BUILD = """
error: Failed to prepare distributions
  Caused by: Failed to fetch wheel: badtb @ file:///home/dev/badtb
  Caused by: Build backend failed to build wheel through `build_wheel()` with exit status: 1
--- stdout:

--- stderr:
Traceback (most recent call last):
  File "<string>", line 8, in <module>
ModuleNotFoundError: No module named 'setuptools'
---
"""


def test_a_failed_build() -> None:
    """uv 0.13.9, gcc 12.2; the compiler's command line is shortened."""
    inner, report = read(DIALECT, NEW_BUILD)
    assert (inner.tool, inner.message) == ("gcc", "nosuchheader/zz.h: No such file or directory")
    assert (inner.span.start, inner.span.end) == (13, 15)
    assert inner.chain is not None
    assert (inner.chain.of, inner.chain.how) == (1, "cause")
    assert report.message.split("\n")[:3] == [
        "Failed to add dependencies",
        "Failed to build `cbuild @ file:///home/dev/cbuild`",
        "The build backend returned an error",
    ]
    assert (report.span.start, report.span.end, len(report.notes)) == (3, 21, 2)


def test_a_failed_build_in_a_box() -> None:
    """uv 0.7.0, whose box is wrapped at the terminal's width."""
    inner, report = read(DIALECT, BOXED_BUILD)
    assert inner.message == "nosuchheader/zz.h: No such file or directory"
    assert inner.user_frame is not None
    assert inner.user_frame.source == "#include <nosuchheader/zz.h>"
    assert report.message.split("\n")[:3] == [
        "Failed to build `cbuild @ file:///home/dev/cbuild`",
        "The build backend returned an error",
        "Call to `setuptools.build_meta:__legacy__.build_wheel` failed (exit status: 1)",
    ]
    assert report.notes[0].endswith('that provides "nosuchheader/zz.h" for `cbuild @ file:///home/dev/cbuild`')
    assert report.notes[1].endswith("provide the `--frozen` flag to skip locking and syncing.")
    assert (report.span.start, report.span.end) == (3, 25)


def test_a_failed_build_of_old() -> None:
    """uv 0.4.0."""
    inner, report = read(DIALECT, OLD_BUILD)
    assert (inner.exception, inner.message) == ("ModuleNotFoundError", "No module named 'setuptools'")
    assert (inner.span.start, inner.span.end) == (7, 9)
    assert report.first_line == "Failed to prepare distributions"


def test_no_solution_in_a_box() -> None:
    """uv 0.7.0."""
    report = only(
        DIALECT,
        """
        Using CPython 3.11.7 interpreter at: /usr/local/bin/python3
          × No solution found when resolving dependencies:
          ╰─▶ Because requests==2.31.0 depends on urllib3>=1.21.1,<3 and your project
              depends on requests==2.31.0, we can conclude that your project depends
              on urllib3>=1.21.1,<3.
              And because your project depends on urllib3<1.20, we can conclude that
              your project's requirements are unsatisfiable.
          help: If you want to add the package regardless of the failed resolution,
                provide the `--frozen` flag to skip locking and syncing.
        """,
    )
    assert report.message.split("\n") == [
        "No solution found when resolving dependencies:",
        "Because requests==2.31.0 depends on urllib3>=1.21.1,<3 and your project depends on requests==2.31.0, "
        "we can conclude that your project depends on urllib3>=1.21.1,<3.",
        "And because your project depends on urllib3<1.20, we can conclude that your project's requirements are "
        "unsatisfiable.",
    ]
    assert len(report.notes) == 1


@pytest.mark.parametrize(
    ("text", "message", "notes"),
    [
        (
            "error: No solution found when resolving dependencies\n"
            "  cause: Because there is no version of six==99 and you require six==99, we can conclude nothing.",
            ["No solution found when resolving dependencies", "Because there is no version of six==99 and you require "
             "six==99, we can conclude nothing."],
            0,
        ),
        (
            "error: The interpreter at `/usr` is externally managed, and indicates the following:\n\n"
            "  To install Python packages system-wide, try apt install\n\n"
            "hint: Consider creating a virtual environment, e.g., with `uv venv`",
            ["The interpreter at `/usr` is externally managed, and indicates the following:",
             "To install Python packages system-wide, try apt install"],
            1,
        ),
        (
            "error: The lockfile at `uv.lock` needs to be updated, but `--locked` was provided.\n\n"
            "hint: To update the lockfile, run `uv lock`.",
            ["The lockfile at `uv.lock` needs to be updated, but `--locked` was provided."],
            1,
        ),
        (
            "error: Failed to spawn: `nope.py`\n  Caused by: No such file or directory (os error 2)\n",
            ["Failed to spawn: `nope.py`", "No such file or directory (os error 2)"],
            0,
        ),
        (
            "error: Request failed after 3 retries in 5.7s\n  cause: Failed to fetch: https://pypi.org/simple/zz/\n"
            "  cause: error sending request for url (https://pypi.org/simple/zz/)\n  cause: client error (Connect)\n"
            "  cause: tcp connect error\n  cause: Connection refused (os error 111)",
            ["Request failed after 3 retries in 5.7s", "Failed to fetch: https://pypi.org/simple/zz/",
             "error sending request for url (https://pypi.org/simple/zz/)", "client error (Connect)",
             "tcp connect error", "Connection refused (os error 111)"],
            0,
        ),
        (
            "error: Failed to parse: `six==>3`\n"
            '  Caused by: no such comparison operator "==>", must be one of ~= == != <= >= < > ===\n'
            "six==>3\n   ^^^^\nerror: Failed to spawn: x",
            ["Failed to parse: `six==>3`", 'no such comparison operator "==>", must be one of ~= == != <= >= < > ===',
             "six==>3", "   ^^^^"],
            0,
        ),
        (
            "  × No interpreter found for Python 3.98 in managed installations or search\n  │ path\n",
            ["No interpreter found for Python 3.98 in managed installations or search path"],
            0,
        ),
        ("error: No `pyproject.toml` found in current directory or any parent directory",
         ["No `pyproject.toml` found in current directory or any parent directory"], 0),
        ("error: Required uv version `>=0.99` does not match the running version `0.13.9`. Update `uv` by running `uv "
         "self update`.", ["Required uv version `>=0.99` does not match the running version `0.13.9`. Update `uv` by "
                           "running `uv self update`."], 0),
    ],
)  # fmt: skip
def test_messages(text: str, message: list[str], notes: int) -> None:
    """uv 0.4.0, 0.7.0 and 0.13.9; the index's address and interpreters' paths are replaced."""
    report = read(DIALECT, text)[0]
    assert (report.tool, report.message.split("\n"), len(report.notes)) == ("uv", message, notes)
    assert scan(text)[0] == report


def test_the_command_tells_whose_error_it_is() -> None:
    report = only(DIALECT, "error: unrecognized subcommand 'instal'\n\n  tip: a similar subcommand exists: 'init'\n\n"
                  "Usage: uv [OPTIONS] <COMMAND>\n\nFor more information, try '--help'.", command="uv instal")  # fmt: skip  # noqa: E501
    assert (report.message, report.notes) == (
        "unrecognized subcommand 'instal'",
        ("a similar subcommand exists: 'init'",),
    )
    assert read(DIALECT, "error: anything at all", command="cargo build") == []


def test_a_long_output_keeps_its_end() -> None:
    body = "\n".join(f"         gcc -c file{number}.c" for number in range(3000))
    text = f"error: The build backend returned an error\n\n         [stderr]\n{body}\n         the end"
    message = lines_of(text)
    assert len(message) <= 200
    assert message[-1].strip() == "the end"


def lines_of(text: str) -> list[str]:
    return scan(text)[0].message.split("\n")


@pytest.mark.parametrize(
    "text",
    [
        "error: pathspec 'x' did not match any file(s) known to git",
        "error: could not compile `x`",
        "  × a list\n  × with crosses",
        "Using CPython 3.11.7\nResolved 3 packages in 76ms\nAll installed packages are compatible",
        "warning: Missing version constraint (e.g., a lower bound) for `six`",
    ],
)
def test_silence(text: str) -> None:
    assert read(DIALECT, text) == []


def test_a_box_without_unicode() -> None:
    """What a console of Windows shows: miette's ASCII signs (thread astral-sh/uv#13504, which lost no line)."""
    text = (
        "  x Failed to build `test1 @ file:///D:/pycharm/uv/test1`\n"
        "  |-> The build backend returned an error\n"
        "  `-> Call to `hatchling.build.get_requires_for_build_editable` failed: expected value at line 1 column 1 "
        "(exit code: 0)\n"
        "      hint: This usually indicates a problem with the package or the build environment.\n"
    )
    ((report,),) = read_text(text)
    assert report.message.split("\n")[1:] == [
        "The build backend returned an error",
        "Call to `hatchling.build.get_requires_for_build_editable` failed: expected value at line 1 column 1 (exit "
        "code: 0)",
    ]
    assert report.notes == ("This usually indicates a problem with the package or the build environment.",)
    tail = text.partition("\n")[2]  # as in thread astral-sh/uv#12528, whose author did not copy the first line
    ((report,),) = read_text(tail, Hints(selected=True))
    assert report.message.startswith("The build backend returned an error\nCall to ")
    assert read_text(tail) == []
    spun = "⠦ langchain-anthropic==0.3.3      " + text.partition("\n")[0] + "\n"  # thread browser-use/workflow-use#25
    ((report,),) = read_text(spun, Hints(selected=True))
    assert report.message == "Failed to build `test1 @ file:///D:/pycharm/uv/test1`"


@pytest.mark.parametrize("indent", ["", "  "])
def test_a_box_in_ascii(indent: str) -> None:
    text = (
        f"{indent}x No solution found when resolving dependencies:\n"
        f"{indent}`-> Because there is no version of six==99 and your project depends on six==99, we can conclude\n"
        f"{indent}    that your project's requirements are unsatisfiable.\n"
    )
    report = scan(text)[0]
    assert report.tool == "uv"
    assert report.message.startswith("No solution found when resolving dependencies:\nBecause there is no version of")
    assert scan("x is no solution\n") == []


def test_a_lock_file_in_a_log() -> None:
    said = (
        "The lockfile at `uv.lock` needs to be updated, but `--locked` was provided. To update the lockfile, run "
        "`uv lock`."
    )
    report = scan(
        f"#14 7.381 {said}\n#14 ERROR: executor failed running [/bin/sh -c uv sync --locked]: exit code: 1\n"
    )[0]
    assert (report.tool, report.message) == ("uv", said)
    assert scan("The lockfile at `uv.lock` is read by uv.\n") == []


def test_a_lock_file_that_cannot_be_read() -> None:
    text = "error: Failed to parse `uv.lock`\n  cause: TOML parse error at line 1, column 9\n"
    assert [(one.tool, one.message) for one in scan(text)] == [
        ("uv", "Failed to parse `uv.lock`\nTOML parse error at line 1, column 9")
    ]
    assert all(one.tool != "uv" for one in scan("error: Failed to parse `pyproject.toml`\n"))
