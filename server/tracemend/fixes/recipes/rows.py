"""`row-name`, `row-column`, `option-name`: a row's field by name or place, an option's value by the name that it has.

- `row-name`: `for _, row in df.iterrows():`, whose rows come with their labels; `row.name` for `row["name"]` of
  `itertuples`; `row._mapping["name"]` for a row of SQLAlchemy. Not where the file uses the same row by position.
- `row-column`: `grid[0][1]` for `grid[0, 1]`, where `grid` is a list. Sure where the file shows that it is a list of
  lists. Not for slices.
- `option-name`: `args.dry_run` for `args.dry-run`, which subtracts; only where the file has the option `--dry-run`.

Sources: https://pandas.pydata.org/docs/reference/api/pandas.DataFrame.iterrows.html,
https://docs.sqlalchemy.org/en/20/core/connections.html#sqlalchemy.engine.Row._mapping,
https://docs.python.org/3/library/argparse.html#dest
"""

from __future__ import annotations

import ast
from itertools import pairwise

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.chains import steps_of
from tracemend.fixes.toolkit.code import called, dotted, text_of
from tracemend.fixes.toolkit.failing import the_failing
from tracemend.fixes.toolkit.handles import givers
from tracemend.fixes.toolkit.names import is_name
from tracemend.source.module import Module
from tracemend.source.reach import reach


def row_name(request: Request) -> Mend | None:
    """The recipe for rows."""
    if not request.report.first_line.startswith("tuple indices must be integers"):
        return None
    found = the_failing(
        request, ast.Subscript, lambda one: isinstance(one.value, ast.Name) and text_of(one.slice) is not None
    )
    if found is None or not isinstance(found[1].value, ast.Name):
        return None
    file, name = found[0], found[1].value
    uses = _items(file, name)
    sources = givers(file, name)
    if uses is None or len(sources) != 1:
        return None
    steps = [called(step) for step in steps_of(sources[0])]
    if steps[:1] == ["iterrows"]:
        return _labelled(file, name)
    if steps[:1] == ["itertuples"]:
        if not all(is_name(text_of(one.slice) or "") for one in uses):
            return None
        return Mend(tuple(_as_attribute(file, one) for one in uses))
    if "execute" in steps:
        ends = [file.span(one.value)[1] for one in uses]
        return Mend(tuple(TextEdit(at, at, "._mapping") for at in ends))
    return None


def _items(file: Module, name: ast.Name) -> list[ast.Subscript] | None:
    """Where the same variable is asked for an item by name; None where one is asked for by position as well."""
    scope = file.scope_of(name.id, name)
    found = [file.parents.get(id(use)) for use in file.uses(name.id, scope)] if scope is not None else []
    items = [one for one in found if isinstance(one, ast.Subscript)]
    return items if all(text_of(one.slice) is not None for one in items) else None


def _labelled(file: Module, name: ast.Name) -> Mend | None:
    """`for _, row in ...iterrows():`."""
    for outer in file.around(name):
        if isinstance(outer, ast.For) and isinstance(outer.target, ast.Name) and outer.target.id == name.id:
            start = file.span(outer.target)[0]
            return Mend((TextEdit(start, start, "_, "),))
    return None


def _as_attribute(file: Module, node: ast.Subscript) -> TextEdit:
    return TextEdit(file.span(node.value)[1], file.span(node)[1], f".{text_of(node.slice)}")


def option_name(request: Request) -> Mend | None:
    """The recipe for options."""
    found = the_failing(request, ast.Attribute, lambda one: one.attr == request.values.get("attribute"))
    if found is None:
        return None
    file, node = found
    root, top = dotted(node.value), node
    around: ast.AST | None = file.parents.get(id(node))
    outer: ast.expr = top
    while isinstance(around, ast.BinOp) and isinstance(around.op, ast.Sub) and isinstance(around.right, ast.Name):
        outer, around = around, file.parents.get(id(around))
    start, end = file.span(node)[0], file.span(outer)[1]
    written = file.source.text[start:end].removeprefix(f"{root}.")
    if outer is node or root is None or not is_name(written.replace("-", "_")):
        return None
    options = {text_of(one) for one in file.nodes if isinstance(one, ast.Constant)}
    if f"--{written}" not in options:
        return None
    return Mend((TextEdit(start, end, f"{root}.{written.replace('-', '_')}"),))


def row_column(request: Request) -> Mend | None:
    """The recipe for lists of lists."""
    if "list indices must be integers or slices, not tuple" not in request.report.first_line:
        return None
    found = the_failing(request, ast.Subscript, _is_pair)
    if found is None or not isinstance(found[1].slice, ast.Tuple):
        return None
    file, node = found
    edits, items = [], found[1].slice.elts
    for one, other in pairwise(items):
        start, end = file.span(one)[1], file.span(other)[0]
        if file.source.text[start:end].strip() != ",":
            return None
        edits.append(TextEdit(start, end, "]["))
    if file.span(items[0])[0] != file.span(node.slice)[0]:
        return None
    sources = reach(file, node.value) or []
    return Mend(tuple(edits), sure=bool(sources) and all(_is_nested(one) for one in sources))


def _is_pair(node: ast.Subscript) -> bool:
    """Whether several places are given, none of them a part."""
    if not isinstance(node.slice, ast.Tuple) or len(node.slice.elts) < 2:
        return False
    plain = not any(isinstance(one, ast.Slice | ast.Starred) for one in node.slice.elts)
    return plain and isinstance(node.value, ast.Name | ast.Attribute)


def _is_nested(node: ast.expr) -> bool:
    if isinstance(node, ast.ListComp):
        return isinstance(node.elt, ast.List | ast.ListComp | ast.BinOp)
    return isinstance(node, ast.List) and bool(node.elts) and all(isinstance(one, ast.List) for one in node.elts)


RECIPES = (
    Recipe("row-name", "Takes a row's field by the name that it has.", row_name),
    Recipe(
        "row-column",
        "Takes an item of a list of lists by two pairs of brackets.",
        row_column,
        unsure="The code does not show that it is a list of lists; an array may be meant.",
    ),
    Recipe("option-name", "Writes an option's name with underscores.", option_name),
)
