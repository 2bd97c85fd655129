"""Reads a table."""
# setup: printf 'a,b\n' > table.csv
# fails: _csv.Error at line 7
# prints: ['a', 'b']
import csv
with open("table.csv", "rb") as file:  # as it was in Python 2
    for row in csv.reader(file):
        print(row)
