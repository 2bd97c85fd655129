"""A frozen class works out one of its fields."""
# fails: FrozenInstanceError at line 15
# prints: 6
from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    width: int
    height: int
    area: int = 0

    def __post_init__(self):
        # for the list
        self.area = self.width * self.height


print(Box(2, 3).area)
