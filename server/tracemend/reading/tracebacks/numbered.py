"""An operating system's error inside any line: `[Errno N] text`, `[WinError N] text`, or its repr.

    ERROR: cannot write: [Errno 28] No space left on device
    ('Connection aborted.', ConnectionResetError(104, 'Connection reset by peer'))

Python prints OSErrors so (Objects/exceptions.c, OSError_str), and programs put it behind whatever they want to say, in
any language. The number tells what it is, so that the report's message begins with the bracket. In: a line. Out: the
type where one is named, and the message; nothing of records below WARNING, of source code and of documentation.
"""

from __future__ import annotations

from tracemend import lazy
from tracemend.reading.surroundings import is_exception_name

_NUMBER = lazy.regex(r"\[(?:Errno|WinError) -?\d{1,12}\](?: |$)")
_REPR = lazy.regex(
    r"(?<![\w.])(?P<type>(?:[A-Za-z_]\w{0,60}\.){0,4}[A-Za-z_]\w{0,60})\((?P<errno>-?\d{1,6}), "
    r"(?P<text>'(?:[^'\\\n]|\\.){1,300}'|\"(?:[^\"\\\n]|\\.){1,300}\")(?:, (?:None"
    r"|'[^'\n]{0,400}'), (?P<winerror>\d{1,6}))?"
)
_NAMED = lazy.regex(r"(?P<type>(?:[A-Za-z_]\w{0,60}\.){0,4}[A-Za-z_]\w{0,60}):? $")
_LOWER = lazy.regex(r"(?<![\w.])(?:INFO|DEBUG|TRACE|NOTICE|VERBOSE|info|debug|trace|notice)(?![\w.=])")
_CODE = lazy.regex(
    r"\b(?:assert|raise|except|return|def|elif|lambda|import|match=|print\(|str\(|in str)(?![\w:])|==|!=|>>> "
    r"|^\s*(?:#|//|\* |[-+] )"
    r"|`$|``|^\s*\w{1,40} = |^[\da-f]{7,12} [A-Z]"
)
_LISTED = lazy.regex(r"(?=[^\s:]{0,400}[A-Za-z])[^\s:]{1,400}:\d{1,9}:(?! \S)")
"""A line that `grep -n` shows: the place and the text touch, or the text's own indentation stands between them."""
_BEFORE = lazy.regex(r"(?:^|[:：,，;(\[{)\]|>…。.!=\"'—–-]|\d)\s{0,4}$")
_QUOTED = lazy.regex(r"(?:(?:^|[^(\s]|[^(]\s)[\"']|[`“‘])$")
"""A quotation, of data or of documentation, unless the quotes are those of a repr in parentheses."""
_QUOTES = "'\""
_OTHERS = frozenset(
    {"gaierror", "herror", "socket.error", "select.error", "error", "socket.gaierror", "ssl.SSLError", "timeout"}
)
_HEAD = 300
_MOST = 4000


def numbered(line: str, selected: bool) -> tuple[str | None, str] | None:
    """The type (None where none is named) and the message of the system's error in a line; None where there is none."""
    line = line[:_MOST]
    found = _NUMBER.search(line)
    if found:
        before = line[: found.start()]
        named = _NAMED.search(before[-200:])
        name = named["type"] if named and _is_type(named["type"]) else None
        if not selected and _QUOTED.search(before[: -len(named[0])] if name and named else before):
            return None
        if not selected and (_is_quiet(before) or not (name or _BEFORE.search(before[-20:]))):
            return None
        return name, _message(line, found.start(), before)
    shown = _REPR.search(line)
    if not shown or not _is_type(shown["type"]) or shown["type"].endswith("Warning"):
        return None
    if not selected and _is_quiet(line[: shown.start()]):
        return None
    text = shown["text"][1:-1].replace("\\'", "'")
    number = f"[WinError {shown['winerror']}]" if shown["winerror"] else f"[Errno {shown['errno']}]"
    return shown["type"], f"{number} {text}"


def _is_type(name: str) -> bool:
    return name in _OTHERS - {"error", "timeout"} or is_exception_name(name)


def _is_quiet(before: str) -> bool:
    """Whether what stands before the number is a record's that only informs, source code or documentation."""
    head = before[:_HEAD]
    return bool(_LOWER.search(head) or _CODE.search(before[-_HEAD:]) or _LISTED.match(head))


def _message(line: str, start: int, before: str) -> str:
    """From the bracket on, without what closes the brackets and quotes that were opened before it."""
    text = line[start:].rstrip()
    opened = before[-1:]
    if opened and opened in _QUOTES:
        end = text.rfind(opened)
        if end > 0:
            return text[:end]
    while text.endswith((")", "]", "}")) and text.count(text[-1]) > text.count(
        {")": "(", "]": "[", "}": "{"}[text[-1]]
    ):
        text = text[:-1].rstrip()
    return text[:-1] if text.endswith(".") and not text.endswith("..") else text
