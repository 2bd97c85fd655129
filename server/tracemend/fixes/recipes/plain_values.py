"""What a function of Python is given in another form than it takes: `sort-key`, `type-itself`, `command-words`,
`byte-itself`.

- `sort-key`: `sorted(words, len)` becomes `sorted(words, key=len)`; a function of two parameters, which Python 2 took
  to compare, goes through `functools.cmp_to_key`.
- `type-itself`: `type="int"` of argparse becomes `type=int`.
- `command-words`: `run("ls", "-l")` becomes `run(["ls", "-l"])`.
- `byte-itself`: `ord(data[0])` of bytes becomes `data[0]`. Not sure of a name that no loop binds, nor of a list's item.

Sources: https://docs.python.org/3/howto/sorting.html,
https://docs.python.org/3/library/argparse.html#type, https://docs.python.org/3/library/subprocess.html#popen-constructor
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, is_text, keyword_of, text_of
from tracemend.fixes.toolkit.edits import in_parentheses
from tracemend.fixes.toolkit.failing import one_call, told
from tracemend.fixes.toolkit.imports import Imports
from tracemend.source.module import Module
from tracemend.source.reach import reach

_SORTED = lazy.regex(r"sorted expected 1 argument, got 2|sort\(\) takes no positional arguments")
_TYPE = lazy.regex(r"'(?P<name>int|float|str|complex|Path|Decimal)' is not callable")
_WORDS = lazy.regex(r"bufsize must be an integer")
_NUMBER = lazy.regex(r"ord\(\) expected (?:a character|string of length 1), but int found")
_STARTERS = frozenset(("run", "Popen", "call", "check_call", "check_output"))


def sort_key(request: Request) -> Mend | None:
    """`sorted(words, key=len)`."""
    at = told(request, _SORTED)
    method = request.report.first_line.startswith("sort()")
    call = one_call(at, "sort" if method else "sorted")
    if at is None or call is None or keyword_of(call, "key") is not None or len(call.args) != (1 if method else 2):
        return None
    given = call.args[-1]
    start, end = at.file.span(given)
    if in_parentheses(at.file, call, given):
        return None
    if isinstance(given, ast.Constant) and isinstance(given.value, bool):
        reverse = keyword_of(call, "reverse") is None
        return Mend((TextEdit(start, start, "reverse="),)) if reverse else None
    count = _parameters(at.file, given)
    if count == 1:
        return Mend((TextEdit(start, start, "key="),))
    if count != 2:
        return None
    imports = Imports(at.file.source)
    written = imports.find_name("functools", "cmp_to_key") or f"{imports.module('functools')}.cmp_to_key"
    return Mend((*imports.edits(), TextEdit(start, start, f"key={written}("), TextEdit(end, end, ")")))


def _parameters(file: Module, node: ast.expr) -> int | None:
    """How many arguments a function has to be given, where the code shows that it is one."""
    if isinstance(node, ast.Lambda):
        return _needed(node.args)
    if isinstance(node, ast.Call):
        return 1 if called(node) in ("itemgetter", "attrgetter", "methodcaller", "cmp_to_key") else None
    if isinstance(node, ast.Attribute):
        owner = node.value.id if isinstance(node.value, ast.Name) else ""
        return 1 if owner in ("str", "os", "bytes") or file.text(node.value) == "os.path" else None
    if not isinstance(node, ast.Name):
        return None
    scope = file.scope_of(node.id, node)
    bound = file.bindings(node.id, scope) if scope is not None else []
    function = bound[0].node if len(bound) == 1 else None
    if isinstance(function, ast.FunctionDef):
        return _needed(function.args)
    plain = ("len", "str", "int", "float", "abs", "repr", "ord", "sum", "max", "min", "tuple", "sorted", "type", "bool")
    if scope is None:
        return 1 if node.id in plain else None
    made = reach(file, node)
    lambdas = [one for one in made or () if isinstance(one, ast.Lambda)]
    return _parameters(file, lambdas[0]) if len(lambdas) == 1 == len(made or ()) else None


def _needed(arguments: ast.arguments) -> int | None:
    """How many arguments a function has to be given by position; None where it takes others too."""
    if arguments.vararg is not None or any(one is None for one in arguments.kw_defaults):
        return None
    return len(arguments.posonlyargs) + len(arguments.args) - len(arguments.defaults)


def type_itself(request: Request) -> Mend | None:
    """`type=int`."""
    at, kind = told(request, _TYPE), _TYPE.search(request.report.first_line)
    call = one_call(at, "add_argument")
    given = keyword_of(call, "type") if call is not None else None
    if at is None or kind is None or given is None or text_of(given.value) != kind["name"]:
        return None
    known = kind["name"] in ("int", "float", "str", "complex")
    if known == (at.file.scope_of(kind["name"], given.value) is not None):
        return None  # a name that the file makes otherwise, or one that it does not import
    return Mend((TextEdit(*at.file.span(given.value), kind["name"]),))


def command_words(request: Request) -> Mend | None:
    """`run(["ls", "-l"])`."""
    at = told(request, _WORDS)
    call = one_call(at, *_STARTERS)
    if at is None or call is None or len(call.args) < 2 or keyword_of(call, "shell") is not None:
        return None
    if not all(_is_word(at.file, one) and not in_parentheses(at.file, call, one) for one in call.args):
        return None
    several = " " in (text_of(call.args[0]) or "")
    start, end = at.file.span(call.args[0])[0], at.file.span(call.args[-1])[1]
    return Mend((TextEdit(start, start, "["), TextEdit(end, end, "]")), sure=not several)


def _is_word(file: Module, node: ast.expr) -> bool:
    if isinstance(node, ast.Attribute) and file.text(node) == "sys.executable":
        return True
    if isinstance(node, ast.Call):
        return called(node) in ("str", "Path", "fspath", "join")
    return all(is_text(one) or (one is not node and _is_word(file, one)) for one in reach(file, node) or [node])


def byte_itself(request: Request) -> Mend | None:
    """`data[0]` for `ord(data[0])`."""
    at = told(request, _NUMBER)
    call = one_call(at, "ord")
    if at is None or call is None or len(call.args) != 1 or call.keywords or isinstance(call.args[0], ast.Constant):
        return None
    file, given = at.file, call.args[0]
    start, end = file.span(call)
    first, last = file.span(given)
    if "#" in file.source.text[start:first] + file.source.text[last:end] or not isinstance(
        given, ast.Name | ast.Subscript
    ):
        return None
    if file.source.text[start:first].count("(") > 1:
        return None
    sure = _may_be_byte(file, given) if isinstance(given, ast.Subscript) else _is_item(file, given)
    return Mend((TextEdit(start, first, ""), TextEdit(last, end, "")), sure=sure)


def _may_be_byte(file: Module, item: ast.Subscript) -> bool:
    """Whether nothing shows that an item is one of a list of numbers, of which the character may be wanted."""
    sources = reach(file, item.value) or []
    numbers = (ast.List, ast.Tuple, ast.ListComp, ast.Dict)
    return not any(
        isinstance(one, numbers) or (isinstance(one, ast.Call) and called(one) in ("list", "range")) for one in sources
    )


def _is_item(file: Module, name: ast.Name) -> bool:
    """Whether a name is bound by a loop: the item of what it goes over."""
    scope = file.scope_of(name.id, name)
    loops = [
        part
        for outer in file.around(name)
        if isinstance(outer, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp)
        for part in outer.generators
    ]
    every = [*loops, *(one.node for one in (file.bindings(name.id, scope) if scope is not None else ()))]
    ranges = ("range", "enumerate")
    return any(
        isinstance(one, ast.For | ast.comprehension)
        and isinstance(one.target, ast.Name)
        and one.target.id == name.id
        and not (isinstance(one.iter, ast.Call) and called(one.iter) in ranges)
        for one in every
    )


RECIPES = (
    Recipe("sort-key", "Names the function that is sorted by.", sort_key),
    Recipe("type-itself", "Gives the option its type in place of the type's name.", type_itself),
    Recipe("command-words", "Puts the words of a command into a list.", command_words,
           unsure="The first word has a blank: the rest of it may be words of their own."),
    Recipe("byte-itself", "Takes the byte as the number that it is.", byte_itself,
           unsure="The character of a number may be wanted: chr()."),
)  # fmt: skip
