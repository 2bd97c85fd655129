"""Uses a pool after its block."""
# fails: RuntimeError at line 9
# prints: 1
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor() as pool:
    futures = []

futures.append(pool.submit(abs, -1))
print(futures[0].result())
