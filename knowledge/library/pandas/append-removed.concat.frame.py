"""Joins two tables."""
# needs: pandas
# fails: AttributeError at line 8
# prints: 7
import pandas as pd

pens, inks = pd.DataFrame({"price": [2]}), pd.DataFrame({"price": [5]})
stock = pens.append([inks])
print(stock["price"].sum())
