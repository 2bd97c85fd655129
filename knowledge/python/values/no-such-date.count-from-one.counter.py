"""A counter that begins at 0."""
# fails: ValueError at line 10
# prints: 31
from datetime import date


def days(year, month, most):
    found, day = [], 0
    while len(found) < most:
        found.append(date(year, month, day))
        day += 1
    return found


print(days(2024, 1, 31)[-1].day)
