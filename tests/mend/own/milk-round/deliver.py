"""Prints the list for the van."""
import argparse

from streets import load_street, total_pints


def parse_args():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--file", default="streets.txt")
    parser.add_argument("--crate", type=int, default=6, help="pints in a crate")
    return parser.parse_args()


def crates_for(pints, crate):
    """Full crates that the van must carry."""
    return -(-pints // crate)


def longest_stop(streets):
    return max(streets, key=lambda pair: pair[1])[0]


def main():
    args = parse_args()
    streets = load_streets(args.file)
    for street, pints in streets:
        print(f"{street}: {pints} pints")
    total = total_pints(streets)
    print(f"total {total} pints in {crates_for(total, args.crate)} crates")
    print("longest stop:", longest_stop(streets))


if __name__ == "__main__":
    main()
