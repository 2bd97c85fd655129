"""The days since a date are counted from a time."""
# fails: TypeError at line 8
# prints: True
from datetime import date, datetime

begin = date(2024, 1, 31)
# whole days
passed = datetime.now() - begin
print(passed.days > 100)
