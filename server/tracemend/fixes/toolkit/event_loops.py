"""Event loops in a file: what is called of asyncio, where loops are run, what becomes a coroutine's body."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable

from tracemend.fixes.recipe import TextEdit
from tracemend.fixes.toolkit.code import called, dotted
from tracemend.fixes.toolkit.edits import indent_lines, indent_step, lines_in_strings, merged
from tracemend.fixes.toolkit.failing import is_alone, scope_at
from tracemend.fixes.toolkit.names import free_name
from tracemend.source.module import Module
from tracemend.source.scopes import names_bound

TASKS = ("create_task", "ensure_future")
"""What makes a task of a coroutine, in the loop that runs."""
_THREADS = ("Thread", "Timer", "ThreadPoolExecutor", "to_thread", "run_in_executor", "start_new_thread", "submit")
_JUMPS = (ast.Return, ast.Yield, ast.YieldFrom, ast.Break, ast.Continue, ast.Await, ast.Global, ast.Nonlocal)


def of_asyncio(file: Module, node: ast.AST, *names: str) -> bool:
    """Whether a node calls one of these functions of asyncio, by the module's name or by its own."""
    if not isinstance(node, ast.Call) or called(node) not in names:
        return False
    written = dotted(node.func) or ""
    root = written.partition(".")[0]
    scope = file.scope_of(root, node) if root else None
    bound = file.bindings(root, scope) if scope is not None else []
    found = {_imported(file, one.node, root) for one in bound}
    return found == {f"asyncio.{called(node)}" if written == root else "asyncio"} and written.count(".") <= 1


def _imported(file: Module, node: ast.AST, name: str) -> str:
    """What an import binds to a name, in full; empty for what is no import."""
    statement = file.parents.get(id(node), node) if isinstance(node, ast.alias) else node
    if not isinstance(statement, ast.Import | ast.ImportFrom):
        return ""
    for alias in statement.names:
        if (alias.asname or alias.name.partition(".")[0]) == name:
            module = getattr(statement, "module", None)
            return f"{module}.{alias.name}" if module else alias.name if alias.asname else name
    return ""


def runs_of(file: Module) -> list[ast.Call]:
    """The file's calls of `asyncio.run`, in the order of the text, and of `run_until_complete`."""
    found = [
        one
        for one in file.nodes
        if isinstance(one, ast.Call)
        and one.args
        and (of_asyncio(file, one, "run") or called(one) in ("run_until_complete", "run_forever"))
    ]
    return sorted(found, key=lambda one: (one.lineno, one.col_offset))


def has_threads(file: Module) -> bool:
    """Whether the file starts threads, as far as the names of what it calls tell."""
    return any(isinstance(one, ast.Call) and called(one) in _THREADS for one in file.nodes)


def block_of(file: Module, node: ast.stmt) -> list[ast.stmt]:
    """The statements of the block that a statement stands in."""
    outer = file.parents.get(id(node))
    for name in ("body", "orelse", "finalbody"):
        block = getattr(outer, name, None)
        if isinstance(block, list) and any(one is node for one in block):
            return block
    return []


def indented(file: Module, node: ast.AST, step: str) -> str:
    """The text of a node, its further lines one step further in, but for those that begin inside a text."""
    start, end = file.span(node)
    first, last = file.source.position(start)[0], file.source.position(end)[0]
    strings = lines_in_strings(file.source, file.statement(node).line_of(file.statement(node).node), last)
    lines = file.source.text[start:end].split(file.source.newline)
    if len(lines) != last - first + 1:
        return file.source.text[start:end]
    return file.source.newline.join(
        line if not index or first + index in strings or not line.strip() else step + line
        for index, line in enumerate(lines)
    )


def in_coroutine(file: Module, block: list[ast.stmt], runs: list[ast.Call], module: str) -> list[TextEdit] | None:
    """The statements of a block put into one async function: what each of `runs` ran is awaited there, and that
    function is run in their stead, once.

    None where the block shares lines with others, where what it binds is used after it or elsewhere, or where it leaves
    the block by itself. The last statement's own value is handed back.
    """
    if not block or not all(is_alone(file, one) for one in block):
        return None
    first, last, run = block[0], block[-1], runs[-1]
    handed = isinstance(last, ast.Assign | ast.AnnAssign | ast.Return) and last.value is run
    moved = block[:-1] if handed else block
    if any(isinstance(part, _JUMPS) or _interrupted(part) for one in moved for part in ast.walk(one)):
        return None
    if _is_needed(file, moved, block):
        return None
    source, step = file.source, indent_step(file.source)
    if source.text[file.span(first)[0]] == "@" or getattr(first, "decorator_list", None):
        return None
    indent, newline = source.indent_of(first.lineno), source.newline
    top = not indent
    name = free_name(source, "main", "run_all")
    edits: list[TextEdit] = []
    at = source.offset(first.lineno, 0)
    gap = newline * max(0, 2 - _blank_above(file, first.lineno)) if top else ""
    head = f"{gap}{indent}async def {name}():{newline}"
    for one in runs[:-1] if handed else runs:
        edits += awaited_run(file, one)
    if moved:
        ends = last.lineno - 1 if handed else last.end_lineno or last.lineno
        edits += indent_lines(source, moved[0].lineno, ends, step)
    between = newline * (3 if top else 1)
    if handed:
        arg = run.args[0]
        if _has_comment(file, file.span(run)[0], file.span(arg)[0]) or _has_comment(file, *_after(file, run, arg)):
            return None
        text = f"{indent}{step}return await {indented(file, arg, step if moved else '')}{between}"
        begin = source.offset(last.lineno, 0)
        edits += [TextEdit(begin, begin, text), TextEdit(*file.span(arg), f"{name}()")]
    else:
        ends = last.end_lineno or last.lineno
        end = source.offset(ends, len(source.line(ends)))
        edits.append(TextEdit(end, end, f"{between}{indent}{module}.run({name}())"))
    return [*merged([TextEdit(at, at, head), *edits])]


def _interrupted(node: ast.AST) -> bool:
    """Whether a handler waits for what asyncio.run itself raises when the user ends the program."""
    named = ast.walk(node.type) if isinstance(node, ast.ExceptHandler) and node.type is not None else ()
    return any(isinstance(one, ast.Name) and one.id in ("KeyboardInterrupt", "BaseException") for one in named)


def _after(file: Module, run: ast.Call, arg: ast.expr) -> tuple[int, int]:
    return file.span(arg)[1], file.span(run)[1]


def _has_comment(file: Module, start: int, end: int) -> bool:
    return "#" in file.source.text[start:end]


def awaited_run(file: Module, run: ast.Call) -> list[TextEdit]:
    """`await x` for `asyncio.run(x)`."""
    start, end = file.span(run)
    first, last = file.span(run.args[0])
    tight = re.match(r"\s*(?:[.\[(]|\*\*)", file.source.text[end:]) is not None
    return [TextEdit(start, first, "(await " if tight else "await "), TextEdit(last, end, ")" if tight else "")]


def _blank_above(file: Module, line: int) -> int:
    count = 0
    while line - count > 1 and not file.source.line(line - 1 - count).strip():
        count += 1
    return 2 if line - count <= 1 else count


def _is_needed(file: Module, moved: Iterable[ast.stmt], block: Iterable[ast.stmt]) -> bool:
    """Whether a name that the statements bind is bound or used outside of the block."""
    parts = {id(part) for one in block for part in ast.walk(one)}
    for one in moved:
        for part in ast.walk(one):
            for name in names_bound(part):
                scope = file.scope_of(name, part)
                if scope is None or scope is not scope_at(file, one):
                    continue
                if any(id(use) not in parts for use in file.uses(name, scope)):
                    return True
                if any(id(bound.node) not in parts for bound in file.bindings(name, scope)):
                    return True
    return False
