#!/usr/bin/env python3
"""Overtime of a team from the time clock's CSV export.

A working day has 7:48 hours; breaks of less than half an hour are counted as
half an hour when the day was longer than six hours.
"""
from __future__ import annotations

import csv
import sys
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

TARGET = timedelta(hours=7, minutes=48)
LONG_DAY = timedelta(hours=6)
MIN_BREAK = timedelta(minutes=30)


@dataclass
class Day:
    person: str
    day: date
    start: time
    end: time
    pause: timedelta

    @property
    def worked(self) -> timedelta:
        gross = datetime.combine(self.day, self.end) - datetime.combine(self.day, self.start)
        pause = self.pause
        if gross > LONG_DAY:
            pause = max(pause, MIN_BREAK)
        return gross - pause

    @property
    def is_weekend(self) -> bool:
        return self.day.weekday() >= 5


def hours(delta: timedelta) -> str:
    """
    >>> hours(timedelta(hours=-1, minutes=-5))
    '-1:05'
    """
    sign = "-" if delta < timedelta(0) else "+"
    minutes = abs(delta) // timedelta(minutes=1)
    return f"{sign}{minutes // 60}:{minutes % 60:02d}"


def load(path: str) -> list[Day]:
    days = []
    with open(path, newline="", encoding="utf-8") as handle:
        for row in csv.DictReader(handle):
            days.append(Day(
                person=row["person"],
                day=date.fromisoformat(row["date"]),
                start=time.fromisoformat(row["in"]),
                end=time.fromisoformat(row["out"]),
                pause=timedelta(minutes=int(row["break"] or 0)),
            ))
    return days


def balance(days: list[Day]) -> dict[str, timedelta]:
    """Overtime of each person; all hours of a weekend are overtime."""
    result: dict[str, timedelta] = defaultdict(timedelta)
    for entry in days:
        target = timedelta(0) if entry.is_weekend else TARGET
        result[entry.person] += entry.worked - target
    return dict(result)


def longest_day(days: list[Day]) -> Day:
    return max(records, key=lambda entry: entry.worked)


def main(argv: list[str]) -> int:
    days = load(argv[1] if len(argv) > 1 else "clock.csv")
    for person, delta in sorted(balance(days).items()):
        print(f"{person:<10} {hours(delta):>7}")
    longest = longest_day(days)
    print(f"longest day: {longest.person}, {longest.day:%d %b}, {hours(longest.worked)[1:]} h")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
