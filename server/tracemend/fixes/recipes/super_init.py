"""`super-init`: call the base class's `__init__`, which gives the object the attribute that is missing.

Applies where the class and its only base are in the file, the base's `__init__` sets the attribute, and the class's own
`__init__` does not call it. The base's parameters have to be optional, or parameters of the class's own `__init__`.
Of the standard library the bases are known whose `__init__` needs no arguments, with the attributes that it sets; a
thread says itself that it was not called (`thread.__init__() not called`): then it is the only class of threads, in the
file or one that it imports from the workspace, that does not call it.

Sources: https://docs.python.org/3/tutorial/classes.html#inheritance,
https://docs.python.org/3/library/threading.html#threading.Thread
"""

from __future__ import annotations

import ast
import os

from tracemend import lazy
from tracemend.fixes.recipe import FileEdits, Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import dotted
from tracemend.fixes.toolkit.workspace import class_elsewhere, imported
from tracemend.source.module import Module, whole
from tracemend.source.scopes import Function, methods, parameter_names

_LIBRARY = {
    "Thread": ("_initialized", "_started", "_target", "_args", "_kwargs", "_name", "_daemonic", "_invoke_excepthook"),
    "Process": ("_closed", "_config", "_popen", "_parent_pid", "_identity", "_target", "_args", "_name"),
    "HTMLParser": ("rawdata", "lasttag", "interesting", "cdata_elem", "convert_charrefs", "offset"),
    "Cmd": ("stdin", "stdout", "cmdqueue", "completekey"),
    "UserDict": ("data",),
    "UserList": ("data",),
    "Formatter": ("_style", "_fmt", "datefmt"),
    "Handler": ("level", "filters", "lock", "formatter", "_name"),
    "JSONEncoder": ("skipkeys", "ensure_ascii", "check_circular", "allow_nan", "sort_keys", "indent"),
    "Tk": ("tk", "_tkloaded", "children", "master"),
    "Frame": ("tk", "_w", "children", "master"),
}
"""What the `__init__` of library classes sets that the class's own code does not."""
_NOT_CALLED = lazy.regex(r"(?i)\bthread\.__init__\(\) not called")
_QT = lazy.regex(
    r"super-class __init__\(\) of type (?P<pyqt>\w+) was never called"
    r"|'__init__' method of object's base class \((?P<pyside>\w+)\) not called"
)
"""PyQt and PySide name the class whose `__init__` does not call its base's."""


def apply(request: Request) -> Mend | None:
    """The recipe."""
    source = request.place.source
    module = whole(source) if source is not None else None
    if module is None:
        return None
    if _NOT_CALLED.search(request.report.first_line):
        return _thread(request, module)
    qt = _QT.search(request.report.first_line)
    if qt:
        return _qt(module, qt["pyqt"] or qt["pyside"])
    kind, attribute = request.values.get("type"), request.values.get("attribute")
    owner = module.class_named(kind) if isinstance(kind, str) else None
    file = None
    if owner is None and isinstance(kind, str) and request.place.file is not None:
        elsewhere = class_elsewhere(module, kind, request.place.file, request.context)
        if elsewhere is not None:
            file, module = elsewhere
            owner = module.class_named(kind)
    own = _init(owner) if owner is not None else None
    if owner is None or own is None or len(owner.bases) != 1 or _calls_base(own):
        return None
    name = (dotted(owner.bases[0]) or "").rpartition(".")[2]
    base = module.class_named(name)
    theirs = _init(base) if base is not None else None
    if base is None and attribute in _LIBRARY.get(name, ()):
        return _in_file(_called(module, own, []), module, file)
    if theirs is None or attribute not in _sets(theirs):
        return None
    arguments = theirs.args
    if arguments.vararg or arguments.kwarg or any(one is None for one in arguments.kw_defaults):
        return None
    names = [one.arg for one in (*arguments.posonlyargs, *arguments.args)][1:]
    needed = names[: len(names) - len(arguments.defaults)]
    if any(name not in parameter_names(own) for name in needed):
        return None
    return _in_file(_called(module, own, needed), module, file)


def _thread(request: Request, module: Module) -> Mend | None:
    """The only class of threads that does not call its base."""
    files: list[tuple[str | None, Module]] = [(None, module)]
    if request.place.file is not None:
        files += imported(module, request.place.file, request.context)
    found = [
        (file, other, own)
        for file, other in files
        for owner in ast.walk(other.tree)
        if isinstance(owner, ast.ClassDef)
        and any((dotted(base) or "").rpartition(".")[2] in ("Thread", "Timer") for base in owner.bases)
        and (own := _init(owner)) is not None
        and not _calls_base(own)
    ]
    if len(found) != 1 or any(
        (dotted(base) or "").endswith("Timer") for base in _owner(found[0][1], found[0][2]).bases
    ):
        return None
    file, other, own = found[0]
    return _in_file(_called(other, own, []), other, file)


def _qt(module: Module, name: str) -> Mend | None:
    """The class of the file that is named, whose one base is Qt's or leads there."""
    owner = module.class_named(name)
    own = _init(owner) if owner is not None else None
    if owner is None or own is None or len(owner.bases) != 1 or _calls_base(own):
        return None
    return _in_file(_called(module, own, []), module, None)


def _owner(module: Module, method: Function) -> ast.ClassDef:
    return next(outer for outer in module.around(method) if isinstance(outer, ast.ClassDef))


def _in_file(edit: TextEdit | None, module: Module, file: str | None) -> Mend | None:
    """An edit of the failing file (None) or of another one."""
    if edit is None:
        return None
    if file is None:
        return Mend((edit,))
    note = f"It changes {os.path.basename(file)}, where the class is."
    return Mend((), note=note, others=(FileEdits(file, module.source.text, (edit,)),))


def _called(module: Module, own: Function, needed: list[str]) -> TextEdit | None:
    """The call as the first statement beneath the docstring."""
    body = own.body
    if len(body) > 1 and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
        body = body[1:]
    line, column = module.source.position(module.span(body[0])[0])
    before = module.source.line(line)[:column]
    if before.strip():
        return None
    at = module.source.offset(line, 0)
    return TextEdit(at, at, f"{before}super().__init__({', '.join(needed)}){module.source.newline}")


def _init(owner: ast.ClassDef) -> Function | None:
    return next((one for one in methods(owner) if one.name == "__init__"), None)


def _calls_base(function: Function) -> bool:
    return any(isinstance(node, ast.Attribute) and node.attr == "__init__" for node in ast.walk(function))


def _sets(function: Function) -> set[str]:
    first = next(iter(parameter_names(function)), "self")
    return {
        node.attr
        for node in ast.walk(function)
        if isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Store)
        and isinstance(node.value, ast.Name)
        and node.value.id == first
    }


RECIPES = (Recipe("super-init", "Calls the base class's __init__.", apply),)
