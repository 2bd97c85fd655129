"""pandas takes the first text for month and day; another one shows that the day comes first."""
# needs: pandas
# setup: printf 'day,n\n05/03/2024,1\n17/03/2024,2\n' > sold.csv
# fails: ValueError at line 8
# prints: [5, 17]
import pandas as pd
sold = pd.read_csv("sold.csv")
sold["day"] = pd.to_datetime(sold["day"])  # as exported
print(sold["day"].dt.day.tolist())
