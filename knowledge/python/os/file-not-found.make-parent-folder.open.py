"""Counts words and keeps the counts as CSV."""
# fails: FileNotFoundError at line 10
# prints: 2 rows
import csv
from collections import Counter

counts = Counter("tea bread tea".split())

# newline="" as the csv module wants it
with open("build/tables/counts.csv", "w", newline="") as file:
    writer = csv.writer(file)
    writer.writerows(counts.items())

print(len(counts), "rows")
