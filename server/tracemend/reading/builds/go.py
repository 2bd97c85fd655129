"""What Go says: its compiler's and vet's findings, tests that failed, programs that panicked.

    # command-line-arguments                                     cmd/go: the package, then a line for each error
    ./a.go:2:8: imported and not used: "fmt"
    a.go:2:8: no required module provides package x; to add it:  cmd/go itself, with what to do under it
            go get x
    --- FAIL: TestX (0.00s)                                      testing/testing.go, the test's log indented by four
        a_test.go:3: no 3
    panic: runtime error: index out of range [3] with length 0   runtime/panic.go, then the goroutines

Findings that stand neither under a package's line nor under another finding count where the command is Go's, or by
their wording.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.programs.complaint import complaint, is_shown, programs
from tracemend.reading.report import MORE, Block, Frame, Hints, NeedMore

_MOST_LINES = 200
_FINDING = lazy.regex(
    r"(?:vet: )?(?P<path>(?:[A-Za-z]:)?[^\s:][^:]{0,400}\.go):(?P<line>\d{1,7}):(?P<column>\d{1,5}): (?P<message>\S.*)"
)
_WORDING = lazy.regex(
    r"(?:no required module provides package |package \S{1,200} is not in |cannot (?:find|use) |undefined: "
    r"|imported and not used|declared (?:and|but) not used|expected .{1,100}, found |syntax error: |missing return)"
    r"|\"[^\"]{1,200}\" imported and not used|\S{1,100} (?:redeclared in|declared (?:and|but) not used)"
)
_TEST = lazy.regex(r" {0,40}--- FAIL: (?P<name>\S{1,300}) \(\d{1,6}\.\d\ds\)$")
_LOGGED = lazy.regex(r"\s{4,60}(?P<path>[^\s:]{1,300}\.go):(?P<line>\d{1,7}): (?P<message>.+)")
_PANIC = lazy.regex(r"(?:panic|fatal error): (?P<message>\S.*)")
_GOROUTINE = lazy.regex(r"goroutine \d{1,9}(?: gp=\S{1,40})?(?: m=\S{1,40})?(?: mp=\S{1,40})? \[[^\]]{1,100}\]:$")
_CALL = lazy.regex(r"(?:created by )?(?P<name>[\w./*()\[\]{}\-·%~]{1,400}?)(?:\(.{0,2000}\))?(?: in goroutine \d+)?$")
_PLACE = lazy.regex(r"\t(?P<path>\S.{0,400}\.(?:go|s)):(?P<line>\d{1,7})(?: \+0x[\da-f]{1,16})?$")
_LIBRARY = lazy.regex(r".{0,300}/(?:src/(?:runtime|testing|internal|reflect|sync|net|io)/|pkg/mod/)")
_BEFORE_GOROUTINES = 30


class _Go:
    """Reads one finding of the compiler's, one test or one panic."""

    name = "go"

    opens = staticmethod(openings.go)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        line = lines[at]
        if hints.exit_code == 0 or is_shown(line, hints):
            return None
        found = _FINDING.match(line)
        if found:
            above = lines[at - 1] if at else ""
            ours = bool({"go", "gofmt", "golangci-lint"}.intersection(programs(hints.command)))
            if not (ours or above.startswith("# ") or _FINDING.match(above) or _WORDING.match(found["message"])):
                return None
            return _finding(lines, at, final, found)
        test = _TEST.match(line)
        if test:
            return _test(lines, at, final, test["name"])
        panic = _PANIC.match(line)
        return _panic(lines, at, final, panic["message"]) if panic else None


def _finding(lines: Sequence[str], at: int, final: bool, found: re.Match[str]) -> Block | NeedMore:
    """An error of the compiler's with the lines indented by a tab under it."""
    text = [found["message"].rstrip()]
    end = at + 1
    while end < min(len(lines), at + _MOST_LINES) and lines[end].startswith("\t"):
        text.append(lines[end].strip())
        end += 1
    if end == len(lines) and not final:
        return MORE
    frame = Frame(found["path"], int(found["line"]), column=int(found["column"]))
    return complaint("go", text, at, end, frames=(frame,))


def _test(lines: Sequence[str], at: int, final: bool, name: str) -> Block | NeedMore | None:
    """A test that failed with what it logged; None where it logged nothing: its parts have failed, or it printed."""
    text: list[str] = []
    frame: Frame | None = None
    end = at + 1
    while end < min(len(lines), at + _MOST_LINES):
        logged = _LOGGED.match(lines[end])
        if logged:
            frame = Frame(logged["path"], int(logged["line"]), name=name)
            text.append(logged["message"].rstrip())
        elif not text or not lines[end].startswith("        "):
            break
        else:
            text.append(lines[end].strip())
        end += 1
    if end == len(lines) and not final:
        return MORE
    return complaint("go", text, at, end, frames=(frame,), notes=(name,)) if frame else None


def _panic(lines: Sequence[str], at: int, final: bool, message: str) -> Block | NeedMore | None:
    """A panic, or an error of the runtime's, with the goroutine that it stopped; None where none follows."""
    text = [message.rstrip()]
    index = at + 1
    while index < min(len(lines), at + _BEFORE_GOROUTINES) and not _GOROUTINE.match(lines[index]):
        if lines[index].strip():
            text.append(lines[index].rstrip())
        index += 1
    else:
        if index >= len(lines):
            return None if final else MORE
        if not _GOROUTINE.match(lines[index]):
            return None
    frames: list[Frame] = []
    end = index = index + 1
    while index + 1 < min(len(lines), at + _MOST_LINES):
        call, place = _CALL.match(lines[index]), _PLACE.match(lines[index + 1])
        if not (call and place):
            break
        frames.insert(0, Frame(place["path"], int(place["line"]), name=call["name"]))
        index += 2
        end = index
    if index + 1 >= len(lines) and not final:
        return MORE
    own = [frame for frame in frames if not _LIBRARY.match(frame.path)]
    return complaint("go", text, at, end, exception="panic", frames=tuple(frames), user=own[-1] if own else None)


DIALECT = _Go()
