"""Sums the prices of a file whose fields semicolons separate."""
# needs: pandas
# setup: printf 'name;price\npen;2\nink;5\n' > stock.csv
# fails: KeyError at line 9
# prints: 7
import pandas as pd

stock = pd.read_csv("stock.csv")  # from the till
print(stock["price"].sum())
