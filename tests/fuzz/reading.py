"""`make fuzz`: texts that nobody would think of, through the scanner: no crash, no hang, no growth, the same when cut.

    python tests/fuzz/reading.py [--minutes 10] [--engine atheris|hypothesis|repeated]

A text is spliced from lines of tests/corpus, the marks, escape sequences, prefixes and random characters, and cut into
pieces. Whole and in pieces it has to bring the same reports, no dialect may fail, and a text of at most LARGEST
characters may take at most SLOWEST seconds of the processor. The first that does not is written to failed-text.txt, and
the exit status is 1. atheris follows what the code does with a text (coverage); hypothesis makes failing texts small.

Every so many texts are one line of a dialect's tests, repeated up to the largest size (`--engine repeated` goes through
all of them), or lines in one of which a part is repeated.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import json
import logging
import pkgutil
import random
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import psutil

if "atheris" in sys.argv or "--engine=atheris" in sys.argv:
    import atheris

    _INSTRUMENTED = atheris.instrument_imports(include=["tracemend.reading", "tracemend.terminal"])
else:
    _INSTRUMENTED = nullcontext()

with _INSTRUMENTED:  # what is imported in here is followed; dialects are loaded on demand otherwise
    import tracemend.reading
    import tracemend.terminal

    for _package in (tracemend.reading, tracemend.terminal):
        for _module in pkgutil.walk_packages(_package.__path__, f"{_package.__name__}."):
            importlib.import_module(_module.name)

from tracemend.reading.marks import LITERALS
from tracemend.reading.report import Hints
from tracemend.reading.scanner import Scanner, read_text

CORPUS = Path(__file__).parents[1] / "corpus"
TESTS = Path(__file__).parents[1] / "unit" / "reading"
LARGEST, SLOWEST = 64 * 1024, 5.0
GROWTH = 150 * 1024 * 1024
"""Bytes that the process may be larger than after its first texts; the fuzzers keep notes of their own."""
FEW = 2_000
"""So many texts are read between two looks at the memory."""
COMMANDS = (None, "python app.py", "pip install x", "git push", "pytest -q", "grep -rn Error .", "docker compose up")
PREFIXES = (
    "web-1  | ",
    "2026-11-24T10:12:13.123456Z ",
    "Nov 24 10:12:13 host app[7]: ",
    "[gw0] ",
    "> ",
    "    ",
    '{"log":"',
    "E   ",
    "  | ",
    "##[error]",
)
SEQUENCES = (
    "\x1b[31m", "\x1b[0m", "\x1b[K", "\x1b[2K\r", "\x1b[1A", "\x1b[10;1H", "\x1b]0;title\x07", "\x1b]633;C\x07",
    "\x1bP", "\x1b\\", "\x1b[?1049h", "\x1b[?1049l", "\x1b[", "\x1b", "\r", "\r\n", "\b", "\x00", "\x0c",
    "\ud83d", "\ude00", "\ufeff", "\t",
)  # fmt: skip

PARTS = (
    *(
        " ",
        "\t",
        "a",
        "0",
        "a.",
        "a/",
        "a b ",
        "a: ",
        "1:",
        "a=",
        ",",
        "@",
        "::",
        "Error: ",
        "/a.py:1:",
        "http://",
        'File "',
    ),
    *("(", "[", "{", "'", '"', "\\", "\\'", "\\n", "~", "^", "-", "_", "=", "|", "│", "字", *SEQUENCES, *PREFIXES),
)
"""What a line is filled with."""


def fragments() -> list[str]:
    """The lines of the corpus, and what texts are made of besides."""
    lines: dict[str, None] = {}
    for file in sorted(CORPUS.glob("*.jsonl")):
        for row in file.read_text("utf-8").splitlines():
            lines.update(dict.fromkeys(json.loads(row)["text"].split("\n")))
    return [*lines, *LITERALS, *PREFIXES, *SEQUENCES, "\n", "\n\n", "```", "^", "~" * 9, "'", '"', "(" * 50, "{" * 50]


FRAGMENTS = fragments()


def tested() -> list[str]:
    """The lines of the texts in the dialects' tests, each once."""
    lines: dict[str, None] = {}
    for file in sorted(TESTS.glob("test_*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) > 8:
                lines.update(dict.fromkeys(line for line in node.value.split("\n") if line.strip()))
    return list(lines)


TESTED = tested()


class _Failures(logging.Handler):
    """Dialects that failed are passed over by the reader; here they count."""

    def emit(self, record: logging.LogRecord) -> None:
        raise AssertionError(record.getMessage())


class Choices:
    """What a text is made of, from a string of bytes: the same bytes, the same text."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def number(self, below: int) -> int:
        value = int.from_bytes(self._data[self._at : self._at + 2], "little")
        self._at += 2
        return value % below

    @property
    def left(self) -> bool:
        return self._at < len(self._data)

    def text(self) -> str:
        """Some characters as they are."""
        count = self.number(40)
        piece = self._data[self._at : self._at + count]
        self._at += count
        return piece.decode("utf-8", "replace" if count % 2 else "surrogateescape")


def text_of(choices: Choices) -> str:
    """A text: fragments, repeated ones, parts of them, prefixed ones, noise."""
    parts: list[str] = []
    prefix, size = "", 0
    while choices.left and size < LARGEST:
        kind = choices.number(16)
        if kind == 0:
            part = choices.text()
        elif kind == 1:
            part = FRAGMENTS[choices.number(len(FRAGMENTS))] * (1 + choices.number(300))
        elif kind == 2:
            fragment = FRAGMENTS[choices.number(len(FRAGMENTS))]
            part = fragment[: choices.number(len(fragment) + 1)]
        elif kind == 3:
            prefix = PREFIXES[choices.number(len(PREFIXES))] if choices.number(2) else ""
            part = ""
        elif kind == 4:
            part = SEQUENCES[choices.number(len(SEQUENCES))]
        else:
            # Lines that stand together in the corpus, so that whole blocks come about.
            at, count = choices.number(len(FRAGMENTS)), 1 + choices.number(12)
            part = "\n".join(prefix + line for line in FRAGMENTS[at : at + count]) + "\n"
        parts.append(part[:LARGEST])
        size += len(part)
    return "".join(parts)[:LARGEST]


def check(data: bytes) -> None:
    """Read the text that the bytes stand for. Raises AssertionError with what is wrong."""
    choices = Choices(data)
    command = COMMANDS[choices.number(len(COMMANDS))]
    hints = Hints(command, (None, 0, 1)[choices.number(3)], choices.number(4) == 0)
    seed = choices.number(1 << 16)
    make = {1: repeated, 2: stretched}.get(choices.number(64), text_of)
    text = make(choices)
    judge(text, hints, seed)


def repeated(choices: Choices) -> str:
    """One or two lines of the tests again and again, behind a prefix or none, up to LARGEST characters."""
    prefix = PREFIXES[choices.number(len(PREFIXES))] if choices.number(3) == 0 else ""
    lines = [TESTED[choices.number(len(TESTED))] for _ in range(1 + choices.number(2))]
    unit = "".join(f"{prefix}{line}\n" for line in lines)
    return (unit * (LARGEST // len(unit) + 1))[:LARGEST]


def stretched(choices: Choices) -> str:
    """Lines of the tests that stand together, in one of which a part is repeated up to LARGEST characters."""
    at = choices.number(len(TESTED))
    lines = TESTED[at : at + 8]
    number = choices.number(len(lines))
    line = lines[number]
    start = choices.number(len(line))
    own = line[start : start + 1 + choices.number(15)]
    part = own if choices.number(2) else PARTS[choices.number(len(PARTS))]
    lines[number] = line[:start] + part * (LARGEST // len(part)) + line[start:][: choices.number(2) * 1000]
    return "\n".join(lines)


def judge(text: str, hints: Hints, seed: int) -> None:
    """Read a text whole and cut. Raises AssertionError with what is wrong."""
    start = time.process_time()
    try:
        whole = read_text(text, hints)
        scanner, cut, found, at = Scanner(hints), random.Random(seed), [], 0
        while at < len(text):
            size = cut.choice((1, 7, 100, 4096))
            found += scanner.feed(text[at : at + size])
            at += size
        found += scanner.close()
        assert found == whole, "other reports when cut"
        seconds = time.process_time() - start
        assert seconds < SLOWEST, f"{seconds:.1f} s"
        WATCH.look(seconds, text)
    except Exception as error:
        Path("failed-text.txt").write_bytes(text.encode("utf-8", "surrogatepass"))
        raise AssertionError(
            f"{type(error).__name__}: {error} ({hints}, cut by {seed}); see failed-text.txt"
        ) from error


class Watch:
    """Watches how large the process becomes, and how long the slowest text has taken."""

    def __init__(self) -> None:
        self._process, self._first, self._now = psutil.Process(), 0, 0
        self.count, self._slowest, self._said = 0, (0.0, ""), time.monotonic()

    def look(self, seconds: float, text: str) -> None:
        """Take in a text that was read. Raises AssertionError where the process has grown."""
        self.count += 1
        self._slowest = max(self._slowest, (seconds, text[:60]))
        if self.count % FEW == 0:
            self._now = self._process.memory_info().rss
            self._first = self._first or self._now
            grown = self._now - self._first
            assert grown < GROWTH, f"{grown >> 20} MB more after {self.count} texts"
            if time.monotonic() - self._said > 30:  # atheris ends the process itself: the last line is the result
                self._said = time.monotonic()
                print(self, flush=True)

    def __str__(self) -> str:
        grown = f"{self._first >> 20} MB after {FEW} texts, {self._now >> 20} MB now"
        return f"{self.count} texts, the slowest {self._slowest[0]:.2f} s ({self._slowest[1]!r}); {grown}"


WATCH = Watch()


def with_repetition(minutes: float) -> None:
    """Every line of the dialects' tests, repeated; each behind a prefix too as long as there is time."""
    end = time.monotonic() + minutes * 60
    for prefix in ("", PREFIXES[1], *PREFIXES):
        for number, line in enumerate(TESTED):
            if time.monotonic() > end:
                return
            unit = f"{prefix}{line}\n"
            judge((unit * (LARGEST // len(unit) + 1))[:LARGEST], Hints(selected=number % 4 == 0), number)


def with_atheris(minutes: float) -> None:
    """Ends the process. It begins with texts of some size, and may go on with large ones at once."""
    folder, noise = Path(tempfile.mkdtemp()), random.Random(0)
    for number in range(200):
        (folder / str(number)).write_bytes(noise.randbytes(noise.choice((16, 64, 256, 1024))))
    arguments = [
        sys.argv[0],
        str(folder),
        f"-max_total_time={int(minutes * 60)}",
        "-max_len=4096",
        "-len_control=0",
        "-timeout=60",
        "-rss_limit_mb=2048",
    ]
    atheris.Setup([*arguments, "-print_final_stats=1"], check)
    atheris.Fuzz()


def with_hypothesis(minutes: float) -> None:
    """Examples until the time is over."""
    from hypothesis import HealthCheck, Phase, given, settings
    from hypothesis import strategies as st

    examples = settings(
        max_examples=200,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate, Phase.shrink],
    )
    run: Callable[[], None] = examples(given(st.binary(min_size=8, max_size=2048))(check))
    end = time.monotonic() + minutes * 60
    while time.monotonic() < end:
        run()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--engine", choices=("atheris", "hypothesis", "repeated"), default="hypothesis")
    options = parser.parse_args()
    logging.getLogger("tracemend.reading").addHandler(_Failures())
    if options.engine == "atheris":
        with_atheris(options.minutes)
        return 0
    try:
        (with_repetition if options.engine == "repeated" else with_hypothesis)(options.minutes)
    except AssertionError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{WATCH}\n{options.minutes:g} minutes: no crash, no hang, no growth, the same when cut")
    return 0


if __name__ == "__main__":
    sys.exit(main())
