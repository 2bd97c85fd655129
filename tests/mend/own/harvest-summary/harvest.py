import sys
import pandas as pd

CSV = sys.argv[1] if len(sys.argv) > 1 else "harvest.csv"

df = pd.read_csv(CSV, comment="#")
print(len(df), "deliveries")

# price per kilo depends on the grade
price = {"A": 1.10, "B": 0.80, "C": 0.35}

# drop deliveries without weight
df = df.dropna()

def value(row):
    return row["kg"] * price[row["grade"]]

df["value"] = df.apply(value, axis=1)

by_field = df.groupby("field")["value"].agg(["count", "sum"]).round(2)
for field, row in by_field.iterrows():
    print(f"{field:<8} {int(row['count'])} deliveries {row['sum']:>8.2f}")

# earnings per picking day
by_day = df.groupby("day")["value"].sum()
for day, earned in by_day.items():
    print(day, round(earned, 2))

best = by_field["sum"].idxmax()
print("best field:", best)

bad = df.loc[df["grade"] == "C", "kg"].sum()
print("share of grade C: %.1f%%" % (100 * bad / df["kg"].sum()))
