"""The visits after a certain day, from a list of them."""
# needs: pandas
# setup: printf 'day,name\n2024-01-02,Ann\n2024-01-05,Bo\n' > visits.csv
# fails: TypeError at line 14
# prints: ['Bo']
from datetime import datetime

import pandas as pd


def read():
    return pd.read_csv("visits.csv")  # one a line
visits = read()
late = visits[visits["day"] > datetime(2024, 1, 3)]
print(late["name"].to_list())
