"""The failing programs that are to be mended: those of a corpus that carry their code, and the class of their mend."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

CLASSES = Path(__file__).with_name("classes.tsv")
_FILE = re.compile(r"[\w.-]+\.py")


@dataclass(frozen=True)
class Program:
    """One program: the case that it is named after, its text and file, how it is run, with which Python, what it
    printed when it was recorded, the exception that it ended with, and the class of its mend (`classes.tsv`)."""

    id: str
    code: str
    file: str
    command: str
    python: str
    text: str
    exception: str | None
    folder: str
    kind: str
    why: str


def classes() -> dict[str, tuple[str, str]]:
    """Class and reason by the id of a case."""
    found: dict[str, tuple[str, str]] = {}
    for line in CLASSES.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            ids, kind, why = line.split("\t")
            found.update(dict.fromkeys(ids.split(), (kind, why)))
    return found


def programs(folder: Path) -> list[Program]:
    """The programs of a corpus, each once; of cases with the same program the newest Python's."""
    known = classes()
    found: dict[str, Program] = {}
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            code = row.get("code")
            if not isinstance(code, str) or row["kind"] not in ("traceback", "terminal", "log"):
                continue
            kind, why = known.get(row["id"], ("unknown", ""))
            command = row.get("command") or "python app.py"
            named = _FILE.search(command)
            where = Path(row["file"]) if row.get("file") else None
            file = named[0] if named else where.name if where else "app.py"
            folder_of = str(where.parent) if where else "/home/dev/project"
            old = found.get(code)
            if old is None or _number(old.python) < _number(row["python"]):
                found[code] = Program(
                    row["id"],
                    code,
                    file,
                    command,
                    row["python"],
                    row["text"],
                    row.get("exception"),
                    folder_of,
                    kind,
                    why,
                )
    return sorted(found.values(), key=lambda one: one.id)


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".")[:2])
