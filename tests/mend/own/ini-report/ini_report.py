#!/usr/bin/env python
"""Print the numbers of an ini file, section by section, with bad ones marked.

Written for the old build farm; moved over from Python 2.
"""

import configparser
import sys

NUMERIC = ("retries", "timeout", "workers", "port")


class Report(object):

    def __init__(self, path):
        self.parser = configparser.ConfigParser()
        self.path = path
        self.bad = 0

    def load(self):
        try:
            with open(self.path) as handle:
                self.parser.read_file(handle)
        except IOError as exc:
            sys.exit("cannot read %s: %s" % (self.path, exc.strerror))

    def value(self, section, key):
        text = self.parser.get(section, key)
        if key not in NUMERIC:
            return text
        try:
            return "%d" % int(text)
        except ValueError, exc:
            self.bad += 1
            return "(bad number: %s)" % str(exc).split("'")[-2]

    def show(self, out=sys.stdout):
        for section in self.parser.sections():
            out.write("[%s]\n" % section)
            for key in self.parser.options(section):
                out.write("%-9s = %s\n" % (key, self.value(section, key)))
            out.write("\n")


def main():
    report = Report(sys.argv[1] if len(sys.argv) > 1 else "site.ini")
    report.load()
    report.show()
    print("%d bad value(s)" % report.bad)


if __name__ == "__main__":
    main()
