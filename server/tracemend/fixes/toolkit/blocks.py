"""Questions to the lines of a block that does not compile: what its header binds, whether it holds comments alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracemend import lazy
from tracemend.fixes.toolkit.edits import indent_step
from tracemend.fixes.toolkit.levels import width_of
from tracemend.source.text import SourceText

CLAUSE = lazy.regex(r"(elif|else|except|finally)\b")
_OPENS = lazy.regex(r"(?:async[ \t]+)?(?:if|try|for|while|with|match)\b")
_BINDS = (
    lazy.regex(r"(?:async[ \t]+)?for[ \t]+([^\n]{1,200}?)[ \t]+in\b"),
    lazy.regex(r"(?:async[ \t]+)?with\b[^\n]{1,500}[ \t]as[ \t]+(\w+)[ \t]*\)?:"),
    lazy.regex(r"except\b[^\n]{1,300}[ \t]as[ \t]+(\w+)[ \t]*:"),
    lazy.regex(r"(?:async[ \t]+)?def[ \t]+\w+[ \t]*\(([^\n]{0,500})\)"),
)
_WHILE = lazy.regex(r"while\b([^\n]{1,300}):")
_PARAMETER = lazy.regex(r"(?:^|,)[ \t]*\*{0,2}(\w+)")


def bound_by(header: str) -> list[str]:
    """The names that a header (without its indentation) binds for its body: targets, `as`, parameters."""
    for pattern in _BINDS:
        if (found := pattern.match(header)) is not None:
            return _PARAMETER.findall(found[1]) if "def" in pattern.pattern else re.findall(r"[^\W\d]\w*", found[1])
    return []


def comments_of_block(source: SourceText, header: int, ends: int) -> list[int]:
    """The lines of comments that are all of the block under a header, which goes to the line `ends`.

    None where code stands in it, or where the next line, though no further in, uses what the header binds: then that
    is the body."""
    found: list[int] = []
    for number in range(ends + 1, source.line_count + 1):
        text = source.line(number).strip()
        if not text:
            continue
        if not text.startswith("#"):
            names = bound_by(" ".join(source.line(n).strip() for n in range(header, ends + 1)))
            uses = any(re.search(rf"(?<![\w.]){re.escape(name)}\b", text) for name in names)
            deeper = width_of(source, number) > width_of(source, header)
            near = bool(source.line(number - 1).strip())
            return [] if deeper or (uses and near) else found
        if width_of(source, number) > width_of(source, header):
            found.append(number)
    return found


def lines_of_body(source: SourceText, header: int, first: int, count: int) -> int | None:
    """How many of `count` lines from `first`, which stand as far in as the header above them, are its body; None where
    nothing shows it.

    They are all up to the header's own `else` or `except`, one statement with its block, and in a `while` all up to the
    last that changes what its condition asks.
    """
    level = source.indent_of(header)
    own = [n for n in range(first, first + count) if source.line(n).strip() and source.indent_of(n) == level]
    texts = {number: source.line(number).lstrip() for number in own}
    clauses = [number for number in own if CLAUSE.match(texts[number])]
    plain = [number for number in own if number not in clauses]
    if clauses and not any(_OPENS.match(texts[number]) for number in plain if number < clauses[0]):
        return clauses[0] - first
    if len(plain) == 1 and count > 1 and _OPENS.match(texts[first]):
        return count
    asked = _WHILE.match(source.line(header).lstrip())
    if asked is not None:
        return _up_to_change(texts, plain, asked[1], first, count)
    return None


def _up_to_change(texts: dict[int, str], lines: Sequence[int], condition: str, first: int, count: int) -> int | None:
    names = re.findall(r"(?<![\w.])[^\W\d]\w*", condition)
    changes = re.compile(
        rf"(?:\w+,[ \t]*)?(?:{'|'.join(map(re.escape, names))})\b[ \t]*(?:,[ \t\w]+)?(?:[-+*/%|&^]|//|>>|<<)?=(?!=)"
        rf"|(?:{'|'.join(map(re.escape, names))})\.(?:pop|append|remove|popleft|get|clear)\("
        if names
        else r"\Z."
    )
    last = max((number for number in lines if changes.match(texts[number])), default=0)
    if not last:
        return None
    return last - first + 1 if last == lines[-1] else None


_HEADER = lazy.regex(r"[ \t]*(?!(?:async[ \t]+def|def|class)\b|@)\w.*:[ \t]*(?:#.*)?$")


def header_too_far_out(source: SourceText, line: int) -> int:
    """The line above that ends as a header does (no definition's) and whose block stands two steps further in than
    it; 0 where there is none near."""
    step = indent_step(source)
    below = line
    for number in range(line - 1, max(0, line - 60), -1):
        text = source.line(number)
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        if _HEADER.match(text) and source.indent_of(below) == source.indent_of(number) + step * 2:
            return number
        below = number
    return 0
