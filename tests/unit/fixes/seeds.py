"""Failing programs with a known mend, to vary: every proof of the knowledge base, with what its failing run prints.

A program is run when its seed is first asked for (about 30 ms), in a folder that lives as long as the tests do. What
needs a library that tests do not install is not run: its output stands in `printed.jsonl`, which `make_printed.py`
makes again.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from tracemend.context import Context, DiskDocuments, Documents
from tracemend.diagnosis import Diagnoser, Diagnosis
from tracemend.knowledge.model import Entry, Fix
from tracemend.knowledge.packs import builtin_pack, read_pack
from tracemend.matching.library import Library
from tracemend.proving import sandbox
from tracemend.proving.proof import Proof, proofs_of
from tracemend.proving.prove import expected_report, reports_of
from tracemend.proving.rights import is_root
from tracemend.reading.report import ErrorReport

PRINTED = Path(__file__).with_name("printed.jsonl")
FOLDER = "{folder}"
"""Stands in `printed.jsonl` for the folder that a program ran in."""

_scratch = tempfile.TemporaryDirectory(prefix="tracemend-seeds-")


@dataclass(frozen=True, eq=False)
class Known:
    """A proof by edit, with the entry's fix that it proves."""

    proof: Proof
    entry: Entry
    fix: Fix

    @property
    def name(self) -> str:
        """The proof's name with its entry's folders: what the tests are called by."""
        folders = self.entry.id.rpartition(".")[0].replace(".", "/")
        return f"{folders}/{self.proof.name}"


@dataclass(frozen=True, eq=False)
class Seed:
    """A program that has failed. `program` is what was run, `file` the one that the report is on."""

    known: Known
    program: Path
    file: Path
    text: str
    report: ErrorReport

    def diagnosis(self, report: ErrorReport, text: str, others: Mapping[str, str] | None = None) -> Diagnosis:
        """A report of the program, its file as `text`, further files as given."""
        return diagnose(self.known, report, self.program, Overlay({**(others or {}), str(self.file): text}))


class Overlay:
    """Some files as a test has them, the others as on the disk."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts

    def read(self, path: str) -> str | None:
        """The text of a file."""
        found = self._texts.get(path)
        return DiskDocuments().read(path) if found is None else found


@lru_cache(maxsize=1)
def known_proofs() -> tuple[Known, ...]:
    """Every proof by edit of the built-in pack."""
    pack = builtin_pack()
    found = []
    for entry in read_pack(pack).entries:
        for proof in proofs_of(pack, entry)[0]:
            fix = next(one for one in entry.fixes if one.id == proof.fix)
            if fix.edit is not None:
                found.append(Known(proof, entry, fix))
    return tuple(found)


@lru_cache(maxsize=1)
def diagnoser() -> Diagnoser:
    """The product over the built-in pack."""
    return Diagnoser(Library.open([builtin_pack()], cache=Path(_scratch.name)))


@lru_cache(maxsize=1)
def _stored() -> dict[str, str]:
    rows = [json.loads(line) for line in PRINTED.read_text("utf-8").splitlines()]
    return {row["proof"]: row["printed"] for row in rows}


@cache
def seed_of(known: Known) -> Seed | str:
    """The seed of a proof; why there is none here, in words, where its program cannot be run."""
    reason = sandbox.missing(known.proof)
    printed = _stored().get(known.name) if reason else None
    if reason and printed is None:
        return reason
    place = sandbox.Place(Path(tempfile.mkdtemp(dir=_scratch.name)).resolve())
    program = sandbox.lay_out(known.proof, place)
    if printed is None:
        _, _, printed = sandbox.run(known.proof, program, place)
    printed = printed.replace(FOLDER, str(program.parent))
    report = replace(expected_report(known.proof, reports_of(known.proof, program, printed), printed), chain=None)
    diagnosis = diagnose(known, report, program, DiskDocuments())
    assert diagnosis.place is not None, printed
    assert diagnosis.place.file is not None, printed
    assert diagnosis.place.source is not None, printed
    return Seed(known, program, Path(diagnosis.place.file), diagnosis.place.source.text, report)


def diagnose(known: Known, report: ErrorReport, program: Path, documents: Documents) -> Diagnosis:
    """A report of the program, explained with evidence; without it where the program was not root and the tests are:
    they would see that everything may be written."""
    look = "not-root" not in known.proof.needs or not is_root()
    folder = str(program.parent)
    command = known.proof.run.replace("{file}", program.name)
    context = Context(origin="here", folder=folder, command=command, roots=(folder,), documents=documents)
    return diagnoser().diagnose([report], context, look=look)[-1]
