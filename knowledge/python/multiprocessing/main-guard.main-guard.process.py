"""Greets from a child process."""
# fails: RuntimeError at line 14
# prints: hello Ada
import multiprocessing as mp
import sys


def greet(name: str) -> None:
    print("hello", name, flush=True)


worker = mp.get_context("spawn").Process(target=greet, args=("Ada",))
# a process of its own
worker.start()
worker.join()
sys.exit(worker.exitcode)
