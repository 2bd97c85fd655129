"""Which codes begin with 1."""
# needs: pandas
# fails: AttributeError at line 8
# prints: [True, False]
import pandas as pd

codes = pd.Series([101, 202])
print(codes.str.startswith("1").tolist())
