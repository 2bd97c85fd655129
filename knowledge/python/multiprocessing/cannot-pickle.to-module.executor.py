"""What an executor's processes are given is told by the future."""
# fails: AttributeError at line 16
# prints: [2, 4]
from concurrent.futures import ProcessPoolExecutor


class Job:
    """Multiplies."""

    def __init__(self, factor):
        self.factor = factor

    def run(self, values):
        with ProcessPoolExecutor(2) as pool:
            futures = [pool.submit(lambda: value * self.factor) for value in values]
            return [future.result() for future in futures]


if __name__ == "__main__":
    print(Job(2).run([1, 2]))
