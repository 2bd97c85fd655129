"""`pytest-marker`: register a mark of pytest's in the configuration that pytest reads.

That is the first of pytest.ini, .pytest.ini, pyproject.toml (with a table of pytest's), tox.ini and setup.cfg, in the
test's folder or one above it; where there is none, a table in the project's pyproject.toml, else a new pytest.ini
where pytest ran. All marks of the file that are not known there are registered together. Not sure where a mark that is
registered, or built in, is nearly the same: it may be misspelt.

Source: https://docs.pytest.org/en/stable/reference/customize.html#finding-the-rootdir
"""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator

from tracemend import lazy
from tracemend.context import Context
from tracemend.evidence.similar import closest
from tracemend.fixes import settings
from tracemend.fixes.recipe import FileEdits, Mend, NewFile, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.workspace import root_of
from tracemend.knowledge.model import SettingChange
from tracemend.source.module import whole
from tracemend.source.text import SourceText

_BUILT_IN = ("skip", "skipif", "xfail", "parametrize", "usefixtures", "filterwarnings", "tryfirst", "trylast")
_INI = {"pytest.ini": "pytest", ".pytest.ini": "pytest", "tox.ini": "pytest", "setup.cfg": "tool:pytest"}
_TABLE = "tool.pytest.ini_options"
_TABLE_LINE = lazy.regex(r"^[ \t]*\[tool\.pytest\.ini_options\]", re.MULTILINE)


def apply(request: Request) -> Mend | None:
    """The recipe."""
    mark, file, source = request.values.get("mark"), request.place.file, request.place.source
    root = root_of(file, request.context) if file is not None else None
    if not isinstance(mark, str) or not mark.isidentifier() or file is None or source is None or root is None:
        return None
    config, text = _configuration(os.path.dirname(file), root, request.context)
    known = _registered(text or "")
    marks = [mark, *(one for one in _marks(source) if one != mark and one not in known and one not in _BUILT_IN)]
    sure = closest(mark, [*known, *_BUILT_IN]) is None
    if mark in known:
        return None
    if text is None:
        lines = ["[pytest]", "markers =", *(f"    {one}" for one in marks), ""]
        return Mend((), sure=sure, others=(NewFile(config, "\n".join(lines)),))
    edits = _in_toml(text, marks) if config.endswith(".toml") else _in_ini(text, _INI[os.path.basename(config)], marks)
    return Mend((), sure=sure, others=(FileEdits(config, text, edits),)) if edits else None


def _marks(source: SourceText) -> list[str]:
    """The marks that a file uses, in the order of the text."""
    module = whole(source)
    nodes = [node for node in module.nodes if isinstance(node, ast.Attribute)] if module is not None else []
    nodes = [node for node in nodes if isinstance(node.value, ast.Attribute) and node.value.attr == "mark"]
    nodes = [node for node in nodes if ast.unparse(node.value) == "pytest.mark"]
    return list(dict.fromkeys(node.attr for node in sorted(nodes, key=lambda node: (node.lineno, node.col_offset))))


def _folders(folder: str, root: str) -> Iterator[str]:
    while True:
        yield folder
        if folder == root or len(folder) <= len(root):
            return
        folder = os.path.dirname(folder)


def _configuration(folder: str, root: str, context: Context) -> tuple[str, str | None]:
    """The file that pytest reads, with its text; the one to make, without one."""
    project: tuple[str, str] | None = None
    for one in _folders(folder, root.rstrip("/\\")):
        for name in ("pytest.ini", ".pytest.ini", "pyproject.toml", "tox.ini", "setup.cfg"):
            path = os.path.join(one, name)
            text = context.documents.read(path)
            if text is None:
                continue
            if name.endswith("pytest.ini") or _has_section(text, name):
                return path, text
            if name == "pyproject.toml":
                project = (path, text)
    ran = context.folder.rstrip("/\\") if context.folder is not None else root
    home = ran if (folder + os.sep).startswith(ran + os.sep) and len(ran) >= len(root.rstrip("/\\")) else root
    return project or (os.path.join(home.rstrip("/\\"), "pytest.ini"), None)


def _has_section(text: str, name: str) -> bool:
    if name == "pyproject.toml":
        return _TABLE_LINE.search(text) is not None
    return re.search(rf"^\[{re.escape(_INI[name])}\]", text, re.MULTILINE) is not None


def _registered(text: str) -> list[str]:
    """The marks that a configuration names, as far as they are written one on a line or as texts of a list."""
    found = re.search(r"^markers[ \t]*=[ \t]*(\[[^\]]*\]|[^\n]*(?:\n[ \t]+[^\n]*)*)", text, re.MULTILINE)
    return re.findall(r"(?:^|[\n\"'=])[ \t]*(\w+)", found[1]) if found is not None else []


def _in_toml(text: str, marks: list[str]) -> tuple[TextEdit, ...]:
    edit = settings.edit_of(SourceText(text), SettingChange("pyproject.toml", "markers", None, _TABLE), marks)
    return (edit,) if edit is not None else ()


def _in_ini(text: str, section: str, marks: list[str]) -> tuple[TextEdit, ...]:
    """The marks behind those that are there, each on a line; a key of its own where there is none."""
    source = SourceText(text)
    newline = source.newline
    header = re.search(rf"^\[{re.escape(section)}\][^\r\n]*(\r?\n|\Z)", text, re.MULTILINE)
    if header is None:
        return (TextEdit(0, 0, "".join(f"{line}{newline}" for line in (f"[{section}]", "markers =", *_lines(marks)))),)
    after = re.search(r"^\[", text[header.end() :], re.MULTILINE)
    end = header.end() + after.start() if after is not None else len(text)
    key = re.compile(r"^markers[ \t]*=([^\r\n]*)((?:\r?\n[ \t]+[^\r\n]*\S[^\r\n]*)*)", re.MULTILINE)
    found = key.search(text, header.end(), end)
    lead = "" if header[1] else newline
    if found is None:
        return (TextEdit(header.end(), header.end(), lead + newline.join(["markers =", *_lines(marks)]) + newline),)
    inner = re.findall(r"\n([ \t]+)", found[2])
    return (TextEdit(found.end(), found.end(), "".join(newline + line for line in _lines(marks, inner))),)


def _lines(marks: list[str], inner: list[str] | None = None) -> list[str]:
    indent = inner[-1] if inner else "    "
    return [indent + one for one in marks]


RECIPES = (
    Recipe(
        "pytest-marker",
        "Registers a mark in the configuration of pytest.",
        apply,
        needs_statement=False,
        unsure="A mark that is registered, or built in, is nearly the same: this one may be misspelt.",
    ),
)
