"""Convert a CSV file to another kind of table."""
import argparse
import csv
import sys

from .writers import WRITERS


def main() -> None:
    parser = argparse.ArgumentParser(prog="tables", description=__doc__)
    parser.add_argument("source")
    parser.add_argument("--to", choices=sorted(WRITERS), default="md")
    args = parser.parse_args()

    with open(args.source, newline="", encoding="utf-8") as handle:
        reader = csv.reader(handle)
        header = next(reader)
        writer = WRITERS[args.to](sys.stdout)
        writer.write_table(header, reader)


if __name__ == "__main__":
    main()
