"""How a class of pydantic is written: `model-arbitrary`, `model-name`, `model-root`, `model-one-config`, `typed-dict`.

- `model-arbitrary`: `arbitrary_types_allowed` for a class that pydantic does not know; `Any` and `Callable` for the
  built-in functions `any` and `callable`. Not sure for a class of the file that only has annotations: a model is meant.
- `model-name`: the class in a quoted annotation as it is called; an import that stands under TYPE_CHECKING out of it
  (sure for other distributions' modules: one of the workspace may import this one).
- `model-root`: RootModel and `root` for `__root__`.
- `model-one-config`: what `class Config` sets, in `model_config`.
- `typed-dict`: TypedDict from typing_extensions, which pydantic brings along, for that of typing.

Sources: https://docs.pydantic.dev/latest/errors/usage_errors/, https://docs.pydantic.dev/latest/migration/
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.evidence.similar import slip_of
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, text_of
from tracemend.fixes.toolkit.edits import add_keyword
from tracemend.fixes.toolkit.failing import failing
from tracemend.fixes.toolkit.imports import Imports
from tracemend.fixes.toolkit.model_config import MAKERS, RENAMED_SETTINGS, config_of, fields_of, with_setting
from tracemend.fixes.toolkit.workspace import module_file
from tracemend.source.module import Module
from tracemend.source.scopes import names_bound

_UNKNOWN_TYPE = lazy.regex(r"Unable to generate pydantic-core schema for <(?:class '(?P<type>[\w.<>]+)'|"
                           r"built-in function (?P<function>any|callable))>\. ")  # fmt: skip
_NOT_DEFINED = lazy.regex(
    r"`(?P<model>\w+)` is not fully defined; you should define `(?P<name>\w+)`|name '(?P<undefined>\w+)' is not defined"
)
_MEANT = {"any": ("typing", "Any"), "callable": ("collections.abc", "Callable")}


def arbitrary(request: Request) -> Mend | None:
    """`model_config = ConfigDict(arbitrary_types_allowed=True)`; `Any` for `any`."""
    at, found = failing(request), _UNKNOWN_TYPE.match(request.report.first_line)
    if at is None or found is None or not isinstance(at.node, ast.ClassDef):
        return None
    file, fields = at.file, fields_of(at.node).values()
    wanted = found["function"] or found["type"].rpartition(".")[2]
    uses = [
        part
        for one in fields
        for part in ast.walk(one.annotation)
        if isinstance(part, ast.Name | ast.Attribute) and (dotted(part) or "").rpartition(".")[2] == wanted
    ]
    if not uses:
        return None
    if found["function"]:
        imports = Imports(file.source)
        written = imports.name(*_MEANT[wanted])
        return Mend((*imports.edits(), *(TextEdit(*file.span(one), written) for one in uses)))
    edits = with_setting(file, at.node, "arbitrary_types_allowed")
    own = file.class_named(wanted)
    plain = own is not None and all(isinstance(one, ast.AnnAssign | ast.Expr | ast.Pass) for one in own.body)
    return Mend(edits, sure=not plain) if edits is not None else None


def model_name(request: Request) -> Mend | None:
    """`part: "Part"` for `part: "Prat"`, and an import that pydantic has to find at run time."""
    at, found = failing(request), _NOT_DEFINED.match(request.report.first_line)
    if at is None or found is None:
        return None
    file, name = at.file, found["name"] or found["undefined"]
    if file.bindings(name, file.tree):
        return _out_of_block(request, file, name)
    model = file.class_named(found["model"]) if found["model"] else None
    known = {one.name for one in file.tree.body if isinstance(one, ast.ClassDef)}
    known |= {bound for one in file.tree.body if isinstance(one, ast.ImportFrom) for bound in names_bound(one)}
    to = slip_of(name, sorted(known - {name}))
    edits = []
    for field in fields_of(model).values() if model is not None else ():
        for part in ast.walk(field.annotation):
            start, end = file.span(part) if isinstance(part, ast.Name | ast.Constant) else (0, 0)
            hits = re.finditer(rf"\b{re.escape(name)}\b", file.source.text[start:end])
            if isinstance(part, ast.Name) or text_of(part) is not None:
                edits += [TextEdit(start + hit.start(), start + hit.end(), to or "") for hit in hits]
    return Mend(tuple(edits)) if edits and to is not None else None


def _out_of_block(request: Request, file: Module, name: str) -> Mend | None:
    """The import as a line of the file's own, and its block away where nothing else stands in it."""
    for block in file.tree.body:
        if not isinstance(block, ast.If) or (dotted(block.test) or "").rpartition(".")[2] != "TYPE_CHECKING":
            continue
        line = next((one for one in block.body if isinstance(one, ast.ImportFrom) and name in names_bound(one)), None)
        if line is None or line.module is None or len(line.names) != 1 or line.names[0].asname or block.orelse:
            return None
        imports = Imports(file.source)
        source = file.source
        first = source.position(file.span(line)[0])[0]
        last = source.position(file.span(line)[1])[0]
        if len(block.body) == 1:
            first = block.lineno
            while (
                not source.line(last + 1).strip()
                and last + 1 <= source.line_count
                and not source.line(first - 1).strip()
            ):
                last += 1
        start, end = source.offset(first, 0), source.offset(last + 1, 0)
        if source.text[start:end].count("#"):
            return None
        imports.name("." * line.level + line.module, name)
        own = request.place.file
        near = line.level > 0 or (own is not None and module_file(line.module, own, request.context) is not None)
        return Mend((*imports.edits(), TextEdit(start, end, "")), sure=not near)
    return None


def root(request: Request) -> Mend | None:
    """`class Items(RootModel): root: list[int]`."""
    at = failing(request) if "rather than a field called '__root__'" in request.report.first_line else None
    if at is None or not isinstance(at.node, ast.ClassDef):
        return None
    file, imports, edits = at.file, Imports(at.file.source), list[TextEdit]()
    for model in file.nodes:
        field = fields_of(model).get("__root__") if isinstance(model, ast.ClassDef) else None
        if field is None or not isinstance(model, ast.ClassDef):
            continue
        if len(fields_of(model)) > 1 or len(model.bases) != 1 or (dotted(model.bases[0]) or "")[-9:] != "BaseModel":
            return None
        edits.append(TextEdit(*file.span(model.bases[0]), imports.name("pydantic", "RootModel")))
        edits.append(TextEdit(*file.span(field.target), "root"))
    for one in file.nodes:
        if isinstance(one, ast.Attribute) and one.attr == "__root__":
            end = file.span(one)[1]
            edits.append(TextEdit(end - len("__root__"), end, "root"))
        elif isinstance(one, ast.keyword) and one.arg == "__root__":
            start = file.span(one)[0]
            edits.append(TextEdit(start, start + len("__root__"), "root"))
        elif text_of(one) == "__root__":
            return None
    return Mend((*imports.edits(), *edits))


def one_config(request: Request) -> Mend | None:
    """The settings of `class Config` as arguments of `ConfigDict(...)`."""
    at = failing(request) if '"Config" and "model_config" cannot be used' in request.report.first_line else None
    if at is None or not isinstance(at.node, ast.ClassDef):
        return None
    file, made = at.file, config_of(at.node)
    own = next((one for one in at.node.body if isinstance(one, ast.ClassDef) and one.name == "Config"), None)
    if own is None or not isinstance(made, ast.Call) or called(made) not in MAKERS or own.bases or own.decorator_list:
        return None
    words = []
    for one in own.body:
        target = one.targets[0] if isinstance(one, ast.Assign) and len(one.targets) == 1 else None
        name = RENAMED_SETTINGS.get(target.id, target.id) if isinstance(target, ast.Name) else ""
        text = file.text(one.value) if isinstance(one, ast.Assign) else ""
        bare = isinstance(one, ast.Assign) and isinstance(one.value, ast.Tuple) and not text.startswith("(")
        if not text or not name or bare or keyword_of(made, name):
            return None
        words.append(f"{name}={text}")
    source = file.source
    first, last = own.lineno, own.end_lineno or own.lineno
    start = source.offset(first, 0)
    if not source.line(last + 1).strip() and last < source.line_count:
        last += 1
    end = source.offset(last + 1, 0)
    if "#" in source.text[start:end] or "\n" in "".join(words) or first == own.body[0].lineno:
        return None
    return Mend((add_keyword(file.statement(made), made, ", ".join(words)), TextEdit(start, end, "")))


def typed_dict(request: Request) -> Mend | None:
    """`from typing_extensions import TypedDict`."""
    at = failing(request) if "`typing_extensions.TypedDict` instead of" in request.report.first_line else None
    if at is None:
        return None
    file = at.file
    lines = [
        one
        for one in file.tree.body
        if isinstance(one, ast.ImportFrom) and one.module == "typing" and "TypedDict" in names_bound(one)
    ]
    if len(lines) != 1 or any(one.name == "TypedDict" and one.asname for one in lines[0].names):
        return None
    start, end = file.span(lines[0])
    text = file.source.text[start:end]
    if "\n" in text or "(" in text:
        return None
    imports = Imports(file.source)
    if len(lines[0].names) == 1:
        return Mend((TextEdit(start, end, text.replace("typing", "typing_extensions", 1)),))
    head, _, names = text.partition(" import ")
    kept = ", ".join(one.strip() for one in names.split(",") if one.strip() != "TypedDict")
    imports.name("typing_extensions", "TypedDict", "TypedDict")
    return Mend((*imports.edits(), TextEdit(start, end, f"{head} import {kept}")))


RECIPES = (
    Recipe(
        "model-arbitrary",
        "Lets a field be of a class that pydantic does not know.",
        arbitrary,
        unsure="The class has nothing but annotations: it may have been meant to be a model itself.",
    ),
    Recipe(
        "model-name",
        "Names a class as it is called, where pydantic finds it.",
        model_name,
        unsure="The module may import this one: then the import has to stay, and the model is rebuilt later.",
    ),
    Recipe("model-root", "Makes a RootModel of a model with __root__.", root),
    Recipe("model-one-config", "Puts a model's settings into one place.", one_config),
    Recipe("typed-dict", "Imports TypedDict from typing_extensions.", typed_dict),
)
