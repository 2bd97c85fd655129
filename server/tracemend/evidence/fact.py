"""The interface of a fact, and the register of all facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from tracemend.context import Context
from tracemend.reading.report import ErrorReport
from tracemend.source.place import Place

Value = str | tuple[str, ...]


class Inquiry(NamedTuple):
    """What a fact is asked: the capture's text (None where there is none), the clause's arguments, and the scene."""

    value: str | None
    arguments: Mapping[str, Any]
    captures: Mapping[str, str]
    report: ErrorReport
    place: Place | None
    context: Context
    looks: bool = True
    """Whether the machine may be looked at."""

    def blind(self) -> Inquiry:
        """The same, with nothing but what was printed."""
        return self._replace(place=None, looks=False)


class Finding(NamedTuple):
    """What a fact saw. `holds` is None where it could not be known. `seen` is one sentence, without Markdown, that
    says what was looked at and found ("report.csv belongs to root, mode 644; you are uid 1000."). `values` are put
    into titles, commands and steps."""

    holds: bool | None
    seen: str | None = None
    values: Mapping[str, Value] = {}
    unseen: bool = False
    """It would have been printed, and was not. As what rules a cause out (`not`) it then says nothing; as what
    confirms one it is as unknown as any."""


UNKNOWN = Finding(None)
UNSEEN = Finding(None, unseen=True)

Look = Callable[[Inquiry], Finding]


class Fact(NamedTuple):
    """A question. `of` names the captures it looks at by default, the first that is there; `arguments` maps each
    argument's name to what it means; `gives` lists the values it can give; `unproven` names what could not be run
    by those who wrote it ("windows")."""

    name: str
    question: str
    look: Look
    of: tuple[str, ...] = ()
    arguments: Mapping[str, str] = {}
    gives: tuple[str, ...] = ()
    unproven: tuple[str, ...] = ()
    source_only: bool = False
    """It reads the source's text alone, so it may be looked at for output of any origin whose source is here."""
    report_only: bool = False
    """It reads nothing but what was printed, so it may be asked always, a folder that is not trusted included."""
    report_enough: bool = False
    """It can answer by what was printed and the tables. Where the source may not be looked at it is asked without."""
