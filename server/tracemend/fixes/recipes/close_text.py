r"""`close-text`: the quote that a text lacks.

In one line: the quote is put at each place where a text may end (or begin), and the file compiled. Sure where one
place is left in which the names outside of the text are bound. A last quote of the other kind is exchanged; quotes
inside a text (`'it's'`, `"he said "yes" to me"`) get others around it; `"C:\dir\"` gets its backslashes doubled, a text
over several lines three quotes.
Three quotes: the end of a line where the rest of the file is code again, two quotes made three, else the file's end.
Not sure where several places do. Does not apply where none makes the file compile.
Source: https://docs.python.org/3/reference/lexical_analysis.html#string-and-bytes-literals
"""

from __future__ import annotations

import builtins
import itertools
import keyword
import re
from collections.abc import Iterator, Sequence

from tracemend import lazy
from tracemend.evidence.syntax import is_bound
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit, apply_edits
from tracemend.fixes.toolkit.broken import Broken, Change, Trials, inserted, mended
from tracemend.fixes.toolkit.long_text import STATEMENT, ended_by_another, open_text, three_quotes
from tracemend.fixes.toolkit.tokens import Token, tokens_of
from tracemend.source.text import SourceText

_MAX_LINE = 400
_MAX_LINES = 60
_END = lazy.regex(r"[\s)\]},:;]*\Z")
_CODE = lazy.regex(r"\s*(?:[+%]\s*[\w\"'(]|\.(?:format|join|strip|split|upper|lower|encode|replace)\()")
_NO_ITEM = lazy.regex(r"\s*,\s*[+%*/]")


def _changes(broken: Broken, trials: Trials) -> Iterator[Change]:
    message = broken.fault.message
    if "triple-quoted" in message:
        yield from three_quotes(broken, trials)
    elif "unterminated" in message or "EOL while" in message:
        yield from _one_line(broken, trials)
    else:
        yield from _quotes_inside(broken, trials)


def _one_line(broken: Broken, trials: Trials) -> Iterator[Change]:
    token = open_text(broken)
    if token is None or len(token.text) > _MAX_LINE:
        return
    body = token.text.lstrip("rRbBuUfFtT")
    quote, begin = body[0], token.end - len(body)
    yield from _apostrophe(broken, token, quote, trials)
    yield from _backslash(broken, token, begin, quote, trials)
    yield from _other_quote(broken, token, begin, quote, trials)
    yield from _several_lines(broken, begin, quote, trials)
    found = _places(broken, token, begin, quote, trials)
    yield from found
    if not found:  # an apostrophe in a text whose three quotes were ended by those of another
        yield from ended_by_another(broken, trials, ['"""', "'''"])


def _apostrophe(broken: Broken, token: Token, quote: str, trials: Trials) -> Iterator[Change]:
    """`'it's'`: the text ended at the apostrophe, and its own last quote opened another; further texts may follow."""
    text, line = broken.text, broken.source.position(token.start)[0]
    before = [one for one in broken.tokens if broken.source.position(one.start)[0] == line and one.start < token.start]
    texts = [one for one in before if one.kind == "string" and one.text.endswith(quote)]
    first = next((one for one in texts if re.match(r"\w", text[one.end : one.end + 1])), None)
    if quote != "'" or first is None or not re.search(r"\w'\Z", first.text) or first.text.startswith("'" * 3):
        return
    opening = first.start + len(first.text) - len(first.text.lstrip("rRbBuUfF"))
    end = broken.source.offset(line, len(broken.source.line(line)))
    for found in list(re.finditer("'", text[first.end : end]))[:12]:
        closing = first.end + found.start()
        inner = text[opening + 1 : closing]
        if '"' in inner or "\\" in inner:
            return
        if re.match(r"\w", text[closing + 1 : closing + 2]) or re.search(r"(?<!\w)'|'(?!\w)", inner):
            continue
        edits = (TextEdit(opening, opening + 1, '"'), TextEdit(closing, closing + 1, '"'))
        if _fits(broken, edits, trials):
            yield Change(edits)
            return


def _quotes_inside(broken: Broken, trials: Trials) -> Iterator[Change]:
    """`"he said "yes" to me"`: the outer quotes exchanged for those of the other kind."""
    if not broken.tokens:
        return
    text, at = broken.text, min(broken.at, len(broken.tokens) - 1)
    line = broken.tokens[broken.first(at) : broken.last(at) + 1]
    texts = [token for token in line if token.kind == "string" and token.text[-3:] not in ('"""', "'''")]
    for index, opening in enumerate(texts[:20]):
        quote = opening.text[-1]
        if not re.match(r"\w", text[opening.end : opening.end + 1]):
            continue
        for closing in reversed(texts[index + 1 : index + 9]):
            inner = text[opening.end : closing.start]
            if closing.text[-1] != quote or closing.text[0] != quote or "\n" in inner or re.search(r"[\s,(]\Z", inner):
                continue
            start = opening.start + opening.text.index(quote)
            other = "'" if quote == '"' else '"'
            if other in text[start : closing.end] or "\\" in text[start : closing.end]:
                continue
            edits = (TextEdit(start, start + 1, other), TextEdit(closing.end - 1, closing.end, other))
            if trials.compiles(text, edits):
                words = re.findall(r"[^\W\d]\w*", inner)
                yield Change(edits, not all(is_bound(word, broken.source) for word in words))
                return


def _fits(broken: Broken, edits: tuple[TextEdit, ...], trials: Trials) -> bool:
    """Whether the file compiles then; where only a later line is broken, whether this one compiles by itself."""
    text = apply_edits(broken.text, edits)
    error = trials.error(text)
    if error is None:
        return True
    if (error.lineno or 0) <= broken.fault.line or broken.tokens[broken.first(broken.at)].depth:
        return False
    line = SourceText(text).line(broken.fault.line).strip()
    return trials.compiles(line, ()) or trials.compiles(line + "\n    pass", ())


def _backslash(broken: Broken, token: Token, begin: int, quote: str, trials: Trials) -> Iterator[Change]:
    """A backslash before the last quote: doubled, unless the text is a raw one."""
    if "r" in token.text[: begin - token.start].lower():
        return
    at = token.text.rfind("\\" + quote)
    if at < 0 or not _END.match(re.sub(r"[ \t]*#.*", "", token.text[at + 2 :])):
        return
    inner = token.text[begin - token.start + 1 : at]
    lone = [match.start() for match in re.finditer(r"(?<!\\)(?:\\\\)*(\\)(?!\\)", inner)]
    edits = [TextEdit(token.start + at, token.start + at, "\\")]
    path = re.match(r"(?:[A-Za-z]:|\.{0,2})?\\|[\w.-]+\\", inner) is not None
    if path:  # a path: the others end in what is not meant as well, in \t or \n it may be
        edits += [TextEdit(begin + 1 + one, begin + 1 + one, "\\") for one in lone]
    if _fits(broken, tuple(edits), trials):
        yield Change(tuple(edits), path or not lone)


def _other_quote(broken: Broken, token: Token, begin: int, quote: str, trials: Trials) -> Iterator[Change]:
    """A text that begins with one quote and ends with the other."""
    other = "'" if quote == '"' else '"'
    line, _ = broken.source.position(token.start)
    start = broken.source.offset(line, 0)
    if broken.source.line(line).count(other) % 2 == 0:
        return  # each has its partner
    fitting = []
    for match in list(re.finditer(other, broken.source.line(line)))[:12]:
        edit = TextEdit(start + match.start(), start + match.end(), quote)
        if _fits(broken, (edit,), trials):
            fitting.append(edit)
    if len(fitting) == 1:
        yield Change((fitting[0],))


def _places(broken: Broken, token: Token, begin: int, quote: str, trials: Trials) -> list[Change]:
    """The places of the line where one more quote makes the file compile, the likeliest first."""
    text, source = broken.text, broken.source
    line, _ = source.position(token.start)
    start, end = source.offset(line, 0), source.offset(line, len(source.line(line)))
    start += len(source.indent_of(line))
    plausible: list[int] = []
    other: list[int] = []
    for at in _ends(text, start, end):
        if not _fits(broken, (TextEdit(at, at, quote),), trials):
            continue
        tokens = tokens_of(text[start:at] + quote + text[at:end])
        if _touch(tokens) or (at > begin and _NO_ITEM.match(text[at:end])):
            continue
        apart = not any(one.kind == two.kind == "string" for one, two in itertools.pairwise(tokens))
        (plausible if apart and _are_bound(tokens, token.start - start, broken) else other).append(at)
    if not plausible:
        return [inserted(at, quote, False) for at in other[-1:]]
    alike = {len(text[:at].rstrip(" \t")): at for at in reversed(plausible)}  # the first of those that differ by blanks
    if len(alike) == 1:
        return [inserted(_chosen(text, plausible) if plausible[0] > begin else plausible[-1], quote)]
    pair = token.up is not None and broken.tokens[token.up].text == "{"
    items = [at for at in plausible if at > begin and re.match(r"\s*,\s*[\w\"'\[({]", text[at:end])]
    code = [
        at
        for at in sorted(alike.values())
        if at > begin and (_CODE.match(text[at:end]) or (pair and re.match(r"\s*:\s*\S", text[at:end])))
    ]
    shown = [at for at in items if re.search(r"(?:[:=]|[ \t])\Z", text[begin + 1 : at])]
    if shown and len({len(text[:at].rstrip()) for at in shown}) == 1:
        return [inserted(shown[-1], quote)]
    if code and not items:
        chosen = [at for at in plausible if len(text[:at].rstrip(" \t")) == len(text[: code[0]].rstrip(" \t"))]
        return [inserted(_chosen(text, chosen), quote, len(code) == 1)]
    return [inserted(plausible[-1], quote, False)]


def _chosen(text: str, places: list[int]) -> int:
    """The one of several places that only blanks part: the last before a closing bracket or a dot and at the line's
    end; before an operator the one that leaves it a blank."""
    if text[places[-1] : places[-1] + 1] in (")", "]", "}", ",", ".", "", "\r", "\n"):
        return places[-1]
    return places[1] if len(places) > 2 and text[places[-1] : places[-1] + 1].strip() else places[0]


def _ends(text: str, start: int, end: int) -> list[int]:
    """The offsets of a line where a text may end or begin: next to a sign or a blank, and at the line's end."""
    found = []
    for at in range(start, end + 1):
        before, after = text[at - 1 : at] if at > start else "", text[at : at + 1] if at < end else ""
        if (at - len(text[start:at].rstrip("\\")) - start) % 2:
            continue  # a backslash would take its meaning away
        if not after or not before or not (before.isalnum() and after.isalnum()):
            found.append(at)
    return found if len(found) <= 160 else found[-160:]


def _touch(tokens: Sequence[Token]) -> bool:
    """Whether two texts touch: then the quote made another text, it ended none."""
    pairs = itertools.pairwise(tokens)
    return any(one.kind == other.kind == "string" and one.end == other.start for one, other in pairs)


def _are_bound(tokens: Sequence[Token], begin: int, broken: Broken) -> bool:
    """Whether the names from an offset of a line on that are in no text are keywords, built-in or bound in the file."""
    for index, token in enumerate(tokens):
        if token.kind != "name" or token.start < begin or (index and tokens[index - 1].text == "."):
            continue
        follower = tokens[index + 1].text if index + 1 < len(tokens) else ""
        known = keyword.iskeyword(token.text) or hasattr(builtins, token.text) or follower == "="
        if not known and not is_bound(token.text, broken.source):
            return False
    return True


def _several_lines(broken: Broken, begin: int, quote: str, trials: Trials) -> Iterator[Change]:
    """A text that goes on over the next lines up to the same quote."""
    close = broken.text.find(quote, broken.source.offset(broken.fault.line + 1, 0))
    if close < 0 or broken.text.count("\n", begin, close) > _MAX_LINES:
        return
    inner = broken.text[begin + 1 : close]
    edits = (TextEdit(begin, begin + 1, quote * 3), TextEdit(close, close + 1, quote * 3))
    code = any(STATEMENT.match(line) for line in inner.splitlines()[1:])
    if trials.compiles(broken.text, edits):
        yield Change(edits, not code)


def apply(request: Request) -> Mend | None:
    """The recipe."""
    return mended(request, _changes)


RECIPES = (Recipe("close-text", "Puts the quote that a text lacks.", apply, needs_statement=False),)
