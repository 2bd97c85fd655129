"""The mean of each shop."""
# needs: pandas
# fails: TypeError at line 8
# prints: 2.0
import pandas as pd

sales = pd.DataFrame({"shop": ["a", "b"], "item": ["pen", "ink"], "price": [2, 5]})
print(sales.groupby("shop").mean()["price"]["a"])  # the first
