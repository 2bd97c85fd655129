"""Facts about the failing statement and what is around it: the source's text alone is read."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from tracemend.evidence.fact import UNKNOWN, Fact, Finding, Inquiry, Look
from tracemend.evidence.limits import short
from tracemend.evidence.printed import printed, printed_at
from tracemend.evidence.syntax import (
    accessed,
    binding,
    call_of,
    calls_in,
    dotted,
    function_around,
    named,
)
from tracemend.source.place import Place, Statement
from tracemend.source.statement import own_parts, statement_at
from tracemend.source.text import SourceText

_NO_ENCODING = ("open", "*.open", "*.read_text", "*.write_text", "io.open", "pathlib.Path.read_text")
_OPENS = ("open", "io.open", "*.open", "codecs.open")


def listed(value: Any) -> tuple[str, ...]:
    """An argument that may be one text or a list of texts."""
    if isinstance(value, str):
        return (value,)
    return tuple(str(one) for one in value) if isinstance(value, list | tuple) else ()


def statement_of(inquiry: Inquiry) -> Statement | None:
    return inquiry.place.statement if inquiry.place else None


_FURTHEST = 20_000
"""A line further down is looked at as the first one."""


def by_the_line(look: Look) -> Look:
    """The fact, asked of the printed line where the file's statement is not here. The line is a part of the program, so
    that only what it shows counts, not what it lacks."""

    def ask(inquiry: Inquiry) -> Finding:
        if statement_of(inquiry) is not None:
            return look(inquiry)
        line, number = printed(inquiry), printed_at(inquiry) or 1
        if not line:
            return UNKNOWN
        number = number if 1 <= number <= _FURTHEST else 1
        header = line.removeprefix("el") if line.startswith("elif ") else line
        body = "    pass\n" if header.endswith(":") else ""
        source = SourceText("\n" * (number - 1) + header + "\n" + body)
        statement = statement_at(source, number)
        if statement is None:
            return UNKNOWN
        place = Place("", None, number, None, None, source, statement, None)
        found = look(inquiry._replace(place=place))
        return found if found.holds else UNKNOWN

    return ask


def _mode(call: ast.Call) -> str | None:
    """The mode that a file is opened in; None where it is no plain text."""
    method = isinstance(call.func, ast.Attribute) and dotted(call.func) not in ("io.open", "codecs.open")
    position = 0 if method else 1
    mode: ast.expr | None = call.args[position] if len(call.args) > position else None
    for keyword in call.keywords:
        if keyword.arg == "mode":
            mode = keyword.value
    if mode is None:
        return "r"
    return mode.value if isinstance(mode, ast.Constant) and isinstance(mode.value, str) else None


def _opens(statement: Statement, letters: str) -> bool:
    for call in calls_in(statement):
        if named(call.func, _OPENS, statement.source):
            mode = _mode(call)
            if mode is not None and any(letter in mode for letter in letters):
                return True
        writes = named(call.func, ("*.write_text", "*.write_bytes"), statement.source)
        reads = named(call.func, ("*.read_text", "*.read_bytes"), statement.source)
        if (writes and "w" in letters) or (reads and "r" in letters):
            return True
    return False


def _is(*kinds: type[ast.AST]) -> Callable[[Statement], bool]:
    return lambda statement: isinstance(statement.node, kinds)


def _holds(*kinds: type[ast.AST]) -> Callable[[Statement], bool]:
    def look(statement: Statement) -> bool:
        return any(isinstance(part, kinds) for part in own_parts(statement.node))

    return look


def _condition(statement: Statement) -> bool:
    """The statement's failing part is used as a condition: of if, while, assert, not, a conditional
    expression."""
    if isinstance(statement.node, ast.If | ast.While | ast.Assert):
        return not isinstance(statement.node.test, ast.BoolOp)
    return _holds(ast.IfExp)(statement) or any(
        isinstance(part, ast.UnaryOp) and isinstance(part.op, ast.Not) for part in own_parts(statement.node)
    )


def _bare_call(statement: Statement) -> bool:
    return isinstance(statement.node, ast.Expr) and isinstance(statement.node.value, ast.Call)


def _adds_text(statement: Statement) -> bool:
    """A text literal (or an f-string) is joined with something else by `+`."""
    return any(
        isinstance(part, ast.BinOp)
        and isinstance(part.op, ast.Add)
        and any(
            isinstance(side, ast.JoinedStr) or (isinstance(side, ast.Constant) and isinstance(side.value, str))
            for side in (part.left, part.right)
        )
        for part in own_parts(statement.node)
    )


SYNTAX: dict[str, tuple[str, Callable[[Statement], bool]]] = {
    "assert": ("an assert", _is(ast.Assert)),
    "attribute": ("an attribute", _holds(ast.Attribute)),
    "await": ("an await", _holds(ast.Await)),
    "bare-call": ("a call whose result is not used", _bare_call),
    "binary-op": ("an operator between two values", _holds(ast.BinOp)),
    "bool-op": ("an and or an or", _holds(ast.BoolOp)),
    "call": ("a call", _holds(ast.Call)),
    "compare": ("a comparison", _holds(ast.Compare)),
    "comprehension": ("a comprehension", _holds(ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)),
    "condition": ("a condition", _condition),
    "for": ("a for loop", _is(ast.For, ast.AsyncFor)),
    "import": ("an import", _is(ast.Import, ast.ImportFrom)),
    "import-from": ("from ... import", _is(ast.ImportFrom)),
    "open-read": ("a file opened for reading", lambda statement: _opens(statement, "r")),
    "open-write": ("a file opened for writing", lambda statement: _opens(statement, "wax+")),
    "raise": ("a raise", _is(ast.Raise)),
    "return": ("a return", _is(ast.Return)),
    "slice": ("a slice", _holds(ast.Slice)),
    "subscript": ("square brackets", _holds(ast.Subscript)),
    "text-plus": ("a text joined with +", _adds_text),
    "unpack": (
        "an assignment to several names",
        lambda statement: (
            isinstance(statement.node, ast.Assign)
            and any(isinstance(one, ast.Tuple | ast.List) for one in statement.node.targets)
        ),
    ),
    "with": ("a with", _is(ast.With, ast.AsyncWith)),
}


def line_has(inquiry: Inquiry) -> Finding:
    statement = statement_of(inquiry)
    wanted = listed(inquiry.arguments.get("syntax"))
    if statement is None or not wanted or any(name not in SYNTAX for name in wanted):
        return UNKNOWN
    for name in wanted:
        words, look = SYNTAX[name]
        if look(statement):
            return Finding(True, f"Line {statement.line_of(statement.node)} has {words}.")
    words = " or ".join(SYNTAX[name][0] for name in wanted)
    return Finding(False, f"Line {statement.line_of(statement.node)} does not have {words}.")


def calls(inquiry: Inquiry) -> Finding:
    statement = statement_of(inquiry)
    names = listed(inquiry.arguments.get("names"))
    if statement is None or not names:
        return UNKNOWN
    line = statement.line_of(statement.node)
    for call in calls_in(statement):
        if named(call.func, names, statement.source):
            seen = f"Line {line} calls {short(dotted(call.func) or '')}."
            return Finding(True, seen, {"call": statement.text(call.func)})
    plain = list(dict.fromkeys(name.removeprefix("*.") for name in names))
    if len(plain) == 1:
        return Finding(False, f"Line {line} does not call {short(plain[0])}.")
    more = ", or the like" if len(plain) > _NAMED else ""
    return Finding(False, f"Line {line} calls none of {short(', '.join(plain[:_NAMED]), 120)}{more}.")


_NAMED = 3
"""So many functions are named in a sentence."""


def subscript_of(inquiry: Inquiry) -> Finding:
    statement = statement_of(inquiry)
    names = listed(inquiry.arguments.get("names"))
    if statement is None or not names:
        return UNKNOWN
    line = statement.line_of(statement.node)
    parts = [part for part in own_parts(statement.node) if isinstance(part, ast.Subscript)]
    if statement.expression is not None and any(part is statement.expression for part in parts):
        parts = [part for part in parts if part is statement.expression]
    for part in parts:
        if named(part.value, names, statement.source):
            return Finding(True, f"Line {line} takes an item of {short(dotted(part.value) or '')}.")
    return Finding(False, f"Line {line} takes no item of {short(' or '.join(names))}.")


def assigned_from(inquiry: Inquiry) -> Finding:
    statement = statement_of(inquiry)
    names = listed(inquiry.arguments.get("calls"))
    if statement is None or not names:
        return UNKNOWN
    value = accessed(statement, inquiry.captures.get("attribute"))
    call, what, where = origin(statement, value)
    if call is None:
        return UNKNOWN if what is None else Finding(False, f"{short(what)} is not the result of a call.")
    name = named(call.func, names, statement.source)
    called = short(dotted(call.func) or "another call")
    subject = f"{short(what)} is" if what else "It is"
    return Finding(name is not None, f"{subject} the result of {called} (line {where}).", {"call": called})


def origin(statement: Statement, value: ast.expr | None) -> tuple[ast.Call | None, str | None, int]:
    """The call that made a value, the name it was bound to, and the line of the call."""
    if value is None:
        return None, None, 0
    direct = call_of(value)
    if direct is not None:
        return direct, None, statement.line_of(direct)
    if not isinstance(value, ast.Name):
        return None, None, 0
    bound = binding(statement, value.id)
    if bound is None:
        return None, None, 0
    return call_of(bound[0]), value.id, bound[1].line_of(bound[0])


def in_async_function(inquiry: Inquiry) -> Finding:
    statement = statement_of(inquiry)
    if statement is None:
        return UNKNOWN
    around = function_around(statement)
    if around is None:
        return Finding(False, "The statement is in no function.")
    is_async = isinstance(around, ast.AsyncFunctionDef)
    return Finding(is_async, f"{short(around.name)} is {'an async' if is_async else 'a plain'} function.")


def open_without_encoding(inquiry: Inquiry) -> Finding:
    statement = statement_of(inquiry)
    if statement is None:
        return UNKNOWN
    line = statement.line_of(statement.node)
    candidates = list(calls_in(statement))
    for name in [part.id for part in own_parts(statement.node) if isinstance(part, ast.Name)][:8]:
        bound = binding(statement, name)
        call = call_of(bound[0]) if bound else None
        if call is not None:
            candidates.append(call)
    found = [call for call in candidates if named(call.func, _NO_ENCODING, statement.source)]
    if not found:
        return UNKNOWN
    for call in found:
        text = not (named(call.func, _OPENS, statement.source) and "b" in (_mode(call) or "b"))
        if text and not any(keyword.arg in ("encoding", None) for keyword in call.keywords):
            seen = f"Line {statement.line_of(call)} opens a text file without naming its encoding."
            return Finding(True, seen)
    return Finding(False, f"The file of line {line} is opened with an encoding, or as bytes.")


_NAMES = {"names": "full names of functions (re.match), or *.name for a method of whatever object"}

FACTS = (
    Fact(
        "line-has",
        "Has the failing statement this piece of syntax?",
        by_the_line(line_has),
        arguments={"syntax": "one or several of: " + ", ".join(SYNTAX)},
        source_only=True,
        report_enough=True,
    ),
    Fact(
        "calls",
        "Does the failing statement call one of these?",
        by_the_line(calls),
        arguments=_NAMES,
        gives=("call",),
        source_only=True,
        report_enough=True,
    ),
    Fact(
        "subscript-of",
        "Does the failing statement take an item of one of these?",
        by_the_line(subscript_of),
        arguments={"names": "full names (os.environ, sys.argv)"},
        source_only=True,
        report_enough=True,
    ),
    Fact(
        "assigned-from",
        "Is the value that the failing access is made on the result of one of these calls?",
        by_the_line(assigned_from),
        arguments={"calls": _NAMES["names"]},
        gives=("call",),
        source_only=True,
        report_enough=True,
    ),
    Fact("in-async-function", "Is the statement in an async function?", in_async_function, source_only=True),
    Fact(
        "open-without-encoding",
        "Is the file opened as text, without an encoding?",
        open_without_encoding,
        source_only=True,
    ),
)
