"""`new-database`: let `shelve` or `dbm` make the file that is not there (flag `c`).

`dbm.open(path)` only reads unless its flag says otherwise, and `w` needs a file that is there. A flag `r` that is given
is changed only where the program writes to what it opens, and so is a `dbm.open` without one.

Source: https://docs.python.org/3/library/dbm.html#dbm.open
"""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import calls, dotted, keyword_of, spreads, text_of
from tracemend.fixes.toolkit.edits import add_keyword, replace
from tracemend.fixes.toolkit.handles import handle_of
from tracemend.source.module import whole


def apply(request: Request) -> Mend | None:
    """The recipe."""
    statement = request.place.statement
    file = whole(statement.source) if statement is not None else None
    if statement is None or file is None or "use 'c' or 'n' flag" not in request.report.message:
        return None
    made = [one for one in calls(statement) if dotted(one.func) in ("dbm.open", "shelve.open") and not spreads(one)]
    if len(made) != 1 or not made[0].args:
        return None
    call = made[0]
    given = keyword_of(call, "flag")
    node = given.value if given is not None else call.args[1] if len(call.args) > 1 else None
    same = file.same(statement, call)
    name = handle_of(file, same) if isinstance(same, ast.Call) else None
    writes = any(
        isinstance(one, ast.Subscript)
        and isinstance(one.ctx, ast.Store)
        and isinstance(one.value, ast.Name)
        and one.value.id == name
        for one in file.nodes
    )
    flag = "r" if node is None else text_of(node)
    if flag is None or flag[:1] not in ("r", "w") or (flag[0] == "r" and not writes):
        return None
    if node is None:
        end = statement.span(call.args[0])[1]
        return Mend((TextEdit(end, end, ', "c"') if not call.keywords else add_keyword(statement, call, 'flag="c"'),))
    quote = statement.text(node)[-1]
    return Mend((replace(statement, node, f"{quote}c{flag[1:]}{quote}"),))


RECIPES = (Recipe("new-database", "Lets shelve or dbm make the file that is not there.", apply),)
