"""`option-parameter`, `signal-parameters`: the parameters of a function that a library calls.

- `option-parameter`: `click` hands `--min-length` over as `min_length`; the parameter of the command that no option or
  argument gives gets that name, with its uses. Not where several parameters may be meant.
- `signal-parameters`: `signal.signal` calls its handler with the signal's number and the frame: `stop(signum, frame)`.
  Not where the file calls the function itself.

Sources: https://click.palletsprojects.com/en/stable/parameters/#parameter-names,
https://docs.python.org/3/library/signal.html#signal.signal
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, text_of
from tracemend.fixes.toolkit.parameters import renamed_parameter
from tracemend.source.module import Module, whole
from tracemend.source.scopes import Function, parameter_names

_UNEXPECTED = lazy.regex(r"(\w+)\(\) got an unexpected keyword argument '(\w+)'")
_TAKES = lazy.regex(r"(\w+)\(\) takes (\d) positional arguments? but 2 were given")
_PASSED = ("pass_context", "pass_obj", "make_pass_decorator")
_HANDLED = ("signum", "frame")


def option_parameter(request: Request) -> Mend | None:
    """The recipe for commands of click."""
    said, source = _UNEXPECTED.match(request.report.first_line), request.place.source
    module = whole(source) if source is not None else None
    function = _function(module, said[1]) if module is not None and said is not None else None
    if module is None or said is None or function is None or function.args.kwarg is not None:
        return None
    given = _given(function)
    if given is None or said[2] not in given:
        return None
    passed = sum(_last(one) in _PASSED for one in function.decorator_list)
    own = [one for one in parameter_names(function)[passed:] if one not in given]
    missing = [one for one in given if one not in parameter_names(function)]
    if len(own) != len(missing):
        return None
    pairs = [(said[2], own[0])] if len(own) == 1 else _alike(missing, own)
    edits: list[TextEdit] = []
    for new, old in pairs or ():
        made = renamed_parameter(module, function, old, new)
        if made is None:
            return None
        edits += made
    return Mend(tuple(edits)) if edits else None


def _function(module: Module, name: str) -> Function | None:
    found = [one for one in module.nodes if isinstance(one, Function) and one.name == name]
    return found[0] if len(found) == 1 else None


def _last(node: ast.expr) -> str:
    return (dotted(node.func if isinstance(node, ast.Call) else node) or "").rpartition(".")[2]


def _given(function: Function) -> list[str] | None:
    """The names under which click hands over what the decorators declare; None where one cannot be told."""
    names: list[str] = []
    for one in function.decorator_list:
        if not isinstance(one, ast.Call) or _last(one) not in ("option", "argument"):
            if _last(one) not in ("command", "group", *_PASSED):
                return None
            continue
        texts = [text_of(arg) for arg in one.args]
        words = [text for text in texts if text is not None]
        if len(words) != len(texts) or not words or any(key.arg is None for key in one.keywords):
            return None
        if any(key.arg == "expose_value" for key in one.keywords):
            return None
        plain = [word for word in words if word.isidentifier()]
        if plain:
            names.append(plain[0].lower() if _last(one) == "argument" else plain[0])
            continue
        first = max((word.split("/")[0] for word in words), key=lambda word: word.startswith("--"))
        names.append(first.lstrip("-").replace("-", "_").lower())
    return names


def _alike(missing: list[str], own: list[str]) -> list[tuple[str, str]] | None:
    """Each name with the parameter that is the same but for underscores; None where one has none."""
    pairs = [(new, old) for new in missing for old in own if new.replace("_", "") == old.replace("_", "").lower()]
    return pairs if len(pairs) == len(missing) == len({old for _, old in pairs}) else None


def signal_parameters(request: Request) -> Mend | None:
    """The recipe for handlers of signals."""
    said, source = _TAKES.match(request.report.first_line), request.place.source
    module = whole(source) if source is not None else None
    function = module.function(said[1]) if module is not None and said is not None else None
    if module is None or function is None or said is None:
        return None
    uses = [module.parents.get(id(one)) for one in module.uses(function.name, module.tree)]
    handed = [one for one in uses if isinstance(one, ast.Call) and called(one) == "signal" and len(one.args) == 2]
    if not handed or len(handed) != len(uses) or any(dotted(one.func) == function.name for one in handed):
        return None
    names = parameter_names(function)
    if len(names) != int(said[2]) or len(names) > 1 or function.args.vararg or function.args.kwonlyargs:
        return None
    known = {one.id for one in ast.walk(function) if isinstance(one, ast.Name)}
    new = [one for one in _HANDLED[len(names) :] if one not in names]
    if set(new) & known:
        return None
    if names:
        end = module.span(function.args.args[0])[1]
        return Mend((TextEdit(end, end, f", {new[0]}"),)) if new else None
    start = module.source.offset(function.lineno, 0)
    head = re.compile(rf"[ \t]*(?:async )?def[ \t]+{re.escape(function.name)}[ \t]*\(").match(module.source.text, start)
    return Mend((TextEdit(head.end(), head.end(), ", ".join(new)),)) if head is not None else None


RECIPES = (
    Recipe(
        "option-parameter",
        "Calls a command's parameter as click hands it over.",
        option_parameter,
        needs_statement=False,
    ),
    Recipe(
        "signal-parameters", "Gives a signal's handler its two parameters.", signal_parameters, needs_statement=False
    ),
)
