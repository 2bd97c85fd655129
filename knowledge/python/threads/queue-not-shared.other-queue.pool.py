"""Gets a number from a pool."""
# fails: RuntimeError at line 14
# prints: 1
import multiprocessing


def work(numbers, number):
    numbers.put(number)


if __name__ == "__main__":
    numbers = multiprocessing.Queue()
    with multiprocessing.Pool(1) as pool:
        pool.apply(work, (numbers, 1))
    print(numbers.get())
