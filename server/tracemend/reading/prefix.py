"""What container runtimes, CI services and logs put before each line of a program's output.

Two kinds. What only a runner writes (`web-1  | `, `2026-11-24T10:12:13.1234567Z `, `Nov 24 10:12:13 host app[7]: `) is
known by its form; each line then belongs to the program that its prefix names, whatever it says. What may as well
be a program's own text (a log record's time and level, `name | `, at last any words) is taken for a prefix only before
the beginning of a traceback, and only as long as the lines below have one of the same shape: the same text but for
its digits.

Sources: docker compose (`formatter/logs.go`), kubectl (`logs --prefix`), foreman, Heroku's log format, RFC 3164 and
what journalctl prints, GitHub Actions' and GitLab's downloadable logs, `gh run view --log`, torchrun (`--tee`),
Nix (the last lines of a builder's log), Open MPI (`--tag-output`), Ray, BuildKit's plain progress, Docker's json-file
driver, containerd's files, `aws logs tail`, Fly.io, Android's logcat (threads kivy_service_osc#1 and
python-for-android's), torch's records (`torch/_logging/_internal.py`, `TorchLogsFormatter`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from tracemend import lazy
from tracemend.reading.report import PrefixKind

_DATE = r"\d{4}-\d\d-\d\d"
_TIME = r"\d\d:\d\d:\d\d"
_MOMENT = rf"\ufeff?{_DATE}T{_TIME}(?:\.\d{{1,9}})?(?:Z|[+-]\d\d:?\d\d)"
_END = r"(?: |$)"


class _Form:
    """One form of prefix, compiled when it is first needed. Groups: what names the program among others."""

    def __init__(self, kind: PrefixKind, form: str) -> None:
        self.kind = kind
        self.form = form

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.form)


_PROGRAM = r"([\w.-]{1,253} [\w./@-]{1,80}(?:\[\d{1,10}\])?)"
_COMPOSE = _Form("container", rf"(?:{_TIME} )?([A-Za-z0-9][\w.-]{{0,80}}[-_]\d{{1,4}}) +\|{_END}")
_FOREMAN = _Form("log", rf"(?:{_TIME} )?([A-Za-z][\w-]{{0,60}}\.\d{{1,4}}) +\|{_END}")
_SYSLOG = _Form("log", rf"[A-Z][a-z]{{2}} [ \d]\d {_TIME}(?:\.\d{{1,6}})? {_PROGRAM}:{_END}")
_TABS = _Form("ci", rf"([^\t]{{1,200}}\t[^\t]{{1,200}})\t(?={_MOMENT})")  # gh run view --log
_NAMED = (_COMPOSE, _FOREMAN)
_DATED = (
    _Form("container", rf"{_MOMENT} (?:app|heroku)\[([\w.-]{{1,60}})\]:{_END}"),  # Heroku
    _Form("ci", rf"{_MOMENT} ([\da-f]{{2}}[OE])[+ ]"),  # GitLab
    _Form("log", rf"{_MOMENT} ([\w.-]{{1,253}} [\w./@-]{{1,80}}\[\d{{1,10}}\]):{_END}"),  # journalctl -o short-iso
    _Form("container", rf"{_MOMENT} (std(?:out|err)) [FP]{_END}"),  # what containerd keeps of a pod's
    _Form("container", rf"{_MOMENT} ([\w.-]{{1,100}}/[\w./-]{{0,100}}/[\da-f]{{8,64}}){_END}"),  # aws logs tail, of ECS
    _Form("container", rf"{_MOMENT} (app\[\w{{1,40}}\] [a-z]{{3}}) \[[a-z]{{4,5}}\] ?"),  # Fly.io
    _Form("ci", rf"{_MOMENT}{_END}"),  # GitHub Actions, Azure Pipelines, docker logs --timestamps
)
_BUILD_SERVICE = _Form("ci", rf"\[ {{0,6}}\d{{1,6}}s\]{_END}")  # the Open Build Service
_BRACKETED = {
    "[p": (_Form("container", rf"\[(pod/[\w.-]{{1,253}}/[\w.-]{{1,63}})\]{_END}"),),  # kubectl logs --prefix
    "[r": (_Form("log", rf"\[(rank\d{{1,5}})\]:{_END}"),),  # torchrun
    "[d": (_Form("log", rf"\[(default\d{{1,5}})\]:{_END}"),),
    "[ ": (_BUILD_SERVICE,),
    "[m": (_Form("ci", rf"\[{_MOMENT}\]{_END}"),),  # Jenkins' Timestamper
    "[n": (
        _BUILD_SERVICE,
        _Form("log", r"\[(\d{1,5},\d{1,5})\]<std(?:err|out)>:"),
    ),  # mpirun --tag-output
}
_ANDROID = (
    _Form("log", r"\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} +(\d{1,7} +\d{1,7} [VDIWEF] [^:]{0,60}?) *: "),
    _Form("log", r"([VDIWEF]/[^:(]{0,60}\( *\d{1,7}\)): "),  # logcat -v threadtime, -v brief
)
_GLOG = (  # torch's log records
    _Form("log", rf"[DIWECF]\d{{4}} {_TIME}\.\d{{3,6}} +(\d{{1,10}} \S{{1,200}}:\d{{1,6}})\]{_END}"),
)
_NUMBERED = (_Form("container", rf"#(\d{{1,4}}) \d{{1,6}}\.\d{{1,3}}{_END}"),)  # BuildKit
_SECONDS = (_Form("log", rf"(?:\d\.\d{{3}}|\d\d\.\d\d|\d{{3}}\.\d|\d{{4,6}}\.){_END}"),)
"""BuildKit's summary of a step that failed: seconds, cut to five characters (buildkit/util/progress/progressui)."""
_TASK = (_Form("log", rf"\(((?:[\w.:-]{{1,80}} )?pid=\d{{1,10}})(?:, ip=[\d.:a-f]{{1,45}})?\){_END}"),)  # Ray
_NIX_LOG = (_Form("log", r" {7}>(?: |$)"),)
_DEPTH = 4
_MAX_LINE = 20_000
_MAX_KEPT = 500

# How a record's prefix may begin, or a runner's whose form is not certain.
_LOOSE = _Form(
    "log",
    rf"\W{{0,3}}(?:{_DATE}|{_TIME}|\d\d[/.]\d\d[/.]\d{{2,4}}|[A-Z][a-z]{{2}} {{1,2}}\d{{1,2}} \d)"
    r"|\[?(?:DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|CRITICAL|FATAL|debug|info|warning|error|critical)\b"
    r"|[A-Za-z0-9][\w./-]{0,80} +\| |\d{1,3}\|[\w.-]{1,60} +\| "  # compose with a name of its own, pm2
    r"|\[(?:gw)?\d{1,3}\] |\d{1,6}\.\d{1,3} |\d{1,4}: "  # xdist, concurrently, BuildKit's summary of a step, ctest -V
    r"|##\[error\]|Step #\d{1,4}(?: - \"[^\"]{1,80}\")?: "  # Azure Pipelines, Google Cloud Build
    r"|(?:app|heroku)\[[\w.-]{1,60}\]: |\[[a-z]\w{0,30}\] {1,4}"  # Heroku without its times, Railway
    r"|@?[A-Za-z][\w@./-]{0,60}(?::[\w./-]{1,60})?[:>] {1,12}"  # Nix, Turborepo, Lerna, npm's workspaces, git's remote
    r"|[a-z0-9][a-z0-9-]{0,200}-[a-z0-9]{5} [a-z0-9][\w.-]{0,62} ",  # stern
)
_RULE = lazy.regex(r"\W*$")
SIDES = ("│", "┃", "║")
"""What a viewer draws beside each line, on its right side too (k9s)."""
_MAX_LOOSE = 200
_TRACEBACK = "Traceback (most recent call "
_FRAME = '  File "'
_GROUP = ("  + Exception Group ", "Exception Group ")
_DIGITS = lazy.regex(r"\d+")

Unwrap = Callable[[str], "str | None"]
"""A line without the prefix of one program; None where it is not that program's."""


class Prefix(NamedTuple):
    """A prefix that was recognised. `rest`: the line without it; `unwrap`: the same for the lines that follow.

    `certain`: only a runner writes such a prefix, so that any error may stand behind it.
    """

    kind: PrefixKind
    rest: str
    unwrap: Unwrap
    certain: bool


def certain_prefixes(line: str) -> list[Prefix]:
    """The prefixes of a line that are known by their form, the outermost one first, each with those before it.

    Last, with a record's head, where a traceback's header or a frame stands behind them all.
    """
    found: list[Prefix] = []
    if len(line) > _MAX_LINE:
        return found
    kinds: list[PrefixKind] = []
    for depth, (kind, _, rest) in enumerate(_peel(line, _DEPTH)):
        kinds.append(kind)
        found.append(Prefix(_weightiest(kinds), rest, _same_forms(line, depth + 1), True))
    shown = bool(found) and (_TRACEBACK in line or _FRAME in line)
    record = loose_prefix(found[-1].rest, True) if shown else None
    if record:  # a traceback behind a record's head, as vLLM logs it, among one program's lines
        found.append(Prefix(_weightiest(kinds), record.rest, _both(found[-1].unwrap, record.unwrap), True))
    return found


def loose_prefix(line: str, selected: bool) -> Prefix | None:
    """What stands before a traceback's header, or a frame, where it may be a prefix.

    `selected`: any text with a word in it may be one; else only what begins as a log's record or a known runner's line
    does.
    """
    at = line.find(_TRACEBACK)
    if at >= 0:
        for group in _GROUP:
            if line.endswith(group, 0, at):
                at -= len(group)
                break
    else:
        at = line.find(_FRAME)
    text = line[: max(at, 0)]
    if (
        not 0 < at <= _MAX_LOOSE
        or (_RULE.match(text) and text.strip() not in SIDES)
        or not (selected or _LOOSE.pattern.match(text))
    ):
        return None
    shape = re.compile(_DIGITS.sub(r"\\d+", re.escape(text)))
    side = text.strip() if text.strip() in SIDES else ""
    bare = re.compile(_DIGITS.sub(r"\\d+", re.escape(text.rstrip())) + r"\s*$")

    def unwrap(other: str) -> str | None:
        found = shape.match(other)
        if found:
            return open_side(other[found.end() :])
        return "" if bare.match(other) else None

    def open_side(rest: str) -> str:
        """Without the right side, and the blanks before it, where the prefix is the left one."""
        return rest.rstrip().removesuffix(side).rstrip() if side else rest

    return Prefix("log", open_side(line[at:]), unwrap, False)


def headed(line: str) -> bool:
    """Whether the line ends in a traceback's header behind something else than blanks."""
    return line.rstrip().endswith("(most recent call last):") and not line.lstrip().startswith(_TRACEBACK)


def might_be_prefixed(line: str, certain: bool) -> bool:
    """Whether the line may be another program's, or another record, among lines that have prefixes."""
    return bool(_peel(line, 1)) if certain else bool(_LOOSE.pattern.match(line))


def _peel(line: str, depth: int) -> list[tuple[PrefixKind, str, str]]:
    """At most `depth` prefixes: the kind, which form with which names, and what is left of the line after it."""
    found: list[tuple[PrefixKind, str, str]] = []
    rest = line
    while len(found) < depth:
        peeled = _outermost(rest) if len(rest) <= _MAX_KEPT else _outermost.__wrapped__(rest)
        if peeled is None:
            break
        found.append(peeled)
        rest = peeled[2]
    return found


@lru_cache(maxsize=4096)
def _outermost(line: str) -> tuple[PrefixKind, str, str] | None:
    """As `_peel` gives it; kept, because where programs' lines alternate, each is looked at for every one of them."""
    return _record(line) if line.startswith("{") else _form(line)


def _form(line: str) -> tuple[PrefixKind, str, str] | None:
    for form in _forms(line):
        found = form.pattern.match(line)
        if found:
            return form.kind, f"{form.form} {found.groups()}", line[found.end() :]
    return None


def _forms(line: str) -> Sequence[_Form]:
    """The forms that the line could have, by a few of its characters: this is asked of every line."""
    first = line[:1]
    if first == "\ufeff" or (first.isdigit() and line[4:5] == "-" and line[10:11] == "T"):
        return _DATED
    if first == "[" and line[5:6] == "-" and line[11:12] == "T":
        return _BRACKETED["[m"]
    if first == "[":
        return _BRACKETED.get("[n" if line[1:2].isdigit() else line[:2], ())
    if first == "(":
        return _TASK if "pid=" in line[:100] else ()
    if first == "#":
        return _NUMBERED
    if line[1:2] == "/":
        return _ANDROID[1:]
    if line[1:5].isdigit() and line[5:6] == " ":
        return _GLOG
    if first.isdigit() and "." in line[1:7] and line[5:6] in ("", " ", "."):
        return _SECONDS
    if first.isdigit() and line[2:3] == "-" and line[5:6] == " ":
        return _ANDROID[:1]
    if line[3:4] == " " and line[9:10] == ":" and line[12:13] == ":":
        return (_SYSLOG,)
    if first == " " and line.startswith("       >"):
        return _NIX_LOG
    if first.isalnum():
        return _NAMED if " |" in line[:120] else (_TABS,) if "\t" in line[:200] else ()
    return ()


def _record(line: str) -> tuple[PrefixKind, str, str] | None:
    """A line as Docker's json-file driver keeps it: an object with `log`, `stream` and `time`."""
    if not line.startswith('{"log":"'):
        return None
    import json

    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    text = record.get("log")
    if not isinstance(text, str) or "stream" not in record:
        return None
    return "container", "json", text.rstrip("\r\n")


def _same_forms(line: str, depth: int) -> Unwrap:
    """Takes off the same `depth` prefixes that the line has."""
    names: list[str] = []

    def unwrap(other: str) -> str | None:
        if not names:
            names.extend(name for _, name, _ in _peel(line, depth))
        peeled = _peel(other, depth)
        return peeled[-1][2] if [name for _, name, _ in peeled] == names else None

    return unwrap


def _both(outer: Unwrap, inner: Unwrap) -> Unwrap:
    """Takes off one prefix and then the other."""

    def unwrap(line: str) -> str | None:
        rest = outer(line)
        return None if rest is None else inner(rest)

    return unwrap


def _weightiest(kinds: list[PrefixKind]) -> PrefixKind:
    """Of several prefixes the kind that says most of where the program ran."""
    return "container" if "container" in kinds else "ci" if "ci" in kinds else "log"
