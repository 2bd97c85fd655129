"""Finds addresses that are probably the same by the distance of their coordinates."""
import numpy as np

N = 6_000_000
LIMIT = 1e-6


def sample(n, seed=1):
    rng = np.random.default_rng(seed)
    points = rng.uniform([47.0, 6.0], [55.0, 15.0], size=(n, 2))
    points[-1] = points[0]                       # one that is there twice
    return points


def distances(points):
    n = len(points)
    table = np.zeros((n, n))
    for i in range(n):
        table[i] = np.hypot(*(points - points[i]).T)
    return table


def pairs(table, limit):
    close = np.argwhere(table < limit)
    return [(i, j) for i, j in close if i < j]


if __name__ == "__main__":
    points = sample(N)
    found = pairs(distances(points), LIMIT)
    print(len(found), "probable doubles")
