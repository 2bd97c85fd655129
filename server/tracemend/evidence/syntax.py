"""What can be read off the source around a failing statement: names, imports, where a name was bound."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from tracemend import lazy
from tracemend.evidence.limits import in_time
from tracemend.source.place import Statement, statement_at
from tracemend.source.statement import own_parts
from tracemend.source.text import SourceText

_IMPORT = lazy.regex(r"^[ \t]{0,40}(?:import|from)[ \t]", re.MULTILINE)
_IMPORTS = 400
_UP = 3_000
"""How many lines above a statement are looked at for a name's binding."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def dotted(node: ast.AST | None) -> str | None:
    """`a.b.c` of a chain of names and attributes; `*.c` where it begins with something else; else None."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if isinstance(node, ast.Name):
        return ".".join([node.id, *reversed(parts)])
    return f"*.{parts[0]}" if parts else None


@lru_cache(maxsize=4)
def imports(source: SourceText) -> Mapping[str, str]:
    """The names that the file's imports bind, each with what it means: `np` is `numpy`, `search` is
    `re.search`."""
    found: dict[str, str] = {}
    for count, match in enumerate(_IMPORT.finditer(source.text)):
        if count >= _IMPORTS:
            break
        in_time()
        line, _ = source.position(match.start())
        statement = statement_at(source, line)
        node = statement.node if statement else None
        if isinstance(node, ast.Import):
            for alias in node.names:
                found[alias.asname or alias.name.partition(".")[0]] = (
                    alias.name if alias.asname else alias.name.partition(".")[0]
                )
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                found[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return found


def meaning(node: ast.AST | None, source: SourceText) -> str | None:
    """As `dotted`, the first name replaced by what the file's imports make of it."""
    name = dotted(node)
    if name is None or name.startswith("*"):
        return name
    first, dot, rest = name.partition(".")
    word = re.escape(first)
    if not re.search(rf"\bimport\b[^\n]*\b{word}\b|^[ \t]*{word}[ \t]*,", source.text, re.MULTILINE):
        return name
    return imports(source).get(first, first) + dot + rest


def named(node: ast.AST | None, names: Iterable[str], source: SourceText) -> str | None:
    """The one of `names` that a function or object is: by full name, or `*.name` for a method of whatever
    object."""
    found = meaning(node, source)
    if found is None:
        return None
    last = found.rpartition(".")[2]
    for name in names:
        if name == found or (name.startswith("*.") and "." in found and name[2:] == last):
            return name
    return None


def calls_in(statement: Statement) -> Iterator[ast.Call]:
    """The calls that a statement itself makes (a compound statement's header only)."""
    for part in own_parts(statement.node):
        if isinstance(part, ast.Call):
            yield part


def function_around(statement: Statement) -> Function | None:
    """The function that the statement is in; None at module or class level."""
    for parent in reversed(statement.parents):
        if isinstance(parent, Function):
            return parent
        if isinstance(parent, ast.ClassDef):
            return None
    return None


def accessed(statement: Statement, attribute: str | None = None) -> ast.expr | None:
    """The expression whose value was not what the statement needed: what an attribute, an index or a call is
    taken of.

    By the caret columns where they are known, else the only access of `attribute`, else the only access at
    all.
    """
    at = statement.expression
    parts = list(own_parts(statement.node))
    if attribute:
        owners = [part for part in parts if isinstance(part, ast.Attribute) and part.attr == attribute]
        if len(owners) > 1 and at is not None:
            inside = [part for part in owners if part is at or part.value is at]
            owners = inside or owners[:1]
        return owners[0].value if owners else None
    if isinstance(at, ast.Attribute | ast.Subscript | ast.Starred):
        return at.value
    if isinstance(at, ast.Call):
        return at.func
    if at is not None:
        return at
    for kinds in ((ast.Attribute, ast.Subscript), (ast.Call,)):
        found = [part for part in parts if isinstance(part, kinds)]
        if len(found) == 1:
            return found[0].func if isinstance(found[0], ast.Call) else getattr(found[0], "value", None)
    return None


def _value_bound(node: ast.stmt, name: str) -> ast.expr | None:
    """The expression that a statement binds a plain name to."""
    targets: list[ast.expr] = []
    value: ast.expr | None = None
    if isinstance(node, ast.Assign):
        targets, value = node.targets, node.value
    elif isinstance(node, ast.AnnAssign):
        targets, value = [node.target], node.value
    if any(isinstance(target, ast.Name) and target.id == name for target in targets):
        return value
    if isinstance(node, ast.With | ast.AsyncWith):
        for item in node.items:
            if isinstance(item.optional_vars, ast.Name) and item.optional_vars.id == name:
                return item.context_expr
    for part in own_parts(node):
        if isinstance(part, ast.NamedExpr) and part.target.id == name:
            return part.value
    return None


def _binds_otherwise(node: ast.stmt, name: str) -> bool:
    """Whether a statement binds the name to something that no single expression of it is (a loop, an unpacking)."""
    targets: list[ast.expr] = []
    if isinstance(node, ast.Assign):
        targets = node.targets
    elif isinstance(node, ast.For | ast.AsyncFor | ast.AugAssign):
        targets = [node.target]
    elif isinstance(node, ast.With | ast.AsyncWith):
        targets = [item.optional_vars for item in node.items if item.optional_vars is not None]
    return any(isinstance(part, ast.Name) and part.id == name for target in targets for part in ast.walk(target))


def binding(statement: Statement, name: str) -> tuple[ast.expr, Statement] | None:
    """What `name` was last bound to above the statement: in its function, else at the module's top level.

    Answers the expression and the statement that it stands in. Assignments in branches count as they stand; None
    where the last binding is a loop's, an unpacking's or a parameter.
    """
    source, line = statement.source, statement.line_of(statement.node)
    own = statement.span(statement.node)
    around = function_around(statement)
    first = statement.line_of(around) if around is not None else 1
    word = re.escape(name)
    likely = re.compile(rf"\b{word}[ \t]{{0,20}}(?::|=(?!=)|,|in\b|[-+*/|&%]=)|\bas[ \t]{{1,9}}{word}\b")

    def look(numbers: Iterable[int], top: bool) -> tuple[ast.expr, Statement] | bool:
        """What was found; whether to look on where nothing was."""
        for number in numbers:
            text = source.line(number)
            if (top and text[:1].isspace()) or not likely.search(text):
                continue
            in_time()
            found = statement_at(source, number)
            if found is None or found.span(found.node) == own:
                continue
            value = _value_bound(found.node, name)
            if value is not None:
                return value, found
            if _binds_otherwise(found.node, name):
                return False
        return True

    bound = look(range(line, max(first, line - _UP) - 1, -1), False)
    if bound is True and around is not None and name not in parameters(around):
        bound = look(range(source.line_count if source.line_count < _UP else first, 0, -1), True)
    return bound if isinstance(bound, tuple) else None


def parameters(function: Function) -> frozenset[str]:
    """The names of a function's parameters."""
    arguments = function.args
    plain = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    return frozenset(one.arg for one in (*plain, arguments.vararg, arguments.kwarg) if one is not None)


def call_of(value: ast.expr) -> ast.Call | None:
    """The call that an expression is, awaited or not."""
    if isinstance(value, ast.Await):
        value = value.value
    return value if isinstance(value, ast.Call) else None


def is_bound(name: str, source: SourceText) -> bool:
    """Whether the file binds `name` somewhere, by the look of it (a definition, an import, an
    assignment...)."""
    if hasattr(builtins, name):
        return True
    word = re.escape(name)
    return (
        re.search(
            rf"\b(?:def|class|import|as|for|global|nonlocal)[ \t]{{1,9}}{word}\b"
            rf"|^[ \t]*{word}[ \t]{{0,20}}(?:[:=,](?!=)|\))"
            rf"|[(,*][ \t]{{0,20}}{word}[ \t]{{0,20}}[,:=)](?!=)"
            rf"|\b{word}[ \t]{{0,9}}:=|,[ \t]{{0,9}}{word}[ \t]{{1,9}}(?:in\b|=(?!=))"
            rf"|\bimport\b[^\n]{{0,500}}\b{word}\b",
            source.text,
            re.MULTILINE,
        )
        is not None
    )
