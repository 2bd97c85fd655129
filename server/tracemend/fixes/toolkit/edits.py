"""Edits of whole lines and of arguments, with the file's own line ends, indentation and comments."""

from __future__ import annotations

import ast
import re
import tokenize
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from tracemend import lazy
from tracemend.fixes.recipe import TextEdit
from tracemend.source.module import Module
from tracemend.source.statement import Statement
from tracemend.source.text import SourceText

_REST = lazy.regex(r"[ \t\f]*(?:#.*)?\Z")
_CLOSED = lazy.regex(r"#[^\r\n]*|(\))")
_COMMENTED = lazy.regex(r"[ \t]*,[ \t]*#[^\r\n]*\Z")
_ENDED = lazy.regex(r"[ \t]*,?[ \t]*(?:#[^\r\n]*)?\Z")
_HEADER = lazy.regex(r"^([ \t]*)[^\s#][^\r\n]*:[ \t]*\r?\n([ \t]+)(?=[^\s#])", re.MULTILINE)
_ASYNC = lazy.regex(r"async[ \t]+(?!\\)")
_OPENED = lazy.regex(r"[ \t)]*\(")
_STRING_BEGINS = ("FSTRING_START", "TSTRING_START")
_STRING_ENDS = ("FSTRING_END", "TSTRING_END")


def replace(statement: Statement, node: ast.AST, text: str) -> TextEdit:
    """The edit that puts `text` in a node's place."""
    start, end = statement.span(node)
    return TextEdit(start, end, text)


def merged(edits: Iterable[TextEdit]) -> tuple[TextEdit, ...]:
    """The same edits, sorted, with those that begin at one place made one: their texts in the order given.

    LSP leaves open what an insertion and a replacement at one place make together.
    """
    found: list[TextEdit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        last = found[-1] if found else None
        if last is not None and last.start == last.end == edit.start:
            found[-1] = TextEdit(edit.start, edit.end, last.text + edit.text)
        else:
            found.append(edit)
    return tuple(found)


def indent_step(source: SourceText) -> str:
    """One step of indentation: what most headers' bodies have (a first indented line may be a continuation's)."""
    steps: Counter[str] = Counter()
    others: list[str] = []
    for header in islice(_HEADER.finditer(source.text, 0, 200_000), 200):
        outer, inner = header[1], header[2]
        if inner.startswith(outer) and inner != outer:
            steps[inner[len(outer) :]] += 1
        else:
            others.append(inner)  # the header's last line stands further in than its first
    if steps:
        return steps.most_common(1)[0][0]
    return min(others, key=len) if others else source.indent


def begins_its_line(statement: Statement) -> bool:
    """Whether a line can be put before the statement: nothing stands left of it, and it is no `elif`."""
    start, _ = statement.span(statement.node)
    line, column = statement.source.position(start)
    if statement.source.text.startswith("elif", start) and isinstance(statement.node, ast.If):
        return False
    return not statement.source.line(line)[:column].strip()


def owns_its_lines(statement: Statement) -> bool:
    """Whether nothing but the statement, and perhaps a comment, stands on its lines."""
    if not begins_its_line(statement):
        return False
    _, end = statement.span(statement.node)
    line, column = statement.source.position(end)
    return bool(_REST.match(statement.source.line(line)[column:]))


def extent(statement: Statement) -> tuple[int, int]:
    """First and last line of the statement in the file, 1-based, decorators not counted."""
    start, end = statement.span(statement.node)
    return statement.source.position(start)[0], statement.source.position(end)[0]


def commented_extent(statement: Statement) -> tuple[int, int]:
    """The same with the lines of comment directly above, which go with the statement where it goes."""
    first, last = extent(statement)
    source = statement.source
    while first > 1 and source.line(first - 1).strip().startswith("#"):
        first -= 1
    return first, last


def indent_of(statement: Statement) -> str:
    """The white space left of the statement."""
    return statement.source.indent_of(extent(statement)[0])


def line_above(statement: Statement) -> str:
    """The nearest line above the statement, stripped, that is indented as it is and no comment; empty where what is
    further out comes first."""
    source = statement.source
    first = extent(statement)[0]
    indent = source.indent_of(first)
    for number in range(first - 1, 0, -1):
        line, own = source.line(number), source.indent_of(number)
        if not line.strip() or line.lstrip().startswith("#") or (own != indent and own.startswith(indent)):
            continue
        return line.strip() if own == indent else ""
    return ""


def insert_before(statement: Statement, lines: Iterable[str]) -> TextEdit:
    """New lines before the statement, each indented as it is. The caller has asked `begins_its_line`."""
    source = statement.source
    at = source.offset(extent(statement)[0], 0)
    indent = indent_of(statement)
    return TextEdit(at, at, "".join(f"{indent}{line}{source.newline}" for line in lines))


def insert_after(statement: Statement, lines: Iterable[str]) -> TextEdit:
    """New lines after the statement's last line, each indented as the statement is."""
    source = statement.source
    last = extent(statement)[1]
    at = source.offset(last, len(source.line(last)))
    indent = indent_of(statement)
    return TextEdit(at, at, "".join(f"{source.newline}{indent}{line}" for line in lines))


def lines_in_strings(source: SourceText, first: int, last: int) -> frozenset[int]:
    """Lines from `first` to `last` (1-based, inclusive) that begin inside a string: the blanks are the string's."""
    inside: set[int] = set()
    begun: list[int] = []
    for token in _tokens(source, first, last):
        kind = tokenize.tok_name[token.type]
        if kind == "STRING":
            inside.update(range(token.start[0] + 1, token.end[0] + 1))
        elif kind in _STRING_BEGINS:
            begun.append(token.start[0])
        elif kind in _STRING_ENDS and begun:
            inside.update(range(begun.pop() + 1, token.end[0] + 1))
    return frozenset(first + number - 1 for number in inside)


def _tokens(source: SourceText, first: int, last: int) -> Iterator[tokenize.TokenInfo]:
    lines = iter(source.lines[first - 1 : last])
    try:
        yield from tokenize.generate_tokens(lambda: next(lines, ""))
    except (tokenize.TokenError, SyntaxError):
        return


def indent_lines(source: SourceText, first: int, last: int, step: str) -> list[TextEdit]:
    """Put `step` before each line that has text and does not begin inside a string."""
    strings = lines_in_strings(source, first, last)
    edits = []
    for number in range(first, last + 1):
        if number not in strings and source.line(number).strip():
            at = source.offset(number, 0)
            edits.append(TextEdit(at, at, step))
    return edits


def add_keyword(statement: Statement, call: ast.Call, text: str) -> TextEdit:
    """Add a keyword argument at the end of a call: on a line of its own where the last argument has one."""
    _, end = statement.span(call)
    nodes: list[ast.AST] = [*call.args, *call.keywords]
    if not nodes:
        return TextEdit(end - 1, end - 1, text)
    last = max(nodes, key=lambda node: statement.span(node)[1])
    return add_after(statement, call, last, text)


def add_after(statement: Statement, call: ast.Call, argument: ast.AST, text: str) -> TextEdit:
    """Add an argument after another one of a call: on a line of its own where that one has one."""
    source = statement.source
    _, end = statement.span(call)
    start, at = statement.span(argument)
    every: list[ast.AST] = [*call.args, *call.keywords]
    stop = min([end - 1, *(begin for one in every if (begin := statement.span(one)[0]) > start)])
    for token in _CLOSED.finditer(source.text, at, stop):
        # A parenthesised argument's own closing parenthesis is no part of its node.
        at = token.end() if token[1] else at
    line, column = source.position(start)
    before = source.line(line)[:column].rstrip("(")
    last, column = source.position(at)
    shared = not _ENDED.match(source.line(last)[column:]) and at < stop and stop < end - 1
    if before.strip() or source.position(end)[0] == line or shared:
        return TextEdit(at, at, f", {text}")
    rest = _COMMENTED.match(source.line(last)[column:])
    if rest is not None:  # a comma ends the line, and the comment behind it is the argument's
        return TextEdit(at + rest.end(), at + rest.end(), f"{source.newline}{before}{text},")
    return TextEdit(at, at, f",{source.newline}{before}{text}")


def in_parentheses(file: Module | Statement, call: ast.Call, argument: ast.expr) -> bool:
    """Whether an argument of a call stands in parentheses of its own, which are not counted to it."""
    start = file.span(argument)[0]
    before = [file.span(one)[1] for one in (*call.args, *call.keywords) if file.span(one)[0] < start]
    at = max([file.span(call.func)[1], *before])
    return file.source.text[at:start].count("(") > (0 if before else 1)


def without_argument(file: Module, call: ast.Call, argument: ast.keyword | ast.expr) -> TextEdit | None:
    """An argument left out with the comma beside it; None where a comment or another's parenthesis is there."""
    spans = sorted(file.span(one) for one in (*call.args, *call.keywords))
    at = spans.index(file.span(argument))
    start, end = spans[at]
    if at:
        start = spans[at - 1][1]
    elif len(spans) > 1:
        end = spans[1][0]
    else:  # with its own parentheses, its comma and its lines
        opened = _OPENED.match(file.source.text, file.span(call.func)[1], start)
        start, end = opened.end() if opened is not None else start, file.span(call)[1] - 1
    text = file.source.text[start:end]
    return None if "#" in text or text.count(")") != text.count("(") else TextEdit(start, end, "")


def without_async(file: Module, node: ast.stmt) -> TextEdit | None:
    """The edit that takes `async` off a statement; None where it does not stand on the statement's line."""
    start, _ = file.span(node)
    found = _ASYNC.match(file.source.text, start)
    return TextEdit(start, found.end(), "") if found is not None else None


def inside_quotes(file: Module, node: ast.expr) -> tuple[int, int] | None:
    """Where a text's characters stand between its quotes; None where it has escapes, pieces or a prefix."""
    start, end = file.span(node)
    text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
    written = file.source.text[start:end]
    return (start + 1, end - 1) if text and written[1:-1] == text and written[0] in "'\"" else None
