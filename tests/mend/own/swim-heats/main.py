"""Puts swimmers into heats by their entry times; the slowest swim first."""

LANES = 3

ENTRIES = {
    "Kim": "1:02.4",
    "Ida": "1:15.0",
    "Lou": "0:59.9",
    "Per": "1:12.3",
    "Sol": "1:03.0",
}


def seconds(text):
    minutes, rest = text.split(":")
    return int(minutes) * 60 + float(rest)


def seeding(entries):
    swimmers = list(entries)
    ordered = swimmers.sort(key=lambda name: seconds(entries[name]), reverse=True)
    return ordered


def heats(entries, lanes):
    ordered = seeding(entries)
    for start in range(0, len(ordered), lanes):
        yield ordered[start:start + lanes]


if __name__ == "__main__":
    for number, names in enumerate(heats(ENTRIES, LANES), 1):
        print(f"heat {number}: {', '.join(names)}")
