"""Ages, one of which is not known."""
# needs: pandas
# fails: pandas.errors.IntCastingNaNError at line 8
# prints: 49
import pandas as pd

ages = pd.Series([31.0, None, 18.0])
print(ages.astype(int).sum())  # of those who told
