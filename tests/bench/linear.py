"""`make bench-linear`: eight times the text takes at most twelve times as long, whatever the text.

The texts: first lines out of every dialect's tests, again and again, with blank and indented lines between them, behind
a runner's prefix; and the worst that could be thought of for each reader: blocks that never end, nesting, programs
whose lines alternate (DESIGNED), long lines (LONG). For each the ratios of the processor's time of 2, 4 and 8 times the
text to that of the text, warm. Exit status 1 where the last one is over 12. `test_time.py` reads the same texts.

    python tests/bench/linear.py [--only WORD]
"""

from __future__ import annotations

import argparse
import ast
import gc
import sys
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from tracemend.reading.dialects import DIALECTS
from tracemend.reading.report import Dialect, Hints
from tracemend.reading.scanner import read_text

TESTS = Path(__file__).parents[1] / "unit" / "reading"
TIMES = (1, 2, 4, 8)
BOUND = 12.0
LEAST = 0.02
"""Seconds that are measured at once: a text that is read faster is read so often."""
LINES, REPEATED = 1_000, 500
"""Of the smallest text; of one that repeats a first line."""
CHARACTERS = 8_000
"""Of the smallest text of one line: eight times as many are what a terminal keeps of one."""
LONGER = 8
"""A text that misses is measured again, so many times as long: there what is read once for all (a block that ends after
so many lines, its beginning) counts less, and what is read again and again counts more."""
OPENERS = 5
"""First lines of each dialect."""
DATED = "2026-11-24T10:12:13.123456Z "
SELECTED = Hints(selected=True)

Make = Callable[[int], str]
"""A text of about so many lines; of one line: of about so many characters."""


@cache
def tested(name: str) -> tuple[str, ...]:
    """The lines of the texts in a test file, or in all of them where a dialect has no file of its own."""
    own = TESTS / f"test_{name}.py"
    lines: dict[str, None] = {}
    for file in [own] if own.exists() else sorted(TESTS.glob("test_*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) > 8:
                lines.update(dict.fromkeys(line for line in node.value.split("\n") if line.strip()))
    return tuple(lines)


def openers(dialect: Dialect) -> list[str]:
    """Some lines on which the dialect reads something, or waits for more."""
    hints = Hints()
    first = [
        line
        for line in tested(dialect.name)
        if len(line) < 300 and dialect.opens(line, hints) and dialect.read([line], 0, False, hints) is not None
    ]
    return first[:: max(1, len(first) // OPENERS)][:OPENERS]


def repeated(*unit: str) -> Make:
    """The lines again and again."""
    return lambda count: "".join(f"{line}\n" for line in unit) * max(1, count // len(unit))


def after(head: str, *unit: str) -> Make:
    """The lines again and again below a beginning."""
    return lambda count: f"{head}\n" + repeated(*unit)(count)


def numbered(form: str) -> Make:
    """A text of many lines or one, each with its number, so that none is like another."""
    return lambda count: "".join(form.replace("%", str(number)) for number in range(count // (form.count("\n") or 1)))


def long_line(head: str, unit: str, tail: str = "") -> Make:
    """One line."""
    return lambda count: f"{head}{unit * (count // len(unit))}{tail}\n"


def nested(count: int) -> str:
    """Exception groups inside one another, and beside, none of which is closed."""
    lines = ["  + Exception Group Traceback (most recent call last):", "  | ExceptionGroup: no (2 sub-exceptions)"]
    while len(lines) < count:
        for depth in range(1, 39):
            margin = "  " * depth
            lines += (
                f"{margin}+-+---------------- 1 ----------------",
                f"{margin}  | ExceptionGroup: no (2 sub-exceptions)",
            )
    return "\n".join(lines) + "\n"


def alternating(programs: int, unit: tuple[str, ...]) -> Make:
    """The same lines of many programs, one line of each in turn."""
    turn = "".join(f"web-{number}  | {line}\n" for line in unit for number in range(1, programs + 1))
    return lambda count: turn * max(1, count // (programs * len(unit)))


def begun(programs: int, head: str, line: str) -> Make:
    """Many programs' lines in turn, each with a beginning and then the same line without end."""

    def make(count: int) -> str:
        lines = [f"web-{number}  | {line}\n" for line in head.split("\n") for number in range(1, programs + 1)]
        turn = [f"web-{number}  | {line}\n" for number in range(1, programs + 1)]
        return "".join(lines + turn * max(1, (count - len(lines)) // programs))

    return make


LIBRARY = '  File "/usr/lib/python3.12/asyncio/base_events.py", line 7, in run'
FRAME = '  File "/home/dev/app.py", line 7, in run'
HEADER = "Traceback (most recent call last):"
BECAUSE = "During handling of the above exception, another exception occurred:"
TITLE = "╭─────────────────── Traceback (most recent call last) ────────────────────╮"
THREAD = "Thread 0x1 (most recent call first):"
HEADING = "ValueError                Traceback (most recent call last)"
PIP_BOX = ("error: subprocess-exited-with-error", "", "× Building wheel did not run successfully.", "│ exit code: 1")

DESIGNED: dict[str, Make] = {
    "headers": repeated(HEADER),
    "tracebacks without an end": repeated(HEADER, FRAME, "    run()"),
    "frames": repeated(FRAME),
    "frames below one header": after(HEADER, FRAME, "    run()"),
    "frames of a group": after("  + Exception Group " + HEADER, "  |" + FRAME, "  |     run()"),
    "a quoted traceback": repeated("> " + HEADER, "> " + FRAME),
    "frames that are cut": repeated('  File "/home/dev/a', "b"),
    "spaced frames": repeated(HEADER, "", "  ..."),
    "carets": after(f"{HEADER}\n{FRAME}\n    run()", "    ^^^^^"),
    "source lines": after(f"{HEADER}\n{FRAME}", "    run()"),
    "a chain without a file of the user's": repeated(HEADER, LIBRARY, "ValueError: no", "", BECAUSE, ""),
    "a chain of names": repeated("ValueError: no", "", BECAUSE, ""),
    "a message without an end": after(f"{HEADER}\n{FRAME}\nValueError: no", "and more"),
    "groups": nested,
    "group members": after(
        "  + Exception Group Traceback (most recent call last):\n  | ExceptionGroup: no (2 sub-exceptions)",
        "  +-+---------------- 1 ----------------",
        "    | ValueError: no",
    ),
    "group margins": after("  + Exception Group Traceback (most recent call last):\n  | ExceptionGroup: no", "  | x"),
    "announced": repeated("Exception ignored in: <function f at 0x1>", HEADER),
    "call stacks": repeated("Call stack:", FRAME),
    "fatal threads": after("Fatal Python error: Aborted\n", THREAD, FRAME.replace(", in", " in")),
    "fatal": repeated("Fatal Python error: Aborted", "", THREAD),
    "warnings": repeated("/home/dev/app.py:9: MyOwn: not a warning", "no source"),
    "rich, never closed": after(TITLE, "│ /home/dev/app.py:7 in run                                               │"),
    "rich titles": repeated(TITLE, "│ x                                                                        │"),
    "rich headers without an end": after(TITLE, "│ " + "a" * 72 + " │"),
    "rich members": repeated(TITLE, "│ a.py:1 in f │", "╰───╯", "ValueError: no", "", "╭─ Sub-exception #1 ─╮"),
    "rich question marks": repeated("?????? Traceback (most recent call last) ??????", "? a.py:1 in f        ?"),
    "ipython headings": repeated(HEADING),
    "ipython frames": after(HEADING, "Cell In[1], line 1", "--> 1 f()"),
    "ipython cells": repeated("  Cell In[1], line 1", "    def f(:", "          ^"),
    "pytest headers": repeated("_________________ test_user _________________"),
    "pytest sections": repeated("_________________ test_user _________________", "    x = 1", ">   x"),
    "pytest rules": repeated("=================== FAILURES ==================="),
    "pytest failures by line": after("=== FAILURES ===", "/home/dev/test_a.py:3: assert 1 == 2"),
    "pytest summary": after("=========== short test summary info ===========", "FAILED test_a.py::test_b - assert 1"),
    "pytest warnings": repeated("============== warnings summary ==============", "a.py:1: UserWarning: no", ""),
    "lines of E": repeated("E   "),
    "lines of E that say something": repeated("E       KeyError: 'zz'"),
    "lines of E that say nothing": repeated("E       nothing", ""),
    "places": repeated("test_a.py:4: in test_user", "    run()"),
    "fixtures": repeated("file /home/dev/test_a.py, line 4", "  def test(x):"),
    "unittest": repeated("=" * 70, "ERROR: test_a (test_a.A.test_a)", "-" * 70),
    "unittest, never closed": after("=" * 70 + "\nFAIL: test_a\n" + "-" * 70, HEADER, FRAME),
    "doctest": repeated('File "/home/dev/a.py", line 3, in a.f', "Failed example:", "    f(3)"),
    "doctest, never closed": after('File "/home/dev/a.py", line 3, in a.f\nFailed example:', "    f(3)", "Expected:"),
    "pip boxes": repeated(*PIP_BOX),
    "pip boxes, each with its note": numbered("\n".join((*PIP_BOX, "", "note: number %", ""))),
    "pip output": after("\n".join((*PIP_BOX, "╰─> [9 lines of output]")), "    error: no"),
    "pip boxes without text": repeated("error: subprocess-exited-with-error", ""),
    "pip failures": after("\n".join(PIP_BOX), "ERROR: Failed building wheel for a", ""),
    "pip retries": repeated(
        "WARNING: Retrying (Retry(total=4, connect=None)) after connection broken by 'no': /simple/a/", "Collecting a"
    ),
    "pip before 22": repeated("Complete output from command python setup.py egg_info:", "    x"),
    "pip before 22, never closed": after("    ERROR: Command errored out with exit status 1:", "     x"),
    "uv": after("error: Failed to build `a`", "  cause: no", "", "[stderr]", "error: no"),
    "uv boxes": repeated("  × Failed to build `a`", "  ├─▶ no"),
    "pip's resolver": after(
        "ERROR: Cannot install a and b because these package versions have conflicting dependencies.",
        "    a 1 depends on b",
    ),
    "pip's resolver again": repeated(
        "ERROR: Cannot install a and b because these package versions have conflicting dependencies.",
        "",
        "The conflict is caused by:",
        "    a 1 depends on b",
    ),
    "what pip's resolver does not look at": after(
        "ERROR: pip's dependency resolver does not currently take into account all",
        "a 1 requires b, which is not installed.",
    ),
    "uv's resolver": after(
        "  × No solution found when resolving dependencies:", "  ╰─▶ Because a", "      and c depends"
    ),
    "conda's resolver": after(
        "LibMambaUnsatisfiableError: Encountered problems while solving:", "  - nothing provides a"
    ),
    "poetry": repeated("Because a depends on b", "and c depends on d"),
    "cleo": repeated("  SolverError", "", "  no"),
    "json, never closed": repeated("{", '  "code": "F401",'),
    "json, deeper and deeper": repeated("{", '  "code": [', "  {", '    "message": 1,', "    {", '      "file": 2,'),
    "json, one object": after('{\n  "code": "F401",', '  "message": "no",'),
    "headers that are included": after("In file included from a.h:1:", "                 from b.h:2,"),
    "errors in headers that are included": repeated(
        "In file included from a.h:1:10,", "                 from b.h:2,", "b.h:1:1: error: no"
    ),
    "notes of a compiler's": after("a.c:1:2: error: no", "a.c:1:2: note: x"),
    "templates": after("a.cpp: In instantiation of 'f':", "a.cpp:1:2:   required from here"),
    "gcc": repeated("a.c:2:10: error: no", "    2 | x", "      | ^"),
    "linkers": repeated("/usr/bin/ld: a.o: in function `f':", ""),
    "msvc": repeated("a.obj : error LNK2019: unresolved external symbol f"),
    "cmake": repeated("CMake Error at CMakeLists.txt:3 (f):", "", "", "Call Stack (most recent call first):"),
    "rustc": repeated("error[E0433]: no", " --> src/lib.rs:1:30", "  |"),
    "grouped findings": after("a.py:", "  1:1 F401 no"),
    "headings of findings": repeated("a.py:", "  x"),
    "snippets": repeated("F401 no", " --> a.py:1:1", "  |"),
    "git": repeated("fatal: not a git repository", "", "hint: no"),
    "git hints": repeated("hint: no", "", "hint: no"),
    "git remote": repeated("remote: no", "remote: "),
    "git conflicts": repeated("CONFLICT (content): Merge conflict in a", "Auto-merging b"),
    "npm": repeated("npm error A complete log of this run can be found in: /home/dev/a.log"),
    "npm, a blank line between": repeated("npm ERR!     /home/dev/npm-debug.log", ""),
    "node": repeated("/home/dev/a.js:3", "x", "^"),
    "node errors": repeated("TypeError: no", "    at f (a.js:1:2)"),
    "terraform": after("│ Error: no", "│ x"),
    "panels": repeated("╭─ Error ──────────────────────────────╮", "│ no │"),
    "ssh": repeated("@" * 60, "@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @", "@" * 60, "x"),
    "docker": repeated("ERROR: failed to solve: no", "------", " > [2/3] RUN x:"),
    "usage": repeated("usage: app.py [-h]", "  x"),
    "errors without text": repeated("Error:", "x"),
    "fences": repeated("```", "x"),
    "fences in a quotation": repeated("> ```", "> ValueError: no"),
    "a quotation in quotations": repeated("> > > > " + HEADER, "> > > > " + FRAME),
    "folders": repeated("make[1]: Entering directory '/a'"),
    "programs that alternate": alternating(40, (HEADER, FRAME, "    run()", "ValueError: no")),
    "programs that alternate, never closed": alternating(40, (HEADER, FRAME)),
    "programs that alternate, as many as are followed": alternating(190, (HEADER, FRAME)),
    "frames of many programs": begun(190, HEADER, FRAME),
    "messages of many programs": begun(190, f"{HEADER}\n{FRAME}\nValueError: no", "and more"),
    "outputs of many programs": begun(190, "\n".join((*PIP_BOX, "╰─> [9 lines of output]")), "    error: no"),
    "programs that alternate, npm": alternating(20, ("npm ERR! code ENOENT", "npm ERR! no")),
    "prefixes in prefixes": repeated(DATED * 3 + HEADER, DATED + FRAME),
    "loose prefixes": repeated("12:00:01 ERROR app " + HEADER, "12:00:02 ERROR app " + FRAME),
    "loose prefixes full of numbers": numbered("12:00:01 " + "1 " * 85 + "%x% " + HEADER + "\n"),
    "loose prefixes, all different": numbered("12:00:01 ERROR app-x" + "y" * 9 + "-% " + HEADER + "\n"),
    "records": repeated('{"log":"' + HEADER + '\\n","stream":"stderr","time":"2026"}'),
    "records in records": repeated('{"log":"{\\"log\\":\\"x\\",\\"stream\\":\\"\\"}","stream":""}', '{"log":"'),
    "escape sequences": repeated("\x1b[31mValueError\x1b[0m: no"),
    "a screen painted again": repeated("\x1b[2A\x1b[KValueError: no"),
    "blank lines": after(HEADER, ""),
}  # fmt: skip
"""The worst that could be thought of for each reader."""

LONG: dict[str, Make] = {
    "json, a line of brackets": long_line('{"messages":', "["),
    "json, a line": long_line('{"messages": "', "no "),
    "a record that is none": long_line("x {" + HEADER + "\\n", '\\"'),
    "a record of apostrophes": long_line("x {" + HEADER + "\\n", "\\'\\\""),
    "a long word": long_line("", "a"),
    "a long name": long_line("", "Error."),
    "a long name with a colon": long_line("ValueError: ", "Error: "),
    "a long path": long_line("", "/a.py:1:"),
    "long frames": long_line('  File "', '", line 1'),
    "a long prompt": long_line("", "(a) "),
    "a long host": long_line("", "a@"),
    "long numbers": long_line("", "[Errno 2] '"),
    "long quotes": long_line("OSError: [Errno 2] no: '", "\\'"),
    "long blanks": long_line("error:", " ", "x"),
    "blanks before a header": long_line("ValueError", " ", HEADER),
    "blanks behind a folder": long_line("rootdir: /home/dev", " ", "x"),
    "blanks behind a session": long_line("nox > cd a", " ", "x"),
    "blanks behind a heading": long_line(HEADING, " ", "x"),
    "erased up to the cursor": long_line("a" * 8_000, "\x1b[1K"),
    "erased and written far right": long_line("a" * 8_000, "\x1b[2Kb"),
    "columns far right": long_line("", "\x1b[99999Ga\x1b[A"),
    "rows moved": long_line("a\x1b[B" * 256, "\x1b[S"),
    "rows put in": long_line("a\x1b[B" * 256, "\x1b[L"),
    "parameters without end": long_line("\x1b[", "1;", "mValueError: no"),
    "a long rule": long_line("=== ", "= "),
    "long underscores": long_line("_", "_", " x"),
    "long brackets": long_line("[", "(["),
    "a line painted again and again": long_line("", "\rValueError: no"),
    "a title that never ends": long_line("\x1b]0;", "Error: "),
    "backspaces": long_line("", "a\b"),
}
"""The same in one line."""


def texts() -> Iterator[tuple[str, Make, Hints, int]]:
    """All texts: a name, how the text is made, what is known of it, and how large the smallest one is."""
    for name, make in DESIGNED.items():
        yield name, make, Hints(), LINES
        yield f"{name}, selected", make, SELECTED, LINES
    for name, make in LONG.items():
        yield name, make, Hints(), CHARACTERS
        yield f"{name}, selected", make, SELECTED, CHARACTERS
        yield f"{name}, a million", make, Hints(), 125_000
    for dialect in DIALECTS:
        for line in openers(dialect):
            name = f"{dialect.name}: {line.strip()[:40]}"
            yield name, repeated(line), Hints(), REPEATED
            yield f"{name} and blank lines", repeated(line, ""), Hints(), REPEATED
            yield f"{name} and indented lines", repeated(line, "    x"), Hints(), REPEATED
            yield f"{name} behind a prefix", repeated(DATED + line), Hints(), REPEATED


def seconds(text: str, hints: Hints, rounds: int) -> float:
    """The processor's time of reading a text, the best of so many rounds."""
    times, best = 1, _seconds(text, hints, 1)
    for _ in range(rounds - 1 + (best < LEAST)):
        times = max(1, round(LEAST / best))
        best = min(best, _seconds(text, hints, times))
    return best


def _seconds(text: str, hints: Hints, times: int) -> float:
    gc.collect()
    start = time.process_time()
    for _ in range(times):
        read_text(text, hints)
    return max((time.process_time() - start) / times, 1e-6)


def ratios(make: Make, hints: Hints, count: int, rounds: int = 2) -> tuple[float, list[float]]:
    """The seconds of the largest text, and how many times as long as for the smallest one it takes for each."""
    first = seconds(make(count), hints, rounds + 1)
    last = [seconds(make(count * times), hints, 1 if times < TIMES[-1] else rounds) for times in TIMES[1:]]
    return last[-1], [one / first for one in last]


def measured(make: Make, hints: Hints, count: int) -> tuple[float, list[float]]:
    """As `ratios`; a miss is measured again: another program may have had the processor's caches, and longer texts."""
    last, found = ratios(make, hints, count)
    if found[-1] > BOUND:
        last, found = ratios(make, hints, count, 4)
    if found[-1] > BOUND:
        last, found = ratios(make, hints, LONGER * count)
        last /= LONGER
    return last, found


def main() -> int:
    """Measure and print; exit status 1 where a bound is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="texts whose names hold this")
    options = parser.parse_args()
    missed, worst, count, slowest, start = 0, 0.0, 0, (0.0, ""), time.monotonic()
    for name, make, hints, size in texts():
        if options.only not in name:
            continue
        last, found = measured(make, hints, size)
        holds = found[-1] <= BOUND
        each = last / len(make(size * TIMES[-1])) * 1e6
        count, worst, missed = count + 1, max(worst, found[-1]), missed + (not holds)
        slowest = max(slowest, (each, name))
        shown = "  ".join(f"{ratio:6.2f}" for ratio in found)
        print(f"{name:75} {shown}  {each:6.2f} us a character  {'ok' if holds else 'MISSED'}", flush=True)
    minutes = (time.monotonic() - start) / 60
    print(f"{count} texts in {minutes:.0f} minutes; the slowest: {slowest[0]:.2f} us a character, {slowest[1]}")
    print(f"eight times the text takes at most {worst:.1f} times as long; {missed} over {BOUND:g}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
