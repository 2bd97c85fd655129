"""Fill the empty cells of a word search with random letters."""

import random
import string
from pathlib import Path

WORDS = {
    "tea": (0, 4, 1, 0),
    "pen": (4, 0, 0, 1),
}


def load_grid(path):
    """The rows of the grid, from the top; a dot is an empty cell."""
    return Path(path).read_text().splitlines()


def place(grid, word, row, col, down, right):
    for letter in word:
        there = grid[row][col]
        if there not in (".", letter):
            raise ValueError(f"{word!r} does not fit at {row}, {col}")
        grid[row][col] = letter
        row += down
        col += right


def fill(grid, rng):
    filled = 0
    for row in range(len(grid)):
        for col in range(len(grid[row])):
            if grid[row][col] == ".":
                grid[row][col] = rng.choice(string.ascii_lowercase)
                filled += 1
    return filled


def show(grid):
    for row in grid:
        print(" ".join(row))


def main():
    rng = random.Random(7)
    grid = load_grid("grid.txt")
    for word, (row, col, down, right) in WORDS.items():
        place(grid, word, row, col, down, right)
    show(grid)
    print("cells filled:", fill(grid, rng))
    print("empty cells left:", sum(row.count(".") for row in grid))


if __name__ == "__main__":
    main()
