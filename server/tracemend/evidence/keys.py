"""Facts about keys of dictionaries: what is spelt nearly so. Source is read, and the data that it reads (a JSON, TOML,
YAML or CSV file of this machine, the same in a literal)."""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.evidence.fact import UNKNOWN, Fact, Finding, Inquiry
from tracemend.evidence.limits import in_time, short
from tracemend.evidence.similar import closest, is_as_near, is_other_form, slip_of
from tracemend.evidence.syntax import binding, call_of, dotted
from tracemend.source.module import Module, whole
from tracemend.source.place import Statement
from tracemend.source.statement import own_parts

_TEXT = 400_000
"""How many characters of a file are read for keys."""
_PARSED = 100_000
"""Files of more characters are not parsed to follow data."""
_SMALL = 20_000
"""Files of more characters are parsed for it only where they read data at all: that takes a second a megabyte, and
memory that stays."""
_READS = lazy.regex(r"\b(?:loads?|safe_load|full_load|DictReader)\b")


def key_text(value: str | None) -> str | None:
    """The text of a key as a KeyError prints it (`'hots'`), or as a pattern without its quotes captured
    it."""
    if not value:
        return None
    if value[0] in "'\"":
        try:
            literal = ast.literal_eval(value)
        except (ValueError, SyntaxError):
            return None
        return literal if isinstance(literal, str) else None
    return value if not value[0].isdigit() and value[0] not in "(-bBuU[" else None


def _subscript(statement: Statement, key: str) -> ast.Subscript | None:
    """The subscript that raised: the caret's, else the one with that key, else the only one."""
    if isinstance(statement.expression, ast.Subscript):
        return statement.expression
    parts = [part for part in own_parts(statement.node) if isinstance(part, ast.Subscript)]
    same = [part for part in parts if isinstance(part.slice, ast.Constant) and part.slice.value == key]
    return same[0] if same else parts[0] if len(parts) == 1 else None


def _literal_keys(node: ast.expr | None) -> tuple[set[str], bool]:
    """The text keys of a dict display or `dict(...)`, and whether these are all that it has."""
    if isinstance(node, ast.Dict):
        keys = {key.value for key in node.keys if isinstance(key, ast.Constant) and isinstance(key.value, str)}
        return keys, all(isinstance(key, ast.Constant) for key in node.keys)
    call = call_of(node) if node is not None else None
    if call is not None and isinstance(call.func, ast.Name) and call.func.id == "dict":
        named = {one.arg for one in call.keywords if one.arg}
        return named, not call.args and len(named) == len(call.keywords)
    return set(), False


def _mapping(statement: Statement, node: ast.expr, depth: int = 0) -> ast.expr | None:
    """The expression that the object subscribed was made by, followed through names and constant keys."""
    if depth > 4:
        return None
    if isinstance(node, ast.Name):
        bound = binding(statement, node.id)
        return bound[0] if bound else None
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        outer = _mapping(statement, node.value, depth + 1)
        if isinstance(outer, ast.Dict):
            for key, value in zip(outer.keys, outer.values, strict=True):
                if isinstance(key, ast.Constant) and key.value == node.slice.value:
                    return value
    return node if isinstance(node, ast.Dict | ast.Call) else None


def _of_data(inquiry: Inquiry, statement: Statement, subscript: ast.Subscript | None, key: str) -> Finding | None:
    """The answer where the dictionaries come from data that is seen whole: the one key of all those without `key` that
    may be meant by it. None where they are not seen."""
    text = statement.source.text
    parsed = len(text) <= _SMALL or (len(text) <= _PARSED and _READS.search(text) is not None)
    file = whole(statement.source) if parsed else None
    over = _asked(file, statement, subscript, key) if file is not None else None
    if file is None or over is None:
        return None
    from tracemend.evidence.data_values import Data  # large, and most programs that fail so read no data

    node, each = over
    data = Data(file, inquiry.place.file if inquiry.place else None, inquiry.context)
    found = data.items(node) if each else data.values(node)
    dictionaries = [one for one in found or () if isinstance(one, dict)]
    if not dictionaries or len(dictionaries) != len(found or ()):
        return None
    base = short(file.text(node))
    if any(key in one for one in dictionaries) or _is_stored(file, key):
        return UNKNOWN  # not all have it: no slip of the code
    keys = {one for one in dictionaries[0] if isinstance(one, str) and all(one in other for other in dictionaries)}
    near = _near(file, key, keys)
    if near is None:
        return Finding(False, f"No key of {base} is spelt like {short(key)}.")
    one, known = near
    return Finding(True, f"{base} has the key {short(one)}, not {short(key)}.", {"similar": one, "known": known})


def _asked(
    file: Module, statement: Statement, subscript: ast.Subscript | None, key: str
) -> tuple[ast.expr, bool] | None:
    """What the key is asked of, as a node of the whole file, and whether it is asked of each of its items."""
    same = file.same(statement, subscript) if subscript is not None else None
    if isinstance(same, ast.Subscript):
        return same.value, False
    for part in own_parts(statement.node):
        call = file.same(statement, part) if isinstance(part, ast.Call) else None
        if not isinstance(call, ast.Call) or not call.args:
            continue
        first = call.args[0]
        if not (isinstance(first, ast.Constant) and first.value == key):
            continue
        if isinstance(call.func, ast.Attribute) and call.func.attr == "pop" and len(call.args) == 1:
            return call.func.value, False
        from tracemend.evidence.data_values import call_over

        over = call_over(file, call)
        if over is not None and (dotted(call.func) or "").rpartition(".")[2] == "itemgetter" and len(call.args) == 1:
            return over, True
    return None


def _is_stored(file: Module, key: str) -> bool:
    """Whether the program puts the key into a dictionary itself."""
    for part in file.nodes:
        if isinstance(part, ast.Subscript) and not isinstance(part.ctx, ast.Load) and _is(part.slice, key):
            return True
        if isinstance(part, ast.Dict) and any(_is(one, key) for one in part.keys):
            return True
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute):
            named = part.func.attr == "update" and any(one.arg == key for one in part.keywords)
            if named or (part.func.attr == "setdefault" and part.args and _is(part.args[0], key)):
                return True
    return False


def _is(node: ast.AST | None, key: str) -> bool:
    return isinstance(node, ast.Constant) and node.value == key


def _near(file: Module, key: str, keys: set[str]) -> tuple[str, str] | None:
    """The key that is meant, and `all` where it can be no other: the same word otherwise written, or one that the
    program asks nowhere for and that is one slip or a plural away; `some` where a slip is likely; `rivals` where
    another is as near, or the program asks for this one too (`start_time` beside `stop_time`)."""
    forms = [one for one in keys if is_other_form(key, one)]
    if forms:
        return (forms[0], "all") if len(forms) == 1 else (sorted(forms)[0], "rivals")
    near = slip_of(key, keys) or closest(key, keys)
    if near is None:
        return None
    if any(is_as_near(key, near, other) for other in keys - {near}):
        return near, "rivals"
    asked = [part.slice for part in file.nodes if isinstance(part, ast.Subscript)]
    asked += [part.args[0] for part in file.nodes if isinstance(part, ast.Call) and part.args]
    used = any(_is(part, near) for part in asked)
    slip = slip_of(key, [near]) is not None
    return near, "all" if slip and not used else "some" if slip or not used else "rivals"


def similar_key(inquiry: Inquiry) -> Finding:
    statement = inquiry.place.statement if inquiry.place else None
    key = key_text(inquiry.value)
    if statement is None or key is None:
        return UNKNOWN
    subscript = _subscript(statement, key)
    of_data = _of_data(inquiry, statement, subscript, key)
    if of_data is not None:
        return of_data
    if subscript is None:
        return UNKNOWN
    base = statement.text(subscript.value)
    keys, all_known = _literal_keys(_mapping(statement, subscript.value))
    in_time()
    quoted = re.compile(
        re.escape(base)
        + r"""(?:\[|\.get\(|\.setdefault\()[
        ]{0,9}(?:"([^"\\\n]{1,200})"|'([^'\\\n]{1,200})')"""
    )
    keys |= {match[1] or match[2] for match in quoted.finditer(statement.source.text, 0, _TEXT)}
    keys.discard(key)
    near = closest(key, keys)
    if near is not None:
        return Finding(
            True, f"{short(base)} has the key {short(near)}, not {short(key)}.", {"similar": near, "known": "some"}
        )
    if not all_known:
        return UNKNOWN
    return Finding(False, f"No key of {short(base)} is spelt like {short(key)}.")


FACTS = (
    Fact(
        "similar-key",
        "Has the dictionary a key of a similar spelling, as far as the file shows?",
        similar_key,
        ("key",),
        gives=("similar", "known"),
        source_only=True,
    ),
)
