"""`decode-bytes`, `encode-text`: make text of the bytes, or bytes of the text, where both meet.

- `decode-bytes`: the operand that is bytes gets `.decode()` (a literal loses its `b`), where a text is joined with it.
- `encode-text`: the text that bytes are asked for (a hash, base64, a socket, a method of bytes) becomes a bytes
  literal, or gets `.encode()`.

Both write UTF-8, Python's own choice. Output of `subprocess` is the recipe `text-mode`'s.

Source: https://docs.python.org/3/library/stdtypes.html#bytes.decode
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, keyword_of, nearest_to_carets, text_of
from tracemend.fixes.toolkit.edits import add_keyword
from tracemend.fixes.toolkit.handles import opened, used_as_bytes
from tracemend.source.module import Module, whole
from tracemend.source.reach import reach
from tracemend.source.statement import Statement, own_parts

_JOINED = lazy.regex(
    r'can only concatenate str \(not "bytes"\) to str|can\'t concat (?:str|bytes) to (?:bytes|bytearray)'
)
_ITEM = lazy.regex(r"sequence item \d+: expected str instance, bytes found")
_WANTED = lazy.regex(
    r"a bytes-like object is required, not 'str'|(?:Strings|Unicode-objects) must be encoded before hashing"
    r"|first arg must be bytes or a tuple of bytes, not str|string argument without an encoding"
    r"|expected bytes or bytearray, but got 'str'|expected bytes-like object, not str"
)
_TEXT_WANTED = lazy.regex(
    r"cannot use a string pattern on a bytes-like object|argument should be integer or bytes-like object, not 'str'"
)
_GIVE_BYTES = (
    "b64encode", "b64decode", "urlsafe_b64encode", "hexlify", "unhexlify", "encode", "digest", "recv", "read_bytes",
    "token_bytes", "urandom", "compress", "decompress", "to_bytes", "bytes", "check_output", "dumps",
)  # fmt: skip
_TAKE_BYTES = (
    "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s", "new", "update", "b64encode",
    "b64decode", "urlsafe_b64encode", "b32encode", "b16encode", "hexlify", "send", "sendall", "sendto", "compress",
    "crc32", "adler32", "startswith", "endswith", "split", "rsplit", "replace", "find", "index", "count", "partition",
    "strip", "lstrip", "rstrip", "rpartition", "join",
)  # fmt: skip
_STREAMS = ("wfile", "buffer", "raw")
"""Attributes that hold a stream of bytes: of a handler of http.server, of sys.stdout."""
_PROCESSES = ("check_output", "run", "Popen", "communicate")


def decode_bytes(request: Request) -> Mend | None:
    """The bytes among what is joined, as text."""
    statement, message = request.place.statement, request.report.first_line
    file = whole(statement.source) if statement is not None else None
    if statement is None or file is None:
        return None
    if "json" in message.lower() or (not _JOINED.search(message) and not _ITEM.search(message)):
        return None
    if _ITEM.search(message):
        return None
    pairs = _sums(file, statement) if _failed_here(request) else []
    bytes_left = message.startswith("can't concat str")
    found = [(pair[0], pair[1]) if bytes_left else (pair[1], pair[0]) for pair in pairs]
    found = [one for one in found if text_of(one[0]) is None and not isinstance(one[0], ast.JoinedStr)]
    if len(found) != 1:
        return None
    node, other = found[0]
    if isinstance(node, ast.Constant):
        return _literal_as_text(file, node)
    if isinstance(other, ast.Constant) and bytes_left:
        return None  # a literal is made bytes more easily: `encode-text`
    if isinstance(node, ast.BinOp):
        node = node.right
    sources = reach(file, node)
    if any(_is_of_process(one) for one in sources or ()):
        return None
    sure = _is_text(other) or (sources is not None and all(_gives_bytes(file, one) for one in sources))
    end = file.span(node)[1]
    if not _takes_method(node) or (isinstance(node, ast.Call) and called(node) == "decode"):
        return None
    return Mend((TextEdit(end, end, ".decode()"),), sure=sure)


def _takes_method(node: ast.expr) -> bool:
    return isinstance(node, ast.Name | ast.Attribute | ast.Call | ast.Subscript)


def _is_text(node: ast.expr) -> bool:
    if isinstance(node, ast.BinOp):
        return _is_text(node.left) or _is_text(node.right)
    return isinstance(node, ast.JoinedStr) or text_of(node) is not None


def _gives_bytes(file: Module, node: ast.expr) -> bool:
    return (isinstance(node, ast.Call) and called(node) in _GIVE_BYTES) or (
        isinstance(node, ast.Constant) and isinstance(node.value, bytes)
    )


def _is_of_process(node: ast.expr) -> bool:
    inner = node.value if isinstance(node, ast.Attribute) else node
    return isinstance(inner, ast.Call) and called(inner) in _PROCESSES


def _literal_as_text(file: Module, node: ast.Constant) -> Mend | None:
    start, end = file.span(node)
    written = file.source.text[start:end]
    prefix = re.match(r"[A-Za-z]*", written)
    if prefix is None or not isinstance(node.value, bytes) or not node.value.isascii():
        return None
    at = start + prefix[0].lower().index("b")
    return Mend((TextEdit(at, at + 1, ""),))


def _failed_here(request: Request) -> bool:
    """Whether the statement itself failed, and not a library that it called: then no sum of its own is meant."""
    frames = request.report.frames
    return not frames or request.report.user_frame in (None, frames[-1])


def _sums(file: Module, statement: Statement) -> list[tuple[ast.expr, ast.expr]]:
    node = statement.node
    if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Add):
        same = file.same(statement, node)
        return [(same.target, same.value)] if isinstance(same, ast.AugAssign) else []
    parts = [part for part in own_parts(node) if isinstance(part, ast.BinOp) and isinstance(part.op, ast.Add)]
    exact = [part for part in parts if part is statement.expression]
    found = [file.same(statement, part) for part in exact or nearest_to_carets(statement, parts)]
    return [(one.left, one.right) for one in found if isinstance(one, ast.BinOp)]


def encode_text(request: Request) -> Mend | None:
    """The text where bytes are wanted, as bytes."""
    statement, message = request.place.statement, request.report.first_line
    file = whole(statement.source) if statement is not None else None
    if statement is None or file is None:
        return None
    if re.search(r"can't concat str to (?:bytes|bytearray)", message):
        nodes = [pair[1] for pair in _sums(file, statement)] if _failed_here(request) else []
    elif _WANTED.search(message):
        nodes = _asked(file, statement, message)
    else:
        return None
    nodes = [node for node in nodes if not (isinstance(node, ast.Constant) and not isinstance(node.value, str))]
    if not nodes or (len(nodes) > 1 and not all(isinstance(node, ast.Constant) for node in nodes)):
        return None
    made = [_as_bytes(file, node) for node in nodes]
    return Mend(tuple(edit for one in made for edit in one)) if all(made) else None


def _asked(file: Module, statement: Statement, message: str) -> list[ast.expr]:
    """The arguments that have to be bytes: literals, or what no other argument can be meant by."""
    parts = [part for part in own_parts(statement.node) if isinstance(part, ast.Call | ast.Compare)]
    for part in nearest_to_carets(statement, parts):
        same = file.same(statement, part)
        if isinstance(same, ast.Compare) and isinstance(same.ops[0], ast.In | ast.NotIn) and "bytes-like" in message:
            return [same.left] if not _of_process(file, same.comparators[0]) else []
        if not isinstance(same, ast.Call) or not same.args:
            continue
        stream = same.func.value if isinstance(same.func, ast.Attribute) and called(same) == "write" else None
        if called(same) not in _TAKE_BYTES and not (isinstance(stream, ast.Attribute) and stream.attr in _STREAMS):
            continue
        if called(same) == "new":
            return [arg for arg in same.args[:2] if not _known_bytes(file, arg)]
        if isinstance(same.func, ast.Attribute) and (
            text_of(same.func.value) is not None or _of_process(file, same.func.value)
        ):
            continue
        count = 2 if called(same) == "replace" else 1
        return [arg for arg in same.args[:count] if not _known_bytes(file, arg) and not isinstance(arg, ast.Starred)]
    return []


def _of_process(file: Module, node: ast.expr) -> bool:
    inner = node.value if isinstance(node, ast.Attribute) else node
    return any(_is_of_process(one) for one in (node, *(reach(file, inner) or ())))


def _known_bytes(file: Module, node: ast.expr) -> bool:
    sources = reach(file, node)
    return sources is not None and all(_gives_bytes(file, one) for one in sources)


def _as_bytes(file: Module, node: ast.expr) -> list[TextEdit]:
    """A literal with a `b` before it, anything else with `.encode()` after it; no edits where neither is right."""
    start, end = file.span(node)
    written = file.source.text[start:end]
    literal = text_of(node)
    if literal is not None and literal.isascii() and _ONE_LITERAL.match(written):
        return [TextEdit(start, start, "b")]
    if isinstance(node, ast.BinOp) and (isinstance(node.op, ast.Add) or text_of(node.left) is not None):
        return [TextEdit(start, start, "("), TextEdit(end, end, ").encode()")]
    if _takes_method(node) or (isinstance(node, ast.JoinedStr | ast.Constant) and "\n" not in written):
        return [TextEdit(end, end, ".encode()")]
    return []


_ONE_LITERAL = lazy.regex(r"[rR]?(['\"])(?!.*\1\s*['\"])", re.DOTALL)


def text_mode(request: Request) -> Mend | None:
    """`text=True` for the process whose output is used as text."""
    statement, message = request.place.statement, request.report.first_line
    file = whole(statement.source) if statement is not None else None
    if statement is None or file is None:
        return None
    if not (_JOINED.search(message) or _WANTED.search(message) or _TEXT_WANTED.search(message)):
        return None
    made = opened(file, statement, lambda call: _starts_process(file, call))
    if len(made) != 1:
        return None
    call = made[0]
    given = ("text", "universal_newlines", "encoding", "errors")
    if any(keyword_of(call, name) for name in given) or any(key.arg is None for key in call.keywords):
        return None
    if used_as_bytes(file, call):
        return None
    writes_bytes = re.search(r"['\"](?:[wax]b\+?|[wax]\+b)['\"]", file.source.text) is not None
    return Mend((add_keyword(file.statement(call), call, "text=True"),), sure=not writes_bytes)


def _starts_process(file: Module, call: ast.Call) -> bool:
    """Whether a call is one of `subprocess`, rather than of a function or an object of the file that is called so."""
    if called(call) not in ("check_output", "run", "Popen"):
        return False
    if isinstance(call.func, ast.Name):
        return file.function(call.func.id) is None
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    scope = file.scope_of(owner.id, owner) if isinstance(owner, ast.Name) else None
    bound = file.bindings(owner.id, scope) if isinstance(owner, ast.Name) and scope is not None else []
    return isinstance(owner, ast.Name) and all(isinstance(one.node, ast.Import | ast.alias) for one in bound)


RECIPES = (
    Recipe(
        "decode-bytes",
        "Decodes the bytes that are joined with text.",
        decode_bytes,
        unsure="The code does not show that these are the bytes.",
    ),
    Recipe("encode-text", "Makes bytes of the text where bytes are wanted.", encode_text),
    Recipe(
        "text-mode",
        "Lets a process's output be text (text=True).",
        text_mode,
        unsure="The program also writes bytes to the process, which would have to be text then.",
    ),
)
