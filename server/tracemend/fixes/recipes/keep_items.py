"""`keep-items`: what is generated is kept in a list where it is needed twice.

A generator, `map`, `filter` or `zip` is used up by the first that goes over it; the second finds nothing, and `max`,
`mean`, `stdev` or a division by a count fail. The name's one value becomes `list(...)`. Applies where the failing
call gets that name, directly or through the parameter of its function, and an earlier statement of the same function
has gone over it. Not for one that never ends.

Source: https://docs.python.org/3/glossary.html#term-generator-iterator
"""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import Mend, Recipe, Request
from tracemend.fixes.toolkit.code import called
from tracemend.fixes.toolkit.displays import as_comprehension, wrap
from tracemend.fixes.toolkit.failing import Failing, failing
from tracemend.fixes.toolkit.lazy import is_lazy
from tracemend.source.reach import reach

_CONSUMERS = frozenset(
    (
        *("sum", "max", "min", "sorted", "list", "tuple", "set", "any", "all", "dict", "join"),
        *("mean", "fmean", "median", "mode", "stdev", "pstdev", "variance", "pvariance"),
    )
)


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at = failing(request)
    if at is None:
        return None
    found: dict[int, ast.expr] = {}
    for call in at.parts(ast.Call):
        for arg in call.args:
            if isinstance(arg, ast.Name) and _is_gone_over_before(at, arg, call):
                sources = reach(at.file, arg) or []
                found.update({id(one): one for one in sources if is_lazy(at.file, one)})
    if len(found) != 1:
        return None
    source = next(iter(found.values()))
    if isinstance(source, ast.GeneratorExp):
        return Mend(tuple(as_comprehension(at.file, source)))
    return Mend(tuple(wrap(at.file, source, "list")))


def _is_gone_over_before(at: Failing, name: ast.Name, call: ast.Call) -> bool:
    """Whether the same variable is given to a function that uses it up, or looped over, before the failing call."""
    scope = at.file.scope_of(name.id, name)
    start = at.file.span(name)[0]
    if called(call) not in _CONSUMERS or scope is None:
        return False
    for use in at.file.uses(name.id, scope):
        outer = at.file.parents.get(id(use))
        if at.file.span(use)[0] >= start:
            continue
        if isinstance(outer, ast.Call) and use in outer.args and called(outer) in _CONSUMERS:
            return True
        if isinstance(outer, ast.For | ast.comprehension) and outer.iter is use:
            return True
    return False


RECIPES = (Recipe("keep-items", "Keeps what is generated in a list, so that it can be gone over twice.", apply),)
