"""Count primes with several processes."""
import math
import time
from multiprocessing import Pool


def is_prime(n):
    if n < 2:
        return False
    for d in range(2, math.isqrt(n) + 1):
        if n % d == 0:
            return False
    return True


def count_primes(bounds):
    start, stop = bounds
    return sum(1 for n in range(start, stop) if is_prime(n))


def split(limit, parts):
    """(0, 2500), (2500, 5000) ..."""
    step = math.ceil(limit / parts)
    return [(a, min(a + step, limit)) for a in range(0, limit, step)]


def twins(limit):
    """Pairs of primes with a distance of two, below *limit*."""
    found = []
    before = 2
    for n in range(3, limit, 2):
        if is_prime(n):
            if n - before == 2:
                found.append((before, n))
            before = n
    return found


def main(limit=10000, workers=2):
    began = time.perf_counter()
    ranges = split(limit, workers * 2)
    with Pool(workers) as pool:
        counts = pool.map(lambda bounds: count_primes(bounds), ranges)
    for (a, b), n in zip(ranges, counts):
        print(f"{a:>6} - {b:<6} {n}")
    print(sum(counts), "primes below", limit)
    print("twins below 50:", twins(50))
    assert time.perf_counter() - began < 60


if __name__ == "__main__":
    main()
