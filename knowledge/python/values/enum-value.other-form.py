"""The names of the members are given, and their values are asked for."""
# fails: ValueError at line 14
# prints: 2
from enum import Enum


class Level(Enum):
    LOW = 1
    HIGH = 2


def level_of(text: str) -> Level:
    # written by hand, in either case
    return Level(text.strip().upper())  # by name


print(level_of(" high ").value)
