"""Joins a pool."""
# fails: ValueError at line 10
# prints: [1, 2]
from multiprocessing.pool import ThreadPool

pool = ThreadPool(2)
numbers = pool.map(abs, [-1, 2])

# the end
pool.join()
print(numbers)
