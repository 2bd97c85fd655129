"""A property that gives a date, with parentheses."""
# fails: TypeError at line 13
# prints: 2026-11-26
import datetime


class Order:
    @property
    def day(self):
        return datetime.date(2026, 11, 26)


print(Order().day())
