"""Adds pairs in a pool."""
# fails: TypeError at line 10
# prints: [3, 7]
from multiprocessing.pool import ThreadPool


def add(one, other):
    return one + other
with ThreadPool(2) as pool:
    print(pool.map(add, [(1, 2), (3, 4)]))  # pairs
