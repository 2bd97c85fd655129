"""`count-from-one`: a counter that begins at 0 where rows, months, days or plots begin at 1.

- Where all of the loop counts from one, it does: `enumerate(items, start=1)`, `range(1, n + 1)`; `row = 1` for
  `row = 0` where the counter is added to below.
- Where the counter is used otherwise too (`names[i]`), one is added where it counts from one: `sheet.cell(row=i + 1)`.

A counter that a function is given is followed to its one call. Sure, but for a sheet whose first row is written
elsewhere (a heading): then the rows rather begin at 2. Does not apply where the counter is not seen to begin at 0.

Sources: https://openpyxl.readthedocs.io/en/stable/api/openpyxl.worksheet.worksheet.html,
https://docs.python.org/3/library/datetime.html#date-objects, https://docs.python.org/3/library/calendar.html,
https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.subplot.html
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, text_of
from tracemend.fixes.toolkit.edits import add_keyword
from tracemend.fixes.toolkit.failing import failing
from tracemend.fixes.toolkit.loops import Counted, counted, without_number
from tracemend.source.module import Module
from tracemend.source.reach import given

_CALENDAR = (
    "monthrange", "monthcalendar", "month", "prmonth", "formatmonth", "itermonthdates", "itermonthdays",
    "itermonthdays2", "monthdatescalendar", "monthdayscalendar", "monthdays2calendar",
)  # fmt: skip
_DATES = ("date", "datetime", "replace")
_SHEET = "sheet"


@dataclass(frozen=True, slots=True)
class _Kind:
    """A message, the functions that may say it, their arguments (name and position) that count from one, the most."""

    message: re.Pattern[str]
    names: tuple[str, ...]
    arguments: tuple[tuple[str, int], ...]
    most: int = 0


_KINDS = (
    _Kind(lazy.regex("Row or column values must be at least 1"), ("cell",), (("row", 0), ("column", 1))),
    _Kind(lazy.regex("Row numbers must be between 1 and .* was 0"), (_SHEET,), ()),
    _Kind(lazy.regex("Invalid column index 0"), ("get_column_letter",), (("idx", 0),)),
    _Kind(lazy.regex(r"month must be in 1\.\.12"), _DATES, (("month", 1),), 12),
    _Kind(lazy.regex("day is out of range for month|day 0 must be in range"), _DATES, (("day", 2),)),
    _Kind(lazy.regex("bad month number 0"), _CALENDAR, (("month", 1), ("themonth", 1)), 12),
    _Kind(lazy.regex("Invalid week: 0"), ("fromisocalendar",), (("week", 1),)),
    _Kind(lazy.regex(r"Invalid (?:day|weekday): 0 "), ("fromisocalendar",), (("day", 2),), 7),
    _Kind(lazy.regex("num must be an integer with 1 <= num <= .*not 0"), ("subplot", "add_subplot"), (("index", 2),)),
)


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at, message = failing(request), request.report.first_line
    kind = next((one for one in _KINDS if one.message.search(message)), None)
    if at is None or kind is None:
        return None
    slots = [slot for part in at.every(ast.expr) for slot in _slots(at.file, part, kind)]
    found: dict[str, list[TextEdit]] = {}
    sure = True
    for slot in slots:
        if slot.id not in found:
            first = 2 if _is_row(at.file, slot) and _has_heading(at.file, slot) else 1
            edits = _from_one(_Counter(at.file, kind, first, ()), slot)
            if edits is not None:
                found[slot.id] = edits
                sure = sure and first == 1
    edits = [edit for more in found.values() for edit in more]
    return Mend(tuple(dict.fromkeys(edits)), sure=sure) if edits else None


def _slots(file: Module, node: ast.AST, kind: _Kind) -> Iterator[ast.Name]:
    """The names that stand where a call of the kind, or a cell's coordinate, counts from one."""
    if isinstance(node, ast.Subscript) and _SHEET in kind.names:
        yield from _coordinate(node.slice)
    if not isinstance(node, ast.Call) or called(node) not in kind.names:
        return
    for name, position in kind.arguments:
        keyword = keyword_of(node, name)
        if called(node) == "replace":
            position = len(node.args)
        value = keyword.value if keyword is not None else node.args[position] if len(node.args) > position else None
        if isinstance(value, ast.Name):
            yield value


def _coordinate(node: ast.expr) -> Iterator[ast.Name]:
    """The row of `f"A{row}"` and `"A" + str(row)`."""
    if isinstance(node, ast.JoinedStr) and len(node.values) > 1:
        before, last = node.values[-2:]
        if isinstance(last, ast.FormattedValue) and isinstance(last.value, ast.Name) and last.format_spec is None:
            letters = text_of(before) if isinstance(before, ast.Constant) else "A"
            if (letters or "")[-1:].isalpha():
                yield last.value
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and isinstance(node.right, ast.Call):
        call = node.right
        if called(call) == "str" and len(call.args) == 1 and isinstance(call.args[0], ast.Name):
            yield call.args[0]


@dataclass(frozen=True, slots=True)
class _Counter:
    """What is looked for: `first` is the number to begin with; `also` are further places that count from one."""

    file: Module
    kind: _Kind
    first: int
    also: tuple[ast.Name, ...]

    def places(self) -> set[int]:
        """The `id` of every name of the file that stands where one is the first."""
        found = {id(one) for one in self.also}
        for part in self.file.nodes:
            found |= {id(slot) for slot in _slots(self.file, part, self.kind)}
        return found


def _from_one(look: _Counter, slot: ast.Name) -> list[TextEdit] | None:
    """The edits that let the counter in a slot begin at `first`; None where it is not seen to begin at 0."""
    file = look.file
    scope = file.scope_of(slot.id, slot)
    loop = counted(file, slot, slot.id)
    places = look.places()
    if loop is not None:
        if loop.start != 0 or loop.step != 1:
            return None
        inside = [one for one in loop.nodes() if isinstance(one, ast.Name) and one.id == slot.id]
        every = file.uses(slot.id, scope) if scope is not None else inside
        if all(id(one) in places for one in (*every, *inside)):
            return _start_loop(look, loop)
        limit = loop.stop.value if isinstance(loop.stop, ast.Constant) else 0
        if look.kind.most and isinstance(limit, int) and limit > look.kind.most:
            return None
        return _added(look, [one for one in inside if id(one) in places])
    bound = file.bindings(slot.id, scope) if scope is not None else []
    if scope is None or not bound:
        return None
    if isinstance(bound[0].node, ast.arg):
        return _handed(look, slot, places)
    return _counted_up(look, slot, places)


def _counted_up(look: _Counter, slot: ast.Name, places: set[int]) -> list[TextEdit] | None:
    """`row = 1` of `row = 0`, with `row += 1` below."""
    file = look.file
    scope = file.scope_of(slot.id, slot)
    bound = file.bindings(slot.id, scope) if scope is not None else []
    begins = [one.value for one in bound if isinstance(one.node, ast.Assign | ast.AnnAssign)]
    rises = [one.node for one in bound if isinstance(one.node, ast.AugAssign)]
    if scope is None or len(begins) != 1 or not rises or len(bound) != len(begins) + len(rises):
        return None
    value = begins[0]
    if not isinstance(value, ast.Constant) or value.value != 0 or type(value.value) is not int:
        return None
    if not all(isinstance(one.op, ast.Add) for one in rises):
        return None
    uses = file.uses(slot.id, scope)
    if all(id(one) in places for one in uses):
        return [TextEdit(*file.span(value), str(look.first))]
    return _added(look, [one for one in uses if id(one) in places])


def _handed(look: _Counter, slot: ast.Name, places: set[int]) -> list[TextEdit] | None:
    """The counter of the one call that hands it over."""
    file = look.file
    scope = file.scope_of(slot.id, slot)
    values = given(file, slot)
    if scope is None or values is None or len(values) != 1 or not isinstance(values[0], ast.Name) or look.also:
        return None
    uses = file.uses(slot.id, scope)
    if all(id(one) in places for one in uses):
        return _from_one(_Counter(file, look.kind, look.first, (values[0],)), values[0])
    if counted(file, values[0], values[0].id) is None:
        return None
    return _added(look, [one for one in uses if id(one) in places])


def _added(look: _Counter, uses: list[ast.Name]) -> list[TextEdit]:
    """One more, where it counts from one."""
    return [TextEdit(end, end, f" + {look.first}") for one in uses for end in [look.file.span(one)[1]]]


def _start_loop(look: _Counter, loop: Counted) -> list[TextEdit] | None:
    """The loop so that it begins at `first`."""
    file = look.file
    call = loop.node.iter
    if not isinstance(call, ast.Call):
        return None
    if called(call) == "enumerate":
        return [add_keyword(file.statement(call), call, f"start={look.first}")]
    start, end = file.span(loop.stop)
    if loop.first is not None:
        edits = [TextEdit(*file.span(loop.first), str(look.first))]
    else:
        edits = [TextEdit(start, start, f"{look.first}, ")]
    if isinstance(loop.stop, ast.Constant) and isinstance(loop.stop.value, int):
        if look.kind.most and loop.stop.value == look.kind.most + 1:
            return edits
        return [*edits, TextEdit(start, end, str(loop.stop.value + look.first))]
    inner, number = without_number(loop.stop)
    if inner is not loop.stop:
        rest = number + look.first
        sign = f" {'+' if rest > 0 else '-'} {abs(rest)}" if rest else ""
        return [*edits, TextEdit(file.span(inner)[1], end, sign)]
    if isinstance(loop.stop, ast.Name | ast.Attribute | ast.Call | ast.Subscript):
        return [*edits, TextEdit(end, end, f" + {look.first}")]
    return None


def _is_row(file: Module, slot: ast.Name) -> bool:
    """Whether a name is a sheet's row: of a cell, or of a coordinate."""
    outer = file.parents.get(id(slot))
    if isinstance(outer, ast.keyword):
        return outer.arg == "row"
    if isinstance(outer, ast.Call) and called(outer) == "cell":
        return bool(outer.args) and outer.args[0] is slot
    return isinstance(outer, ast.FormattedValue) or (isinstance(outer, ast.Call) and called(outer) == "str")


def _has_heading(file: Module, slot: ast.Name) -> bool:
    """Whether the sheet's first row is written elsewhere."""
    around = next((one for one in file.around(slot) if isinstance(one, ast.Call | ast.Subscript)), None)
    while isinstance(around, ast.Call) and called(around) == "str":
        around = next((one for one in file.around(around) if isinstance(one, ast.Subscript)), None)
    held = around.func if isinstance(around, ast.Call) else around
    name = dotted(held.value) if isinstance(held, ast.Attribute | ast.Subscript) else None
    scope = next((one for one in file.around(slot) if isinstance(one, ast.FunctionDef | ast.Module)), file.tree)
    for part in ast.walk(scope):
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute) and dotted(part.func.value) == name:
            if part.func.attr == "append":
                return True
            keyword = keyword_of(part, "row")
            row = keyword.value if keyword is not None else part.args[0] if part.args else None
            if (
                part.func.attr == "cell"
                and isinstance(row, ast.Constant)
                and row.value == 1
                and _is_written(file, part)
            ):
                return True
        coordinate = text_of(part.slice) if isinstance(part, ast.Subscript) and dotted(part.value) == name else None
        if re.fullmatch(r"[A-Z]{1,2}1", coordinate or "") and _is_written(file, part):
            return True
    return False


def _is_written(file: Module, node: ast.AST) -> bool:
    """Whether a cell gets a value: `sheet["A1"] = x`, `sheet.cell(1, 1).value = x`, `sheet.cell(1, 1, x)`."""
    if isinstance(node, ast.Call):
        if len(node.args) > 2 or keyword_of(node, "value") is not None:
            return True
    elif isinstance(getattr(node, "ctx", None), ast.Store):
        return True
    outer = file.parents.get(id(node))
    return isinstance(outer, ast.Attribute) and outer.attr == "value" and isinstance(outer.ctx, ast.Store)


RECIPES = (
    Recipe(
        "count-from-one",
        "Counts from one where rows, months, days or plots do.",
        apply,
        unsure="The first row is written elsewhere, so the others may begin below it.",
    ),
)
