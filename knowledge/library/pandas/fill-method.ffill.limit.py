"""Repeats what is measured next, once."""
# needs: pandas
# fails: TypeError at line 8
# prints: [1.5, 1.5, None]
import pandas as pd

heights = pd.Series(["x", None, 1.5, None], dtype=object)[1:]
filled = heights.fillna(limit=1, method="backfill")
print([None if pd.isna(one) else one for one in filled])
