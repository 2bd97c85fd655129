"""Texts in three quotes that lack their end: where it may have stood."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracemend import lazy
from tracemend.fixes.recipe import TextEdit
from tracemend.fixes.toolkit.broken import Broken, Change, Trials
from tracemend.fixes.toolkit.tokens import Token

STATEMENT = lazy.regex(
    r"[ \t]*(?:(?:import|from|def|class|return|if|elif|for|while|with|print|raise|async|global|del|assert"
    r"|yield|@\w)\b[^.]"
    r"|(?:else|try|finally|except\b[^:]*):|(?:pass|break|continue|return)[ \t]*(?:#.*)?$"
    r"|[\w.\[\]\"', ]+?[ \t]*[-+*/]?=(?!=)|[\w.]+\([^)]*\)[ \t]*(?:#.*)?$)"
)
_MAX_LINES = 60
_TEXTS = 12
"""So many texts in three quotes before the one without an end may be the one that was not closed."""


def open_text(broken: Broken) -> Token | None:
    """The text without an end at the parser's place, or later on its line."""
    for index in range(broken.at, min(broken.at + 200, len(broken.tokens))):
        if broken.tokens[index].kind == "open":
            return broken.tokens[index]
        if broken.tokens[index].kind == "newline":
            return None
    return None


def three_quotes(broken: Broken, trials: Trials) -> Iterator[Change]:
    """Three quotes: tried at the end of the text they open, then of those before it in the file."""
    token = open_text(broken)
    if token is None:
        return
    body = token.text.lstrip("rRbBuUfFtT")
    quote, begin = body[:3], token.end - len(body)
    fitting = list(_closings(broken, begin, quote, trials))
    if fitting:
        before_code = [one for one in fitting if _code_follows(broken, one)]
        chosen = (before_code or fitting[-1:])[0]
        shown = len(fitting) == 1 or (bool(before_code) and not _holds_code(broken, begin)) or _is_prose(broken, begin)
        yield Change(chosen.edits, shown)
        return
    yield from ended_by_another(broken, trials, [quote])


def _code_follows(broken: Broken, change: Change) -> bool:
    """Whether the next line with text below a change begins a statement."""
    source = broken.source
    number = source.position(change.edits[0].start)[0] + 1
    while number < source.line_count and source.line(number).lstrip()[:1] in ("", "#"):
        number += 1
    return STATEMENT.match(source.line(number)) is not None


def _holds_code(broken: Broken, begin: int) -> bool:
    """Whether a text that is a value begins on the line below its quotes with what looks like code."""
    source = broken.source
    number, column = source.position(begin)
    value = bool(source.line(number)[:column].strip(" \t\frRbBuUfFtT"))
    return value and source.line(number)[column + 3 :].strip(" \t\\") == ""


def _is_prose(broken: Broken, begin: int) -> bool:
    """Whether no line from there to the file's end looks like a statement."""
    lines = broken.text[begin:].splitlines()[1:]
    return not any(STATEMENT.match(line) for line in lines[:_MAX_LINES])


def ended_by_another(broken: Broken, trials: Trials, quotes: list[str]) -> Iterator[Change]:
    """A text in three quotes before the fault that was ended by the quotes that began another."""
    longs = [one for one in broken.tokens if one.kind == "string" and one.text[-3:] in quotes and "\n" in one.text]
    found = []
    for one in longs[-_TEXTS:]:
        first = next(_closings(broken, one.start + one.text.index(one.text[-3:]), one.text[-3:], trials, one.end), None)
        if first is not None:
            found.append(first)
    if found:
        yield Change(found[0].edits, len(found) == 1)


def _closings(broken: Broken, begin: int, quote: str, trials: Trials, end: int | None = None) -> Iterator[Change]:
    """Each line's end from there (and to `end`) where closing the text makes the file compile; two quotes there are
    made three. A line below it that holds nothing but the indentation is where the closing quotes stood."""
    source, text = broken.source, broken.text
    first = source.position(begin)[0]
    last = source.line_count if end is None else source.position(end)[0]
    for number in range(first, min(last, first + _MAX_LINES) + 1):
        start = max(source.offset(number, 0), begin + 3)
        two = re.fullmatch(rf"[^{quote[0]}]*?{quote[0]}{{2}}[ \t]*", text[start : source.offset(number, 10_000)])
        if two is not None:
            at = start + len(two[0].rstrip())
            if trials.compiles(text, (TextEdit(at, at, quote[0]),)):
                yield Change((TextEdit(at, at, quote[0]),))
                return
    for number in range(first, min(last, first + _MAX_LINES) + 1):
        line = source.line(number)
        start = max(source.offset(number, 0), begin + 3)
        rest = text[start : source.offset(number, len(line))]
        short = re.search(rf"(?<!{quote[0]}){quote[0]}{{1,2}}(?=[ \t]*[)\]}},:]*[ \t]*(?:#.*)?$)", rest)
        if short is not None:
            at = start + short.end()
            edit = TextEdit(at, at, quote[: 3 - len(short[0])])
            if trials.compiles(text, (edit,)):
                yield Change((edit,))
                return
        if not line.strip():
            continue
        trailing = re.search(r"[)\]},]*[ \t]*$", rest)
        places = {start + len(rest.rstrip()), start + trailing.start() if trailing is not None else start}
        for at in sorted(places, reverse=True):
            edit = TextEdit(at, at, quote)
            if text[begin + 3 : at].strip() and trials.compiles(text, (edit,)):
                below = source.offset(number + 1, 0) + len(source.indent_of(first))
                if number < last and source.line(number + 1) == source.indent_of(first) != "":
                    edit = TextEdit(below, below, quote)
                yield Change((edit,))
                break
