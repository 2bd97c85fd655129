"""Heat spreading over a metal sheet; borders are held at fixed temperatures."""
import numpy as np


def new_sheet(rows, cols, top=100.0, left=50.0):
    sheet = np.zeros(rows, cols)
    sheet[0, :] = top
    sheet[1:, 0] = left
    return sheet


def step(sheet):
    """Every inner cell becomes the mean of its four neighbours."""
    after = sheet.copy()
    after[1:-1, 1:-1] = (
        sheet[:-2, 1:-1]
        + sheet[2:, 1:-1]
        + sheet[1:-1, :-2]
        + sheet[1:-1, 2:]
    ) / 4
    return after


def run(sheet, limit=1e-3, most=20):
    for number in range(1, most + 1):
        after = step(sheet)
        change = np.abs(after - sheet).max()
        sheet = after
        if change < limit:
            break
    return sheet, number


def show(sheet):
    for row in sheet:
        print(" ".join(f"{value:5.1f}" for value in row))


if __name__ == "__main__":
    sheet, steps = run(new_sheet(6, 8))
    show(sheet)
    print("corner sum:", sheet[0, 0] + sheet[-1, 0])
    print("steps:", steps)
