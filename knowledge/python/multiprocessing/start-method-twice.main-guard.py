"""Sets the start method once, not in each process that is started."""
# fails: RuntimeError at line 12
# prints: hello Ada
import multiprocessing as mp
import sys


def greet(name: str) -> None:
    print("hello", name, flush=True)


mp.set_start_method("spawn")
worker = mp.Process(target=greet, args=("Ada",))
worker.start()
worker.join()
sys.exit(worker.exitcode)
