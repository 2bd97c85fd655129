"""One price is raised."""
# needs: pandas
# fails: ChainedAssignmentError at line 8
# prints: [3, 5]
import pandas as pd

stock = pd.DataFrame({"name": ["pen", "ink"], "price": [2, 5]})
stock["price"][0] += 1
print(stock["price"].tolist())
