"""Where an operator stands between its operands, and which operation the message and the carets mean."""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.source.module import Module

_SKIPPED = lazy.regex(r"#[^\r\n]*|[\s()\\]+")


def operator_span(file: Module, left: ast.expr, right: ast.expr, sign: str) -> tuple[int, int] | None:
    """Start and end offset of the operator between two operands; None where `sign` is not it."""
    at, end, text = file.span(left)[1], file.span(right)[0], file.source.text
    while at < end:
        skipped = _SKIPPED.match(text, at, end)
        if skipped is None:
            break
        at = skipped.end()
    rest = text[at : at + len(sign) + 1]
    return (at, at + len(sign)) if rest.startswith(sign) and rest[len(sign) :] not in ("/", "*", "=") else None
