#!/usr/bin/env python
# -*- coding: utf-8 -*-
"""linkaudit - count hosts and tracking parameters in a list of bookmarks.

Written for Python 2.5 a long time ago, moved to Python 3 last week.
"""
import re
import sys
from collections import Counter
from urlparse import urlparse, parse_qs

TRACKING = re.compile(r'^(utm_|fbclid$|gclid$)')


def read(path):
    with open(path) as f:
        for line in f:
            line = line.strip()
            if line and not line.startswith('#'):
                yield line


def host(url):
    name = urlparse(url).hostname or '(none)'
    if name.startswith('www.'):
        name = name[4:]
    return name


def tracked(url):
    keys = parse_qs(urlparse(url).query).keys()
    return sorted(k for k in keys if TRACKING.match(k))


def main(argv):
    hosts = Counter()
    bad = []
    for url in read(argv[0]):
        hosts[host(url)] += 1
        params = tracked(url)
        if params:
            bad.append((url, params))
    for name, n in sorted(hosts.items()):
        print('%-16s %d' % (name, n))
    print('tracked links: %d' % len(bad))
    for url, params in bad:
        print('   %s: %s' % (url.split('?')[0], ', '.join(params)))


if __name__ == '__main__':
    main(sys.argv[1:] or ['bookmarks.txt'])
