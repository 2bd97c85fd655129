"""Where the filters are kept."""
from typing import Callable, Dict, List, Optional

Filter = Callable[[str], str]
_filters: Dict[str, Filter] = {}


def register(name: Optional[str] = None):
    """Decorator: make a filter known under `name` (or under its own name)."""

    def wrap(function: Filter):
        key = name or function.__name__.replace("_", "-")
        if key in _filters:
            raise ValueError(f"filter {key!r} exists already")
        _filters[key] = function

    return wrap


def available() -> List[str]:
    return sorted(_filters)


def pipeline(names: str) -> Filter:
    """`pipeline("squeeze|slug")` gives a function that applies both in turn."""
    steps = [_filters[name.strip()] for name in names.split("|")]

    def apply(text: str) -> str:
        for step in steps:
            text = step(text)
        return text

    return apply
