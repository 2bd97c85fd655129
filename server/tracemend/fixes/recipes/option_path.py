"""`option-path`: an option that is used as a path gets `type=Path`.

`args.out / "index.html"` and `args.out.mkdir()` of an option without a type fail, for it is a text. Does not apply
where the option has a type or takes several values; not sure where the file needs it as a text too.

Source: https://docs.python.org/3/library/argparse.html#type
"""

from __future__ import annotations

import ast

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request
from tracemend.fixes.toolkit.code import called, text_of
from tracemend.fixes.toolkit.edits import add_keyword
from tracemend.fixes.toolkit.failing import failing
from tracemend.fixes.toolkit.imports import imports_for
from tracemend.source.given import given
from tracemend.source.given_kinds import Given
from tracemend.source.module import Module

_JOINED = lazy.regex(r"unsupported operand type\(s\) for /: 'str' and '(?:str|PosixPath|WindowsPath)'")
_ASKED = lazy.regex(r"'str' object has no attribute '(\w+)'")
_OF_PATHS = frozenset(
    (
        *("name", "stem", "suffix", "suffixes", "parent", "parents", "parts", "with_suffix", "with_name", "with_stem"),
        *("joinpath", "mkdir", "exists", "is_file", "is_dir", "iterdir", "glob", "rglob", "open", "read_text"),
        *("read_bytes", "write_text", "write_bytes", "unlink", "rename", "resolve", "expanduser", "stat", "rmdir"),
        *("touch", "absolute", "relative_to", "as_posix"),
    )
)


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at, message = failing(request), request.report.first_line
    if at is None:
        return None
    asked = _ASKED.search(message)
    sides: list[ast.expr] = []
    if _JOINED.search(message):
        sides = [part.left for part in at.parts(ast.BinOp) if isinstance(part.op, ast.Div)]
    elif asked is not None and asked[1] in _OF_PATHS:
        sides = [part.value for part in at.parts(ast.Attribute) if part.attr == asked[1]]
    found = [origin for side in sides if (origin := given(at.file, side)) is not None and origin.kind == "option"]
    if len({id(one.maker) for one in found}) != 1 or found[0].maker is None:
        return None
    call = found[0].maker
    where = at.file.statement(call)
    inside = any(isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef) for one in at.file.around(call))
    imports = imports_for(at.file.source, where.line_of(where.node), inside)
    module = imports.find_module("pathlib")
    kind = f"{module}.Path" if module is not None else imports.name("pathlib", "Path")
    edit = add_keyword(where, call, f"type={kind}")
    return Mend((*imports.edits(), edit), sure=not _text_elsewhere(at.file, found[0]))


def _text_elsewhere(file: Module, origin: Given) -> bool:
    """Whether the option is also joined with a text, asked as one, or compared with one."""
    for part in file.nodes:
        if not isinstance(part, ast.Attribute) or part.attr != origin.key:
            continue
        outer = file.parents.get(id(part))
        if isinstance(outer, ast.Attribute) and outer.attr not in _OF_PATHS:
            return True
        if isinstance(outer, ast.BinOp) and isinstance(outer.op, ast.Add | ast.Mod):
            return True
        if isinstance(outer, ast.Subscript) or (isinstance(outer, ast.Call) and called(outer) in ("len", "urlopen")):
            return True
        if isinstance(outer, ast.Compare) and any(text_of(one) for one in (outer.left, *outer.comparators)):
            return True
    return False


RECIPES = (
    Recipe(
        "option-path",
        "Makes a path of the option that is used as one.",
        apply,
        unsure="The option is used as a text elsewhere in the file.",
    ),
)
