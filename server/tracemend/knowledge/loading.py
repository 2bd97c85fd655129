"""One entry's file to an `Entry`: parsed, the causes it shares put in, structured, and refused where it could do harm.

A shared file, `shared/<name>.yaml` of the pack or else of the built-in one, is one cause, a list of causes, or
`{causes: [...], fixes: [...]}`. `- use: shared.<name>` in an entry's `causes` is replaced by its causes; its fixes are
added behind the entry's own, unless the entry has one of the same id, which then serves the shared causes as well.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tracemend.knowledge import safety, yaml_source
from tracemend.knowledge.fault import Fault, MakeFault, maker
from tracemend.knowledge.model import Cause, Entry, Fix
from tracemend.knowledge.normal import cause, fix, kind
from tracemend.knowledge.structure import structure, structure_entry


@dataclass(frozen=True, slots=True)
class Loaded:
    """An entry's file. `entry` is None where it is broken; `lines` maps key paths, as the entry has them after shared
    causes were put in, to 1-based lines."""

    entry: Entry | None
    lines: Mapping[str, int]
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Shared:
    """What a shared file holds, as plain data in the short forms."""

    causes: tuple[Any, ...]
    fixes: tuple[Any, ...] = ()


@dataclass(slots=True)
class SharedCauses:
    """The shared causes of a pack, each file read once. `folders` are looked through in their order."""

    folders: tuple[Path, ...]
    faults: list[Fault] = field(default_factory=list)
    _known: dict[str, Shared | None] = field(default_factory=dict)

    def get(self, name: str) -> Shared | None:
        """The shared causes of a name; None where there are none, or they are broken (which is in `faults`)."""
        if name not in self._known:
            found = next((path for path in self._places(name) if path.is_file()), None)
            self._known[name] = self._read(found) if found else None
        return self._known[name]

    def exists(self, name: str) -> bool:
        """Whether there is a file of that name, broken or not."""
        return any(path.is_file() for path in self._places(name))

    def _places(self, name: str) -> list[Path]:
        if not name.replace("-", "").isalnum():
            return []
        return [folder / f"{name}.yaml" for folder in self.folders]

    def _read(self, path: Path) -> Shared | None:
        document = yaml_source.read(path)
        faults = list(document.faults)
        shared = None
        if not faults:
            shared = _shared(document.data, maker(str(path), document.lines), faults)
        self.faults += faults
        return None if faults else shared


def _shared(data: Any, fault: MakeFault, faults: list[Fault]) -> Shared:
    at = ""
    if isinstance(data, dict) and "causes" in data:
        faults += [fault(key, f"unknown key `{key}`.", "Known here: causes, fixes.") for key in {*data} - _KEYS]
        causes, fixes, at = data["causes"], data.get("fixes", []), "causes"
    elif isinstance(data, list):
        causes, fixes = data, []
    else:
        causes, fixes = [data], []
    for items, key, cls, spell in ((causes, at, Cause, cause), (fixes, "fixes", Fix, fix)):
        if not isinstance(items, list):
            faults.append(fault(key, f"a list is wanted, not {kind(items)}.", "Write each after a `- `."))
            return Shared(())
        for number, item in enumerate(items):
            path = "" if items == [data] else f"{key}[{number}]"
            _check(item, path, cls, spell, fault, faults)
    return Shared(tuple(causes), tuple(fixes))


_KEYS = frozenset({"causes", "fixes"})
Spell = Callable[[dict[str, Any], str, Callable[[str, str, str], object]], None]


def _check(item: Any, path: str, cls: type, spell: Spell, fault: MakeFault, faults: list[Fault]) -> None:
    if isinstance(item, dict):
        item = dict(item)
        spell(item, path, lambda *found: faults.append(fault(*found)))
    structure(item, cls, fault, faults, path)


def load(path: Path, id: str, shared: SharedCauses) -> Loaded:
    """Read an entry's file; `id` is the one that its place demands."""
    document = yaml_source.read(path)
    if document.faults:
        return Loaded(None, document.lines, document.faults)
    fault = maker(str(path), document.lines)
    faults: list[Fault] = []
    data, lines = _with_shared(document.data, document.lines, shared, fault, faults)
    fault = maker(str(path), lines)
    entry, wrong = structure_entry(data, fault)
    faults += wrong
    if entry is not None:
        if entry.id != id:
            advice = f"Write `id: {id}`, or move the file to {entry.id.replace('.', os.sep)}.yaml."
            faults.append(fault("id", f"the id {entry.id} does not fit the file's place.", advice))
        faults += safety.check(entry, fault)
    return Loaded(None if faults else entry, lines, tuple(faults))


def _with_shared(
    data: Any, lines: Mapping[str, int], shared: SharedCauses, fault: MakeFault, faults: list[Fault]
) -> tuple[Any, Mapping[str, int]]:
    """The data with the causes that it uses put in, and the lines of the keys as they then are."""
    causes = data.get("causes") if isinstance(data, dict) else None
    if not isinstance(causes, list) or not any(isinstance(item, dict) and "use" in item for item in causes):
        return data, lines
    made: list[Any] = []
    moved = {key: line for key, line in lines.items() if not key.startswith("causes[")}
    fixes = list(data["fixes"]) if isinstance(data.get("fixes"), list) else []
    own = {item.get("id") for item in fixes if isinstance(item, dict)}
    for number, item in enumerate(causes):
        old = f"causes[{number}]"
        if not (isinstance(item, dict) and "use" in item):
            new = f"causes[{len(made)}]"
            moved.update((new + key[len(old) :], line) for key, line in lines.items() if _below(key, old))
            made.append(item)
            continue
        used = _use(item, old, shared, fault, faults)
        for one in used.causes:
            moved[f"causes[{len(made)}]"] = lines[old]
            made.append(one)
        for one in used.fixes:
            if one.get("id") not in own:
                own.add(one.get("id"))
                moved[f"fixes[{len(fixes)}]"] = lines[old]
                fixes.append(one)
    return {**data, "causes": made, **({"fixes": fixes} if fixes else {})}, moved


def _below(key: str, path: str) -> bool:
    return key == path or key.startswith((f"{path}.", f"{path}["))


def _use(item: Mapping[str, Any], path: str, shared: SharedCauses, fault: MakeFault, faults: list[Fault]) -> Shared:
    name = item["use"]
    if set(item) != {"use"}:
        faults.append(fault(path, "beside `use` no other key is taken.", "Write the cause out, or leave the keys out."))
    elif not isinstance(name, str) or not name.startswith("shared."):
        faults.append(fault(f"{path}.use", f"{kind(name)} is no shared cause.", "Write `use: shared.<name>`."))
    elif not shared.exists(name.removeprefix("shared.")):
        advice = f"Make {name.replace('.', os.sep)}.yaml, or write the cause out."
        faults.append(fault(f"{path}.use", f"there is no {name}.", advice))
    else:
        found = shared.get(name.removeprefix("shared."))
        if found is not None:
            return found
        faults.append(fault(f"{path}.use", f"{name} is broken.", "Mend that file first."))
    return Shared(())
