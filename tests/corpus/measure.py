"""How well texts are read: right exception, right line, silence where there is no error.

    python tests/corpus/measure.py [FOLDER] [--verbose] [--all]

FOLDER (or the variable CORPUS) holds `*.jsonl` files, one object a line; without it this folder's are taken. Of cases
of kind `traceback` the last report of the text is compared with `exception` and `line`, where the case names them;
`--all` counts rendered variants and logs too. Of a case with `holds` some report's message must hold that text. A case
of kind `traceback`, `terminal` or `log` that is to be explained is noticed if any report was read. A case that
`expect`s `silent` must bring no report; those that are `hard`, because they quote errors, are counted apart.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tracemend.diagnosis.summaries import Summaries
from tracemend.reading.report import ErrorReport, Hints
from tracemend.reading.scanner import read_text


@dataclass
class Tally:
    """What came out for one file."""

    cases: int = 0
    wrong: list[str] = field(default_factory=list)
    explain: int = 0
    missed: list[str] = field(default_factory=list)
    silent: int = 0
    spoke: list[str] = field(default_factory=list)
    hard: int = 0
    fooled: list[str] = field(default_factory=list)
    crashed: list[str] = field(default_factory=list)


class _Failures(logging.Handler):
    """Hears of dialects that failed: the reader passes them over, the measure does not."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The cases of a file."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def counts(row: dict[str, Any], everything: bool) -> bool:
    """Whether a case's exception and line are compared."""
    if row.get("expect") == "silent":
        return False
    if row.get("holds"):
        return True
    if everything:
        return row["kind"] in ("traceback", "log")
    return row["kind"] == "traceback" and not (row.get("variant") or row["id"].startswith("live/fmt/"))


def hints_of(row: dict[str, Any]) -> Hints:
    """What a terminal would know of the case's output."""
    return Hints(command=row.get("command"), exit_code=row.get("exit_code"))


def fault(row: dict[str, Any], reports: list[ErrorReport]) -> str | None:
    """What is wrong with what was read, None if it is right."""
    if not reports:
        return "nothing read"
    if row.get("holds"):
        held = any(row["holds"] in one.message for one in reports)
        return None if held else f"{reports[-1].message!r}, not {row['holds']!r}"
    last = reports[-1]
    if row.get("exception") is not None and last.exception != row["exception"]:
        return f"exception {last.exception}, not {row['exception']}"
    line = last.user_frame.line if last.user_frame else None
    if "line" in row and line != row["line"]:
        return f"line {line}, not {row['line']}"
    return None


def measure(path: Path, everything: bool = False) -> Tally:
    """Read all texts of a file."""
    tally = Tally()
    failures = _Failures()
    logging.getLogger("tracemend.reading").addHandler(failures)
    for row in rows(path):
        failures.heard.clear()
        try:
            blocks = Summaries().left_out(read_text(row["text"], hints_of(row)))
            reports = [report for block in blocks for report in block]
        except Exception as error:
            tally.crashed.append(f"{row['id']}: {type(error).__name__}")
            continue
        tally.crashed.extend(f"{row['id']}: {message}" for message in failures.heard)
        if row.get("expect") == "silent":
            said = [f"{row['id']}: {one.tool} {one.exception} {one.message!r}" for one in reports[:1]]
            if row.get("hard"):
                tally.hard += 1
                tally.fooled += said
            else:
                tally.silent += 1
                tally.spoke += said
            continue
        if row["kind"] in ("traceback", "terminal", "log") and row.get("expect") in (None, "explain"):
            tally.explain += 1
            if not reports:
                tally.missed.append(f"{row['id']}: not noticed: {row['text'].strip()[-120:]!r}")
        if counts(row, everything):
            tally.cases += 1
            found = fault(row, reports)
            if found:
                tally.wrong.append(f"{row['id']}: {found}")
    logging.getLogger("tracemend.reading").removeHandler(failures)
    return tally


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default=os.environ.get("CORPUS") or str(Path(__file__).parent))
    parser.add_argument("--verbose", action="store_true", help="name the cases that are wrong")
    parser.add_argument("--all", action="store_true", help="count rendered variants too")
    options = parser.parse_args(arguments)
    print(f"{'file':24} {'right':>10} {'%':>6}  {'noticed':>10} {'%':>6}  {'silent':>8} {'hard':>6} {'crashed':>8}")
    cases = wrong = bad = 0
    for path in sorted(Path(options.folder).glob("*.jsonl")):
        tally = measure(path, options.all)
        cases, wrong = cases + tally.cases, wrong + len(tally.wrong)
        bad += len(tally.spoke) + len(tally.crashed)
        figures = (
            f"{share(tally.cases, tally.wrong)}  {share(tally.explain, tally.missed)}"
            f"  {of(tally.silent, tally.spoke):>8} {of(tally.hard, tally.fooled):>6} {len(tally.crashed):8}"
        )
        print(f"{path.name.removesuffix('.jsonl'):24} {figures}")
        if options.verbose:
            for line in (*tally.wrong, *tally.missed, *tally.spoke, *tally.fooled, *tally.crashed):
                print("   ", line)
    print(f"right: {cases - wrong} of {cases} ({100 * (cases - wrong) / max(cases, 1):.2f}%)")
    return 0 if cases and (cases - wrong) / cases >= 0.99 and not bad else 1


def of(cases: int, wrong: list[str]) -> str:
    """So many of so many."""
    return f"{cases - len(wrong)}/{cases}" if cases else "-"


def share(cases: int, wrong: list[str]) -> str:
    """The same and in per cent, in columns."""
    return f"{of(cases, wrong):>10} {100 * (1 - len(wrong) / cases):6.1f}" if cases else f"{'-':>10} {'-':>6}"


if __name__ == "__main__":
    sys.exit(main())
