"""Gets a number from a process."""
# fails: TypeError at line 14
# prints: 1
import multiprocessing
import queue


def work(numbers):
    numbers.put(1)
if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    numbers = queue.Queue()
    worker = spawn.Process(target=work, args=(numbers,))
    worker.start()
    print(numbers.get(timeout=20))
    worker.join()
