import argparse
import sys

from . import __version__
from .core import UnknownUnit, convert


def main(argv=None):
    parser = argparse.ArgumentParser(prog="convert")
    parser.add_argument("amount", type=float)
    parser.add_argument("source")
    parser.add_argument("target")
    parser.add_argument("--version", action="version", version=__version__)
    args = parser.parse_args(argv)
    try:
        result = convert(args.amount, args.source, args.target)
    except UnknownUnit as error:
        print(f"convert: {error}", file=sys.stderr)
        return 2
    print(f"{args.amount:g} {args.source} = {result:.4f} {args.target}")
    return 0


sys.exit(main())
