"""The cheap pass: on which lines a report may begin, found without looking at the lines.

A report begins on a line that holds one of LITERALS, or whose beginning is one of STARTS: a dialect is asked of these
lines only. They follow from how the dialects' reports begin, never from the entries, so that their number does not
grow with the knowledge. The runtime's own search looks for each literal in a whole piece of text at once; each costs
about half a nanosecond a character, longer ones less, so that a new literal has to be worth it. What stands at the
beginning of a line is free: one pattern, tried once a line.

What a person has selected is read without this: there every line counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

LITERALS = (
    "Traceback (most recent call ",
    "rror",  # `error:`, `Error`, names of exceptions
    "[Errno ",
)

_WORD = r"[^\s\d:\[\](){}<>\"'`|=*#,;%!?]"
"""How the first word of a line begins that WORDS are about; lines that begin with a time or a bracket are many."""
_AFTER_WORD = (
    # `name: ...` of a shell, a program or an exception, but no record's level; `path:12: ...`; `C:\\path:12`
    r":(?: (?<!INFO: |info: )(?<!DEBUG: |TRACE: |debug: )|\d|[\\/][^:\n]{0,300}:\d)",
    r" : ",  # PowerShell's `name : what`
    r" \(line \d",  # fish
    r" system cannot find the ",  # cmd
    r" in (?<=xception in )",  # `Exception in thread`
    r" (?:ignored|exception) ",  # `Exception ignored in`, `Task exception was never retrieved`
    r"  (?<=[\n ]E  )",  # pytest's line of E
    r" \S(?<=[\n ]file .)",  # pytest's fixture
    r" [^_\s](?:(?<=__ .)|(?<=\n_ .)|(?<=― .))",  # pytest's section, pytest-sugar's
    r" \S(?<=FAILED .)",  # pytest's short summary
    r" Required test coverage (?<=FAIL Required test coverage )",
    r" (?<=INTERNALERROR> )",
    r" > (?<=nox > )",
    r" \"(?<=File \")",  # a frame without its indentation
    r" \S(?:(?<=[A-Z]\d\d\d .)|(?<=[A-Z]\d\d\d\d .))",  # ruff
    r":[^\s:/\\]{1,60}:\d{1,6}: ",  # zsh: `s.sh:cd:3: ...`
    r", linha \d",  # bash in Portuguese
    # docker compose; `kubectl get pods`; cmd; PowerShell's places in other languages
    r" (?: {0,39}exited with code [1-9-]| {0,79}\d{1,4}/\d{1,4} {1,20}(?:Init:)?(?:OOMK|CrashL)"
    r"|is (?:denied\.|not enough space)|subdirectory or file |was unexpected at |version of "
    r"|(?:caractère Ligne|Zeile|línea|linha|riga|行|줄|строка): ?\d)",
    r":(?=\n|$)(?<=\.py:)",  # the findings of a file stand under its name
    r" \d\S{0,80} (?:requires |has requirement |is not supported on this platform)",  # pip check
    r" reformat(?<=ould reformat)[ :]",  # black, ruff format
)
"""What follows on the first word where a report may begin; each begins with a colon or a blank."""
STARTS = (
    r"[ \t]{1,20}(?:\{(?:(?=\n|$)|\"(?:cell|check_name|code|description|file|type)\":)"
    r"|[Ee]rror: |ERROR: |fatal: |Host key ver|Can't find a s|Permission denied \(|\[[-!x*]\] |File \"|[×x] [A-Z]|Complete output from |critical libmamba |Could not f|Retrying \(Retry|(?:/|[A-Za-z]:[\\/])[^:\n]{0,300}:\d|[^\s:]{1,300}\.pyi?:\d|```|>[> ]{0,20}```)",
    r"/[^:\n]{0,300}:\d",  # a path with blanks in it
    r"<[^>\n]{1,200}>:\d",  # a warning of `<sys>` or `<string>`
    r"'[^'\n]{1,300}' is not ",  # cmd
    r"Timeout \(\d",  # faulthandler.dump_traceback_later
    r"Windows fatal exception: ",
    r"  (?:(?:Cell|Input) In ?\[\d|File [^\s\"][^\"\n]{0,300}:\d{1,9}(?=\n|$))",  # IPython: a cell that cannot be parsed
    r"In \[\d{1,9}\]: ?  (?:Cell|Input) In ?\[\d",
    r"warning\[",  # ty
    r"ERROR \S",  # pyrefly
    r" WARN \S",
    r">> Issue: \[",  # bandit
    r"\*\*\* {1,5}File ",  # compileall
    r"::(?:warning|notice) ",  # commands to a CI service, and what its log makes of them
    r"##(?:\[warning\]|vso\[task\.logissue )",
    # a checker's finding, or document, as an object
    r"\{(?:(?=\n|$)|\"[^\"\n]{1,300}\.pyi?\": ?\["
    r"|\"(?:cell|code|diagnostics|errors|file|generalDiagnostics|messages|results|runs|type|version|\$schema)\":)",
    r"\[\{\"(?:cell|check_name|code|description|file|filename|fingerprint|message|path|type)\":",
    r"={70}(?=\n|$)",  # unittest's section
    r"={3,300} [A-Za-z]",  # pytest's sections of one kind
    r"!{3,300} _pytest\.outcomes\.Exit: ",
    r"~{1,200} ?Stack of ",  # pytest-timeout
    # Programs' sentences without their name in front (`reading.programs.git`, `reading.programs.docker`, `reading.programs.sentences`, ...).
    r" ! \[",
    r"@{20}",
    r"\[[-!x*]\] ",
    r"\d(?=.{18}\.\d\d\d \S{1,5} \[\d{1,8}\] (?:\S{1,60} )?(?:ERROR|FATAL|PANIC):)",  # PostgreSQL's log
    r"(?=[ACEFGHIJLMNOPRSTUWYcefinpu])(?:"
    r"A(?:n error|ddress already|uthor identity|utomatic merge|UTH failed|rgument expected)"
    r"|[Cc](?:an(?:not|'t)|ould(?: not|n't)|onnection|ON(?:FLICT|nection)) |CRITICAL:[\w.]"
    r"|E(?:RROR:[\w.]|RR )|[Ff](?:ailed to |ield '|orbidden \(403)|Got perm|Host key|[Ii]nvalid |It seems that|Job for"
    r"|Load key|M(?:issing script|ISCONF )|N(?:o (?:stash|manual|match|changes|such|server)|OAUTH )|OCI runtime"
    r"|n(?:o (?:changes|configuration|sessions|such)|othing (?:to commit|added)|pm ERR!)|READONLY "
    r"|[Pp](?:ermission denied|ort \d|atch format|ool overlaps|ull access|sql:\S{1,300}:\d)|System has"
    r"|T(?:he (?:con|sec|fol|pro|fil|Com|command |app)|erraform has|his module|oo many auth)"
    r"|[Uu](?:nable to |nknown |nit |sage:\t)|WRONG(?:TYPE|PASS) |You (?:must|have|asked) |exec(?:utor failed)? "
    r")",
    # PowerShell, cmd, handlers of missing commands
    r"[ACDENT](?:t (?:line:|[A-Za-z]:|/)|ommand '|er Befehl \"|xception calling \"|o command '|azwa '"
    r"|he (?:program |filename[, ]|process cannot |syntax of the |directory (?:is not|name is)"
    r"|(?:command|input) line is|requested operation requires|device is not ready|network path was))",
    # cmd in other languages than English
    r"['\"][^'\"\n]{1,200}['\"](?: (?:不是[内內]部|は、内部コマンド|n'est pas reconnu |no se reconoce "
    r"|não é reconhecido |не является внутренней|non è riconosciuto |iç ya da dış )|은\(는\) 내부)",
    r"[拒系存ア指액지ZDALEONСНОIS](?:绝访问。|[统統]找不到指定的|取被拒|クセスが拒否されました"
    r"|定された(?:ファイル|パス)が見|세스가 거부|정된 (?:파일|경로)"
    r"|ugriff verweigert|as System kann d|ccès refusé|e (?:fichier spécifié|chemin d.accès spécifié)|cceso denegado"
    r"|l sistema no puede encontrar"
    r"|cesso negado| sistema não pode encontrar|истеме не удается найти|е удается найти указанный"
    r"|тказано в доступе|ccesso negato"
    r"|mpossibile trovare il |dmowa dostępu|ystem nie może odnaleźć|ie można odnaleźć określonego"
    r"|rişim engellendi|istem belirtilen )",
    # What tells that a process was killed (`reading.shells.killed`).
    r"[ABFIKMST](?:illed|borted|bort(?: trap)?|egmentation fault|emory fault|us error|llegal instruction"
    r"|race/\S{1,12} trap"
    r"|loating (?:point )?exception|erminated)(?:: \d{1,2})?(?: ?\(core ?dump(?:ed)?\))? ?(?=\n|$)",
    r"[强強已죽У段程세ОGPTMUSEVFN](?:制結束|制終了|杀死|었음|бито|错误|式記憶體區段錯誤|그멘테이션 오류"
    r"|шибка сегментирования|etötet|rocessus arrêté"
    r"|erminado \(killed\)|orto|cciso|nicestwiony|üreç durduruldu|peicherzugriffsfehler|rreur de segmentation"
    r"|iolación de segmento"
    r"|alha de segmentação|rrore di segmentazione|aruszenie ochrony pamięci|arçalama arızası)"
    r"(?: ?[(（][^()（）\n]{1,60}[)）])? ?(?=\n|$)",
    r"\[(?:\d{1,5}\] {0,2}[-+]? {1,4}(?:\d{1,9} )?(?:[KkTtSsAaBbIiFf][a-z]{2,11}[ /]|IOT )"
    r"|\d{4}-\d\d-\d\d [\d: +,]{12,20}(?:\] \[\d{1,10}\] \[(?:CRITICAL|ERROR|WARNING)\] W"
    r"|: ERROR/[^\]\n]{1,60}\] (?:Process '|Hard time ))"
    r"|[ \dA-Z][\w .:]{3,24}\] (?:Out of mem|Memory cgroup out|traps: |\S{1,64}\[\d{1,9}\]: segfault ))",
    # supervisord; AWS Lambda
    r"\d(?:(?=.{22} [IWC][NAR][FRI][NOT] (?:exited: |gave up: ))|(?=.{7}-.{4}-)[\da-f-]{35} Task timed out after )",
    r" {1,40}(?:Reason: {1,20}(?:OOMKilled|Error)(?=\n|$)|Main PID: \d{1,9} [^\n]{0,200}signal="
    r"|Warning {1,20}(?:BackOff|Evicted) )",
    r"[OPTDMcg!进](?:ut of [Mm]emory: Kill|emory cgroup out of |rocess (?:finished|completed|exited) with "
    r"|he (?:terminal process|command '|runner has received|hosted runner|self-hosted runner"
    r"|job (?:running on|has exceeded))"
    r"|AMN ! worker|ommand terminated with exit|!! uWSGI process|程已结束)",
    # Installers and builds, by their second letters: pip, Poetry, Pipenv, PDM, Hatch, conda, Apple's linker.
    r"[BCEFGLMNPRTUYcfnp✘✖](?:o(?:uld not |mmand (?:\"|not found: )|mplete output from |etry (?:could not|was unable)"
    r"|etry\.lock is |cking Failed| (?:matching distribution |Pipfile present |project detected|such option: -)"
    r"|ur (?:Pipfile\.lock|dependencies could not ))"
    r"|ailed (?:building wheel for |to create process\.)|e(?:trying \(Retry|cause [\w.(-])"
    r"|he (?:current project(?:'s | could not be installed)|requested command |lock file |Poetry configuration "
    r"|specified Python version \(|following packages were not found)"
    r"|yproject\.toml changed |ackage \S{1,100} \(|ipfile\.lock |lease run `pdm |urrent Python version \("
    r"|roup\(s\) not found|n(?:able to find installation cand|known environment: |defined symbols for arch"
    r"|countered problems while solving|vironment(?: `|[A-Z]\w{1,40}: ))|RROR:: | [LI]"
    r"|ritical libmamba |icrosoft Visual C\+\+ \S{1,20} (?:or |is ))",
    r"\[[A-Z]\w{2,60}\]: \S",  # PDM
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
    r"[^\t\n]{1,200}\t[^\t\n]{1,200}\t\ufeff?" + _MOMENT,
)
"""What `reading.prefix` takes off, roughly."""

HEAD = 200
"""In so many lines of a stream a runner's prefix is looked for; where one is, beginnings count behind prefixes too."""


def _beginnings(name: str) -> str:
    """A pattern of the beginnings; `name` is a group's that no other has: an atom that is not tried shorter."""
    word = rf"{_WORD}(?=(?P<{name}>[^\s:]{{0,300}}))(?P={name})(?:{'|'.join(_AFTER_WORD)})"
    return "|".join((word, *STARTS))


@lru_cache(maxsize=2)
def pattern(prefixed: bool) -> re.Pattern[str]:
    """What finds the line feeds before marked beginnings; behind prefixes too if `prefixed`."""
    if not prefixed:
        return re.compile(rf"\n(?:{_beginnings('word')})")
    return re.compile(rf"\n(?:{_beginnings('word')}|(?:{'|'.join(_PREFIXES)})(?:{_beginnings('behind')}))")


@lru_cache(maxsize=1)
def _prefix() -> re.Pattern[str]:
    return re.compile("|".join(_PREFIXES))


def has_prefix(line: str) -> bool:
    """Whether the line begins with what may be a runner's prefix."""
    return bool(_prefix().match(line))


def marked(line: str) -> bool:
    """Whether a report may begin on the line."""
    for literal in LITERALS:
        if literal in line:
            return True
    return bool(pattern(True).match("\n" + line))


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
