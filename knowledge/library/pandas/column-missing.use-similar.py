"""Sums the prices."""
# needs: pandas
# fails: KeyError at line 9
# prints: 7
import pandas as pd

stock = pd.DataFrame({"name": ["pen", "ink"], "price": [2, 5]})
stock = stock[stock.price > 1]  # not the free ones
print(stock["pirce"].sum())
