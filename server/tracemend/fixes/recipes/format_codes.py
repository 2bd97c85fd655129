"""`format-as-text`: a value that takes no format is written as text first: `{path!s:>20}`.

For lists, tuples, sets, dictionaries, spans of time and paths, and for None, where the format is an alignment and a
width alone. Not sure for None: another text may be meant in its place. Does not apply to bytes, nor where the format is
one of numbers or the place is not the only one that may be meant.

Source: https://docs.python.org/3/library/string.html#format-specification-mini-language
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import stands
from tracemend.fixes.toolkit.failing import Failing, told
from tracemend.fixes.toolkit.nones import origins
from tracemend.source.module import Module

_TOLD = lazy.regex(r"unsupported format string passed to (?P<type>[\w.]+)\.__format__")
_AS_TEXT = frozenset(("list", "tuple", "set", "frozenset", "dict", "timedelta", "PosixPath", "WindowsPath", "Path"))
_WIDTH = lazy.regex(r"(?:.?[<>^])?\d*s?")
_FIELD = lazy.regex(r"\{(?P<name>[^{}!:]*):(?P<spec>[^{}]*)\}")
_KINDS: dict[str, tuple[type[ast.AST], ...]] = {
    "list": (ast.List, ast.ListComp),
    "tuple": (ast.Tuple,),
    "set": (ast.Set, ast.SetComp),
    "dict": (ast.Dict, ast.DictComp),
}


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at, found = told(request, _TOLD), _TOLD.search(request.report.first_line)
    kind = found["type"].rpartition(".")[2] if found is not None else ""
    if at is None or (kind not in _AS_TEXT and kind != "NoneType"):
        return None
    places = [*_in_f_strings(at, kind), *_in_templates(at)]
    if len(places) != 1:
        return None
    return Mend((TextEdit(places[0], places[0], "!s"),), sure=kind != "NoneType")


def _in_f_strings(at: Failing, kind: str) -> list[int]:
    """Where `!s` can stand in the f-strings of the statement: behind the values that may be of the type."""
    texts = at.parts(ast.JoinedStr)  # before Python 3.12 all parts of one have its place
    inside = [part for one in texts for part in one.values if isinstance(part, ast.FormattedValue)]
    # Since then the carets name the value in it, whose own format is a text as well.
    fields = _with_width(inside) or _with_width(at.parts(ast.FormattedValue))
    shown = [one for one in fields if _is_of(at.file, one.value, kind)]
    places = []
    for one in shown or fields:
        end = at.file.span(one.value)[1]
        rest = re.match(r"[ \t)]*(?=:)", at.file.source.text[end:])
        if rest is None or not stands(at.file.statement(one.value), one.value):
            return []
        places.append(end + rest.end())
    return places


def _with_width(values: list[ast.FormattedValue]) -> list[ast.FormattedValue]:
    every = {id(one): one for one in values}.values()
    return [one for one in every if one.conversion == -1 and one.format_spec and _is_width(one.format_spec)]


def _is_width(spec: ast.expr) -> bool:
    """Whether a format is an alignment and a width, which may be a value."""
    text = "".join(
        str(one.value) if isinstance(one, ast.Constant) else "1" for one in getattr(spec, "values", [ast.Constant(".")])
    )
    return _WIDTH.fullmatch(text) is not None


def _is_of(file: Module, node: ast.expr, kind: str) -> bool:
    """Whether the file shows that a value is of the type."""
    made = origins(file, node)
    if kind == "NoneType":
        return bool(made) and all(isinstance(one, ast.Constant) and one.value is None for one in made)
    if kind in _KINDS:
        return bool(made) and all(isinstance(one, _KINDS[kind]) for one in made)
    return False


def _in_templates(at: Failing) -> list[int]:
    """Where `!s` can stand in `"{:>9}".format(...)`."""
    places = []
    for call in at.parts(ast.Call):
        template = call.func.value if isinstance(call.func, ast.Attribute) and call.func.attr == "format" else None
        if isinstance(template, ast.Constant) and isinstance(template.value, str):
            start, end = at.file.span(template)
            written = at.file.source.text[start:end]
            for found in _FIELD.finditer(written):
                if _WIDTH.fullmatch(found["spec"]) and found["spec"]:
                    places.append(start + found.end("name"))
    return places


RECIPES = (
    Recipe(
        "format-as-text",
        "Writes a value that takes no format as text first.",
        apply,
        unsure="Another text may be meant where there is no value.",
    ),
)
