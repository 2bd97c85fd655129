"""What Rust programs say when they end: panics, cargo's errors, and errors printed with their causes.

    thread 'main' (15939) panicked at src/main.rs:1:55:         std/src/panicking.rs (default_hook); the thread's number
    index out of bounds: the len is 0 but the index is 3        since 1.91, message and place in one line before 1.73

    error: failed to parse manifest at `/x/Cargo.toml`          cargo/src/cargo/lib.rs (display_error)

    Caused by:
      no targets specified in the manifest

    ruff failed                                                 ruff, ty, maturin: main.rs prints the chain of causes
      Cause: Failed to parse /x/pyproject.toml

rustc's own errors, with their snippets, are `reading.builds.rustc`'s. That something could not be compiled because of
them is a `summary`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.programs.complaint import complaint, is_shown, programs
from tracemend.reading.report import MORE, Block, Frame, Hints, NeedMore

_MOST_LINES = 200
_PANIC = lazy.regex(
    r"thread '(?P<name>[^'\n]{0,200})'(?: \(\d{1,10}\))? panicked at "
    r"(?:'(?P<said>.{0,2000})', )?(?P<path>[^\s:'][^:']{0,600}):(?P<line>\d{1,9}):(?P<column>\d{1,9})(?P<colon>:)?$"
)
_TRACE = lazy.regex(r"stack backtrace:$| {1,8}\d{1,4}: | {8,20}at |note: ")
_ERROR = lazy.regex(r"error: (?P<message>\S.*)")
_CARGOS = lazy.regex(
    r"(?:could not compile `|failed to (?:parse manifest at|load manifest for|run custom build command for|get) `"
    r"|could not find `Cargo\.toml` in |no such command: `|no matching package named `|no (?:bin|example|test) target"
    r"|failed to select a version for |test failed, to rerun pass `|package `[^`]{1,200}` cannot be built because"
    r"|aborting due to )"
)
_SUMMARY = lazy.regex(r"could not compile `|test failed, to rerun pass `|aborting due to |\d{1,4} targets? failed:")
_ARROW = lazy.regex(r" {1,12}--> (?P<path>[^:].{0,600}?):(?P<line>\d{1,9}):(?P<column>\d{1,9})$")
_GUTTER = lazy.regex(r" {0,12}\d{0,9} {1,12}\|")
_CAUSED = "Caused by:"
_FAILED = lazy.regex(r"(?:💥 )?(?P<tool>maturin|ruff|ty) failed$")
_CAUSE = lazy.regex(r"  Cause(?:d by)?: ?(?P<text>.*)")


class _Rust:
    """Reads one panic, or one error of cargo's or of a program that prints its causes."""

    name = "rust"

    opens = staticmethod(openings.rust)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        line = lines[at]
        if hints.exit_code == 0 or is_shown(line, hints):
            return None
        panic = _PANIC.match(line)
        if panic:
            return _panic(lines, at, final, panic)
        failed = _FAILED.match(line)
        if failed:
            return _failed(lines, at, final, failed["tool"])
        found = _ERROR.match(line)
        if found and (_CARGOS.match(found["message"]) or {"cargo", "maturin"}.intersection(programs(hints.command))):
            return _error(lines, at, final, found["message"])
        return None


def _panic(lines: Sequence[str], at: int, final: bool, found: re.Match[str]) -> Block | NeedMore | None:
    """A panic with its message and its backtrace; the place is the program's where it is not the library's."""
    message: list[str] = [found["said"]] if found["said"] is not None else []
    limit = min(len(lines), at + _MOST_LINES)
    end = at + 1
    if found["colon"]:
        while end < limit and lines[end].strip() and not _TRACE.match(lines[end]):
            message.append(lines[end].rstrip())
            end += 1
    while end < limit and _TRACE.match(lines[end]):
        end += 1
    if end == len(lines) and end < at + _MOST_LINES and not final:
        return MORE
    if not message:
        return None
    frame = Frame(found["path"], int(found["line"]), name=found["name"], column=int(found["column"]))
    own = not frame.path.startswith("/rustc/")
    return complaint("rust", message, at, end, exception="panic", frames=(frame,), shown=own)


def _failed(lines: Sequence[str], at: int, final: bool, tool: str) -> Block | NeedMore | None:
    """`ruff failed` and the causes under it, the last of which is what is wrong; the first alone is no error."""
    texts: list[str] = []
    end = at + 1
    limit = min(len(lines), at + _MOST_LINES)
    while end < limit:
        cause = _CAUSE.match(lines[end])
        if cause:
            texts.append(cause["text"].rstrip())
        elif not texts or not lines[end].strip() or not (lines[end].startswith("  ") or _GUTTER.match(lines[end - 1])):
            break
        else:
            texts.append(lines[end].rstrip())
        end += 1
    if end == len(lines) and end < at + _MOST_LINES and not final:
        return MORE
    if not texts:
        return None
    # maturin repeats what cargo, which it ran, has said.
    return complaint(
        tool, texts, at, end, summary=texts[0].startswith(("Cargo ", "Failed to build a native library through cargo"))
    )


def _error(lines: Sequence[str], at: int, final: bool, message: str) -> Block | NeedMore:
    """cargo's error: its paragraph, perhaps a place and a snippet, and the paragraphs that tell the causes."""
    text = [message.rstrip()]
    notes: list[str] = []
    frame: Frame | None = None
    source: str | None = None
    end = index = at + 1
    limit = min(len(lines), at + _MOST_LINES)
    while index < limit:
        line = lines[index]
        arrow = _ARROW.match(line)
        if not line.strip():
            if index + 1 == len(lines):
                if not final:
                    return MORE
                break
            if lines[index + 1] == _CAUSED:
                index += 1
            elif not lines[index + 1].lstrip(" ").startswith(("--- stdout", "--- stderr")):
                break
        elif arrow:
            frame = Frame(arrow["path"], int(arrow["line"]), column=int(arrow["column"]))
        elif frame and _GUTTER.match(line):
            if source is None and line.strip().startswith(f"{frame.line} |"):
                source = line.partition("|")[2].strip() or None
        elif line.startswith(("help: ", "note: ")):
            notes.append(line.rstrip())
        elif line.startswith(("error", "warning", "💥 ")):
            break
        elif line != _CAUSED:
            text.append(line.strip())
        index += 1
        end = index
    else:
        if limit == len(lines) and limit < at + _MOST_LINES and not final:
            return MORE
    if frame:
        frame = Frame(frame.path, frame.line, source=source, column=frame.column)
    return complaint(
        "cargo", text, at, end, notes=notes, frames=(frame,) if frame else (), summary=bool(_SUMMARY.match(message))
    )


DIALECT = _Rust()
