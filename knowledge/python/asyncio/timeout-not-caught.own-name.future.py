"""The time-out of a future was an exception of its own."""
# needs: python<3.11
# fails: concurrent.futures._base.TimeoutError at line 11
# prints: late
import time
from concurrent.futures import ThreadPoolExecutor


with ThreadPoolExecutor() as pool:
    try:
        pool.submit(time.sleep, 0.2).result(timeout=0.01)
    except TimeoutError:
        print("late")
