"""Makes `printed.jsonl` again: what the proofs print that need a library which tests do not install.

    python tests/unit/fixes/make_printed.py .venv-mend/bin/python

The argument is a Python that has the libraries (`make mend` makes one).
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tracemend.proving import sandbox
from tracemend.proving.databases import Databases

sys.path.insert(0, str(Path(__file__).parent))
from seeds import FOLDER, PRINTED, known_proofs


def main(python: str) -> None:
    """Run them and write the file."""
    with Databases() as databases:
        rows = _rows(python, databases)
    PRINTED.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def _rows(python: str, databases: Databases) -> list[dict[str, str]]:
    rows = []
    base = subprocess.run(
        [python, "-c", "import sys; print(sys.base_prefix)"], capture_output=True, text=True, check=True
    ).stdout.strip()
    for known in known_proofs():
        libraries = [need for need in known.proof.needs if not need.startswith("python")]
        if not libraries or not sandbox.missing(known.proof) or known.proof.run != "python {file}":
            continue
        if sandbox.missing(known.proof, python) or any("python" in line for line in known.proof.setup):
            continue  # a test lays the proof out with its own Python, which has no libraries
        with tempfile.TemporaryDirectory() as folder:
            variables = databases.variables(known.proof.needs, Path(folder).name)
            place = sandbox.Place(Path(folder).resolve(), variables=variables)
            program = sandbox.lay_out(known.proof, place)
            done = subprocess.run(
                [python, program.name],
                cwd=program.parent,
                env=sandbox.environment(place),
                capture_output=True,
                text=True,
                check=False,
            )
            printed = (done.stdout + done.stderr).replace(str(program.parent), FOLDER)
        printed = printed.replace(str(Path(python).absolute().parent.parent), "/venv").replace(base, "/usr")
        rows.append({"proof": known.name, "printed": printed})
        print(known.name, file=sys.stderr)
    return rows


if __name__ == "__main__":
    main(sys.argv[1])
