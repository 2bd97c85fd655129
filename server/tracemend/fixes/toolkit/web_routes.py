"""What the servers that the program's own files hold take in a request's body: JSON, or the fields of a form."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from tracemend import lazy
from tracemend.fixes.toolkit.code import called, keyword_of, text_of
from tracemend.source.module import Module

Body = Literal["json", "form"]
Function = ast.FunctionDef | ast.AsyncFunctionDef
_VARIABLE = lazy.regex(r"<[^<>]*>|\{[^{}]*\}")
_ANY = "\0"


def path_of(node: ast.expr) -> str | None:
    """The path that a request's address ends with, what is put in by the program as a mark; None where it is not seen.

    `BASE + "/parts"`, `f"{base}/parts/{number}"`, `"http://127.0.0.1:8000/parts"`.
    """
    text = _written(node)
    text = re.sub(r"\A[a-z]+://[^/]*", "", text)
    at = text.find("/")
    return text[at:].partition("?")[0] if at >= 0 and not text[:at].strip(_ANY) else None


def _written(node: ast.expr) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(map(_written, node.values))
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return _written(node.left) + _written(node.right)
    text = text_of(node)
    return text if text is not None else _ANY


def body_taken(modules: Iterable[Module], verb: str, path: str | None) -> Body | None:
    """What the one view that answers to a verb (`post`) and a path takes; None where there is none, or several that
    differ, or it takes neither."""
    every = list(modules)
    views = [one for module in every for one in _views(module, verb, every)]
    fitting = [taken for rule, taken in views if path is None or rule is None or _fits(rule, path)]
    return fitting[0] if fitting and all(one == fitting[0] for one in fitting) else None


def _fits(rule: str, path: str) -> bool:
    plain = [re.escape(one) for one in _VARIABLE.split(rule)]
    if re.fullmatch("[^/]+".join(plain), path) is not None or (len(rule) > 1 and path.endswith(rule)):
        return True  # a router's prefix may stand before the rule
    return path.count("/") == rule.count("/") and path.replace(_ANY, "") in (rule, _VARIABLE.sub("", rule))


def _views(module: Module, verb: str, every: Sequence[Module]) -> Iterator[tuple[str | None, Body | None]]:
    """The rule and the body of each view of a module; without a rule those of `http.server`."""
    for node in module.nodes:
        if not isinstance(node, Function):
            continue
        if node.name == f"do_{verb.upper()}":
            form = _calls(node, "parse_qs", "parse_qsl", "urllib.parse.parse_qs", "urllib.parse.parse_qsl")
            yield None, "json" if _calls(node, "json.loads", "json.load", "loads") and not form else None
        for one in node.decorator_list:
            if not isinstance(one, ast.Call) or not isinstance(one.func, ast.Attribute) or not one.args:
                continue
            methods = keyword_of(one, "methods")
            named = called(one) in ("route", "api_route") and methods is not None
            asked = {str(text_of(part)).lower() for part in ast.walk(methods.value)} if named and methods else set()
            rule = text_of(one.args[0])
            if rule is not None and (called(one) == verb or verb in asked):
                yield rule, _of_view(every, node)


def _calls(function: Function, *names: str) -> bool:
    return any(isinstance(one, ast.Call) and _dotted(one.func) in names for one in ast.walk(function))


def _dotted(node: ast.AST) -> str:
    return ast.unparse(node) if isinstance(node, ast.Attribute | ast.Name) else ""


def _of_view(every: Sequence[Module], view: Function) -> Body | None:
    asked = {_dotted(one) for one in ast.walk(view) if isinstance(one, ast.Attribute)}
    if asked & {"request.form", "request.values", "request.files"}:
        return "form"
    if asked & {"request.json", "request.get_json"}:
        return "json"
    taken: set[Body] = set()
    defaults = [*[None] * (len(view.args.args) - len(view.args.defaults)), *view.args.defaults]
    for argument, default in [*zip(view.args.args, defaults, strict=True),
                              *zip(view.args.kwonlyargs, view.args.kw_defaults, strict=True)]:  # fmt: skip
        note = argument.annotation
        parts = [*ast.walk(note), *(ast.walk(default) if default is not None else ())] if note is not None else []
        makers = {called(one) for one in parts if isinstance(one, ast.Call)}
        if makers & {"Form", "File"}:
            taken.add("form")
        elif "Body" in makers or (not makers and note is not None and _is_model(every, note)):
            taken.add("json")
    return taken.pop() if len(taken) == 1 else None


def _is_model(every: Sequence[Module], note: ast.expr) -> bool:
    """Whether a parameter of that annotation is read from the body as JSON: a model of pydantic, a dictionary."""
    if isinstance(note, ast.Subscript):
        return _dotted(note.value) in ("dict", "list", "Dict", "List")
    return isinstance(note, ast.Name) and (note.id == "dict" or _inherits(every, note.id, 4))


def _inherits(every: Sequence[Module], name: str, depth: int) -> bool:
    found = [owner for module in every if (owner := module.class_named(name)) is not None] if depth else []
    bases = [_dotted(one).rpartition(".")[2] for one in found[0].bases] if len(found) == 1 else []
    return any(one in ("BaseModel", "SQLModel") or _inherits(every, one, depth - 1) for one in bases)
