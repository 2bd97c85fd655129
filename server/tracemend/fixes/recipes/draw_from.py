"""`draw-from`: what `random` draws from becomes a list.

`random.sample(names, 3)` of a set or dictionary becomes `random.sample(sorted(names), 3)` where the file fixes the seed
(a set of texts has another order in every run, so that a list of it would draw others), else `list(names)`;
`random.choice` of a set likewise. Does not apply to other arguments.

Source: https://docs.python.org/3/library/random.html#random.sample
"""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import Mend, Recipe, Request
from tracemend.fixes.toolkit.code import called
from tracemend.fixes.toolkit.displays import wrap
from tracemend.fixes.toolkit.failing import failing
from tracemend.source.module import Module

_SAMPLED = "Population must be a sequence"
_INDEXED = "'set' object is not subscriptable"


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at, message = failing(request), request.report.first_line
    names = ("sample",) if _SAMPLED in message else ("choice",) if message.startswith(_INDEXED) else ()
    calls = [one for one in at.parts(ast.Call) if called(one) in names] if at is not None else []
    if at is None or len(calls) != 1 or not calls[0].args or isinstance(calls[0].args[0], ast.Starred):
        return None
    drawn = calls[0].args[0]
    if isinstance(drawn, ast.Call) and called(drawn) in ("list", "sorted", "tuple"):
        return None
    return Mend(tuple(wrap(at.file, drawn, "sorted" if _is_seeded(at.file) else "list")))


def _is_seeded(file: Module) -> bool:
    """Whether the file draws the same in every run."""
    return any(
        isinstance(part, ast.Call)
        and (called(part) == "seed" or called(part) == "Random")
        and (part.args or part.keywords)
        for part in file.nodes
    )


RECIPES = (Recipe("draw-from", "Makes a list of what is drawn from.", apply),)
