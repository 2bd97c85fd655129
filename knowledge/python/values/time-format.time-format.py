"""The year has four digits."""
# fails: ValueError at line 8
# prints: 65
# prints: 366
from datetime import datetime

for day in ("2024-03-05", "2024-12-31"):
    read = datetime.strptime(day, "%y-%m-%d")  # ISO
    print(read.timetuple().tm_yday)
