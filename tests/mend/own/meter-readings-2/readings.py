#!/usr/bin/env python
# -*- coding: utf-8 -*-
#
# readings.py - usage per meter from the monthly readings
# 2009-11  first version
# 2023-12  moved to python 3 (print function, items())

from __future__ import print_function

import csv
import sys


class Meter(object):
	def __init__(self, name):
		self.name = name
		self.readings = []

	def add(self, month, value):
		self.readings.append((month, value))

	def usage(self):
		"""list of (month, used) - a month counts from the reading before"""
		self.readings.sort()
		result = []
		previous = None
		for month, value in self.readings:
			if previous is not None:
				result.append((month, value - previous))
			previous = value
		return result


def load(filename):
	meters = {}
	f = open(filename, 'rb')
	try:
		reader = csv.reader(f, delimiter=';')
		header = next(reader)
		col = dict((name, i) for i, name in enumerate(header))
		for row in reader:
			name = row[col['meter']]
			if name not in meters:
				meters[name] = Meter(name)
			meters[name].add(row[col['month']], int(row[col['value']]))
	finally:
		f.close()
	return meters


def main(argv):
	if len(argv) != 2:
		print('usage: readings.py FILE', file=sys.stderr)
		return 2
	meters = load(argv[1])
	for name, meter in sorted(meters.items()):
		usage = meter.usage()
		total = sum(used for month, used in usage)
		top = max(usage, key=lambda pair: pair[1])
		print('%-10s used %7d' % (name, total))
		print('    highest month: %s (%d)' % top)
	return 0


if __name__ == '__main__':
	sys.exit(main(sys.argv))
