"""Reads a file whose fields semicolons separate."""
# needs: pandas
# setup: printf 'name;price\npen, blue;2,50\npen, light, red;1,20\n' > stock.csv
# fails: pandas.errors.ParserError at line 8
# prints: 2
import pandas as pd

stock = pd.read_csv("stock.csv", decimal=",")  # from the till
print(len(stock["price"]))
