"""Monthly values of several stations: items = years, major = months, minor = stations.

Started 2014 for the yearbook.
"""
import numpy as np
import pandas as pd

STATIONS = ["coast", "hill", "town"]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun"]


def year_table(year):
    rng = np.random.RandomState(year)
    base = np.array([3.0, -1.0, 2.5])
    rise = np.linspace(0, 14, len(MONTHS))[:, None]
    values = base + rise + rng.normal(0, 1.2, (len(MONTHS), len(STATIONS)))
    return pd.DataFrame(values.round(1), index=MONTHS, columns=STATIONS)


def load(years):
    return pd.Panel({year: year_table(year) for year in years})


def report(panel):
    print("mean of all years")
    print(panel.mean(axis=0).round(1))
    for station in STATIONS:
        by_year = panel.minor_xs(station)
        print("%-6s warmest %s, coldest %s" % (station, by_year.mean().idxmax(), by_year.mean().idxmin()))
    print("June:")
    print(panel.major_xs("Jun").T)


if __name__ == "__main__":
    report(load(range(2010, 2014)))
