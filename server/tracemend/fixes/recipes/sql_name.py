"""`sql-name`: put the table's or column's right name into the SQL text of the failing statement.

The right name is one that the same file gives to a table (`CREATE TABLE`, `ALTER TABLE ... ADD`). Only the words of
the SQL itself are replaced, not what stands in its quotes, nor parameters and an f-string's fields. Does not apply
where no table of the statement is made in the file, or none of its names is spelt nearly so. Not sure where the file
uses the other spelling more often: then the table may have been made with the slip. Source:
https://www.sqlite.org/lang_createtable.html
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.evidence.similar import closest, slip_of
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import assigned_value, assignment_before, expressions, is_text
from tracemend.source.statement import Statement

_MAX_TEXT = 400_000
_CREATE = lazy.regex(
    r"\bcreate\s{1,9}(?:temp(?:orary)?\s{1,9})?table\s{1,9}(?:if\s{1,9}not\s{1,9}exists\s{1,9})?", re.I
)
_ADD = lazy.regex(r"\balter\s{1,9}table\s{1,9}(\w{1,100})\s{1,9}add\s{1,9}(?:column\s{1,9})?(\w{1,100})", re.I)
_TABLE = lazy.regex(r"[\"`\[]?(\w{1,100})[\"`\]]?\s{0,20}\(")
_COLUMN = lazy.regex(r"\s*[\"`\[]?(\w+)")
_CONSTRAINTS = frozenset(("primary", "foreign", "unique", "check", "constraint", "key", "index"))
_MAX_BODY = 20_000
_OPENING = lazy.regex(r"""[A-Za-z]{0,2}('''|\"""|'|")""")


def tables_of(text: str) -> dict[str, list[str]]:
    """The tables that a text makes, each with its columns, as they are written."""
    found: dict[str, list[str]] = {}
    for match in _CREATE.finditer(text):
        head = _TABLE.match(text, match.end())
        if head is not None:
            found.setdefault(head[1], []).extend(_columns(text[head.end() : head.end() + _MAX_BODY]))
    for added in _ADD.finditer(text):
        found.setdefault(added[1], []).append(added[2])
    return found


def _columns(body: str) -> list[str]:
    """The first word of each item up to the closing bracket, but those that begin a constraint."""
    items, depth, begin = [], 0, 0
    for at, sign in enumerate(body):
        if sign == "(":
            depth += 1
        elif sign == ")" and depth:
            depth -= 1
        elif sign == ")" or (sign == "," and not depth):
            items.append(body[begin:at])
            begin = at + 1
            if sign == ")":
                break
    names = [match[1] for item in items if (match := _COLUMN.match(item)) is not None]
    return [name for name in names if name.lower() not in _CONSTRAINTS]


def apply(request: Request) -> Mend | None:
    """The recipe."""
    statement, kind = request.place.statement, request.arguments.get("kind")
    wrong = request.arguments.get("name")
    if statement is None or not isinstance(wrong, str) or len(statement.source.text) > _MAX_TEXT:
        return None
    wrong = wrong.rpartition(".")[2]
    if not re.fullmatch(r"\w{2,100}", wrong):
        return None
    tables = tables_of(statement.source.text)
    for holder, node in _texts(statement):
        text = holder.text(node)
        used = [one for one in tables if re.search(rf"\b{re.escape(one)}\b", text, re.I)]
        names = list(tables) if kind == "table" else [column for table in used for column in tables[table]]
        if any(name.lower() == wrong.lower() for name in names):
            return None
        to = slip_of(wrong, names) or closest(wrong, names)
        spans = _words(text, wrong)
        if to is None or not spans:
            continue
        start, _ = holder.span(node)
        edits = tuple(TextEdit(start + begin, start + end, to) for begin, end in spans)
        return Mend(edits, sure=_used_less(statement.source.text, text, wrong, to))
    return None


def _used_less(text: str, own: str, wrong: str, to: str) -> bool:
    """Whether the file has no use of the wrong name outside this SQL (`own`), or more of the right one than its table's
    making."""
    word = re.compile(rf"\b{re.escape(wrong)}\b")
    others = len(word.findall(text)) - len(word.findall(own))
    return others <= 0 or len(re.findall(rf"\b{re.escape(to)}\b", text)) > 1 + others


def _texts(statement: Statement) -> list[tuple[Statement, ast.expr]]:
    """The texts of the statement, then those assigned to the names that it uses."""
    found: list[tuple[Statement, ast.expr]] = []
    nodes = list(expressions(statement))
    found += [(statement, node) for node in nodes if is_text(node)]
    for name in dict.fromkeys(node.id for node in nodes if isinstance(node, ast.Name)):
        before = assignment_before(statement, name)
        value = assigned_value(before) if before is not None else None
        if before is not None and value is not None and is_text(value):
            found.append((before, value))
    return found


def _words(text: str, wrong: str) -> list[tuple[int, int]]:
    """Where the name stands in a literal as a word of the SQL: not in the quotes of an SQL text, no parameter."""
    opening = _OPENING.match(text)
    quotes = opening[1] if opening is not None else ""
    fields = r"\{\{|\{[^{}]*\}|" if opening is not None and "f" in opening[0].lower() else ""
    quoted, found = False, []
    pattern = re.compile(rf"{fields}'|(?<![\w:@${{])(?<!%\(){re.escape(wrong)}(?!\w)")
    for match in pattern.finditer(text, opening.end() if opening is not None else 0):
        if match[0][0] == "{":
            continue
        if match[0] == "'":
            quoted = not quoted and quotes != "'"  # such a literal ends here, or has an SQL text between escapes
        elif not quoted:
            found.append(match.span())
    return found


RECIPES = (
    Recipe(
        "sql-name",
        "Puts a table's or column's right name into the SQL.",
        apply,
        {"name": "the wrong name", "kind": "`table` or `column`"},
        unsure="Both names are used as often; the other one may be wrong.",
    ),
)
