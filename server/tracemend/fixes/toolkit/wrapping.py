"""A line that an edit made too long, laid out over several as ruff and black do it, where the file keeps their limit.

Only a call that ends its statement is laid out: its arguments go on a line of their own, or each on one with a comma
after the last. Sources: "Black code style: line length", ruff's formatter documentation.
"""

from __future__ import annotations

import ast

from tracemend.fixes.recipe import Mend, TextEdit, apply_edits
from tracemend.source.place import statement_at
from tracemend.source.text import SourceText

_INDENT = "    "


def wrapped(mend: Mend, source: SourceText, limit: int) -> Mend:
    """The same mend, a line that it makes longer than `limit` characters laid out. Nothing changes where the file has
    such lines already."""
    if mend.file is not None:
        return mend
    edits = list(mend.edits)
    for edit in mend.edits:
        line, _ = source.position(edit.start)
        start = source.offset(line, 0)
        text = source.line(line)
        beside = [other for other in mend.edits if other is not edit and start <= other.start <= start + len(text)]
        if beside or "\n" in edit.text or edit.end > start + len(text):
            continue
        changed = apply_edits(text, (TextEdit(edit.start - start, edit.end - start, edit.text),))
        if _width(changed) <= limit or any(_width(one.rstrip()) > limit for one in source.lines):
            continue
        laid = _laid_out(changed, source, line, limit)
        if laid is not None:
            edits[edits.index(edit)] = TextEdit(start, start + len(text), laid)
    return mend._replace(edits=tuple(edits))


def _laid_out(changed: str, source: SourceText, line: int, limit: int) -> str | None:
    """The changed line over several; None where it is no statement of its own that ends in a plain call."""
    statement = statement_at(source, line)
    if statement is None or not statement.line_of(statement.node) == line == _last_line(statement.node, line):
        return None
    code = changed.strip()
    indent = changed[: len(changed) - len(changed.lstrip())]
    try:
        (node,) = ast.parse(f"async def f():\n {code}").body[0].body  # type: ignore[attr-defined]  # it may await
    except (SyntaxError, ValueError):
        return None
    call = getattr(node, "value", None)
    call = call.value if isinstance(call, ast.Await) else call
    at = code.find("(")
    ends = node.end_lineno == 2 and node.end_col_offset - 1 == len(code.encode())
    if not isinstance(call, ast.Call) or not ends or set("[{\"'") & set(code[:at]):
        return None
    if len(code[: at + 1].encode()) + 1 != _opening(call):
        return None  # another bracket comes before the call's own
    given: list[ast.expr | ast.keyword] = [*call.args, *call.keywords]
    arguments = sorted(given, key=lambda one: (one.lineno, one.col_offset))
    data = code.encode()
    texts = [data[one.col_offset - 1 : (one.end_col_offset or 1) - 1].decode() for one in arguments]
    inner = indent + _level(indent, source)
    whole = ", ".join(texts)
    if not texts or f"{code[: at + 1]}{whole})" != code:
        return None  # laid out otherwise than a formatter does, or with parentheses around an argument
    lines = [f"{inner}{whole}"]
    if _width(lines[0]) > limit:
        if any(isinstance(one, ast.GeneratorExp) for one in arguments):
            return None
        lines = [f"{inner}{text}," for text in texts]
    return source.newline.join([f"{indent}{code[: at + 1]}", *lines, f"{indent})"])


def _level(indent: str, source: SourceText) -> str:
    """One more level of indentation, as the file has it."""
    first = indent or next((line for line in source.lines if line[:1] in " \t" and line.strip()), _INDENT)
    return "\t" if first[0] == "\t" else _INDENT


def _width(line: str) -> int:
    return len(line.expandtabs(4))


def _last_line(node: ast.stmt, line: int) -> int:
    return line + (node.end_lineno or node.lineno) - node.lineno


def _opening(call: ast.Call) -> int:
    """The byte column behind a call's own bracket, as long as nothing stands between it and what is called."""
    return (call.func.end_col_offset or 0) + 1
