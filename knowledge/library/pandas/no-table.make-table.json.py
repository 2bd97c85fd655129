"""A table of JSON."""
# needs: pandas
# fails: ValueError at line 8
# prints: 7
import pandas as pd

answer = '[{"name": "pen", "price": 2}, {"name": "ink", "price": 5}]'
stock = pd.DataFrame(answer)  # of the shop
print(stock["price"].sum())
