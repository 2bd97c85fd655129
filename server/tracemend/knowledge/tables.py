"""The knowledge base's tables: what facts, recipes and the index look up. Read when first asked, and kept.

A table is `tables/<name>.yaml` of the built-in pack: `description`, `sources` (each a title and an https address) and
`rows`. Beside it, in the installed package, may stand `<name>.marshal`: the rows, ready to be used.
"""

from __future__ import annotations

import marshal
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from tracemend import lazy
from tracemend.knowledge.fault import Fault, maker
from tracemend.knowledge.packs import builtin_pack

_DOTTED = r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*"
_DISTRIBUTION = r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?"
"""The name of a distribution: packaging.python.org, "Names and normalization"."""
_COMMAND = r"[A-Za-z0-9][\w.+-]*"
_MANAGERS = "apt|dnf|zypper|pacman|apk|brew"
_IMPORT = rf"import {_DOTTED}(?: as [a-z]\w*)?|from {_DOTTED} import [A-Za-z_]\w*"
_FORM = r"\.[A-Za-z_]+(?:\.[a-z_]+)?|[a-z]+\(\)|\[\]|\[\]=|\[:\]|in|not|del|drop|sep\.join|\+|=="
"""What is written for another language's method: the form of the edit."""

MODELS: Mapping[str, tuple[re.Pattern[str], re.Pattern[str], bool]] = {
    "module-distribution": (lazy.regex(_DOTTED), lazy.regex(_DISTRIBUTION), False),
    "exception-bases": (lazy.regex(_DOTTED), lazy.regex(_DOTTED), True),
    "command-distribution": (lazy.regex(_COMMAND), lazy.regex(_DISTRIBUTION), False),
    "moved-name": (lazy.regex(_DOTTED), lazy.regex(rf"{_DOTTED}|[A-Z]\w+ [\d.]+|pandas [\d.]+"), True),
    "removed-name": (lazy.regex(_DOTTED), lazy.regex(r"[A-Z].{10,220}[^.]|[A-Z]\w+ \d[\d.]*"), True),
    "system-number": (
        lazy.regex(r"(?:errno|winerror)\.\d{1,5}"),
        lazy.regex(r"[A-Z][A-Za-z0-9_]+|\d+|[A-Za-z].{10,140}[^.]"),
        True,
    ),
    "proven-change": (
        lazy.regex(r"[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)+"),
        lazy.regex(r"(?:(?:[-+ ] .{0,100}|[-+]|\.\.\.)(?:\n|\Z)){1,14}"),
        False,
    ),
    "added-name": (lazy.regex(_DOTTED), lazy.regex(r"3\.\d{1,2}"), False),
    "command-module": (lazy.regex(_COMMAND), lazy.regex(_DOTTED), False),
    "module-member": (lazy.regex(_DOTTED), lazy.regex(r"[A-Za-z_]\w*"), False),
    "other-method": (lazy.regex(r"\w+(?:\.\w+){1,4}"), lazy.regex(_FORM), False),
    "stub-distribution": (lazy.regex(_DOTTED), lazy.regex(_DISTRIBUTION), False),
    "system-package": (lazy.regex(r"[\w+-][\w.+/-]*"), lazy.regex(rf"(?:{_MANAGERS}) [A-Za-z0-9][\w.+@-]*"), True),
    "name-import": (lazy.regex(r"[A-Za-z_]\w*"), lazy.regex(_IMPORT), False),
}
"""For each table: what a key is, what a value is, and whether several values may stand in a list."""


@lru_cache(maxsize=16)
def table(name: str) -> Mapping[str, Any]:
    """The rows of a table. Raises ValueError for one that is not there or has faults: the program's own data."""
    folder = builtin_pack().folder / "tables"
    try:
        rows: Mapping[str, Any] = marshal.loads((folder / f"{name}.marshal").read_bytes())
        return rows
    except FileNotFoundError:
        pass
    rows, faults = read_table(folder / f"{name}.yaml")
    if faults:
        raise ValueError(str(faults[0]))
    return rows


def module_distributions() -> Mapping[str, str]:
    """Top-level module (or a dotted one) to the distribution that provides it, where the names differ."""
    return table("module-distribution")


def command_distributions() -> Mapping[str, str]:
    """Command to the distribution that brings it."""
    return table("command-distribution")


def command_modules() -> Mapping[str, str]:
    """Command to the module that `python -m` starts in its place."""
    return table("command-module")


def stub_distributions() -> Mapping[str, str]:
    """Module to the distribution that holds its stubs."""
    return table("stub-distribution")


def system_packages() -> Mapping[str, Sequence[str]]:
    """A header, shared library or tool to the packages that bring it, each behind its manager: `apt libpq-dev`."""
    return table("system-package")


def imports_of_names() -> Mapping[str, str]:
    """A name (`Path`, `np`) to the import statement that it usually comes from."""
    return table("name-import")


def other_methods() -> Mapping[str, str]:
    """`list.push` to the form that says what is written for it here; `any.name` where the type says nothing."""
    return table("other-method")


def other_method(type_name: str, method: str) -> str | None:
    """The form for a type's method that is missing; None where there is none."""
    rows = other_methods()
    return rows.get(f"{type_name}.{method}") or rows.get(f"any.{method}")


def module_members() -> Mapping[str, str]:
    """`datetime` to the class or function in it that is meant where the module is called."""
    return table("module-member")


def moved_names() -> Mapping[str, Sequence[str]]:
    """`collections.Mapping` to the new name (`collections.abc.Mapping`) and the version from which the old is gone."""
    return table("moved-name")


def removed_names() -> Mapping[str, Sequence[str]]:
    """A module, `module.name` or `module.Class.name` that Python or a library removed to what is written instead, a
    sentence, and the version from which it is gone."""
    return table("removed-name")


def proven_changes() -> Mapping[str, str]:
    """`entry.fix` to the lines that the edit changes in its proof, as in a unified diff."""
    return table("proven-change")


def added_names() -> Mapping[str, str]:
    """A module, `module.name` or `module.Class.name` of the standard library to the version that added it (`3.11`)."""
    return table("added-name")


@lru_cache(maxsize=1)
def _added_members() -> Mapping[str, str]:
    return {".".join(key.split(".")[-2:]): version for key, version in added_names().items() if key.count(".") > 1}


def added_member(kind: str, name: str) -> str | None:
    """The version that added a member to a class of the standard library, as a message names the class; None where
    none is known."""
    kind = kind.rpartition(".")[2].replace("PosixPath", "Path").replace("WindowsPath", "Path")
    found = _added_members().get(f"{kind}.{name}")
    return found or (_added_members().get(f"PurePath.{name}") if kind == "Path" else None)


def system_numbers() -> Mapping[str, Sequence[str]]:
    """`errno.61` (Linux's number) or `winerror.12` to the number's name and what it means."""
    return table("system-number")


@lru_cache(maxsize=1)
def _removed_members() -> Mapping[str, str]:
    """`Class.name` to the row's key, for messages that name the class without its module, or another of its modules."""
    return {".".join(key.split(".")[-2:]): key for key in removed_names() if key.count(".") > 1}


def removed_member(kind: str, name: str) -> str | None:
    """The row's key for a member of a class, as a message names the class; None where there is none."""
    of_any = f"any.{name}"
    return of_any if of_any in removed_names() else _removed_members().get(f"{kind.rpartition('.')[2]}.{name}")


def read_table(path: Path) -> tuple[dict[str, Any], list[Fault]]:
    """The rows of a table's file, and what is wrong in it."""
    from tracemend.knowledge.yaml_source import read

    document = read(path)
    if document.faults:
        return {}, list(document.faults)
    fault = maker(str(path), document.lines)
    data = document.data
    if path.stem not in MODELS:
        return {}, [fault("", f"there is no table {path.stem}.", f"There are: {', '.join(MODELS)}.")]
    if not isinstance(data, dict) or not isinstance(data.get("rows"), dict):
        return {}, [fault("rows", "`rows` is missing.", "Give `rows:` with a `key: value` on each line.")]
    faults = [
        fault(key, f"unknown key `{key}`.", "Known here: description, sources, rows.")
        for key in data
        if key not in ("description", "sources", "rows")
    ]
    if not isinstance(data.get("description"), str):
        faults.append(fault("description", "`description` is missing.", "Say what the table holds."))
    if not _sources_sound(data.get("sources")):
        faults.append(fault("sources", "no sound sources.", "Give a list of {title: ..., url: https://...}."))
    keys, values, several = MODELS[path.stem]
    for key, value in data["rows"].items():
        if not keys.fullmatch(key):
            faults.append(fault(f"rows.{key}", f"{key!r} cannot be a key here.", "Mend its spelling."))
        items = value if several and isinstance(value, list) and value else [value]
        if not all(isinstance(item, str) and values.fullmatch(item) for item in items):
            faults.append(fault(f"rows.{key}", f"{value!r} cannot be a value here.", "Mend its spelling."))
    return data["rows"], faults


def _sources_sound(sources: Any) -> bool:
    return (
        isinstance(sources, list)
        and bool(sources)
        and all(
            isinstance(source, dict) and set(source) == {"title", "url"} and str(source["url"]).startswith("https://")
            for source in sources
        )
    )


def check_tables(folder: Path) -> list[Fault]:
    """What is wrong in a pack's `tables/`."""
    return [fault for path in sorted(folder.glob("*.yaml")) for fault in read_table(path)[1]]


def compile_tables(folder: Path, out: Path) -> list[Path]:
    """Write the rows of every table in `folder` to `out`, as `table` reads them: the files. Raises ValueError."""
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for path in sorted(folder.glob("*.yaml")):
        rows, faults = read_table(path)
        if faults:
            raise ValueError(str(faults[0]))
        target = out / f"{path.stem}.marshal"
        target.write_bytes(marshal.dumps(rows, 4))
        written.append(target)
    return written
