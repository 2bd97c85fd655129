"""What pip says when it cannot install.

pip prints `ERROR: ` lines (several that belong together stand one below the other; before 19.1 without `ERROR: `) and,
since 22, boxed messages.

A message about a failed build (`pip_build.py`) is followed by further ones that only say so; they are read as one with
it. The errors in the build's output are reports of their own, the causes of pip's. The same holds for what broke
a connection, as the `WARNING: Retrying` lines say, and the error that comes of it. Other programs say `ERROR: ` and
`error: ` too, so without a command that is known to be pip's the text has to be one of pip's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.builds import installer_warnings
from tracemend.reading.builds.pip_build import (
    AFTER_BUILD,
    BOX,
    FAILED_STEP,
    OUTPUT,
    pip_block,
    read_box,
    read_failed_step,
    read_output,
)
from tracemend.reading.report import MORE, Block, ErrorReport, Hints, Link, NeedMore, Span

_KEPT_LINES = 200
_LEAD_LINES = 60
_FEW_LINES = 20

_PIP_COMMAND = lazy.regex(r"(?:^|[\s/\\;&|(])pip[\d.]{0,4}(?:\.exe)?\s")
_PIP_SAYS = lazy.regex(
    r"Could not find a version that satisfies|No matching distribution found for |Could not open requirements file: "
    r"|unknown command \"|Cannot install |ResolutionImpossible: |THESE PACKAGES DO NOT MATCH THE HASHES"
    r"|Hashes are required in |In --require-hashes mode|\S{1,400} is not a supported wheel on this platform"
    r"|Wheel '[^']{1,200}' located at |Could not install packages due to an |Invalid requirement: "
    r"|Failed building (?:wheel|editable) for |Failed to build (?:installable )?wheels? |Could not build wheels for "
    r"|Package '[^']{1,200}' requires a different Python: |You must give at least one requirement to "
    r"|Directory '[^']{1,400}' is not installable|Cannot uninstall |Command errored out with exit status "
    r"|pip's dependency resolver does not currently |Can not perform a '--user' install|Double requirement given"
    r"|Ignored the following |HTTP error \d{3} while getting |Could not install requirement "
    r"|\S{1,400} is not a valid (?:editable requirement|wheel filename)|Invalid wheel filename"
    r"|File \"setup\.py\" (?:or \"setup\.cfg\" )?not found|Could not find an activated virtualenv"
    r"|Cannot unpack file |Requested \S{1,300} from \S{1,400} has (?:inconsistent|invalid) "
    r"|\S{1,300} does not appear to be a Python project|Failed to build '"
    r"|After October 2020 you may experience errors"
    r"|\S{1,200} \S{1,100} (?:has requirement|requires) .{1,400}, (?:but you|which is not installed)"
    r"|Command \".{1,2000}\" failed with error code |Complete output from command |Operation cancelled by user"
    r"|Project \S{1,400} has a 'pyproject\.toml' and its build backend is missing|Could not detect requirement name"
    r"|Error \[.{1,60}\] while executing command |Cannot find command '|Cannot resolve '--group' "
    r"|pyproject\.toml not found"
    r"|Disabling PEP 517 processing is invalid|Some build dependencies for |Pipe to stdout was broken"
)
_OLD_SAYS = lazy.regex(
    r"\s{0,8}(?:Could not find a version that satisfies the requirement \S|No matching distribution found for \S"
    r"|Could not install packages due to an (?:EnvironmentError|OSError): |(?:ERROR: )?Failed building wheel for \S"
    r"|Command \".{1,2000}\" failed with error code \d{1,5} in |Could not open requirements file: )"
)
"""What pip before 19.1 prints without `ERROR: `, and pip's own wrappers still do, and what it indents below a build."""

_ONLY_SAYS_SO = lazy.regex(
    r"\s{0,8}(?:Running setup\.py clean for |Failed to build \S"
    r"|(?:ERROR: ){1,2}Failed to build (?:installable |one or more )"
    r"|ERROR: Could not build wheels for )"
)
"""What follows a build that failed, and tells nothing more."""
_NOT_INSTALLED = lazy.regex(
    r"\S{1,200} \S{1,100} (?:requires|has requirement) .{1,400}, (?:but you|which is not installed)"
)
_CHECK = lazy.regex(
    r"[A-Za-z0-9][\w.-]{0,150} \d\S{0,80} (?:requires [\w.-]{1,150}, which is not installed\."
    r"|has requirement .{1,400}, but you(?: have|'ll have) \S{1,150} \S{1,80}\."
    r"|is not supported on this platform)$"
)
_BROKEN = lazy.regex(r"\s{0,8}(?:WARNING: )?Retrying \(Retry\(.{1,300}?\)\) after connection broken by '(?P<cause>.+)")
_UNFETCHED = lazy.regex(r"\s{0,8}(?:WARNING: )?Could not fetch URL (?P<url>\S{1,600}): (?P<cause>.+) - skipping$")
_AROUND = lazy.regex(
    r"(?:WARNING: )?(?:pip is configured with locations that require TLS/SSL"
    r"|There was an error checking the latest version)"
    r"|Looking in (?:indexes|links): |Collecting |\s{0,4}Downloading |INFO: "
)
_LOGGED = lazy.regex(r"(?P<level>ERROR|CRITICAL|INFO):(?:pipenv\.patched\.)?pip\._internal(?:\.\w{1,40}){0,8}:")
"""What `logging.basicConfig` puts before pip's words where another program runs it, as Pipenv does."""
_LAUNCHER = lazy.regex(r"(?P<message>Fatal error in launcher: .+|failed to create process\.)$")
_USAGE = lazy.regex(r"no such option: (?P<option>-\S{1,100})$")
_ADVICE = ("Hint: ", "hint: ")
_ADVICE_LINES = ("Consider using the `--user` option", "Check the permissions.", "HINT: ")


class _Pip:
    """Reads pip's errors."""

    name = "pip"

    opens = staticmethod(openings.pip)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        line = lines[at]
        logged = _LOGGED.match(line)
        if logged and logged["level"] != "INFO" and _PIP_SAYS.match(line[logged.end() :]):
            return _logged(lines, at, final)
        output = OUTPUT.match(line)
        if output:
            return read_output(lines, at, final, output)
        if line.startswith("ERROR: "):
            if line.rstrip() == "ERROR: Exception:":  # above a traceback, which says it all
                return _exception(lines, at, final)
            if not _is_pip(line[7:].removeprefix("ERROR: "), hints):
                return None
            return _errors(lines, at, final)
        if (
            line.endswith(("-failed", "-error", "-managed", "-install", "-failure"))
            or " error: " in line[:16]
            or (line.startswith("error: "))
        ):
            box = BOX.match(line)
            return read_box(lines, at, final, box) if box else None
        step = FAILED_STEP.match(line) if line.endswith("did not run successfully.") else None
        if step:
            return read_failed_step(lines, at, final, step)
        if "WARNING: " in line[:18] or "DEPRECATION: " in line[:22]:
            warned = installer_warnings.of_pip(line, at, hints)
            if warned:
                return warned
        if _BROKEN.match(line) or _UNFETCHED.match(line):
            return _broken_connection(lines, at, final, hints)
        if _OLD_SAYS.match(line):
            return _errors(lines, at, final)
        if _CHECK.match(line):
            return pip_block(line, (), at, at + 1)
        found = _LAUNCHER.match(line)
        if found:
            return pip_block(found["message"], (), at, at + 1)
        found = _USAGE.match(line)
        if found and (not hints.command or _PIP_COMMAND.search(hints.command[:2000])):
            return pip_block(found[0], (), at, at + 1)
        return None


def _is_pip(text: str, hints: Hints) -> bool:
    known = bool(hints.command and _PIP_COMMAND.search(hints.command[:2000]))
    return known or bool(_PIP_SAYS.match(text))


def _exception(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    """The line above the traceback of an exception that pip did not expect is nothing of its own."""
    if at + 1 >= len(lines):
        return None if final else MORE
    return Block((), at + 1) if lines[at + 1].startswith("Traceback ") else None


def _errors(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    """`ERROR: ` lines that follow one another, with the indented lines under them and the advice."""
    first = lines[at]
    old = not first.startswith("ERROR: ")
    conflict = "conflicting dependencies" in first
    resolver = "dependency resolver" in first or "After October 2020" in first
    spaced = resolver or "Could not install packages" in first  # an empty line may stand between its parts
    message: list[str] = []
    notes: list[str] = []
    end = index = at
    limit = min(len(lines), at + _KEPT_LINES)
    while index < limit:
        line = lines[index].rstrip()
        if message and message[-1].startswith("Failed building ") and _ONLY_SAYS_SO.match(line):
            notes.append(line.strip())
        elif line.startswith("ERROR: ") or (old and _OLD_SAYS.match(line)):
            text = line.strip().removeprefix("ERROR: ") if old else line[7:].removeprefix("ERROR: ")  # 24.1 doubles it
            if text.startswith("ResolutionImpossible: ") and message:
                notes.append(text)
                index = end = index + 1
                break
            if text.startswith("Ignored the following "):
                notes.append(text)
            elif message and not _belongs(message[-1], text):
                break
            else:
                message.append(text)
        elif line.startswith(_ADVICE):
            notes.append(line[6:])
        elif line.startswith(_ADVICE_LINES):
            notes.append(line)
        elif conflict or (line.startswith(" ") and not AFTER_BUILD.match(line)) or (resolver and _goes_on(line)):
            message.append(line)
        elif line or not spaced:
            break
        else:
            index += 1
            continue
        index += 1
        end = index
    if index == len(lines) and index < at + _KEPT_LINES and not final:
        return MORE
    while message and not message[-1]:
        message.pop()
    if not message and not notes:
        return None  # the line is cut off behind what it was recognised by
    if not message:
        message = [notes.pop(0)]
    return pip_block("\n".join(message), tuple(notes), at, end)


def _logged(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    """The same behind the heads of log records."""
    plain: list[str] = []
    most = _KEPT_LINES if "conflicting dependencies" in lines[at] else _FEW_LINES
    for line in lines[at : at + most]:
        head = _LOGGED.match(line)
        level = "" if head is None or head["level"] == "INFO" else "ERROR: "
        plain.append(level + line[head.end() :] if head else line)
    answer = _errors(plain, 0, final or len(plain) == most)
    if not isinstance(answer, Block):
        return answer
    moved = tuple(replace(one, span=Span(one.span.start + at, one.span.end + at)) for one in answer.reports)
    return Block(moved, answer.end + at)


def _goes_on(line: str) -> bool:
    """Whether the line is one of the sentences that the resolver's warning introduces."""
    return bool(_NOT_INSTALLED.match(line)) or line.startswith("We recommend you use --use-feature")


def _belongs(before: str, text: str) -> bool:
    """Whether an `ERROR: ` line only goes on with what the one above it says."""
    return before.startswith("Could not find a version that satisfies") and text.startswith("No matching distribution")


def _broken_connection(lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
    """Attempts that failed, and the error that comes of them; attempts alone are a warning, while no line follows."""
    cause = ""
    end = index = at
    limit = min(len(lines), at + _LEAD_LINES)
    while index < limit:
        line = lines[index]
        broken = _BROKEN.match(line) or _UNFETCHED.match(line)
        if broken:
            if not cause or "SSL" in broken["cause"]:
                cause = broken["cause"]
            end = index + 1
        elif line.strip() and not _AROUND.match(line):
            break
        index += 1
    if index == len(lines) and not final and index < limit + 1:
        return MORE
    following = lines[index] if index < len(lines) else None
    text = (following or "").removeprefix("ERROR: ")
    if following is not None and (_OLD_SAYS.match(text) or (following != text and _is_pip(text, hints))):
        answer = _errors(lines, index, final)
        if not isinstance(answer, Block):
            return answer
        first = pip_block(cause, (), at, end).reports[0]
        linked = ErrorReport(
            tool=first.tool,
            severity=first.severity,
            exception=None,
            message=first.message,
            span=first.span,
            chain=Link(1, "cause"),
        )
        return Block((linked, *answer.reports), answer.end)
    if following is not None and not hints.selected:
        return Block((), end)  # it went well at last
    return pip_block(cause, (), at, end, severity="warning")


DIALECT = _Pip()
