"""Joins two columns."""
# needs: pandas
# fails: AttributeError at line 8
# prints: 7
import pandas as pd

first, more = pd.Series([2]), pd.Series([5])
both = first.append(more, ignore_index=True)  # in this order
print(both.sum())
