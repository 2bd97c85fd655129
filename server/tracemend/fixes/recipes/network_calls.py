"""`address-tuple`, `accepted-socket`, `url-scheme`, `post-bytes`: addresses, sockets and URLs as they are taken.

- `address-tuple`: `bind("localhost", 80)` becomes `bind(("localhost", 80))`.
- `accepted-socket`: `conn = server.accept()` gives two values; `server.recv` is asked of the socket that accept gave.
- `url-scheme`: `https://` before a URL without a scheme, `http://` for this machine; where the text stands: in a
  constant, an attribute of `self`, a default, before the host of an f-string.
- `post-bytes`: the data of a request of urllib becomes bytes: a text by `.encode()`, a dictionary as JSON where the
  request's headers or the view in the program's own files say so, else as the fields of a form.

Sources: https://docs.python.org/3/library/socket.html#socket.socket.accept,
https://docs.python.org/3/library/urllib.request.html#urllib.request.Request
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, nearest_to_carets, text_of
from tracemend.fixes.toolkit.failing import Failing, told
from tracemend.fixes.toolkit.imports import Imports
from tracemend.fixes.toolkit.names import free_name
from tracemend.fixes.toolkit.web_routes import body_taken, path_of
from tracemend.source.module import Module
from tracemend.source.reach import attribute_values, reach
from tracemend.source.statement import Statement, own_parts

_TWO = lazy.regex(r"(?P<method>bind|connect|connect_ex)\(\) takes exactly one argument \(2 given\)")
_TUPLE = lazy.regex(r"'tuple' object has no attribute '(?:recv|send|sendall|makefile|close|settimeout|shutdown)'")
_NOT_CONNECTED = lazy.regex(r"Transport endpoint is not connected|Socket is not connected")
_NO_SCHEME = lazy.regex(
    r"unknown url type: '(?P<url>[^']+)'|(?:URL '(?P<given>[^']+)': )?No scheme supplied|"
    r"missing an 'http://' or 'https://'|No connection adapters were found for '(?P<adapter>[^']+)'"
)
_POST = lazy.regex(r"POST data should be bytes, an iterable of bytes, or a file object")
_PIECES = lazy.regex(r"can't concat str to bytes|message_body should be a bytes-like object")
_HOST = lazy.regex(
    r"(?P<local>localhost|127\.\d|0\.0\.0\.0|\[::1\])|[\w-]+(?:\.[\w-]+)+(?=[:/?#]|\Z)|[\w-]+:\d+(?=/|\Z)"
)
_ASKED = ("recv", "send", "sendall", "recv_into", "makefile")


def address_tuple(request: Request) -> Mend | None:
    """The address as one tuple."""
    asked, found = told(request, _TWO), _TWO.search(request.report.first_line)
    if asked is None or found is None:
        return None
    parts = [one for one in asked.every(ast.Call) if called(one) == found["method"]]
    if len(parts) != 1 or len(parts[0].args) != 2 or parts[0].keywords:
        return None
    start, end = asked.file.span(parts[0].args[0])[0], asked.file.span(parts[0].args[1])[1]
    return Mend((TextEdit(start, start, "("), TextEdit(end, end, ")")))


def accepted_socket(request: Request) -> Mend | None:
    """The connection that accept gave."""
    asked = told(request, _TUPLE)
    if asked is not None:
        return _two_values(asked)
    asked = told(request, _NOT_CONNECTED)
    if asked is None:
        return None
    file = asked.file
    for call in asked.parts(ast.Call, lambda one: called(one) in _ASKED):
        server = dotted(call.func.value) if isinstance(call.func, ast.Attribute) else None
        if server is None or not isinstance(call.func, ast.Attribute):
            continue
        names = {
            one.targets[0].elts[0].id
            for one in file.nodes
            if isinstance(one, ast.Assign)
            and isinstance(one.value, ast.Call)
            and dotted(one.value.func) == f"{server}.accept"
            and isinstance(one.targets[0], ast.Tuple)
            and isinstance(one.targets[0].elts[0], ast.Name)
            and one.lineno < call.lineno
        }
        if len(names) == 1:
            return Mend((TextEdit(*file.span(call.func.value), names.pop()),))
    return None


def _two_values(at: Failing) -> Mend | None:
    """`conn, address = server.accept()`."""
    file = at.file
    found: dict[int, ast.Name] = {}
    for name in at.every(ast.Name):
        bound = file.only_value(name.id, name)
        if bound is None or not isinstance(bound[0], ast.Assign) or len(bound[0].targets) != 1:
            continue
        target = bound[0].targets[0]
        if isinstance(bound[1], ast.Call) and called(bound[1]) == "accept" and isinstance(target, ast.Name):
            found[id(target)] = target
    if len(found) != 1:
        return None
    target = next(iter(found.values()))
    scope = file.scope_of(target.id, target)
    if scope is None or any(
        isinstance(file.parents.get(id(one)), ast.Subscript) for one in file.uses(target.id, scope)
    ):
        return None
    _, end = file.span(target)
    return Mend((TextEdit(end, end, f", {free_name(file.source, 'address', 'client_address')}"),))


def url_scheme(request: Request) -> Mend | None:
    """The scheme of every URL without one that is written in the file and comes to the statement."""
    asked, said = told(request, _NO_SCHEME), _NO_SCHEME.search(request.report.message)
    if asked is None or said is None:
        return None
    statement, file = asked.statement, asked.file
    url = next((text for text in said.groupdict().values() if text), "")
    edits: dict[int, TextEdit] = {}
    sure, seen = True, False
    for part in _addresses(statement):
        same = file.same(statement, part)
        for begun, known in _beginnings(file, same, _DEPTH) if isinstance(same, ast.expr) else ():
            opening = re.match(r"[rRfF]{0,2}(\"\"\"|'''|\"|')", file.text(begun))
            first = begun.values[0] if isinstance(begun, ast.JoinedStr) and begun.values else begun
            text = text_of(first)
            host = _HOST.match(text if text is not None else url)
            if opening is None or host is None or "://" in (text or "") or (text is None and not url):
                continue
            at = file.span(begun)[0] + opening.end()
            edits[at] = TextEdit(at, at, "http://" if host["local"] else "https://")
            seen = seen or not url or text is None or url.startswith(text) or text.startswith(url)
            sure = sure and known
    return Mend(tuple(edits.values()), sure=sure) if edits and seen else None


_REQUESTS = frozenset(
    ("get", "post", "put", "delete", "patch", "head", "options", "request", "stream", "urlopen", "Request",
     "urlretrieve", "fetch", "Client", "AsyncClient")
)  # fmt: skip
_DEPTH = 6


def _addresses(statement: Statement) -> list[ast.expr]:
    """What the statement's requests, else its calls at the carets, are given as address."""
    every = [part for part in own_parts(statement.node) if isinstance(part, ast.Call)]
    calls = [call for call in every if called(call) in _REQUESTS] or nearest_to_carets(statement, every)
    found: list[ast.expr] = []
    for call in calls:
        named = keyword_of(call, "url") or keyword_of(call, "base_url")
        found += (
            [named.value] if named is not None else call.args[1 if called(call) in ("request", "stream") else 0 :][:1]
        )
    return found


def _beginnings(file: Module, node: ast.expr, depth: int) -> list[tuple[ast.expr, bool]]:
    """The texts and f-strings that the text of an expression begins with, and whether the file shows what those begin
    with in turn."""
    inner: list[ast.expr] = []
    if depth <= 0:
        return []
    if text_of(node) is not None:
        return [(node, True)]
    if isinstance(node, ast.JoinedStr):
        first = node.values[0] if node.values else None
        if not isinstance(first, ast.FormattedValue):
            return [(node, True)]
        follower = text_of(node.values[1]) if len(node.values) > 1 else None
        found = _beginnings(file, first.value, depth - 1)
        if follower is not None and follower.startswith(":"):  # behind a host
            return [(node, bool(found) and all("://" not in (text_of(one) or "://") for one, _ in found))]
        return found
    if isinstance(node, ast.BinOp):
        inner = [node.left] if isinstance(node.op, ast.Add) else []
    elif isinstance(node, ast.Attribute):
        inner = attribute_values(file, node) or []
    elif isinstance(node, ast.Call):
        name = called(node)
        if name in ("urljoin", "str") and node.args:
            inner = [node.args[0]]
        elif name in ("rstrip", "strip") and isinstance(node.func, ast.Attribute):
            inner = [node.func.value]
        elif name in ("get", "getenv") and len(node.args) == 2 and (dotted(node.func) or "").startswith("os."):
            inner = [node.args[1]]
        elif name == "format" and isinstance(node.func, ast.Attribute) and text_of(node.func.value) is not None:
            begins = re.match(r"\{0?\}", text_of(node.func.value) or "") is not None
            inner = [node.args[0] if begins and node.args else node.func.value]
    elif isinstance(node, ast.Name | ast.Subscript):
        inner = [one for one in reach(file, node) or () if one is not node]
    return [pair for one in inner for pair in _beginnings(file, one, depth - 1)]


def post_bytes(request: Request) -> Mend | None:
    """`.encode()` behind the data."""
    asked = told(request, _POST)
    if asked is None:
        asked = told(request, _PIECES)
        return _dictionary_as_bytes(asked) if asked is not None else None
    file = asked.file
    given = [data for _, data in _posted(file)]
    if len(given) != 1 or not isinstance(given[0], ast.Name | ast.Attribute | ast.Call | ast.Constant | ast.JoinedStr):
        return None
    sources = reach(file, given[0])
    known = sources is not None and all(
        text_of(one) is not None
        or isinstance(one, ast.JoinedStr)
        or (isinstance(one, ast.Call) and called(one) in ("urlencode", "dumps", "str", "join"))
        for one in sources
    )
    _, end = file.span(given[0])
    return Mend((TextEdit(end, end, ".encode()"),)) if known else None


def _posted(file: Module) -> list[tuple[ast.Call, ast.expr]]:
    """The calls that hand urllib data, and the data."""
    found: list[tuple[ast.Call, ast.expr]] = []
    for one in file.nodes:
        if isinstance(one, ast.Call) and called(one) in ("Request", "urlopen"):
            key = keyword_of(one, "data")
            found += [(one, data) for data in ([key.value] if key is not None else one.args[1:2])]
    return found


def _dictionary_as_bytes(at: Failing) -> Mend | None:
    """`json.dumps(data).encode()`, `urllib.parse.urlencode(data).encode()`."""
    file = at.file
    made = [(call, data, reach(file, data) or []) for call, data in _posted(file)]
    made = [one for one in made if one[2] and all(isinstance(source, ast.Dict | ast.DictComp) for source in one[2])]
    if len(made) != 1:
        return None
    call, data, _ = made[0]
    headers = keyword_of(call, "headers")
    kinds = {text_of(one) for source in (reach(file, headers.value) or [] if headers is not None else [])
             for one in ast.walk(source)}  # fmt: skip
    taken = body_taken([file], "post", path_of(call.args[0]) if call.args else None)
    json = any("json" in (kind or "") for kind in kinds) or taken == "json"
    form = any("x-www-form-urlencoded" in (kind or "") for kind in kinds) or taken == "form"
    imports = Imports(file.source)
    function = f"{imports.module('json')}.dumps" if json else imports.name("urllib.parse", "urlencode")
    start, end = file.span(data)
    edits = (*imports.edits(), TextEdit(start, start, f"{function}("), TextEdit(end, end, ").encode()"))
    return Mend(edits, sure=json != form)


RECIPES = (
    Recipe("address-tuple", "Writes the address as one tuple.", address_tuple),
    Recipe("accepted-socket", "Uses the connection that accept gave.", accepted_socket),
    Recipe(
        "url-scheme",
        "Puts the scheme before the URL.",
        url_scheme,
        unsure="The code does not show whether the host comes with a scheme from elsewhere.",
    ),
    Recipe(
        "post-bytes",
        "Makes bytes of the data that is posted.",
        post_bytes,
        unsure="The code does not show whether the server takes a form or JSON.",
    ),
)
