"""A proof's file: a program that fails, with what has to happen in comments at its top."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

from tracemend import lazy
from tracemend.knowledge.model import Entry
from tracemend.knowledge.packs import Fault, Pack
from tracemend.source.statement import parse

_HEADER = lazy.regex(r"#\s*([a-z][a-z-]*):\s?(.*)")
_FAILS = lazy.regex(r"(?P<what>[\w.*-]+(?: or [\w.*-]+)*) at line (?P<line>\d+)")
KEYS = ("setup", "needs", "fails", "prints", "run", "exits", "simulates", "runs-command", "moves")


@dataclass(frozen=True, slots=True)
class Proof:
    """What a proof's header says. `file` is the program (a folder's `main.py`); `folder` what is copied with it.
    `fails` are the names that the error has, by version. `moves` are the files that the fix makes (`+name`) and that
    are gone afterwards (`-name`), relative to it."""

    entry: str
    fix: str
    file: Path
    folder: Path | None
    fails: tuple[str, ...]
    line: int
    setup: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    prints: tuple[str, ...] = ()
    run: str = "python {file}"
    exits: int = 0
    simulates: str | None = None
    runs_command: bool = False
    moves: tuple[str, ...] = ()

    @property
    def any_python(self) -> bool:
        """Whether it fails with every Python that runs the server."""
        return not any(need.startswith("python") for need in self.needs)

    @property
    def name(self) -> str:
        """How the proof is called in what is printed about it."""
        return str(self.folder.name if self.folder else self.file.name)


class ProofError(Exception):
    """A proof that cannot be read: file, line, and what to do."""

    def __init__(self, file: Path, line: int | None, message: str, advice: str) -> None:
        super().__init__(message)
        self.fault = Fault(str(file), line, None, message, advice)


def proofs_of(pack: Pack, entry: Entry) -> tuple[list[Proof], list[Fault]]:
    """The proofs beside an entry's file: `<name>.<fix>.py`, `<name>.<fix>.<form>.py`, or a folder of that name."""
    *folders, name = entry.id.split(".")
    folder = pack.folder.joinpath(*folders)
    found: list[Proof] = []
    faults: list[Fault] = []
    for path in sorted(folder.glob(f"{name}.*")):
        inner = path / "main.py" if path.is_dir() else path
        if inner.suffix != ".py":
            continue
        fix = path.name.removesuffix(".py").split(".")[1]
        try:
            if not any(known.id == fix for known in entry.fixes):
                advice = f"Name it after one of: {', '.join(known.id for known in entry.fixes)}."
                raise ProofError(path, None, f"{entry.id} has no fix {fix}.", advice)
            found.append(read_proof(entry.id, fix, inner, path if path.is_dir() else None))
        except ProofError as error:
            faults.append(error.fault)
    return found, faults


def read_proof(entry: str, fix: str, file: Path, folder: Path | None = None) -> Proof:
    """Parse a proof's header. Raises ProofError."""
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ProofError(file, None, f"it cannot be read ({error}).", "Give a UTF-8 file.") from error
    values: dict[str, list[str]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        found = _HEADER.fullmatch(line.strip())
        if found and found[1] in KEYS:
            values.setdefault(found[1], []).append(found[2])
        elif line.strip() and not line.startswith("#") and values and not _in_docstring(text, number):
            break
    fails = _FAILS.match(values.get("fails", [""])[0])
    if not fails:
        raise ProofError(file, 1, "it does not say how it fails.", "Add: # fails: KeyError at line 9")
    if not file.name.endswith(".py"):
        raise ProofError(file, None, "it is no Python file.", "Name it <name>.<fix>.py.")
    return Proof(
        entry=entry,
        fix=fix,
        file=file,
        folder=folder,
        fails=tuple(fails["what"].split(" or ")),
        line=int(fails["line"]),
        setup=tuple(values.get("setup", ())),
        needs=tuple(need.strip() for line in values.get("needs", ()) for need in line.split(",") if need.strip()),
        prints=tuple(values.get("prints", ())),
        run=values.get("run", ["python {file}"])[0],
        exits=int(values.get("exits", ["0"])[0]),
        simulates=values.get("simulates", [None])[0],
        runs_command="runs-command" in values,
        moves=tuple(name for line in values.get("moves", ()) for name in line.split()),
    )


def _in_docstring(text: str, line: int) -> bool:
    """Whether a line belongs to the module's docstring; false where the program does not parse."""
    tree = parse(text)
    if tree is None:
        return text.splitlines()[line - 1].startswith(('"""', "'''"))
    first = tree.body[0] if tree.body else None
    return isinstance(first, ast.Expr) and first.lineno <= line <= (first.end_lineno or first.lineno)
