"""Counts the water around a field."""
# fails: IndexError at line 14
# prints: 2
MAP = ["~..", ".~.", "..~"]


def near(rows, row, column):
    for there in (row - 1, row + 1):
        if 0 <= there <= len(rows):  # on the map
            yield there, column


rows = MAP
print(sum(rows[row][column] == "~" for start in (1, 2) for row, column in near(rows, start, start - 1)))
