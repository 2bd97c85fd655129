"""What servers log of a failure of their own, where it is neither a traceback nor a process's end.

    [2026-11-26 00:39:46,917: ERROR/MainProcess] consumer: Cannot connect to redis://localhost:9/0: Error 111 ...
    [2026-11-26 00:40:08 +0000] [21153] [ERROR] Connection in use: ('localhost', 16379)

    11012 ERROR: Hidden import 'boto' not found

    [C 2026-11-26 15:04:11.201 ServerApp] Running as root is not recommended. Use --allow-root to bypass.

    WARNING:  You must pass the application as an import string to enable 'reload' or 'workers'.
    Application object must be callable.

    airflow db command error: argument COMMAND: invalid choice: 'init' (choose from ...), see help above.

Celery: celery/app/log.py's format and celery/worker/consumer/consumer.py (CONNECTION_ERROR), with what it does next on
the next line.
Jupyter: jupyter_server/serverapp.py and notebook/notebookapp.py (initialize).
gunicorn: gunicorn/glogging.py's format and gunicorn/sock.py. Both
try again, and say it again.
Airflow: airflow/cli/cli_parser.py.
uvicorn/main.py (run) says the third and exits; gunicorn/util.py (import_app) prints the fourth without a level.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.programs.complaint import complaint, is_shown
from tracemend.reading.report import MORE, Block, Hints, NeedMore

_MOMENT = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"
_CELERY = lazy.regex(
    rf"\[{_MOMENT},\d{{3}}: (?:ERROR|CRITICAL)/[^\]]{{1,60}}\] "
    r"(?:consumer: )?(?P<message>Cannot connect to \S{1,600}: .{1,1000}|Received unregistered task of type .{1,400}"
    r"|Couldn't (?:ack|reject) \S{1,200}, reason:.{1,600})"
)
_CONSUMER = lazy.regex(r".{0,200}\bconsumer: (?P<message>Cannot connect to \w{1,30}://\S{1,600}: .{1,1000})")
"""The same in a form of log of the program's own, or with its beginning cut off."""
_PACKED = lazy.regex(
    r"\[(?:PYI-)?\d{1,10}(?::ERROR)?\] "
    r"(?P<message>Failed to execute script .{1,300} due to unhandled exception.{0,300})"
)
"""PyInstaller's bootloader (bootloader/src/pyi_launch.c), below the traceback where there is one."""
_PACKING = lazy.regex(
    r"\d{1,9} (?P<level>ERROR|WARNING): (?P<message>Hidden import ['\"].{1,300}['\"] not found!?"
    r"|(?:lib|Library) not found: .{1,600}|[Ll]ibrary .{1,300} required via ctypes not found"
    r"|(?<=ERROR: )\S.{1,1000})$"
)
"""PyInstaller's log: milliseconds since its start, the level (PyInstaller/log.py, depend/imphook.py, bindepend.py)."""
_JUPYTER = lazy.regex(
    r"\[C (?:\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d\.\d{3} (?:Server|Notebook|Lab|Jupyter\w{0,20})App\] "
    r"(?P<message>Running as root is not recommended\..{0,100}|No available port could be found\b.{0,100}"
    r"|Bad config encountered during initialization: .{1,300})"
)
_GUNICORN = lazy.regex(
    rf"\[{_MOMENT} [+-]\d{{4}}\] \[\d{{1,10}}\] \[(?:CRITICAL|ERROR)\] "
    r"(?P<message>Connection in use: .{1,300}|Can't connect to .{1,300}|Invalid address: .{1,300})"
)
_AIRFLOW = lazy.regex(r"airflow (?:[\w-]{1,30} ){0,3}command error: (?P<message>argument .{1,1500})")
_ENDS = (
    ("airflow", _AIRFLOW),
    (
        "uvicorn",
        lazy.regex(
            r"WARNING:  (?P<message>You must pass the application as an import string to enable .{1,100}"
            r"|No supported WebSocket library detected\. .{1,200})"
        ),
    ),
    ("gunicorn", lazy.regex(r"(?P<message>Application object must be callable\.)$")),
)
_AGAIN = lazy.regex(r"(?:Trying again in |Will retry |No more retries)")


class _Servers:
    """Reads one record."""

    name = "servers"

    opens = staticmethod(openings.servers)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        line = lines[at]
        if is_shown(line, hints):
            return None
        found = _GUNICORN.match(line)
        if found:
            # Connection in use: tried five times, then `Can't connect to`.
            return complaint("gunicorn", found["message"], at, at + 1, summary=found["message"].startswith("Can't"))
        for tool, ends in _ENDS:
            found = ends.match(line)
            if found:
                return complaint(tool, found["message"], at, at + 1)
        found = _PACKED.match(line)
        if found:
            return complaint("program", found["message"].rstrip(), at, at + 1, summary=True)
        found = _PACKING.match(line)
        if found:
            answer = complaint("program", found["message"].rstrip(), at, at + 1)
            warns = found["level"] == "WARNING"
            return Block((replace(answer.reports[0], severity="warning"),), answer.end) if warns else answer
        found = _JUPYTER.match(line)
        if found:
            return complaint("program", found["message"].rstrip(), at, at + 1)
        found = _CELERY.match(line) or _CONSUMER.match(line)
        if not found:
            return None
        if at + 1 >= len(lines) and not final:
            return MORE
        end = at + 2 if at + 1 < len(lines) and _AGAIN.match(lines[at + 1]) else at + 1
        return complaint(
            "celery", found["message"].rstrip(), at, end, notes=[one.strip() for one in lines[at + 1 : end]]
        )


DIALECT = _Servers()
