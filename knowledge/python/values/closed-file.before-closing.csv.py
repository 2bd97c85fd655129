"""A function hands out a csv reader whose file is closed."""
# setup: printf 'a,1\n' > rows.csv
# fails: ValueError at line 13
# prints: [['a', '1']]
import csv


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        return csv.reader(file)  # all rows


print(list(rows("rows.csv")))
