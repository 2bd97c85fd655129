"""The cheap pass: on which lines a report may begin, found without looking at the lines.

A report begins on a line that holds one of LITERALS, or that begins as the patterns here and the phrases of
`reading.beginnings` say: a dialect is asked of these lines only. They follow from how the dialects' reports begin,
never from the entries, so that their number does not grow with the knowledge. The runtime's own search looks for each
literal in a whole piece of text at once; each costs about half a nanosecond a character, longer ones less, so that a
new literal has to be worth it. One pattern is tried at the beginning of every line; a new phrase in it costs next to
nothing.

What a person has selected is read without this: there every line counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from tracemend.reading.beginnings import LAST_WORDS, PHRASES
from tracemend.reading.prefix import certain_prefixes

LITERALS = (
    "Traceback (most recent call ",
    "rror",  # `error:`, `Error`, names of exceptions
    "[Errno ",
)

_WORD = r"[^\s\d:\[\](){}<>\"'`|=*#,;%!?]"
"""How the first word of a line begins, if a report's it may be."""
AFTER_COLON = (
    r" (?<!INFO: |info: )(?<!DEBUG: |TRACE: |debug: )",  # what a shell or a program says, an exception; not a level
    r"\d",  # `path:12`, of a checker, pytest or zsh
    r"[\\/][^:\n]{0,300}:\d",  # `C:\path:12`
    r"[^\s:]{1,300}:\d{1,6}: ",  # zsh: `s.sh:cd:3: ...`, psql: `psql:a.sql:3: ...`
    r"internal/[^\s:]{1,200}:\d",  # Node
    r"\w(?:(?<=\nERROR:.)|(?<=\nCRITICAL:.))",  # `logging.basicConfig`
    r"(?=\n|$)(?<=\.py:)",  # the findings of a file stand under its name
)
AFTER_BLANK = (
    r": ",  # PowerShell's `name : what`
    r"\(line \d",  # fish
    r"in (?<=xception in )",  # `Exception in thread`
    r"ignored |exception ",  # `Exception ignored in`, `Task exception was never retrieved`
    r" (?:(?<=[\n ]E  )| {0,77}\d{1,4}/\d{1,4} {1,20}(?:Init:)?(?:OOMK|CrashL))",  # pytest, kubectl
    r"\d{1,4}/\d{1,4} {1,20}(?:Init:)?(?:OOMK|CrashL)",
    r"exited with code [1-9-]| {1,40}exited with code [1-9-]",  # docker compose
    r"reformat(?<=ould reformat)[ :]",  # black, ruff format
    r"was unexpected at ",  # cmd
    r"(?:Zeile|Ligne|caractère Ligne|línea|linha|riga|行|줄|строка):? ?\d",  # PowerShell's places
    r"(?:[A-Za-z]:(?<=\nAt .:)|/(?<=\nAt /))",
    r"\d\S{0,80} (?:requires |has requirement |is not supported on this platform)",  # pip check
    # pytest's section, pytest-sugar's, pytest's fixture, ruff
    r"\S(?<=[_―e\d] .)(?:(?<=__ .)|(?<=\n_ .)|(?<=― .)|(?<=[\n ]file .)|(?<=[A-Z]\d\d\d .)|(?<=[A-Z]\d\d\d\d .))",
)
"""What follows on the first word, and a colon or a blank after it, where a report may begin."""
AFTER_BLANKS = (
    r"[Ee]rror: |ERROR: |fatal: |Host key ver|Can't find a s|Permission denied \(|File [\"A-Za-z./~\\<]",
    r"[×x] [A-Z]|Complete output from |critical libmamba |Could not f|Retrying \(Retry|WARN \S|! \[",
    r"(?:/|[A-Za-z]:[\\/])[^:\n]{0,300}:\d|[^\s:]{1,300}\.pyi?:\d",  # pyright
    r"(?:Cell|Input) In ?\[\d",  # IPython: a cell that cannot be parsed
    r"\{(?:(?=\n|$)|\"(?:cell|check_name|code|description|file|type)\":)|\[[-!x*]\] ",
    r"Reason: {1,20}(?:OOMKilled|Error)(?=\n|$)|Main PID: \d{1,9} [^\n]{0,200}signal=",  # kubectl, systemctl
    r"Warning {1,20}(?:BackOff|Evicted) ",
    r"```|>[> ]{0,20}```",
)
"""What follows on the blanks that a line begins with."""
AFTER_BRACKET = (
    r"\{\"(?:cell|check_name|code|description|file|filename|fingerprint|message|path|type)\":",
    r"[-!x*]\] ",
    r"[A-Z]\w{2,60}\]: \S",  # PDM
    r"\d{1,5}\] {0,2}[-+]? {1,4}(?:\d{1,9} )?(?:[KkTtSsAaBbIiFf][a-z]{2,11}[ /]|IOT )",  # shells' jobs
    r"\d{4}-.{18}(?:\d\d\] \[\d{1,10}\] \[(?:CRITICAL|ERROR|WARNING)\] W"  # gunicorn
    r"|: ERROR/[^\]\n]{1,60}\] (?:Process '|Hard time ))",  # Celery
    r"[ \dA-Z][\w .:]{3,24}\] (?:Out of mem|Memory cgroup out|traps: |\S{1,64}\[\d{1,9}\]: segfault )",  # the kernel
)
"""What follows on a bracket that a line begins with."""
AFTER_DIGIT = (
    # At the same place each: a log of PostgreSQL's, of supervisord's, AWS Lambda's `... Task timed out`.
    r".{18}(?:\.\d\d\d \S{1,5} \[\d{1,8}\] (?:\S{1,60} )?(?:ERROR|FATAL|PANIC):|,\d\d\d [A-Z]{4} (?:exited|gave up): "
    r"|[\da-f](?<=-.)[\da-f]{3}-.{12} Task timed out after )",
)
"""What follows on a digit that a line begins with."""
STARTS = (
    r"/[^:\n]{0,300}:\d",  # a path with blanks in it
    r"<[^>\n]{1,200}>:\d",  # a warning of `<sys>` or `<string>`
    r"\*\*\* {1,5}File ",  # compileall
    # a checker's finding, or document, as an object
    r"\{(?:(?=\n|$)|\"[^\"\n]{1,300}\.pyi?\": ?\["
    r"|\"(?:cell|code|diagnostics|errors|file|generalDiagnostics|messages|results|runs|type|version|\$schema)\":)",
    r"=(?:={69}(?=\n|$)|={2,300} [A-Za-z])",  # unittest's section; pytest's sections of one kind
    r"!{3,300} _pytest\.outcomes\.Exit: ",
    r"~{1,200} ?Stack of ",  # pytest-timeout
    # cmd
    r"['\"][^'\"\n]{1,300}['\"](?: (?:is not |不是[内內]部|は、内部コマンド|n'est pas reconnu |no se reconoce "
    r"|não é reconhecido |не является внутренней|non è riconosciuto |iç ya da dış )|은\(는\) 내부)",
    r"```|>[> ]{0,20}```",  # no report: what stands between two of these is not read
)
"""Other beginnings. Each begins with a character or a set of them, so that others are passed over at a glance."""

_MOMENT = r"\d\d\d\d-\d\d-\d\dT\d\d:\d\d:\S{2,24} "
_PREFIXES = (
    rf"\ufeff?(?=.{{10}}T){_MOMENT}(?:\S{{1,80}}\[\S{{1,60}}\]: |[\da-f][\da-f][OE][+ ])?",
    r"[A-Z][a-z][a-z] [ \d]\d \d\d:\d\d:\S{2,9} [\w.-]{1,100} [^\s:]{1,100}: ",
    rf"(?:\d\d:\d\d:\d\d )?[A-Za-z][\w.-]{{0,80}} {{1,40}}\| (?:{_MOMENT})?",
    rf"\[(?:pod/|rank|default|\d)[^\]\s]{{1,320}}\](?:<\w{{6}}>)?:? ?(?:{_MOMENT})?",
    r"\([^()]{0,90}pid=\d{1,10}[^()]{0,60}\) ",
    r"#\d{1,4} \d{1,6}\.\d{1,3} ",
    rf"[^\t\n]{{1,200}}\t[^\t\n]{{1,200}}\t\ufeff?{_MOMENT}",
)
"""What `reading.prefix` takes off, roughly."""

HEAD = 200
"""So many lines of a stream are looked at one by one; where one has a runner's prefix, beginnings count behind prefixes
in the others too."""


def _beginnings(name: str) -> str:
    """A pattern of all beginnings; `name` is a group's that no other has: an atom that is not tried shorter.

    Of most lines one look at the first character tells that they have none: those that begin with a time, with
    another bracket, or are empty.
    """
    after = rf":(?:{'|'.join(AFTER_COLON)})| (?:{'|'.join(AFTER_BLANK)})|, (?:ligne|linha) \d"
    word = rf"{_WORD}(?=(?P<{name}>[^\s:]{{0,300}}))(?P={name})(?:{after})"
    blanks = rf"[ \t](?=(?P<{name}_>[ \t]{{0,39}}))(?P={name}_)(?:{'|'.join(AFTER_BLANKS)})"
    last = rf"{trie(LAST_WORDS)}(?:: \d{{1,2}})?(?: ?[(（][^()（）\n]{{1,60}}[)）])? ?(?=\n|$)"
    others = "|".join((word, trie(PHRASES), last, blanks, *STARTS))
    digit, bracket = "|".join(AFTER_DIGIT), "|".join(AFTER_BRACKET)
    return rf"(?![\d\n\[])(?:{others})|\d(?:{digit})|\[(?:{bracket})"


def trie(texts: Iterable[str]) -> str:
    """A pattern that matches where one of the texts begins: each character is looked at once for all of them."""
    root: dict[str, Any] = {}
    for text in texts:
        node = root
        for char in text:
            node = node.setdefault(char, {})
        node[""] = {}
    return _pattern_of(root)


def _pattern_of(node: dict[str, Any]) -> str:
    if "" in node:
        return ""  # a shorter text ends here: longer ones add nothing
    ways = []
    for char, rest in node.items():
        way = re.escape(char)
        while len(rest) == 1 and "" not in rest:  # one way on: no group
            ((char, rest),) = rest.items()
            way += re.escape(char)
        ways.append(way + _pattern_of(rest))
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


@lru_cache(maxsize=2)
def pattern(prefixed: bool) -> re.Pattern[str]:
    """What finds the line feeds before marked beginnings; behind prefixes too if `prefixed`."""
    if not prefixed:
        return re.compile(rf"\n(?:{_beginnings('word')})")
    return re.compile(rf"\n(?:{_beginnings('word')}|(?:{'|'.join(_PREFIXES)})(?:{_beginnings('behind')}))")


def marked(line: str) -> bool:
    """Whether a report may begin on the line, behind a prefix too."""
    if any(literal in line for literal in LITERALS):
        return True
    starts = pattern(False)
    return bool(starts.match("\n" + line)) or any(starts.match("\n" + prefix.rest) for prefix in certain_prefixes(line))


def marked_lines(text: str, start: int, end: int, prefixed: bool) -> Iterator[int]:
    """The offsets of the marked lines of `text[start:end]`, ascending, each once.

    `prefixed`: whether lines may have runners' prefixes. `start` is a line's beginning and `end` one, or the text's
    end. Nothing is looked for beyond what is asked of the iterator but the next place of each mark.
    """
    finds = [_Find(text, literal, start, end) for literal in LITERALS]
    starts = pattern(prefixed)
    first = text.find("\n", start, end)
    if starts.match("\n" + text[start : end if first < 0 else first]):
        next_start = start
    else:
        next_start = _next_start(starts, text, start, end)
    while True:
        line = min(next_start, *(find.line for find in finds))
        if line >= end:
            return
        yield line
        at = text.find("\n", line, end) + 1
        if not at:
            return
        for find in finds:
            find.go_on(at)
        if next_start < at:
            next_start = _next_start(starts, text, at - 1, end)


def _next_start(starts: re.Pattern[str], text: str, at: int, end: int) -> int:
    """The offset of the next line after the line feed at or after `at` whose beginning is marked; `end` if none is."""
    found = starts.search(text, at, end)
    return found.start() + 1 if found else end


class _Find:
    """The next line of a text that holds a literal; `end` where there is none."""

    def __init__(self, text: str, literal: str, start: int, end: int) -> None:
        self._text, self._literal, self._end = text, literal, end
        self.line = start
        self._look(start)

    def go_on(self, at: int) -> None:
        """From now on only lines from `at` on count."""
        if self.line < at:
            self._look(at)

    def _look(self, at: int) -> None:
        found = self._text.find(self._literal, at, self._end)
        self.line = self._end if found < 0 else self._text.rfind("\n", at, found) + 1 or at
