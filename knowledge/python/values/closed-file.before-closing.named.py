"""A reader is named in the block and returned after it."""
# setup: printf 'name,n\na,1\nb,2\n' > t.csv
# fails: ValueError at line 15
# prints: 3
import csv


def read(path):
    with open(path, newline="") as handle:
        rows = csv.DictReader(handle)  # by the first line
    return rows


def total(rows):
    return sum(int(row["n"]) for row in rows)


print(total(read("t.csv")))
