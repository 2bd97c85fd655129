"""Who is how old."""
# needs: pandas
# fails: ValueError at line 9
# prints: ['bob']
import pandas as pd

people = pd.DataFrame({"id": [1, 2], "name": ["ann", "bob"]})
ages = pd.DataFrame({"id": ["1", "2"], "age": [31, 18]})
both = people.merge(ages, on="id")  # by number
print(both[both["age"] < 20]["name"].tolist())
