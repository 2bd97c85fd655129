"""Timetable of the night bus: next departures and travel times."""

STOPS = [
    ("Main Station", 0),
    ("Market Square", 4),
    ("Hospital", 9)
    ("University", 15),
    ("Zoo", 21),
    ("Depot", 28),
]

FIRST = 22 * 60 + 10      # minutes after midnight
INTERVAL = 40
RUNS = 5


def clock(minutes):
    """125 -> '02:05'"""
    minutes %= 24 * 60
    return "%02d:%02d" % divmod(minutes, 60)


def departures(stop):
    offset = dict(STOPS)[stop]
    return [FIRST + run * INTERVAL + offset for run in range(RUNS)]


def next_departure(stop, now):
    for when in departures(stop):
        if when >= now:
            return when
    return None


def travel_time(start, end):
    offsets = dict(STOPS)
    return abs(offsets[end] - offsets[start])


def table():
    lines = []
    for name, _ in STOPS:
        times = " ".join(clock(t) for t in departures(name))
        lines.append(f"{name:<15}{times}")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table())
    print()
    now = 23 * 60 + 30
    for stop in ("Hospital", "Zoo"):
        print("next from", stop, "at", clock(next_departure(stop, now)))
    print("Market Square to Depot:", travel_time("Market Square", "Depot"), "min")
