"""A regular expression that did not match: `search-for-match`, `skip-unmatched`.

- `search-for-match` writes `search` for `match`, which looks at the beginning alone. Sure where every text that the
  code shows to come in (or most lines of the data that the program reads) has the pattern further on, and none at its
  beginning; of lines, those count for which the branches around the statement are taken. Not where the pattern says
  that it begins there, nor where `search` would not find it either.
- `skip-unmatched` goes on with the next line (`if found is None: continue`), in a loop that collects what matches. Sure
  where the data shows that what does not match is no record (an empty line, a comment, a heading), or where the same
  function leaves out other lines that do not match in this way.

Sources: https://docs.python.org/3/library/re.html#search-vs-match, https://docs.python.org/3/library/re.html#re.match
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.recipes import none_guard
from tracemend.fixes.toolkit.code import called, is_none, text_of
from tracemend.fixes.toolkit.failing import Failing, failing, scope_at
from tracemend.fixes.toolkit.guards import conditions, holds
from tracemend.fixes.toolkit.matching import Matching, matching_of
from tracemend.fixes.toolkit.nones import nones, origins
from tracemend.fixes.toolkit.samples import samples
from tracemend.source.module import Module
from tracemend.source.reach import reach

_AT_START = lazy.regex(r"(?:\(\?[a-zA-Z]+\))?\s*[(?:]*(?:\^|\\A|\.\*|\.\+|\[\\s\\S\]\*)")
_NO_RECORD = lazy.regex(r"\s*(?:#|//|;|--|==|\*\*|<!--|%|\Z)")
_COLLECT = frozenset(("append", "add", "extend", "update", "setdefault", "insert", "write"))


def _found(at: Failing, request: Request) -> Matching | None:
    """The one call whose None the message speaks of."""
    every: dict[int, Matching] = {}
    for node in nones(at, request.report.first_line):
        value = node.value if isinstance(node, ast.NamedExpr) else node
        for one in origins(at.file, value):
            matching = matching_of(at.file, one)
            if matching is not None:
                every[id(matching.call)] = matching
    return next(iter(every.values())) if len(every) == 1 else None


def search_for_match(request: Request) -> Mend | None:
    """`re.search(...)` for `re.match(...)`."""
    at = failing(request)
    matching = _found(at, request) if at is not None else None
    if at is None or matching is None or matching.how != "match" or _AT_START.match(matching.pattern.pattern):
        return None
    known = [text_of(one) for one in reach(at.file, matching.text) or [matching.text]]
    texts = [text for text in known if text is not None]
    if texts and len(texts) == len(known):
        later = [matching.pattern.search(text) is not None for text in texts]
        if not any(found and not matching.pattern.match(text) for found, text in zip(later, texts, strict=True)):
            return None
        sure = all(later) and not any(map(matching.pattern.match, texts))
    else:
        counts = [_places(matching.pattern, _reaching(at, matching, lines)) for lines in samples(request, at.file)]
        counts = [one for one in counts if one[0] or one[1]]
        missing_fits = not _is_line(at.file, matching.text)
        sure = bool(counts) and all(
            not first and (not missing or (missing_fits and missing < later)) for first, later, missing in counts
        )
    end = at.file.span(matching.call.func)[1]
    return Mend((TextEdit(end - len("match"), end, "search"),), sure=sure)


def _reaching(at: Failing, matching: Matching, lines: list[str]) -> list[str]:
    """The lines for which the statement that holds them against the pattern is reached, as far as its conditions can be
    told: `if "changed" in line`, `if HEAD.match(line): ... else`."""
    text, statement = matching.text, at.file.statement(matching.call).node
    if not isinstance(text, ast.Name):
        return lines
    tests = list(conditions(at.file, statement))
    scope = at.file.scope_of(text.id, text)
    bound = at.file.bindings(text.id, scope) if scope is not None else []
    stripped = any(isinstance(one.value, ast.Call) and called(one.value) == "strip" for one in bound)
    lines = [line.strip() for line in lines] if stripped else lines

    def ask(node: ast.expr, line: str) -> bool | None:
        for one in origins(at.file, node):
            other = matching_of(at.file, one)
            if other is not None and isinstance(other.text, ast.Name) and other.text.id == text.id:
                return getattr(other.pattern, other.how)(line) is not None
        return None

    return [line for line in lines if all(holds(test, text.id, line, ask) in (None, wanted) for test, wanted in tests)]


def _places(pattern: re.Pattern[str], lines: list[str]) -> tuple[int, int, int]:
    """In how many lines that are not empty the pattern stands at the beginning, further on, and not at all."""
    first = later = missing = 0
    for line in filter(str.strip, lines):
        if pattern.match(line.strip()):
            first += 1
        elif pattern.search(line):
            later += 1
        else:
            missing += 1
    return first, later, missing


def _is_line(file: Module, node: ast.expr) -> bool:
    """Whether an expression is the item of a loop around it, or a method's result for it."""
    while isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        node = node.func.value
    loops = [outer for outer in file.around(node) if isinstance(outer, ast.For | ast.AsyncFor)]
    names = {part.id for loop in loops for part in ast.walk(loop.target) if isinstance(part, ast.Name)}
    return isinstance(node, ast.Name) and node.id in names


def skip_unmatched(request: Request) -> Mend | None:
    """`if found is None: continue` before the statement that needs it."""
    at = failing(request)
    matching = _found(at, request) if at is not None else None
    if at is None or matching is None or not _is_line(at.file, matching.text):
        return None
    loop = next((one for one in at.file.around(at.node) if isinstance(one, ast.For | ast.AsyncFor)), None)
    if loop is None or loop is not next(
        (one for one in at.file.around(matching.call) if isinstance(one, ast.For | ast.AsyncFor)), None
    ):
        return None
    if not any(_collects(part) for one in loop.body for part in ast.walk(one)):
        return None
    mend = none_guard.apply(request._replace(arguments={"leave": "continue"}))
    if mend is None:
        return None
    others = any(part is not at.node and _skips(part, at.file) for part in ast.walk(scope_at(at.file, at.node)))
    return mend._replace(sure=mend.sure and (others or _no_records(request, at.file, matching)))


def _collects(node: ast.AST) -> bool:
    if isinstance(node, ast.Yield | ast.AugAssign):
        return True
    if isinstance(node, ast.Subscript):
        return isinstance(node.ctx, ast.Store)
    return isinstance(node, ast.Call) and (called(node) in _COLLECT or called(node) == "print")


def _skips(node: ast.AST, file: Module) -> bool:
    """Whether it is `if found is None: continue` (or `if not found`) for another pattern's result."""
    if not isinstance(node, ast.If) or len(node.body) != 1 or not isinstance(node.body[0], ast.Continue):
        return False
    test = node.test
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        asked: ast.expr = test.operand
    elif isinstance(test, ast.Compare) and isinstance(test.ops[0], ast.Is) and is_none(test.comparators[0]):
        asked = test.left
    else:
        return False
    return any(matching_of(file, one) is not None for one in origins(file, asked))


def _no_records(request: Request, file: Module, matching: Matching) -> bool:
    """Whether in the data that has records of this pattern every other line is empty, a comment, or a heading."""
    look = getattr(matching.pattern, matching.how)
    shown = False
    for lines in samples(request, file):
        misses = [number for number, line in enumerate(lines) if not look(line) and not look(line.strip())]
        if len(misses) * 2 > len(lines) or not lines:
            continue  # it is other data
        if any(not _NO_RECORD.match(lines[number]) and not _heading(lines, number) for number in misses):
            return False
        shown = shown or bool(misses)
    return shown


def _heading(lines: list[str], number: int) -> bool:
    """Whether a line is the first and has no digit, as a row of names of columns."""
    return number == 0 and len(lines) > 1 and not any(one.isdigit() for one in lines[0])


RECIPES = (
    Recipe(
        "search-for-match",
        "Looks for the pattern anywhere in the text.",
        search_for_match,
        unsure="The code does not show whether the pattern may stand further on in the text.",
    ),
    Recipe(
        "skip-unmatched",
        "Goes on with the next line where this one does not match.",
        skip_unmatched,
        unsure="A line that does not match may be a record with a fault: look at it before it is left out.",
    ),
)
