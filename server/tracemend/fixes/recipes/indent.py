"""`indent`: give a line the indentation that its block needs.

"expected an indented block": the line after the header goes in; after `def` and `class` so does what
follows up to a blank line, the next definition, or a line that cannot belong to it: one after a `return`, or one that
calls what is being defined. After `for x in` and `with ... as x` it is sure that one line is the body where that
line uses `x` and no later one does; what stands before the header's own `else` or `except` is its body, and so is a
single statement with its block. "unexpected indent" and "unindent does not match": the line and those with it go to
the level of a block that is open there, never behind a `return` where nothing would run. Only where the file compiles
then.
Does not apply to a header without any body, or with comments alone (`add-pass`).
"""

from __future__ import annotations

import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.blocks import comments_of_block, lines_of_body
from tracemend.fixes.toolkit.compiling import said
from tracemend.fixes.toolkit.edits import indent_step, lines_in_strings
from tracemend.fixes.toolkit.levels import DEFINES, code_above, columns_of, compiles_with, moved, width_of
from tracemend.fixes.toolkit.standing_out import standing_out
from tracemend.source.text import SourceText

_MAX_TEXT = 1_000_000
_MAX_LINES = 400
_DEFINITION = lazy.regex(r"(?:async[ \t]+def|def|class)\b")
_LEAVES = lazy.regex(r"(?:return|raise)\b")
_ALWAYS_LEAVES = lazy.regex(r"(?:return|raise|break|continue)\b")
_FOR = lazy.regex(r"(?:async[ \t]+)?for[ \t]+([^\n]{1,200}?)[ \t]+in\b")
_WITH = lazy.regex(r"^[ \t]*(?:async[ \t]+)?with\b[^\n]{1,500}[ \t]as[ \t]+(\w+)[ \t]*\)?:")
_REPEATS = lazy.regex(r"[-+*/|&]=|\.(?:append|add|extend|update|write)\(|^\s*(?:break|continue|yield|return)\b")


def apply(request: Request) -> Mend | None:
    """The recipe."""
    source, line = request.place.source, request.place.line
    if source is None or line is None or len(source.text) > _MAX_TEXT or not source.line(line).strip():
        return None
    message = said(request)
    if "expected an indented block" in message:
        made = _indented(source, line)
        return made._replace(sure=False) if made is not None and made.sure and _header_is_off(source, line) else made
    stands_out = standing_out(source, line) if "indent" in message else None
    if stands_out is not None:
        return stands_out
    if "unexpected indent" in message:
        return _dedented(source, line, _levels(source, line)[:1] or [""])
    if "unindent does not match" in message:
        width = width_of(source, line)
        levels = sorted(_levels(source, line), key=lambda indent: abs(columns_of(indent) - width))
        return _dedented(source, line, levels)
    return None


def _levels(source: SourceText, line: int) -> list[str]:
    """The indentations of the blocks that are open above a line, innermost first."""
    found: list[str] = []
    number, width = line, None
    while (number := code_above(source, number)) and number > line - 2000:
        here = width_of(source, number)
        if width is None or here < width:
            found.append(source.indent_of(number))
            width = here
        if not width:
            break
    return found


def _indented(source: SourceText, line: int) -> Mend | None:
    above = code_above(source, line)
    if not above or not re.search(r":[ \t]*(?:#.*)?$", source.line(above)):
        return None
    header, begin = source.indent_of(line), above
    while source.indent_of(begin) != header and begin > max(1, above - 50):
        begin = code_above(source, begin) or 1  # the header goes over several lines
    if source.indent_of(begin) != header or comments_of_block(source, begin, above):
        return None
    last = line
    while last < source.line_count and last - line < _MAX_LINES:
        text = source.line(last + 1)
        if not text.strip() or width_of(source, last + 1) < columns_of(header) or DEFINES.match(text.lstrip()):
            break
        last += 1
    paragraph = last - line + 1
    whole = bool(_DEFINITION.match(source.line(begin).lstrip()))
    if whole:
        paragraph, shown = _body_of_definition(source, line, paragraph, header, source.line(begin))
    else:
        shown = paragraph == 1 or _is_all_that_uses_target(source, begin, above, line, paragraph)
    counts = [paragraph] if whole else [1]
    known = None if whole else lines_of_body(source, begin, line, paragraph)
    if known:
        counts, shown = [known], True
    counts += [count for count in range(1, paragraph + 1) if count not in counts][:20]
    inner = _body_below(source, line, header)
    if inner is not None:
        edits = moved(source, line, line, header, inner)
        return Mend(edits) if compiles_with(source, edits) else None
    for count in counts:
        edits = moved(source, line, line + count - 1, header, header + indent_step(source))
        if compiles_with(source, edits):
            return Mend(edits, sure=shown and count == counts[0])
    return None


def _header_is_off(source: SourceText, line: int) -> bool:
    """Whether it may be the header above that stands too far in: nothing would run there, or it is a method in another
    one's column."""
    header = code_above(source, line)
    indent, step = source.indent_of(header), indent_step(source)
    if not header or not indent.endswith(step):
        return False
    outer = indent[: len(indent) - len(step)]
    if not compiles_with(source, moved(source, header, header, indent, outer)):
        return False
    if _is_never_reached(source, header, indent):
        return True
    text = source.line(header).lstrip()
    siblings = (source.line(number) for number in range(header - 1, 0, -1) if source.indent_of(number) == outer)
    return bool(_DEFINITION.match(text)) and any(_DEFINITION.match(one.lstrip()) for one in siblings)


def _body_of_definition(source: SourceText, line: int, paragraph: int, header: str, begins: str) -> tuple[int, bool]:
    """How many of a paragraph's lines are the body of the definition above it, and whether the code shows it."""
    name = re.search(r"(?:def|class)[ \t]+(\w+)", begins)
    calls = re.compile(rf"(?<![\w.]){re.escape(name[1])}[ \t]*\(") if name else None
    for number in range(line, line + paragraph):
        text = source.line(number)
        if source.indent_of(number) != header:
            continue
        if number > line and calls is not None and calls.search(text) and not _LEAVES.match(text.lstrip()):
            return number - line, False
        if _LEAVES.match(text.lstrip()) and number + 1 < line + paragraph:
            deeper = width_of(source, number + 1) > columns_of(header)
            if not deeper and _complete(text):
                return number - line + 1, True
    return paragraph, True


def _is_all_that_uses_target(source: SourceText, begin: int, above: int, line: int, paragraph: int) -> bool:
    """Whether the first line uses what the header binds, and what follows neither uses it nor counts or collects."""
    header = "\n".join(source.line(number) for number in range(begin, above + 1))
    bound = _FOR.match(header.lstrip()) or _WITH.search(header)
    names = re.findall(r"\w+", bound[1]) if bound else []
    if not names or not _complete(source.line(line)):
        return False
    made = re.match(r"[ \t]*(\w+)[ \t]*=(?!=)", source.line(line))
    if made is not None and _FOR.match(header.lstrip()):
        names.append(made[1])  # what each round makes is more likely used in that round
    uses = re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, names))})\b")
    rest = [source.line(number) for number in range(line + 1, line + paragraph)]
    first = source.line(line)[made.end() :] if made is not None else source.line(line)
    return bool(uses.search(first)) and not any(uses.search(text) or _REPEATS.search(text) for text in rest)


def _complete(text: str) -> bool:
    """Whether a line ends its statement, as far as its brackets and its end show."""
    return sum(map(text.count, "([{")) == sum(map(text.count, ")]}")) and not text.rstrip().endswith(("\\", ":"))


def _body_below(source: SourceText, line: int, header: str) -> str | None:
    """The indentation of the line after, where the body goes on there and only its first line stands out."""
    end = min(line + _MAX_LINES, source.line_count)
    strings = lines_in_strings(source, line, end)
    for number in range(line + 1, end + 1):
        if number not in strings and source.line(number).strip():
            indent, text = source.indent_of(number), source.line(line)
            goes_on = re.search(r"[:,\\][ \t]*(?:#.*)?$", text) or sum(map(text.count, "([{")) > sum(
                map(text.count, ")]}")
            )
            return indent if indent.startswith(header) and indent != header and not goes_on else None
    return None


def _dedented(source: SourceText, line: int, levels: list[str]) -> Mend | None:
    """Move a line, and those that follow it at least as far in, to one of the levels."""
    old, width = source.indent_of(line), width_of(source, line)
    last = line
    while last < source.line_count and last - line < _MAX_LINES:
        text = source.line(last + 1)
        if text.strip() and not source.indent_of(last + 1).startswith(old):
            break
        last += 1
    while last > line and not source.line(last).strip():
        last -= 1
    fitting: list[tuple[int, tuple[TextEdit, ...]]] = []
    below = next((n for n in range(line + 1, last + 1) if source.line(n).strip()), 0)
    for level in levels[:8]:
        if _is_never_reached(source, line, level):
            continue
        stays = below and source.indent_of(below) == level + indent_step(source)  # its own block stands right
        for end in dict.fromkeys((line, last) if stays else (last, line)):
            edits = moved(source, line, end, old, level)
            if columns_of(level) != width and compiles_with(source, edits):
                fitting.append((abs(columns_of(level) - width), edits))
                break
    if not fitting:
        return None
    away = [distance for distance, _ in fitting]
    return Mend(fitting[0][1], sure=len(fitting) == 1 or 2 * away[0] < min(away[1:]))


def _is_never_reached(source: SourceText, line: int, level: str) -> bool:
    """Whether a line at that level would stand right after a statement that leaves the block."""
    above = code_above(source, line)
    while above and width_of(source, above) > columns_of(level):
        above = code_above(source, above)
    return bool(above) and source.indent_of(above) == level and bool(_ALWAYS_LEAVES.match(source.line(above).lstrip()))


RECIPES = (
    Recipe(
        "indent",
        "Gives a line the indentation that its block needs.",
        apply,
        needs_statement=False,
        unsure="The block may have been meant to end at another line.",
    ),
)
