"""The numbers, which were made the index."""
# needs: pandas
# fails: KeyError at line 8
# prints: 7
import pandas as pd

people = pd.DataFrame({"number": [3, 4], "name": ["ann", "bob"]}).set_index("number")
print(people["number"].sum())
