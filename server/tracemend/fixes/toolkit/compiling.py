"""Whether a text compiles, and whether edits help one that does not."""

from __future__ import annotations

import warnings
from collections import OrderedDict
from collections.abc import Iterable
from threading import Lock

from tracemend.digest import digest
from tracemend.fixes.recipe import Mend, Request, TextEdit, apply_edits
from tracemend.source.text import SourceText

MAX_TEXT = 1_000_000
"""A longer text is not compiled to see whether a mend helps."""

_ANOTHER = "The file has another error further down, so whether this one is gone has not been seen."


_KEPT = 256
"""Texts whose verdict is kept: a list of fixes and the edit made of one try the same ones again."""
_verdicts: OrderedDict[str, SyntaxError | None] = OrderedDict()
_turn = Lock()


def syntax_error(text: str) -> SyntaxError | None:
    """The error that this interpreter's compiler finds in a text; None where it compiles. Kept by the text's digest:
    to compile a large file takes far longer than to digest it, and the texts themselves would fill the memory."""
    key = digest(text, 32)
    with _turn:
        if key in _verdicts:
            _verdicts.move_to_end(key)
            return _verdicts[key]
    found = _compiled(text)
    if found is not None:
        found.__traceback__ = None  # it holds the text
    with _turn:
        _verdicts[key] = found
        while len(_verdicts) > _KEPT:
            _verdicts.popitem(last=False)
    return found


def _compiled(text: str) -> SyntaxError | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(text, "<mended>", "exec", dont_inherit=True)
    except SyntaxError as error:
        return error
    except (ValueError, RecursionError, MemoryError) as error:
        return SyntaxError(str(error))
    return None


def said(request: Request) -> str:
    """What Python says of the text: the report's message, or for a checker's finding, whose words are its own, what
    this interpreter's compiler says; empty where it compiles the text."""
    source = request.place.source
    if request.report.tool == "python" or source is None or len(source.text) > MAX_TEXT:
        return request.report.message
    error = syntax_error(source.text)
    return error.msg if error is not None else ""


def compiles(text: str) -> bool:
    """Whether this interpreter compiles a text."""
    return syntax_error(text) is None


def proven(source: SourceText, edits: Iterable[TextEdit], sure: bool = True, note: str | None = None) -> Mend | None:
    """The edits as a mend if they help: as sure as the caller is where the file compiles with them; not sure where
    another error, further down, is then the first; None where neither is so."""
    made = tuple(edits)
    if not made or len(source.text) > MAX_TEXT:
        return None
    after = syntax_error(apply_edits(source.text, made))
    if after is None:
        return Mend(made, sure=sure, note=note)
    before = syntax_error(source.text)
    if before is None or not before.lineno or not after.lineno:
        return None
    added = sum(edit.text.count("\n") - source.text.count("\n", edit.start, edit.end) for edit in made)
    lines = [source.position(edit.start)[0] for edit in made]
    last = max((line for line in lines if line <= before.lineno + 1), default=None)
    if last is None:
        return None  # all of it stands below the error
    further = after.lineno > max(before.lineno, last) + max(added, 0)
    return Mend(made, sure=False, note=note or _ANOTHER) if further else None
