"""Marks a cell of a map that a function reads."""
# setup: printf '..#\n...\n' > map.txt
# fails: TypeError at line 13
# prints: x.#
# prints: ...
from pathlib import Path

def load(path):
    """The rows of the map."""
    return Path(path).read_text().splitlines()  # top first

def mark(rows, row, column):
    rows[row][column] = "x"

rows = load("map.txt")
mark(rows, 0, 0)
for row in rows:
    print("".join(row))
