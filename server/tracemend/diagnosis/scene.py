"""Where the failing program ran, as far as its output shows it; what an entry's `when` is held against."""

from __future__ import annotations

import os
import re
from typing import Literal, NamedTuple

from tracemend import lazy
from tracemend.context import Context, System
from tracemend.knowledge.model import When
from tracemend.reading.report import ErrorReport

PlaceKind = Literal["venv", "conda", "container", "ci", "wsl", "notebook"]

_DRIVE = lazy.regex(r"^(?:[A-Za-z]:[\\/]|\\\\)")
_CONDITION = lazy.regex(r"(>=|<=|==|<|>)?\s*(\d+)(?:\.(\d+))?")
_CI = ("/home/runner/", "/builds/", "/github/workspace/", "D:\\a\\")


class Scene(NamedTuple):
    """None, or an empty set, where nothing shows it."""

    system: System | None
    python: tuple[int, int] | None
    shell: str | None
    tool: str
    places: frozenset[PlaceKind]
    places_known: bool
    """Whether a place that is not in `places` is known not to be the one (only on this machine)."""


def _system(report: ErrorReport, paths: list[str], context: Context) -> System | None:
    if report.winerror is not None or any(_DRIVE.match(path) for path in paths):
        return "windows"
    if any(path.startswith(("/Users/", "/opt/homebrew/", "/Library/")) for path in paths):
        return "macos"
    if any(path.startswith(("/home/", "/usr/lib/", "/root/")) for path in paths):
        return "linux"
    return context.system if context.origin == "here" else None


def _places(report: ErrorReport, paths: list[str], context: Context) -> frozenset[PlaceKind]:
    found: set[PlaceKind] = set()
    if any(re.search(r"[\\/]\.?v?env[\\/]", path) for path in paths):
        found.add("venv")
    if any(re.search(r"(?:ana|mini|mambaf)conda|miniforge|[\\/]envs[\\/]", path) for path in paths):
        found.add("conda")
    if any("ipython-input" in path or "ipykernel" in path or path.startswith("Cell In") for path in paths):
        found.add("notebook")
    if report.prefix == "ci" or any(path.startswith(_CI) for path in paths):
        found.add("ci")
    if report.prefix == "container" or any(path.startswith(("/app/", "/usr/src/app/")) for path in paths):
        found.add("container")
    if context.origin == "here":
        if os.path.exists("/.dockerenv") or os.path.exists("/run/.containerenv"):
            found.add("container")
        if "WSL_DISTRO_NAME" in os.environ:
            found.add("wsl")
    return frozenset(found)


def scene_of(report: ErrorReport, context: Context) -> Scene:
    """What the report, and for output of this machine the machine, shows of where the program ran."""
    paths = [*(frame.path for frame in report.frames), *report.paths()]
    python = None
    if report.python and (found := _CONDITION.match(report.python)):
        python = (int(found[2]), int(found[3] or 0))
    return Scene(
        system=_system(report, paths, context),
        python=python,
        shell=context.shell if context.origin == "here" else None,
        tool=report.tool,
        places=_places(report, paths, context),
        places_known=context.origin == "here",
    )


def version_holds(condition: str, version: tuple[int, int]) -> bool:
    """Whether `version` meets `condition` (">=3.10", "<3.12", "3.11", joined by commas)."""
    for part in condition.split(","):
        found = _CONDITION.fullmatch(part.strip())
        if not found:
            continue
        wanted = (int(found[2]), int(found[3] or 0))
        holds = {
            ">=": version >= wanted,
            "<=": version <= wanted,
            "<": version < wanted,
            ">": version > wanted,
            "==": version == wanted,
            None: version == wanted,
        }[found[1]]
        if not holds:
            return False
    return True


def when_holds(when: When | None, scene: Scene) -> bool:
    """Whether a cause or fix may apply in the scene: false only where the scene shows that it does not."""
    if when is None:
        return True
    if when.os and scene.system is not None and scene.system not in when.os:
        return False
    if when.python and scene.python is not None and not version_holds(when.python, scene.python):
        return False
    if when.shell and scene.shell is not None and scene.shell not in when.shell:
        return False
    if when.tool and scene.tool not in when.tool:
        return False
    return not (when.place and scene.places_known and not scene.places.intersection(when.place))
