"""Says of each price whether it is high."""
# needs: pandas
# fails: ValueError at line 8
# prints: ['low', 'high']
import pandas as pd

stock = pd.DataFrame({"price": [2, 5]})
stock["kind"] = "high" if stock["price"] > 3 else "low"  # in euros
print(stock["kind"].tolist())
