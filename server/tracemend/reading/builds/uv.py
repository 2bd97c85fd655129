"""What uv and uvx say when they cannot go on.

    error: No solution found when resolving dependencies         since 0.9; the chain as `  cause: ` lines
      cause: Because there is no version of six==99 ...
    error: Failed to spawn: `x`                                  before; the chain as `  Caused by: ` lines
      Caused by: No such file or directory (os error 2)
      × Failed to build `a @ file:///a`                          miette's box (uv/src/commands/diagnostics.rs), whose
      ├─▶ The build backend returned an error                    lines are wrapped at the terminal's width
      ╰─▶ Call to `setuptools.build_meta.build_wheel` failed (exit status: 1)

The output of a build stands below `[stdout]` and `[stderr]` (before 0.5 `--- stdout:`, `--- stderr:`); the errors in
it are reports of their own, the causes of uv's. `hint:`, `help:` and `tip:` are notes.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.builds import installer_warnings
from tracemend.reading.builds.build_output import errors_inside
from tracemend.reading.report import MORE, Block, ErrorReport, Hints, NeedMore, Span

_BODY_LINES = 15_000
_KEPT_LINES = 200

_COMMAND = lazy.regex(r"(?:^|[\s/\\;&|(])uvx?(?:\.exe)?(?:\s|$)")
_SAYS = lazy.regex(
    r"The interpreter at |No virtual environment found|No `pyproject\.toml` found|No solution found when resolving "
    r"|Failed to (?:spawn: |inspect Python interpreter|build `|download|fetch|parse: |prepare distributions|install: "
    r"|parse `(?:[^`]{1,300}[/\\])?uv\.lock`"
    r"|add dependencies|resolve |extract|initialize cache|query Python interpreter|uninstall |unzip wheel|read `"
    r"|cache wheel)"
    r"|Because |Project virtual environment directory `|Requirements file not found|Distribution (?:`|not found at: )"
    r"|No interpreter found (?:for|in) |The lockfile at `uv\.lock` |Unable to find lockfile at `uv\.lock`"
    r"|Request failed after \d{1,3} retries|The build backend returned an error|Build backend failed to "
    r"|The requested interpreter resolved to Python |The Python request from `|Querying Python at `"
    r"|No executables are provided by |An executable named `|Executable already exists: |The environment at `"
    r"|(?:Group|Extra) `[^`]{1,200}` is not defined |The dependency `[^`]{1,200}` could not be found"
    r"|Project is already initialized in `|Tool `[^`]{1,200}` (?:is not installed|environment not found)"
    r"|Cannot install a Python for |`[^`]{1,200}` is not installed|Could not (?:acquire lock|connect, are you |read )"
    r"|Dependency `[^`]{1,200}` |Python executable does not support |Missing credentials for "
    r"|Local file already exists|The current Python (?:version|platform) |The project's environment "
    r"|Required uv version `"
)
_BOX = lazy.regex(
    r"(?:[\u2800-\u28ff] .{0,400}  |  |)[×x] (?P<message>\S.*)"
)  # behind what a spinner left, once copied
_DRAWN = lazy.regex(r" {0,2}(?P<bar>│|├─▶|╰─▶|\|->|`->|\||╰▶|   )(?: (?P<text>.*))?$")
_TAIL = lazy.regex(r" {0,2}(?:├─▶|╰─▶|\|->|`->) (?P<message>\S.*)")
_BEGINNINGS = ("├─▶", "╰─▶", "╰▶", "|->", "`->")
"""What begins a line of the chain; without Unicode (a console of Windows) miette draws it with other signs."""
_BARE = lazy.regex(r"The lockfile at `uv\.lock` needs to be updated, but `--\w{1,12}` was provided\.")
"""What a log has without `error: `, which uv prints apart where it is red."""
_NOTE = lazy.regex(r"(?P<indent>\s{0,8})(?P<kind>hint|help|tip): (?P<text>.+)")
_STREAM = lazy.regex(r"(?P<indent> {0,12})\[(?P<name>stdout|stderr)\]$")
_OLD_STREAM = lazy.regex(r"--- (?:stdout|stderr):$")
_CHAIN = lazy.regex(r"\s{2}(?:cause|Caused by): (?P<text>.*)")
_ENDS = lazy.regex(r"(?:error|warning): |  [×x] [A-Z]|\$ |Usage: ")


class _Uv:
    """Reads uv's errors."""

    name = "uv"

    opens = staticmethod(openings.uv)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        line = lines[at]
        known = bool(hints.command and _COMMAND.search(hints.command[:2000]))
        if line.startswith("error: "):
            first = line[7:].rstrip()
            if not (known or _SAYS.match(first)):
                return None
            return _plain(lines, at, final, first)
        if line.startswith("warning: "):
            return installer_warnings.of_uv(line, at, hints)
        box = _BOX.match(line)
        if box and (known or _SAYS.match(box["message"])):
            return _boxed(lines, at, final, box["message"].rstrip())
        tail = _TAIL.match(line) if hints.selected else None
        if tail and _SAYS.match(tail["message"]):  # without the first line, which somebody did not copy
            return _boxed(lines, at, final, tail["message"].rstrip())
        return _plain(lines, at, final, line.rstrip()) if _BARE.match(line) else None


def _plain(lines: Sequence[str], at: int, final: bool, first: str) -> Block | NeedMore:
    """`error: ` with its chain and indented lines; a build's output; `hint:` lines, which may stand apart."""
    message, notes = [first], []
    streams: list[tuple[int, int]] = []  # first line and margin of each part of a build's output
    ends: list[int] = []
    index = end = at + 1
    limit = min(len(lines), at + _BODY_LINES)
    bare = False  # the output is not indented: it goes on to `---`, a hint or the end
    while index < limit:
        line = lines[index]
        stream = _STREAM.match(line)
        note = _NOTE.match(line)
        if stream or _OLD_STREAM.match(line):
            bare = not stream or not stream["indent"]
            streams.append((index + 1, len(stream["indent"]) if stream else 0))
        elif bare and line.strip() == "---":
            bare = False
        elif note and (not streams or len(note["indent"]) <= streams[-1][1]):
            notes.append(note["text"])
            bare = False
        elif (chain := _CHAIN.match(line)) and not bare:
            message.append(chain["text"].rstrip())
        elif not line.strip():
            if not bare:
                index += 1
                continue
        elif line.startswith("  ") or bare:
            if bare and line.startswith("$ "):
                break
            message.append(line.rstrip() if streams else line.strip())
        elif not streams and message[-1].endswith("…"):
            message.append(line)
        elif index + 1 == len(lines) and index == end and not (streams or final or _ENDS.match(line)):
            return MORE
        elif index == end and not streams and not _ENDS.match(line) and _carets(lines, index):
            message += [line.rstrip(), lines[index + 1].rstrip()]  # a requirement with its fault, not indented in 0.4
            index += 1
        else:
            break
        index += 1
        end = index
    else:
        if limit == len(lines) and not final:
            return MORE
    ends = [start - 1 for start, _ in streams[1:]] + [end]
    return _with_causes(lines, at, end, message, notes, [(s, e, m) for (s, m), e in zip(streams, ends, strict=False)])


def _carets(lines: Sequence[str], index: int) -> bool:
    """Whether the line under this one marks something in it."""
    following = lines[index + 1] if index + 1 < len(lines) else ""
    return bool(following.strip()) and not following.strip(" ^")


def _boxed(lines: Sequence[str], at: int, final: bool, first: str) -> Block | NeedMore:
    """miette's box: the bars begin a line of the chain, what is indented under them goes on with it."""
    message, notes = [first], []
    streams: list[tuple[int, int]] = []
    index = end = at + 1
    limit = min(len(lines), at + _BODY_LINES)
    helping = False
    while index < limit:
        line = lines[index]
        drawn = _DRAWN.match(line)
        note = _NOTE.match(line)
        stream = _STREAM.match(line)
        if note:
            notes.append(note["text"].rstrip())
            helping = True
        elif stream:
            streams.append((index + 1, len(stream["indent"])))
            helping = False
        elif drawn and (text := (drawn["text"] or "").rstrip()):
            begins = drawn["bar"] in _BEGINNINGS
            if helping and not begins:
                notes[-1] += " " + text.strip()
            elif begins or streams or message[-1].endswith(":") or text.startswith(("And ", "Because ", " ")):
                message.append(text.strip() if not streams else text)
            else:
                message[-1] += " " + text.strip()  # wrapped at the terminal's width
        elif not line.strip():
            index += 1
            continue
        else:
            break
        index += 1
        end = index
    else:
        if limit == len(lines) and not final:
            return MORE
    ends = [start - 1 for start, _ in streams[1:]] + [end]
    return _with_causes(lines, at, end, message, notes, [(s, e, m) for (s, m), e in zip(streams, ends, strict=False)])


def _with_causes(
    lines: Sequence[str], at: int, end: int, message: list[str], notes: list[str], parts: list[tuple[int, int, int]]
) -> Block:
    """uv's report after those of the output's parts, of which stderr is the last."""
    inner: tuple[ErrorReport, ...] = ()
    for start, stop, margin in reversed(parts):
        inner = errors_inside(lines, start, stop, margin)
        if inner:
            break
    if len(message) > _KEPT_LINES:
        message = [*message[:20], "...", *message[21 - _KEPT_LINES :]]
    report = ErrorReport(
        tool="uv",
        severity="error",
        exception=None,
        message="\n".join(message).rstrip(),
        span=Span(at + 1, end),
        notes=tuple(notes),
    )
    return Block((*inner, report), end)


DIALECT = _Uv()
