"""Declarations `global` and `nonlocal` that the compiler refuses.

`declaration-first`: a declaration that stands after a use of its name goes to the top of its function, under the
docstring. Does not apply at the module's level, or to a declaration that shares its line.
`drop-annotation`: an assignment to a name that is declared loses its annotation, which belongs to the assignment
at the module's level. Does not apply to an annotation without a value.
`global-instead`: `nonlocal` becomes `global` where no function around, but the module itself, binds all its names.

Source: "The global statement" and "The nonlocal statement" in Python's language reference; CPython's symtable.c.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.compiling import MAX_TEXT, proven
from tracemend.source.statement import characters, parse_kept
from tracemend.source.text import SourceText

Function = ast.FunctionDef | ast.AsyncFunctionDef
Declaration = ast.Global | ast.Nonlocal


def _offset(source: SourceText, line: int, column: int) -> int:
    return source.offset(line, characters(source.line(line), column))


def _functions(tree: ast.Module) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def _own(node: ast.AST) -> Iterator[ast.AST]:
    """What stands in a function or module, without the functions and classes in it."""
    for child in ast.iter_child_nodes(node):
        yield child
        if not isinstance(child, Function | ast.ClassDef | ast.Lambda):
            yield from _own(child)


def _asked(request: Request) -> tuple[SourceText, int, ast.Module] | None:
    source, line = request.place.source, request.place.line
    if source is None or line is None or len(source.text) > MAX_TEXT:
        return None
    tree = parse_kept(source.text)
    return None if tree is None else (source, line, tree)


def first(request: Request) -> Mend | None:
    """The recipe `declaration-first`."""
    asked = _asked(request)
    if asked is None:
        return None
    source, line, tree = asked
    for function in _functions(tree):
        found = next((n for n in _own(function) if isinstance(n, Declaration) and n.lineno == line), None)
        if found is None:
            continue
        body = function.body
        documented = ast.get_docstring(function, clean=False) is not None
        top = body[1] if documented and len(body) > 1 else body[0]
        decorators = getattr(top, "decorator_list", [])
        begins = min([top.lineno, *(decorator.lineno for decorator in decorators)])
        before = body[0].end_lineno if documented else function.lineno
        text = source.line(line)
        alone = re.match(r"[ \t]*(?:global|nonlocal)[ \t]+[\w \t,]+(?:#.*)?\Z", text)
        if alone is None or begins >= line or before is None or begins <= before:
            return None
        at = source.offset(begins, 0)
        moved = source.indent_of(begins) + text.strip() + source.newline
        start, end = source.offset(line, 0), source.offset(line + 1, 0)
        if line == source.line_count and not source.lines[-1].endswith(("\n", "\r")):
            start = source.offset(line - 1, len(source.line(line - 1)))
        return proven(source, [TextEdit(at, at, moved), TextEdit(start, end, "")])
    return None


def annotation(request: Request) -> Mend | None:
    """The recipe `drop-annotation`."""
    asked = _asked(request)
    named = re.search(r"annotated name '(\w+)' can't be", request.report.message)
    if asked is None or named is None:
        return None
    source, line, tree = asked
    for function in _functions(tree):
        own = [node for node in _own(function) if isinstance(node, ast.AnnAssign | ast.Global | ast.Nonlocal)]
        if not any(node.lineno == line for node in own):
            continue
        edits = []
        for node in own:
            if not isinstance(node, ast.AnnAssign) or not isinstance(node.target, ast.Name):
                continue
            if node.target.id != named[1]:
                continue
            target, note = node.target, node.annotation
            if node.value is None or None in (target.end_lineno, note.end_lineno) or not node.simple:
                return None
            start = _offset(source, target.end_lineno or 0, target.end_col_offset or 0)
            end = _offset(source, note.end_lineno or 0, note.end_col_offset or 0)
            edits.append(TextEdit(start, end, ""))
        return proven(source, edits)
    return None


def instead(request: Request) -> Mend | None:
    """The recipe `global-instead`."""
    asked = _asked(request)
    if asked is None:
        return None
    source, line, tree = asked
    declared = [node for node in ast.walk(tree) if isinstance(node, ast.Nonlocal) and node.lineno == line]
    if len(declared) != 1:
        return None
    bound = {node.id for node in _own(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    around = [f for f in _functions(tree) if f.lineno < line <= (f.end_lineno or 0)][:-1]
    inner = {n.id for f in around for n in _own(f) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    if not set(declared[0].names) <= bound - inner:
        return None
    start = _offset(source, line, declared[0].col_offset)
    return proven(source, [TextEdit(start, start + len("nonlocal"), "global")])


RECIPES = (
    Recipe("declaration-first", "Moves a global or nonlocal to the top of its function.", first, needs_statement=False),
    Recipe("drop-annotation", "Takes the annotation of a declared name away.", annotation, needs_statement=False),
    Recipe("global-instead", "Writes global for a nonlocal of a module's name.", instead, needs_statement=False),
)
