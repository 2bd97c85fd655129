"""The field of a dataclass has a list as its default."""
# run: ruff check --isolated --select RUF008 {file}
# needs: ruff
# fails: RUF008 at line 10
from dataclasses import dataclass


@dataclass
class Store:
    names: list[str] = []  # nobody yet


print(Store().names)
