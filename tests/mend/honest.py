"""Whether our own programs are what they say: each fails as it is, and with its honest edit ends well and prints all
that it is for. `make mend-honest`.

Names the programs for which that does not hold; exit status 1 where there is one. `honest.diff` is applied by `patch`.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import sandbox
from programs import OWN, Program, own


def fault(program: Program, folder: Path, scratch: Path) -> str | None:
    """What is wrong with a program; None where all is as it says."""
    python = str(sandbox.LIBRARIES)
    work = scratch / "work"
    work.mkdir(parents=True)
    sandbox.lay_out(program.files, work)
    status, printed = sandbox.run(program.command, work, python)
    if status in (0, sandbox.TIMED_OUT):
        return f"it does not fail as it is (status {status}): {printed[-200:]!r}"
    sandbox.lay_out(program.files, work)
    diff = folder / program.id / "honest.diff"
    patched = subprocess.run(
        ["patch", "-p1", "--binary", "-s", "-i", str(diff.resolve())], cwd=work, capture_output=True, text=True
    )
    if patched.returncode:
        return f"honest.diff does not apply: {patched.stdout.strip()}"
    status, printed = sandbox.run(program.command, work, python)
    if status:
        return f"it fails with its honest edit (status {status}): {printed[-300:]!r}"
    missing = [piece for piece in program.expect if piece not in printed]
    return f"with its honest edit it does not print {missing}" if missing or not program.expect else None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=OWN)
    parser.add_argument("--only", default="", help="programs whose name holds this")
    options = parser.parse_args()
    if not sandbox.may_run():
        parser.error("programs are not run as root without bubblewrap; install bwrap")
    programs = [one for one in own(options.folder) if one.kind == "edit" and options.only in one.id]
    with tempfile.TemporaryDirectory(prefix="tracemend-honest-") as name, ThreadPoolExecutor(os.cpu_count()) as pool:
        root = Path(name).resolve()
        found = pool.map(lambda one: fault(one, options.folder, root / one.id), programs)
        wrong = [(one.id, text) for one, text in zip(programs, found, strict=True) if text is not None]
    for id, text in wrong:
        print(f"{id}: {text}")
    print(f"{len(programs) - len(wrong)} of {len(programs)} programs fail, and end well with their honest edit")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
