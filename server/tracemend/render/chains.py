"""Errors of one chain that one entry explains are told once: as the one that ended the program."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tracemend.diagnosis import Diagnosis


class Told(NamedTuple):
    """A diagnosis to tell, and those before it that led to it and would say the same."""

    diagnosis: Diagnosis
    earlier: tuple[Diagnosis, ...] = ()

    @property
    def after(self) -> str | None:
        """The names of the earlier exceptions, in their order; None where there are none."""
        names = [(one.report.exception or one.title).rpartition(".")[2] for one in self.earlier]
        return f"after {', '.join(names)}" if names else None


def goes_on(diagnosis: Diagnosis) -> bool:
    """Whether a later diagnosis may tell the same: this exception led to another one."""
    return diagnosis.chain is not None and diagnosis.chain[1] != "member"


def told_once(diagnoses: Sequence[Diagnosis]) -> list[Told]:
    """What is to be told of the diagnoses of one text, in its order."""
    by_id = {diagnosis.id: diagnosis for diagnosis in diagnoses}
    earlier: dict[str, tuple[Diagnosis, ...]] = {}
    found: list[Told] = []
    for diagnosis in diagnoses:
        before = earlier.get(diagnosis.id, ())
        later = by_id.get(diagnosis.chain[0]) if diagnosis.chain is not None and goes_on(diagnosis) else None
        if later is not None and diagnosis.entry is not None and later.entry is diagnosis.entry:
            earlier[later.id] = (*earlier.get(later.id, ()), *before, diagnosis)
        else:
            found.append(Told(diagnosis, before))
    return found
