"""`view-wraps`, `view-rule`, `view-parameter`, `app-start`, `app-key`, `extension`: views and applications of Flask.

- `view-wraps`: `functools.wraps` in a decorator, whose views else all have one name.
- `view-rule`: `methods=[...]` for `method=` and for a text, and the slash a rule begins with.
- `view-parameter`: the rule's variable is named as the view's one parameter that it lacks; or the view gets it.
- `app-start`: what `before_first_request` ran is run when the module is loaded; not where it asks for a request, or for
  what is made further down.
- `app-key`: a random secret key after the application is made; never sure, for sessions end with the process then.
- `extension`: `flask_name` for `flask.ext.name`.

Sources: https://flask.palletsprojects.com/en/stable/quickstart/,
https://flask.palletsprojects.com/en/stable/changes/, https://docs.python.org/3/library/functools.html#functools.wraps
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, keyword_of, text_of
from tracemend.fixes.toolkit.edits import (
    begins_its_line,
    indent_of,
    indent_step,
    insert_after,
    insert_before,
    inside_quotes,
    owns_its_lines,
)
from tracemend.fixes.toolkit.failing import functions_named, the_failing, whole_file
from tracemend.fixes.toolkit.imports import Imports
from tracemend.source.module import Module
from tracemend.source.reach import reach

Function = ast.FunctionDef | ast.AsyncFunctionDef
_ENDPOINT = lazy.regex(r"View function mapping is overwriting an existing endpoint function: (?:\w+\.)*(\w+)")
_UNKNOWN = lazy.regex(r"(\w+)\(\) got an unexpected keyword argument '(\w+)'")
_ROUTES = frozenset(("route", "get", "post", "put", "delete", "patch", "add_url_rule"))
_WITH_METHODS = ("route", "add_url_rule")
_OF_REQUESTS = ("request", "session", "url_for", "current_user")
"""What is there only while a request is served."""
_VARIABLE = lazy.regex(r"<(?:[^<>:]+:)?(\w+)>")


def _application(file: Module) -> tuple[ast.Assign, str] | None:
    """The one assignment of the module that makes the application, and its name."""
    made = [
        one
        for one in file.tree.body
        if isinstance(one, ast.Assign) and isinstance(one.value, ast.Call) and called(one.value) == "Flask"
    ]
    if len(made) != 1 or not isinstance(made[0].targets[0], ast.Name):
        return None
    return made[0], made[0].targets[0].id


def view_wraps(request: Request) -> Mend | None:
    """`@functools.wraps(view)` above the function that a decorator puts in a view's place."""
    file, asked = whole_file(request), _ENDPOINT.match(request.report.first_line)
    found = functions_named(file, asked[1]) if file is not None and asked is not None else []
    outer = file.parents.get(id(found[0])) if file is not None and len(found) == 1 else None
    if file is None or not isinstance(outer, Function) or not outer.args.args or found[0].decorator_list:
        return None
    wrapped = outer.args.args[0].arg
    if not any(isinstance(one, ast.Call) and getattr(one.func, "id", "") == wrapped for one in ast.walk(found[0])):
        return None
    imports = Imports(file.source)
    wraps = imports.find_name("functools", "wraps") or f"{imports.module('functools')}.wraps"
    return Mend((insert_before(file.statement(found[0]), [f"@{wraps}({wrapped})"]), *imports.edits()))


def view_rule(request: Request) -> Mend | None:
    """`methods=["POST"]`, and `"/users"`."""
    found = the_failing(request, ast.Call, lambda call: called(call) in _ROUTES)
    message = request.report.first_line
    if found is None:
        return None
    file, call = found
    if message.endswith("must start with a slash."):
        rule = keyword_of(call, "rule")
        given = call.args[0] if call.args else rule.value if rule is not None else None
        where = inside_quotes(file, given) if given is not None else None
        if where is None or (text_of(given) or "").startswith("/"):
            return None
        return Mend((TextEdit(where[0], where[0], "/"),))
    as_list, renamed = message.startswith("Allowed methods must be"), "argument 'method'" in message
    methods = keyword_of(call, "methods" if as_list else "method")
    taken = methods is not None and methods.arg == "method" and keyword_of(call, "methods") is not None
    if methods is None or taken or called(call) not in _WITH_METHODS or not (as_list or renamed):
        return None
    return _methods(file, methods)


def _methods(file: Module, given: ast.keyword) -> Mend | None:
    """`methods=[...]` for another name, for a text, and for a text of several methods."""
    start, value = file.span(given)[0], given.value
    edits = [TextEdit(start, start + len("method"), "methods")] if given.arg == "method" else []
    sources = reach(file, value) or [value]
    texts = [one for one in sources if text_of(one) is not None]
    first, last = file.span(value)
    if texts and len(texts) == len(sources):
        words = [re.findall(r"\w+", text_of(one) or "") for one in texts]
        if any(len(one) != 1 for one in words):
            if inside_quotes(file, value) is None or not words[0]:
                return None
            quote = file.source.text[first]
            edits.append(TextEdit(first, last, f"[{', '.join(quote + word + quote for word in words[0])}]"))
        else:
            edits += [TextEdit(first, first, "["), TextEdit(last, last, "]")]
    sure = bool(texts) or all(isinstance(one, ast.List | ast.Tuple | ast.Set) for one in sources)
    return Mend(tuple(edits), sure=sure) if edits else None


def view_parameter(request: Request) -> Mend | None:
    """`"/<int:number>"` for `"/<int:n>"` above `def user(number)`, and `def user(name)` for `def user()`."""
    file, asked = whole_file(request), _UNKNOWN.match(request.report.first_line)
    found = functions_named(file, asked[1]) if file is not None and asked is not None else []
    if file is None or asked is None or len(found) != 1:
        return None
    rules = [
        one.args[0]
        for one in found[0].decorator_list
        if isinstance(one, ast.Call) and called(one) in _ROUTES and one.args and text_of(one.args[0]) is not None
    ]
    routes = [one for one in found[0].decorator_list if isinstance(one, ast.Call) and called(one) in _ROUTES]
    defaults = any(keyword_of(one, "defaults") is not None for one in routes)
    if len(rules) != 1 or len(routes) != 1 or defaults or found[0].args.kwarg is not None:
        return None
    variables = _VARIABLE.findall(text_of(rules[0]) or "")
    own = [one.arg for one in (*found[0].args.args, *found[0].args.kwonlyargs)]
    over = [one for one in own if one not in variables]
    if asked[2] not in variables:
        return None
    missing = [one for one in variables if one not in own]
    if len(over) == 1 and len(missing) == 1:
        start, end = file.span(rules[0])
        inside = re.search(rf"<(?:[^<>:]+:)?({re.escape(missing[0])})>", file.source.text[start:end])
        if inside is None or _is_needed(file, found[0], missing[0]):
            return None
        edit = TextEdit(start + inside.start(1), start + inside.end(1), over[0])
        sure = len(found[0].decorator_list) == 1 and over[0] not in _with_default(found[0])
        return Mend((edit,), sure=sure)
    if over or own:
        return None
    start, end = file.span(found[0])[0], file.span(found[0].body[0])[0]
    empty = re.compile(rf"def[ \t]+{re.escape(found[0].name)}[ \t]*\(()[ \t]*\)").search(file.source.text, start, end)
    return Mend((TextEdit(empty.start(1), empty.start(1), ", ".join(missing)),)) if empty is not None else None


def _is_needed(file: Module, view: Function, name: str) -> bool:
    """Whether the variable of a rule is named in the view, or where an address is made."""
    return any(isinstance(one, ast.Name) and one.id == name for one in ast.walk(view)) or any(
        isinstance(one, ast.Call) and called(one) == "url_for" and keyword_of(one, name) is not None
        for one in file.nodes
    )


def _with_default(function: Function) -> list[str]:
    """The parameters that a call may leave out."""
    every = function.args
    positional = [*every.posonlyargs, *every.args]
    named = [one for one, value in zip(every.kwonlyargs, every.kw_defaults, strict=True) if value is not None]
    return [one.arg for one in (*positional[len(positional) - len(every.defaults) :], *named)]


def app_start(request: Request) -> Mend | None:
    """What was to run before the first request runs when the module is loaded."""
    file = whole_file(request)
    found = the_failing(request, ast.Attribute, lambda one: one.attr == "before_first_request")
    made = _application(file) if file is not None else None
    if file is None or found is None or made is None:
        return None
    function = next(
        (one for one in file.tree.body if isinstance(one, Function) and found[1] in one.decorator_list), None
    )
    if not isinstance(function, ast.FunctionDef) or function.args.args or not isinstance(found[1].value, ast.Name):
        return None
    if found[1].value.id != made[1] or len(function.decorator_list) != 1 or _is_too_early(file, function):
        return None
    line = file.source.position(file.span(found[1])[0])[0]
    start, stop = file.source.offset(line, 0), file.source.offset(line + 1, 0)
    if file.source.line(line).strip() != f"@{made[1]}.before_first_request":
        return None
    step = indent_step(file.source)
    lines = ["", "", f"with {made[1]}.app_context():", f"{step}{function.name}()"]
    return Mend((TextEdit(start, stop, ""), insert_after(file.statement(function), lines)))


def _is_too_early(file: Module, function: ast.FunctionDef) -> bool:
    """Whether a function cannot be called below its own end: it asks for a request, or names what is bound later."""
    end = function.end_lineno or 0
    seen: set[str] = set()
    waiting: list[ast.AST] = [function]
    while waiting:
        for one in ast.walk(waiting.pop()):
            if not isinstance(one, ast.Name) or one.id in seen or file.scope_of(one.id, one) is not file.tree:
                continue
            seen.add(one.id)
            bound = file.bindings(one.id, file.tree)
            if one.id in _OF_REQUESTS or min(getattr(binding.node, "lineno", 0) for binding in bound) > end:
                return True
            waiting += [binding.node for binding in bound if isinstance(binding.node, Function)]
    return False


def app_key(request: Request) -> Mend | None:
    """`app.secret_key = secrets.token_hex()`."""
    file = whole_file(request)
    made = _application(file) if file is not None else None
    if file is None or made is None or "no secret key was set" not in request.report.message:
        return None
    statement = file.statement(made[0])
    if "secret_key" in file.source.text.lower() or not owns_its_lines(statement):
        return None
    imports = Imports(file.source)
    line = f"{made[1]}.secret_key = {imports.module('secrets')}.token_hex()"
    note = "The key is new at each start, which ends all sessions; give one from the environment to keep them."
    return Mend((*imports.edits(), insert_after(statement, [line])), sure=False, note=note)


def extension(request: Request) -> Mend | None:
    """`from flask_sqlalchemy import ...`."""
    statement = request.place.statement
    node = statement.node if statement is not None else None
    if statement is None or not request.report.first_line.startswith("No module named 'flask.ext"):
        return None
    start, end = statement.span(node) if node is not None else (0, 0)
    found = re.match(r"from[ \t]+(flask\.ext\.)(\w+)[ \t]+import\b", statement.source.text[start:end])
    if not isinstance(node, ast.ImportFrom) or found is None or not begins_its_line(statement) or indent_of(statement):
        return None
    return Mend((TextEdit(start + found.start(1), start + found.end(1), "flask_"),))


RECIPES = (
    Recipe("view-wraps", "Keeps a view's own name in a decorator.", view_wraps),
    Recipe(
        "view-rule",
        "Writes a rule and its methods as Flask takes them.",
        view_rule,
        unsure="What is given for the methods is not seen here; it has to be a list.",
    ),
    Recipe(
        "view-parameter",
        "Gives the rule's variable and the view's parameter one name.",
        view_parameter,
        unsure="The parameter may be meant for another value: it has a default, or a decorator may give it.",
    ),
    Recipe("app-start", "Runs what was to run before the first request at the start.", app_start),
    Recipe(
        "app-key",
        "Gives the application a secret key.",
        app_key,
        unsure="The key is new at each start; one from the configuration may be meant.",
    ),
    Recipe("extension", "Imports an extension of Flask by its own name.", extension),
)
