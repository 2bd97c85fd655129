"""Counts the rows of a table."""
# setup: printf 'a,b\nc,d\n' > table.csv
# fails: ValueError at line 9
# prints: 2 rows
import csv
with open("table.csv", newline="") as file:
    rows = csv.reader(file)
count = 0
for row in rows:
    count += 1  # each
print(count, "rows")
