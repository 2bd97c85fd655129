"""Collect the stations' rain files into one table and summarise it.

Usage: python collect.py [FOLDER]
"""
import sys
from pathlib import Path

import pandas as pd

DTYPES = {"station": "string", "mm": float}


def read_station(path):
    """One station's file, with the station's name from the file name."""
    frame = pd.read_csv(path, parse_dates=["day"], comment="#")
    frame["station"] = path.stem
    frame["mm"] = frame["mm"].clip(lower=0)
    return frame


def collect(folder):
    table = pd.DataFrame(columns=["day", "mm", "station"])
    for path in sorted(Path(folder).glob("*.csv")):
        station = read_station(path)
        if station.empty:
            print("empty:", path.name)
            continue
        table = table.append(station, ignore_index=True)
    return table.astype(DTYPES)


def wettest_days(table, count=2):
    per_day = table.groupby("day")["mm"].sum()
    return per_day.sort_values(ascending=False).head(count)


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent / "data"
    table = collect(folder)
    print(len(table), "rows from", table["station"].nunique(), "stations")

    totals = table.groupby("station")["mm"].sum()
    for station, mm in totals.items():
        print(f"{station:<8}{mm:6.1f} mm")

    for day, mm in wettest_days(table).items():
        print("wet:", pd.Timestamp(day).strftime("%Y-%m-%d"), f"{mm:.1f}")


if __name__ == "__main__":
    main()
