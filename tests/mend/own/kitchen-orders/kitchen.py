"""Simulation: cook and waiter share the stove and the counter."""
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

stove = threading.Lock()
counter = threading.Lock()
served = []


@contextmanager
def hold(lock, name, who, timeout=0.8):
    if not lock.acquire(timeout=timeout):
        raise TimeoutError(f"{who} waited {timeout} s for the {name}")
    try:
        yield
    finally:
        lock.release()


def cook(dishes):
    for dish in dishes:
        with hold(stove, "stove", "cook"):
            time.sleep(0.05)                # fry
            with hold(counter, "counter", "cook"):
                served.append(dish)


def waiter(rounds):
    for _ in range(rounds):
        with hold(counter, "counter", "waiter"):
            time.sleep(0.05)                # look what is there
            with hold(stove, "stove", "waiter"):
                time.sleep(0.01)            # keep the plates warm


def main():
    with ThreadPoolExecutor(2) as pool:
        jobs = [pool.submit(cook, ["soup", "omelette", "pasta"]), pool.submit(waiter, 3)]
    for job in jobs:
        job.result()
    print("served:", ", ".join(served))


if __name__ == "__main__":
    main()
