#!/usr/bin/env python
# -*- coding: utf-8 -*-
"""Babbles after one or more texts: babble.py [-n WORDS] TEXT ..."""
import getopt
import sys

from chain import Chain


def read(name):
    handle = open(name)
    text = handle.read()
    handle.close()
    return text


def main(argv):
    options, names = getopt.getopt(argv, "n:s:")
    options = dict(options)
    length = int(options.get("-n", 12))
    seed = int(options.get("-s", 1))

    total = Chain(order=2)
    for name in names:
        chain = Chain(order=2)
        chain.learn(read(name))
        total.merge(chain)

    print("%d keys from %d files" % (len(total.table), len(names)))
    text = total.generate(("the", "cat"), length, seed)
    print("> " + text)
    print("%d words" % len(text.split()))


if __name__ == "__main__":
    main(sys.argv[1:])
