"""Texts of pyright 1.1.414, mypy 2.4, ruff 0.17 and flake8 7.5."""

from __future__ import annotations

import pytest
from tracemend.reading.checkers import DIALECT
from tracemend.reading.report import ErrorReport

from .asking import only, read


def place(report: ErrorReport) -> tuple[str, int | None, int | None]:
    assert report.user_frame is not None
    return report.user_frame.path, report.user_frame.line, report.user_frame.column


PYRIGHT = """
/home/me/ck/a.py
  /home/me/ck/a.py:2:6 - error: Import "nosuch_zz" could not be resolved (reportMissingImports)
  /home/me/ck/a.py:11:12 - error: Type "Literal[3]" is not assignable to return type "str"
\u00a0\u00a0\u00a0\u00a0"Literal[3]" is not assignable to "str" (reportReturnType)
  /home/me/ck/a.py:25:17 - information: Type of "x" is "Unknown"
  /home/me/ck/a.py:30:1 - warning: Expression value is unused (reportUnusedExpression)
/home/me/ck/syn.py
  /home/me/ck/syn.py:1:9 - error: Expected ":"
7 errors, 0 warnings, 1 information
"""

MYPY = """
a.py:2: error: Cannot find implementation or library stub for module named "nosuch_zz"  [import-not-found]
a.py:2: note: See https://mypy.readthedocs.io/en/stable/running_mypy.html#missing-imports
a.py:7:12:7:18: error: Item "None" of "Match[str] | None" has no attribute "group"  [union-attr]
a.py:11:12: error: Incompatible return value type (got "int", expected "str")
a.py:25: note: Revealed type is "Any"
Found 4 errors in 1 file (checked 1 source file)
"""

MYPY_PRETTY = """
a.py:2: error: Cannot find implementation or library stub for module named
"nosuch_zz"  [import-not-found]
    from nosuch_zz import thing
    ^
a.py:2: note: See https://mypy.readthedocs.io/en/stable/running_mypy.html#missing-imports
a.py:7: error: Item "None" of "Match[str] | None" has no attribute "group" 
[union-attr]
        return m.group(1)
               ^~~~~~~
Found 2 errors in 1 file (checked 1 source file)
"""  # noqa: W291

RUFF = """
F401 [*] `os` imported but unused
 --> a.py:1:12
  |
1 | import re, os
  |            ^^
2 | from nosuch_zz import thing
  |
help: Remove unused import: `os`
  |
  - import re, os
1 + import re
2 | from nosuch_zz import thing
  |

F821 Undefined name `undefined_zz`
  --> a.py:26:11
   |
25 |     reveal_type(x)
26 |     print(undefined_zz)
   |           ^^^^^^^^^^^^
27 |     g(
   |

invalid-syntax: Expected `:`, found newline
 --> syn.py:1:9
  |
1 | def f(x)
  |         ^
2 |     return x
  |

Found 3 errors.
"""


def test_pyright() -> None:
    missing, returned, unused, syntax = read(DIALECT, PYRIGHT)
    assert (missing.tool, missing.severity, missing.code) == ("pyright", "error", "reportMissingImports")
    assert missing.message == 'Import "nosuch_zz" could not be resolved'
    assert place(missing) == ("/home/me/ck/a.py", 2, 6)
    assert (
        returned.message
        == 'Type "Literal[3]" is not assignable to return type "str"\n"Literal[3]" is not assignable to "str"'
    )
    assert (returned.code, returned.span.start, returned.span.end) == ("reportReturnType", 3, 4)
    assert (unused.severity, unused.code) == ("warning", "reportUnusedExpression")
    assert (syntax.message, syntax.code) == ('Expected ":"', None)


def test_mypy() -> None:
    missing, union, returned = read(DIALECT, MYPY)
    assert (missing.tool, missing.severity, missing.code) == ("mypy", "error", "import-not-found")
    assert missing.message == 'Cannot find implementation or library stub for module named "nosuch_zz"'
    assert missing.notes[0].startswith("See https://mypy")
    assert place(missing) == ("a.py", 2, None)
    assert (missing.span.start, missing.span.end) == (1, 2)
    assert place(union) == ("a.py", 7, 12)
    assert union.user_frame is not None
    assert (union.user_frame.end_line, union.user_frame.end_column) == (7, 19)
    assert (returned.code, place(returned)) == (None, ("a.py", 11, 12))


def test_mypy_pretty() -> None:
    missing, union = read(DIALECT, MYPY_PRETTY)
    assert missing.message == 'Cannot find implementation or library stub for module named "nosuch_zz"'
    assert (missing.code, len(missing.notes), missing.span.end) == ("import-not-found", 1, 5)
    assert missing.user_frame is not None
    assert missing.user_frame.source == "from nosuch_zz import thing"
    assert (union.code, union.message) == ("union-attr", 'Item "None" of "Match[str] | None" has no attribute "group"')


def test_ruff_in_full() -> None:
    unused, undefined, syntax = read(DIALECT, RUFF)
    assert (unused.tool, unused.severity, unused.code) == ("ruff", "warning", "F401")
    assert unused.message == "`os` imported but unused"
    assert (unused.span.start, unused.span.end) == (1, 13)
    assert (undefined.severity, undefined.code, place(undefined)) == ("error", "F821", ("a.py", 26, 11))
    assert undefined.user_frame is not None
    assert undefined.user_frame.source == "print(undefined_zz)"
    assert (syntax.code, syntax.message, place(syntax)) == (
        "invalid-syntax",
        "Expected `:`, found newline",
        ("syn.py", 1, 9),
    )


@pytest.mark.parametrize(
    ("line", "tool", "code", "message", "column"),
    [
        ("a.py:1:12: F401 [*] `os` imported but unused", "ruff", "F401", "`os` imported but unused", 12),
        ("syn.py:1:9: invalid-syntax: Expected `:`", "ruff", "invalid-syntax", "Expected `:`", 9),
        ("a.py:1:1: F401 'os' imported but unused", "flake8", "F401", "'os' imported but unused", 1),
        ("syn.py:1:10: E999 SyntaxError: expected ':'", "flake8", "E999", "SyntaxError: expected ':'", 10),
        ("a.py:9:6: E1101: Instance of 'A' has no 'b' member (no-member)", "pylint", "E1101", None, 7),
        (r"C:\shop\a.py:26:11: F821 Undefined name `foo`", "ruff", "F821", "Undefined name `foo`", 11),
    ],
)
def test_one_line_forms(line: str, tool: str, code: str, message: str | None, column: int) -> None:
    report = only(DIALECT, line)
    assert (report.tool, report.code, place(report)[2]) == (tool, code, column)
    assert message is None or report.message == message


def test_the_command_tells_ruff_from_flake8() -> None:
    line = "a.py:1:1: X100 Some words"
    assert only(DIALECT, line, command="flake8 a.py").tool == "flake8"
    assert only(DIALECT, line, command="ruff check").tool == "ruff"


def test_ty() -> None:
    report = only(
        DIALECT, "error[unresolved-import]: Cannot resolve imported module `x`\n --> a.py:1:8\n  |\n1 | import x\n  |"
    )
    assert (report.tool, report.code, place(report)) == ("ty", "unresolved-import", ("a.py", 1, 8))


@pytest.mark.parametrize(
    "text",
    [
        "0 errors, 0 warnings, 0 informations",
        "All checks passed!",
        "Success: no issues found in 1 source file",
        "Found 2 errors in 1 file (checked 1 source file)",
        'a.py:25: note: Revealed type is "Any"',
        "w.c:1:22: error: expected ';'",
        "error[E0425]: cannot find value `x` in this scope\n --> src/main.rs:2:5",
        "F821 is a rule of ruff",
        "app/io.py:16:        PermissionError: if the file may not be read.",
        "A100 Something\nand more",
        "tests/test_io.py .....sx                                                 [100%]",
    ],
)
def test_silence(text: str) -> None:
    assert read(DIALECT, text) == []


def test_hostile_lines_take_no_time() -> None:
    for line in (
        ":1" * 100_000 + ".py",
        ".py:1:" * 50_000,
        " " * 100_000 + ".py:1:1 - error: x",
        "F821 " + " " * 100_000 + ".py",
    ):
        read(DIALECT, f"{line}\n{line}")
