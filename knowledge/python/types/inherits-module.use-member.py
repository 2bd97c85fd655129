"""Inherits from a module."""
# fails: TypeError at line 6
# prints: Colour.RED
import enum

class Colour(enum):  # all of them
    RED = 1

print(Colour.RED)
