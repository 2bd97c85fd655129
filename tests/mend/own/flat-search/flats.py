#!/usr/bin/env python3
"""Filter the list of flats which the agency sends every Monday."""
import argparse

import pandas as pd


def load(path):
    flats = pd.read_csv(path)
    flats["per_m2"] = (flats["rent"] / flats["size"]).round(2)
    return flats


def select(flats, max_rent, min_rooms, district=None):
    mask = (flats["rent"] <= max_rent) and (flats["rooms"] >= min_rooms)
    found = flats[mask]
    if district is not None:
        found = found[found["district"] == district]
    return found.sort_values("per_m2")


def summary(flats):
    """Mean rent per square metre for each district."""
    return (
        flats.groupby("district")["per_m2"]
        .mean()
        .round(2)
        .sort_values(ascending=False)
    )


def main():
    p = argparse.ArgumentParser()
    p.add_argument("file")
    p.add_argument("--max-rent", type=float, default=900)
    p.add_argument("--rooms", type=int, default=2)
    p.add_argument("--district")
    a = p.parse_args()

    flats = load(a.file)
    for name, value in summary(flats).items():
        print(f"{name:<10}{value:>7.2f} per m2")
    found = select(flats, a.max_rent, a.rooms, a.district)
    print(len(found), "flats")
    for flat in found.itertuples():
        print(f"  {flat.address:<16}{flat.rooms} rooms {flat.rent:>5} {flat.per_m2:>6}")
    if not found.empty:
        print("cheapest:", found["rent"].min())


if __name__ == "__main__":
    main()
