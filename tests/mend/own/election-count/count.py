#!/usr/bin/env python
# -*- coding: utf-8 -*-
"""Count the ballots of the allotment society and hand out seats (D'Hondt)."""
from __future__ import print_function

import operator

BALLOTS = """
Green Yard
Old Fence
green yard
Water First
Old Fence
Green  Yard
Old Fence
GREEN YARD
-
Water First
Old Fence
Green Yard
Old Fence
Old Fence
"""


def normal(line):
    return " ".join(line.split()).title()


def count(text):
    votes = {}
    spoiled = 0
    for line in text.strip().splitlines():
        name = normal(line)
        if name == "-":
            spoiled += 1
            continue
        votes[name] = votes.get(name, 0) + 1
    return votes, spoiled


def seats(votes, number):
    """D'Hondt: each seat goes to the largest quotient."""
    given = dict.fromkeys(votes, 0)
    for _ in range(number):
        quotients = [
            (float(n) / (given[name] + 1), name) for name, n in votes.iteritems()
        ]
        given[max(quotients)[1]] += 1
    return given


def main():
    votes, spoiled = count(BALLOTS)
    given = seats(votes, 5)
    print("%-20s %s %5s" % ("list", "votes", "seats"))
    for name, n in sorted(votes.items(), key=operator.itemgetter(1), reverse=True):
        print("%-16s %5d %5d" % (name, n, given[name]))
    print("spoiled:", spoiled)
    print("seats:", sum(given.values()))


if __name__ == "__main__":
    main()
