"""The price of one thing."""
# needs: pandas
# fails: AttributeError at line 8
# prints: 2
import pandas as pd

stock = pd.DataFrame({"price": [2, 5]}, index=["pen", "ink"])
print(stock.ix["pen", "price"])  # by name
