"""The same, as pyright sees it."""
# run: pyright {file}
# needs: pyright
# fails: reportGeneralTypeIssues at line 11
from dataclasses import dataclass


@dataclass
class Lake:
    depth: float = 0.0  # in metres
    name: str


print(Lake(name="Titisee"))
