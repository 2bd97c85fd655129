"""`address-tuple`, `accepted-socket`, `url-scheme`, `post-bytes`: addresses, sockets and URLs as they are taken.

- `address-tuple`: `bind("localhost", 80)` becomes `bind(("localhost", 80))`.
- `accepted-socket`: `conn = server.accept()` gives two values; `server.recv` is asked of the socket that accept gave.
- `url-scheme`: `https://` before a URL without a scheme, `http://` for this machine.
- `post-bytes`: the data of a request of urllib becomes bytes.

Sources: https://docs.python.org/3/library/socket.html#socket.socket.accept,
https://docs.python.org/3/library/urllib.request.html#urllib.request.Request
"""

from __future__ import annotations

import ast
import re

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, nearest_to_carets, text_of
from tracemend.fixes.toolkit.names import free_name
from tracemend.source.module import Module, whole
from tracemend.source.reach import reach
from tracemend.source.statement import Statement, own_parts

_TWO = re.compile(r"(?P<method>bind|connect|connect_ex)\(\) takes exactly one argument \(2 given\)")
_TUPLE = re.compile(r"'tuple' object has no attribute '(?:recv|send|sendall|makefile|close|settimeout|shutdown)'")
_NOT_CONNECTED = re.compile(r"Transport endpoint is not connected|Socket is not connected")
_NO_SCHEME = re.compile(r"unknown url type: '(?P<url>[^']+)'|No scheme supplied|missing an 'http://' or 'https://'")
_POST = re.compile(r"POST data should be bytes, an iterable of bytes, or a file object")
_HOST = re.compile(
    r"(?P<local>localhost|127\.\d|0\.0\.0\.0|\[::1\])|[\w-]+(?:\.[\w-]+)+(?=[:/?#]|\Z)|[\w-]+:\d+(?=/|\Z)"
)
_ASKED = ("recv", "send", "sendall", "recv_into", "makefile")


def _asked(request: Request, pattern: re.Pattern[str]) -> tuple[Statement, Module] | None:
    statement = request.place.statement
    message = request.report.first_line
    file = whole(statement.source) if statement is not None and pattern.search(message) else None
    return None if statement is None or file is None else (statement, file)


def address_tuple(request: Request) -> Mend | None:
    """The address as one tuple."""
    asked, found = _asked(request, _TWO), _TWO.search(request.report.first_line)
    if asked is None or found is None:
        return None
    parts = [one for one in own_parts(asked[0].node) if isinstance(one, ast.Call) and called(one) == found["method"]]
    same = asked[1].same(asked[0], parts[0]) if len(parts) == 1 else None
    if not isinstance(same, ast.Call) or len(same.args) != 2 or same.keywords:
        return None
    start, end = asked[1].span(same.args[0])[0], asked[1].span(same.args[1])[1]
    return Mend((TextEdit(start, start, "("), TextEdit(end, end, ")")))


def accepted_socket(request: Request) -> Mend | None:
    """The connection that accept gave."""
    asked = _asked(request, _TUPLE)
    if asked is not None:
        return _two_values(*asked)
    asked = _asked(request, _NOT_CONNECTED)
    if asked is None:
        return None
    statement, file = asked
    parts = [one for one in own_parts(statement.node) if isinstance(one, ast.Call) and called(one) in _ASKED]
    for part in nearest_to_carets(statement, parts):
        same = file.same(statement, part)
        server = (
            dotted(same.func.value) if isinstance(same, ast.Call) and isinstance(same.func, ast.Attribute) else None
        )
        if server is None or not isinstance(same, ast.Call) or not isinstance(same.func, ast.Attribute):
            continue
        names = {
            one.targets[0].elts[0].id
            for one in file.nodes
            if isinstance(one, ast.Assign)
            and isinstance(one.value, ast.Call)
            and dotted(one.value.func) == f"{server}.accept"
            and isinstance(one.targets[0], ast.Tuple)
            and isinstance(one.targets[0].elts[0], ast.Name)
            and one.lineno < same.lineno
        }
        if len(names) == 1:
            return Mend((TextEdit(*file.span(same.func.value), names.pop()),))
    return None


def _two_values(statement: Statement, file: Module) -> Mend | None:
    """`conn, address = server.accept()`."""
    found: dict[int, ast.Name] = {}
    for part in own_parts(statement.node):
        same = file.same(statement, part) if isinstance(part, ast.Name) else None
        bound = file.only_value(same.id, same) if isinstance(same, ast.Name) else None
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
    """The scheme of a URL that is written in the file."""
    asked = _asked(request, _NO_SCHEME)
    if asked is None:
        return None
    statement, file = asked
    found: dict[int, tuple[int, str]] = {}
    for part in own_parts(statement.node):
        same = (
            file.same(statement, part)
            if isinstance(part, ast.Name | ast.Constant | ast.JoinedStr | ast.BinOp)
            else None
        )
        for source in (reach(file, same) or ()) if isinstance(same, ast.expr) else ():
            begun = source.left if isinstance(source, ast.BinOp) and isinstance(source.op, ast.Add) else source
            opening = re.match(r"[rRfF]{0,2}(\"\"\"|'''|\"|')", file.text(begun))
            first = begun.values[0] if isinstance(begun, ast.JoinedStr) and begun.values else begun
            host = _HOST.match(text_of(first) or "")
            if opening is not None and host is not None and "://" not in (text_of(first) or ""):
                at = file.span(begun)[0] + opening.end()
                found[at] = (at, "http://" if host["local"] else "https://")
    if len(found) != 1:
        return None
    at, scheme = next(iter(found.values()))
    return Mend((TextEdit(at, at, scheme),))


def post_bytes(request: Request) -> Mend | None:
    """`.encode()` behind the data."""
    asked = _asked(request, _POST)
    if asked is None:
        return None
    file = asked[1]
    given: list[ast.expr] = []
    for one in file.nodes:
        if isinstance(one, ast.Call) and called(one) in ("Request", "urlopen"):
            key = keyword_of(one, "data")
            given += [key.value] if key is not None else one.args[1:2]
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


RECIPES = (
    Recipe("address-tuple", "Writes the address as one tuple.", address_tuple),
    Recipe("accepted-socket", "Uses the connection that accept gave.", accepted_socket),
    Recipe("url-scheme", "Puts the scheme before the URL.", url_scheme),
    Recipe("post-bytes", "Makes bytes of the data that is posted.", post_bytes),
)
