"""A field of a named tuple is read as if the tuple were a dictionary."""
# fails: TypeError at line 8
# prints: 7
from collections import namedtuple

Point = namedtuple("Point", "x y")
corner = Point(7, 8)
print(corner["x"])  # the left side
