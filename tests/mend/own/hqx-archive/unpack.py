#!/usr/bin/env python
# Unpacks the old .hqx files of the archive into a folder
from __future__ import print_function

import binhex
import os
import sys

SOURCE = "old"
TARGET = "unpacked"


def hqx_files(folder):
    for name in sorted(os.listdir(folder)):
        if name.lower().endswith(".hqx"):
            yield os.path.join(folder, name)


def unpack(path, target):
    name = os.path.splitext(os.path.basename(path))[0]
    out = os.path.join(target, name)
    binhex.hexbin(path, out)
    return out


def main():
    if not os.path.isdir(SOURCE):
        print("nothing to do")
        return 0
    if not os.path.isdir(TARGET):
        os.mkdir(TARGET)
    n = 0
    for path in hqx_files(SOURCE):
        print(unpack(path, TARGET))
        n += 1
    print("%d files" % n)
    return 0


if __name__ == "__main__":
    sys.exit(main())
