"""A property that gives a date, with parentheses."""
# needs: python>=3.11
# fails: TypeError at line 14
# prints: 2026-11-26
import datetime


class Order:
    @property
    def day(self):
        return datetime.date(2026, 11, 26)


print(Order().day())
