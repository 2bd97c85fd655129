"""Days between a day that is read as a time and a date."""
# fails: TypeError at line 9
# prints: 10
from datetime import date, datetime


def days_left(text, today=date(2024, 3, 1)):
    deadline = datetime.strptime(text, "%Y-%m-%d")  # the day itself counts
    return (deadline - today).days


print(days_left("2024-03-11"))
