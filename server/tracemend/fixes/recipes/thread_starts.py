"""`start-apart`, `target-keyword`, `no-daemon`: how threads and processes are made and started.

- `start-apart`: `t = Thread(...).start()` keeps None; the thread is kept, and started on the next line.
- `target-keyword`: the first argument of Thread and Process is `group`; a function there becomes `target=`, a tuple or
  list behind it `args=`.
- `no-daemon`: a process that starts others may be no daemon: `daemon=True` is left out, where the program joins it.

Sources: https://docs.python.org/3/library/threading.html#threading.Thread.start,
https://docs.python.org/3/library/multiprocessing.html#multiprocessing.Process.daemon
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of
from tracemend.fixes.toolkit.edits import without_argument
from tracemend.fixes.toolkit.failing import is_alone, scope_at, told
from tracemend.source.module import Module

_NONE = lazy.regex(r"'NoneType' object has no attribute '(?:join|is_alive|cancel|name|daemon|ident|terminate|pid)'")
_GROUP = lazy.regex(r"group argument must be None for now")
_DAEMON = lazy.regex(r"daemonic processes are not allowed to have children")
_MAKERS = ("Thread", "Process", "Timer")


def start_apart(request: Request) -> Mend | None:
    """The thread kept, and started by a statement of its own."""
    asked = told(request, _NONE)
    if asked is None:
        return None
    file = asked.file
    found = [one for one in file.nodes if isinstance(one, ast.Assign) and _is_started(one.value)]
    if len(found) != 1 or len(found[0].targets) != 1 or not is_alone(file, found[0]):
        return None
    node, target = found[0], dotted(found[0].targets[0])
    if target is None or not _comes_from(file, asked.node, target):
        return None
    call = node.value
    assert isinstance(call, ast.Call)
    assert isinstance(call.func, ast.Attribute)
    made, end = file.span(call.func.value)[1], file.span(call)[1]
    if file.source.text[made:end].replace(" ", "") != ".start()":
        return None
    line = file.source.indent_of(node.lineno)
    last = node.end_lineno or node.lineno
    at = file.source.offset(last, len(file.source.line(last)))
    return Mend((TextEdit(made, end, ""), TextEdit(at, at, f"{file.source.newline}{line}{target}.start()")))


def _is_started(node: ast.expr) -> bool:
    """Whether an expression makes a thread or process and starts it at once."""
    if not isinstance(node, ast.Call) or called(node) != "start" or not isinstance(node.func, ast.Attribute):
        return False
    return isinstance(node.func.value, ast.Call) and called(node.func.value) in _MAKERS and not node.args


def _comes_from(file: Module, node: ast.stmt, target: str) -> bool:
    """Whether a statement uses what `target` names, or an item of a list that it is put into."""
    parts = [part for part in ast.walk(node) if isinstance(part, ast.Name | ast.Attribute)]
    if any(dotted(part) == target for part in parts):
        return True
    lists = {dotted(call.func.value) for call in file.nodes if isinstance(call, ast.Call) and called(call) == "append"
             and isinstance(call.func, ast.Attribute) and [dotted(arg) for arg in call.args] == [target]}  # fmt: skip
    names = {part.id for part in parts if isinstance(part, ast.Name)}
    loops = [one for one in file.around(node) if isinstance(one, ast.For)]
    return any(isinstance(one.target, ast.Name) and one.target.id in names and dotted(one.iter) in lists
               for one in loops)  # fmt: skip


def target_keyword(request: Request) -> Mend | None:
    """`target=` before the function."""
    asked = told(request, _GROUP)
    if asked is None:
        return None
    calls = [one for one in asked.parts(ast.Call) if called(one) in ("Thread", "Process") and one.args]
    if len(calls) != 1 or len(calls[0].args) > 2 or keyword_of(calls[0], "target") is not None:
        return None
    first, rest = calls[0].args[0], calls[0].args[1:]
    if not isinstance(first, ast.Name | ast.Attribute | ast.Lambda):
        return None
    start, _ = asked.file.span(first)
    edits = [TextEdit(start, start, "target=")]
    for one in rest:
        if not isinstance(one, ast.Tuple | ast.List) or keyword_of(calls[0], "args") is not None:
            return None
        begin, _ = asked.file.span(one)
        edits.append(TextEdit(begin, begin, "args="))
    return Mend(tuple(edits))


def no_daemon(request: Request) -> Mend | None:
    """The process made no daemon."""
    asked = told(request, _DAEMON)
    if asked is None:
        return None
    file, scope = asked.file, scope_at(asked.file, asked.node)
    if not isinstance(scope, ast.FunctionDef):
        return None
    found = []
    for call in file.nodes:
        target = keyword_of(call, "target") if isinstance(call, ast.Call) and called(call) == "Process" else None
        if isinstance(call, ast.Call) and target is not None and dotted(target.value) == scope.name:
            found.append(call)
    if len(found) != 1:
        return None
    call = found[0]
    daemon = keyword_of(call, "daemon")
    holder = file.parents.get(id(call))
    name = dotted(holder.targets[0]) if isinstance(holder, ast.Assign) and len(holder.targets) == 1 else None
    joined = name is not None and any(isinstance(one, ast.Call) and dotted(one.func) == f"{name}.join"
                                      for one in file.nodes)  # fmt: skip
    if daemon is not None and isinstance(daemon.value, ast.Constant) and daemon.value.value is True:
        edit = without_argument(file, call, daemon)
        return Mend((edit,), sure=joined) if edit is not None else None
    set_later = [one for one in file.nodes if isinstance(one, ast.Assign) and len(one.targets) == 1
                 and dotted(one.targets[0]) == f"{name}.daemon" and isinstance(one.value, ast.Constant)
                 and one.value.value is True]  # fmt: skip
    if daemon is not None or name is None or len(set_later) != 1:
        return None
    return Mend((TextEdit(*file.span(set_later[0].value), "False"),), sure=joined)


RECIPES = (
    Recipe("start-apart", "Keeps the thread, and starts it in a statement of its own.", start_apart),
    Recipe("target-keyword", "Writes target= before the function that the thread runs.", target_keyword),
    Recipe(
        "no-daemon",
        "Makes the process that starts others no daemon.",
        no_daemon,
        unsure="Nothing waits for the process: as a daemon it ends with the program, else the program waits for it.",
    ),
)
