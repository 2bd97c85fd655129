"""A frozen point is moved."""
# fails: FrozenInstanceError at line 14
# prints: Point(x=3, y=2)
from dataclasses import dataclass


@dataclass(frozen=True)
class Point:
    x: int
    y: int


corner = Point(1, 2)
corner.x += 2  # to the right
print(corner)
