"""The name of a group is misspelt where it is asked for."""
# fails: IndexError at line 8
# prints: 2026
import re

DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)")
found = DAY.match("2026-11-26")
print(found["yaer"])  # four digits
