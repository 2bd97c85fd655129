"""`timeout-value`, `longer-timeout`: the time that a request waits, as its library takes it.

- `timeout-value`: `timeout=3` for `timeout="3"`, `float(...)` around what comes from the environment;
  `urlopen(url, timeout=5)` for `urlopen(url, 5)`, whose second parameter is the data;
  `aiohttp.ClientTimeout(total=5)` for the number that aiohttp no longer takes.
- `longer-timeout`: 30 seconds for the fewer that the request waited; never sure, for nothing shows that the server
  answers at all. Does not apply where the request has no number of seconds of its own.

Sources: https://requests.readthedocs.io/en/latest/user/advanced/#timeouts,
https://docs.python.org/3/library/urllib.request.html#urllib.request.urlopen,
https://docs.aiohttp.org/en/stable/client_quickstart.html#timeouts
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, text_of
from tracemend.fixes.toolkit.displays import wrap
from tracemend.fixes.toolkit.failing import Failing, told
from tracemend.fixes.toolkit.imports import Imports
from tracemend.source.module import Module
from tracemend.source.reach import reach

_TEXT = lazy.regex(
    r"Timeout value \w+ was [^,]*, but it must be an int, float or None|Invalid timeout \(.*\)\. Pass a"
    r"|'str' object cannot be interpreted as an integer|'>' not supported between instances of 'str' and 'int'"
)
_DATA = lazy.regex(r"message_body should be a bytes-like object or an iterable, got <class '(?:int|float)'>")
_PLAIN = lazy.regex(r"timeout parameter cannot be of <class '(?:int|float)'> type")
_LATE = lazy.regex(r"[Tt]imed out|^$|Timeout on reading data|Timeout context")
_NUMBER = lazy.regex(r"\s*\d+(?:\.\d+)?\s*")
_OUTSIDE = ("os.environ.get", "os.getenv", "environ.get", "getenv", "input")
_LONG = 30


def timeout_value(request: Request) -> Mend | None:
    """The number, by its keyword, in the library's form."""
    for pattern, form in ((_DATA, _by_keyword), (_PLAIN, _client_timeout), (_TEXT, _number)):
        at = told(request, pattern)
        if at is not None:
            return form(at)
    return None


def _by_keyword(at: Failing) -> Mend | None:
    """`urlopen(url, timeout=5)`."""
    for call in at.parts(ast.Call, lambda one: called(one) in ("urlopen", "open")):
        if len(call.args) != 2 or keyword_of(call, "timeout") or not isinstance(call.args[1], ast.Constant | ast.Name):
            continue
        sources = reach(at.file, call.args[1]) or []
        if sources and all(isinstance(one, ast.Constant) and type(one.value) in (int, float) for one in sources):
            start, _ = at.file.span(call.args[1])
            return Mend((TextEdit(start, start, "timeout="),))
    return None


def _given(at: Failing) -> list[ast.expr]:
    """What the requests of the statement, wherever the carets are, are given as timeout."""
    found = [key for call in at.every(ast.Call) if (key := keyword_of(call, "timeout")) is not None]
    return [key.value for key in found]


def _client_timeout(at: Failing) -> Mend | None:
    """`timeout=aiohttp.ClientTimeout(total=5)`."""
    given = _given(at)
    if len(given) != 1 or (isinstance(given[0], ast.Call) and called(given[0]) == "ClientTimeout"):
        return None
    start, end = at.file.span(given[0])
    imports = Imports(at.file.source)
    if imports.find_module("aiohttp") is None and imports.find_name("aiohttp", "ClientSession") is None:
        return None
    name = imports.name("aiohttp", "ClientTimeout")
    return Mend((TextEdit(start, start, f"{name}(total="), TextEdit(end, end, ")"), *imports.edits()))


def _number(at: Failing) -> Mend | None:
    """`3` for `"3"`, where it is written; `float(os.environ["TIMEOUT"])`."""
    file, edits = at.file, list[TextEdit]()
    for value in _given(at):
        for part in value.elts if isinstance(value, ast.Tuple) else [value]:
            sources = reach(file, part) or []
            texts = [text_of(one) for one in sources]
            if len(sources) == 1 and _NUMBER.fullmatch(texts[0] or "") and _is_only_use(file, part):
                edits.append(TextEdit(*file.span(sources[0]), (texts[0] or "").strip()))
            elif sources and all(_NUMBER.fullmatch(text_of(one) or "") or _is_outside(one) for one in sources):
                edits += wrap(file, part, "float")
    return Mend(tuple(edits)) if edits else None


def _is_only_use(file: Module, part: ast.expr) -> bool:
    """Whether the value is written where it is used, or under a name that nothing else reads."""
    if not isinstance(part, ast.Name):
        return isinstance(part, ast.Constant)
    scope = file.scope_of(part.id, part)
    return scope is not None and len(file.uses(part.id, scope)) == 1


def _is_outside(node: ast.expr) -> bool:
    if isinstance(node, ast.Subscript):
        return dotted(node.value) in ("os.environ", "environ")
    if not isinstance(node, ast.Call) or dotted(node.func) not in _OUTSIDE:
        return False
    return len(node.args) != 2 or text_of(node.args[1]) is not None


def longer_timeout(request: Request) -> Mend | None:
    """30 seconds."""
    at = told(request, _LATE)
    given = _given(at) if at is not None else []
    sources = reach(at.file, given[0]) if at is not None and len(given) == 1 else None
    node = sources[0] if sources is not None and len(sources) == 1 else None
    if isinstance(node, ast.Call) and called(node) in ("ClientTimeout", "Timeout") and at is not None:
        total = keyword_of(node, "total")
        node = total.value if total is not None else node.args[0] if len(node.args) == 1 else None
    seconds = node.value if isinstance(node, ast.Constant) and type(node.value) in (int, float) else None
    if at is None or node is None or not isinstance(seconds, int | float) or not 0 < seconds < _LONG:
        return None
    return Mend((TextEdit(*at.file.span(node), str(_LONG)),), sure=False)


RECIPES = (
    Recipe("timeout-value", "Gives the time to wait as the library takes it.", timeout_value),
    Recipe(
        "longer-timeout",
        "Waits longer for an answer.",
        longer_timeout,
        unsure="Nothing shows that the server answers at all; a longer wait may only fail later.",
    ),
)
