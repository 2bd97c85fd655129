"""`text-item`: a text whose character is assigned or deleted is put together anew.

`word[0] = "H"` becomes `word = "H" + word[1:]`, `word[i] = c` becomes `word = word[:i] + c + word[i + 1:]`, a slice
likewise; `del word[0]` becomes `word = word[1:]`. Does not apply where the name is not the statement's own scope's,
or the index is more than a name and a number. Not sure for a parameter that the function does not return.

Source: https://docs.python.org/3/library/stdtypes.html#text-sequence-type-str
"""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import dotted
from tracemend.fixes.toolkit.failing import Failing, failing, scope_at
from tracemend.source.scopes import Function, own_nodes, parameter_names

_PLAIN = (ast.Constant, ast.Name, ast.Call, ast.Attribute, ast.Subscript, ast.JoinedStr)


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at = failing(request)
    if at is None or not request.report.first_line.startswith("'str' object does"):
        return None
    node = at.node
    if not isinstance(node, ast.Assign | ast.Delete) or len(node.targets) != 1:
        return None
    target, value = node.targets[0], node.value if isinstance(node, ast.Assign) else None
    name = dotted(target.value) if isinstance(target, ast.Subscript) else None
    if not isinstance(target, ast.Subscript) or name is None or not _is_own(at, target.value):
        return None
    parts = _around(at, target.slice, name)
    if parts is None:
        return None
    before, after = parts
    start, (begin, end) = at.file.span(node)[0], at.file.span(target)
    if value is None:
        left = " + ".join(one for one in (before, after) if one)
        return Mend((TextEdit(start, end, f"{name} = {left}"),)) if left else None
    first, stop = at.file.span(value)
    wrapped = not isinstance(value, _PLAIN)
    if first != at.file.source.text.index("=", end) + 1 + _blanks(at.file.source.text[end:first]):
        return None  # a value in parentheses of its own
    edits = [TextEdit(begin, end, name)]
    opening = (f"{before} + " if before else "") + ("(" if wrapped else "")
    closing = (")" if wrapped else "") + (f" + {after}" if after else "")
    edits += [TextEdit(first, first, opening)] if opening else []
    edits += [TextEdit(stop, stop, closing)] if closing else []
    return Mend(tuple(edits), sure=not _is_handed_in(at, target.value))


def _is_handed_in(at: Failing, node: ast.expr) -> bool:
    """Whether the text is a parameter that the function does not hand back: its caller would keep the old one."""
    scope = scope_at(at.file, node)
    if not isinstance(node, ast.Name) or not isinstance(scope, Function) or node.id not in parameter_names(scope):
        return False
    ends = [one for one in own_nodes(scope) if isinstance(one, ast.Return | ast.Yield) and one.value is not None]
    return not any(isinstance(part, ast.Name) and part.id == node.id for one in ends for part in ast.walk(one))


def _blanks(text: str) -> int:
    rest = text.partition("=")[2]
    return len(rest) - len(rest.lstrip(" \t"))


def _is_own(at: Failing, node: ast.expr) -> bool:
    """Whether the name can be assigned anew where the statement is."""
    if not isinstance(node, ast.Name):
        return True
    return at.file.scope_of(node.id, node) is scope_at(at.file, node)


def _around(at: Failing, index: ast.expr, name: str) -> tuple[str, str] | None:
    """What stands before and after the part that is written anew; empty where nothing does."""
    if isinstance(index, ast.Slice):
        if index.step is not None:
            return None
        lower, upper = (at.file.text(one) if one is not None else None for one in (index.lower, index.upper))
        return (f"{name}[:{lower}]" if lower else ""), (f"{name}[{upper}:]" if upper else "")
    text = at.file.text(index)
    try:
        number = ast.literal_eval(index)
    except (ValueError, TypeError):
        number = None
    if type(number) is int:
        before = f"{name}[:{number}]" if number != 0 else ""
        return before, f"{name}[{number + 1}:]" if number != -1 else ""
    if isinstance(index, ast.BinOp) and not isinstance(index.op, ast.Add | ast.Sub):
        return None
    if not isinstance(index, ast.Name | ast.Attribute | ast.BinOp) or "\n" in text:
        return None
    return f"{name}[:{text}]", f"{name}[{text} + 1:]"


RECIPES = (
    Recipe(
        "text-item",
        "Puts a text together anew, since its characters cannot be assigned.",
        apply,
        unsure="The caller keeps the text as it was; a list, or the text returned, may be meant.",
    ),
)
