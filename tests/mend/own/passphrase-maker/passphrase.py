#!/usr/bin/env python3
"""Make a passphrase of common words."""

import argparse
import math
import random
import sys

WORDS = (
    "anchor basket candle dolphin engine forest garden hammer "
    "island jacket kettle lemon marble needle orange pencil"
).split()


def build_parser():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-w", "--words", default=4, help="how many words (default: 4)")
    parser.add_argument("-s", "--separator", default="-")
    parser.add_argument("--digits", type=int, default=0, help="digits at the end")
    parser.add_argument("--seed", type=int, help="for tests only")
    return parser


def passphrase(words, separator="-", digits=0, rng=None):
    rng = rng or random.SystemRandom()
    chosen = [rng.choice(WORDS) for _ in range(words)]
    if digits:
        chosen.append("".join(str(rng.randrange(10)) for _ in range(digits)))
    return separator.join(chosen)


def entropy(words, digits):
    return words * math.log2(len(WORDS)) + digits * math.log2(10)


def main(argv=None):
    args = build_parser().parse_args(argv)
    if args.words < 3:
        print("warning: fewer than three words", file=sys.stderr)
    rng = random.Random(args.seed) if args.seed is not None else None
    print(passphrase(args.words, args.separator, args.digits, rng))
    print(f"bits of entropy: {entropy(args.words, args.digits):.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
