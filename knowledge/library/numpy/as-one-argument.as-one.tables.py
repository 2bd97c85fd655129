"""Two tables under one another."""
# needs: pandas
# fails: TypeError at line 8
# prints: [1, 2]
import pandas as pd

old, new = pd.DataFrame({"n": [1]}), pd.DataFrame({"n": [2]})
both = pd.concat(
    old,  # of last year
    new,
)
print(both["n"].tolist())
