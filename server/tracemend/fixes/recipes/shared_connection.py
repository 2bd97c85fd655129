"""`other-threads`: let a connection of SQLite be used in another thread than the one that made it.

`check_same_thread=False` for the only connection. Where several threads may use it at a time, what each function or
method does with it goes under one lock, which is made beside the connection; sure where it is one global or an
attribute of `self`, and only one thread uses it or a lock is held. Does not apply to a file with several connections.

Sources: https://docs.python.org/3/library/sqlite3.html#sqlite3.connect, https://www.sqlite.org/threadsafe.html
"""

from __future__ import annotations

import ast
from collections.abc import Iterable

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, innermost_function, keyword_of, spreads
from tracemend.fixes.toolkit.edits import (
    add_keyword,
    indent_lines,
    indent_of,
    indent_step,
    insert_after,
    owns_its_lines,
)
from tracemend.fixes.toolkit.imports import imports_for
from tracemend.fixes.toolkit.names import free_name
from tracemend.source.module import Module, whole

_STARTERS = ("Thread", "ThreadPoolExecutor", "ThreadPool", "Timer", "to_thread", "run_in_executor")
_LOCKS = ("Lock", "RLock")
_LOOPS = (ast.For, ast.While, ast.ListComp, ast.GeneratorExp, ast.SetComp)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def other_threads(request: Request) -> Mend | None:
    """The recipe."""
    statement = request.place.statement
    asked = "only be used in that same thread" in request.report.message
    file = whole(statement.source) if statement is not None and asked else None
    if file is None:
        return None
    every = [one for one in file.nodes if isinstance(one, ast.Call)]
    made = [one for one in every if dotted(one.func) in ("sqlite3.connect", "connect")]
    if len(made) != 1 or keyword_of(made[0], "check_same_thread") or spreads(made[0]):
        return None
    edit = add_keyword(file.statement(made[0]), made[0], "check_same_thread=False")
    threads = [one for one in every if called(one) in _STARTERS]
    single = len(threads) == 1 and (_is_one(threads[0]) and not _in_loop(file, threads[0]))
    if (
        single
        or any(called(one) in _LOCKS for one in every)
        or (threads and all(_in_turn(file, one) for one in threads))
    ):
        return Mend((edit,))
    locked = _locked(file, made[0])
    return Mend((edit,), sure=False) if locked is None else Mend((edit, *locked))


def _is_one(call: ast.Call) -> bool:
    """Whether a call makes one thread: a `Thread`, a pool of one."""
    if called(call) in ("Thread", "Timer"):
        return True
    given = keyword_of(call, "max_workers")
    size = call.args[0] if call.args else given.value if given is not None else None
    return isinstance(size, ast.Constant) and size.value == 1


def _in_loop(file: Module, node: ast.AST) -> bool:
    return any(isinstance(outer, _LOOPS) for outer in file.around(node))


def _in_turn(file: Module, call: ast.Call) -> bool:
    """Whether the thread is joined in the block that makes it: then there is one at a time."""
    holder = file.parents.get(id(call))
    if not isinstance(holder, ast.Assign) or not isinstance(holder.targets[0], ast.Name):
        return False
    block = getattr(file.parents.get(id(holder)), "body", ())
    calls = [one.value for one in block if isinstance(one, ast.Expr) and isinstance(one.value, ast.Call)]
    return f"{holder.targets[0].id}.join" in [dotted(one.func) for one in calls]


def _locked(file: Module, call: ast.Call) -> list[TextEdit] | None:
    """A lock beside the connection, and every function's use of the connection under it; None where that cannot be
    done whole."""
    holder = file.statement(call)
    if not isinstance(holder.node, ast.Assign) or holder.node.value is not call or not owns_its_lines(holder):
        return None
    target = holder.node.targets[0]
    name = dotted(target)
    if name is None or len(holder.node.targets) != 1:
        return None
    in_class = isinstance(target, ast.Attribute)
    if not (in_class and name.startswith("self.") and name.count(".") == 1) and holder.parents:
        return None
    owner = next((one for one in reversed(holder.parents) if isinstance(one, ast.ClassDef)), None)
    if in_class and (
        owner is None or any(isinstance(one, ast.ClassDef) for one in ast.walk(owner) if one is not owner)
    ):
        return None
    lock = free_name(file.source, "lock")
    lock = f"self.{lock}" if in_class else lock
    maker = innermost_function(holder.parents)
    edits: list[TextEdit] = []
    functions = [one for one in ast.walk(owner or file.tree) if isinstance(one, ast.FunctionDef) and one is not maker]
    for function in functions:
        under = _under(file, function, name, lock)
        if under is None:
            return None
        edits += under
    uses = [one for one in file.nodes if isinstance(one, ast.Lambda | ast.AsyncFunctionDef) and _uses(one, name)]
    if not edits or uses:
        return None
    imports = imports_for(file.source, holder.line_of(holder.node), maker is not None)
    new = imports.name("threading", "Lock")
    return [*imports.edits(), insert_after(holder, [f"{lock} = {new}()"]), *edits]


def _uses(node: ast.AST, name: str) -> bool:
    return any(isinstance(one, ast.Name | ast.Attribute) and dotted(one) == name for one in ast.walk(node))


def _under(file: Module, function: ast.FunctionDef, name: str, lock: str) -> list[TextEdit] | None:
    """`with lock:` around the statements of a function from the first to the last that use the connection."""
    using = [number for number, one in enumerate(function.body) if _uses(one, name)]
    if not using:
        return []
    part = function.body[using[0] : using[-1] + 1]
    inner = [one for statement in part for one in ast.walk(statement)]
    if any(isinstance(one, (ast.Yield, ast.YieldFrom, *_FUNCTIONS)) for one in inner):
        return None
    if _calls_another(file, inner, function, name) or not all(owns_its_lines(file.statement(one)) for one in part):
        return None
    first, last = file.statement(part[0]), part[-1]
    line, end = part[0].lineno, last.end_lineno or last.lineno
    at = file.source.offset(line, 0)
    newline = file.source.newline
    edits = indent_lines(file.source, line, end, indent_step(file.source))
    return [TextEdit(at, at, f"{indent_of(first)}with {lock}:{newline}"), *edits]


def _calls_another(file: Module, inner: Iterable[ast.AST], function: ast.FunctionDef, name: str) -> bool:
    """Whether another function that uses the connection is called where the lock would be held, and would wait."""
    names = {one.name for one in file.nodes if isinstance(one, ast.FunctionDef) and _uses(one, name)}
    return any(isinstance(one, ast.Call) and called(one) in names for one in inner)


RECIPES = (
    Recipe(
        "other-threads",
        "Lets other threads use the connection, one at a time.",
        other_threads,
        unsure="Nothing keeps threads from using the connection at the same time.",
    ),
)
