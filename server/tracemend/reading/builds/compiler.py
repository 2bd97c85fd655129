"""What compilers, linkers and their build tools say when they cannot go on: one error, with what belongs to it.

    src/a.c:2:10: fatal error: Python.h: No such file or directory             gcc, clang
    src/a.c:2:9: Fehler: »y« nicht deklariert                                  gcc in another language
    a.c(3): fatal error C1083: Cannot open include file: 'Python.h'            MSVC
    /usr/bin/ld: cannot find -lfoo                                             linkers (reading/linker.py)
    CMake Error at CMakeLists.txt:3 (find_package):                            CMake
    meson.build:2:0: ERROR: Dependency "x" not found                           Meson
    error[E0433]: cannot find module or crate `foo` in this scope              rustc
     --> src/lib.rs:1:30

Forms: gcc/diagnostic.cc and clang's TextDiagnostic.cpp; Microsoft's "Formatting the output of a custom build step or
build event" (`origin(line,column): category code: text`); cmMessenger.cxx (wrapped text is indented by two, what is
indented further is kept as it was); mesonlib's MesonException; rustc_errors/src/emitter.rs.

Python's files belong to `checkers`. Warnings are read where a person selected them. A compiler that was only tried
(`conftest.c` of configure, CMake's checks) reports no error of the project.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.builds.compiler_words import ERROR, FATAL, NOTE, WARNING, one_of
from tracemend.reading.builds.linker import read_linker
from tracemend.reading.builds.margin import read_indented
from tracemend.reading.builds.rustc import read_rustc
from tracemend.reading.report import MORE, Block, ErrorReport, Frame, Hints, NeedMore, Severity, Span
from tracemend.reading.surroundings import showing_program

_SNIPPET_LINES = 60
_TEXT_LINES = 200
_LINKED_LINES = 2000
_UNRESOLVED = ("LNK2001", "LNK2019")
_COUNT = "LNK1120"  # "5 unresolved externals"

_SUFFIXES = (
    r"(?:[cChHisSmM]|cc|cpp|cxx|c\+\+|C\+\+|hh|hpp|hxx|h\+\+|inc|inl|ipp|tcc|tpp|def|mm|cu|cuh|cl|sx|asm|ii|icc|ixx"
    r"|cppm|y|yy|l|ll|rc|pyx|pxd|pxi)"
)
_DRIVE = r"(?:[A-Za-z]:(?=[\\/]))?"
_NO_DIFF = r"(?![-+>|]\s)"
"""A sign and a blank begin a line of a diff or a quotation, and no path."""
_GNU = lazy.regex(
    rf"(?P<path>{_DRIVE}{_NO_DIFF}[^\s:(][^:]{{0,600}}?\.{_SUFFIXES}):(?P<line>\d{{1,9}}):(?:(?P<column>\d{{1,9}}):)?"
    rf" ?(?:(?P<severity>(?:fatal )?error|{one_of(FATAL)}|{one_of(ERROR)})|(?P<warning>warning|{one_of(WARNING)}))"
    r"(?:: |：)(?P<message>.+)"
)
_MICROSOFT = lazy.regex(
    r"\s{0,8}(?:\d{1,4}>\s{0,4})?"
    rf"(?:(?P<path>{_DRIVE}{_NO_DIFF}[^\s:(][^:]{{0,600}}?)\((?P<line>\d{{1,9}})(?:,(?P<column>\d{{1,9}})(?:,\d{{1,9}},\d{{1,9}})?)?\)"
    r"|(?P<origin>(?![-+>|]\s)[^\s:(][^:]{0,300}?|[A-Za-z]:[\\/][^:]{1,300}?)) ?: "
    r"(?:Command line )?(?P<severity>(?:fatal )?error|warning) (?P<code>(?:C|LNK|D|RC|MSB|CVT|U|A)\d{4}) ?: ?"
    r"(?P<message>.+)"
)
_NVCC = lazy.regex(
    rf"(?P<path>{_DRIVE}[^\s:(][^:]{{0,600}}?\.(?:cu|cuh|h|hpp|cc|cpp|inl))\((?P<line>\d{{1,9}})\): "
    r"(?P<severity>(?:fatal )?error|warning)(?: #(?P<code>\d{1,6}-D))?: (?P<message>.+)"
)
_DRIVER = lazy.regex(
    r"(?P<who>(?:\S{0,300}[\\/])?(?:[\w.]{1,30}-){0,6}(?P<tool>gcc|g\+\+|cc|c\+\+|cc1|cc1plus|cpp|clang|clang\+\+"
    r"|clang-cl|nvcc|icx|icpx|gfortran|as)(?:-[\d.]{1,8})?(?:\.exe)?): (?:fatal )?error: (?P<message>.+)"
)
_CMAKE = lazy.regex(
    r"CMake Error(?: \(dev\))?(?: at (?P<path>.{1,600}?):(?P<line>\d{1,9})(?: \((?P<call>[^()]{1,200})\))?"
    r"| in (?P<inside>.{1,600}?))?:(?: (?P<message>.+))?$"
)
_CMAKE_CALL = lazy.regex(r"  (?P<path>\S.{0,600}?):(?P<line>\d{1,9}) \((?P<call>[^()]{1,200})\)$")
_MESON = lazy.regex(
    r"(?P<path>[^\s:][^:]{0,600}?meson(?:\.build|_options\.txt|\.options)|meson\.build):(?P<line>\d{1,9}):"
    r"(?P<column>\d{1,9}): ERROR: (?P<message>.+)"
)
_NINJA = lazy.regex(r"ninja: (?:fatal|error): (?P<message>.+)")

_GUTTER = lazy.regex(r" {0,9}(?P<line>\d{0,9}) \|(?: (?P<text>.*))?$")
_CARETS = lazy.regex(r"[ \t]{0,600}[\^~][\^~ ]{0,600}$")
_FLAG = lazy.regex(r" \[(?P<code>-W[\w=+-]{1,80})(?:,[^\]]{1,80})?\]$")
_PROJECT = lazy.regex(r" \[[^\[\]]{1,400}\.(?:vcx|vc|cs|)proj\]$")
_NOTE = lazy.regex(
    rf"{_DRIVE}[^\s:][^:]{{0,600}}:\d{{1,9}}:(?:\d{{1,9}}:)? (?:note|{one_of(NOTE)})(?:: |：)(?P<message>.+)"
)
_TRIED = lazy.regex(r"(?:.{0,600}[\\/])?(?:conftest\.\w{1,4}|CMakeFiles[\\/]CMake(?:Scratch|Tmp)[\\/].{1,400})")
_CLANG_SAYS = lazy.regex(r"'[^']{1,400}' file not found$|use of undeclared identifier |call to undeclared ")


class _Compiler:
    """Reads one error of a compiler, a linker or a build tool."""

    name = "compiler"

    opens = staticmethod(openings.compiler)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        if not hints.selected and (hints.exit_code == 0 or showing_program(hints.command)):
            return None
        line = lines[at]
        if line.startswith(" ") and _GNU.match(line.lstrip(" ")):
            return read_indented(lines, at, final, lambda text, start, end: self.read(text, start, end, hints))
        found = _GNU.match(line)
        if found:
            return _gnu(lines, at, final, found, hints)
        found = _MICROSOFT.match(line)
        if found:
            return _microsoft(lines, at, final, found, hints)
        found = _NVCC.match(line)
        if found:
            if found["severity"] == "warning" and not hints.selected:
                return None
            return _block("nvcc", found["message"], at, at + 1, _frame(found), code=found["code"])
        if line.startswith("CMake Error"):
            found = _CMAKE.match(line)
            return _cmake(lines, at, final, found) if found else None
        found = _MESON.match(line)
        if found:
            place = Frame(found["path"], int(found["line"]), column=int(found["column"]) + 1)  # counted from 0
            return _block("meson", found["message"], at, at + 1, place)
        if line.startswith("error"):
            return read_rustc(lines, at, final)
        found = _NINJA.match(line)
        if found:
            return _block("ninja", found["message"], at, at + 1)
        linker = read_linker(lines, at, final)
        if linker is not None:
            return linker
        found = _DRIVER.match(line)
        if found:
            return _block(_driver(found["tool"]), found["message"], at, at + 1)
        return None


def _driver(name: str) -> str:
    """The tool's family of a driver's name."""
    if name.startswith("clang"):
        return "clang"
    return name if name in ("nvcc", "gfortran", "icx", "icpx") else "gcc"


def _gnu(lines: Sequence[str], at: int, final: bool, found: re.Match[str], hints: Hints) -> Block | NeedMore | None:
    """An error of gcc or clang with its snippet and the notes that stand directly under it."""
    warning = bool(found["warning"])
    if not hints.selected and (warning or _TRIED.match(found["path"])):
        return None
    number = int(found["line"])
    notes: list[str] = []
    source: str | None = None
    message = found["message"].rstrip()
    bare = False  # a snippet without a gutter: clang before 17, gcc before 9
    end = at + 1
    limit = min(len(lines), at + _SNIPPET_LINES)
    if at + 2 >= len(lines) and not final:
        return MORE
    if _is_wrapped(lines, at, number):
        message += " " + lines[at + 1].strip()
        end += 1
    while end < limit:
        line = lines[end]
        gutter = _GUTTER.match(line)
        note = _NOTE.match(line)
        if gutter:
            if source is None and gutter["line"] and int(gutter["line"]) == number:
                source = (gutter["text"] or "").strip() or None
        elif note:
            notes.append(note["message"])
        elif _CARETS.match(line):
            bare = True
        elif end + 1 < limit and _CARETS.match(lines[end + 1]) and line.strip() and not _GNU.match(line):
            bare = True
            source = source if source is not None else line.strip()
        elif end + 1 == len(lines) and not final:
            return MORE
        else:
            break
        end += 1
    if end == len(lines) and not final:
        return MORE
    flag = _FLAG.search(message[-180:])
    if flag:
        message = message[: len(message) - len(flag[0])]
    frame = Frame(found["path"], number, source=source, column=int(found["column"]) if found["column"] else None)
    severity: Severity = "warning" if warning else "error"
    code = flag["code"] if flag else None
    tool = "clang" if _is_clang(message, bare, hints) else "gcc"
    return _block(tool, message, at, end, frame, code=code, notes=tuple(notes), severity=severity)


def _is_wrapped(lines: Sequence[str], at: int, number: int) -> bool:
    """Whether the next line is the rest of the message: the line under it begins the snippet, and it is none itself."""
    if at + 2 >= len(lines) or not lines[at + 1].strip() or _GUTTER.match(lines[at + 1]) or _GNU.match(lines[at + 1]):
        return False
    snippet = _GUTTER.match(lines[at + 2])
    return bool(snippet and snippet["line"] == str(number)) and " note: " not in lines[at + 1]


def _is_clang(message: str, bare: bool, hints: Hints) -> bool:
    """The two print the same form; what tells them apart is the command, the wording and the snippet."""
    command = (hints.command or "")[:2000]
    if "clang" in command or _CLANG_SAYS.search(message):
        return True
    return bare and "‘" not in message and "gcc" not in command and "g++" not in command


def _microsoft(
    lines: Sequence[str], at: int, final: bool, found: re.Match[str], hints: Hints
) -> Block | NeedMore | None:
    """MSVC, its linker, NMAKE and MSBuild, which share one form; what a linker run misses is one report."""
    if found["severity"] == "warning" and not hints.selected:
        return None
    if found["origin"] is None and found["code"][0] == "A" and not found["path"].endswith(".asm"):
        return None
    message = _PROJECT.sub("", found["message"].rstrip())
    if found["path"] is not None:
        frame = _frame(found)
        if not hints.selected and _TRIED.match(found["path"]):
            return None
    else:
        frame = None
    text, notes, end = [message], [], at + 1
    if found["code"] in _UNRESOLVED:
        limit = min(len(lines), at + _LINKED_LINES)
        while end < limit and (more := _MICROSOFT.match(lines[end])) and more["code"] in (*_UNRESOLVED, _COUNT):
            line = _PROJECT.sub("", more["message"].rstrip())
            if more["code"] == _COUNT:
                notes.append(line)
            elif len(text) < _TEXT_LINES and line not in text:
                text.append(line)
            end += 1
        if end == len(lines) and end < at + _LINKED_LINES and not final:
            return MORE
    severity: Severity = "warning" if found["severity"] == "warning" else "error"
    message = "\n".join(text)
    return _block("msvc", message, at, end, frame, code=found["code"], notes=tuple(notes), severity=severity)


def _cmake(lines: Sequence[str], at: int, final: bool, found: re.Match[str]) -> Block | NeedMore | None:
    """CMake's error: a place, the text indented by two, after two empty lines perhaps the calls that led there."""
    message = [found["message"]] if found["message"] else []
    calls: list[Frame] = []
    end = index = at + 1
    limit = min(len(lines), at + _TEXT_LINES)
    stack = False
    while index < limit:
        line = lines[index]
        if line.startswith("Call Stack (most recent call first):"):
            stack = True
        elif stack and (call := _CMAKE_CALL.match(line)):
            calls.append(Frame(call["path"], int(call["line"]), name=call["call"]))
        elif not line.strip():
            if stack or (index - end >= 2 and not found["message"]):
                break
            index += 1
            continue
        elif line.startswith("  ") and not stack:
            if index > end:
                message.append("")
            if message and message[-1] and not line.startswith("   ") and not message[-1].startswith(" "):
                message[-1] += " " + line.strip()  # CMake wraps a paragraph, and keeps what is indented further
            else:
                message.append(line[2:].rstrip())
        else:
            break
        index += 1
        end = index
    else:
        if limit == len(lines) and not final:
            return MORE
    if not message:
        return None
    path = found["path"] or found["inside"]
    frames = tuple(reversed(calls))
    if path:
        frames += (Frame(path, int(found["line"]) if found["line"] else None, name=found["call"]),)
    own = [frame for frame in frames if "/share/cmake" not in frame.path and "_deps/" not in frame.path]
    text = "\n".join(line for line in message)
    return _block("cmake", text, at, end, own[-1] if own else None, frames=frames)


def _frame(found: re.Match[str]) -> Frame:
    """The place that a match names by `path`, `line` and perhaps `column`."""
    column = int(found.groupdict().get("column") or 0)
    return Frame(found["path"], int(found["line"]), column=column or None)


def _block(
    tool: str,
    message: str,
    at: int,
    end: int,
    frame: Frame | None = None,
    *,
    frames: tuple[Frame, ...] | None = None,
    code: str | None = None,
    notes: tuple[str, ...] = (),
    severity: Severity = "error",
) -> Block:
    report = ErrorReport(
        tool=tool,
        severity=severity,
        exception=None,
        message=message,
        span=Span(at + 1, end),
        frames=frames if frames is not None else ((frame,) if frame else ()),
        user_frame=frame,
        notes=notes,
        code=code,
    )
    return Block((report,), end)


DIALECT = _Compiler()
