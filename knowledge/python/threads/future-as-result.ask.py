"""Adds what threads give."""
# fails: TypeError at line 13
# prints: 5
from concurrent.futures import ThreadPoolExecutor


def square(number):
    return number * number


with ThreadPoolExecutor() as pool:
    futures = [pool.submit(square, number) for number in range(3)]
    print(sum(futures))  # 0 + 1 + 4
