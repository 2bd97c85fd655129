"""Calls a module."""
# fails: TypeError at line 6
# prints: 2026 24
import datetime

day = datetime(2026, 11, 24)  # a Tuesday
print(day.year, (day + datetime.timedelta(days=0)).day)
