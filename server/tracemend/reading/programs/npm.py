"""What npm, pnpm and Yarn say when they fail.

npm prints each line of an error behind `npm error ` (`npm ERR! ` before npm 10.?), in the form `error KEY text`: the
keys `code`, `errno`, `syscall`, `path`, `dest` give particulars, further lines begin with the error's own key (`404`,
`enoent`, `ERESOLVE`), npm/lib/utils/error-message.js. All neighbouring lines are one report; `code` is its code, the
message is what is left, where to find the log and how to report it is left out. That a script failed (npm's `Lifecycle
script`, an exit status alone, Yarn's and pnpm's `Command failed with exit code 1.`) the script itself has said: a
`summary`, with a signal's name as code where the status tells of one.

node-gyp, which npm calls to build an addon, prints the same with `gyp ERR! ` before it; its error is behind `stack`.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.programs.complaint import complaint, is_shown, programs
from tracemend.reading.report import MORE, Block, Hints, NeedMore
from tracemend.reading.shells import signals

_LINE = lazy.regex(r"npm (?:ERR!|error)(?: (?P<rest>.*))?$")
_PARTICULAR = lazy.regex(
    r"(?P<key>code|errno|syscall|path|dest|file|argv|node|npm|cwd|signal|command|location"
    r"|workspace)(?: +(?P<value>.*))?$"
)
_PLATFORM = lazy.regex(r"(?:Linux|Darwin|Windows_NT) \d")
_END = lazy.regex(
    r"A complete log of this run can be found in|(?:If you need help, you may report|Please include the following file)"
    r"|<?https://github\.com/npm/(?:npm|cli)/issues|.{1,400}(?:npm-debug\.log|-debug(?:-\d)?\.log)$"
    r"|This is probably not a"
)
_KEY = lazy.regex(r"(?P<key>need auth|JSON\.parse|\d{3}|[a-z]{4,14}|[A-Z]{4,24})(?: (?P<rest>.*))?$")
_YARN = lazy.regex(r"error (?P<rest>[A-Z\"'].*)")
_PNPM = lazy.regex(r"[\u2009 ](?P<code>ERR_PNPM_[A-Z_]{2,60}|ELIFECYCLE)[\u2009 ]{1,2} ?(?P<rest>\S.*)")
_SCRIPT = lazy.regex(r"Command failed with (?:exit code (?P<status>\d{1,5})|signal \"(?P<signal>SIG[A-Z]{2,8})\")\.")
_UNKNOWN = lazy.regex(r'Unknown command: "[^"]{1,200}"$')
_GYP = "gyp ERR! "
_GYP_AROUND = lazy.regex(r"(?:System|command|cwd|node -v|node-gyp -v|not ok|\w+ error)\b")
_MOST = 400
_MOST_KEPT = 40


class _Npm:
    """Reads all lines of one failure of npm."""

    name = "npm"

    opens = staticmethod(openings.npm)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        line = lines[at]
        if is_shown(line, hints) or (hints.exit_code == 0 and "npm" in programs(hints.command)):
            return None
        if _UNKNOWN.match(line) and "npm" in programs(hints.command):
            return complaint("npm", line, at, at + 1)
        if line.startswith("error ") and "yarn" in programs(hints.command) and hints.exit_code != 0:
            found = _YARN.match(line)
            return _said("yarn", found["rest"], at) if found else None
        pnpm = _PNPM.match(line)
        if pnpm:
            return _said("pnpm", pnpm["rest"].rstrip(), at, pnpm["code"])
        if line.startswith(_GYP):
            return _gyp(lines, at, final)
        if not line.startswith(("npm ERR! ", "npm error ", "npm ERR!", "npm error")):
            return None
        return _errors(lines, at, final)


def _errors(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    code = command = None
    said: list[str] = []
    index = at
    end = at
    while index < min(len(lines), at + _MOST):
        line = lines[index]
        found = _LINE.match(line)
        if found:
            rest = (found["rest"] or "").rstrip()
            particular = _PARTICULAR.match(rest)
            if particular and (particular["key"] != "command" or particular["value"]):
                if particular["key"] == "code":
                    code = particular["value"]
                elif particular["key"] == "command":
                    command = particular["value"]
            elif not (_PLATFORM.match(rest) or _END.match(rest.strip())):
                said.append(rest)
            index += 1
            end = index
        elif not line.strip() and index == end:
            index += 1  # older versions leave a line free
        else:
            break
    else:
        if index >= len(lines) and not final:
            return MORE
    message = _message(said)
    if not (message or code):
        return Block((), end)  # lines that say nothing are not looked at again one by one
    status = code if code and code.isdigit() else None
    script = code == "ELIFECYCLE" or (status and (not message or message[0].startswith("Lifecycle script ")))
    if script and not message and command:
        message = [f"command failed: {command}"]
    if script:
        code = signals.of_status(int(status)) if status else None
    return complaint("npm", message, at, end, code=code, summary=bool(script))


def _gyp(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore:
    """What node-gyp says of one build: the error, then what it told before it."""
    error: list[str] = []
    before: list[str] = []
    end = at
    while end < min(len(lines), at + _MOST) and lines[end].startswith(_GYP.rstrip()):
        key, _, rest = lines[end][len(_GYP) :].rstrip().partition(" ")
        if key == "stack" and not rest.lstrip().startswith("at ") and len(error) < _MOST_KEPT:
            error.append(rest.strip())
        elif key != "stack" and not _GYP_AROUND.match(lines[end], len(_GYP)) and len(before) < _MOST_KEPT:
            before.append(f"{key} {rest}".strip())
        end += 1
    if end == len(lines) and not final:
        return MORE
    message = [*error, *before]
    return complaint("npm", message, at, end) if any(message) else Block((), end)


def _said(tool: str, text: str, at: int, code: str | None = None) -> Block:
    """A line of Yarn's or pnpm's."""
    script = _SCRIPT.match(text)
    if script:
        code = script["signal"] or signals.of_status(int(script["status"]))
    return complaint(tool, text, at, at + 1, code=code, summary=bool(script))


def _message(said: list[str]) -> list[str]:
    """The text of the lines, without the error's key that each begins with."""
    kept: list[str] = []
    for text in said:
        found = _KEY.match(text)
        rest = (found["rest"] or "") if found and _is_key(found["key"], said) else text
        if rest.strip() or kept:
            kept.append(rest.rstrip())
        if len(kept) >= _MOST_KEPT:
            break
    while kept and not kept[-1]:
        kept.pop()
    return kept


def _is_key(key: str, said: list[str]) -> bool:
    """Whether the first word of a line is the error's key: not a sentence's beginning, as another line has it too."""
    if not key.isdigit() and not key.isupper() and "." not in key and " " not in key:
        return sum(1 for text in said[:_MOST_KEPT] if text == key or text.startswith(key + " ")) > 1
    return True


DIALECT = _Npm()
