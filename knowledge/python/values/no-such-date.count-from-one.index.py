"""The month is an index of a list as well, and a function's argument."""
# fails: calendar.IllegalMonthError at line 11
# prints: Jan 31
# prints: Feb 28
import calendar

NAMES = ["Jan", "Feb"]


def length(year, month):
    return calendar.monthrange(year, month)[1]


for i in range(len(NAMES)):
    print(NAMES[i], length(2023, i))
