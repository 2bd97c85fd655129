"""Who is how old, by pandas' function."""
# needs: pandas
# fails: ValueError at line 9
# prints: 2
import pandas as pd


def joined(people, ages):
    return pd.merge(people, ages, on="id")  # by number


people = pd.DataFrame({"id": ["1", "2"], "name": ["ann", "bob"]})
ages = pd.DataFrame({"id": [1, 2], "age": [31, 18]})
print(len(joined(people, ages)))
