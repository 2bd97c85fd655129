"""Adds a row."""
# needs: pandas
# fails: AttributeError at line 8
# prints: 7
import pandas as pd

stock = pd.DataFrame({"name": ["pen"], "price": [2]})
stock = stock.append({"name": "ink", "price": 5}, ignore_index=True)  # a new one
print(stock["price"].sum())
