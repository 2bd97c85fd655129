"""The knowledge base's tables that facts look into, read when first asked.

A table is a YAML file of `knowledge/tables/` (in the wheel, of `tracemend/data/tables/`): under `names` a mapping of
texts to texts, beside it its `sources`. One that is missing or broken is as good as empty: `knowledge check` says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any


def folder() -> Path | None:
    """The folder of the tables: of the installed package, else of the checkout that it runs from."""
    package = Path(__file__).resolve().parents[1]
    for candidate in (package / "data" / "tables", package.parents[1] / "knowledge" / "tables"):
        if candidate.is_dir():
            return candidate
    return None


@lru_cache(maxsize=16)
def table(name: str) -> Mapping[str, str]:
    """The `names` of `NAME.yaml`; empty where there is no such table."""
    where = folder()
    if where is None:
        return {}
    try:
        text = (where / f"{name}.yaml").read_text(encoding="utf-8")
    except OSError:
        return {}
    names = _parsed(text)
    return {key: value for key, value in names.items() if isinstance(key, str) and isinstance(value, str)}


def _parsed(text: str) -> Mapping[Any, Any]:
    import yaml

    # The C parser needs a twentieth of the time; where PyYAML was built without it, the other one is as good.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        data = yaml.load(text, Loader=loader)
    except yaml.YAMLError:
        return {}
    names = data.get("names") if isinstance(data, dict) else None
    return names if isinstance(names, dict) else {}


def distributions() -> Mapping[str, str]:
    """Top-level module (or dotted name) to the distribution that provides it."""
    return table("module-distribution")


def command_distributions() -> Mapping[str, str]:
    """Command to the distribution that brings it."""
    return table("command-distribution")


def imports_of_names() -> Mapping[str, str]:
    """A name (`Path`, `np`) to the import statement that it usually comes from."""
    return table("name-import")
