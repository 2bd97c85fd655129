#!/usr/bin/env python3
"""League table from a list of results."""
import csv
import sys


class Team:
    def __init__(self, name):
        self.name = name
        self.points = 0
        self.scored = 0
        self.conceded = 0

    def played(self, scored, conceded):
        self.scored += scored
        self.conceded += conceded
        if scored > conceded:
            self.points += 3
        elif scored == conceded:
            self.points += 1

    def key(self):
        return (-self.points, self.conceded - self.scored, self.name)


def read_results(path):
    with open(path, newline="", encoding="utf-8") as f:
        for row in csv.DictReader(f):
            yield (
                row["home"].strip(),
                row["away"].strip(),
                row["home_goals"],
                row["away_goals"],
            )


def table(results):
    teams = {}
    for home, away, h, a in results:
        teams.setdefault(home, Team(home)).played(h, a)
        teams.setdefault(away, Team(away)).played(a, h)
    return sorted(teams.values(), key=Team.key)


def main():
    teams = table(read_results(sys.argv[1]))
    for place, team in enumerate(teams, 1):
        print(f"{place}. {team.name:<10} {team.scored}:{team.conceded} {team.points:>3}")
    print("goals in all:", sum(t.scored for t in teams))


if __name__ == "__main__":
    main()
