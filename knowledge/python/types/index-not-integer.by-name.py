"""Prices row by row."""
# needs: pandas
# fails: TypeError at line 10
# prints: 2
# prints: 5
import pandas as pd

stock = pd.DataFrame({"name": ["pen", "ink"], "price": [2, 5]})
for row in stock.iterrows():  # slow, but plain
    print(row["price"])
