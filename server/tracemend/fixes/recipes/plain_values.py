"""What a function or method of Python is given in another form than it takes, part two: `endings-tuple`, `letters`,
`joined-texts`, `written-text`, `sort-key`, `type-itself`, `command-words`, `byte-itself`, `dotted-suffix`.

- `endings-tuple`: `name.endswith([".a", ".b"])` becomes `name.endswith((".a", ".b"))`; of what is no display a tuple
  is made.
- `letters`: `word.split("")` becomes `list(word)`. Not sure where the code speaks of words or lines.
- `joined-texts`: `sum(words, "")` becomes `"".join(words)`.
- `written-text`: `file.write(12)` becomes `file.write(str(12))` for numbers, dates and paths.
- `sort-key`: `sorted(words, len)` becomes `sorted(words, key=len)`; a function of two parameters, which Python 2 took
  to compare, goes through `functools.cmp_to_key`.
- `type-itself`: `type="int"` of argparse becomes `type=int`.
- `command-words`: `run("ls", "-l")` becomes `run(["ls", "-l"])`.
- `byte-itself`: `ord(data[0])` of bytes becomes `data[0]`. Not sure where nothing shows that they are bytes.
- `dotted-suffix`: `with_suffix("txt")` becomes `with_suffix(".txt")`.

Sources: https://docs.python.org/3/library/stdtypes.html#str.endswith, https://docs.python.org/3/howto/sorting.html,
https://docs.python.org/3/library/argparse.html#type, https://docs.python.org/3/library/subprocess.html#popen-constructor
"""

from __future__ import annotations

import ast
import re

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, is_text, keyword_of, spreads, text_of
from tracemend.fixes.toolkit.displays import as_tuple, wrap
from tracemend.fixes.toolkit.failing import Failing, told
from tracemend.fixes.toolkit.imports import Imports
from tracemend.source.module import Module
from tracemend.source.reach import reach
from tracemend.source.scopes import parameter_names

_ENDINGS = re.compile(
    r"(?P<name>startswith|endswith) first arg must be (?:str|bytes) or a tuple of (?:str|bytes), not"
    r" (?:list|set|frozenset|dict_keys|dict_values|generator|map|filter)\b"
)
_EMPTY = re.compile(r"empty separator")
_SUMMED = re.compile(r"sum\(\) can't sum (?:strings|bytes)")
_WRITTEN = re.compile(
    r"(?:write\(\) argument must be str, not|string argument expected, got) '?(?:\w+\.)*"
    r"(?:int|float|bool|complex|Decimal|Fraction|date|datetime|timedelta|UUID|PosixPath|WindowsPath)\b"
)
_SORTED = re.compile(r"sorted expected 1 argument, got 2|sort\(\) takes no positional arguments")
_TYPE = re.compile(r"'(?P<name>int|float|str|complex|Path|Decimal)' is not callable")
_WORDS = re.compile(r"bufsize must be an integer")
_NUMBER = re.compile(r"ord\(\) expected (?:a character|string of length 1), but int found")
_SUFFIX = re.compile(r"Invalid suffix '(?P<suffix>\w+)'")
_STARTERS = frozenset(("run", "Popen", "call", "check_call", "check_output"))
_OF_WORDS = re.compile(
    r"(?:\A|_)(?:line|lines|row|sentence|text|words?_list|words|parts|fields|columns|tokens|values|names)\Z"
)
_WORDY = frozenset(("input", "readline", "read", "strip", "readlines"))


def _one_call(at: Failing | None, *names: str) -> ast.Call | None:
    """The statement's one call of a function of these names that could be meant."""
    found = at.parts(ast.Call, lambda call: called(call) in names and not spreads(call)) if at is not None else []
    return found[0] if len(found) == 1 else None


def endings_tuple(request: Request) -> Mend | None:
    """`endswith((".a", ".b"))`."""
    at, kind = told(request, _ENDINGS), _ENDINGS.search(request.report.first_line)
    call = _one_call(at, kind["name"]) if kind is not None else None
    if at is None or call is None or not isinstance(call.func, ast.Attribute) or not call.args:
        return None
    given = call.args[0]
    if isinstance(given, ast.List):
        return (
            Mend(tuple(as_tuple(at.file, given))) if not any(isinstance(one, ast.List) for one in given.elts) else None
        )
    if isinstance(given, ast.Tuple | ast.Constant) or (isinstance(given, ast.Call) and called(given) == "tuple"):
        return None
    if isinstance(given, ast.GeneratorExp) and at.file.span(given)[1] == at.file.span(call)[1]:
        start, end = at.file.span(given)  # its parentheses are the call's
        return Mend((TextEdit(start + 1, start + 1, "tuple("), TextEdit(end - 1, end - 1, ")")))
    return Mend(tuple(wrap(at.file, given, "tuple")))


def letters(request: Request) -> Mend | None:
    """`list(word)`."""
    at = told(request, _EMPTY)
    call = _one_call(at, "split", "rsplit")
    if at is None or call is None or not isinstance(call.func, ast.Attribute) or len(call.args) != 1 or call.keywords:
        return None
    if text_of(call.args[0]) != "" or (isinstance(call.func.value, ast.Constant) and call.func.value.value == ""):
        return None
    file, owner = at.file, call.func.value
    start, end = file.span(call)
    first, last = file.span(owner)
    text = file.source.text
    close = re.match(r"[\s)]*?(?=\s*\.)", text[last:end]) if first > start else None
    if "#" in text[last:end] or file.scope_of("list", call) is not None:
        return None
    sure = not _is_wordy(file, call, owner)
    if first > start and close is not None:  # (a + b).split("")
        after = text.index(")", last) + 1
        return Mend((TextEdit(start, start, "list"), TextEdit(after, end, "")), sure=sure) if after <= end else None
    return Mend((TextEdit(start, start, "list("), TextEdit(last, end, ")")), sure=sure)


def _is_wordy(file: Module, call: ast.Call, owner: ast.expr) -> bool:
    """Whether the code speaks of words or lines, or takes several parts: another separator may be missing."""
    outer = file.parents.get(id(call))
    if isinstance(outer, ast.Call) and called(outer) in ("reversed", "join", "set", "Counter", "shuffle"):
        return False  # what is done with letters
    sources = reach(file, owner) or [owner]
    for one in sources:
        if isinstance(one, ast.Call) and called(one) in _WORDY:
            return True
        if re.search(r"[\s,;]", (text_of(one) or "").strip()):
            return True
    targets = outer.targets if isinstance(outer, ast.Assign) else [outer.target] if isinstance(outer, ast.For) else []
    names = [*targets, owner]
    return any(
        isinstance(one, ast.Tuple) or (isinstance(one, ast.Name) and _OF_WORDS.search(one.id) is not None)
        for one in names
    ) or (isinstance(outer, ast.Subscript) and not isinstance(outer.slice, ast.Slice))


def joined_texts(request: Request) -> Mend | None:
    """`"".join(words)`."""
    at = told(request, _SUMMED)
    call = _one_call(at, "sum")
    if at is None or call is None or not isinstance(call.func, ast.Name) or len(call.args) + len(call.keywords) != 2:
        return None
    start = keyword_of(call, "start")
    empty = start.value if start is not None else call.args[-1]
    if not isinstance(empty, ast.Constant) or empty.value not in ("", b"") or not call.args:
        return None
    begin, end = at.file.span(start or empty)
    stop = at.file.span(call.args[0])[1]
    between = at.file.source.text[stop:begin]
    if between.strip(" \t\r\n") != ",":
        return None
    name = at.file.span(call.func)
    return Mend((TextEdit(*name, f"{at.file.text(empty)}.join"), TextEdit(stop, end, "")))


def written_text(request: Request) -> Mend | None:
    """`file.write(str(number))`."""
    at = told(request, _WRITTEN)
    call = _one_call(at, "write")
    if at is None or call is None or len(call.args) != 1 or call.keywords or at.file.scope_of("str", call) is not None:
        return None
    if is_text(call.args[0]) or isinstance(call.args[0], ast.GeneratorExp | ast.NamedExpr | ast.Lambda):
        return None
    if isinstance(call.args[0], ast.Call) and called(call.args[0]) == "str":
        return None
    start, end = at.file.span(call.args[0])
    return Mend((TextEdit(start, start, "str("), TextEdit(end, end, ")")))


def sort_key(request: Request) -> Mend | None:
    """`sorted(words, key=len)`."""
    at = told(request, _SORTED)
    method = request.report.first_line.startswith("sort()")
    call = _one_call(at, "sort" if method else "sorted")
    if at is None or call is None or keyword_of(call, "key") is not None or len(call.args) != (1 if method else 2):
        return None
    given = call.args[-1]
    start, end = at.file.span(given)
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
        return len(parameter_names(node)) - len(node.args.defaults)
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
        return len(parameter_names(function)) - len(function.args.defaults)
    plain = ("len", "str", "int", "float", "abs", "repr", "ord", "sum", "max", "min", "tuple", "sorted", "type", "bool")
    if scope is None:
        return 1 if node.id in plain else None
    made = reach(file, node)
    lambdas = [one for one in made or () if isinstance(one, ast.Lambda)]
    return _parameters(file, lambdas[0]) if len(lambdas) == 1 == len(made or ()) else None


def type_itself(request: Request) -> Mend | None:
    """`type=int`."""
    at, kind = told(request, _TYPE), _TYPE.search(request.report.first_line)
    call = _one_call(at, "add_argument")
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
    call = _one_call(at, *_STARTERS)
    if at is None or call is None or len(call.args) < 2 or keyword_of(call, "shell") is not None:
        return None
    if not all(_is_word(at.file, one) for one in call.args):
        return None
    start, end = at.file.span(call.args[0])[0], at.file.span(call.args[-1])[1]
    return Mend((TextEdit(start, start, "["), TextEdit(end, end, "]")))


def _is_word(file: Module, node: ast.expr) -> bool:
    if isinstance(node, ast.Attribute) and file.text(node) == "sys.executable":
        return True
    if isinstance(node, ast.Call):
        return called(node) in ("str", "Path", "fspath", "join")
    return all(is_text(one) or (one is not node and _is_word(file, one)) for one in reach(file, node) or [node])


def byte_itself(request: Request) -> Mend | None:
    """`data[0]` for `ord(data[0])`."""
    at = told(request, _NUMBER)
    call = _one_call(at, "ord")
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
    sure = isinstance(given, ast.Subscript) or _is_item(file, given)
    return Mend((TextEdit(start, first, ""), TextEdit(last, end, "")), sure=sure)


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


def dotted_suffix(request: Request) -> Mend | None:
    """`with_suffix(".txt")`."""
    at, kind = told(request, _SUFFIX), _SUFFIX.search(request.report.first_line)
    call = _one_call(at, "with_suffix")
    if at is None or kind is None or call is None or len(call.args) != 1:
        return None
    made = reach(at.file, call.args[0])
    given = made[0] if made is not None and len(made) == 1 else None
    if given is None or text_of(given) != kind["suffix"] or kind["suffix"].startswith("_"):
        return None
    if given is not call.args[0]:  # the name may be used as it is elsewhere
        start, end = at.file.span(call.args[0])
        if not isinstance(call.args[0], ast.Name):
            return None
        return Mend((TextEdit(start, end, f'f".{{{call.args[0].id}}}"'),))
    start, end = at.file.span(given)
    opening = re.match(r"[rRuU]?(?:'''|\"\"\"|'|\")", at.file.source.text[start:end])
    return Mend((TextEdit(start + opening.end(), start + opening.end(), "."),)) if opening is not None else None


RECIPES = (
    Recipe("endings-tuple", "Makes a tuple of the beginnings or endings.", endings_tuple),
    Recipe("letters", "Makes a list of a text's characters.", letters,
           unsure="Words may be wanted, or another separator."),
    Recipe("joined-texts", "Joins texts.", joined_texts),
    Recipe("written-text", "Writes a value as text.", written_text),
    Recipe("sort-key", "Names the function that is sorted by.", sort_key),
    Recipe("type-itself", "Gives the option its type in place of the type's name.", type_itself),
    Recipe("command-words", "Puts the words of a command into a list.", command_words),
    Recipe("byte-itself", "Takes the byte as the number that it is.", byte_itself,
           unsure="The character of a number may be wanted: chr()."),
    Recipe("dotted-suffix", "Writes the dot of a path's suffix.", dotted_suffix),
)  # fmt: skip
