"""`close-bracket`: add the brackets that were never closed.

Tries the ends of the lines from the opening bracket on, and takes the first where the file compiles; where
the bracket ends its line and the last item has a comma, the closing one goes on a line of its own. Where
the file has other errors too, the first place that makes the statement itself whole, and then it is not
sure. Does not apply where every bracket is closed.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.source.statement import parse
from tracemend.source.text import SourceText

_MAX_TEXT = 1_000_000
_MAX_LINES = 60
_COMPILED = 12_000_000
"""Characters that may be compiled in all: a large file is tried at fewer places."""
_CLOSERS = {"(": ")", "[": "]", "{": "}"}
_TOKEN = re.compile(
    r"""#[^\r\n]*|[A-Za-z]{0,2}(\"""|''')|"(?:[^"\\\r\n]|\\.)*"?|'(?:[^'\\\r\n]|\\.)*'?|[()\[\]{}]|\r\n|\n|\r""",
    re.DOTALL,
)
_BEFORE_EQUALS = re.compile(r"(?<=[^\s=!<>])[ \t]{0,8}=(?!=)")
_BEFORE_AS = re.compile(r"[ \t]{1,8}as[ \t]{1,8}\w+[ \t]{0,8}:\Z")
_GIVES_NUMBER = re.compile(r"\b(?:len|ord|int|float|abs|sum)\Z")
_COMPARED = re.compile(r"[^()\[\]{}<>=!,\r\n]{1,200}?(?=[ \t]{0,8}(?:[<>]|[=!]=))")
"""What one of these calls is given is not compared: its result is."""
_LONG_ENDS = {'"""': re.compile(r'\\.|"""', re.DOTALL), "'''": re.compile(r"\\.|'''", re.DOTALL)}


@dataclass(frozen=True, slots=True)
class _Line:
    """The end of a line's code (before blanks and a comment) and the offsets of the brackets open there."""

    end: int
    open: tuple[int, ...]


def _lines(text: str) -> list[_Line] | None:
    """What is open at each line's end; None where a closing bracket has no partner."""
    found: list[_Line] = []
    stack: list[int] = []
    at = begin = 0
    comment: int | None = None
    while True:
        token = _TOKEN.search(text, at)
        stop = token.start() if token else len(text)
        if token is None or token[0] in ("\n", "\r", "\r\n"):
            end = comment if comment is not None else stop
            while end > begin and text[end - 1] in " \t\f\\":
                end -= 1
            found.append(_Line(end, tuple(stack)))
            if token is None:
                return found
            at, comment = token.end(), None
            begin = at
            continue
        at = token.end()
        if token[0][0] == "#":
            comment = token.start()
        elif token[1]:
            for part in _LONG_ENDS[token[1]].finditer(text, at):
                if part[0] == token[1]:
                    at = part.end()
                    break
            else:
                return found
            found += [_Line(-1, ())] * len(re.findall(r"\r\n|\n|\r", text[token.end() : at]))
            begin = at
        elif token[0] in _CLOSERS:
            stack.append(token.start())
        elif token[0] in _CLOSERS.values():
            if not stack or _CLOSERS[text[stack[-1]]] != token[0]:
                return None
            stack.pop()


def apply(request: Request) -> Mend | None:
    """The recipe."""
    source = request.place.source
    if source is None or len(source.text) > _MAX_TEXT:
        return None
    lines = _lines(source.text)
    if not lines or not lines[-1].open:
        return None
    missing = lines[-1].open
    opened = source.position(missing[-1])[0]
    tries = max(2, min(_MAX_LINES, _COMPILED // (len(source.text) + 1)))
    whole: TextEdit | None = None
    for number in range(opened, min(len(lines), opened + tries) + 1):
        line = lines[number - 1]
        if line.end < 0 or not source.line(number).strip() or not line.open or not set(line.open) <= set(missing):
            continue
        for edit in _closings(source, line, number):
            mended = source.text[: edit.start] + edit.text + source.text[edit.start :]
            if _compiles(mended):
                return Mend((edit,))
            if whole is None and _statement_is_whole(source, line, edit):
                whole = edit
    return Mend((whole,), sure=False) if whole is not None else None


def _closings(source: SourceText, line: _Line, number: int) -> list[TextEdit]:
    """The brackets to add at a line's end, before the colon that ends it, before `as name:`, before
    what is assigned on it."""
    text = source.text
    closers = "".join(_CLOSERS[text[at]] for at in reversed(line.open))
    opener = source.position(line.open[-1])[0]
    if not source.line(number)[: line.end - source.offset(number, 0)].strip():
        return []  # a comment alone
    alone = line.open[-1] == source.offset(opener, 0) + len(source.line(opener).rstrip()) - 1
    if alone and number > opener and text[line.end - 1] == ",":
        at = source.offset(number, len(source.line(number)))
        return [TextEdit(at, at, f"{source.newline}{source.indent_of(opener)}{closers}")]
    ends = [line.end]
    if text[line.end - 1] == ":":
        ends.insert(0, line.end - 1)
        ends += [found.start() for found in [_BEFORE_AS.search(text, line.open[-1], line.end)] if found]
    if number == opener:
        name = _GIVES_NUMBER.search(text, max(0, line.open[-1] - 8), line.open[-1])
        compared = _COMPARED.match(text, line.open[-1] + 1, line.end) if name else None
        if compared is not None:
            ends.insert(0, compared.end())
        ends += [found.start() for found in list(_BEFORE_EQUALS.finditer(text, line.open[-1], line.end))[:3]]
    return [TextEdit(end, end, closers) for end in ends]


def _compiles(text: str) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(text, "<mended>", "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def _statement_is_whole(source: SourceText, line: _Line, edit: TextEdit) -> bool:
    """Whether what was opened and is now closed is a statement by itself."""
    first = source.position(line.open[0])[0]
    start = source.offset(first, len(source.indent_of(first)))
    rest = ":" if source.text.startswith(":", edit.start) else ""
    text = source.text[start : edit.start] + edit.text + rest
    return parse(text) is not None or parse(text + "\n    pass") is not None


RECIPES = (
    Recipe(
        "close-bracket",
        "Adds the brackets that were never closed.",
        apply,
        needs_statement=False,
        unsure="The file has another error too, so the place cannot be tried.",
    ),
)
