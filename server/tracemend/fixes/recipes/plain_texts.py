"""What a function or method of texts is given in another form than it takes: `endings-tuple`, `letters`,
`joined-texts`, `written-text`, `dotted-suffix`.

- `endings-tuple`: `name.endswith([".a", ".b"])` becomes `name.endswith((".a", ".b"))`; of what is no display a tuple
  is made.
- `letters`: `word.split("")` becomes `list(word)`. Not sure where the code speaks of words or lines.
- `joined-texts`: `sum(words, "")` becomes `"".join(words)`.
- `written-text`: `file.write(12)` becomes `file.write(str(12))` for numbers, dates and paths.
- `dotted-suffix`: `with_suffix("txt")` becomes `with_suffix(".txt")`.

Sources: https://docs.python.org/3/library/stdtypes.html#str.endswith,
https://docs.python.org/3/library/stdtypes.html#str.join, https://docs.python.org/3/library/pathlib.html
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, is_text, keyword_of, text_of
from tracemend.fixes.toolkit.displays import as_tuple, wrap
from tracemend.fixes.toolkit.failing import one_call, told
from tracemend.source.module import Module
from tracemend.source.reach import reach

_ENDINGS = lazy.regex(
    r"(?P<name>startswith|endswith) first arg must be (?:str|bytes) or a tuple of (?:str|bytes), not"
    r" (?:list|set|frozenset|dict_keys|dict_values|generator|map|filter)\b"
)
_EMPTY = lazy.regex(r"empty separator")
_SUMMED = lazy.regex(r"sum\(\) can't sum (?:strings|bytes)")
_WRITTEN = lazy.regex(
    r"(?:write\(\) argument must be str, not|string argument expected, got) '?(?:\w+\.)*"
    r"(?:int|float|bool|complex|Decimal|Fraction|date|datetime|timedelta|UUID|PosixPath|WindowsPath)\b"
)
_SUFFIX = lazy.regex(r"Invalid suffix '(?P<suffix>\w+)'")
_OF_WORDS = lazy.regex(
    r"(?:\A|_)(?:line|lines|row|sentence|text|words?_list|words|parts|fields|columns|tokens|values|names)\Z"
)
_WORDY = frozenset(("input", "readline", "read", "strip", "readlines"))


def endings_tuple(request: Request) -> Mend | None:
    """`endswith((".a", ".b"))`."""
    at, kind = told(request, _ENDINGS), _ENDINGS.search(request.report.first_line)
    call = one_call(at, kind["name"]) if kind is not None else None
    if at is None or call is None or not isinstance(call.func, ast.Attribute) or not call.args:
        return None
    given = call.args[0]
    if isinstance(given, ast.List):
        return (
            Mend(tuple(as_tuple(at.file, given))) if not any(isinstance(one, ast.List) for one in given.elts) else None
        )
    if isinstance(given, ast.Tuple | ast.Constant) or (isinstance(given, ast.Call) and called(given) == "tuple"):
        return None
    if isinstance(given, ast.GeneratorExp) and at.file.span(given)[1] == at.file.span(call)[1]:
        start, end = at.file.span(given)  # its parentheses are the call's
        return Mend((TextEdit(start + 1, start + 1, "tuple("), TextEdit(end - 1, end - 1, ")")))
    return Mend(tuple(wrap(at.file, given, "tuple")))


def letters(request: Request) -> Mend | None:
    """`list(word)`."""
    at = told(request, _EMPTY)
    call = one_call(at, "split", "rsplit")
    if at is None or call is None or not isinstance(call.func, ast.Attribute) or len(call.args) != 1 or call.keywords:
        return None
    if isinstance(call.func.value, ast.Yield | ast.YieldFrom):
        return None
    if text_of(call.args[0]) != "" or (isinstance(call.func.value, ast.Constant) and call.func.value.value == ""):
        return None
    file, owner = at.file, call.func.value
    start, end = file.span(call)
    first, last = file.span(owner)
    text = file.source.text
    close = re.match(r"[\s)]*?(?=\s*\.)", text[last:end]) if first > start else None
    if "#" in text[last:end] or file.scope_of("list", call) is not None:
        return None
    sure = not _is_wordy(file, call, owner)
    if first > start and close is not None:  # (a + b).split("")
        after = text.index(")", last) + 1
        return Mend((TextEdit(start, start, "list"), TextEdit(after, end, "")), sure=sure) if after <= end else None
    return Mend((TextEdit(start, start, "list("), TextEdit(last, end, ")")), sure=sure)


def _is_wordy(file: Module, call: ast.Call, owner: ast.expr) -> bool:
    """Whether the code speaks of words or lines, or takes several parts: another separator may be missing."""
    outer = file.parents.get(id(call))
    if isinstance(outer, ast.Call) and called(outer) in ("reversed", "join", "set", "Counter", "shuffle"):
        return False  # what is done with letters
    sources = reach(file, owner) or [owner]
    for one in sources:
        if isinstance(one, ast.Call) and called(one) in _WORDY:
            return True
        if re.search(r"[\s,;]", (text_of(one) or "").strip()):
            return True
    targets = outer.targets if isinstance(outer, ast.Assign) else [outer.target] if isinstance(outer, ast.For) else []
    names = [*targets, owner]
    return any(
        isinstance(one, ast.Tuple) or (isinstance(one, ast.Name) and _OF_WORDS.search(one.id) is not None)
        for one in names
    ) or (isinstance(outer, ast.Subscript) and not isinstance(outer.slice, ast.Slice))


def joined_texts(request: Request) -> Mend | None:
    """`"".join(words)`."""
    at = told(request, _SUMMED)
    call = one_call(at, "sum")
    if at is None or call is None or not isinstance(call.func, ast.Name) or len(call.args) + len(call.keywords) != 2:
        return None
    start = keyword_of(call, "start")
    empty = start.value if start is not None else call.args[-1]
    if not isinstance(empty, ast.Constant) or empty.value not in ("", b"") or not call.args:
        return None
    begin, end = at.file.span(start or empty)
    stop = at.file.span(call.args[0])[1]
    between = at.file.source.text[stop:begin]
    if between.strip(" \t\r\n") != ",":
        return None
    name = at.file.span(call.func)
    return Mend((TextEdit(*name, f"{at.file.text(empty)}.join"), TextEdit(stop, end, "")))


def written_text(request: Request) -> Mend | None:
    """`file.write(str(number))`."""
    at = told(request, _WRITTEN)
    call = one_call(at, "write")
    if at is None or call is None or len(call.args) != 1 or call.keywords or at.file.scope_of("str", call) is not None:
        return None
    if is_text(call.args[0]) or isinstance(call.args[0], ast.GeneratorExp | ast.NamedExpr | ast.Lambda):
        return None
    if isinstance(call.args[0], ast.Call) and called(call.args[0]) == "str":
        return None
    start, end = at.file.span(call.args[0])
    return Mend((TextEdit(start, start, "str("), TextEdit(end, end, ")")))


def dotted_suffix(request: Request) -> Mend | None:
    """`with_suffix(".txt")`."""
    at, kind = told(request, _SUFFIX), _SUFFIX.search(request.report.first_line)
    call = one_call(at, "with_suffix")
    if at is None or kind is None or call is None or len(call.args) != 1:
        return None
    made = reach(at.file, call.args[0])
    given = made[0] if made is not None and len(made) == 1 else None
    if given is None or text_of(given) != kind["suffix"] or kind["suffix"].startswith("_"):
        return None
    if given is not call.args[0]:  # the name may be used as it is elsewhere
        start, end = at.file.span(call.args[0])
        if not isinstance(call.args[0], ast.Name) or any(
            isinstance(one, ast.JoinedStr) for one in at.file.around(call)
        ):
            return None  # quotes in a field's own were an error before Python 3.12
        return Mend((TextEdit(start, end, f'f".{{{call.args[0].id}}}"'),))
    start, end = at.file.span(given)
    opening = re.match(r"[rRuU]?(?:'''|\"\"\"|'|\")", at.file.source.text[start:end])
    return Mend((TextEdit(start + opening.end(), start + opening.end(), "."),)) if opening is not None else None


RECIPES = (
    Recipe("endings-tuple", "Makes a tuple of the beginnings or endings.", endings_tuple),
    Recipe("letters", "Makes a list of a text's characters.", letters,
           unsure="Words may be wanted, or another separator."),
    Recipe("joined-texts", "Joins texts.", joined_texts),
    Recipe("written-text", "Writes a value as text.", written_text),
    Recipe("dotted-suffix", "Writes the dot of a path's suffix.", dotted_suffix),
)  # fmt: skip
