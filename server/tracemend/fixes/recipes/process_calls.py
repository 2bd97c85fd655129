"""`process-text`, `capture-once`, `capture-output`: what `subprocess` is handed, and its output.

- `process-text`: a number among a command's words, in `env` or in `os.environ` becomes text.
- `capture-once`: of `capture_output=True` and `stdout=PIPE` one is left; with `stderr=STDOUT`, `stdout=PIPE`.
- `capture-output`: output that is read is captured: `capture_output=True` of `run`, `stdout=PIPE` of `Popen`.

Source: https://docs.python.org/3/library/subprocess.html
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, made_by, spreads, text_of
from tracemend.fixes.toolkit.edits import add_keyword, without_argument
from tracemend.fixes.toolkit.failing import Failing, told
from tracemend.source.module import Module
from tracemend.source.reach import elements, reach

_STARTERS = ("run", "Popen", "call", "check_call", "check_output")
_STREAMS = ("stdout", "stderr", "stdin")
_NUMBER = lazy.regex(r"expected str, bytes or os\.PathLike object, not (?:int|float)|str expected, not (?:int|float)")
_TWICE = lazy.regex(r"arguments may not be used with capture_output|stdout argument not allowed, it will be overridden")
_NONE = lazy.regex(r"'NoneType' object has no attribute '(?P<attribute>\w+)'|'NoneType' object is not iterable")


def _starter(at: Failing) -> ast.Call | None:
    found = [one for one in at.every(ast.Call) if called(one) in _STARTERS]
    return found[0] if len(found) == 1 and not spreads(found[0]) else None


def process_text(request: Request) -> Mend | None:
    """Numbers as text."""
    asked = told(request, _NUMBER)
    if asked is None:
        return None
    file, node = asked.file, asked.node
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Subscript):
        is_text = isinstance(node.value, ast.JoinedStr) or text_of(node.value) is not None or made_by(node.value, "str")
        if is_text or dotted(node.targets[0].value) != "os.environ":
            return None
        return Mend(tuple(_as_text(file, node.value)))
    call = _starter(asked)
    if call is None or not call.args:
        return None
    env = keyword_of(call, "env")
    given = [call.args[0], *([env.value] if env is not None else [])]
    items: list[ast.expr] = []
    for one in given:
        sources = reach(file, one)
        source = sources[0] if sources is not None and len(sources) == 1 else one
        items += source.values if isinstance(source, ast.Dict) else elements(source) or []
    numbers = [one for one in items if _is_number(file, one)]
    open_ones = [one for one in items if text_of(one) is None and not isinstance(one, ast.JoinedStr | ast.Constant)]
    wrong = numbers or (open_ones if len(open_ones) == 1 and isinstance(open_ones[0], ast.Name | ast.Attribute) else [])
    return Mend(tuple(edit for one in wrong for edit in _as_text(file, one))) if wrong else None


def _is_number(file: Module, node: ast.expr) -> bool:
    sources = reach(file, node)
    if sources is None and isinstance(node, ast.Name):
        scope = file.scope_of(node.id, node)
        args = scope.args if isinstance(scope, ast.FunctionDef | ast.AsyncFunctionDef) else None
        names = [one.arg for one in args.args][-len(args.defaults) :] if args is not None and args.defaults else []
        sources = [args.defaults[names.index(node.id)]] if args is not None and node.id in names else None
    return bool(sources) and all(
        (isinstance(one, ast.Constant) and type(one.value) in (int, float)) or _counts(one) for one in sources or ()
    )


def _counts(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and called(node) in ("int", "float", "len", "getpid", "round")


def _as_text(file: Module, node: ast.expr) -> list[TextEdit]:
    start, end = file.span(node)
    mark = '"' if isinstance(node, ast.Constant) else ""
    return [TextEdit(start, start, mark or "str("), TextEdit(end, end, mark or ")")]


def capture_once(request: Request) -> Mend | None:
    """One way of capturing."""
    asked = told(request, _TWICE)
    call = _starter(asked) if asked is not None else None
    if asked is None or call is None:
        return None
    file = asked.file
    both, out, err = (keyword_of(call, name) for name in ("capture_output", "stdout", "stderr"))
    pipes = [one for one in (out, err) if one is not None and (dotted(one.value) or "").rpartition(".")[2] == "PIPE"]
    if called(call) == "check_output":
        return _dropped(file, call, pipes[0]) if pipes == [out] and out is not None else None
    if both is None or len(call.keywords) < 2:
        return None
    if len(pipes) == 1 and not (out is not None and err is not None):
        return _dropped(file, call, pipes[0])
    merged = (dotted(err.value) or "") if err is not None else ""
    if merged.rpartition(".")[2] == "STDOUT" and out is None:
        pipe = merged.removesuffix("STDOUT") + "PIPE"
        return Mend((TextEdit(*file.span(both), f"stdout={pipe}"),)) if "." in pipe else None
    return None


def _dropped(file: Module, call: ast.Call, keyword: ast.keyword) -> Mend | None:
    edit = without_argument(file, call, keyword)
    return Mend((edit,)) if edit is not None else None


def capture_output(request: Request) -> Mend | None:
    """Captured output, where it is read."""
    asked = told(request, _NONE)
    if asked is None:
        return None
    file = asked.file
    found: dict[int, tuple[ast.Call, str]] = {}
    for part in asked.parts(ast.expr, lambda one: isinstance(one, ast.Name) or getattr(one, "attr", "") in _STREAMS):
        for stream, call in _streams(file, part):
            found[id(call)] = (call, stream)
    if len(found) != 1:
        return None
    call, stream = next(iter(found.values()))
    if spreads(call) or any(keyword_of(call, name) for name in ("capture_output", stream)):
        return None
    module = (dotted(call.func) or "").rpartition(".")[0]
    others = [name for name in ("stdout", "stderr") if keyword_of(call, name)]
    if called(call) == "run" and stream != "stdin" and not others:
        return Mend((add_keyword(file.statement(call), call, "capture_output=True"),))
    if called(call) not in ("Popen", "run") or not module:
        return None
    return Mend((add_keyword(file.statement(call), call, f"{stream}={module}.PIPE"),))


def _streams(file: Module, node: ast.AST | None) -> list[tuple[str, ast.Call]]:
    """The stream that an expression is, and the call that started the process."""
    if isinstance(node, ast.Attribute) and node.attr in _STREAMS:
        sources = reach(file, node.value) or []
        return [(node.attr, one) for one in sources if isinstance(one, ast.Call) and called(one) in _STARTERS]
    if not isinstance(node, ast.Name):
        return []
    scope = file.scope_of(node.id, node)
    bound = file.bindings(node.id, scope) if scope is not None else []
    binder = bound[0].node if len(bound) == 1 else None
    if not isinstance(binder, ast.Assign):
        return []
    target, value = binder.targets[0], binder.value
    if isinstance(value, ast.Attribute):
        return _streams(file, value)
    if not isinstance(target, ast.Tuple) or len(target.elts) != 2 or not isinstance(value, ast.Call):
        return []
    if called(value) != "communicate" or not isinstance(value.func, ast.Attribute):
        return []
    index = next((at for at, one in enumerate(target.elts) if isinstance(one, ast.Name) and one.id == node.id), 0)
    sources = reach(file, value.func.value) or []
    return [
        (("stdout", "stderr")[index], one) for one in sources if isinstance(one, ast.Call) and called(one) == "Popen"
    ]


RECIPES = (
    Recipe("process-text", "Makes text of a number that is handed to a process.", process_text),
    Recipe("capture-once", "Captures the output in one way.", capture_once),
    Recipe("capture-output", "Captures the output that is read.", capture_output),
)
