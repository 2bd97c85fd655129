"""Findings of one line behind their place: ruff, flake8 and its parts, pylint, ty, pyrefly, vulture, bandit.

    a.py:26:11: F821 Undefined name `foo`                        ruff --output-format concise
    a.py:26:11: undefined-name: Undefined name `foo`             the same with --preview
    a.py:26:11: F821 undefined name 'foo'                        flake8, pycodestyle
    a.py:26:11: undefined name 'foo'                             pyflakes
    a.py:26: [F821] undefined name 'foo'                         --format=pylint of flake8, ruff
    a.py:9:5: E1101: Instance of 'A' has no 'b' member (no-member)           pylint
    a.py:9: [E1101(no-member), f] Instance of 'A' has no 'b' member          pylint --output-format=parseable
    a.py(9): [E1101(no-member)f] Instance of 'A' has no 'b' member           pylint --output-format=msvs
    a.py:5:6: error[import-not-found] Cannot resolve ...         ty --output-format concise
    ERROR a.py:5:1-28: Cannot find module `x` [missing-import]   pyrefly --output-format min-text
    a.py:2: unused import 'os' (90% confidence)                  vulture
    a.py:4: B404[bandit]: LOW: Consider possible ...             bandit -f custom

pycodestyle's and pyflakes' findings are flake8's, with flake8's codes, as `reading.findings.diagnostic` has them.
Columns are 1-based; pylint counts from 0 and is corrected. pylint and pyflakes count bytes of UTF-8, ruff and ty
characters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading.findings import snippet
from tracemend.reading.findings.finding import MORE_LINES, PATH, Answer, block
from tracemend.reading.findings.pyflakes import pyflakes_code
from tracemend.reading.report import MORE, Frame, Hints, Severity, Span

_PLACE = lazy.regex(PATH + r"(?::(?P<line>\d{1,9}))?(?::(?P<column>\d{1,9}))?: (?P<rest>.+)")
_MSVS = lazy.regex(PATH + r"\((?P<line>\d{1,9})\): (?P<rest>\[[CEFIRW]\d{4}\(.+)")
_CODE = lazy.regex(r"(?P<code>[A-Z]{1,7}\d{1,4}|invalid-syntax|unformatted|io):? (?P<message>.+)")
_NAMED = lazy.regex(r"(?P<code>[a-z][a-z0-9-]{2,80}): (?P<message>.+)")
_BRACKETS = lazy.regex(
    r"\[(?P<code>[A-Z]{1,7}\d{3,4}|invalid-syntax|[a-z][a-z0-9]{1,30}-[a-z0-9-]{1,60})"
    r"(?P<symbol>\([a-z][a-z0-9-]{1,60}\),? ?[^\]]{0,300})?\] "
    r"(?P<message>.+)"
)
_OLD_TY = lazy.regex(
    r"(?P<severity>error|warning)\[(?P<rule>[\w:-]{1,60})\] " + PATH + r":(?P<line>\d{1,9}):(?P<column>\d{1,9}): "
    r"(?P<message>.+)"
)
_OLD_PYFLAKES = lazy.regex(PATH + r":(?P<line>\d{1,9}):(?P<column>\d{1,9}) (?P<message>.+)")
_TY = lazy.regex(r"(?P<severity>error|warning)\[(?P<rule>[\w:-]{1,60})\]:? (?P<message>.+)")
_VULTURE = lazy.regex(r"(?P<message>\S.{0,2000}) \(\d{1,3}% confidence\)$")
_BANDIT = lazy.regex(r"(?P<code>B\d{3})\[bandit\]: (?P<level>LOW|MEDIUM|HIGH|UNDEFINED): (?P<message>.+)")
_PYREFLY = lazy.regex(
    r"(?P<severity>ERROR| WARN) " + PATH + r":(?P<line>\d{1,9}):(?P<column>\d{1,9})"
    r"(?:-(?:(?P<end_line>\d{1,9}):)?(?P<end_column>\d{1,9}))?: (?P<message>.+) \[(?P<rule>[a-z][a-z-]{1,60})\]$"
)
_PYLINT_CODE = lazy.regex(r"[CEFIRW]\d{4}")
_SYMBOL = lazy.regex(r"(?:^|(?<=.) )\((?P<name>[a-z][a-z0-9-]{2,60})\)$")
_FIXABLE = "[*] "
_SYNTAX = "SyntaxError: "
_RUFF_SYNTAX = lazy.regex(r"SyntaxError: (?:Expected|Unexpected|unindent) ")
"""Of E999, which ruff had before 0.5: CPython's own sentences begin in small letters, or are not SyntaxErrors."""
_BUGBEAR = lazy.regex(r"B\d{3}")


def read(lines: Sequence[str], at: int, final: bool, hints: Hints) -> Answer:
    """The finding on `lines[at]`, None where there is none."""
    line = lines[at]
    found = _PYREFLY.match(line)
    if found:
        return _pyrefly(at, found)
    if line.startswith(("error[", "warning[")):
        return _of_old(at, line)
    found = _MSVS.match(line)
    if found:
        return _brackets(lines, at, final, found["path"], int(found["line"]), found["rest"], hints)
    found = _PLACE.match(line)
    if not found:
        return _of_old(at, line)
    path, rest = found["path"], found["rest"]
    number = int(found["line"]) if found["line"] else None
    column = int(found["column"]) if found["column"] else None
    span = Span(at + 1, at + 1)
    ty = _TY.match(rest)
    if ty:
        level: Severity = "error" if ty["severity"] == "error" else "warning"
        frame = Frame(path, number, column=column)
        return block("ty", level, ty["message"], ty["rule"].removeprefix("lint:"), frame, span)
    if rest.startswith("io: "):  # ruff cannot read the file
        return snippet.ruff("io", rest[4:], Frame(path, number, column=column), span)
    if number is None or rest.startswith(("note: ", "error: ", "warning: ")):
        return None
    if rest[0] == "[":
        return _brackets(lines, at, final, path, number, rest, hints)
    if column is None:
        return _without_column(at, path, number, rest)
    if rest.startswith(_SYNTAX):  # ruff 0.5 to 0.12
        return snippet.read_below(lines, at, final, "invalid-syntax", rest[len(_SYNTAX) :], path, number, column)
    code = _CODE.match(rest)
    rule = None if code else snippet.named(_NAMED.match(rest))
    if rule:
        return snippet.read_below(lines, at, final, rule["code"], rule["message"], path, number, column)
    if not code:
        return _pyflakes(lines, at, final, path, number, column, rest)
    if _PYLINT_CODE.fullmatch(code["code"]):
        answer = _pylint(lines, at, final, code["code"], code["message"], Frame(path, number, column=column + 1))
        if answer is not None:
            return answer
    if is_ruff(code["code"], code["message"], hints):
        return snippet.read_below(lines, at, final, code["code"], code["message"], path, number, column)
    return _flake8(lines, at, final, code["code"], code["message"], Frame(path, number, column=column))


def is_ruff(code: str, message: str, hints: Hints) -> bool:
    """Whether a finding is ruff's and not flake8's: the form is the same, and flake8's plug-ins say the same sentences.

    ruff's sentences begin with a capital or a backtick, those of flake8's own rules do not.
    """
    if hints.command:
        if "flake8" in hints.command:
            return False
        if "ruff" in hints.command:
            return True
    if code == "E999":
        return bool(_RUFF_SYNTAX.match(message))
    if code in ("E901", "E902") and "Error: " in message[:60]:
        return False  # pycodestyle's, with the capital of its exception
    if _BUGBEAR.fullmatch(code) and ".  " in message:
        return False  # flake8-bugbear's sentences stand two blanks apart
    return (
        not code[0].isupper()
        or code == "E902"
        or message.startswith(_FIXABLE)
        or message[0] in "`%"
        or message[0].isupper()
    )


def flake8_severity(code: str) -> Severity:
    """How editors show flake8's letters."""
    return "warning" if code[0] in "WC" else "error"


def pylint_severity(code: str) -> Severity:
    """E and F are pylint's errors; conventions, refactorings, warnings and information are not."""
    return "error" if code[:1] in "EF" else "warning"


def _of_old(at: int, line: str) -> Answer:
    """ty's and pyflakes' findings as they were printed before: the rule in front of the place, no colon behind it."""
    span = Span(at + 1, at + 1)
    found = _OLD_TY.match(line)
    if found:
        level: Severity = "error" if found["severity"] == "error" else "warning"
        frame = Frame(found["path"], int(found["line"]), column=int(found["column"]))
        return block("ty", level, found["message"], found["rule"].removeprefix("lint:"), frame, span)
    found = _OLD_PYFLAKES.match(line)
    code = pyflakes_code(found["message"]) if found else None
    if not found or code is None:
        return None
    frame = Frame(found["path"], int(found["line"]), column=int(found["column"]))
    return block("flake8", flake8_severity(code), found["message"], code, frame, span)


def _pyrefly(at: int, found: re.Match[str]) -> Answer:
    line = int(found["line"])
    ends = found["end_column"] is not None
    frame = Frame(
        found["path"],
        line,
        column=int(found["column"]),
        end_line=int(found["end_line"] or line) if ends else None,
        end_column=int(found["end_column"]) if ends else None,
    )
    severity: Severity = "error" if found["severity"] == "ERROR" else "warning"
    return block("pyrefly", severity, found["message"], found["rule"], frame, Span(at + 1, at + 1))


def _brackets(lines: Sequence[str], at: int, final: bool, path: str, number: int, rest: str, hints: Hints) -> Answer:
    found = _BRACKETS.match(rest)
    if not found:
        return None
    code, message, frame = found["code"], found["message"], Frame(path, number)
    span = Span(at + 1, at + 1)
    if code[0].islower() and code != "invalid-syntax":
        return snippet.ruff(code, message, frame, span) if snippet.named(found) else None
    if found["symbol"]:
        return block("pylint", pylint_severity(code), message, code, frame, span)
    if is_ruff(code, message, hints):
        return snippet.ruff(code, message, frame, span)
    return block("flake8", flake8_severity(code), message, code, frame, span)


def _pylint(lines: Sequence[str], at: int, final: bool, code: str, message: str, frame: Frame) -> Answer:
    """pylint's message ends with its symbol; that of duplicate code goes over many lines."""
    texts = [message]
    end = at + 1
    limit = min(len(lines), at + MORE_LINES)
    while not (symbol := _SYMBOL.search(texts[-1])):
        if code != "R0801" or end >= limit or _PLACE.match(lines[end]):
            return MORE if code == "R0801" and end == len(lines) < at + MORE_LINES and not final else None
        texts.append(lines[end])
        end += 1
    texts[-1] = texts[-1][: symbol.start()].rstrip()
    return block("pylint", pylint_severity(code), "\n".join(texts), code, frame, Span(at + 1, end))


def _flake8(lines: Sequence[str], at: int, final: bool, code: str, message: str, frame: Frame) -> Answer:
    """flake8's or pycodestyle's finding, with the source and the caret of --show-source."""
    if at + 2 >= len(lines) and not final:
        return MORE
    end, source = _shown_source(lines, at)
    frame = Frame(frame.path, frame.line, source=source, column=frame.column)
    return block("flake8", flake8_severity(code), message, code, frame, Span(at + 1, end))


def _shown_source(lines: Sequence[str], at: int) -> tuple[int, str | None]:
    """The index after a finding, and the source that stands under it with a caret under that."""
    if at + 2 < len(lines) and lines[at + 2].strip() == "^" and lines[at + 1].strip():
        return at + 3, lines[at + 1].strip()
    return at + 1, None


def _without_column(at: int, path: str, number: int, rest: str) -> Answer:
    span, frame = Span(at + 1, at + 1), Frame(path, number)
    vulture = _VULTURE.match(rest)
    if vulture:
        return block("vulture", "warning", vulture["message"], None, frame, span)
    bandit = _BANDIT.match(rest)
    if bandit:
        level: Severity = "error" if bandit["level"] == "HIGH" else "warning"
        return block("bandit", level, bandit["message"], bandit["code"], frame, span)
    return None


def _pyflakes(lines: Sequence[str], at: int, final: bool, path: str, number: int, column: int, message: str) -> Answer:
    """pyflakes prints no codes: only its own sentences are read, and a syntax error with its source and caret."""
    code = pyflakes_code(message)
    if code is not None:
        frame = Frame(path, number, column=column)
        return block("flake8", flake8_severity(code), message, code, frame, Span(at + 1, at + 1))
    if at + 2 >= len(lines):
        return None if final else MORE
    end, source = _shown_source(lines, at)
    if source is None:
        return None
    frame = Frame(path, number, source=source, column=column)
    return block("flake8", "error", message, "E999", frame, Span(at + 1, end))
