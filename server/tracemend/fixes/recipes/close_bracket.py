"""`close-bracket`: add the brackets that were never closed.

By the layout first (`toolkit.layout`): a line whose bracket is open where the next begins no further in lacks it there,
at the place that reads best (`toolkit.plausible`); sure where no other reads as well. Where layout shows nothing:
tries the ends of the lines from the opening bracket on, and takes the first where the file compiles and what follows
is a statement of its own, not the rest of the one before (`-3`, a text after a text); on a line, before what its call
does not take (`len(a, "b")`, `str(n + "x")`). Where the bracket ends its line and the last item has a comma, the
closing one goes on a line of its own. Not sure where parentheses group and may end before a sign that binds more
tightly, nor where what follows has no effect. Where the file has other errors too, the first place that makes the
statement itself whole, and then it is not sure. Does not apply where every bracket is closed.
"""

from __future__ import annotations

import keyword
from collections.abc import Iterator

from tracemend.fixes.recipe import Mend, Recipe, Request
from tracemend.fixes.toolkit.bracket_ends import LineEnd, closed_by_trying, may_end_sooner, not_sure
from tracemend.fixes.toolkit.broken import Broken, Change, Trials, inserted, mended, replaced
from tracemend.fixes.toolkit.layout import Lack, lacks
from tracemend.fixes.toolkit.oddities import NEVER
from tracemend.fixes.toolkit.plausible import Weigher
from tracemend.fixes.toolkit.tokens import OPENERS, Token, tokens_of

_MAX_TEXT = 1_000_000
_BEHIND_END = frozenset(
    ["+", "-", "*", "/", "//", "%", "**", "and", "or", "|", "&", "<", ">", "<=", ">=", "==", "!=", "in", "is", "not"]
)
"""Signs before which a bracket seldom ends, if it may end behind what follows them as well."""
_MAX_PLACES = 30
"""So many places of one line are weighed, the last ones."""


def apply(request: Request) -> Mend | None:
    """The recipe."""
    source = request.place.source
    if source is None or len(source.text) > _MAX_TEXT:
        return None
    found = mended(request, _by_layout)
    if found is not None:
        return found
    made = closed_by_trying(source)
    shown = made is not None and next(lacks(source, tokens_of(source.text)), None) is not None
    return not_sure(made) if made is not None and shown else made  # no place that the layout shows reads well


def _by_layout(broken: Broken, trials: Trials) -> Iterator[Change]:
    """The bracket closed where the layout of the lines shows that it is missing, at the likeliest place there."""
    for lack in lacks(broken.source, broken.tokens):
        if lack.alone:
            yield from _on_own_line(broken, lack)
            continue
        yield from _in_line(broken, lack, trials)


def _on_own_line(broken: Broken, lack: Lack) -> Iterator[Change]:
    source, last = broken.source, broken.tokens[lack.last]
    closer = OPENERS[broken.tokens[lack.opener].text]
    number, opened = source.position(last.end)[0], source.position(broken.tokens[lack.opener].start)[0]
    if last.text == "," or number == opened:
        at = source.offset(number, len(source.line(number)))
        yield inserted(at, f"{source.newline}{source.indent_of(opened)}{closer}")
    else:
        yield inserted(last.end, closer)


def _in_line(broken: Broken, lack: Lack, trials: Trials) -> Iterator[Change]:
    """The places of a line where its bracket may end: the one that weighs least, sure where no other weighs as
    little."""
    first = broken.first(lack.first)
    start = broken.source.offset(broken.source.position(broken.tokens[first].start)[0], 0)
    closers = "".join(OPENERS[broken.tokens[one].text] for one in reversed(lack.open))
    weigher = Weigher(start)
    weighed: list[tuple[int, int]] = []
    places = list(_places(broken, lack))[-_MAX_PLACES:]
    for at in reversed(places):
        end = broken.tokens[at].end
        weight = weigher.weight(broken.text[:end] + closers + broken.text[end:])
        if weight is not None:
            after = broken.token(broken.after(at))
            read = f"{broken.tokens[at].text}.{broken.word(broken.after(at) + 1)}"  # of the name itself, elsewhere too
            dotted = after is not None and after.text == "." and broken.text.count(read) > 1
            sooner = at < lack.last and after is not None and (dotted or after.text in _BEHIND_END)
            weighed.append((weight + sooner, end))
        if len(lack.open) > 1:
            break
    if not weighed:
        return
    least = min(weight for weight, _ in weighed)
    best = [end for weight, end in weighed if weight == least]
    closed = broken.text[: best[0]] + closers + broken.text[best[0] :]
    if least >= NEVER:
        return
    once = list(_once(broken, lack, weigher, least, weigher.meaning(closed)))
    if once and once[0].sure:
        yield from once
    sooner = may_end_sooner(
        broken.text, LineEnd(0, (broken.tokens[lack.opener].start,)), inserted(best[0], "").edits[0]
    )
    whole = "\n" not in broken.text[best[0] : broken.tokens[lack.last].end]
    yield inserted(best[0], closers, len(best) == 1 and not once and not sooner and whole)
    yield from once
    for weight, end in sorted(weighed, key=lambda one: one[0]):
        if end != best[0] and weight < NEVER:
            yield inserted(end, closers, False)


def _once(broken: Broken, lack: Lack, weigher: Weigher, least: int, meaning: str | None) -> Iterator[Change]:
    """A bracket that was opened twice, `((`, taken away once: sure where that reads better than a further closing
    one, or means the same."""
    for at in lack.open:
        token = broken.tokens[at]
        if broken.is_op(at - 1, token.text) or broken.is_op(at + 1, token.text):
            text = broken.text[: token.start] + broken.text[token.end :]
            weight = weigher.weight(text)
            if weight is not None and weight <= least and weight < NEVER:
                yield replaced(token, "", weight < least or weigher.meaning(text) == meaning)
                return


def _places(broken: Broken, lack: Lack) -> Iterator[int]:
    """The tokens of a line behind which its bracket may end: those that end an operand inside of a bracket of that
    kind, before what does not begin one."""
    tokens = broken.tokens
    kind = tokens[lack.opener].text
    for at in range(lack.first, lack.last + 1):
        token = tokens[at]
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        up = at if token.text in OPENERS else token.up
        if up is None or tokens[up].text != kind or (up < lack.first):
            continue
        empty = token.text == "(" == kind and at == up and _is_called(broken, at)
        doubled = token.text == "," and after is not None and after.text == ","
        if not empty and not doubled and not _ends_operand(token):
            continue
        following = broken.token(broken.after(at)) if at < lack.last else None
        if following is not None and (_begins_operand(following) or following.text in ("(", "{")):
            continue
        grouped = not _is_called(broken, up) or broken.is_op(up - 1, "=")
        if grouped and at == up + 1 and kind == "(":
            continue  # parentheses around one name
        if after is not None and at < lack.last and after.text == OPENERS[kind] and after.start == token.end:
            continue  # the same text as behind that one
        yield at


def _is_called(broken: Broken, opener: int) -> bool:
    before = broken.tokens[opener - 1] if opener else None
    return before is not None and (
        (before.kind == "name" and not keyword.iskeyword(before.text)) or before.text in (")", "]", "=")
    )


def _ends_operand(token: Token) -> bool:
    if token.kind == "name":
        return not keyword.iskeyword(token.text) or token.text in ("None", "True", "False")
    return token.kind in ("string", "number") or token.text in (")", "]", "}", "...", ":")


def _begins_operand(token: Token) -> bool:
    if token.kind == "name":
        return not keyword.iskeyword(token.text) or token.text in ("None", "True", "False", "lambda", "await")
    return token.kind in ("string", "number")


RECIPES = (
    Recipe(
        "close-bracket",
        "Adds the brackets that were never closed.",
        apply,
        needs_statement=False,
        unsure="The bracket may have been meant to end at another place.",
    ),
)
