"""Exceptions printed on one line without a traceback, and what the interpreter says when it cannot start a program.

`ValueError: bad thing` is what `sys.exit(str(...))`, many programs' own handlers and logs leave of an exception. It
is read only where it can hardly be anything else: the name stands at the beginning of the line and reads as a Python
exception's; it is not one of a list of them; the command does not show text that lies somewhere; the command did not
end well. What a person has selected is read more generously.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracemend import lazy
from tracemend.reading import openings
from tracemend.reading.report import MORE, Block, ErrorReport, Frame, Hints, NeedMore, Span
from tracemend.reading.surroundings import is_exception_name, showing_program
from tracemend.reading.tracebacks.numbered import numbered

_LINE = lazy.regex(
    r"(?:##\[error\]|(?:ERROR|CRITICAL):[\w.]{1,100}:"
    r"|(?:Fatal error|[Ee]rror|ERROR|FATAL|[Uu]n(?:handled|caught) exception): {1,8})?"
    r"(?P<type>[A-Za-z_]\w{0,99}(?:\.[A-Za-z_]\w{0,99}){0,12})(?:: (?P<message>.*))?$"
)
_LEVEL = lazy.regex(r"(?<![\w.-])(?:ERROR|CRITICAL|FATAL|error|critical)(?![\w.-])")
_MOMENT = lazy.regex(r"\d\d:\d\d:\d\d|\d{4}-\d\d-\d\d")
_CLOCK = lazy.regex(
    r"\[?(?:\d{4}[-/]\d\d[-/]\d\d[T ,]{1,2})?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?: ?Z| ?UTC| ?[+-]\d\d:?\d\d)?\]?:?\s{1,4}"
)
_RIGHT = lazy.regex(r"(?<! ) {2,200}[\w.-]{1,60}\.pyw?:\d{1,6} {0,200}$")
"""What RichHandler puts at the end of a record's first line."""
_SEPARATOR = lazy.regex(r"(?:[:|\])]| -|ERROR|CRITICAL|FATAL) {1,8}(?=[A-Za-z_])")
_LONGEST_HEAD = 200
_MARGIN = 10
"""Blanks for the time that RichHandler does not print again."""
_MOST_SEPARATORS = 8
_DECORATION = lazy.regex(r"[\s>#|*`'\"+-]{0,60}(?:E\s{1,20})?")
_LAUNCHER = lazy.regex(
    r"(?:\S{0,500}[\\/]|[A-Za-z]:.{0,500}\\)?python[\w.-]{0,12}?(?:\.exe)?: "
    r"(?P<message>(?:No module named |can't open file |can't find '__main__' module |Error while finding module ).*)"
)
_FOREIGN_TRACE = lazy.regex(
    r"\s{1,8}at \S|\.{3} \d+ more|Caused by: |\s{1,8}while executing$|stack traceback:$|Stack trace:$"
)
_PERL = lazy.regex(r".{0,2000} at \S.{0,300} line \d{1,9}\.$")
"""How Perl's `die` and Carp end a message (perldoc -f die)."""
_V8 = lazy.regex(
    r"Cannot (?:read|set) propert(?:y|ies) |Cannot destructure property |.{1,300} is not a (?:function|constructor)$"
    r"|Assignment to constant variable\.$|Converting circular structure to JSON|Failed to fetch$|Unexpected token "
    r"|Unexpected end of JSON input$|Cannot use import statement outside a module$|Invalid array length$"
    r"|Maximum call stack size exceeded$|Class constructor .{1,200} cannot be invoked without 'new'$"
)
"""What JavaScript says in errors whose names are Python's as well, or read as one."""
_JAVASCRIPT = frozenset({"RangeError", "SyntaxError", "TypeError"})
_ANNOTATION = lazy.regex(
    r"(?:type|int|str|bool|float|bytes|object|Any|ClassVar|Final|TypeAlias)(?:\[.{0,200}\])?(?: ?[=|#] ?.{0,300})?$"
)
"""A stub's declaration of an attribute: `DeviceProblemError: int`."""
_IN_DOCUMENTS = lazy.regex(
    r"(?:if|when|whenever|raised|on|for|the exception|this exception|in case) |(?:If|Raised) [a-z]"
)
_PARAGRAPH_LINES = 20
_PROGRAM = lazy.regex(r"[^\s'\";|&<>]{1,300}\.pyw?(?![\w.])")
_UNDECLARED = lazy.regex(
    r"Non-UTF-8 code starting with '\\x[0-9a-f]{2}' in file (?P<path>.{1,300}) on line (?P<line>\d{1,7}), but no "
)
"""What `tok_nextc` of CPython says before it has begun to parse: its place stands inside."""
_VALIDATION = lazy.regex(r"\d{1,5} validation errors? for ")
_MOST_BELOW = 60
_SYNTAX_PLACE = lazy.regex(r" \((?P<path>[^()]{1,300}), line (?P<line>\d{1,9})\)$")


class _OneLine:
    """Reads `Type: message` alone on a line, and `python: No module named x`."""

    name = "oneline"

    opens = staticmethod(openings.oneline)

    def read(self, lines: Sequence[str], at: int, final: bool, hints: Hints) -> Block | NeedMore | None:
        line = lines[at]
        found = _LAUNCHER.match(line)
        if found:
            return _block(None, found["message"], at, hints)
        if hints.selected:
            line = _undecorated(line)
        if line.rstrip().endswith("Error:"):
            return _paragraph(lines, at, final, line.strip()[:-1], hints)
        found = _LINE.match(line)
        behind = _behind_record(line, hints) if not found or found["message"] is None else None
        if behind is not None:
            found = _LINE.match(behind)
        if not found or not _reads_as_error(found["type"], found["message"], hints):
            return _numbered(line, at, hints)
        if at + 1 >= len(lines) and not final:
            return MORE
        following = lines[at + 1] if at + 1 < len(lines) else ""
        if behind is not None and openings.OPENS_TRACEBACK in following:
            return None  # the record's own traceback, which says it again
        if _FOREIGN_TRACE.match(following):
            return None  # a stack of Java, JavaScript or .NET follows: these have TypeErrors too
        if not hints.selected and (
            _begins_other(lines[at - 1] if at else "", found["type"]) or _begins_other(following, found["type"])
        ):
            return None
        message = found["message"] or ""
        end = at + 1
        if _VALIDATION.match(message):  # pydantic says which fields, and why, in the lines below
            while end < len(lines) and lines[end].strip() and end - at < _MOST_BELOW:
                end += 1
            if end >= len(lines) and not final:
                return MORE
            message = "\n".join((message, *(one.rstrip() for one in lines[at + 1 : end])))
        return _block(found["type"], message, at, hints, end)


def _paragraph(lines: Sequence[str], at: int, final: bool, name: str, hints: Hints) -> Block | NeedMore | None:
    """An exception whose message begins on the next line, indented, as multiprocessing's about the main module does;
    not indented, as pretty_errors prints it, only where a person chose it."""
    end = at + 1
    if hints.selected and end < len(lines) and lines[end].strip() and not lines[end][0].isspace():
        while end < len(lines) and end - at < _PARAGRAPH_LINES and lines[end].strip():
            end += 1
        if end == len(lines) and not final:
            return MORE
        message = "\n".join(line.rstrip() for line in lines[at + 1 : end])
        frames = 'File "' in message or "Traceback" in message
        return _block(name, message, at, hints, end) if is_exception_name(name) and not frames else None
    while end < len(lines) and end - at < _PARAGRAPH_LINES and (lines[end][:4].isspace() or not lines[end].strip()):
        end += 1
    if end == len(lines) and end - at < _PARAGRAPH_LINES and not final:
        return MORE
    message = "\n".join(line.rstrip() for line in lines[at + 1 : end]).rstrip()
    if not message.strip() or 'File "' in message or not is_exception_name(name):
        return None
    report = ErrorReport("python", "error", name, "\n" + message.lstrip("\n"), Span(at + 1, end))
    return Block((report,), end)


def _numbered(line: str, at: int, hints: Hints) -> Block | None:
    """A system's error inside a line."""
    if hints.exit_code == 0 or (showing_program(hints.command) and not hints.selected):
        return None
    found = numbered(line, hints.selected)
    return _block(found[0], found[1], at, hints) if found else None


def _behind_record(line: str, hints: Hints) -> str | None:
    """An exception at the end of a log's record, from its name on: where nothing but a time stands before it, or the
    record's level is that of an error."""
    clock = _CLOCK.match(line)
    if clock and _names_error(line, clock.end(), hints):
        return line[clock.end() :]
    head = line[:_LONGEST_HEAD]
    level = _LEVEL.search(head)
    if not level:
        return None
    timed = bool(_MOMENT.search(head, 0, level.start()))
    if not timed and head[: level.start()].strip(" \t[("):
        return None
    at = level.start()
    for _ in range(_MOST_SEPARATORS if timed else 1):
        separator = _SEPARATOR.search(head, at)
        if not separator:
            return None
        at = separator.end()
        if not timed and separator[0][0].isupper() and not line[:_MARGIN].isspace():
            return None  # `ERROR   HTTPError: ...`: twine and others of its kind have sentences of their own
        if _names_error(line, at, hints):
            return _RIGHT.sub("", line[at:])
    return None


def _names_error(line: str, at: int, hints: Hints) -> bool:
    """Whether an exception's name and its message begin just there."""
    found = _LINE.match(line, at)
    if not found or found.start("type") != at or not found["message"]:
        return False
    return _reads_as_error(found["type"], found["message"], hints)


def _undecorated(line: str) -> str:
    """A selected line without indentation, quotation marks, pytest's `E` and the quotes around it."""
    found = _DECORATION.match(line)
    end = found.end() if found else 0
    text = line[end:].rstrip()
    quote = line[:end].rstrip()[-1:]
    return text[:-1] if quote and quote in "'\"`" and text.endswith(quote) else text


def _reads_as_error(name: str, message: str | None, hints: Hints) -> bool:
    if hints.selected:
        return is_exception_name(name) or (name.endswith("Warning") and name != "Warning" and bool(message))
    if not message or not message.strip() or not is_exception_name(name):
        return False
    if hints.exit_code == 0 or showing_program(hints.command):
        return False  # the program printed it and went on well, or only showed a text
    if name == "ReferenceError" and message.endswith(" is not defined"):
        return False  # JavaScript's; Python's is about weak references
    if _PERL.match(message) or is_javascript(name, message) or _ANNOTATION.match(message):
        return False
    return not _IN_DOCUMENTS.match(message)


def is_javascript(name: str, message: str) -> bool:
    """Whether an error with a name that Python has too is rather one of JavaScript's."""
    return name in _JAVASCRIPT and bool(_V8.match(message))


def _begins_other(line: str, name: str) -> bool:
    """Whether the line begins with another exception's name and a colon: then both are items of a list."""
    head, colon, _ = line.partition(": ")
    return bool(colon) and head != name and is_exception_name(head)


def _block(name: str | None, message: str, at: int, hints: Hints, end: int | None = None) -> Block:
    frame = None
    if name is not None and name.rpartition(".")[2] in ("SyntaxError", "IndentationError", "TabError"):
        place = _SYNTAX_PLACE.search(message[-340:])
        if place:  # str() of a SyntaxError ends with its place
            frame = Frame(place["path"], int(place["line"]))
            message = message[: len(message) - len(place[0])]
        elif (place := _UNDECLARED.match(message)) is not None:
            frame = Frame(place["path"], int(place["line"]))
        elif message.startswith("encoding problem: ") and (program := _PROGRAM.search(hints.command or "")) is not None:
            frame = Frame(program[0], 1)  # its first lines name a codec that is none; Python prints no place
    report = ErrorReport(
        tool="python",
        severity="warning" if name is not None and name.endswith("Warning") else "error",
        exception=name,
        message=message,
        span=Span(at + 1, end or at + 1),
        frames=(frame,) if frame else (),
        user_frame=frame,
    )
    return Block((report,), end or at + 1)


DIALECT = _OneLine()
