"""`main-guard`: run a module's code only when it is started, not when a child process imports it.

Puts what follows the last function, class or import under `if __name__ == "__main__":`; constants at its
beginning stay where they are. Multi-line strings keep their text. Does not apply where such a guard is
there already, where the failing line stands above the last definition, or where the file has a syntax
error.

Source: https://docs.python.org/3/library/multiprocessing.html#the-spawn-and-forkserver-start-methods
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.edits import indent_lines, indent_step
from tracemend.source.statement import parse_kept
from tracemend.source.text import SourceText

_GUARD = lazy.regex(r"""(?m)^if[ \t]+\(?[ \t]*(?:__name__[ \t]*==|["']__main__["'][ \t]*==)""")
_MAX_LINES = 20_000
"""The whole file is parsed: about 5 us a line."""
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)


def apply(request: Request) -> Mend | None:
    """The recipe."""
    source, line = request.place.source, request.place.line
    if source is None or line is None or _GUARD.search(source.text):
        return None
    tree = parse_kept(source.text) if source.line_count <= _MAX_LINES else None
    if tree is None:
        return None
    defined = [index for index, node in enumerate(tree.body) if isinstance(node, _DEFINITIONS)]
    tail = tree.body[defined[-1] + 1 if defined else 0 :]
    while tail and (_is_constant(tail[0]) or _is_docstring(tail[0])):
        tail = tail[1:]
    if not tail or line < tail[0].lineno:
        return None
    first, last = tail[0].lineno, max(node.end_lineno or node.lineno for node in tail)
    if source.line(first)[: tail[0].col_offset].strip() or (defined and _ends_on(tree.body[defined[-1]], first)):
        return None
    while first > 1 and source.line(first - 1).startswith("#") and not _is_opening(source, first - 1):
        first -= 1
    at = source.offset(first, 0)
    guard = TextEdit(at, at, f'if __name__ == "__main__":{source.newline}')
    indented = indent_lines(source, first, last, indent_step(source))
    head = [edit for edit in indented if edit.start == at]
    rest = [edit for edit in indented if edit.start != at]
    if head:
        guard = TextEdit(at, at, guard.text + head[0].text)
    return Mend((guard, *rest), sure=not _needed_by_functions(tree, tail))


def _is_constant(node: ast.stmt) -> bool:
    """An assignment that calls nothing: children may need it, and it does no harm there."""
    if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
        return False
    return not any(isinstance(part, ast.Call | ast.Await | ast.NamedExpr) for part in ast.walk(node.value))


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _ends_on(node: ast.stmt, line: int) -> bool:
    return (node.end_lineno or node.lineno) == line


def _is_opening(source: SourceText, line: int) -> bool:
    """Whether the comments up to `line` open the file."""
    return all(source.line(number).startswith("#") for number in range(1, line + 1))


def _needed_by_functions(tree: ast.Module, tail: list[ast.stmt]) -> bool:
    """Whether a function or class reads a name that the guarded code binds: children would not have it."""
    bound = {
        part.id
        for node in tail
        for part in ast.walk(node)
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)
    }
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            parts = list(ast.walk(node))
            own = {part.arg for part in parts if isinstance(part, ast.arg)}
            own |= {part.id for part in parts if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)}
            read = {part.id for part in parts if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load)}
            if bound & (read - own):
                return True
    return False


RECIPES = (
    Recipe(
        "main-guard",
        'Puts the code that runs when the module is loaded under `if __name__ == "__main__":`.',
        apply,
        needs_statement=False,
        unsure="Functions of the file use names that would be bound below the guard.",
    ),
)
