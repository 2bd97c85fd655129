"""A finding as people copy it out of an editor: its sentence without the file, often without the rule.

    Import "requests" could not be resolved from sourcePylance(reportMissingModuleSource)     VS Code's hover, copied
    `os` imported but unusedRuff(F401)
    Incompatible return value type (got "int", expected "str")  [return-value]                mypy, without its place
    Type "int" is not assignable to return type "str"                                         the Problems panel
      "int" is not assignable to "str"

VS Code prints a finding's source and code behind its message (`markerHover`). Read in what a person selected alone: in
a stream such a sentence is prose.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.findings.concise import flake8_severity, is_ruff
from tracemend.reading.findings.diagnostic import family, short_code
from tracemend.reading.findings.finding import MORE_LINES, block
from tracemend.reading.findings.sentences import who_says
from tracemend.reading.findings.snippet import ruff_severity
from tracemend.reading.report import MORE, Block, Hints, NeedMore, Severity, Span

_BEHIND = lazy.regex(
    r"\s{0,3}(?P<tool>" + "|".join(openings.PASTED_TOOLS) + r")\s?"
    r"(?:\((?P<code>[\w:-]{2,80})\)|\[(?P<linked>report\w{2,80})\](?:\(https?://\S{1,300}\))?"
    r"|(?P<glued>report[A-Z]\w{2,80}))$"
)
_PLACE = lazy.regex(r"(?<! ) {1,3}\[(?:Ln |Ligne |Zeile )?\d{1,7}, ?(?:Col |Spalte )?\d{1,5}\]$")
"""Where the Problems panel says that a finding is: in a file that the line does not name."""
_RULE = lazy.regex(r" {1,3}\((?P<code>report[A-Z]\w{2,80})\)$")
_LINTER = lazy.regex(r"(?P<code>[A-Z]{1,4}\d{3,4}) (?P<message>\S.{2,2000})$")
_MYPY_CODE = lazy.regex(r" {1,2}\[(?P<code>[a-z][a-z-]{2,40})\]$")
_ERROR = lazy.regex(r"(?:error|warning): ")


class _Pasted:
    """Reads one sentence of a checker's, with its indented lines."""

    name = "pasted"

    opens = staticmethod(openings.pasted)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        if not hints.selected:
            return None
        first = _PLACE.sub("", _ERROR.sub("", lines[at].strip(), count=1))
        message = [first]
        end = at + 1
        while end < min(len(lines), at + MORE_LINES) and not _BEHIND.search(message[-1]):
            line = lines[end].replace("\u00a0", " ").rstrip()  # explanations are indented with no-break spaces
            if not line.startswith("  ") or not line.strip():
                break
            message.append(_PLACE.sub("", line))
            end += 1
        if end == len(lines) < at + MORE_LINES and not final and not _BEHIND.search(message[-1]):
            return MORE
        behind = _BEHIND.search(message[-1])
        span = Span(at + 1, end)
        if behind:
            message[-1] = message[-1][: behind.start()].rstrip()
            tool = family(behind["tool"])
            rule = behind["code"] or behind["linked"] or behind["glued"]
            return block(tool, _severity(tool), "\n".join(message), short_code(rule), None, span)
        last = _RULE.search(message[-1])
        if last:
            message[-1] = message[-1][: last.start()]
            return block("pyright", "error", "\n".join(message), last["code"], None, span)
        linter = _LINTER.match(first)
        if linter:
            return _linter(linter["code"], linter["message"], Span(at + 1, at + 1), hints)
        code = _MYPY_CODE.search(first)
        said = who_says(first)
        if said is None:
            return None
        tool, rule = said
        if tool == "mypy" and code:
            return block("mypy", "error", first[: code.start()], code["code"], None, Span(at + 1, at + 1))
        return block(tool, "error", "\n".join(message), rule, None, span)


def _severity(tool: str) -> Severity:
    """What hovers do not say: the checkers of types report errors, the linters warnings."""
    return "error" if tool in ("pyright", "mypy") else "warning"


def _linter(code: str, message: str, span: Span, hints: Hints) -> Block:
    """`F821 Undefined name `x``, ruff's or flake8's finding without its place."""
    if is_ruff(code, message, hints):
        return block("ruff", ruff_severity(code), message.removeprefix("[*] "), code, None, span)
    return block("flake8", flake8_severity(code), message, code, None, span)


DIALECT = _Pasted()
