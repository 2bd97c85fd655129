#!/usr/bin/env python3
"""Feeding plan of the cat shelter for the next days."""
import math
from datetime import datetime

START = datetime(2024, 6, 3, 7, 30)
EVERY_HOURS = 12
PORTION_G = 65
BAG_G = 2000


class Shelter:
    def __init__(self, cats):
        self.cats = cats

    def meals(self, days):
        count = days * 24 // EVERY_HOURS
        when = START
        for _ in range(count):
            yield when
            when += timedelta(hours=EVERY_HOURS)

    def food(self, days):
        return sum(self.cats * PORTION_G for _ in self.meals(days))

    def bags(self, days):
        return math.ceil(self.food(days) / BAG_G)


def main():
    shelter = Shelter(cats=7)
    for when in shelter.meals(3):
        print(when.strftime("%a %d %b %H:%M"))
    print("food:", shelter.food(3), "g")
    print("bags needed:", shelter.bags(3))


if __name__ == "__main__":
    main()
