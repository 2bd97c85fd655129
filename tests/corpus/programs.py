"""The failing programs of `programs/*.txt`: read, laid out in a folder, and what must be read of their output.

What must be read is known from the program itself (its first line and its marker comment), never from Tracemend.
`programs/README.md` describes the texts.
"""

from __future__ import annotations

import ast
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).with_name("programs")
MAIN = "app.py"

Version = tuple[int, int]

_FIRST = (3, 0)
_LAST = (3, 99)
_HEAD = re.compile(r"# (from|before|not|run|env|stdin|bytes|zip|here [\d.+]+|3\.\d+\+?): ?(.*)")
_MARKER = re.compile(r"# <- here(?: (before )?(3\.\d+)(\+?))?$")


@dataclass(frozen=True)
class Span:
    """Versions of Python, from the first to before the second."""

    first: Version = _FIRST
    end: Version = _LAST

    def __contains__(self, version: Version) -> bool:
        return self.first <= version < self.end


@dataclass
class Program:
    """One program: its files, its command and, by version, what it fails with."""

    name: str
    files: dict[str, str] = field(default_factory=dict)
    raw: dict[str, bytes] = field(default_factory=dict)
    archives: dict[str, list[str]] = field(default_factory=dict)
    run: str = f"python {MAIN}"
    environment: dict[str, str] = field(default_factory=dict)
    stdin: str = ""
    versions: Span = field(default_factory=Span)
    wasm: bool = True
    errors: list[tuple[Span, str]] = field(default_factory=list)
    lines: list[tuple[Span, frozenset[int] | None]] = field(default_factory=list)

    def error(self, version: Version) -> tuple[str | None, str | None]:
        """The type and the message that a version prints; None where it is not said."""
        said = [text for span, text in self.errors if version in span][-1]
        if said == "-":
            return None, None
        name, _, message = said.partition(": ")
        return name, message or None

    def line(self, version: Version) -> frozenset[int] | None:
        """The line to be found (or one of these); None for no line."""
        said = [lines for span, lines in self.lines if version in span]
        return said[-1] if said else None

    def can_run(self, version: Version, wasm: bool) -> bool:
        """Whether a Python of that version can run it."""
        return version in self.versions and (self.wasm or not wasm)

    def lay_out(self, folder: Path) -> None:
        """Write the files into an empty folder."""
        for name, data in {**{name: text.encode() for name, text in self.files.items()}, **self.raw}.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        for name, members in self.archives.items():
            with zipfile.ZipFile(folder / name, "w") as archive:
                for member in members:
                    archive.write(folder / member, member)
                    (folder / member).unlink()


def programs(path: Path) -> Iterator[Program]:
    """The programs of a text."""
    for part in re.split(r"^==== ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        name, _, rest = part.partition("\n")
        yield _program(f"{path.stem}/{name}", rest.rstrip("\n") + "\n")


def _program(name: str, text: str) -> Program:
    """A program from what stands under its name."""
    program = Program(name)
    sections = re.split(r"^---- (.*)\n", text, flags=re.MULTILINE)
    lines = sections[0].splitlines(keepends=True)
    program.errors.append((Span(), lines.pop(0).removeprefix("# ").rstrip("\n")))
    body = []
    for line in lines:
        found = _HEAD.match(line)
        if found:
            _set(program, found[1], found[2])
        else:
            body.append(line)
    files = {MAIN: "".join(body)} if "".join(body).strip() else {}
    program.files = {**files, **dict(zip(sections[1::2], sections[2::2], strict=True))}
    marked: dict[Span, set[int]] = {}
    for source in program.files.values():
        for number, line in enumerate(source.split("\n"), 1):
            if found := _MARKER.search(line):
                marked.setdefault(_span(found[1], found[2], found[3]), set()).add(number)
    program.lines += [(span, frozenset(numbers)) for span, numbers in marked.items()]
    return program


def _set(program: Program, key: str, value: str) -> None:
    """Take in a line of the head."""
    if key in ("from", "before"):
        version = _version(value)
        old = program.versions
        program.versions = Span(version, old.end) if key == "from" else Span(old.first, version)
    elif key == "not":
        program.wasm = value != "wasm"
    elif key == "run":
        program.run = value
    elif key == "env":
        name, _, text = value.partition("=")
        program.environment[name] = text
    elif key == "stdin":
        program.stdin = value + "\n"
    elif key == "bytes":
        name, _, literal = value.partition(" = ")
        program.raw[name] = ast.literal_eval(literal)
    elif key == "zip":
        name, _, members = value.partition(" = ")
        program.archives[name] = members.split()
    elif key.startswith("here "):
        number = key.removeprefix("here ")
        span = _span(None, number.rstrip("+"), "+" if number.endswith("+") else "")
        program.lines.append((span, None if value == "-" else frozenset({int(value)})))
    else:
        program.errors.append((_span(None, key.rstrip("+"), "+" if key.endswith("+") else ""), value))


def _span(before: str | None, version: str | None, plus: str | None) -> Span:
    """The versions that a marker or a head line speaks of."""
    if version is None:
        return Span()
    number = _version(version)
    if before:
        return Span(_FIRST, number)
    return Span(number, _LAST if plus else (number[0], number[1] + 1))


def _version(text: str) -> Version:
    major, _, minor = text.partition(".")
    return int(major), int(minor)
