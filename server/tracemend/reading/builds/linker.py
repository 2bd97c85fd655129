"""What linkers say: one run of a linker is one report, with its first complaint as the first line of the message.

/usr/bin/ld: /tmp/ccqsSedV.o: in function `main':        binutils (ld/ldmisc.c): an object, then what is wrong in it
b.c:(.text+0x5): undefined reference to `foo'
collect2: error: ld returned 1 exit status               gcc's or clang's driver has the last word
/usr/bin/ld: no se puede encontrar -lfoo: No existe...   in the language of the system: read as `cannot find -lfoo: `
ld.lld: error: undefined symbol: foo                     lld (lld/ELF), with `>>>` lines under it
Undefined symbols for architecture arm64:                Apple's ld (ld64, src/ld/Resolver.cpp), then the symbols
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading.builds.compiler_words import CANNOT_FIND
from tracemend.reading.report import MORE, Block, ErrorReport, Frame, NeedMore, Span

_RUN_LINES = 400
_KEPT_LINES = 60

_LINKER = lazy.regex(
    r"(?:\S{0,300}[\\/])?(?:[\w.]{1,30}-){0,6}(?:ld|ld\.bfd|ld\.gold|ld\.lld|ld64\.lld|lld|lld-link|mold|wasm-ld)"
    r"(?:\.exe)?\xa0?: (?P<rest>.+)"
)
_CANNOT_FIND = lazy.regex("|".join(re.escape(text).replace("%s", r"(\S{1,300}?)") for text in CANNOT_FIND))
_QUIET = lazy.regex(r"(?:fatal )?warning: |skipping incompatible |note: |NOTE: |.{1,400}: warning: |(?:GNU ld|LLD) ")
_COMPLAINS = lazy.regex(
    r"(?:fatal )?error: |cannot (?:find|open|use|represent) |can't (?:open|find|map) |could(?: not|n't) |undefined "
    r"|unable to "
    r"|symbol\(s\) not found|(?:library|framework) (?:not found|'[^']{1,200}' not found)|file not found: "
    r"|duplicate symbol"
    r"|multiple definition of |relocation |file (?:not recognized|in wrong format|format not recognized|truncated)"
    r"|error adding symbols|final link failed|unrecogni[sz]ed |no input files|invalid |missing |hidden symbol "
    r"|dangerous relocation|more undefined references|incompatible|No such file or directory|No space left"
)
_INSIDE = lazy.regex(r".{1,400}: [iI]n function [`'‘].{1,400}['’]:$")
_PLACE = lazy.regex(
    r"(?P<path>[^\s:][^:]{0,400}?):(?:(?P<line>\d{1,9})|\([^()]{1,200}\)): (?P<message>undefined reference to "
    r"|multiple definition of |relocation |more undefined references )"
)
_IN_OBJECT = lazy.regex(
    r"[^\s:][^:]{0,400}: (?:undefined reference to |multiple definition of |undefined symbol|relocation )"
)
_LAST_WORD = lazy.regex(
    r"(?:\S{0,300}[\\/])?(?:[\w.]{1,30}-){0,6}"
    r"(?:collect2(?:\.exe)?: .{1,60}?\bld(?:\.exe)?\b.{1,40}\d{1,3}"
    r"|(?:clang|clang\+\+|icx|icpx|flang)(?:-[\d.]{1,8})?: error: linker command failed with exit code )"
)
_APPLE = lazy.regex(r"Undefined symbols for architecture \w{1,20}:$")


def read_linker(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    """The complaints of one run of a linker that begin at `lines[at]`; None where it is no linker's line."""
    texts: list[str] = []
    frame: Frame | None = None
    end = index = at
    limit = min(len(lines), at + _RUN_LINES)
    apple = False
    while index < limit:
        line = lines[index]
        last = _LAST_WORD.match(line)
        said = _LINKER.match(line)
        if last:
            if not texts:
                texts.append(line.partition("rror: ")[2] or line.partition(": ")[2])
            end = index + 1
            break
        if _APPLE.match(line):
            apple = True
            texts.append(line)
        elif apple and line.startswith("  "):
            if len(texts) < _KEPT_LINES:
                texts.append(line.rstrip())
        elif said:
            rest = _in_english(said["rest"])
            known = bool(_COMPLAINS.search(rest[:1000]))
            rest = rest.removeprefix("error: ").removeprefix("fatal error: ")
            if index == at and not (known or _QUIET.match(rest) or _INSIDE.match(rest)):
                return None
            place = _PLACE.match(rest)
            if place and place["line"]:
                frame = frame or Frame(place["path"], int(place["line"]))
            if known and not (_QUIET.match(rest) or _INSIDE.match(rest)) and len(texts) < _KEPT_LINES:
                texts.append(_text(rest))
        elif index > at and line.startswith(">>> "):
            if len(texts) < _KEPT_LINES:
                texts.append(line)
        elif place := _PLACE.match(line):
            if place["line"] and frame is None:
                frame = Frame(place["path"], int(place["line"]))
            if len(texts) < _KEPT_LINES:
                texts.append(_text(line))
        elif _IN_OBJECT.match(line):
            if len(texts) < _KEPT_LINES:
                texts.append(_text(line))
        elif _INSIDE.match(line) and line.partition(": ")[0].endswith((".o", ")", ".so", ".a", ".obj")):
            pass
        elif index > at and not line.strip():
            index += 1
            continue
        else:
            break
        index += 1
        end = index
    else:
        if limit == len(lines) and not final and (end > at):
            return MORE
    if not texts:
        return Block((), end) if end > at else None
    report = ErrorReport(
        tool="ld",
        severity="error",
        exception=None,
        message="\n".join(dict.fromkeys(texts)),
        span=Span(at + 1, end),
        frames=(frame,) if frame else (),
        user_frame=frame,
    )
    return Block((report,), end)


def _in_english(rest: str) -> str:
    """A complaint with what ld says of a library that it cannot find in English; the system's reason as it is."""
    found = _CANNOT_FIND.match(rest)
    return f"cannot find {next(filter(None, found.groups()))}: {rest[found.end() :]}" if found else rest


def _text(complaint: str) -> str:
    """A complaint without the object and the place that it stands in."""
    for words in ("undefined reference to ", "more undefined references to ", "multiple definition of "):
        found = complaint.find(words, 0, 1000)
        if found >= 0:
            return complaint[found:].removeprefix("more ")
    return complaint
