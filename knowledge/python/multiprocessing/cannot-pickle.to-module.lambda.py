"""A lambda goes to a pool."""
# fails: PicklingError at line 9
# prints: ['A', 'B']
from multiprocessing import Pool


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(lambda word: word.upper(), ["a", "b"]))
