"""The fact that says in which encoding the file is that the statement reads: the file's bytes are looked at."""

from __future__ import annotations

import ast
import os
import re
import stat
from collections.abc import Iterator

from tracemend import lazy
from tracemend.evidence.fact import UNKNOWN, Fact, Finding, Inquiry
from tracemend.evidence.limits import short
from tracemend.evidence.paths_in_code import opened_paths, read_paths
from tracemend.evidence.syntax import binding, call_of, calls_in, dotted
from tracemend.evidence.western import is_western
from tracemend.source.place import Statement
from tracemend.source.statement import own_parts

_MOST = 4_000_000
"""A larger file is not read."""
_READERS = ("open", "read_text", "read_csv", "read_table", "read_fwf")
_READS = lazy.regex(r"\bopen\b|[Rr]ead|load|fileinput|parse|rows|lines")
"""What a file has that reads texts itself, or has another module do it."""
_FAILED = lazy.regex(r"'([\w-]+)' codec can't decode")
_BYTE = lazy.regex(r"can't decode byte 0x([0-9a-f]{2}) ")
_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))


def text_encoding(inquiry: Inquiry) -> Finding:
    failed = _FAILED.search(inquiry.report.message)
    several = _of_several(inquiry, failed[1]) if failed is not None else UNKNOWN
    if several is not UNKNOWN or failed is None:
        return several
    found = _looked_at(inquiry)
    if found is None:
        return UNKNOWN
    path, data = found
    encoding = encoding_of(data)
    if encoding is None:
        return Finding(False, f"{short(path)} is no text, as its bytes look.")
    if encoding == failed[1].lower().replace("_", "-"):
        return Finding(False, f"{short(path)} is {encoding}, as its bytes look.")
    return _finding(short(path), encoding, data)


def _finding(name: str, encoding: str, data: bytes) -> Finding:
    """What was seen; `certain` where the letters of western Europe are the only ones that make sense."""
    certain = encoding in ("cp1252", "latin-1") and is_western(data)
    values = {"encoding": "cp1252", "certain": "yes"} if certain else {"encoding": encoding}
    return Finding(True, f"{name} is {values['encoding']}, as its bytes look.", values)


def _of_several(inquiry: Inquiry, failed: str) -> Finding:
    """Of all files that the statement may read: those that are not in the encoding that failed are in one other."""
    place, folder = inquiry.place, inquiry.context.folder
    statement = place.statement if place is not None else None
    if place is None or statement is None or folder is None:
        return UNKNOWN
    byte = _BYTE.search(inquiry.report.message)
    paths: list[str] = []
    for call, _ in _calls(statement):
        if (dotted(call.func) or "").rpartition(".")[2] in _READERS:
            paths += opened_paths(statement, call, place.file, folder)
    encodings: set[str | None] = set()
    read: list[bytes] = []
    others = 0
    seen = byte is None
    paths = list(dict.fromkeys(paths))
    for path in paths:
        data = _bytes(os.path.join(folder, path))
        if data is None:
            return UNKNOWN
        if data.isascii():
            continue
        seen = seen or (byte is not None and int(byte[1], 16) in data)
        encoding = encoding_of(data)
        encodings.add(encoding)
        read.append(data)
        others += encoding is not None and encoding != failed.lower().replace("_", "-")
    if "cp1252" in encodings:
        encodings.discard("latin-1")  # which is a part of it, but for control characters
    if len(encodings) != 1 or not others or not seen:
        return UNKNOWN
    name = short(paths[0]) if len(paths) == 1 else f"Each of the {len(paths)} files"
    return _finding(name, encodings.pop() or "", b"\n".join(read))


def begins_with_mark(inquiry: Inquiry) -> Finding:
    """Of a file that is read as text: does it begin with the mark of UTF-8, before the name that is missing?"""
    name = (inquiry.value or "").strip("'\"")
    source = inquiry.place.source if inquiry.place is not None else None
    if source is not None and not _READS.search(source.text[:200_000]):
        return Finding(False, "The file reads no text from a file.")
    found = _looked_at(inquiry)
    if found is None:
        return UNKNOWN
    path, data = found
    mark = b"\xef\xbb\xbf"
    first = (
        re.split(r"[,;\t|\r\n]", data[len(mark) : 4096].decode("utf-8", "replace"), maxsplit=1)[0].strip().strip('"')
    )
    if not data.startswith(mark):
        return Finding(False, f"{short(path)} does not begin with the mark of UTF-8.")
    if name and first != name.removeprefix("\ufeff"):
        return Finding(False, f"{short(path)} begins with {short(first)}.")
    return Finding(True, f"{short(path)} begins with the mark of UTF-8, which is read as a part of {short(first)}.")


def _looked_at(inquiry: Inquiry) -> tuple[str, bytes] | None:
    """The one file that the statement, else the whole program, reads as text, and its bytes."""
    place, folder = inquiry.place, inquiry.context.folder
    statement = place.statement if place is not None else None
    if place is None or statement is None or folder is None:
        return None
    paths = list(dict.fromkeys(_paths(statement)))
    if len(paths) != 1:
        paths = list(dict.fromkeys(read_paths(place.source, place.file, folder)))
    if len(paths) != 1 or "\0" in paths[0] or paths[0].startswith(("\\\\", "//")):
        return None
    data = _bytes(os.path.join(folder, paths[0]))
    return (paths[0], data) if data is not None else None


def _bytes(path: str) -> bytes | None:
    try:
        found = os.stat(path)
        if not stat.S_ISREG(found.st_mode) or not 0 < found.st_size <= _MOST:
            return None
        with open(path, "rb") as file:
            return file.read(_MOST)
    except OSError:
        return None


def encoding_of(data: bytes) -> str | None:
    """The encoding that bytes are in: by their mark, by what reads them all; None for what is no text.

    ISO 8859-1 and Windows-1252 read nearly everything, so they are the answer only where nothing else reads.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            try:
                data.decode(name)
            except UnicodeDecodeError:
                return None
            return name
    if b"\0" in data or any(byte < 9 or 13 < byte < 27 for byte in data[:4096]):
        return None
    try:
        data.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        pass
    text = data.decode("latin-1")
    controls = any("\x80" <= letter <= "\x9f" for letter in text)
    if controls:
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            return None
    others = [letter for letter in text if not letter.isascii()]
    words = sum(letter.isalpha() or letter in "€£©®°«»“”‘’„–—…§¿¡·" for letter in others)
    return ("cp1252" if controls else "latin-1") if words * 10 >= len(others) * 9 else None


def _paths(statement: Statement) -> Iterator[str]:
    """The literal paths of the files that the statement, the `with` around it, or the assignment above it opens."""
    for call, _ in _calls(statement):
        name = (dotted(call.func) or "").rpartition(".")[2]
        if name not in _READERS:
            continue
        path = call.args[0] if call.args else None
        if isinstance(call.func, ast.Attribute) and name in ("open", "read_text"):
            inner = call_of(call.func.value)
            if inner is not None and (dotted(inner.func) or "").rpartition(".")[2] == "Path" and inner.args:
                path = inner.args[0]
        if isinstance(path, ast.Name):
            bound = binding(statement, path.id)
            path = bound[0] if bound is not None else None
        if isinstance(path, ast.Constant) and isinstance(path.value, str) and path.value:
            yield path.value


def _calls(statement: Statement) -> Iterator[tuple[ast.Call, str | None]]:
    names = {part.id for part in own_parts(statement.node) if isinstance(part, ast.Name)}
    yield from ((call, None) for call in calls_in(statement))
    for parent in statement.parents:
        if isinstance(parent, ast.With):
            for item in parent.items:
                name = item.optional_vars.id if isinstance(item.optional_vars, ast.Name) else None
                call = call_of(item.context_expr)
                if call is not None and name in names:
                    yield call, name
    for name in sorted(names)[:20]:
        bound = binding(statement, name)
        call = call_of(bound[0]) if bound is not None else None
        if call is not None:
            yield call, name


FACTS = (
    Fact(
        "text-encoding",
        "Is the file that the statement reads in another encoding than the one that failed?",
        text_encoding,
        gives=("encoding", "certain"),
    ),
    Fact(
        "begins-with-mark",
        "Does the file that is read begin with the mark of UTF-8, before the name that is missing?",
        begins_with_mark,
        ("key", "name"),
    ),
)
