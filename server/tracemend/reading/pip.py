"""What pip and uv say when they cannot install.

pip prints `ERROR: ` lines (several that belong together stand one below the other) and, since 22, boxed messages:
an `error: ` line with a name, then `×` what happened, `│` the context, `╰─>` the output or the hint, then `note:` and
`hint:` (pip/_internal/exceptions.py, DiagnosticPipError). A box about a failed build is followed by further ones that
only say that the build has failed; they are read as one with it. A traceback in its output is a report of its own,
the cause of the box. Other programs say `ERROR: ` and `error: ` too, so
without a command that is known to be pip's (uv's), the text has to be one of pip's (uv's).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tracemend.reading import openings, traceback
from tracemend.reading.report import MORE, Block, ErrorReport, Hints, Link, NeedMore, Span

_BODY_LINES = 2000
"""The output of a build that is read as part of a box; the rest of a longer one is passed over."""

_KEPT_LINES = 200

_PIP_COMMAND = re.compile(r"(?:^|[\s/\\;&|(])pip[\d.]{0,4}(?:\.exe)?\s")
_UV_COMMAND = re.compile(r"(?:^|[\s/\\;&|(])uvx?(?:\.exe)?(?:\s|$)")
_PIP_SAYS = re.compile(
    r"Could not find a version that satisfies|No matching distribution found for |Could not open requirements file: "
    r"|unknown command \"|Cannot install |ResolutionImpossible: |THESE PACKAGES DO NOT MATCH THE HASHES"
    r"|Hashes are required in |In --require-hashes mode|\S{1,400} is not a supported wheel on this platform"
    r"|Wheel '[^']{1,200}' located at |Could not install packages due to an |Invalid requirement: "
    r"|Failed building wheel for |Failed to build (?:installable )?wheels? |Could not build wheels for "
    r"|Package '[^']{1,200}' requires a different Python: |You must give at least one requirement to "
    r"|Directory '[^']{1,400}' is not installable|Cannot uninstall |Command errored out with exit status "
    r"|pip's dependency resolver does not currently |Can not perform a '--user' install|Double requirement given"
    r"|Ignored the following |HTTP error \d{3} while getting |Could not install requirement "
    r"|\S{1,400} is not a valid (?:editable requirement|wheel filename)|Invalid wheel filename"
    r"|File \"setup\.py\" (?:or \"setup\.cfg\" )?not found|Could not find an activated virtualenv"
    r"|Cannot unpack file |Requested \S{1,300} from \S{1,400} has (?:inconsistent|invalid) "
    r"|\S{1,300} does not appear to be a Python project"
)
_BOX = re.compile(r"(?P<indent> {0,8})error: (?P<kind>[a-z]+(?:-[a-z]+){1,8})$")
_UV_SAYS = re.compile(
    r"The interpreter at `|No virtual environment found|No `pyproject\.toml` found|No solution found when resolving "
    r"|Failed to (?:spawn: |inspect Python interpreter|build `|download|fetch|parse|prepare distributions)"
    r"|Because |Project virtual environment directory `|Requirements file not found|Distribution `"
)
_AFTER_BUILD = re.compile(
    r"\s{0,8}(?:ERROR: (?:Failed building wheel for |Could not build wheels for |Failed to build installable wheels )"
    r"|Failed to build \S|error: (?:metadata-generation-failed|failed-wheel-build-for-install|legacy-install-failure)$)"
)
_TRACEBACK = "Traceback (most recent call last):"
_NOT_INSTALLED = re.compile(r"\S{1,200} \S{1,100} requires .{1,400}, (?:but you have|which is not installed)")


class _Pip:
    """Reads pip's errors, and uv's."""

    name = "pip"

    opens = staticmethod(openings.pip)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        line = lines[at]
        if line.startswith("ERROR: "):
            if not _is_pip(line[7:], hints) or _is_traceback(lines, at):
                return None
            return _errors(lines, at, final)
        box = _BOX.match(line)
        if box:
            return _box(lines, at, final, box, hints)
        if line.startswith("error: ") and _is_uv(line[7:], hints):
            return _uv(lines, at, final, line[7:])
        if line.startswith("  × No solution found when resolving "):
            return _uv(lines, at, final, line[4:])
        return None


def _is_pip(text: str, hints: Hints) -> bool:
    known = bool(hints.command and _PIP_COMMAND.search(hints.command[:2000]))
    return known or bool(_PIP_SAYS.match(text))


def _is_uv(text: str, hints: Hints) -> bool:
    known = bool(hints.command and _UV_COMMAND.search(hints.command[:2000]))
    return known or bool(_UV_SAYS.match(text))


def _is_traceback(lines: Sequence[str], at: int) -> bool:
    """`ERROR: Exception:` stands above a traceback, which says it all."""
    return lines[at].rstrip() == "ERROR: Exception:"


def _errors(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    """`ERROR: ` lines that follow one another, with the indented lines under them."""
    message: list[str] = []
    notes: list[str] = []
    conflict = "conflicting dependencies" in lines[at]
    resolver = "dependency resolver" in lines[at]
    end = at
    limit = min(len(lines), at + _KEPT_LINES)
    while end < limit:
        line = lines[end]
        if line.startswith("ERROR: "):
            text = line[7:]
            if text.startswith("ResolutionImpossible: ") and message:
                notes.append(text)
                end += 1
                break
            if text.startswith("Ignored the following "):
                notes.append(text)
            elif message and not _belongs(message[-1], text):
                break
            else:
                message.append(text)
        elif line.startswith(("Hint: ", "hint: ")):
            notes.append(line[6:])
        elif conflict or (line.startswith(" ") and line.strip()) or (resolver and _NOT_INSTALLED.match(line)):
            message.append(line.rstrip())
        else:
            break
        end += 1
    if end == len(lines) and not final:
        return MORE
    while message and not message[-1]:
        message.pop()
    if not message:
        message = [notes.pop(0)]
    return _report("pip", message, notes, at, end)


def _belongs(before: str, text: str) -> bool:
    """Whether an `ERROR: ` line only goes on with what the one above it says."""
    return before.startswith("Could not find a version that satisfies") and text.startswith("No matching distribution")


def _box(lines: Sequence[str], at: int, final: bool, box: re.Match[str], hints: Hints) -> Block | NeedMore | None:
    """A boxed message, with the boxes that only repeat that it failed."""
    message, notes, end, closed = _one_box(lines, at, box)
    if message is None:
        return None if closed or final else MORE
    while closed:
        following = end
        while following < len(lines) and not lines[following].strip():
            following += 1
        if following == len(lines):
            closed = False
            break
        if box["kind"] != "subprocess-exited-with-error" or not _AFTER_BUILD.match(lines[following]):
            break
        repeated = _BOX.match(lines[following])
        if repeated:
            _, more, end, closed = _one_box(lines, following, repeated)
            notes += [note for note in more if note not in notes]
        else:
            end = following + 1
            notes.append(lines[following].strip())
    if not closed and not final:
        return MORE
    block = _report("pip", message, notes, at, end)
    inner = _inner(lines, at, end, hints)
    return Block((*inner, *block.reports), end) if inner else block


def _inner(lines: Sequence[str], at: int, end: int, hints: Hints) -> tuple[ErrorReport, ...]:
    """The exceptions of the first traceback in a box; the last of them led to the box's error."""
    start = next((index for index in range(at, end) if lines[index].strip() == _TRACEBACK), None)
    if start is None:
        return ()
    margin = len(lines[start]) - len(lines[start].lstrip())
    text = []
    for line in lines[start:end]:
        if line[:margin].strip() or line.strip() == "[end of output]":
            break
        text.append(line[margin:])
    block = traceback.DIALECT.read(text, 0, True, hints)
    if not isinstance(block, Block) or not block.reports:
        return ()
    moved = [replace(item, span=Span(item.span.start + start, item.span.end + start)) for item in block.reports]
    moved[-1] = replace(moved[-1], chain=Link(len(moved), "cause"))
    return tuple(moved)


def _one_box(lines: Sequence[str], at: int, box: re.Match[str]) -> tuple[list[str] | None, list[str], int, bool]:
    """Message (None: no box), notes, the index after the box, and whether lines after it show that it is over."""
    indent = box["indent"]
    message = [box["kind"]]
    notes: list[str] = []
    inside = False  # below the arrow every indented line is its text
    index, end = at + 1, at + 1
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
        elif text.startswith(("note: ", "hint: ")) and len(message) > 1:
            notes.append(text[6:])
            end = index + 1
        elif inside and text.startswith("    "):
            if len(message) < _KEPT_LINES:
                message.append(text[4:].rstrip())
            end = index + 1
        else:
            return (message if len(message) > 1 else None), notes, end, True
        index += 1
    return (message if len(message) > 1 else None), notes, end, limit < len(lines)


def _uv(lines: Sequence[str], at: int, final: bool, first: str) -> Block | NeedMore | None:
    """uv's message with its indented lines, `hint:` lines apart."""
    message = [first]
    notes: list[str] = []
    end = at + 1
    index = end
    limit = min(len(lines), at + _KEPT_LINES)
    while index < limit:
        line = lines[index]
        if line.startswith(("hint: ", "      hint: ")):
            notes.append(line.lstrip()[6:])
        elif line.startswith("  ") and line.strip():
            message.append(line.strip().lstrip("│╰─▶").lstrip())  # older versions draw a box
        elif line.strip():
            break
        else:
            index += 1
            continue
        index += 1
        end = index
    else:
        if limit == len(lines) and not final:
            return MORE
    return _report("uv", message, notes, at, end)


def _report(tool: str, message: list[str], notes: list[str], at: int, end: int) -> Block:
    report = ErrorReport(
        tool=tool,
        severity="error",
        exception=None,
        message="\n".join(message).rstrip(),
        span=Span(at + 1, end),
        notes=tuple(notes),
    )
    return Block((report,), end)


DIALECT = _Pip()
