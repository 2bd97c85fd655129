"""The same failing program written in another way, with the report that its run would print.

A variation takes a program as `Text` and a number that chooses among the places it could change; it answers None where
the program does not allow it. `report_on` moves a report to the changed text; a file that does not compile is given to
the compiler instead, so that the report is the real one.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
import traceback
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from tracemend.fixes.toolkit.edits import lines_in_strings
from tracemend.reading.report import ErrorReport, Frame
from tracemend.reading.scanner import read_text
from tracemend.source.text import SourceText

COMMENTS = ("plain", 'it\'s "so" ([{', "größe «é» – 深 😀", "'''", 'x = """ # )]}')
_LINE_NUMBER = re.compile(r"(\bline )(\d+)\b")


@dataclass(frozen=True)
class Line:
    """One line without its end.

    `origin` is its number in the seed, None for a line that was put in; `lead` how many characters were put between its
    indentation and its text, `size` then those of the statement behind; `indent` by how much its indentation has grown.
    """

    text: str
    origin: int | None = None
    lead: int = 0
    indent: int = 0
    size: int = 0


@dataclass(frozen=True)
class Text:
    """A program, the line that failed (its index), and what has been added that must stay."""

    lines: tuple[Line, ...]
    at: int
    newline: str = "\n"
    comments: tuple[str, ...] = ()
    inside: bool = False
    """Whether the module's own code is in a function now."""

    @property
    def text(self) -> str:
        """The program with its line ends."""
        return self.newline.join(line.text for line in self.lines)

    def put(self, at: int, *texts: str, comments: tuple[str, ...] = ()) -> Text:
        """New lines before the line of index `at`."""
        new = tuple(Line(text) for text in texts)
        moved = self.at + len(new) if at <= self.at else self.at
        lines = (*self.lines[:at], *new, *self.lines[at:])
        return replace(self, lines=lines, at=moved, comments=(*self.comments, *comments))

    def change(self, at: int, line: Line, comments: tuple[str, ...] = ()) -> Text:
        """Another line of index `at`."""
        lines = (*self.lines[:at], line, *self.lines[at + 1 :])
        return replace(self, lines=lines, comments=(*self.comments, *comments))


def text_of(text: str, line: int) -> Text:
    """A seed's text; `line` (1-based) failed."""
    return Text(tuple(Line(one, number) for number, one in enumerate(text.split("\n"), 1)), line - 1)


def error_of(text: str | bytes) -> SyntaxError | None:
    """What the compiler says of a text, or of a file's bytes; None where it compiles."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(text, "app.py", "exec", dont_inherit=True)
    except SyntaxError as error:
        return error
    return None


def compiled_report(text: str, file: str) -> ErrorReport | None:
    """The report of the error that the compiler finds in a text; None where it compiles."""
    error = error_of(text)
    if error is None:
        return None
    error.filename = file
    printed = "".join(traceback.format_exception_only(type(error), error))
    return read_text(printed)[-1][-1]


def report_on(text: Text, report: ErrorReport, path: str) -> ErrorReport:
    """A report of the seed as the run of the changed text prints it; `path` is the changed file as frames name it."""
    places = {line.origin: index for index, line in enumerate(text.lines) if line.origin is not None}

    def moved(frame: Frame) -> Frame:
        if frame.path != path or frame.line not in places:
            return frame
        index = places[frame.line]
        line = text.lines[index]
        changes: dict[str, object] = {"line": index + 1}
        if frame.source is not None:
            more = frame.source.split("\n")[1:]
            changes["source"] = "\n".join([line.text.strip(" \t\f"), *more])
        if frame.carets is not None:
            changes["carets"] = (frame.carets[0] + line.lead, frame.carets[1] + line.lead)
        elif line.lead and frame.source is not None:
            # Nothing is marked where the whole line failed; it is not the whole line any more.
            changes["carets"] = (line.lead, line.lead + line.size)
        if frame.column is not None:
            changes["column"] = frame.column + line.lead + line.indent
        if frame.end_line is not None:
            end = text.lines[places[frame.end_line]]
            changes["end_line"] = places[frame.end_line] + 1
        else:
            end = line
        if frame.end_column is not None:
            changes["end_column"] = frame.end_column + end.lead + end.indent
        if text.inside and frame.name == "<module>":
            changes["name"] = "around"
        return frame._replace(**changes)  # type: ignore[arg-type]

    def renumbered(found: re.Match[str]) -> str:
        number = int(found[2])
        return f"{found[1]}{places[number] + 1 if number in places else number}"

    frame = report.user_frame
    return replace(
        report,
        frames=tuple(moved(one) for one in report.frames),
        user_frame=moved(frame) if frame is not None else None,
        message=_LINE_NUMBER.sub(renumbered, report.message),
    )


# --- what a program allows


def _logical(text: Text) -> tuple[list[int], list[int]]:
    """The indices of the lines on which statements (or clauses) begin and end, as far as the text has tokens."""
    begins, ends = [], []
    fresh = True
    try:
        for token in tokenize.generate_tokens(io.StringIO(text.text).readline):
            if token.type in (tokenize.COMMENT, tokenize.NL, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER):
                continue
            if fresh:
                begins.append(token.start[0] - 1)
            fresh = token.type == tokenize.NEWLINE
            if fresh:
                ends.append(token.start[0] - 1)
    except (tokenize.TokenError, SyntaxError):
        pass
    return begins, ends


def _near(places: list[int], at: int, pick: int) -> int | None:
    """One of the places, those near the failing line first."""
    places = sorted(places, key=lambda place: abs(place - at))
    return places[pick % min(len(places), 4)] if places else None


def _indent(line: Line) -> str:
    return line.text[: len(line.text) - len(line.text.lstrip(" \t\f"))]


def _comment(pick: int, text: Text) -> str:
    return f"# {COMMENTS[pick % len(COMMENTS)]} {len(text.comments)}"


def comment_before(text: Text, pick: int) -> Text | None:
    """A comment of its own before a statement near the failing line."""
    at = _near(_logical(text)[0], text.at, pick)
    if at is None:
        return None
    comment = _comment(pick, text)
    return text.put(at, _indent(text.lines[at]) + comment, comments=(comment,))


def comment_after(text: Text, pick: int) -> Text | None:
    """A comment of its own after a statement near the failing line."""
    begins, ends = _logical(text)
    at = _near(ends, text.at, pick)
    if at is None:
        return None
    comment = _comment(pick + 1, text)
    begin = max(one for one in begins if one <= at)
    return text.put(at + 1, _indent(text.lines[begin]) + comment, comments=(comment,))


def comment_at_end(text: Text, pick: int) -> Text | None:
    """A comment behind a statement near the failing line."""
    at = _near(_logical(text)[1], text.at, pick)
    if at is None or "#" in text.lines[at].text:
        return None
    comment = _comment(pick + 2, text)
    line = text.lines[at]
    return text.change(at, replace(line, text=f"{line.text}  {comment}"), (comment,))


def blank_lines(text: Text, pick: int) -> Text | None:
    """Blank lines, one of them with white space, before a statement near the failing line."""
    at = _near(_logical(text)[0], text.at, pick)
    return None if at is None else text.put(at, "", _indent(text.lines[at]), "")


def form_feed(text: Text, pick: int) -> Text | None:
    """A form feed on a line of its own, as old files have them between functions."""
    begins = [one for one in _logical(text)[0] if not _indent(text.lines[one])]
    at = _near(begins, text.at, pick)
    return None if at is None else text.put(at, "\f")


def windows(text: Text, pick: int) -> Text | None:
    """CRLF as line ends."""
    return replace(text, newline="\r\n")


def tabs(text: Text, pick: int) -> Text | None:
    """Tabs for each four blanks of indentation."""
    strings = lines_in_strings(SourceText(text.text), 1, len(text.lines))
    lines = []
    for number, line in enumerate(text.lines, 1):
        blanks = len(line.text) - len(line.text.lstrip(" "))
        if number in strings or not blanks:
            lines.append(line)
            continue
        count, rest = divmod(blanks, 4)
        indented = "\t" * count + " " * rest + line.text[blanks:]
        lines.append(replace(line, text=indented, indent=line.indent - 3 * count))
    made = replace(text, lines=tuple(lines))
    return made if made.text != text.text and re.search(r"^\t", made.text, re.MULTILINE) else None


def _simple(text: Text) -> ast.stmt | None:
    """The statement that stands alone on the failing line."""
    try:
        tree = ast.parse(text.text)
    except SyntaxError:
        return None
    number = text.at + 1
    found = [node for node in ast.walk(tree) if isinstance(node, ast.stmt) and node.lineno == node.end_lineno == number]
    return found[0] if len(found) == 1 and not hasattr(found[0], "body") else None


def joined_before(text: Text, pick: int) -> Text | None:
    """Another statement, with characters of several bytes, before the failing one on its line."""
    statement = _simple(text)
    line = text.lines[text.at]
    if statement is None or len(_indent(line).encode()) != statement.col_offset:
        return None
    lead = "größe = 'ü; #😀'; " if pick % 2 else "café = ['深']; "
    indent = _indent(line)
    size = len(line.text.encode()[statement.col_offset : statement.end_col_offset].decode())
    joined = replace(line, text=indent + lead + line.text[len(indent) :], lead=line.lead + len(lead), size=size)
    return text.change(text.at, joined)


def joined_after(text: Text, pick: int) -> Text | None:
    """Another statement behind the failing one on its line."""
    statement = _simple(text)
    line = text.lines[text.at]
    if statement is None or len(line.text.encode()) != statement.end_col_offset:
        return None
    return text.change(text.at, replace(line, text=line.text + "; später = 'ü'"))


def _wrapped(text: Text, headers: tuple[str, ...], footers: tuple[str, ...], first: int) -> Text | None:
    """The lines from index `first` on, a step further in, below headers and above footers."""
    strings = lines_in_strings(SourceText(text.text), 1, len(text.lines))
    step = "\t" if any(line.text.startswith("\t") for line in text.lines) else "    "
    if any(line.text.startswith(("\f", " \f")) for line in text.lines):
        return None
    body = [
        line
        if number + 1 in strings or not line.text.strip()
        else replace(line, text=step + line.text, indent=line.indent + len(step))
        for number, line in enumerate(text.lines)
        if number >= first
    ]
    lines = (
        *text.lines[:first],
        *(Line(one) for one in headers),
        *body,
        *(Line(one.replace("    ", step)) for one in footers),
        Line(""),
    )
    return replace(text, lines=lines, at=text.at + len(headers))


def _begin(text: Text) -> int | None:
    """The index of the first line behind the docstring and `from __future__`."""
    try:
        body = ast.parse(text.text).body
    except SyntaxError:
        begins = [one for one in _logical(text)[0] if not text.lines[one].text.startswith(('"""', "'''"))]
        return begins[0] if begins and not text.text.count("__future__") else None
    for node in body:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        if isinstance(node, ast.ImportFrom) and node.module == "__future__":
            continue
        decorators = getattr(node, "decorator_list", [])
        return min([node.lineno, *(one.lineno for one in decorators)]) - 1
    return None


_BLOCKS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("if True:",), ()),
    (("try:  # große",), ("finally:", "    done = True")),
    (("import contextlib", "with contextlib.nullcontext():"), ()),
    (("for _once in (1,):",), ()),
)


def in_block(text: Text, pick: int) -> Text | None:
    """The whole program in a block that changes nothing."""
    first = _begin(text)
    if first is None or first > text.at:
        return None
    return _wrapped(text, *_BLOCKS[pick % len(_BLOCKS)], first)


def in_scope(text: Text, pick: int) -> Text | None:
    """The whole program in a function or a class, where names mean the same there."""
    first = _begin(text)
    try:
        tree = ast.parse(text.text)
    except SyntaxError:
        return None
    nodes = list(ast.walk(tree))
    nested = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef, ast.ListComp, ast.GeneratorExp)
    if first is None or first > text.at or any(isinstance(one, ast.Global | ast.Nonlocal | ast.Await) for one in nodes):
        return None
    if any(isinstance(one, ast.ImportFrom) and one.names[0].name == "*" for one in nodes) or "__name__" in text.text:
        return None
    if pick % 2 and not any(isinstance(one, (*nested, ast.SetComp, ast.DictComp)) for one in nodes):
        return _wrapped(text, ("class Around:",), (), first)
    made = _wrapped(text, ("def around():",), ("", "", "around()"), first)
    # Functions in it stay functions of their own: only the module's code is in another one now.
    return None if made is None else replace(made, inside=True)


def decorator(text: Text, pick: int) -> Text | None:
    """A decorator on a function near the failing line."""
    places = [at for at in _logical(text)[0] if re.match(r"[ \t]*(?:async )?def ", text.lines[at].text)]
    at = _near(places, text.at, pick)
    first = _begin(text)
    if at is None or first is None or first > at:
        return None
    made = text.put(at, f"{_indent(text.lines[at])}@staticmethod_like  # keeps it", comments=("# keeps it",))
    return made.put(first, "def staticmethod_like(function):", "    return function", "", "")


def on_top(text: Text, pick: int) -> Text | None:
    """`from __future__ import annotations`, and a docstring where there is none."""
    first = _begin(text)
    if first is None or first > text.at or "__future__" in text.text:
        return None
    made = text.put(first, "from __future__ import annotations", "")
    return made if re.match(r"[ \t\n]*(?:\"\"\"|''')", text.text) else made.put(0, '"""It\'s größer: "so"."""', "")


def broken_below(text: Text, pick: int) -> Text | None:
    """A syntax error far behind the place, written since the program ran."""
    if error_of(text.text) is not None:
        return None
    return replace(text, lines=(*text.lines, *(Line(one) for one in ("", "def written_now(:", "    pass", ""))))


Variation = Callable[[Text, int], "Text | None"]
VARIATIONS: tuple[Variation, ...] = (
    comment_before,
    comment_after,
    comment_at_end,
    blank_lines,
    joined_before,
    joined_after,
    in_block,
    in_scope,
    decorator,
    on_top,
    form_feed,
    tabs,
    windows,
    broken_below,
)
"""In the order in which several are made: what looks at lines comes before what changes all of them."""


def varied(text: Text, picks: dict[str, int]) -> Text:
    """The text with the variations of these names made, as far as it allows them; a program stays one."""
    compiled = error_of(text.text) is None
    for variation in VARIATIONS:
        if variation.__name__ not in picks:
            continue
        made = variation(text, picks[variation.__name__])
        if made is None:
            continue
        if variation is not broken_below and compiled and error_of(made.text) is not None:
            continue
        text = made
    return text


def comments_of(text: str) -> Iterator[str]:
    """The comments of a program, as far as it can be cut into tokens."""
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT:
                yield token.string
    except (tokenize.TokenError, SyntaxError):
        return
