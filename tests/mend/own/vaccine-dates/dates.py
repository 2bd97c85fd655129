#!/usr/bin/env python
# lists which animals are due for their yearly shot
import csv
from datetime import date, timedelta

YEAR = timedelta(days=365)
TODAY = date(2024, 12, 1)


def parse_day(text):
    return date.fromisoformat(text.strip())


def load(path):
    animals = []
    with open(path, newline='') as f:
        for row in csv.DictReader(f):
            animals.append({
                'name': row['name'],
                'species': row['species'],
                'next': parse_day(row['last_shot']) + YEAR,
            })
    return animals


def due(animals, today):
    return sorted((a for a in animals if a['next'] <= today), key=lambda a: a['next'])


if __name__ == '__main__':
    for a in due(load('pets.csv'), TODAY):
        print('%(name)s (%(species)s) was due on %(next)s' % a)
