"""What the tests of checkers' findings share: a recipe applied at a place with a line and perhaps a column."""

from __future__ import annotations

from typing import Any

from tracemend.context import Context
from tracemend.fixes import registry
from tracemend.fixes.recipe import Request, apply_edits
from tracemend.knowledge.model import Edit
from tracemend.reading.report import ErrorReport, Span
from tracemend.source.place import Place, statement_at
from tracemend.source.text import SourceText


def fixed(recipe: str, text: str, **values: Any) -> tuple[str, bool] | None:
    """The text after the recipe, and whether it is sure. The finding stands at «; without it on line 1, no column.
    `path`, `file` and `message` are the place's and the report's, the others are captures."""
    at = text.find("«")
    source = SourceText(text.replace("«", ""))
    line, column = source.position(at) if at >= 0 else (1, None)
    columns = (column, column) if column is not None else None
    place = Place(
        values.pop("path", "app.py"),
        "/p/" + values.pop("file", "app.py"),
        line,
        column + 1 if column is not None else None,
        None,
        source,
        statement_at(source, line, columns),
        None,
    )
    report = ErrorReport("ruff", "error", None, values.pop("message", ""), Span(1, 1))
    made = registry.apply(Edit(recipe), Request({}, values, report, place, Context(origin="here")))
    return None if made is None else (apply_edits(source.text, made.edits), made.sure)
