"""`template-loader`: the folder or the name of a template of Jinja as they are on disk.

- the loader's folder starts at the program's own, where the template lies in a folder of that name beside it and the
  program was started elsewhere;
- the folder's name, where one beside the program is a slip away from it and holds the template;
- the template's name, where the loader's folder holds one that is a slip away from it.

Does not apply where the folder is not written as a text, or several files could be meant.

Source: https://jinja.palletsprojects.com/en/stable/api/#jinja2.FileSystemLoader
"""

from __future__ import annotations

import ast
import os
import re

from tracemend import lazy
from tracemend.evidence.similar import slip_of
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, text_of
from tracemend.fixes.toolkit.failing import Failing, failing
from tracemend.fixes.toolkit.imports import Imports
from tracemend.source.reach import reach

_NOT_FOUND = lazy.regex(r"'?(?P<name>[\w./ -]+?)'?(?: not found in search path: '(?P<folder>[^']+)')?")


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at, found, file = failing(request), _NOT_FOUND.fullmatch(request.report.first_line.strip()), request.place.file
    if at is None or found is None or file is None:
        return None
    loaders = [one for one in at.file.nodes if isinstance(one, ast.Call) and called(one) == "FileSystemLoader"]
    given = loaders[0].args[0] if len(loaders) == 1 and len(loaders[0].args) == 1 else None
    sources = reach(at.file, given) if given is not None else None
    node = sources[0] if sources is not None and len(sources) == 1 else None
    folder = text_of(node)
    if node is None or folder is None or os.path.isabs(folder):
        return None
    beside, name = os.path.dirname(file), found["name"]
    there = os.path.join(beside, folder)
    started = request.context.folder
    if started is not None and started != beside and os.path.isfile(os.path.join(there, name)):
        return _beside_program(at, node, folder)
    if os.path.isdir(there):
        to = _nearest(name, _files(there))
        return _renamed(at, name, to) if to is not None and started in (None, beside) else None
    to = _nearest(folder, [one for one in _folders(beside) if os.path.isfile(os.path.join(beside, one, name))])
    start, _ = at.file.span(node)
    quoted = re.match(r"['\"](?!['\"])", at.file.text(node))
    if to is None or quoted is None:
        return None
    return Mend((TextEdit(start + 1, start + 1 + len(folder), to),))


def _nearest(name: str, names: list[str]) -> str | None:
    alike = [one for one in names if one.lower().removesuffix("s") == name.lower().removesuffix("s") and one != name]
    return alike[0] if len(alike) == 1 else slip_of(name, names)


def _files(folder: str) -> list[str]:
    return sorted(one.name for one in os.scandir(folder) if one.is_file())


def _folders(folder: str) -> list[str]:
    return sorted(one.name for one in os.scandir(folder) if one.is_dir())


def _beside_program(at: Failing, node: ast.expr, folder: str) -> Mend:
    imports = Imports(at.file.source)
    path = imports.name("pathlib", "Path")
    start, end = at.file.span(node)
    written = at.file.source.text[start:end]
    return Mend((*imports.edits(), TextEdit(start, end, f"{path}(__file__).parent / {written}")))


def _renamed(at: Failing, name: str, to: str) -> Mend | None:
    """The template's name in the failing statement, or where it gets it from."""
    named = [one for one in ast.walk(at.node) if isinstance(one, ast.Constant) and text_of(one) == name]
    if len(named) != 1:
        return None
    start, end = at.file.span(named[0])
    if at.file.source.text[start + 1 : end - 1] != name:
        return None
    return Mend((TextEdit(start + 1, end - 1, to),))


RECIPES = (Recipe("template-loader", "Loads templates from where they are.", apply),)
