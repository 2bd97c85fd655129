"""`session-retries`, `certifi-context`: what HTTP clients are set up with.

- `session-retries`: a session of requests that tries again, by `HTTPAdapter(max_retries=Retry(...))`: mounted on the
  session that makes the failing request, or on a new one below the imports. Only for methods that may be repeated, and
  not where a handler waits for the timeout (after the last try it is a ConnectionError). Never sure.
- `certifi-context`: the issuers of certifi for `ssl.create_default_context()`, and for an `urlopen` without a context.
  Only where the issuer is not known here, never for a certificate that has expired or another name; the check stays.
  Never sure: an issuer of one's own is not among them.

Sources: https://urllib3.readthedocs.io/en/stable/reference/urllib3.util.html#urllib3.util.Retry,
https://requests.readthedocs.io/en/latest/user/advanced/#example-automatic-retries,
https://docs.python.org/3/library/ssl.html#ssl.create_default_context
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, spreads
from tracemend.fixes.toolkit.edits import add_keyword, insert_after, insert_before, owns_its_lines
from tracemend.fixes.toolkit.failing import Failing, failing
from tracemend.fixes.toolkit.imports import Imports, line_below_imports
from tracemend.fixes.toolkit.names import free_name
from tracemend.source.module import Module
from tracemend.source.reach import attribute_values, reach

_REPEATABLE = frozenset(("get", "head", "options", "put", "delete"))
_FAILED = ("ConnectionError", "ReadTimeout", "ConnectTimeout", "Timeout", "ChunkedEncodingError")
_NO_ISSUER = lazy.regex(r"certificate verify failed: unable to get (?:local )?issuer certificate")
_TRIES, _PAUSE = 3, 0.5


def session_retries(request: Request) -> Mend | None:
    """`session.mount("https://", HTTPAdapter(max_retries=Retry(total=3, backoff_factor=0.5)))`."""
    at, raised = failing(request), request.report.exception or ""
    if at is None or not raised.startswith("requests.") or raised.rpartition(".")[2] not in _FAILED:
        return None
    calls = [one for one in at.every(ast.Call) if isinstance(one.func, ast.Attribute) and one.func.attr in _REPEATABLE]
    if len(calls) != 1 or "max_retries" in at.file.source.text or _waits_for_it(at):
        return None
    owner = calls[0].func.value if isinstance(calls[0].func, ast.Attribute) else None
    imports = Imports(at.file.source)
    if owner is None or (imports.find_module("requests") is None and imports.find_name("requests", "Session") is None):
        return None
    adapter = imports.name("requests.adapters", "HTTPAdapter")
    retry = imports.name("urllib3.util", "Retry")

    def lines(name: str) -> list[str]:
        made = f"{adapter}(max_retries={retry}(total={_TRIES}, backoff_factor={_PAUSE}))"
        return [f'{name}.mount("{scheme}://", {made})' for scheme in ("https", "http")]

    if dotted(owner) == imports.find_module("requests"):
        line = line_below_imports(at.file)
        if line is None:
            return None
        name = free_name(at.file.source, "session", "http_session")
        begin, newline = at.file.source.offset(line, 0), at.file.source.newline
        new = [f"{name} = {dotted(owner)}.Session()", *lines(name)]
        text = newline + "".join(f"{one}{newline}" for one in new)
        edits = (*imports.edits(), TextEdit(begin, begin, text), TextEdit(*at.file.span(owner), name))
        return Mend(edits, sure=False)
    mounted = _on_session(at.file, owner, lines)
    return Mend((*imports.edits(), mounted), sure=False) if mounted is not None else None


def _waits_for_it(at: Failing) -> bool:
    """Whether a `try` around the statement has a handler for what would no longer be raised."""
    handlers = [one for outer in at.file.around(at.node) if isinstance(outer, ast.Try) for one in outer.handlers]
    return any("Timeout" in at.file.text(one.type) for one in handlers if one.type is not None)


def _on_session(file: Module, owner: ast.expr, lines: Callable[[str], list[str]]) -> TextEdit | None:
    """The lines below the one that makes the session, or at the top of the block that it is open in."""
    if isinstance(owner, ast.Name):
        scope = file.scope_of(owner.id, owner)
        bound = file.bindings(owner.id, scope) if scope is not None else []
        block = bound[0].node if len(bound) == 1 else None
        if isinstance(block, ast.With):
            item = next((one for one in block.items if dotted(one.optional_vars or owner) == owner.id), None)
            first = file.statement(block.body[0])
            if item is None or not _is_session(item.context_expr) or block.body[0].lineno == block.lineno:
                return None
            return insert_before(first, lines(owner.id))
    made = attribute_values(file, owner) if isinstance(owner, ast.Attribute) else reach(file, owner)
    if made is None or len(made) != 1 or not _is_session(made[0]):
        return None
    statement = file.statement(made[0])
    target = statement.node.targets[0] if isinstance(statement.node, ast.Assign) else None
    name = dotted(target) if target is not None else None
    if name is None or not owns_its_lines(statement):
        return None
    return insert_after(statement, lines(name))


def _is_session(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and dotted(node.func) in ("requests.Session", "requests.session", "Session")


def certifi_context(request: Request) -> Mend | None:
    """`ssl.create_default_context(cafile=certifi.where())`."""
    at = failing(request) if _NO_ISSUER.search(request.report.message) else None
    if at is None:
        return None
    file, imports = at.file, Imports(at.file.source)
    where = f"{imports.module('certifi')}.where()"
    made = [one for one in file.nodes if isinstance(one, ast.Call) and called(one) == "create_default_context"]
    if made:
        if len(made) != 1 or made[0].args or spreads(made[0]) or _has_own(file, made[0]):
            return None
        edit = add_keyword(file.statement(made[0]), made[0], f"cafile={where}")
        return Mend((*imports.edits(), edit), sure=False)
    calls = [one for one in at.every(ast.Call) if called(one) == "urlopen"]
    if (
        len(calls) != 1
        or spreads(calls[0])
        or any(keyword_of(calls[0], one) for one in ("context", "cafile", "capath"))
    ):
        return None
    context = f"{imports.module('ssl')}.create_default_context(cafile={where})"
    edit = add_keyword(file.statement(calls[0]), calls[0], f"context={context}")
    return Mend((*imports.edits(), edit), sure=False)


def _has_own(file: Module, call: ast.Call) -> bool:
    """Whether the context is given issuers already, at once or by a later line."""
    if any(keyword_of(call, one) for one in ("cafile", "capath", "cadata")):
        return True
    return any(isinstance(one, ast.Attribute) and one.attr == "load_verify_locations" for one in file.nodes)


RECIPES = (
    Recipe(
        "session-retries",
        "Lets a session of requests try again.",
        session_retries,
        unsure="The server may be down for longer, or the time that is allowed too short; repeating costs time.",
    ),
    Recipe(
        "certifi-context",
        "Trusts the issuers that certifi brings along.",
        certifi_context,
        unsure="The issuer may be one of a company's own, which certifi does not have.",
    ),
)
