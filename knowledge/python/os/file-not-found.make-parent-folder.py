"""Writes one report per month into a folder of its own."""
# fails: FileNotFoundError at line 12
# prints: january written
# prints: february written
from pathlib import Path

SALES = {"january": [120, 80], "february": [95, 140]}


def write_report(month: str, sales: list[int]) -> None:
    target = Path("reports") / "2024" / f"{month}.txt"
    target.write_text(f"{sum(sales)}\n")  # the sum alone
    print(month, "written")


for month, sales in SALES.items():
    write_report(month, sales)
