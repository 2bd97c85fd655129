"""Command line: python -m till.cli EXPORT.csv [--min AMOUNT]"""

import argparse
from pathlib import Path

from till.report import as_lines, read_rows, summarise


def build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("export", type=Path)
    parser.add_argument("--quiet", action="store_true", help="only the last line")
    return parser


def main(argv=None) -> int:
    args = build_parser().parse_args(argv)
    lines = as_lines(summarise(read_rows(args.export)))
    for line in lines[-1:] if args.quiet else lines:
        print(line)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
