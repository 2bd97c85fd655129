"""Errors in boxes: Terraform's (and OpenTofu's, Packer's), and those of Python programs that draw with rich.

    ╷                                       ╭─ Error ─────────────────────────╮
    │ Error: Unsupported argument           │ Missing argument 'NAME'.        │
    │                                       ╰─────────────────────────────────╯
    │   on main.tf line 3, in provider "x":
    │    3:   nosuch = 1
    ╵

Terraform: internal/command/format/diagnostic.go; rich: typer's and rich-click's `rich_utils.py`, after a usage line.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.programs.complaint import bare_name, complaint, is_shown, programs
from tracemend.reading.report import MORE, Block, Frame, Hints, NeedMore

_TERRAFORM = lazy.regex(r"(?:[│|] )?Error: (?P<rest>\S.*)")
_BAR = lazy.regex(r"[│|](?: (?P<text>.*))?$")
_ON = lazy.regex(r"\s{1,6}on (?P<path>\S.{0,300}?) line (?P<line>\d{1,7})(?:, in .{1,200})?:$")
_SOURCE = lazy.regex(r"\s{1,12}(?P<line>\d{1,7}): (?P<text>.*)")
_PANEL = lazy.regex(r"[╭┌+][─-]{1,4} (?:[\w-]{1,30} )?Error(?:s)? [─-]{2,400}[╮┐+]\s*$")
_PANEL_LINE = lazy.regex(r"[│|] ?(?P<text>.*?) *[│|]\s*$")
_PANEL_END = lazy.regex(r"[╰└+][─-]{4,400}[╯┘+]\s*$")
_MOST = 200


class _Boxes:
    """Reads one error that stands in a box."""

    name = "boxes"

    opens = staticmethod(openings.boxes)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        line = lines[at]
        if hints.exit_code == 0 or is_shown(line, hints):
            return None
        if _PANEL.match(line):
            return _panel(lines, at, final, hints)
        found = _TERRAFORM.match(line)
        return _terraform(lines, at, final, found["rest"], hints) if found and line[0] in "│|" else None


def _terraform(lines: Sequence[str], at: int, final: bool, summary: str, hints: Hints) -> Block | NeedMore:
    message = [summary.rstrip()]
    place: tuple[str, int] | None = None
    source = None
    index = at + 1
    while index < min(len(lines), at + _MOST):
        found = _BAR.match(lines[index])
        if not found:
            break
        text = found["text"] or ""
        on = _ON.match(text)
        shown = _SOURCE.match(text)
        if on:
            place = on["path"], int(on["line"])
        elif shown and place and source is None and int(shown["line"]) == place[1]:
            source = shown["text"].strip()
        elif text.strip() and not (shown and place):
            message.append(text.strip())
        index += 1
    else:
        if index >= len(lines) and not final:
            return MORE
    end = index + 1 if index < len(lines) and lines[index].rstrip() == "╵" else index
    frames = (Frame(*place, source=source),) if place else ()
    named = [one for one in programs(hints.command) if one in ("terraform", "tofu", "terragrunt", "packer")]
    return complaint(named[0] if named else "terraform", message, at, end, frames=frames)


def _panel(lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
    message: list[str] = []
    index = at + 1
    while index < min(len(lines), at + _MOST):
        found = _PANEL_LINE.match(lines[index])
        if not found:
            break
        message.append(found["text"].strip())
        index += 1
    if index >= len(lines):
        return None if final else MORE
    if not _PANEL_END.match(lines[index]) or not any(message):
        return None
    ran = programs(hints.command)
    return complaint(bare_name(ran[-1]) if ran else "program", " ".join(filter(None, message)), at, index + 1)


DIALECT = _Boxes()
