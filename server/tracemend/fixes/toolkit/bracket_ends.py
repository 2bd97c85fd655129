"""Where a bracket that was never closed may end, line by line: the first line's end where the file compiles."""

from __future__ import annotations

import ast
import keyword
import re
from collections.abc import Sequence
from dataclasses import dataclass

from tracemend import lazy
from tracemend.fixes.recipe import Mend, TextEdit
from tracemend.fixes.toolkit.brackets import expressions_without_effect, parsed
from tracemend.fixes.toolkit.compiling import compiles
from tracemend.fixes.toolkit.tokens import OPENERS, Token, tokens_of
from tracemend.source.statement import parse
from tracemend.source.text import SourceText

_MAX_LINES = 60
_COMPILED = 12_000_000
"""Characters that may be compiled in all: a large file is tried at fewer places."""
_TOKEN = lazy.regex(
    r"""#[^\r\n]*|[A-Za-z]{0,2}(\"""|''')|"(?:[^"\\\r\n]|\\.)*"?|'(?:[^'\\\r\n]|\\.)*'?|[()\[\]{}]|\r\n|\n|\r""",
    re.DOTALL,
)
_BEFORE_EQUALS = lazy.regex(r"(?<=[^\s=!<>])[ \t]{0,8}=(?!=)")
_BEFORE_AS = lazy.regex(r"[ \t]{1,8}as[ \t]{1,8}\w+[ \t]{0,8}:\Z")
_GIVES_NUMBER = lazy.regex(r"\b(?:len|ord|int|float|abs|sum)\Z")
_COMPARED = lazy.regex(r"[^()\[\]{}<>=!,\r\n]{1,200}?(?=[ \t]{0,8}(?:[<>]|[=!]=))")
"""What one of these calls is given is not compared: its result is."""
_LAST_WORD = lazy.regex(r"\w+\Z")
_ONE_ARGUMENT = frozenset(
    ["abs", "bool", "chr", "float", "hash", "id", "input", "int", "len", "list", "ord", "repr", "set", "str", "tuple"]
)
"""Built-in functions that take one argument; `int` and `str` may have more."""
_ARITHMETIC = frozenset(["+", "-", "*", "/", "//", "%", "**"])
_TIGHT = _ARITHMETIC - {"+", "-"}
_BEHIND_OPERAND = tuple("+-([\"'")
_LONG_ENDS = {'"""': lazy.regex(r'\\.|"""', re.DOTALL), "'''": lazy.regex(r"\\.|'''", re.DOTALL)}


@dataclass(frozen=True, slots=True)
class LineEnd:
    """The end of a line's code (before blanks and a comment) and the offsets of the brackets open there."""

    end: int
    open: tuple[int, ...]


def _lines(text: str) -> list[LineEnd] | None:
    """What is open at each line's end; None where a closing bracket has no partner."""
    found: list[LineEnd] = []
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
            found.append(LineEnd(end, tuple(stack)))
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
            found += [LineEnd(-1, ())] * len(re.findall(r"\r\n|\n|\r", text[token.end() : at]))
            begin = at
        elif token[0] in OPENERS:
            stack.append(token.start())
        elif token[0] in OPENERS.values():
            if not stack or OPENERS[text[stack[-1]]] != token[0]:
                return None
            stack.pop()


def closed_by_trying(source: SourceText) -> Mend | None:
    """The first line's end from the opening bracket on where the file compiles."""
    lines = _lines(source.text)
    if not lines or not lines[-1].open:
        return None
    missing = lines[-1].open
    opened = source.position(missing[-1])[0]
    tries = max(2, min(_MAX_LINES, _COMPILED // (len(source.text) + 1)))
    whole: TextEdit | None = None
    dangling: list[ast.Expr] = []
    chosen: Mend | None = None
    for number in range(opened, min(len(lines), opened + tries) + 1):
        line = lines[number - 1]
        if line.end < 0 or not source.line(number).strip() or not line.open or not set(line.open) <= set(missing):
            continue
        if dangling and number < (dangling[0].end_lineno or 0):
            continue
        for edit in _closings(source, line, number):
            closed = source.text[: edit.start] + edit.text + source.text[edit.start :]
            tree = parsed(closed) if compiles(closed) else None
            if tree is not None:
                chosen = Mend((edit,), sure=not may_end_sooner(source.text, line, edit))
                dangling = [one for one in expressions_without_effect(tree) if one.lineno > number][:1]
                if not dangling or not _may_go_on(source, number, dangling[0]):
                    return chosen
                if not _goes_on(source, number, dangling[0]):
                    return not_sure(chosen)
                break
            if whole is None and _statement_is_whole(source, line, edit):
                whole = edit
    if chosen is not None:
        return not_sure(chosen)  # what stands alone below it may belong to it, and does not fit
    return Mend((whole,), sure=False) if whole is not None else None


def not_sure(mend: Mend) -> Mend:
    """The same edits, not to be preferred."""
    return Mend(mend.edits, sure=False)


def _may_go_on(source: SourceText, number: int, statement: ast.Expr) -> bool:
    """Whether an expression without effect follows that line and begins with what may also stand behind an operand."""
    between = range(number + 1, statement.lineno)
    begin = source.line(statement.lineno).lstrip()[:1]
    return begin in _BEHIND_OPERAND and not any(source.line(one).strip() for one in between)


def _goes_on(source: SourceText, number: int, statement: ast.Expr) -> bool:
    """Whether an expression without effect is the rest of what ends on the line before it: it begins with a sign, or
    is a text after a text."""
    begin = source.line(statement.lineno).lstrip()
    return begin[:1] in "+-" or (begin[:1] in "\"'" and begin[:3] not in _LONG_ENDS and _ends_text(source, number))


def _ends_text(source: SourceText, number: int) -> bool:
    tokens = [token for token in tokens_of(source.line(number)) if token.kind != "comment"]
    return bool(tokens) and tokens[-1].kind == "string"


def _closings(source: SourceText, line: LineEnd, number: int) -> list[TextEdit]:
    """The brackets to add at a line's end, before the colon that ends it, before `as name:`, before
    what is assigned on it."""
    text = source.text
    closers = "".join(OPENERS[text[at]] for at in reversed(line.open))
    opener = source.position(line.open[-1])[0]
    if not source.line(number)[: line.end - source.offset(number, 0)].strip():
        return []  # a comment alone
    alone = line.open[-1] == source.offset(opener, 0) + len(source.line(opener).rstrip()) - 1
    if alone and number > opener and text[line.end - 1] == ",":
        at = source.offset(number, len(source.line(number)))
        return [TextEdit(at, at, f"{source.newline}{source.indent_of(opener)}{closers}")]
    ends = [*_sooner(text, line), line.end]
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


def _sooner(text: str, line: LineEnd) -> list[int]:
    """Where a call on that line has to end before the line does: before a second argument that its function does not
    take, before what its result and not its argument is joined or added to."""
    word = _LAST_WORD.search(text, max(0, line.open[0] - 20), line.open[0])
    begin = word.start() if word else line.open[0]
    tokens = tokens_of(text[begin : line.end])
    for at in range(len(tokens) - 1):
        name = tokens[at].text
        if tokens[at + 1].text != "(" or name not in _ONE_ARGUMENT or (at and tokens[at - 1].text == "."):
            continue
        depth = tokens[at + 1].depth + 1
        end = next((index for index in range(at + 2, len(tokens)) if tokens[index].depth < depth), len(tokens))
        own = tokens[at + 2 : end]
        for index in range(1, len(own)):
            if own[index].depth == depth and _parts(name, own[:index], own[index], own[index + 1 : index + 2]):
                return [begin + own[index - 1].end]
    return []


def _parts(name: str, before: Sequence[Token], sign: Token, after: Sequence[Token]) -> bool:
    """Whether a sign in the parentheses of a call stands behind its argument."""
    follower = after[0] if after else None
    if sign.text == "," or follower is None:
        return sign.text == "," and follower is not None and follower.text != ")" and name not in ("str", "int")
    if name == "str":
        return sign.text == "+" and follower.kind == "string" and not any(token.is_text for token in before)
    if name in ("int", "float"):
        return sign.text in _ARITHMETIC and before[0].text == "input" and follower.kind == "number"
    return name == "len" and (sign.text in ("-", "/", "//", "%") or (sign.text == "+" and follower.kind == "number"))


def may_end_sooner(text: str, line: LineEnd, edit: TextEdit) -> bool:
    """Whether parentheses that only group would change what is computed if they ended before a sign that binds more
    tightly than one in them, `(1 + 2 * 3`."""
    opener = line.open[-1]
    before = text[:opener].rstrip(" \t")
    last = _LAST_WORD.search(before)
    if text[opener] != "(" or (before[-1:] in ")]}\"'" and before) or (last and not keyword.iskeyword(last[0])):
        return False
    seen: set[str] = set()
    for token in tokens_of(text[opener + 1 : edit.start]):
        if token.depth:
            continue
        if (token.text in _TIGHT and seen & {"+", "-"}) or (token.text == "and" and "or" in seen):
            return True
        if token.text in (",", "if", "else", "for", "<", ">", "==", "!=", "<=", ">=", "in", "is"):
            seen -= {"+", "-"}
        seen.add(token.text)
    return False


def _statement_is_whole(source: SourceText, line: LineEnd, edit: TextEdit) -> bool:
    """Whether what was opened and is now closed is a statement by itself."""
    first = source.position(line.open[0])[0]
    start = source.offset(first, len(source.indent_of(first)))
    rest = ":" if source.text.startswith(":", edit.start) else ""
    text = source.text[start : edit.start] + edit.text + rest
    return parse(text) is not None or parse(text + "\n    pass") is not None
