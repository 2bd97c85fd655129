"""The value of a member is given, and its name is asked for."""
# fails: KeyError at line 12
# prints: HAND
from enum import Enum


class Slot(Enum):
    HAND = "hand"
    HEAD = "head"


print(Slot["hand"].name)
