"""How many texts are explained: by an entry that says more than what an exception is.

    python tests/corpus/explained.py [FOLDER] [--verbose] [--read FILE]

Cases of `*.jsonl` (see measure.py) that are to be explained: those that `expect` it, or say nothing of what they
expect. The last error of a text counts, an error that it was caused by too; a finding of a checker (kind `diagnostic`
with its `diagnostic`) is handed over as `scan --diagnostics` does. Explained: its entry is not a general one. `--read`
writes every case that names its truth (`truth` or `cause`) with the entry's title and its first causes, so that
somebody can read whether they agree.
"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from measure import hints_of, of, rows
from tracemend.context import Context
from tracemend.diagnosis import Diagnoser, Diagnosis
from tracemend.knowledge import packs
from tracemend.matching.library import Library
from tracemend.reading.findings.diagnostic import from_diagnostic


@dataclass
class Tally:
    """What came out for one file."""

    cases: int = 0
    explained: int = 0
    general: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def diagnoses(row: dict[str, Any], diagnoser: Diagnoser) -> list[Diagnosis]:
    """What is said of a case, as of output that was not printed here."""
    finding = row.get("diagnostic")
    if row["kind"] == "diagnostic" and finding:
        start, end = finding["range"]["start"], finding["range"]["end"]
        report = from_diagnostic(
            path=row.get("file") or "/home/dev/project/app.py",
            source=finding.get("source") or "",
            code=finding.get("code"),
            message=finding["message"],
            severity=finding.get("severity", "error"),
            start=(start["line"] + 1, start["character"] + 1),
            end=(end["line"] + 1, end["character"] + 1),
        )
        return diagnoser.diagnose([report], Context("pasted"), input="finding")
    hints = hints_of(row)
    context = Context("pasted", command=hints.command, exit_code=hints.exit_code, selected=True)
    return diagnoser.diagnose(row["text"], context)


def measure(path: Path, diagnoser: Diagnoser, read: list[str]) -> Tally:
    """Diagnose all texts of a file; what is to be read by a person is added to `read`."""
    tally = Tally()
    for row in rows(path):
        if row.get("expect", "explain") not in (None, "explain"):
            continue
        tally.cases += 1
        found = diagnoses(row, diagnoser)
        known = [one for one in found if one.entry is not None and one.match is not None]
        special = [one for one in known if one.match is not None and not one.match.general]
        last = found[-1] if found else None
        what = f"{last.report.exception or ''} {last.report.message[:110]!r}" if last else repr(row["text"][:110])
        said = f"{row['id']}: {what}"
        if special:
            tally.explained += 1
        else:
            (tally.general if known else tally.unknown).append(said)
        truth = row.get("truth") or row.get("cause")
        if truth:
            read.append(f"{said}\n    truth: {truth}\n{_said(special or known)}\n")
    return tally


def _said(found: list[Diagnosis]) -> str:
    if not found or found[-1].entry is None:
        return "    (no entry)"
    top = found[-1]
    causes = "".join(f"\n      {cause.verdict}: {cause.text}" for cause in top.causes[:3])
    return f"    {top.entry.id}: {top.title}{causes}" if top.entry else ""


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default=os.environ.get("CORPUS") or str(Path(__file__).parent))
    parser.add_argument("--verbose", action="store_true", help="name the cases that are not explained")
    parser.add_argument("--read", type=Path, help="write what is to be read by a person to this file")
    options = parser.parse_args(arguments)
    diagnoser = Diagnoser(Library.open([packs.builtin_pack()]))
    read: list[str] = []
    cases = explained = 0
    for path in sorted(Path(options.folder).glob("*.jsonl")):
        tally = measure(path, diagnoser, read)
        if not tally.cases:
            continue
        cases, explained = cases + tally.cases, explained + tally.explained
        missed = [*tally.general, *tally.unknown]
        figures = f"{of(tally.cases, missed):>10} {100 * tally.explained / tally.cases:6.1f}"
        print(
            f"{path.name.removesuffix('.jsonl'):24} {figures}   general {len(tally.general)}, none {len(tally.unknown)}"
        )
        if options.verbose:
            for mark, lines in (("general", tally.general), ("none", tally.unknown)):
                for line in lines:
                    print(f"    {mark:8}{line}")
    if options.read:
        options.read.write_text("\n".join(read), encoding="utf-8")
    print(f"explained: {explained} of {cases} ({100 * explained / max(cases, 1):.1f}%)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
