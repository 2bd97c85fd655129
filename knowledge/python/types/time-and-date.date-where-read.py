"""A day is read as a time of midnight, and compared with a date."""
# needs: python<3.13
# fails: TypeError at line 19
# prints: over: Lee
from datetime import date, datetime


class Member:
    def __init__(self, name, until):
        self.name, self.until = name, until


ROWS = ["Ann;30.04.2024", "Lee;31.03.2024"]
members = []
for row in ROWS:
    name, until = row.split(";")
    members.append(Member(name, datetime.strptime(until, "%d.%m.%Y")))  # the last day
for member in members:
    if member.until < date(2024, 4, 15):
        print("over:", member.name)
