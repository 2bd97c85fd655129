"""Writes a table."""
# fails: TypeError at line 6
# prints: written
import csv
with open("table.csv", "wb") as file:
    csv.writer(file).writerow(["a", "b"])
print("written")
