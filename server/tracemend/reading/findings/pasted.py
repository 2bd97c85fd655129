"""A finding as people copy it out of an editor: its sentence without the file, often without the rule.

    Import "requests" could not be resolved from sourcePylance(reportMissingModuleSource)     VS Code's hover, copied
    `os` imported but unusedRuff(F401)
    Incompatible return value type (got "int", expected "str")  [return-value]                mypy, without its place
    Type "int" is not assignable to return type "str"                                         the Problems panel
      "int" is not assignable to "str"

VS Code prints a finding's source and code behind its message (`markerHover`); the sentences are those of pyright's
localization (packages/pyright-internal/src/localization/en.json) and of mypy/message_registry.py and mypy/messages.py.
Read in what a person selected alone: in a stream such a sentence is prose.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracemend.reading import openings
from tracemend.reading.findings.diagnostic import family, short_code
from tracemend.reading.findings.finding import MORE_LINES, block
from tracemend.reading.report import MORE, Block, Hints, NeedMore, Severity, Span

_BEHIND = re.compile(r"\s{0,3}(?P<tool>" + "|".join(openings.PASTED_TOOLS) + r")\s?\((?P<code>[\w:-]{2,80})\)$")
_MYPY_CODE = re.compile(r" {1,2}\[(?P<code>[a-z][a-z-]{2,40})\]$")
_ERROR = re.compile(r"(?:error|warning): ")

_SAID = "[^\n]{1,300}"
_PYRIGHT = (
    (rf'Type "{_SAID}" is not assignable to return type "', "reportReturnType"),
    ('Function with declared return type "', "reportReturnType"),
    (rf'Type "{_SAID}" is not assignable to declared type "', "reportAssignmentType"),
    (rf'(?:Argument of type|Expression of type) "{_SAID}" cannot be assigned to parameter ', "reportArgumentType"),
    (r'"\w{1,200}" is not a known (?:attribute|member) of "None"', "reportOptionalMemberAccess"),
    ('Object of type "None" is not subscriptable', "reportOptionalSubscript"),
    ('Object of type "None" cannot be used as iterable value', "reportOptionalIterable"),
    ('Object of type "None" cannot be called', "reportOptionalCall"),
    ('Object of type "None" cannot be used with "with"', "reportOptionalContextManager"),
    (r'Operator "[^"]{1,12}" not supported for "None"', "reportOptionalOperand"),
    (r'Operator "[^"]{1,12}" not supported for types? "', "reportOperatorIssue"),
    (r'Cannot (?:access|assign to|delete) (?:attribute|member) "\w{1,200}" for class "', "reportAttributeAccessIssue"),
    (r'"\w{1,200}" is (?:unknown import symbol$|not a known attribute of module ")', "reportAttributeAccessIssue"),
    (r'Import "[\w.]{1,300}" could not be resolved from source', "reportMissingModuleSource"),
    (r'Import "[\w.]{1,300}" could not be resolved$', "reportMissingImports"),
    (r'"\w{1,200}" is not defined$', "reportUndefinedVariable"),
    (r'"\w{1,200}" is possibly unbound$', "reportPossiblyUnbound"),
    (r'"\w{1,200}" is unbound$', "reportUnboundVariable"),
    (r'No (?:overloads for|parameter named) "|Arguments? missing for parameters? "', "reportCallIssue"),
    (r"Expected \d{1,3} positional arguments?", "reportCallIssue"),
    (r'"__(?:get|set|del)item__" method not defined on type "', "reportIndexIssue"),
    (r'Method "\w{1,200}" overrides class "\w{1,200}" in an incompatible manner', "reportIncompatibleMethodOverride"),
)  # fmt: skip
_MYPY = (
    (r"Incompatible types in assignment \(expression has type ", "assignment"),
    (r"Incompatible return value type \(got ", "return-value"),
    (rf'Argument (?:\d{{1,3}}|"\w{{1,200}}") to {_SAID} has incompatible type "', "arg-type"),
    (rf'Item "{_SAID}" of "{_SAID}" has no attribute "', "union-attr"),
    (rf'(?:Module )?"{_SAID}" has no attribute "', "attr-defined"),
    ("Missing return statement$", "return"),
    (r'Need type annotation for "\w{1,200}"', "var-annotated"),
    (r'Name "\w{1,200}" is not defined$', "name-defined"),
    ("Cannot find implementation or library stub for module named ", "import-not-found"),
    ('Library stubs not installed for "', "import-untyped"),
    ('Skipping analyzing "', "import-untyped"),
    (r"Unsupported operand types for \S{1,3} \(", "operator"),
)
_SENTENCES = tuple(
    (re.compile(pattern), tool, code)
    for tool, sentences in (("pyright", _PYRIGHT), ("mypy", _MYPY))
    for pattern, code in sentences
)


class _Pasted:
    """Reads one sentence of a checker's, with its indented lines."""

    name = "pasted"

    opens = staticmethod(openings.pasted)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        if not hints.selected:
            return None
        first = _ERROR.sub("", lines[at].strip(), count=1)
        message = [first]
        end = at + 1
        while end < min(len(lines), at + MORE_LINES) and not _BEHIND.search(message[-1]):
            line = lines[end].replace("\u00a0", " ").rstrip()  # explanations are indented with no-break spaces
            if not line.startswith("  ") or not line.strip():
                break
            message.append(line)
            end += 1
        if end == len(lines) < at + MORE_LINES and not final and not _BEHIND.search(message[-1]):
            return MORE
        behind = _BEHIND.search(message[-1])
        span = Span(at + 1, end)
        if behind:
            message[-1] = message[-1][: behind.start()].rstrip()
            tool = family(behind["tool"])
            return block(tool, _severity(tool), "\n".join(message), short_code(behind["code"]), None, span)
        code = _MYPY_CODE.search(first)
        for pattern, tool, rule in _SENTENCES:
            if not pattern.match(first):
                continue
            if tool == "mypy" and code:
                return block("mypy", "error", first[: code.start()], code["code"], None, Span(at + 1, at + 1))
            return block(tool, "error", "\n".join(message), rule, None, span)
        return None


def _severity(tool: str) -> Severity:
    """What hovers do not say: the checkers of types report errors, the linters warnings."""
    return "error" if tool in ("pyright", "mypy") else "warning"


DIALECT = _Pasted()
