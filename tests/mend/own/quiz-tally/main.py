#!/usr/bin/env python3
"""Print who passed the pub quiz qualifier and by how much.

usage: main.py [answers.csv] [--pass-mark N]
"""
import argparse
import csv
from collections import namedtuple

Team = namedtuple("Team", "name table points")


def read_teams(path):
    with open(path, newline="", encoding="utf-8") as handle:
        reader = csv.DictReader(handle)
        return [
            Team(name=row["team"].strip(), table=row["table"], points=row["points"])
            for row in reader
            if row["team"]
        ]


def passed(teams, mark):
    """The teams at or over the mark, the best first."""
    good = [team for team in teams if team.points >= mark]
    good.sort(key=lambda team: team.points, reverse=True)
    return good


def tables(teams):
    """Numbers of the tables that the teams sit at, as text."""
    return ", ".join(sorted(team.table for team in teams))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file", nargs="?", default="answers.csv")
    parser.add_argument("--pass-mark", type=int, default=25)
    args = parser.parse_args()

    teams = read_teams(args.file)
    winners = passed(teams, args.pass_mark)

    print("tables in use:", tables(teams))
    print(f"{len(winners)} of {len(teams)} teams go through")
    for place, team in enumerate(winners, start=1):
        over = team.points - args.pass_mark
        print(f"{place}. {team.name:<18} {team.points:>3}  (+{over})")


if __name__ == "__main__":
    main()
