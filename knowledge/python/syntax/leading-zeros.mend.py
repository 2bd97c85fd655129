"""A date with zeros in front."""
# fails: SyntaxError at line 5
# prints: 2024-01-08 1
import datetime
day = datetime.date(2024, 01, 08)  # 01 is January
print(day, int("01"))
