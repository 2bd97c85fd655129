"""`tracemend knowledge check`: all rules on entries, those that need the whole product included."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tracemend.context import Context
from tracemend.diagnosis import Diagnoser, Diagnosis
from tracemend.knowledge import rules
from tracemend.knowledge.fault import Fault
from tracemend.knowledge.model import Entry, Example, NotExample
from tracemend.knowledge.packs import Pack, PackContent, builtin_pack, read_pack
from tracemend.matching import cache as caches
from tracemend.matching.index import Index, Patterns
from tracemend.matching.store import Stored
from tracemend.proving import names
from tracemend.proving.proof import proofs_of
from tracemend.proving.rivals import Contest, Listening
from tracemend.reading.findings.diagnostic import from_diagnostic


@dataclass(frozen=True, slots=True)
class Checked:
    """The sound entries of a pack and everything that is wrong in it, in the order of the files."""

    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...] = ()
    """What is no reason to refuse it."""
    signatures: int = 0
    exemplified: int = 0
    """How many of the signatures match an example of their entry."""


def check_pack(pack: Pack, today: date | None = None) -> Checked:
    """Hold a pack against every rule. Its entries are tried together with the built-in ones. `today`: None is the
    machine's date."""
    content = read_pack(pack)
    faults = [*content.faults, *rules.check_content(content, today)]
    active = [entry for entry in content.entries if not entry.disabled]
    for entry in content.entries:
        faults += names.check(pack, entry)
        faults += proofs_of(pack, entry)[1]
    library = _library(content)
    contest = Contest(library, active)
    diagnoser = Diagnoser(library)
    with tempfile.TemporaryDirectory(prefix="tracemend-check-") as folder:
        for entry in active:
            faults += check_examples(diagnoser, pack, entry, Path(folder))
            contest.listen(entry)
    for entry in active:
        contest.try_out(entry)
    for entry in active:
        faults += contest.check(entry, rules.fault_of(rules.file_of(pack.folder, entry.id)))
    faults = sorted(dict.fromkeys(faults), key=lambda fault: (fault.file, fault.line or 0))
    return Checked(
        content.entries,
        tuple(fault for fault in faults if not fault.warning),
        tuple(fault for fault in faults if fault.warning),
        sum(len(entry.match) for entry in active),
        len(contest.exemplified),
    )


def _library(content: PackContent) -> Listening:
    """The pack as it was read, behind the built-in one if it is another."""
    pack, opened = content.pack, []
    if not pack.builtin:
        opened.append((builtin_pack(), caches.stored(builtin_pack())))
    opened.append((pack, Stored.of_bytes(caches.compiled(pack, "check", content))))
    return Listening([Index(of, stored, Patterns(checked=True)) for of, stored in opened])


def check_examples(diagnoser: Diagnoser, pack: Pack, entry: Entry, scratch: Path) -> Iterator[Fault]:
    """Every example is explained by the entry as it expects; every not_example is not."""
    fault = rules.fault_of(rules.file_of(pack.folder, entry.id))
    for number, example in enumerate(entry.examples):
        for message, advice in _example(diagnoser, entry, example, scratch / f"{entry.id}-{number}"):
            yield fault(f"examples[{number}]", message, advice)
    for number, counter in enumerate(entry.not_examples):
        for message, advice in _not_example(diagnoser, entry, counter):
            yield fault(f"not_examples[{number}]", message, advice)


def _diagnose(diagnoser: Diagnoser, example: Example | NotExample, folder: Path | None) -> list[Diagnosis]:
    context = Context(
        origin="here" if folder else "elsewhere",
        folder=str(folder) if folder else None,
        roots=(str(folder),) if folder else (),
        command=example.command,
        exit_code=example.exit if isinstance(example, Example) else None,
        selected=isinstance(example, Example) and example.selected,
    )
    if example.diagnostic is not None:
        found = example.diagnostic
        report = from_diagnostic("example.py", found.source, found.code, found.message, "error", (1, 1), (1, 2))
        return diagnoser.diagnose([report], context)
    return diagnoser.diagnose(example.output or "", context)


def _example(diagnoser: Diagnoser, entry: Entry, example: Example, folder: Path) -> Iterator[tuple[str, str]]:
    folder_or_none: Path | None = None
    if example.source is not None:
        folder.mkdir()
        first = _diagnose(diagnoser, example, None)
        frame = first[-1].report.user_frame if first else None
        name = Path(frame.path.replace("\\", "/")).name if frame else "example.py"
        (folder / name).write_text(example.source, encoding="utf-8")
        folder_or_none = folder
        if frame and example.output:
            # The file stands in the scratch folder, wherever it stood when the output was printed.
            example = example._replace(output=example.output.replace(frame.path, str(folder / name)))
    found = _diagnose(diagnoser, example, folder_or_none)
    own = [one for one in found if one.entry is not None and one.entry.id == entry.id]
    if not own:
        others = ", ".join(sorted({one.entry.id for one in found if one.entry is not None}))
        if not found:
            yield "no report is read in it.", "Give the output whole, as it was printed."
        elif others:
            yield f"{others} explains it instead.", "Make the signature more specific, or move the example."
        else:
            yield f"the signature does not match «{found[-1].report.first_line[:120]}».", "Mend `match`."
        return
    yield from _expectations(example, own[-1])


def _expectations(example: Example, found: Diagnosis) -> Iterator[tuple[str, str]]:
    expect = example.expect
    match = found.match
    if match is None:
        return
    if expect.specificity is not None and match.specificity != expect.specificity:
        yield (
            f"its specificity is {match.specificity}, not {expect.specificity}.",
            "The compiler counts; mend `expect`.",
        )
    for name, value in expect.params.items():
        if match.captures.get(name) != value:
            yield f"{name} is {match.captures.get(name)!r}, not {value!r}.", "Mend the pattern or `expect`."
    if expect.cause is not None and (not found.causes or found.causes[0].id != expect.cause):
        first = found.causes[0].id if found.causes else "none"
        yield f"the first cause is {first}, not {expect.cause}.", "Mend the evidence or `expect`."
    if expect.preferred is not None:
        preferred = next((fix.id for fix in found.fixes if fix.preferred), None)
        if preferred != expect.preferred:
            yield f"the preferred fix is {preferred}, not {expect.preferred}.", "Mend the order of causes or `expect`."
    line = found.report.user_frame.line if found.report.user_frame else None
    if expect.line is not None and line != expect.line:
        yield f"its line is {line}, not {expect.line}.", "Mend `expect`."


def _not_example(diagnoser: Diagnoser, entry: Entry, example: NotExample) -> Iterator[tuple[str, str]]:
    found = _diagnose(diagnoser, example, None)
    explained = [one.entry.id for one in found if one.entry is not None]
    if entry.id in explained:
        yield "this entry explains it.", "Make the signature more specific."
    if example.entry is not None and example.entry not in explained:
        yield f"{example.entry} does not explain it ({_told(explained)}).", "Mend that entry, or leave `entry` out."


def _told(ids: Iterable[str]) -> str:
    listed = ", ".join(ids)
    return f"{listed} does" if listed else "nothing does"
