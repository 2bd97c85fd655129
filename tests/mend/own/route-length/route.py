"""Length and climb of hiking routes made of legs."""
from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Leg:
    km: float
    climb: int = 0

    @property
    def hours(self) -> float:
        """4 km an hour and 400 m of climb an hour, the larger counts in full."""
        walking, climbing = self.km / 4, self.climb / 400
        return max(walking, climbing) + min(walking, climbing) / 2


@dataclass
class Route:
    name: str
    legs: list[Leg] = field(default_factory=list)

    def km(self) -> float:
        return sum(leg.km for leg in self.legs)

    def climb(self) -> int:
        return sum(leg.climb for leg in self.legs)

    def hours(self) -> float:
        return sum(leg.hours for leg in self.legs)

    def reversed(self, descents: list[int]) -> Route:
        pairs = zip(reversed(self.legs), reversed(descents))
        return Route(self.name + " (back)", [Leg(leg.km, d) for leg, d in pairs])
