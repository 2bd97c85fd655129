"""A price list that lies in a folder beside the program."""
# setup: mkdir -p data/de && printf 'tea;2\n' > data/de/Prices.csv
# fails: FileNotFoundError at line 8
# prints: ['tea', '2']
import csv
from pathlib import Path

with Path(__file__).with_name("prices.csv").open(newline="") as file:
    for row in csv.reader(file, delimiter=";"):  # no head
        print(row)
