"""Reads a file whose fields tabs separate."""
# needs: pandas
# setup: printf 'name\tprice\npen, blue\t2\npen, light, red\t1\n' > stock.csv
# fails: pandas.errors.ParserError at line 9
# prints: ['pen, blue', 'pen, light, red']
import pandas as pd

file = "stock.csv"
stock = pd.read_csv(
    file,
    index_col=False,  # there is none
)
print(stock["name"].tolist())
