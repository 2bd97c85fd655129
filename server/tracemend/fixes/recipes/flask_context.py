"""`app-context`: `with app.app_context():` around a statement that asks for one.

The statement is the innermost of the traceback's where an application is known: of the module after the application
was made, of a function that makes it, or of one that the module alone calls. So a call of another file's function is
put into the context where the application is at hand. Does not apply in a view, a method, a generator, nor where an
`app_context` is pushed already.

Source: https://flask.palletsprojects.com/en/stable/appcontext/
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called
from tracemend.fixes.toolkit.edits import extent, indent_lines, indent_step, insert_before, owns_its_lines
from tracemend.source.lines import find_line, read_source
from tracemend.source.module import Module, whole
from tracemend.source.place import file_of
from tracemend.source.statement import statement_at

Function = ast.FunctionDef | ast.AsyncFunctionDef
_OUTSIDE = "Working outside of application context."


def app_context(request: Request) -> Mend | None:
    """The recipe."""
    if not request.report.message.startswith(_OUTSIDE):
        return None
    for path, file, node in _statements(request):
        name = _known_at(file, node)
        if name is None:
            continue
        edits = _wrapped(file, node, name)
        return Mend(edits, file=None if path == request.place.file else path) if edits else None
    return None


def _statements(request: Request) -> Iterator[tuple[str | None, Module, ast.stmt]]:
    """The failing statement, and those that called it, innermost first, each with its file."""
    own = request.place.statement
    file = whole(own.source) if own is not None else None
    node = file.same(own, own.node) if file is not None and own is not None else None
    if file is not None and isinstance(node, ast.stmt):
        yield request.place.file, file, node
    for frame in reversed(request.report.frames):
        path = file_of(frame, request.context)
        source = read_source(path, request.context) if path is not None else None
        line = find_line(frame, source) if source is not None else None
        statement = statement_at(source, line) if source is not None and line is not None else None
        file = whole(source) if source is not None else None
        found = file.same(statement, statement.node) if file is not None and statement is not None else None
        if file is not None and isinstance(found, ast.stmt) and "site-packages" not in (path or ""):
            yield path, file, found


def _wrapped(file: Module, node: ast.stmt, name: str) -> tuple[TextEdit, ...]:
    around = file.statement(node)
    leaves = any(isinstance(one, ast.Await | ast.Yield | ast.YieldFrom) for one in ast.walk(node))
    if not isinstance(node, ast.Expr | ast.Assign | ast.AugAssign) or not owns_its_lines(around) or leaves:
        return ()
    first, last = extent(around)
    edits = indent_lines(file.source, first, last, indent_step(file.source))
    return (insert_before(around, [f"with {name}.app_context():"]), *edits)


def _known_at(file: Module, node: ast.stmt) -> str | None:
    """The name of the one application that is made above a statement, where no request is served."""
    function = next((one for one in file.around(node) if isinstance(one, Function)), None)
    made = [one for one in file.tree.body if isinstance(one, ast.Assign) and makes_application(file, one.value)]
    entered = [item.context_expr for one in file.around(node) if isinstance(one, ast.With) for item in one.items]
    if any(isinstance(one, ast.Call) and called(one) in ("app_context", "test_request_context") for one in entered):
        return None
    if function is None:
        early = [one for one in made if one.lineno < node.lineno]
        nested = any(isinstance(one, ast.ClassDef | ast.With) for one in file.around(node))
        return _name(early[0]) if len(early) == len(made) == 1 and not nested else None
    if function.decorator_list or isinstance(file.parents.get(id(function)), ast.ClassDef):
        return None
    own = [one for one in ast.walk(function) if isinstance(one, ast.Assign) and makes_application(file, one.value)]
    if own:
        known = len(own) == 1 and own[0] in function.body and own[0].lineno < node.lineno
        return _name(own[0]) if known and not made else None
    calls = [file.parents.get(id(use)) for use in file.uses(function.name, file.tree)]
    run = [one for one in calls if isinstance(one, ast.Call) and _at_module(file, one)]
    return _name(made[0]) if len(made) == 1 and run and len(run) == len(calls) else None


def _at_module(file: Module, node: ast.AST) -> bool:
    return not any(isinstance(outer, Function | ast.Lambda | ast.ClassDef) for outer in file.around(node))


def _name(made: ast.Assign) -> str | None:
    target = made.targets[0]
    return target.id if len(made.targets) == 1 and isinstance(target, ast.Name) else None


def makes_application(file: Module, value: ast.expr) -> bool:
    """Whether a value is a new application: of `Flask`, or of a function that returns one."""
    if not isinstance(value, ast.Call):
        return False
    if called(value) in ("Flask", "create_app", "make_app"):
        return True
    function = file.function(called(value))
    made = [one for one in ast.walk(function) if isinstance(one, ast.Return)] if function is not None else []
    bound = [file.only_value(one.value.id, one.value) for one in made if isinstance(one.value, ast.Name)]
    flasks = [one for one in bound if one is not None and isinstance(one[1], ast.Call) and called(one[1]) == "Flask"]
    return bool(made) and len(flasks) == len(made)


RECIPES = (Recipe("app-context", "Runs the statement in the application's context.", app_context),)
