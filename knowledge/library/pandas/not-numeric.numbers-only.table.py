"""The mean of a table."""
# needs: pandas
# fails: TypeError at line 8
# prints: {'price': 3.5}
import pandas as pd

sales = pd.DataFrame({"item": ["pen", "ink"], "price": [2, 5]})
print(sales[sales["price"] > 1].mean().to_dict())
