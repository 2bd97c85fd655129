"""Adds in a thread."""
# fails: TypeError at line 12
# prints: 3
from concurrent.futures import ThreadPoolExecutor


def add(one, other):
    return one + other
with ThreadPoolExecutor() as pool:
    future = pool.submit(add(1, other=2))
    # wait for it
    print(future.result())
