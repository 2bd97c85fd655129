"""`add-call`, `drop-call`: the parentheses of a call put behind a function whose result is meant, and taken off what is
none.

- `add-call` puts them behind a function or method: in the statement itself, also in a comprehension or a function for
  `key`; where the list that is gone over was made; or where the name that it uses gets its value
  (`page = response.json`, several lines above or in a function that returns it), as long as nothing of the file calls
  it by that name.
- `drop-call` takes them off a property or attribute (of the file's classes, or a well-known one: `response.text()`); of
  a dictionary, list or tuple that is called with one argument it makes square brackets; behind a
  number it puts the sign of multiplication, behind a template % or `.format`. Not sure for a product behind a sign that
  binds as close: `a / 2(b)`.

The function or class has to be in the file, but for the methods of built-in types that need no arguments.
Source: https://docs.python.org/3/reference/expressions.html#calls
"""

from __future__ import annotations

import ast
import builtins
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import expressions, nearest_to_carets, own_calls, parents_in, spreads, text_of
from tracemend.source.module import Module, whole
from tracemend.source.reach import reach, results
from tracemend.source.scopes import Function, decorated_with, members, methods, own_nodes
from tracemend.source.statement import Statement

_ATTRIBUTE = lazy.regex(r"object has no attribute '(?P<attribute>\w+)'")
_UNCALLED = lazy.regex(r"\b(?:builtin_function_or_method|method|function|bound method)\b")
_CONVERSION = lazy.regex(r"%[-+ 0#]*[\d*]*(?:\.[\d*]+)?[sdrfgexXoci]")
_REPLACED = lazy.regex(r"\{\w*(?:![rsa])?(?::[^{}]*)?\}")
_PLAIN = frozenset(
    (
        *("upper", "lower", "strip", "lstrip", "rstrip", "title", "capitalize", "swapcase", "casefold", "split"),
        *("splitlines", "items", "keys", "values", "copy", "read", "readlines", "readline", "isdigit", "isalpha"),
        *("isalnum", "isupper", "islower", "isspace", "total_seconds", "timestamp", "date"),
        *(
            "iterrows",
            "itertuples",
            "tolist",
            "json",
            "get_text",
            "most_common",
            "elements",
            "iterdir",
            "group",
            "groups",
            "groupdict",
            "result",
            "fetchone",
            "fetchall",
            "getvalue",
        ),
    )
)
"""Methods of built-in types that are usually called without arguments."""

_READ_ONLY = {
    "str": ("text", "url", "reason", "encoding", "name", "stem", "suffix", "string", "title", "content_type", "path"),
    "int": ("status_code", "size", "year", "month", "day", "hour", "minute", "second", "days", "seconds", "ndim"),
    "bytes": ("content", "data", "body"),
    "bool": ("ok", "closed", "is_json", "empty", "is_anonymous", "is_authenticated"),
    "tuple": ("shape",),
}
"""Attributes of the standard library's and well-known libraries' objects that are often called, by their types."""

_GO_OVER = frozenset(("sum", "min", "max", "sorted"))
_AS_CLOSE = (ast.Div, ast.FloorDiv, ast.Mod, ast.Pow)
_TAKE_VALUES = frozenset(("len", "int", "float", "sum", "sorted", "list", "set", "tuple", "enumerate", "round"))


def _asked(request: Request) -> tuple[Module, Statement] | None:
    statement, source = request.place.statement, request.place.source
    module = whole(source) if source is not None else None
    return (module, statement) if module is not None and statement is not None else None


def add_call(request: Request) -> Mend | None:
    """`name.upper()` for `name.upper`, where the message says that a function was used as a value."""
    asked = _asked(request)
    if asked is None or not _UNCALLED.search(request.report.first_line):
        return None
    module, statement = asked
    called = {id(one.func) for one in own_calls(statement)}
    asks = _ATTRIBUTE.search(request.report.first_line)
    values = [part for part in _values(statement, asks) if isinstance(part, ast.Attribute | ast.Name)]
    found = [part for part in values if id(part) not in called and _needs_nothing(module, part)]
    if not found:
        return _call_at_origin(module, statement, request.report.first_line) or _call_elsewhere(module, statement)
    if len(found) != 1:
        return None
    start, end = statement.span(found[0])
    views = isinstance(found[0], ast.Attribute) and found[0].attr in ("items", "keys", "values")
    indexed = [one for one in expressions(statement) if isinstance(one, ast.Subscript) and one.value is found[0]]
    if any(not isinstance(one.ctx, ast.Load) or (views and text_of(one.slice) is not None) for one in indexed):
        return None  # nothing of a result is set or deleted, and a view has no keys
    if views and indexed:
        return Mend((TextEdit(start, start, "list("), TextEdit(end, end, "())")))  # a view has no order of numbers
    return Mend((TextEdit(end, end, "()"),))


def _call_at_origin(module: Module, statement: Statement, message: str) -> Mend | None:
    """`page = response.json()` above `page["items"]`: where all that the failing value comes from is one method or
    function that nobody called."""
    origins: dict[int, ast.expr] = {}
    for part in _values(statement, _ATTRIBUTE.search(message)):
        same = module.same(statement, part)
        for source in _sources(module, same) if isinstance(same, ast.Name | ast.Attribute) else ():
            if source is not same and isinstance(source, ast.Attribute | ast.Name) and _needs_nothing(module, source):
                origins[id(source)] = source
    if len(origins) != 1:
        return None
    origin = next(iter(origins.values()))
    outer = module.parents.get(id(origin))
    if isinstance(outer, ast.Call) and outer.func is origin:
        return None
    for call in module.nodes:
        func = call.func if isinstance(call, ast.Call) else None
        plain = isinstance(func, ast.Name) and not hasattr(builtins, func.id) and module.function(func.id) is None
        own = isinstance(func, ast.Attribute) and isinstance(func.value, ast.Name) and func.value.id == "self"
        if (plain or own) and func is not None and any(one is origin for one in _sources(module, func)):
            return None  # it is called by that name elsewhere
    end = module.span(origin)[1]
    return Mend((TextEdit(end, end, "()"),))


def _sources(module: Module, node: ast.expr) -> list[ast.expr]:
    """What a name or attribute comes from, through the one `return` of a function of the file too."""
    found: list[ast.expr] = []
    for source in results(module, node) or reach(module, node) or ():
        name = source.func.id if isinstance(source, ast.Call) and isinstance(source.func, ast.Name) else ""
        function = module.function(name) if name else None
        own = [one for one in own_nodes(function) if isinstance(one, ast.Return)] if function is not None else []
        value = own[0].value if len(own) == 1 and function is not None and not function.decorator_list else None
        found.append(value if value is not None else source)
    return found


def _values(statement: Statement, attribute: re.Match[str] | None = None) -> list[ast.expr]:
    """What the statement calculates, compares, subscribes, loops over or hands to a function."""
    found: list[ast.expr] = []
    if isinstance(statement.node, ast.For | ast.AsyncFor):
        found.append(statement.node.iter)
    if isinstance(statement.node, ast.AugAssign):
        found.append(statement.node.value)
    for part in expressions(statement):
        if isinstance(part, ast.BinOp):
            found += [part.left, part.right]
        elif isinstance(part, ast.Compare):
            found += [part.left, *part.comparators]
        elif isinstance(part, ast.Subscript) or (
            isinstance(part, ast.Attribute) and attribute is not None and part.attr == attribute["attribute"]
        ):
            found.append(part.value)
        elif isinstance(part, ast.Call) and getattr(part.func, "id", "") in _TAKE_VALUES:
            found += part.args
        elif isinstance(part, ast.GeneratorExp | ast.ListComp | ast.SetComp):
            found.append(part.elt)
        elif isinstance(part, ast.Lambda):
            found.append(part.body)
    return list({id(one): one for one in found}.values())


def _call_elsewhere(module: Module, statement: Statement) -> Mend | None:
    """`[box.size() for box in boxes]` where a list that the statement goes over was made of `box.size`."""
    elements: dict[int, ast.expr] = {}
    for part in expressions(statement):
        taken = part.args if isinstance(part, ast.Call) and getattr(part.func, "id", "") in _GO_OVER else []
        for one in [module.same(statement, arg) for arg in taken]:
            for source in (reach(module, one) or []) if isinstance(one, ast.Name) else []:
                if isinstance(source, ast.GeneratorExp | ast.ListComp | ast.SetComp):
                    elements[id(source.elt)] = source.elt
    found = [one for one in elements.values() if isinstance(one, ast.Attribute) and _needs_nothing(module, one)]
    if len(found) != 1:
        return None
    end = module.span(found[0])[1]
    return Mend((TextEdit(end, end, "()"),))


def _needs_nothing(module: Module, node: ast.Attribute | ast.Name) -> bool:
    """Whether it is a function or method that can be called without arguments and answers something."""
    name = node.attr if isinstance(node, ast.Attribute) else node.id
    inside = {id(one) for owner in module.nodes if isinstance(owner, ast.ClassDef) for one in owner.body}
    method = isinstance(node, ast.Attribute)
    found = [one for one in module.nodes if isinstance(one, Function) and one.name == name]
    found = [one for one in found if (id(one) in inside) == method]
    if len(found) == 1:
        if not isinstance(found[0], ast.FunctionDef) or (
            found[0] in module.tree.body and module.function(name) is None
        ):
            return False  # a coroutine is no result; nor is it the function where something else has its name
        method = method and not decorated_with(found[0], "staticmethod")
        arguments = found[0].args
        needed = len(arguments.posonlyargs) + len(arguments.args) - len(arguments.defaults)
        answers = any(
            isinstance(one, ast.Yield | ast.YieldFrom) or (isinstance(one, ast.Return) and one.value is not None)
            for one in own_nodes(found[0])
        )
        return answers and needed <= int(method) and all(one is not None for one in arguments.kw_defaults)
    return not found and method and name in _PLAIN


def drop_call(request: Request) -> Mend | None:
    """`box.size` for `box.size()`, `prices["a"]` for `prices("a")`, `2 * (x)` for `2(x)`."""
    asked, kind = _asked(request), request.values.get("type")
    if asked is None:
        return None
    module, statement = asked
    own = own_calls(statement)
    # From Python 3.12 on the carets of "'str' object is not callable; perhaps you missed a comma?" are under the text.
    calls = [one for one in own if one.func is statement.expression] or nearest_to_carets(statement, own)
    if len(calls) != 1:
        return None
    call = calls[0]
    if isinstance(call.func, ast.Name) and hasattr(builtins, call.func.id):
        return None  # the function is meant, which a variable hides
    middle, end = statement.span(call.func)[1], statement.span(call)[1]
    between = statement.source.text[middle:end]
    sign = _sign_left_out(module, statement, call)
    if sign is not None:
        closed = re.match(r"(?:[ \t]*\))*(?=([ \t]*)\()", between)  # the parentheses of `(a + b)(c)`
        edit = TextEdit(middle + closed.end(), middle + closed.end(1), sign) if closed is not None else None
        outer = parents_in(statement.node).get(id(call))
        close = isinstance(outer, ast.BinOp) and outer.right is call and isinstance(outer.op, _AS_CLOSE)
        return Mend((edit,), sure=not (close and "*" in sign)) if edit is not None else None
    if isinstance(call.func, ast.Attribute) and not call.args and not call.keywords and between == "()":
        name = call.func.attr
        owners = [one for one in module.nodes if isinstance(one, ast.ClassDef) and name in members(one)]
        found = [one for owner in owners for one in methods(owner) if one.name == name]
        if owners and all(decorated_with(one, "property", "cached_property") for one in found):
            return Mend((TextEdit(middle, end, ""),))
        if not owners and name in _READ_ONLY.get(str(kind), ()):
            return Mend((TextEdit(middle, end, ""),))
        return None
    plain = bool(call.args) and not call.keywords and not spreads(call)
    plain = plain and not any(isinstance(one, ast.GeneratorExp) for one in call.args)
    if kind != "numpy.ndarray" and plain:  # a comma would make a tuple of it
        rest = statement.source.text[statement.span(call.args[0])[1] : end]
        plain = len(call.args) == 1 and "," not in re.sub(r"#[^\r\n]*", "", rest)
    if (
        kind in ("dict", "list", "tuple", "numpy.ndarray", "DataFrame")
        and plain
        and not isinstance(call.func, ast.Call)
        and between[:1] == "("
    ):
        return Mend((TextEdit(middle, middle + 1, "["), TextEdit(end - 1, end, "]")))
    return None


def _sign_left_out(module: Module, statement: Statement, call: ast.Call) -> str | None:
    """What is missing between a number or a text and the parentheses behind it."""
    node = call.func
    if not call.args or call.keywords or spreads(call):
        return None
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if _CONVERSION.search(node.value):
            return " % "
        return ".format" if _REPLACED.search(node.value) else None
    if len(call.args) != 1:
        return None
    if isinstance(node, ast.Constant):
        return " * " if isinstance(node.value, int | float) else None
    if isinstance(node, ast.BinOp):
        return " * "
    same = module.same(statement, node) if isinstance(node, ast.Name) and not hasattr(builtins, node.id) else None
    sources = reach(module, same) if isinstance(same, ast.Name) else None
    if not sources or isinstance(call.args[0], ast.Constant):
        return None  # `rate(2)`: an item may be meant
    numbers = all(
        (isinstance(one, ast.Constant) and type(one.value) in (int, float))
        or (isinstance(one, ast.Call) and getattr(one.func, "id", "") in ("int", "float"))
        for one in sources
    )
    return " * " if numbers else None


RECIPES = (
    Recipe("add-call", "Puts the parentheses behind a function whose result is meant.", add_call),
    Recipe(
        "drop-call",
        "Takes the parentheses off what is no function.",
        drop_call,
        unsure="The product may be meant as one operand: then parentheses go around it.",
    ),
)
