"""A text with a blank behind each comma."""
# fails: KeyError at line 11
# prints: 5
import csv

TEXT = """name, price
ink, 3
pen, 2
"""
rows = csv.DictReader(TEXT.splitlines())
print(sum(int(row["price"]) for row in rows))
