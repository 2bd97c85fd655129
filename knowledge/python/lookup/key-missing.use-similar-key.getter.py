"""Sorts what a table has by a column that the table names otherwise."""

# fails: KeyError at line 10
# prints: pear, plum
import csv
from operator import itemgetter

TABLE = "Fruit;Price\nplum;3\npear;2\n"
rows = list(csv.DictReader(TABLE.splitlines(), delimiter=";"))
cheapest = sorted(rows, key=itemgetter("price"))  # texts of one digit
print(", ".join(row["Fruit"] for row in cheapest))
