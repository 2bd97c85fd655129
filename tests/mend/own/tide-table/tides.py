#!/usr/bin/env python
# Reads the harbour's tide table and prints when the sandbank can be crossed.
#
# The table is what the harbour office mails every month:
#   03/06/2024 05:12  L  0.8
# (day/month/year, local time, High or Low, metres)

import os
import sys
import math
from datetime import datetime, timedelta

SAFE_DEPTH = 1.9		# metres, with keel up
STEP = timedelta(minutes=30)


class Tide:
	def __init__(self, when, kind, height):
		self.when = when
		self.kind = kind
		self.height = height

	def __repr__(self):
		return "%s %s %.1f" % (self.when.strftime("%a %H:%M"), self.kind, self.height)


def parse_table(filename):
	tides = []
	with open(filename) as f:
		for number, line in enumerate(f, 1):
			line = line.split("#")[0].strip()
			if not line:
				continue
			day, clock, kind, height = line.split()
			when = datetime.strptime(day + " " + clock, "%m/%d/%Y %H:%M")
			tides.append(Tide(when, kind, float(height)))
	return tides


def level(tides, when):
	"""Height of the water between two tides (a cosine is good enough)."""
	for before, after in zip(tides, tides[1:]):
		if before.when <= when <= after.when:
			part = (when - before.when) / (after.when - before.when)
			weight = (1 - math.cos(math.pi * part)) / 2
			return before.height + (after.height - before.height) * weight
	raise ValueError("outside of the table: %s" % when)


def windows(tides):
	when = tides[0].when
	start = None
	while when <= tides[-1].when:
		if level(tides, when) >= SAFE_DEPTH:
			start = start or when
		elif start:
			yield start, when - STEP
			start = None
		when += STEP
	if start:
		yield start, tides[-1].when


def main():
	here = os.path.dirname(os.path.abspath(__file__))
	tides = parse_table(os.path.join(here, "june.txt"))
	print("%d tides over %d days" % (len(tides), (tides[-1].when - tides[0].when).days))
	for start, end in windows(tides):
		print("cross %s between %s and %s" % (
			start.strftime("%d %b"), start.strftime("%H:%M"), end.strftime("%H:%M")))
	return 0


if __name__ == "__main__":
	sys.exit(main())
