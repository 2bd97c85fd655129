"""`notebook-lines`: lines of IPython in a program that Python itself runs.

What only sets a notebook up (`%matplotlib inline`, `%load_ext autoreload`, `%config`, `%%time`...) becomes a comment,
so does the installation of a package (`!pip install x`), which says where it belongs; `%time f()` becomes `f()`, and
`name?` `help(name)`. All of the file. Does not apply in a notebook, nor where one does something that the program needs
(another shell command, `%run`, `%cd`, an assignment): a comment would leave that out.
Source: "Built-in magic commands" in IPython's documentation.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracemend import lazy
from tracemend.fixes.recipe import Mend, Recipe, Request, TextEdit
from tracemend.fixes.toolkit.broken import Broken, Change, Trials, mended

_SETS_UP = lazy.regex(
    r"%(?:matplotlib|pylab|autoreload|config|precision|autosave|reload_ext|load_ext|xmode|pdb|colors)\b.*"
    r"|%%(?:time|capture|timeit)[ \t]*\Z"
)
_INSTALLS = lazy.regex(
    r"[!%][ \t]*(?P<command>(?:python3?[ \t]+-m[ \t]+)?(?:pip3?|conda|mamba|uv[ \t]+pip)[ \t]+install\b.*)"
)
_TIMED = lazy.regex(r"%time[ \t]+(?=\S)")
_ASKS = lazy.regex(r"(?:\?{1,2}[ \t]*(?P<after>[^\W\d][\w.]*)|(?P<before>[^\W\d][\w.]*)\?{1,2})[ \t]*\Z")
_LINE = lazy.regex(r"[%!?]|[^\W\d][\w.]*\?{1,2}[ \t]*\Z")


def _changes(broken: Broken, trials: Trials) -> Iterator[Change]:
    edits: list[TextEdit] = []
    source = broken.source
    seen = 0
    for token in broken.tokens:
        line, column = source.position(token.start)
        if line == seen or token.kind in ("newline", "comment"):
            continue
        seen = line
        text = source.line(line)[column:]
        if token.depth or source.line(line)[:column].strip() or not _LINE.match(text):
            continue
        edit = _edit(token.start, text)
        if edit is None:
            return
        edits.append(edit)
    if edits and any(source.position(edit.start)[0] == broken.fault.line for edit in edits):
        yield Change(tuple(edits))


def _edit(start: int, text: str) -> TextEdit | None:
    """What one line becomes; None where it does what a comment would leave out."""
    if _SETS_UP.match(text):
        return TextEdit(start, start, "# ")
    if (installs := _INSTALLS.match(text)) is not None:
        return TextEdit(start, start + installs.start("command"), "# In a terminal: ")
    if (timed := _TIMED.match(text)) is not None:
        return TextEdit(start, start + timed.end(), "")
    if (asks := _ASKS.match(text)) is not None:
        return TextEdit(start, start + len(text.rstrip()), f"help({asks['after'] or asks['before']})")
    return None


def apply(request: Request) -> Mend | None:
    """The recipe."""
    path = request.place.file or request.place.path
    if request.place.cell is not None or not path.endswith((".py", ".pyw")):
        return None
    return mended(request, _changes)


RECIPES = (
    Recipe("notebook-lines", "Writes a notebook's own lines as a program can have them.", apply, needs_statement=False),
)
