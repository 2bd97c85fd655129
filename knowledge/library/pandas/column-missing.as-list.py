"""Two columns of three."""
# needs: pandas
# fails: KeyError at line 8
# prints: [['pen', 2], ['ink', 5]]
import pandas as pd

stock = pd.DataFrame({"name": ["pen", "ink"], "kind": ["a", "b"], "price": [2, 5]})
print(stock["name", "price"].values.tolist())  # no kinds
