"""The failing programs that are to be mended: those of a corpus that carry their code, and the project's own; each with
the class of its mend."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

import yaml

HERE = Path(__file__).parent
OWN = HERE / "own"
GIVEN = HERE / "given.yaml"
_FILE = re.compile(r"[\w.-]+\.py")
_NO_PROGRAM = ("program.yaml", "honest.diff")


@dataclass(frozen=True)
class Program:
    """One program.

    `id` names the case or folder; `files` are all its files by their path in its folder; `command` runs it there.
    `python` is the version that it was recorded with, `text` what it printed then and `exception` what it ended with,
    `folder` where it stood: empty for the project's own, which always run. `kind` and `why` are the class of its mend
    (README.md). `expect` are pieces that the mended program prints, for the project's own.
    """

    id: str
    files: dict[str, bytes]
    command: str
    kind: str
    why: str
    python: str = ""
    text: str = ""
    exception: str | None = None
    folder: str = ""
    expect: tuple[str, ...] = ()
    needs: tuple[str, ...] = field(default=())


def classes() -> dict[str, tuple[str, str]]:
    """Class and reason by the id of a case."""
    found: dict[str, tuple[str, str]] = {}
    for line in (HERE / "classes.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            ids, kind, why = line.split("\t")
            found.update(dict.fromkeys(ids.split(), (kind, why)))
    return found


def of_corpus(folder: Path) -> list[Program]:
    """The programs of a corpus, each once; of cases with the same program the newest Python's."""
    known, given = classes(), _given()
    found: dict[str, Program] = {}
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            code = row.get("code")
            if not isinstance(code, str) or row["kind"] not in ("traceback", "terminal", "log"):
                continue
            kind, why = known.get(row["id"], ("unknown", ""))
            command = row.get("command") or "python app.py"
            named = _FILE.search(command) or (None if row.get("file") else _FILE.search(row["text"]))
            where = Path(row["file"]) if row.get("file") else None
            file = named[0] if named else where.name if where else "app.py"
            old = found.get(code)
            if old is None or _number(old.python) < _number(row["python"]):
                found[code] = Program(
                    id=row["id"],
                    files={**given.get(row["id"], {}), file: code.encode("utf-8", "surrogateescape")},
                    command=command,
                    kind=kind,
                    why=why,
                    python=row["python"],
                    text=row["text"],
                    exception=row.get("exception"),
                    folder=str(where.parent) if where else "/home/dev/project",
                )
    return sorted(found.values(), key=lambda one: one.id)


def own(programs: Path = OWN) -> list[Program]:
    """The project's own programs: each in a folder, with what it prints when it is well and an honest edit."""
    found = []
    for said in sorted(programs.glob("*/program.yaml")):
        folder = said.parent
        data = yaml.safe_load(said.read_text("utf-8"))
        files = {
            str(path.relative_to(folder)): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file() and path.name not in _NO_PROGRAM and "__pycache__" not in path.parts
        }
        found.append(
            Program(
                id=folder.name,
                files=files,
                command=data["command"],
                kind=data.get("class", "edit"),
                why=data["why"],
                expect=tuple(data["expect"]),
                needs=tuple(data["needs"]),
            )
        )
    return found


def _given() -> dict[str, dict[str, bytes]]:
    """Files that stood beside a corpus' program and are not with it."""
    data = yaml.safe_load(GIVEN.read_text("utf-8"))
    return {id: {name: bytes(one, "latin-1") for name, one in files.items()} for id, files in data.items()}


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".")[:2])
