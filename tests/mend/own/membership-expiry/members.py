"""Who has to renew the membership of the climbing hall?"""
import csv
import io
from datetime import date, datetime, timedelta

EXPORT = """\
card,name,expires
0041,Alex,30.04.2024
0042,Lee,31.03.2024
0057,Sam,01.12.2024
"""

NOTICE = timedelta(days=30)


class Member:
    def __init__(self, card, name, expires):
        self.card = card
        self.name = name
        self.expires = expires          # last valid day, a date

    def __repr__(self):
        return "<Member %s until %s>" % (self.name, self.expires)

    def is_active(self, today):
        return self.expires >= today

    def renews_soon(self, today):
        return self.is_active(today) and self.expires - today <= NOTICE


def read_members(stream):
    members = []
    for row in csv.DictReader(stream):
        expires = datetime.strptime(row["expires"], "%d.%m.%Y")
        members.append(Member(row["card"], row["name"], expires))
    return members


def report(members, today):
    active = [m for m in members if m.is_active(today)]
    for member in sorted(members, key=lambda m: m.expires):
        if member not in active:
            print("expired:", member.name)
        elif member.renews_soon(today):
            print("renew soon:", member.name)
    print("active: %d of %d" % (len(active), len(members)))


if __name__ == "__main__":
    # fixed, so that the list on the notice board can be printed again
    report(read_members(io.StringIO(EXPORT)), date(2024, 4, 15))
