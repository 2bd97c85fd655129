"""`shared-queue`: a queue for processes is one of `multiprocessing`; for a pool's workers, a manager's.

For the only queue of the file. Does not apply where it is a manager's already, nor where the processes are made by
something that is not bound where the queue is made.

Source: https://docs.python.org/3/library/multiprocessing.html#exchanging-objects-between-processes
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted
from tracemend.fixes.toolkit.failing import told
from tracemend.fixes.toolkit.imports import imports_for
from tracemend.source.module import Module

_INHERITED = lazy.regex(r"Queue objects should only be shared between processes through inheritance")
_LOCKED = lazy.regex(r"cannot pickle '_thread\.(?:R?[Ll]ock)' object")


def shared_queue(request: Request) -> Mend | None:
    """A queue that other processes can be handed."""
    asked = told(request, _INHERITED)
    managed = asked is not None
    asked = asked or told(request, _LOCKED)
    if asked is None:
        return None
    file = asked.file
    every = [one for one in file.nodes if isinstance(one, ast.Call) and called(one) in ("Queue", "SimpleQueue")]
    if len(every) != 1 or not isinstance(file.parents.get(id(every[0])), ast.Assign):
        return None
    call, written = every[0], dotted(every[0].func)
    if written is None:
        return None  # a manager's already
    if managed:
        imports = imports_for(file.source, file.statement(call).line_of(file.statement(call).node), True)
        start, end = file.span(call.func)
        module = written.rpartition(".")[0]
        name = f"{module}.Manager" if module else imports.name("multiprocessing", "Manager")
        return Mend((*imports.edits(), TextEdit(start, end, f"{name}().Queue")))
    imports = imports_for(file.source, 1, True)
    module = imports.find_module("queue") or ""
    plain = imports.find_name("queue", "Queue")
    other = _context(file, call)
    if other is None or written not in (f"{module}.Queue", plain):
        return None
    start, end = file.span(call.func)
    return Mend((TextEdit(start, end, f"{other}.Queue"),))


def _context(file: Module, queue: ast.Call) -> str | None:
    """What the processes are made with, where the queue is made: the module, or a context bound above."""
    made = [one for one in file.nodes if isinstance(one, ast.Call) and called(one) == "Process"]
    receivers = {dotted(one.func.value) if isinstance(one.func, ast.Attribute) else None for one in made}
    name = receivers.pop() if len(receivers) == 1 else None
    if name is None or "." in name:
        return None
    scope = file.scope_of(name, queue)
    bound = file.bindings(name, scope) if scope is not None else []
    above = len(bound) == 1 and getattr(bound[0].node, "lineno", queue.lineno) < queue.lineno
    return name if above or (len(bound) == 1 and isinstance(bound[0].node, ast.alias)) else None


RECIPES = (Recipe("shared-queue", "Makes a queue that processes can share.", shared_queue),)
