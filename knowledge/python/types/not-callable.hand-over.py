"""A function that reads days, called where it is to be handed over."""
# fails: TypeError at line 11
# prints: [2026, 2027]
import datetime


def day(text="2026-11-26"):
    return datetime.date.fromisoformat(text)


print([one.year for one in map(day(), ["2026-11-26", "2027-01-01"])])
