"""A field with a default stands first."""
# run: mypy {file}
# needs: mypy
# fails: misc at line 11
from dataclasses import dataclass


@dataclass
class Lake:
    depth: float = 0.0  # in metres
    name: str


print(Lake(name="Titisee"))
