"""Write the month's sales to a file."""

import csv
from pathlib import Path

SALES = [("apples", 120, 0.5), ("pears", 80, 0.75), ("plums", 200, 0.2)]


def write_report(target: Path) -> None:
    with open(target, "w", newline="") as file:  # one line for each fruit
        writer = csv.writer(file)
        for fruit, count, price in SALES:
            writer.writerow([fruit, count, f"{count * price:.2f}"])


report = Path("reports") / "november" / "sales.csv"
write_report(report)
print("written:", report)
