"""Heat conduction in a metal plate (explicit finite differences)."""
import numpy as np

ROWS = 24
COLS = 36
ALPHA = 0.2
STEPS = 400


def make_plate(rows, cols, ambient=20.0):
    plate = np.zeros(rows, cols)
    plate[:] = ambient
    plate[0, :] = 100.0                      # heated edge
    plate[:, -1] = np.linspace(100.0, ambient, rows)
    return plate


def step(plate):
    new = plate.copy()
    inner = plate[1:-1, 1:-1]
    new[1:-1, 1:-1] = inner + ALPHA * (
        plate[:-2, 1:-1]
        + plate[2:, 1:-1]
        + plate[1:-1, :-2]
        + plate[1:-1, 2:]
        - 4 * inner
    )
    return new


def run(plate, steps=STEPS, tolerance=1e-3):
    for n in range(steps):
        after = step(plate)
        if np.abs(after - plate).max() < tolerance:
            return after, n
        plate = after
    return plate, steps


def picture(plate, marks=" .:-=+*#%@"):
    scaled = (plate - plate.min()) / (plate.max() - plate.min())
    index = (scaled * (len(marks) - 1)).round().astype(int)
    return ["".join(marks[i] for i in row) for row in index[::4, ::2]]


if __name__ == "__main__":
    final, used = run(make_plate(ROWS, COLS))
    print("\n".join(picture(final)))
    print("steps:", used)
    print("shape:", final.shape, "hottest:", final.max())
    print("warm cells:", bool((final > 60).sum() > 50))
