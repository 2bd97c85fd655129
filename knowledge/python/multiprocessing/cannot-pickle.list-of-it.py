"""A pool gets generators."""
# fails: TypeError at line 9
# prints: [3, 6]
from multiprocessing import Pool


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(sum, [(x for x in range(3)), (y for y in range(4))]))
