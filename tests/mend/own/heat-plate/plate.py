"""Heat spreading over a metal plate, on a grid of plain lists.

The border is kept at fixed temperatures; the inside is averaged from its
four neighbours until it hardly changes any more.
"""
from __future__ import annotations

Grid = list[list[float]]


def new_grid(rows: int, columns: int, fill: float = 0.0) -> Grid:
    return [[fill] * columns] * rows


class Plate:
    """A plate of rows x columns cells, border included."""

    def __init__(self, rows: int, columns: int, start: float = 0.0):
        self.rows, self.columns = rows, columns
        self.grid = new_grid(rows, columns, start)

    def heat_edge(self, side: str, temperature: float) -> None:
        last_row, last_column = self.rows - 1, self.columns - 1
        cells = {
            "top": [(0, c) for c in range(self.columns)],
            "bottom": [(last_row, c) for c in range(self.columns)],
            "left": [(r, 0) for r in range(self.rows)],
            "right": [(r, last_column) for r in range(self.rows)],
        }[side]
        for r, c in cells:
            self.grid[r][c] = temperature

    def step(self) -> float:
        """One round of averaging; the largest change of a cell."""
        fresh = [row[:] for row in self.grid]
        change = 0.0
        for r in range(1, self.rows - 1):
            for c in range(1, self.columns - 1):
                around = (
                    self.grid[r - 1][c]
                    + self.grid[r + 1][c]
                    + self.grid[r][c - 1]
                    + self.grid[r][c + 1]
                )
                fresh[r][c] = around / 4
                change = max(change, abs(fresh[r][c] - self.grid[r][c]))
        self.grid = fresh
        return change

    def settle(self, tolerance: float = 1e-6, limit: int = 10_000) -> int:
        for rounds in range(1, limit + 1):
            if self.step() < tolerance:
                return rounds
        return limit

    def render(self) -> str:
        return "\n".join(" ".join(f"{t:5.1f}" for t in row) for row in self.grid)
