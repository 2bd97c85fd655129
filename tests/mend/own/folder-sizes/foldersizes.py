# -*- coding: utf-8 -*-
# Welche Ordner sind am größten?  Ruft `du` auf und sortiert das Ergebnis.
#
# Aufruf:  python foldersizes.py [Ordner] [Anzahl]

import os
import subprocess
import sys


UNITS = ["K", "M", "G", "T"]


def human(kilobytes):
    """1536 -> '1.5M'"""
    size = float(kilobytes)
    for unit in UNITS:
        if size < 1024 or unit == UNITS[-1]:
            return "%.1f%s" % (size, unit)
        size /= 1024


def run_du(folder):
    """Die Ausgabe von du als Liste von (Kilobytes, Pfad)."""
    env = dict(os.environ, LC_ALL="C")
    output = subprocess.check_output(
        ["du", "-k", "--apparent-size", "--max-depth=2", folder],
        env=env,
        stderr=subprocess.DEVNULL,
    )
    result = []
    for line in output.strip().split("\n"):
        size, path = line.split("\t")
        result.append((int(size), path))
    return result


def biggest(entries, root, count):
    # der Ordner selbst interessiert uns nicht
    inner = [entry for entry in entries if entry[1] != root]
    inner.sort(reverse=True)
    return inner[:count]


def bar(size, maximum, width=20):
    if not maximum:
        return ""
    return "#" * max(1, round(width * size / maximum))


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else "."
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 10

    entries = run_du(root)
    top = biggest(entries, root, count)
    maximum = top[0][0] if top else 0
    for number, (size, path) in enumerate(top, 1):
        print("%2d. %-16s %8s %s" % (
            number, os.path.relpath(path, root), human(size), bar(size, maximum)))
    print("%d Ordner durchsucht" % len(entries))


if __name__ == "__main__":
    main()
