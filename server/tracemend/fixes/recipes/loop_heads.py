"""`loop-head`: the head of a `for` as Python has it. `loop-name`: a name for the literal in its place.

- `loop-head`: `for (n in names)` loses its parentheses (and the type before the name); `for (i = 0; i < n; i++)`
  becomes `for i in range(n)`, also with `<=`, a step, and downwards; `for n in names if n > 1:` passes on to the next
  item where the condition does not hold. A missing colon is added. Not sure where the body changes what is counted.
- `loop-name`: `for "word" in words` becomes `for word in words`, and where the body uses no such name, the same literal
  in it does too; a number that the body does not use becomes `_`. Not sure where the file has that name already.
  Does not apply to a number that is used.

Sources: "The for statement" in Python's reference; `range` in Built-in Types.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator, Sequence

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.broken import Broken, Change, Trials, mended
from tracemend.fixes.toolkit.names import is_used
from tracemend.fixes.toolkit.renaming import ends_operand
from tracemend.fixes.toolkit.tokens import Token
from tracemend.source.text import SourceText

_COUNTING = lazy.regex(
    r"(?:(?:int|let|var|auto|size_t|long|const)[ \t]+)?(?P<name>[^\W\d]\w*)[ \t]*:?=[ \t]*(?P<first>[^;=]+?)[ \t]*;"
    r"[ \t]*(?P=name)[ \t]*(?P<sign><=?|>=?|!=)[ \t]*(?P<last>[^;=<>]+?)[ \t]*;"
    r"[ \t]*(?:(?:(?P=name)[ \t]*(?P<count>\+\+|--)|(?P<before>\+\+|--)(?P=name))"
    r"|(?P=name)[ \t]*(?P<by>\+=|-=)[ \t]*(?P<step>\d+)"
    r"|(?P=name)[ \t]*=[ \t]*(?P=name)[ \t]*(?P<way>[+-])[ \t]*(?P<steps>\d+))"
    r"[ \t]*\Z"
)
_EACH = lazy.regex(
    r"(?:(?:int|let|var|auto|const|String|str)[ \t]+)?(?P<head>[^\W\d][\w, \t]*?[ \t]+(?:in|of)[ \t].+)\Z", re.DOTALL
)
_SIMPLE = lazy.regex(r"[\w.]+(?:\([^()]*\))?\Z")


def _head(broken: Broken) -> int | None:
    """The index of the `for` that begins the broken statement."""
    if not broken.tokens:
        return None
    first = broken.first(min(broken.at, len(broken.tokens) - 1))
    while first > 0 and broken.tokens[first - 1].text == ";":  # of a loop of another language
        first = broken.first(first - 1)
    return first if broken.word(first) == "for" else None


def _changes(broken: Broken, trials: Trials) -> Iterator[Change]:
    first = _head(broken)
    if first is None:
        return
    source = broken.source
    line, _ = source.position(broken.tokens[first].start)
    start, end = broken.tokens[first].end, source.offset(line, len(source.line(line)))
    colon, stop = _colon(broken, first, end)
    text = broken.text[start:colon].strip()
    while text[:1] == "(" and text[-1:] == ")" and _wraps(text):
        text = text[1:-1].strip()
    counting = _COUNTING.match(text)
    each = _EACH.match(text) if broken.is_op(first + 1, "(") else None
    if counting is not None:
        changed = re.compile(rf"(?<![\w.]){counting['name']}[ \t]*(?:[-+*/]|//)?=(?!=)")
        sure = not changed.search(broken.text, stop, _body(broken, first)[-1].end)
        if _leads(counting):
            yield Change((TextEdit(start, stop, f" {_range(counting)}:"),), sure)
    elif each is not None:
        head = re.sub(r"\A([\w, \t]*?[ \t])of([ \t])", r"\1in\2", each["head"])
        yield Change((TextEdit(start, stop, f" {head}:"),))
    else:
        yield from _condition(broken, first, colon, stop)


def _wraps(text: str) -> bool:
    """Whether the bracket that a text begins with is closed by its last character."""
    depth = 0
    for at, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if not depth:
            return at == len(text) - 1
    return False


def _colon(broken: Broken, first: int, end: int) -> tuple[int, int]:
    """Where the head's colon stands and ends; both the end of the line's code where it has none."""
    last = broken.tokens[first].end
    for token in broken.tokens[first + 1 :]:
        if token.start >= end or token.kind in ("comment", "newline"):
            break
        if token.text == ":" and token.depth == broken.tokens[first].depth:
            return token.start, token.end
        last = token.end
    return last, last


def _signs(found: re.Match[str]) -> str:
    return found["count"] or found["before"] or found["by"] or found["way"]


def _leads(found: re.Match[str]) -> bool:
    """Whether a counting loop counts towards its end, and meets it."""
    if found["sign"] == "!=":
        return found["count"] is not None or found["before"] is not None
    return found["sign"].startswith(">") == _signs(found).startswith("-")


def _range(found: re.Match[str]) -> str:
    """`i in range(...)` for the parts of a counting loop."""
    down = _signs(found).startswith("-")
    step = int(found["step"] or found["steps"] or 1)
    first, last = found["first"], found["last"]
    if "=" in found["sign"] and found["sign"] != "!=":
        last = f"{last} {'-' if down else '+'} 1"
    parts = [first, last] if down or step != 1 or first != "0" else [last]
    if down or step != 1:
        parts.append(f"-{step}" if down else str(step))
    return f"{found['name']} in range({', '.join(parts)})"


def _condition(broken: Broken, first: int, colon: int, stop: int) -> Iterator[Change]:
    """A condition in the head of a loop, as a statement of its body."""
    tokens = [token for token in broken.tokens[first:] if token.start < colon]
    depth = tokens[0].depth
    outer = [at for at, token in enumerate(tokens) if token.depth == depth]
    ifs = [at for at in outer if tokens[at].text == "if"]
    if len(ifs) != 1 or stop == colon or any(tokens[at].text == "else" for at in outer):
        return
    at, source = ifs[0], broken.source
    if not ends_operand(tokens[at - 1]) or at + 1 >= len(tokens):
        return
    line, _ = source.position(tokens[0].start)
    condition = broken.text[tokens[at + 1].start : tokens[-1].end]
    inner = source.indent_of(line) + source.indent
    rest = broken.text[stop : source.offset(line, len(source.line(line)))]
    begin = tokens[at - 1].end
    if rest.strip() and not rest.strip().startswith("#"):
        yield Change((TextEdit(begin, stop, f":{source.newline}{inner}if {condition}:"),))
        return
    following = next((number for number in range(line + 1, source.line_count + 1) if source.line(number).strip()), line)
    inner = source.indent_of(following) if following > line else inner
    step = inner[len(source.indent_of(line)) :]
    at_end = source.offset(line, len(source.line(line)))
    passed = f"{source.newline}{inner}if {_negated(condition)}:{source.newline}{inner}{step}continue"
    yield Change((TextEdit(begin, stop, ":"), TextEdit(at_end, at_end, passed)))


def _negated(condition: str) -> str:
    if condition.startswith("not ") and _SIMPLE.match(condition[4:].strip()):
        return condition[4:].strip()
    return f"not {condition}" if _SIMPLE.match(condition) else f"not ({condition})"


def _names(broken: Broken, trials: Trials) -> Iterator[Change]:
    """The literal between `for` and `in`, in a loop's head or in a comprehension."""
    tokens = broken.tokens
    if not tokens:
        return
    at = min(broken.at, len(tokens) - 1)
    if tokens[at].kind not in ("string", "number"):
        at = next(
            (near for near in range(at, broken.first(at) - 1, -1) if tokens[near].kind in ("string", "number")), at
        )
    loop = next((index for index in range(at, broken.first(at) - 1, -1) if broken.word(index) in ("for", "in")), None)
    if loop is None or broken.word(loop) != "for":
        return
    target = tokens[at]
    if target.kind == "number":
        same = [
            one for one in _body(broken, loop) if one.kind == "number" and one.text == target.text and one != target
        ]
        if not same:
            yield Change((TextEdit(target.start, target.end, "_"),))
        return
    if target.kind != "string":
        return
    name = broken.text[slice(*target.body)]
    if not name.isidentifier() or keyword.iskeyword(name) or target.prefix:
        return
    body = _body(broken, loop)
    edits = [TextEdit(target.start, target.end, name)]
    if not any(one.kind == "name" and one.text == name for one in body) and not _in_fields(broken, body, name):
        same = [one for one in body if one.text == target.text and one != target]
        edits += [TextEdit(one.start, one.end, name) for one in same]
    outside = broken.text[: tokens[loop].start]
    yield Change(tuple(edits), not _binds(outside, name))


def _in_fields(broken: Broken, body: Sequence[Token], name: str) -> bool:
    """Whether an f-string of the body has the name in a field."""
    return any(
        one.is_text and "f" in one.prefix.lower() and re.search(rf"\{{[^{{}}]*\b{name}\b", one.text) for one in body
    )


def _binds(text: str, name: str) -> bool:
    return is_used(SourceText(re.sub(r"#[^\n]*|\"[^\"\n]*\"|'[^'\n]*'", "", text)), name)


def _body(broken: Broken, loop: int) -> Sequence[Token]:
    """The tokens that a loop's name may be used by: those of its block, or of the brackets of a comprehension."""
    tokens, source = broken.tokens, broken.source
    if tokens[loop].depth:
        up = tokens[loop].up or 0
        end = next((at for at in range(loop, len(tokens)) if tokens[at].depth < tokens[loop].depth), len(tokens))
        return tokens[up + 1 : end]
    line, column = source.position(tokens[loop].start)
    found = []
    for token in tokens[loop:]:
        number, at = source.position(token.start)
        if (
            number > line
            and at <= column
            and not source.line(number)[:at].strip()
            and token.kind not in ("newline", "comment")
        ):
            break
        found.append(token)
    return found


def apply_head(request: Request) -> Mend | None:
    """The recipe `loop-head`."""
    return mended(request, _changes)


def apply_name(request: Request) -> Mend | None:
    """The recipe `loop-name`."""
    return mended(request, _names)


RECIPES = (
    Recipe("loop-head", "Writes the head of a for loop as Python has it.", apply_head, needs_statement=False),
    Recipe("loop-name", "Gives a loop a name in the place of a literal.", apply_name, needs_statement=False),
)
