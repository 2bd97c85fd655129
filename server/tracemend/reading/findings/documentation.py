"""What Sphinx and MkDocs find in documentation: a file, perhaps a line, a level and a text.

    /x/index.rst:6: ERROR: Unknown directive type "nosuch".       sphinx/util/logging.py (WarningStreamHandler, with the
    /x/index.rst:4: WARNING: undefined label: 'a' [ref.ref]       subtype in brackets since 8), docutils' text below it
    /x/a.py:docstring of a.f:3: WARNING: Unexpected indentation.
    WARNING -  Doc file 'a.md' contains a link 'b.md', ...        mkdocs/__main__.py (ColorFormatter), wrapped text is
    ERROR   -  Config value 'theme': Unrecognised theme name      indented by eleven

`Aborted with ...!` is MkDocs' `summary`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.programs.complaint import programs
from tracemend.reading.report import MORE, Block, ErrorReport, Frame, Hints, NeedMore, Severity, Span
from tracemend.reading.surroundings import showing_program

_MOST_LINES = 20
_SPHINX = lazy.regex(
    r"(?P<path>(?:[A-Za-z]:)?[^\s:][^:\n]{0,400}\.(?P<suffix>\w{1,8}))(?::docstring of (?P<name>[^:\n]{1,300}))?"
    r"(?::(?P<line>\d{1,7}))?: (?P<level>WARNING|ERROR|CRITICAL|SEVERE): (?P<message>\S.*)"
)
_SOURCES = frozenset(("rst", "md", "txt", "py", "ipynb", "inc"))
_TYPE = lazy.regex(r" ?\[(?P<code>[a-z_]{2,40}(?:\.[\w-]{1,60})?)\]$")
_MKDOCS = lazy.regex(r"(?P<level>WARNING|ERROR {2}|CRITICAL) ? -  (?P<message>\S.*)")
_ABORTED = lazy.regex(r"Aborted with (?:a configuration error|\d{1,5} warnings? in strict mode)!$")
_FILE = lazy.regex(r"(?:Doc|Documentation) file '(?P<path>[^']{1,300})' ")


class _Documentation:
    """Reads one finding."""

    name = "documentation"

    opens = staticmethod(openings.documentation)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        if not hints.selected and showing_program(hints.command):
            return None
        line = lines[at]
        found = _MKDOCS.match(line)
        if found:
            return _mkdocs(lines, at, final, found)
        if _ABORTED.match(line):
            return _block("mkdocs", "error", [line.rstrip()], at, at + 1, summary=True)
        found = _SPHINX.match(line)
        if found and (found["suffix"] in _SOURCES or "sphinx-build" in programs(hints.command)):
            return _sphinx(lines, at, final, found)
        return None


def _sphinx(lines: Sequence[str], at: int, final: bool, found: re.Match[str]) -> Block | NeedMore:
    """A finding of Sphinx'; docutils shows the text that it speaks of below an empty line, the type at its end."""
    text = [found["message"].rstrip()]
    code = _TYPE.search(text[0])
    end = at + 1
    if not code:
        index = end
        while index < min(len(lines), at + _MOST_LINES):
            line = lines[index]
            if _SPHINX.match(line) or (index == at + 1 and line.strip()):
                break
            index += 1
            code = _TYPE.search(line)
            if code:
                end = index
                break
        else:
            if index == len(lines) and not final:
                return MORE
    text[0] = _TYPE.sub("", text[0]) if end == at + 1 else text[0]
    severity: Severity = "warning" if found["level"] == "WARNING" else "error"
    frame = Frame(found["path"], int(found["line"]) if found["line"] else None, name=found["name"])
    return _block("sphinx", severity, text, at, end, frame=frame, code=code["code"] if code else None)


def _mkdocs(lines: Sequence[str], at: int, final: bool, found: re.Match[str]) -> Block | NeedMore:
    """A record of MkDocs' with the lines that it was wrapped to."""
    message = found["message"].rstrip()
    end = at + 1
    while end < min(len(lines), at + _MOST_LINES) and lines[end].startswith(" " * 11) and lines[end].strip():
        message += " " + lines[end].strip()
        end += 1
    if end == len(lines) and not final:
        return MORE
    file = _FILE.match(message)
    severity: Severity = "warning" if found["level"] == "WARNING" else "error"
    return _block("mkdocs", severity, [message], at, end, frame=Frame(file["path"]) if file else None)


def _block(
    tool: str,
    severity: Severity,
    text: list[str],
    at: int,
    end: int,
    *,
    frame: Frame | None = None,
    code: str | None = None,
    summary: bool = False,
) -> Block:
    report = ErrorReport(
        tool=tool,
        severity=severity,
        exception=None,
        message="\n".join(text),
        span=Span(at + 1, end),
        frames=(frame,) if frame else (),
        user_frame=frame,
        code=code,
        summary=summary,
    )
    return Block((report,), end)


DIALECT = _Documentation()
