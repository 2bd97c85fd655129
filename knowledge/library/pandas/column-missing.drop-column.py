"""Leaves the prices out."""
# needs: pandas
# fails: KeyError at line 8
# prints: ['name']
import pandas as pd

stock = pd.DataFrame({"name": ["pen", "ink"], "price": [2, 5]})
print(list(stock.drop("price")))  # for the public
