"""What tells that a process was killed: shells, kernels, service managers, containers, CI services, schedulers.

The report's `code` says by what: a signal (`SIGKILL`), `OOMKilled` where the printer knows that memory was the reason,
an exception of Windows (`STATUS_ACCESS_VIOLATION`), or the name that the service itself gives (`CrashLoopBackOff`,
`R14`). Exit statuses count only where they tell of a signal: `exited with code 1` says nothing that the output before
it has not said. systemd's own (`203/EXEC`) do say something: with these the program was never started. A SIGTERM is how
services are stopped, and counts only where nobody asks for it. Asked after the dialects of docker and make, which say
the same of their own lines. What is told by an exit status alone is a `summary`.

Provoked: supervisord 4, gunicorn 27, GNU make 4.3. Held against the source: uWSGI (unbit/uwsgi, core/master_utils.c),
the kubelet's back-off, Celery's billiard (pool.py), GitLab's runner (its test of masked messages). As logs and threads
in public repositories quote them: systemd, Slurm, torchrun, gdb, Linux' oom_kill in both wordings, BuildKit, the older
builder, GitHub Actions, Jenkins. Of the others (docker compose, `kubectl describe` and `get`, arch/x86/mm/fault.c,
Azure Pipelines, PyCharm, Heroku, AWS Lambda) the source was not looked up again: a version of theirs may say it
otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.report import MORE, Block, ErrorReport, Frame, Hints, NeedMore, Span
from tracemend.reading.shells import signals
from tracemend.reading.shells.jobs import read_job
from tracemend.reading.surroundings import showing_program

_STATUS = r"(?P<status>-?\d{1,10})"
_MOMENT = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"
_KERNEL = r"(?:\[[ \d.]{3,24}\] |\[[A-Z][a-z]{2} [A-Z][a-z]{2} [\d :]{10,20}\] )?"
_ACTIONS = r"(?:##\[error\]|Error: |ERROR: )?"
_GUNICORN = rf"\[{_MOMENT} [+-]\d{{4}}\] \[\d{{1,10}}\] \[(?:CRITICAL|ERROR|WARNING)\] "
_UUID = r"[\da-f]{8}-[\da-f-]{27}"


class _Rule:
    """One format. `word` stands in each of its lines; `code` where the format itself says what it was."""

    def __init__(self, word: str, form: str, code: str | None = None, stops: bool = False) -> None:
        self.word = word
        self.form = form
        self.code = code
        self.stops = stops
        """Whether a SIGTERM is told as well, though nobody may have asked for an end."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.form)


_RULES = (
    _Rule("exited with code", rf"[\w.-]{{1,80}} {{1,60}}exited with code {_STATUS}(?: \(restarting\))?$"),
    _Rule("exit code", rf"{_ACTIONS}(?P<said>Process completed with exit code {_STATUS}\.)$", stops=True),
    _Rule("exited with code", rf"{_ACTIONS}(?P<said>(?:Bash|PowerShell|Cmd\.exe) exited with code '{_STATUS}'\.)$"),
    _Rule(
        "Job failed",
        rf"ERROR: (?P<said>Job failed: (?:exit (?:code|status) |command terminated with exit code "
        r"|run exit \(exit code: "
        rf"|step \".{{1,200}}\": .{{0,200}}exit status ){_STATUS}\)?)(?!\d)",
        stops=True,
    ),
    _Rule("exit code", rf"ERROR: (?P<said>script returned exit code {_STATUS})$", stops=True),
    _Rule("exit code", rf"Process finished with exit code {_STATUS}(?: \(.{{1,60}}\))?$"),
    _Rule("退出代码", rf"进程已结束[,，]退出代码(?:为 ?)?{_STATUS}(?: \(.{{1,60}}\))?$"),
    _Rule("exit code", rf"The terminal process .{{1,2000}} terminated with exit code: {_STATUS}\.?$"),
    _Rule(
        "exit code",
        r"(?:ERROR: )?(?:failed to (?:solve|build): ){0,2}"
        rf'(?P<said>process ".{{1,2000}}" did not complete successfully: exit code: {_STATUS})\b',
        stops=True,
    ),
    _Rule("non-zero code", rf"The command '.{{1,2000}}' returned a non-zero code: {_STATUS}$", stops=True),
    _Rule("exit code", rf"command terminated with exit code {_STATUS}$", stops=True),
    _Rule(
        "Off",
        r"(?:\S{1,253} {1,80}){1,2}\d{1,4}/\d{1,4} {1,20}(?P<said>(?:Init:)?CrashLoopBackOff) {1,20}\d",
        "CrashLoopBackOff",
    ),
    _Rule("OOMKilled", r"(?:\S{1,253} {1,80}){1,2}\d{1,4}/\d{1,4} {1,20}(?P<said>(?:Init:)?OOMKilled) ", "OOMKilled"),
    _Rule(
        "Back-off",
        r"\s{0,4}Warning {1,20}BackOff {1,20}\S.{0,200}?(?P<said>Back-off restarting failed container.{0,500})$",
        "CrashLoopBackOff",
    ),
    _Rule(
        "low on resource",
        r"\s{0,4}Warning {1,20}Evicted {1,20}\S.{0,200}?(?P<said>The node was low on resource: .{1,1000})$",
        "Evicted",
    ),
    _Rule(
        "process exited", r"\S{1,256}: [Mm]ain process exited, code=(?:killed|dumped), status=\d\d?/(?P<label>[A-Z]+)$"
    ),
    _Rule("process exited", rf"\S{{1,256}}: [Mm]ain process exited, code=exited, status={_STATUS}(?:/n/a)?$"),
    _Rule("OOM killer", r"\S{1,256}: A process of this unit has been killed by the OOM killer\.$", "OOMKilled"),
    _Rule(
        "signal=", r"\s{1,12}(?P<said>Main PID: \d{1,9} .{0,200}\(code=(?:killed|dumped), signal=(?P<label>[A-Z]+)\))$"
    ),
    _Rule(
        "emory: Kill",
        rf"{_KERNEL}(?P<said>(?:Memory cgroup o|O)ut of [Mm]emory: Kill(?:ed)? process \d.{{0,500}})$",
        "OOMKilled",
    ),
    _Rule(
        "segfault at",
        rf"{_KERNEL}(?P<said>\S.{{0,64}}\[\d{{1,9}}\]: segfault at [\da-f]{{1,16}} ip .{{0,300}})$",
        "SIGSEGV",
    ),
    _Rule(
        "invalid opcode",
        rf"{_KERNEL}(?P<said>traps: \S.{{0,64}}\[\d{{1,9}}\] trap invalid opcode .{{0,300}})$",
        "SIGILL",
    ),
    _Rule(
        "divide error", rf"{_KERNEL}(?P<said>traps: \S.{{0,64}}\[\d{{1,9}}\] trap divide error .{{0,300}})$", "SIGFPE"
    ),
    _Rule(
        "terminated by",
        rf"{_MOMENT},\d{{3}} [A-Z]{{4}} "
        r"(?P<said>exited: \S{1,200} \(terminated by (?P<label>SIG[A-Z]+)[^;]{0,40}; not expected\))$",
    ),
    _Rule(
        "FATAL state",
        rf"{_MOMENT},\d{{3}} [A-Z]{{4}} (?P<said>gave up: \S{{1,200}} entered FATAL state, .{{1,100}})$",
        "FATAL",
    ),
    _Rule("WORKER TIMEOUT", rf"{_GUNICORN}(?P<said>WORKER TIMEOUT \(pid: ?\d{{1,10}}\))$", "WORKER TIMEOUT"),
    _Rule(
        "was sent SIG", rf"{_GUNICORN}(?P<said>Worker \(pid: ?\d{{1,10}}\) was sent (?P<label>SIG[A-Z]+)!.{{0,60}})$"
    ),
    _Rule(
        "due to signal",
        rf"{_GUNICORN}(?P<said>Worker with pid \d{{1,10}} was terminated due to signal (?P<number>\d\d?))$",
    ),
    _Rule(
        "exited with 'signal",
        rf"\[{_MOMENT},\d{{3}}: ERROR/.{{1,60}}\] "
        r"(?P<said>Process '.{1,80}' pid:\d{1,10} exited with 'signal (?P<number>\d\d?) .{1,20}')$",
    ),
    _Rule(
        "Hard time limit",
        rf"\[{_MOMENT},\d{{3}}: ERROR/.{{1,60}}\] "
        r"(?P<said>Hard time limit \([\d.]{1,12}s\) exceeded for .{1,300})$",
        "TimeLimitExceeded",
    ),
    _Rule(
        "DAMN ! worker",
        r"DAMN ! (?P<said>worker \d{1,6} \(pid: \d{1,10}\) died, killed by signal (?P<number>\d\d?)\b.{0,60})$",
    ),
    _Rule("uWSGI process", r"!!! (?P<said>uWSGI process \d{1,10} got Segmentation Fault) !!!$", "SIGSEGV"),
    _Rule(
        "oom", r"slurmstepd(?:-\S{1,80})?: error: (?P<said>Detected \d{1,6} oom[-_]kill event.{0,300})$", "OOMKilled"
    ),
    _Rule("Out Of Memory", r"srun: error: (?P<said>\S{1,200}: tasks? [\d,-]{1,80}: Out Of Memory)$", "OOMKilled"),
    _Rule(
        "DUE TO TIME LIMIT",
        r"slurmstepd(?:-\S{1,80})?: error: (?P<said>\*\*\* (?:JOB|STEP) .{1,200} DUE TO TIME LIMIT.{0,20})$",
        "TIMEOUT",
    ),
    _Rule("received signal", r"(?:Program|Thread \S.{0,100}) received signal (?P<label>SIG[A-Z]+), [A-Z].{2,40}\.$"),
    _Rule(
        "process exited",
        r"(?P<said>\S{1,256}: (?:[Mm]ain|[Cc]ontrol) process exited, code=exited, "
        r"status=2\d\d/(?P<given>[A-Z_]{2,40}))$",
    ),
    _Rule(
        "(exitcode: -",
        r"(?:ERROR:torch\.distributed\.[\w.]{1,80}:)?"
        rf"(?P<said>failed \(exitcode: {_STATUS}\) local_rank: \d{{1,5}} .{{1,600}})$",
    ),
    _Rule("Error R", r"(?P<said>Error (?P<given>R1[0245]) \([A-Z].{4,60}\).{0,300})$"),
    _Rule("exited with status", rf"Process exited with status {_STATUS}$"),
    _Rule(
        "Runtime exited",
        rf"(?:RequestId: {_UUID} )?(?P<said>Error: Runtime exited with error: signal: (?P<name>[a-z][a-z ]{{2,40}}))$",
    ),
    _Rule(
        "Task timed out", rf"(?:\S{{20,40}} )?{_UUID} (?P<said>Task timed out after [\d.]{{1,9}} seconds)$", "TIMEOUT"
    ),
    _Rule(
        "shutdown signal", r"(?:##\[error\])?(?P<said>The runner has received a shutdown signal\..{0,300})$", "shutdown"
    ),
    _Rule(
        "lost communication",
        r"(?:##\[error\])?(?P<said>The (?:hosted|self-hosted) runner.{0,200} lost communication with the server\."
        r".{0,400})$",
        "shutdown",
    ),
    _Rule(
        "maximum execution",
        r"(?:##\[error\])?(?P<said>The job (?:running on|has exceeded).{0,200} maximum execution time of .{1,60})$",
        "TIMEOUT",
    ),
    _Rule("took longer", r"ERROR: (?P<said>Job failed: execution took longer than .{1,60})$", "TIMEOUT"),
)
_TABLE = "CONTAINER ID "
_ROW = lazy.regex(rf"[\da-f]{{12,64}} {{2,40}}\S.{{1,800}}? {{2,80}}(?P<said>Exited \({_STATUS}\) .{{1,40}}? ago) ")
_MOST_ROWS = 100
_REASON = lazy.regex(r"(?P<indent>\s{2,40})Reason: {1,20}(?P<reason>OOMKilled|Error)$")
_EXIT_CODE = lazy.regex(rf"\s{{2,40}}Exit Code: {{1,20}}{_STATUS}$")
_UNIT_SAYS = lazy.regex(r"[Mm]ain process exited, |Failed with result '|A process of this unit ")
_KILLED_TOO = lazy.regex(rf"{_KERNEL}Killed process \d")
_MAX_LINE = 6_000


class _Killed:
    """Reads one notice of a process's end."""

    name = "killed"

    opens = staticmethod(openings.killed)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        line = lines[at]
        if len(line) > _MAX_LINE or (not hints.selected and showing_program(hints.command)):
            return None
        if line.startswith(_TABLE):
            return _listed(lines, at, final)
        if "Reason:" in line:
            return _described(lines, at, final)
        for rule in _RULES:
            if rule.word in line:
                found = rule.pattern.match(line)
                code = _code(rule, found) if found else None
                if found and code:
                    return _noticed(lines, at, final, found, code)
        job = read_job(line, lines[at - 1] if at else "", hints)
        if job is None:
            return None
        if hints.exit_code == 0 and not hints.selected:
            return Block((), at + 1)  # nobody else reads it as something that a shell says
        return _block(job.message, job.signal, at, at + 1, frame=job.frame)


def _code(rule: _Rule, found: re.Match[str]) -> str | None:
    """What a line that fits the rule says of the end; None where it is no end against the program's will."""
    groups = found.groupdict()
    if rule.code or groups.get("given"):
        return rule.code or groups["given"]
    signal = None
    if groups.get("status"):
        signal = signals.of_status(int(groups["status"]))
    elif groups.get("number"):
        signal = signals.of_number(int(groups["number"]))
    elif groups.get("label"):
        signal = signals.of_label(groups["label"])
    elif groups.get("name"):
        signal = signals.of_name(groups["name"])
    return None if signal == "SIGTERM" and not rule.stops else signal


def _noticed(lines: Sequence[str], at: int, final: bool, found: re.Match[str], code: str) -> Block | NeedMore:
    """The report of a line that a rule fits, with what the same printer says of the same end below it."""
    groups = found.groupdict()
    message = (groups.get("said") or lines[at]).strip()
    end = at + 1
    unit = (
        lines[at].partition(": ")[0] + ": "
        if ("process" in message and "code=" in message) or "OOM killer" in message
        else None
    )
    kernel = "Kill process" in message
    if not (unit or kernel):
        return _block(message, code, at, end, summary=bool(groups.get("status")))
    while end < min(len(lines), at + 4):
        line = lines[end]
        if not (unit and line.startswith(unit) and _UNIT_SAYS.match(line, len(unit))) and not (
            kernel and _KILLED_TOO.match(line)
        ):
            break
        end += 1
    else:
        if end == len(lines) and end < at + 4 and not final:
            return MORE
    return _block(message, code, at, end, notes=tuple(line.strip() for line in lines[at + 1 : end]))


def _listed(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    """`docker ps -a`, `podman ps -a`: the containers whose program was ended, in the table below its head."""
    end = at + 1
    reports: list[ErrorReport] = []
    while end < min(len(lines), at + _MOST_ROWS) and lines[end].strip() and len(lines[end]) <= _MAX_LINE:
        found = _ROW.match(lines[end])
        code = signals.of_status(int(found["status"])) if found else None
        if found and code and code != "SIGTERM":
            reports += _block(found["said"], code, end, end + 1, summary=True).reports
        end += 1
    if end == len(lines) and end < at + _MOST_ROWS and not final:
        return MORE
    return Block(tuple(reports), end) if reports else None


def _described(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    """`kubectl describe`: the reason, and the exit code on the next line."""
    found = _REASON.match(lines[at])
    if not found:
        return None
    if at + 1 >= len(lines) and not final:
        return MORE
    exited = _EXIT_CODE.match(lines[at + 1]) if at + 1 < len(lines) else None
    status = int(exited["status"]) if exited else None
    code = "OOMKilled" if found["reason"] == "OOMKilled" else signals.of_status(status) if status is not None else None
    if code is None:
        return None
    message = f"Reason: {found['reason']}" + (f"\nExit Code: {status}" if exited else "")
    return _block(message, code, at, at + 2 if exited else at + 1)


def _block(
    message: str,
    code: str,
    at: int,
    end: int,
    *,
    frame: Frame | None = None,
    notes: tuple[str, ...] = (),
    summary: bool = False,
) -> Block:
    report = ErrorReport(
        tool="system",
        severity="error",
        exception=None,
        message=message,
        span=Span(at + 1, end),
        frames=(frame,) if frame else (),
        user_frame=frame,
        notes=notes,
        code=code,
        summary=summary,
    )
    return Block((report,), end)


DIALECT = _Killed()
