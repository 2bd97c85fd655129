"""`first-or-none`: a look-up that may find nothing, where the very next statement asks whether its result is None.

`.one_or_none()` for `.one()` of SQLAlchemy, `.filter(...).first()` for Django's `.get(...)`.

Sources: https://docs.sqlalchemy.org/en/20/orm/queryguide/query.html#sqlalchemy.orm.Query.one_or_none,
https://docs.djangoproject.com/en/stable/ref/models/querysets/#first
"""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.failing import Failing, failing


def first_or_none(request: Request) -> Mend | None:
    """`user = query.one_or_none()` above `if user is None:`."""
    at, message = failing(request), request.report.message
    if at is None or not isinstance(at.node, ast.Assign) or not isinstance(at.node.targets[0], ast.Name):
        return None
    call, name = at.node.value, at.node.targets[0].id
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute) or not _asks(at, name):
        return None
    file, end = at.file, at.file.span(call.func)[1]
    if call.func.attr in ("one", "scalar_one") and "No row was found when one was required" in message:
        return Mend((TextEdit(end, end, "_or_none"),))
    if call.func.attr != "get" or "matching query does not exist" not in message:
        return None
    stop = file.span(call)[1]
    return Mend((TextEdit(end - len("get"), end, "filter"), TextEdit(stop, stop, ".first()")))


def _asks(at: Failing, name: str) -> bool:
    """Whether the next statement asks if the name is None."""
    outer = at.file.parents.get(id(at.node))
    for field in ("body", "orelse", "finalbody"):
        body = getattr(outer, field, None)
        if isinstance(body, list) and at.node in body[:-1]:
            following = body[body.index(at.node) + 1]
            test = following.test if isinstance(following, ast.If) else None
            written = ast.unparse(test) if test is not None else ""
            return written in (f"{name} is None", f"not {name}", f"{name} is not None", name)
    return False


RECIPES = (Recipe("first-or-none", "Lets a look-up find nothing.", first_or_none),)
