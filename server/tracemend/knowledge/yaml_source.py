"""A knowledge file's YAML as plain data, with the line of every key; strict, and bounded on hostile files.

The data is built from the parser's events, not by PyYAML's composer: the composer recurses, so a file of brackets
would overflow the stack, and it resolves plain texts by YAML 1.1 (`no` is false, `2026-11-23` a date, `0644` octal),
where editors use 1.2. What the two read differently is a fault here, so every reader sees the same data.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracemend import lazy
from tracemend.knowledge.fault import Fault

if TYPE_CHECKING:
    import yaml

MAX_BYTES = 256 * 1024
MAX_DEPTH = 20
MAX_NODES = 20_000

_INT = lazy.regex(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_FLOAT = lazy.regex(r"[-+]?[0-9]{1,18}\.[0-9]{1,18}(?:[eE][-+]?[0-9]{1,3})?")
_DATE = lazy.regex(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].{0,40})?")
_ODD_NUMBER = lazy.regex(
    r"[-+]?0[0-9_]+|0[xob][0-9a-fA-F_]+|[-+]?\.(?:inf|nan)|[-+]?[0-9]+\.|[-+]?[0-9][0-9_]*_[0-9_]*", re.I
)
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_YES_NO = frozenset({"yes", "no", "on", "off"})


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML file. `data` is None where there are faults; `lines` maps key paths (`causes[0].text`) to 1-based
    lines, "" being the file's first."""

    data: Any
    lines: Mapping[str, int] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


def read(path: Path) -> Document:
    """Read and parse a file of UTF-8 text; a file that is too large or cannot be read is a fault."""
    file = str(path)
    try:
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return _failed(file, None, f"it cannot be read ({error.strerror or error}).", "See that it is a readable file.")
    if len(raw) > MAX_BYTES:
        return _failed(file, None, f"it is larger than {MAX_BYTES // 1024} KB.", "Split it, or shorten its examples.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return _failed(file, line, "it is not UTF-8 text.", "Save the file as UTF-8.")
    return parse(text, file)


def parse(text: str, file: str) -> Document:
    """Parse YAML text; `file` is the name that faults show."""
    import yaml

    builder = _Builder(file)
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if not builder.take(event):
                break
    except yaml.YAMLError as error:
        builder.faults.append(_syntax_fault(error, file, text))
    except (ValueError, RecursionError) as error:
        builder.faults.append(Fault(file, None, None, f"YAML: {error}.", "See what is odd about the file's text."))
    if builder.faults:
        return Document(None, builder.lines, tuple(builder.faults))
    return Document(builder.root, builder.lines)


def _failed(file: str, line: int | None, message: str, advice: str) -> Document:
    return Document(None, {"": 1}, (Fault(file, line, None, message, advice),))


def _syntax_fault(error: yaml.YAMLError, file: str, text: str) -> Fault:
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error).split("\n")[0]
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark is not None else None
    position = getattr(error, "position", None)
    if line is None and isinstance(position, int):
        line = text.count("\n", 0, position) + 1
    context = str(getattr(error, "context", None) or "")
    begun = getattr(error, "context_mark", None)
    since = (
        f" (what stands here began on line {begun.line + 1})" if begun is not None and line != begun.line + 1 else ""
    )
    return Fault(file, line, None, f"YAML: {problem}{since}.", _advice(f"{context} {problem}"))


_ADVICE = (
    ("mapping values are not allowed", "Put a text that holds ': ' into quotes, or write it as a block (|)."),
    ("\\t", "Indent with blanks, not tabs."),
    ("tab", "Indent with blanks, not tabs."),
    ("cannot start any token", "Put a text that begins with this character into quotes; indent with blanks."),
    ("quoted scalar", "Close the quote; inside \"...\" write \\\\ for a backslash, or use '...'."),
    ("escape", "Inside \"...\" write \\\\ for a backslash, or use '...'."),
    ("flow mapping", "Close the {...}, and put texts that hold ',', '{' or '}' into quotes."),
    ("flow sequence", "Close the [...], and put texts that hold ',', '[' or ']' into quotes."),
    ("expected ':'", "Write `key: value`; put a text over several lines into a block (|)."),
    ("block mapping", "Indent the keys of one mapping alike, and close every quote above."),
    ("block collection", "Indent the items of one list alike."),
    ("block entry", "Begin a list on a line of its own, below its key."),
    ("undefined alias", "Write the value out; a text that begins with * or & needs quotes."),
    ("control characters", 'Write the character as an escape inside "...", as \\x1b.'),
    ("special characters", 'Write the character as an escape inside "...", as \\x1b.'),
)


def _advice(problem: str) -> str:
    found = (advice for part, advice in _ADVICE if part in problem)
    return next(found, "See that indentation, quotes and brackets are as YAML wants them.")


class _Builder:
    """Plain data from events. `take` is false when reading further makes no sense."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Any = None
        self.lines: dict[str, int] = {"": 1}
        self.faults: list[Fault] = []
        self._stack: list[tuple[dict[str, Any] | list[Any], str]] = []
        self._keys: list[str | None] = []
        self._nodes = 0
        self._documents = 0

    def take(self, event: Any) -> bool:
        kind = type(event).__name__
        if kind == "ScalarEvent":
            return self._node(event) and self._scalar(event)
        if kind == "MappingStartEvent":
            return self._node(event) and self._open({}, event)
        if kind == "SequenceStartEvent":
            return self._node(event) and self._open([], event)
        if kind in ("MappingEndEvent", "SequenceEndEvent"):
            self._stack.pop()
            self._keys.pop()
            return True
        if kind == "AliasEvent":
            return self._fault(event, "an alias (*name) is not taken.", "Write the value out.", stop=True)
        if kind == "DocumentStartEvent":
            self._documents += 1
            if self._documents > 1:
                return self._fault(event, "a second document begins here.", "One entry, one file.", stop=True)
        return True

    def _fault(self, event: Any, message: str, advice: str, *, stop: bool = False) -> bool:
        line = event.start_mark.line + 1
        self.faults.append(Fault(self.file, line, self._path() or None, message, advice))
        return not stop

    def _path(self) -> str:
        """The path of the value that comes next."""
        if not self._stack:
            return ""
        container, path = self._stack[-1]
        if isinstance(container, list):
            return f"{path}[{len(container)}]"
        key = self._keys[-1]
        return path if key is None else f"{path}.{key}" if path else key

    def _node(self, event: Any) -> bool:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            return self._fault(event, f"it holds more than {MAX_NODES} values.", "Split the file.", stop=True)
        if event.anchor is not None:
            advice = "Write the value out; a text that begins with & needs quotes."
            return self._fault(event, f"an anchor (&{event.anchor}) is not taken.", advice, stop=True)
        if event.tag is not None:
            advice = "Leave the tag out; a text that begins with ! needs quotes."
            return self._fault(event, f"a tag ({event.tag}) is not taken.", advice, stop=True)
        return True

    def _open(self, container: dict[str, Any] | list[Any], event: Any) -> bool:
        if len(self._stack) >= MAX_DEPTH:
            return self._fault(event, f"it is nested deeper than {MAX_DEPTH}.", "Nest less.", stop=True)
        if self._wants_key():
            return self._fault(event, "a key has to be a text.", "Put texts with { or [ into quotes.", stop=True)
        path = self._path()
        self._put(container, event)
        self._stack.append((container, path))
        self._keys.append(None)
        return True

    def _wants_key(self) -> bool:
        return bool(self._stack) and isinstance(self._stack[-1][0], dict) and self._keys[-1] is None

    def _scalar(self, event: Any) -> bool:
        if self._wants_key():
            return self._key(event)
        self._put(self._value(event) if event.implicit[0] else event.value, event)
        return True

    def _key(self, event: Any) -> bool:
        container, path = self._stack[-1]
        key: str = event.value
        if not key or key == "<<":
            return self._fault(event, f"{key or 'an empty text'} cannot be a key.", "Name the key.", stop=True)
        self._keys[-1] = key
        full = f"{path}.{key}" if path else key
        if key in container:
            self._fault(event, f"the key stands twice, first on line {self.lines[full]}.", "Leave one of them out.")
        else:
            self.lines[full] = event.start_mark.line + 1
        return True

    def _put(self, value: Any, event: Any) -> None:
        if not self._stack:
            self.root = value
            return
        container, path = self._stack[-1]
        if isinstance(container, list):
            self.lines[f"{path}[{len(container)}]"] = event.start_mark.line + 1
            container.append(value)
        else:
            key = self._keys[-1]
            if key is not None:
                container[key] = value
                self._keys[-1] = None

    def _value(self, event: Any) -> Any:
        text: str = event.value
        if text in _WORDS:
            return _WORDS[text]
        if _INT.fullmatch(text):
            return int(text)
        if _FLOAT.fullmatch(text):
            return float(text)
        if len(text) <= 60:
            if _DATE.fullmatch(text):
                self._fault(event, f"YAML reads {text} as a date.", f'Put it in quotes: "{text}".')
            elif text.lower() in _YES_NO:
                self._fault(
                    event,
                    f"{text} is a text to some YAML readers and a truth value to others.",
                    "Write true or false, or put it in quotes.",
                )
            elif text.lower() in ("true", "false", "null") or _ODD_NUMBER.fullmatch(text):
                self._fault(event, f"YAML readers differ about {text}.", f'Put it in quotes: "{text}".')
        return text
