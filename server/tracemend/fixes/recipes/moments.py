"""`date-where-read`, `zone-where-made`: a time is made as the file's other times and dates are.

- `date-where-read`: a time whose text has no hours meets a date: `datetime.strptime(text, "%d.%m.%Y").date()` where it
  is read. Not where the file asks any time for its hours or has times of another kind; sure where the file shows that
  it is this time.
- `zone-where-made`: a time without a zone meets one with one: `datetime(2024, 3, 15, tzinfo=timezone.utc)` where it is
  made, in the one zone that the file gives its other times; all of the file that are written out so. A time read from a
  text gets it surely only where its format says the zone (`Z`, `UTC`), and none surely where further times of the file
  have no zone.

Sources: https://docs.python.org/3/library/datetime.html#datetime.datetime.date,
https://docs.python.org/3/library/datetime.html#aware-and-naive-objects
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import dotted, text_of
from tracemend.fixes.toolkit.edits import add_keyword
from tracemend.fixes.toolkit.failing import Failing, told
from tracemend.fixes.toolkit.handles import opened
from tracemend.fixes.toolkit.moments import Maker, is_naive, is_whole_day, makers, uses_hours, zones
from tracemend.source.module import Module

_DATES = lazy.regex(
    r"can't compare datetime\.datetime to datetime\.date$"
    r"|'datetime\.(?:datetime|date)' and 'datetime\.(?:datetime|date)'$"
)
_NAIVE = lazy.regex(r"can't (?:subtract|compare) offset-naive and offset-aware datetimes")
_SAYS_UTC = lazy.regex(r"(?:Z|UTC|GMT)$", re.IGNORECASE)


def date_where_read(request: Request) -> Mend | None:
    """The recipe for times that meet dates."""
    at = told(request, _DATES)
    if at is None or uses_hours(at.file):
        return None
    every = makers(at.file)
    days = [one for one in every if is_whole_day(at.file, one)]
    traced = _traced(at, days)
    if len(days) != len(every):
        return None
    meant = traced or days
    if not meant or len({id(_function(at.file, one)) for one in meant}) > 1:
        return None
    ends = [at.file.span(one.call)[1] for one in meant]
    annotated = any(_is_datetime(node) for node in at.file.nodes)
    return Mend(tuple(TextEdit(end, end, ".date()") for end in ends), sure=not annotated)


def _traced(at: Failing, every: list[Maker]) -> list[Maker]:
    """Those of the calls that the failing statement's values come from."""
    calls = {id(one.call) for one in every}
    found = {id(one) for one in opened(at.file, at.statement, lambda call: id(call) in calls)}
    return [one for one in every if id(one.call) in found]


def _function(file: Module, one: Maker) -> ast.AST:
    return next(outer for outer in file.around(one.call) if isinstance(outer, ast.FunctionDef | ast.Module))


def _is_datetime(node: ast.AST) -> bool:
    """Whether an annotation says that a value is a time."""
    annotation = getattr(node, "annotation", None) or getattr(node, "returns", None)
    return isinstance(annotation, ast.expr) and any(
        (dotted(part) or "").rpartition(".")[2] == "datetime" and part is not getattr(node, "value", None)
        for part in ast.walk(annotation)
        if isinstance(part, ast.Name) or (isinstance(part, ast.Attribute) and part.attr == "datetime")
    )


def zone_where_made(request: Request) -> Mend | None:
    """The recipe for times of which one has no zone."""
    at = told(request, _NAIVE)
    if at is None:
        return None
    every = makers(at.file)
    naive = [one for one in every if is_naive(at.file, one)]
    traced = _traced(at, naive)
    if not traced and any(one.how in ("fromisoformat", "combine") for one in every):
        return None  # that one may be without a zone as well
    zone = _zone(at.file)
    if zone is None or not naive:
        return None
    if all(one.how == "" for one in naive):
        return Mend(tuple(edit for one in naive for edit in _with_zone(at.file, one, zone)))
    if len(meant := traced or naive) != 1:
        return None
    one = meant[0]
    form = text_of(one.call.args[1]) or "" if one.how == "strptime" else "UTC"
    said = _SAYS_UTC.search(form) is not None and (one.how != "strptime" or zone.rpartition(".")[2].upper() == "UTC")
    edits = _with_zone(at.file, one, zone)
    return Mend(edits, sure=said and len(naive) == 1) if edits else None


def _zone(file: Module) -> str | None:
    """The one zone that the file gives its times; what it imports as UTC where it gives none. Not one of `pytz`, which
    is no `tzinfo=`."""
    if "pytz" in file.source.text:
        return None
    given = {file.text(one) for one in zones(file)}
    if given:
        zone = given.pop()
        return zone if not given and re.fullmatch(r"[\w.]+", zone) and _is_global(file, zone) else None
    imported = {
        alias.asname or alias.name
        for node in file.nodes
        if isinstance(node, ast.ImportFrom) and node.module == "datetime"
        for alias in node.names
        if alias.name in ("timezone", "UTC")
    }
    names = sorted(imported)
    return None if len(names) != 1 else names[0] if names[0] == "UTC" else f"{names[0]}.utc"


def _is_global(file: Module, zone: str) -> bool:
    """Whether a zone's name is the module's, so that it may be written anywhere."""
    name = zone.partition(".")[0]
    return bool(file.bindings(name, file.tree))


def _with_zone(file: Module, one: Maker, zone: str) -> tuple[TextEdit, ...]:
    end = file.span(one.call)[1]
    if one.how in ("", "fromtimestamp"):
        keyword = "tz" if one.how else "tzinfo"
        return (add_keyword(file.statement(one.call), one.call, f"{keyword}={zone}"),)
    if one.how == "now":
        return (TextEdit(end - 1, end - 1, zone),)
    return (TextEdit(end, end, f".replace(tzinfo={zone})"),) if one.how == "strptime" else ()


RECIPES = (
    Recipe(
        "date-where-read",
        "Takes the date of a time where it is read.",
        date_where_read,
        unsure="The file says of a value that it is a time.",
    ),
    Recipe(
        "zone-where-made",
        "Gives a time the zone of the file's other times.",
        zone_where_made,
        unsure="The text that is read does not show its zone, or other times of the file have none.",
    ),
)
