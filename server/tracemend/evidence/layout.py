"""Facts about a file's text as a whole: brackets, indentation, the main guard. Only source is read."""

from __future__ import annotations

import re

from tracemend import lazy
from tracemend.evidence.fact import UNKNOWN, Fact, Finding, Inquiry
from tracemend.source.statement import parse_kept

_BRACKET = lazy.regex(r"""#[^\n]*|\"""|'''|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|[()\[\]{}]""")
_GUARD = lazy.regex(r"^if[ \t]{0,9}\(?[ \t]{0,9}(?:__name__[ \t]{0,9}==|['\"]__main__['\"][ \t]{0,9}==)", re.MULTILINE)
_CLAUSE = lazy.regex(r"(?:elif|else|except|finally)\b")


def open_bracket_before(inquiry: Inquiry) -> Finding:
    place = inquiry.place
    if place is None or place.source is None or place.line is None:
        return UNKNOWN
    source, stack = place.source, []
    start = place.line
    for _ in range(200):
        start -= 1
        if start <= 1 or (source.line(start)[:1].strip() and source.line(start)[0] not in ")]}#"):
            break
    text = source.text[source.offset(max(start, 1), 0) : source.offset(place.line, 0)]
    for token in _BRACKET.finditer(text):
        if token[0] in ("(", "[", "{"):
            stack.append((token[0], token.start()))
        elif token[0] in (")", "]", "}") and stack:
            stack.pop()
    if not stack:
        return Finding(False, f"No bracket is open before line {place.line}.")
    bracket, at = stack[-1]
    line, _ = source.position(source.offset(max(start, 1), 0) + at)
    seen = f"The {bracket} in line {line} is still open in line {place.line}."
    return Finding(True, seen, {"bracket": bracket})


def main_guard_missing(inquiry: Inquiry) -> Finding:
    place = inquiry.place
    if place is None or place.source is None:
        return UNKNOWN
    there = _GUARD.search(place.source.text) is not None
    seen = "The file has a main guard." if there else "The file has no if __name__ == '__main__'."
    return Finding(not there, seen)


def mixed_indentation(inquiry: Inquiry) -> Finding:
    place = inquiry.place
    if place is None or place.source is None:
        return UNKNOWN
    first: dict[str, int] = {}
    for number, line in enumerate(place.source.lines[:20_000], 1):
        if line[:1] in (" ", "\t") and line.strip():
            first.setdefault(line[0], number)
        if len(first) == 2:
            seen = f"Line {first[' ']} is indented with blanks, line {first[chr(9)]} with a tab."
            return Finding(True, seen)
    return Finding(False, "The file's indentation is of one kind.")


def begins_with_clause(inquiry: Inquiry) -> Finding:
    place = inquiry.place
    if place is None or place.source is None or place.line is None:
        return UNKNOWN
    found = _CLAUSE.match(place.source.line(place.line).lstrip())
    if found is None:
        return Finding(False, f"Line {place.line} does not begin with elif, else, except or finally.")
    return Finding(True, f"Line {place.line} begins with {found[0]}.", {"clause": found[0]})


def whole_file_parses(inquiry: Inquiry) -> Finding:
    place = inquiry.place
    if place is None or place.source is None or len(place.source.text) > 60_000:
        return UNKNOWN
    sound = parse_kept(place.source.text) is not None
    return Finding(sound, f"The file as it is now {'is' if sound else 'is not'} valid Python.")


FACTS = (
    Fact(
        "open-bracket-before",
        "Is a bracket still open where the reported line begins?",
        open_bracket_before,
        gives=("bracket",),
        source_only=True,
    ),
    Fact(
        "begins-with-clause",
        "Does the reported line begin with elif, else, except or finally?",
        begins_with_clause,
        gives=("clause",),
        source_only=True,
    ),
    Fact("main-guard-missing", "Does the file have no main guard?", main_guard_missing, source_only=True),
    Fact("mixed-indentation", "Is the file indented with tabs and with blanks?", mixed_indentation, source_only=True),
    Fact("file-parses", "Is the file, as it is now, valid Python?", whole_file_parses, source_only=True),
)
