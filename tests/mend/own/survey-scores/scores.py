"""Compares the survey before and after the move to the new canteen."""
import numpy as np

# one row per person, one column per question (1..5)
BEFORE = np.array([
    [5, 4, 4],
    [1, 2, 1],
    [3, 3, 5],
    [4, 4, 2],
    [2, 5, 3],
], dtype=float)

AFTER = np.array([
    [5, 5, 4],
    [3, 2, 2],
    [3, 4, 5],
    [5, 4, 3],
    [2, 5, 5],
], dtype=float)


def centred(answers):
    return answers - answers.mean()


def similarity(before, after):
    """Table of how well the answers go together."""
    a, b = centred(before), centred(after)
    table = a @ b
    return table / np.abs(table).max()


def main():
    table = similarity(BEFORE, AFTER)
    for row in table:
        print("  ".join(f"{value:6.2f}" for value in row))
    i, j = np.unravel_index(np.argmax(table), table.shape)
    print("strongest:", i + 1, "with", j + 1)
    print("mean change:", np.round((AFTER - BEFORE).mean(), 2))


if __name__ == "__main__":
    main()
