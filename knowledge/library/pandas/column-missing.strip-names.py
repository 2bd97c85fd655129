"""Sums columns whose names have blanks before them."""
# needs: pandas
# setup: printf 'name, price, pieces\npen, 2, 1\nink, 5, 1\n' > stock.csv
# fails: KeyError at line 9
# prints: 7 2
import pandas as pd

stock = pd.read_csv("stock.csv")  # from the till
print(stock["price"].sum(), stock["pieces"].sum())
