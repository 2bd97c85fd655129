"""The first day of every month."""
# fails: ValueError at line 7
# prints: 2024-01-01
# prints: 12
from datetime import date

firsts = [date(2024, month, 1) for month in range(12)]  # all of them
print(firsts[0])
print(len(firsts))
