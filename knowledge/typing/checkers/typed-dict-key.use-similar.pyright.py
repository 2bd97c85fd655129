"""The same, as pyright sees it."""
# run: pyright {file}
# needs: pyright
# fails: reportGeneralTypeIssues at line 18
from typing import TypedDict


class Water(TypedDict):
    name: str


class Lake(Water):
    depth: float


def deep(lake: Lake) -> bool:
    # deeper than a house is high
    return lake["dept"] > 10


print(deep({"name": "Titisee", "depth": 39.0}))
