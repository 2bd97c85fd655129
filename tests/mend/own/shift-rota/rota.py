#!/usr/bin/env python3
"""Draw up the weekend rota from staff.json and print it as a small table."""

import json
from collections import Counter
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path
from typing import Iterable, TypedDict


class Person(TypedDict):
    name: str
    role: str
    away: list[str]


class Shift(TypedDict):
    day: date
    first: Person
    second: Person


def weekends(start: date, count: int) -> Iterable[date]:
    """The next Saturdays and Sundays from start on."""
    day = start + timedelta(days=(5 - start.weekday()) % 7)
    for _ in range(count):
        yield day
        yield day + timedelta(days=1)
        day += timedelta(weeks=1)


def plan(people: list[Person], days: Iterable[date]) -> list[Shift]:
    """Give every day two people who are not away, in turn."""
    shifts: list[Shift] = []
    queue = list(people)
    for day in days:
        free = [p for p in queue if day.isoformat() not in p["away"]]
        first, second = free[:2]
        shifts.append({"day": day, "first": first, "second": second})
        # whoever worked goes to the end of the queue
        queue = [p for p in queue if p not in (first, second)] + [first, second]
    return shifts


def render(shifts: list[Shift]) -> str:
    lines = []
    marks = islice(cycle("-="), len(shifts))
    for mark, shift in zip(marks, shifts):
        lines.append(
            f"{shift["day"]:%a %d %b} {mark} {shift["first"]["name"]:<8}"
            f" with {shift["second"]["name"]} ({shift["second"]["role"]})"
        )
    return "\n".join(lines)


def workload(shifts: list[Shift]) -> Counter:
    return Counter(
        person["name"]
        for shift in shifts
        for person in (shift["first"], shift["second"])
    )


def main() -> None:
    people: list[Person] = json.loads(Path("staff.json").read_text(encoding="utf-8"))
    shifts = plan(people, weekends(date(2024, 6, 5), count=3))
    print(render(shifts))
    for name, times in sorted(workload(shifts).items()):
        print(f"{name}: {times} shifts")


if __name__ == "__main__":
    main()
