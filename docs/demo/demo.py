"""The main job, shown in a terminal: a program fails, the server explains it on the line, its quick fix mends it.

Plays the editor: starts the real language server, hands it what the program printed, and asks it what an editor
asks. Works in a scratch folder; exit status 0 when the program passes after its preferred fix.
"""

from __future__ import annotations

import asyncio
import difflib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tracemend.proving.changes import applied
from tracemend.proving.client import ProofClient

SAMPLE = Path(__file__).with_name("report.py")


def title(text: str) -> None:
    """A heading between the steps."""
    print(f"\n=== {text}\n", flush=True)


def run(program: Path) -> tuple[int, str]:
    """Run the program; (exit status, what a terminal would show)."""
    done = subprocess.run([sys.executable, program.name], cwd=program.parent, capture_output=True, text=True)
    printed = done.stdout + done.stderr
    print(f"$ python {program.name}\n{printed}", end="")
    return done.returncode, printed


async def demo(folder: Path) -> int:
    """The scenes one after the other; the answer is the exit status."""
    program = folder / SAMPLE.name
    shutil.copyfile(SAMPLE, program)
    title("A program fails")
    status, printed = run(program)
    client = ProofClient()
    await client.start(folder)
    client.open(program)
    await client.printed(folder, f"python {program.name}", printed, status)

    title("What the editor underlines")
    diagnostics = await client.diagnostics(program)
    if not diagnostics:
        print("The server published no diagnostic.")
        return 1
    diagnostic = diagnostics[0]
    line = diagnostic.range.start.line
    shown = program.read_text().splitlines()[line]
    marks = " " * diagnostic.range.start.character + "~" * (
        diagnostic.range.end.character - diagnostic.range.start.character
    )
    print(f"{program.name}:{line + 1}: {diagnostic.message}  [{diagnostic.code}]\n\n    {shown}\n    {marks}")

    title("What a hover over it says")
    print(await client.hover(program, diagnostic.range.start))

    title("What Ctrl+. offers")
    actions = await client.actions(program, diagnostic)
    for action in actions:
        print(f"  {'*' if action.is_preferred else '-'} {action.title}")
    preferred = next((action for action in actions if action.is_preferred), None)
    if preferred is None:
        print("The server prefers no fix.")
        return 1

    title(f"The preferred fix, applied: {preferred.title}")
    before = program.read_text()
    after = applied(before, await client.resolve(preferred), program)
    program.write_text(after)
    print("".join(difflib.unified_diff(before.splitlines(True), after.splitlines(True), "before", "after")))
    await client.stop()

    title("The program again")
    status, _ = run(program)
    print("\nMended." if status == 0 else "\nIt still fails.")
    return status


def main() -> int:
    """Run the demonstration in a scratch folder."""
    with tempfile.TemporaryDirectory(prefix="tracemend-demo-") as folder:
        return asyncio.run(demo(Path(folder).resolve()))


if __name__ == "__main__":
    sys.exit(main())
