"""`first-value`: give a name a value before the branch that may leave it without one.

`name = None` before the one `if`, `for`, `while`, `try` or `with` that holds every line that binds the name. Never
sure: another value may be right, or the missing branch may have to raise. Does not apply where the name is bound
elsewhere too, or where the use stands in the same branch.

Source: https://microsoft.github.io/pyright/#/configuration (reportPossiblyUnbound).
"""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import Mend, Recipe, Request
from tracemend.fixes.toolkit.edits import begins_its_line, insert_before
from tracemend.fixes.toolkit.findings import spot

_BRANCHES = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.Try, ast.With, ast.AsyncWith, ast.Match)


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at, name = spot(request), request.values.get("name")
    if at is None or not isinstance(name, str):
        return None
    module = at.module
    use = next((node for node in at.on_line(ast.Name) if node.id == name and isinstance(node.ctx, ast.Load)), None)
    scope = module.scope_of(name, use) if use is not None else None
    if use is None or scope is None or isinstance(scope, ast.ClassDef | ast.Lambda):
        return None
    bound = [one.node for one in module.bindings(name, scope)]
    if not bound or any(isinstance(node, ast.arg | ast.ExceptHandler) for node in bound):
        return None
    chains = [[node, *module.around(node)] for node in bound]
    above = {id(node) for node in module.around(use)}
    branches = [node for node in chains[0] if isinstance(node, _BRANCHES) and id(node) not in above]
    shared = [node for node in branches if all(node in chain for chain in chains)]
    if not shared or module.parents.get(id(shared[-1])) not in list(module.around(use)):
        return None
    outer = module.statement(shared[-1])
    if shared[-1].lineno >= use.lineno or not begins_its_line(outer):
        return None
    return Mend((insert_before(outer, [f"{name} = None"]),), sure=False)


RECIPES = (
    Recipe(
        "first-value",
        "Gives a name the value None before the branch that may not run.",
        apply,
        unsure="Another value may be right, or the branch without one may have to raise.",
    ),
)
