"""Imports put where the file's own style has them, and helper functions beneath them.

Only the top of the file is read, by tokens, so a file that is broken further down is no obstacle. Groups
are those of PEP 8: `__future__`, the standard library, others, relative imports.
"""

from __future__ import annotations

import ast
import re
import sys
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass, field

from tracemend import lazy
from tracemend.fixes.recipe import TextEdit
from tracemend.fixes.toolkit.edits import indent_step
from tracemend.fixes.toolkit.names import free_name, is_bound
from tracemend.source.module import Module
from tracemend.source.statement import parse
from tracemend.source.text import SourceText

_TOP_LINES = 3000
_MAX_LINE = 400
_AT_MARGIN = lazy.regex(r"(?m)^(?:import|from)[ \t][^\r\n]*")
_DUNDER = lazy.regex(r"__\w+__[ \t]*(?::[^=]*)?=")
_PLAIN_FROM = lazy.regex(r"(?P<head>from[ \t]+[.\w]+[ \t]+import[ \t]+)(?P<names>[\w, \t]+?)(?P<rest>[ \t]*(?:#.*)?)\Z")


@dataclass(frozen=True, slots=True)
class ImportLine:
    """One import of the file. `names` maps what is imported to what it is called here; of `import a.b` the key is
    `a.b`. Lines 1-based, inclusive."""

    first: int
    last: int
    module: str
    straight: bool
    names: dict[str, str]
    group: int

    @property
    def key(self) -> tuple[int, str]:
        """What sorted imports are sorted by: isort's default, `import x` before `from x import y`."""
        return (0 if self.straight else 1, self.module.lower())


@dataclass(slots=True)
class _Top:
    """The top of a file: its section of imports, and the line before which the first one would go."""

    imports: list[ImportLine] = field(default_factory=list)
    start: int = 1


def group_of(module: str) -> int:
    """0 `__future__`, 1 standard library, 2 others, 3 relative."""
    if module.startswith("."):
        return 3
    root = module.partition(".")[0]
    return 0 if root == "__future__" else 1 if root in sys.stdlib_module_names else 2


def read_import(text: str, first: int, last: int) -> list[ImportLine]:
    """The imports that a logical line makes; none where it is something else."""
    tree = parse(text.strip())
    found: list[ImportLine] = []
    for node in tree.body if tree else ():
        if isinstance(node, ast.Import):
            for alias in node.names:
                called = alias.asname or alias.name
                found.append(ImportLine(first, last, alias.name, True, {alias.name: called}, group_of(alias.name)))
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            names = {alias.name: alias.asname or alias.name for alias in node.names}
            found.append(ImportLine(first, last, module, False, names, group_of(module)))
        else:
            return []
    return found


def _logical_lines(source: SourceText) -> Iterator[tuple[int, int, bool]]:
    """First and last line of each logical line of the top, and whether it is a string alone; ends at an error."""
    lines = iter(source.lines[:_TOP_LINES])
    first, only_string = 0, True
    try:
        for token in tokenize.generate_tokens(lambda: next(lines, "")):
            if token.type in (
                tokenize.COMMENT,
                tokenize.NL,
                tokenize.INDENT,
                tokenize.DEDENT,
                tokenize.ENDMARKER,
            ):
                continue
            if token.type == tokenize.NEWLINE:
                if first:
                    yield first, token.start[0], only_string
                first, only_string = 0, True
                continue
            first = first or token.start[0]
            only_string = only_string and token.type == tokenize.STRING
    except (tokenize.TokenError, SyntaxError):
        return


def _read_top(source: SourceText) -> _Top:
    top = _Top(start=_after_comments(source))
    begun = False
    for first, last, only_string in _logical_lines(source):
        text = "".join(source.lines[first - 1 : last])
        if only_string and not begun:
            top.start = last + 1
        elif found := read_import(text, first, last):
            top.imports += found
        elif not _DUNDER.match(text) or top.imports:
            break
        begun = True
    return top


def _after_comments(source: SourceText) -> int:
    """The line after the comments that open the file: `#!`, the encoding, a licence that a blank line ends.

    The magic of a whole notebook's cell (`%%time`) has to stay its first line.
    """
    if source.line(1).startswith("%%"):
        return 2
    number = 1
    while source.line(number).startswith("#"):
        number += 1
    if number == 1 or not source.line(number).strip():
        return number
    opening = 1
    while opening <= 2 and re.match(r"#!|#.*coding[:=]", source.line(opening)):
        opening += 1
    return opening


class Imports:
    """The imports of a file, and those a mend adds.

    `before` is the line (1-based) of a statement that runs when the module is loaded: what is imported below it is not
    there yet.
    """

    def __init__(self, source: SourceText, before: int | None = None) -> None:
        self._source = source
        self._top = _read_top(source)
        self._every = self._scan()
        self._all = [line for line in self._every if before is None or line.first < before]
        self._new: list[ImportLine] = []
        self._merged: list[TextEdit] = []
        self._helpers: list[str] = []

    def _scan(self) -> list[ImportLine]:
        end = self._top.imports[-1].last if self._top.imports else 0
        found = list(self._top.imports)
        for hit in _AT_MARGIN.finditer(self._source.text, self._source.offset(end + 1, 0) if end else 0):
            above = self._source.text[: hit.start()]
            if above.count('"""') % 2 == 0 and above.count("'''") % 2 == 0:
                number = self._source.position(hit.start())[0]
                found += read_import(hit[0], number, number)
        return found

    def find_module(self, module: str) -> str | None:
        """What the file calls `module`; None where it does not import it."""
        for line in self._all + self._new:
            if line.straight and line.module == module:
                return line.names[module]
            if line.straight and line.names.get(line.module) == line.module and line.module.startswith(module + "."):
                return module
        package, _, name = module.rpartition(".")
        return self.find_name(package, name) if package else None

    def find_name(self, module: str, name: str) -> str | None:
        """What the file calls `name` of `module` where it imports it with `from`; None where it does not."""
        for line in self._all + self._new:
            if not line.straight and line.module == module and name in line.names:
                return line.names[name]
        return None

    def module(self, module: str, alias: str | None = None) -> str:
        """How to write `module` in the file; imported where it is not yet."""
        known = self.find_module(module)
        if known is not None:
            return known
        root = module.partition(".")[0]
        if alias is None and is_bound(self._source, root):
            alias = free_name(self._source, f"_{module.replace('.', '_')}")
        called = alias or module
        self._new.append(ImportLine(0, 0, module, True, {module: called}, group_of(module)))
        return called

    def name(self, module: str, name: str, alias: str | None = None) -> str:
        """How to write `name` of `module` in the file: imported with `from` where the file has neither."""
        known = self.find_name(module, name)
        if known is not None:
            return known
        whole = self.find_module(module)
        if whole is not None and alias is None:
            return f"{whole}.{name}"
        if alias is None and (is_bound(self._source, name) or self._imports_other(module, name)):
            alias = free_name(self._source, f"_{name}")
        called = alias or name
        wanted = next((line for line in self._new if line.module == module and not line.straight), None)
        if wanted is not None:
            wanted.names[name] = called
        elif not self._merge(module, name, called):
            self._new.append(ImportLine(0, 0, module, False, {name: called}, group_of(module)))
        return called

    def _imports_other(self, module: str, name: str) -> bool:
        """Whether the file imports something else by that name."""
        return any(
            called == name and (line.straight or line.module != module or known != name)
            for line in self._every
            for known, called in line.names.items()
        )

    def _merge(self, module: str, name: str, called: str) -> bool:
        """Add a name to a `from module import ...` of one line; false where there is none."""
        for line in self._top.imports:
            if line.straight or line.module != module or line.first != line.last or "*" in line.names:
                continue
            text = self._source.line(line.first)
            found = _PLAIN_FROM.match(text) if len(text) <= _MAX_LINE else None
            if not found or any(edit.start == self._source.offset(line.first, 0) for edit in self._merged):
                continue
            names = [part.strip() for part in found["names"].split(",") if part.strip()]
            added = name if called == name else f"{name} as {called}"
            if names == sorted(names, key=str.lower):
                names = sorted([*names, added], key=str.lower)
            elif names == sorted(names, key=_by_case):
                names = sorted([*names, added], key=_by_case)
            else:
                names.append(added)
            start = self._source.offset(line.first, 0)
            text = found["head"] + ", ".join(names) + found["rest"]
            self._merged.append(TextEdit(start, start + len(self._source.line(line.first)), text))
            return True
        return False

    def helper(self, name: str, text: str) -> str:
        """Put a function under the imports, unless the file has this very one; answers its name.

        `text` is written with line feeds, four blanks and `{name}` where its name stands; the file's habits are heeded.
        """
        source = self._source
        body = text.strip("\n").replace("    ", indent_step(source)).replace("\n", source.newline)
        for known in (name, f"{name}_2"):
            if body.replace("{name}", known) in source.text:
                return known
        called = free_name(source, name)
        self._helpers.append(body.replace("{name}", called))
        return called

    def edits(self) -> tuple[TextEdit, ...]:
        """The edits that add all of this; none where nothing is missing."""
        places: dict[int, list[str]] = {}
        new = sorted(self._new, key=lambda line: (line.group, line.key))
        if not self._top.imports:
            if new or self._helpers:
                places[self._top.start] = self._first_section(new)
        else:
            for line in new:
                at, text = self._placed(line, places)
                places.setdefault(at, []).append(text)
            if self._helpers:
                after = self._top.imports[-1].last + 1
                places.setdefault(after, []).append(self._beneath(after))
        newline = self._source.newline
        edits = list(self._merged)
        for number, chunks in places.items():
            at = self._source.offset(number, 0)
            text = "".join(chunks)
            if number > 1 and number > self._source.line_count and not self._source.text.endswith(("\n", "\r")):
                text = newline + text
            edits.append(TextEdit(at, at, text))
        return tuple(edits)

    def _first_section(self, new: list[ImportLine]) -> list[str]:
        newline, start = self._source.newline, self._top.start
        chunks = [newline] if start > 1 and self._source.line(start - 1).strip() else []
        for index, line in enumerate(new):
            if index and new[index - 1].group != line.group:
                chunks.append(newline)
            chunks.append(_written(line) + newline)
        if self._helpers:
            chunks.append(self._beneath(start, first=not new))
        elif self._source.line(start).strip():
            code = self._source.line(start).startswith(("def ", "class ", "async def ", "@"))
            chunks.append(newline * (2 if code else 1))
        return chunks

    def _beneath(self, start: int, first: bool = False) -> str:
        newline = self._source.newline
        blank = 0
        while start + blank <= self._source.line_count and not self._source.line(start + blank).strip():
            blank += 1
        joined = (newline * 3).join(self._helpers)
        return ("" if first else newline * 2) + joined + newline + newline * max(0, 2 - blank)

    def _placed(self, line: ImportLine, places: dict[int, list[str]]) -> tuple[int, str]:
        """The line to put an import before, and its text with the blank line its group needs."""
        newline, section = self._source.newline, self._top.imports
        written = _written(line) + newline
        same = [known for known in section if known.group == line.group]
        if same:
            keys = [known.key for known in same]
            by_module = [known.module.lower() for known in same]
            if keys == sorted(keys):
                later = [known for known in same if known.key > line.key]
            elif by_module == sorted(by_module):
                later = [known for known in same if known.module.lower() > line.module.lower()]
            else:
                later = []
            return (later[0].first if later else same[-1].last + 1), written
        before = [known for known in section if known.group < line.group]
        if before:
            at = before[-1].last + 1
            more = any(_group_written(chunk) == line.group for chunk in places.get(at, ()))
            return at, written if more else newline + written
        at = section[0].first
        earlier = places.get(at, [])
        if any(_group_written(chunk) == line.group for chunk in earlier):
            earlier[-1] = earlier[-1].removesuffix(newline)
        return at, written + newline


def _by_case(name: str) -> tuple[int, str]:
    """isort's order of names: CONSTANTS, Classes, functions."""
    return (0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2, name)


def _group_written(text: str) -> int:
    lines = read_import(text, 0, 0)
    return lines[0].group if lines else -1


def _written(line: ImportLine) -> str:
    names = [name if called == name else f"{name} as {called}" for name, called in line.names.items()]
    written = ", ".join(sorted(names, key=_by_case))
    return f"import {written}" if line.straight else f"from {line.module} import {written}"


def imports_for(source: SourceText, line: int, in_function: bool) -> Imports:
    """The imports as a statement on `line` sees them: all of them in a function, at the module's level those above."""
    return Imports(source, None if in_function else line)


def line_below_imports(file: Module) -> int | None:
    """The line (1-based) below the imports at the file's top, where a value for the whole module goes; None where there
    are none, or something shares their last line."""
    last: ast.stmt | None = None
    for one in file.tree.body:
        if isinstance(one, ast.Import | ast.ImportFrom):
            last = one
        elif not (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant)):
            break
    if last is None or last.end_lineno is None or ";" in file.source.line(last.end_lineno):
        return None
    return last.end_lineno + 1
