# -*- coding: utf-8 -*-
import re
from collections import defaultdict

LINE = re.compile(r"\[(\d+\.\d)\] (\w+) (ON|OFF) ([\d.]+)bar")


class Event(object):
    def __init__(self, seconds, pump, state, pressure):
        self.seconds = float(seconds)
        self.pump = pump
        self.state = state
        self.pressure = float(pressure)

    def __repr__(self):
        return "<%s %s at %.1f>" % (self.pump, self.state, self.seconds)


def events(path):
    with open(path) as handle:
        for line in handle:
            m = LINE.match(line)
            yield Event(*m.groups())


def runtimes(evs):
    started = {}
    total = defaultdict(float)
    for e in evs:
        if e.state == "ON":
            started[e.pump] = e.seconds
        elif e.pump in started:
            total[e.pump] += e.seconds - started.pop(e.pump)
    return total


if __name__ == "__main__":
    for pump, seconds in sorted(runtimes(events("device.txt")).items()):
        print("%s ran %.1f s" % (pump, seconds))
