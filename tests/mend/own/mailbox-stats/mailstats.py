#!/usr/bin/env python3
# -*- coding: utf-8 -*-
#
# mailstats.py - who writes to the list, and when?
# First version 2009; moved to Python 3 with the new server.
#
# usage: mailstats.py [mbox]

import mailbox
import sys
from email.header import decode_header, make_header
from email.utils import parseaddr, parsedate_tz, mktime_tz
from time import gmtime, strftime

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class Stats:
	def __init__(self):
		self.senders = {}
		self.days = [0] * 7
		self.bad = []
		self.first = None
		self.last = None

	def add(self, sender, stamp):
		self.senders[sender] = self.senders.get(sender, 0) + 1
		self.days[gmtime(stamp).tm_wday] += 1
		if self.first is None or stamp < self.first:
			self.first = stamp
		if self.last is None or stamp > self.last:
			self.last = stamp


def sender_of(message):
	name, address = parseaddr(str(make_header(decode_header(message["From"]))))
	return name or address


def stamp_of(message):
	"""Seconds since 1970; ValueError if there is no usable date."""
	parsed = parsedate_tz(message["Date"] or "")
	if parsed is None:
		raise ValueError("bad date %r" % message["Date"])
	return mktime_tz(parsed)


def collect(filename):
	stats = Stats()
	box = mailbox.mbox(filename, create=False)
	for number, message in enumerate(box, 1):
		try:
			stats.add(sender_of(message), stamp_of(message))
		except ValueError, err:
			stats.bad.append("message %d: %s" % (number, err))
	box.close()
	return stats


def show(stats):
	print("from %s to %s" % tuple(
		strftime("%Y-%m-%d", gmtime(stamp)) for stamp in (stats.first, stats.last)))
	ranking = sorted(stats.senders.items(), key=lambda item: (-item[1], item[0]))
	for name, count in ranking:
		print("%4d  %s" % (count, name))
	for name, count in zip(DAYS, stats.days):
		print("%s %s" % (name, "*" * count))
	for line in stats.bad:
		print("skipped " + line)


if __name__ == "__main__":
	show(collect(sys.argv[1] if len(sys.argv) > 1 else "list.mbox"))
