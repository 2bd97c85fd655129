"""The club's list has the day first, as its data show."""
# setup: printf 'Anna;05.03.2024\nBo;17.11.2023\n' > joined.txt
# fails: ValueError at line 12
# prints: Bo since 2023
# prints: Anna since 2024
from datetime import date


def members(path):
    for line in open(path, encoding="utf-8"):
        name, day = line.strip().split(";")
        yield date.fromisoformat(day), name  # joined


for day, name in sorted(members("joined.txt")):
    print(name, "since", day.year)
