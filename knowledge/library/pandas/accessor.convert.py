"""The months of visits."""
# needs: pandas
# fails: AttributeError at line 9
# prints: [1, 3]
# prints: [2026, 2026]
import pandas as pd

visits = pd.DataFrame({"day": ["2026-01-02", "2026-03-04"]})
print(visits["day"].dt.month.tolist())  # 1 is January
print(visits["day"].dt.year.tolist())
