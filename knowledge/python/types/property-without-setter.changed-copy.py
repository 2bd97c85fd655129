"""A field of a named tuple is assigned."""
# fails: AttributeError at line 8
# prints: Point(x=5, y=2)
from collections import namedtuple

Point = namedtuple("Point", "x y")
corner = Point(1, 2)
corner.x = 5  # to the right
print(corner)
