#!/usr/bin/python
# inventory.py -- store room list.  Written 2008, moved to the new machine 2023.
from __future__ import print_function

import os
import sys

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'store.txt')


class Inventory:

    def __init__(self):
        self.count = {}
        self.shelf = {}

    def load(self, fname):
        fp = open(fname)
        try:
            for line in fp:
                line = line.strip()
                if not line or line[0] == '#':
                    continue
                part, shelf, number = [x.strip() for x in line.split('|')]
                self.shelf[part] = shelf
                self.count[part] = self.count.get(part, 0) + int(number)
        finally:
            fp.close()

    def scarce(self, limit):
        result = []
        for part, number in self.count.iteritems():
            if number < limit:
                result.append((number, part))
        result.sort()
        return result

    def shelves(self):
        byshelf = {}
        for part in self.shelf:
            byshelf.setdefault(self.shelf[part], []).append(part)
        return byshelf


def main(argv):
    limit = 10
    if len(argv) > 1:
        limit = int(argv[1])
    inv = Inventory()
    inv.load(DATA)
    print('%d kinds of parts' % len(inv.count))
    for number, part in inv.scarce(limit):
        print('order: %-12s (%d left on shelf %s)' % (part, number, inv.shelf[part]))
    for shelf, parts in sorted(inv.shelves().items()):
        print(shelf, '->', ' '.join(sorted(parts)))


if __name__ == '__main__':
    main(sys.argv)
