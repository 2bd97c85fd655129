"""How the lines of a stream begin, as its own beginning tells: what need not be looked for in the rest of it.

The errors of some logs begin as all their records do, with a time or a number; to look for them costs something on
every line of any log. Runners' prefixes cost more still. Both are looked for only where a stream has them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

HEAD = 200
"""So many lines of a stream are looked at one by one: where one has a runner's prefix, beginnings count behind prefixes
in the others too."""
LEARNT = 1024 * 1024
"""In so many characters of a stream every record counts, and after them those of which there was one."""


class Record(NamedTuple):
    """A log's records whose errors begin as the others do. `form`: any record of it; `error`: one that tells of an
    error, from `first` on, a character or set of them."""

    form: str
    first: str
    error: str


_AT = r"[0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9:]{8}"
_KERNEL = r"\] (?:Out of mem|Memory cgroup out|traps: |\S{1,64}\[\d{1,9}\]: segfault )"
_DATED = r"\[[0-9][0-9][0-9][0-9]-.{18}"
RECORDS = {
    "PostgreSQL": Record(
        rf"[0-9]{_AT}\.\d\d\d \S{{1,5}} \[\d{{1,8}}\] ",
        "[0-9]",
        r"[0-9][0-9][0-9]-.{14}\.\d\d\d \S{1,5} \[\d{1,8}\] (?:\S{1,60} )?(?:ERROR|FATAL|PANIC):",
    ),
    "supervisord": Record(
        rf"[0-9]{_AT},\d\d\d (?:CRIT|ERRO|WARN|INFO|DEBG) (?:Included|Increased|RPC|Set|Supervisor|daemonizing|exited"
        r"|gave|killing|reaped|received|spawned|spawnerr|stopped|success|supervisord|waiting)",
        "[0-9]",
        r"[0-9][0-9][0-9]-.{14},\d\d\d [A-Z]{4} (?:exited|gave up): ",
    ),
    "PyInstaller": Record(
        r"\d{1,7} INFO: (?:PyInstaller|Python|Platform|wrote|Initializing|Analyzing|Building|Looking|Processing)",
        "[0-9]",
        r"[0-9]{0,7} (?:ERROR: \S|WARNING: (?:Hidden import|lib(?:rary)? |Library ))",
    ),
    "TensorFlow": Record(
        rf"[0-9]{_AT}\.\d{{6}}: [IWEF] \S{{1,200}}\.cc:\d{{1,6}}\] ",
        "[0-9]",
        r"[0-9][0-9][0-9]-.{14}\.\d{6}: (?:F |[WE] \S{1,200}\] (?:Allocat|Cannot dlopen |Could not |Loaded runtime "
        r"|Local rendez|Skipping reg|TF-TRT |TensorFlow was |Unable to |computation pl|failed call ))",
    ),
    "Streamlit": Record(
        rf"[0-9]{_AT}\.\d{{3}} (?:WARNING streamlit\.|Uvicorn server st|Thread '|Port \d|Session state )",
        "[0-9]",
        r"[0-9][0-9][0-9]-.{14}\.\d{3} (?:WARNING streamlit\.runtime\.|Thread '[^'\n]{1,200}': missing |missing Rep"
        r"|Session state does not |Port \d{1,5} is )",
    ),
    "wget": Record(rf"[0-9]{_AT} ERROR \d\d\d: ", "[0-9]", r"[0-9][0-9][0-9]-.{14} ERROR \d\d\d: "),
    "AWS Lambda": Record(
        r"(?:START|END|REPORT) RequestId: |[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12} ",
        "[0-9]",
        r"[\da-f]{7}-.{19}.{9} Task timed out after ",
    ),
    "gunicorn": Record(
        rf"\[[0-9]{_AT} [-+]\d{{4}}\] \[\d{{1,10}}\] \[[A-Z]",
        _DATED,
        r"[0-9][0-9]\] \[\d{1,10}\] \[(?:CRITICAL|ERROR|WARNING)\] [CIW]",
    ),
    "Celery": Record(
        rf"\[[0-9]{_AT},\d\d\d: [A-Z]{{4,8}}/",
        _DATED,
        r": (?:ERROR|CRITICAL)/[^\]\n]{1,60}\] (?:Process '|Hard time |consumer: |Cannot |Couldn't |Received )",
    ),
    "kernel": Record(
        r"\[ {0,8}\d{1,10}\.\d{6}\] |\[[A-Z][a-z][a-z] [A-Z][a-z][a-z] [\w :]{14,20}\] ",
        r"\[",
        rf"(?: {{0,8}}\d{{1,10}}\.\d{{6}}|[A-Z][a-z][a-z] [A-Z][\w :]{{16,24}}){_KERNEL}",
    ),
}
"""Their first characters are those of most lines of any log: in a long stream these errors are looked for only if it
has such records (LEARNT)."""


class Habits(NamedTuple):
    """How lines of a stream begin. `records`: keys of RECORDS; `prefixed`: some have a runner's prefix."""

    records: frozenset[str]
    prefixed: bool


def records_in(lines: str) -> set[str]:
    """Of which RECORDS there is one in a text of whole lines."""
    return {name for name in RECORDS if _form(name).search("\n" + lines)}


@lru_cache(maxsize=len(RECORDS))
def _form(name: str) -> re.Pattern[str]:
    return re.compile(rf"\n(?:{RECORDS[name].form})")
