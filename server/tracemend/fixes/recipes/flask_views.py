"""`view-return`, `view-wraps`, `view-rule`, `view-parameter`, `app-start`, `app-key`, `extension`: views
and applications of Flask.

- `view-return`: `return` before the last call of a view that answers nothing, or a `return` of what its last line
  assigned. Django's views too, here or in the workspace's module that the message names.
- `view-wraps`: `functools.wraps` in a decorator, whose views else all have one name.
- `view-rule`: `methods=[...]` for `method=` and for a text, and the slash a rule begins with.
- `view-parameter`: the rule's variable is named as the view's one parameter that it lacks; or the view gets it.
- `app-start`: what `before_first_request` ran is run when the module is loaded.
- `app-key`: a random secret key after the application is made; never sure, for sessions end with the process then.
- `extension`: `flask_name` for `flask.ext.name`.

Sources: https://flask.palletsprojects.com/en/stable/quickstart/,
https://flask.palletsprojects.com/en/stable/changes/, https://docs.python.org/3/library/functools.html#functools.wraps
"""

from __future__ import annotations

import ast
import os
import re

from tracemend.fixes.recipe import FileEdits, Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, keyword_of, text_of
from tracemend.fixes.toolkit.edits import (
    begins_its_line,
    indent_of,
    indent_step,
    insert_after,
    insert_before,
    owns_its_lines,
)
from tracemend.fixes.toolkit.failing import the_failing
from tracemend.fixes.toolkit.imports import Imports
from tracemend.fixes.toolkit.workspace import module_file, text_at
from tracemend.source.module import Module, whole
from tracemend.source.scopes import own_nodes

Function = ast.FunctionDef | ast.AsyncFunctionDef
_NO_RETURN = re.compile(r"The view function for '(\w+)' did not return a valid response\. The function either returned")
_NO_RESPONSE = re.compile(
    r"The view (?P<module>[\w.]+)\.(?P<view>\w+) didn't return an HttpResponse object\. It returned None instead"
)
"""Django's message for the same."""
_ENDPOINT = re.compile(r"View function mapping is overwriting an existing endpoint function: (?:\w+\.)*(\w+)")
_UNKNOWN = re.compile(r"(\w+)\(\) got an unexpected keyword argument '(\w+)'")
_ROUTES = frozenset(("route", "get", "post", "put", "delete", "patch", "add_url_rule"))
_VARIABLE = re.compile(r"<(?:[^<>:]+:)?(\w+)>")


def _file(request: Request) -> Module | None:
    statement = request.place.statement
    return whole(statement.source) if statement is not None else None


def _functions(file: Module, name: str) -> list[Function]:
    return [one for one in file.nodes if isinstance(one, Function) and one.name == name]


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


def view_return(request: Request) -> Mend | None:
    """`return render_template(...)`, or `return text` after `text = ...`."""
    file, asked = _file(request), _NO_RETURN.match(request.report.first_line)
    django = _NO_RESPONSE.match(request.report.first_line)
    if file is not None and django is not None:
        return _of_django(request, file, django["module"], django["view"])
    found = _functions(file, asked[1]) if file is not None and asked is not None else []
    return _returned(file, found[0], False) if file is not None and len(found) == 1 else None


def _of_django(request: Request, file: Module, module: str, name: str) -> Mend | None:
    """The same for a view that Django names by its module."""
    own = request.place.file
    path = module_file(module, own, request.context) if module != "__main__" and own is not None else None
    other = None
    if path is not None and path != own:
        source = text_at(path, request.context)
        other = whole(source) if source is not None else None
        if other is None:
            return None
    elif module != "__main__" and path is None:
        return None
    home = other or file
    found = _functions(home, name)
    mend = _returned(home, found[0], True) if len(found) == 1 else None
    if mend is None or other is None or path is None:
        return mend
    note = f"It changes {os.path.basename(path)}, where the view is."
    return Mend((), sure=mend.sure, note=note, others=(FileEdits(path, other.source.text, mend.edits),))


def _returned(file: Module, view: Function, of_django: bool) -> Mend | None:
    """`return` in the view's last statement, or behind it."""
    answers = _DJANGO_ANSWERS if of_django else _ANSWERS
    last = view.body[-1]
    answer = last.value if isinstance(last, ast.Expr) else None
    if isinstance(answer, ast.Tuple) and not of_django:  # with its status: jsonify(entry), 201
        answer = answer.elts[0] if answer.elts else None
    if isinstance(answer, ast.Call) and called(answer) in answers:
        start = file.span(last)[0]
        return Mend((TextEdit(start, start, "return "),))
    dropped = _dropped(view, answers)
    if of_django and len(dropped) == 1:  # the one answer that a branch makes and does not give
        start = file.span(dropped[0])[0]
        return Mend((TextEdit(start, start, "return "),))
    if any(isinstance(one, ast.Return) for one in ast.walk(view)):
        return None  # which of its ways came to its end is not seen
    target = last.targets[0] if isinstance(last, ast.Assign) and len(last.targets) == 1 else None
    statement = file.statement(last)
    if not isinstance(last, ast.Assign) or not isinstance(target, ast.Name) or not owns_its_lines(statement):
        return None
    made = isinstance(last.value, ast.Call) and called(last.value) in answers
    if of_django and not made:
        return None
    return Mend((insert_after(statement, [f"return {target.id}"]),), sure=made or _is_answer(file, last.value))


def _dropped(view: Function, answers: tuple[str, ...]) -> list[ast.Expr]:
    """The statements of a view that make an answer at the end of their block and do nothing with it."""
    return [
        one
        for block in (view, *own_nodes(view))
        for body in (getattr(block, "body", None), getattr(block, "orelse", None))
        for one in (body[-1:] if isinstance(body, list) else ())
        if isinstance(one, ast.Expr) and isinstance(one.value, ast.Call) and called(one.value) in answers
    ]


def _is_answer(file: Module, node: ast.expr) -> bool:
    """Whether a value can be a view's answer, as the code shows: a text, a dictionary, a list, what Flask makes."""
    if isinstance(node, ast.BinOp):
        return any(_is_answer(file, side) for side in (node.left, node.right))
    if isinstance(node, ast.Call):
        return called(node) in (*_ANSWERS, "str", "join", "format", "dumps", "dict", "list")
    return text_of(node) is not None or isinstance(
        node, ast.JoinedStr | ast.Dict | ast.List | ast.DictComp | ast.ListComp
    )


_ANSWERS = (
    "render_template",
    "render_template_string",
    "jsonify",
    "redirect",
    "make_response",
    "send_file",
    "Response",
)
_DJANGO_ANSWERS = (
    "render",
    "redirect",
    "HttpResponse",
    "HttpResponseRedirect",
    "JsonResponse",
    "FileResponse",
    "StreamingHttpResponse",
    "TemplateResponse",
    "HttpResponseBadRequest",
    "HttpResponseNotFound",
    "HttpResponseForbidden",
)
"""What makes an answer of Django."""


def view_wraps(request: Request) -> Mend | None:
    """`@functools.wraps(view)` above the function that a decorator puts in a view's place."""
    file, asked = _file(request), _ENDPOINT.match(request.report.first_line)
    found = _functions(file, asked[1]) if file is not None and asked is not None else []
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
        given = call.args[0] if call.args else None
        start, end = file.span(given) if given is not None else (0, 0)
        rule = text_of(given) if given is not None else None
        if rule is None or rule.startswith("/") or not re.match(r"(['\"])(?!\1)", file.source.text[start:end]):
            return None
        return Mend((TextEdit(start + 1, start + 1, "/"),))
    methods = keyword_of(call, "methods" if message.startswith("Allowed methods must be") else "method")
    if methods is None or not (message.startswith("Allowed methods") or "argument 'method'" in message):
        return None
    start, (first, last) = file.span(methods)[0], file.span(methods.value)
    edits = [TextEdit(start, start + len("method"), "methods")] if methods.arg == "method" else []
    if text_of(methods.value) is not None:
        edits += [TextEdit(first, first, "["), TextEdit(last, last, "]")]
    return Mend(tuple(edits)) if edits else None


def view_parameter(request: Request) -> Mend | None:
    """`"/<int:number>"` for `"/<int:n>"` above `def user(number)`, and `def user(name)` for `def user()`."""
    file, asked = _file(request), _UNKNOWN.match(request.report.first_line)
    found = _functions(file, asked[1]) if file is not None and asked is not None else []
    if file is None or asked is None or len(found) != 1:
        return None
    rules = [
        one.args[0]
        for one in found[0].decorator_list
        if isinstance(one, ast.Call) and called(one) in _ROUTES and one.args and text_of(one.args[0]) is not None
    ]
    if len(rules) != 1 or found[0].args.kwarg is not None:
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
        if inside is None or re.search(rf"url_for\([^)]*\b{re.escape(missing[0])}\s*=", file.source.text):
            return None
        return Mend((TextEdit(start + inside.start(1), start + inside.end(1), over[0]),))
    if over or own:
        return None
    start, end = file.span(found[0])[0], file.span(found[0].body[0])[0]
    empty = re.compile(rf"def[ \t]+{re.escape(found[0].name)}[ \t]*\(()[ \t]*\)").search(file.source.text, start, end)
    return Mend((TextEdit(empty.start(1), empty.start(1), ", ".join(missing)),)) if empty is not None else None


def app_start(request: Request) -> Mend | None:
    """What was to run before the first request runs when the module is loaded."""
    file = _file(request)
    found = the_failing(request, ast.Attribute, lambda one: one.attr == "before_first_request")
    made = _application(file) if file is not None else None
    if file is None or found is None or made is None:
        return None
    function = next(
        (one for one in file.tree.body if isinstance(one, Function) and found[1] in one.decorator_list), None
    )
    if not isinstance(function, ast.FunctionDef) or function.args.args or not isinstance(found[1].value, ast.Name):
        return None
    if found[1].value.id != made[1]:
        return None
    line = file.source.position(file.span(found[1])[0])[0]
    start, stop = file.source.offset(line, 0), file.source.offset(line + 1, 0)
    if file.source.line(line).strip() != f"@{made[1]}.before_first_request":
        return None
    step = indent_step(file.source)
    lines = ["", "", f"with {made[1]}.app_context():", f"{step}{function.name}()"]
    return Mend((TextEdit(start, stop, ""), insert_after(file.statement(function), lines)))


def app_key(request: Request) -> Mend | None:
    """`app.secret_key = secrets.token_hex()`."""
    file = _file(request)
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
    Recipe("view-return", "Returns what a view makes.", view_return, unsure="Another value may be the view's answer."),
    Recipe("view-wraps", "Keeps a view's own name in a decorator.", view_wraps),
    Recipe("view-rule", "Writes a rule and its methods as Flask takes them.", view_rule),
    Recipe("view-parameter", "Gives the rule's variable and the view's parameter one name.", view_parameter),
    Recipe("app-start", "Runs what was to run before the first request at the start.", app_start),
    Recipe(
        "app-key",
        "Gives the application a secret key.",
        app_key,
        unsure="The key is new at each start; one from the configuration may be meant.",
    ),
    Recipe("extension", "Imports an extension of Flask by its own name.", extension),
)
