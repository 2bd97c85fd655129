"""Any other program's error: the last to be asked, by what its line looks like and by what is known of the command.

Read are, where the command did not end well:
- a sentence that only one program prints (`reading.programs.sentences`);
- `PROGRAM: message` where the command line runs that program, or the program is a well-known one, which another has
  run. If the exit status is not known, or the program is not named, the message has to say that something failed
  (WORDING);
- `PROGRAM: error: message`, as argparse, GNU's error(3) and many others print it, whatever the program; below a usage
  line also `PROGRAM COMMAND: error: message`;
- `Error: message`, `ERROR [logger] message`, `FAILED: message`, `panic: message` and the like at the line's beginning;
- a usage line that nobody asked for.

`tool` is the program's name as the line or the command line says it, else `program`. Lines of the same program directly
below, and indented ones, belong to the report. Nothing is read of a command that ended well or only shows text, nor
notes, warnings and records at a lower level than ERROR.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.programs.complaint import bare_name, complaint, is_shown, programs, runs_others
from tracemend.reading.programs.sentences import NAMED_ITSELF, NEEDS_COMMAND, WITH_COMMAND, whose
from tracemend.reading.programs.wording import ALIASES, NOT_PROGRAMS, WELL_KNOWN, WORDING
from tracemend.reading.report import MORE, Block, Hints, NeedMore
from tracemend.reading.surroundings import showing_program
from tracemend.reading.tracebacks import traceback

_SUBCOMMAND = lazy.regex(
    r"(?P<who>(?:[A-Za-z]:)?[^\s:=()<>{}\"',;|]{1,200})(?: [\w-]{1,40}){1,4}: error: (?P<rest>\S.*)"
)
"""argparse of a program with subcommands: `manage.py startapp: error: ...`."""
_SAID = lazy.regex(r"(?P<who>(?:[A-Za-z]:)?[^\s:=()<>{}\"',;|]{1,200}):(?P<gap> {1,2})(?P<rest>\S.*)")
_PROGRAM = lazy.regex(r"[A-Za-z./~_][\w./\\+~@-]{0,200}")
_ERROR_WORD = lazy.regex(
    r"(?:fatal error|fatal|[Ee]rror|ERROR|FATAL): +(?P<rest>\S.*)|(?P<doing>error (?:while |\w{3,20}ing ).*)"
)
_LABEL = lazy.regex(
    r"(?:\s{0,12}(?:\[[-!*x]\]|[✗✘×❌⨯✖]|!) ?)?"
    r"(?:\[?(?:[Ee]rror|ERROR|[Ff]atal(?: [Ee]rror)?|FATAL|CRITICAL|[Pp]anic|[Ff]ailed|FAILED)\]?"
    r"(?:(?:\[[\w-]{1,20}\])?:| \[(?P<logger>[\w.]{1,100})\]| {1,4}-)|abort:|Command failed:"
    r"|\[(?:ERROR|FATAL|CRITICAL|error|fatal)\]"
    r"|(?P<about>[A-Z][A-Za-z]{1,20} [Ee]rror):)"
    r"(?: {1,4}(?P<rest>\S.*))?\s*$"
)
_TYPED = lazy.regex(
    r"(?P<type>CommandError|UsageError|ClickException|BadParameter|CondaError|[A-Z]\w{2,60}Error): (?P<rest>\S.*)"
)
_NO_ERROR = lazy.regex(
    r"(?:warn(?:ing)?|note|info|notice|hint|debug|usage|tip|help|deprecated|trace|verbose|status|success|done"
    r"|ok)\b[:\]]?"
    r"|(?:Entering|Leaving) directory|Nothing to be done for|'[^']{1,300}' is up to date|try '|Try '|use --help"
    r"|\*\*\* |\[[^\]]{1,300}\] [^\W\d]{2,20} \d{1,5} \([^()]{1,40}\)$"
    r"|Circular .{1,300} dependency dropped|[Tt]his is |\d+(?:[.,]\d+)*%?$",
    re.IGNORECASE,
)
_NOTHING = lazy.regex(
    r"(?:[-+]?\d[\d.,e+-]*\s?%?|0[ ,;].*|no(?:ne|ne found)?|null|nil|false|true|\[\]|\{\}|['\"]{2}|n/?a|-+|\.+|ok"
    r"|[\[{].*|<.*|.*[;{}]|(?:Final|TypeAlias|ClassVar) = .*)$",
    re.IGNORECASE,
)
_IN_DOCUMENTS = lazy.regex(
    r"(?:if|when|whenever|raised|the exception|in case|an? \w+ (?:is|was) raised) ", re.IGNORECASE
)
_SAYS_MORE = lazy.regex(
    r"\S{1,200}: (?:Exiting with failure status|Error is not recoverable|Connection closed)|compilation terminated\."
    r"|rsync error: some files|collect2: error: ld returned|Errors were encountered while processing"
)
"""What only says again that something failed, which was said above."""

_SUMMARY = lazy.regex(
    r"Child returned status \d|Error is not recoverable: |Exiting with failure status |Connection closed$"
    r"|connection unexpectedly closed \(|build stopped: |.{1,200} subprocess (?:returned error|was killed)"
    r"|Sub-process \S{1,200} (?:returned an error code|exited )|.{0,100}dependency problems - leaving unconfigured"
    r"|error processing (?:archive|package) .{1,400}\n.{0,300}"
    r"(?:subprocess returned error|dependency problems - leaving)"
    r"|Job failed: |Process completed with exit code \d|script returned exit code \d"
    r"|Unable to correct problems, you have held broken packages"
)
"""What says of itself that the reason stands above."""

_USAGE = lazy.regex(r"[Uu]sage:\s+(?:or: )?(?:python[\d.]* -m )?(?P<program>[\w./-]{1,100})(?: .*|$)")
_HELP = lazy.regex(r"(?:^|\s)(?:-h|-\?|/\?|--?help(?:-\w{1,20})?|help|--?version|-V|-v)(?:\s|$)")
_AFTER_USAGE = lazy.regex(r"(?:[^\s:]{1,200}: )?(?:[Ee]rror|fatal|ERROR|FATAL)\b|╭─ Error|Jupyter command `")
_BUILDERS = frozenset(("cmake", "meson", "ninja"))
_TESTED = lazy.regex(r" \.\.\. (?:ok|FAIL|ERROR|skipped .{0,300}|expected failure|unexpected success)$")
"""How unittest ends the line of a test, which begins with its docstring."""
_SPHINX = lazy.regex(
    r"(?:(?:Application|Configuration|Encoding|Extension|Recursion|Sphinx|Theme|reST markup) error"
    r"(?: \([\w.]{1,100}\))?|Warning, treated as error):$"
)
"""Headings of Sphinx' (sphinx/cmd/build.py, `handle_exception`, up to 8.1); later ones hold the traceback's end."""
_TRACEBACK = lazy.regex(r"\s{0,8}(?:\+ Exception Group )?Traceback \(most recent call last\):\s*$")
_MOST_LINES = 20
_LONGEST = 4000
_USAGE_LINES = 80


class _Tools:
    """Reads one error of a program that no other dialect knows."""

    name = "tools"

    opens = staticmethod(openings.tools)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        line = lines[at]
        if hints.exit_code == 0 or len(line) > _LONGEST:
            return None
        shows = is_shown(line, hints)
        before = lines[at - 1] if at else ""
        if _SAYS_MORE.match(line) or _TESTED.search(line) or _said_above(line, before):
            return None
        usage = None if shows else _USAGE.match(line)
        if usage:
            return _usage(lines, at, final, usage, hints)
        text = line.strip()
        for tool in whose(text):
            own = text.startswith(NAMED_ITSELF) or _is_of(tool, hints)
            if own if not shows else tool == showing_program(hints.command):
                message = text.removeprefix("E: ") if tool == "apt" else text
                return _block(lines, at, final, tool, message, None)
        if shows:
            return None
        answer = _program(lines, at, final, hints) or _labelled(lines, at, final, hints)
        if not isinstance(answer, Block) or at + 1 >= len(lines) or not _TRACEBACK.match(lines[at + 1]):
            return answer
        below = traceback.DIALECT.read(lines, at + 1, final, hints)
        if isinstance(below, NeedMore):
            return MORE
        return None if below and below.reports else answer  # a record that carries a traceback says nothing more


def _is_of(tool: str, hints: Hints) -> bool:
    """Whether a sentence of the program's may be its here."""
    ran = programs(hints.command)
    named = any(tool in one or ALIASES.get(one.removesuffix(".py")) == tool for one in ran)
    if tool in NEEDS_COMMAND:
        return named or (tool == "coverage" and hints.selected and not ran)
    return named or tool not in WITH_COMMAND or runs_others(hints.command)


def _said_above(line: str, before: str) -> bool:
    """Whether the line above ends in the same words (a log's record and the program's last words)."""
    text = line.partition(": ")[2].strip()
    return len(text) > 12 and before.rstrip().endswith(text) and before != line


def _program(lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
    """`PROGRAM: message`."""
    below = _SUBCOMMAND.match(lines[at])
    if below and (
        hints.selected
        or (at and lines[at - 1].startswith(("usage: ", "  ")))
        or below["who"].endswith((".py", "django-admin"))
        or bare_name(below["who"]) in programs(hints.command)
    ):
        return _block(lines, at, final, bare_name(below["who"]), below["rest"], None)
    found = _SAID.match(lines[at])
    if not found or not _PROGRAM.fullmatch(found["who"]):
        return None
    who, rest = bare_name(found["who"]), found["rest"]
    if who.lower() in NOT_PROGRAMS or not who:
        return None
    ran = programs(hints.command)
    named = who in ran or f"{who}.py" in ran or (bool(ran) and ran[-1].startswith(f"{who}."))
    known = named or who in WELL_KNOWN
    error = _ERROR_WORD.match(rest)
    if error:
        message = error["rest"] or rest
        told = bool(error["rest"]) or known or (bool(ran) and bool(WORDING.search(rest[5:])))
        if not told or _NOTHING.match(message):
            return None
        return _block(lines, at, final, who, message, found["who"] + ": ")
    if not known or _NO_ERROR.match(rest):
        return None
    if (
        at
        and lines[at - 1].startswith(found["who"] + ": ")
        and not _NO_ERROR.match(lines[at - 1][len(found["who"]) + 2 :])
    ):
        return None  # more of what was said above
    if (hints.exit_code is None or not named) and not WORDING.search(rest[:1000]):
        return None
    return _block(lines, at, final, who, rest, found["who"] + ": ")


def _labelled(lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
    """`Error: message` and its like."""
    line = lines[at]
    ran = [one for one in programs(hints.command) if one not in ("cd", "export", "sleep", "source", ".", "echo")]
    tool = next((one.removesuffix(".py") for one in reversed(ran) if _PROGRAM.fullmatch(one)), "program")
    typed = _TYPED.match(line)
    if typed and typed["type"] in ("CommandError", "UsageError", "CondaError", "ClickException", "BadParameter"):
        return _block(lines, at, final, tool, typed["rest"], None, typed["type"])
    if _SPHINX.match(line):
        return _sphinx(lines, at, final)
    found = _LABEL.match(line)
    if not found:
        return None
    rest = (found["rest"] or "").strip()
    if not rest:
        return _paragraph(lines, at, final, tool) if line.rstrip() in ("Error:", "ERROR:") else None
    if line.startswith("FAILED: ") and _BUILDERS.intersection(ran):
        return None  # the file that could not be made; what was run, and what that said, follow
    if _NOTHING.match(rest) or _IN_DOCUMENTS.match(rest) or _NO_ERROR.match(rest):
        return None
    if rest.startswith("OpenCV(") and line.startswith("error: "):
        return _block(lines, at, final, tool, rest, None, "error")  # the name that cv2.error prints itself by
    if found["about"] and not WORDING.search(rest):
        return None
    if found["logger"] and tool == "program" and found["logger"].partition(".")[0] in WELL_KNOWN:
        tool = found["logger"].partition(".")[0]
    words = len(rest.split())
    if words < 2 and not (hints.exit_code or hints.selected):
        return None
    if hints.exit_code is None and not ran and words < 3 and not WORDING.search(rest):
        return None
    return _block(lines, at, final, tool, f"{found['about']}: {rest}" if found["about"] else rest, None)


def _sphinx(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    """What ended Sphinx, under its heading; None where it only announces a traceback."""
    answer = _paragraph(lines, at, final, "sphinx")
    if not isinstance(answer, Block):
        return answer
    message = answer.reports[0].message
    if not message.endswith(":"):
        return answer
    if answer.end + 1 >= len(lines):
        return answer if final else MORE
    return None if _TRACEBACK.match(lines[answer.end + 1]) else answer


def _paragraph(lines: Sequence[str], at: int, final: bool, tool: str) -> Block | NeedMore | None:
    """`Error:` alone on its line: the message is what follows up to an empty line."""
    index = at + 1
    while index < min(len(lines), at + _MOST_LINES) and lines[index].strip():
        index += 1
    if index >= len(lines) and not final:
        return MORE
    message = [one.strip() for one in lines[at + 1 : index]]
    return complaint(tool, message, at, index) if message else None


def _block(
    lines: Sequence[str],
    at: int,
    final: bool,
    tool: str,
    message: str,
    prefix: str | None,
    exception: str | None = None,
) -> Block | NeedMore:
    """The report of a line, with the lines below it that belong to it: indented ones, and the same program's.

    It is a summary if it says so of itself.
    """
    text = [message.rstrip()]
    notes: list[str] = []
    over = False
    index = at + 1
    while index < min(len(lines), at + _MOST_LINES):
        line = lines[index]
        if prefix and line.startswith(prefix) and not _ERROR_WORD.match(line[len(prefix) :]):
            notes.append(line[len(prefix) :].strip())
        elif _SAYS_MORE.match(line) or (line.strip().startswith("FAILED: ") and _said_above(line, lines[index - 1])):
            over = True
        elif (
            not over
            and line[:1] in "\t "
            and line.strip()
            and not line.lstrip().startswith(("at ", 'File "', "Traceback"))
        ):
            text.append(line.strip())
        else:
            break
        index += 1
    else:
        if index >= len(lines) and not final:
            return MORE
    summary = bool(_SUMMARY.match("\n".join(text[:2])))
    return complaint(ALIASES.get(tool, tool), text, at, index, notes=notes, exception=exception, summary=summary)


def _usage(lines: Sequence[str], at: int, final: bool, usage: re.Match[str], hints: Hints) -> Block | NeedMore | None:
    """How to call a program, the first that is printed though nobody asked for help, and no error with it."""
    who = bare_name(usage["program"])
    words = (hints.command or "").split()
    if at or who not in programs(hints.command) or len(words) < 2 or _HELP.search(hints.command or ""):
        return None
    for index in range(at + 1, min(len(lines), at + _USAGE_LINES)):
        if _AFTER_USAGE.match(lines[index]):
            return None
    if len(lines) < at + _USAGE_LINES and not final:
        return MORE
    return complaint(who, lines[at].strip(), at, at + 1)


DIALECT = _Tools()
