"""What nox and tox say of a session that failed for a reason of their own.

That a command failed is known from what it printed above, so that such a line is a `summary`, unless the line above it
shows that the command printed nothing. What a signal ended has its name as `code`,
another status of tox's `exit`.
Sources: nox 2026 (`sessions.py`, `command.py`, `tasks.py`), tox 4 (`session/cmd/run/single.py`, `execute/`), tox 3
(`session/__init__.py`, `venv.py`: `ERROR: InvocationError ...`, repeated in the summary without its reason).
"""

from __future__ import annotations

from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.report import MORE, Block, ErrorReport, Hints, NeedMore, Severity, Span
from tracemend.reading.shells import signals

_NOX = "nox > "
_NOX_COMMAND = lazy.regex(r"Command .{1,4000} failed with exit code (?P<status>-?\d{1,12})")
_NOX_ERROR = lazy.regex(
    r"Program \S.{0,400} not found\.$|Session \S.{0,400} aborted: .{1,4000}|Session \S{1,200} not found\.$"
    r"|Sessions not found: .{1,4000}|Failed to (?:find noxfile|load Noxfile .{1,1000})|No sessions found in .{1,4000}"
    r"|(?:Python version|Tag) selection caused no sessions to be selected\."
    r"|No sessions selected after filtering by keyword\."
    r"|Session \S.{0,400} failed: Python interpreter .{1,400} not found\b"
)
_NOX_SKIPPED = lazy.regex(r"Session \S.{0,400} skipped: Python interpreter .{1,400} not found\b")
_TOX_3 = lazy.regex(
    r"ERROR: {1,3}(?:(?P<env>[\w.-]{1,200}): (?P<failed>commands failed)$"
    r"|(?:[\w.-]{1,200}: )?(?P<message>InterpreterNotFound: \S{1,200}|InvocationError for command .{1,4000}))"
)
_TOX = lazy.regex(
    r"(?P<env>[\w.-]{1,200}): (?:(?P<exit>exit (?P<status>-?\d{1,12}) \(\d{1,9}\.\d\d seconds\) .{1,4000})"
    r"|(?P<message>failed with (?:could not find python interpreter .{1,4000}"
    r"|.{1,400} (?:is|are) not allowed, use allowlist_externals to allow (?:it|them))"
    r"|Exception running subprocess .{1,4000})"
    r"|(?P<skipped>skipped because could not find python interpreter .{1,4000}))$"
)
_TOX_FAILED = lazy.regex(r"[\w.-]{1,200}: (?P<message>failed with .{1,4000})")
"""Any other reason counts where tox is known to have been run."""
_TOX_HANDLED = lazy.regex(r"ROOT: (?:HandledError\| ?)?(?P<message>provided environments not found in .{1,400})$")
_PID = lazy.regex(r" pid=\d{1,10}$")


class _Tox:
    """Reads one line of nox or tox."""

    name = "tox"

    opens = staticmethod(openings.tox)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        line = lines[at].rstrip()
        above = lines[at - 1] if at else ""
        if line.startswith(_NOX):
            return _nox(line[len(_NOX) :], above, at)
        handled = _TOX_HANDLED.match(line)
        if handled:
            if at + 1 >= len(lines) and not final:
                return MORE
            below = lines[at + 1].strip() if at + 1 < len(lines) else ""
            return _block("tox", f"{handled['message']} {below}".rstrip(), at, at + 2 if below else at + 1)
        older = _TOX_3.match(line)
        if older:
            again = bool(older["failed"]) or line.startswith("ERROR:  ")
            message = older["message"] or line[len("ERROR:") :].strip()
            code = "interpreter" if message.startswith("InterpreterNotFound") else "exit"
            return _block("tox", message, at, at + 1, code=code, summary=again)
        found = _TOX.match(line)
        if not found:
            failed = _TOX_FAILED.match(line) if "tox" in (hints.command or "") else None
            return _block("tox", failed["message"], at, at + 1) if failed else None
        if found["exit"]:
            silent = above.startswith(f"{found['env']}: commands") and "> " in above
            code = signals.of_status(int(found["status"])) or "exit"
            return _block("tox", _PID.sub("", found["exit"]), at, at + 1, code=code, summary=not silent)
        if found["skipped"]:
            return _block("tox", found["skipped"], at, at + 1, "warning")
        return _block("tox", found["message"], at, at + 1)


def _nox(text: str, above: str, at: int) -> Block | None:
    """What stands behind `nox > `."""
    if _NOX_SKIPPED.match(text):
        return _block("nox", text, at, at + 1, "warning")
    if _NOX_ERROR.match(text):
        return _block("nox", text, at, at + 1)
    failed = _NOX_COMMAND.match(text)
    if not failed:
        return None
    code = signals.of_status(int(failed["status"]))
    return _block("nox", text, at, at + 1, code=code, summary=not above.startswith(_NOX))


def _block(
    tool: str,
    message: str,
    at: int,
    end: int,
    severity: Severity = "error",
    *,
    code: str | None = None,
    summary: bool = False,
) -> Block:
    span = Span(at + 1, end)
    return Block((ErrorReport(tool, severity, None, message, span, code=code, summary=summary),), end)


DIALECT = _Tox()
