"""Reads a file."""
# needs: pandas
# setup: printf 'name,price\npen,2\nink,5\n' > stock.csv
# fails: ValueError at line 8
# prints: 7
import pandas as pd

stock = pd.DataFrame("stock.csv")
print(stock["price"].sum())
