"""`blueprint-name`, `request-context`, `changeable-values`, `answer-text`: how an application of Flask is put together,
and what its views read and answer.

- `blueprint-name`: `"shop.items"` becomes `"shop_items"`, in `url_for` as well; not sure where another text has the
  name. A blueprint that has another one's name gets its own variable's; not sure where an address may mean either.
- `request-context`: `with app.app_context():` becomes `with app.test_request_context():` where an address is made in
  it. Not sure where a whole address is asked for: that would be `http://localhost/`.
- `changeable-values`: `request.form.copy()` where what it gives is changed.
- `answer-text`: `return str(count)` in the one view that answers a number, as the code shows; in a file that answers
  JSON elsewhere `jsonify(count)`. Not sure where the file does not show what another view answers.

None applies where the application, the blueprint or the view is in another file.

Sources: https://flask.palletsprojects.com/en/stable/blueprints/, https://flask.palletsprojects.com/en/stable/reqcontext/,
src/flask/sansio/blueprints.py of Flask
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, text_of
from tracemend.fixes.toolkit.edits import inside_quotes
from tracemend.fixes.toolkit.failing import failing, told
from tracemend.fixes.toolkit.imports import Imports
from tracemend.fixes.toolkit.view_answers import is_answer
from tracemend.source.module import Module
from tracemend.source.reach import reach

Function = ast.FunctionDef | ast.AsyncFunctionDef
_DOT = lazy.regex(r"'name' may not contain a dot")
_TAKEN = lazy.regex(r"The name '([^']+)' is already registered for a different blueprint")
_OUTSIDE = lazy.regex(r"Unable to build URLs outside an active request")
_IMMUTABLE = lazy.regex(r"'Immutable\w+' objects are immutable")
_NUMBER = lazy.regex(r"did not return a valid response\. The return type must be .* but it was an? (int|float)\.")
_VALUES = frozenset(("form", "args", "values", "files", "cookies"))
_ROUTES = frozenset(("route", "get", "post", "put", "delete", "patch"))
_NUMBERS = {"int": ("len", "int", "sum", "count", "index", "randint", "ord"), "float": ("float", "random", "uniform")}


def blueprint_name(request: Request) -> Mend | None:
    """A name without dots, or one of its own."""
    at = failing(request)
    taken = _TAKEN.search(request.report.first_line)
    if at is None or not (taken or _DOT.search(request.report.first_line)):
        return None
    return _other_name(at.file, taken[1], at.every(ast.Call)) if taken else _plain_name(at.file, at.every(ast.Call))


def _named(call: ast.Call) -> ast.expr | None:
    """The name that a blueprint is made with."""
    keyword = keyword_of(call, "name")
    return call.args[0] if call.args else keyword.value if keyword is not None else None


def _plain_name(file: Module, calls: list[ast.Call]) -> Mend | None:
    found = [one for one in calls if called(one) == "Blueprint"]
    name = _named(found[0]) if len(found) == 1 else None
    old, where = text_of(name), inside_quotes(file, name) if name is not None else None
    if old is None or where is None or "." not in old.strip("."):
        return None
    new = old.strip(".").replace(".", "_")
    texts = {id(one): one for one in file.nodes if isinstance(one, ast.Constant) and text_of(one)}
    if any(text_of(one) == new for one in texts.values()):
        return None
    edits = [TextEdit(*where, new)]
    endpoints = [
        given
        for call in file.nodes
        if isinstance(call, ast.Call) and called(call) == "url_for"
        for given in (*call.args[:1], *(one.value for one in call.keywords if one.arg == "endpoint"))
    ]
    for one in endpoints:
        if (text_of(one) or "").startswith(f"{old}."):
            inside = inside_quotes(file, one)
            if inside is None:
                return None
            edits.append(TextEdit(inside[0], inside[0] + len(old), new))
            texts.pop(id(one))
    others = any(f"{old}." in (text_of(one) or "") for one in texts.values())
    return Mend(tuple(edits), sure=not others)


def _other_name(file: Module, taken: str, calls: list[ast.Call]) -> Mend | None:
    found = [one for one in calls if called(one) == "register_blueprint" and one.args]
    found = [one for one in found if keyword_of(one, "name") is None]  # it is registered by that name then
    given = found[0].args[0] if len(found) == 1 else None
    bound = file.only_value(given.id, given) if isinstance(given, ast.Name) else None
    if not isinstance(given, ast.Name) or bound is None or not isinstance(bound[1], ast.Call):
        return None
    name = _named(bound[1])
    where = inside_quotes(file, name) if name is not None else None
    new = re.sub(r"_?(?:bp|blueprint)\Z|\A(?:bp|blueprint)_", "", given.id)
    texts = [text_of(one) or "" for one in file.nodes if isinstance(one, ast.Constant)]
    if where is None or text_of(name) != taken or not new or new == taken or new in texts:
        return None
    meant = any(f"{taken}." in one for one in texts)
    return Mend((TextEdit(*where, new),), sure=not meant)


def request_context(request: Request) -> Mend | None:
    """`with app.test_request_context():`."""
    at = told(request, _OUTSIDE)
    if at is None:
        return None
    own, here = request.report.user_frame, request.place.line or 0
    moved = here - (own.line or here) if own is not None else 0  # since the program ran
    lines = [moved + (one.line or 0) for one in request.report.frames if own is not None and one.path == own.path]
    calls = [
        item.context_expr
        for outer in at.file.nodes
        if isinstance(outer, ast.With)
        and any(outer.lineno <= one <= (outer.end_lineno or 0) for one in lines or [here])
        for item in outer.items
        if isinstance(item.context_expr, ast.Call) and called(item.context_expr) == "app_context"
    ]
    if len(calls) != 1 or not isinstance(calls[0].func, ast.Attribute) or calls[0].args or calls[0].keywords:
        return None
    end = at.file.span(calls[0].func)[1]
    whole = any(called(one) == "url_for" and keyword_of(one, "_external") for one in at.every(ast.Call))
    return Mend((TextEdit(end - len("app_context"), end, "test_request_context"),), sure=not whole)


def changeable_values(request: Request) -> Mend | None:
    """`data = request.form.copy()`."""
    at = told(request, _IMMUTABLE)
    if at is None:
        return None
    names = [
        one
        for one in at.every(ast.Name)
        if any(isinstance(one_, ast.Attribute) and one_.attr in _VALUES for one_ in reach(at.file, one) or ())
    ]
    found = {id(part): part for one in names for part in reach(at.file, one) or () if isinstance(part, ast.Attribute)}
    values = list(found.values())
    if len(values) != 1 or values[0].attr not in _VALUES or not dotted(values[0].value):
        return None
    if (dotted(values[0].value) or "").rpartition(".")[2] != "request":
        return None
    end = at.file.span(values[0])[1]
    return Mend((TextEdit(end, end, ".copy()"),))


def answer_text(request: Request) -> Mend | None:
    """`return str(count)`."""
    at = told(request, _NUMBER)
    kind = _NUMBER.search(request.report.first_line)
    if at is None or kind is None:
        return None
    answers = [value for view in at.file.nodes if isinstance(view, Function) for value in _answers(at.file, view)]
    numbers = [one for one in answers if _is_number(at.file, one, kind[1])]
    if len(numbers) != 1:
        return None
    imports, node = Imports(at.file.source), numbers[0]
    json = imports.find_name("flask", "jsonify") is not None or any(isinstance(one, ast.Dict) for one in answers)
    written = imports.name("flask", "jsonify") if json else "str"
    start, end = at.file.span(node)
    sure = all(one is node or is_answer(one) for one in answers)  # else another view may be meant
    return Mend((TextEdit(start, start, f"{written}("), TextEdit(end, end, ")"), *imports.edits()), sure=sure)


def _answers(file: Module, view: Function) -> list[ast.expr]:
    """What the returns of a view give."""
    if not any(isinstance(one, ast.Call) and called(one) in _ROUTES for one in view.decorator_list):
        return []
    found = [
        one.value
        for one in ast.walk(view)
        if isinstance(one, ast.Return)
        and one.value is not None
        and next(outer for outer in file.around(one) if isinstance(outer, Function | ast.Lambda)) is view
    ]
    return [one.elts[0] if isinstance(one, ast.Tuple) and one.elts else one for one in found]


def _is_converted(file: Module, name: ast.Name, kind: str) -> bool:
    """Whether the rule of the view around makes a number of that kind of its parameter: `<int:a>`."""
    view = next((outer for outer in file.around(name) if isinstance(outer, Function)), None)
    rules = [
        text_of(one.args[0]) or ""
        for one in (view.decorator_list if view else ())
        if isinstance(one, ast.Call) and one.args
    ]
    return file.scope_of(name.id, name) is view and any(f"<{kind}:{name.id}>" in rule for rule in rules)


def _is_number(file: Module, node: ast.expr, kind: str) -> bool:
    """Whether the code shows that an expression is a number of that kind."""
    for one in reach(file, node) or [node]:
        if isinstance(one, ast.Name) and _is_converted(file, one, kind):
            continue
        if isinstance(one, ast.BinOp):
            sides = [_is_number(file, side, kind) for side in (one.left, one.right)]
            if not (all(sides) or isinstance(one.op, ast.Div)) or (isinstance(one.op, ast.Div) and kind == "int"):
                return False
        elif isinstance(one, ast.Call):
            if called(one) not in _NUMBERS[kind]:
                return False
        elif not isinstance(one, ast.Constant) or type(one.value).__name__ != kind:
            return False
    return True


RECIPES = (
    Recipe(
        "blueprint-name",
        "Gives a blueprint a name that it can have.",
        blueprint_name,
        unsure="Addresses are made by the name, and either blueprint may be meant.",
    ),
    Recipe(
        "request-context",
        "Makes addresses in the context of a request.",
        request_context,
        unsure="The whole address would begin with localhost; SERVER_NAME says where the site is.",
    ),
    Recipe("changeable-values", "Works on a copy of the request's values.", changeable_values),
    Recipe(
        "answer-text",
        "Answers a number as text.",
        answer_text,
        unsure="Another view answers what the file does not show; the number may be that one's.",
    ),
)
