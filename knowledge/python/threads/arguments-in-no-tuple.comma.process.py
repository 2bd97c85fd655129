"""Counts in a process."""
# fails: TypeError at line 11
# prints: 5
import multiprocessing


def count(number):
    print(number, flush=True)
if __name__ == "__main__":
    # one process
    worker = multiprocessing.Process(target=count, args=(5))
    worker.start()
    worker.join()
