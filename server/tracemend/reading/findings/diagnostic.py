"""A checker's finding as an editor has it, to an error report."""

from __future__ import annotations

import re

from tracemend import lazy
from tracemend.reading.findings.finding import code_of
from tracemend.reading.report import ErrorReport, Frame, Severity, Span

_FAMILIES = {
    "pylance": "pyright",
    "basedpyright": "pyright",
    "pyright-langserver": "pyright",
    "dmypy": "mypy",
    "mypy-ls": "mypy",
    "ruff-lsp": "ruff",
    "ruff-server": "ruff",
    "pycodestyle": "flake8",
    "pyflakes": "flake8",
    "mccabe": "flake8",
}
_KNOWN = ("basedpyright", "pyright", "mypy", "ruff", "pylint", "flake8")
_PYLINT_CODE = lazy.regex(r"([CEFIRW]\d{4}):[\w-]+$")


def family(source: str) -> str:
    """The tool's family by the name that its diagnostics carry: `Pylance` is `pyright`, `Ruff` is `ruff`.

    pycodestyle, pyflakes and mccabe are flake8's parts and give its codes. Unknown names come back in lower case.
    """
    name = source.strip().lower()
    if name in _FAMILIES:
        return _FAMILIES[name]
    for known in _KNOWN:
        if re.search(rf"\b{known}\b", name):
            return _FAMILIES.get(known, known)
    return name


def short_code(code: str | int | None) -> str | None:
    """A rule's code as entries name it: `E1101` for pylint's `E1101:no-member`; None where there is none."""
    if code is None or code == "":
        return None
    text = str(code).strip()
    found = _PYLINT_CODE.match(text)
    return found[1] if found else text or None


def from_diagnostic(
    path: str,
    source: str,
    code: str | int | None,
    message: str,
    severity: str | int | None,
    start: tuple[int, int],
    end: tuple[int, int] | None = None,
) -> ErrorReport:
    """An editor's finding as a report.

    `severity` is LSP's number (1 is an error) or a word of the tool's; all but errors are warnings. `start` and `end`
    are (line, column), both 1-based and in characters, the end exclusive: the caller has converted them. The span
    of the report is its one line of no text, (1, 1).
    """
    level: Severity = (
        "error" if severity in (None, 1, "1") or str(severity).lower() in ("error", "fatal") else "warning"
    )
    frame = Frame(
        path,
        start[0],
        column=start[1],
        end_line=end[0] if end else None,
        end_column=end[1] if end else None,
    )
    # Pyright indents the further lines of a message with no-break spaces for editors.
    text = message.replace("\u00a0", " ").strip()
    tool = family(source)
    return ErrorReport(
        tool=tool,
        severity=level,
        exception=None,
        message=text,
        span=Span(1, 1),
        frames=(frame,),
        user_frame=frame,
        code=code_of(tool, level, short_code(code)),
    )
