"""Conway's Game of Life with numpy. Reads the start pattern from a text file.

Written for the computing course; usage: python life.py pattern.txt [steps]
"""
import sys

import numpy as np


class Life:
    """A torus of cells, 1 is alive and 0 is dead."""

    def __init__(self, rows, columns):
        self.cells = np.zeros((rows, columns), dtype=np.int)
        self.generation = 0

    def place(self, pattern, row, column):
        """Put a pattern (list of strings, # is alive) on the board."""
        for r, line in enumerate(pattern):
            for c, char in enumerate(line):
                if char == "#":
                    self.cells[row + r, column + c] = 1

    def neighbours(self):
        total = np.zeros_like(self.cells)
        for dr in (-1, 0, 1):
            for dc in (-1, 0, 1):
                if (dr, dc) != (0, 0):
                    total += np.roll(np.roll(self.cells, dr, axis=0), dc, axis=1)
        return total

    def step(self):
        n = self.neighbours()
        born = (self.cells == 0) & (n == 3)
        stays = (self.cells == 1) & ((n == 2) | (n == 3))
        self.cells[:] = 0
        self.cells[born | stays] = 1
        self.generation += 1

    @property
    def population(self):
        return int(self.cells.sum())

    def __str__(self):
        return "\n".join("".join(".#"[cell] for cell in row) for row in self.cells)


def read_pattern(name):
    with open(name) as handle:
        return [line.rstrip("\n") for line in handle if not line.startswith("!")]


def main(args):
    pattern = read_pattern(args[0])
    steps = int(args[1]) if len(args) > 1 else 4
    life = Life(10, 12)
    life.place(pattern, 1, 1)
    start = life.cells.copy()
    for _ in range(steps):
        life.step()
    print(life)
    print("generation %d, population %d" % (life.generation, life.population))
    moved = np.array_equal(np.roll(start, (1, 1), axis=(0, 1)), life.cells)
    print("moved by one cell:", moved)


if __name__ == "__main__":
    main(sys.argv[1:])
