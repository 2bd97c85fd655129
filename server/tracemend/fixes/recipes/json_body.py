"""`json-body`: a request's data is sent as JSON where that is what the server takes.

- `post(url, data={...})` becomes `post(url, json={...})`: `data=` of a dictionary is sent as the fields of a form.
- `post(url, data=json.dumps(x))` becomes `post(url, json=x)`, which names the kind of content as well.
- `post(url, json=json.dumps(x))` becomes `post(url, json=x)`: a text of JSON within JSON was sent.

It is looked for where the answer comes from that the failing statement uses; where Flask's view itself refuses the
kind of content, among the requests of the same file. Sure where the program says that JSON is
taken: the view of that path in one of its own files does, or the request has the header. Does not apply where the view
takes a form, or files are sent too.

Sources: https://requests.readthedocs.io/en/latest/user/quickstart/#more-complicated-post-requests,
https://www.python-httpx.org/quickstart/#sending-json-encoded-data, https://fastapi.tiangolo.com/tutorial/body/
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, text_of
from tracemend.fixes.toolkit.failing import Failing, failing
from tracemend.fixes.toolkit.web_routes import body_taken, path_of
from tracemend.fixes.toolkit.workspace import imported
from tracemend.source.module import Module
from tracemend.source.reach import reach
from tracemend.source.scopes import own_nodes

_VERBS = ("post", "put", "patch")
_REFUSED = lazy.regex(r"\b(?P<status>4\d\d)\b[^:]*(?:Client Error|\bfor url\b)|Client error '(?P<other>4\d\d)")
_COMPARED = lazy.regex(r"\bassert (?P<status>4\d\d) ==")
_TEXTS = frozenset(("text", "body", "raw", "content", "xml"))
"""Names that a value has which is sent as it is."""
_ABOUT_BODY = ("400", "415", "422")
_ANSWERED = ("KeyError", "AssertionError", "TypeError", "JSONDecodeError")
_OTHER_TYPE = "UnsupportedMediaType"
_HOPS = 5


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at, status = failing(request), _status(request)
    kind = (request.report.exception or "").rpartition(".")[2]
    if at is None or (status is None and kind not in (*_ANSWERED, _OTHER_TYPE)):
        return None
    calls = [one for one in _asked(at) if _mendable(at.file, one)]
    if kind == _OTHER_TYPE:  # raised in the view: the requests of the same file that views which take JSON answer
        sent = [one for one in at.file.nodes if isinstance(one, ast.Call) and called(one) in _VERBS]
        calls = [one for one in sent if _mendable(at.file, one) and _taken(at.file, [at.file], one) == "json"][:1]
    if len(calls) != 1:
        return None
    modules = [at.file]
    if request.place.file is not None:
        modules += [module for _, module in imported(at.file, request.place.file, request.context)]
    taken = _taken(at.file, modules, calls[0])
    if taken == "form" or (taken is None and (status is None or not _is_seen(at.file, calls[0]))):
        return None
    compared = _COMPARED.search(request.report.first_line)
    if kind == "AssertionError" and compared is not None and compared["status"] not in _ABOUT_BODY:
        return None
    edits = list(_edits(at.file, calls[0]))
    if taken == "json":
        for other in at.file.nodes:
            if isinstance(other, ast.Call) and other is not calls[0] and called(other) in _VERBS:
                same = _mendable(at.file, other) and _taken(at.file, modules, other) == "json"
                edits += _edits(at.file, other) if same else []
    twice = keyword_of(calls[0], "json") is not None
    return Mend(tuple(edits), sure=taken == "json" or twice)


def _status(request: Request) -> str | None:
    """The status that the message names, where it may be about the body."""
    found = _REFUSED.search(request.report.first_line)
    status = (found["status"] or found["other"]) if found is not None else None
    return status if status in _ABOUT_BODY else None


def _asked(at: Failing) -> list[ast.Call]:
    """The requests that the values of the failing statement come from."""
    file, found = at.file, dict[int, ast.Call]()
    waiting: list[tuple[ast.AST, int]] = [(at.node, _HOPS)]
    seen: set[int] = set()
    while waiting:
        node, hops = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        parts = [part for part in ast.walk(node) if isinstance(part, ast.expr)]
        if isinstance(node, ast.stmt):
            parts = [part for part in parts if file.statement(part).node is node]
        for part in parts:
            if isinstance(part, ast.Call) and called(part) in _VERBS and isinstance(part.func, ast.Attribute):
                found[id(part)] = part
            elif hops and isinstance(part, ast.Name):
                bound = file.only_value(part.id, part)
                waiting += [(bound[1], hops - 1)] if bound is not None else []
            elif hops and isinstance(part, ast.Call) and isinstance(part.func, ast.Name):
                function = file.function(part.func.id)
                returns = own_nodes(function) if function is not None else ()
                waiting += [(one, hops - 1) for one in returns if isinstance(one, ast.Return)]
    return list(found.values())


def _taken(file: Module, modules: list[Module], call: ast.Call) -> str | None:
    headers = [key.value for key in call.keywords if key.arg == "headers"]
    for one in headers:
        for source in reach(file, one) or ():
            if isinstance(source, ast.Dict) and _says_json(source):
                return "json"
    return body_taken(modules, called(call), path_of(call.args[0]) if call.args else None)


def _says_json(headers: ast.Dict) -> bool:
    return any(
        key is not None and (text_of(key) or "").lower() == "content-type" and "json" in (text_of(value) or "")
        for key, value in zip(headers.keys, headers.values, strict=True)
    )


def _data(call: ast.Call) -> tuple[ast.keyword | None, ast.expr] | None:
    """What is sent, and its keyword; the second positional argument is requests' data."""
    if any(keyword_of(call, other) for other in ("files", "content", "content_type")):
        return None
    given = [one for one in (keyword_of(call, "data"), keyword_of(call, "json")) if one is not None]
    if len(given) == 1 and len(call.args) == 1:
        return given[0], given[0].value
    library = isinstance(call.func, ast.Attribute) and dotted(call.func.value) in (
        "requests",
        "session",
        "self.session",
    )
    return (None, call.args[1]) if not given and len(call.args) == 2 and library else None


def _mendable(file: Module, call: ast.Call) -> bool:
    given = _data(call)
    if given is None:
        return False
    keyword, value = given
    if _dumped(value) is not None:
        return True
    unseen = isinstance(value, ast.Name) and value.id not in _TEXTS and not reach(file, value)
    return (keyword is None or keyword.arg == "data") and (unseen or _is_dictionary(file, value))


def _is_seen(file: Module, call: ast.Call) -> bool:
    """Whether the file shows that what is sent is a dictionary, or JSON's text."""
    given = _data(call)
    return given is not None and (_dumped(given[1]) is not None or _is_dictionary(file, given[1]))


def _dumped(value: ast.expr) -> ast.expr | None:
    """`x` of `json.dumps(x)`."""
    plain = isinstance(value, ast.Call) and dotted(value.func) in ("json.dumps", "dumps")
    return (
        value.args[0] if isinstance(value, ast.Call) and plain and len(value.args) == 1 and not value.keywords else None
    )


def _is_dictionary(file: Module, value: ast.expr) -> bool:
    if isinstance(value, ast.Name):
        scope = file.scope_of(value.id, value)
        arguments = getattr(scope, "args", None)
        if isinstance(arguments, ast.arguments) and arguments.kwarg is not None and arguments.kwarg.arg == value.id:
            return True
    sources = reach(file, value)
    return bool(sources) and all(
        isinstance(one, ast.Dict | ast.DictComp)
        or (isinstance(one, ast.Call) and called(one) in ("dict", "asdict", "model_dump"))
        for one in sources or ()
    )


def _edits(file: Module, call: ast.Call) -> Iterator[TextEdit]:
    given = _data(call)
    if given is None:
        return
    keyword, value = given
    start, (first, last) = file.span(value)[0], file.span(value)
    if keyword is None:
        yield TextEdit(start, start, "json=")
    elif keyword.arg == "data":
        begin, _ = file.span(keyword)
        yield TextEdit(begin, begin + len("data"), "json")
    inner = _dumped(value)
    if inner is not None:
        inside, end = file.span(inner)
        yield TextEdit(first, inside, "")
        yield TextEdit(end, last, "")


RECIPES = (
    Recipe(
        "json-body",
        "Sends a request's data as JSON.",
        apply,
        unsure="The code does not show that the server takes JSON; the data itself may be what it refuses.",
    ),
)
