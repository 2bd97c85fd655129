"""Result lists of the village run."""

from collections import namedtuple

Entry = namedtuple("Entry", "bib name group time")

RAW = """
12;Jonas Berg;M;43:55
3;Hilde Moen;W;41:07
27;Sara Lind;W;1:02:30
8;Ivo Kranz;M;52:12
15;Paul Ek;M;DNF
"""


def seconds(text):
    value = 0
    for part in text.split(":"):
        value = value * 60 + int(part)
    return value


def clock(total):
    return f"{total // 3600}:{total // 60 % 60:02}:{total % 60:02}"


def read(text):
    entries = []
    for line in text.strip().splitlines():
        bib, name, group, time = line.split(";")
        if time == "DNF":
            continue
        entries.append(Entry(int(bib), name, group, seconds(time)))
    return entries


def ranking(entries, group=None):
    """Entries (of one group, if given) from fastest to slowest."""
    times = [e for e in entries if group is None or e.group == group]
    return times.sort(key=lambda e: e.time)


def main():
    entries = read(RAW)
    for place, entry in enumerate(ranking(entries), start=1):
        print(f"{place}. {entry.name:<14} {clock(entry.time):>8}")
    for group, label in (("W", "women"), ("M", "men")):
        print(label + ":", ", ".join(e.name for e in ranking(entries, group)))


if __name__ == "__main__":
    main()
