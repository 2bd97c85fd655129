"""Slips of syntax made by machine in well-formed files, mended by the server's code, and compared with the originals.

    python tests/mend/slips.py [--only SLIP] [--count 50] [--seed 1] [--verbose] [--wrong]

The files are this Python's standard library, formatted by `ruff format` and cut to runs of whole statements of 50 to
200 lines. Each slip is made at a random place of a random one, which then must not compile; what Python prints of it
is read and diagnosed as a terminal's output is. `right`: the preferred fix gives the original's syntax tree; `wrong`:
it is preferred and gives another; `unsure`: an edit is offered and none preferred (in parentheses: how many of these
would be right); `nothing`: no edit is offered. The same seed makes the same slips. No test: it takes minutes.
"""

from __future__ import annotations

import argparse
import difflib
import random
import sys
import tempfile
import traceback
import warnings
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from slip_files import File, files, tree_of
from slip_kinds import SLIPS, Slip
from tracemend.context import Context, DiskDocuments
from tracemend.diagnosis import Diagnoser
from tracemend.fixes.recipe import apply_edits
from tracemend.knowledge.packs import builtin_pack
from tracemend.matching.library import Library
from tracemend.reading.scanner import read_text


def cases(slip: Slip, originals: list[File], count: int, seed: str) -> Iterator[tuple[str, str]]:
    """Texts with a slip that do not compile, and what is meant."""
    chance = random.Random(seed)
    made = 0
    for _ in range(count * 40):
        pair = slip(chance.choice(originals), chance)
        if pair is not None and tree_of(pair[0]) is None and tree_of(pair[1]) is not None:
            yield pair
            made += 1
            if made == count:
                return


class Bench:
    """The product over the built-in pack, asked for texts in one folder."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "app.py"
        self.folder = folder
        self.diagnoser = Diagnoser(Library.open([builtin_pack()], cache=folder / "cache"))

    def judge(self, text: str, meant: str) -> tuple[str, str, str, str]:
        """(verdict, what was offered, message, the text after the first edit)."""
        self.file.write_text(text, "utf-8", newline="")
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                compile(text, str(self.file), "exec", dont_inherit=True)
        except SyntaxError as error:
            printed = "".join(traceback.format_exception_only(error))
        else:
            raise AssertionError("it compiles")
        message = printed.strip().splitlines()[-1]
        reports = [report for block in read_text(printed) for report in block]
        context = Context(origin="here", folder=str(self.folder), roots=(str(self.folder),), documents=DiskDocuments())
        diagnosis = self.diagnoser.diagnose(reports, context, look=True)[-1]
        wanted, right, after = tree_of(meant), [], []
        offered = [one for one in diagnosis.fixes if one.kind == "edit"]
        for one in offered:
            mend = self.diagnoser.resolve(diagnosis, one.id)
            after.append(apply_edits(text, mend.edits) if mend else text)
            right.append(tree_of(after[-1]) == wanted)
        entry = diagnosis.entry.id if diagnosis.entry else "-"
        told = f"{entry}: {', '.join(('*' if one.preferred else '') + one.id for one in offered)}"
        if not offered:
            return "nothing", told, message, text
        if offered[0].preferred:
            return ("right" if right[0] else "wrong"), told, message, after[0]
        return (
            ("unsure, right" if any(right) else "unsure"),
            told,
            message,
            after[right.index(True) if any(right) else 0],
        )


def diff(one: str, other: str) -> str:
    lines = difflib.unified_diff(one.splitlines(), other.splitlines(), n=2, lineterm="")
    return "\n".join(["    " + line for line in lines][2:])


def main() -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="slips whose name holds this")
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--verbose", action="store_true", help="show each case that was not mended rightly")
    parser.add_argument("--wrong", action="store_true", help="show those that were mended wrongly")
    options = parser.parse_args()
    originals = files(random.Random(options.seed))
    print(
        f"{'slip':28} {'cases':>5} {'right':>6} {'wrong':>6} {'unsure':>12} {'nothing':>8}   ({len(originals)} files)"
    )
    total: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(Path(name).resolve())
        for slip_name, slip in SLIPS.items():
            if options.only not in slip_name:
                continue
            counts: Counter[str] = Counter()
            for text, meant in cases(slip, originals, options.count, f"{options.seed} {slip_name}"):
                verdict, told, message, after = bench.judge(text, meant)
                counts[verdict] += 1
                if (options.verbose and verdict != "right") or (options.wrong and verdict == "wrong"):
                    print(f"---- {slip_name}: {verdict} ({told})\n  {message}\n  meant:\n{diff(text, meant)}")
                    print(f"  made:\n{diff(text, after)}")
            total += counts
            show(slip_name, counts)
    show("all", total)
    return 0


def show(name: str, counts: Counter[str]) -> None:
    """A row of the table."""
    unsure = counts["unsure"] + counts["unsure, right"]
    told = f"{unsure} ({counts['unsure, right']})"
    print(
        f"{name:28} {sum(counts.values()):5} {counts['right']:6} {counts['wrong']:6} {told:>12} {counts['nothing']:8}",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
