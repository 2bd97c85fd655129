"""Prices as named tuples."""
# needs: pandas
# fails: TypeError at line 9
# prints: pen 2
import pandas as pd

stock = pd.DataFrame({"name": ["pen"], "price": [2]})
for row in stock.itertuples():
    print(row["name"], row["price"])
