"""Prices for picture frames."""
from dataclasses import dataclass, field
from typing import List


@dataclass
class Frame:
    name: str
    width_cm: float
    height_cm: float
    glass: bool = True

    @property
    def area(self) -> float:
        """in square metres"""
        return self.width_cm * self.height_cm / 10_000

    @property
    def edge(self) -> float:
        return 2 * (self.width_cm + self.height_cm) / 100


@dataclass
class Order:
    frames: List[Frame] = field(default_factory=list)

    def price(self, frame: Frame) -> float:
        wood = 5.0 * frame.edge
        glass = 39.0 * frame.area() if frame.glass else 0.0
        return round(wood + glass, 2)

    def total(self) -> float:
        return sum(self.price(frame) for frame in self.frames)


def main() -> None:
    order = Order()
    order.frames.append(Frame("poster", 100, 50))
    order.frames.append(Frame("mirror", 100, 85, glass=False))
    for frame in order.frames:
        print(f"{frame.name}: {frame.area:.2f} m2, {order.price(frame):.2f}")
    print(f"sum {order.total():.2f}")


if __name__ == "__main__":
    main()
