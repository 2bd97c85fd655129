"""A file with a semicolon between its fields."""
# setup: printf 'name;price\nink;3\npen;2\n' > goods.csv
# fails: KeyError at line 9
# prints: ink 3
# prints: pen 2
import csv
with open("goods.csv", newline="") as file:
    for row in csv.DictReader(file):  # one for each
        print(row["name"], row["price"])
