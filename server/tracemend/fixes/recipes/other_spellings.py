"""`group-sign`, `both-ways`, `metadata-version`, `tls-first`: what other languages, older libraries or other protocols
write otherwise.

- `group-sign`: `(?<name>...)` in a pattern becomes `(?P<name>...)`, and `\\k<name>` `(?P=name)`.
- `both-ways`: `open(path, "rw")` becomes `"r"` where the file is only read, `"r+"` where it is read and written. Not
  sure where it is only written, or is handed on: whether the old content is kept is not seen.
- `metadata-version`: `pkg_resources.get_distribution(x).version` becomes `importlib.metadata.version(x)`. Does not
  apply where the file uses more of pkg_resources.
- `tls-first`: `starttls()` before the `login()` of the same connection. Not sure where the program has none, and the
  port is not that of submission.

Sources: https://docs.python.org/3/library/re.html#regular-expression-syntax,
https://docs.python.org/3/library/importlib.metadata.html, https://docs.python.org/3/library/smtplib.html#smtplib.SMTP.starttls
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, text_of
from tracemend.fixes.toolkit.edits import extent, insert_before, owns_its_lines
from tracemend.fixes.toolkit.failing import Failing, failing, told
from tracemend.source.module import Module
from tracemend.source.reach import reach

_GROUP = lazy.regex(r"unknown extension \?<\w")
_NAMED = lazy.regex(r"(?P<group>\(\?(?=<[A-Za-z_]\w*>))|\\k<(?P<back>[A-Za-z_]\w*)>")
_MODES = lazy.regex(r"must have exactly one of create/read/write/append mode")
_BOTH = lazy.regex(r"(?P<open>[rRuU]?['\"])(?P<mode>rw|wr)(?P<rest>b?t?)['\"]")
_READS = frozenset(("read", "readline", "readlines", "load", "reader", "DictReader"))
_WRITES = frozenset(("write", "writelines", "dump", "writer", "DictWriter", "truncate"))
_NO_PACKAGE = lazy.regex(r"No module named 'pkg_resources'")
_NO_LOGIN = lazy.regex(r"SMTP AUTH extension not supported by server")
_SUBMISSION = 587


def group_sign(request: Request) -> Mend | None:
    """`(?P<name>...)`."""
    at = told(request, _GROUP)
    if at is None:
        return None
    given = [arg for call in at.every(ast.Call) if _takes_pattern(call) for arg in call.args[:1]]
    found = {id(one): one for node in given for one in _texts(at.file, node)}
    edits: list[TextEdit] = []
    for one in found.values():
        start = at.file.span(one)[0]
        for part in _NAMED.finditer(at.file.text(one)):
            if part["back"] is not None:
                edits.append(TextEdit(start + part.start(), start + part.end(), f"(?P={part['back']})"))
            else:
                edits.append(TextEdit(start + part.end(), start + part.end(), "P"))
    return Mend(tuple(edits)) if edits else None


def _takes_pattern(call: ast.Call) -> bool:
    return called(call) in ("compile", "search", "match", "fullmatch", "findall", "finditer", "sub", "subn", "split")


def _texts(file: Module, node: ast.expr) -> list[ast.Constant]:
    """The literals that a pattern is made of, pieces that are added included."""
    found: list[ast.Constant] = []
    for one in reach(file, node) or [node]:
        if isinstance(one, ast.BinOp):
            found += [*_texts(file, one.left), *_texts(file, one.right)]
        elif isinstance(one, ast.Constant) and isinstance(one.value, str):
            found.append(one)
    return found


def both_ways(request: Request) -> Mend | None:
    """`open(path, "r+")`."""
    at = told(request, _MODES)
    found = [one for one in at.parts(ast.Call) if called(one) == "open"] if at is not None else []
    if at is None or len(found) != 1:
        return None
    mode = keyword_of(found[0], "mode")
    method = isinstance(found[0].func, ast.Attribute) and dotted(found[0].func) not in ("io.open", "codecs.open")
    position = 0 if method else 1
    node = mode.value if mode is not None else found[0].args[position] if len(found[0].args) > position else None
    written = _BOTH.fullmatch(at.file.text(node)) if node is not None else None
    if node is None or written is None:
        return None
    uses = _done_with(at, found[0])
    reads, writes = uses is not None and bool(uses & _READS), uses is not None and bool(uses & _WRITES)
    if uses is not None and "for" in uses:
        reads = True
    start = at.file.span(node)[0] + written.start("mode")
    sign = "r" if reads and not writes else "r+"
    rest = written["rest"]
    new = sign[0] + rest + sign[1:]
    known = uses is not None and "handed" not in uses
    return Mend((TextEdit(start, start + len("rw") + len(rest), new),), sure=known and reads)


def _done_with(at: Failing, call: ast.Call) -> set[str] | None:
    """What is done with the file that is opened: methods, functions that it is handed to, `for`, and `handed` for what
    is not known; None where it gets no name."""
    outer = at.file.parents.get(id(call))
    target = outer.optional_vars if isinstance(outer, ast.withitem) else None
    if isinstance(outer, ast.Assign) and len(outer.targets) == 1:
        target = outer.targets[0]
    scope = at.file.scope_of(target.id, target) if isinstance(target, ast.Name) else None
    if not isinstance(target, ast.Name) or scope is None:
        return None
    found: set[str] = set()
    for use in at.file.uses(target.id, scope):
        node = at.file.parents.get(id(use))
        if isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.For | ast.comprehension):
            found.add("for")
        elif isinstance(node, ast.Call):
            found.add(called(node) if called(node) in _READS | _WRITES else "handed")
        else:
            found.add("handed")
    return found


def metadata_version(request: Request) -> Mend | None:
    """`importlib.metadata.version(name)`."""
    at = failing(request) if _NO_PACKAGE.search(request.report.first_line) else None
    if at is None or not owns_its_lines(at.statement):
        return None
    file, node = at.file, at.node
    plain = isinstance(node, ast.Import) and [(one.name, one.asname) for one in node.names] == [("pkg_resources", None)]
    taken = (
        isinstance(node, ast.ImportFrom)
        and node.module == "pkg_resources"
        and [(one.name, one.asname) for one in node.names] == [("get_distribution", None)]
    )
    if not plain and not taken:
        return None
    name, edits = ("pkg_resources" if plain else "get_distribution"), list[TextEdit]()
    for use in file.uses(name, file.tree):
        made = _version(file, use, plain)
        if made is None:
            return None
        edits += made
    if not edits or (taken and file.bindings("version", file.tree)):
        return None
    line = "import importlib.metadata" if plain else "from importlib.metadata import version"
    return Mend((TextEdit(*file.span(node), line), *edits))


def _version(file: Module, use: ast.Name, plain: bool) -> list[TextEdit] | None:
    """The edits of one use: a version that is asked for, or the exception where there is none."""
    function = file.parents.get(id(use)) if plain else use
    if isinstance(function, ast.Attribute) and function.attr == "DistributionNotFound":
        return [TextEdit(*file.span(function), "importlib.metadata.PackageNotFoundError")]
    call = file.parents.get(id(function))
    asked = file.parents.get(id(call))
    if (
        not isinstance(function, ast.Attribute | ast.Name)
        or not isinstance(call, ast.Call)
        or call.func is not function
    ):
        return None
    if isinstance(function, ast.Attribute) and function.attr != "get_distribution":
        return None
    if not isinstance(asked, ast.Attribute) or asked.attr != "version" or len(call.args) != 1 or call.keywords:
        return None
    end, stop = file.span(call)[1], file.span(asked)[1]
    written = "importlib.metadata.version" if plain else "version"
    return [TextEdit(*file.span(function), written), TextEdit(end, stop, "")]


def tls_first(request: Request) -> Mend | None:
    """`server.starttls()` before `server.login(...)`."""
    at = told(request, _NO_LOGIN)
    call = at.node.value if at is not None and isinstance(at.node, ast.Expr) else None
    if (
        at is None
        or not isinstance(call, ast.Call)
        or not isinstance(call.func, ast.Attribute)
        or called(call) != "login"
    ):
        return None
    file, server = at.file, dotted(call.func.value)
    here = file.statement(at.node)
    if server is None or not owns_its_lines(here):
        return None
    started = [
        one
        for one in file.nodes
        if isinstance(one, ast.Call) and called(one) == "starttls" and isinstance(one.func, ast.Attribute)
        and dotted(one.func.value) == server
    ]  # fmt: skip
    line = f"{server}.starttls()"
    if not started:
        return Mend((insert_before(here, [line]),), sure=_is_submission(file, call.func.value))
    later = file.statement(started[0])
    block = getattr(file.parents.get(id(at.node)), "body", [])
    if len(started) != 1 or later.node not in block or block.index(later.node) < block.index(at.node):
        return None
    if not owns_its_lines(later) or not isinstance(later.node, ast.Expr):
        return None
    first, last = extent(later)
    source = file.source
    start, stop = source.offset(first, 0), source.offset(last + 1, 0)
    text = source.text[start:stop]
    at_line = source.offset(extent(here)[0], 0)
    return Mend((TextEdit(at_line, at_line, text), TextEdit(start, stop, ""))) if text.endswith("\n") else None


def _is_submission(file: Module, server: ast.expr) -> bool:
    """Whether the connection is made to the port where mail is handed in, which begins without encryption."""
    made = reach(file, server)
    if made is None and isinstance(server, ast.Name):
        scope = file.scope_of(server.id, server)
        bound = file.bindings(server.id, scope) if scope is not None else []
        items = [
            item.context_expr
            for one in file.nodes
            if isinstance(one, ast.With) and len(bound) == 1
            for item in one.items
            if isinstance(item.optional_vars, ast.Name) and item.optional_vars.id == server.id
        ]
        made = items
    ports = [
        value
        for one in made or ()
        if isinstance(one, ast.Call) and called(one) == "SMTP"
        for port in [*one.args[1:2], *(key.value for key in one.keywords if key.arg == "port")]
        for value in reach(file, port) or ()
    ]
    return bool(ports) and all(
        (isinstance(one, ast.Constant) and one.value == _SUBMISSION) or text_of(one) == str(_SUBMISSION)
        for one in ports
    )


RECIPES = (
    Recipe("group-sign", "Names a pattern's groups as Python does.", group_sign),
    Recipe("both-ways", "Opens the file for reading, or for reading and writing.", both_ways,
           unsure="Whether the file's old content is to be kept is not to be seen here."),
    Recipe("metadata-version", "Asks importlib.metadata for a version.", metadata_version),
    Recipe("tls-first", "Encrypts the connection before the login.", tls_first,
           unsure="The server may want SMTP_SSL, or no login at all."),
)  # fmt: skip
