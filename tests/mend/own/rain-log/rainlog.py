"""Collect the daily readings of the rain gauges in one table."""
import io

import pandas as pd

DAYS = {
    "2024-04-01": "gauge,mm\nnorth,2.5\nsouth,1.0\n",
    "2024-04-02": "gauge,mm\nnorth,11.0\nsouth,9.5\nwest,14.2\n",
    "2024-04-03": "gauge,mm\nnorth,0.0\nwest,0.4\n",
}


def read_day(name, text):
    day = pd.read_csv(io.StringIO(text))
    day.insert(0, "date", pd.to_datetime(name))
    return day


def collect(days):
    log = pd.DataFrame(columns=["date", "gauge", "mm"])
    for name in sorted(days):
        day = read_day(name, days[name])
        log = log.append(day, ignore_index=True)
    log["mm"] = log["mm"].astype(float)
    return log


def missing_gauges(log):
    """For each day the gauges that sent nothing."""
    everything = set(log["gauge"])
    missing = {}
    for date, group in log.groupby("date"):
        gone = everything - set(group["gauge"])
        if gone:
            missing[f"{date:%d %b}"] = sorted(gone)
    return missing


def main():
    log = collect(DAYS)
    means = log.groupby("gauge")["mm"].mean().round(2)
    print(means.to_string())
    per_day = log.groupby("date")["mm"].sum()
    print("wettest day:", str(per_day.idxmax())[:10])
    for day, gauges in missing_gauges(log).items():
        print("missing on", day + ":", ", ".join(gauges))
    print(len(log), "rows")


if __name__ == "__main__":
    main()
