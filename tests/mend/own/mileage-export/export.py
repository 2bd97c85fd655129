#!/usr/bin/env python
# Exports the driver's log for the tax office.
# 2013: first version
# 2023: runs with python 3 (print, iteritems, input)

import csv
import os
import tempfile

TRIPS = {
    '2013-05-02': ('depot - harbour', 35),
    '2013-05-03': ('depot - airport - depot', 97),
    '2013-05-07': ('fair, two days', 280),
}


class Exporter(object):
    header = ['date', 'route', 'km']

    def __init__(self, trips):
        self.trips = trips

    def rows(self):
        for day, (route, km) in sorted(self.trips.items()):
            yield [day, route, km]

    def total(self):
        return sum(km for _, km in self.trips.values())

    def save(self, filename):
        f = open(filename, 'wb')
        try:
            writer = csv.writer(f)
            writer.writerow(self.header)
            for row in self.rows():
                writer.writerow(row)
        finally:
            f.close()


def main():
    exporter = Exporter(TRIPS)
    filename = os.path.join(tempfile.gettempdir(), 'mileage_%d.csv' % os.getpid())
    exporter.save(filename)
    with open(filename) as f:
        for line in f:
            print(line.rstrip())
    os.remove(filename)
    print('%d trips, %d km' % (len(TRIPS), exporter.total()))


if __name__ == '__main__':
    main()
