"""Repeats what was measured last."""
# needs: pandas
# fails: TypeError at line 8
# prints: [1.5, 1.5]
import pandas as pd

heights = pd.DataFrame({"height": [1.5, None]})
print(heights.fillna(method="ffill")["height"].tolist())  # in metres
