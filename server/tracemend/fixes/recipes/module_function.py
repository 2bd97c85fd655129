"""`module-function`: what other processes are handed is found by its name in the module, so it has to stand there.

- A local function goes to the module's own level, before the function that it stood in; what it used of that function
  becomes its first parameters, and it is handed over as `partial(function, value)`.
- A lambda becomes such a function; one that has a name at the module's level already, a `def` of that name.
- `defaultdict(lambda: 0)` becomes `defaultdict(int)`, and likewise for an empty list, dictionary, set or text.

Does not apply where the module has that name, to functions with decorators, nor where what it uses is a function of the
same place or nothing that can be pickled, or is changed by it: another process changes a copy.

Sources: https://docs.python.org/3/library/pickle.html#what-can-be-pickled-and-unpickled,
https://docs.python.org/3/library/multiprocessing.html#programming-guidelines
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted
from tracemend.fixes.toolkit.edits import indent_step, lines_in_strings
from tracemend.fixes.toolkit.failing import Failing, is_alone, told
from tracemend.fixes.toolkit.handed import captured, handed_parts, handing
from tracemend.fixes.toolkit.imports import imports_for
from tracemend.fixes.toolkit.names import free_name
from tracemend.source.module import Module
from tracemend.source.scopes import Function, parameter_names

_LOCAL = lazy.regex(r"Can't (?:pickle|get) local object|Can't pickle <function <lambda> at")
_NAME = lazy.regex(r"<locals>\.(?:<\w+>\.)*(<lambda>|\w+)")
_UNPICKLED = ("open", "Lock", "RLock", "Event", "Queue", "connect", "socket", "Pool", "Popen", "Thread",
              "ProcessPoolExecutor", "ThreadPoolExecutor", "Session", "getLogger", "iter", "Connection")  # fmt: skip
_CHANGERS = ("append", "add", "update", "extend", "insert", "remove", "pop", "clear", "put", "setdefault", "write",
             "discard", "sort", "acquire", "set", "popleft", "appendleft", "writerow", "execute")  # fmt: skip
_SORTERS = ("sorted", "min", "max", "sort", "filter", "reduce", "groupby")


def module_function(request: Request) -> Mend | None:
    """The function at the module's own level."""
    asked = told(request, _LOCAL)
    if asked is None:
        return None
    found = _NAME.findall(request.report.first_line)
    name = found[-1] if found else "<lambda>"
    if name == "<lambda>":
        node = _lambda(asked)
        return _of_lambda(asked.file, node) if node is not None else None
    every = [one for one in asked.file.nodes if isinstance(one, Function | ast.ClassDef) and one.name == name]
    if len(every) != 1 or isinstance(every[0], ast.AsyncFunctionDef):
        return None
    return _of_definition(asked.file, every[0])


def _lambda(at: Failing) -> ast.Lambda | None:
    """The only lambda that is handed over."""
    call = handing(at)
    parts = handed_parts(at.file, call) if call is not None else []
    found = []
    for part in parts:
        outer = at.file.parents.get(id(part))
        call_around = at.file.parents.get(id(outer)) if isinstance(outer, ast.keyword) else outer
        if isinstance(part, ast.Lambda):
            if isinstance(call_around, ast.Call) and called(call_around) in _SORTERS:
                continue
            found.append(part)
    return found[0] if len(found) == 1 else None


def _of_lambda(file: Module, node: ast.Lambda) -> Mend | None:
    outer = file.parents.get(id(node))
    if isinstance(outer, ast.Call) and called(outer) == "defaultdict":
        made = _factory(node)
        if made is not None:
            return Mend((TextEdit(*file.span(node), made),))
    same = _same_as(file, node)
    if same is not None:
        return Mend((TextEdit(*file.span(node), same),))
    text = file.text(node)
    if "#" in text or "\n" in text or any(isinstance(part, ast.NamedExpr) for part in ast.walk(node)):
        return None
    start = file.span(node)[0]
    colon = text.rfind(":", 0, file.span(node.body)[0] - start)
    given, body = text[len("lambda") : colon].strip(), text[colon + 1 :].strip()
    step, newline = indent_step(file.source), file.source.newline
    holder = outer if isinstance(outer, ast.Assign) and len(outer.targets) == 1 else None
    target = holder.targets[0] if holder is not None else None
    if holder is not None and isinstance(target, ast.Name) and file.parents.get(id(holder)) is file.tree:
        if not is_alone(file, holder) or len(file.bindings(target.id, file.tree)) != 1:
            return None
        return Mend((TextEdit(*file.span(holder), f"def {target.id}({given}):{newline}{step}return {body}"),))
    names = captured(file, node)
    if names is None or not _may_be_given(file, node, names):
        return None
    name = free_name(file.source, "work", "task")
    parameters = ", ".join([*names, *([given] if given else [])])
    place = _before(file, node)
    if place is None:
        return None
    definition = f"def {name}({parameters}):{newline}{step}return {body}{newline * 3}"
    imports = imports_for(file.source, 1, True)
    partial = f"{imports.name('functools', 'partial')}({', '.join([name, *names])})" if names else name
    edits = (*imports.edits(), TextEdit(place, place, definition), TextEdit(*file.span(node), partial))
    return Mend(edits, sure="self" not in names or _is_plain(file, node))


def _same_as(file: Module, node: ast.Lambda) -> str | None:
    """The function of the module that `lambda x: function(x)` only hands on to."""
    call, given = node.body, [one.arg for one in node.args.args]
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name) or call.keywords or not given:
        return None
    handed = [one.id for one in call.args if isinstance(one, ast.Name)]
    plain = ast.arguments([], [ast.arg(one) for one in given], None, [], [], None, [])
    if handed != given or len(call.args) != len(given) or ast.dump(plain) != ast.dump(node.args):
        return None
    return call.func.id if any(one is file.function(call.func.id) for one in file.tree.body) else None


def _factory(node: ast.Lambda) -> str | None:
    """The built-in function that gives what a lambda without parameters does."""
    body = node.body
    if parameter_names(node):
        return None
    if isinstance(body, ast.Constant) and body.value in (0, "") and not isinstance(body.value, complex):
        return type(body.value).__name__
    if isinstance(body, ast.List | ast.Dict) and not (body.elts if isinstance(body, ast.List) else body.keys):
        return type(body).__name__.lower()
    empty = isinstance(body, ast.Call) and isinstance(body.func, ast.Name) and not body.args and not body.keywords
    return called(body) if isinstance(body, ast.Call) and empty and called(body) in ("list", "dict", "set") else None


def _of_definition(file: Module, node: ast.FunctionDef | ast.ClassDef) -> Mend | None:
    source, name = file.source, node.name
    scope = file.parents.get(id(node))
    if not isinstance(scope, ast.FunctionDef | ast.AsyncFunctionDef) or node.decorator_list or not is_alone(file, node):
        return None
    names, place = captured(file, node), _before(file, node)
    if names is None or place is None or file.bindings(name, file.tree) or len(file.bindings(name, scope)) != 1:
        return None
    if (isinstance(node, ast.ClassDef) and names) or not _may_be_given(file, node, names):
        return None
    edits: list[TextEdit] = []
    imports = imports_for(source, 1, True)
    indent, newline = source.indent_of(node.lineno), source.newline
    first, last = node.lineno, node.end_lineno or node.lineno
    while source.line(first - 1).startswith(indent + "#") and first - 1 > getattr(scope, "lineno", 0):
        first -= 1
    strings = lines_in_strings(source, first, last)
    lines = [source.line(number) for number in range(first, last + 1)]
    if names:
        at = _parameters_at(file, node)
        for use in file.uses(name, scope):
            call = file.parents.get(id(use))
            inside = any(one is node for one in file.around(use))
            if inside:
                return None
            start, end = file.span(use)
            if isinstance(call, ast.Call) and call.func is use:
                more = ", " if call.args or call.keywords else ""
                edits.append(TextEdit(end + 1, end + 1, f"{', '.join(names)}{more}"))
            else:
                partial = imports.name("functools", "partial")
                edits.append(TextEdit(start, end, f"{partial}({', '.join([name, *names])})"))
        line, column = source.position(at)
        more = ", " if isinstance(node, ast.FunctionDef) and parameter_names(node) else ""
        lines[line - first] = f"{lines[line - first][:column]}{', '.join(names)}{more}{lines[line - first][column:]}"
    moved = [text if first + index in strings else text.removeprefix(indent) for index, text in enumerate(lines)]
    end = last
    while end < source.line_count and not source.line(end + 1).strip():
        end += 1
    edits += [
        TextEdit(place, place, newline.join(moved) + newline * 3),
        TextEdit(source.offset(first, 0), source.offset(end + 1, 0), ""),
    ]
    return Mend((*imports.edits(), *edits), sure="self" not in names or _is_plain(file, node))


def _parameters_at(file: Module, node: ast.FunctionDef | ast.ClassDef) -> int:
    """The offset right behind the parenthesis that opens a function's parameters."""
    return file.source.text.index("(", file.span(node)[0]) + 1


def _before(file: Module, node: ast.AST) -> int | None:
    """Where a function goes that `node` uses: before the module's statement around it and the comments over that."""
    chain = [node, *file.around(node)]
    top = chain[-2]
    if not isinstance(top, ast.stmt):
        return None
    line = min([top.lineno, *(one.lineno for one in getattr(top, "decorator_list", []))])
    if file.source.line(line)[: len(file.source.indent_of(line))] or not is_alone(file, top):
        return None
    while line > 1 and file.source.line(line - 1).startswith("#") and line - 1 > 2:
        line -= 1
    return file.source.offset(line, 0)


def _may_be_given(file: Module, node: ast.AST, names: list[str]) -> bool:
    """Whether the names may be handed over as well: no function or class of the same place, nothing of the system."""
    if any(_changes(part, names) for part in ast.walk(node)):
        return False
    for name in names:
        scope = file.scope_of(name, node)
        for bound in file.bindings(name, scope) if scope is not None else ():
            if isinstance(bound.node, Function | ast.ClassDef | ast.With | ast.AsyncWith | ast.withitem):
                return False
            if isinstance(bound.value, ast.Lambda):
                return False
            if isinstance(bound.value, ast.Call) and called(bound.value) in _UNPICKLED:
                return False
    return True


def _changes(node: ast.AST, names: list[str]) -> bool:
    """Whether a node stores into one of the names' objects, or calls a method of it that may."""
    if isinstance(node, ast.Attribute | ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
        root: ast.AST = node
        while isinstance(root, ast.Attribute | ast.Subscript):
            root = root.value
        return isinstance(root, ast.Name) and root.id in names
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _CHANGERS:
        return (dotted(node.func.value) or "").partition(".")[0] in names
    return False


def _is_plain(file: Module, node: ast.AST) -> bool:
    """Whether the objects of the class around hold plain values alone: `self` is handed over with them."""
    owner = next((one for one in file.around(node) if isinstance(one, ast.ClassDef)), None)
    if owner is None or owner.bases:
        return False
    stored = [
        part.value
        for part in ast.walk(owner)
        if isinstance(part, ast.Assign) and any(isinstance(one, ast.Attribute) for one in part.targets)
    ]
    every = [one for value in stored for one in ast.walk(value)]
    return not any(isinstance(one, ast.Call | ast.Lambda | ast.GeneratorExp) for one in every)


RECIPES = (
    Recipe(
        "module-function",
        "Moves what other processes are handed to the module's own level.",
        module_function,
        unsure="The object is handed over with it, and may hold what cannot be.",
    ),
)
