#!/usr/bin/env python
# fasta_stats.py - length and GC content of each record
# 2009-11 first version, 2011-04 also prints the longest one
# 2023-02 moved to python 3

import sys


def read_fasta(handle):
    """Yield (name, sequence) pairs."""
    name, parts = None, []
    for line in handle:
        line = line.rstrip()
        if not line:
            continue
        if line.startswith(">"):
            if name is not None:
                yield name, "".join(parts)
            name, parts = line[1:].split()[0], []
        else:
            parts.append(line.upper())
    if name is not None:
        yield name, "".join(parts)


def gc(seq):
    if not seq:
        return 0.0
    return 100.0 * (seq.count("G") + seq.count("C")) / len(seq)


def n50(lengths):
    """Length L such that half of all bases are in records of at least L."""
    half = sum(lengths) / 2.0
    seen = 0
    for length in sorted(lengths, reverse=True):
        seen += length
        if seen >= half:
            return length
    return 0


def composition(seq):
    counts = {}
    for base in seq:
        counts[base] = counts.get(base, 0) + 1
    return " ".join("%s:%d" % pair for pair in sorted(counts.items()))


def report(name, seq):
    print("%-10s %5d bp" % (name, len(seq)))
    print "%10s GC %.1f%%" % ("", gc(seq))


def main(argv):
    if len(argv) != 2:
        print("usage: %s FILE" % argv[0], file=sys.stderr)
        return 2
    longest = ("", "")
    lengths = []
    with open(argv[1]) as handle:
        for name, seq in read_fasta(handle):
            report(name, seq)
            print("%10s %s" % ("", composition(seq)))
            lengths.append(len(seq))
            if len(seq) > len(longest[1]):
                longest = (name, seq)
    print("longest: %s (%d)" % (longest[0], len(longest[1])))
    print("records: %d, N50: %d" % (len(lengths), n50(lengths)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
