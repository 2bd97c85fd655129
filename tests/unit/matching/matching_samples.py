"""Entries and reports for the tests of matching."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tracemend.knowledge.packs import Pack
from tracemend.matching.library import Library
from tracemend.reading.report import ErrorReport, Frame, Span

WritePack = Callable[..., Pack]
OpenLibrary = Callable[..., Library]


def entry(id: str, *match: dict[str, Any], **more: Any) -> dict[str, Any]:
    """The data of a sound entry."""
    return {
        "id": id,
        "title": f"About {id}",
        "summary": "Something went wrong.",
        "documented": "well",
        "reviewed": "2026-11-20",
        "match": list(match),
        "meaning": "It means that.",
        "sources": [{"title": "A manual", "url": "https://docs.python.org/3/"}],
        **more,
    }


def report(
    exception: str | None, message: str = "", *, tool: str = "python", severity: Any = "error", **more: Any
) -> ErrorReport:
    """A report as a reader makes it."""
    return ErrorReport(tool, severity, exception, message, Span(1, 1), **more)


def frames(*paths: str) -> tuple[Frame, ...]:
    """Frames of these files, the innermost last."""
    return tuple(Frame(path, 1) for path in paths)
