"""Outputs in which nothing failed, or nothing of Python's: what they hold looks like a reader's format, and is none.

Provoked: Node.js 20.20, Perl 5.36, Tcl 8.6, Lua 5.4, Go 1.19, Java 17, Ruby 3.1, PHP 8.2, git 2.39.5 and GNU grep 3.8
(both over this repository). Stubs, doctests and jtreg's log are lines of the files that are named. The counts, the diff
around a traceback and the line of `git log --oneline` were written for this test.
"""

from __future__ import annotations

import pytest
from tracemend.reading.report import ErrorReport, Hints
from tracemend.reading.scanner import read_text


def scanned(text: str, command: str | None = None, exit_code: int | None = None) -> list[ErrorReport]:
    return [report for block in read_text(text, Hints(command, exit_code)) for report in block]


GO = """\
panic: runtime error: index out of range [3] with length 1

goroutine 1 [running]:
main.main()
\t/home/dev/g/main.go:6 +0x4c5
exit status 2
"""
JAVA = """\
Exception in thread "main" A$ConfigError: no config: x
\tat A.f(A.java:4)
\tat A.main(A.java:15)
Caused by: java.lang.NullPointerException: Cannot invoke "Object.toString()" because "<local1>" is null
\tat A.f(A.java:4)
\t... 1 more
"""
RUBY = """\
a.rb:4:in `+': nil can't be coerced into Integer (TypeError)
\tfrom a.rb:4:in `f'
\tfrom a.rb:13:in `<main>'
"""
PHP = """\
PHP Fatal error:  Uncaught TypeError: inner in /home/dev/a.php:8
Stack trace:
#0 /home/dev/a.php(12): f()
#1 {main}

Next RuntimeException: outer in /home/dev/a.php:8
Stack trace:
#0 /home/dev/a.php(12): f()
#1 {main}
  thrown in /home/dev/a.php on line 8
"""
NODE = """\
TypeError: Cannot read properties of null (reading 'x')
    at f (/home/dev/a.js:12:18)
    at Object.<anonymous> (/home/dev/a.js:19:1)
TypeError: Cannot read properties of null (reading 'x')
caught TypeError: Cannot read properties of null (reading 'x')
"""
"""`console.log(e); console.log(String(e)); console.log("caught " + e)`"""

PERL = "TypeError: bad at a.pl line 2.\n\tmain::g() called at a.pl line 3\n"
"""`confess "TypeError: bad"`"""

TCL = """\
ValueError: bad
    while executing
"error "ValueError: bad" "
    (procedure "f" line 1)
    invoked from within
"f"
    (file "a.tcl" line 2)
"""
LUA = """\
lua5.4: a.lua:1: TypeError: bad
stack traceback:
\t[C]: in function 'error'
\ta.lua:1: in local 'f'
\ta.lua:2: in main chunk
\t[C]: in ?
"""


@pytest.mark.parametrize("text", [GO, JAVA, RUBY, PHP, NODE, PERL, TCL, LUA])
def test_other_languages_errors_are_not_python_s(text: str) -> None:
    for command in (None, "./run.sh"):
        assert [report.tool for report in scanned(text, command) if report.tool == "python"] == []


def test_what_node_says_of_an_assertion_is_read_whole() -> None:
    text = (
        "node:assert:90\n  throw new AssertionError(obj);\n  ^\n\n"
        "AssertionError [ERR_ASSERTION]: Expected values to be strictly equal:\n\n1 !== 2\n\n"
        "    at f (/home/dev/a.js:15:34)\n    at Object.<anonymous> (/home/dev/a.js:19:1)\n"
        "    at node:internal/main/run_main_module:28:49 {\n"
        "  generatedMessage: true,\n  code: 'ERR_ASSERTION',\n  actual: 1,\n  expected: 2,\n"
        "  operator: 'strictEqual'\n}\n\nNode.js v20.20.2\n"
    )
    (report,) = scanned(text, "node a.js", 1)
    assert (report.tool, report.code) == ("node", "ERR_ASSERTION")
    assert report.message == "Expected values to be strictly equal:\n\n1 !== 2"
    assert report.user_frame is not None
    assert (report.user_frame.path, report.user_frame.line) == ("/home/dev/a.js", 15)


@pytest.mark.parametrize(
    "text",
    [
        "EvtSubscribeActionError: int",  # typeshed, stubs/pywin32/win32/win32evtlog.pyi
        "InterruptedError: type",
        "DeviceProblemError: Final = 5",
        "FATAL: Final = CRITICAL",  # typeshed, stdlib/logging/__init__.pyi
        "error: TypeAlias = com_error  # noqa: Y042",
        "E: IntoSubClass[np.float64 | np.int64]",  # numpy/typing/tests/data/reveal/array_constructors.pyi
    ],
)
def test_a_stub_s_declarations(text: str) -> None:
    assert scanned(text + "\n") == []
    assert scanned(text + "\n", "python show.py") == []


@pytest.mark.parametrize(
    "text",
    [
        "knowledge/python/general/os-error.yaml:50:      OSError: [Errno 22] Invalid argument",
        "knowledge/python/network/address-in-use.yaml:64:      OSError: [Errno 98] Address already in use",
        "server/tracemend/reading/shells/localised.py:4:    [WinError 5] Zugriff verweigert: 'x'    is \"Access",
        "202:  src/cbuild.c:2:10: fatal error: nosuchheader/zz.h: No such file or directory",
        "+    src/a.c:2:10: fatal error: Python.h: No such file or directory             gcc, clang",
        "+    a.c(3): fatal error C1083: Cannot open include file: 'Python.h'            MSVC",
        "+`Makefile:3: *** missing separator.  Stop.` is about the makefile itself (make's misc.c and read.c).",
        '-    /p/opt.py:6:14 - error: "group" is not a known attribute of "None" (reportOptionalMemberAccess)',
        '-    a.py:3:12: error: Incompatible return value type (got "str", expected "int")  [return-value]',
        "+    a.py:5:6: error[import-not-found] Cannot resolve ...         ty --output-format concise",
    ],
)
def test_a_listing_of_sources_or_a_diff(text: str) -> None:
    """`grep -n` and `git log -p` behind a pipe or an alias: the command is not known to show text."""
    assert scanned(text + "\n") == []


def test_a_log_s_place_is_no_listing() -> None:
    (report,) = scanned("fetch.py:52 [Errno 110] Connection timed out\n")
    assert report.errno == 110
    (report,) = scanned("fetch.py:52: OSError: [Errno 110] Connection timed out\n")
    assert report.errno == 110


def test_a_traceback_in_a_diff_s_unchanged_lines() -> None:
    text = (
        "@@ -1,5 +1,5 @@\n-Before\n+After\n Traceback (most recent call last):\n"
        '   File "a.py", line 1, in <module>\n KeyError: 1\n \n'
    )
    assert scanned(text) == []
    assert scanned(text, "python tool.py", 0) == []


def test_a_doctest_without_frames() -> None:
    """CPython 3.12, Lib/test/test_syntax.py."""
    text = (
        ">>> obj.None = 1\nTraceback (most recent call last):\nSyntaxError: invalid syntax\n\n"
        ">>> None = 1\nTraceback (most recent call last):\nSyntaxError: cannot assign to None\n"
    )
    assert scanned(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Failed: 0  Passed: 10",
        "Errors: 0, skipped: 2",
        "Terminated: 0",
        "Killed: 3",
        "FAILED: java/net/MulticastSocket/Promiscuous.java",  # jtreg
        "1a2b3c4 Catch FileNotFoundError: [Errno 2]",
        "    error: failed to push some refs",  # a commit's message, as `git log` indents it
    ],
)
def test_counts_and_lists(text: str) -> None:
    assert scanned(text + "\n") == []
    assert scanned(text + "\n", "python report.py") == []


def test_what_a_signal_s_number_says() -> None:
    """macOS prints the number of the signal (its strsignal); any other number is a count."""
    assert [report.code for report in scanned("Killed: 9\n")] == ["SIGKILL"]
    assert [report.code for report in scanned("Bus error: 10\n")] == ["SIGBUS"]


def test_a_usage_that_was_asked_for_by_any_name() -> None:
    text = "usage: python3.12 [option] ... [-c cmd | -m mod | file | -] [arg] ...\nOptions:\n"
    assert scanned(text, "python3.12 --help-all") == []
