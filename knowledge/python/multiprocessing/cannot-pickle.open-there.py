"""A pool gets open files."""
# setup: printf 'a\nb\n' > one.txt; printf 'c\n' > two.txt
# fails: TypeError at line 13
# prints: [2, 1]
from multiprocessing import Pool
def count(handle):
    """Lines of a file."""
    lines = handle.readlines()
    return len(lines)
if __name__ == "__main__":
    names = ["one.txt", "two.txt"]
    with Pool(2) as pool:
        print(pool.map(count, [open(name) for name in names]))
