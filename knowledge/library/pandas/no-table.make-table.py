"""One person is one row."""
# needs: pandas
# fails: ValueError at line 8
# prints: [['ann', 31]]
import pandas as pd

person = {"name": "ann", "age": 31}  # typed in
print(pd.DataFrame(person).values.tolist())
