"""`operator-sign`: an operator as Python writes it. `drop-dot`: a dot before a bracket. `drop-prompt`: pasted prompts.

`operator-sign`: blanks inside an operator (`> =`, `/ =`), its signs changed round (`=>`, `=!`), those of another
language (`&&`, `||`, `!done`, `count++` as a statement). `===` becomes `==`, not sure: `is` may be meant; so `=>`
outside of conditions. `x => x + 1` is a function of another language, `!ls` a command of a notebook: neither is
touched. A text's prefix apart from its quote (`f "..."`) is put to it.
`drop-prompt`: takes `>>> ` and `... ` off each line that begins with one; not sure where other lines with code
stand between them, which may be output. Nothing applies where the file does not compile then.
Source: https://docs.python.org/3/reference/lexical_analysis.html#operators
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracemend import lazy
from tracemend.evidence.syntax import is_bound
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.broken import Broken, Change, Trials, mended, replaced
from tracemend.fixes.toolkit.tokens import Token

_JOINED = frozenset(
    ("<=", ">=", "==", "!=", "+=", "-=", "*=", "/=", "//=", "**=", "%=", "|=", "&=", "^=", "@=", ">>=", "<<=", "->",
     "**", "//", "<<", ">>")
)  # fmt: skip
_ROUND = {"=>": ">=", "=<": "<=", "=!": "!=", "===": "==", "!==": "!=", "><": "!="}
_PROMPT = lazy.regex(r"^([ \t]*)(?:>>>|\.\.\.)(?: |(?=\r?$))", re.MULTILINE)
_WORDS = {"&&": "and", "||": "or"}


def _signs(broken: Broken, trials: Trials) -> Iterator[Change]:
    if not broken.tokens:
        return
    at = min(broken.at, len(broken.tokens) - 1)
    for index in range(min(broken.first(at), at - 2), max(broken.last(at), at + 2)):
        one, other = broken.token(index), broken.token(index + 1)
        if one is None or other is None or one.kind != "op":
            continue
        if other.kind == "op" and "\n" not in broken.text[one.end : other.start]:
            apart, joined = one.end < other.start, one.text + other.text
            if apart and joined == "==" and not _compares(broken, index):
                yield Change((TextEdit(one.end, other.end, ""),), not _assigns(broken, index))
                yield Change((TextEdit(one.end, other.start, ""),))
            elif apart and joined in _JOINED:
                yield Change((TextEdit(one.end, other.start, ""),))
            elif abs(index - broken.at) > 2:
                continue
            elif joined == "=!" and not _compares(broken, index):
                continue  # `done =! done` assigns what is not
            elif joined in _ROUND:
                if joined != "=>" or not _is_arrow(broken, index):
                    sure = _asks(broken, index) if joined == "=>" else joined not in ("===", "!==")
                    yield Change((TextEdit(one.start, other.end, _ROUND[joined]),), sure)
            elif joined in _WORDS and not apart:
                yield from _word(broken, one.start, other.end, _WORDS[joined])
            elif joined in ("++", "--") and not apart:
                yield from _counting(broken, index, joined[0])
        command = broken.begins_line(index) and not broken.tokens[index].depth
        if one.text == "!" and abs(index - broken.at) < 3 and not broken.is_op(index + 1, "=") and not command:
            yield Change((TextEdit(one.start, one.end, "not "),))
    prefix, text = broken.token(broken.at - 1), broken.token(broken.at)
    if prefix is not None and text is not None and _is_apart(broken, prefix, text):
        yield Change((TextEdit(prefix.end, text.start, ""),), _shows(prefix.text, text.text))
    if "forgot a comma" in broken.fault.message:
        yield from _apart(broken)


def _compares(broken: Broken, index: int) -> bool:
    """Whether a sign stands where a comparison is used: in a condition, in brackets, in what is returned."""
    head = broken.word(broken.first(index))
    return broken.tokens[index].depth > 0 or head in ("if", "elif", "while", "assert", "return", "yield")


def _asks(broken: Broken, index: int) -> bool:
    """Whether a sign stands in a condition."""
    return broken.word(broken.first(index)) in ("if", "elif", "while", "assert")


def _is_arrow(broken: Broken, index: int) -> bool:
    """Whether what stands before `=>` are parameters, which stand again behind it: `x => x + 1`."""
    before = broken.token(index - 1)
    if before is None or _asks(broken, index):
        return False
    first = broken.partner(index - 1) if before.text == ")" else index - 1
    names = {broken.word(at) for at in range(index - 1 if first is None else first, index)} - {""}
    return before.text == ")" or any(broken.word(at) in names for at in range(index + 2, broken.last(index) + 1))


def _assigns(broken: Broken, index: int) -> bool:
    """Whether the statement assigns before that sign: then what follows may be compared."""
    return any(broken.is_op(at, "=") for at in range(broken.first(index), index))


def _shows(prefix: str, text: str) -> bool:
    """Whether a text is one for its prefix: it has a field, a backslash."""
    return (prefix in ("f", "F") and "{" in text) or (prefix in ("r", "R") and "\\" in text)


def _is_apart(broken: Broken, prefix: Token, text: Token) -> bool:
    """Whether a prefix, and no name of the file, stands a blank or two before a text."""
    if text.kind != "string" or prefix.text.lower() not in ("f", "r", "b", "rb", "br", "fr"):
        return False
    return 0 < text.start - prefix.end < 3 and text.text[0] in "\"'" and not is_bound(prefix.text, broken.source)


def _apart(broken: Broken) -> Iterator[Change]:
    """A prefix apart from its text, somewhere after the parser's place."""
    for index in range(broken.at, min(broken.at + 60, len(broken.tokens) - 1)):
        one, other = broken.tokens[index], broken.tokens[index + 1]
        if one.kind == "newline":
            return
        if _is_apart(broken, one, other):
            yield Change((TextEdit(one.end, other.start, ""),), _shows(one.text, other.text))
            return


def _word(broken: Broken, start: int, end: int, word: str) -> Iterator[Change]:
    """`and`, `or`, with a blank on each side."""
    text = broken.text
    before = "" if text[start - 1 : start].isspace() else " "
    after = "" if text[end : end + 1].isspace() else " "
    yield Change((TextEdit(start, end, f"{before}{word}{after}"),))


def _counting(broken: Broken, index: int, sign: str) -> Iterator[Change]:
    """`count++` and `++count`, statements of their own."""
    first, last = broken.first(index), broken.last(index)
    one, other = broken.tokens[index], broken.tokens[index + 1]
    if one.depth == 0 and index + 1 == last and index > first and broken.tokens[index - 1].kind != "op":
        yield Change((TextEdit(one.start, other.end, f" {sign}= 1"),))


def _dot(broken: Broken, trials: Trials) -> Iterator[Change]:
    for index in (broken.at - 1, broken.at):
        one, other = broken.token(index), broken.token(index + 1)
        if one is None or other is None or one.text != "." or other.text not in ("(", "["):
            continue
        before = broken.token(index - 1)
        if one.end == other.start and before is not None and (before.kind == "name" or before.text in (")", "]")):
            yield replaced(one, "")


def _prompts(broken: Broken, trials: Trials) -> Iterator[Change]:
    line = broken.source.line(broken.fault.line)
    if not _PROMPT.match(line):
        return
    matches = list(_PROMPT.finditer(broken.text))
    plain = _plain_lines(broken, matches)
    if plain:
        # Other code stands there too: prompts in its texts are its own.
        starts = {token.start for token in broken.tokens}
        matches = [match for match in matches if match.end(1) in starts]
        plain = _plain_lines(broken, matches)
    yield Change(tuple(TextEdit(match.end(1), match.end(), "") for match in matches), not plain)


def _plain_lines(broken: Broken, matches: list[re.Match[str]]) -> bool:
    """Whether lines with code but without a prompt stand between the first prompt and the last."""
    if not matches:
        return False
    source = broken.source
    first, last = (source.position(match.start())[0] for match in (matches[0], matches[-1]))
    lines = (source.line(number) for number in range(first, last + 1))
    return any(text.strip() and not text.lstrip().startswith("#") and not _PROMPT.match(text) for text in lines)


def apply_signs(request: Request) -> Mend | None:
    """The recipe `operator-sign`."""
    return mended(request, _signs)


def apply_dot(request: Request) -> Mend | None:
    """The recipe `drop-dot`."""
    return mended(request, _dot)


def apply_prompts(request: Request) -> Mend | None:
    """The recipe `drop-prompt`."""
    return mended(request, _prompts)


RECIPES = (
    Recipe(
        "operator-sign",
        "Writes an operator as Python has it.",
        apply_signs,
        needs_statement=False,
        unsure="Another operator may be meant.",
    ),
    Recipe("drop-dot", "Takes away a dot before a bracket.", apply_dot, needs_statement=False),
    Recipe(
        "drop-prompt",
        "Takes the interpreter's prompts off pasted lines.",
        apply_prompts,
        needs_statement=False,
        unsure="The lines between may be what the interpreter printed.",
    ),
)
