"""Collects the takings of the market stalls over the weekend."""
import pandas as pd

DAYS = {
    "friday": {"cheese": 20.0, "honey": 12.5},
    "saturday": {"cheese": 31.0, "honey": 25.0},
    "sunday": {"cheese": 44.0, "honey": 18.0},
}


def day_frame(name, takings):
    return pd.DataFrame(
        {
            "day": name,
            "stall": list(takings),
            "euros": list(takings.values()),
        }
    )


def collect(days):
    sales = day_frame("friday", days["friday"])
    for name in ("saturday", "sunday"):
        day = day_frame(name, days[name])
        sales = sales.append(day, ignore_index=True)
    return sales


def main():
    sales = collect(DAYS)
    print(len(sales), "rows")
    by_stall = sales.groupby("stall")["euros"].sum()
    for stall, euros in by_stall.items():
        print(stall, euros)
    by_day = sales.groupby("day")["euros"].sum()
    print("best day:", by_day.idxmax())


if __name__ == "__main__":
    main()
