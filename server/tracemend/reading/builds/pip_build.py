"""What pip says of a program that failed: boxed messages since 22, outputs under a heading before.

    error: subprocess-exited-with-error

    × Building wheel for a (pyproject.toml) did not run successfully.
    │ exit code: 1
    ╰─> [12 lines of output]
        ...
        [end of output]

    note: This error originates from a subprocess, and is likely not a problem with pip.

A box is an `error: ` line with a name, then `×` what happened, `│` the context, `╰─>` the output or the hint, then
`note:` and `hint:` (pip/_internal/exceptions.py, DiagnosticPipError). pip 19 to 21 print the output under `Command
errored out with exit status 1:`, older ones under `Complete output from command ...:`, down to a rule of dashes
(pip/_internal/utils/subprocess.py, make_subprocess_output_error). Both are followed by lines that only say it again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading.builds.build_output import errors_inside
from tracemend.reading.report import MORE, Block, ErrorReport, NeedMore, Severity, Span

_BODY_LINES = 15_000
"""The output of a build that is read as part of a message; the rest of a longer one is passed over."""

_KEPT_LINES = 200
_RULE = "-" * 40

BOX = lazy.regex(r"(?P<indent> {0,8})error: (?P<kind>[a-z]+(?:-[a-z]+){1,8})$")
_KINDS = frozenset(
    {"subprocess-exited-with-error", "metadata-generation-failed", "externally-managed-environment"}
    | {"legacy-install-failure", "failed-wheel-build-for-install", "uninstall-no-record-file"}
)
"""What says all by itself, where the box below was not copied (pip/_internal/exceptions.py)."""
_SIGNLESS = lazy.regex(r".{1,300} did not run successfully\.$|exit code: -?\d{1,10}$|See above for output\.$")
"""A box's lines whose signs were lost in copying."""
FAILED_STEP = lazy.regex(r"(?P<indent> {0,8})(?:[×x] )?(?P<step>\S.{0,300} did not run successfully\.)$")
_EXIT_CODE = lazy.regex(r"\s{0,8}(?:[│|] )?exit code: -?\d{1,10}$")
OUTPUT = lazy.regex(
    r"(?P<indent> {0,8})(?:ERROR: )?"
    r"(?P<first>Command errored out with exit status -?\d{1,5}:|Complete output from command .{1,4000}:)$"
)
AFTER_BUILD = lazy.regex(
    r"\s{0,8}(?:(?:ERROR: )?(?:Failed building (?:wheel|editable) for |Could not build wheels for |Failed to build '"
    r"|Failed to build installable wheels "
    r"|Command errored out with exit status .* Check the logs for full command output"
    r"|Command \".*\" failed with error code |ERROR: Failed to build one or more wheels)|Failed to build \S"
    r"|Running setup\.py clean for |WARNING: Discarding \S{1,400}\. Command errored out"
    r"|error: (?:metadata-generation-failed|failed-wheel-build-for-install|legacy-install-failure)$)"
)


def read_box(lines: Sequence[str], at: int, final: bool, box: re.Match[str]) -> Block | NeedMore | None:
    """A boxed message, with the boxes that only repeat that it failed, and the errors inside."""
    message, notes, end, closed = _one_box(lines, at, box)
    if message is None:
        if not (closed or final):
            return MORE
        return pip_block(box["kind"], (), at, at + 1) if box["kind"] in _KINDS else None
    body = end
    if box["kind"] == "subprocess-exited-with-error":
        end, closed, more = _repetitions(lines, end, closed, message)
        _add(notes, more)
    if not closed and not final:
        return MORE
    block = pip_block("\n".join(_shortened(message)), tuple(notes), at, end)
    arrow = next((index for index in range(at + 1, body) if lines[index].lstrip().startswith("╰─> [")), None)
    if arrow is None:
        return block
    inner = errors_inside(lines, arrow + 1, body, len(box["indent"]) + 4)
    return Block((*inner, *block.reports), end)


def read_failed_step(lines: Sequence[str], at: int, final: bool, step: re.Match[str]) -> Block | NeedMore | None:
    """A box whose first line, `error: subprocess-exited-with-error`, was cut off or stands elsewhere."""
    if at + 1 >= len(lines):
        return None if final else MORE
    if not _EXIT_CODE.match(lines[at + 1]):
        return None
    message, notes, end, closed = _box_lines(lines, at, step["indent"], "subprocess-exited-with-error")
    if message is None or not (closed or final):
        return None if message is None else MORE
    block = pip_block("\n".join(_shortened(message)), tuple(notes), at, end)
    arrow = next((index for index in range(at + 1, end) if lines[index].lstrip().startswith("╰─> [")), None)
    inner = errors_inside(lines, arrow + 1, end, len(step["indent"]) + 4) if arrow is not None else ()
    return Block((*inner, *block.reports), end)


def _repetitions(lines: Sequence[str], end: int, closed: bool, message: list[str]) -> tuple[int, bool, list[str]]:
    """The index after the lines that only say again that a build failed, whether it is known, and their notes."""
    notes: list[str] = []
    while closed:
        following = end
        while following < len(lines) and not lines[following].strip():
            following += 1
        if following == len(lines):
            return end, False, notes
        line = lines[following]
        repeated = BOX.match(line)
        if repeated and (AFTER_BUILD.match(line) or repeated["kind"] == message[0]):
            said, more, after, over = _one_box(lines, following, repeated)
            if not AFTER_BUILD.match(line) and said != message:
                return (end, over, notes) if over or said is None else (end, False, notes)
            end, closed = after, over
            _add(notes, more)
        elif AFTER_BUILD.match(line):
            end = following + 1
            if len(line) < 500 and len(notes) < _KEPT_LINES and not line.lstrip().startswith("Running "):
                notes.append(line.strip())
        else:
            break
    return end, closed, notes


def _add(notes: list[str], more: list[str]) -> None:
    """Add the notes that are new, as long as there are few."""
    for note in more:
        if len(notes) < _KEPT_LINES and note not in notes:
            notes.append(note)


def _one_box(lines: Sequence[str], at: int, box: re.Match[str]) -> tuple[list[str] | None, list[str], int, bool]:
    """As `_box_lines`, of the lines below the box's first one."""
    return _box_lines(lines, at + 1, box["indent"], box["kind"])


def _box_lines(lines: Sequence[str], at: int, indent: str, kind: str) -> tuple[list[str] | None, list[str], int, bool]:
    """Message (None: no box), notes, the index after the box, and whether lines after it show that it is over."""
    message = [kind]
    notes: list[str] = []
    inside = False  # below the arrow every indented line is its text
    index, end = at, at
    limit = min(len(lines), at + _BODY_LINES)
    while index < limit:
        line = lines[index]
        text = line[len(indent) :] if line.startswith(indent) else line.lstrip()
        if not text.strip():
            pass
        elif text.startswith(("× ", "│ ", "╰─> ", "x ", "| ")):
            message.append(text[2:] if text[0] != "╰" else text[4:])
            inside = text[0] == "╰"
            end = index + 1
        elif not inside and _SIGNLESS.match(text):
            message.append(text.rstrip())
            end = index + 1
        elif text.startswith(("note: ", "hint: ")) and len(message) > 1:
            notes.append(text[6:])
            end = index + 1
        elif inside and text.startswith("    "):
            message.append(text[4:].rstrip())
            end = index + 1
        else:
            return (message if len(message) > 1 else None), notes, end, True
        index += 1
    return (message if len(message) > 1 else None), notes, end, limit < len(lines)


def _shortened(message: list[str]) -> list[str]:
    """The beginning and the end of a long output: its errors stand at the end."""
    if len(message) <= _KEPT_LINES:
        return message
    return [*message[:20], "...", *message[21 - _KEPT_LINES :]]


def read_output(lines: Sequence[str], at: int, final: bool, output: re.Match[str]) -> Block | NeedMore | None:
    """A failed program's output as pip before 22 prints it, down to a rule of dashes."""
    margin = len(output["indent"])
    message = [output["first"]]
    start = at + 1
    end = index = at + 1
    limit = min(len(lines), at + _BODY_LINES)
    while index < limit:
        text = lines[index][margin:] if not lines[index][:margin].strip() else lines[index]
        if text.strip() == _RULE:
            break
        if OUTPUT.match(text) or text.startswith("error: subprocess-"):  # the next one: this one's end is cut off
            return None
        if text.startswith("Complete output (") and start == at + 1:
            start = index + 1
        message.append(text.rstrip())
        index += 1
    else:
        if limit == len(lines) and not final:
            return MORE
        if limit < len(lines) or not message[1:] or not message[1].startswith("  "):
            return None
    end = min(index + 1, limit)
    end, closed, notes = _repetitions(lines, end, True, message)
    if not closed and not final:
        return MORE
    block = pip_block("\n".join(_shortened(message)), tuple(notes), at, end)
    inner = errors_inside(lines, start, index, margin if start > at + 1 else _margin(lines, start, index))
    return Block((*inner, *block.reports), end)


def _margin(lines: Sequence[str], start: int, end: int) -> int:
    """How far the least indented of the lines is indented."""
    widths = [len(line) - len(line.lstrip()) for line in lines[start : min(end, start + 500)] if line.strip()]
    return min(widths, default=0)


def pip_block(message: str, notes: tuple[str, ...], at: int, end: int, severity: Severity = "error") -> Block:
    """A block of one report of pip."""
    report = ErrorReport(
        tool="pip",
        severity=severity,
        exception=None,
        message=message.rstrip(),
        span=Span(at + 1, end),
        notes=notes,
    )
    return Block((report,), end)
