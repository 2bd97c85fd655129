# café orders - quick look at what sells well and is not cheap
import pandas as pd

DAYS = ["Mon", "Tue", "Wed"]

orders = pd.read_csv("orders.csv")
orders["takings"] = orders["price"] * orders["qty"]


def good_sellers(df, min_price=3.0, min_qty=10):
    """rows of the dearer items that sold in some number"""
    selected = df[df["price"] >= min_price and df["qty"] >= min_qty]
    return selected.sort_values("takings", ascending=False)


def by_item(df):
    table = df.groupby("item").agg(sold=("qty", "sum"), takings=("takings", "sum"))
    table["share"] = table["takings"] / table["takings"].sum() * 100
    return table.sort_values("share", ascending=False)


def takings_per_day(df):
    return df.groupby("day", sort=False)["takings"].sum()


print("takings per day")
for day, money in takings_per_day(orders).reindex(DAYS).items():
    print(f"  {day} {money:8.2f}")

print("share of the takings")
for item, row in by_item(orders).iterrows():
    print(f"  {item:<12}{row['sold']:>4.0f} sold {row['share']:5.1f} %")

best = good_sellers(orders)
if best.empty:
    print("nothing dear sold well this week")
print("good sellers:", len(best))
for row in best.itertuples():
    print(f"  {row.item:<12}{row.day:<5}{row.takings:8.2f}")
