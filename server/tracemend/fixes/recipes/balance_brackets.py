"""`balance-brackets`: a closing bracket too many, of the wrong kind, or one that stands too late.

Too many: removed. Sure where it follows another one of its kind or stands alone, or where no other of its kind can
go instead without changing what is meant. Wrong kind: exchanged where the file compiles then; else what was opened
inside is closed before it: at the end of a line where one part ends, sure where there is one such place. A bracket
left open on a line of its own while the partner stands alone below other statements: closed there, the stray one
removed. Does not apply where a bracket is only missing (`close-bracket`).
Source: https://docs.python.org/3/reference/lexical_analysis.html#implicit-line-joining
"""

from __future__ import annotations

import ast
import builtins
import keyword
import re
from collections.abc import Iterator

from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit, apply_edits
from tracemend.fixes.toolkit.brackets import ANY, opener_meant, parsed
from tracemend.fixes.toolkit.broken import Broken, Change, Trials, inserted, mended, replaced
from tracemend.fixes.toolkit.oddities import NEVER
from tracemend.fixes.toolkit.openings import is_glued, leaves_unbound, openings
from tracemend.fixes.toolkit.plausible import Weigher
from tracemend.fixes.toolkit.tokens import CLOSERS, OPENERS, Token

_STATEMENTS = frozenset(keyword.kwlist) - {"None", "True", "False", "and", "or", "not", "in", "is", "if", "else", "for"}
_PLACES = 24
_BINARY = frozenset(
    ("+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "<", ">", "<=", ">=", "==", "!=", "and", "or",
     "in", "is")
)  # fmt: skip


def _changes(broken: Broken, trials: Trials) -> Iterator[Change]:
    token = broken.token(broken.at)
    if token is None:
        return
    if broken.fault.message.startswith("unmatched '"):
        yield from _too_many(broken, trials)
    elif broken.fault.message.startswith("closing parenthesis"):
        yield from _wrong_kind(broken, trials)
    else:
        yield from _stray(broken, trials)


def _removal(broken: Broken, token: Token) -> TextEdit:
    """The edit that takes a bracket away, with its line where it stands alone."""
    source = broken.source
    line, _ = source.position(token.start)
    if source.line(line).strip() == token.text:
        start = source.offset(line, 0)
        return TextEdit(start, start + len(source.lines[line - 1]), "")
    start = token.start
    if broken.text[token.end : token.end + 1] in ("", "\r", "\n"):
        while start and broken.text[start - 1] in " \t":
            start -= 1
    return TextEdit(start, token.end, "")


def _too_many(broken: Broken, trials: Trials) -> Iterator[Change]:
    at = broken.at
    token = broken.tokens[at]
    removal = _removal(broken, token)
    first = broken.first(at)
    opened = openings(broken, trials, at, apply_edits(broken.text, (removal,))) if first < at else []
    start = broken.source.offset(broken.source.position(broken.tokens[first].start)[0], 0)
    weight = Weigher(start).weight(apply_edits(broken.text, (removal,))) if first < at else None
    glued = any(is_glued(broken, index) for index in range(first, at))
    doubtful = weight is None or weight >= NEVER or glued or _is_called(broken, at)
    doubtful = doubtful or (bool(opened) and leaves_unbound(broken, first, at))
    if opened and (doubtful or (weight or 0) > opened[0][0]):
        yield Change(opened[0][1], len(opened) == 1 or opened[0][0] < opened[1][0])
        for _, edits in opened[1:]:
            yield Change(edits, False)
    for change in _taken_away(broken, trials, removal):
        equal = opened and opened[0][0] < (weight or 0) + 1
        own = change.edits == (removal,)
        yield Change(change.edits, change.sure and not (own and (doubtful or equal) and first < at))


def _is_called(broken: Broken, at: int) -> bool:
    """Whether what stands right before the bracket is a class or function, or begins with one: `x = Reader)` and
    `n = lenrows)` lack their other bracket."""
    word = broken.word(at - 1)
    if not word or broken.tokens[at].text != ")":
        return False
    begins = (word[:cut] for cut in range(3, len(word)) if word[cut:].isidentifier())
    if not hasattr(builtins, word) and any(callable(getattr(builtins, name, None)) for name in begins):
        return len(re.findall(rf"\b{re.escape(word)}\b", broken.text)) == 1
    if broken.is_op(at - 2, ",", "("):
        return False
    defined = re.search(rf"^[ \t]*(?:def|class)[ \t]+{re.escape(word)}\b", broken.text, re.MULTILINE)
    return defined is not None or (word[0].isupper() and not word.isupper())


def _taken_away(broken: Broken, trials: Trials, removal: TextEdit) -> Iterator[Change]:
    """One of the closing brackets of the statement taken away."""
    at = broken.at
    token, first = broken.tokens[at], broken.first(at)
    # Only brackets of the same statement can be the one too many in its stead.
    begins = first if broken.tokens[first].start < token.start else at
    others = [index for index in range(begins, at) if broken.is_op(index, token.text)][-8:]
    lines = broken.source.position(broken.tokens[begins].start)[0], broken.source.position(token.start)[0]
    whole = _tree(apply_edits(broken.text, (removal,)), lines)
    different: dict[str, int] = {}
    for index in others:
        edit = TextEdit(broken.tokens[index].start, broken.tokens[index].end, "")
        tree = _tree(apply_edits(broken.text, (edit,)), lines) if trials.compiles(broken.text, (edit,)) else None
        if tree is not None and tree != whole:
            different[tree] = index
    changes = [replaced(broken.tokens[index], "", False) for index in different.values()]
    doubled = [index for index in different.values() if broken.is_op(index - 1, token.text)]
    if changes and whole is not None and _leads_nowhere(broken, removal):
        yield Change(changes[0].edits, len(changes) == 1)
        yield from changes[1:]
        return
    repeated = (broken.is_op(at - 1, token.text) or broken.begins_line(at)) and _ends_statement(broken, at)
    yield Change((removal,), not doubled if repeated else not different and not _groups(broken, at))
    yield from changes


def _groups(broken: Broken, at: int) -> bool:
    """Whether the bracket ends a sum that is multiplied, `a + b) / 2`: the opening one may be what is missing."""
    if broken.tokens[at].text != ")" or not broken.is_op(at + 1, "*", "/", "//", "%", "**"):
        return False
    before = broken.tokens[broken.first(at) : at]
    return any(one.kind == "op" and one.text in ("+", "-") and one.depth == broken.tokens[at].depth for one in before)


def _leads_nowhere(broken: Broken, removal: TextEdit) -> bool:
    """Whether the statement would compute something that nothing uses, `print(len(a)) / 2`."""
    first = broken.tokens[broken.first(broken.at)]
    text = apply_edits(broken.text, (removal,))
    end = text.find("\n", first.start)
    try:
        node = ast.parse(text[first.start : end if end >= 0 else len(text)]).body[0]
    except (SyntaxError, ValueError, IndexError):
        return False
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.BinOp)


def _ends_statement(broken: Broken, at: int) -> bool:
    """Whether nothing but a comment, a colon or further closing brackets follows."""
    token = broken.token(at + 1)
    return token is None or token.kind in ("newline", "comment") or token.text in (":", ")", "]", "}", ",", ";")


def _tree(text: str, lines: tuple[int, int]) -> str | None:
    """The module's statements that stand on these lines, first and last; what is above and below is always the same."""
    tree = parsed(text)
    if tree is None:
        return None
    nodes = [node for node in tree.body if (node.end_lineno or node.lineno) >= lines[0] and node.lineno <= lines[1]]
    return ast.dump(ast.Module(nodes, []))


def _wrong_kind(broken: Broken, trials: Trials) -> Iterator[Change]:
    token = broken.tokens[broken.at]
    opener = _opener(broken, broken.at)
    if opener is None:
        return
    right = OPENERS[broken.tokens[opener].text]
    exchange = replaced(token, right)
    if trials.compiles(broken.text, exchange.edits):
        yield from _either(broken, trials, opener, exchange)
        return
    begin = replaced(broken.tokens[opener], CLOSERS[token.text])
    if not _follows_operand(broken, opener) and trials.compiles(broken.text, begin.edits):
        yield begin
        return
    removal = Change((_removal(broken, token),))
    if trials.compiles(broken.text, removal.edits):
        opened = openings(broken, trials, broken.at, apply_edits(broken.text, removal.edits))
        yield Change(removal.edits, not opened and not leaves_unbound(broken, opener, broken.at))
        for _, edits in opened:
            yield Change(edits, False)
        return
    following = broken.after(broken.at)
    if broken.is_op(following, right) and broken.tokens[following].start - token.end < 2:
        change = Change(
            (TextEdit(token.start, token.end, right), replaced(broken.tokens[following], token.text).edits[0])
        )
        if trials.compiles(broken.text, change.edits):
            yield change
            return
    crossing = _crossing(broken, broken.at, right, token.text)
    if crossing is not None and trials.compiles(broken.text, crossing.edits):
        yield crossing
        return
    yield from _closed_before(broken, trials, opener, right)


def _either(broken: Broken, trials: Trials, opener: int, exchange: Change) -> Iterator[Change]:
    """The closing bracket exchanged, or the opening one: whichever the code shows, the closing one first and not sure
    where it shows neither."""
    first, wrong = broken.tokens[opener], broken.tokens[broken.at]
    other = replaced(first, CLOSERS[wrong.text])
    inner = [token for token in broken.tokens[opener + 1 : broken.at] if token.depth == first.depth + 1]
    signs = {token.text for token in inner if token.kind in ("op", "name")}
    grouped = first.text == "(" and "," not in signs and signs & _BINARY and "for" not in signs
    paired = first.text == "{" and ":" in signs
    if _follows_operand(broken, opener) or grouped or paired or not trials.compiles(broken.text, other.edits):
        yield exchange
        return
    meant = opener_meant(apply_edits(broken.text, exchange.edits), first.start)
    if meant == CLOSERS[wrong.text]:
        yield other
    yield Change(exchange.edits, meant in (ANY, first.text))


def _follows_operand(broken: Broken, index: int) -> bool:
    """Whether a bracket calls or indexes what stands before it, or begins a definition's parameters."""
    before = broken.token(index - 1)
    if before is None or before.kind in ("newline", "comment"):
        return False
    return (before.kind == "name" and not keyword.iskeyword(before.text)) or (
        before.kind == "string" or before.text in (")", "]", "}")
    )


def _opener(broken: Broken, at: int) -> int | None:
    """The index of the bracket that the one at an index would close."""
    stack: list[int] = []
    for index, token in enumerate(broken.tokens[:at]):
        if token.kind == "op" and token.text in OPENERS:
            stack.append(index)
        elif token.kind == "op" and token.text in OPENERS.values() and stack:
            stack.pop()
    return stack[-1] if stack else None


def _crossing(broken: Broken, at: int, right: str, wrong: str) -> Change | None:
    """Both of two closing brackets exchanged, `[(1], 2)`."""
    for index in range(at + 1, min(at + 40, len(broken.tokens))):
        token = broken.tokens[index]
        if token.kind == "op" and token.text in OPENERS.values():
            if token.text != right:
                return None
            this = broken.tokens[at]
            return Change((TextEdit(this.start, this.end, right), TextEdit(token.start, token.end, wrong)))
        if token.kind == "op" and token.text in OPENERS:
            return None
    return None


def _closed_before(broken: Broken, trials: Trials, opener: int, right: str) -> Iterator[Change]:
    """The inner bracket closed where one part ends: before a comma, at a line's end, before the wrong bracket."""
    inner = broken.tokens[opener].depth + 1
    places: list[int] = []
    for index in range(opener + 1, broken.at + 1):
        token = broken.tokens[index]
        ends = token.text in (",", ":") or token.kind in ("newline", "comment") or index == broken.at
        if (
            ends
            and (token.depth == inner or index == broken.at)
            and (broken.before(index) > opener or index == broken.at == opener + 1)
        ):
            place = broken.tokens[broken.before(index)].end
            if broken.text[place - 1] != "," and place not in places:
                places.append(place)
    fitting = [place for place in places[:_PLACES] if trials.compiles(broken.text, (TextEdit(place, place, right),))]
    first = broken.tokens[broken.first(opener)].start
    weigher = Weigher(broken.source.offset(broken.source.position(first)[0], 0))
    weights = {place: weigher.weight(f"{broken.text[:place]}{right}{broken.text[place:]}") for place in fitting}
    least = min((weight for weight in weights.values() if weight is not None), default=0)
    fitting = [place for place in fitting if weights[place] in (None, least)]
    if not fitting or least >= NEVER:
        return
    line = broken.source.position(broken.tokens[opener].start)[0]
    of_line = [place for place in fitting if broken.source.position(place)[0] == line]
    if len(fitting) == 1:
        yield inserted(fitting[0], right, not _may_end_sooner(broken, opener, fitting[0]))
    elif of_line and broken.source.position(fitting[-1])[0] != line:
        yield inserted(of_line[-1], right, len(of_line) == 1)  # what its own line holds is one part
    else:
        yield inserted(fitting[-1], right, False)


def _may_end_sooner(broken: Broken, opener: int, end: int) -> bool:
    """Whether an operator stands in what the bracket would hold: then it may have ended before that."""
    inner = broken.tokens[opener].depth + 1
    between = [token for token in broken.tokens[opener + 2 :] if token.end <= end and token.depth == inner]
    return any(token.text in _BINARY for token in between)


def _stray(broken: Broken, trials: Trials) -> Iterator[Change]:
    """An open bracket closed at its line's end, its partner on a line of its own further down removed."""
    opened = broken.tokens[broken.at].up
    while opened is not None and broken.tokens[opened].up is not None:
        opened = broken.tokens[opened].up
    at = broken.outdented(opened) if opened is not None else None
    if opened is None or at is None:
        return
    token, opener, before = broken.tokens[at], broken.tokens[opened], broken.before(at)
    if broken.tokens[before].text == "," or broken.tokens[before].depth != 1:
        return
    end = broken.tokens[before].end
    closing = TextEdit(end, end, OPENERS[opener.text])
    rest = trials.broken(apply_edits(broken.text, (closing,)))
    if rest is None or not rest.fault.message.startswith("unmatched") or rest.token(rest.at) is None:
        return
    removal = _removal(rest, rest.tokens[rest.at])
    edits = (closing, TextEdit(removal.start - 1, removal.end - 1, ""))
    yield Change(edits, rest.begins_line(rest.at) or token.text in _STATEMENTS)


def apply(request: Request) -> Mend | None:
    """The recipe."""
    return mended(request, _changes)


RECIPES = (
    Recipe(
        "balance-brackets",
        "Removes, exchanges or moves a closing bracket, or opens one that was closed alone.",
        apply,
        needs_statement=False,
        unsure="Another bracket of the statement may be the one that is wrong.",
    ),
)
