# %%
"""Orders of the web shop by weekday and hour (exported from the notebook)."""
import pathlib

import numpy as np
import pandas as pd

HERE = pathlib.Path(__file__).parent

# %% load
orders = pd.read_csv(HERE / "orders.csv", sep="\t", index_col="order")
print(orders.shape)

# %% clean up: cancelled orders out, amounts like "1,204.50" to numbers
orders = orders[orders["state"] != "cancelled"].copy()
orders["amount"] = orders["amount"].str.replace(",", "").astype(float)


# %% helpers
def part_of_day(hours):
    edges = [0, 6, 12, 18, 24]
    names = ["night", "morning", "afternoon", "evening"]
    return pd.cut(hours, bins=edges, right=False, labels=names)


def with_calendar(df, column="placed"):
    """Add weekday, part of the day and month to the orders."""
    when = df[column]
    return df.assign(
        weekday=when.dt.day_name(),
        part=part_of_day(when.dt.hour),
        month=when.dt.strftime("%Y-%m"),
    )


# %%
orders = with_calendar(orders)
table = orders.pivot_table(
    index="month",
    columns="part",
    values="amount",
    aggfunc="sum",
    observed=True,
    fill_value=0,
)
print(table.to_string())

# %% which weekday brings the most?
by_weekday = orders.groupby("weekday")["amount"].agg(["count", "sum"])
best = by_weekday["sum"].idxmax()
print(f"best weekday: {best} with {by_weekday.loc[best, 'sum']:.2f} from {by_weekday.loc[best, 'count']} orders")

# %% log scale for the model
orders["log_amount"] = np.log10(orders["amount"]).round(2)
print("largest:", orders["log_amount"].max())
