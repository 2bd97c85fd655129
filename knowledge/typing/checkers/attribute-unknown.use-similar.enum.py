"""A light's colour, a member of an enumeration."""
# run: mypy --no-error-summary {file}
# needs: mypy
# fails: attr-defined at line 12
from enum import Enum


class Light(Enum):
    RED = 1
    GREEN = 2

print(Light.GREN.name)  # go on
