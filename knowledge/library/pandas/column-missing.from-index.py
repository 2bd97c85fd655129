"""The shops that have sold something."""
# needs: pandas
# fails: KeyError at line 9
# prints: ['north', 'south']
import pandas as pd

sales = pd.DataFrame({"shop": ["south", "north", "south"], "price": [2, 5, 1]})
totals = sales.groupby("shop").sum()
print(totals["shop"].tolist())  # in their order
