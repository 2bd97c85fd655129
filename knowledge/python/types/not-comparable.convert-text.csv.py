"""A field of a CSV file is a text until it is converted; the file shows whole numbers."""
# setup: printf 'name,points\nAda,31\nBob,12\n' > teams.csv
# fails: TypeError at line 18
# prints: Ada
import csv
from dataclasses import dataclass


@dataclass
class Team:
    name: str
    points: int


def read_teams():
    with open("teams.csv", newline="", encoding="utf-8") as handle:
        return [Team(row["name"], row["points"]) for row in csv.DictReader(handle)]  # one each
print(*[team.name for team in read_teams() if team.points >= 25])
