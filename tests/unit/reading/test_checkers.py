"""Texts of pyright 1.1.414, mypy 2.4, ruff 0.17, pylint 4.1.4, ty 0.0.107 and flake8 7.5 with flake8-bugbear 26.10.

All formats of all tools are in `test_checker_outputs`.
"""

from __future__ import annotations

from time import perf_counter

import pytest
from tracemend.reading.findings.checkers import DIALECT
from tracemend.reading.report import ErrorReport
from tracemend.reading.scanner import read_text

from .asking import only, read


def place(report: ErrorReport) -> tuple[str, int | None, int | None]:
    assert report.user_frame is not None
    return report.user_frame.path, report.user_frame.line, report.user_frame.column


PYRIGHT = """
/home/me/ck/a.py
  /home/me/ck/a.py:2:6 - error: Import "nosuch_zz" could not be resolved (reportMissingImports)
  /home/me/ck/a.py:11:12 - error: Type "Literal[3]" is not assignable to return type "str"
  \u00a0 \u00a0 "Literal[3]" is not assignable to "str" (reportReturnType)
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
        == 'Type "Literal[3]" is not assignable to return type "str"\n    "Literal[3]" is not assignable to "str"'
    )
    assert (returned.code, returned.span.start, returned.span.end) == ("reportReturnType", 3, 4)
    assert (unused.severity, unused.code) == ("warning", "reportUnusedExpression")
    assert (syntax.message, syntax.code) == ('Expected ":"', "syntax")


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
    assert (returned.code, place(returned)) == ("return-value", ("a.py", 11, 12))


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


def test_mypy_without_a_line() -> None:
    report = only(
        DIALECT,
        """
        b/a.py: error: Duplicate module named "a" (also at "a.py")
        b/a.py: note: See https://mypy.readthedocs.io/en/stable/running_mypy.html#mapping-file-paths-to-modules
        b/a.py: note: Common resolutions include:
        b/a.py: note:     a) using `--exclude` to avoid checking one of them,
        Found 1 error in 1 file (errors prevented further checking)
        """,
    )
    assert (report.tool, report.message) == ("mypy", 'Duplicate module named "a" (also at "a.py")')
    assert (place(report), len(report.notes)) == (("b/a.py", None, None), 3)
    assert only(DIALECT, "nosuch.py: error: Cannot read file: No such file or directory").tool == "mypy"
    report = only(DIALECT, '<string>:1: error: Name "x" is not defined  [name-defined]', command="mypy -c x")
    assert (report.code, place(report)) == ("name-defined", ("<string>", 1, None))


def test_pylint_names_duplicate_code_over_many_lines() -> None:
    report = only(
        DIALECT,
        """
        ************* Module d2
        d2.py:1:0: R0801: Similar lines in 2 files
        ==d1:[1:7]
        ==d2:[1:7]
            x = 1
            y = 2
            print(x, y, 1) (duplicate-code)

        -----------------------------------
        Your code has been rated at 9.29/10
        """,
    )
    assert (report.tool, report.code, report.severity) == ("pylint", "R0801", "warning")
    assert report.message.startswith("Similar lines in 2 files\n==d1:[1:7]")
    assert report.message.endswith("print(x, y, 1)")
    assert (report.span.start, report.span.end) == (2, 7)


def test_pylint_finds_no_file() -> None:
    report = only(DIALECT, "nosuch.py:1:0: F0001: No module named nosuch.py (fatal)")
    assert (report.tool, report.code, report.severity) == ("pylint", "F0001", "error")


def test_bugbear_is_not_ruff() -> None:
    report = only(
        DIALECT,
        "a.py:24:5: B001 Do not use bare `except:`, it also catches unexpected events like memory errors, interrupts,"
        " system exit, and so on.  Prefer excepting specific exceptions  If you're sure what you're doing, be explicit"
        " and write `except BaseException:`.",
    )
    assert (report.tool, report.code) == ("flake8", "B001")
    line = "a.py:20:5: B018 Found useless attribute access. Either assign it to a variable or remove it."
    assert only(DIALECT, line).tool == "ruff"


def test_a_notebook_of_ruff() -> None:
    report = only(DIALECT, "nb.ipynb:cell 2:1:8: F401 [*] `os` imported but unused")
    assert (report.tool, place(report)) == ("ruff", ("nb.ipynb:cell 2", 1, 8))


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
        "usage: app.py [-h] name\napp.py: error: the following arguments are required: name",
        "app.py: error: unrecognized arguments: --x",
        'shop/a.py: note: In function "g":',
        "shop/a.py:42:13: info[revealed-type] Revealed type: `int`",
        "shop/a.py:3: in load\n    return f()",
        "tests/a.py:3: AssertionError",
        "shop/a.py:3:5: something that no checker says",
        "Your code has been rated at 0.00/10",
        "************* Module shop.a",
        "ruff....................................................Failed\n- hook id: ruff\n- exit code: 1",
        "shop/a.py:\n    a module about rows",
        "shop/a.py:\n  3:7 is the ratio",
        "ERROR cannot open shop/a.py",
        "io: reading shop/a.py",
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
        "ERROR " + "x [a" * 50_000 + ".py]",
        "a.py:1:1: '" + "'" * 100_000 + " imported",
        "a.py:1: [E1101(no-member), " + "(" * 100_000,
    ):
        read(DIALECT, f"{line}\n{line}")


def test_many_findings_take_linear_time() -> None:
    text = "".join(f"a.py:{number}:1: F401 [*] `os` imported but unused\n" for number in range(1, 3001))
    began = perf_counter()
    assert sum(map(len, read_text(text))) == 3000
    grouped = "a.py:\n" + "  1:1 F401 [*] `os` imported but unused\n" * 4_000
    assert sum(map(len, read_text(grouped))) == 4000
    assert perf_counter() - began < 5


@pytest.mark.parametrize("mark", ["##[error]", "Error: "])
def test_behind_a_services_mark(mark: str) -> None:
    """GitHub's log has `##[error]` before what a problem matcher or a command says, its page `Error: `."""
    text = f'{mark}a.py:2: error: Name "x" is not defined  [name-defined]\na.py:2: note: Hint\n'
    (report,) = [one for block in read_text(text) for one in block]
    assert (report.tool, report.code, report.notes) == ("mypy", "name-defined", ("Hint",))
    assert (report.span.start, report.span.end) == (1, 2)
    dated = "2026-03-04T05:06:07.1234567Z " + f"{mark}a.py:26:11: F821 Undefined name `foo`\n"
    (report,) = [one for block in read_text(dated) for one in block]
    assert (report.tool, report.code, report.user_frame and report.user_frame.column) == ("ruff", "F821", 11)


def test_under_the_name_of_a_hook() -> None:
    """pre-commit 4.7.0 around mypy 2.4.1."""
    text = """mypy.....................................................................Failed
- hook id: mypy
- exit code: 1

rate.py:2: error: Incompatible return value type (got "str", expected "int")  [return-value]
Found 1 error in 1 file (checked 1 source file)

"""
    (report,) = [one for block in read_text(text) for one in block if not one.summary]
    assert (report.tool, report.span.start) == ("mypy", 5)


RUFF_PREVIEW = {
    "concise": """
a.py:1:8: unused-import: [*] `os` imported but unused
a.py:2:7: undefined-name: Undefined name `foo`
Found 2 errors.
[*] 1 fixable with `--fix`.
""",
    "full": """
unused-import: [*] `os` imported but unused
 --> a.py:1:8
  |
1 | import os
  |        ^^
2 | print(foo)
  |
help: Remove unused import: `os`
  |
  - import os
1 | print(foo)
  |

undefined-name: Undefined name `foo`
 --> a.py:2:7
  |
1 | import os
2 | print(foo)
  |       ^^^

Found 2 errors.
[*] 1 fixable with `--fix`.
""",
    "grouped": """
a.py:
  1:8 unused-import [*] `os` imported but unused
  2:7 undefined-name: Undefined name `foo`

Found 2 errors.
""",
    "pylint": """
a.py:1: [unused-import] `os` imported but unused
a.py:2: [undefined-name] Undefined name `foo`
""",
    "github": (
        "\n::error title=ruff (unused-import),file=/home/me/a.py,line=1,col=8,endLine=1,endColumn=10::a.py:1:8: "
        "unused-import: `os` imported but unused%0A  help: Remove unused import: `os`\n"
        "::error title=ruff (undefined-name),file=/home/me/a.py,line=2,col=7,endLine=2,endColumn=10::a.py:2:7: "
        "undefined-name: Undefined name `foo`\n"
    ),
}


@pytest.mark.parametrize("form", RUFF_PREVIEW)
def test_ruff_names_its_rules_with_preview(form: str) -> None:
    """ruff 0.17.6, `ruff check --preview --output-format FORM`."""
    reports = [one for block in read_text(RUFF_PREVIEW[form].lstrip("\n")) for one in block]
    assert [(one.tool, one.code, one.severity) for one in reports] == [
        ("ruff", "F401", "warning"),
        ("ruff", "F821", "error"),
    ]
    assert [one.message for one in reports] == ["`os` imported but unused", "Undefined name `foo`"]


def test_what_is_no_rule_of_ruffs_is_no_finding() -> None:
    for text in (
        "a.py:1:8: see-also: the manual",
        "well-known: this is prose\n --> nowhere",
        "a.py:\n  1:8 to-do: write it\n",
        "a.py:1: [to-do] write it",
        "unused-import: a rule that ruff has",
    ):
        assert read_text(text + "\n") == [], text


def test_mypys_code_where_it_printed_none() -> None:
    """As mypy before 0.990 printed its findings; the second is of mypy 0.910."""
    text = (
        'tokens.py:127: error: Item "None" of "Optional[int]" has no attribute "real"\n'
        'a.py:25: error: Argument 1 to "f" has incompatible type "str"; expected "int"\n'
        "a.py:30: error: A sentence that is not known\n"
    )
    assert [one.code for block in read_text(text) for one in block] == ["union-attr", "arg-type", None]
