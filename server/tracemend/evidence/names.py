"""Facts about names: what is spelt nearly so, and where a name may come from. Only source is read."""

from __future__ import annotations

import ast
import builtins
import keyword
import re
import sys

from tracemend import lazy
from tracemend.evidence.fact import UNKNOWN, Fact, Finding, Inquiry
from tracemend.evidence.limits import short
from tracemend.evidence.printed import printed
from tracemend.evidence.similar import closest
from tracemend.evidence.syntax import accessed, dotted, is_bound
from tracemend.knowledge import tables
from tracemend.source.module import whole
from tracemend.source.place import Statement
from tracemend.source.scopes import names_bound
from tracemend.source.statement import own_parts
from tracemend.source.text import SourceText

_IDENTIFIER = lazy.regex(r"(?<![\w.])[^\W\d]\w*")
_TEXT = 400_000
"""How many characters of a file are read for names."""
_PARSED = 100_000
"""Files of more characters are not parsed for what binds a name."""
_SHORT = 4
"""Names of fewer letters are like too many others."""
_FIXTURES = lazy.regex(r"available fixtures: ([^\n]*)")
_TYPES = {
    name: getattr(builtins, name)
    for name in ("str", "list", "dict", "set", "tuple", "int", "float", "bytes", "bool", "frozenset")
}


def _name(inquiry: Inquiry) -> str | None:
    value = (inquiry.value or "").strip("'\"`")
    return value if value.isidentifier() and not keyword.iskeyword(value) else None


def identifiers(source: SourceText) -> set[str]:
    """The names that stand in a file, not those after a dot; words of comments and texts among them."""
    return set(_IDENTIFIER.findall(source.text[:_TEXT]))


def _has_value(name: str, source: SourceText) -> bool:
    """Whether something in the file binds the name: then it is spelt as it was meant."""
    text = source.text
    if len(text) > _PARSED or len(re.findall(rf"\b{re.escape(name)}\b", text)) < 2:
        return False
    module = whole(source)
    nodes = module.nodes if module is not None else ()
    return any(name in names_bound(node) or (isinstance(node, ast.arg) and node.arg == name) for node in nodes)


def suggested(inquiry: Inquiry, name: str) -> Finding:
    """What Python's own message proposes, which saw the names. It proposes far and short ones too: those are left."""
    near = inquiry.captures.get("similar")
    if near is None or len(name) < _SHORT or closest(name, [near]) is None:
        return UNKNOWN
    return Finding(True, f"Python's message names {short(near)}, which is spelt like {short(name)}.", {"similar": near})


def similar_name(inquiry: Inquiry) -> Finding:
    name = _name(inquiry)
    source = inquiry.place.source if inquiry.place else None
    if name is None:
        return UNKNOWN
    if source is None:
        return suggested(inquiry, name)
    candidates = identifiers(source) | {one for one in dir(builtins) if not one.startswith("_")}
    candidates.discard(name)
    if _has_value(name, source):
        return Finding(False, f"The file gives {short(name)} its value elsewhere, in the same spelling.")
    for _ in range(8):
        near = closest(name, (one for one in candidates if not keyword.iskeyword(one)))
        if near is None:
            break
        if is_bound(near, source):
            what = "a builtin" if hasattr(builtins, near) else "a name of this file"
            return Finding(True, f"{short(near)} is {what}; {short(name)} is not.", {"similar": near})
        candidates.discard(near)
    return Finding(False, f"No name of the file is spelt like {short(name)}.")


def similar_attribute(inquiry: Inquiry) -> Finding:
    attribute = inquiry.captures.get("attribute") or inquiry.value
    if not attribute or not attribute.isidentifier():
        return UNKNOWN
    type_name = inquiry.captures.get("type", "")
    known = _attributes(inquiry, _plain_type(type_name).rpartition(".")[2])
    if not known:
        return suggested(inquiry, attribute)
    near = closest(attribute, known)
    if near is None and inquiry.place is None and inquiry.context.origin != "here":
        return UNKNOWN  # the program's Python, or its library, may be another
    if near is None:
        return Finding(False, f"{short(type_name or 'It')} has no attribute spelt like {short(attribute)}.")
    seen = f"{short(type_name or 'It')} has the attribute {short(near)}, not {short(attribute)}."
    return Finding(True, seen, {"similar": near})


_LITERALS = (("Literal['", "str"), ('Literal["', "str"), ("Literal[b", "bytes"))
_WRITTEN = lazy.regex(r"(?:type\[)?(?P<name>[\w.]{1,200})(?:\[[^\n]{0,500}\])?\*?\]?")


def _plain_type(text: str) -> str:
    """The name in a type as a checker writes it: `Light` of `type[Light]`, `list` of `list[int]`, `Shop` of `Shop*`."""
    for begin, name in _LITERALS:
        if text.startswith(begin):
            return name
    found = _WRITTEN.fullmatch(text)
    return found["name"] if found else text


def _attributes(inquiry: Inquiry, type_name: str) -> set[str]:
    """The attributes of a builtin type, of a standard module that is loaded anyway, or of a class of this
    file."""
    if type_name in _TYPES:
        return {name for name in dir(_TYPES[type_name]) if not name.startswith("_")}
    module = inquiry.captures.get("module", "")
    if module in sys.stdlib_module_names and module in sys.modules:
        return {name for name in dir(sys.modules[module]) if not name.startswith("_")}
    source = inquiry.place.source if inquiry.place else None
    if source is None or not type_name.isidentifier():
        return set()
    head = rf"^([ \t]{{0,40}})class[ \t]{{1,9}}{re.escape(type_name)}\b[^\n]*\n"
    found = re.search(head, source.text, re.MULTILINE)
    if found is None:
        return set()
    further_left = re.compile(rf"^[ \t]{{0,{len(found[1])}}}[^\s#)\]}}]", re.MULTILINE)
    end = further_left.search(source.text, found.end())
    body = source.text[found.end() : end.start() if end else len(source.text)][:_TEXT]
    names = set(re.findall(r"^[ \t]{1,40}(?:async[ \t]{1,9})?def[ \t]{1,9}(\w+)", body, re.MULTILINE))
    names.update(re.findall(r"\bself\.(\w+)[ \t]{0,20}(?::|=(?!=))", body))
    names.update(re.findall(r"^[ \t]{1,40}(\w+)[ \t]{0,20}(?::|=(?!=))", body, re.MULTILINE))
    return {name for name in names if not name.startswith("__") and not keyword.iskeyword(name)}


_NAMED_ALIKE: dict[str, frozenset[str]] = {
    "datetime": frozenset(("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "UTC", "MINYEAR", "MAXYEAR")),
    "pprint": frozenset(("pprint", "pformat", "pp", "saferepr", "isreadable", "isrecursive", "PrettyPrinter")),
    "time": frozenset(),
    "glob": frozenset(),
    "copy": frozenset(),
    "bisect": frozenset(),
    "select": frozenset(),
    "fnmatch": frozenset(),
    "platform": frozenset(),
    "getpass": frozenset(),
    "timeit": frozenset(),
    "random": frozenset(),
    "array": frozenset(),
    "socket": frozenset(),
}
"""Modules with a function or class of their own name: called, that one is meant. What is taken of the name shows that
the module is meant where the function or class has no such attribute, or one that is of no use there
(`datetime.date.today()`). Source: https://docs.python.org/3/py-modindex.html"""


def _used(inquiry: Inquiry, name: str) -> str | None:
    """How the statement uses a name: the attribute that it takes of it, "called" where it calls it, else None."""
    statement = inquiry.place.statement if inquiry.place else None
    if statement is None:
        found = re.search(rf"(?<![\w.]){re.escape(name)}(?:\.([A-Za-z_]\w*)|\()", printed(inquiry) or "")
        return (found[1] or "called") if found else None
    used = None
    for part in own_parts(statement.node) if statement else ():
        if isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name) and part.value.id == name:
            return part.attr
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id == name:
            used = "called"
    return used


_CONSTANTS = ("pi", "ascii_letters", "ascii_lowercase", "ascii_uppercase")


def _is_plain(inquiry: Inquiry, name: str) -> bool:
    """Whether a small name that is not called stands where variables do: in no decorator, annotation or base class."""
    node = inquiry.place.statement.node if inquiry.place and inquiry.place.statement else None
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.AnnAssign)
    return name not in _CONSTANTS and not isinstance(node, kinds)


def _may_have(module: str, attribute: str) -> bool:
    """Whether a module of Python may have an attribute: false where it is loaded anyway and has none."""
    return module not in sys.modules or hasattr(sys.modules[module], attribute)


def name_is_module(inquiry: Inquiry) -> Finding:
    """Without the statement, that no table has the name says nothing: any library may."""
    found = _name_is_module(inquiry)
    seen = inquiry.place is not None and inquiry.place.statement is not None
    return found if seen or found.holds is not False else UNKNOWN


def _name_is_module(inquiry: Inquiry) -> Finding:
    name = _name(inquiry)
    if name is None:
        return UNKNOWN
    known = tables.imports_of_names().get(name)
    used = _used(inquiry, name)
    if name in _NAMED_ALIKE:
        inside = f"from {name} import {name}"
        known = inside if used == "called" else f"import {name}" if used in _NAMED_ALIKE[name] else known
    elif known is None and used == "called":
        return Finding(False, f"{short(name)} is called here; no well-known name for that is one of a module.")
    if known is not None and used is None and name.islower() and known.startswith("from ") and _is_plain(inquiry, name):
        return Finding(None, f"{short(name)} may be a variable; a name like that also comes from: {short(known)}.")
    if known is not None:
        words = known.split()
        module = words[1] if len(words) > 1 else name
        seen = f"{short(name)} usually comes from: {short(known)}."
        return Finding(True, seen, {"import": known, "module": module})
    if name in sys.stdlib_module_names and not name.startswith("_"):
        here = printed(inquiry) or (inquiry.place is not None and inquiry.place.statement is not None)
        if here and (used is None or not _may_have(name, used)):
            return Finding(False, f"{short(name)} is a module of Python, but is not used as one here.")
        seen = f"{short(name)} is a module of Python itself, not imported here."
        return Finding(True, seen, {"import": f"import {name}", "module": name})
    return Finding(False, f"{short(name)} is no well-known module or name of one.")


def similar_fixture(inquiry: Inquiry) -> Finding:
    name = _name(inquiry)
    text = "\n".join((inquiry.report.message, *inquiry.report.notes))
    found = _FIXTURES.search(text)
    if name is None or found is None:
        return UNKNOWN
    fixtures = {one.strip() for one in found[1].split(",")}
    near = closest(name, fixtures)
    if near is None:
        return Finding(False, f"No fixture that pytest offers is spelt like {short(name)}.")
    return Finding(True, f"pytest offers the fixture {short(near)}.", {"similar": near})


def value_is_called(inquiry: Inquiry) -> Finding:
    """`obj.method` used where `obj.method()` was meant: the accessed value is an attribute that is not
    called."""
    statement = inquiry.place.statement if inquiry.place else None
    value = accessed(statement) if statement else None
    if statement is None or value is None:
        return UNKNOWN
    if _is_called(statement, value):
        return Finding(False, f"{short(statement.text(value))} is called here.")
    text = dotted(value)
    if text is None:
        return UNKNOWN
    name = text.rpartition(".")[2]
    pattern = rf"^[ \t]{{0,40}}(?:async[ \t]{{1,9}})?def[ \t]{{1,9}}{re.escape(name)}\b"
    if re.search(pattern, statement.source.text, re.MULTILINE) is None:
        return UNKNOWN
    return Finding(True, f"{short(text)} is a function of this file.", {"function": text})


def _is_called(statement: Statement, value: ast.expr) -> bool:
    """Whether the value stands in a loop or an unpacking as the function of a call: it is the result that was used."""
    parts = own_parts(statement.node)
    return isinstance(value, ast.Call) or any(isinstance(part, ast.Call) and part.func is value for part in parts)


FACTS = (
    Fact(
        "similar-name",
        "Does the file, or Python itself, have a name of a similar spelling?",
        similar_name,
        ("name",),
        gives=("similar",),
        source_only=True,
        report_enough=True,
    ),
    Fact(
        "similar-attribute",
        "Has the type an attribute of a similar spelling?",
        similar_attribute,
        ("attribute",),
        gives=("similar",),
        source_only=True,
        report_enough=True,
    ),
    Fact(
        "name-is-module",
        "Is the name a module of Python itself, or does it usually come from one?",
        name_is_module,
        ("name",),
        gives=("import", "module"),
        source_only=True,
        report_enough=True,
    ),
    Fact(
        "similar-fixture",
        "Does pytest offer a fixture of a similar spelling?",
        similar_fixture,
        ("fixture", "name"),
        gives=("similar",),
        source_only=True,
    ),
    Fact(
        "is-function-of-file",
        "Is the value that was used itself a function of this file, which was not called?",
        value_is_called,
        gives=("function",),
        source_only=True,
    ),
)
