"""Imports of the project's own modules: `package-import`, `script-import`, `home-import`, `import-submodule`.

- `package-import`: `import storage` in a file that is a part of a package becomes `from . import storage` or
  `from shop import storage`, as the package's files write it; all modules beside the file alike.
- `script-import`: a file that is started by its path loses the dots of its imports (`from .helpers import x`), where
  the modules stand beside it.
- `home-import`: a name is taken from the module that defines it; what else the statement imports stays.
- `import-submodule`: `import xml` becomes `import xml.etree.ElementTree` where the file uses that.

The facts say what stands where. `package-import` is not sure in a file that is also a program of its own,
`script-import` not in one that others import.
Sources: https://docs.python.org/3/tutorial/modules.html#intra-package-references,
https://docs.python.org/3/reference/import.html#submodules
"""

from __future__ import annotations

import ast
import re

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.edits import owns_its_lines
from tracemend.fixes.toolkit.imports import Imports
from tracemend.fixes.toolkit.names import is_dotted_name
from tracemend.source.module import Module, whole

_GUARD = lazy.regex(r"^if[ \t]+\(?__name__[ \t]*==", re.MULTILINE)


def _file(request: Request) -> Module | None:
    source = request.place.source
    return whole(source) if source is not None else None


def _names(request: Request, key: str) -> tuple[str, ...]:
    value = request.values.get(key, ())
    return (value,) if isinstance(value, str) else value


def _at_line(file: Module, line: int | None) -> ast.Import | ast.ImportFrom | None:
    found = [one for one in file.nodes if isinstance(one, ast.Import | ast.ImportFrom) and one.lineno == line]
    return found[0] if len(found) == 1 else None


def package_import(request: Request) -> Mend | None:
    """The recipe for modules of the file's own package."""
    file, package, siblings = _file(request), request.values.get("package"), _names(request, "siblings")
    here = _at_line(file, request.place.line) if file is not None else None
    if file is None or here is None or not isinstance(package, str) or not siblings:
        return None
    edits: list[TextEdit] = []
    done = False
    for node in file.nodes:
        if isinstance(node, ast.ImportFrom) and not node.level and (node.module or "").partition(".")[0] in siblings:
            at = file.span(node)[0] + len("from")
            at += len(file.source.text[at:]) - len(file.source.text[at:].lstrip())
            made = [TextEdit(at, at, package if package == "." else f"{package}.")]
        elif isinstance(node, ast.Import) and any(one.name.partition(".")[0] in siblings for one in node.names):
            made = _from_package(file, node, package, siblings)
        else:
            continue
        if not made and node is here:
            return None
        done = done or node is here
        edits += made
    as_module = any("runpy" in frame.path for frame in request.report.frames[:2])
    sure = as_module or _GUARD.search(file.source.text) is None
    return Mend(tuple(edits), sure=sure) if done else None


def _from_package(file: Module, node: ast.Import, package: str, siblings: tuple[str, ...]) -> list[TextEdit]:
    """`from . import storage` for `import storage`, beside what else the statement imports."""
    own = [one for one in node.names if one.name.partition(".")[0] in siblings]
    rest = [one for one in node.names if one not in own]
    if any("." in one.name for one in own) or not owns_its_lines(file.statement(node)):
        return []
    start, end = file.span(node)
    made = [f"from {package} import {', '.join(_written(one) for one in own)}"]
    if rest:
        made.insert(0, f"import {', '.join(_written(one) for one in rest)}")
    joint = file.source.newline + file.source.indent_of(node.lineno)
    return [TextEdit(start, end, joint.join(made))]


def _written(alias: ast.alias) -> str:
    return f"{alias.name} as {alias.asname}" if alias.asname else alias.name


def script_import(request: Request) -> Mend | None:
    """The recipe for a script that imports with dots."""
    file, beside = _file(request), _names(request, "beside")
    if file is None or not beside:
        return None
    edits: list[TextEdit] = []
    for node in file.nodes:
        if not isinstance(node, ast.ImportFrom) or not node.level:
            continue
        start, end = file.span(node)
        head = re.compile(r"from[ \t]+(\.+)[ \t]*").match(file.source.text, start)
        if node.level != 1 or head is None:
            return None
        if node.module is not None:
            if node.module.partition(".")[0] not in beside:
                return None
            edits.append(TextEdit(head.start(1), head.end(), ""))
        elif all(one.name in beside for one in node.names) and "\n" not in file.source.text[start:end]:
            edits.append(TextEdit(start, end, f"import {', '.join(_written(one) for one in node.names)}"))
        else:
            return None
    return Mend(tuple(edits), sure=request.values.get("alone") == "yes") if edits else None


def home_import(request: Request) -> Mend | None:
    """The recipe for a name that another module defines."""
    file, module, name = _file(request), request.arguments.get("module"), request.values.get("attribute")
    node = _at_line(file, request.place.line) if file is not None else None
    if file is None or not isinstance(module, str) or not is_dotted_name(module.lstrip(".") or "x"):
        return None
    if not isinstance(node, ast.ImportFrom) or not isinstance(name, str):
        return None
    own = [one for one in node.names if one.name == name]
    start, end = file.span(node)
    text = file.source.text
    head = re.compile(r"from[ \t]+(\.*[\w.]*)[ \t]+import\b").match(text, start)
    if len(own) != 1 or head is None or head[1] == module:
        return None
    if len(node.names) == 1:
        return Mend((TextEdit(head.start(1), head.end(1), module),))
    if "#" in text[head.end() : end]:
        return None
    kept = ", ".join(_written(one) for one in node.names if one is not own[0])
    if "\n" in text[start:end] or not owns_its_lines(file.statement(node)):
        return None
    line = f"{text[start : head.end()]} {kept}"
    imports = Imports(file.source)
    if imports.find_name(module, name) is None and imports.find_module(module) is None:
        added = f"from {module} import {_written(own[0])}"
        joint = file.source.newline + file.source.indent_of(node.lineno)
        both = sorted((line, added), key=lambda one: one.split()[1]) if not module.startswith(".") else (line, added)
        return Mend((TextEdit(start, end, joint.join(both)),))
    return None


def import_submodule(request: Request) -> Mend | None:
    """The recipe for a submodule that nothing has imported."""
    file, wanted = _file(request), request.values.get("submodule")
    if file is None or not isinstance(wanted, str) or not is_dotted_name(wanted):
        return None
    top = wanted.partition(".")[0]
    found = [
        (node, alias)
        for node in file.tree.body
        if isinstance(node, ast.Import)
        for alias in node.names
        if alias.name.partition(".")[0] == top and alias.asname is None
    ]
    whole_package = [(node, alias) for node, alias in found if alias.name == top]
    if len(whole_package) == 1:
        start, end = file.span(whole_package[0][1])
        return Mend((TextEdit(start, end, wanted),))
    imports = Imports(file.source)
    return Mend(imports.edits()) if imports.module(wanted) == wanted and imports.edits() else None


RECIPES = (
    Recipe(
        "package-import",
        "Imports a module of the same package as one.",
        package_import,
        unsure="The file is also a program of its own, in which this import fails.",
    ),
    Recipe(
        "script-import",
        "Imports the modules beside a script without dots.",
        script_import,
        unsure="Other files import this one, which may need the dots there.",
    ),
    Recipe(
        "home-import",
        "Takes a name from the module that defines it.",
        home_import,
        {"module": "the module that has it"},
    ),
    Recipe("import-submodule", "Imports the submodule that is used.", import_submodule),
)
