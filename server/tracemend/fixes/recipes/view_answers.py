"""`view-return`: what a view of Flask or Django makes is returned.

`return` before the last call of a view that answers nothing, or a `return` of what its last line assigned: not sure
where that may be no answer. In Django the one answer that a branch makes and drops. The view may be in the workspace's
module that Django's message names.

Sources: https://flask.palletsprojects.com/en/stable/quickstart/#about-responses,
https://docs.djangoproject.com/en/stable/topics/http/views/
"""

from __future__ import annotations

import ast
import os

from tracemend import lazy
from tracemend.fixes.recipe import FileEdits, Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called
from tracemend.fixes.toolkit.edits import insert_after, owns_its_lines
from tracemend.fixes.toolkit.failing import functions_named, whole_file
from tracemend.fixes.toolkit.view_answers import OF_DJANGO, OF_FLASK, is_answer
from tracemend.fixes.toolkit.workspace import module_file, text_at
from tracemend.source.module import Module, whole
from tracemend.source.scopes import Function, own_nodes

_NO_RETURN = lazy.regex(r"The view function for '(\w+)' did not return a valid response\. The function either returned")
_NO_RESPONSE = lazy.regex(
    r"The view (?P<module>[\w.]+)\.(?P<view>\w+) didn't return an HttpResponse object\. It returned None instead"
)
"""Django's message for the same."""


def view_return(request: Request) -> Mend | None:
    """`return render_template(...)`, or `return text` after `text = ...`."""
    file, asked = whole_file(request), _NO_RETURN.match(request.report.first_line)
    django = _NO_RESPONSE.match(request.report.first_line)
    if file is not None and django is not None:
        return _of_django(request, file, django["module"], django["view"])
    found = functions_named(file, asked[1]) if file is not None and asked is not None else []
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
    found = functions_named(home, name)
    mend = _returned(home, found[0], True) if len(found) == 1 else None
    if mend is None or other is None or path is None:
        return mend
    note = f"It changes {os.path.basename(path)}, where the view is."
    return Mend((), sure=mend.sure, note=note, others=(FileEdits(path, other.source.text, mend.edits),))


def _returned(file: Module, view: Function, of_django: bool) -> Mend | None:
    """`return` in the view's last statement, or behind it."""
    answers = OF_DJANGO if of_django else OF_FLASK
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
    return Mend((insert_after(statement, [f"return {target.id}"]),), sure=made or is_answer(last.value))


def _dropped(view: Function, answers: tuple[str, ...]) -> list[ast.Expr]:
    """The statements of a view that make an answer at the end of their block and do nothing with it."""
    return [
        one
        for block in (view, *own_nodes(view))
        for body in (getattr(block, "body", None), getattr(block, "orelse", None))
        for one in (body[-1:] if isinstance(body, list) else ())
        if isinstance(one, ast.Expr) and isinstance(one.value, ast.Call) and called(one.value) in answers
    ]


RECIPES = (
    Recipe("view-return", "Returns what a view makes.", view_return, unsure="Another value may be the view's answer."),
)
