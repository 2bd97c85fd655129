"""`fstring`: mend the fields of an f-string.

- quotes in a field that are the f-string's own (allowed from Python 3.12 on): the inner ones become the other kind;
- a backslash in a field (the same): the text that holds it gets a name on a line before the statement;
- a brace that is not closed: it is closed behind the expression, sure where that reaches to the end of the f-string or
  to a word that cannot go on with it;
- a `}` alone behind a name that the file binds: the name gets its `{`;
- an empty field: where `.format(` follows, the `f` goes; else the braces are doubled, which is not sure.

Only f-strings that end on their line. Does not apply where one f-string stands in another.

Source: PEP 701 and PEP 498; "f-strings" in Python's lexical analysis.
"""

from __future__ import annotations

import ast
import builtins
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit, apply_edits
from tracemend.fixes.toolkit.compiling import MAX_TEXT, proven, said, syntax_error
from tracemend.fixes.toolkit.fstrings import BEGIN, FString, read
from tracemend.fixes.toolkit.names import free_name, is_bound
from tracemend.fixes.toolkit.tokens import code_only
from tracemend.source.text import SourceText

_NAMES = {"\\n": "newline", "\\t": "tab", "\\\\": "backslash", "\\r\\n": "line_end"}
_PRIMARY = lazy.regex(r"[^\W\d]\w*(?:\.[^\W\d]\w*|\[[^\[\]]*\]|\([^()]*\))*")
_GOES_ON = lazy.regex(r"\s*(?:[-+*/%@&|^<>=!.,(\[]|(?:if|else|and|or|not|in|is|for|await)\b)")
_FORMAT = lazy.regex(r"(?P<rest>(?:![rsa])?(?::[^{}\"']*)?)\Z")
_MAX_LINE = 2000
_MAX_OTHERS = 40


def apply(request: Request) -> Mend | None:
    """The recipe."""
    source, line = request.place.source, request.place.line
    if source is None or line is None or len(source.text) > MAX_TEXT or len(source.line(line)) > _MAX_LINE:
        return None
    strings = _on_line(source, line)
    message = said(request)
    if "expecting '}'" in message:
        broken = [string for string in strings if string.open is not None]
        closed = _closed(source, broken[0]) if broken else None
        return closed if closed is not None else _nested(source, line, strings)
    if "single '}'" in message:
        return _opened(source, strings)
    if "empty expression" in message or "valid expression required" in message:
        return _filled(source, strings)
    return _nested(source, line, strings)


def _on_line(source: SourceText, line: int) -> list[FString]:
    text, at = source.text, source.offset(line, 0)
    end = source.offset(line, len(source.line(line)))
    found: list[FString] = []
    while (begun := BEGIN.search(text, at, end)) is not None:
        string = read(text, begun.start())
        if string is None:
            return found
        found.append(string)
        at = max(string.end, begun.end())
    return found


def _nested(source: SourceText, line: int, strings: list[FString]) -> Mend | None:
    """Other quotes, and names for texts with a backslash."""
    text = source.text
    edits: list[TextEdit] = []
    named: dict[str, str] = {}
    for string in strings:
        other = "'" if string.quote == '"' else '"'
        for inner in string.inner:
            begin, end = inner.start + len(inner.prefix) + len(inner.quote), inner.end - len(inner.quote)
            body = text[begin:end]
            if "\\" in body and "r" not in inner.prefix.lower():
                whole = text[inner.start : inner.end]
                if whole not in named:
                    named[whole] = free_name(source, _NAMES.get(body, "separator"))
                edits.append(TextEdit(inner.start, inner.end, named[whole]))
            elif inner.quote[0] == string.quote:
                if other in body or "\\" in body or len(inner.quote) == 3:
                    return None
                edits += [TextEdit(begin - 1, begin, other), TextEdit(end, end + 1, other)]
    if len(set(named.values())) < len(named):
        return None
    if named:
        first = _begins(source, line)
        indent = source.indent_of(first)
        if not indent and re.match(r"(?:elif|else|except)\b", source.line(first)):
            return None
        at = source.offset(first, 0)
        lines = "".join(f"{indent}{name} = {whole}{source.newline}" for whole, name in named.items())
        edits.append(TextEdit(at, at, lines))
    return proven(source, [*edits, *_others(source, edits)])


def _others(source: SourceText, made: list[TextEdit]) -> list[TextEdit]:
    """The same done to the other f-strings of the file that fail like it once that is made, one after the other."""
    found: list[TextEdit] = []
    last = max((source.position(edit.start)[0] for edit in made), default=0)
    for _ in range(_MAX_OTHERS):
        edits = [*made, *found]
        error = syntax_error(apply_edits(source.text, tuple(edits))) if edits else None
        if error is None or error.lineno is None:
            return found
        number = error.lineno - sum(edit.text.count("\n") for edit in edits)
        more = _swapped(source, _on_line(source, number)) if last < number <= source.line_count else None
        if not more:
            return found
        found += more
        last = number
    return found


def _swapped(source: SourceText, strings: list[FString]) -> list[TextEdit] | None:
    """Other quotes for those in fields that are the f-string's own; None where they cannot be exchanged."""
    edits: list[TextEdit] = []
    for string in strings:
        other = "'" if string.quote == '"' else '"'
        for inner in string.inner:
            begin, end = inner.start + len(inner.prefix) + len(inner.quote), inner.end - len(inner.quote)
            body = source.text[begin:end]
            if inner.quote[0] == string.quote:
                if other in body or "\\" in body or len(inner.quote) == 3:
                    return None
                edits += [TextEdit(begin - 1, begin, other), TextEdit(end, end + 1, other)]
    return edits


def _begins(source: SourceText, line: int) -> int:
    """The line on which the statement of a line begins, as far as brackets above it show."""
    code = code_only(source.text[: source.offset(line, 0)])
    opened = []
    for found in re.finditer(r"[()\[\]{}]", code):
        if found[0] in "([{":
            opened.append(found.start())
        elif opened:
            opened.pop()
    return source.position(opened[0])[0] if opened else line


def _expression(source: SourceText, text: str) -> bool:
    """Whether a text is an expression whose names the file or Python knows."""
    try:
        tree = ast.parse(f"({text})", mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    known = all(hasattr(builtins, name) or is_bound(source, name) for name in names)
    return bool(text.strip()) and (known or text.strip().replace(".", "").isidentifier())


def _closed(source: SourceText, string: FString) -> Mend | None:
    """The missing brace behind the expression."""
    if string.open is None:
        return None
    rest = source.text[string.open : string.end - 1]
    ending = _FORMAT.search(rest)
    expression = rest[: ending.start()] if ending is not None else rest
    if _expression(source, expression) and not rest.endswith(" "):
        at = string.open + len(rest)
        return proven(source, [TextEdit(at, at, "}")])
    primary = _PRIMARY.match(rest)
    if primary is None:
        return None
    at = string.open + primary.end()
    return proven(source, [TextEdit(at, at, "}")], sure=not _GOES_ON.match(rest[primary.end() :]))


def _opened(source: SourceText, strings: list[FString]) -> Mend | None:
    """The missing brace before a name."""
    for string in strings:
        if string.single is None:
            continue
        before = source.text[string.start + len(string.prefix) + 1 : string.single]
        name = re.search(r"(?<![\w.{])[^\W\d]\w*(?:\.\w+)*\Z", before)
        if name is None or not is_bound(source, name[0].partition(".")[0]):
            return None
        at = string.single - len(name[0])
        return proven(source, [TextEdit(at, at, "{")])
    return None


def _filled(source: SourceText, strings: list[FString]) -> Mend | None:
    """An f that is too much, or braces that are meant as they stand."""
    for string in strings:
        empty = [span for span in string.fields if not source.text[slice(*span)].strip()]
        if not empty:
            continue
        if source.text.startswith(".format(", string.end):
            if len(empty) < len(string.fields):
                return None
            letter = string.start + string.prefix.lower().index("f")
            return proven(source, [TextEdit(letter, letter + 1, "")])
        doubled = []
        for start, end in empty:
            doubled += [TextEdit(start - 1, start - 1, "{"), TextEdit(end, end, "}")]
        return proven(source, doubled, sure=False)
    return None


RECIPES = (
    Recipe(
        "fstring",
        "Mends the fields of an f-string.",
        apply,
        needs_statement=False,
        unsure="Where the brace belongs cannot be told from the text alone.",
    ),
)
