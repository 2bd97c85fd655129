"""`target-function`, `args-tuple`, `star-map`: the function and the arguments that threads, processes and pools are
handed.

- `target-function`: `Thread(target=work(1))` becomes `Thread(target=work, args=(1,))`; in the same way for `submit`,
  `to_thread`, `run_in_executor`, `Timer`, `apply_async`. Of several calls in the file the one at the failing line. What
  others are handed (`Depends`, `map`, `key=`, a signal's handler) loses its parentheses where these are empty.
- `args-tuple`: `args=(5)` becomes `args=(5,)`.
- `star-map`: `pool.map` of rows becomes `starmap`; an executor's `map` gets the columns.

Sources: https://docs.python.org/3/library/threading.html#threading.Thread,
https://docs.python.org/3/library/concurrent.futures.html#concurrent.futures.Executor.submit,
https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.Pool
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, spreads, text_of
from tracemend.fixes.toolkit.failing import told
from tracemend.source.module import Module
from tracemend.source.reach import elements, reach

_NOT_CALLABLE = lazy.regex(
    r"'[\w.]+' object is not callable|first argument must be callable|is not a callable object"
    r"|signal handler must be .* or a callable object"
)
_NOT_ITERABLE = lazy.regex(
    r"argument after \* must be an iterable, not \w+|'\w+' object is not iterable"
    r"|takes \d+ positional arguments? but \d+"
)
_ROWS = lazy.regex(r"(?P<name>\w+)\(\) missing \d+ required positional arguments?: ")
_MAKERS = ("Thread", "Timer", "Process")
_DIRECT = {
    "submit": 0,
    "to_thread": 0,
    "run_in_executor": 1,
    "call_soon": 0,
    "call_later": 1,
    "call_soon_threadsafe": 0,
}
"""Where the function stands that gets the further arguments."""
_PACKED = {"apply_async": 0, "apply": 0, "Timer": 1}
"""Where the function stands that gets its arguments as one tuple."""
_ALONE = {"Depends": 0, "Security": 0, "map": 0, "filter": 0, "register": 0, "signal": 1, "add_done_callback": 0}
"""Where the function stands that is handed over alone."""
_BY_KEY = ("sorted", "min", "max", "sort", "groupby", "nlargest", "nsmallest")


def _given(call: ast.Call) -> ast.expr | None:
    """The function that a call hands over."""
    if called(call) in ("Thread", "Process"):
        target = keyword_of(call, "target")
        return target.value if target is not None else None
    if called(call) in _BY_KEY:
        key = keyword_of(call, "key")
        return key.value if key is not None else None
    index = (_DIRECT | _PACKED | _ALONE).get(called(call), -1)
    return call.args[index] if 0 <= index < len(call.args) else None


def _called_first(file: Module, call: ast.Call) -> ast.Call | None:
    """The call that stands where a function is wanted, of a function or method that the file defines."""
    inner = _given(call)
    if not isinstance(inner, ast.Call) or spreads(inner):
        return None
    every = [one for one in file.nodes
             if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef) and one.name == called(inner)]  # fmt: skip
    if len(every) != 1 or any(_makes_function(one, every[0]) for one in ast.walk(every[0])):
        return None
    if (called(call) in _ALONE or called(call) in _BY_KEY) and (inner.args or inner.keywords):
        return None
    return inner


def _makes_function(node: ast.AST, function: ast.AST) -> bool:
    """Whether a statement returns a function that is made there: it is called to make it."""
    if not isinstance(node, ast.Return):
        return False
    inner = {one.name for one in ast.walk(function) if isinstance(one, ast.FunctionDef) and one is not function}
    if isinstance(node.value, ast.Call):
        return called(node.value) in ("partial", "itemgetter", "attrgetter", "methodcaller")
    return isinstance(node.value, ast.Lambda) or (isinstance(node.value, ast.Name) and node.value.id in inner)


def target_function(request: Request) -> Mend | None:
    """The function instead of its result."""
    asked = told(request, _NOT_CALLABLE)
    if asked is None:
        return None
    file = asked.file
    found = [one for one in asked.parts(ast.Call) if _called_first(file, one) is not None]
    if not found:  # the result was asked for, or the thread started, elsewhere
        every = [one for one in file.nodes if isinstance(one, ast.Call)]
        found = [one for one in every if _called_first(file, one) is not None]
    if len(found) != 1:
        return None
    call = found[0]
    inner = _called_first(file, call)
    if inner is None:
        return None
    begin, end = file.span(inner.func)[1], file.span(inner)[1]
    if "#" in file.source.text[begin:end]:
        return None
    args = [file.text(one) for one in inner.args]
    keys = [f"{one.arg}={file.text(one.value)}" for one in inner.keywords]
    if called(call) in _DIRECT:
        if keys and called(call) not in ("submit", "to_thread"):
            return None
        return Mend((TextEdit(begin, end, "".join(f", {one}" for one in (*args, *keys))),))
    if any(keyword_of(call, name) for name in ("args", "kwargs")) or (
        keys and called(call) not in ("Thread", "Process")
    ):
        return None
    more = f"({', '.join(args)}{',' if len(args) == 1 else ''})" if args else ""
    packed = called(call) in _PACKED
    text = f", {'' if packed else 'args='}{more}" if more else ""
    if keys:
        text += ", kwargs={" + ", ".join(f'"{one.arg}": {file.text(one.value)}' for one in inner.keywords) + "}"
    return Mend((TextEdit(begin, end, text),))


def args_tuple(request: Request) -> Mend | None:
    """The comma that makes a tuple."""
    asked = told(request, _NOT_ITERABLE)
    if asked is None:
        return None
    file, message = asked.file, request.report.first_line
    for call in asked.parts(ast.Call):
        key = keyword_of(call, "args")
        index = {"Timer": 2, "apply": 1, "apply_async": 1}.get(called(call), -1)
        node = key.value if key is not None else call.args[index] if 0 <= index < len(call.args) else None
        if called(call) not in (*_MAKERS, "apply", "apply_async") or node is None:
            continue
        if isinstance(node, ast.Tuple | ast.List | ast.ListComp | ast.Starred | ast.Set | ast.Dict):
            return None
        sources = reach(file, node)
        text = sources is not None and all(
            isinstance(one, ast.JoinedStr) or text_of(one) is not None for one in sources
        )
        if "positional" in message and not text:
            return None
        start, end = file.span(node)
        before, after = file.source.text[:start].rstrip(), file.source.text[end:].lstrip()
        if key is not None and before.endswith("(") and after.startswith(")"):
            return Mend((TextEdit(end, end, ","),))
        return Mend((TextEdit(start, start, "("), TextEdit(end, end, ",)")))
    return None


def star_map(request: Request) -> Mend | None:
    """Rows handed over as arguments."""
    asked = told(request, _ROWS)
    message = _ROWS.search(request.report.first_line)
    if asked is None or message is None:
        return None
    file, calls = asked.file, [one for one in asked.every(ast.Call) if called(one) == "map"]
    found = [one for one in calls if len(one.args) == 2 and dotted(one.args[0]) == message["name"]]
    if len(found) != 1 or not isinstance(found[0].func, ast.Attribute):
        return None
    call, receiver = found[0], found[0].func.value
    sources = reach(file, call.args[1])
    source = sources[0] if sources is not None and len(sources) == 1 else None
    rows = elements(source) if source is not None else None
    zipped = isinstance(source, ast.Call) and called(source) in ("zip", "enumerate", "items", "product")
    if not zipped and not (rows and all(isinstance(row, ast.Tuple | ast.List) for row in rows)):
        return None
    maker = _maker(file, receiver)
    if maker in ("Pool", "ThreadPool"):
        start, end = file.span(receiver)[1], file.span(call.func)[1]
        return Mend((TextEdit(start, end, ".starmap"),))
    if maker not in ("ThreadPoolExecutor", "ProcessPoolExecutor"):
        return None
    start, end = file.span(call.args[1])
    if isinstance(source, ast.Call) and source is call.args[1] and called(source) == "zip" and not spreads(source):
        inner = ", ".join(file.text(one) for one in source.args)
        return Mend((TextEdit(start, end, inner),)) if source.args else None
    return Mend((TextEdit(start, start, "*zip(*"), TextEdit(end, end, ")")))


def _maker(file: Module, receiver: ast.expr) -> str:
    """The name of the class that made a pool which a `with` or an assignment names."""
    if not isinstance(receiver, ast.Name):
        return ""
    found = {
        called(item.context_expr)
        for outer in file.nodes
        if isinstance(outer, ast.With)
        for item in outer.items
        if isinstance(item.optional_vars, ast.Name)
        and item.optional_vars.id == receiver.id
        and isinstance(item.context_expr, ast.Call)
    }
    bound = file.only_value(receiver.id, receiver)
    if bound is not None and isinstance(bound[1], ast.Call):
        found.add(called(bound[1]))
    return found.pop() if len(found) == 1 else ""


RECIPES = (
    Recipe("target-function", "Hands over the function and its arguments, not its result.", target_function),
    Recipe("args-tuple", "Writes the one argument as a tuple.", args_tuple),
    Recipe("star-map", "Hands each row over as arguments.", star_map),
)
