"""`where-it-lies`: write the path of a file as it lies in the project.

- `FOLDER / "stamps.txt"` becomes `FOLDER / "data" / "stamps.txt"`, `open("stamps.txt")` `open("data/stamps.txt")`, in
  `os.path.join` and `joinpath` the folder is an argument of its own; `.with_name("a.txt")` becomes `.parent / ...`.
- A folder that is not there goes or is put right: `"dat/a.txt"`, `FOLDER / "dat" / "a.txt"`.
- Another case, another ending of the same kind: `"Stamps.TXT"`, `"settings.yml"`.

The fact `path-in-project` has found the one file. The literals are those that the path's end comes from, followed
through names, parameters and what makes paths. Does not apply to writing, to a path whose end is no literal, nor where
the file lies above what the literals begin at. Not sure where the program writes that file as well: then it makes it.

Sources: https://docs.python.org/3/library/pathlib.html, https://docs.python.org/3/library/os.path.html
"""

from __future__ import annotations

import ast
import os
import re
from dataclasses import dataclass

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, text_of
from tracemend.fixes.toolkit.failing import Failing, failing
from tracemend.fixes.toolkit.paths import path_use
from tracemend.source.module import Module
from tracemend.source.reach import attribute_values, reach

_MAKERS = ("Path", "PurePath", "PosixPath", "str", "fspath", "abspath", "resolve", "absolute", "expanduser")
_DEPTH = 6
_WRITERS = lazy.regex(r"write_text|write_bytes|to_\w+|save\w*|dump|touch|mkdir|makedirs|copy\w*|move|rename|connect")


@dataclass(frozen=True, slots=True)
class _End:
    """The literals at a path's end, in their order, and how they are joined: `div`, `args`, `name` (with_name), `text`
    for one that stands alone, `first` for the first of `os.path.join`. `rest` comes behind them, written elsewhere."""

    nodes: tuple[ast.expr, ...]
    joined: str
    rest: tuple[str, ...] = ()

    @property
    def parts(self) -> list[list[str]]:
        return [(text_of(one) or "").replace("\\", "/").removeprefix("./").split("/") for one in self.nodes]


def apply(request: Request) -> Mend | None:
    """The recipe."""
    at, path, lies = failing(request), request.values.get("path"), request.values.get("lies")
    if at is None or not isinstance(path, str) or not isinstance(lies, str) or _writes(at):
        return None
    folder = request.context.folder or ""
    wrong = os.path.normpath(os.path.join(folder, path)).replace(os.sep, "/").split("/")
    roots = [one for one in (os.path.dirname(request.place.file or ""), folder) if one]
    relative = None if os.path.isabs(path) else folder
    made = [(end, _mended(at.file, end, wrong, lies, roots, relative)) for end in _fitting(at, wrong)]
    edits = [(end, edit) for end, edit in made if edit is not None]
    if len(edits) != 1:
        return None
    end, edit = edits[0]
    return Mend((edit,), sure=not _is_made(at, end))


def _mended(
    file: Module, end: _End, wrong: list[str], lies: str, roots: list[str], relative: str | None
) -> TextEdit | None:
    """The edit that makes the literals name what lies there; `relative` is the folder that a relative path is taken
    from."""
    rest = len(end.rest)
    if rest:
        parts = lies.replace(os.sep, "/").split("/")
        there = os.path.exists("/".join(wrong[:-rest]) or "/")
        if there or parts[-rest:] != list(end.rest):
            return None  # the folder is right for others, or the name is wrong as well
        lies, wrong = "/".join(parts[:-rest]), wrong[:-rest]
    old = [part for literal in end.parts for part in literal]
    base = "/".join(wrong[: len(wrong) - len(old)]) or "/"
    if end.joined == "text" and relative is not None and not _is_within(lies, relative):
        return None
    new = os.path.relpath(lies, os.path.realpath(base)).replace(os.sep, "/").split("/")
    if new[0] in ("..", ".") or new == old or not any(_is_within(base, one) for one in roots):
        return None
    if not all(re.fullmatch(r"[^\"'\\{}\n]+", one) for one in new):
        return None
    return _edit(file, end, old, new)


def _is_within(path: str, folder: str) -> bool:
    folder, path = os.path.realpath(folder), os.path.realpath(path)
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _writes(at: Failing) -> bool:
    for call in at.every(ast.Call):
        use = path_use(call)
        if (use is not None and use.writes) or _WRITERS.fullmatch(called(call)):
            return True
    return False


def _is_made(at: Failing, end: _End) -> bool:
    """Whether the program opens a literal of that text for writing: then it is to make the file."""
    name = [*end.parts[-1], *end.rest][-1]
    for part in at.file.nodes:
        use = path_use(part) if isinstance(part, ast.Call) else None
        if not isinstance(part, ast.Call) or not ((use is not None and use.writes) or _WRITERS.fullmatch(called(part))):
            continue
        for one in ast.walk(part):
            sources = reach(at.file, one) if isinstance(one, ast.Name) else [one] if isinstance(one, ast.expr) else None
            found = [inner for source in sources or () for inner in ast.walk(source)]
            if any(name in (text_of(inner) or "").replace("\\", "/").split("/") for inner in found):
                return True
    return False


def _fitting(at: Failing, wrong: list[str]) -> list[_End]:
    """The ends of the paths in the statement that are the wrong path's end."""
    found: dict[int, _End] = {}
    kinds: tuple[type[ast.expr], ...] = (ast.Name, ast.Attribute, ast.Constant, ast.BinOp, ast.Call)
    for node in (one for kind in kinds for one in at.every(kind)):
        if isinstance(at.file.parents.get(id(node)), ast.BinOp) or _is_part(at.file, node):
            continue
        for end in _ends(at.file, node, _DEPTH):
            parts = [*(part for literal in end.parts for part in literal), *end.rest]
            if parts == wrong[-len(parts) :] and all(parts):
                last = id(end.nodes[-1])
                if last not in found or len(found[last].nodes) < len(end.nodes):
                    found[last] = end
    return list(found.values())


def _is_part(file: Module, node: ast.expr) -> bool:
    """Whether a literal is an argument of what makes a path of it, which is looked at itself."""
    outer = file.parents.get(id(node))
    return isinstance(outer, ast.Call) and outer.func is not node and called(outer) in ("join", "joinpath", "with_name")


def _ends(file: Module, node: ast.expr, depth: int) -> list[_End]:
    if depth <= 0:
        return []
    if isinstance(node, ast.Constant):
        return [_End((node,), "text")] if text_of(node) else []
    if isinstance(node, ast.Name | ast.Attribute):
        sources = attribute_values(file, node) if isinstance(node, ast.Attribute) else reach(file, node)
        return [end for one in sources or () if one is not node for end in _ends(file, one, depth - 1)]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        return _tail(file, [*_operands(node)], "div", depth)
    if not isinstance(node, ast.Call):
        return []
    name = called(node)
    if name in ("join", "joinpath") or (name == "Path" and len(node.args) > 1):
        first = [node.func.value] if name == "joinpath" and isinstance(node.func, ast.Attribute) else []
        return _tail(file, [*first, *node.args], "args", depth) if not node.keywords else []
    if name == "with_name" and len(node.args) == 1 and text_of(node.args[0]):
        return [_End((node.args[0],), "name")]
    if name in _MAKERS:
        owner = node.args[0] if node.args else node.func.value if isinstance(node.func, ast.Attribute) else None
        return _ends(file, owner, depth - 1) if owner is not None else []
    if isinstance(node.func, ast.Attribute) and name in ("open", "read_text", "read_bytes", "iterdir", "glob"):
        return _ends(file, node.func.value, depth - 1)
    return []


def _operands(node: ast.expr) -> list[ast.expr]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        return [*_operands(node.left), node.right]
    return [node]


def _tail(file: Module, nodes: list[ast.expr], joined: str, depth: int) -> list[_End]:
    """The literals at the end of what is joined; where the last is a name, what that is."""
    literals: list[ast.expr] = []
    while nodes and text_of(nodes[-1]):
        literals.insert(0, nodes.pop())
    if literals:
        end = _End(tuple(literals), joined if nodes else "first" if joined == "args" else "text")
        rest = tuple(part for literal in end.parts for part in literal)
        folders = _ends(file, nodes[-1], depth - 1) if nodes else []
        return [end, *(_End(one.nodes, one.joined, (*one.rest, *rest)) for one in folders)]
    return _ends(file, nodes[-1], depth - 1) if nodes else []


def _edit(file: Module, end: _End, old: list[str], new: list[str]) -> TextEdit | None:
    """The literals of the wrong path put right: what both have at their beginnings and ends stays."""
    first, last = file.span(end.nodes[0])[0], file.span(end.nodes[-1])[1]
    texts = [file.text(one) for one in end.nodes]
    found = [re.fullmatch(r"([rRuU]?)('''|\"\"\"|'|\")(.*?)\2", one, re.DOTALL) for one in texts]
    if any(one is None for one in found):
        return None
    match = found[-1]
    quote = match[2] if match is not None else '"'
    if len(end.nodes) == 1 and (len(old) > 1 or end.joined in ("text", "first")):
        prefix, sign = (match[1], "\\" if "\\" in match[3] else "/") if match is not None else ("", "/")
        sign = "\\\\" if sign == "\\" and not prefix else sign
        dot = "./" if match is not None and match[3].startswith("./") else ""
        text = f"{prefix}{quote}{dot}{sign.join(new)}{quote}"
        return None if end.joined == "name" else TextEdit(first, last, text)
    if any(len(one) != 1 for one in end.parts):
        return None
    if end.joined == "name":
        return _without_with_name(file, end.nodes[0], [f"{quote}{one}{quote}" for one in new])
    begin = next(
        (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new))
    )
    stop = 0
    while stop < min(len(old), len(new)) - begin and old[-1 - stop] == new[-1 - stop]:
        stop += 1
    between = " / " if end.joined == "div" else ", "
    middle = between.join(f"{quote}{one}{quote}" for one in new[begin : len(new) - stop])
    gone = end.nodes[begin : len(old) - stop]
    if gone and middle:
        return TextEdit(file.span(gone[0])[0], file.span(gone[-1])[1], middle)
    if stop == 0:
        return None
    keeps = file.span(end.nodes[len(old) - stop])[0]
    if gone:
        return TextEdit(file.span(gone[0])[0], keeps, "")
    return TextEdit(keeps, keeps, middle + between)


def _without_with_name(file: Module, node: ast.expr, parts: list[str]) -> TextEdit | None:
    """`path.parent / "data" / "a.txt"` for `path.with_name("a.txt")`."""
    call = file.parents.get(id(node))
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
        return None
    start, stop = file.span(call)
    if len(parts) == 1:
        return TextEdit(*file.span(node), parts[0])
    made = " / ".join([f"{file.text(call.func.value)}.parent", *parts])
    outer = file.parents.get(id(call))
    bare = isinstance(outer, ast.Assign | ast.AnnAssign | ast.Call | ast.keyword | ast.Return)
    bare = bare and not (isinstance(outer, ast.Call) and outer.func is call)
    return TextEdit(start, stop, made if bare else f"({made})")


RECIPES = (
    Recipe(
        "where-it-lies",
        "Writes the path of a file as it lies in the project.",
        apply,
        unsure="The program writes that file too, and may have to do so first.",
    ),
)
