"""rustc's errors (rustc_errors/src/emitter.rs), as cargo and maturin pass them on.

    error[E0433]: cannot find module or crate `foo` in this scope
     --> src/lib.rs:1:30
      |
    1 | fn main() { foo::bar(); }
      |             ^^^ use of unresolved module or unlinked crate `foo`

An error without a place is read only where it is about the linker; `aborting due to` is nothing of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading.report import MORE, Block, ErrorReport, Frame, NeedMore, Span

_TEXT_LINES = 200
_RUST = lazy.regex(r"error(?:\[(?P<code>E\d{4})\])?: (?P<message>.+)")
_RUST_ARROW = lazy.regex(r" {1,12}--> (?P<path>[^:].{0,600}?):(?P<line>\d{1,9}):(?P<column>\d{1,9})$")
_RUST_GUTTER = lazy.regex(r" {0,12}\d{0,9} {1,12}\||\s{1,12}(?:=|::: |--> )|\.\.\.$")


def read_rustc(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    """The error of rustc that begins at `lines[at]`: the place on the next line, then a snippet, notes and help."""
    found = _RUST.match(lines[at])
    if not found:
        return None
    if at + 1 >= len(lines):
        return None if final or len(lines) - at > 1 else MORE
    arrow = _RUST_ARROW.match(lines[at + 1])
    bare = found["message"].startswith(("linker ", "linking with ")) and lines[at + 1].strip() == "|"
    if not bare and (not arrow or not arrow["path"].endswith(".rs")):
        return None
    notes: list[str] = []
    source: str | None = None
    end = at + (1 if bare else 2)
    limit = min(len(lines), at + _TEXT_LINES)
    while end < limit and (_RUST_GUTTER.match(lines[end]) or lines[end].startswith(("help: ", "note: "))):
        text = lines[end].lstrip()
        if text.startswith("= "):
            notes.append(text[2:])
        elif arrow and source is None and text.startswith(arrow["line"] + " |"):
            source = text.partition("|")[2].strip() or None
        end += 1
    if end == len(lines) and not final:
        return MORE
    frame = None
    if arrow:
        frame = Frame(arrow["path"], int(arrow["line"]), source=source, column=int(arrow["column"]))
    report = ErrorReport(
        tool="rustc",
        severity="error",
        exception=None,
        message=found["message"],
        span=Span(at + 1, end),
        frames=(frame,) if frame else (),
        user_frame=frame,
        notes=tuple(notes),
        code=found["code"],
    )
    return Block((report,), end)
