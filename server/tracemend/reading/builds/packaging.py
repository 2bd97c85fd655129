"""What the other tools of Python packaging say: setuptools, build, Poetry, Pipenv, PDM, Hatch (conda: `conda.py`).

Most of them print a sentence and no name, so a report is read where the sentence is one of the tool's own:
setuptools/_distutils/core.py (`error: ` and what was raised), build/__main__.py (`ERROR ` and the text),
poetry/mixology/failure.py (a paragraph that begins with Because and ends in `version solving failed.`) and
poetry/console, pipenv/exceptions.py, pdm/termui.py (`[TypeOfTheError]: text`), hatch/cli/application.py. Poetry 1
prints exceptions that it did not expect as cleo does: the name, the text and the place, indented by two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.builds.conda import read_conda
from tracemend.reading.builds.margin import read_indented
from tracemend.reading.report import MORE, Block, ErrorReport, Frame, Hints, NeedMore, Severity, Span
from tracemend.reading.surroundings import is_exception_name, showing_program

_TEXT_LINES = 60

_SETUPTOOLS = lazy.regex(
    r"error: (?P<message>command '[^']{1,400}' (?:failed|terminated)\b.*|command \S{1,400} failed .*"
    r"|Command '\[.*' (?:returned non-zero exit status -?\d{1,5}\.|timed out .*|died with .*)"
    r"|invalid command '[^']{1,200}'.*|no commands supplied.*|option (?:-\S{1,100} )(?:not recognized"
    r"|must not have .*|"
    r"requires argument|not a unique prefix)|Multiple top-level (?:packages|modules) discovered .*"
    r"|Microsoft Visual C\+\+ \S{1,20} (?:or greater )?is required.*|Unable to find vcvarsall\.bat.*"
    r"|package directory '[^']{1,400}' does not exist|can't copy '[^']{1,400}': .*|can't find Rust compiler"
    r"|[Cc]an't create or remove files in install directory|could not (?:create|delete|write|open) .*"
    r"|Could not find suitable distribution for .*|Could not find a version .*|Setup script exited with .*"
    r"|library \S{1,100} has Fortran sources but no Fortran compiler found"
    r"|\S{1,200} \S{1,100} is installed but .{1,400} is required by .*"
    r"|Must create and upload files in one command.*|\[Errno -?\d{1,5}\] .*|\[WinError \d{1,6}\] .*"
    r"|unknown file type '[^']{1,50}' \(from '[^']{1,400}'\)|Python(?:\.h)? .{1,200} (?:not found|required).*"
    r"|each element of 'ext_modules' .*|Error: setup script .*|setup script specifies .*|unable to (?:execute"
    r"|find) .*)"
)
_SUMMARY = lazy.regex(r"[Cc]ommand (?:'|\S{1,400} failed)|Backend (?:subprocess exited|operation failed)")
"""What the program that was run, or the backend, has told itself."""
_SETUP_COMMAND = lazy.regex(r"error in (?P<name>.{1,120}?) setup command: (?P<message>.+)")
_NO_COMPILER = lazy.regex(r"(?P<message>Microsoft Visual C\+\+ \S{1,20} (?:or greater )?is required\. Get it with .*)")
"""What is left of the error where only the text was passed on: no other program says so."""
_FAILED_COMMAND = lazy.regex(r"\s{0,8}command '[^']{1,400}' failed with exit (?:status|code) -?\d{1,10}$")
"""The same of a command that failed; others say so too, so that a person has to have chosen it."""

_BUILD = lazy.regex(
    r"ERROR (?P<message>Backend (?:subprocess exited|operation failed|'[^']{1,200}' is not available)"
    r".*|Source .{1,400} does not appear to be a Python project.*|Source .{1,400} is not a directory"
    r"|Failed to (?:parse|validate|create) .*|Missing dependencies:.*|Virtual environment creation failed.*"
    r"|`build-system` .*)"
)
_SENTENCES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "poetry",
        lazy.regex(
            r"(?:Error: )?(?P<message>(?:pyproject\.toml changed significantly since poetry\.lock was last generated"
            r"|poetry\.lock is not up to date with pyproject\.toml|The lock file is not compatible with the current "
            r"|The lock file does not have a metadata entry|Poetry could not find a pyproject\.toml file in "
            r"|Could not find a matching version of package |Current Python version \([^()]{1,60}\) is not allowed "
            r"|The requested command \S{1,100} does not exist|The current project could not be installed"
            r"|Group\(s\) not found: |Could not find the python executable "
            r"|Unable to find installation candidates for "
            r"|Poetry was unable to find a compatible version|The Poetry configuration is invalid"
            r"|The specified Python version \([^()]{1,60}\) is not supported"
            r"|Package .{1,100} \([^()]{1,100}\) not found\.$|The following packages were not found: \S).*)"
        ),
    ),
    ("poetry", lazy.regex(r"(?P<message>Command not found: \S{1,200})$")),
    (
        "pipenv",
        lazy.regex(
            r"(?:ERROR:{1,2} |Error: |[✘✖x] )?(?P<message>(?:Your Pipfile\.lock(?: \(| ?$)"
            r"|Pipfile\.lock \([^()]{1,80}\) out of date"
            r"|Aborting deploy$|Pipfile\.lock not found!|Locking Failed!|Installation Failed$|No Pipfile present at "
            r"|Your dependencies could not be resolved|Couldn't install package: "
            r"|the command \S{1,200} could not be found within PATH or Pipfile's).*)"
        ),
    ),
    (
        "hatch",
        lazy.regex(
            r"(?P<message>Unknown environment: \S{1,200}"
            r"|Environment `[^`]{1,200}` is (?:not defined by project config|"
            r"incompatible: .*)|No project detected|Missing value for option `project\..*)$"
        ),
    ),
    ("pdm", lazy.regex(r"(?P<message>Please run `pdm lock` to update the lock file)$")),
)
_PDM = lazy.regex(r"\[(?P<type>[A-Z]\w{2,60})\]: (?P<message>\S.*)")
_PDM_TYPES = lazy.regex(
    r"Pdm\w{2,40}|ProjectError|ResolutionImpossible|BuildError|CandidateNotFound|CandidateInfoNotFound"
    r"|InstallationError"
    r"|UninstallError|NoPythonVersion|NoConfigError|PublishError|InvalidPyVersion|CorruptedCacheError"
    r"|RequirementError"
)
_PDM_COMMAND = lazy.regex(r"(?:^|[\s/\\;&|(])pdm(?:\.exe)?(?:\s|$)")
_BECAUSE = lazy.regex(r"\s{0,8}(?:\(\d{1,3}\) ?)?Because |The current project's (?:supported )?Python ")
_SOLVED = lazy.regex(r"version solving failed\.?$")
_CLEO = lazy.regex(r"  (?P<type>[A-Z]\w{2,60}(?:Error|Exception|Failure|Found)|KeyringLocked)$")
_CANDIDATES = lazy.regex(r"\s{2,8}\| (?P<message>Unable to find installation candidates for \S.*)")
_BARRED = lazy.regex(r"\s{2,8}\| ?(?P<text>.*)$")
_CLEO_PLACE = lazy.regex(r"  at (?P<path>.{1,600}?):(?P<line>\d{1,9}) in (?P<name>.{1,200})$")
_CLEO_SOURCE = lazy.regex(r" {2,6}[→>  ] {0,6}(?P<line>\d{1,6})[│|] ?(?P<text>.*)$")


class _Packaging:
    """Reads one error of setuptools, build, Poetry, Pipenv, PDM, Hatch or conda."""

    name = "packaging"

    opens = staticmethod(openings.packaging)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        if not hints.selected and showing_program(hints.command):
            return None
        line = lines[at]
        answer = read_setuptools(lines, at, final)
        if answer is None and line.startswith(" ") and "error: " in line[:24]:
            answer = read_indented(lines, at, final, read_setuptools)
        if answer is not None:
            return answer
        found = _FAILED_COMMAND.match(line) if hints.selected else None
        if found:
            return _block("setuptools", [line.strip()], at, at + 1)
        found = _BUILD.match(line)
        if found:
            return _indented(lines, at, final, "build", found["message"])
        found = _PDM.match(line)
        if found:
            return _pdm(lines, at, final, found, hints)
        if _BECAUSE.match(line):
            return _solver(lines, at, final)
        for tool, pattern in _SENTENCES:
            found = pattern.match(line)
            if found:
                if found["message"].startswith("Command not found") and "poetry" not in (hints.command or ""):
                    return None  # many programs say so
                return _paragraph(lines, at, final, tool, found["message"])
        found = _CANDIDATES.match(line)
        if found:
            return _barred(lines, at, final, found["message"])
        if _CLEO.match(line):
            return _cleo(lines, at, final)
        return read_conda(lines, at, final, hints)


def read_setuptools(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    """What setuptools (and numpy.distutils, setuptools-rust) end a build with."""
    line = lines[at]
    found = _SETUPTOOLS.match(line) or _SETUP_COMMAND.match(line) or _NO_COMPILER.match(line)
    if not found:
        return None
    message = found["message"].rstrip()
    if not message.startswith(("Multiple top-level ", "can't find Rust", "Can't create", "can't create")):
        return _block("setuptools", [message], at, at + 1)
    text, end = [message], at + 1  # an explanation of several paragraphs, which end with the output
    limit = min(len(lines), at + _TEXT_LINES)
    index = end
    while index < limit:
        if not lines[index].strip():
            if index + 1 < limit and not lines[index + 1].strip():
                break
        elif lines[index].startswith(("TIP ", "ERROR", "error: ", "[end of output]", "* ", "$ ", "Traceback ")):
            break
        else:
            text += [""] * (index - end)
            text.append(lines[index].rstrip())
            end = index + 1
        index += 1
    else:
        if limit == len(lines) and not final:
            return MORE
    return _block("setuptools", text, at, end)


def _indented(lines: Sequence[str], at: int, final: bool, tool: str, first: str) -> Block | NeedMore:
    """A sentence with the indented lines under it."""
    end = at + 1
    text = [first.rstrip()]
    while end < len(lines) and end < at + _TEXT_LINES and lines[end][:1] in (" ", "\t") and lines[end].strip():
        text.append(lines[end].rstrip())
        end += 1
    if end == len(lines) and not final and end < at + _TEXT_LINES:
        return MORE
    return _block(tool, text, at, end)


def _paragraph(lines: Sequence[str], at: int, final: bool, tool: str, first: str) -> Block | NeedMore:
    """A sentence with the lines under it down to an empty line, a short one at most."""
    end = at + 1
    text = [first.rstrip()]
    severity: Severity = "warning" if lines[at].startswith("Warning: ") else "error"
    while end < len(lines) and end < at + 12 and lines[end].strip():
        if lines[end].startswith(("[", "$ ", "Traceback ", "ERROR:: ")):
            break
        text.append(lines[end].rstrip())
        end += 1
    if end == len(lines) and not final and end < at + 12:
        return MORE
    return _block(tool, text, at, end, severity=severity)


def _barred(lines: Sequence[str], at: int, final: bool, message: str) -> Block | NeedMore:
    """Poetry 2's message of a package, with a bar before each line."""
    text = [message.rstrip()]
    end = at + 1
    while end < min(len(lines), at + _TEXT_LINES):
        found = _BARRED.match(lines[end])
        if not found:
            break
        text.append(found["text"].rstrip())
        end += 1
    if end == len(lines) and end < at + _TEXT_LINES and not final:
        return MORE
    return _block("poetry", text, at, end)


def _pdm(lines: Sequence[str], at: int, final: bool, found: re.Match[str], hints: Hints) -> Block | NeedMore | None:
    kind = found["type"]
    if not _PDM_TYPES.fullmatch(kind):
        if not is_exception_name(kind):
            return None
        if not (hints.command and _PDM_COMMAND.search(hints.command[:2000])):
            if at + 1 >= len(lines):
                return None if final else MORE
            if not lines[at + 1].startswith("WARNING: Add '-v' to see the detailed traceback"):
                return None
    answer = _indented(lines, at, final, "pdm", found["message"])
    if isinstance(answer, NeedMore):
        return MORE
    report = answer.reports[0]
    return _block("pdm", report.message.split("\n"), at, answer.end, exception=kind)


def _solver(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    """Poetry's explanation of why there is no solution; None where the text is another's prose."""
    text: list[str] = []
    empty = 0
    index = at
    limit = min(len(lines), at + _TEXT_LINES)
    while index < limit:
        line = lines[index].strip()
        empty = 0 if line else empty + 1
        if empty > 1:
            return None
        text.append(line)
        index += 1
        if _SOLVED.search(line[-60:]):
            break
    else:
        return MORE if limit == len(lines) and limit < at + _TEXT_LINES and not final else None
    return _block("poetry", text, at, index)


def _cleo(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    """An exception as cleo prints it: the name, an empty line, the text, an empty line, the place and its source."""
    text: list[str] = []
    index = at + 1
    limit = min(len(lines), at + _TEXT_LINES)
    while index < limit:
        place = _CLEO_PLACE.match(lines[index])
        if place:
            break
        if index > at + 1 and _SOLVED.search(lines[index - 1][-60:]) and lines[index].strip():
            return _unplaced(lines, at, index, text)
        if lines[index].strip() and not lines[index].startswith("  "):
            return None
        text.append(lines[index][2:].rstrip())
        index += 1
    else:
        if limit == len(lines) and limit < at + _TEXT_LINES and not final:
            return MORE
        return _unplaced(lines, at, index, text) if any(_SOLVED.search(line[-60:]) for line in text[-3:]) else None
    end = index + 1
    source = None
    while end < len(lines) and (shown := _CLEO_SOURCE.match(lines[end])):
        if shown["line"] == place["line"]:
            source = shown["text"].strip() or None
        end += 1
    if end == len(lines) and not final:
        return MORE
    found = _CLEO.match(lines[at])
    message = "\n".join(text).strip("\n").split("\n")
    frame = Frame(place["path"], int(place["line"]), name=place["name"], source=source)
    return _block("poetry", message, at, end, exception=found["type"] if found else None, frame=frame)


def _unplaced(lines: Sequence[str], at: int, end: int, text: list[str]) -> Block:
    """Poetry's explanation without the place behind it, which the end of a build's log often cuts off."""
    found = _CLEO.match(lines[at])
    message = "\n".join(text).strip("\n").split("\n")
    while end > at + 1 and not lines[end - 1].strip():
        end -= 1
    return _block("poetry", message, at, end, exception=found["type"] if found else None)


def _block(
    tool: str,
    text: list[str],
    at: int,
    end: int,
    *,
    exception: str | None = None,
    severity: Severity = "error",
    frame: Frame | None = None,
) -> Block:
    report = ErrorReport(
        tool=tool,
        severity=severity,
        exception=exception,
        message="\n".join(text).rstrip(),
        span=Span(at + 1, end),
        frames=(frame,) if frame else (),
        summary=tool in ("setuptools", "build") and bool(_SUMMARY.match(text[0])),
    )
    return Block((report,), end)


DIALECT = _Packaging()
