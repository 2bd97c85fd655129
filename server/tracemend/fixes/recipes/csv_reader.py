"""`reader-form`: `csv.DictReader` is told how its file is written: `delimiter=";"`, or `skipinitialspace=True` where a
blank stands behind each comma.

By the data that the program reads: the first line has the key when it is read so, and not as it was read; all lines
have as many fields. Does not apply to several readers in one file, nor where the reader says how it reads.

Source: https://docs.python.org/3/library/csv.html#dialects-and-formatting-parameters
"""

from __future__ import annotations

import ast
import csv

from tracemend.fixes.recipe import Mend, Recipe, Request
from tracemend.fixes.toolkit.code import called, keyword_of, spreads, text_of
from tracemend.fixes.toolkit.edits import add_keyword
from tracemend.fixes.toolkit.failing import the_failing
from tracemend.fixes.toolkit.samples import samples

_SAYS = ("fieldnames", "delimiter", "dialect", "skipinitialspace")
_FORMS = (
    (",", True, "skipinitialspace=True"),
    (";", False, 'delimiter=";"'),
    ("\t", False, r'delimiter="\t"'),
    ("|", False, 'delimiter="|"'),
)
_MOST = 200
"""Lines of a file that are looked at."""


def apply(request: Request) -> Mend | None:
    """The recipe."""
    found = the_failing(request, ast.Subscript, lambda one: repr(text_of(one.slice)) == request.report.first_line)
    if found is None:
        return None
    file, node = found
    readers = [one for one in file.nodes if isinstance(one, ast.Call) and called(one) in ("DictReader", "reader")]
    if len(readers) != 1 or called(readers[0]) != "DictReader" or len(readers[0].args) != 1 or spreads(readers[0]):
        return None
    if any(keyword_of(readers[0], name) is not None for name in _SAYS):
        return None
    key = text_of(node.slice) or ""
    forms: dict[str, None] = {}
    for lines in samples(request, file):
        rows = [line for line in lines if line.strip()][:_MOST]
        if len(rows) < 2 or key in _names(rows, ",", False):
            continue
        for sign, skips, written in _FORMS:
            if key in _names(rows, sign, skips) and _is_table(rows, sign, skips):
                forms[written] = None
    if len(forms) != 1:
        return None
    return Mend((add_keyword(file.statement(readers[0]), readers[0], next(iter(forms))),))


def _names(rows: list[str], sign: str, skips: bool) -> list[str]:
    """The names in the first line as it is read so."""
    return next(csv.reader(rows[:1], delimiter=sign, skipinitialspace=skips), [])


def _is_table(rows: list[str], sign: str, skips: bool) -> bool:
    """Whether all lines have as many fields, more than one."""
    counts = {len(row) for row in csv.reader(rows, delimiter=sign, skipinitialspace=skips)}
    return len(counts) == 1 and min(counts) > 1


RECIPES = (Recipe("reader-form", "Says how the file of a DictReader is written.", apply),)
