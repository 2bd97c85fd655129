"""Prices between two others."""
# needs: pandas
# fails: ValueError at line 8
# prints: [5]
import pandas as pd

stock = pd.DataFrame({"price": [2, 5, 9]})
print(stock[stock.price > 3 & stock.price < 9]["price"].tolist())  # both ends left out
