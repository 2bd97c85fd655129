"""Squares numbers in two processes, started the way Windows and macOS do."""
# fails: RuntimeError at line 16
# prints: [1, 4, 9]
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

NUMBERS = [1, 2, 3]


def square(number: int) -> int:
    return number * number


# one process for each core
with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
    print(list(pool.map(square, NUMBERS)))
