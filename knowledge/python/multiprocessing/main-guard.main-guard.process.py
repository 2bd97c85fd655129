"""Greets from a child process."""
# fails: RuntimeError at line 13
# prints: hello Ada
# prints: done
import multiprocessing as mp


def greet(name: str) -> None:
    print("hello", name, flush=True)


worker = mp.get_context("spawn").Process(target=greet, args=("Ada",))
worker.start()
worker.join()
print("done" if worker.exitcode == 0 else "the worker failed")
