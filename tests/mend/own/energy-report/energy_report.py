# Monthly energy report: adds a row per building and a total row
import io

import pandas as pd

RAW = """building,month,kwh,price
school,2024-01,5200,0.31
school,2024-02,4800,0.31
library,2024-01,1900,0.29
library,2024-02,2050,0.30
pool,2024-01,8800,0.27
pool,2024-02,8400,0.27
"""


def load(text):
    df = pd.read_csv(io.StringIO(text))
    df["cost"] = df["kwh"] * df["price"]
    return df


def per_building(df):
    out = df.groupby("building", as_index=False)[["kwh", "cost"]].sum()
    out["share"] = (out["kwh"] / out["kwh"].sum() * 100).round(1)
    return out.sort_values("kwh", ascending=False)


def with_total(summary):
    """Summary with a last row that holds the totals."""
    total = pd.DataFrame(
        [{
            "building": "TOTAL",
            "kwh": summary["kwh"].sum(),
            "cost": summary["cost"].sum(),
            "share": 100.0,
        }]
    )
    return summary.append(total, ignore_index=True)


def change(df):
    wide = df.pivot(index="building", columns="month", values="kwh")
    first, last = wide.columns[0], wide.columns[-1]
    return ((wide[last] / wide[first] - 1) * 100).round(1)


if __name__ == "__main__":
    data = load(RAW)
    table = with_total(per_building(data))
    for row in table.itertuples(index=False):
        print(f"{row.building:<10}{row.kwh:>8}{row.cost:>10.2f}{row.share:>7}")
    print("change in %:", change(data).to_dict())
