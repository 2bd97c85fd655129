"""The last row's first field."""
# needs: pandas
# fails: AttributeError at line 8
# prints: 5
import pandas as pd

stock = pd.DataFrame({"price": [2, 5]}, index=["pen", "ink"])
print(stock.ix[-1, 0])
