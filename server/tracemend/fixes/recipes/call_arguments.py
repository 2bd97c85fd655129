"""What a function of Python is given in another form than it takes: `json-function`, `count-itself`, `type-tuple`,
`spread-parts`.

- `json-function`: `json.loads(file)` becomes `json.load(file)`, `json.load(text)` `json.loads(text)`; of a path its
  text is read, of a process that ended its output; what is decoded already (`response.json()`) is not decoded again.
- `type-tuple`: `isinstance(x, [int, str])` becomes `isinstance(x, (int, str))`.
- `count-itself`: `range(len(n))` of a whole number becomes `range(n)`.
- `spread-parts`: `os.path.join(parts)` of a list becomes `os.path.join(*parts)`.

None applies where the call, or what it is given, cannot be seen in the statement.

Sources: https://docs.python.org/3/library/json.html#json.load,
https://docs.python.org/3/library/functions.html#isinstance, https://docs.python.org/3/library/os.path.html#os.path.join
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, calls, dotted, spreads
from tracemend.fixes.toolkit.displays import as_tuple
from tracemend.source.module import Module, whole
from tracemend.source.reach import reach
from tracemend.source.statement import Statement

_WANTS_TEXT = lazy.regex(r"the JSON object must be str, bytes or bytearray, not (?P<type>\w+)")
_WANTS_FILE = lazy.regex(r"'(?:str|bytes|bytearray)' object has no attribute 'read'")
_FILES = ("TextIOWrapper", "BufferedReader", "BufferedRandom", "StringIO", "BytesIO", "GzipFile", "ZipExtFile",
          "HTTPResponse")  # fmt: skip
_PATHS = ("PosixPath", "WindowsPath")
_TYPES = lazy.regex(r"is(?:instance|subclass)\(\) arg 2 must be a (?:type|class)")
_NO_LENGTH = lazy.regex(r"object of type 'int' has no len\(\)")
_NOT_LIST = lazy.regex(r"expected str, bytes or os\.PathLike object, not (?:list|tuple)")


def _one(request: Request, pattern: re.Pattern[str], *names: str) -> tuple[Module, Statement, ast.Call] | None:
    """The statement's one call of a function of these names, where the message fits."""
    statement = request.place.statement
    file = whole(statement.source) if statement is not None and pattern.search(request.report.first_line) else None
    found = [call for call in calls(statement) if called(call) in names] if statement is not None and file else []
    same = file.same(statement, found[0]) if file is not None and statement is not None and len(found) == 1 else None
    if file is None or statement is None or not isinstance(same, ast.Call) or spreads(same):
        return None
    return file, statement, same


def json_function(request: Request) -> Mend | None:
    """The function of json that takes what it is given."""
    wants = _WANTS_TEXT.search(request.report.first_line)
    if wants is None:
        asked = _one(request, _WANTS_FILE, "load")
        if asked is None or dotted(asked[2].func) != "json.load" or len(asked[2].args) != 1:
            return None
        end = asked[0].span(asked[2].func)[1]
        return Mend((TextEdit(end, end, "s"),), sure=_holds_text(asked[0], asked[2].args[0]))
    asked = _one(request, _WANTS_TEXT, "loads")
    if asked is None or len(asked[2].args) != 1 or dotted(asked[2].func) not in ("json.loads", "loads"):
        return None
    file, _, call = asked
    argument, end = file.span(call.args[0]), file.span(call.func)[1]
    if wants["type"] in _FILES:
        if dotted(call.func) == "json.loads":
            return Mend((TextEdit(end - 1, end, ""),))
        if not isinstance(call.args[0], ast.Name | ast.Attribute | ast.Call):
            return None
        return Mend((TextEdit(argument[1], argument[1], ".read()"),))
    if wants["type"] in _PATHS and isinstance(call.args[0], ast.Name | ast.Attribute | ast.Call):
        return Mend((TextEdit(argument[1], argument[1], '.read_text(encoding="utf-8")'),))
    if wants["type"] == "CompletedProcess" and isinstance(call.args[0], ast.Name | ast.Attribute | ast.Call):
        return Mend((TextEdit(argument[1], argument[1], ".stdout"),)) if _is_captured(file, call.args[0]) else None
    if wants["type"] in ("dict", "list") and not call.keywords and _is_decoded(file, call.args[0]):
        begin, stop = file.span(call)
        between = file.source.text[begin : argument[0]] + file.source.text[argument[1] : stop]
        if "#" in between or "\n" in between:
            return None
        return Mend((TextEdit(begin, argument[0], ""), TextEdit(argument[1], stop, "")))
    return None


def _holds_text(file: Module, node: ast.expr) -> bool:
    """Whether the text is JSON, not a path: a path's file would have to be opened."""
    for one in reach(file, node) or [node]:
        if isinstance(one, ast.Constant):
            text = one.value.lstrip() if isinstance(one.value, str) else ""
            if not text.startswith(("{", "[", '"')):
                return False
        elif isinstance(one, ast.Call):
            if called(one) not in ("read", "read_text", "dumps", "decode", "get", "read_bytes"):
                return False
        elif not (isinstance(one, ast.Attribute) and one.attr in ("text", "content", "body", "stdout", "data")):
            return False
    return True


def _is_captured(file: Module, node: ast.expr) -> bool:
    """Whether the process that a value comes from was started so that its output is kept."""
    made = reach(file, node)
    return bool(made) and all(
        isinstance(one, ast.Call) and any(key.arg in ("capture_output", "stdout") for key in one.keywords)
        for one in made or ()
    )


def _is_decoded(file: Module, node: ast.expr) -> bool:
    """Whether a value comes from JSON that was decoded."""
    sources = reach(file, node)
    return bool(sources) and all(
        isinstance(one, ast.Call)
        and (dotted(one.func) in ("json.load", "json.loads") or (called(one) == "json" and not one.args))
        for one in sources or ()
    )


def type_tuple(request: Request) -> Mend | None:
    """The types in a tuple."""
    asked = _one(request, _TYPES, "isinstance", "issubclass")
    if asked is None or len(asked[2].args) != 2:
        return None
    file, types = asked[0], asked[2].args[1]
    if isinstance(types, ast.Name):
        bound = file.only_value(types.id, types)
        scope = file.scope_of(types.id, types)
        uses = file.uses(types.id, scope) if scope is not None else []
        if bound is None or not all(_asks_type(file.parents.get(id(one)), one) for one in uses):
            return None
        types = bound[1]
    if not isinstance(types, ast.List) or any(isinstance(one, ast.Starred | ast.List) for one in types.elts):
        return None
    if any(isinstance(one, ast.Constant | ast.Subscript) for one in types.elts):
        return None  # no types: a tuple of them would fail too
    return Mend(tuple(as_tuple(file, types))) if types.elts else None


def _asks_type(outer: ast.AST | None, one: ast.Name) -> bool:
    """Whether a use takes a tuple as well as a list: the second argument of isinstance, a loop."""
    if isinstance(outer, ast.Call):
        return called(outer) in ("isinstance", "issubclass") and one in outer.args[1:]
    return isinstance(outer, ast.For) and outer.iter is one


def spread_parts(request: Request) -> Mend | None:
    """The parts of a path one by one."""
    asked = _one(request, _NOT_LIST, "join")
    if asked is None or dotted(asked[2].func) not in ("os.path.join", "path.join", "osp.join", "join"):
        return None
    file, _, call = asked
    listed = []
    for one in call.args:
        sources = reach(file, one)
        if sources and all(isinstance(part, ast.List | ast.Tuple | ast.ListComp) or _splits(part) for part in sources):
            listed.append(one)
    if len(listed) != 1 or listed[0] is not call.args[-1]:
        return None
    start, _ = file.span(listed[0])
    return Mend((TextEdit(start, start, "*"),))


def _splits(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and called(node) in ("split", "rsplit", "list", "sorted", "splitlines")


def count_itself(request: Request) -> Mend | None:
    """`range(n)` for `range(len(n))` of a whole number."""
    asked = _one(request, _NO_LENGTH, "len") or _one(request, _NO_LENGTH, "range")
    if asked is None:
        return None
    file, _, call = asked
    inner = call if called(call) == "len" else call.args[-1] if call.args else None
    outer = file.parents.get(id(inner)) if inner is not None else None
    if not isinstance(inner, ast.Call) or called(inner) != "len" or len(inner.args) != 1 or inner.keywords:
        return None
    if not isinstance(outer, ast.Call) or called(outer) != "range" or not isinstance(outer.func, ast.Name):
        return None
    begin, end = file.span(inner)
    start, stop = file.span(inner.args[0])
    if not isinstance(inner.args[0], ast.Name | ast.Attribute) or "#" in file.source.text[begin:end]:
        return None
    return Mend((TextEdit(begin, start, ""), TextEdit(stop, end, "")))


RECIPES = (
    Recipe(
        "json-function",
        "Takes the function of json that fits what is given.",
        json_function,
        unsure="The text may be the name of a file that was to be opened.",
    ),
    Recipe("count-itself", "Counts to the number itself.", count_itself),
    Recipe("type-tuple", "Writes the types in a tuple.", type_tuple),
    Recipe("spread-parts", "Hands over the parts of the path one by one.", spread_parts),
)
