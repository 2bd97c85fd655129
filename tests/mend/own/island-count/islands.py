"""Counts the lakes of a height map and their sizes (exercise 7)."""
import random

W = 1000
H = 700


def make_map(seed):
    rnd = random.Random(seed)
    grid = [[0] * W for _ in range(H)]
    for _ in range(30):
        cx, cy, r = rnd.randrange(W), rnd.randrange(H), rnd.randrange(20, 150)
        for y in range(max(0, cy - r), min(H, cy + r)):
            for x in range(max(0, cx - r), min(W, cx + r)):
                if (x - cx) ** 2 + (y - cy) ** 2 < r * r:
                    grid[y][x] = 1
    return grid


def fill(grid, x, y):
    # returns the number of cells of the lake and marks them
    if x < 0 or y < 0 or x >= W or y >= H or grid[y][x] != 1:
        return 0
    grid[y][x] = 2
    size = 1
    for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        size += fill(grid, x + dx, y + dy)
    return size


def lakes(grid):
    sizes = []
    for y in range(H):
        for x in range(W):
            if grid[y][x] == 1:
                sizes.append(fill(grid, x, y))
    return sizes


if __name__ == "__main__":
    sizes = lakes(make_map(3))
    print(len(sizes), "lakes, the largest has", max(sizes), "cells")
