"""Adds pairs by an executor."""
# fails: TypeError at line 11
# prints: [3, 7]
from concurrent.futures import ThreadPoolExecutor


def add(one, other):
    return one + other
with ThreadPoolExecutor() as pool:
    pairs = [(1, 2), (3, 4)]
    print(list(pool.map(add, pairs)))
