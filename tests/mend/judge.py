"""What an edit did to a program: by its second run, and by looking at its text."""

from __future__ import annotations

import ast
import io
import subprocess
import sys
import tokenize
import warnings
from collections import Counter
from pathlib import Path

from programs import Program
from tracemend.diagnosis.summaries import Summaries
from tracemend.reading.report import ErrorReport, Hints
from tracemend.reading.scanner import read_text

MENDED, FAILS, NOT_OFFERED, WORSE, EDITED, OTHER, SILENT = (
    "mended",
    "still fails",
    "no preferred edit",
    "WORSE",
    "edited, not run",
    "other result",
    "?",
)
_SYNTAX = ("SyntaxError", "IndentationError", "TabError")


def reports(text: str, command: str, status: int) -> list[ErrorReport]:
    """The errors of an output; where it has none, its warnings."""
    blocks = Summaries().left_out(read_text(text, Hints(command, status)))
    every = [report for block in blocks for report in block]
    return [report for report in every if report.severity == "error"] or every


def parses(text: str) -> bool:
    """Whether it is Python as this interpreter has it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(text)
    except (SyntaxError, ValueError):
        return False
    return True


def of_text(program: Program, before: str, after: str, syntax: bool) -> str | None:
    """What is wrong with an edited Python file, by its text alone: no Python any more, a comment or its form lost."""
    older = not program.python or program.python.startswith(("3.10", "3.11", "3.12", "3.13"))
    if not parses(after) and (parses(before) or (syntax and older)):
        return "it does not parse"
    lost = _comments(before) - _comments(after)
    if lost:
        return f"it loses the comment {next(iter(lost))}"
    if before.count("\r\n") == before.count("\n") and after.count("\r\n") != after.count("\n"):
        return "it mixes line ends"
    if _formatted(before) and parses(after) and not _formatted(after):
        return "ruff would format it otherwise"
    return None


def _comments(text: str) -> Counter[str]:
    """The comments of a program, as far as it can be cut into tokens."""
    found: Counter[str] = Counter()
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT:
                found[token.string] += 1
    except (tokenize.TokenError, SyntaxError):
        return Counter()
    return found


def _formatted(text: str) -> bool:
    """Whether ruff would leave the text as it is."""
    if not parses(text):
        return False
    ruff = Path(sys.executable).with_name("ruff")
    done = subprocess.run(
        [ruff, "format", "--isolated", "--check", "--stdin-filename", "app.py", "-"],
        input=text.encode("utf-8", "surrogateescape"),
        capture_output=True,
    )
    return done.returncode == 0


def of_run(
    program: Program, texts: tuple[str, str], old: ErrorReport | None, status: int, printed: str
) -> tuple[str, str]:
    """What became of a program, by its second run; `texts` of the file that failed, before and after."""
    left = reports(printed, program.command, status)
    if program.expect:
        missing = [piece for piece in program.expect if piece not in printed]
        if not (status or missing):
            return MENDED, ""  # what else it prints is its own to say
        if not left:
            return OTHER, f"exit status {status}; not printed: {missing}"
    if not left:
        return MENDED, ""
    new = left[-1]
    told = f"{new.exception}: {new.message[:120]}"
    if old is not None and (new.exception, new.message) == (old.exception, old.message):
        return FAILS, told
    if program.expect:
        return FAILS, f"then {told}"
    before, after = texts
    syntax = old is not None and (old.exception or "").endswith(_SYNTAX)
    old_line = old.user_frame.line if old and old.user_frame else None
    new_line = new.user_frame.line if new.user_frame else None
    moved = after.count("\n") - before.count("\n")
    if not syntax and old_line is not None and new_line is not None:
        if new_line < old_line and new_line < _first_changed(before, after):
            return WORSE, f"before it came to the statement: {told}"
        if old_line <= new_line <= old_line + max(0, moved):
            return FAILS, f"at the same place: {told}"
    return MENDED, f"then {told}"


def is_syntax(report: ErrorReport | None) -> bool:
    """Whether it says that a file is no Python."""
    return report is not None and (report.exception or "").endswith(_SYNTAX)


def _first_changed(before: str, after: str) -> int:
    """The first line, from 1, in which two texts differ."""
    pairs = zip(before.splitlines(), after.splitlines(), strict=False)
    return next((number for number, (one, other) in enumerate(pairs, 1) if one != other), 1)
