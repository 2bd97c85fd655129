"""What shells say of a child that a signal ended.

    run.sh: line 3: 18955 Killed                  python3 train.py      bash, in a script
    Segmentation fault (core dumped)                                     bash and dash, at the prompt or of the last one
    [1]+  Killed                  sleep 5                                of a job in the background
    zsh: segmentation fault (core dumped)  python3 train.py
    kill.sh: line 1: 19985: Killed                                       ksh
    fish: Job 1, 'python3 train.py' terminated by signal SIGKILL (Forced quit)

Provoked with bash 5.2, dash 0.5.12, zsh 5.9, ksh 93u+m, mksh 59c, tcsh 6.24, BusyBox 1.35, fish 3.6. macOS' `Killed: 9`
and `Abort trap: 6` are of its strsignal. bash pads the signal's name to 23 columns and puts no space after a longer one
(`jobs.c`, `print_pipeline`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from tracemend import lazy
from tracemend.reading.report import Frame, Hints
from tracemend.reading.shells import signals
from tracemend.reading.shells.shell_words import SCRIPT_LINE

_NUMBERED = r"(?:: (?P<number>\d{1,2}))?"
_CORE = r"(?: ?\((?:core|memory) ?dump(?:ed)?\))?"
_NAME = rf"(?P<name>(?i:{signals.NAMES}))"
_SCRIPT = rf"{SCRIPT_LINE} {{0,4}}(?P<pid>\d{{1,9}})(?P<colon>:)? "  # bash fills the number up to five characters


class _Patterns:
    """Compiled when the first such line is read."""

    @cached_property
    def script(self) -> re.Pattern[str]:
        return re.compile(rf"{_SCRIPT}(?P<rest>\S.{{0,2000}})")

    @cached_property
    def alone(self) -> re.Pattern[str]:
        return re.compile(rf"{_NAME}{_NUMBERED}{_CORE} ?$")

    @cached_property
    def begin(self) -> re.Pattern[str]:
        return re.compile(rf"{_NAME}{_NUMBERED}(?P<after>.*)")

    @cached_property
    def job(self) -> re.Pattern[str]:
        return re.compile(
            rf"\[\d{{1,5}}\] {{0,4}}[+-]? {{1,4}}(?:\d{{1,9}} )?{_NAME}{_NUMBERED}{_CORE} {{2,}}\S.{{0,2000}}$"
        )

    @cached_property
    def zsh(self) -> re.Pattern[str]:
        return re.compile(rf"zsh: (?:\d{{1,9}} )?{_NAME}{_CORE} {{2,}}\S.{{0,2000}}$")

    @cached_property
    def fish(self) -> re.Pattern[str]:
        return re.compile(
            r"fish: (?:Job \d{1,5}|Process \d{1,9}), .{1,2000} "
            r"terminated by signal (?P<label>SIG[A-Z]{2,8}) \(.{1,60}\)$"
        )


_PATTERNS = _Patterns()
_FISH = "fish: "
_CORE_SAID = lazy.regex(r" ?[(（][^()（）]{1,60}[)）]$")
_ABORTED_FOR = lazy.regex(
    r"terminate called|  what\(\):|.*Assertion .{0,400} failed\.|free\(\): |malloc|double free|\*\*\* stack smashing"
    r"|Fatal Python error: |libc\+\+abi|corrupted |realloc\(\): |munmap_chunk\(\): "
)
_UNSURE = frozenset({"SIGABRT", "SIGTERM"})


@dataclass(frozen=True, slots=True)
class Job:
    """A child that a signal ended: which one, what was printed of it, and the script's place."""

    signal: str
    message: str
    frame: Frame | None = None


def read_job(line: str, before: str, hints: Hints) -> Job | None:
    """What the line says of a child's end. `before`: the line before it.

    `Aborted` and `Terminated` alone may be a program's own words: they count with a core dump, with the exit status
    that goes with them, after what the C library says before it aborts, or in a selection.
    """
    if line.startswith(_FISH):
        found = _PATTERNS.fish.match(line)
        signal = signals.of_label(found["label"]) if found else None
        return Job(signal, line[len(_FISH) :]) if signal else None
    found = _PATTERNS.zsh.match(line) if line.startswith("zsh: ") else None
    if found:
        return _job(found["name"], line[len("zsh: ") :])
    if line.startswith("["):
        found = _PATTERNS.job.match(line)
        return _job(found["name"], line) if found else None
    found = _PATTERNS.alone.match(line)
    if found:
        signal = signals.of_name(found["name"])
        if signal is None or not found["name"][0].isupper():
            return None
        if found["number"] and signals.of_number(int(found["number"])) != signal and line[:13] != "Bus error: 10":
            return None  # a count: macOS prints the signal's own number
        sure = signal not in _UNSURE or "dump" in line or ":" in line or hints.selected
        if not sure and hints.exit_code is not None:
            sure = signals.of_status(hints.exit_code) == signal
        return Job(signal, line.rstrip()) if sure or _ABORTED_FOR.match(before) else None
    localised = _localised_alone(line)
    if localised:
        return Job(localised, line.rstrip())
    found = _PATTERNS.script.match(line)
    if not found:
        return None
    signal = _named(found["rest"], bool(found["colon"]))
    if signal is None:
        return None
    who, number = found["who"].rstrip(), found["line"] or found["counted"]
    shell = who.rpartition("/")[2].lstrip("-") in ("bash", "sh", "ksh", "dash", "zsh")
    frame = None if shell else Frame(who, int(number))
    return Job(signal, found["pid"] + (found["colon"] or "") + " " + found["rest"].rstrip(), frame)


def _job(name: str, message: str) -> Job | None:
    signal = signals.of_name(name)
    return Job(signal, message.rstrip()) if signal else None


def _named(rest: str, colon: bool) -> str | None:
    """The signal whose name the text begins with: ksh's is all of it, bash's is followed by the command."""
    found = _PATTERNS.begin.match(rest)
    if found:
        after = found["after"]
        return signals.of_name(found["name"]) if after[:1] in ("", " ", "(") or len(found["name"]) > 22 else None
    if colon:
        return None
    from tracemend.reading.shells.localised import signal_of

    return signal_of(rest)


def _localised_alone(line: str) -> str | None:
    """The signal whose name in another language is the whole line, but for what is said of the core."""
    if len(line) > 100 or not (line[:1].isupper() or line[:1] > "\x7f"):
        return None
    from tracemend.reading.shells.localised import signal_named

    line = line.rstrip()
    signal = signal_named(line) or signal_named(_CORE_SAID.sub("", line))
    return signal if signal not in _UNSURE else None
