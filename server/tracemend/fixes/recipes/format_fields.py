"""`format-field`: mend a template of `str.format`, `format_map` or `string.Template` that asks for what is not given.

- A field that is a slip of the one name that is given and not used: `"{nmae}".format(name=...)` gets `{name}`.
- Braces that are text (JSON, CSS, LaTeX) in a template: all but the fields that are given are doubled.

The template has to be a literal, written once or reached by its name, without escapes that hold braces. Does not apply
where the values come from elsewhere (`**options` that the file does not show).

Source: https://docs.python.org/3/library/string.html#format-string-syntax
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.evidence.similar import closest, slip_of
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called
from tracemend.fixes.toolkit.failing import failing
from tracemend.fixes.toolkit.mappings import keys_of
from tracemend.source.module import Module
from tracemend.source.reach import reach

_FIELD = r"(?<!\{)\{%s(?=[}!:.\[])"
_NAMED = lazy.regex(r"\{([A-Za-z_]\w*)(?=[}!:.\[])")
_PLACEHOLDER = r"(?<!\$)\$(?:\{%s\}|%s\b)"
_PLACEHOLDERS = lazy.regex(r"\$\{?([A-Za-z_]\w*)")
_METHODS = ("format", "format_map", "substitute")


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at = failing(request)
    try:
        missing = ast.literal_eval(request.report.first_line)
    except (ValueError, SyntaxError):
        return None
    if at is None or not isinstance(missing, str):
        return None
    calls = [one for one in at.parts(ast.Call) if called(one) in _METHODS and isinstance(one.func, ast.Attribute)]
    if len(calls) != 1 or not isinstance(calls[0].func, ast.Attribute):
        return None
    call, base = calls[0], calls[0].func.value
    given = _given(at.file, call)
    sources = reach(at.file, base) or []
    template = sources[0] if len(sources) == 1 else None
    placeholders = called(call) == "substitute"
    if placeholders and isinstance(template, ast.Call) and called(template) == "Template" and len(template.args) == 1:
        inner = reach(at.file, template.args[0]) or []
        template = inner[0] if len(inner) == 1 else None
    if given is None or not isinstance(template, ast.Constant) or not isinstance(template.value, str):
        return None
    if _several(at.file, template, base):
        return None
    if missing.isidentifier():
        return _renamed(at.file, template, missing, given, placeholders)
    return None if placeholders else _doubled(at.file, template, given, len(call.args))


def _given(file: Module, call: ast.Call) -> set[str] | None:
    """The names that the template is given; None where the file does not show them all."""
    if any(isinstance(arg, ast.Starred) for arg in call.args):
        return None
    names = {one.arg for one in call.keywords if one.arg is not None}
    spread = [one.value for one in call.keywords if one.arg is None]
    if called(call) != "format":
        spread += call.args
    for one in spread:
        keys = keys_of(file, one)
        if not keys or not all(key.known and isinstance(key.value, str) for key in keys):
            return None
        names |= {str(key.value) for key in keys}
    return names


def _several(file: Module, template: ast.expr, base: ast.expr) -> bool:
    """Whether a template with a name is used in more than the one place, which may give it something else."""
    if template is base or not isinstance(base, ast.Name):
        return False
    scope = file.scope_of(base.id, base)
    return scope is None or len(file.uses(base.id, scope)) != 1


def _renamed(file: Module, node: ast.Constant, missing: str, given: set[str], placeholders: bool) -> Mend | None:
    """The misspelt field as the one name that no field asks for."""
    start, end = file.span(node)
    text = file.source.text[start:end]
    used = set((_PLACEHOLDERS if placeholders else _NAMED).findall(text))
    free = sorted(given - used)
    name = closest(missing, free) or slip_of(missing, free)
    if name is None:
        return None
    word = re.escape(missing)
    pattern = _PLACEHOLDER % (word, word) if placeholders else _FIELD % word
    edits = []
    for found in re.finditer(pattern, text):
        at = start + found.start() + found[0].index(missing)
        edits.append(TextEdit(at, at + len(missing), name))
    return Mend(tuple(edits)) if edits else None


def _doubled(file: Module, node: ast.Constant, given: set[str], positional: int) -> Mend | None:
    """All braces doubled but those of the fields that are given."""
    start, end = file.span(node)
    text = file.source.text[start:end]
    if "\\N{" in text or "{{" in text.replace("{{}}", "") or "\\x7" in text or "\\u007" in text:
        return None
    kinds = [rf"(?:{'|'.join(map(re.escape, sorted(given, key=len, reverse=True)))})"] if given else []
    if positional:
        kinds.append(r"\d*")
    if not kinds:
        return None
    field = re.compile(rf"\{{(?:{'|'.join(kinds)})(?:[.\[][^{{}}\n]*)?(?:![rsa])?(?::[^{{}}\n\"' ]*)?\}}")
    fields = [found.span() for found in field.finditer(text)]
    empty = [one for one in fields if one[1] - one[0] == 2]
    if not fields or (empty and len(empty) != positional):
        return None
    edits = []
    for index, sign in enumerate(text):
        if sign in "{}" and not any(begin <= index < stop for begin, stop in fields):
            edits.append(TextEdit(start + index, start + index, sign))
    return Mend(tuple(edits)) if edits else None


RECIPES = (Recipe("format-field", "Names the field that is given, or doubles the braces that are text.", apply),)
