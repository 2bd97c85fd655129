"""The names with an a, one of which is not known."""
# needs: pandas
# fails: ValueError at line 8
# prints: ['ann']
import pandas as pd

names = pd.Series(["ann", None, "bob"], dtype=object)
print(names[names.str.contains("a")].tolist())
