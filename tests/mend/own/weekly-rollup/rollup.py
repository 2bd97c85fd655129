"""Put the weekly files of the kiosk together and sum up what was sold."""
from __future__ import annotations

import glob
import os

import pandas as pd


def read_week(path: str) -> pd.DataFrame:
    week = pd.read_csv(path)
    week["week"] = int(os.path.basename(path)[4:6])
    return week


def read_all(pattern: str) -> pd.DataFrame:
    """One table with the rows of all files that match the pattern."""
    table = pd.DataFrame(columns=["item", "sold", "week"]).astype({"sold": int, "week": int})
    for path in sorted(glob.glob(pattern)):
        table = table.append(read_week(path), ignore_index=True)
    return table


def per_week(table: pd.DataFrame) -> pd.DataFrame:
    """Items as rows, weeks as columns."""
    return table.pivot_table(index="item", columns="week", values="sold", fill_value=0)


def change(weeks: pd.DataFrame) -> pd.Series:
    """Difference between the last two weeks."""
    last, before = weeks.columns[-1], weeks.columns[-2]
    return weeks[last] - weeks[before]


def report(table: pd.DataFrame) -> None:
    sums = table.groupby("item")["sold"].sum().sort_values(ascending=False)
    for item, sold in sums.items():
        print(f"{item:<8}{sold:>3}")
    best = table.loc[table["sold"].idxmax()]
    print(f"best week: {best['week']} ({best['item']})")


if __name__ == "__main__":
    table = read_all("weeks/week*.csv")
    print("rows:", len(table))
    report(table)
    for item, difference in change(per_week(table)).items():
        print(f"{item:<8}{difference:>+4.0f}")
