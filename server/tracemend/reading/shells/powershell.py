"""PowerShell: Windows PowerShell's sentences with their place under them, and PowerShell 7's concise view.

    jupyter : The term 'jupyter' is not recognized as the name of a cmdlet, ...      5.1, broken at the window's width
    At C:\\shop\\start.ps1:3 char:5
    +     jupyter
    +     ~~~~~~~
        + CategoryInfo          : ObjectNotFound: (jupyter:String) [], CommandNotFoundException
        + FullyQualifiedErrorId : CommandNotFoundException

    ParserError: /home/me/a.ps1:216                                                  7
    Line |
     216 |  if ($x {
         |        ~
         | Missing closing ')' after expression in 'if' statement.

Formats and texts are those of PowerShell/PowerShell (`PowerShellCore_format_ps1xml.cs`, `DiscoveryExceptions.resx`) and
of threads there; not provoked here. `CategoryInfo` and `FullyQualifiedErrorId` are
the same in every language; both become notes. A `NativeCommandError` only wraps what another program printed to its
error stream, and is no report. What throws has no name in front: its message is the line before the place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading.report import MORE, Block, Frame, NeedMore
from tracemend.reading.shells.posix_shell import block

_TERM = lazy.regex(
    r"(?:.{0,400}?[^\s|] ?: |\s{1,20}\| )?"
    r"(?P<rest>(?:The term )?'[^']{1,400}' is not recognized as (?:the|a) name .*|File .{1,400} cannot be loaded.*)"
)
_CONCISE_ALONE = lazy.regex(
    r"(?P<who>[A-Z][a-z]{2,15}-[A-Z]\w{1,60}): "
    r"(?P<rest>Cannot (?:find|bind|convert|process|validate|remove|overwrite|create|open|index) .*"
    r"|Access to the path .*|A parameter cannot be found .*|A positional parameter cannot be found .*"
    r"|The (?:property|specified module|input object) .*"
    r"|Could not find .*|An item with the specified name .*|Missing an argument for parameter .*|No match was found .*)"
)
_NAMED = lazy.regex(r"(?P<who>\S.{0,300}?) : (?P<rest>\S.*)")
_CONCISE = lazy.regex(
    r"(?P<who>[A-Za-z&.][^\s:]{0,200}):(?: (?P<path>\S.{0,400}?):(?P<line>\d{1,9})(?::(?P<column>\d{1,9}))?"
    r"| (?P<script>\S.{0,400}\.ps[md]?1))? ?$"
)
_PLACE = lazy.regex(
    r"(?:At|In|En|Au caractère|No|Na|在|所在位置|位於|位置|発生場所|위치|строка|Wiersz|Konum|Em) ?"
    r"(?P<path>.{1,400}?):(?P<line>\d{1,9}) ?(?::|[^\W\d]{2,12}\.?:) ?(?P<column>\d{1,9})$"
)
_CONSOLE = frozenset({"line", "Ligne", "Zeile", "línea", "linha", "riga", "行", "줄", "строка", "Wiersz", "Satır"})
_CATEGORY = "+ CategoryInfo "
_ID = "+ FullyQualifiedErrorId : "
_DONE = (".", "LinkID=135170", "LinkID=135170.", "。")
_MESSAGE_LINES = 20
_MARGIN = lazy.regex(r"\s{2,12}\| ?(?P<rest>.*)")
_SOURCE = lazy.regex(r"\s{0,10}(?P<line>\d{1,9}) \| {0,2}(?P<source>.*)")
_TILDES = lazy.regex(r"\s{0,300}(?:~{1,300}|\^)\s*$")
_CARET = lazy.regex(r"\s{0,300}\^ ")
"""What 7.0's first versions mark the place with, the message behind it."""


def powershell(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    """The complaint of PowerShell that begins at `lines[at]`."""
    line = lines[at]
    concise = _CONCISE.match(line)
    if concise:
        return _concise(lines, at, final, concise)
    known = _TERM.match(line) if " is not recognized as " in line or " cannot be loaded" in line else None
    if known:
        return _windows(lines, at, final, known["rest"].rstrip(), sure=True)
    named = _NAMED.match(line) if " : " in line else None
    if named:
        return _windows(lines, at, final, named["rest"].rstrip(), sure=False)
    if line.startswith('Exception calling "'):
        return _windows(lines, at, final, line.rstrip(), sure=False)
    if ":" in line and _PLACE.match(line):
        return _placed_first(lines, at, final)
    alone = _CONCISE_ALONE.match(line)
    return block(line, at, at + 1, None) if alone else None


def _windows(lines: Sequence[str], at: int, final: bool, message: str, sure: bool) -> Block | NeedMore | None:
    """Windows PowerShell's: the message's further lines, the place, the source and the two lines of details.

    `sure`: the sentence is known to be PowerShell's, whatever follows it.
    """
    end, frame, details = at + 1, None, []
    source = None
    while True:
        if end >= len(lines):
            if not final and end < at + _MESSAGE_LINES:
                return MORE
            break
        text = lines[end].strip()
        place = _PLACE.match(text)
        if text.startswith((_CATEGORY, _ID)):
            details.append(text)
        elif text.startswith("+"):
            if source is None and not details:
                source = text[1:].strip()
        elif place and frame is None and not details:
            frame = Frame(place["path"], int(place["line"]), column=int(place["column"]))
        elif text.startswith("| "):
            message += " " + text[2:].strip()
        elif details and lines[end].startswith("   ") and not details[-1].startswith(_ID):
            details[-1] += text  # broken at the window's width
        elif details or frame or _ends_message(text, message, sure) or end >= at + _MESSAGE_LINES:
            break
        else:
            message += " " + text
        end += 1
        if details and details[-1].startswith(_ID):
            break
    return _reported(message, at, end, frame, source, details, sure)


def _ends_message(text: str, message: str, sure: bool) -> bool:
    """Whether a line of that text goes on with the message no more."""
    return not text or ":" in text[:3] or (sure and message.endswith(_DONE))


def _reported(
    message: str, at: int, end: int, frame: Frame | None, source: str | None, details: list[str], sure: bool
) -> Block | None:
    if not sure and len(details) < 2:
        return None
    if any("NativeCommandError" in detail for detail in details):
        return None
    if frame is not None:
        console = frame.path in _CONSOLE
        frame = None if console else Frame(frame.path, frame.line, source=source, column=frame.column)
    return block(message, at, end, frame, tuple(detail[2:] for detail in details))


def _placed_first(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    """What cannot be parsed, or was thrown: the place, the source, then the message, or the line before all of it."""
    place = _PLACE.match(lines[at])
    if place is None:
        return None
    end, source, said, details = at + 1, None, [], []
    while end < at + _MESSAGE_LINES:
        if end >= len(lines):
            if not final:
                return MORE
            break
        text = lines[end].strip()
        if text.startswith((_CATEGORY, _ID)):
            details.append(text)
        elif text.startswith("+"):
            source = source or text[1:].strip()
        elif not text or _PLACE.match(text):
            break
        else:
            said.append(text)
        end += 1
        if details and details[-1].startswith(_ID):
            break
    message = said[0] if said else lines[at - 1].strip() if at else ""
    if not message or (not details and not (said and source)):
        return None
    frame = Frame(place["path"], int(place["line"]), column=int(place["column"]))
    return _reported(message, at, end, frame, source, details, sure=True)


def _concise(lines: Sequence[str], at: int, final: bool, head: re.Match[str]) -> Block | NeedMore | None:
    """PowerShell 7's: `Line |`, the source with its number, tildes, the message behind a margin."""
    if at + 1 >= len(lines):
        return None if final else MORE
    if lines[at + 1].rstrip() != "Line |":
        return None
    end, source, number, said = at + 2, None, None, []
    while end < at + _MESSAGE_LINES:
        if end >= len(lines):
            if not final:
                return MORE
            break
        line = lines[end]
        margin = _MARGIN.match(line)
        numbered = _SOURCE.match(line)
        if numbered and source is None:
            source, number = numbered["source"].strip(), int(numbered["line"])
        elif margin is None:
            break
        elif not _TILDES.fullmatch(margin["rest"]):
            said.append(_CARET.sub("", margin["rest"], count=1).strip())
        end += 1
    if not said:
        return None
    frame = None
    if head["path"]:
        column = int(head["column"]) if head["column"] else None
        frame = Frame(head["path"], int(head["line"]), source=source, column=column)
    elif head["script"]:
        frame = Frame(head["script"], number, source=source)
    return block(" ".join(part for part in said if part), at, end, frame)
