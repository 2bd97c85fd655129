"""Findings as VS Code's Problems panel copies them: an array of objects, one key on a line.

    [{
        "resource": "/c:/Users/dev/project/app.py",
        "owner": "Pylance",
        "code": {
                "value": "reportMissingImports",
                "target": { ... }
        },
        "severity": 4,
        "message": "Import \\"requests\\" could not be resolved",
        "source": "Pylance",
        "startLineNumber": 1,
        ...

Source: `Marker.toString` of VS Code's markersModel.ts, the numbers of `MarkerSeverity` in platform/markers. The lines
are read, not the array: people paste it behind a word on the same line, as a comment, with blank lines between, without
its indentation or its end. Places count from 1.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from tracemend import lazy
from tracemend.reading.findings.diagnostic import from_diagnostic
from tracemend.reading.report import MORE, Block, ErrorReport, NeedMore, Span

_PAIR = lazy.regex(
    r'"(?P<key>resource|owner|code|value|severity|message|source|startLineNumber|startColumn|endLineNumber|endColumn)"'
    r' ?: ?(?P<value>"(?:[^"\\]|\\.)*"|-?\d{1,9})'
)
_LAST = "endColumn"
_NEEDED = ("resource", "severity", "message", "startLineNumber", "startColumn")
_MOST_LINES = 80
_MAX_LINE = 64 * 1024
_ERROR = 8
_DRIVE = lazy.regex(r"/[A-Za-z]:/")


def read(lines: Sequence[str], at: int, final: bool) -> Block | NeedMore | None:
    """The object whose `resource` stands on the line, up to its last column."""
    values: dict[str, Any] = {}
    limit = min(len(lines), at + _MOST_LINES)
    for number in range(at, limit):
        line = lines[number]
        if len(line) > _MAX_LINE:
            return None
        found = _PAIR.search(line)
        if not found:
            continue
        key = found["key"]
        if key == "resource" and number > at:
            return None  # the next one: this one's end is cut off
        value = _value(found["value"])
        if value is None:
            return None
        values.setdefault("code" if key == "value" else key, value)
        if key == _LAST:
            report = of_marker(values, Span(at + 1, number + 1))
            return Block((report,), number + 1) if report else None
    return MORE if limit == len(lines) < at + _MOST_LINES and not final else None


def _value(literal: str) -> Any:
    try:
        return json.loads(literal, strict=False)
    except ValueError:
        return None


def of_marker(values: Mapping[str, Any], span: Span) -> ErrorReport | None:
    """The finding that a marker's values make; None where it says too little to be one."""
    if any(key not in values for key in _NEEDED):
        return None
    path, message, severity = values["resource"], values["message"], values["severity"]
    code, source = values.get("code"), values.get("source") or values.get("owner") or ""
    if isinstance(code, dict):
        code = code.get("value")
    numbers = [values.get(key) for key in ("startLineNumber", "startColumn", "endLineNumber", "endColumn")]
    line, column, last, end = (one if isinstance(one, int) and one > 0 else None for one in numbers)
    if not (isinstance(path, str) and isinstance(message, str) and isinstance(source, str)) or not (line and column):
        return None
    report = from_diagnostic(
        path[1:] if _DRIVE.match(path) else path,
        source,
        code if isinstance(code, str | int) else None,
        message,
        "error" if severity == _ERROR else "warning",
        (line, column),
        (last, end) if last and end else None,
    )
    return replace(report, span=span)
