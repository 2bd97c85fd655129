"""A file that does not compile: what the server's own parser says of it, its tokens, and edits tried out by compiling.

The parser of the program's Python has named the place; the server's may word it otherwise. So recipes ask the server's
own about the text, and look at the tokens around its place, not at words of a message alone.
"""

from __future__ import annotations

import time
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tracemend.fixes.recipe import Mend, Request, TextEdit, apply_edits
from tracemend.fixes.toolkit.compiling import syntax_error
from tracemend.fixes.toolkit.tokens import OPENERS, Token, tokens_of
from tracemend.source.text import SourceText

MAX_TEXT = 300_000
"""A longer file is not compiled again and again."""
_COMPILED = 4_000_000
"""Characters that one recipe may compile in all."""
_SECONDS = 2.0
"""Seconds of the processor, in its thread, that one recipe may take up to its last trial: whoever asks for fixes waits
for them."""
_NEAR = 40
"""Lines that the own parser's place may be away from the reported one."""
_ROUNDS = 60


@dataclass(frozen=True, slots=True)
class Fault:
    """What the server's own parser says: its message, and the place, as an offset and a 1-based line."""

    message: str
    line: int
    start: int


class Broken:
    """A text that does not compile, where, and its tokens."""

    def __init__(self, source: SourceText, fault: Fault) -> None:
        self.source = source
        self.text = source.text
        self.fault = fault

    @cached_property
    def tokens(self) -> Sequence[Token]:
        """All tokens of the text."""
        return tokens_of(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def index(self, offset: int) -> int:
        """The index of the token that an offset lies in, or of the next; the tokens' number past the end."""
        at = bisect_right(self._starts, offset) - 1
        return at if at >= 0 and offset < self.tokens[at].end else at + 1

    @cached_property
    def at(self) -> int:
        """The index of the token at the fault."""
        return self.index(self.fault.start)

    def token(self, index: int) -> Token | None:
        """The token of that index, if there is one."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def is_op(self, index: int, *texts: str) -> bool:
        """Whether that token is one of these operators."""
        token = self.token(index)
        return token is not None and token.kind == "op" and token.text in texts

    def word(self, index: int) -> str:
        """The text of a name (a keyword too); empty for any other token."""
        token = self.token(index)
        return token.text if token is not None and token.kind == "name" else ""

    def before(self, index: int) -> int:
        """The index of the last token before that is neither comment nor line end; -1 where there is none."""
        index -= 1
        while index >= 0 and self.tokens[index].kind in ("comment", "newline"):
            index -= 1
        return index

    def after(self, index: int) -> int:
        """The index of the next token that is neither comment nor line end; the tokens' number where there is none."""
        index += 1
        while index < len(self.tokens) and self.tokens[index].kind in ("comment", "newline"):
            index += 1
        return index

    def first(self, index: int) -> int:
        """The index of the first token of the logical line (or of the statement after `;`) that a token is in."""
        start = index
        while start > 0:
            before = self.tokens[start - 1]
            if (before.kind == "newline" or before.text == ";") and before.depth == 0:
                break
            start -= 1
        while start < index and self.tokens[start].kind in ("comment", "newline"):
            start += 1
        return start

    def last(self, index: int) -> int:
        """The index of the last token of the logical line, without its comment and end."""
        end = index
        while end < len(self.tokens):
            token = self.tokens[end]
            if token.depth == 0 and (token.kind in ("newline", "comment") or token.text == ";"):
                break
            end += 1
        return self.before(end)

    def partner(self, closing: int) -> int | None:
        """The index of the bracket that a closing one closes, whatever its kind; None where none is open."""
        depth = self.tokens[closing].depth
        for index in range(closing - 1, -1, -1):
            token = self.tokens[index]
            if token.depth == depth and token.kind == "op" and token.text in OPENERS:
                return index
            if token.depth < depth:
                return None
        return None

    def begins_line(self, index: int) -> bool:
        """Whether nothing but blanks stands before a token on its line."""
        token = self.tokens[index]
        line, column = self.source.position(token.start)
        return not self.source.line(line)[:column].strip()

    def outdented(self, opener: int) -> int | None:
        """The index of the first token inside a bracket that begins a line no further in than the line where the
        bracket was opened, and closes none: there the next statement may have begun."""
        line, _ = self.source.position(self.tokens[opener].start)
        column = len(self.source.indent_of(line))
        depth = self.tokens[opener].depth
        for index in range(opener + 1, len(self.tokens)):
            token = self.tokens[index]
            if token.depth <= depth:
                return None
            if token.kind in ("newline", "comment") or token.text in (")", "]", "}"):
                continue
            if self.source.position(token.start)[1] <= column and self.begins_line(index):
                return index
        return None


@dataclass(frozen=True, slots=True)
class Change:
    """Edits to try, and whether the code shows that they are what was meant."""

    edits: tuple[TextEdit, ...]
    sure: bool = True


def inserted(at: int, text: str, sure: bool = True) -> Change:
    """A text put in."""
    return Change((TextEdit(at, at, text),), sure)


def replaced(token: Token, text: str, sure: bool = True) -> Change:
    """A text in a token's place."""
    return Change((TextEdit(token.start, token.end, text),), sure)


class Trials:
    """Compiles texts, up to so many characters and seconds in all; then nothing compiles any more."""

    def __init__(self) -> None:
        self._left = _COMPILED
        self._until = time.thread_time() + _SECONDS

    def error(self, text: str) -> SyntaxError | None:
        """As `syntax_error`; one without a place where no more may be compiled."""
        self._left -= len(text) + 200
        if self._left <= 0 or time.thread_time() > self._until:
            return SyntaxError("not compiled")
        return syntax_error(text)

    def compiles(self, text: str, edits: tuple[TextEdit, ...]) -> bool:
        """Whether the text compiles with the edits made."""
        try:
            return self.error(apply_edits(text, edits)) is None
        except ValueError:
            return False

    def broken(self, text: str) -> Broken | None:
        """Where the text is broken; None where it compiles or its place is unknown."""
        error = self.error(text)
        if error is None or error.lineno is None:
            return None
        return _broken(text, error.msg, error.lineno, max((error.offset or 1) - 1, 0))


@lru_cache(maxsize=3)
def _broken(text: str, message: str, line: int, column: int) -> Broken:
    """Kept, with its lines and tokens, for every recipe that is asked about the same text."""
    source = SourceText(text)
    return Broken(source, Fault(message, line, source.offset(line, column)))


Local = Callable[[Broken, Trials], Iterable[Change]]
"""The changes that may mend the first fault of a text, the likeliest first."""


def mended(request: Request, local: Local) -> Mend | None:
    """The mend that makes the whole file compile: `local` is asked again while it mends one fault of several of its
    kind. None where the file compiles as it is, is broken elsewhere than reported, or in another way besides."""
    source, line = request.place.source, request.place.line
    if source is None or line is None or len(source.text) > MAX_TEXT:
        return None
    trials = Trials()
    broken = trials.broken(source.text)
    if broken is None or abs(broken.fault.line - line) > _NEAR:
        return None
    made: list[TextEdit] = []
    sure = True
    for _ in range(_ROUNDS):
        step = _step(broken, local, trials)
        if step is None:
            return None
        change, rest = step
        made_now = _in_original(made, change.edits)
        if made_now is None:
            return None
        made, sure = made_now, sure and change.sure
        if rest is None:
            return Mend(tuple(made), sure=sure)
        broken = rest
    return None


def _step(broken: Broken, local: Local, trials: Trials) -> tuple[Change, Broken | None] | None:
    """The first change that makes the text compile, else the first after which the parser gets further."""
    further: tuple[Change, Broken] | None = None
    for change in local(broken, trials):
        try:
            text = apply_edits(broken.text, change.edits)
        except ValueError:
            continue
        error = trials.error(text)
        if error is None:
            return change, None
        if further is None:
            rest = trials.broken(text)
            if rest is not None and _is_further(rest.fault, broken.fault):
                further = change, rest
    return further


def _is_further(fault: Fault, than: Fault) -> bool:
    return fault.line > than.line or (fault.line == than.line and fault.start > than.start)


def _in_original(made: list[TextEdit], edits: tuple[TextEdit, ...]) -> list[TextEdit] | None:
    """Edits of the text that others have changed, with those, as edits of the text before; None where they meet."""
    found = list(made)
    for edit in edits:
        start, end, shift = edit.start, edit.end, 0
        for other in sorted(made, key=lambda one: one.start):
            begin = other.start + shift
            if begin + len(other.text) <= start:
                shift += len(other.text) - (other.end - other.start)
            elif begin < end:
                return None
        found.append(TextEdit(start - shift, end - shift, edit.text))
    return found
