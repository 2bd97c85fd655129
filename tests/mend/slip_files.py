"""Well-formed files with their tokens: whole statements of this Python's standard library, formatted in one way."""

from __future__ import annotations

import ast
import inspect
import io
import random
import subprocess
import sys
import sysconfig
import tempfile
import tokenize
import warnings
from dataclasses import dataclass
from pathlib import Path

LINES = range(50, 201)


FILES = 150


_LEFT_OUT = ("test", "idlelib", "lib2to3", "site-packages", "turtledemo", "__phello__", "encodings", "pydoc_data")


PARTNERS = {"(": ")", "[": "]", "{": "}"}


@dataclass(frozen=True)
class Part:
    """A token: its text and its span, in characters of the file; `depth`: the brackets open before it."""

    kind: int
    text: str
    start: int
    end: int
    depth: int


class File:
    """A well-formed file, its tokens and the offsets of its lines."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.splitlines(keepends=True)
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line))
        self.parts: list[Part] = []
        depth = 0
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            start, end = (self.starts[line - 1] + column for line, column in (token.start, token.end))
            depth -= token.string in PARTNERS.values()
            self.parts.append(Part(token.type, token.string, start, end, depth))
            depth += token.string in PARTNERS

    def ops(self, *texts: str) -> list[Part]:
        return [one for one in self.parts if one.kind == tokenize.OP and one.text in texts]

    def names(self, *texts: str) -> list[Part]:
        return [one for one in self.parts if one.kind == tokenize.NAME and one.text in texts]

    def strings(self) -> list[Part]:
        return [one for one in self.parts if one.kind == tokenize.STRING]

    def first_lines(self) -> list[int]:
        """The 0-based numbers of the lines that begin a statement."""
        found, begins = [], True
        for one in self.parts:
            if one.kind in (tokenize.NL, tokenize.COMMENT, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER):
                continue
            if begins:
                found.append(self.text.count("\n", 0, one.start))
            begins = one.kind == tokenize.NEWLINE
        return found


def files(chance: random.Random) -> list[File]:
    """The originals."""
    root = Path(sysconfig.get_path("stdlib"))
    every = [one for one in sorted(root.rglob("*.py")) if not set(one.relative_to(root).parts[:-1]) & set(_LEFT_OUT)]
    chosen = chance.sample(every, min(FILES, len(every)))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, path in enumerate(chosen):
            (folder / f"m{number}.py").write_bytes(path.read_bytes())
        subprocess.run(
            [sys.executable, "-m", "ruff", "format", "--isolated", "--quiet", "--line-length", "100", str(folder)],
            check=False,
        )
        found = []
        for number in range(len(chosen)):
            try:
                text = (folder / f"m{number}.py").read_text("utf-8")
                tree = ast.parse(text)
            except (UnicodeDecodeError, SyntaxError):
                continue
            piece = _piece(text, tree, chance)
            if piece is not None:
                found.append(File(piece))
    return found


def _piece(text: str, tree: ast.Module, chance: random.Random) -> str | None:
    """Whole statements of a file, from one of them on, below the file's imports."""
    lines = text.splitlines(keepends=True)
    ends = [0, *(one.end_lineno or 0 for one in tree.body)]
    runs = [(begin, end) for begin in ends for end in ends if end - begin in LINES]
    if not runs:
        return None
    begin = chance.choice(sorted({begin for begin, _ in runs}))
    end = max(end for start, end in runs if start == begin)
    imports = [
        one for one in tree.body if isinstance(one, ast.Import | ast.ImportFrom) and (one.end_lineno or 0) <= begin
    ]
    head = ["".join(lines[one.lineno - 1 : one.end_lineno]) for one in imports]
    piece = "".join([*head, "\n\n" if head else "", *lines[begin:end]])
    return piece if tree_of(piece) is not None else None


def tree_of(text: str) -> str | None:
    """The syntax tree, written out; None where the text does not compile."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(text, "x.py", "exec", dont_inherit=True)
            tree = ast.parse(text)
        for node in ast.walk(tree):  # the white space of a docstring means nothing
            if (
                isinstance(node, ast.Expr)
                and isinstance(node.value, ast.Constant)
                and isinstance(node.value.value, str)
            ):
                node.value.value = inspect.cleandoc(node.value.value).strip()
        return ast.dump(tree)
    except (SyntaxError, ValueError):
        return None
