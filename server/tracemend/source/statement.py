"""The statement around a line, parsed from the indentation block it stands in and never from a whole large
file.

The file may be broken elsewhere, and may be written for a newer Python than the server's own: then the
largest block around the line that does parse is used, down to the statement alone.
"""

from __future__ import annotations

import ast
import sys
import warnings
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tracemend.source.blocks import OPEN_HEADER, block, continues, header_text, openers
from tracemend.source.text import SourceText

_BLOCK_LINES = 150
"""A larger block is left out in favour of the next inner one: parsing takes about 10 us a line."""
_STATEMENT_LINES = 4000
"""The innermost block may be this large: a table written as one literal."""


class Statement(NamedTuple):
    """A statement of a source file, parsed from the indentation block around it.

    The nodes' own positions are relative to the parsed text; ask `span` for offsets in the file. `node` is
    the innermost statement whose own lines (a compound statement's headers only) contain the line. `parents`
    are the nodes around it, outermost first: statements, exception handlers and match cases. A parent that
    lies outside the parsed block is made from its header alone, its body is a single `pass`. `expression` is
    the smallest one that the caret columns name, else None.
    """

    node: ast.stmt
    parents: tuple[ast.AST, ...]
    expression: ast.expr | None
    source: SourceText
    first_line: int
    """The line of the file that the nodes count as their line 1."""

    def line_of(self, node: ast.AST) -> int:
        """The line of the file that a node begins on, 1-based."""
        return self.first_line + int(getattr(node, "lineno", 1)) - 1

    def span(self, node: ast.AST) -> tuple[int, int]:
        """Start and end offset of a node in the file, in characters, the end exclusive (AST columns are UTF-8
        bytes).

        Raises ValueError for a node that has no position (`ast.arguments`, `ast.Load`...).
        """
        if not isinstance(node, ast.stmt | ast.expr | ast.excepthandler | ast.arg | ast.keyword | ast.alias):
            raise ValueError(f"{type(node).__name__} has no position")
        end_line = node.lineno if node.end_lineno is None else node.end_lineno
        end_column = node.col_offset if node.end_col_offset is None else node.end_col_offset
        return self._offset(node.lineno, node.col_offset), self._offset(end_line, end_column)

    def _offset(self, line: int, column: int) -> int:
        number = self.first_line + line - 1
        return self.source.offset(number, characters(self.source.line(number), column))

    def text(self, node: ast.AST) -> str:
        """The file's text of a node."""
        start, end = self.span(node)
        return self.source.text[start:end]


def characters(line: str, column: int) -> int:
    """A column in UTF-8 bytes, as `ast` counts, as a column in characters of the line."""
    if line.isascii():
        return column
    return len(line.encode("utf-8", "surrogatepass")[:column].decode("utf-8", "ignore"))


def parse(text: str) -> ast.Module | None:
    """`ast.parse` without warnings on standard error; None for what is no Python of this interpreter's
    version."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


@lru_cache(maxsize=3)
def parse_kept(text: str) -> ast.Module | None:
    """As `parse`, for the text of a whole file: every fact and recipe of an error asks for the same one. Nobody may
    change the tree."""
    return parse(text)


def statement_at(source: SourceText, line: int, carets: tuple[int, int] | None = None) -> Statement | None:
    """The statement on `line` (1-based); None on a blank line, a comment, or where no block around it parses.

    `carets` are columns of that line, 0-based, in characters, the end exclusive: they choose among several
    statements on one line, and name the expression.
    """
    here = source.line(line).lstrip()
    if not here or here.startswith("#"):
        return None
    around = openers(source, line)
    for index in range(len(around) - 1, -1, -1):
        start, end = block(source, around[index], line)
        if end - start >= (_BLOCK_LINES if index else _STATEMENT_LINES):
            continue
        found = _in_block(source, start, end, line, carets)
        if found is not None:
            return _with_outer(found, [number for number in around[index + 1 :] if number < start])
    return _alone(source, line, carets, around)


def _in_block(source: SourceText, start: int, end: int, line: int, carets: tuple[int, int] | None) -> Statement | None:
    text = source.text[source.offset(start, 0) : source.offset(end + 1, 0)]
    indented = bool(source.indent_of(start))
    tree = parse("if 1:\n" + text if indented else text)
    if tree is None or not tree.body:
        return None
    first_line = start - 1 if indented else start
    body = tree.body
    if indented and isinstance(body[0], ast.If):
        body = body[0].body
    return _innermost(source, body, first_line, line, carets)


def _innermost(
    source: SourceText, body: list[ast.stmt], first_line: int, line: int, carets: tuple[int, int] | None
) -> Statement | None:
    """The innermost statement of `body` on `line`, with what is around it."""
    number = line - first_line + 1
    text = source.line(line)

    def holds(node: ast.stmt | ast.excepthandler | ast.match_case) -> bool:
        begin, begin_column, end, end_column = _extent(node)
        if not begin <= number <= end:
            return False
        if carets is None:
            return True
        after = begin < number or characters(text, begin_column) <= carets[0]
        return after and (end > number or characters(text, end_column) > carets[0])

    parents: list[ast.AST] = []
    at: ast.stmt | None = None
    children: Iterator[ast.stmt | ast.excepthandler | ast.match_case] = iter(body)
    while True:
        inner = next((child for child in children if holds(child)), None)
        if inner is None:
            break
        parents.append(inner)
        if isinstance(inner, ast.stmt):
            at = inner
        children = _parts(inner)
    if at is None:
        return None
    del parents[parents.index(at) :]
    found = Statement(at, tuple(parents), None, source, first_line)
    if carets is None:
        return found
    return Statement(at, tuple(parents), _expression(found, line, carets), source, first_line)


def _extent(node: ast.stmt | ast.excepthandler | ast.match_case) -> tuple[int, int, int, int]:
    """First line and column, last line and column, decorators included."""
    if isinstance(node, ast.match_case):
        last = node.body[-1]
        return node.pattern.lineno, 0, last.end_lineno or last.lineno, last.end_col_offset or 0
    begin, column = node.lineno, node.col_offset
    for decorator in getattr(node, "decorator_list", ()):
        if decorator.lineno < begin:
            begin, column = decorator.lineno, 0
    return begin, column, node.end_lineno or node.lineno, node.end_col_offset or 0


def _parts(node: ast.AST) -> Iterator[ast.stmt | ast.excepthandler | ast.match_case]:
    for name in ("body", "handlers", "cases", "orelse", "finalbody"):
        parts = getattr(node, name, ())
        if isinstance(parts, list):
            yield from parts


def own_parts(node: ast.stmt) -> Iterator[ast.AST]:
    """A statement's own expressions and the nodes in them: not the statements in its body, nor nested
    functions'."""
    waiting: list[ast.AST] = []
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ExceptHandler):
            if child.type is not None:
                waiting.append(child.type)
        elif isinstance(child, ast.match_case):
            waiting += [child.pattern, *([child.guard] if child.guard else [])]
        elif not isinstance(child, ast.stmt):
            waiting.append(child)
    while waiting:
        part = waiting.pop()
        yield part
        waiting.extend(ast.iter_child_nodes(part))


def _expression(statement: Statement, line: int, carets: tuple[int, int]) -> ast.expr | None:
    """The smallest expression that covers the caret columns of `line`."""
    number = line - statement.first_line + 1
    text = statement.source.line(line)
    begin, end = (len(text[:column].encode("utf-8", "surrogatepass")) for column in carets)
    best: ast.expr | None = None
    size: tuple[int, int] | None = None
    inside: set[int] = set()
    for part in own_parts(statement.node):
        if isinstance(part, ast.JoinedStr) and sys.version_info < (3, 12):
            # Before 3.12 the positions of what stands in an f-string are not those of the file.
            inside.update(id(child) for child in ast.walk(part) if child is not part)
        if not isinstance(part, ast.expr) or id(part) in inside:
            continue
        last, last_column = part.end_lineno or part.lineno, part.end_col_offset or 0
        starts = part.lineno < number or (part.lineno == number and part.col_offset <= begin)
        ends = last > number or (last == number and last_column >= end)
        if not (starts and ends):
            continue
        extent = (last - part.lineno, last_column - part.col_offset)
        if size is None or extent <= size:
            best, size = part, extent
    return best


def _with_outer(found: Statement, around: list[int]) -> Statement:
    """`found` with the parents that its block does not show, each made from its header."""
    outer: list[ast.AST] = []
    for number in reversed(around):
        node = _header_node(found.source, number, found.first_line)
        if node is not None:
            outer.append(node)
    if not outer:
        return found
    return Statement(found.node, (*outer, *found.parents), found.expression, found.source, found.first_line)


def _header_node(source: SourceText, line: int, first_line: int) -> ast.stmt | None:
    header = header_text(source, line)
    if header is None:
        return None
    end = "\nfinally: pass" if header.lstrip().startswith("try") else ""
    indent = source.indent_of(line)
    tree = parse(f"if 1:\n{header if indent else ' ' + header} pass{end and end[0] + (indent or ' ') + end[1:]}")
    if tree is None or not isinstance(tree.body[0], ast.If):
        return None
    node = tree.body[0].body[0]
    if not indent:
        for part in ast.walk(node):
            if isinstance(part, ast.stmt | ast.expr | ast.arg | ast.keyword) and part.lineno == 2:
                part.col_offset -= 1
                if part.end_lineno == 2 and part.end_col_offset:
                    part.end_col_offset -= 1
    ast.increment_lineno(node, line - first_line - 1)
    return node


def _alone(source: SourceText, line: int, carets: tuple[int, int] | None, around: list[int]) -> Statement | None:
    """The statement of one line whose block does not parse: the line itself, or the header that stands on
    it."""
    if continues(source, line):
        return None
    indent = source.indent_of(line)
    header = header_text(source, line)
    text = source.line(line).lstrip()
    if header is not None and not header.lstrip().startswith("try"):
        text = header.lstrip() + " pass"
    elif text.startswith("elif ") and OPEN_HEADER.search(text):
        # The same columns, read as a statement of its own.
        return _parse_alone(source, line, carets, around, f"{indent}  {text[2:]} pass")
    return _parse_alone(source, line, carets, around, indent + text)


def _parse_alone(
    source: SourceText, line: int, carets: tuple[int, int] | None, around: list[int], text: str
) -> Statement | None:
    indented = text[:1] in (" ", "\t")
    tree = parse("if 1:\n" + text if indented else text)
    if tree is None or not tree.body:
        return None
    body = tree.body
    if indented and isinstance(body[0], ast.If):
        body = body[0].body
    found = _innermost(source, body, line - 1 if indented else line, line, carets)
    if found is None:
        return None
    return _with_outer(found, [number for number in around if number < line])
