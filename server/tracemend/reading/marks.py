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
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import Any

from tracemend.reading.beginnings import LAST_WORDS, PHRASES
from tracemend.reading.habits import RECORDS, Habits
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
    r"i(?:n (?<=xception in )|gnored )|exception ",  # `Exception in thread`, `Exception ignored in`, `Task exception`
    r" (?:(?<=[\n ]E  )| {0,77}\d{1,4}/\d{1,4} {1,20}(?:Init:)?(?:OOMK|CrashL)| {0,39}exited with code [1-9-])",
    r"ID {2,80}IMAGE ",  # docker ps
    r"\d(?:\d{0,3}/\d{1,4} {1,20}(?:Init:)?(?:OOMK|CrashL)"  # pytest and docker compose too above; kubectl
    r"|\S{0,80} (?:requires |has requirement |is not supported on this platform))",  # pip check
    r"exited with code [1-9-]",
    r"reformat(?<=ould reformat)[ :]",  # black, ruff format
    r"was unexpected at ",  # cmd
    r"\| (?:FAILED|UNREACHABLE)! => ",  # Ansible
    r"Zeile:? ?\d|Ligne:? ?\d|caractère Ligne:? ?\d|línea:? ?\d|linha:? ?\d|riga:? ?\d|行:? ?\d|줄:? ?\d|строка:? ?\d",
)
"""What follows on the first word, and a colon or a blank after it, where a report may begin. What begins with a
character of its own is passed over at a glance."""
AFTER_BLANKS = (
    r"error: |Error: |ERROR: |fatal: |Host key ver|Can't find a s|Permission denied \(|File [\"A-Za-z./~\\<]",
    r"KeyringLocked(?=\n|$)",
    r"× [A-Z]|x [A-Z]|Complete output from |critical libmamba |Could not f|Retrying \(Retry|WARN \S|! \[",
    r"FAILED: \S|Because |\| Unable to find installation |ERR_PNPM_|ELIFECYCLE|WARNING: The script|DEPRECATION: \S",
    r"/[^:\n]{0,300}:\d|[A-Za-z]:[\\/][^:\n]{0,300}:\d",  # pyright
    r"Cell In ?\[\d|Input In ?\[\d",  # IPython: a cell that cannot be parsed
    r"\{(?:(?=\n|$)|\"(?:cell|check_name|code|description|file|type)\":)|\[[-!x*]\] |\[ERROR\] [A-Z`]",
    r"Reason: {1,20}(?:OOMKilled|Error)(?=\n|$)|Main PID: \d{1,9} [^\n]{0,200}signal=",  # kubectl, systemctl
    r"Warning {1,20}(?:BackOff|Evicted) ",
    r"```|>[> ]{0,20}```",
)
"""What follows on the blanks that a line begins with."""
AFTER_BRACKET = (
    r"C [0-9 :.-]{12,24} \w{1,20}App\] [BNR]",  # Jupyter's servers
    r"(?:PYI-)?\d{1,10}(?::ERROR)?\] Failed to execute script ",  # PyInstaller's start
    r"\{\"(?:cell|check_name|code|description|file|filename|fingerprint|message|path|type)\":",
    r"[-!x*]\] ",
    r"[0-9]\d{0,4}\] {0,2}[-+]? {1,4}(?:\d{1,9} )?(?:[KkTtSsAaBbIiFf][a-z]{2,11}[ /]|IOT )",  # shells' jobs
    # PDM, Jupyter's programs, Maven
    r"[A-Z](?:\w{2,60}\]: \S|\w{2,40}App\] (?:WARNING|ERROR|CRITICAL) \||(?:RROR|ATAL)\] \S)",
)
"""What follows on a bracket that a line begins with."""
STARTS = (
    r"[\u2800-\u28ff] {2}[×x] Failed to ",  # uv, behind what is left of a spinner
    r"\u2009(?:ERR_PNPM_|ELIFECYCLE)",  # pnpm
    r"[()&|<>=,;!%\"] was unexpected at this time",  # cmd
    r"At (?:[A-Za-z]:|/)",  # PowerShell's places
    r"__{0,299} \S|――{0,299} \S",  # a section of pytest's, of pytest-sugar's
    r"[A-Z][A-Z]{0,7}\d\d\d\d? \S",  # ruff
    r"/[^:\n]{0,300}:\d",  # a path with blanks in it
    r"<[^>\n]{1,200}>:\d",  # a warning of `<sys>` or `<string>`
    r"\*\*\* {1,5}File ",  # compileall
    # a checker's finding, or document, as an object
    r"\{(?:(?=\n|$)|\"[^\"\n]{1,300}\.pyi?\": ?\["
    r"|\"(?:cell|code|diagnostics|errors|file|generalDiagnostics|messages|results|runs|type|version|\$schema)\":)",
    r"=(?:={69}(?=\n|$)|={2,300} [A-Za-z])",  # unittest's section; pytest's sections of one kind
    r"!!{2,299} _pytest\.outcomes\.Exit: ",
    r"~~{0,199} ?Stack of ",  # pytest-timeout
    # cmd
    r"['\"][^'\"\n]{1,300}['\"](?: (?:is not |不是[内內]部|は、内部コマンド|n'est pas reconnu |no se reconoce "
    r"|não é reconhecido |не является внутренней|non è riconosciuto |iç ya da dış )|은\(는\) 내부)",
    r"```|>[> ]{0,20}```",  # no report: what stands between two of these is not read
)
"""Other beginnings, each with a character or a set of them in front."""

_MOMENT = r"\d\d\d\d-\d\d-\d\dT\d\d:\d\d:\S{2,24} "
_PREFIXES = (
    rf"\ufeff?(?=.{{10}}T){_MOMENT}(?:\S{{1,80}}\[\S{{1,60}}\]: |[\da-f][\da-f][OE][+ ]|std(?:out|err) [FP] "
    r"|\S{1,200}/[\da-f]{8,64} |app\[\w{1,40}\] [a-z]{3} \[[a-z]{4,5}\] )?",
    r"[A-Z][a-z][a-z] [ \d]\d \d\d:\d\d:\S{2,9} [\w.-]{1,100} [^\s:]{1,100}: ",
    rf"(?:\d\d:\d\d:\d\d )?[A-Za-z][\w.-]{{0,80}} {{1,40}}\| (?:{_MOMENT})?",
    rf"\[(?:pod/|rank|default|\d)[^\]\s]{{1,320}}\](?:<\w{{6}}>)?:? ?(?:{_MOMENT})?",
    r"\([^()]{0,90}pid=\d{1,10}[^()]{0,60}\) ",
    r"#\d{1,4} \d{1,6}\.\d{1,3} ",
    r"[0-9][0-9.]{4,6} ",
    r"\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} {1,6}\d{1,7} {1,6}\d{1,7} [VDIWEF] [^:\n]{0,60}: ",
    r"[DIWECF]\d{4} [\d:.]{8,15} {1,6}\d{1,9} \S{1,200}:\d{1,6}\] ",
    r"\[ {0,6}\d{1,6}s\] ",
    r" {7}> ",
    rf"[^\t\n]{{1,200}}\t[^\t\n]{{1,200}}\t\ufeff?{_MOMENT}",
)
"""What `reading.prefix` takes off, roughly."""


def _beginnings(records: Collection[str], name: str) -> str:
    """A pattern of all beginnings; `name` is a group's that no other has, for `_atom`.

    Of most lines one look at the first character tells that they have none, or in which few they could be. Python's
    `re` passes over an alternative that begins with a character, or a set of them, without trying it.
    """
    after = rf":(?:{'|'.join(AFTER_COLON)})| (?:{'|'.join(AFTER_BLANK)})|, (?:ligne|linha) \d"
    word = _WORD + _atom(r"[^ \t\r\n:]{0,300}", name) + f"(?:{after})"
    place = _atom(r"[^ \t\r\n:]{1,300}", f"{name}_file") + r":\d(?:(?<=\.py:.)|(?<=\.pyi:.))"  # pyright
    blanks = r"[ \t]" + _atom(r"[ \t]{0,39}", f"{name}_blanks") + f"(?:{'|'.join(AFTER_BLANKS)}|{place})"
    last = r"(?:: \d{1,2})?(?: ?[(（][^()（）\n]{1,60}[)）])? ?(?=\n|$)"
    phrases = _phrases({**dict.fromkeys(LAST_WORDS, last), **dict.fromkeys(PHRASES, "")})
    ways = {r"\[": list(AFTER_BRACKET)}
    for record in (RECORDS[name] for name in RECORDS if name in records):
        ways.setdefault(record.first, []).append(record.error)
    firsts = [f"{first}(?:{'|'.join(errors)})" for first, errors in ways.items()]
    levels = r"INFO[ :]|DEBUG[ :]"
    others = rf"(?![0-9 \n\[]|{levels})(?:{'|'.join((word, *phrases, *STARTS))})"
    return "|".join((*firsts, blanks, others))


_MANY = 4
"""Phrases with one first character."""


def _atom(pattern: str, name: str) -> str:
    """A pattern that is not tried shorter; before Python 3.11, which has them, a look-ahead's group taken whole."""
    return f"{pattern}+" if sys.version_info >= (3, 11) else f"(?=(?P<{name}>{pattern}))(?P={name})"


def _phrases(texts: Mapping[str, str]) -> Iterator[str]:
    """Alternatives: where one of the texts begins, and what its value says follows.

    Where many first characters have the same second ones, they are not told apart: one look tells of most lines that
    they have no phrase. Those with few phrases stand alone, and are passed over.
    """
    many = Counter(text[0] for text in texts)
    groups: dict[str, list[str]] = {}
    for text in texts:
        few = many[text[0]] < _MANY and text[0].isascii()
        groups.setdefault(text[0] if few else "ASCII" if text[0].isascii() else "other", []).append(text)
    for group in groups.values():
        root: dict[str, Any] = {}
        for text in group:
            node = root
            for char in text[1:]:
                node = node.setdefault(char, {})
            node[""] = texts[text]
        first = sorted({text[0] for text in group})
        yield _way(re.escape(first[0]) if len(first) == 1 else f"[{re.escape(''.join(first))}]", root)


def _way(way: str, rest: dict[str, Any]) -> str:
    """A pattern that goes on from `way` through a trie: each character is looked at once for all texts."""
    while len(rest) == 1 and "" not in rest:  # one way on: no group
        ((char, rest),) = rest.items()
        way += re.escape(char)
    tail = rest.get("")
    if tail == "":  # a shorter text ends here: longer ones add nothing
        return way
    ways = [_way(re.escape(char), more) for char, more in rest.items() if char] + ([tail] if tail else [])
    return way + (ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})")


@lru_cache(maxsize=8)
def pattern(habits: Habits) -> re.Pattern[str]:
    """What finds the line feeds before marked beginnings, behind prefixes too where lines have them."""
    own = _beginnings(habits.records, "word")
    if not habits.prefixed:
        return re.compile(rf"\n(?:{own})")
    behind = _beginnings(RECORDS, "behind")
    return re.compile(rf"\n(?:{own}|(?:{'|'.join(_PREFIXES)})(?:{behind}))")


def marked(line: str) -> bool:
    """Whether a report may begin on the line, behind a prefix too."""
    if any(literal in line for literal in LITERALS):
        return True
    starts = pattern(Habits(frozenset(RECORDS), False))
    return bool(starts.match("\n" + line)) or any(starts.match("\n" + prefix.rest) for prefix in certain_prefixes(line))


def marked_lines(text: str, start: int, end: int, habits: Habits) -> Iterator[int]:
    """The offsets of the marked lines of `text[start:end]`, ascending, each once.

    `habits`: how lines of the stream begin. `start` is a line's beginning and `end` one, or the text's
    end. Nothing is looked for beyond what is asked of the iterator but the next place of each mark.
    """
    finds = [_Find(text, literal, start, end) for literal in LITERALS]
    starts = pattern(habits)
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
