"""The last days of months."""
# needs: pandas
# fails: ValueError at line 7
# prints: [31, 28, 31]
import pandas as pd

print(pd.date_range("2026-01-01", periods=3, freq="M").day.tolist())  # three
