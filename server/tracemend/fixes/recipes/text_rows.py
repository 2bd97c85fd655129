"""`text-rows`: the rows of a table of characters become lists, since the characters of a text cannot be assigned.

`grid[row][column] = "x"`, where `grid` is a list of texts: where it is made, each row is made a list.
`text.splitlines()` becomes `[list(line) for line in text.splitlines()]`, `["." * n for _ in range(m)]` gets
`["."] * n`, a row that is appended `list(...)`. The list is followed through names, calls and attributes of a class.

Does not apply where it is not seen how every row is made. Not sure where a row is shown, compared or asked for what
only a text has: that would be another afterwards.

Source: https://docs.python.org/3/library/stdtypes.html#immutable-sequence-types
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, text_of
from tracemend.fixes.toolkit.failing import failing
from tracemend.source.module import Module
from tracemend.source.reach import elements, results

_LISTS = ("splitlines", "split")
_TEXT_ALONE = frozenset(dir(str)) - frozenset(dir(list))
_SHOW = frozenset(("print", "write", "str", "repr", "hash", "set"))
_COMPREHENSIONS = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at = failing(request)
    if at is None or not request.report.first_line.startswith("'str' object does not support item assignment"):
        return None
    node = at.node
    target = node.targets[0] if isinstance(node, ast.Assign) and len(node.targets) == 1 else None
    if not isinstance(target, ast.Subscript) or isinstance(target.slice, ast.Slice):
        return None
    table = _table(at.file, target.value)
    made = results(at.file, table) if table is not None else None
    if table is None or not made or len({id(one) for one in made}) != 1:
        return None
    edits = _as_lists(at.file, made[0])
    return Mend(tuple(edits), sure=not _is_text_elsewhere(at.file, _names(at.file, table))) if edits else None


def _table(file: Module, row: ast.expr) -> ast.expr | None:
    """The list that a row is an item of: `grid` of `grid[i]`, or of a row that a loop gives."""
    if isinstance(row, ast.Subscript):
        plain = not isinstance(row.slice, ast.Slice) and isinstance(row.value, ast.Name | ast.Attribute)
        return row.value if plain else None
    if not isinstance(row, ast.Name):
        return None
    for outer in file.around(row):
        if isinstance(outer, ast.For):
            over, target = _over(outer.target, outer.iter)
            if isinstance(target, ast.Name) and target.id == row.id:
                return over if isinstance(over, ast.Name | ast.Attribute) else None
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef):
            return None
    return None


def _over(target: ast.expr, over: ast.expr) -> tuple[ast.expr, ast.expr]:
    """What a loop goes over and what gets its items, without `enumerate`."""
    numbered = isinstance(over, ast.Call) and called(over) == "enumerate" and over.args
    if numbered and isinstance(over, ast.Call) and isinstance(target, ast.Tuple) and len(target.elts) == 2:
        return over.args[0], target.elts[1]
    return over, target


def _as_lists(file: Module, made: ast.expr) -> list[TextEdit]:
    """The edits that make every item of a list of texts a list; none where it is no such list."""
    start, end = file.span(made)
    if isinstance(made, ast.Call) and called(made) in _LISTS and isinstance(made.func, ast.Attribute):
        name = (
            "line" if called(made) == "splitlines" or text_of(made.args[0] if made.args else None) == "\n" else "part"
        )
        return [TextEdit(start, start, f"[list({name}) for {name} in "), TextEdit(end, end, "]")]
    if isinstance(made, ast.ListComp):
        return _wrapped(file, made.elt)
    items = elements(made) if isinstance(made, ast.List) else None
    if items:
        if any(text_of(one) is None and not _is_text(one) for one in items):
            return []
        return [edit for one in items for edit in _wrapped(file, one)]
    return _appended(file, made) if items is not None else []


def _appended(file: Module, made: ast.expr) -> list[TextEdit]:
    """The rows that an empty list gets by `append`."""
    outer = file.parents.get(id(made))
    target = outer.targets[0] if isinstance(outer, ast.Assign) and len(outer.targets) == 1 else None
    name = dotted(target) if target is not None else None
    edits: list[TextEdit] = []
    for part in file.nodes:
        if (
            isinstance(part, ast.Attribute)
            and dotted(part.value) == name
            and part.attr in ("append", "insert", "extend")
        ):
            call = file.parents.get(id(part))
            if part.attr != "append" or not isinstance(call, ast.Call) or len(call.args) != 1:
                return []
            row = _wrapped(file, call.args[0])
            if not row:
                return []
            edits += row
    return edits


def _is_text(node: ast.expr) -> bool:
    """Whether an expression makes a text: a literal, one repeated, a method that gives one."""
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.Mult) and (text_of(node.left) is not None or text_of(node.right) is not None)
    return (
        text_of(node) is not None
        or isinstance(node, ast.JoinedStr)
        or (
            isinstance(node, ast.Call)
            and called(node) in ("strip", "rstrip", "lstrip", "replace", "join", "upper", "lower")
        )
    )


def _wrapped(file: Module, node: ast.expr) -> list[TextEdit]:
    """`list(node)`, and `["."] * n` for `"." * n`."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
        letter = next((one for one in (node.left, node.right) if len(text_of(one) or "") == 1), None)
        if letter is not None:
            start, end = file.span(letter)
            return [TextEdit(start, start, "["), TextEdit(end, end, "]")]
    if not _is_text(node) and not isinstance(node, ast.Name):
        return []
    start, end = file.span(node)
    return [TextEdit(start, start, "list("), TextEdit(end, end, ")")]


def _names(file: Module, table: ast.expr) -> set[str]:
    """The names that the table may have anywhere in the file: its own, those of parameters and arguments it meets."""
    names = {dotted(table) or ""}
    for _ in range(4):
        for call in [part for part in file.nodes if isinstance(part, ast.Call)]:
            called_name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            for function in file.nodes:
                if not isinstance(function, ast.FunctionDef) or function.name not in (called_name, "__init__"):
                    continue
                parameters = [one.arg for one in function.args.args if one.arg not in ("self", "cls")]
                for argument, parameter in zip(call.args, parameters, strict=False):
                    pair = {dotted(argument) or "", parameter}
                    if isinstance(argument, ast.Name | ast.Attribute) and names & pair:
                        names |= pair
    return names


def _rows(file: Module, names: set[str]) -> Iterator[ast.expr]:
    """Every expression of the file that is a row of a table of those names."""
    for part in file.nodes:
        if isinstance(part, ast.Subscript) and dotted(part.value) in names and not isinstance(part.slice, ast.Slice):
            yield part
        pairs = [(part.target, part.iter)] if isinstance(part, ast.For) else []
        if isinstance(part, _COMPREHENSIONS):
            pairs = [(one.target, one.iter) for one in part.generators]
        for target, over in pairs:
            inner, item = _over(target, over)
            if dotted(inner) in names and isinstance(item, ast.Name):
                yield from (one for one in ast.walk(part) if isinstance(one, ast.Name) and one.id == item.id)


def _is_text_elsewhere(file: Module, names: set[str]) -> bool:
    """Whether a row is used as a text somewhere, or the whole table shown."""
    for row in _rows(file, names):
        outer = file.parents.get(id(row))
        if isinstance(outer, ast.Attribute) and outer.attr in _TEXT_ALONE:
            return True
        if isinstance(outer, ast.FormattedValue | ast.BinOp | ast.Compare | ast.Return | ast.Dict):
            return True
        if isinstance(outer, ast.Call) and row in outer.args and called(outer) in _SHOW:
            return True
    for part in file.nodes:
        if isinstance(part, ast.Call) and called(part) in ("join", *_SHOW, "writelines"):
            shown = [one.value if isinstance(one, ast.Starred) else one for one in part.args]
            if any(dotted(one) in names for one in shown):
                return True
        if isinstance(part, ast.FormattedValue) and dotted(part.value) in names:
            return True
    return False


RECIPES = (
    Recipe(
        "text-rows",
        "Makes the rows of a table of characters lists.",
        apply,
        unsure="A row is used as a text elsewhere, which a list is not.",
    ),
)
