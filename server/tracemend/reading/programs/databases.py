"""What database clients say: psql and PostgreSQL's log, the shells of MySQL and MariaDB, SQLite and Redis.

PostgreSQL: a severity with two blanks, then `DETAIL:`, `HINT:`, `QUERY:`, `CONTEXT:`, `STATEMENT:`, and `LINE n:` with
a caret under the place (libpq, fe-protocol3.c); psql puts `psql:FILE:LINE: ` before it where it reads a file; with
VERBOSITY verbose the SQLSTATE stands before the message and becomes the report's code. MySQL: `ERROR number (SQLSTATE)
at line n: ` (client/mysql.cc); the number is the code. SQLite: `Parse error near line n: ` and `Runtime error `
(shell.c). Redis: an error's first word is its kind (`NOAUTH`, `WRONGTYPE`), after `(error) ` at a terminal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.programs.complaint import complaint, is_shown, programs
from tracemend.reading.report import MORE, Block, Frame, Hints, NeedMore

_POSTGRES = lazy.regex(
    r"(?:psql:(?P<path>[^:\s][^:]{0,300}):(?P<line>\d{1,7}): )?"
    r"(?:\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})? \S{1,40} (?:\[[\d-]{1,20}\] )?(?:\S{1,80}@\S{1,80} )?)?"
    r"(?:ERROR|FATAL|PANIC):  (?:(?P<state>[\dA-Z]{5}): )?(?P<rest>\S.*)"
)
_POSTGRES_TOOL = lazy.regex(
    r"(?P<tool>psql|pg_\w{1,30}|createdb|dropdb|createuser|dropuser|vacuumdb|reindexdb|clusterdb|initdb|pgbench"
    r"|postgres)"
    r"(?::(?P<path>[^:\s][^:]{0,300}):(?P<line>\d{1,7}))?: (?:error|fatal): (?P<rest>\S.*)"
)
_POSTGRES_MORE = lazy.regex(
    r"(?:\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\S* \S{1,40} (?:\[[\d-]{1,20}\] )?(?:\S{1,80}@\S{1,80} )?)?"
    r"(?P<what>DETAIL|HINT|QUERY|CONTEXT|STATEMENT|LOCATION):  (?P<rest>.*)"
)
_POSTGRES_LINE = lazy.regex(r"LINE (?P<line>\d{1,7}): (?P<text>.*)")
_CARET = lazy.regex(r"\s{0,5000}\^$")
_MYSQL = lazy.regex(
    r"(?:(?P<tool>mysql\w{0,20}|mariadb[\w-]{0,20}): )?ERROR (?P<code>\d{4,5}) \((?P<state>\w{5})\)"
    r"(?: at line (?P<line>\d{1,9})(?: in file: '(?P<path>[^']{1,400})')?)?: (?P<rest>\S.*)"
)
_MYSQL_TOOL = lazy.regex(
    r"(?P<tool>mysql\w{0,20}|mariadb[\w-]{0,20}): (?:Got error: (?P<code>\d{4,5}): |\[ERROR\] |Error: )(?P<rest>\S.*)"
)
_SQLITE = lazy.regex(
    r"(?:(?:Parse|Runtime) error(?: near line (?P<line>\d{1,9}))?: |Error: (?:near line (?P<old>\d{1,9}): |in prepare, "
    r"|stepping, |unable to open database ))(?P<rest>\S.*)"
)
_SQLITE_OWN = lazy.regex(r"(?:Parse|Runtime) error near line |Error: (?:near line \d|in prepare, |stepping, )")
_SQLITE_MARK = lazy.regex(r"\s{0,5000}(?:\^-{1,3} ?error here|error here -{1,3}\^)$")
_SQLITE_CODE = lazy.regex(r" \((?P<code>\d{1,5})\)$")
_REDIS = lazy.regex(
    r"(?P<mark>\(error\) )?(?P<rest>(?P<kind>ERR|NOAUTH|WRONGTYPE|WRONGPASS|NOPERM|MISCONF|MOVED|ASK|CLUSTERDOWN"
    r"|LOADING"
    r"|READONLY|OOM|BUSY|NOSCRIPT|NOREPLICAS|MASTERDOWN|EXECABORT|BUSYGROUP|NOGROUP|CROSSSLOT|TRYAGAIN|UNKILLABLE"
    r"|DENIED)"
    r" \S.*)"
)
_REDIS_CLIENT = lazy.regex(r"(?:Could not connect to (?:Redis|Valkey) at |AUTH failed: )\S")
_FEW = 40


class _Database:
    """Reads one error of a database or of its client."""

    name = "databases"

    opens = staticmethod(openings.databases)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        line = lines[at]
        if is_shown(line, hints):
            return None
        if found := _POSTGRES.match(line) or _POSTGRES_TOOL.match(line):
            return _postgres(lines, at, final, found)
        if found := _MYSQL.match(line) or _MYSQL_TOOL.match(line):
            return _mysql(lines, at, found)
        if (found := _SQLITE.match(line)) and (_SQLITE_OWN.match(line) or "sqlite3" in programs(hints.command)):
            return _sqlite(lines, at, final, found)
        found = _REDIS.match(line)
        if found and (found["mark"] or "redis-cli" in programs(hints.command)):
            return complaint("redis", found["rest"], at, at + 1, code=found["kind"])
        if _REDIS_CLIENT.match(line):
            return complaint("redis", line, at, at + 1)
        return None


def _postgres(lines: Sequence[str], at: int, final: bool, found: re.Match[str]) -> Block | NeedMore:
    """A message with what stands below it: the statement's line with a caret, detail, hint, context."""
    groups = found.groupdict()
    message = [groups["rest"]]
    notes: list[str] = []
    source = None
    carets = None
    index = at + 1
    while index < min(len(lines), at + _FEW):
        line = lines[index]
        if more := _POSTGRES_MORE.match(line):
            if more["what"] == "DETAIL":
                message.append(more["rest"])
            else:
                notes.append(more["rest"])
        elif shown := _POSTGRES_LINE.match(line):
            if index + 1 >= len(lines) and not final:
                return MORE
            source = shown["text"].strip()
            under = lines[index + 1] if index + 1 < len(lines) else ""
            if _CARET.match(under):
                begin = len(under) - 1 - shown.start("text") - (len(shown["text"]) - len(shown["text"].lstrip()))
                carets = (begin, begin + 1) if 0 <= begin < len(source) else None
                index += 1
        elif line[:1] == "\t" and line.strip():
            message.append(line.strip())
        else:
            break
        index += 1
    else:
        if index >= len(lines) and not final:
            return MORE
    frames: tuple[Frame, ...] = ()
    if groups["path"]:
        frames = (Frame(groups["path"], int(groups["line"]), source=source, carets=carets),)
    elif source:
        notes.insert(0, source)
    return complaint("postgresql", message, at, index, notes=notes, code=groups.get("state"), frames=frames)


def _mysql(lines: Sequence[str], at: int, found: re.Match[str]) -> Block:
    groups = found.groupdict()
    frames = (Frame(groups["path"], int(groups["line"])),) if groups.get("path") else ()
    return complaint("mysql", groups["rest"], at, at + 1, code=groups["code"], frames=frames)


def _sqlite(lines: Sequence[str], at: int, final: bool, found: re.Match[str]) -> Block | NeedMore:
    """A message, the statement with a mark under the place, and the number of SQLite's result in parentheses."""
    message = found["rest"]
    code = _SQLITE_CODE.search(message[-12:])
    if code:
        message = message.removesuffix(code[0])
    if len(lines) < at + 3 and not final and not (len(lines) == at + 2 and not lines[at + 1].startswith("  ")):
        return MORE
    marked = at + 2 < len(lines) and lines[at + 1].startswith("  ") and _SQLITE_MARK.match(lines[at + 2])
    notes = (lines[at + 1].strip(),) if marked else ()
    return complaint(
        "sqlite", message, at, at + 3 if marked else at + 1, notes=notes, code=code["code"] if code else None
    )


DIALECT = _Database()
