"""A local function goes to a pool, with what it uses."""
# fails: AttributeError at line 13
# prints: [10, 20, 30]
from multiprocessing import Pool


def run(values, factor):
    # once for each
    def scaled(value):
        return value * factor  # é

    with Pool(2) as pool:
        return pool.map(scaled, values)


if __name__ == "__main__":
    print(run([1, 2, 3], 10))
