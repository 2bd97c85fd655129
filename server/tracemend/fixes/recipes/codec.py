"""`codec-name`, `codec-bom`: the encoding's name as Python knows it, and UTF-8 that begins with a mark.

- `codec-name`: a misspelt encoding becomes the known one that is like it; names of other programs (utf-8-bom, ansi)
  become Python's. Not sure where another known one is as much like it, or the name is another encoding on each system.
- `codec-bom`: where `json` met the mark of UTF-8, the file that was opened, or the `decode`, gets `utf-8-sig`. With
  `checked` a fact has seen the mark, and a name or a number that begins the file was not found because of it.

Source: https://docs.python.org/3/library/codecs.html#standard-encodings
"""

from __future__ import annotations

import ast
import codecs
from difflib import SequenceMatcher, get_close_matches

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.code import called, keyword_of, text_of
from tracemend.fixes.toolkit.edits import add_keyword
from tracemend.fixes.toolkit.handles import is_open, mode_of, mode_position, opened
from tracemend.source.module import whole
from tracemend.source.reach import reach
from tracemend.source.statement import own_parts

_UNKNOWN = lazy.regex(r"unknown encoding: (\S+)$")
_OTHERS = {
    "utf-8-bom": "utf-8-sig", "utf8-bom": "utf-8-sig", "utf8bom": "utf-8-sig", "utf-8bom": "utf-8-sig",
    "utf-8-with-bom": "utf-8-sig", "utf8-sig-bom": "utf-8-sig", "ansi": "cp1252", "windows-ansi": "cp1252",
    "utf-16-bom": "utf-16", "unicode": "utf-16", "latin": "latin-1", "latin1-1": "latin-1",
}  # fmt: skip
_OF_SYSTEM = ("cp1252", "utf-16")
"""What Windows calls `ansi` is its own country's, and `unicode` may have been meant for any."""
_KNOWN = (
    "utf-8", "utf8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "ascii", "latin-1", "latin1",
    "iso-8859-1", "iso-8859-15", "iso-8859-2", "cp1252", "cp1251", "cp437", "cp850", "windows-1252", "shift_jis",
    "euc_jp", "gb2312", "gbk", "gb18030", "big5", "koi8-r", "us-ascii",
)  # fmt: skip


def codec_name(request: Request) -> Mend | None:
    """The recipe for a name that is not known."""
    statement = request.place.statement
    found = _UNKNOWN.search(request.report.first_line)
    file = whole(statement.source) if statement is not None else None
    if statement is None or file is None or found is None:
        return None
    other = _OTHERS.get(found[1].lower().replace("_", "-"))
    alike = [other] if other is not None else get_close_matches(found[1].lower(), _KNOWN, 9, 0.75)
    if not alike:
        return None
    wanted = alike[0]
    sure = wanted not in _OF_SYSTEM if other is not None else _is_alone(found[1].lower(), alike)
    literals: dict[int, ast.expr] = {}
    for part in own_parts(statement.node):
        same = file.same(statement, part) if isinstance(part, ast.Name | ast.Constant) else None
        for source in (reach(file, same) or ()) if isinstance(same, ast.expr) else ():
            if text_of(source) == found[1]:
                literals[id(source)] = source
    if len(literals) != 1:
        return None
    start, end = file.span(next(iter(literals.values())))
    written = file.source.text[start:end]
    if written.count(found[1]) != 1:
        return None
    at = start + written.index(found[1])
    return Mend((TextEdit(at, at + len(found[1]), wanted),), sure=sure)


def _is_alone(name: str, alike: list[str]) -> bool:
    """Whether the first of the known names is more like a name than those of any other encoding."""
    likeness = [SequenceMatcher(None, one, name).ratio() for one in alike]
    codec = codecs.lookup(alike[0]).name
    return all(
        likeness[0] - other > 0.02
        for other, one in zip(likeness, alike, strict=True)
        if codecs.lookup(one).name != codec
    )


_READS = ("open", "read_text", "decode")
"""A file without one of these words reads no text; it need not be parsed."""


def codec_bom(request: Request) -> Mend | None:
    """The recipe for the mark of UTF-8."""
    statement = request.place.statement
    asked = "utf-8-sig" in request.report.message or bool(request.arguments.get("checked"))
    if statement is None or not asked or not any(name in statement.source.text for name in _READS):
        return None
    file = whole(statement.source)
    if file is None:
        return None
    found = opened(file, statement)
    for part in own_parts(statement.node):
        same = file.same(statement, part) if isinstance(part, ast.Call | ast.Name) else None
        for source in (reach(file, same) or ()) if isinstance(same, ast.expr) else ():
            calls = [one for one in ast.walk(source) if isinstance(one, ast.Call)]
            found += [one for one in calls if called(one) in ("read_text", "decode")]
    found = list({id(one): one for one in found}.values())
    if not found and request.arguments.get("checked"):
        every = [one for one in file.nodes if isinstance(one, ast.Call)]
        found = [one for one in every if is_open(one) and set(mode_of(one) or "") <= set("rtU")]
    if len(found) != 1 or (is_open(found[0]) and "b" in (mode_of(found[0]) or "")):
        return None
    call = found[0]
    given = keyword_of(call, "encoding")
    position = 0 if called(call) in ("read_text", "decode") else mode_position(call) + 2
    node = given.value if given is not None else call.args[position] if len(call.args) > position else None
    if node is None:
        text = '"utf-8-sig"' if called(call) == "decode" else 'encoding="utf-8-sig"'
        return Mend((add_keyword(file.statement(call), call, text),))
    if (text_of(node) or "").lower().replace("_", "-") not in ("utf-8", "utf8"):
        return None
    start, end = file.span(node)
    quote = file.source.text[end - 1]
    return Mend((TextEdit(start, end, f"{quote}utf-8-sig{quote}"),))


RECIPES = (
    Recipe(
        "codec-name",
        "Writes the encoding's name as Python knows it.",
        codec_name,
        unsure="Another encoding may be meant: look at what wrote the file.",
    ),
    Recipe(
        "codec-bom",
        "Reads UTF-8 that begins with a mark (utf-8-sig).",
        codec_bom,
        {"checked": "true where a fact has seen the mark"},
    ),
)
