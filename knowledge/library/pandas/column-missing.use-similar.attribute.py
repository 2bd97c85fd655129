"""Sums the prices."""
# needs: pandas
# fails: AttributeError at line 8
# prints: 7
import pandas as pd

stock = pd.DataFrame([{"name": "pen", "price": 2}, {"name": "ink", "price": 5}])
print(stock.prices.sum())  # all of them
