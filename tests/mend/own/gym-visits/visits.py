"""On which weekdays is the gym full?"""
import csv
import sys
from collections import Counter
from datetime import datetime, timedelta

FORMAT = "%d/%m/%y %H:%M"
WEEKDAYS = "Mon Tue Wed Thu Fri Sat Sun".split()


def load(path):
    with open(path, newline="") as f:
        for row in csv.DictReader(f):
            came, left = (
                datetime.strptime(row[column], FORMAT) for column in ("in", "out")
            )
            yield row["card"], came, left


def weekday_counts(visits):
    return Counter(WEEKDAYS[came.weekday()] for _, came, _ in visits)


def average_stay(visits):
    total = sum((left - came for _, came, left in visits), timedelta())
    return total / len(visits)


def regulars(visits, least=2):
    """Cards which came at least that often, the most frequent first."""
    counts = Counter(card for card, _, _ in visits)
    return [card for card, n in counts.most_common() if n >= least]


def longest(visits):
    return max(visits, key=lambda visit: visit[2] - visit[1])


def main():
    visits = list(load(sys.argv[1]))
    counts = weekday_counts(visits)
    for day in WEEKDAYS:
        if counts[day]:
            print(f"{day}  {counts[day]}  {'*' * counts[day]}")
    minutes = average_stay(visits).total_seconds() / 60
    print(f"average stay: {minutes:.0f} min")
    card, came, left = longest(visits)
    print(f"longest: card {card} on {came:%d %B}, {left - came}")
    print("regulars:", *regulars(visits))


if __name__ == "__main__":
    main()
