# survey.py -- yearly bird count by transect
#
# written for python 2.6 on the lab machine, ported 2019
# usage: survey.py counts.csv

import csv
import sys
import math

class SurveyError(Exception):
    pass

def load(filename):
    """ returns {species: {transect: count}} """
    data = {}
    f = open(filename, 'r')
    try:
        reader = csv.reader(f)
        header = next(reader)
        if header[:3] != ['transect', 'species', 'count']:
            raise SurveyError('unknown header: %r' % (header,))
        for row in reader:
            if len(row) == 0 or row[0].startswith('#'):
                continue
            transect, species, count = row[0], row[1], int(row[2])
            if species not in data:
                data[species] = {}
            data[species][transect] = data[species].get(transect, 0) + count
    finally:
        f.close()
    return data

def shannon(counts):
    """ Shannon index of a list of counts """
    total = float(sum(counts))
    h = 0.0
    for n in counts:
        if n > 0:
            p = n / total
            h = h - p * math.log(p)
    return h

def transect_names(data):
    names = {}
    for species in data:
        for t in data[species]:
            names[t] = 1
    result = names.keys()
    result.sort()
    return result

def print_table(data, out=sys.stdout):
    transects = transect_names(data)
    out.write('%-14s' % 'species')
    for t in transects:
        out.write('%6s' % t)
    out.write('\n')
    for species in sorted(data):
        out.write('%-14s' % species)
        for t in transects:
            out.write('%6d' % data[species].get(t, 0))
        out.write('\n')
    for t in transects:
        counts = [data[s].get(t, 0) for s in data]
        out.write('H(%s) = %.3f\n' % (t, shannon(counts)))

if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.stderr.write('usage: survey.py counts.csv\n')
        sys.exit(2)
    birds = load(sys.argv[1])
    print_table(birds)
    totals = [(sum(birds[s].values()), s) for s in birds]
    totals.sort(reverse=True)
    print('most common: %s (%d)' % (totals[0][1], totals[0][0]))
