"""What the runtimes of C++ and C say when they end a program themselves: in a Python program, an extension's error.

    terminate called after throwing an instance of 'c10::Error'
      what():  CUDA error: device-side assert triggered
    Aborted (core dumped)

The text that `what()` answers may have several lines; it ends where something else says that the program ended, or
at an empty line. Sources: libstdc++ (libsupc++/vterminate.cc), libc++abi (src/cxa_default_handlers.cpp), glibc (the
texts of `malloc_printerr` in malloc/malloc.c, debug/fortify_fail.c), LLVM's and Intel's OpenMP
(openmp/runtime/src/kmp_i18n.cpp, whose `__kmp_fatal` aborts). Provoked: g++ 12 with glibc 2.36.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.report import MORE, Block, ErrorReport, Hints, NeedMore, Span
from tracemend.reading.surroundings import showing_program

_TERMINATE = lazy.regex(
    r"terminate called (?:after throwing an instance of '.{1,1000}'|without an active exception|recursively)$"
)
_WHOLE = lazy.regex(
    r"OMP: Error #\d{1,4}: .{1,2000}$|libc\+\+abi(?:\.dylib)?: terminating\b.{0,2000}$"
    r"|double free or corruption \(.{1,30}\)$|corrupted (?:size vs\. prev_size|double-linked list).{0,40}$"
    r"|(?:free|malloc|realloc|calloc|malloc_consolidate|munmap_chunk|mremap_chunk)\(\): "
    r"(?:corrupted|double free|incorrect|invalid|largebin|memory corruption|mismatching|smallbin|too many|unaligned"
    r"|unsorted).{0,80}$"
    r"|\*\*\* (?:stack smashing|buffer overflow) detected \*\*\*: .{1,100}$"
    r"|\*\*\* Error in `.{1,300}': .{3,200} \*\*\*$"
)
_WHAT = lazy.regex(r"  what\(\):  ?(?P<text>.*)$")
_ENDED = lazy.regex(r"(?:Aborted|Abort trap)(?:: \d)?(?: \(core dumped\))?$")
_AFTER = lazy.regex(
    r"\s*$|frame #\d|Fatal Python error: |\S{0,300}: line \d{1,7}: |\*\*\* |Traceback |terminate called "
)
_HINT = "OMP: Hint "
_TEXT_LINES = 20


class _Aborted:
    """Reads one such end; the report's code is the signal that the runtime then sends itself."""

    name = "aborted"

    opens = staticmethod(openings.aborted)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        line = lines[at].rstrip()
        if not hints.selected and showing_program(hints.command):
            return None
        said = _TERMINATE.match(line)
        if not (said or _WHOLE.match(line)):
            return None
        message, end = [line], at + 1
        if said:
            if end >= len(lines) and not final:
                return MORE
            what = _WHAT.match(lines[end]) if end < len(lines) else None
            if what:
                message.append(what["text"].strip())
                end += 1
                count = _more_text(lines, end, final)
                if count is None:
                    return MORE
                message += [one.rstrip() for one in lines[end : end + count]]
                end += count
        notes: list[str] = []
        while end < len(lines) and lines[end].startswith(_HINT):
            notes.append(lines[end].removeprefix(_HINT).strip())
            end += 1
        if end >= len(lines) and not final:
            return MORE
        end += end < len(lines) and bool(_ENDED.match(lines[end].rstrip()))
        report = ErrorReport(
            "system", "error", None, "\n".join(message), Span(at + 1, end), notes=tuple(notes), code="SIGABRT"
        )
        return Block((report,), end)


def _more_text(lines: Sequence[str], at: int, final: bool) -> int | None:
    """How many further lines the text of `what()` has: none where nothing shows its end; None: not known yet."""
    for count in range(_TEXT_LINES):
        if at + count >= len(lines):
            return 0 if final else None
        if _AFTER.match(lines[at + count]) or _ENDED.match(lines[at + count].rstrip()):
            return count
    return 0


DIALECT = _Aborted()
