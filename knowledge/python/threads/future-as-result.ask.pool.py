"""Adds what a pool gives."""
# fails: TypeError at line 11
# prints: 5
from multiprocessing.pool import ThreadPool


def square(number):
    return number * number
with ThreadPool(2) as pool:
    answer = pool.apply_async(square, (2,))
    print(answer + 1)
