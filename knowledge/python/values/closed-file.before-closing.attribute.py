"""A reader is kept in an attribute."""
# setup: printf 'name,n\na,1\nb,2\n' > t.csv
# fails: ValueError at line 14
# prints: 3
import csv


class Table:
    def __init__(self, path):
        with open(path, newline="") as handle:
            self.rows = csv.DictReader(handle)  # by the first line

    def total(self):
        return sum(int(row["n"]) for row in self.rows)


print(Table("t.csv").total())
