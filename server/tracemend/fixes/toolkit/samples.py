"""The data that a program goes through, as far as its code, its folder and its command line show it."""

from __future__ import annotations

import ast
import os
import shlex
from collections.abc import Iterator

from tracemend import lazy
from tracemend.context import Context
from tracemend.fixes.recipe import Request
from tracemend.fixes.toolkit.code import text_of
from tracemend.fixes.toolkit.workspace import root_of
from tracemend.source.module import Module
from tracemend.source.reach import elements

MAX_LINES = 2_000
"""More lines of one sample are not looked at."""
MAX_WIDTH = 400
"""A sample with a longer line, in characters, is not looked at."""
_FILE = lazy.regex(r"[\w./\\-]{1,200}\.(?!pyc?$)\w{1,8}")
_MAX_FILES = 20


def texts_of(request: Request, file: Module) -> list[str]:
    """Each text that the program may read: files of the workspace that its text constants or its command line name, and
    its own texts of several lines or tags."""
    docstrings = {id(node.value) for node in _docstrings(file)}
    own = [text_of(part) for part in file.nodes if id(part) not in docstrings and isinstance(part, ast.Constant)]
    found = [*_files(request.context, file, request.place.file), *(text for text in own if text is not None)]
    return [text for text in found if "\n" in text.strip() or "</" in text]


def samples(request: Request, file: Module) -> list[list[str]]:
    """The lines of each text that the program may read: files of the workspace that its text constants or its command
    line name, its own texts of several lines, and its lists of texts. Lines have no line ends."""
    found = [text.splitlines() for text in _files(request.context, file, request.place.file)]
    docstrings = {id(node.value) for node in _docstrings(file)}
    for part in file.nodes:
        text = text_of(part) if id(part) not in docstrings else None
        if text is not None and "\n" in text.strip():
            found.append(text.splitlines())
        items = elements(part) if isinstance(part, ast.expr) else None
        texts = [text_of(item) for item in items or ()]
        if len(texts) > 1 and all(text is not None for text in texts):
            found.append([text for text in texts if text is not None])
    return [lines for lines in found if len(lines) <= MAX_LINES and max(map(len, lines), default=0) <= MAX_WIDTH]


def _docstrings(file: Module) -> Iterator[ast.Expr]:
    for part in file.nodes:
        body = getattr(part, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
            yield body[0]


def _files(context: Context, file: Module, own: str | None) -> Iterator[str]:
    if context.origin != "here" or not context.trusted:
        return
    names = [text_of(part) or "" for part in file.nodes if isinstance(part, ast.Constant)]
    try:
        names += shlex.split(context.command or "")
    except ValueError:
        pass
    named = [name for name in dict.fromkeys(names) if _FILE.fullmatch(name)][:_MAX_FILES]
    folders = [folder for folder in (context.folder, os.path.dirname(own) if own else None) if folder]
    for path in dict.fromkeys(os.path.normpath(os.path.join(folder, name)) for name in named for folder in folders):
        text = context.documents.read(path) if root_of(path, context) is not None else None
        if text is not None:
            yield text
