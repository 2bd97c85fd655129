"""Prices without their fractions."""
# needs: pandas
# fails: TypeError at line 8
# prints: [2, 5]
import pandas as pd

prices = pd.Series([2.5, 5.0])
print(int(prices).tolist())
