"""A tiny gravity simulation in two dimensions with dataclasses."""
import math
from dataclasses import dataclass, field
from typing import Iterator, List

G = 39.478  # AU^3 / (year^2 * solar mass)


@dataclass
class Vector:
    x: float = 0.0
    y: float = 0.0

    def __add__(self, other: "Vector") -> "Vector":
        return Vector(self.x + other.x, self.y + other.y)

    def __sub__(self, other: "Vector") -> "Vector":
        return Vector(self.x - other.x, self.y - other.y)

    def __mul__(self, factor: float) -> "Vector":
        return Vector(self.x * factor, self.y * factor)

    def __abs__(self) -> float:
        return math.hypot(self.x, self.y)


@dataclass
class Body:
    name: str
    mass: float
    position: Vector
    velocity: Vector = Vector(0.0, 0.0)
    trail: List[Vector] = field(default_factory=list, repr=False)

    def drift(self, dt: float) -> None:
        self.position.x += self.velocity.x * dt
        self.position.y += self.velocity.y * dt
        self.trail.append(Vector(self.position.x, self.position.y))

    def kick(self, acceleration: Vector, dt: float) -> None:
        self.velocity = self.velocity + acceleration * dt


@dataclass
class System:
    bodies: List[Body]
    year: float = 0.0

    def acceleration(self, body: Body) -> Vector:
        total = Vector()
        for other in self.bodies:
            if other is not body:
                gap = other.position - body.position
                total = total + gap * (G * other.mass / abs(gap) ** 3)
        return total

    def run(self, years: float, dt: float = 0.001) -> Iterator[float]:
        for _ in range(round(years / dt)):
            kicks = [self.acceleration(body) for body in self.bodies]
            for body, kick in zip(self.bodies, kicks):
                body.kick(kick, dt)
            for body in self.bodies:
                body.drift(dt)
            self.year += dt
            yield self.year


if __name__ == "__main__":
    star = Body("star", 1.0, Vector())
    planet = Body("planet", 3e-6, Vector(1.0, 0.0), Vector(0.0, 2 * math.pi))
    system = System([star, planet])
    for year in system.run(1.0):
        pass
    print(f"after {system.year:.2f} years, {len(planet.trail)} steps")
    print(f"distance of the planet: {abs(planet.position - star.position):.2f}")
    print("star stays in the middle:", abs(star.position) < 0.001)
