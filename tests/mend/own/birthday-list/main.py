# birthday list for the kitchen wall
from datetime import date

people = [
    {"name": "Grandma", "born": date(1941, 3, 30), "gift": "tulips"},
    {"name": "Leo", "born": date(2012, 11, 2), "gift": "skates"},
    {"name": "Aunt Ros", "born": date(1968, 7, 19), "gift": "book"},
    {"name": "Sam", "born": date(1990, 7, 4), "gift": "socks"},
]


def age_in(person, year):
    return year - person["born"].year


def by_calendar(person):
    return (person["born"].month, person["born"].day)


def print_list(people, year):
    print(f"*** Birthdays {year} ***")
    for person in sorted(people, key=by_calendar):
        day = person["born"].strftime("%d %B")
        print(f"{day:<14} {person["name"]} turns {age_in(person, year)}")


def next_birthday(people, today):
    """The person who has a birthday next (today counts)."""
    def days_left(person):
        day = person["born"].replace(year=today.year)
        if day < today:
            day = day.replace(year=today.year + 1)
        return (day - today).days

    return min(people, key=days_left)["name"]


def round_birthdays(people, year):
    found = []
    for person in people:
        if age_in(person, year) % 5 == 0:
            found.append(person["name"])
    return found


print_list(people, 2025)
print()
print("Round ones:", ", ".join(round_birthdays(people, 2025)))
print("Next one:", next_birthday(people, date(2025, 7, 10)))
print("Buy:", ", ".join(sorted(p["gift"] for p in people)))
