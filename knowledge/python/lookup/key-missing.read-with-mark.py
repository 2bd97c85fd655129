"""A table that Excel has written begins with a mark, which is read into the name of the first column."""
# setup: printf '\357\273\277name,n\nAda,1\n' > people.csv
# fails: KeyError at line 9
# prints: Ada
import csv

with open("people.csv", newline="", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        print(row["name"])  # the first column
