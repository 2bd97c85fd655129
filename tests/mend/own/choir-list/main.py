"""Print the seating list of the choir from the office's spreadsheet export.

The list is kept in the parish office on an old Windows computer and exported
there as "CSV (separated by semicolons)", so it comes in Windows-1252.
"""
import csv
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).parent
MEMBERS = HERE / "members.csv"
VOICES = ["Soprano", "Alto", "Tenor", "Bass"]


def read_members(path):
    """Return a list of dictionaries, one per singer."""
    members = []
    with open(path, newline="", encoding="utf-8") as handle:
        for row in csv.DictReader(handle, delimiter=";"):
            row["since"] = int(row["since"])
            members.append(row)
    return members


def by_voice(members):
    groups = defaultdict(list)
    for member in members:
        groups[member["voice"]].append(member)
    return groups


def seating(groups):
    """Longest-serving singers sit in front."""
    for voice in VOICES:
        row = sorted(groups[voice], key=lambda m: (m["since"], m["name"]))
        yield voice, [m["name"] for m in row]


def main():
    members = read_members(MEMBERS)
    groups = by_voice(members)
    for voice, names in seating(groups):
        print(f"{voice:<10}{len(names)}  {', '.join(names)}")
    longest = max((m["name"] for m in members), key=len)
    print("longest name:", longest)


if __name__ == "__main__":
    main()
