"""Count the lakes on a map.  '~' is water, '.' is land."""
import sys
from collections import deque

Grid = list[str]


def load(path: str) -> Grid:
    with open(path, encoding="ascii") as f:
        return [line.strip() for line in f if line.strip()]


def neighbours(grid: Grid, r: int, c: int):
    for dr, dc in ((-1, 0), (1, 0), (0, -1), (0, 1)):
        rr, cc = r + dr, c + dc
        if 0 <= rr <= len(grid) and 0 <= cc < len(grid[0]):
            yield rr, cc


def lake(grid: Grid, start: tuple[int, int], seen: set) -> int:
    """Size of the lake that *start* belongs to; marks it as seen."""
    size = 0
    todo = deque([start])
    seen.add(start)
    while todo:
        r, c = todo.popleft()
        size += 1
        for rr, cc in neighbours(grid, r, c):
            if grid[rr][cc] == "~" and (rr, cc) not in seen:
                seen.add((rr, cc))
                todo.append((rr, cc))
    return size


def lakes(grid: Grid) -> list[int]:
    seen: set = set()
    sizes = []
    for r, row in enumerate(grid):
        for c, cell in enumerate(row):
            if cell == "~" and (r, c) not in seen:
                sizes.append(lake(grid, (r, c), seen))
    return sizes


def main() -> None:
    grid = load(sys.argv[1])
    sizes = lakes(grid)
    print(f"map {len(grid)} x {len(grid[0])}")
    print("lakes:", len(sizes))
    print("largest lake:", max(sizes))


if __name__ == "__main__":
    main()
