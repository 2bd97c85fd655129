"""What the dialects share: names of exceptions, commands that only show text."""

from __future__ import annotations

import re
from functools import lru_cache

from tracemend import lazy
from tracemend.reading.tracebacks.exception_line import KNOWN

_OTHERWISE = frozenset(
    {
        *("BadStatusLine", "BadZipFile", "BrokenProcessPool", "BrokenThreadPool", "IncompleteRead"),
        *("RemoteDisconnected", "TimeoutExpired"),
    }
)
"""Exceptions of the standard library whose names end in another way."""
_BARE = lazy.regex(
    r"_?[A-Z]\w*(?:Error|Exception)|Exception|(?:Base)?ExceptionGroup|GeneratorExit|KeyboardInterrupt"
    r"|StopAsyncIteration|StopIteration|SystemExit"
    r"|Undefined(?:Table|Column|Object|Function|File|Parameter|Schema)"
    r"|Duplicate(?:Table|Column|Object|Database|Schema)"
    r"|(?:Unique|NotNull|ForeignKey|Check|Exclusion)Violation|InFailedSqlTransaction|InsufficientPrivilege|QueryCanceled"
    r"|InvalidTextRepresentation|StringDataRightTruncation|NumericValueOutOfRange|DatatypeMismatch|AdminShutdown"
    r"|NotRegistered|TemplateDoesNotExist|NoReverseMatch|AppRegistryNotReady|ImproperlyConfigured|ObjectDoesNotExist"
    r"|MultipleObjectsReturned|DisallowedHost|SuspiciousOperation|TemplateNotFound|LoginFailure|CommandNotFound"
    r"|PrivilegedIntentsRequired|ConnectTimeout|ReadTimeout|TooManyRedirects|SSLCertVerificationError|InvalidURL"
    r"|FeatureNotFound|TimeLimitExceeded|SoftTimeLimitExceeded|IncompleteRead|RemoteDisconnected|BadZipFile"
)
_NOT_PYTHON = ("java.", "javax.", "kotlin.", "scala.", "org.apache.", "org.spring", "com.", "System.")
_NAME = lazy.regex(r"[A-Za-z_]\w{0,99}(?:\.[A-Za-z_<]\w{0,99}>?){0,12}")
_ERROR_MODULES = frozenset({"exceptions", "errors", "exc", "exception", "error"})
_SHOWING = lazy.regex(
    r"ack|ag|apropos|e?grep|fgrep|rg|[gm]?awk|bat|batcat|cat|zcat|zgrep|comm|cut|diff|echo|printf|fd|fdfind|find|file"
    r"|glow|head|tail|tac|help|info|man|tldr|pydoc[\d.]*|jq|yq|less|more|ls|tree|nl|od|xxd|pr|sed|sort|uniq|wc|strings"
    r"|view|vim|Get-Content|Select-String|type|findstr"
)
_SHOWING_GIT = lazy.regex(r"log|show|diff|blame|grep|reflog|shortlog|branch|tag|status|whatchanged")
_NEUTRAL = lazy.regex(r"cd|clear|export|mkdir|pushd|popd|set|sleep|touch|true")
_BEFORE_PROGRAM = lazy.regex(r"sudo|doas|env|command|time|nice|nohup|stdbuf|[A-Za-z_]\w*=.*")


def is_exception_name(name: str) -> bool:
    """Whether a printed name reads as a Python exception's: a built-in, or `...Error`, `...Exception`, or a class of
    a module of exceptions (`requests.exceptions.ReadTimeout`). Warnings are not counted, nor is a bare `Error`."""
    if not _NAME.fullmatch(name) or name.startswith(_NOT_PYTHON):
        return False
    module, _, last = name.rpartition(".")
    if not module:
        return name in _OTHERWISE or bool(_BARE.fullmatch(name))
    if last.endswith("Warning"):
        return False
    in_errors = module.rpartition(".")[2] in _ERROR_MODULES and last[:1].isupper()
    return in_errors or last in _OTHERWISE or bool(KNOWN.match(name))


@lru_cache(maxsize=64)
def showing_program(command: str | None) -> str | None:
    """The program of a command line that only shows text which lies somewhere (`grep`, `git log`, `--help`).

    What such a command prints is not its own error, unless it begins with that program's name. None where the command
    is unknown, or where anything else may have printed. Pipes are judged by their first program.
    """
    if not command:
        return None
    found = None
    for part in re.split(r"&&|\|\||[;\n]", command[:4000]):
        words = part.partition("|")[0].split()
        while words and _BEFORE_PROGRAM.fullmatch(words[0]):
            del words[0]
        if not words:
            continue
        program = re.split(r"[\\/]", words[0])[-1]
        if _shows(program, words[1:]):
            found = program
        elif not _NEUTRAL.fullmatch(program):
            return None
    return found


def _shows(program: str, arguments: list[str]) -> bool:
    if _SHOWING.fullmatch(program) or "--help" in arguments or "--version" in arguments:
        return True
    if program == "git":
        verb = next((word for word in arguments if not word.startswith("-")), "")
        return bool(_SHOWING_GIT.fullmatch(verb))
    if program == "tracemend":
        return arguments[:1] in (["explain"], ["knowledge"])
    return arguments[:2] == ["-m", "pydoc"]
