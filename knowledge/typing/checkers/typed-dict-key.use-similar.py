"""A river and its length, read back from its dictionary."""
# run: mypy --no-error-summary {file}
# needs: mypy
# fails: typeddict-item at line 13
from typing import TypedDict


class River(TypedDict):
    name: str
    length: int

def sentence(river: River) -> str:
    return f"{river['name']}: " + str(river["lenght"])  # kilometres


print(sentence({"name": "Elbe", "length": 1094}))
