"""The shape of an entry. Every key of an entry's YAML file is an attribute here, and nothing else is one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple, TypeGuard

Words = tuple[str, ...]
OneOrMore = tuple[str, ...]
"""Written in YAML as one text or a list of texts."""


def is_model(cls: object) -> TypeGuard[type[NamedTuple]]:
    """Whether something is one of the classes here."""
    return isinstance(cls, type) and issubclass(cls, tuple) and hasattr(cls, "_fields")


class When(NamedTuple):
    """Where the failing program ran, as far as the output shows it. An empty key holds everywhere."""

    os: OneOrMore = ()
    python: str | None = None
    shell: OneOrMore = ()
    tool: OneOrMore = ()
    place: OneOrMore = ()


class DiagnosticKey(NamedTuple):
    """A checker's finding: the family of tools and the rule's short codes."""

    tool: str
    code: OneOrMore


class Clause(NamedTuple):
    """One question to the evidence: a fact's name, the capture it looks at, its arguments, whether it is negated."""

    fact: str
    of: str | None = None
    arguments: Mapping[str, Any] = {}
    negated: bool = False


class Signature(NamedTuple):
    """One item of `match`: every key that is given must hold."""

    exception: OneOrMore = ()
    errno: tuple[int, ...] = ()
    """Numbers; names such as EACCES are translated when loaded."""
    winerror: tuple[int, ...] = ()
    message: str | None = None
    literal: OneOrMore = ()
    diagnostic: DiagnosticKey | None = None
    tool: OneOrMore = ()
    severity: Literal["error", "warning"] | None = None
    raised_in: OneOrMore = ()
    exit: tuple[int, ...] = ()
    python: str | None = None
    code: tuple[Clause, ...] = ()


class Cause(NamedTuple):
    """One reason for the error: something that can be true or false."""

    id: str
    text: str
    when: When | None = None
    evidence: tuple[Clause, ...] = ()
    fixes: Words = ()


class Edit(NamedTuple):
    """A recipe and its arguments."""

    recipe: str
    arguments: Mapping[str, Any] = {}


class Command(NamedTuple):
    """Commands for the terminal, each a list of words; or a command recipe with its arguments."""

    posix: tuple[Words, ...] = ()
    windows: tuple[Words, ...] = ()
    recipe: str | None = None
    arguments: Mapping[str, Any] = {}


class SettingChange(NamedTuple):
    """An edit of a configuration file."""

    file: str
    key: str
    value: Any
    table: str | None = None


class Fix(NamedTuple):
    """Exactly one of edit, command, setting, steps."""

    id: str
    title: str
    edit: Edit | None = None
    command: Command | None = None
    setting: SettingChange | None = None
    steps: Words = ()
    when: When | None = None
    evidence: tuple[Clause, ...] = ()
    preferred: bool = True
    caution: str | None = None

    @property
    def kind(self) -> Literal["edit", "command", "setting", "steps"]:
        """Which of the four it is."""
        if self.edit is not None:
            return "edit"
        if self.command is not None:
            return "command"
        return "setting" if self.setting is not None else "steps"


class Question(NamedTuple):
    """A question that people ask, and its answer."""

    ask: str
    answer: str


class Source(NamedTuple):
    """Where a fact of the entry comes from."""

    title: str
    url: str


class DiagnosticExample(NamedTuple):
    """A checker's finding as an editor has it."""

    source: str
    code: str
    message: str


class Expect(NamedTuple):
    """What an example has to give."""

    specificity: Literal["exact", "pattern", "type"] | None = None
    params: Mapping[str, str] = {}
    cause: str | None = None
    preferred: str | None = None
    line: int | None = None


class Example(NamedTuple):
    """Real output that the entry must match."""

    output: str | None = None
    diagnostic: DiagnosticExample | None = None
    source: str | None = None
    command: str | None = None
    exit: int | None = None
    selected: bool = False
    """Somebody chose the text: it is read although a program that says it goes on, and nothing is wrong."""
    python: str | None = None
    seen_with: Mapping[str, str] = {}
    observed: bool = True
    seen_at: str | None = None
    expect: Expect = Expect()


class NotExample(NamedTuple):
    """Output that the entry must not match, or that must be explained by the entry named."""

    output: str | None = None
    diagnostic: DiagnosticExample | None = None
    command: str | None = None
    entry: str | None = None


class Entry(NamedTuple):
    """One known error."""

    id: str
    title: str = ""
    summary: str = ""
    documented: Literal["well", "partly", "new"] = "new"
    reviewed: str = ""
    match: tuple[Signature, ...] = ()
    meaning: str = ""
    command: str | None = None
    causes: tuple[Cause, ...] = ()
    fixes: tuple[Fix, ...] = ()
    no_edit: str = ""
    platforms: Mapping[str, str] = {}
    questions: tuple[Question, ...] = ()
    also_known_as: Words = ()
    searches: Words = ()
    related: Words = ()
    sources: tuple[Source, ...] = ()
    examples: tuple[Example, ...] = ()
    not_examples: tuple[NotExample, ...] = ()
    general: bool = False
    disabled: bool = False
    seen_with: Mapping[str, Words] = {}
