"""What is dear is given away."""
# needs: pandas
# fails: ChainedAssignmentError at line 8
# prints: [2, 0]
import pandas as pd

stock = pd.DataFrame({"name": ["pen", "ink"], "price": [2, 5]})
stock[stock["price"] > 3]["price"] = 0  # today
print(stock["price"].tolist())
