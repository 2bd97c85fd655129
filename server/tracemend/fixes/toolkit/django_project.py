"""Where a Django project's settings are: in the program itself, or in a module of the workspace."""

from __future__ import annotations

import ast
import os
import re
from dataclasses import dataclass

from tracemend import lazy
from tracemend.fixes.recipe import FileEdits, Mend, Request, TextEdit
from tracemend.fixes.toolkit.code import called, dotted, keyword_of, text_of
from tracemend.fixes.toolkit.workspace import module_file, python_files, root_of, text_at
from tracemend.source.module import Module, whole

_NAMED = lazy.regex(r"DJANGO_SETTINGS_MODULE['\"]\s*(?:,|\]\s*=)\s*['\"]([\w.]+)['\"]")


@dataclass(frozen=True, slots=True)
class Settings:
    """The parsed text that holds the settings; `file` is None for the failing program's own. `module` is its dotted
    name, empty for the program's own."""

    text: Module
    file: str | None
    module: str

    def value(self, name: str) -> ast.expr | None:
        """What a setting is assigned, or given to `settings.configure`."""
        if self.file is None:
            call = configures(self.text)
            key = keyword_of(call, name) if call is not None else None
            return key.value if key is not None else None
        found = [
            one.value
            for one in self.text.tree.body
            if isinstance(one, ast.Assign) and any(dotted(target) == name for target in one.targets)
        ]
        return found[0] if len(found) == 1 else None

    def is_beside(self, program: str) -> bool:
        """Whether a program can import the settings: their outermost package lies in its folder."""
        outer = self.file or ""
        for _ in self.module.split("."):
            outer = os.path.dirname(outer)
        return outer == os.path.dirname(program)

    def mend(self, edit: TextEdit, sure: bool = True) -> Mend:
        """The edit of that file."""
        if self.file is None:
            return Mend((edit,), sure=sure)
        note = f"It changes {os.path.basename(self.file)}, where the settings are."
        return Mend((), sure=sure, note=note, others=(FileEdits(self.file, self.text.source.text, (edit,)),))


def configures(file: Module) -> ast.Call | None:
    """The one call of `settings.configure`."""
    found = [one for one in file.nodes if isinstance(one, ast.Call) and dotted(one.func) == "settings.configure"]
    return found[0] if len(found) == 1 and called(found[0]) == "configure" else None


def settings_of(request: Request, file: Module) -> Settings | None:
    """The settings that a failing program uses; None where they are not found, or could be several modules'."""
    if configures(file) is not None:
        return Settings(file, None, "")
    own = request.place.file
    named = set(_NAMED.findall(file.source.text))
    root = root_of(own, request.context) if own is not None else None
    files = (python_files(root) or ()) if root is not None else ()
    if not named:
        for path in files:
            if os.path.basename(path) in ("manage.py", "wsgi.py", "asgi.py"):
                source = text_at(path, request.context)
                named |= set(_NAMED.findall(source.text)) if source is not None else set()
    beside: dict[str, str] = {}
    for path in files if not named else ():
        if os.path.basename(path) == "settings.py" and own is not None:
            folder, module = _import_name(path, request)
            if own.startswith(folder.rstrip("/\\") + os.sep):  # of this project, and of no other in the workspace
                beside[module] = path
    named = named or set(beside)
    if len(named) != 1 or own is None:
        return None
    module = named.pop()
    found = beside.get(module) or module_file(module, own, request.context)
    source = text_at(found, request.context) if found is not None else None
    text = whole(source) if source is not None else None
    return Settings(text, found, module) if text is not None else None


def _import_name(path: str, request: Request) -> tuple[str, str]:
    """The folder in which a file's outermost package lies, and the name that it is imported by from there."""
    parts = [os.path.basename(path).removesuffix(".py")]
    folder = os.path.dirname(path)
    while request.context.documents.read(os.path.join(folder, "__init__.py")) is not None:
        parts.append(os.path.basename(folder))
        folder = os.path.dirname(folder)
    return folder, ".".join(reversed(parts))


def added(file: Module, items: ast.expr, text: str) -> TextEdit | None:
    """A text put at the end of a list or tuple display, on a line of its own where the last item has one."""
    if not isinstance(items, ast.List | ast.Tuple) or any(isinstance(one, ast.Starred) for one in items.elts):
        return None
    if any(text_of(one) == text for one in items.elts):
        return None
    start, end = file.span(items)
    if not items.elts:
        closed = file.source.text[start + 1 : end - 1].strip()
        mark = "," if isinstance(items, ast.Tuple) else ""
        return TextEdit(start + 1, end - 1, f'"{text}"{mark}') if not closed else None
    begin, last = file.span(items.elts[-1])
    quote = file.source.text[begin] if text_of(items.elts[-1]) is not None else '"'
    quote = quote if quote in "\"'" else '"'
    if ")" in re.sub(r"#[^\r\n]*", "", file.source.text[last : end - 1]):
        return None  # the last has parentheses of its own
    line, _ = file.source.position(begin)
    indent = file.source.indent_of(line)
    alone = file.source.line(line).strip().startswith(file.source.text[begin : begin + 3])
    if not alone or file.source.position(end)[0] == line:
        return TextEdit(last, last, f", {quote}{text}{quote}")
    comma = re.compile(r"[ \t]*,").match(file.source.text, last)
    at = comma.end() if comma is not None else last
    rest = re.compile(r"[ \t]*#[^\r\n]*").match(file.source.text, at)
    if comma is None:
        return TextEdit(last, last, f",{file.source.newline}{indent}{quote}{text}{quote}") if rest is None else None
    at = rest.end() if rest is not None else at
    return TextEdit(at, at, f"{file.source.newline}{indent}{quote}{text}{quote},")
