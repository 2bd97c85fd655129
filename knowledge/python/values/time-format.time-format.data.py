"""The data that the program reads have the day first."""
# setup: printf '03/06/2024 05:12 low\n13/06/2024 11:40 high\n' > tides.txt
# fails: ValueError at line 9
# prints: 2024-06-13
from datetime import datetime

for line in open("tides.txt", encoding="utf-8"):
    day, clock, kind = line.split()
    when = datetime.strptime(day + " " + clock, "%m/%d/%Y %H:%M")  # local time
print(when.date())
