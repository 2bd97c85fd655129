"""A daemon starts a process."""
# fails: AssertionError at line 8
# prints: 2
import multiprocessing
def child(number):
    print(number)
def parent():
    multiprocessing.Process(target=child, args=(2,)).start()


if __name__ == "__main__":
    process = multiprocessing.Process(target=parent, daemon=True)
    process.start()
    process.join()
