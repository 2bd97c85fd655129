"""A week is added to a date as a number."""
# fails: TypeError at line 7
# prints: 2024-02-07
from datetime import date

start = date(2024, 1, 31)
print(start + 7)  # one week
