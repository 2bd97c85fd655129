"""One statement that stands in another column than those around it, which are in one."""

from __future__ import annotations

from tracemend.fixes.recipe import Mend
from tracemend.fixes.toolkit.blocks import header_too_far_out
from tracemend.fixes.toolkit.edits import indent_step, lines_in_strings
from tracemend.fixes.toolkit.levels import (
    DEFINES,
    code_above,
    columns_of,
    compiles_with,
    moved,
    moved_in,
    opens_block,
    width_of,
)
from tracemend.source.text import SourceText


def standing_out(source: SourceText, line: int) -> Mend | None:
    """One statement above that stands further left than those on both sides of it, which are in one column: it goes in,
    not all that follow it out. So does a header (no `def`) whose block stands two steps further in; the one statement
    that stands two steps in below its header, before the line, goes out."""
    above = code_above(source, line)
    if not above:
        return None
    step, strings = indent_step(source), lines_in_strings(source, max(1, line - 60), line)
    begin = _first_line(source, above, strings)
    inner = source.indent_of(line)
    outer = code_above(source, begin)
    while outer and width_of(source, outer) > columns_of(inner):
        outer = code_above(source, outer)
    if outer and source.indent_of(outer) == inner == source.indent_of(begin) + step and not opens_block(source, above):
        after = next((n for n in range(line + 1, source.line_count + 1) if source.line(n).strip()), 0)
        alone = after and source.indent_of(after) == source.indent_of(begin)  # it is the line itself that stands out
        if not alone and not DEFINES.match(source.line(begin).lstrip()) and not opens_block(source, outer, begin):
            edits = moved_in(source, begin, above, step)
            return Mend(edits) if compiles_with(source, edits) else None
    header = code_above(source, begin)
    levels = [width_of(source, number) for number in (header or line, line, begin)]
    between = header and levels[1] - levels[0] >= 4 and levels[2] - levels[1] >= 4
    if between and opens_block(source, header) and begin not in strings and inner.startswith(source.indent_of(header)):
        defines = DEFINES.match(source.line(header).lstrip()) is not None
        edits = moved(source, begin, above, source.indent_of(begin), inner)
        if defines and DEFINES.match(source.line(line).lstrip()):
            edits = moved_in(source, header, header, step)  # a method among others
        return Mend(edits, sure=defines) if compiles_with(source, edits) else None
    number = header_too_far_out(source, line)
    edits = moved_in(source, number, number, step) if number else ()
    return Mend(edits) if edits and compiles_with(source, edits) else None


def _first_line(source: SourceText, last: int, strings: frozenset[int]) -> int:
    """The line on which the statement that ends on a line begins, as brackets and texts over several lines show."""
    begin = last
    while begin > max(1, last - 40) and begin in strings:
        begin -= 1
    if source.line(begin).lstrip()[:1] in (")", "]", "}"):
        column = source.indent_of(begin)
        begin -= 1
        while begin > 1 and (source.indent_of(begin) != column or not source.line(begin).strip() or begin in strings):
            begin -= 1
    return begin
