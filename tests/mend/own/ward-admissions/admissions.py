#!/usr/bin/env python3
"""Weekly summary of admissions for the ward meeting.

Reads admissions.csv (one line for a stay) and prints a table for each ward.
"""
from __future__ import annotations

from pathlib import Path

import pandas as pd

HERE = Path(__file__).resolve().parent


def load(path: Path) -> pd.DataFrame:
    """Read the export and add the length of stay in days."""
    stays = pd.read_csv(path, parse_dates=["admitted", "discharged"])
    stays["days"] = (stays["discharged"] - stays["admitted"]).dt.days
    return stays


def per_ward(stays: pd.DataFrame) -> pd.DataFrame:
    """Number of stays, mean and longest stay for each ward."""
    summary = (
        stays[stays["days"] >= 0]
        .groupby("ward")
        .agg(
            stays=("patient", "count"),
            mean_days=("days", "mean"),
            longest=("days", "max"),
        )
        .sort_values("stays", ascending=False)

    summary["mean_days"] = summary["mean_days"].round(2)
    return summary


def main() -> None:
    stays = load(HERE / "admissions.csv")
    table = per_ward(stays)
    print(table.to_string())
    print()
    print("busiest ward:", table.index[0])
    print(f"mean stay  {stays['days'].mean():.2f}")


if __name__ == "__main__":
    main()
