"""Pick the weather stations that somebody has to visit.

A station needs a visit when its battery is low although it has sun, i.e. the
panel is probably dirty, or when it has been silent for more than two days.
"""
import argparse
from dataclasses import dataclass

import pandas as pd


@dataclass
class Limits:
    battery: float = 3.4
    sun_hours: float = 4.0
    silent_days: int = 2


def load(path: str) -> pd.DataFrame:
    stations = pd.read_csv(path, parse_dates=["last_report"])
    return stations.set_index("station")


def needs_visit(stations: pd.DataFrame, now: pd.Timestamp, limits: Limits) -> pd.DataFrame:
    silent = (now - stations["last_report"]).dt.days > limits.silent_days
    dirty_panel = (
        stations["battery"] < limits.battery
        and stations["sun_hours"] >= limits.sun_hours
    )
    chosen = stations[silent | dirty_panel].copy()
    chosen["reason"] = ["silent" if silent[name] else "panel" for name in chosen.index]
    return chosen


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--now", default="2024-02-10", type=pd.Timestamp)
    options = parser.parse_args()

    visits = needs_visit(load(options.file), options.now, Limits())
    for name, row in visits.iterrows():
        print(f"{name:<12} {row['reason']:<8} {row['battery']:.2f} V")
    print(f"{len(visits)} stations to visit, mean battery {visits['battery'].mean():.2f}")


if __name__ == "__main__":
    main()
