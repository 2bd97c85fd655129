import argparse

from . import __version__
from .report import statement


def main(argv=None):
    parser = argparse.ArgumentParser(prog="ledger")
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument("statement", help="CSV file with date;payee;amount;category")
    options = parser.parse_args(argv)
    print(statement(options.statement))


if __name__ == "__main__":
    main()
