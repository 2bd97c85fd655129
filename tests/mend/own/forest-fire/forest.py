"""Forest fire simulation on a sparse grid."""
import random
from typing import Dict, Iterator, Tuple

Cell = Tuple[int, int]

TREE, FIRE = "T", "F"
NEIGHBOURS = ((0, 1), (1, 0), (0, -1), (-1, 0))


class Forest:
    """Only cells with a tree are stored; burnt cells are removed."""

    def __init__(self, size: int, density: float, seed: int = 0) -> None:
        rng = random.Random(seed)
        self.size = size
        self.cells: Dict[Cell, str] = {
            (r, c): TREE
            for r in range(size)
            for c in range(size)
            if rng.random() < density
        }
        self.burnt = 0

    def around(self, cell: Cell) -> Iterator[Cell]:
        r, c = cell
        for dr, dc in NEIGHBOURS:
            yield r + dr, c + dc

    def ignite(self, column: int = 0) -> None:
        for r in range(self.size):
            if (r, column) in self.cells:
                self.cells[r, column] = FIRE

    @property
    def burning(self) -> int:
        return sum(state == FIRE for state in self.cells.values())

    def step(self) -> None:
        catching = {
            n
            for cell, state in self.cells.items()
            if state == FIRE
            for n in self.around(cell)
            if self.cells.get(n) == TREE
        }
        for cell, state in self.cells.items():
            if state == FIRE:
                del self.cells[cell]
                self.burnt += 1
        for cell in catching:
            self.cells[cell] = FIRE


def simulate(density: float, size: int = 30) -> Tuple[int, int, int]:
    forest = Forest(size, density, seed=11)
    trees = len(forest.cells)
    forest.ignite()
    steps = 0
    while forest.burning:
        forest.step()
        steps += 1
    return trees, forest.burnt, steps


def main() -> None:
    lost = []
    for density in (0.3, 0.6, 0.9):
        trees, burnt, steps = simulate(density)
        lost.append(burnt / trees)
        print(f"density {density}: {burnt:>4} of {trees:>4} trees burnt in {steps} steps")
    print("denser is worse:", lost == sorted(lost))


if __name__ == "__main__":
    main()
