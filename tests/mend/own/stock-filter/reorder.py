# %% [markdown]
# # What to reorder
# The warehouse list against last month's sales.

# %%
from io import StringIO

import pandas as pd

pd.set_option("display.width", 100)

STOCK = StringIO("""\
sku,group,on_hand,min_level,supplier
A-100,tools,4,10,north
A-200,tools,55,20,north
B-010,paint,2,12,east
B-020,paint,9,8,east
C-777,garden,0,5,south
""")

SALES = StringIO("""\
sku,sold
A-100,6
A-200,31
B-010,0
C-777,14
""")

# %%
stock = pd.read_csv(STOCK)
sales = pd.read_csv(SALES)
merged = stock.merge(sales, on="sku", how="left")
merged["sold"] = merged["sold"].fillna(0).astype(int)
merged.head()


# %%
def needs_reorder(df, min_sold=1):
    """Articles below their minimum level that also sell."""
    low = df[(df["on_hand"] < df["min_level"]) and (df["sold"] >= min_sold)]
    return low.assign(order=2 * low["min_level"] - low["on_hand"])


# %%
reorder = needs_reorder(merged)
print(reorder[["sku", "supplier", "order"]].to_string(index=False))

# %%
per_supplier = reorder.groupby("supplier")["order"].sum()
for supplier, pieces in per_supplier.items():
    print(f"{supplier}: {pieces} pieces")

# %%
slow = merged.loc[merged["sold"] == 0, "sku"].tolist()
print("not sold at all:", slow)
