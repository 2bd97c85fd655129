"""Facts about the file's own functions: what they return, and what becomes of it. The source's text alone is read."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable

from tracemend.evidence.code import origin, statement_of
from tracemend.evidence.fact import UNKNOWN, Fact, Finding, Inquiry
from tracemend.evidence.limits import short
from tracemend.evidence.syntax import accessed, calls_in, dotted, function_around
from tracemend.source.place import statement_at
from tracemend.source.text import SourceText

_FUNCTIONS = 8
"""How many of the functions that one function calls are looked at."""


def returns_nothing(inquiry: Inquiry) -> Finding:
    statement = statement_of(inquiry)
    if statement is None:
        return UNKNOWN
    call, _, _ = origin(statement, accessed(statement, inquiry.captures.get("attribute")))
    called = dotted(call.func) if call is not None else None
    if called is None or called.count(".") > called.startswith(("self.", "cls.")):
        return UNKNOWN
    name = called.rpartition(".")[2]
    function = definition(statement.source, name)
    if function is None:
        return UNKNOWN
    node, line = function
    if any(isinstance(part, ast.Yield | ast.YieldFrom) for part in _body_parts(node)):
        return Finding(False, f"{short(name)} (line {line}) is a generator.")
    returns = [part for part in _body_parts(node) if isinstance(part, ast.Return) and part.value is not None]
    if returns:
        return Finding(False, f"{short(name)} (line {line}) returns a value.")
    return Finding(True, f"{short(name)} (line {line}) has no return with a value.", {"function": name})


def _body_parts(function: ast.AST) -> Iterable[ast.AST]:
    """The nodes of a function's body without those of functions and classes defined in it."""
    waiting = list(ast.iter_child_nodes(function))
    while waiting:
        part = waiting.pop()
        yield part
        if not isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
            waiting.extend(ast.iter_child_nodes(part))


def definition(source: SourceText, name: str) -> tuple[ast.FunctionDef | ast.AsyncFunctionDef, int] | None:
    """The only function of that name in the file, with its whole body, and its line."""
    pattern = rf"^[ \t]{{0,40}}(?:async[ \t]{{1,9}})?def[ \t]{{1,9}}{re.escape(name)}\b"
    found = list(re.finditer(pattern, source.text, re.MULTILINE))
    if len(found) != 1:
        return None
    line, _ = source.position(found[0].start())
    statement = statement_at(source, line)
    node = statement.node if statement else None
    if statement is None or not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return None
    if isinstance(node.body[0], ast.Pass) and "pass" not in statement.text(node):
        return None  # Its body does not parse: this is its header alone.
    return node, statement.line_of(node)


def calls_itself(inquiry: Inquiry) -> Finding:
    statement = statement_of(inquiry)
    around = function_around(statement) if statement else None
    if statement is None or around is None:
        return UNKNOWN
    for call in calls_in(statement):
        if dotted(call.func) in (around.name, f"self.{around.name}", f"cls.{around.name}"):
            seen = f"{short(around.name)} calls itself in line {statement.line_of(call)}."
            return Finding(True, seen, {"function": around.name})
    return Finding(False, f"Line {statement.line_of(statement.node)} does not call {short(around.name)}.")


def drops_own_result(inquiry: Inquiry) -> Finding:
    """Of the functions that the failing one calls, and of itself: one that returns values, and calls itself for nothing
    but what the call does."""
    statement = statement_of(inquiry)
    around = function_around(statement) if statement else None
    if statement is None or around is None:
        return UNKNOWN
    called = [dotted(part.func) for part in ast.walk(around) if isinstance(part, ast.Call)]
    names = [name.rpartition(".")[2] for name in called if name is not None]
    for name in list(dict.fromkeys([around.name, *names]))[:_FUNCTIONS]:
        function = definition(statement.source, name)
        if function is None:
            continue
        parts = list(_body_parts(function[0]))
        if not any(isinstance(part, ast.Return) and part.value is not None for part in parts):
            continue
        for part in parts:
            call = part.value if isinstance(part, ast.Expr) else None
            if isinstance(call, ast.Call) and (dotted(call.func) or "").rpartition(".")[2] == name:
                seen = f"{short(name)} (line {function[1]}) returns values, and drops what its call of itself returns."
                return Finding(True, seen, {"function": name})
    return UNKNOWN


FACTS = (
    Fact(
        "returns-nothing",
        "Is the value the result of a function of this file that returns none?",
        returns_nothing,
        gives=("function",),
        source_only=True,
    ),
    Fact(
        "calls-itself",
        "Does the failing statement call the function it is in?",
        calls_itself,
        gives=("function",),
        source_only=True,
    ),
    Fact(
        "drops-own-result",
        "Does a function that is called around the statement drop what its call of itself returns?",
        drops_own_result,
        gives=("function",),
        source_only=True,
    ),
)
