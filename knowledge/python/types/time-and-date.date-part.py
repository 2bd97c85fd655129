"""The time of now is compared with the day something is due."""
# needs: python<3.13
# fails: TypeError at line 8
# prints: late
from datetime import date, datetime

due = date(2024, 1, 31)
if datetime.now() > due:  # not today any more
    print("late")
