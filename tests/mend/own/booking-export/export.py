"""Export the bookings of the boat shed as JSON for the website."""
import json
import os
import tempfile
from datetime import date, timedelta


class Booking:
    def __init__(self, boat, day, hours, member):
        self.boat = boat
        self.day = day
        self.hours = hours
        self.member = member

    def to_dict(self):
        # the website must not show who has booked
        return {
            "boat": self.boat,
            "day": self.day,
            "hours": list(self.hours),
        }


class Calendar:
    def __init__(self):
        self._bookings = []

    def book(self, boat, day, first, last, member):
        hours = range(first, last)
        for other in self._bookings:
            if other.boat == boat and other.day == day and set(hours) & set(other.hours):
                raise ValueError("%s is taken at that time" % boat)
        self._bookings.append(Booking(boat, day, hours, member))

    def __iter__(self):
        return iter(sorted(self._bookings, key=lambda b: (b.day, b.boat, b.hours[0])))

    def between(self, first, last):
        return [b for b in self if first <= b.day <= last]


def export(calendar, path, first, days=14):
    chosen = calendar.between(first, first + timedelta(days=days))
    document = {
        "version": 2,
        "bookings": [booking.to_dict() for booking in chosen],
    }
    with open(path, "w", encoding="utf-8") as out:
        json.dump(document, out, indent=2)
    return len(chosen)


def main():
    calendar = Calendar()
    start = date(2024, 6, 1)
    calendar.book("Heron", start, 10, 12, 7)
    calendar.book("Heron", start, 12, 15, 31)
    calendar.book("Teal", start + timedelta(days=3), 9, 10, 7)
    calendar.book("Teal", start + timedelta(days=90), 9, 10, 12)

    path = os.path.join(tempfile.mkdtemp(), "bookings.json")
    count = export(calendar, path, start)
    with open(path, encoding="utf-8") as saved:
        text = saved.read()
    print(text)
    print(count, "bookings written")
    print("read back:", len(json.loads(text)["bookings"]))


if __name__ == "__main__":
    main()
